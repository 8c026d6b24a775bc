#include "tests/support/clusterlines.h"

#include "core/snapshot/snapshot.h"

namespace vethscope::test {
namespace {

QString text(const std::string &value)
{
    return value.empty() ? QStringLiteral("-") : QString::fromStdString(value);
}

template <typename T>
QString number(const std::optional<T> &value)
{
    return value ? QString::number(*value) : QStringLiteral("-");
}

template <typename T>
QString address(const std::optional<T> &value)
{
    return value ? QString::fromStdString(value->text()) : QStringLiteral("-");
}

QString text(const Known<std::string> &value)
{
    return text(value.value_or(""));
}

template <typename T>
QString number(const Known<T> &value)
{
    return number(value.value());
}

template <typename T>
QString address(const Known<T> &value)
{
    return address(value.value());
}

template <typename T>
QString listed(const std::vector<T> &values)
{
    QStringList texts;
    for (const T &value : values)
        texts << QString::fromStdString(value.text());
    return texts.isEmpty() ? QStringLiteral("-") : texts.join(',');
}

QString name(std::string_view value)
{
    return QString::fromUtf8(value.data(), static_cast<qsizetype>(value.size()));
}

QString peerText(const std::optional<Peer> &peer)
{
    if (!peer)
        return QStringLiteral("-");
    return text(peer->pod.empty() ? peer->node : peer->pod) + ':' + text(peer->interface);
}

} // namespace

Cluster clusterOfText(const QByteArray &transcript)
{
    return clusterOf(readPastedSnapshot(transcript.toStdString()).facts);
}

QStringList interfaceLines(const Cluster &cluster)
{
    QStringList lines;
    for (const ClusterNode &node : cluster.nodes)
        for (const NetworkInterface &interface : node.net.interfaces) {
            QString line = QStringLiteral("%1 %2 %3 %4 %5 %6 %7 %8 master %9 peer ")
                               .arg(text(node.name), text(interface.name), number(interface.ifindex), name(nameOf(interface.kind)),
                                    name(nameOf(interface.state.value_or(LinkState::Unknown))), number(interface.mtu), address(interface.mac), listed(interface.addresses),
                                    text(interface.master))
                + peerText(interface.peer);
            if (const auto &tunnel = interface.tunnel)
                line += QStringLiteral(" tunnel %1 :%2 %3>%4 over %5")
                            .arg(number(tunnel->vni), number(tunnel->port), address(tunnel->local), address(tunnel->remote), text(tunnel->device));
            lines << line;
        }
    return lines;
}

QStringList routeLines(const Cluster &cluster)
{
    QStringList lines;
    for (const ClusterNode &node : cluster.nodes)
        for (const Route &route : node.net.routes)
            lines << QStringLiteral("%1 %2 %3 via %4 dev %5%6 proto %7")
                         .arg(text(node.name), QString::fromStdString(route.type), QString::fromStdString(route.to.text()), route.viaName.empty() ? address(route.via) : text(route.viaName),
                              text(route.interface), route.onlink ? " onlink" : "", text(route.protocol));
    return lines;
}

QStringList neighbourLines(const Cluster &cluster)
{
    QStringList lines;
    for (const ClusterNode &node : cluster.nodes)
        for (const Neighbour &neighbour : node.net.neighbours)
            lines << QStringLiteral("%1 %2 %3 %4 %5")
                         .arg(text(node.name), neighbour.ip ? address(neighbour.ip) : text(neighbour.name), address(neighbour.mac),
                              text(neighbour.interface), text(neighbour.state));
    return lines;
}

QStringList fdbLines(const Cluster &cluster)
{
    QStringList lines;
    for (const ClusterNode &node : cluster.nodes)
        for (const ForwardingEntry &entry : node.net.forwarding)
            lines << QStringLiteral("%1 %2 %3 %4")
                         .arg(text(node.name), QString::fromStdString(entry.mac.text()), text(entry.interface), address(entry.destination));
    return lines;
}

QStringList podLines(const Cluster &cluster)
{
    QStringList lines;
    for (const ClusterPod &pod : cluster.pods)
        lines << QStringLiteral("%1 %2 %3 %4 %5 %6 %7 %8")
                     .arg(pod.name.empty() ? QStringLiteral("?") : QString::fromStdString(pod.fullName()), text(pod.node), listed(pod.addresses),
                          address(pod.mac), text(pod.interface), number(pod.ifindex), text(pod.hostInterface), text(pod.bridge))
                + (pod.hostNetwork ? " host network" : "");
    return lines;
}

QStringList nodeLines(const Cluster &cluster)
{
    QStringList lines;
    for (const ClusterNode &node : cluster.nodes)
        lines << text(node.name) + ' ' + name(nameOf(node.network)) + (node.ghost ? " ghost" : "");
    return lines;
}

QStringList bgpLines(const Cluster &cluster)
{
    QStringList lines;
    for (const ClusterNode &node : cluster.nodes)
        for (const BgpSession &session : node.bgp)
            lines << QStringLiteral("%1 %2 %3 %4 %5 %6")
                         .arg(text(node.name), QString::fromStdString(session.peer.text()), text(session.peerNode), number(session.asn),
                              text(session.state), text(session.kind));
    return lines;
}

QStringList underlayLines(const Cluster &cluster)
{
    QStringList lines;
    for (const UnderlaySubnet &subnet : cluster.subnets) {
        QString line = QString::fromStdString(subnet.network.text());
        for (const auto &member : subnet.members)
            line += ' ' + text(member.node) + ':' + text(member.interface);
        for (const std::size_t router : subnet.routers)
            line += QStringLiteral(" gateway %1 %2").arg(listed(cluster.routers[router].addresses), listed(cluster.routers[router].macs));
        lines << line;
    }
    return lines;
}

QStringList problemLines(const Cluster &cluster)
{
    QStringList lines;
    for (const Problem &problem : cluster.problems) {
        QString line = name(nameOf(problem.severity)) + ": " + QString::fromStdString(problem.message.english());
        for (const Evidence &evidence : problem.evidence)
            line += " | " + name(evidence.text()).trimmed();
        lines << line;
    }
    return lines;
}

} // namespace vethscope::test
