#include "core/kernel/connections.h"
#include "core/kernel/netfilter.h"
#include "core/kernel/virtualserver.h"

#include "core/snapshot/snapshot.h"
#include "tests/support/dice.h"
#include "tests/support/kernelspace.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTest>

#include <numeric>

using namespace vethscope;
using namespace vethscope::kernel;

// What all rules at a hook make of a packet: verdicts, marks, translations, each with the lines that decided.
class tst_kernel_netfilter : public QObject
{
    Q_OBJECT

private slots:
    void chains_data();
    void chains();
    void maps_data();
    void maps();
    void hooks_data();
    void hooks();
    void translation_data();
    void translation();
    void evidence_data();
    void evidence();
    void kubeProxy_data();
    void kubeProxy();
    void otherServices_data();
    void otherServices();
    void nftKubeProxy_data();
    void nftKubeProxy();
    void connections_data();
    void connections();
    void tracked();
    void virtualServers_data();
    void virtualServers();
    void known_data();
    void known();
    void settled();
    void indexed();
    void bounded();
    void manyRules();
};

namespace {

const QString addresses = "ip addr=1: lo: <LOOPBACK,UP> mtu 65536 /     inet 127.0.0.1/8 scope host lo / 2: eth0: <UP> mtu 1500 state UP /     inet 10.0.0.9/24 scope global eth0 / 3: cni0: <UP> mtu 1450 state UP"
                          " /     inet 10.244.0.1/24 scope global cni0 ; ";

QString stated(const Packet &packet)
{
    const auto end = [](const IpAddress &address, const std::optional<std::uint16_t> &port) { return QString::fromStdString(address.text()) + ":" + (port ? QString::number(*port) : QString("?")); };
    return end(packet.source, packet.sourcePort) + " > " + end(packet.destination, packet.destinationPort);
}

// drop 10.0.0.1:7 > 10.0.0.2:80 mark 4000 (0.5)
QString stated(const Passage &passage)
{
    const QStringList verdicts{"accept", "drop", "reject", "unknown"};
    QString text = verdicts[static_cast<int>(passage.verdict)];
    if (!passage.ask.empty())
        text += ": " + QString::fromStdString(passage.ask);
    if (!passage.rejectsWith.empty())
        text += " with " + QString::fromStdString(passage.rejectsWith);
    if (passage.isTranslated)
        text += " " + stated(passage.packet);
    if (passage.packet.mark)
        text += " mark " + QString::number(passage.packet.mark, 16);
    if (!passage.probability)
        return text + " (?)";
    return *passage.probability == 1.0 ? text : text + QString(" (%1)").arg(*passage.probability, 0, 'g', 3);
}

QString stated(const std::vector<Passage> &passages)
{
    QStringList all;
    for (const Passage &passage : passages)
        all << stated(passage);
    return all.join(", ");
}

QString stated(const Answer<std::vector<Passage>> &answer)
{
    return answer.isFound() ? stated(*answer) : answer.isNone() ? QString("none") : "unseen: " + QString::fromStdString(answer.ask);
}

Hook hookNamed(const QString &name)
{
    return static_cast<Hook>(QStringList{"prerouting", "input", "forward", "output", "postrouting"}.indexOf(name));
}

QString textOfFile(const QString &name)
{
    QFile file(QString(VETHSCOPE_SOURCE_DIR) + "/" + name);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

NetworkNamespace spaceOfText(const QString &text)
{
    const Facts facts = readPastedSnapshot(text.toStdString()).facts;
    return facts.hosts.empty() ? NetworkNamespace() : test::spaceOf(facts.hosts.front());
}

// `forward 10.0.0.1 > 10.0.0.2 proto 6 oif eth0`: the device is the one that it leaves by.
Answer<std::vector<Passage>> pass(const NetworkNamespace &space, const QString &question)
{
    const Ruleset rules(space);
    const Packet packet = test::packetOf(question.section(' ', 1));
    return passHook(rules, {hookNamed(question.section(' ', 0, 0)), packet.outInterface, {}}, packet);
}

} // namespace

void tst_kernel_netfilter::chains_data()
{
    QTest::addColumn<QString>("rules");
    QTest::addColumn<QString>("verdict");

    // Of a packet with mark 1 at FORWARD. Declared are FORWARD with DROP, and A, B.
    const auto row = [](const char *name, const char *rules, const char *verdict) { QTest::newRow(name) << rules << verdict; };
    row("the policy", "", "drop mark 1");
    row("accepted", "-A FORWARD -j ACCEPT", "accept mark 1");
    row("dropped before", "-A FORWARD -j DROP\n-A FORWARD -j ACCEPT", "drop mark 1");
    row("refused", "-A FORWARD -j REJECT --reject-with icmp-admin-prohibited", "reject with icmp-admin-prohibited mark 1");
    row("one that does not hold", "-A FORWARD -s 10.9.0.0/16 -j ACCEPT", "drop mark 1");
    row("no target", "-A FORWARD -s 10.0.0.0/8\n-A FORWARD -j ACCEPT", "accept mark 1");
    row("only noted", "-A FORWARD -j LOG --log-prefix \"DROP\"\n-A FORWARD -j ACCEPT", "accept mark 1");
    row("a jump", "-A FORWARD -j A\n-A A -j ACCEPT", "accept mark 1");
    row("back from a jump", "-A FORWARD -j A\n-A FORWARD -j ACCEPT\n-A A -s 10.9.0.0/16 -j DROP", "accept mark 1");
    row("a return", "-A FORWARD -j A\n-A FORWARD -j ACCEPT\n-A A -j RETURN\n-A A -j REJECT --reject-with x", "accept mark 1");
    row("a return at the top", "-A FORWARD -j RETURN\n-A FORWARD -j ACCEPT", "drop mark 1");
    row("gone for good", "-A FORWARD -g A\n-A FORWARD -j ACCEPT\n-A A -s 10.9.0.0/16 -j ACCEPT", "drop mark 1");
    row("gone for good from below", "-A FORWARD -j A\n-A FORWARD -j ACCEPT\n-A A -g B\n-A A -j DROP\n-A B -j RETURN", "accept mark 1");
    row("an empty chain", "-A FORWARD -j B\n-A FORWARD -j ACCEPT", "accept mark 1");
    row("a chain that was not printed", "-A FORWARD -j C\n-A FORWARD -j ACCEPT", "unknown mark 1");
    row("another extension", "-A FORWARD -j NFQUEUE --queue-num 1\n-A FORWARD -j ACCEPT", "unknown mark 1");
    row("a mark", "-A FORWARD -j MARK --set-xmark 0x4000/0x4000\n-A FORWARD -m mark --mark 0x4001 -j ACCEPT", "accept mark 4001");
    row("a mark turned", "-A FORWARD -j MARK --set-xmark 0x3/0x0\n-A FORWARD -m mark --mark 0x2 -j ACCEPT", "accept mark 2");
    row("a mark from the connection", "-A FORWARD -j CONNMARK --restore-mark\n-A FORWARD -m mark --mark 0x1 -j ACCEPT", "accept mark 1 (?), drop mark 1 (?)");
    row("a mark to the connection", "-A FORWARD -j CONNMARK --save-mark\n-A FORWARD -m mark --mark 0x1 -j ACCEPT", "accept mark 1");
    row("a mark known again", "-A FORWARD -j CONNMARK --restore-mark\n-A FORWARD -j MARK --set-mark 0x1\n-A FORWARD -m mark --mark 0x1 -j ACCEPT", "accept mark 1");
    row("in a loop", "-A FORWARD -j A\n-A A -j A", "unknown mark 1");
    row("not sure", "-A FORWARD -m length --length 0:40 -j ACCEPT", "accept mark 1 (?), drop mark 1 (?)");
    row("not sure, but all the same", "-A FORWARD -m length --length 0:40 -j ACCEPT\n-A FORWARD -j ACCEPT", "accept mark 1 (?), accept mark 1 (?)");
    row("not sure to jump, to no end", "-A FORWARD -m length --length 0:40 -j A\n-A FORWARD -j ACCEPT\n-A A -s 10.9.0.0/16 -j DROP", "accept mark 1");
    row("not sure to note", "-A FORWARD -m length --length 0:40 -j LOG\n-A FORWARD -j ACCEPT", "accept mark 1");
    row("not sure to mark", "-A FORWARD -m length --length 0:40 -j MARK --set-mark 0x2\n-A FORWARD -j ACCEPT", "accept mark 2 (?), accept mark 1 (?)");
    row("not sure to jump to a drop", "-A FORWARD -m length --length 0:40 -j A\n-A FORWARD -j ACCEPT\n-A A -s 10.0.0.1/32 -j DROP", "drop mark 1 (?), accept mark 1 (?)");
    row("not sure to go round", "-A FORWARD -m length --length 0:40 -j A\n-A FORWARD -j ACCEPT\n-A A -j A", "unknown mark 1 (?), accept mark 1 (?)");
    row("not sure to return", "-A FORWARD -m length --length 0:40 -j RETURN\n-A FORWARD -j ACCEPT", "accept mark 1 (?), drop mark 1 (?)");
    row("not sure to be gone for good", "-A FORWARD -m length --length 0:40 -g B\n-A FORWARD -j ACCEPT", "accept mark 1 (?), drop mark 1 (?)");
    row("not sure, and nobody knows the target", "-A FORWARD -m length --length 0:40 -j NFQUEUE\n-A FORWARD -j ACCEPT", "unknown mark 1 (?), accept mark 1 (?)");
    row("not sure to jump to a return", "-A FORWARD -m length --length 0:40 -j A\n-A FORWARD -j ACCEPT\n-A A -j RETURN", "accept mark 1 (?)");
    row("by chance", "-A FORWARD -m statistic --mode random --probability 0.25 -j ACCEPT", "drop mark 1 (0.75), accept mark 1 (0.25)");
    row("certain chance", "-A FORWARD -m statistic --mode random --probability 1 -j ACCEPT", "accept mark 1");
    row("no chance", "-A FORWARD -m statistic --mode random --probability 0 -j ACCEPT", "drop mark 1");
    row("chance among what is not sure", "-A FORWARD -m length --length 0:40 -m statistic --mode random --probability 0.25 -j ACCEPT", "accept mark 1 (?), drop mark 1 (?)");
    row("one after the other", "-A FORWARD -m statistic --mode random --probability 0.25 -j A\n-A FORWARD -m statistic --mode random --probability 0.5 -j B\n-A A -j ACCEPT\n-A B -j REJECT --reject-with x",
        "reject with x mark 1 (0.375), drop mark 1 (0.375), accept mark 1 (0.25)");
    row("ways that meet again", "-A FORWARD -m statistic --mode random --probability 0.25 -j A\n-A FORWARD -j ACCEPT\n-A A -m statistic --mode random --probability 0.5 -j RETURN\n-A A -s 10.9.0.0/16", "accept mark 1");
    row("ways that are both gone for good", "-A FORWARD -m statistic --mode random --probability 0.5 -g A\n-A FORWARD -g B\n-A A -j MARK --set-mark 0x2\n-A B -j MARK --set-mark 0x2", "drop mark 2");
    row("no translation here", "-A FORWARD -j DNAT --to-destination 10.0.0.5", "unknown mark 1");
}

void tst_kernel_netfilter::chains()
{
    QFETCH(QString, rules);
    const NetworkNamespace space = spaceOfText("root@fir:~# iptables-save\n*filter\n:FORWARD DROP [0:0]\n:A - [0:0]\n:B - [0:0]\n" + rules + "\nCOMMIT\n");
    QTEST(stated(pass(space, "forward 10.0.0.1 > 10.0.0.2 proto 6 sport 7 dport 80 mark 1 iif eth0 oif eth1")), "verdict");
}

// Of a rule that may hold, for nobody knows the source port, its map decides whether that matters.
void tst_kernel_netfilter::maps_data()
{
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("verdict");
    const auto row = [](const char *name, const char *rule, const char *verdict) { QTest::newRow(name) << QString(rule) << QString(verdict); };
    row("an element", "ip daddr vmap { 10.0.0.2 : drop }", "drop mark 1");
    row("no element", "ip daddr vmap { 10.0.0.9 : drop }", "accept mark 1");
    row("not sure, an element", "tcp sport 1024 ip daddr vmap { 10.0.0.2 : drop }", "drop mark 1 (?), accept mark 1 (?)");
    row("not sure, no element", "tcp sport 1024 ip daddr vmap { 10.0.0.9 : drop }", "accept mark 1");
    row("not sure, an element that goes on", "tcp sport 1024 ip daddr vmap { 10.0.0.2 : continue }", "accept mark 1");
    row("a map that was not printed", "ip daddr vmap @unprinted", "unknown: nft list ruleset mark 1 (?), accept mark 1 (?)");
}

void tst_kernel_netfilter::maps()
{
    QFETCH(QString, rule);
    const NetworkNamespace space = spaceOfText("root@fir:~# nft list ruleset\ntable ip t {\n\tchain f {\n\t\ttype filter hook forward priority filter; policy drop;\n\t\t" + rule + "\n\t\taccept\n\t}\n}\n");
    QTEST(stated(pass(space, "forward 10.0.0.1 > 10.0.0.2 proto 6 dport 80 mark 1 iif eth0 oif eth1")), "verdict");
}

void tst_kernel_netfilter::hooks_data()
{
    QTest::addColumn<QString>("rules");
    QTest::addColumn<QString>("question");
    QTest::addColumn<QString>("verdict");

    const QString web = "10.0.0.1 > 10.0.0.2 proto 6 sport 7 dport 80 iif eth0 oif cni0";
    QTest::newRow("raw before mangle") << "*mangle\n-A PREROUTING -m mark --mark 0x1 -j DROP\nCOMMIT\n*raw\n-A PREROUTING -j MARK --set-mark 0x1" << "prerouting " + web << "drop mark 1";
    QTest::newRow("mangle before filter") << "*filter\n-A FORWARD -m mark --mark 0x1 -j DROP\nCOMMIT\n*mangle\n-A FORWARD -j MARK --set-mark 0x1" << "forward " + web << "drop mark 1";
    QTest::newRow("filter before security") << "*security\n-A FORWARD -j DROP\nCOMMIT\n*filter\n-A FORWARD -j REJECT --reject-with x" << "forward " + web << "reject with x";
    QTest::newRow("accepted in one table is not in the next") << "*mangle\n-A INPUT -j ACCEPT\nCOMMIT\n*filter\n-A INPUT -j DROP" << "input " + web << "drop";
    QTest::newRow("of another hook") << "*filter\n-A INPUT -j DROP\n-A FORWARD -j ACCEPT" << "forward " + web << "accept";
    QTest::newRow("IPv6 has its own") << "*filter\n-A FORWARD -j DROP\nCOMMIT\n# Generated by ip6tables-save v1.8.9 on x\n*filter\n-A FORWARD -j REJECT --reject-with x" << "forward fd00::1 > fd00::2 iif eth0 oif eth1" << "reject with x";
    QTest::newRow("before conntrack") << "*raw\n-A PREROUTING -m conntrack --ctstate INVALID -j MARK --set-mark 0x1\nCOMMIT\n*mangle\n-A PREROUTING -m conntrack --ctstate NEW -j MARK --or-mark 0x2" << "prerouting " + web << "accept mark 3";
    QTest::newRow("not tracked") << "*raw\n-A OUTPUT -j CT --notrack\n-A OUTPUT -m conntrack --ctstate UNTRACKED -j MARK --set-mark 0x1\nCOMMIT\n*filter\n-A OUTPUT -m conntrack --ctstate UNTRACKED -j REJECT --reject-with x"
                                 << "output 10.0.0.1 > 10.0.0.2" << "reject with x mark 1";
    QTest::newRow("not tracked is not translated") << "*raw\n-A PREROUTING -j CT --notrack\nCOMMIT\n*nat\n-A PREROUTING -j DNAT --to-destination 10.0.0.5" << "prerouting " + web << "accept";
    QTest::newRow("filter before translation at INPUT") << "*nat\n-A INPUT -j SNAT --to-source 10.0.0.77\nCOMMIT\n*filter\n-A INPUT -s 10.0.0.1/32 -j DROP" << "input " + web << "drop";
    QTest::newRow("mangle before translation at POSTROUTING") << "*nat\n-A POSTROUTING -j SNAT --to-source 10.0.0.77\nCOMMIT\n*mangle\n-A POSTROUTING -s 10.0.0.1/32 -j MARK --set-mark 0x1" << "postrouting " + web << "accept 10.0.0.77:7 > 10.0.0.2:80 mark 1";
    QTest::newRow("mangle before translation at PREROUTING") << "*nat\n-A PREROUTING -j DNAT --to-destination 10.0.0.77\nCOMMIT\n*mangle\n-A PREROUTING -d 10.0.0.2/32 -j MARK --set-mark 0x1" << "prerouting " + web << "accept 10.0.0.1:7 > 10.0.0.77:80 mark 1";
    QTest::newRow("translation before filter at OUTPUT") << "*nat\n-A OUTPUT -j DNAT --to-destination 10.0.0.77\nCOMMIT\n*filter\n-A OUTPUT -d 10.0.0.77/32 -m conntrack --ctstate DNAT -j DROP" << "output 10.0.0.1 > 10.0.0.2 proto 6 sport 7 dport 80" << "drop 10.0.0.1:7 > 10.0.0.77:80";
    QTest::newRow("to where it went anyway") << "*nat\n-A OUTPUT -j DNAT --to-destination 10.0.0.2\nCOMMIT\n*filter\n-A OUTPUT -m conntrack --ctstate DNAT -j DROP" << "output 10.0.0.1 > 10.0.0.2 proto 6 sport 7 dport 80" << "accept 10.0.0.1:7 > 10.0.0.2:80";
    QTest::newRow("to another port") << "*nat\n-A OUTPUT -p tcp -j DNAT --to-destination 10.0.0.2:81\nCOMMIT\n*filter\n-A OUTPUT -m conntrack --ctstate DNAT -j DROP" << "output 10.0.0.1 > 10.0.0.2 proto 6 sport 7 dport 80" << "drop 10.0.0.1:7 > 10.0.0.2:81";
    QTest::newRow("ICMP to an address and port") << "*nat\n-A PREROUTING -j DNAT --to-destination 10.0.0.77:80" << "prerouting 10.0.0.1 > 10.0.0.2 proto 1 icmp 8/0 iif eth0" << "accept 10.0.0.1:? > 10.0.0.77:?";
    QTest::newRow("two marks, two ways") << "*mangle\n-A FORWARD -m statistic --mode random --probability 0.5 -j MARK --set-mark 0x1\nCOMMIT\n*filter\n-A FORWARD -m mark --mark 0x1 -j DROP" << "forward " + web << "drop mark 1 (0.5), accept (0.5)";
}

void tst_kernel_netfilter::hooks()
{
    QFETCH(QString, rules);
    QFETCH(QString, question);
    QTEST(stated(pass(spaceOfText("root@fir:~# iptables-save\n" + rules + "\nCOMMIT\n"), question)), "verdict");
}

void tst_kernel_netfilter::translation_data()
{
    QTest::addColumn<QString>("rules");
    QTest::addColumn<QString>("question");
    QTest::addColumn<QString>("outcome");

    const auto row = [](const char *name, const char *rules, const char *question, const char *outcome) { QTest::newRow(name) << QString("*nat\n%1").arg(rules) << question << outcome; };
    const char *const in = "prerouting 10.0.0.1 > 10.0.0.9 proto 6 sport 7 dport 80 iif eth0";
    const char *const out = "postrouting 10.244.0.3 > 192.0.2.7 proto 6 sport 7 dport 80 iif cni0 oif eth0";
    row("address and port", "-A PREROUTING -p tcp -j DNAT --to-destination 10.244.0.3:8080", in, "accept 10.0.0.1:7 > 10.244.0.3:8080");
    row("address alone", "-A PREROUTING -p tcp -j DNAT --to-destination 10.244.0.3", in, "accept 10.0.0.1:7 > 10.244.0.3:80");
    row("port alone", "-A PREROUTING -p tcp -j DNAT --to-destination :8080", in, "accept 10.0.0.1:7 > 10.0.0.9:8080");
    row("a range", "-A PREROUTING -p tcp -j DNAT --to-destination 10.244.0.3-10.244.0.5", in, "unknown (?), accept (?)");
    row("the first that holds", "-A PREROUTING -p udp -j DNAT --to-destination 10.244.0.3\n-A PREROUTING -p tcp -j DNAT --to-destination 10.244.0.4\n-A PREROUTING -p tcp -j DNAT --to-destination 10.244.0.5", in, "accept 10.0.0.1:7 > 10.244.0.4:80");
    row("accepted before", "-A PREROUTING -j ACCEPT\n-A PREROUTING -j DNAT --to-destination 10.244.0.3", in, "accept");
    row("to itself", "-A PREROUTING -p tcp -j REDIRECT --to-ports 8080", in, "accept 10.0.0.1:7 > 10.0.0.9:8080");
    row("to itself, sent", "-A OUTPUT -p tcp -j REDIRECT", "output 10.0.0.9 > 192.0.2.7 proto 6 sport 7 dport 80", "accept 10.0.0.9:7 > 127.0.0.1:80");
    row("to itself, without address", "-A PREROUTING -p tcp -j REDIRECT", "prerouting 10.0.0.1 > 10.0.0.9 proto 6 sport 7 dport 80 iif lo7", "drop");
    row("masqueraded", "-A POSTROUTING -s 10.244.0.0/16 -j MASQUERADE", out, "accept 10.0.0.9:7 > 192.0.2.7:80");
    row("masqueraded by any port", "-A POSTROUTING -s 10.244.0.0/16 -j MASQUERADE --random-fully", out, "accept 10.0.0.9:? > 192.0.2.7:80");
    row("masqueraded by one port", "-A POSTROUTING -p tcp -j MASQUERADE --to-ports 1024", out, "accept 10.0.0.9:1024 > 192.0.2.7:80");
    row("another source", "-A POSTROUTING -j SNAT --to-source 10.0.0.77", out, "accept 10.0.0.77:7 > 192.0.2.7:80");
    row("another source and port", "-A POSTROUTING -p tcp -j SNAT --to-source 10.0.0.77:99", out, "accept 10.0.0.77:99 > 192.0.2.7:80");
    row("ICMP has no ports", "-A POSTROUTING -j SNAT --to-source 10.0.0.77:99", "postrouting 10.244.0.3 > 192.0.2.7 proto 1 icmp 8/0 oif eth0", "accept 10.0.0.77:? > 192.0.2.7:?");
    row("at INPUT", "-A INPUT -j SNAT --to-source 10.0.0.77", "input 10.0.0.1 > 10.0.0.9 proto 6 sport 7 dport 80 iif eth0", "accept 10.0.0.77:7 > 10.0.0.9:80");
    row("of what goes on", "-A PREROUTING -j DNAT --to-destination 10.244.0.3", "prerouting 10.0.0.1 > 10.0.0.9 proto 6 sport 7 dport 80 iif eth0 state established", "accept");
    row("of what is related", "-A PREROUTING -j DNAT --to-destination 10.244.0.3", "prerouting 10.0.0.1 > 10.0.0.9 proto 6 sport 7 dport 80 iif eth0 state related", "accept 10.0.0.1:7 > 10.244.0.3:80");
    row("of an error", "-A PREROUTING -j DNAT --to-destination 10.244.0.3", "prerouting 10.0.0.1 > 10.0.0.9 proto 1 icmp 3/1 iif eth0 state related", "accept");
    row("of an error of IPv6", "-A PREROUTING -s fd00::/8 -j DNAT --to-destination fd00::5", "prerouting fd00::1 > fd00::9 proto 58 icmp 1/1 iif eth0 state related", "accept");
    row("of IPv6", "-A PREROUTING -s fd00::/8 -p tcp -j DNAT --to-destination [fd00::5]:8080", "prerouting fd00::1 > fd00::9 proto 6 sport 7 dport 80 iif eth0", "accept fd00::1:7 > fd00::5:8080");
    row("by mark", "-A PREROUTING -j MARK --set-mark 0x1\n-A PREROUTING -m mark --mark 0x1 -j DNAT --to-destination 10.244.0.3", in, "accept 10.0.0.1:7 > 10.244.0.3:80 mark 1");
    const auto nft = [](const char *name, const char *rules, const char *question, const char *outcome) { QTest::newRow(name) << QString("table ip t {\n%1\n}").arg(rules) << question << outcome; };
    nft("one chain after the other", "chain b {\ntype nat hook prerouting priority dstnat; policy accept;\nip daddr 10.0.0.9 dnat to 10.244.0.4\n}\nchain a {\ntype nat hook prerouting priority dstnat - 1; policy accept;\nip daddr 10.0.0.8 dnat to 10.244.0.3\naccept\n}", in,
        "accept 10.0.0.1:7 > 10.244.0.4:80");
    nft("the earlier chain goes before", "chain b {\ntype nat hook prerouting priority dstnat; policy accept;\nip daddr 10.0.0.9 dnat to 10.244.0.4\n}\nchain a {\ntype nat hook prerouting priority dstnat - 1; policy accept;\nip daddr 10.0.0.9 dnat to 10.244.0.3\n}", in,
        "accept 10.0.0.1:7 > 10.244.0.3:80");
    nft("of one priority the later goes before", "chain b {\ntype nat hook prerouting priority dstnat; policy accept;\ndnat to 10.244.0.3\n}\nchain a {\ntype nat hook prerouting priority dstnat; policy accept;\ndnat to 10.244.0.4\n}", in,
        "accept 10.0.0.1:7 > 10.244.0.4:80");
    nft("between the others", "chain before {\ntype filter hook prerouting priority -101; policy accept;\nip daddr 10.0.0.9 meta mark set mark or 0x1\n}\nchain behind {\ntype filter hook prerouting priority -99; policy accept;\nip daddr 10.244.0.3 meta mark set mark or 0x2\n}\n"
        "chain a {\ntype nat hook prerouting priority 7; policy accept;\ndnat to 10.244.0.3\n}", in, "accept 10.0.0.1:7 > 10.244.0.3:80 mark 3");
    nft("dropped before", "chain before {\ntype filter hook prerouting priority -101; policy drop;\n}\nchain a {\ntype nat hook prerouting priority 7; policy accept;\ndnat to 10.244.0.3\n}", in, "drop");
    nft("dropped before by chance", "chain before {\ntype filter hook prerouting priority -101; policy accept;\nnumgen random mod 4 vmap { 0 : drop }\n}\nchain a {\ntype nat hook prerouting priority 7; policy accept;\ndnat to 10.244.0.3\n}",
        in, "accept 10.0.0.1:7 > 10.244.0.3:80 (0.75), drop (0.25)");
    nft("by chance", "chain a {\ntype nat hook prerouting priority dstnat; policy accept;\ndnat to numgen random mod 4 map { 0 : 10.244.0.3, 1-2 : 10.244.0.4 }\n}", in, "accept 10.0.0.1:7 > 10.244.0.4:80 (0.5), accept 10.0.0.1:7 > 10.244.0.3:80 (0.25), accept (0.25)");
    nft("by a map", "map m {\ntype inet_service : ipv4_addr . inet_service\nelements = { 80 : 10.244.0.3 . 8080 }\n}\nchain a {\ntype nat hook prerouting priority dstnat; policy accept;\nmeta l4proto tcp dnat ip to tcp dport map @m\n}", in, "accept 10.0.0.1:7 > 10.244.0.3:8080");
    nft("of which conntrack knows then", "chain b {\ntype filter hook postrouting priority 110; policy accept;\nct status snat meta mark set 0x1\n}\nchain a {\ntype nat hook postrouting priority srcnat; policy accept;\nsnat to 10.0.0.77\n}", out, "accept 10.0.0.77:7 > 192.0.2.7:80 mark 1");
    nft("from where it came anyway", "chain b {\ntype filter hook postrouting priority 110; policy accept;\nct status snat meta mark set 0x1\n}\nchain a {\ntype nat hook postrouting priority srcnat; policy accept;\nsnat to 10.244.0.3\n}", out, "accept 10.244.0.3:7 > 192.0.2.7:80");
    nft("to what is no port", "chain a {\ntype nat hook prerouting priority dstnat; policy accept;\ndnat ip to tcp dport map { 80 : 10.244.0.3 . http }\n}", in, "unknown");
    nft("to what is no address", "chain a {\ntype nat hook prerouting priority dstnat; policy accept;\ndnat ip to tcp dport map { 80 : pod . 80 }\n}", in, "unknown");
    nft("untracked too late", "chain b {\ntype filter hook prerouting priority -150; policy accept;\nnotrack\n}\nchain a {\ntype nat hook prerouting priority dstnat; policy accept;\ndnat to 10.244.0.3\n}", in, "accept 10.0.0.1:7 > 10.244.0.3:80");
    nft("untracked too late, at another hook", "chain b {\ntype filter hook postrouting priority -300; policy accept;\nnotrack\n}\nchain a {\ntype nat hook postrouting priority srcnat; policy accept;\nsnat to 10.0.0.77\n}", out, "accept 10.0.0.77:7 > 192.0.2.7:80");
    nft("by a map that was not printed", "chain a {\ntype nat hook prerouting priority dstnat; policy accept;\nmeta l4proto tcp dnat ip to tcp dport map @m\n}", in, "unknown: nft list ruleset (?), accept (?)");
    nft("where to, nobody understands", "chain a {\ntype nat hook prerouting priority dstnat; policy accept;\ndnat to jhash ip saddr mod 2 map { 0 : 10.0.0.1 }\n}", in, "unknown (?), accept (?)");
}

void tst_kernel_netfilter::translation()
{
    QFETCH(QString, rules);
    QFETCH(QString, question);
    const QString command = rules.startsWith("table") ? "nft list ruleset" : "iptables-save";
    const QString commit = rules.startsWith("table") ? "" : "COMMIT\n";
    QTEST(stated(pass(spaceOfText("root@fir:~# " + QString(addresses).replace(" ; ", "\n").replace("=", "\n").replace(" / ", "\n") + "root@fir:~# " + command + "\n" + rules + "\n" + commit), question)), "outcome");
}

void tst_kernel_netfilter::evidence_data()
{
    QTest::addColumn<QString>("rules");
    QTest::addColumn<QString>("question");
    QTest::addColumn<QString>("lines");

    const QString web = "10.0.0.1 > 10.0.0.2 proto 6 sport 7 dport 80 iif eth0 oif eth1";
    QTest::newRow("jump and verdict") << "*filter\n-A FORWARD -j A\n-A A -p udp -j DROP\n-A A -j ACCEPT" << "forward " + web << "-A FORWARD -j A + -A A -j ACCEPT < -A A -p udp -j DROP: other protocol";
    QTest::newRow("jump to no end") << "*filter\n:FORWARD DROP [0:0]\n:A - [0:0]\n-A FORWARD -j A\n-A FORWARD -p udp -j ACCEPT" << "forward " + web
                                    << ":FORWARD DROP [0:0] < -A FORWARD -p udp -j ACCEPT: other protocol < -A FORWARD -j A: nothing in it holds";
    QTest::newRow("a return counts") << "*filter\n:FORWARD DROP [0:0]\n-A FORWARD -j A\n-A A -j RETURN" << "forward " + web << "-A FORWARD -j A + -A A -j RETURN + :FORWARD DROP [0:0]";
    QTest::newRow("a mark counts") << "*filter\n-A FORWARD -j A\n-A FORWARD -m mark --mark 0x1 -j DROP\n-A A -j MARK --set-mark 0x1" << "forward " + web << "-A FORWARD -j A + -A A -j MARK --set-mark 0x1 + -A FORWARD -m mark --mark 0x1 -j DROP";
    QTest::newRow("a mark that it had does not") << "*filter\n-A FORWARD -j MARK --set-mark 0x1\n-A FORWARD -m mark --mark 0x1 -j DROP" << "forward " + web + " mark 1" << "-A FORWARD -m mark --mark 0x1 -j DROP";
    QTest::newRow("what lets all pass is no news") << "*mangle\n:FORWARD ACCEPT [0:0]\nCOMMIT\n*filter\n:FORWARD ACCEPT [0:0]" << "forward " + web << ":FORWARD ACCEPT [0:0]";
    QTest::newRow("what drops is") << "*mangle\n:FORWARD DROP [0:0]\nCOMMIT\n*filter\n:FORWARD ACCEPT [0:0]" << "forward " + web << ":FORWARD DROP [0:0]";
    QTest::newRow("chance") << "*filter\n-A FORWARD -m statistic --mode random --probability 0.25 -j DROP\n-A FORWARD -j ACCEPT" << "forward " + web
                            << "-A FORWARD -j ACCEPT < -A FORWARD -m statistic --mode random --probability 0.25 -j DROP: another chance";
    QTest::newRow("not sure") << "*filter\n-A FORWARD -m length --length 0:40 -j DROP\n-A FORWARD -j ACCEPT" << "forward " + web << "-A FORWARD -m length --length 0:40 -j DROP";
    QTest::newRow("no more than the nearest") << "*filter\n" + QString("-A FORWARD -p udp -j DROP\n").repeated(40) + "-A FORWARD -j ACCEPT" << "forward " + web
                                              << "-A FORWARD -j ACCEPT" + QString(" < -A FORWARD -p udp -j DROP: other protocol").repeated(16);
    QTest::newRow("an element") << "table ip t {\nmap m {\ntype inet_service : verdict\nelements = { 80 : drop }\n}\nchain a {\ntype filter hook forward priority 0; policy accept;\ntcp dport vmap @m\n}\n}" << "forward " + web
                                << "tcp dport vmap @m + elements = { 80 : drop }";
    QTest::newRow("no element") << "table ip t {\nmap m {\ntype inet_service : verdict\nelements = { 81 : drop }\n}\nchain a {\ntype filter hook forward priority 0; policy accept;\ntcp dport vmap @m\n}\n}" << "forward " + web
                                << "type filter hook forward priority 0; policy accept; < tcp dport vmap @m: nothing in the map fits";
}

void tst_kernel_netfilter::evidence()
{
    QFETCH(QString, rules);
    QFETCH(QString, question);
    const bool isNft = rules.startsWith("table");
    const auto answer = pass(spaceOfText((isNft ? "root@fir:~# nft list ruleset\n" : "root@fir:~# iptables-save\n") + rules + (isNft ? "\n" : "\nCOMMIT\n")), question);
    QVERIFY(answer.isFound());
    QString lines = test::cited(answer.evidence);
    for (const Rejected &lost : answer.rejected)
        lines += " < " + QString::fromStdString(std::string(lost.evidence.text())) + ": " + QString::fromStdString(std::string(lost.because));
    QTEST(lines, "lines");
    QCOMPARE(answer->front().evidence, answer.evidence);
    QVERIFY(answer.assumed.empty());
}

void tst_kernel_netfilter::kubeProxy_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("question");
    QTest::addColumn<QString>("outcome");
    QTest::addColumn<QString>("lines");

