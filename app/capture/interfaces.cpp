#include "app/capture/interfaces.h"

#include <arpa/inet.h>
#include <array>
#include <cstring>
#include <linux/ethtool.h>
#include <linux/sockios.h>
#include <net/if.h>
#include <pcap/pcap.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

namespace vethscope::capture {
namespace {

std::string addressText(const sockaddr *address)
{
    std::array<char, INET6_ADDRSTRLEN> text{};
    if (address && address->sa_family == AF_INET)
        ::inet_ntop(AF_INET, &reinterpret_cast<const sockaddr_in *>(address)->sin_addr, text.data(), text.size());
    else if (address && address->sa_family == AF_INET6)
        ::inet_ntop(AF_INET6, &reinterpret_cast<const sockaddr_in6 *>(address)->sin6_addr, text.data(), text.size());
    return text.data();
}

struct Driver {
    std::string name;
    std::string bus;
};

// The driver's own name (ETHTOOL_GDRVINFO) says what a virtual device is.
Driver driverOf(const std::string &name)
{
    ethtool_drvinfo info{};
    info.cmd = ETHTOOL_GDRVINFO;
    ifreq request{};
    std::strncpy(request.ifr_name, name.c_str(), IFNAMSIZ - 1);
    request.ifr_data = reinterpret_cast<char *>(&info);
    const int socket = ::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    if (socket < 0)
        return {};
    const bool known = ::ioctl(socket, SIOCETHTOOL, &request) == 0;
    ::close(socket);
    if (!known)
        return {};
    return {std::string(info.driver, ::strnlen(info.driver, sizeof info.driver)), std::string(info.bus_info, ::strnlen(info.bus_info, sizeof info.bus_info))};
}

// As the kernel's drivers call themselves, and as contract.md calls the kinds.
constexpr std::pair<const char *, const char *> kinds[] = {
    {"veth", "veth"},     {"bridge", "bridge"}, {"vxlan", "vxlan"},  {"tun", "tun"},     {"dummy", "dummy"},
    {"ipip", "ipip"},     {"sit", "sit"},       {"gre", "gre"},      {"ip6gre", "gre"},  {"gretap", "gre"},
    {"geneve", "geneve"}, {"vti", "vti"},       {"bonding", "bond"}, {"wireguard", "wireguard"},
    {"macvlan", "macvlan"}, {"ipvlan", "ipvlan"}, {"802.1Q VLAN Support", "vlan"}, {"team", "team"},       {"ifb", "ifb"},       {"ip6tnl", "ip6tnl"},
};

std::string kindOf(const pcap_if_t &interface)
{
    const std::string name = interface.name;
    if (name == "any")
        return "any";
    if (interface.flags & PCAP_IF_LOOPBACK)
        return "loopback";
    if (::if_nametoindex(name.c_str()) == 0)
        return "other"; // Bluetooth, netfilter log and the like
    const Driver driver = driverOf(name);
    if (driver.name.empty())
        return "unknown";
    for (const auto &[known, kind] : kinds)
        if (driver.name == known)
            return driver.bus == "tap" ? "tap" : kind;
    return "physical";
}

} // namespace

std::vector<Listed> listInterfaces(std::string &error)
{
    std::array<char, PCAP_ERRBUF_SIZE> reason{};
    pcap_if_t *first = nullptr;
    std::vector<Listed> listed;
    if (pcap_findalldevs(&first, reason.data()) != 0) {
        error = reason.data();
        return listed;
    }
    for (const pcap_if_t *one = first; one; one = one->next) {
        Listed entry{one->name, kindOf(*one), {}};
        for (const pcap_addr_t *address = one->addresses; address; address = address->next)
            if (std::string text = addressText(address->addr); !text.empty())
                entry.addresses.push_back(std::move(text));
        listed.push_back(std::move(entry));
    }
    pcap_freealldevs(first);
    return listed;
}

} // namespace vethscope::capture
