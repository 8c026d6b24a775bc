#include "app/cli/journeywriter.h"
#include "core/address/ipprotocol.h"
#include "core/dissect/format.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

// What both forms of `journey` tell of a hop.

namespace vethscope::cli {
namespace {

constexpr double second = 1e9;

} // namespace

std::vector<std::uint32_t> numbersInFiles(const PacketStore &store)
{
    std::vector<std::uint32_t> numbers, counts(store.paths().size());
    numbers.reserve(store.size());
    for (std::size_t row = 0; row < store.size(); ++row)
        numbers.push_back(++counts[store.interfaceOf(row).file]);
    return numbers;
}

double deltaOf(const JourneyReport &report, const journey::Journey &journey, std::size_t hop)
{
    if (hop == 0)
        return 0;
    const auto time = [&](const journey::JourneyHop &one) {
        return report.journeys().clocks.corrected(report.journeys().hosts[one.point], report.store.time(one.rows.front()));
    };
    return static_cast<double>(time(journey.hops[hop]) - time(journey.hops[hop - 1])) / second;
}

std::vector<std::string> changesOf(const JourneyReport &report, const journey::Journey &journey, std::size_t hop)
{
    if (hop == 0)
        return {};
    const Frame before = report.store.frame(journey.hops[hop - 1].rows.front()), after = report.store.frame(journey.hops[hop].rows.front());
    return journey::changesBetween(before, report.dissector.dissect(before), after, report.dissector.dissect(after));
}

std::string epochText(std::int64_t nanoseconds)
{
    TextBuffer text;
    printEpoch(text, nanoseconds);
    return fmt::to_string(text);
}

const ProtocolName *protocolNameOf(std::uint8_t protocol)
{
    static constexpr auto names = std::to_array<ProtocolName>({{ipprotocol::icmp, "icmp", "ICMP"}, {ipprotocol::tcp, "tcp", "TCP"}, {ipprotocol::udp, "udp", "UDP"},
                                                               {ipprotocol::icmpv6, "icmpv6", "ICMPv6"}, {ipprotocol::sctp, "sctp", "SCTP"}});
    const auto found = std::ranges::find(names, protocol, &ProtocolName::number);
    return found == names.end() ? nullptr : &*found;
}

} // namespace vethscope::cli
