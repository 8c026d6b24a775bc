#include "tests/support/machinefacts.h"

#include <QRegularExpression>

#include <algorithm>

namespace vethscope::test {
namespace {

QString text(const std::string &value)
{
    return QString::fromStdString(value);
}

template <typename Value>
QString text(const std::optional<Value> &value)
{
    if (!value)
        return {};
    if constexpr (std::is_arithmetic_v<Value>)
        return QString::number(*value);
    else
        return text(value->text());
}

// What statedFacts() leaves out.
void addTraffic(const HostFacts &host, QList<StatedFact> &facts)
{
    for (const FirewallRuleFact &rule : host.firewall)
        facts << StatedFact{{"firewall", text(rule.table), text(rule.chain), text(rule.target), (rule.notSource ? "not from " : "from ") + text(rule.source),
                             (rule.notDestination ? "not to " : "to ") + text(rule.destination), "in " + text(rule.inInterface), "out " + text(rule.outInterface),
                             "protocol " + text(rule.protocol), "port " + text(rule.destinationPort), text(rule.comment), text(rule.translatesTo)},
                            rule.evidence};
    for (const ListenerFact &listener : host.listeners)
        facts << StatedFact{{"listener", listener.tcp ? "tcp" : "udp", text(listener.address), QString::number(listener.port)}, listener.evidence};
    for (const BgpSessionFact &session : host.bgpSessions)
        facts << StatedFact{{"bgp", text(session.name), "peer " + text(session.peer), "asn " + text(session.asn), "state " + text(session.state), "kind " + text(session.kind),
                             "local " + text(session.local)},
                            session.evidence};
    for (const BgpRouteFact &route : host.bgpRoutes)
        facts << StatedFact{{"bgproute", text(route.to.text()), "via " + text(route.via), "dev " + text(route.interface), "from " + text(route.protocol),
                             route.best ? "best" : "", "next " + text(route.nextHop), "originator " + text(route.originator)},
                            route.evidence};
}

// `ip 10.x.x.3` may be `ip 10.244.0.3`; a next hop or neighbour that is masked stands there as a name.
bool mayBe(const QString &told, const QString &whole)
{
    static const QRegularExpression masked("(^|[.:])(x+|X+|\\*+)([.:/]|$)");
    if (told == whole)
        return true;
    if (!masked.match(told).hasMatch())
        return false;
    QString pattern = QRegularExpression::escape(told);
    pattern.replace(QRegularExpression("(x+|X+|(\\\\\\*)+)"), "[0-9a-f]+").replace(QRegularExpression("^name"), "ip");
    return QRegularExpression("^" + pattern + "$").match(whole).hasMatch();
}

} // namespace

bool MachineFacts::isNamed() const
{
    static const QRegularExpression counted("^machine \\d+$");
    return !node.isEmpty() && !counted.match(node).hasMatch();
}

bool MachineFacts::covers(const StatedFact &fact) const
{
    return has(fact) || std::ranges::any_of(facts, [&](const StatedFact &own) {
        return own.words.first() == fact.words.first() && std::ranges::all_of(fact.words, [&](const QString &told) {
            return std::ranges::any_of(own.words, [&](const QString &whole) { return mayBe(told, whole); });
        });
    });
}

QList<MachineFacts> machinesOf(const Facts &facts)
{
    QList<MachineFacts> machines;
    for (const HostFacts &host : facts.hosts) {
        MachineFacts machine{text(host.node), text(host.pod), statedFacts(host)};
        addTraffic(host, machine.facts);
        for (StatedFact &fact : machine.facts)
            fact.words.removeIf([](const QString &word) { return word.isEmpty() || word.endsWith(' '); });
        for (const StatedFact &fact : machine.facts)
            machine.lines << fact.words.join(' ');
        if (!host.isMute())
            machines << machine;
    }
    return machines;
}

} // namespace vethscope::test