    const QString flannel = "resources/samples/flannel-vxlan/hosts/master.txt", calico = "resources/samples/calico-ipip/hosts/cn-worker1.txt";
    const auto row = [](const QString &name, const QString &file, const char *question, const char *outcome, const char *lines) { QTest::newRow(qPrintable(name)) << file << question << outcome << lines; };
    row("a service with two endpoints", flannel, "prerouting 10.244.0.60 > 10.103.27.55 proto 6 sport 7 dport 80 iif cni0", "accept 10.244.0.60:7 > 10.244.0.9:80 (0.5), accept 10.244.0.60:7 > 10.244.1.3:80 (0.5)",
        "PREROUTING KUBE-SERVICES KUBE-SVC-LOLE4ISW44XBNF3G KUBE-SEP-TJ6TSNADZNRW2MMX");
    row("from outside the pods", flannel, "prerouting 172.27.0.1 > 10.96.0.10 proto 17 sport 7 dport 53 iif eth0", "accept 172.27.0.1:7 > 10.244.0.58:53 mark 4000",
        "PREROUTING KUBE-SERVICES KUBE-SVC-TCOU7JCQXEZGVUNU KUBE-MARK-MASQ KUBE-SVC-TCOU7JCQXEZGVUNU KUBE-SEP-GHUCKDMWZEMVJX2F");
    row("the machine itself", flannel, "output 172.27.0.11 > 10.96.0.1 proto 6 sport 7 dport 443 oif eth0", "accept 172.27.0.11:7 > 172.27.0.11:6443 mark 4000",
        "OUTPUT KUBE-SERVICES KUBE-SVC-NPX46M4PTMTKRN6Y KUBE-MARK-MASQ KUBE-SVC-NPX46M4PTMTKRN6Y KUBE-SEP-XEXLS4KZ5ZQGZZHU");
    row("a pod that reaches itself", flannel, "prerouting 10.244.1.7 > 10.109.140.18 proto 6 sport 7 dport 80 iif flannel.1", "accept 10.244.1.7:7 > 10.244.1.7:80 mark 4000",
        "PREROUTING KUBE-SERVICES KUBE-SVC-EE4FE7XDP64QLQLA KUBE-SEP-7FRTLNNK7JZP3VV5 KUBE-MARK-MASQ KUBE-SEP-7FRTLNNK7JZP3VV5");
    row("a port that no service has", flannel, "prerouting 10.244.0.60 > 10.103.27.55 proto 6 sport 7 dport 81 iif cni0", "accept", "");
    row("another pod's address", flannel, "prerouting 10.244.0.60 > 10.244.1.3 proto 6 sport 7 dport 80 iif cni0", "accept", "");
    row("to a pod elsewhere", flannel, "postrouting 10.244.0.60 > 10.244.1.3 proto 6 sport 7 dport 80 iif cni0 oif flannel.1", "accept", "POSTROUTING KUBE-POSTROUTING POSTROUTING FLANNEL-POSTRTG");
    row("to the world", flannel, "postrouting 10.244.0.60 > 192.0.2.7 proto 6 sport 7 dport 80 iif cni0 oif eth0", "accept 172.27.0.11:? > 192.0.2.7:80",
        "POSTROUTING KUBE-POSTROUTING POSTROUTING FLANNEL-POSTRTG inet");
    row("marked", flannel, "postrouting 172.27.0.1 > 10.244.0.58 proto 17 sport 7 dport 53 mark 0x4000 iif eth0 oif cni0", "accept 10.244.0.1:? > 10.244.0.58:53",
        "POSTROUTING KUBE-POSTROUTING KUBE-POSTROUTING inet");
    row("forwarded", flannel, "forward 10.244.0.60 > 10.244.1.3 proto 6 sport 7 dport 80 iif cni0 oif flannel.1", "accept", "FORWARD FLANNEL-FWD");
    row("forwarded, invalid", flannel, "forward 10.244.0.60 > 10.244.1.3 proto 6 sport 7 dport 80 iif cni0 oif flannel.1 state invalid", "drop", "FORWARD KUBE-FORWARD");
    row("forwarded, marked", flannel, "forward 172.27.0.1 > 10.244.1.3 proto 6 sport 7 dport 80 mark 0x4000 iif eth0 oif flannel.1", "accept mark 4000", "FORWARD KUBE-FORWARD");
    row("Calico, to a pod", calico, "postrouting 10.244.87.194 > 10.244.151.130 proto 6 sport 7 dport 80 iif cali1 oif tunl0", "accept", "POSTROUTING KUBE-POSTROUTING");
    row("Calico, to the world", calico, "postrouting 10.244.87.194 > 192.0.2.7 proto 6 sport 7 dport 80 iif cali1 oif eth0", "accept 172.27.0.32:? > 192.0.2.7:80", "POSTROUTING KUBE-POSTROUTING POSTROUTING cali-POSTROUTING cali-nat-outgoing inet");
}

