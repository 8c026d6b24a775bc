#include "core/explain/announcement.h"

#include "core/dissect/layerview.h"
#include "core/explain/shownframe.h"
#include "core/protocols/protocols.h"

#include <algorithm>
#include <array>

namespace vethscope::explain {
namespace {

constexpr std::size_t markerSize = 16, typePlace = 18, headerSize = 19, pathIdentifier = 4;
constexpr std::uint8_t update = 2, nextHopAttribute = 3, extendedLength = 0x10;

// The rest of a message, read from its front; empty as soon as something is longer than what is there.
class Rest
{
public:
    explicit Rest(Bytes bytes) : m_bytes(bytes) {}

    bool isEmpty() const { return m_bytes.empty(); }
    std::size_t octet() { return number(1); }
    std::size_t twoOctets() { return number(2); }
    Bytes take(std::size_t size)
    {
        const bool isThere = size <= m_bytes.size();
        const Bytes taken = m_bytes.first(isThere ? size : 0);
        m_bytes = isThere ? m_bytes.subspan(size) : Bytes();
        return taken;
    }

private:
    std::size_t number(std::size_t size)
    {
        std::size_t value = 0;
        for (const std::byte octet : take(size))
            value = value << 8 | std::to_integer<std::size_t>(octet);
        return value;
    }

    Bytes m_bytes;
};

std::optional<IpAddress> nextHopIn(Rest attributes)
{
    while (!attributes.isEmpty()) {
        const std::size_t flags = attributes.octet(), type = attributes.octet();
        const Bytes value = attributes.take((flags & extendedLength) != 0 ? attributes.twoOctets() : attributes.octet());
        if (type == nextHopAttribute && value.size() == 4)
            return IpAddress::fromBytes(value);
    }
    return std::nullopt;
}

// A length in bits, then as many octets as hold them; no bit is set behind the length.
std::optional<IpPrefix> takeNetwork(Rest &networks)
{
    if (networks.isEmpty())
        return std::nullopt;
    const std::size_t bits = networks.octet(), octets = (bits + 7) / 8;
    const Bytes bytes = networks.take(octets);
    if (bits > 32 || bytes.size() != octets)
        return std::nullopt;
    std::array<std::byte, 4> address{};
    std::ranges::copy(bytes, address.begin());
    const IpPrefix network{*IpAddress::fromBytes(address), static_cast<int>(bits)};
    return network.network() == network ? std::optional(network) : std::nullopt;
}

// Each behind so many octets of a path identifier; nothing where they are not written so.
std::optional<std::vector<IpPrefix>> networksIn(Rest rest, std::size_t identifier)
{
    std::vector<IpPrefix> networks;
    while (!rest.isEmpty()) {
        if (rest.take(identifier).size() != identifier)
            return std::nullopt;
        const auto network = takeNetwork(rest);
        if (!network)
            return std::nullopt;
        networks.push_back(*network);
    }
    return networks;
}

// The session agreed whether there are path identifiers (RFC 7911): it is told from the bytes.
std::vector<IpPrefix> networksIn(Rest rest)
{
    const auto plain = networksIn(rest, 0);
    // The front of an identifier looks like default routes, of which a router sends one.
    if (plain && std::ranges::count(*plain, 0, &IpPrefix::length) < 2)
        return *plain;
    const auto identified = networksIn(rest, pathIdentifier);
    return identified ? *identified : plain.value_or(std::vector<IpPrefix>());
}

// A segment may begin with the rest of another message, or end in the middle of one.
bool isWholeUpdate(Bytes message)
{
    return message.size() >= headerSize && std::ranges::all_of(message.first(markerSize), [](std::byte octet) { return octet == std::byte{0xff}; })
        && read16(message, markerSize) == message.size() && byteAt(message, typePlace) == update;
}

void addAnnouncements(Bytes message, Announcement found, std::vector<Announcement> &all)
{
    if (!isWholeUpdate(message))
        return;
    Rest body(message.subspan(headerSize));
    body.take(body.twoOctets()); // withdrawn
    found.nextHop = nextHopIn(Rest(body.take(body.twoOctets())));
    for (const IpPrefix &network : networksIn(body)) {
        found.network = network;
        all.push_back(found);
    }
}

} // namespace

std::vector<Announcement> announcementsIn(const PacketStore &store, const Dissector &dissector, const std::string &capture)
{
    std::vector<Announcement> all;
    Dissection packet;
    for (std::size_t row = 0; row < store.size(); ++row) {
        const Frame frame = store.frame(row);
        dissector.dissect(frame, packet);
        for (std::size_t i = 0; i < packet.size(); ++i) {
            if (packet[i].protocol != &protocols::bgp || packet[i].quoted)
                continue;
            if (const auto receiver = shownFrame(frame, packet).destination())
                addAnnouncements(LayerView(frame, packet, i).header(), {{}, {}, *receiver, capture, frame.number}, all);
        }
    }
    return all;
}

} // namespace vethscope::explain
