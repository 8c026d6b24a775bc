#include "core/cluster/interfaces.h"

#include "core/cluster/problems.h"

#include <map>
#include <tuple>

namespace vethscope {
namespace {

// All that was told of one interface.
struct InterfaceTellings {
    Told<std::uint32_t> ifindex;
    Told<std::uint32_t> peerIfindex;
    Told<LinkKind> kind;
    Told<MacAddress> mac;
    Told<std::uint32_t> mtu;
    Told<LinkState> state;
    Told<std::string> master;
    Told<std::string> netns;
    Told<std::int32_t> netnsId;
    Told<std::uint32_t> vni;
    Told<std::uint16_t> port;
    Told<IpAddress> local;
    Told<IpAddress> remote;
    Told<bool> hairpin;
    Known<MacAddress> bridgeIdMac;
    Told<std::string> underlayDevice, timeToLive;
    std::string peerName;
    std::string hardware;
    bool bondPort = false;
    bool isTunnel = false;
    bool learning = true;
    bool detailedTunnel = false;
    bool listed = false;
    bool pointToPoint = false;
    std::vector<InterfaceAddress> addresses;
    EvidenceList evidence;
};

using Namespace = std::map<std::string, InterfaceTellings>;

// `eth0:1` is a second address of eth0, as net-tools print it.
bool isName(const std::string &name)
{
    return !name.empty() && name != "*" && name != "-" && name != "(null)";
}

// An interface that a line merely names exists as well.
void mention(Namespace &names, const std::string &name, const Evidence &evidence)
{
    if (!isName(name))
        return;
    const auto [place, isNew] = names.try_emplace(withoutAlias(name));
    if (isNew)
        addEvidence(place->second.evidence, evidence);
}

void tellKind(Told<LinkKind> &told, LinkKind kind, const Evidence &evidence)
{
    // A TUN whose link type is ipip counts as ipip, and one that `wg` lists (wireguard-go's) as WireGuard, whichever line says which.
    const bool knownBetter = kind == LinkKind::Tun && (told.value() == LinkKind::Ipip || told.value() == LinkKind::Wireguard);
    if (kind == LinkKind::Unknown || knownBetter)
        return;
    if (told.value() == LinkKind::Tun && (kind == LinkKind::Ipip || kind == LinkKind::Wireguard))
        told = {};
    told.tell(kind, evidence);
}

void tellTunnel(InterfaceTellings &tellings, const TunnelFact &tunnel, const Evidence &evidence)
{
    tellings.isTunnel = true;
    tellings.detailedTunnel |= tunnel.detailed;
    tellings.vni.tell(tunnel.vni, evidence);
    tellings.port.tell(tunnel.port, evidence);
    tellings.local.tell(tunnel.local, evidence);
    tellings.remote.tell(tunnel.remote, evidence);
    if (tunnel.detailed)
        tellings.learning = tunnel.learning;
    if (!tunnel.device.empty())
        tellings.underlayDevice.tell(tunnel.device, evidence);
    if (!tunnel.timeToLive.empty())
        tellings.timeToLive.tell(tunnel.timeToLive, evidence);
}

void tellLink(Namespace &names, const LinkFact &link)
{
    if (!isName(link.name))
        return;
    const bool isAlias = link.name.contains(':');
    InterfaceTellings &tellings = names[withoutAlias(link.name)];
    addEvidence(tellings.evidence, link.evidence);
    if (isAlias)
        return;
    tellings.ifindex.tell(link.ifindex, link.evidence);
    tellings.peerIfindex.tell(link.peerIfindex, link.evidence);
    if (link.kind)
        tellKind(tellings.kind, *link.kind, link.evidence);
    tellings.mac.tell(link.mac, link.evidence);
    tellings.mtu.tell(link.mtu, link.evidence);
    if (link.state && *link.state != LinkState::Unknown)
        tellings.state.tell(*link.state, link.evidence);
    if (!link.master.empty())
        tellings.master.tell(link.master, link.evidence);
    if (!link.netns.empty())
        tellings.netns.tell(link.netns, link.evidence);
    tellings.netnsId.tell(link.netnsId, link.evidence);
    if (!link.peerName.empty())
        tellings.peerName = link.peerName;
    if (link.tunnel)
        tellTunnel(tellings, *link.tunnel, link.evidence);
    tellings.pointToPoint |= link.pointToPoint;
    tellings.listed |= link.ifindex && link.mtu; // ifconfig has no index
    tellings.bondPort |= link.bondPort;
    if (link.hairpin)
        tellings.hairpin.tell(true, link.evidence);
    if (!link.hardware.empty())
        tellings.hardware = link.hardware;
}

// The low 48 bits of a bridge's id are its own address: br_stp_change_bridge_id in net/bridge/br_stp_if.c.
std::optional<MacAddress> macOfBridgeId(std::string_view id)
{
    const std::size_t dot = id.find('.');
    if (dot == std::string_view::npos)
        return std::nullopt;
    const std::string_view digits = id.substr(dot + 1);
    if (digits.contains(':'))
        return MacAddress::parse(digits);
    if (digits.size() != 12)
        return std::nullopt;
    std::string text;
    for (std::size_t i = 0; i < digits.size(); i += 2)
        text += (i > 0 ? ":" : "") + std::string(digits.substr(i, 2));
    return MacAddress::parse(text);
}

void tellBridges(Namespace &names, const HostFacts &host)
{
    for (const SettingFact &bridge : host.bridges) {
        mention(names, bridge.name, bridge.evidence);
        if (!isName(bridge.name))
            continue;
        tellKind(names[bridge.name].kind, LinkKind::Bridge, bridge.evidence);
        if (const auto mac = macOfBridgeId(bridge.value))
            names[bridge.name].bridgeIdMac = {*mac, bridge.evidence};
    }
    for (const BridgePortFact &port : host.bridgePorts) {
        mention(names, port.bridge, port.evidence);
        if (!isName(port.port) || !isName(port.bridge))
            continue;
        tellKind(names[port.bridge].kind, LinkKind::Bridge, port.evidence);
        addEvidence(names[port.port].evidence, port.evidence);
        names[port.port].master.tell(port.bridge, port.evidence);
        names[port.port].hairpin.tell(port.hairpin, port.evidence);
    }
    for (const FdbFact &entry : host.fdb) {
        mention(names, entry.interface, entry.evidence);
        mention(names, entry.master, entry.evidence);
        if (!isName(entry.master))
            continue;
        tellKind(names[entry.master].kind, LinkKind::Bridge, entry.evidence);
        if (isName(entry.interface) && entry.interface != entry.master && !names[entry.interface].master.value())
            names[entry.interface].master.tell(entry.master, entry.evidence);
    }
}

void tellAddresses(Namespace &names, const HostFacts &host)
{
    for (const InterfaceAddressFact &fact : host.addresses) {
        if (!isName(fact.interface))
            continue;
        InterfaceTellings &tellings = names[withoutAlias(fact.interface)];
        addEvidence(tellings.evidence, fact.evidence);
        const auto known = std::ranges::find(tellings.addresses, fact.address);
        if (known == tellings.addresses.end()) {
            tellings.addresses.push_back({fact.address, fact.scope, fact.evidence});
            continue;
        }
        known->evidence = plainer(known->evidence, fact.evidence);
        if (known->scope.empty())
            known->scope = fact.scope;
    }
}

void tellIndexes(Namespace &names, const HostFacts &host)
{
    for (const InterfaceIndexFact &fact : host.indexes) {
        if (!isName(fact.interface))
            continue;
        InterfaceTellings &tellings = names[fact.interface];
        addEvidence(tellings.evidence, fact.evidence);
        tellings.ifindex.tell(fact.ifindex, fact.evidence);
        tellings.peerIfindex.tell(fact.peerIfindex, fact.evidence);
    }
}

void tellMentions(Namespace &names, const HostFacts &host)
{
    for (const RouteFact &route : host.routes)
        mention(names, route.interface, route.evidence);
    for (const NeighbourFact &neighbour : host.neighbours)
        mention(names, neighbour.interface, neighbour.evidence);
    for (const LinkFact &link : host.links) {
        mention(names, link.master, link.evidence);
        if (link.tunnel)
            mention(names, link.tunnel->device, link.evidence);
    }
}

void report(const InterfaceTellings &tellings, const Sentence &what, std::vector<Problem> &problems)
{
    reportContradiction(tellings.ifindex, [&](std::uint32_t one, std::uint32_t other) {
        return Sentence::of("{} has index {} in one line and {} in a later one", what, one, other);
    }, problems);
    reportContradiction(tellings.peerIfindex, [&](std::uint32_t one, std::uint32_t other) {
        return Sentence::of("the other end of {} has index {} in one line and {} in a later one", what, one, other);
    }, problems);
    reportContradiction(tellings.mac, [&](const MacAddress &one, const MacAddress &other) {
        return Sentence::of("{} has MAC address {} in one line and {} in a later one", what, one.text(), other.text());
    }, problems);
    reportContradiction(tellings.mtu, [&](std::uint32_t one, std::uint32_t other) {
        return Sentence::of("{} has MTU {} in one line and {} in a later one", what, one, other);
    }, problems);
    reportContradiction(tellings.master, [&](const std::string &one, const std::string &other) {
        return Sentence::of("{} is a port of {} in one line and of {} in a later one", what, one, other);
    }, problems);
    reportContradiction(tellings.vni, [&](std::uint32_t one, std::uint32_t other) {
        return Sentence::of("{} has VNI {} in one line and {} in a later one", what, one, other);
    }, problems);
    reportContradiction(tellings.port, [&](std::uint32_t one, std::uint32_t other) {
        return Sentence::of("{} sends to port {} in one line and {} in a later one", what, one, other);
    }, problems);
    reportContradiction(tellings.state, [&](LinkState one, LinkState other) {
        return Sentence::of("{} is {} in one line and {} in a later one", what, nameOf(one), nameOf(other));
    }, problems);
    reportContradiction(tellings.kind, [&](LinkKind one, LinkKind other) {
        return Sentence::of("{} is of kind {} in one line and {} in a later one", what, nameOf(one), nameOf(other));
    }, problems);
}

JoinedInterface joined(const std::string &name, InterfaceTellings &tellings)
{
    JoinedInterface joined;
    NetworkInterface &interface = joined.interface;
    interface.name = name;
    interface.ifindex = tellings.ifindex.known();
    // What stands by itself names itself in iflink.
    if (tellings.peerIfindex.value() != interface.ifindex.value())
        interface.peerIfindex = tellings.peerIfindex.known();
    interface.kind = tellings.kind.value().value_or(LinkKind::Unknown);
    interface.mac = tellings.mac.value() ? tellings.mac.known() : tellings.bridgeIdMac;
    interface.addresses = std::move(tellings.addresses);
    interface.mtu = tellings.mtu.known();
    interface.state = tellings.state.known();
    interface.master = tellings.master.known();
    interface.hairpin = tellings.hairpin.known();
    if (tellings.isTunnel)
        interface.tunnel = Tunnel{tellings.vni.known(), tellings.port.known(), tellings.local.known(), tellings.remote.known(),
                                  tellings.underlayDevice.known(), tellings.timeToLive.known(), tellings.learning, tellings.detailedTunnel};
    interface.hardware = tellings.hardware;
    interface.pointToPoint = tellings.pointToPoint;
    interface.listed = tellings.listed;
    interface.evidence = std::move(tellings.evidence);
    joined.peerName = tellings.peerName;
    joined.netns = tellings.netns.value().value_or("");
    joined.netnsId = tellings.netnsId.value();
    joined.bondPort = tellings.bondPort;
    joined.indexEvidence = tellings.peerIfindex.value() ? tellings.peerIfindex.evidence() : tellings.ifindex.evidence();
    if (tellings.mac.contradicts()) {
        joined.earlierMac = tellings.mac.earlier();
        joined.macLines = tellings.mac.bothLines();
    }
    joined.netnsEvidence = tellings.netns.value() ? tellings.netns.evidence() : tellings.netnsId.evidence();
    return joined;
}

auto order(const JoinedInterface &joined)
{
    const auto &index = joined.interface.ifindex;
    return std::tuple(index ? *index : UINT32_MAX, std::string_view(joined.interface.name));
}

} // namespace

std::string withoutAlias(const std::string &name)
{
    return name.substr(0, name.find(':'));
}

std::vector<JoinedInterface> joinInterfaces(const HostList &hosts, const std::string &owner, std::vector<Problem> &problems)
{
    Namespace names;
    for (const HostFacts *host : hosts) {
        for (const LinkFact &link : host->links)
            tellLink(names, link);
        tellAddresses(names, *host);
        tellIndexes(names, *host);
        tellBridges(names, *host);
        tellMentions(names, *host);
    }
    std::vector<JoinedInterface> interfaces;
    for (auto &[name, tellings] : names) {
        report(tellings, Sentence::of("{} on {}", name, owner), problems);
        interfaces.push_back(joined(name, tellings));
    }
    std::ranges::sort(interfaces, {}, order);
    return interfaces;
}

} // namespace vethscope