void tst_kernel_netfilter::kubeProxy()
{
    QFETCH(QString, file);
    QFETCH(QString, question);
    const auto answer = pass(spaceOfText(textOfFile(file)), question);
    QTEST(stated(answer), "outcome");
    QStringList chains;
    for (const Evidence &line : answer.evidence)
        if (!line.text().starts_with(':'))
            chains << QString::fromStdString(std::string(line.text())).simplified().remove("-A ").section(' ', 0, 0);
    QTEST(chains.join(' '), "lines");
}

void tst_kernel_netfilter::otherServices_data()
{
    QTest::addColumn<QString>("question");
    QTest::addColumn<QString>("outcome");

    const auto row = [](const char *name, const char *question, const char *outcome) { QTest::newRow(name) << question << outcome; };
    row("three endpoints", "prerouting 10.244.0.60 > 10.96.7.7 proto 6 sport 7 dport 80 iif cni0", "accept 10.244.0.60:7 > 10.244.1.4:80 (0.333), accept 10.244.0.60:7 > 10.244.0.2:80 (0.333), accept 10.244.0.60:7 > 10.244.0.3:80 (0.333)");
    row("a port of the node, from outside", "prerouting 192.0.2.7 > 10.0.0.9 proto 6 sport 7 dport 30080 iif eth0",
        "accept 192.0.2.7:7 > 10.244.1.4:80 mark 4000 (0.333), accept 192.0.2.7:7 > 10.244.0.2:80 mark 4000 (0.333), accept 192.0.2.7:7 > 10.244.0.3:80 mark 4000 (0.333)");
    row("a port of the node, of another machine", "prerouting 192.0.2.7 > 10.0.0.8 proto 6 sport 7 dport 30080 iif eth0", "accept");
    row("with endpoints here alone, from outside", "prerouting 192.0.2.7 > 10.0.0.9 proto 6 sport 7 dport 30081 iif eth0", "accept 192.0.2.7:7 > 10.244.0.2:80");
    row("with endpoints here alone, from a pod", "prerouting 10.244.0.60 > 10.0.0.9 proto 6 sport 7 dport 30081 iif cni0",
        "accept 10.244.0.60:7 > 10.244.1.4:80 (0.333), accept 10.244.0.60:7 > 10.244.0.2:80 (0.333), accept 10.244.0.60:7 > 10.244.0.3:80 (0.333)");
    row("with endpoints here alone, of its own", "output 10.0.0.9 > 10.0.0.9 proto 6 sport 7 dport 30081 oif lo",
        "accept 10.0.0.9:7 > 10.244.1.4:80 mark 4000 (0.333), accept 10.0.0.9:7 > 10.244.0.2:80 mark 4000 (0.333), accept 10.0.0.9:7 > 10.244.0.3:80 mark 4000 (0.333)");
    row("no endpoints", "forward 10.244.0.60 > 10.96.8.8 proto 6 sport 7 dport 80 iif cni0 oif eth0", "reject with icmp-port-unreachable");
    row("no endpoints, but it goes on", "forward 10.244.0.60 > 10.96.8.8 proto 6 sport 7 dport 80 iif cni0 oif eth0 state established", "accept");
    row("no endpoints behind a port of the node", "input 192.0.2.7 > 10.0.0.9 proto 6 sport 7 dport 30082 iif eth0", "reject with icmp-port-unreachable");
    row("what is marked to be dropped", "input 192.0.2.7 > 10.0.0.9 proto 6 sport 7 dport 22 mark 0x8000 iif eth0", "drop mark 8000");
    row("from elsewhere to the loopback", "input 192.0.2.7 > 127.0.0.1 proto 6 sport 7 dport 22 iif eth0", "drop");
    row("translated to the loopback", "input 192.0.2.7 > 127.0.0.1 proto 6 sport 7 dport 22 iif eth0 nat dnat", "accept");
    row("from the loopback", "output 127.0.0.1 > 127.0.0.1 proto 6 sport 7 dport 22 oif lo", "accept");
    row("a service in IPVS mode, of whose set nobody knows", "postrouting 10.244.1.9 > 10.244.0.2 proto 6 sport 7 dport 80 oif cni0", "accept 10.244.0.1:? > 10.244.0.2:80 (?), accept (?)");
}

