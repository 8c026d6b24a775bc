#include "core/cluster/interfacekinds.h"

#include "core/cluster/devicenames.h"
#include "core/cluster/told.h"
#include "core/bytes/digits.h"

#include <algorithm>
#include <array>
#include <functional>
#include <set>

namespace vethscope {
namespace {

bool isGlobal(const IpPrefix &prefix)
{
    return !prefix.address.isLinkLocal() && !prefix.address.isLoopback();
}

bool isDockersMac(const std::optional<MacAddress> &mac)
{
    return mac && mac->bytes()[0] == 0x02 && mac->bytes()[1] == 0x42;
}

// As link type, or by an Ethernet address where no line says the type.
bool isEthernet(const JoinedInterface &joined)
{
    return joined.interface.hardware == "ether" || (joined.interface.hardware.empty() && joined.interface.mac);
}

// What cannot be Ethernet is no bridge, no veth and no VXLAN, however it is called; and WireGuard, TUN and IPIP are none.
bool canBe(LinkKind kind, const JoinedInterface &joined)
{
    const bool isTunnel = kind == LinkKind::Wireguard || kind == LinkKind::Ipip || kind == LinkKind::Tun;
    if (isTunnel)
        return !isEthernet(joined);
    if (kind == LinkKind::Loopback)
        return joined.interface.hardware.empty() || joined.interface.hardware == "loopback";
    return !joined.interface.pointToPoint && (joined.interface.hardware.empty() || joined.interface.hardware == "ether");
}

class Inference
{
public:
    Inference(std::span<const JoinedInterface> interfaces, NamespaceOf whose, std::span<const Route> routes,
              std::span<const ForwardingEntry> fdb, const std::set<IpAddress> &nodeAddresses)
        : m_whose(whose), m_nodeAddresses(nodeAddresses)
    {
        for (const JoinedInterface &joined : interfaces) {
            m_names.insert(joined.interface.name);
            if (joined.interface.master)
                (joined.bondPort ? m_bonds : m_masters).insert(*joined.interface.master);
        }
        for (const Route &route : routes)
            if (route.to.length == 0)
                m_carryDefault.insert(route.interface);
        for (const ForwardingEntry &entry : fdb)
            if (entry.destination)
                m_forwardToHosts.insert(entry.interface);
    }

    LinkKind kindOf(const JoinedInterface &joined) const
    {
        const NetworkInterface &interface = joined.interface;
        const std::string &name = interface.name;
        if (interface.kind == LinkKind::Tap && m_whose == NamespaceOf::Node && isUplink(interface))
            return LinkKind::Physical;
        if (interface.kind == LinkKind::Tun && kindByName(name) == LinkKind::Wireguard)
            return LinkKind::Wireguard; // wireguard-go's
        if (interface.kind != LinkKind::Unknown)
            return interface.kind;
        if (joined.interface.hardware == "gre" || joined.interface.hardware == "gre6") // ARPHRD_IPGRE
            return LinkKind::Gre;
        if (m_bonds.contains(name))
            return LinkKind::Bond;
        if (hasBridgeName(name) && m_masters.contains(name) && canBe(LinkKind::Bridge, joined))
            return LinkKind::Bridge;
        if (const auto kind = kindByName(name); kind && canBe(*kind, joined))
            return *kind;
        // Only VXLAN's forwarding table has `dst`.
        if (m_forwardToHosts.contains(name) && canBe(LinkKind::Vxlan, joined))
            return LinkKind::Vxlan;
        if (isVlan(joined))
            return LinkKind::Vlan;
        if (m_whose == NamespaceOf::Node && isCard(joined))
            return LinkKind::Physical;
        return LinkKind::Unknown;
    }

private:
    bool isUplink(const NetworkInterface &interface) const
    {
        return m_carryDefault.contains(interface.name) && std::ranges::any_of(interface.addresses, isGlobal);
    }

    // LOWER.VID, the name that vconfig and all set-ups after it give, on an interface LOWER.
    bool isVlan(const JoinedInterface &joined) const
    {
        const std::string_view name = joined.interface.name;
        const std::size_t dot = name.rfind('.');
        if (dot == std::string_view::npos || !canBe(LinkKind::Vlan, joined))
            return false;
        const auto id = parseDigits(name.substr(dot + 1), 10, 4094);
        const std::string_view lower = name.substr(0, dot);
        return id && *id > 0 && (joined.peerName.empty() ? m_names.contains(lower) && !joined.interface.peerIfindex : joined.peerName == lower);
    }

    // `ip` shows the other end behind a veth's name (`eth0@if12`), ifconfig does not; but Docker, in whose containers a node may
    // live, gives itself away by its MAC addresses.
    bool isCard(const JoinedInterface &joined) const
    {
        const NetworkInterface &interface = joined.interface;
        const bool standsAlone = !interface.peerIfindex && joined.peerName.empty() && !joined.netnsId && joined.netns.empty();
        if (!standsAlone || !isEthernet(joined) || joined.interface.pointToPoint || isDockersMac(interface.mac) || m_masters.contains(interface.name))
            return false;
        if (joined.bondPort || (!interface.master && m_carryDefault.contains(interface.name)))
            return true;
        const auto isNodes = [&](const IpPrefix &prefix) { return m_nodeAddresses.contains(prefix.address); };
        return std::ranges::any_of(interface.addresses, isNodes)
            || (hasCardName(interface.name) && interface.mac && std::ranges::any_of(interface.addresses, isGlobal));
    }

    NamespaceOf m_whose;
    const std::set<IpAddress> &m_nodeAddresses;
    std::set<std::string, std::less<>> m_names, m_masters, m_bonds, m_carryDefault, m_forwardToHosts;
};

} // namespace

void inferKinds(std::vector<JoinedInterface> &interfaces, NamespaceOf whose, std::span<const Route> routes,
                std::span<const ForwardingEntry> fdb, const std::set<IpAddress> &nodeAddresses)
{
    const Inference inference(interfaces, whose, routes, fdb, nodeAddresses);
    for (JoinedInterface &joined : interfaces) {
        NetworkInterface &interface = joined.interface;
        interface.kind = inference.kindOf(joined);
        const auto vni = vniOfFlannelName(interface.name);
        if (interface.kind == LinkKind::Vxlan && vni && !interface.tunnel)
            interface.tunnel.emplace().vni = Known<std::uint32_t>(*vni, firstOf(interface.evidence)); // only its name says so
    }
}

} // namespace vethscope
