#include "core/kernel/packetkey.h"

#include "core/address/ipprotocol.h"
#include "core/kernel/addresstype.h"
#include "core/kernel/protocolnumber.h"
#include "core/sentence/phrase.h"

#include <algorithm>
#include <array>

namespace vethscope::kernel {
namespace {

Holds yesIf(bool holds)
{
    return holds ? Holds::Yes : Holds::No;
}

Holds isAddress(const IpAddress &address, const PacketValue &value)
{
    const auto *range = std::get_if<AddressRange>(&value);
    if (!range)
        return Holds::Maybe;
    return yesIf(range->first.isV6() == address.isV6() && range->first <= address && address <= range->last);
}

Holds isNumber(std::uint32_t number, const PacketValue &value)
{
    const auto *range = std::get_if<NumberRange>(&value);
    return range ? yesIf(range->first <= number && number <= range->last) : Holds::Maybe;
}

template <typename Number>
Holds isNumber(const std::optional<Number> &number, const PacketValue &value)
{
    return number ? isNumber(std::uint32_t(*number), value) : Holds::Maybe;
}

Holds isPort(const Packet &packet, const std::optional<std::uint16_t> &port, const PacketValue &value)
{
    if (packet.protocol != 0 && !hasPorts(packet.protocol))
        return Holds::No;
    return isNumber(port, value);
}

Holds eitherOf(Holds one, Holds other)
{
    return std::max(one, other);
}

Holds isProtocol(std::uint8_t protocol, const PacketValue &value)
{
    const auto *name = std::get_if<std::string>(&value);
    const auto number = name ? protocolNumber(*name) : std::nullopt;
    if (protocol == 0 || (name && !number))
        return Holds::Maybe;
    return name ? yesIf(*number == protocol) : isNumber(protocol, value);
}

std::string_view nameOf(ConnectionState state)
{
    constexpr auto names = std::to_array<std::string_view>({"new", "established", "related", "invalid", "untracked"});
    return names[static_cast<std::size_t>(state)];
}

// Several may be set at once: net/netfilter/xt_conntrack.c conntrack_mt.
Holds isState(const Connection &connection, const PacketValue &value)
{
    const auto *name = std::get_if<std::string>(&value);
    if (!name)
        return Holds::Maybe;
    if (name->contains('|')) // all of these and no other: of one packet only one state is true
        return name->contains("nat") ? Holds::Maybe : Holds::No;
    if (*name == "snat" || *name == "dnat")
        return yesIf(*name == "snat" ? connection.sourceTranslated : connection.destinationTranslated);
    for (const ConnectionState state : {ConnectionState::New, ConnectionState::Established, ConnectionState::Related, ConnectionState::Invalid, ConnectionState::Untracked})
        if (*name == nameOf(state))
            return yesIf(state == connection.state);
    return Holds::Maybe;
}

Holds isType(const Ruleset &rules, const IpAddress &address, const FirewallMatch &match, const PacketValue &value, const Asked &asked, EvidenceList &evidence)
{
    const auto *name = std::get_if<std::string>(&value);
    const std::string_view device = match.onLeavingDevice ? asked.outInterface : match.onEnteringDevice ? std::string_view(asked.packet.inInterface) : std::string_view{};
    const auto type = name ? addressType(rules.space(), address, device) : Answer<std::string_view>{};
    if (!type.isFound())
        return Holds::Maybe;
    evidence.insert(evidence.end(), type.evidence.begin(), type.evidence.end());
    return yesIf(*type == *name);
}

Holds isIcmp(const Packet &packet, const std::optional<std::uint8_t> &number, const PacketValue &value)
{
    if (packet.protocol != 0 && packet.protocol != ipprotocol::icmp && packet.protocol != ipprotocol::icmpv6)
        return Holds::No;
    return isNumber(number, value);
}

Holds isFlags(const Packet &packet, std::uint32_t mask, const PacketValue &value)
{
    if (packet.protocol != 0 && packet.protocol != ipprotocol::tcp)
        return Holds::No;
    return packet.tcpFlags ? isNumber(*packet.tcpFlags & mask, value) : Holds::Maybe;
}

Holds isFamily(bool v6, const PacketValue &value)
{
    const auto *name = std::get_if<std::string>(&value);
    if (!name || (*name != "ipv4" && *name != "ip" && *name != "ipv6" && *name != "ip6"))
        return Holds::Maybe;
    return yesIf((*name == "ipv6" || *name == "ip6") == v6);
}

} // namespace

bool isDevice(std::string_view pattern, std::string_view name)
{
    return pattern.ends_with('+') ? name.starts_with(pattern.substr(0, pattern.size() - 1)) : pattern == name;
}

bool hasPorts(std::uint8_t protocol)
{
    constexpr auto all = std::to_array<std::uint8_t>({6, 17, 33, 132, 136}); // TCP, UDP, DCCP, SCTP, UDP-Lite
    return std::ranges::find(all, protocol) != all.end();
}

Holds isValue(const Ruleset &rules, PacketKey key, const FirewallMatch &match, const PacketValue &value, const Asked &asked, EvidenceList &evidence)
{
    const Packet &packet = asked.packet;
    const auto isNamed = [&](std::string_view device) {
        const auto *pattern = std::get_if<std::string>(&value);
        return pattern ? yesIf(isDevice(*pattern, device)) : Holds::Maybe;
    };
    switch (key) {
    case PacketKey::Source: return isAddress(packet.source, value);
    case PacketKey::Destination: return isAddress(packet.destination, value);
    case PacketKey::Protocol: return isProtocol(packet.protocol, value);
    case PacketKey::SourcePort: return isPort(packet, packet.sourcePort, value);
    case PacketKey::DestinationPort: return isPort(packet, packet.destinationPort, value);
    case PacketKey::AnyPort: return eitherOf(isPort(packet, packet.sourcePort, value), isPort(packet, packet.destinationPort, value));
    case PacketKey::InInterface: return isNamed(packet.inInterface);
    case PacketKey::OutInterface: return isNamed(asked.outInterface);
    case PacketKey::Mark: return match.mask & asked.unknownMark ? Holds::Maybe : isNumber(packet.mark & match.mask, value);
    case PacketKey::State: return isState(packet.connection, value);
    case PacketKey::SourceType: return isType(rules, packet.source, match, value, asked, evidence);
    case PacketKey::DestinationType: return isType(rules, packet.destination, match, value, asked, evidence);
    case PacketKey::IcmpType: return isIcmp(packet, packet.icmpType, value);
    case PacketKey::IcmpCode: return isIcmp(packet, packet.icmpCode, value);
    case PacketKey::TcpFlags: return isFlags(packet, match.mask, value);
    case PacketKey::Family: return isFamily(packet.isV6(), value);
    case PacketKey::Chance: return Holds::Maybe;
    }
    return Holds::Maybe;
}

std::optional<PacketValue> valueOf(PacketKey key, const Asked &asked)
{
    const Packet &packet = asked.packet;
    const auto number = [](auto value) { return NumberRange{std::uint32_t(value), std::uint32_t(value)}; };
    switch (key) {
    case PacketKey::Source: return AddressRange{packet.source, packet.source};
    case PacketKey::Destination: return AddressRange{packet.destination, packet.destination};
    case PacketKey::Protocol: return packet.protocol ? std::optional<PacketValue>(number(packet.protocol)) : std::nullopt;
    case PacketKey::SourcePort: return packet.sourcePort ? std::optional<PacketValue>(number(*packet.sourcePort)) : std::nullopt;
    case PacketKey::DestinationPort: return packet.destinationPort ? std::optional<PacketValue>(number(*packet.destinationPort)) : std::nullopt;
    case PacketKey::Mark: return asked.unknownMark ? std::nullopt : std::optional<PacketValue>(number(packet.mark));
    case PacketKey::InInterface: return packet.inInterface;
    case PacketKey::OutInterface: return std::string(asked.outInterface);
    default: return std::nullopt;
    }
}

std::string_view otherThan(PacketKey key)
{
    switch (key) {
    case PacketKey::Source: return Phrase::of("other source");
    case PacketKey::Destination: return Phrase::of("other destination");
    case PacketKey::Protocol: return Phrase::of("other protocol");
    case PacketKey::SourcePort:
    case PacketKey::DestinationPort:
    case PacketKey::AnyPort: return Phrase::of("other port");
    case PacketKey::InInterface: return Phrase::of("other incoming device");
    case PacketKey::OutInterface: return Phrase::of("other outgoing device");
    case PacketKey::Mark: return Phrase::of("other mark");
    case PacketKey::State: return Phrase::of("other state of the connection");
    case PacketKey::SourceType: return Phrase::of("other type of source");
    case PacketKey::DestinationType: return Phrase::of("other type of destination");
    case PacketKey::IcmpType:
    case PacketKey::IcmpCode: return Phrase::of("other type of ICMP");
    case PacketKey::TcpFlags: return Phrase::of("other TCP flags");
    case PacketKey::Family: return Phrase::of("other address family");
    case PacketKey::Chance: return Phrase::of("another chance");
    }
    return {};
}

} // namespace vethscope::kernel
