#include "tests/support/randomfirewall.h"

namespace vethscope::test {
namespace {

const QStringList protocols{"tcp", "udp"};
const QStringList ports{"53", "80", "443", "8080", "30080"};
const QStringList servers{"10.2.0.2", "10.2.0.3", "10.2.0.4", "10.2.0.5"};
const QStringList destinations{"10.2.0.2", "10.2.0.3", "10.2.0.4", "10.96.0.1", "10.96.0.2", "10.96.0.10", "10.1.0.1", "10.2.0.1", "10.1.0.3", "192.0.2.7"};
const QStringList networks{"10.0.0.0/8", "10.1.0.0/24", "10.2.0.0/24", "10.2.0.0/30", "10.96.0.0/12", "10.96.0.0/31", "10.1.0.2/32", "10.96.0.1/32", "10.2.0.2/32", "192.0.2.0/24"};
const QStringList marks{"0x1/0x1", "0x4000/0x4000", "0x3/0x7", "0x0/0x2", "0x0", "0x5"};
const QStringList hooks{"PREROUTING", "INPUT", "FORWARD", "OUTPUT", "POSTROUTING"};

bool hasIn(const QString &hook)
{
    return hook == "PREROUTING" || hook == "INPUT" || hook == "FORWARD";
}

bool hasOut(const QString &hook)
{
    return hook == "FORWARD" || hook == "OUTPUT" || hook == "POSTROUTING";
}

QString negated(Dice &dice, const QString &text, int percent = 25)
{
    return (dice.fallsBelow(percent) ? "! " : "") + text;
}

QString range(Dice &dice)
{
    const int first = 1024 + dice.below(60000);
    return QString("%1:%2").arg(first).arg(std::min(65535, first + dice.below(40000)));
}

// Rules of one table of iptables.
class Table
{
public:
    Table(Dice &dice, const QString &name, const QStringList &bases) : m_dice(dice), m_name(name), m_bases(bases) {}

    QString text()
    {
        QStringList lines{"*" + m_name};
        for (const QString &base : m_bases)
            lines << QString(":%1 %2 [0:0]").arg(base, m_name == "filter" && m_dice.fallsBelow(15) ? "DROP" : "ACCEPT");
        const QStringList chains{"A", "B", "C"}; // for each hook's own, since not every target may stand at each
        QStringList rules;
        for (const QString &base : m_bases) {
            for (const QString &chain : chains)
                lines << QString(":%1-%2 - [0:0]").arg(base.left(4), chain);
            rules << rulesOf(base, base, chains, 2 + m_dice.below(4));
            for (int i = 0; i < chains.size(); ++i)
                rules << rulesOf(base, base.left(4) + "-" + chains[i], chains.mid(i + 1), m_dice.below(4));
        }
        return (lines + rules + QStringList{"COMMIT"}).join('\n');
    }

private:
    QStringList rulesOf(const QString &hook, const QString &chain, const QStringList &targets, int count)
    {
        QStringList rules;
        for (int i = 0; i < count; ++i) {
            const QString asked = matches(hook); // and then a target that goes with it
            rules << QString("-A %1 %2 %3").arg(chain, asked, target(hook, targets)).simplified();
        }
        return rules;
    }

    QString matches(const QString &hook)
    {
        QStringList words;
        if (m_dice.fallsBelow(35))
            words << negated(m_dice, "-s " + m_dice.pick(networks));
        if (m_dice.fallsBelow(45))
            words << negated(m_dice, "-d " + m_dice.pick(networks));
        if (hasIn(hook) && m_dice.fallsBelow(15))
            words << negated(m_dice, "-i " + m_dice.pick(QStringList{"vc", "vs", "v+", "lo"}));
        if (hasOut(hook) && m_dice.fallsBelow(15))
            words << negated(m_dice, "-o " + m_dice.pick(QStringList{"vc", "vs", "v+", "lo"}));
        m_protocol.clear();
        if (m_dice.fallsBelow(55))
            words << protocolMatches();
        for (int i = m_dice.below(3); i > 0; --i)
            words << one(hook);
        return words.join(' ');
    }