// As kube-proxy 1.27 writes them (pkg/proxy/iptables/proxier.go); the last rule as its IPVS mode does.
void tst_kernel_netfilter::otherServices()
{
    QFETCH(QString, question);
    const QString rules = R"(*filter
:INPUT ACCEPT [0:0]
:FORWARD ACCEPT [0:0]
:OUTPUT ACCEPT [0:0]
-A INPUT -m conntrack --ctstate NEW -m comment --comment "kubernetes load balancer firewall" -j KUBE-PROXY-FIREWALL
-A INPUT -m comment --comment "kubernetes health check service ports" -j KUBE-NODEPORTS
-A INPUT -m conntrack --ctstate NEW -m comment --comment "kubernetes externally-visible service portals" -j KUBE-EXTERNAL-SERVICES
-A INPUT -j KUBE-FIREWALL
-A FORWARD -m comment --comment "kubernetes forwarding rules" -j KUBE-FORWARD
-A FORWARD -m conntrack --ctstate NEW -m comment --comment "kubernetes service portals" -j KUBE-SERVICES
-A OUTPUT -m conntrack --ctstate NEW -m comment --comment "kubernetes service portals" -j KUBE-SERVICES
-A OUTPUT -j KUBE-FIREWALL
:KUBE-EXTERNAL-SERVICES - [0:0]
:KUBE-FIREWALL - [0:0]
:KUBE-FORWARD - [0:0]
:KUBE-NODEPORTS - [0:0]
:KUBE-PROXY-FIREWALL - [0:0]
:KUBE-SERVICES - [0:0]
-A KUBE-EXTERNAL-SERVICES -p tcp -m comment --comment "default/none has no endpoints" -m addrtype --dst-type LOCAL -m tcp --dport 30082 -j REJECT --reject-with icmp-port-unreachable
-A KUBE-FIREWALL ! -s 127.0.0.0/8 -d 127.0.0.0/8 -m comment --comment "block incoming localnet connections" -m conntrack ! --ctstate RELATED,ESTABLISHED,DNAT -j DROP
-A KUBE-FIREWALL -m comment --comment "kubernetes firewall for dropping marked packets" -m mark --mark 0x8000/0x8000 -j DROP
-A KUBE-FORWARD -m conntrack --ctstate INVALID -j DROP
-A KUBE-SERVICES -d 10.96.8.8/32 -p tcp -m comment --comment "default/none has no endpoints" -m tcp --dport 80 -j REJECT --reject-with icmp-port-unreachable
COMMIT
*nat
:PREROUTING ACCEPT [0:0]
:INPUT ACCEPT [0:0]
:OUTPUT ACCEPT [0:0]
:POSTROUTING ACCEPT [0:0]
:KUBE-MARK-MASQ - [0:0]
-A PREROUTING -m comment --comment "kubernetes service portals" -j KUBE-SERVICES
-A OUTPUT -m comment --comment "kubernetes service portals" -j KUBE-SERVICES
-A POSTROUTING -m set --match-set KUBE-LOOP-BACK dst,dst,src -j MASQUERADE --random-fully
-A KUBE-EXT-WEB -m comment --comment "masquerade traffic for default/web external destinations" -j KUBE-MARK-MASQ
-A KUBE-EXT-WEB -j KUBE-SVC-WEB
-A KUBE-EXT-LOC -s 10.244.0.0/16 -m comment --comment "pod traffic for default/loc external destinations" -j KUBE-SVC-WEB
-A KUBE-EXT-LOC -m comment --comment "masquerade LOCAL traffic for default/loc external destinations" -m addrtype --src-type LOCAL -j KUBE-MARK-MASQ
-A KUBE-EXT-LOC -m comment --comment "route LOCAL traffic for default/loc external destinations" -m addrtype --src-type LOCAL -j KUBE-SVC-WEB
-A KUBE-EXT-LOC -j KUBE-SVL-LOC
-A KUBE-MARK-MASQ -j MARK --set-xmark 0x4000/0x4000
-A KUBE-NODEPORTS -p tcp -m comment --comment "default/web" -m tcp --dport 30080 -j KUBE-EXT-WEB
-A KUBE-NODEPORTS -p tcp -m comment --comment "default/loc" -m tcp --dport 30081 -j KUBE-EXT-LOC
-A KUBE-SEP-1 -s 10.244.0.2/32 -m comment --comment "default/web" -j KUBE-MARK-MASQ
-A KUBE-SEP-1 -p tcp -m comment --comment "default/web" -m tcp -j DNAT --to-destination 10.244.0.2:80
-A KUBE-SEP-2 -s 10.244.0.3/32 -m comment --comment "default/web" -j KUBE-MARK-MASQ
-A KUBE-SEP-2 -p tcp -m comment --comment "default/web" -m tcp -j DNAT --to-destination 10.244.0.3:80
-A KUBE-SEP-3 -s 10.244.1.4/32 -m comment --comment "default/web" -j KUBE-MARK-MASQ
-A KUBE-SEP-3 -p tcp -m comment --comment "default/web" -m tcp -j DNAT --to-destination 10.244.1.4:80
-A KUBE-SERVICES -d 10.96.7.7/32 -p tcp -m comment --comment "default/web cluster IP" -m tcp --dport 80 -j KUBE-SVC-WEB
-A KUBE-SERVICES -m comment --comment "kubernetes service nodeports; NOTE: this must be the last rule in this chain" -m addrtype --dst-type LOCAL -j KUBE-NODEPORTS
-A KUBE-SVC-WEB ! -s 10.244.0.0/16 -d 10.96.7.7/32 -p tcp -m comment --comment "default/web cluster IP" -m tcp --dport 80 -j KUBE-MARK-MASQ
-A KUBE-SVC-WEB -m comment --comment "default/web -> 10.244.0.2:80" -m statistic --mode random --probability 0.33333333349 -j KUBE-SEP-1
-A KUBE-SVC-WEB -m comment --comment "default/web -> 10.244.0.3:80" -m statistic --mode random --probability 0.50000000000 -j KUBE-SEP-2
-A KUBE-SVC-WEB -m comment --comment "default/web -> 10.244.1.4:80" -j KUBE-SEP-3
-A KUBE-SVL-LOC -m comment --comment "default/loc -> 10.244.0.2:80" -j KUBE-SEP-1
COMMIT
)";
    const auto answer = pass(spaceOfText("root@fir:~# " + QString(addresses).replace(" ; ", "\n").replace("=", "\n").replace(" / ", "\n") + "root@fir:~# iptables-save\n" + rules), question);
    QVERIFY(answer.isFound());
    // 0.33333333349 is the nearest that the kernel can count: the three are not all alike.
    QFETCH(QString, outcome);
    QStringList all = stated(answer).split(", "), expected = outcome.split(", ");
    all.sort();
    expected.sort();
    QCOMPARE(all, expected);
}

