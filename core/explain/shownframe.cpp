#include "core/explain/shownframe.h"

#include "core/address/ipprotocol.h"
#include "core/dissect/layerview.h"
#include "core/protocols/protocols.h"

#include <algorithm>

namespace vethscope::explain {
namespace {

constexpr std::size_t macSize = 6, ipv6Size = 16, arpAddresses = 8, ndpTarget = 8;
constexpr std::uint8_t neighbourSolicitation = 135, neighbourAdvertisement = 136;

// Collects the frame's headers from the outside in.
class Collector
{
public:
    Collector(const Frame &frame, const Dissection &packet) : m_frame(frame), m_packet(packet) {}

    ShownFrame collect()
    {
        for (std::size_t i = 0; i < m_packet.size() && !m_packet[i].quoted; ++i)
            add(LayerView(m_frame, m_packet, i));
        return std::move(m_shown);
    }

private:
    void add(const LayerView &view)
    {
        const Protocol *const protocol = &view.protocol();
        if (view.layer().tunnel && !protocol->tunnel.empty())
            m_shown.tunnels.push_back(protocol->tunnel);
        if (protocol == &protocols::ethernet)
            addMacs(view, "eth.src", "eth.dst");
        else if (protocol == &protocols::ipv4)
            addIps(view, "ip.src", "ip.dst", byteAt(view.header(), 9), byteAt(view.header(), 8));
        else if (protocol == &protocols::ipv6)
            addIps(view, "ipv6.src", "ipv6.dst", byteAt(view.header(), 6), byteAt(view.header(), 7));
        else if (protocol == &protocols::arp)
            addArp(view);
        else if (protocol == &protocols::linuxSll && read16(view.header(), 4) == macSize)
            addMac(view, "sll.src.eth", view.header().subspan(6, macSize));
        else if (protocol == &protocols::linuxSll2)
            addSll2(view);
        else
            addTransport(view);
    }

    void addMac(const LayerView &view, std::string_view name, Bytes bytes)
    {
        if (const auto mac = MacAddress::fromBytes(bytes))
            m_shown.fields.push_back({name, view.layer().depth, *mac, {}});
    }

    void addIp(const LayerView &view, std::string_view name, Bytes bytes)
    {
        if (const auto ip = IpAddress::fromBytes(bytes))
            m_shown.fields.push_back({name, view.layer().depth, {}, *ip});
    }

    void addMacs(const LayerView &view, std::string_view source, std::string_view destination)
    {
        addMac(view, source, view.raw(*view.protocol().source));
        addMac(view, destination, view.raw(*view.protocol().destination));
    }

    void addIps(const LayerView &view, std::string_view source, std::string_view destination, std::uint8_t protocol, std::uint8_t timeToLive)
    {
        addIp(view, source, view.raw(*view.protocol().source));
        addIp(view, destination, view.raw(*view.protocol().destination));
        m_shown.depth = view.layer().depth;
        m_shown.protocol = protocol;
        m_shown.timeToLive = timeToLive;
        m_shown.sourcePort = m_shown.destinationPort = std::nullopt;
    }

    void addArp(const LayerView &view)
    {
        const Bytes header = view.header();
        if (byteAt(header, 4) != macSize || byteAt(header, 5) != 4 || header.size() < arpAddresses + 2 * (macSize + 4))
            return;
        m_shown.arpOperation = read16(header, 6);
        m_shown.depth = view.layer().depth;
        addMac(view, "arp.src.hw_mac", header.subspan(8, macSize));
        addIp(view, "arp.src.proto_ipv4", header.subspan(14, 4));
        addMac(view, "arp.dst.hw_mac", header.subspan(18, macSize));
        addIp(view, "arp.dst.proto_ipv4", header.subspan(24, 4));
    }

    void addSll2(const LayerView &view)
    {
        m_shown.ifindex = read32(view.header(), 4);
        if (byteAt(view.header(), 11) == macSize)
            addMac(view, "sll.src.eth", view.header().subspan(12, macSize));
    }

    void addTransport(const LayerView &view)
    {
        const Protocol *const protocol = &view.protocol();
        if (protocol == &protocols::tcp || protocol == &protocols::udp) {
            m_shown.sourcePort = read16(view.header(), 0);
            m_shown.destinationPort = read16(view.header(), 2);
            m_shown.protocol = protocol == &protocols::tcp ? ipprotocol::tcp : ipprotocol::udp;
            if (protocol == &protocols::tcp)
                m_shown.tcpFlags = byteAt(view.header(), 13);
        } else if (protocol == &protocols::icmp || protocol == &protocols::icmpv6) {
            m_shown.icmpType = byteAt(view.header(), 0);
            m_shown.protocol = protocol == &protocols::icmp ? ipprotocol::icmp : ipprotocol::icmpv6;
            if (protocol == &protocols::icmpv6)
                addNdpTarget(view.header());
        }
    }

    // Without its target the dissector would not have taken it for one.
    void addNdpTarget(Bytes header)
    {
        if (m_shown.icmpType == neighbourSolicitation || m_shown.icmpType == neighbourAdvertisement)
            m_shown.ndpTarget = IpAddress::fromBytes(header.subspan(ndpTarget, ipv6Size));
    }

    const Frame &m_frame;
    const Dissection &m_packet;
    ShownFrame m_shown;
};

} // namespace

const ShownField *ShownFrame::field(std::string_view name, std::size_t wanted) const
{
    const auto isIt = [&](const ShownField &field) { return field.name == name && field.depth == wanted; };
    const auto found = std::ranges::find_if(fields, isIt);
    return found == fields.end() ? nullptr : &*found;
}

std::optional<IpAddress> ShownFrame::innermost(std::string_view v4, std::string_view v6) const
{
    const ShownField *found = field(v4, depth);
    if (!found)
        found = field(v6, depth);
    return found ? found->ip : std::nullopt;
}

path::TunnelSeen ShownFrame::tunnelSeen() const
{
    path::TunnelSeen seen;
    for (std::size_t scope = depth + 1; scope-- > 0;) {
        const ShownField *const mac = field("eth.dst", scope), *const v4 = field("ip.dst", scope), *const v6 = field("ipv6.dst", scope);
        seen.linkDestinations.push_back(mac ? mac->mac : std::nullopt);
        seen.destinations.push_back(v4 ? v4->ip : v6 ? v6->ip : std::nullopt);
    }
    return seen;
}

ShownFrame shownFrame(const Frame &frame, const Dissection &packet)
{
    return Collector(frame, packet).collect();
}

} // namespace vethscope::explain