    QString protocolMatches()
    {
        m_protocol = m_dice.fallsBelow(15) ? "icmp" : m_dice.pick(protocols);
        QString words = "-p " + m_protocol;
        if (m_protocol == "icmp")
            return words + (m_dice.fallsBelow(60) ? " -m icmp " + negated(m_dice, "--icmp-type " + m_dice.pick(QStringList{"8", "13", "8/0"}), 0) : QString());
        switch (m_dice.below(6)) {
        case 0: return words + QString(" -m %1 %2").arg(m_protocol, negated(m_dice, "--dport " + m_dice.pick(ports)));
        case 1: return words + QString(" -m %1 %2").arg(m_protocol, negated(m_dice, "--sport " + range(m_dice)));
        case 2: return words + " -m multiport " + negated(m_dice, QString("--dports %1,%2,440:500").arg(m_dice.pick(ports), m_dice.pick(ports)));
        case 3: return words + " -m multiport " + negated(m_dice, "--ports 80,8000:9000,20000:40000");
        case 4: return words + (m_protocol == "tcp" ? " -m tcp " + negated(m_dice, m_dice.fallsBelow(50) ? "--syn" : "--tcp-flags SYN,RST SYN") : QString());
        default: return words;
        }
    }

    QString one(const QString &hook)
    {
        switch (m_dice.below(10)) {
        case 0:
        case 1: return "-m mark " + negated(m_dice, "--mark " + m_dice.pick(marks));
        case 2: return "-m conntrack " + negated(m_dice, "--ctstate " + m_dice.pick(QStringList{"NEW", "RELATED,ESTABLISHED", "INVALID", "NEW,UNTRACKED", "DNAT", "ESTABLISHED,SNAT"}));
        case 3: return "-m addrtype " + negated(m_dice, "--dst-type " + m_dice.pick(QStringList{"LOCAL", "UNICAST", "LOCAL,BROADCAST"}));
        case 4: return "-m addrtype " + negated(m_dice, "--src-type LOCAL") + (hasOut(hook) && hook != "FORWARD" && m_dice.fallsBelow(40) ? " --limit-iface-out" : "");
        case 5: return m_dice.fallsBelow(40) ? QString("-m statistic --mode random --probability 0.%1").arg(20 + m_dice.below(70)) : QString();
        case 6: return "-m iprange " + negated(m_dice, "--dst-range 10.2.0.2-10.96.0.1");
        case 7: return m_dice.fallsBelow(12) ? "-m length --length 0:40" : "-m comment --comment \"a -j DROP, not meant\"";
        default: return {};
        }
    }

    QString target(const QString &hook, const QStringList &chains)
    {
        if (!chains.isEmpty() && m_dice.fallsBelow(35))
            return QString("%1 %2-%3").arg(m_dice.fallsBelow(25) ? "-g" : "-j", hook.left(4), m_dice.pick(chains));
        if (m_dice.fallsBelow(15))
            return "-j RETURN";
        if (m_dice.fallsBelow(m_name == "filter" ? 5 : 30))
            return "-j MARK " + m_dice.pick(QStringList{"--set-xmark 0x4000/0x4000", "--or-mark 0x1", "--and-mark 0xfffffffe", "--xor-mark 0x4000", "--set-mark 0x3/0x7", "--set-xmark 0x2/0x0"});
        if (m_name == "nat")
            return translation(hook);
        if (m_name == "raw")
            return m_dice.fallsBelow(20) ? "-j CT --notrack" : "-j ACCEPT";
        const int chance = m_dice.below(100);
        return chance < 45 ? "-j ACCEPT" : m_name == "filter" && chance < 60 ? reject(hook) : chance < 75 ? "-j DROP" : "-j LOG";
    }

