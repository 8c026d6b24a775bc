#include "core/journey/tuplename.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace vethscope::journey {
namespace {

std::string endText(const IpAddress &address, const Tuple &tuple, std::uint16_t port)
{
    if (!tuple.hasPorts())
        return address.text();
    return address.isV6() ? fmt::format("[{}]:{}", address.text(), port) : fmt::format("{}:{}", address.text(), port);
}

} // namespace

const ProtocolName *protocolNameOf(std::uint8_t protocol)
{
    static constexpr auto names = std::to_array<ProtocolName>({{ipprotocol::icmp, "icmp", "ICMP"}, {ipprotocol::tcp, "tcp", "TCP"}, {ipprotocol::udp, "udp", "UDP"},
                                                               {ipprotocol::icmpv6, "icmpv6", "ICMPv6"}, {ipprotocol::sctp, "sctp", "SCTP"}});
    const auto found = std::ranges::find(names, protocol, &ProtocolName::number);
    return found == names.end() ? nullptr : &*found;
}

std::string protocolText(std::uint8_t protocol)
{
    const ProtocolName *const name = protocolNameOf(protocol);
    return name ? std::string(name->written) : fmt::format("protocol {}", protocol);
}

std::string sourceText(const Tuple &tuple)
{
    return endText(tuple.source, tuple, tuple.sourcePort);
}

std::string destinationText(const Tuple &tuple)
{
    return endText(tuple.destination, tuple, tuple.destinationPort);
}

} // namespace vethscope::journey
