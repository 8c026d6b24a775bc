#include "core/cluster/interfacekinds.h"

#include "core/facts/digits.h"

#include <algorithm>
#include <array>
#include <functional>
#include <set>

namespace vethscope {
namespace {

bool isHexadecimal(std::string_view text)
{
    return std::ranges::all_of(text, [](char digit) { return (digit >= '0' && digit <= '9') || (digit >= 'a' && digit <= 'f'); });
}

// CNI's bridge plugin and Docker call a veth `veth` and random digits, Calico `cali` and eleven digits of a hash.
bool hasVethName(std::string_view name)
{
    return (name.starts_with("veth") && name.size() > 4 && isHexadecimal(name.substr(4)))
        || (name.starts_with("cali") && name.size() == 15 && isHexadecimal(name.substr(4)));
}

bool hasBridgeName(std::string_view name)
{
    static constexpr std::array prefixes{"cni", "cbr", "docker", "br", "virbr", "kube-bridge"};
    return std::ranges::any_of(prefixes, [&](std::string_view prefix) { return name.starts_with(prefix); });
}

// As the kernel (eth%d) and udev call wired network cards.
bool hasCardName(std::string_view name)
{
    if (name.contains('.'))
        return false;
    if (name.starts_with("eth"))
        return name.size() > 3 && name.find_first_not_of("0123456789", 3) == std::string_view::npos;
    static constexpr std::array prefixes{"eno", "ens", "enp", "enx", "enP", "em"};
    return std::ranges::any_of(prefixes, [&](std::string_view prefix) { return name.starts_with(prefix) && name.size() > prefix.size(); });
}

bool isGlobal(const IpPrefix &prefix)
{
    return !prefix.address.isLinkLocal() && !prefix.address.isLoopback();
}

bool isDockersMac(const std::optional<MacAddress> &mac)
{
    return mac && mac->bytes()[0] == 0x02 && mac->bytes()[1] == 0x42;
}

class Inference
{
public:
    Inference(std::span<const JoinedInterface> interfaces, NamespaceOf whose, std::span<const ClusterRoute> routes,
              std::span<const ClusterFdbEntry> fdb)
        : m_whose(whose)
    {
        for (const JoinedInterface &joined : interfaces)
            if (hasVethName(joined.interface.name) && !joined.interface.master.empty())
                m_mastersOfVeths.insert(joined.interface.master);
        for (const ClusterRoute &route : routes)
            if (route.to.length == 0)
                m_carryDefault.insert(route.interface);
        for (const ClusterFdbEntry &entry : fdb)
            if (entry.destination)
                m_forwardToHosts.insert(entry.interface);
    }

    LinkKind kindOf(const JoinedInterface &joined) const
    {
        const ClusterInterface &interface = joined.interface;
        const std::string &name = interface.name;
        if (interface.kind == LinkKind::Tap && m_whose == NamespaceOf::Node && isUplink(interface))
            return LinkKind::Physical;
        if (interface.kind != LinkKind::Unknown)
            return interface.kind;
        if (name == "lo")
            return LinkKind::Loopback;
        if (hasBridgeName(name) && m_mastersOfVeths.contains(name))
            return LinkKind::Bridge;
        if (name == "docker0" && isDockersMac(interface.mac))
            return LinkKind::Bridge;
        if (hasVethName(name))
            return LinkKind::Veth;
        // Only VXLAN's forwarding table has `dst`, and flannel calls its devices so.
        if (m_forwardToHosts.contains(name) || vniOfFlannelName(name))
            return LinkKind::Vxlan;
        if (name == "tunl0")
            return LinkKind::Ipip; // the kernel's own first device, drivers/net/ipip.c
        if (name == "flannel0")
            return LinkKind::Tun; // flannel's udp backend
        if (m_whose == NamespaceOf::Node && isCard(joined))
            return LinkKind::Physical;
        return LinkKind::Unknown;
    }

private:
    bool isUplink(const ClusterInterface &interface) const
    {
        return m_carryDefault.contains(interface.name) && std::ranges::any_of(interface.addresses, isGlobal);
    }

    // `ip` shows the other end behind a veth's name (`eth0@if12`), ifconfig does not; but Docker, in whose containers a node may
    // live, gives itself away by its MAC addresses.
    static bool isCard(const JoinedInterface &joined)
    {
        const ClusterInterface &interface = joined.interface;
        return hasCardName(interface.name) && !interface.peerIfindex && joined.peerName.empty() && !joined.netnsId && joined.netns.empty()
            && interface.mac && !isDockersMac(interface.mac) && std::ranges::any_of(interface.addresses, isGlobal);
    }

    NamespaceOf m_whose;
    std::set<std::string, std::less<>> m_mastersOfVeths, m_carryDefault, m_forwardToHosts;
};

} // namespace

void inferKinds(std::vector<JoinedInterface> &interfaces, NamespaceOf whose, std::span<const ClusterRoute> routes,
                std::span<const ClusterFdbEntry> fdb)
{
    const Inference inference(interfaces, whose, routes, fdb);
    for (JoinedInterface &joined : interfaces) {
        ClusterInterface &interface = joined.interface;
        interface.kind = inference.kindOf(joined);
        const auto vni = vniOfFlannelName(interface.name);
        if (interface.kind == LinkKind::Vxlan && vni && !interface.tunnel)
            interface.tunnel.emplace().vni = vni;
    }
}

std::optional<std::uint32_t> vniOfFlannelName(std::string_view name)
{
    constexpr std::string_view prefix = "flannel.";
    if (!name.starts_with(prefix))
        return std::nullopt;
    return parseDigits(name.substr(prefix.size()), 10, 0xffffff);
}

} // namespace vethscope