    QString reject(const QString &)
    {
        const QString how = m_protocol == "tcp" && m_dice.fallsBelow(30) ? "tcp-reset" : m_dice.pick(QStringList{"icmp-port-unreachable", "icmp-admin-prohibited", "icmp-host-unreachable"});
        return "-j REJECT --reject-with " + how;
    }

    QString translation(const QString &hook)
    {
        const bool hasPorts = m_protocol == "tcp" || m_protocol == "udp";
        if (m_dice.fallsBelow(15))
            return "-j ACCEPT";
        if (hook == "PREROUTING" || hook == "OUTPUT") {
            const QString port = hasPorts && m_dice.fallsBelow(60) ? ":" + m_dice.pick(ports) : QString();
            if (m_dice.fallsBelow(20))
                return "-j REDIRECT" + (port.isEmpty() ? QString() : " --to-ports " + port.mid(1));
            return "-j DNAT --to-destination " + (port.isEmpty() || m_dice.fallsBelow(85) ? m_dice.pick(servers) : QString()) + port;
        }
        if (hook == "POSTROUTING" && m_dice.fallsBelow(60))
            return m_dice.fallsBelow(50) ? "-j MASQUERADE" : "-j MASQUERADE --random-fully";
        return "-j SNAT --to-source " + m_dice.pick(QStringList{"10.2.0.1", "10.3.0.1", "10.3.0.2"});
    }

    Dice &m_dice;
    QString m_name;
    QStringList m_bases;
    QString m_protocol;
};

// Rules of nftables.
class Nft
{
public:
    explicit Nft(Dice &dice) : m_dice(dice) {}

    QString text()
    {
        QStringList lines{"table " + QString(m_dice.fallsBelow(70) ? "ip" : "inet") + " t {"};
        lines << "set addresses {" << "type ipv4_addr" << "elements = { 10.96.0.1, 10.2.0.3 }" << "}";
        lines << "set networks {" << "type ipv4_addr" << "flags interval" << "elements = { 10.96.0.0/30, 10.2.0.2-10.2.0.3 }" << "}";
        for (const QString &hook : hooks) {
            const QString own = hook.left(4).toLower();
            for (const char *chain : {"c", "b", "a"})
                lines << QString("chain %1-%2 {").arg(own, chain) << rules(hook, false, QStringList{"a", "b", "c"}.mid(QStringList{"a", "b", "c"}.indexOf(chain) + 1)) << "}";
            for (const char *chain : {"nb", "na"})
                lines << QString("chain %1-%2 {").arg(own, chain) << rules(hook, true, QStringList{"na", "nb"}.mid(QStringList{"na", "nb"}.indexOf(chain) + 1)) << "}";
            m_own = own;
            lines << maps(own);
            for (int i = 1 + m_dice.below(2); i > 0; --i) {
                lines << QString("chain %1-base%2 {").arg(own).arg(i)
                      << QString("type filter hook %1 priority %2; policy %3;").arg(hook.toLower()).arg(m_dice.pick(QList<int>{-150, -110, -90, 0, 10, 110})).arg(m_dice.fallsBelow(8) ? "drop" : "accept")
                      << rules(hook, false, {"a", "b", "c"}) << "}";
            }
            if (hook != "FORWARD")
                for (int i = 1 + m_dice.below(2); i > 0; --i)
                    lines << QString("chain %1-nat%2 {").arg(own).arg(i) << QString("type nat hook %1 priority %2; policy accept;").arg(hook.toLower()).arg(m_dice.pick(QList<int>{-100, 0, 100, 101}))
                          << rules(hook, true, {"na", "nb"}) << "}";
        }
        return (lines << "}").join('\n');
    }

private:
    // Chains of the hook that maps lead to.
    QStringList maps(const QString &own)
    {
        const auto verdict = [&] { return m_dice.pick(QStringList{"goto " + own + "-c", "jump " + own + "-c", "accept", "return"}); };
        return {QString("map %1-services {").arg(own), "type ipv4_addr . inet_proto . inet_service : verdict",
                QString("elements = { 10.96.0.1 . tcp . 80 : %1, 10.96.0.2 . udp . 53 comment \"dns\" : %2, 10.2.0.2 . tcp . 443 : %3 }").arg(verdict(), verdict(), verdict()), "}"};
    }