void tst_kernel_netfilter::nftKubeProxy_data()
{
    QTest::addColumn<QString>("question");
    QTest::addColumn<QString>("outcome");
    QTest::addColumn<QString>("lines");

    const auto row = [](const char *name, const char *question, const char *outcome, const char *lines) { QTest::newRow(name) << question << outcome << lines; };
    row("a service", "prerouting 10.244.0.60 > 172.30.0.41 proto 6 sport 7 dport 80 iif cni0", "accept 10.244.0.60:7 > 10.180.0.1:80 (0.5), accept (0.5)",
        "jump services + ip daddr . meta l4proto . th dport vmap @service-ips + 172.30.0.41 . tcp . 80 comment \"ns1/svc1:p80\" : goto service-ULMVA6XW-ns1/svc1/tcp/p80 } + "
        "numgen random mod 2 vmap { 0 : goto endpoint-5OJB2KTY-ns1/svc1/tcp/p80__10.180.0.1/80, 1 : goto endpoint-2 } + meta l4proto tcp dnat to 10.180.0.1:80");
    row("from outside", "prerouting 192.0.2.7 > 172.30.0.41 proto 6 sport 7 dport 80 iif eth0", "accept 192.0.2.7:7 > 10.180.0.1:80 mark 4000 (0.5), accept mark 4000 (0.5)",
        "jump services + ip daddr . meta l4proto . th dport vmap @service-ips + 172.30.0.41 . tcp . 80 comment \"ns1/svc1:p80\" : goto service-ULMVA6XW-ns1/svc1/tcp/p80 } + "
        "ip daddr 172.30.0.41 tcp dport 80 ip saddr != 10.0.0.0/8 jump mark-for-masquerade + meta mark set meta mark | 0x00004000 + "
        "numgen random mod 2 vmap { 0 : goto endpoint-5OJB2KTY-ns1/svc1/tcp/p80__10.180.0.1/80, 1 : goto endpoint-2 } + meta l4proto tcp dnat to 10.180.0.1:80");
    row("a port of the node", "prerouting 192.0.2.7 > 192.168.0.2 proto 6 sport 7 dport 3001 iif eth0", "accept 192.0.2.7:7 > 10.180.0.1:80 mark 4000 (0.5), accept mark 4000 (0.5)",
        "");
    row("no endpoints: refused", "forward 10.244.0.60 > 172.30.0.46 proto 6 sport 7 dport 80 iif cni0 oif eth0", "reject with icmp-port-unreachable",
        "ct state new jump service-endpoints-check + ip daddr . meta l4proto . th dport vmap @no-endpoint-services + 172.30.0.46 . tcp . 80 comment \"ns/svc:p80\" : goto reject-chain } + reject");
    row("no endpoints: dropped", "input 10.244.0.60 > 192.168.0.2 proto 6 sport 7 dport 3002 iif cni0", "drop",
        "ct state new jump nodeport-endpoints-check + ip daddr @nodeport-ips meta l4proto . th dport vmap @no-endpoint-nodeports + elements = { 192.168.0.2 } + elements = { tcp . 3002 comment \"ns2/svc2:p80\" : drop }");
    row("a port that no service has", "forward 10.244.0.60 > 172.30.0.41 proto 6 sport 7 dport 81 iif cni0 oif eth0", "reject with icmp-port-unreachable", "");
    row("an address that no service has", "forward 10.244.0.60 > 172.30.0.99 proto 6 sport 7 dport 81 iif cni0 oif eth0", "drop", "");
    row("one that goes on", "forward 10.244.0.60 > 172.30.0.99 proto 6 sport 7 dport 81 iif cni0 oif eth0 state established", "accept", "type filter hook forward priority -110; policy accept;");
    row("not marked", "postrouting 10.244.0.60 > 10.180.0.1 proto 6 sport 7 dport 80 oif eth0", "accept", "jump masquerading + meta mark & 0x00004000 == 0x00000000 return");
    row("marked, and no address was printed", "postrouting 192.0.2.7 > 10.180.0.1 proto 6 sport 7 dport 80 mark 0x4000 oif eth0", "unknown: ip addr", "jump masquerading + meta mark set meta mark ^ 0x00004000 + masquerade fully-random");
}

