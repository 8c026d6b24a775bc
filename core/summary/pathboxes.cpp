#include "core/summary/pathboxes.h"

#include <algorithm>
#include <numeric>

namespace vethscope {
namespace {

using namespace path;
using path::Packet;
using HeaderScope = vethscope::Scope;

constexpr std::uint8_t icmp = 1, tcp = 6, udp = 17, icmp6 = 58;
constexpr std::uint32_t ethernetSize = 14, ipv4Size = 20, ipv6Size = 40, udpSize = 8, tunnelSize = 8, greSize = 4;
constexpr std::uint32_t wireguardSize = 16 + 16; // of transport data, with the authentication tag behind it (WireGuard, section 5.4.6)

std::string_view headerOf(std::string_view field)
{
    return field.substr(0, field.find('.'));
}

std::size_t scopesOf(const Hop &hop)
{
    return hop.packet ? hop.packet->scopes.size() : 0;
}

// Counted from the inside.
std::size_t innerPlace(const Hop &hop, std::size_t depth)
{
    return scopesOf(hop) - 1 - depth;
}

// The boxes of one packet, outermost first.
class Boxing
{
public:
    explicit Boxing(const Hop &hop) : m_hop(hop), m_packet(*hop.packet) { }

    std::vector<PathBox> boxes()
    {
        for (m_depth = 0; m_depth < m_packet.scopes.size(); ++m_depth)
            addScope(m_packet.scopes[m_depth]);
        addTransport();
        return std::move(m_boxes);
    }

private:
    HeaderScope scope() const
    {
        if (m_depth > 0)
            return HeaderScope::Overlay;
        return m_packet.isEncapsulated() ? HeaderScope::Underlay : m_hop.where == SeenOn::TunnelDevice ? HeaderScope::Overlay : HeaderScope::Native;
    }

    void add(std::string title, std::string_view protocol, std::uint32_t size, HeaderScope scope)
    {
        Box box{.title = std::move(title), .scope = scope, .depth = static_cast<std::uint8_t>(m_depth)};
        box.size = size;
        box.layer = static_cast<std::int32_t>(m_boxes.size());
        m_boxes.push_back({std::move(box), protocol});
    }

    void addScope(const path::Scope &headers)
    {
        const bool v6 = headers.ip.destination.value.isV6();
        if (headers.link)
            add("Ethernet", "eth", ethernetSize, scope());
        add(v6 ? "IPv6" : "IPv4", v6 ? "ipv6" : "ip", v6 ? ipv6Size : ipv4Size, scope());
        if (headers.tunnel)
            addTunnel(headers);
    }

    void addTunnel(const path::Scope &headers)
    {
        const TunnelHeader &tunnel = *headers.tunnel;
        if (headers.ip.protocol == udp)
            add("UDP", "udp", udpSize, scope());
        const auto numbered = [&](const char *name) { return tunnel.vni.value ? fmt::format("{} {}", name, *tunnel.vni.value) : std::string(name); };
        switch (tunnel.type) {
        case TunnelType::Vxlan: return add(numbered("VXLAN"), "vxlan", tunnelSize, HeaderScope::Tunnel);
        case TunnelType::Geneve: return add(numbered("Geneve"), "geneve", tunnelSize, HeaderScope::Tunnel);
        case TunnelType::Gre: return add("GRE", "gre", greSize, HeaderScope::Tunnel);
        case TunnelType::Ipip: return add("IPIP", "ipip", 0, HeaderScope::Tunnel);
        case TunnelType::FlannelUdp: return add("flannel UDP", "flannel", 0, HeaderScope::Tunnel);
        case TunnelType::Wireguard: return add("WireGuard", "wg", wireguardSize, HeaderScope::Tunnel);
        }
    }

