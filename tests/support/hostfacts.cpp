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

    StatedFact at(const Evidence &evidence) const { return {m_words, evidence}; }

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

StatedFact statedLink(const LinkFact &link)
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
    return words.addIf(link.pointToPoint, "pointtopoint").addIf(link.hairpin, "hairpin").at(link.evidence);
}

std::optional<unsigned> unlessZero(unsigned number)
{
    return number ? std::optional(number) : std::nullopt;
}

StatedFact statedRoute(Words words, const RouteFact &route)
{
    words.add(route.type == "unicast" ? std::string() : route.type).add(route.to.text()).add("via", route.via).add("via", route.viaName).add("dev", route.interface);
    words.add("table", route.table).add("proto", route.protocol).add("scope", route.scope).add("src", route.source);
    words.add("metric", route.metric).add("tos", unlessZero(route.tos)).add("mtu", route.mtu).add("weight", route.weight);
    words.addIf(route.onlink, "onlink").addIf(route.dead, "dead").addIf(!route.saysProtocol, "noproto");
    return words.at(route.evidence);
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
        lines << "! " + text(problem.message.english());
    for (const SkippedFile &file : report.skipped)
        lines << "- " + text(file.source) + ": " + text(file.because.english());
    for (const Evidence &line : report.lost)
        lines << QString("? line %1").arg(line.line);
    return lines;
}

} // namespace

QList<StatedFact> statedFacts(const HostFacts &host)
{
    QList<StatedFact> facts;
    for (const LinkFact &link : host.links)
        facts << statedLink(link);
    for (const InterfaceAddressFact &fact : host.addresses)
        facts << Words("address").add(fact.interface).add(fact.address.text()).add("scope", fact.scope).at(fact.evidence);
    for (const RouteFact &route : host.routes)
        facts << statedRoute(Words("route"), route);
    for (const RuleFact &rule : host.rules)
        facts << Words("rule").add("priority", std::optional(rule.priority)).add(rule.text).at(rule.evidence);
    for (const RouteAnswerFact &fact : host.answers) {
        Words words("answer");
        words.add("from", fact.from).add("iif", fact.inInterface).add("mark", fact.mark);
        facts << statedRoute(words, fact.route);
    }
    for (const NeighbourFact &fact : host.neighbours)
        facts << Words("neighbour").add("ip", fact.ip).add("name", fact.name).add("mac", fact.mac).add("dev", fact.interface).add("state", fact.state).at(fact.evidence);
    for (const FdbFact &fact : host.fdb)
        facts << Words("fdb").add(fact.mac.text()).add("dev", fact.interface).add("dst", fact.destination).add("master", fact.master).add("vlan", fact.vlan)
                     .add("port", fact.portNumber).addIf(fact.permanent, "permanent").at(fact.evidence);
    for (const BridgePortFact &fact : host.bridgePorts) {
        Words words("port");
        words.add(fact.bridge).add(fact.port).add("number", fact.portNumber);
        if (fact.hairpin)
            words.add("hairpin", *fact.hairpin ? std::string("on") : std::string("off"));
        facts << words.at(fact.evidence);
    }
    for (const SettingFact &fact : host.bridges)
        facts << Words("bridge").add(fact.name).add("id", fact.value).at(fact.evidence);
    for (const NetnsFact &fact : host.namespaces)
        facts << Words("netns").add(fact.name).add("id", fact.id).at(fact.evidence);
    for (const InterfaceIndexFact &fact : host.indexes)
        facts << Words("index").add(fact.interface).add("ifindex", fact.ifindex).add("peer", fact.peerIfindex).at(fact.evidence);
    for (const SettingFact &fact : host.settings)
        facts << Words("setting").add(fact.name).add("=", fact.value).at(fact.evidence);
    for (const ResolverFact &fact : host.resolvers) {
        Words words("resolver");
        for (const IpAddress &server : fact.servers)
            words.add("server", std::optional(server));
        for (const std::string &domain : fact.search)
            words.add("search", domain);
        facts << words.add("ndots", fact.ndots).at(fact.evidence);
    }
    return facts;
}

QStringList factLines(const Facts &facts)
{
    QStringList lines;
    for (const HostFacts &host : facts.hosts) {
        QString who = text(host.node);
        if (!host.pod.empty())
            who += "/" + (host.podNamespace.empty() ? "" : text(host.podNamespace) + "/") + text(host.pod);
        for (const StatedFact &fact : statedFacts(host))
            lines << QString("line %1 %2: %3").arg(fact.evidence.line).arg(who, fact.words.join(' '));
    }
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

HostFacts toldBy(const QString &outputs)
{
    QString text;
    for (const QString &one : outputs.split(" ; ", Qt::SkipEmptyParts))
        text += "root@fir:~# " + one.section('=', 0, 0) + "\n" + one.section('=', 1).replace(" / ", "\n") + "\n";
    const Facts facts = readPastedSnapshot(text.toStdString()).facts;
    return facts.hosts.empty() ? HostFacts() : facts.hosts.front();
}

QByteArray printedInNamespace(const QByteArray &setUp, const QByteArray &command)
{
    QProcess process;
    process.start("unshare", {"--user", "--map-root-user", "--net", "--mount", "sh", "-c", QString::fromUtf8(setUp + " && exec " + command)});
    return process.waitForFinished() && process.exitCode() == 0 ? process.readAllStandardOutput() : QByteArray();
}

} // namespace vethscope::test