void tst_kernel_netfilter::nftKubeProxy()
{
    QFETCH(QString, question);
    QFETCH(QString, lines);
    const auto answer = pass(spaceOfText("root@fir:~# nft list ruleset\n" + textOfFile("tests/kernel/kube-proxy.nft")), question);
    QTEST(stated(answer), "outcome");
    if (!lines.isEmpty())
        QCOMPARE(test::cited(answer.evidence), lines);
}

void tst_kernel_netfilter::connections_data()
{
    QTest::addColumn<QString>("packet");
    QTest::addColumn<QString>("connection");
    QTest::addColumn<QString>("prerouting");
    QTest::addColumn<QString>("postrouting");

    const auto row = [](const char *name, const char *packet, const char *connection, const char *in, const char *out) { QTest::newRow(name) << packet << connection << in << out; };
    row("its own direction", "10.244.0.60 > 10.96.0.10 proto 17 sport 54477 dport 53 iif cni0", "established dnat", "accept 10.244.0.60:54477 > 10.244.0.58:53", "accept");
    row("the answer", "10.244.0.58 > 10.244.0.60 proto 17 sport 53 dport 54477 iif cni0", "established dnat reply", "accept", "accept 10.96.0.10:53 > 10.244.0.60:54477");
    row("masqueraded", "10.244.0.60 > 192.0.2.7 proto 6 sport 4000 dport 80 iif cni0", "new snat", "accept", "accept 172.27.0.11:61000 > 192.0.2.7:80");
    row("the answer of what was masqueraded", "192.0.2.7 > 172.27.0.11 proto 6 sport 80 dport 61000 iif eth0", "established snat reply", "accept 192.0.2.7:80 > 10.244.0.60:4000", "accept");
    row("untouched", "10.244.0.60 > 10.244.1.3 proto 6 sport 4001 dport 80 iif cni0", "established", "accept", "accept");
    row("another port", "10.244.0.60 > 10.96.0.10 proto 17 sport 54478 dport 53 iif cni0", "none", "", "");
    row("another protocol", "10.244.0.60 > 10.96.0.10 proto 6 sport 54477 dport 53 iif cni0", "none", "", "");
    row("no port told", "10.244.0.60 > 10.96.0.10 proto 17 dport 53 iif cni0", "none", "", "");
    row("ICMP", "10.244.0.60 > 10.244.1.3 proto 1 icmp 8/0 sport 0 dport 0 iif cni0", "none", "", "");
    row("in a zone of its own", "10.244.0.60 > 10.244.1.3 proto 6 sport 4002 dport 80 iif cni0", "none", "", "");
}

