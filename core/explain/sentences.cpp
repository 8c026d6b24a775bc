#include "core/explain/sentences.h"

namespace vethscope::explain {

using path::Origin;

Sentence sentenceOf(const Origin &origin, const std::string &value)
{
    const std::string place = origin.pod.empty() ? origin.node : origin.pod;
    const std::string ip = origin.ip ? origin.ip->text() : std::string();
    switch (origin.kind) {
    case Origin::Kind::InterfaceMac:
    case Origin::Kind::InterfaceIp:
        if (!place.empty() && !origin.interface.empty())
            return Sentence::of("{} is the address of {} of {}", value, origin.interface, place);
        if (!place.empty())
            return Sentence::of("{} is an address of {}", value, place);
        return ip.empty() || ip == value ? Sentence::of("{} is a router's", value) : Sentence::of("{} is the MAC address of the router {}", value, ip);
    case Origin::Kind::PodMac:
    case Origin::Kind::PodIp: return Sentence::of("{} is the address of {} of the pod {}", value, origin.interface, place);
    case Origin::Kind::Neighbour: return Sentence::of("{} has {} at {} on {}", place, ip, value, origin.interface);
    case Origin::Kind::GatewayNeighbour:
        if (ip.empty())
            return Sentence::of("{} has the next hop at {} on {}", place, value, origin.interface);
        return Sentence::of("The next hop is {}, which {} has at {} on {}", ip, place, value, origin.interface);
    case Origin::Kind::LinkLocalGateway:
        if (ip == value)
            return Sentence::of("{} is Calico's gateway of every pod, which the pod's own host device answers for", value);
        return Sentence::of("The next hop is {}, Calico's gateway of every pod: the pod's host device answers for it with {}", ip, value);
    case Origin::Kind::Fdb: return Sentence::of("{} of {} forwards the inner MAC address to {}", origin.interface, place, value);
    case Origin::Kind::TunnelRemote: return Sentence::of("The other end of the tunnel is {} for {} of {}", value, origin.interface, place);
    case Origin::Kind::Lease: return Sentence::of("flanneld of {} knows {} as the node that has the lease", place, value);
    case Origin::Kind::ServiceIp: return Sentence::of("{} is a service's address", value);
    case Origin::Kind::External: return Sentence::of("{} is outside the cluster", value);
    case Origin::Kind::Broadcast: return Sentence::of("{} is for all on the link", value);
    case Origin::Kind::Multicast: return Sentence::of("{} is for a group", value);
    case Origin::Kind::Unset: return Sentence::of("{} stands for an address that is not known yet", value);
    default: return Sentence::of("Nobody is known to have {}", value);
    }
}

} // namespace vethscope::explain
