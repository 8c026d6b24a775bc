#include "core/path/fields.h"

#include "core/address/ipprotocol.h"

#include <fmt/format.h>

namespace vethscope::path {
namespace {

// The fields of one packet as they are collected.
class Collector
{
public:
    Collector(const Packet &packet, SeenOn where) : m_packet(packet), m_where(where) {}

    std::vector<Field> collect()
    {
        const std::size_t readable = m_packet.readable();
        for (std::size_t i = 0; i < readable; ++i) {
            m_depth = i;
            m_scope = m_packet.isEncapsulated() ? (i == 0 ? "underlay" : "overlay") : m_where == SeenOn::TunnelDevice ? "overlay" : "native";
            addLink(m_packet.scopes[i]);
            addIp(m_packet.scopes[i].ip);
            addTunnel(m_packet.scopes[i]);
        }
        if (readable == m_packet.scopes.size())
            addTransport();
        return std::move(m_fields);
    }

private:
    template <typename T>
    void add(std::string_view name, std::optional<std::string> value, const Traced<T> &traced)
    {
        if (value || m_where != SeenOn::Router)
            m_fields.push_back({m_scope, m_depth, name, std::move(value), traced.origin, traced.evidence, traced.ask, traced.askOn, traced.isShown});
    }

    void addConstant(std::string_view name, std::string value)
    {
        m_fields.push_back({m_scope, m_depth, name, std::move(value), Origin{.kind = Origin::Kind::Constant}, {}, {}, {}});
    }

    void addMac(std::string_view name, const Traced<std::optional<MacAddress>> &mac)
    {
        add(name, mac.value ? std::optional(mac.value->text()) : std::nullopt, mac);
    }

    void addLink(const Scope &scope)
    {
        if (!scope.link)
            return;
        addMac("eth.src", scope.link->source);
        addMac("eth.dst", scope.link->destination);
        addConstant("eth.type", scope.ip.destination.value.isV6() ? "0x86dd" : "0x0800");
    }

    void addIp(const IpHeader &ip)
    {
        const bool v6 = ip.destination.value.isV6();
        add(v6 ? "ipv6.src" : "ip.src", ip.source.value.text(), ip.source);
        add(v6 ? "ipv6.dst" : "ip.dst", ip.destination.value.text(), ip.destination);
        if (ip.timeToLive.value)
            add(v6 ? "ipv6.hlim" : "ip.ttl", std::to_string(*ip.timeToLive.value), ip.timeToLive);
        addConstant(v6 ? "ipv6.nxt" : "ip.proto", std::to_string(ip.protocol));
    }

    void addTunnel(const Scope &scope)
    {
        if (!scope.tunnel)
            return;
        const TunnelHeader &tunnel = *scope.tunnel;
        const auto text = [](const auto &number) { return number ? std::optional(std::to_string(*number)) : std::nullopt; };
        if (tunnel.sourcePort.value)
            add("udp.srcport", text(tunnel.sourcePort.value), tunnel.sourcePort);
        if (scope.ip.protocol == ipprotocol::udp)
            add("udp.dstport", text(tunnel.port.value), tunnel.port);
        if (tunnel.type == TunnelType::Vxlan)
            add("vxlan.vni", text(tunnel.vni.value), tunnel.vni);
        if (tunnel.type == TunnelType::Geneve)
            add("geneve.vni", tunnel.vni.value ? std::optional(fmt::format("0x{:06x}", *tunnel.vni.value)) : std::nullopt, tunnel.vni);
    }

    // An ephemeral port is not foretold, and left out.
    void addTransport()
    {
        const std::uint8_t protocol = m_packet.inner().ip.protocol;
        if (protocol == ipprotocol::tcp || protocol == ipprotocol::udp) {
            if (m_packet.sourcePort)
                add(protocol == ipprotocol::tcp ? "tcp.srcport" : "udp.srcport", std::to_string(m_packet.sourcePort->value), *m_packet.sourcePort);
            if (m_packet.destinationPort)
                add(protocol == ipprotocol::tcp ? "tcp.dstport" : "udp.dstport", std::to_string(m_packet.destinationPort->value), *m_packet.destinationPort);
        } else if (m_packet.icmpType) {
            addConstant(protocol == ipprotocol::icmpv6 ? "icmpv6.type" : "icmp.type", std::to_string(*m_packet.icmpType));
        }
    }

    const Packet &m_packet;
    SeenOn m_where;
    std::size_t m_depth = 0;
    std::string_view m_scope;
    std::vector<Field> m_fields;
};

} // namespace

std::vector<Field> fieldsOf(const Packet &packet, SeenOn where)
{
    return Collector(packet, where).collect();
}

} // namespace vethscope::path