void tst_kernel_netfilter::connections()
{
    QFETCH(QString, packet);
    const NetworkNamespace space = test::spaceOf("conntrack -L=udp 17 27 src=10.244.0.60 dst=10.96.0.10 sport=54477 dport=53 src=10.244.0.58 dst=10.244.0.60 sport=53 dport=54477 [ASSURED] mark=0 use=1"
                                                 " / tcp 6 9 SYN_SENT src=10.244.0.60 dst=192.0.2.7 sport=4000 dport=80 [UNREPLIED] src=192.0.2.7 dst=172.27.0.11 sport=80 dport=61000 mark=0 use=1"
                                                 " / tcp 6 9 ESTABLISHED src=10.244.0.60 dst=10.244.1.3 sport=4001 dport=80 src=10.244.1.3 dst=10.244.0.60 sport=80 dport=4001 [ASSURED] mark=0 use=1"
                                                 " / tcp 6 9 ESTABLISHED src=10.244.0.60 dst=10.244.1.3 sport=4002 dport=80 src=10.244.1.3 dst=10.244.0.60 sport=80 dport=4002 [ASSURED] mark=0 zone=7 use=1"
                                                 " / icmp 1 29 src=10.244.0.60 dst=10.244.1.3 type=8 code=0 id=7 src=10.244.1.3 dst=10.244.0.60 type=0 code=0 id=7 mark=0 use=1"
                                                 " ; iptables-save=*nat / :PREROUTING ACCEPT [0:0] / -A PREROUTING -j DNAT --to-destination 10.9.9.9 / -A POSTROUTING -j SNAT --to-source 10.9.9.9 / COMMIT");
    Packet asked = test::packetOf(packet);
    const auto found = connectionOf(space, asked);
    QStringList words;
    if (found.isFound()) {
        words << QStringList{"new", "established", "related", "invalid", "untracked"}[static_cast<int>(found->state)];
        words += found->destinationTranslated ? QStringList{"dnat"} : QStringList{};
        words += found->sourceTranslated ? QStringList{"snat"} : QStringList{};
        words += found->isReply ? QStringList{"reply"} : QStringList{};
        QCOMPARE(found.evidence.size(), std::size_t(1));
        QVERIFY(found->destinationSettled && found->sourceSettled);
    }
    QTEST(found.isFound() ? words.join(' ') : found.isNone() ? QString("none") : "unseen: " + QString::fromStdString(found.ask), "connection");
    if (!found.isFound())
        return;
    asked.connection = *found;
    const Ruleset rules(space);
    const auto in = passHook(rules, {Hook::Prerouting, {}, {}}, asked), out = passHook(rules, {Hook::Postrouting, "eth0", {}}, asked);
    QTEST(stated(in), "prerouting");
    QTEST(stated(out), "postrouting");
    QCOMPARE(in.evidence, in->front().isTranslated ? found.evidence : EvidenceList());
}

void tst_kernel_netfilter::tracked()
{
    const Packet packet = test::packetOf("10.244.0.60 > 10.96.0.10 proto 17 sport 1 dport 53 iif cni0");
    QCOMPARE(QString::fromStdString(connectionOf(test::spaceOf(""), packet).ask), "conntrack -L");
    QCOMPARE(QString::fromStdString(connectionOf(test::spaceOf("ip6tables-save=*nat"), test::packetOf("fd00::1 > fd00::2 proto 17 sport 1 dport 53")).ask), "conntrack -L -f ipv6");
    // What is in conntrack's table needs no rules to have been printed.
    const NetworkNamespace space = test::spaceOf("conntrack -L=udp 17 27 src=10.244.0.60 dst=10.96.0.10 sport=1 dport=53 src=10.244.0.58 dst=10.244.0.60 sport=53 dport=1 mark=0 use=1");
    Packet known = packet;
    known.connection = *connectionOf(space, packet);
    const Ruleset rules(space);
    const auto answer = passHook(rules, {Hook::Prerouting, {}, {}}, known);
    QCOMPARE(stated(answer), "accept 10.244.0.60:1 > 10.244.0.58:53");
    QCOMPARE(answer.assumed, (std::vector<Assumed>{{HostTable::Firewall, "iptables-save"}}));
}

void tst_kernel_netfilter::virtualServers_data()
{
    QTest::addColumn<QString>("outputs");
    QTest::addColumn<QString>("packet");
    QTest::addColumn<QString>("outcome");

    const QString table = "ipvsadm -Ln=TCP  10.96.0.1:443 rr /   -> 172.27.0.11:6443 Masq 1 0 0 /   -> 172.27.0.12:6443 Masq 3 0 0 /   -> 172.27.0.13:6443 Masq 0 0 0 / UDP  10.96.0.10:53 wrr /   -> 10.244.0.58:53 Masq 1 0 0 /   -> 10.244.0.59:54 Masq 3 0 0"
                          " / TCP  10.96.0.2:80 lc /   -> 10.244.0.2:80 Masq 1 0 0 /   -> 10.244.0.3:80 Masq 1 0 0 / TCP  10.96.0.3:80 sh /   -> 10.244.0.4:8080 Route 1 0 0 / TCP  10.96.0.4:80 rr / TCP  [fd00::1]:80 rr /   -> [fd00::2]:8080 Masq 1 0 0";
    const auto row = [&](const char *name, const char *packet, const char *outcome) { QTest::newRow(name) << table << packet << outcome; };
    row("round robin", "10.244.0.60 > 10.96.0.1 proto 6 sport 7 dport 443", "accept 10.244.0.60:7 > 172.27.0.11:6443 (0.5), accept 10.244.0.60:7 > 172.27.0.12:6443 (0.5) < 172.27.0.13:6443 no weight");
    row("by weight", "10.244.0.60 > 10.96.0.10 proto 17 sport 7 dport 53", "accept 10.244.0.60:7 > 10.244.0.59:54 (0.75), accept 10.244.0.60:7 > 10.244.0.58:53 (0.25)");
    row("nobody knows", "10.244.0.60 > 10.96.0.2 proto 6 sport 7 dport 80", "accept 10.244.0.60:7 > 10.244.0.2:80 (?), accept 10.244.0.60:7 > 10.244.0.3:80 (?)");
    row("not translated", "10.244.0.60 > 10.96.0.3 proto 6 sport 7 dport 80", "accept");
    row("no real server", "10.244.0.60 > 10.96.0.4 proto 6 sport 7 dport 80", "none");
    row("another port", "10.244.0.60 > 10.96.0.1 proto 6 sport 7 dport 444", "none");
    row("another protocol", "10.244.0.60 > 10.96.0.1 proto 17 sport 7 dport 443", "none");
    row("IPv6", "fd00::9 > fd00::1 proto 6 sport 7 dport 80", "accept fd00::9:7 > fd00::2:8080");
    QTest::newRow("nobody looked") << "ip link=2: kube-ipvs0: <UP> mtu 1500 state DOWN" << "10.244.0.60 > 10.96.0.1 proto 6 sport 7 dport 443" << "unseen: ipvsadm -Ln";
    QTest::newRow("no IPVS") << "ip link=2: eth0: <UP> mtu 1500 state UP" << "10.244.0.60 > 10.96.0.1 proto 6 sport 7 dport 443" << "none";
}

void tst_kernel_netfilter::virtualServers()
{
    QFETCH(QString, outputs);
    QFETCH(QString, packet);
    const NetworkNamespace space = test::spaceOf(outputs);
    const Ruleset rules(space);
    const auto answer = toRealServer(rules, test::packetOf(packet));
    QString text = stated(answer);
    for (const Rejected &lost : answer.rejected)
        text += " < " + QString::fromStdString(std::string(lost.evidence.text())).simplified().section(' ', 1, 1) + " " + QString::fromStdString(std::string(lost.because));
    QTEST(text, "outcome");
    if (answer.isFound())
        QVERIFY(answer->front().packet.connection.destinationTranslated == answer->front().isTranslated && answer.evidence == answer->front().evidence);
}

void tst_kernel_netfilter::known_data()
{
    QTest::addColumn<QString>("outputs");
    QTest::addColumn<QString>("question");
    QTest::addColumn<QString>("outcome");

    const QString forward = "forward 10.0.0.1 > 10.0.0.2 iif eth0 oif eth1";
    QTest::newRow("nobody looked") << "" << forward << "unseen: iptables-save";
    const QString v6 = "forward fd00::1 > fd00::2 iif eth0 oif eth1", onlyV4 = "iptables-save=*filter / :FORWARD DROP [0:0] / COMMIT";
    QTest::newRow("no IPv6 there") << onlyV4 << v6 << "accept";
    QTest::newRow("nobody looked at IPv6") << onlyV4 + " ; ip addr=2: eth0: <UP> mtu 1500 state UP /     inet6 fd00::9/64 scope global" << v6 << "unseen: ip6tables-save";
    QTest::newRow("all of it") << "iptables-save=*filter / :INPUT DROP [0:0] / COMMIT" << forward << "accept";
    QTest::newRow("one table") << "iptables -t filter -S=-P FORWARD DROP" << forward << "drop ? iptables-save";
    QTest::newRow("another table") << "iptables -t nat -S=-P OUTPUT ACCEPT" << forward << "unseen: iptables-save";
    QTest::newRow("some rules without a policy") << "iptables-save | grep KUBE=*filter / -A FORWARD -m comment --comment KUBE -j ACCEPT" << forward << "accept ? iptables-save";
    QTest::newRow("nft, of no address family of ours") << "nft list ruleset=table bridge t { / chain a { / type filter hook forward priority 0; policy drop; / } / }" << forward << "accept";
    QTest::newRow("iptables' names in nft, asked once") << "nft list ruleset=table ip mangle { / chain FORWARD { / type filter hook forward priority mangle; policy accept; / meta mark set meta mark ^ 0x1 / } / }" << forward << "accept mark 1";
    QTest::newRow("iptables' names in nft, and iptables") << "nft list ruleset=table ip raw { / chain PREROUTING { / type filter hook prerouting priority raw; policy accept; / } / } ; iptables-save=*filter / :FORWARD DROP [0:0] / COMMIT" << forward << "drop";
    QTest::newRow("nft, of both") << "nft list ruleset=table inet t { / chain a { / type filter hook forward priority 0; policy drop; / } / }" << forward << "drop";
}