    // With all that it carries: how long an answer's options are is not foretold.
    void addTransport()
    {
        const IpHeader &ip = m_packet.inner().ip;
        m_depth = m_packet.scopes.size() - 1;
        const std::uint32_t header = ip.destination.value.isV6() ? ipv6Size : ipv4Size;
        const std::uint32_t size = ip.length - std::min(ip.length, header);
        if (ip.protocol == tcp)
            return add("TCP", "tcp", size, scope());
        if (ip.protocol == icmp || ip.protocol == icmp6)
            return add(ip.protocol == icmp ? "ICMP" : "ICMPv6", ip.protocol == icmp ? "icmp" : "icmpv6", size, scope());
        if (ip.protocol != udp || size < udpSize)
            return;
        add("UDP", "udp", udpSize, scope());
        if (size > udpSize)
            add("Payload", "payload", size - udpSize, scope());
    }

    const Hop &m_hop;
    const Packet &m_packet;
    std::size_t m_depth = 0;
    std::vector<PathBox> m_boxes;
};

std::vector<PathBox> boxed(const Hop *hop)
{
    return hop && hop->packet ? Boxing(*hop).boxes() : std::vector<PathBox>();
}

bool has(const std::vector<PathBox> &boxes, const Hop *hop, std::string_view protocol, std::size_t inner)
{
    return hop && std::ranges::any_of(boxes, [&](const PathBox &box) { return box.protocol == protocol && innerPlace(*hop, box.box.depth) == inner; });
}

} // namespace

std::vector<FieldFate> fatesBetween(const Hop *before, const Hop &now)
{
    std::vector<FieldFate> fates;
    const std::vector<path::Field> fields = now.fields();
    if (!before || !before->packet || !now.packet) {
        for (const path::Field &field : fields)
            fates.push_back({field, {}, Fate::Kept});
        return fates;
    }
    const std::vector<path::Field> old = before->fields();
    const std::vector<PathBox> oldHeaders = boxed(before), headers = boxed(&now);
    for (const path::Field &field : old)
        if (!has(headers, &now, headerOf(field.name), innerPlace(*before, field.depth)))
            fates.push_back({field, {}, Fate::Removed});
    for (const path::Field &field : fields) {
        const std::size_t inner = innerPlace(now, field.depth);
        const auto was = std::ranges::find_if(old, [&](const path::Field &one) { return one.name == field.name && innerPlace(*before, one.depth) == inner; });
        FieldFate &fate = fates.emplace_back(FieldFate{field, {}, Fate::Kept});
        if (!has(oldHeaders, before, headerOf(field.name), inner))
            fate.fate = Fate::Added;
        else if (was != old.end() && was->value && field.value && *was->value != *field.value) {
            fate.fate = Fate::Rewritten;
            fate.before = was->value;
        }
    }
    return fates;
}

PathBoxes boxesBetween(const Hop *before, const Hop &now)
{
    PathBoxes boxes{boxed(before), boxed(&now)};
    if (boxes.before.empty() || boxes.now.empty())
        return boxes;
    for (PathBox &box : boxes.before)
        if (!has(boxes.now, &now, box.protocol, innerPlace(*before, box.box.depth)))
            box.fate = Fate::Removed;
    const std::vector<FieldFate> fates = fatesBetween(before, now);
    for (PathBox &box : boxes.now) {
        if (!has(boxes.before, before, box.protocol, innerPlace(now, box.box.depth))) {
            box.fate = Fate::Added;
            continue;
        }
        for (const FieldFate &fate : fates)
            if (fate.fate == Fate::Rewritten && fate.field.depth == box.box.depth && headerOf(fate.field.name) == box.protocol)
                box.changes.push_back(fate);
        if (!box.changes.empty())
            box.fate = Fate::Rewritten;
    }
    return boxes;
}

std::uint32_t sizeOf(const std::vector<PathBox> &boxes)
{
    return std::accumulate(boxes.begin(), boxes.end(), 0u, [](std::uint32_t sum, const PathBox &box) { return sum + box.box.size; });
}

} // namespace vethscope
