#include "app/capture/traffic.h"

#include <cstdint>
#include <cstdio>
#include <ifaddrs.h>
#include <linux/if_link.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace vethscope::capture {
namespace {

constexpr int intervalMilliseconds = 1000;

bool printCounters()
{
    ifaddrs *first = nullptr;
    if (::getifaddrs(&first) != 0)
        return false;
    std::uint64_t allPackets = 0;
    std::uint64_t allBytes = 0;
    const auto print = [](const char *name, std::uint64_t packets, std::uint64_t bytes) {
        std::printf("%s\t%llu\t%llu\n", name, static_cast<unsigned long long>(packets), static_cast<unsigned long long>(bytes));
    };
    for (const ifaddrs *one = first; one; one = one->ifa_next) {
        if (!one->ifa_addr || one->ifa_addr->sa_family != AF_PACKET || !one->ifa_data)
            continue;
        const auto *counters = static_cast<const rtnl_link_stats *>(one->ifa_data);
        const std::uint64_t packets = std::uint64_t{counters->rx_packets} + counters->tx_packets;
        const std::uint64_t bytes = std::uint64_t{counters->rx_bytes} + counters->tx_bytes;
        print(one->ifa_name, packets, bytes);
        allPackets += packets;
        allBytes += bytes;
    }
    ::freeifaddrs(first);
    print("any", allPackets, allBytes);
    std::printf("\n");
    return std::fflush(stdout) == 0;
}

} // namespace

void watchTraffic(bool child)
{
    pollfd input{child ? STDIN_FILENO : -1, POLLIN, 0};
    while (printCounters())
        if (::poll(&input, 1, intervalMilliseconds) != 0)
            return; // the window closed our input
}

} // namespace vethscope::capture