void tst_kernel_netfilter::known()
{
    QFETCH(QString, outputs);
    QFETCH(QString, question);
    const NetworkNamespace space = test::spaceOf(outputs);
    const auto answer = pass(space, question);
    QTEST(test::stated(answer, [](const std::vector<Passage> &passages) { return stated(passages); }), "outcome");
}

// What rules were asked about once they are not asked about again: a packet over the loopback passes PREROUTING and INPUT after OUTPUT and POSTROUTING.
void tst_kernel_netfilter::settled()
{
    const NetworkNamespace space = test::spaceOf("iptables-save=*nat / -A OUTPUT -d 10.0.0.5/32 -j DNAT --to-destination 10.0.0.6 / -A PREROUTING -j DNAT --to-destination 10.0.0.7 / -A INPUT -j SNAT --to-source 10.0.0.8 / -A POSTROUTING -s 10.9.0.0/16 -j SNAT --to-source 10.0.0.9 / COMMIT");
    const Ruleset rules(space);
    Packet packet = test::packetOf("10.0.0.1 > 10.0.0.5 proto 17 sport 7 dport 53");
    const auto through = [&](Hook hook) {
        const auto answer = passHook(rules, {hook, "lo", {}}, packet);
        packet = answer->front().packet;
        return stated(answer);
    };
    QCOMPARE(through(Hook::Output), "accept 10.0.0.1:7 > 10.0.0.6:53");
    QVERIFY(packet.connection.destinationSettled && !packet.connection.sourceSettled);
    QCOMPARE(through(Hook::Postrouting), "accept");
    QVERIFY(packet.connection.sourceSettled && !packet.connection.sourceTranslated);
    packet.inInterface = "lo";
    QCOMPARE(through(Hook::Prerouting), "accept");
    QCOMPARE(through(Hook::Input), "accept");
    QCOMPARE(stated(packet), "10.0.0.1:7 > 10.0.0.6:53");
}

// A long chain, which has an index, against the same rules in short ones one after the other.
void tst_kernel_netfilter::indexed()
{
    const QList<QString> asked{"-d 10.0.0.1/32", "-d 10.0.0.2/32", "-d 10.0.0.3/32", "! -d 10.0.0.1/32", "! -d 10.0.0.2/32", "-d 10.0.0.0/31", "-s 10.1.0.1/32", "-s 10.1.0.2/32 -d 10.0.0.2/32", ""};
    const QList<QString> targets{"-j MARK --or-mark 0x%1", "-j MARK --xor-mark 0x%1", "-j MARK --and-mark 0x%1", "-j MARK --xor-mark 0x%1", "-j ACCEPT", "-j DROP"};
    int differing = 0;
    for (unsigned seed = 0; seed < 40; ++seed) {
        test::Dice dice(seed);
        QString longChain = "root@fir:~# iptables-save\n*filter\n:FORWARD ACCEPT [0:0]\n-A FORWARD -j A\n", shortChains = longChain;
        for (int i = 1; i < 5; ++i)
            shortChains += QString("-A FORWARD -j A%1\n").arg(i);
        for (int i = 0; i < 40; ++i) {
            const QString rule = QString("%1 %2\n").arg(dice.pick(asked), dice.fallsBelow(90) ? targets[dice.below(4)].arg(dice.below(4096), 0, 16) : targets[4 + dice.below(2)]);
            longChain += "-A A " + rule;
            shortChains += QString("-A A%1 ").arg(i < 8 ? QString() : QString::number(i / 8)) + rule;
        }
        for (const char *packet : {"10.1.0.1 > 10.0.0.1", "10.1.0.2 > 10.0.0.2", "10.1.0.3 > 10.0.0.3", "10.1.0.1 > 10.0.0.9"}) {
            const QString question = "forward " + QString(packet) + " iif eth0 oif eth1";
            const QString outcome = stated(pass(spaceOfText(longChain), question));
            QCOMPARE(outcome, stated(pass(spaceOfText(shortChains), question)));
            differing += outcome != "accept";
        }
    }
    QVERIFY(differing > 40);
}

void tst_kernel_netfilter::bounded()
{
    QString rules = "*nat\n:PREROUTING ACCEPT [0:0]\n";
    for (int i = 0; i < 3000; ++i)
        rules += QString("-A PREROUTING -p tcp -m statistic --mode random --probability %1 -j DNAT --to-destination 10.244.%2.%3:80\n").arg(1.0 / (3000 - i), 0, 'f', 10).arg(i / 200).arg(i % 200);
    const auto answer = pass(spaceOfText("root@fir:~# iptables-save\n" + rules + "COMMIT\n"), "prerouting 10.0.0.1 > 10.0.0.2 proto 6 sport 7 dport 80 iif eth0");
    QVERIFY(answer.isFound());
    QCOMPARE(answer->size(), mostPassages);
    QCOMPARE(answer->front().verdict, Verdict::Unknown); // all that was not looked at
    const double sum = std::accumulate(answer->begin(), answer->end(), 0.0, [](double all, const Passage &passage) { return all + passage.probability.value_or(0); });
    QVERIFY2(std::abs(sum - 1) < 1e-6, qPrintable(QString::number(sum)));
    QCOMPARE(verdictOf(*answer), Verdict::Unknown);
    QCOMPARE(verdictOf({answer->begin() + 1, answer->end()}), Verdict::Accept);

    // Of 20 rules nobody knows whether they mark: a million ways, and the next table has as many.
    QString marks;
    for (int i = 0; i < 20; ++i)
        marks += QString("-A FORWARD -m length --length 0:40 -j MARK --or-mark 0x%1\n").arg(1U << i, 0, 16);
    const auto marked = pass(spaceOfText("root@fir:~# iptables-save\n*mangle\n" + marks + "COMMIT\n*filter\n" + marks + "COMMIT\n"), "forward 10.0.0.1 > 10.0.0.2 iif eth0 oif eth1");
    QVERIFY(marked.isFound());
    QVERIFY(marked->size() <= mostPassages);
    QCOMPARE(verdictOf(*marked), Verdict::Unknown);
}

void tst_kernel_netfilter::manyRules()
{
    // As kube-proxy writes them: 14 000 services of two endpoints each.
    QString nat = "*nat\n:PREROUTING ACCEPT [0:0]\n:KUBE-MARK-MASQ - [0:0]\n", services, rest;
    constexpr int count = 14000;
    for (int i = 0; i < count; ++i) {
        const QString address = QString("10.%1.%2.%3").arg(96 + i / 10000).arg(i / 100 % 100).arg(i % 100);
        services += QString("-A KUBE-SERVICES -d %1/32 -p tcp -m comment --comment \"default/s%2 cluster IP\" -m tcp --dport 80 -j KUBE-SVC-%2\n").arg(address).arg(i);
        rest += QString("-A KUBE-SVC-%1 ! -s 10.244.0.0/16 -d %2/32 -p tcp -m tcp --dport 80 -j KUBE-MARK-MASQ\n-A KUBE-SVC-%1 -m statistic --mode random --probability 0.50000000000 -j KUBE-SEP-%1A\n-A KUBE-SVC-%1 -j KUBE-SEP-%1B\n"
                        "-A KUBE-SEP-%1A -p tcp -j DNAT --to-destination 10.244.1.1:%3\n-A KUBE-SEP-%1B -s 10.244.1.2/32 -j KUBE-MARK-MASQ\n-A KUBE-SEP-%1B -p tcp -j DNAT --to-destination 10.244.1.2:%3\n").arg(i).arg(address).arg(i % 60000 + 1);
    }
    nat += "-A PREROUTING -j KUBE-SERVICES\n-A KUBE-MARK-MASQ -j MARK --set-xmark 0x4000/0x4000\n" + services + "-A KUBE-SERVICES -m addrtype --dst-type LOCAL -j KUBE-NODEPORTS\n" + rest + "COMMIT\n";
    const NetworkNamespace space = spaceOfText("root@fir:~# iptables-save\n" + nat);
    QVERIFY(space.firewall.size() > 98000);
    QElapsedTimer timer;
    timer.start();
    const Ruleset rules(space);
    const qint64 made = timer.restart();
    for (int i = 0; i < count; i += 14) {
        Packet packet = test::packetOf(QString("10.244.0.60 > 10.%1.%2.%3 proto 6 sport 7 dport 80 iif cni0").arg(96 + i / 10000).arg(i / 100 % 100).arg(i % 100));
        const auto answer = passHook(rules, {Hook::Prerouting, {}, {}}, packet);
        QCOMPARE(answer->size(), std::size_t(2));
        QCOMPARE(answer->front().packet.destinationPort, std::optional(static_cast<std::uint16_t>(i % 60000 + 1)));
    }
    const qint64 asked = timer.elapsed();
    qInfo("%zu rules: made ready in %lld ms, 1000 questions in %lld ms", space.firewall.size(), made, asked);
    QVERIFY2(made < 2000, "too slow to be made");
    QVERIFY2(asked < 2000, "too slow to be asked");
}

QTEST_GUILESS_MAIN(tst_kernel_netfilter)
#include "tst_kernel_netfilter.moc"
