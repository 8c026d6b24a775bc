#include "ui/figures/comparerules.h"

#include <QCoreApplication>

#include <array>
#include <optional>

// What Linux and Flannel do when they wrap a packet: drivers/net/vxlan/vxlan_core.c (vxlan_xmit_one), drivers/net/geneve.c (geneve_xmit_skb),
// net/ipv4/ip_tunnel.c (ip_tunnel_xmit) for IPIP and GRE, flannel's pkg/backend/udp/proxy_amd64.c. RFC 6040 for ECN.

namespace vethscope {
namespace {

struct Entry {
    std::optional<TunnelKind> kind; // none: every tunnel that has no entry of its own
    Aspect aspect;
    Finding finding;
    Relation relation;
    const char *explanation;
    const char *underlay = "";
    const char *overlay = "";
};

using enum Aspect;
constexpr std::optional<TunnelKind> any{};
constexpr auto vxlan = TunnelKind::Vxlan;
constexpr auto ipip = TunnelKind::Ipip;
constexpr auto flannel = TunnelKind::FlannelUdp;
constexpr auto geneve = TunnelKind::Geneve;
constexpr auto gre = TunnelKind::Gre;

// The first entry that fits is taken: kinds before `any`, findings before Any.
const auto entries = std::to_array<Entry>({
    {any, SourceMac, Finding::Missing, Relation::Added, QT_TRANSLATE_NOOP("CompareRules", "only the underlay crosses a link here"),
     QT_TRANSLATE_NOOP("CompareRules", "the device that put the frame on this link")},
    {vxlan, SourceMac, Finding::Any, Relation::NotCopied, QT_TRANSLATE_NOOP("CompareRules", "each network writes its own sender"),
     QT_TRANSLATE_NOOP("CompareRules", "the device that put the frame on this link"),
     QT_TRANSLATE_NOOP("CompareRules", "the sending VTEP if routed (Flannel), a pod if bridged")},
    {any, SourceMac, Finding::Any, Relation::NotCopied, QT_TRANSLATE_NOOP("CompareRules", "each network writes its own sender"),
     QT_TRANSLATE_NOOP("CompareRules", "the device that put the frame on this link")},

    {any, DestinationMac, Finding::Missing, Relation::LookedUp, QT_TRANSLATE_NOOP("CompareRules", "neighbour entry of the outer next hop"),
     QT_TRANSLATE_NOOP("CompareRules", "next hop: the peer, or a gateway if the peer is in another subnet")},
    {vxlan, DestinationMac, Finding::Flooded, Relation::NotCopied, QT_TRANSLATE_NOOP("CompareRules", "a group inside; outside, whoever the copy is for"),
     QT_TRANSLATE_NOOP("CompareRules", "next hop: the peer, or a gateway if the peer is in another subnet"),
     QT_TRANSLATE_NOOP("CompareRules", "everyone in this overlay, or a group of it")},
    {vxlan, DestinationMac, Finding::Any, Relation::LookedUp, QT_TRANSLATE_NOOP("CompareRules", "two neighbour tables, two answers"),
     QT_TRANSLATE_NOOP("CompareRules", "next hop: the peer, or a gateway if the peer is in another subnet"),
     QT_TRANSLATE_NOOP("CompareRules", "if routed (Flannel): the remote VTEP, never the pod")},
    {any, DestinationMac, Finding::Any, Relation::LookedUp, QT_TRANSLATE_NOOP("CompareRules", "two neighbour tables, two answers"),
     QT_TRANSLATE_NOOP("CompareRules", "next hop: the peer, or a gateway if the peer is in another subnet")},

    {vxlan, SourceIp, Finding::Any, Relation::LookedUp, QT_TRANSLATE_NOOP("CompareRules", "the VTEP’s ‘local’ address, else what the outer route says"),
     QT_TRANSLATE_NOOP("CompareRules", "this end of the tunnel: a node"), QT_TRANSLATE_NOOP("CompareRules", "the packet’s own sender")},
    {ipip, SourceIp, Finding::Any, Relation::LookedUp, QT_TRANSLATE_NOOP("CompareRules", "the tunnel’s ‘local’ address, else what the outer route says"),
     QT_TRANSLATE_NOOP("CompareRules", "this end of the tunnel: a node"), QT_TRANSLATE_NOOP("CompareRules", "the packet’s own sender")},
    {flannel, SourceIp, Finding::Any, Relation::Constant, QT_TRANSLATE_NOOP("CompareRules", "flanneld’s socket is bound to the node’s address"),
     QT_TRANSLATE_NOOP("CompareRules", "this end of the tunnel: a node"), QT_TRANSLATE_NOOP("CompareRules", "the packet’s own sender")},
    {geneve, SourceIp, Finding::Any, Relation::LookedUp, QT_TRANSLATE_NOOP("CompareRules", "what the outer route says, or what OVS or eBPF sets (‘external’)"), QT_TRANSLATE_NOOP("CompareRules", "this end of the tunnel"), QT_TRANSLATE_NOOP("CompareRules", "the packet’s own sender")},
    {gre, SourceIp, Finding::Any, Relation::LookedUp, QT_TRANSLATE_NOOP("CompareRules", "the tunnel’s ‘local’ address, else what the outer route says"), QT_TRANSLATE_NOOP("CompareRules", "this end of the tunnel"), QT_TRANSLATE_NOOP("CompareRules", "the packet’s own sender")},
    {any, SourceIp, Finding::Any, Relation::NotCopied, QT_TRANSLATE_NOOP("CompareRules", "the tunnel has ends of its own"),
     QT_TRANSLATE_NOOP("CompareRules", "this end of the tunnel"), QT_TRANSLATE_NOOP("CompareRules", "the packet’s own sender")},

    {vxlan, DestinationIp, Finding::Flooded, Relation::LookedUp, QT_TRANSLATE_NOOP("CompareRules", "the forwarding table’s entry for floods: a group, or each node in turn"),
     QT_TRANSLATE_NOOP("CompareRules", "the other end of the tunnel"), QT_TRANSLATE_NOOP("CompareRules", "the packet’s own receiver")},
    {vxlan, DestinationIp, Finding::Any, Relation::LookedUp, QT_TRANSLATE_NOOP("CompareRules", "forwarding table (FDB): overlay destination MAC → node"),
     QT_TRANSLATE_NOOP("CompareRules", "the other end of the tunnel: a node"), QT_TRANSLATE_NOOP("CompareRules", "the packet’s own receiver")},
    {ipip, DestinationIp, Finding::Any, Relation::LookedUp, QT_TRANSLATE_NOOP("CompareRules", "the tunnel’s ‘remote’; without one (tunl0), the inner route’s next hop"),
     QT_TRANSLATE_NOOP("CompareRules", "the other end of the tunnel: a node"), QT_TRANSLATE_NOOP("CompareRules", "the packet’s own receiver")},
    {flannel, DestinationIp, Finding::Any, Relation::LookedUp, QT_TRANSLATE_NOOP("CompareRules", "flanneld’s own table: pod subnet → node"),
     QT_TRANSLATE_NOOP("CompareRules", "the other end of the tunnel: a node"), QT_TRANSLATE_NOOP("CompareRules", "the packet’s own receiver")},
    {geneve, DestinationIp, Finding::Any, Relation::LookedUp, QT_TRANSLATE_NOOP("CompareRules", "the device’s ‘remote’, or what OVS or eBPF sets (‘external’)"), QT_TRANSLATE_NOOP("CompareRules", "the other end of the tunnel"), QT_TRANSLATE_NOOP("CompareRules", "the packet’s own receiver")},
    {gre, DestinationIp, Finding::Any, Relation::LookedUp, QT_TRANSLATE_NOOP("CompareRules", "the tunnel’s ‘remote’; without one, the inner route’s next hop"), QT_TRANSLATE_NOOP("CompareRules", "the other end of the tunnel"), QT_TRANSLATE_NOOP("CompareRules", "the packet’s own receiver")},
    {any, DestinationIp, Finding::Any, Relation::NotCopied, QT_TRANSLATE_NOOP("CompareRules", "the tunnel has ends of its own"),
     QT_TRANSLATE_NOOP("CompareRules", "the other end of the tunnel"), QT_TRANSLATE_NOOP("CompareRules", "the packet’s own receiver")},

    {vxlan, Ttl, Finding::Any, Relation::NotCopied, QT_TRANSLATE_NOOP("CompareRules", "a fresh one, unless the VTEP has ‘ttl inherit’"),
     QT_TRANSLATE_NOOP("CompareRules", "each router of the underlay takes one"), QT_TRANSLATE_NOOP("CompareRules", "untouched by the underlay’s routers")},
    {ipip, Ttl, Finding::Equal, Relation::Copied, QT_TRANSLATE_NOOP("CompareRules", "taken over when wrapped: ‘ttl inherit’, the default"),
     QT_TRANSLATE_NOOP("CompareRules", "each router of the underlay takes one"), QT_TRANSLATE_NOOP("CompareRules", "untouched by the underlay’s routers")},
    {ipip, Ttl, Finding::Different, Relation::None, QT_TRANSLATE_NOOP("CompareRules", "copied, then lowered by routers; or a TTL fixed on the tunnel"),
     QT_TRANSLATE_NOOP("CompareRules", "each router of the underlay takes one"), QT_TRANSLATE_NOOP("CompareRules", "untouched by the underlay’s routers")},
    {flannel, Ttl, Finding::Any, Relation::NotCopied, QT_TRANSLATE_NOOP("CompareRules", "a fresh one from the kernel; flanneld lowers the inner one at both ends"),
     QT_TRANSLATE_NOOP("CompareRules", "each router of the underlay takes one"), QT_TRANSLATE_NOOP("CompareRules", "untouched by the underlay’s routers")},
    {geneve, Ttl, Finding::Any, Relation::NotCopied, QT_TRANSLATE_NOOP("CompareRules", "a fresh one, unless the device has ‘ttl inherit’"), QT_TRANSLATE_NOOP("CompareRules", "each router of the underlay takes one"), QT_TRANSLATE_NOOP("CompareRules", "untouched by the underlay’s routers")},
    {gre, Ttl, Finding::Equal, Relation::Copied, QT_TRANSLATE_NOOP("CompareRules", "taken over when wrapped: ‘ttl inherit’, the default"), QT_TRANSLATE_NOOP("CompareRules", "each router of the underlay takes one"), QT_TRANSLATE_NOOP("CompareRules", "untouched by the underlay’s routers")},
    {gre, Ttl, Finding::Different, Relation::None, QT_TRANSLATE_NOOP("CompareRules", "copied, then lowered by routers; or a TTL fixed on the tunnel"), QT_TRANSLATE_NOOP("CompareRules", "each router of the underlay takes one"), QT_TRANSLATE_NOOP("CompareRules", "untouched by the underlay’s routers")},
    {any, Ttl, Finding::Equal, Relation::None, QT_TRANSLATE_NOOP("CompareRules", "equal; copied or by chance, a capture cannot tell")},
    {any, Ttl, Finding::Any, Relation::NotCopied, QT_TRANSLATE_NOOP("CompareRules", "each network counts its own routers")},

    {flannel, TrafficClass, Finding::BothZero, Relation::Constant, QT_TRANSLATE_NOOP("CompareRules", "flanneld’s socket asks for nothing else")},
    {flannel, TrafficClass, Finding::Any, Relation::NotCopied, QT_TRANSLATE_NOOP("CompareRules", "flanneld’s socket has its own")},
    {any, TrafficClass, Finding::Missing, Relation::None, QT_TRANSLATE_NOOP("CompareRules", "the tunnel device’s own")},
    {any, TrafficClass, Finding::BothZero, Relation::Constant, QT_TRANSLATE_NOOP("CompareRules", "0 unless ‘tos inherit’ or a fixed one; ECN bits are carried over")},
    {any, TrafficClass, Finding::Equal, Relation::Copied, QT_TRANSLATE_NOOP("CompareRules", "the same, as with ‘tos inherit’")},
    {any, TrafficClass, Finding::Any, Relation::NotCopied, QT_TRANSLATE_NOOP("CompareRules", "the tunnel device’s own; only ECN bits are carried over")},

    {vxlan, DontFragment, Finding::OuterUnset, Relation::Constant, QT_TRANSLATE_NOOP("CompareRules", "not set, unless the VTEP has ‘df’")},
    {vxlan, DontFragment, Finding::BothZero, Relation::Constant, QT_TRANSLATE_NOOP("CompareRules", "not set, unless the VTEP has ‘df’")},
    {vxlan, DontFragment, Finding::Equal, Relation::None, QT_TRANSLATE_NOOP("CompareRules", "‘df set’, or ‘df inherit’ on the VTEP")},
    {vxlan, DontFragment, Finding::Any, Relation::Constant, QT_TRANSLATE_NOOP("CompareRules", "‘df set’ on the VTEP")},
    {ipip, DontFragment, Finding::BothZero, Relation::Copied, QT_TRANSLATE_NOOP("CompareRules", "‘nopmtudisc’ leaves it as it is inside")},
    {ipip, DontFragment, Finding::OuterUnset, Relation::NotCopied, QT_TRANSLATE_NOOP("CompareRules", "‘ignore-df’ on the tunnel")},
    {ipip, DontFragment, Finding::Equal, Relation::Copied, QT_TRANSLATE_NOOP("CompareRules", "taken over; ‘pmtudisc’, the default, sets it in any case")},
    {ipip, DontFragment, Finding::Any, Relation::Constant, QT_TRANSLATE_NOOP("CompareRules", "‘pmtudisc’, the default, sets it")},
    {flannel, DontFragment, Finding::Any, Relation::NotCopied, QT_TRANSLATE_NOOP("CompareRules", "the kernel’s choice for flanneld’s socket")},
    {geneve, DontFragment, Finding::OuterUnset, Relation::Constant, QT_TRANSLATE_NOOP("CompareRules", "not set, unless the device has ‘df’")},
    {geneve, DontFragment, Finding::BothZero, Relation::Constant, QT_TRANSLATE_NOOP("CompareRules", "not set, unless the device has ‘df’")},
    {geneve, DontFragment, Finding::Equal, Relation::None, QT_TRANSLATE_NOOP("CompareRules", "‘df set’, ‘df inherit’, or asked for by OVS or eBPF")},
    {geneve, DontFragment, Finding::Any, Relation::Constant, QT_TRANSLATE_NOOP("CompareRules", "‘df set’, or asked for by OVS or eBPF")},
    {gre, DontFragment, Finding::BothZero, Relation::Copied, QT_TRANSLATE_NOOP("CompareRules", "‘nopmtudisc’ leaves it as it is inside")},
    {gre, DontFragment, Finding::OuterUnset, Relation::NotCopied, QT_TRANSLATE_NOOP("CompareRules", "‘ignore-df’ on the tunnel")},
    {gre, DontFragment, Finding::Equal, Relation::Copied, QT_TRANSLATE_NOOP("CompareRules", "taken over; ‘pmtudisc’, the default, sets it in any case")},
    {gre, DontFragment, Finding::Any, Relation::Constant, QT_TRANSLATE_NOOP("CompareRules", "‘pmtudisc’, the default, sets it")},
    {any, DontFragment, Finding::Equal, Relation::None, QT_TRANSLATE_NOOP("CompareRules", "equal; copied or by chance, a capture cannot tell")},
    {any, DontFragment, Finding::BothZero, Relation::None, QT_TRANSLATE_NOOP("CompareRules", "equal; copied or by chance, a capture cannot tell")},
    {any, DontFragment, Finding::Any, Relation::NotCopied, QT_TRANSLATE_NOOP("CompareRules", "the tunnel device’s own")},

    {vxlan, Ports, Finding::Any, Relation::Computed, QT_TRANSLATE_NOOP("CompareRules", "source port = hash of the inner flow, so that paths share the load"),
     QT_TRANSLATE_NOOP("CompareRules", "towards the VXLAN port"), QT_TRANSLATE_NOOP("CompareRules", "the pods’ own")},
    {ipip, Ports, Finding::Any, Relation::NotCopied, QT_TRANSLATE_NOOP("CompareRules", "no ports outside: two nodes are one flow to the underlay"), "",
     QT_TRANSLATE_NOOP("CompareRules", "the pods’ own")},
    {flannel, Ports, Finding::Any, Relation::Constant, QT_TRANSLATE_NOOP("CompareRules", "one socket: the same ports for every flow"),
     QT_TRANSLATE_NOOP("CompareRules", "flanneld to flanneld"), QT_TRANSLATE_NOOP("CompareRules", "the pods’ own")},
    {geneve, Ports, Finding::Any, Relation::Computed, QT_TRANSLATE_NOOP("CompareRules", "source port = hash of the inner flow, so that paths share the load"), QT_TRANSLATE_NOOP("CompareRules", "towards the Geneve port"), QT_TRANSLATE_NOOP("CompareRules", "the pods’ own")},
    {gre, Ports, Finding::Any, Relation::NotCopied, QT_TRANSLATE_NOOP("CompareRules", "no ports outside: two nodes are one flow to the underlay"), "", QT_TRANSLATE_NOOP("CompareRules", "the pods’ own")},
    {any, Ports, Finding::Any, Relation::NotCopied, QT_TRANSLATE_NOOP("CompareRules", "the tunnel’s own")},

    {vxlan, Checksum, Finding::OuterUnset, Relation::Constant, QT_TRANSLATE_NOOP("CompareRules", "0 = none, as RFC 7348 wants it (‘noudpcsum’)")},
    {vxlan, Checksum, Finding::Any, Relation::Computed, QT_TRANSLATE_NOOP("CompareRules", "over the whole inner frame (‘udpcsum’)")},
    {ipip, Checksum, Finding::Any, Relation::Computed, QT_TRANSLATE_NOOP("CompareRules", "the outer one guards the outer header alone")},
    {flannel, Checksum, Finding::OuterUnset, Relation::Constant, QT_TRANSLATE_NOOP("CompareRules", "0 = none, which UDP over IPv4 allows")},
    {flannel, Checksum, Finding::Any, Relation::Computed, QT_TRANSLATE_NOOP("CompareRules", "by the kernel, over the whole inner packet")},
    {geneve, Checksum, Finding::OuterUnset, Relation::Constant, QT_TRANSLATE_NOOP("CompareRules", "0 = none, which Geneve over IPv4 allows (‘noudpcsum’)")},
    {geneve, Checksum, Finding::Any, Relation::Computed, QT_TRANSLATE_NOOP("CompareRules", "over the whole inner frame (‘udpcsum’)")},
    {gre, Checksum, Finding::Any, Relation::Computed, QT_TRANSLATE_NOOP("CompareRules", "the outer one guards the outer header alone; GRE’s own is an option")},
    {any, Checksum, Finding::OuterUnset, Relation::Constant, QT_TRANSLATE_NOOP("CompareRules", "0 = none, which UDP over IPv4 allows")},
    {any, Checksum, Finding::Any, Relation::Computed, QT_TRANSLATE_NOOP("CompareRules", "each network guards its own bytes")},

    {any, Length, Finding::Any, Relation::Added, ""},
});

QString say(const char *words)
{
    return *words ? QCoreApplication::translate("CompareRules", words) : QString();
}

} // namespace

TunnelKind tunnelKind(std::string_view tunnel)
{
    return tunnel == "vxlan" ? TunnelKind::Vxlan
        : tunnel == "ipip" ? TunnelKind::Ipip
        : tunnel == "flannel-udp" ? TunnelKind::FlannelUdp
        : tunnel == "geneve" ? TunnelKind::Geneve
        : tunnel == "gre" ? TunnelKind::Gre
                                  : TunnelKind::Other;
}

CompareRule compareRule(TunnelKind kind, Aspect aspect, Finding finding)
{
    for (const Entry &entry : entries)
        if (entry.aspect == aspect && (!entry.kind || *entry.kind == kind) && (entry.finding == finding || entry.finding == Finding::Any))
            return {entry.relation, say(entry.explanation), say(entry.underlay), say(entry.overlay)};
    return {};
}

QString relationName(Relation relation)
{
    switch (relation) {
    case Relation::None:
        break;
    case Relation::LookedUp:
        return QCoreApplication::translate("CompareRules", "looked up");
    case Relation::Computed:
        return QCoreApplication::translate("CompareRules", "computed");
    case Relation::Copied:
        return QCoreApplication::translate("CompareRules", "copied");
    case Relation::Constant:
        return QCoreApplication::translate("CompareRules", "constant");
    case Relation::Added:
        return QCoreApplication::translate("CompareRules", "added");
    case Relation::NotCopied:
        return QCoreApplication::translate("CompareRules", "not copied");
    }
    return {};
}

QString aspectName(Aspect aspect)
{
    switch (aspect) {
    case SourceMac:
        return QCoreApplication::translate("CompareRules", "Source MAC");
    case DestinationMac:
        return QCoreApplication::translate("CompareRules", "Destination MAC");
    case SourceIp:
        return QCoreApplication::translate("CompareRules", "Source IP");
    case DestinationIp:
        return QCoreApplication::translate("CompareRules", "Destination IP");
    case Ttl:
        return QCoreApplication::translate("CompareRules", "TTL");
    case TrafficClass:
        return QCoreApplication::translate("CompareRules", "DSCP / ToS");
    case DontFragment:
        return QCoreApplication::translate("CompareRules", "Don't fragment");
    case Ports:
        return QCoreApplication::translate("CompareRules", "Ports");
    case Length:
        return QCoreApplication::translate("CompareRules", "Length");
    case Checksum:
        return QCoreApplication::translate("CompareRules", "Checksum");
    }
    return {};
}

} // namespace vethscope
