#include "core/cluster/devicenames.h"

#include "core/bytes/digits.h"

#include <algorithm>
#include <array>

namespace vethscope {
namespace {

bool isNumber(std::string_view text)
{
    return !text.empty() && text.find_first_not_of("0123456789") == text.npos;
}

bool isNumbered(std::string_view name, std::string_view prefix)
{
    return name.starts_with(prefix) && isNumber(name.substr(prefix.size()));
}

struct Named {
    std::string_view name;
    LinkKind kind;
};

constexpr auto wholeNames = std::to_array<Named>({
    {"lo", LinkKind::Loopback},
    {"cni0", LinkKind::Bridge},            // the CNI bridge plugin
    {"cbr0", LinkKind::Bridge},            // kubenet
    {"docker_gwbridge", LinkKind::Bridge}, // Docker Swarm
    {"kube-bridge", LinkKind::Bridge},     // kube-router
    {"weave", LinkKind::Bridge},           // Weave Net, also the three below
    {"vethwe-bridge", LinkKind::Veth},
    {"vethwe-datapath", LinkKind::Veth},
    {"vxlan-6784", LinkKind::Vxlan},
    {"vxlan.calico", LinkKind::Vxlan},     // Calico
    {"vxlan-v6.calico", LinkKind::Vxlan},
    {"wireguard.cali", LinkKind::Wireguard},
    {"wg-v6.cali", LinkKind::Wireguard},
    {"tunl0", LinkKind::Ipip},             // the kernel's own first device, drivers/net/ipip.c
    {"cilium_vxlan", LinkKind::Vxlan},     // Cilium
    {"cilium_geneve", LinkKind::Geneve},
    {"cilium_wg0", LinkKind::Wireguard},
    {"cilium_host", LinkKind::Veth},
    {"cilium_net", LinkKind::Veth},
    {"flannel0", LinkKind::Tun},           // flannel's udp backend
    {"flannel-wg", LinkKind::Wireguard},
    {"flannel-wg-v6", LinkKind::Wireguard},
    {"flannel.ipip", LinkKind::Ipip},
    {"kube-ipvs0", LinkKind::Dummy},       // kube-proxy
    {"kube-dummy-if", LinkKind::Dummy},    // kube-router
    {"nodelocaldns", LinkKind::Dummy},
});

constexpr auto numbered = std::to_array<Named>({
    {"docker", LinkKind::Bridge},          // docker0
    {"podman", LinkKind::Bridge},
    {"cni-podman", LinkKind::Bridge},
    {"virbr", LinkKind::Bridge},           // libvirt
    {"vxlan_sys_", LinkKind::Vxlan},       // Open vSwitch names it after its port
    {"genev_sys_", LinkKind::Geneve},
    {"dummy", LinkKind::Dummy},            // drivers/net/dummy.c
    {"bond", LinkKind::Bond},              // drivers/net/bonding
});

} // namespace

std::optional<LinkKind> kindByName(std::string_view name)
{
    if (const auto found = std::ranges::find(wholeNames, name, &Named::name); found != wholeNames.end())
        return found->kind;
    for (const Named &entry : numbered)
        if (isNumbered(name, entry.name))
            return entry.kind;
    if (name.starts_with("br-") && name.size() > 3) // Docker's networks, and people's
        return LinkKind::Bridge;
    if (vniOfFlannelName(name))
        return LinkKind::Vxlan;
    return hasVethName(name) ? std::optional(LinkKind::Veth) : std::nullopt;
}

bool hasBridgeName(std::string_view name)
{
    static constexpr std::array prefixes{"cni", "cbr", "docker", "br", "virbr", "kube-bridge", "lxcbr", "lxdbr", "vmbr", "weave"};
    return std::ranges::any_of(prefixes, [&](std::string_view prefix) { return name.starts_with(prefix); });
}

bool hasVethName(std::string_view name)
{
    const auto begins = [&](std::string_view prefix) { return name.starts_with(prefix) && name.size() > prefix.size(); };
    return begins("veth") || (begins("cali") && !name.starts_with("calico")) || (begins("lxc") && !name.starts_with("lxcbr"));
}

bool hasCardName(std::string_view name)
{
    if (name.contains('.'))
        return false;
    if (name.starts_with("eth"))
        return isNumber(name.substr(3));
    static constexpr std::array prefixes{"eno", "ens", "enp", "enx", "enP", "em"};
    return std::ranges::any_of(prefixes, [&](std::string_view prefix) { return name.starts_with(prefix) && name.size() > prefix.size(); });
}

std::optional<std::uint32_t> vniOfFlannelName(std::string_view name)
{
    for (const std::string_view prefix : {"flannel.", "flannel-v6."})
        if (name.starts_with(prefix))
            return parseDigits(name.substr(prefix.size()), 10, 0xffffff);
    return std::nullopt;
}

} // namespace vethscope
