#include "core/path/question.h"

#include "core/address/ipprotocol.h"

#include <algorithm>

namespace vethscope::path {
namespace {

constexpr std::uint32_t usualLength = 60; // a SYN's on IPv4; what IPv6 has more, every link carries (RFC 8200, section 5)

std::optional<IpAddress> ofFamily(const std::vector<IpAddress> &addresses, bool v6)
{
    const auto found = std::ranges::find(addresses, v6, &IpAddress::isV6);
    return found == addresses.end() ? std::nullopt : std::optional(*found);
}

std::uint8_t protocolOf(std::string_view name)
{
    return name == "UDP" ? ipprotocol::udp : ipprotocol::tcp;
}

} // namespace

Ends endsOf(const Question &question)
{
    for (const bool v6 : {false, true}) {
        const auto from = ofFamily(question.from.addresses, v6);
        const auto to = ofFamily(question.to.addresses, v6);
        if (from && to)
            return {question.from.place ? std::nullopt : from, to};
    }
    return {};
}

Packet packetFor(const Question &question, const Ends &ends)
{
    const bool v6 = ends.to->isV6();
    Packet packet;
    IpHeader &ip = packet.scopes.emplace_back().ip;
    ip.source.value = ends.from.value_or(IpAddress::any(v6));
    ip.destination.value = *ends.to;
    ip.timeToLive = {std::uint8_t{64}, Origin{.kind = Origin::Kind::Constant}, {}, {}};
    ip.protocol = question.protocol == ipprotocol::icmp && v6 ? ipprotocol::icmpv6 : question.protocol;
    std::uint16_t port = question.port.value_or(80);
    if (question.to.service && !question.port && !question.to.service->ports.empty()) {
        const ServicePort &first = question.to.service->ports.front();
        port = first.port;
        ip.protocol = protocolOf(first.protocol);
    }
    ip.length = question.size.value_or(usualLength);
    ip.dontFragment = question.dontFragment || ip.protocol == ipprotocol::tcp;
    if (ip.protocol == ipprotocol::tcp)
        packet.tcpFlags = tcpflag::syn;
    if (ip.protocol == ipprotocol::tcp || ip.protocol == ipprotocol::udp)
        packet.destinationPort = Traced<std::uint16_t>{port, Origin{.kind = Origin::Kind::Application}, {}, {}};
    else
        packet.icmpType = v6 ? 128 : 8;
    packet.mark = question.mark;
    return packet;
}

Packet answerTo(const Packet &arrived)
{
    Packet answer;
    const IpHeader &asked = arrived.inner().ip;
    IpHeader &ip = answer.scopes.emplace_back().ip;
    ip.source = asked.destination;
    ip.destination = asked.source;
    ip.timeToLive = {std::uint8_t{64}, Origin{.kind = Origin::Kind::Constant}, {}, {}};
    ip.protocol = asked.protocol;
    ip.length = usualLength;
    ip.dontFragment = asked.protocol == ipprotocol::tcp;
    answer.sourcePort = arrived.destinationPort;
    if (asked.protocol == ipprotocol::tcp)
        answer.tcpFlags = tcpflag::syn | tcpflag::ack;
    if (arrived.icmpType)
        answer.icmpType = asked.destination.value.isV6() ? 129 : 0;
    return answer;
}

} // namespace vethscope::path
