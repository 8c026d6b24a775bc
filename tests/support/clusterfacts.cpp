#include "tests/support/clusterfacts.h"

#include "core/snapshot/hostcommands.h"
#include "core/transcript/commandline.h"

#include "core/snapshot/snapshot.h"

namespace vethscope::test {
namespace {

QString joined(const std::vector<IpAddress> &addresses)
{
    QStringList texts;
    for (const IpAddress &address : addresses)
        texts << QString::fromStdString(address.text());
    return texts.join(',');
}

// A fact's words; empty ones are left out.
class Line
{
public:
    Line(const char *kind, const Evidence &evidence) : m_words{QString("line %1").arg(evidence.line), QString::fromUtf8(kind)} {}

    Line &operator<<(const QString &word)
    {
        if (!word.isEmpty())
            m_words << word;
        return *this;
    }
    Line &operator<<(const std::string &word) { return *this << QString::fromStdString(word); }
    template <typename Value>
    Line &add(const char *name, const std::optional<Value> &value)
    {
        if (value) {
            if constexpr (std::is_arithmetic_v<Value>)
                *this << QString("%1 %2").arg(QString::fromUtf8(name)).arg(*value);
            else
                *this << QString("%1 %2").arg(QString::fromUtf8(name), QString::fromStdString(value->text()));
        }
        return *this;
    }
    Line &add(const char *name, const std::string &value) { return value.empty() ? *this : *this << QString("%1 %2").arg(QString::fromUtf8(name), QString::fromStdString(value)); }
    operator QString() const { return m_words.join(' '); }

private:
    QStringList m_words;
};

QString firewallLine(const FirewallRuleFact &rule)
{
    Line line("rule", rule.evidence);
    line << rule.table << rule.chain;
    line.add(rule.notSource ? "not from" : "from", rule.source).add(rule.notDestination ? "not to" : "to", rule.destination);
    line << rule.protocol;
    line.add("port", rule.destinationPort).add("in", rule.inInterface).add("out", rule.outInterface);
    line << rule.target;
    return line.add("as", rule.translatesTo);
}

void addHost(const HostFacts &host, QStringList &lines)
{
    for (const FirewallRuleFact &rule : host.firewall)
        lines << firewallLine(rule);
    for (const ListenerFact &fact : host.listeners)
        lines << (Line(fact.tcp ? "tcp" : "udp", fact.evidence).add("at", fact.address) << QString::number(fact.port));
    for (const ConntrackFact &fact : host.connections)
        lines << (Line("connection", fact.evidence) << fact.protocol
                  << QString("%1:%2 > %3:%4").arg(QString::fromStdString(fact.source.text())).arg(fact.sourcePort).arg(QString::fromStdString(fact.destination.text())).arg(fact.destinationPort)
                  << QString("reply %1:%2 > %3:%4").arg(QString::fromStdString(fact.replySource.text())).arg(fact.replySourcePort).arg(QString::fromStdString(fact.replyDestination.text())).arg(fact.replyDestinationPort));
    for (const BgpSessionFact &fact : host.bgpSessions)
        lines << (Line("session", fact.evidence) << fact.name).add("peer", fact.peer).add("as", fact.asn).add("kind", fact.kind).add("state", fact.state)
                     .add("local", fact.local).add("info", fact.info);
    for (const BgpRouteFact &fact : host.bgpRoutes) {
        Line line("route", fact.evidence);
        line << fact.to.text();
        line.add("via", fact.via).add("dev", fact.interface).add("of", fact.protocol) << QString(fact.best ? "best" : "");
        line.add("next hop", fact.nextHop).add("originator", fact.originator);
        lines << (fact.clusterList.empty() ? line : line << "clusters " + joined(fact.clusterList));
    }
    for (const SettingFact &fact : host.settings)
        lines << (Line("setting", fact.evidence) << fact.name << "= " + fact.value);
}

} // namespace

QStringList clusterFactLines(const Facts &facts)
{
    QStringList lines;
    for (const PodFact &fact : facts.pods)
        lines << (Line("pod", fact.evidence) << (fact.podNamespace.empty() ? "" : fact.podNamespace + "/") + fact.name << joined(fact.addresses)).add("on", fact.node)
                     .add("at", fact.hostAddress).add("is", fact.status).add("netns", fact.networkNamespace).add("on", std::string(fact.hostNetwork ? "the host's network" : ""));
    for (const KubernetesNodeFact &fact : facts.nodes) {
        Line line("node", fact.evidence);
        line << fact.name << joined(fact.internalAddresses);
        line.add("roles", fact.roles);
        for (const IpPrefix &cidr : fact.podCidrs)
            line << "pods " + cidr.text();
        lines << line.add("flannel", fact.flannelBackend).add("public", fact.flannelPublicIp).add("vtep", fact.vtepMac).add("vni", fact.vtepVni)
                     .add("calico", fact.calicoAddress).add("tunnel", fact.calicoTunnel).add("host", fact.hostName);
    }
    for (const ServiceFact &fact : facts.services) {
        Line line("service", fact.evidence);
        line << (fact.serviceNamespace.empty() ? "" : fact.serviceNamespace + "/") + fact.name << fact.type << joined(fact.clusterAddresses);
        for (const ServicePort &port : fact.ports)
            line << QString("%1/%2%3").arg(port.port).arg(QString::fromStdString(port.protocol), port.nodePort ? QString(" node %1").arg(port.nodePort) : QString());
        lines << line;
    }
    for (const EndpointFact &fact : facts.endpoints)
        lines << (Line("endpoint", fact.evidence) << (fact.serviceNamespace.empty() ? "" : fact.serviceNamespace + "/") + fact.service
                  << QString("%1:%2").arg(QString::fromStdString(fact.address.text())).arg(fact.port)).add("pod", fact.pod);
    for (const AddressPoolFact &fact : facts.pools)
        lines << (Line("pool", fact.evidence) << fact.name << fact.cidr.text() << fact.mode << QString(fact.natOutgoing ? "nat" : "")).add("vni", fact.vni).add("port", fact.port);
    for (const SettingFact &fact : facts.clusterSettings)
        lines << (Line("setting", fact.evidence) << fact.name << "= " + fact.value);
    for (const HostFacts &host : facts.hosts)
        addHost(host, lines);
    return lines;
}

QStringList parserFactsOf(const QByteArray &command, const QByteArray &output)
{
    const std::vector<ShellCommand> typed = readCommandLine(command.toStdString()).body;
    const QByteArray text = "[root@n1 ~]# " + command + "\n" + output;
    const TypedCommand read{.source = std::make_shared<const SourceText>("text", text.toStdString()), .session = {.node = "n1"}, .promptLine = 1, .text = command.toStdString(),
                            .words = typed.at(0).words, .filters = typed.at(0).filters, .output = {2, std::uint32_t(output.count('\n'))}};
    const HostCommand *parser = commandTyped(read.words);
    if (!parser)
        return {"no parser"};
    Facts facts;
    Reading reading(read, facts);
    parser->read(reading);
    QStringList lines = clusterFactLines(facts);
    for (const std::uint32_t line : reading.notUnderstood())
        lines << QString("! line %1").arg(line);
    return lines;
}

QStringList clusterFactsOf(const QByteArray &command, const QByteArray &output)
{
    const Snapshot snapshot = readPastedSnapshot(("[root@n1 ~]# " + command + "\n" + output).toStdString());
    QStringList lines = clusterFactLines(snapshot.facts);
    for (const ImportedCommand &imported : snapshot.report.commands)
        for (const std::uint32_t line : imported.notUnderstood)
            lines << QString("! line %1").arg(line);
    for (const Error &problem : snapshot.report.problems)
        lines << "! " + QString::fromStdString(problem.message.english());
    return lines;
}

} // namespace vethscope::test
