#include "tests/support/kernelspace.h"

#include "tests/support/hostfacts.h"

#include <QStringList>

namespace vethscope::test {
namespace {

NetworkInterface &interfaceOf(NetworkNamespace &space, const std::string &name)
{
    const auto found = std::ranges::find(space.interfaces, name, &NetworkInterface::name);
    if (found != space.interfaces.end())
        return *found;
    space.interfaces.push_back({});
    space.interfaces.back().name = name;
    return space.interfaces.back();
}

template <typename T>
void tell(Known<T> &known, const std::optional<T> &said, const Evidence &by)
{
    if (said)
        known = Known<T>(*said, by);
}

void addLink(NetworkNamespace &space, const LinkFact &fact)
{
    NetworkInterface &device = interfaceOf(space, fact.name);
    tell(device.ifindex, fact.ifindex, fact.evidence);
    tell(device.mac, fact.mac, fact.evidence);
    tell(device.mtu, fact.mtu, fact.evidence);
    tell(device.state, fact.state, fact.evidence);
    if (!fact.master.empty())
        device.master = Known<std::string>(fact.master, fact.evidence);
    if (fact.hairpin)
        device.hairpin = Known<bool>(true, fact.evidence);
    if (fact.kind)
        device.kind = *fact.kind;
    if (!fact.hardware.empty())
        device.hardware = fact.hardware;
    if (device.name == "lo")
        device.kind = LinkKind::Loopback;
    device.pointToPoint = device.pointToPoint || fact.pointToPoint;
    device.evidence.push_back(fact.evidence);
    if (!fact.tunnel)
        return;
    device.tunnel = Tunnel();
    tell(device.tunnel->vni, fact.tunnel->vni, fact.evidence);
    tell(device.tunnel->remote, fact.tunnel->remote, fact.evidence);
    tell(device.tunnel->local, fact.tunnel->local, fact.evidence);
    device.tunnel->learning = fact.tunnel->learning;
    device.tunnel->detailed = fact.tunnel->detailed;
}

} // namespace

NetworkNamespace spaceOf(const HostFacts &host)
{
    NetworkNamespace space;
    for (const LinkFact &fact : host.links)
        addLink(space, fact);
    for (const InterfaceAddressFact &fact : host.addresses)
        interfaceOf(space, fact.interface).addresses.push_back({{fact.address}, fact.scope, fact.evidence});
    for (const BridgePortFact &fact : host.bridgePorts) {
        NetworkInterface &port = interfaceOf(space, fact.port);
        port.master = Known<std::string>(fact.bridge, fact.evidence);
        tell(port.hairpin, fact.hairpin, fact.evidence);
    }
    space.rules = host.rules;
    for (const RouteFact &fact : host.routes)
        space.routes.push_back(routeOf(fact));
    for (const NeighbourFact &fact : host.neighbours)
        space.neighbours.push_back({fact.ip, fact.name, fact.mac, fact.interface, fact.state, fact.evidence});
    for (const FdbFact &fact : host.fdb)
        space.forwarding.push_back({fact.mac, fact.interface, fact.destination, fact.master, fact.vlan, fact.permanent, fact.evidence});
    for (const SettingFact &fact : host.settings)
        space.settings[fact.name] = Known<std::string>(fact.value, fact.evidence);
    space.answers = host.answers;
    space.firewall = host.firewall;
    space.firewallChains = host.firewallChains;
    space.firewallSets = host.firewallSets;
    space.connections = host.connections;
    const std::array hosts{&host};
    space.printed = Printed(hosts, {});
    return space;
}

NetworkNamespace spaceOf(const QString &outputs)
{
    return spaceOf(toldBy(outputs));
}

kernel::Packet packetOf(const QString &words)
{
    QStringList list = words.split(' ', Qt::SkipEmptyParts);
    const auto address = [&] { return *IpAddress::parse(list.takeFirst().toStdString()); };
    kernel::Packet packet;
    packet.destination = address();
    packet.source = IpAddress::any(packet.isV6());
    if (!list.isEmpty() && list.first() == ">") {
        list.removeFirst();
        packet.source = packet.destination;
        packet.destination = address();
    }
    packet.dontFragment = list.removeAll("df") > 0;
    while (list.size() > 1) {
        const QString word = list.takeFirst(), value = list.takeFirst();
        const unsigned number = value.toUInt(nullptr, 0);
        if (word == "iif")
            packet.inInterface = value.toStdString();
        else if (word == "oif")
            packet.outInterface = value.toStdString();
        else if (word == "mark")
            packet.mark = number;
        else if (word == "tos")
            packet.tos = static_cast<std::uint8_t>(number);
        else if (word == "proto")
            packet.protocol = static_cast<std::uint8_t>(number);
        else if (word == "sport")
            packet.sourcePort = static_cast<std::uint16_t>(number);
        else if (word == "dport")
            packet.destinationPort = static_cast<std::uint16_t>(number);
        else if (word == "icmp") {
            packet.icmpType = static_cast<std::uint8_t>(value.section('/', 0, 0).toUInt());
            packet.icmpCode = static_cast<std::uint8_t>(value.section('/', 1, 1).toUInt());
        } else if (word == "flags")
            packet.tcpFlags = static_cast<std::uint8_t>(number);
        else if (word == "state")
            packet.connection.state = static_cast<kernel::ConnectionState>(QStringList{"new", "established", "related", "invalid", "untracked"}.indexOf(value));
        else if (word == "nat") {
            packet.connection.sourceTranslated = value == "snat";
            packet.connection.destinationTranslated = value == "dnat";
        } else if (word == "ttl")
            packet.timeToLive = static_cast<std::uint8_t>(number);
        else if (word == "length")
            packet.length = number;
    }
    return packet;
}

QString stated(const kernel::NextHop &hop)
{
    const Route &route = hop.route;
    QStringList words;
    if (route.type != "unicast")
        words << QString::fromStdString(route.type);
    words << QString::fromStdString(route.to.text());
    if (route.via)
        words << "via" << QString::fromStdString(route.via->text());
    if (!route.interface.empty())
        words << "dev" << QString::fromStdString(route.interface);
    if (!hop.probability)
        words << "(?)";
    else if (*hop.probability != 1.0)
        words << QString("(%1)").arg(*hop.probability, 0, 'g', 3);
    return words.join(' ');
}

QString stated(const std::vector<kernel::NextHop> &hops)
{
    QStringList all;
    for (const kernel::NextHop &hop : hops)
        all << stated(hop);
    return all.join(", ");
}

QString cited(const EvidenceList &evidence)
{
    QStringList lines;
    for (const Evidence &line : evidence)
        lines << QString::fromStdString(std::string(line.text())).trimmed();
    return lines.join(" + ");
}

} // namespace vethscope::test
