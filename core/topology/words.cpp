#include "core/topology/words.h"

namespace vethscope {

Sentence wordOf(LinkKind kind)
{
    switch (kind) {
    case LinkKind::Unknown: return Sentence::of("unknown");
    case LinkKind::Physical: return Sentence::of("physical");
    case LinkKind::Bridge: return Sentence::of("bridge");
    case LinkKind::Veth: return Sentence::of("veth");
    case LinkKind::Vxlan: return Sentence::of("vxlan");
    case LinkKind::Ipip: return Sentence::of("ipip");
    case LinkKind::Tun: return Sentence::of("tun");
    case LinkKind::Tap: return Sentence::of("tap");
    case LinkKind::Geneve: return Sentence::of("geneve");
    case LinkKind::Gre: return Sentence::of("gre");
    case LinkKind::Wireguard: return Sentence::of("wireguard");
    case LinkKind::Vlan: return Sentence::of("vlan");
    case LinkKind::Bond: return Sentence::of("bond");
    case LinkKind::Macvlan: return Sentence::of("macvlan");
    case LinkKind::Ipvlan: return Sentence::of("ipvlan");
    case LinkKind::Dummy: return Sentence::of("dummy");
    case LinkKind::Loopback: return Sentence::of("loopback");
    }
    return {};
}

Sentence wordOf(LinkState state)
{
    switch (state) {
    case LinkState::Unknown: return Sentence::of("unknown");
    case LinkState::Up: return Sentence::of("up");
    case LinkState::Down: return Sentence::of("down");
    }
    return {};
}

Sentence nodeCount(std::size_t nodes)
{
    return nodes == 1 ? Sentence::of("{} node", nodes) : Sentence::of("{} nodes", nodes);
}

Sentence podCount(std::size_t pods)
{
    return pods == 1 ? Sentence::of("{} pod", pods) : Sentence::of("{} pods", pods);
}

Sentence hostPodCount(std::size_t pods)
{
    return pods == 1 ? Sentence::of("{} pod on the host's network", pods) : Sentence::of("{} pods on the host's network", pods);
}

Sentence subnetCount(std::size_t subnets)
{
    return subnets == 1 ? Sentence::of("{} subnet", subnets) : Sentence::of("{} subnets", subnets);
}

Sentence problemCount(std::size_t problems)
{
    return problems == 1 ? Sentence::of("{} problem", problems) : Sentence::of("{} problems", problems);
}

} // namespace vethscope
