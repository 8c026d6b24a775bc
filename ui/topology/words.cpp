#include "ui/topology/words.h"

#include <QCoreApplication>

#include <array>

namespace vethscope {
namespace {

// Every phrase of core/topology, and what core/cluster says of contradictions.
constexpr auto phrases = std::to_array<const char *>({
    QT_TRANSLATE_NOOP("Topology", "address"),
    QT_TRANSLATE_NOOP("Topology", "and {} more"),
    QT_TRANSLATE_NOOP("Topology", "between"),
    QT_TRANSLATE_NOOP("Topology", "BGP down"),
    QT_TRANSLATE_NOOP("Topology", "BGP established"),
    QT_TRANSLATE_NOOP("Topology", "BGP peer"),
    QT_TRANSLATE_NOOP("Topology", "BGP session"),
    QT_TRANSLATE_NOOP("Topology", "BGP sessions"),
    QT_TRANSLATE_NOOP("Topology", "bond"),
    QT_TRANSLATE_NOOP("Topology", "bridge"),
    QT_TRANSLATE_NOOP("Topology", "bridge not seen"),
    QT_TRANSLATE_NOOP("Topology", "Cluster"),
    QT_TRANSLATE_NOOP("Topology", "default"),
    QT_TRANSLATE_NOOP("Topology", "dotted: not seen"),
    QT_TRANSLATE_NOOP("Topology", "down"),
    QT_TRANSLATE_NOOP("Topology", "down: {}"),
    QT_TRANSLATE_NOOP("Topology", "dummy"),
    QT_TRANSLATE_NOOP("Topology", "each node with each"),
    QT_TRANSLATE_NOOP("Topology", "error"),
    QT_TRANSLATE_NOOP("Topology", "established"),
    QT_TRANSLATE_NOOP("Topology", "far end"),
    QT_TRANSLATE_NOOP("Topology", "fold"),
    QT_TRANSLATE_NOOP("Topology", "from {} line {}"),
    QT_TRANSLATE_NOOP("Topology", "gateway"),
    QT_TRANSLATE_NOOP("Topology", "geneve"),
    QT_TRANSLATE_NOOP("Topology", "gre"),
    QT_TRANSLATE_NOOP("Topology", "index"),
    QT_TRANSLATE_NOOP("Topology", "interface"),
    QT_TRANSLATE_NOOP("Topology", "IP routing"),
    QT_TRANSLATE_NOOP("Topology", "ipip"),
    QT_TRANSLATE_NOOP("Topology", "ipvlan"),
    QT_TRANSLATE_NOOP("Topology", "legend"),
    QT_TRANSLATE_NOOP("Topology", "loopback"),
    QT_TRANSLATE_NOOP("Topology", "MAC"),
    QT_TRANSLATE_NOOP("Topology", "macvlan"),
    QT_TRANSLATE_NOOP("Topology", "MTU"),
    QT_TRANSLATE_NOOP("Topology", "network"),
    QT_TRANSLATE_NOOP("Topology", "next hop"),
    QT_TRANSLATE_NOOP("Topology", "next hop, no tunnel"),
    QT_TRANSLATE_NOOP("Topology", "next hops between {} pairs of nodes"),
    QT_TRANSLATE_NOOP("Topology", "No host output shows what is at its other end."),
    QT_TRANSLATE_NOOP("Topology", "no pods seen"),
    QT_TRANSLATE_NOOP("Topology", "node"),
    QT_TRANSLATE_NOOP("Topology", "node not seen"),
    QT_TRANSLATE_NOOP("Topology", "node, only spoken of"),
    QT_TRANSLATE_NOOP("Topology", "not seen"),
    QT_TRANSLATE_NOOP("Topology", "note"),
    QT_TRANSLATE_NOOP("Topology", "on {}"),
    QT_TRANSLATE_NOOP("Topology", "one way only"),
    QT_TRANSLATE_NOOP("Topology", "Only {} knows the other end."),
    QT_TRANSLATE_NOOP("Topology", "other end"),
    QT_TRANSLATE_NOOP("Topology", "overlay: what the pods see"),
    QT_TRANSLATE_NOOP("Topology", "own end"),
    QT_TRANSLATE_NOOP("Topology", "Packets are sent this way, but no host output shows what is there."),
    QT_TRANSLATE_NOOP("Topology", "physical"),
    QT_TRANSLATE_NOOP("Topology", "pod in {}"),
    QT_TRANSLATE_NOOP("Topology", "pod not seen"),
    QT_TRANSLATE_NOOP("Topology", "pod, nobody listed it"),
    QT_TRANSLATE_NOOP("Topology", "pods"),
    QT_TRANSLATE_NOOP("Topology", "pods, not encapsulated"),
    QT_TRANSLATE_NOOP("Topology", "port of"),
    QT_TRANSLATE_NOOP("Topology", "role"),
    QT_TRANSLATE_NOOP("Topology", "route reflector"),
    QT_TRANSLATE_NOOP("Topology", "router"),
    QT_TRANSLATE_NOOP("Topology", "router, known by what nodes say of it"),
    QT_TRANSLATE_NOOP("Topology", "routes"),
    QT_TRANSLATE_NOOP("Topology", "routes through {}"),
    QT_TRANSLATE_NOOP("Topology", "state"),
    QT_TRANSLATE_NOOP("Topology", "subnet not seen"),
    QT_TRANSLATE_NOOP("Topology", "subnet of the underlay"),
    QT_TRANSLATE_NOOP("Topology", "tap"),
    QT_TRANSLATE_NOOP("Topology", "The two ends are set differently."),
    QT_TRANSLATE_NOOP("Topology", "tun"),
    QT_TRANSLATE_NOOP("Topology", "tunnel"),
    QT_TRANSLATE_NOOP("Topology", "tunnel device"),
    QT_TRANSLATE_NOOP("Topology", "UDP port"),
    QT_TRANSLATE_NOOP("Topology", "underlay: what the nodes see"),
    QT_TRANSLATE_NOOP("Topology", "unfold"),
    QT_TRANSLATE_NOOP("Topology", "unknown"),
    QT_TRANSLATE_NOOP("Topology", "up"),
    QT_TRANSLATE_NOOP("Topology", "veth"),
    QT_TRANSLATE_NOOP("Topology", "veth on the node"),
    QT_TRANSLATE_NOOP("Topology", "veth pair on {}"),
    QT_TRANSLATE_NOOP("Topology", "vlan"),
    QT_TRANSLATE_NOOP("Topology", "VNI"),
    QT_TRANSLATE_NOOP("Topology", "vxlan"),
    QT_TRANSLATE_NOOP("Topology", "warning"),
    QT_TRANSLATE_NOOP("Topology", "wireguard"),
    QT_TRANSLATE_NOOP("Topology", "{} across an L3 border"),
    QT_TRANSLATE_NOOP("Topology", "{} down"),
    QT_TRANSLATE_NOOP("Topology", "{} established"),
    QT_TRANSLATE_NOOP("Topology", "{} node"),
    QT_TRANSLATE_NOOP("Topology", "{} nodes"),
    QT_TRANSLATE_NOOP("Topology", "{} on {}"),
    QT_TRANSLATE_NOOP("Topology", "{} pod"),
    QT_TRANSLATE_NOOP("Topology", "{} pods"),
    QT_TRANSLATE_NOOP("Topology", "{} pods on the host's network"),
    QT_TRANSLATE_NOOP("Topology", "{} problems"),
    QT_TRANSLATE_NOOP("Topology", "{} subnet"),
    QT_TRANSLATE_NOOP("Topology", "{} subnets"),
    QT_TRANSLATE_NOOP("Topology", "{} · no ports"),
    QT_TRANSLATE_NOOP("Topology", "+{} pods"),
    QT_TRANSLATE_NOOP("Topology", "{} has index {} in one line and {} in a later one"),
    QT_TRANSLATE_NOOP("Topology", "the other end of {} has index {} in one line and {} in a later one"),
    QT_TRANSLATE_NOOP("Topology", "{} has MAC address {} in one line and {} in a later one"),
    QT_TRANSLATE_NOOP("Topology", "Perhaps two machines are called {}: the card {} has MAC address {} in one line and {} in a later one"),
    QT_TRANSLATE_NOOP("Topology", "{} has MTU {} in one line and {} in a later one"),
    QT_TRANSLATE_NOOP("Topology", "{} is a port of {} in one line and of {} in a later one"),
    QT_TRANSLATE_NOOP("Topology", "{} has VNI {} in one line and {} in a later one"),
    QT_TRANSLATE_NOOP("Topology", "{} sends to port {} in one line and {} in a later one"),
    QT_TRANSLATE_NOOP("Topology", "{} is {} in one line and {} in a later one"),
    QT_TRANSLATE_NOOP("Topology", "{} is of kind {} in one line and {} in a later one"),
    QT_TRANSLATE_NOOP("Topology", "the BGP session {} is {} in one line and {} in a later one"),
    QT_TRANSLATE_NOOP("Topology", "the neighbour {} has MAC address {} in one line and {} in a later one"),
    QT_TRANSLATE_NOOP("Topology", "the pod {} has address {} in one line and {} in a later one"),
    QT_TRANSLATE_NOOP("Topology", "the pod {} runs on {} in one line and on {} in a later one"),
    QT_TRANSLATE_NOOP("Topology", "Which of {} the machine {} is, nothing tells; they are kept apart"),
    QT_TRANSLATE_NOOP("Topology", "{} on {} is in an earlier snapshot only"),
    QT_TRANSLATE_NOOP("Topology", "{} on {} is different in a later snapshot"),
    QT_TRANSLATE_NOOP("Topology", "{} says that its other end has index {}, but {} on {} with that index says {}, not {}"),
    QT_TRANSLATE_NOOP("Topology", "{} on {} belongs to pod {} by one line and to pod {} by another"),
    QT_TRANSLATE_NOOP("Topology", "On {} brctl and ip link list different veths: only brctl has {}, only ip link has {}"),
    QT_TRANSLATE_NOOP("Topology", "On {} brctl lists veths that ip link does not: {}"),
    QT_TRANSLATE_NOOP("Topology", "On {} ip link lists veths that brctl does not: {}"),
    QT_TRANSLATE_NOOP("Topology", "{} is an address of several machines: {}"),
    QT_TRANSLATE_NOOP("Topology", "On {} both {} and {} have index {}: renamed, or of two machines"),
    QT_TRANSLATE_NOOP("Topology", "The route to {} on {} leads to {}, which is an own address of it, on {}: perhaps another machine's route"),
});

} // namespace

Words windowWords()
{
    return [](const char *phrase) { return QCoreApplication::translate("Topology", phrase).toStdString(); };
}

QString sentenceOf(const Problem &problem)
{
    return QString::fromStdString(say(windowWords(), problem));
}

std::span<const char *const> topologyPhrases()
{
    return phrases;
}

} // namespace vethscope