    QStringList rules(const QString &hook, bool isNat, const QStringList &chains)
    {
        QStringList all;
        for (int i = 1 + m_dice.below(4); i > 0; --i)
            all << rule(hook, isNat, chains);
        return all;
    }

    QString rule(const QString &hook, bool isNat, const QStringList &chains)
    {
        const QString own = hook.left(4).toLower();
        m_protocol.clear();
        QStringList words;
        for (int i = m_dice.below(4); i > 0; --i)
            words << match(hook);
        words.removeAll("");
        if (!isNat && !chains.isEmpty() && m_dice.fallsBelow(12) && chains.first() == "a")
            return (words << "ip daddr . meta l4proto . th dport vmap @" + own + "-services").join(' ');
        if (!chains.isEmpty() && m_dice.fallsBelow(10) && m_protocol.isEmpty())
            return (words << QString("numgen random mod 3 vmap { 0 : jump %1-%2, 1 : goto %1-%2 }").arg(own, chains.last())).join(' ');
        if (m_dice.fallsBelow(8) && m_protocol.isEmpty())
            return (words << QString("ct state vmap { established : accept, invalid : drop, new : continue }")).join(' ');
        if (m_dice.fallsBelow(20))
            words << "meta mark set " + m_dice.pick(QStringList{"mark or 0x4000", "mark and 0xfffffffe", "mark xor 0x4000", "mark or 0x1", "0x3", "mark and 0xff xor 0x2"});
        if (m_dice.fallsBelow(20))
            words << "counter";
        words << target(hook, isNat, chains, own);
        return words.join(' ');
    }

    QString equals(int percent = 25) { return m_dice.fallsBelow(percent) ? "!= " : ""; }

    QString match(const QString &hook)
    {
        switch (m_dice.below(13)) {
        case 0: return "ip saddr " + equals() + m_dice.pick(networks);
        case 1: return "ip daddr " + equals() + m_dice.pick(networks);
        case 2: return "ip daddr " + equals() + m_dice.pick(QStringList{"@addresses", "@networks", "{ 10.96.0.1, 10.2.0.2-10.2.0.4 }", "10.2.0.2-10.96.0.1"});
        case 3: return hasIn(hook) ? "iifname " + equals() + m_dice.pick(QStringList{"\"vc\"", "\"v*\"", "{ \"vc\", \"lo\" }"}) : QString();
        case 4: return hasOut(hook) ? "oifname " + equals() + m_dice.pick(QStringList{"\"vc\"", "\"v*\"", "\"vs\""}) : QString();
        case 5: return "meta mark " + m_dice.pick(QStringList{"0x1", "!= 0x4000", "and 0x4000 == 0x4000", "and 0x4001 != 0", "{ 0x0, 0x3-0x5 }"});
        case 6: return "ct state " + equals() + m_dice.pick(QStringList{"new", "established,related", "{ new, untracked }", "invalid"});
        case 7: return m_dice.pick(QStringList{"fib daddr type ", "fib saddr type "}) + equals() + m_dice.pick(QStringList{"local", "unicast", "{ local, broadcast }"});
        case 8: return m_dice.fallsBelow(30) ? "ct status dnat" : m_dice.fallsBelow(15) ? "ip length < 40" : anyProtocol();
        default: return protocolMatch();
        }
    }

    QString anyProtocol()
    {
        if (!m_protocol.isEmpty())
            return {};
        m_protocol = "any"; // nft wants no other beside it
        return "meta l4proto { tcp, udp }";
    }

