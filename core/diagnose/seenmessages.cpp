#include "core/diagnose/seenmessages.h"

#include "core/bytes/bytes.h"
#include "core/dissect/layerview.h"
#include "core/protocols/dns_names.h"
#include "core/protocols/protocols.h"

#include <cctype>

namespace vethscope::diagnose {
namespace {

constexpr std::uint16_t arpRequest = 1, arpReply = 2;
constexpr std::size_t dnsHeaderSize = 12;
constexpr std::uint8_t bgpUpdate = 2, bgpNotification = 3, bgpKeepalive = 4;

} // namespace

std::optional<std::pair<IpAddress, IpAddress>> addressesBefore(const SeenFrame &at, std::size_t layer)
{
    for (std::size_t i = layer; i-- > 0;) {
        if (at.packet[i].protocol != &protocols::ipv4 && at.packet[i].protocol != &protocols::ipv6)
            continue;
        const LayerView view(at.frame, at.packet, i);
        const auto source = IpAddress::fromBytes(view.raw(*view.protocol().source)), destination = IpAddress::fromBytes(view.raw(*view.protocol().destination));
        return source && destination ? std::optional(std::pair(*source, *destination)) : std::nullopt;
    }
    return std::nullopt;
}

// RFC 826; of IPv4 over Ethernet. Who announces or probes his own address waits for no answer (RFC 5227).
void addArp(const SeenFrame &at, std::size_t layer, Seen &seen)
{
    const Bytes message = at.from(layer);
    if (message.size() < 28 || byteAt(message, 4) != 6 || byteAt(message, 5) != 4)
        return;
    const auto sender = IpAddress::fromBytes(message.subspan(14, 4)), target = IpAddress::fromBytes(message.subspan(24, 4));
    const std::uint64_t operation = read16(message, 6);
    if (operation == arpRequest && *sender != *target && !sender->isAny()) {
        ArpSeen &asked = seen.arp[{at.point, *target}];
        if (asked.requests++ == 0) {
            asked.row = at.row;
            asked.asker = *sender;
        }
    }
    if (operation == arpReply)
        if (const auto mac = MacAddress::fromBytes(message.subspan(8, 6)))
            seen.arpMacs[{at.point, *sender}].try_emplace(*mac, at.row);
    if (operation == arpReply)
        seen.arpReplied.try_emplace({at.point, *target}, ArpRepliesSeen{at.row, {}}).first->second.from.insert(*sender);
    if (operation == arpReply || *sender == *target)
        ++seen.arp[{at.point, *sender}].replies;
    else if (!sender->isAny()) // who asks is there, too
        ++seen.arp[{at.point, *sender}].replies;
}

void addBgp(const SeenFrame &at, std::size_t layer, Seen &seen)
{
    const Bytes message = at.from(layer);
    const auto ends = addressesBefore(at, layer);
    if (!ends || message.size() < 19 || byteAt(message, 0) != 0xff)
        return;
    const std::uint8_t type = byteAt(message, 18);
    if (type == bgpNotification && message.size() >= 21)
        seen.notifications.push_back({at.row, at.point, ends->first, ends->second, byteAt(message, 19), byteAt(message, 20), at.frame.time});
    KeepaliveSeen &last = seen.keepalives[*ends];
    if ((type == bgpUpdate || type == bgpKeepalive) && at.frame.time >= last.time)
        last = {at.row, at.frame.time};
}

// RFC 1191, section 4; RFC 4443, section 3.2.
void addTooBig(const SeenFrame &at, std::size_t layer, Seen &seen)
{
    const Bytes message = at.from(layer);
    const auto ends = addressesBefore(at, layer);
    if (!ends || message.size() < 8)
        return;
    const bool isV6 = at.packet[layer].protocol == &protocols::icmpv6;
    if (isV6 ? byteAt(message, 0) == 2 : read16(message, 0) == 0x0304)
        seen.tooBig.push_back({at.row, ends->first, ends->second, static_cast<std::uint32_t>(isV6 ? read32(message, 4) : read16(message, 6))});
}

// RFC 1035, section 4.1.1.
void addDns(const SeenFrame &at, std::size_t layer, Seen &seen)
{
    const Bytes message = at.from(layer);
    const auto ends = addressesBefore(at, layer);
    if (!ends || layer == 0 || at.packet[layer - 1].protocol != &protocols::udp || message.size() < dnsHeaderSize || read16(message, 4) != 1)
        return;
    const Bytes udp = at.from(layer - 1);
    DnsSeen one{.row = at.row, .point = at.point, .depth = at.packet[layer].depth, .time = at.frame.time, .from = ends->first, .to = ends->second};
    one.fromPort = static_cast<std::uint16_t>(read16(udp, 0));
    one.toPort = static_cast<std::uint16_t>(read16(udp, 2));
    one.id = static_cast<std::uint16_t>(read16(message, 0));
    one.isResponse = (byteAt(message, 2) & 0x80) != 0;
    one.code = byteAt(message, 3) & 15;
    TextBuffer text;
    const auto name = readDnsName(message, dnsHeaderSize, text);
    if (!name || dnsHeaderSize + name->size + 2 > message.size())
        return;
    one.type = static_cast<std::uint16_t>(read16(message, dnsHeaderSize + name->size));
    one.name.assign(text.data(), text.size());
    std::ranges::transform(one.name, one.name.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    seen.dns.push_back(std::move(one));
}

} // namespace vethscope::diagnose
