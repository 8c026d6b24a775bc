#include "tests/support/hostfacts.h"

#include <QProcess>

namespace vethscope::test {
namespace {

QString text(const std::string &value)
{
    return QString::fromStdString(value);
}

// Words of a fact; what is empty or absent adds none.
class Words
{
public:
    explicit Words(QString first) : m_words{std::move(first)} {}

    Words &add(const std::string &value) { return addText({}, text(value)); }
    Words &add(const char *name, const std::string &value) { return addText(QString::fromUtf8(name), text(value)); }
    template <typename Value>
    Words &add(const char *name, const std::optional<Value> &value)
    {
        if (!value)
            return *this;
        if constexpr (std::is_arithmetic_v<Value>)
            return addText(QString::fromUtf8(name), QString::number(*value));
        else
            return addText(QString::fromUtf8(name), text(value->text()));
    }
    Words &addIf(bool holds, const char *word) { return holds ? addText({}, QString::fromUtf8(word)) : *this; }

    QString line(const HostFacts *host, const Evidence &evidence) const
    {
        QString who;
        if (host) {
            who = text(host->node);
            if (!host->pod.empty())
                who += "/" + (host->podNamespace.empty() ? "" : text(host->podNamespace) + "/") + text(host->pod);
            who += ": ";
        }
        return QString("line %1 %2%3").arg(evidence.line).arg(who, m_words.join(' '));
    }

private:
    Words &addText(const QString &name, const QString &value)
    {
        if (!value.isEmpty())
            m_words << (name.isEmpty() ? value : name + " " + value);
        return *this;
    }

    QStringList m_words;
};

constexpr const char *kinds[] = {"unknown", "physical", "bridge", "veth", "vxlan", "ipip", "tun", "tap", "geneve", "gre", "wireguard", "vlan",
                                 "bond", "macvlan", "ipvlan", "dummy", "loopback"};
constexpr const char *states[] = {"unknown", "up", "down"};

QString linkLine(const HostFacts &host, const LinkFact &link)
{
    Words words("link");
    words.add(link.name).add("ifindex", link.ifindex).add("peer", link.peerIfindex).add("peer", link.peerName);
    if (link.kind)
        words.add(kinds[static_cast<int>(*link.kind)]);
    words.add("mac", link.mac).add("mtu", link.mtu);
    if (link.state)
        words.add(states[static_cast<int>(*link.state)]);
    words.add("master", link.master).add("netnsid", link.netnsId).add("netns", link.netns);
    if (const auto &tunnel = link.tunnel) {
        words.addIf(true, "tunnel").add("vni", tunnel->vni).add("port", tunnel->port).add("local", tunnel->local).add("remote", tunnel->remote);
        words.add("dev", tunnel->device).addIf(!tunnel->learning, "nolearning");
    }
    return words.addIf(link.pointToPoint, "pointtopoint").addIf(link.hairpin, "hairpin").line(&host, link.evidence);
}

QString routeLine(const HostFacts &host, const RouteFact &route)
{
    Words words("route");
    words.add(route.type == "unicast" ? std::string() : route.type).add(route.to.text()).add("via", route.via).add("via", route.viaName).add("dev", route.interface);
    words.add("table", route.table).add("proto", route.protocol).add("scope", route.scope).add("src", route.source);
    words.add("metric", route.metric).add("mtu", route.mtu).add("weight", route.weight).addIf(route.onlink, "onlink").addIf(!route.saysProtocol, "noproto");
    return words.line(&host, route.evidence);
}

void addHost(const HostFacts &host, QStringList &lines)
{
    for (const LinkFact &link : host.links)
        lines << linkLine(host, link);
    for (const InterfaceAddressFact &fact : host.addresses)
        lines << Words("address").add(fact.interface).add(fact.address.text()).add("scope", fact.scope).line(&host, fact.evidence);
    for (const RouteFact &route : host.routes)
        lines << routeLine(host, route);
    for (const RuleFact &rule : host.rules)
        lines << Words("rule").add("priority", std::optional(rule.priority)).add(rule.text).line(&host, rule.evidence);
    for (const NeighbourFact &fact : host.neighbours)
        lines << Words("neighbour").add("ip", fact.ip).add("name", fact.name).add("mac", fact.mac).add("dev", fact.interface).add("state", fact.state).line(&host, fact.evidence);
    for (const FdbFact &fact : host.fdb)
        lines << Words("fdb").add(fact.mac.text()).add("dev", fact.interface).add("dst", fact.destination).add("master", fact.master).add("vlan", fact.vlan)
                     .add("port", fact.portNumber).addIf(fact.permanent, "permanent").line(&host, fact.evidence);
    for (const BridgePortFact &fact : host.bridgePorts) {
        Words words("port");
        words.add(fact.bridge).add(fact.port).add("number", fact.portNumber);
        if (fact.hairpin)
            words.add("hairpin", *fact.hairpin ? std::string("on") : std::string("off"));
        lines << words.line(&host, fact.evidence);
    }
    for (const SettingFact &fact : host.bridges)
        lines << Words("bridge").add(fact.name).add("id", fact.value).line(&host, fact.evidence);
    for (const NetnsFact &fact : host.namespaces)
        lines << Words("netns").add(fact.name).add("id", fact.id).line(&host, fact.evidence);
    for (const InterfaceIndexFact &fact : host.indexes)
        lines << Words("index").add(fact.interface).add("ifindex", fact.ifindex).add("peer", fact.peerIfindex).line(&host, fact.evidence);
    for (const SettingFact &fact : host.settings)
        lines << Words("setting").add(fact.name).add("=", fact.value).line(&host, fact.evidence);
    for (const ResolverFact &fact : host.resolvers) {
        Words words("resolver");
        for (const IpAddress &server : fact.servers)
            words.add("server", std::optional(server));
        for (const std::string &domain : fact.search)
            words.add("search", domain);
        lines << words.add("ndots", fact.ndots).line(&host, fact.evidence);
    }
}

QStringList reportLines(const ImportReport &report)
{
    QStringList lines;
    for (const ImportedCommand &command : report.commands)
        if (!command.parser.empty())
            for (const std::uint32_t line : command.notUnderstood)
                lines << QString("! line %1").arg(line);
    for (const ImportedCommand &command : report.commands)
        if (!command.failed.empty())
            lines << "failed: " + text(command.failed);
    for (const Error &problem : report.problems)
        lines << "! " + text(problem.message);
    for (const SkippedFile &file : report.skipped)
        lines << "- " + text(file.source) + ": " + text(file.because);
    for (const Evidence &line : report.lost)
        lines << QString("? line %1").arg(line.line);
    return lines;
}

} // namespace

QStringList factLines(const Facts &facts)
{
    QStringList lines;
    for (const HostFacts &host : facts.hosts)
        addHost(host, lines);
    return lines;
}

QStringList factsOf(const QByteArray &command, const QByteArray &output)
{
    return factsOfText("[root@n1 ~]# " + command + "\n" + output);
}

QStringList factsOfText(const QByteArray &given)
{
    const Snapshot snapshot = readPastedSnapshot(given.toStdString());
    return factLines(snapshot.facts) + reportLines(snapshot.report);
}

QByteArray printedInNamespace(const QByteArray &setUp, const QByteArray &command)
{
    QProcess process;
    process.start("unshare", {"--user", "--map-root-user", "--net", "--mount", "sh", "-c", QString::fromUtf8(setUp + " && exec " + command)});
    return process.waitForFinished() && process.exitCode() == 0 ? process.readAllStandardOutput() : QByteArray();
}

} // namespace vethscope::test
