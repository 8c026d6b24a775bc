#include "core/flows/trafficwords.h"

#include "core/dissect/format.h"

#include <utility>

namespace vethscope {

std::string_view titleOf(TrafficKind kind)
{
    switch (kind) {
    case TrafficKind::Ethernet: return "Ethernet";
    case TrafficKind::Ipv4: return "IPv4";
    case TrafficKind::Ipv6: return "IPv6";
    case TrafficKind::Tcp: return "TCP";
    case TrafficKind::Udp: return "UDP";
    }
    std::unreachable();
}

std::string_view nameOf(TrafficKind kind)
{
    switch (kind) {
    case TrafficKind::Ethernet: return "ethernet";
    case TrafficKind::Ipv4: return "ipv4";
    case TrafficKind::Ipv6: return "ipv6";
    case TrafficKind::Tcp: return "tcp";
    case TrafficKind::Udp: return "udp";
    }
    std::unreachable();
}

std::string_view shortNameOf(TrafficKind kind)
{
    return kind == TrafficKind::Ethernet ? "eth" : kind == TrafficKind::Ipv4 ? "ip" : nameOf(kind);
}

std::optional<TrafficKind> trafficKindCalled(std::string_view word)
{
    for (const TrafficKind kind : trafficKinds)
        if (word == nameOf(kind) || word == shortNameOf(kind))
            return kind;
    return std::nullopt;
}

std::string addressText(const TrafficEnd &end)
{
    TextBuffer text;
    const auto printAddress = end.size == 4 ? printIpv4 : end.size == 16 ? printIpv6 : printMac;
    printAddress(text, end.address());
    return fmt::to_string(text);
}

bool hasPorts(TrafficKind kind)
{
    return kind == TrafficKind::Tcp || kind == TrafficKind::Udp;
}

} // namespace vethscope