    QString protocolMatch()
    {
        if (!m_protocol.isEmpty())
            return {};
        m_protocol = m_dice.fallsBelow(15) ? "icmp" : m_dice.pick(protocols);
        if (m_protocol == "icmp")
            return m_dice.pick(QStringList{"icmp type echo-request", "icmp type != echo-request", "icmp type { echo-request, timestamp-request }", "ip protocol icmp"});
        switch (m_dice.below(5)) {
        case 0: return m_protocol + " dport " + equals() + m_dice.pick(ports);
        case 1: return m_protocol + " dport " + equals() + "{ 80, 440-500 }";
        case 2: return m_protocol + " sport " + equals() + range(m_dice).replace(':', '-');
        case 3: return "meta l4proto " + m_protocol + " th dport " + m_dice.pick(ports);
        default: return "meta l4proto " + m_protocol;
        }
    }

    QString target(const QString &hook, bool isNat, const QStringList &chains, const QString &own)
    {
        if (!chains.isEmpty() && m_dice.fallsBelow(30))
            return QString("%1 %2-%3").arg(m_dice.pick(QStringList{"jump", "jump", "goto"}), own, m_dice.pick(chains));
        if (isNat)
            return translation(hook);
        const int chance = m_dice.below(100);
        if (chance < 10 && hook != "PREROUTING" && hook != "POSTROUTING")
            return m_dice.pick(QStringList{"reject", "reject with icmp type admin-prohibited"});
        return chance < 20 ? "drop" : chance < 50 ? "accept" : chance < 70 ? "return" : chance < 80 ? "log prefix \"a drop\"" : "counter";
    }

    QString translation(const QString &hook)
    {
        const bool hasPorts = m_protocol == "tcp" || m_protocol == "udp";
        if (m_dice.fallsBelow(20))
            return m_dice.pick(QStringList{"accept", "return"});
        if (hook == "PREROUTING" || hook == "OUTPUT") {
            const QString port = hasPorts && m_dice.fallsBelow(60) ? ":" + m_dice.pick(ports) : QString();
            if (m_dice.fallsBelow(15))
                return "redirect" + (port.isEmpty() ? QString() : " to " + port);
            if (m_dice.fallsBelow(15))
                return "dnat ip to numgen random mod 3 map { 0 : 10.2.0.2, 1 : 10.2.0.3, 2 : 10.2.0.4 }";
            return "dnat ip to " + m_dice.pick(servers) + port;
        }
        if (hook == "POSTROUTING" && m_dice.fallsBelow(60))
            return m_dice.pick(QStringList{"masquerade", "masquerade fully-random"});
        return "snat ip to " + m_dice.pick(QStringList{"10.2.0.1", "10.3.0.1", "10.3.0.2"});
    }

    Dice &m_dice;
    QString m_own, m_protocol;
};

} // namespace

QString randomIptables(Dice &dice)
{
    QStringList tables{Table(dice, "filter", {"INPUT", "FORWARD", "OUTPUT"}).text(), Table(dice, "nat", {"PREROUTING", "INPUT", "OUTPUT", "POSTROUTING"}).text()};
    if (dice.fallsBelow(70))
        tables << Table(dice, "mangle", hooks).text();
    if (dice.fallsBelow(40))
        tables << Table(dice, "raw", {"PREROUTING", "OUTPUT"}).text();
    return tables.join('\n');
}

QString randomNftables(Dice &dice)
{
    return Nft(dice).text();
}

QString randomSending(Dice &dice, int number)
{
    const bool fromRouter = dice.fallsBelow(25);
    const QString source = fromRouter ? dice.pick(QStringList{"10.1.0.1", "10.2.0.1"}) : dice.pick(QStringList{"10.1.0.2", "10.1.0.4", "10.244.0.9"});
    const bool isIcmp = dice.fallsBelow(12);
    const QString protocol = isIcmp ? "icmp" : dice.pick(QStringList{"tcp", "udp", "udp"});
    const QString port = isIcmp ? dice.pick(QStringList{"8", "8", "13"}) : dice.pick(ports);
    return QString("%1 %2 %3 %4 %5 %6 %7").arg(number).arg(fromRouter ? "router" : "client", protocol, source).arg(2000 + number * 7).arg(dice.pick(destinations), port);
}

} // namespace vethscope::test
