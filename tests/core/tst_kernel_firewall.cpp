#include "core/kernel/addresstype.h"
#include "core/kernel/bridgefiltering.h"
#include "core/kernel/firewallrule.h"
#include "core/kernel/natsource.h"

#include "core/snapshot/snapshot.h"
#include "tests/support/kernelspace.h"

#include <QTest>

using namespace vethscope;
using namespace vethscope::kernel;

// Whether one rule of a firewall holds of a packet, and the addresses that translation takes from other tables.
class tst_kernel_firewall : public QObject
{
    Q_OBJECT

private slots:
    void verdict_data();
    void verdict();
    void citesElement();
    void types_data();
    void types();
    void masquerade_data();
    void masquerade();
    void redirect_data();
    void redirect();
    void bridged_data();
    void bridged();
};

namespace {

const QString addresses = "ip addr=1: lo: <LOOPBACK,UP> mtu 65536 /     inet 127.0.0.1/8 scope host lo /     inet6 ::1/128 scope host / 2: eth0: <UP> mtu 1500 state UP /     inet 10.0.0.9/24 scope global eth0"
                          " /     inet 10.7.0.9/24 scope global eth0 /     inet6 fd00::9/64 scope global /     inet6 fe80::9/64 scope link / 3: eth1: <UP> mtu 1500 state UP /     inet 10.1.0.9/24 scope global eth1";

NetworkNamespace spaceOfText(const QString &text)
{
    const Facts facts = readPastedSnapshot(text.toStdString()).facts;
    return facts.hosts.empty() ? NetworkNamespace() : test::spaceOf(facts.hosts.front());
}

// The addresses, and a rule of iptables, or of nftables in a table with some sets.
NetworkNamespace spaceWith(const QString &rule)
{
    QString text = "root@fir:~# " + QString(addresses).replace("=", "\n").replace(" / ", "\n") + "\n";
    if (rule.startsWith('-') || rule.startsWith('!'))
        return spaceOfText(text + "root@fir:~# iptables-save\n*filter\n-A A " + rule + "\n");
    return spaceOfText(text + "root@fir:~# nft list ruleset\ntable inet t {\n\tset few {\n\t\ttype ipv4_addr\n\t\telements = { 10.0.0.2, 10.0.1.2-10.0.1.4 }\n\t}\n"
                              "\tset pairs {\n\t\ttype ipv4_addr . inet_proto . inet_service\n\t\telements = { 10.0.0.2 . tcp . 80, 10.0.0.3 . udp . 53-54 }\n\t}\n"
                              "\tset odd {\n\t\ttype ipv4_addr\n\t\telements = { 10.0.0.2 odd }\n\t}\n\tset devices {\n\t\ttype ifname\n\t\telements = { \"eth0\", \"cali*\" }\n\t}\n"
                              "\tset marks {\n\t\ttype mark\n\t\telements = { 0x00000005 }\n\t}\n\tset sources {\n\t\ttype inet_service\n\t\telements = { 7 }\n\t}\n"
                              "\tchain A {\n\t\t" + rule + "\n\t}\n}\n");
}

} // namespace

void tst_kernel_firewall::verdict_data()
{
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("packet");
    QTest::addColumn<QString>("verdict");

    const auto row = [](const char *rule, const char *packet, const char *verdict) { QTest::addRow("%s: %s", rule, packet) << rule << packet << verdict; };
    const char *const web = "10.0.0.1 > 10.0.0.2 proto 6 sport 7 dport 80 flags 2 iif eth0 oif eth1";
    const char *const dns = "10.0.0.1 > 10.0.0.3 proto 17 sport 7 dport 53 iif eth0 oif eth1";
    const char *const unsaid = "10.0.0.1 > 10.0.0.2 iif eth0";
    const char *const ping = "10.0.0.1 > 10.0.0.2 proto 1 icmp 8/0";
    row("-s 10.0.0.1/32 -j X", web, "yes");
    row("-s 10.0.0.2/32 -j X", web, "other source");
    row("! -s 10.0.0.1/32 -j X", web, "other source");
    row("! -s 10.0.0.2/32 -j X", web, "yes");
    row("-d 10.0.0.0/30 -j X", web, "yes");
    row("! -d 10.0.0.0/30 -j X", web, "other destination");
    row("-d 10.0.0.1/32 -j X", web, "other destination");
    row("-i eth0 -j X", web, "yes");
    row("-i eth -j X", web, "other incoming device");
    row("-i eth+ -j X", web, "yes");
    row("! -i eth+ -j X", web, "other incoming device");
    row("! -i cali+ -j X", web, "yes");
    row("-i + -j X", web, "yes");
    row("-o eth1 -j X", web, "yes");
    row("-o eth0 -j X", web, "other outgoing device");
    row("-o eth0 -j X", unsaid, "other outgoing device");
    row("! -o eth1 -j X", web, "other outgoing device");
    row("-p tcp -j X", web, "yes");
    row("-p tcp -j X", dns, "other protocol");
    row("! -p tcp -j X", web, "other protocol");
    row("! -p tcp -j X", dns, "yes");
    row("-p 6 -j X", web, "yes");
    row("-p tcp -j X", unsaid, "maybe");
    row("-p odd -j X", web, "maybe");
    row("-p ipv6-icmp -j X", "fd00::1 > fd00::2 proto 58", "yes");
    row("-p icmpv6 -j X", "fd00::1 > fd00::2 proto 58", "yes");
    row("-p tcp -m tcp --dport 80 -j X", web, "yes");
    row("-p tcp -m tcp --dport 81 -j X", web, "other port");
    row("-p tcp -m tcp --dport 80 -j X", "10.0.0.1 > 10.0.0.2 proto 6", "maybe");
    row("-p tcp -m tcp ! --dport 80 -j X", web, "other port");
    row("-p tcp -m tcp ! --dport 80 -j X", "10.0.0.1 > 10.0.0.2 proto 6", "maybe");
    row("-p tcp -m multiport --dports 79,80:90 -j X", web, "yes");
    row("-p tcp -m multiport --dports 79,81:90 -j X", web, "other port");
    row("-p tcp -m multiport --dports 79,70:80 -j X", web, "yes");
    row("-p tcp -m multiport --sports 80 -j X", web, "other port");
    row("-p tcp -m multiport --sports 7 -j X", web, "yes");
    row("-p tcp -m multiport --ports 80 -j X", web, "yes");
    row("-p tcp -m multiport --ports 7 -j X", web, "yes");
    row("-p tcp -m multiport --ports 9 -j X", web, "other port");
    row("-p tcp -m multiport ! --ports 9 -j X", web, "yes");
    row("-p tcp -m multiport --ports 80 -j X", "10.0.0.1 > 10.0.0.2 proto 6 dport 80", "yes");
    row("-p tcp -m multiport --ports 81 -j X", "10.0.0.1 > 10.0.0.2 proto 6 dport 80", "maybe");
    row("-m mark --mark 0x4000/0x4000 -j X", "10.0.0.1 > 10.0.0.2 mark 0x4001", "yes");
    row("-m mark --mark 0x4000/0x4000 -j X", "10.0.0.1 > 10.0.0.2 mark 1", "other mark");
    row("-m mark ! --mark 0x4000/0x4000 -j X", "10.0.0.1 > 10.0.0.2 mark 1", "yes");
    row("-m mark --mark 0x4000 -j X", "10.0.0.1 > 10.0.0.2 mark 0x4001", "other mark");
    row("-m conntrack --ctstate NEW -j X", web, "yes");
    row("-m conntrack --ctstate RELATED,ESTABLISHED -j X", web, "other state of the connection");
    row("-m conntrack ! --ctstate NEW -j X", web, "other state of the connection");
    row("-m conntrack --ctstate RELATED,ESTABLISHED -j X", "10.0.0.1 > 10.0.0.2 state established", "yes");
    row("-m conntrack --ctstate RELATED -j X", "10.0.0.1 > 10.0.0.2 state related", "yes");
    row("-m conntrack --ctstate INVALID -j X", "10.0.0.1 > 10.0.0.2 state invalid", "yes");
    row("-m conntrack --ctstate UNTRACKED -j X", "10.0.0.1 > 10.0.0.2 state untracked", "yes");
    row("-m conntrack --ctstate DNAT -j X", "10.0.0.1 > 10.0.0.2 nat dnat", "yes");
    row("-m conntrack --ctstate SNAT -j X", "10.0.0.1 > 10.0.0.2 nat dnat", "other state of the connection");
    row("-m conntrack --ctstate SNAT -j X", "10.0.0.1 > 10.0.0.2 nat snat", "yes");
    row("-m conntrack --ctstate DNAT -j X", "10.0.0.1 > 10.0.0.2 nat snat", "other state of the connection");
    row("-m conntrack --ctstate ODD -j X", web, "maybe");
    row("-m addrtype --dst-type LOCAL -j X", "10.0.0.1 > 10.1.0.9", "yes");
    row("-m addrtype --dst-type LOCAL -j X", "10.0.0.1 > 10.1.0.8", "other type of destination");
    row("-m addrtype ! --src-type LOCAL -j X", "10.0.0.1 > 10.1.0.8", "yes");
    row("-m addrtype --src-type LOCAL -j X", "10.0.0.1 > 10.1.0.8", "other type of source");
    row("-m addrtype --src-type LOCAL --limit-iface-out -j X", "10.1.0.9 > 10.1.0.8 oif eth1", "yes");
    row("-m addrtype --src-type LOCAL --limit-iface-out -j X", "10.0.0.9 > 10.1.0.8 oif eth1", "other type of source");
    row("-m addrtype --dst-type LOCAL --limit-iface-in -j X", "10.0.0.1 > 10.0.0.9 iif eth0", "yes");
    row("-m addrtype --dst-type LOCAL --limit-iface-in -j X", "10.0.0.1 > 10.1.0.9 iif eth0", "other type of destination");
    row("-p icmp -m icmp --icmp-type 8 -j X", ping, "yes");
    row("-p icmp -m icmp --icmp-type 8/0 -j X", ping, "yes");
    row("-p icmp -m icmp --icmp-type 8/1 -j X", ping, "other type of ICMP");
    row("-p icmp -m icmp --icmp-type 0 -j X", ping, "other type of ICMP");
    row("-p icmp -m icmp --icmp-type 8 -j X", "10.0.0.1 > 10.0.0.2 proto 1", "maybe");
    row("-m icmp --icmp-type 8 -j X", web, "other type of ICMP");
    row("-p tcp -m tcp --syn -j X", web, "yes");
    row("-p tcp -m tcp ! --syn -j X", web, "other TCP flags");
    row("-p tcp -m tcp --syn -j X", "10.0.0.1 > 10.0.0.2 proto 6 flags 0x12", "other TCP flags");
    row("-p tcp -m tcp --tcp-flags SYN SYN -j X", "10.0.0.1 > 10.0.0.2 proto 6 flags 0x12", "yes");
    row("-p tcp -m tcp --syn -j X", "10.0.0.1 > 10.0.0.2 proto 6", "maybe");
    row("-m iprange --dst-range 10.0.0.1-10.0.0.3 -j X", web, "yes");
    row("-m iprange --dst-range 10.0.0.3-10.0.0.9 -j X", web, "other destination");
    row("-m iprange --dst-range 10.0.0.0-10.0.0.1 -j X", web, "other destination");
    row("-m iprange --src-range 10.0.0.1-10.0.0.1 -j X", web, "yes");
    row("-m length --length 0:40 -j X", web, "maybe");
    row("-d 10.0.0.9/32 -m length --length 0:40 -j X", web, "other destination"); // that much is certain
    row("-m statistic --mode random --probability 0.5 -j X", web, "yes"); // chance is thrown elsewhere

    row("ip daddr @few accept", web, "yes");
    row("ip daddr @few accept", dns, "other destination");
    row("ip daddr @few accept", "10.0.0.1 > 10.0.1.3", "yes");
    row("ip daddr != @few accept", dns, "yes");
    row("ip daddr != @few accept", web, "other destination");
    row("ip daddr @none accept", web, "maybe");
    row("ip daddr @odd accept", web, "maybe");
    row("ip daddr != @none accept", web, "maybe");
    row("ip daddr . meta l4proto . th dport @pairs accept", web, "yes");
    row("ip daddr . meta l4proto . th dport @pairs accept", dns, "yes");
    row("ip daddr . meta l4proto . th dport @pairs accept", "10.0.0.1 > 10.0.0.2 proto 17 dport 80", "other destination");
    row("ip daddr . meta l4proto . th dport @pairs accept", "10.0.0.1 > 10.0.0.3 proto 17 dport 55", "other destination");
    row("ip daddr . meta l4proto . th dport @pairs accept", "10.0.0.1 > 10.0.0.2 proto 6", "maybe");
    row("ip daddr . meta l4proto . th dport @pairs accept", "10.0.0.1 > 10.0.0.9 proto 6", "other destination");
    row("ip daddr . meta l4proto @pairs accept", web, "maybe"); // no such elements
    row("iifname @devices accept", web, "yes");
    row("iifname @devices accept", "10.0.0.1 > 10.0.0.2 iif cali7", "yes");
    row("iifname @devices accept", "10.0.0.1 > 10.0.0.2 iif eth1", "other incoming device");
    row("oifname @devices accept", "10.0.0.1 > 10.0.0.2 oif eth0", "yes");
    row("meta mark @marks accept", "10.0.0.1 > 10.0.0.2 mark 5", "yes");
    row("meta mark @marks accept", "10.0.0.1 > 10.0.0.2 mark 4", "other mark");
    row("tcp sport @sources accept", web, "yes");
    row("tcp sport @sources accept", "10.0.0.1 > 10.0.0.2 proto 6 sport 8", "other port");
    row("ip saddr 10.0.0.0/8 accept", "fd00::1 > fd00::2", "other source");
    row("ip saddr != 10.0.0.0/8 accept", "fd00::1 > fd00::2", "other address family");
    row("meta nfproto ipv6 accept", "fd00::1 > fd00::2", "yes");
    row("meta nfproto ipv4 accept", "fd00::1 > fd00::2", "other address family");
    row("meta protocol ip accept", web, "yes");
    row("meta protocol ip6 accept", web, "other address family");
    row("meta protocol arp accept", web, "maybe");
    row("th dport 80 accept", web, "yes");
    row("th dport 80 accept", ping, "other port");
    row("meta l4proto { tcp, udp } accept", dns, "yes");
    row("meta l4proto { tcp, udp } accept", ping, "other protocol");
    row("iif 7 accept", web, "other incoming device");
    row("meta mark & 0xff == 0x1 accept", "10.0.0.1 > 10.0.0.2 mark 0x101", "yes");
    row("ct state { new, untracked } accept", web, "yes");
    row("ct state != established | related accept", "10.0.0.1 > 10.0.0.2 state established", "yes"); // which is not what its author meant
    row("ct state established | related accept", "10.0.0.1 > 10.0.0.2 state established", "other state of the connection");
    row("ct status snat | dnat accept", "10.0.0.1 > 10.0.0.2 nat dnat", "maybe");
    row("fib daddr type { local, broadcast } accept", "10.0.0.1 > 10.0.0.255", "yes");
    row("udp sport . udp dport { 7 . 53, 9 . 54-56 } accept", dns, "yes");
    row("udp sport . udp dport { 7 . 54, 9 . 53-56 } accept", dns, "other port");
}

void tst_kernel_firewall::verdict()
{
    QFETCH(QString, rule);
    QFETCH(QString, packet);
    const NetworkNamespace space = spaceWith(rule);
    QCOMPARE(space.firewall.size(), std::size_t(1));
    const Ruleset rules(space);
    const Packet asked = test::packetOf(packet);
    const FirewallVerdict verdict = firewallVerdict(rules, space.firewall.front(), {asked, asked.outInterface, 0});
    const QString said = QString::fromStdString(std::string(verdict.because));
    QTEST(verdict.holds == Holds::Yes ? "yes" + said : verdict.holds == Holds::Maybe ? "maybe" + said : said, "verdict");
}

void tst_kernel_firewall::citesElement()
{
    const NetworkNamespace space = spaceWith("ip daddr @few fib saddr type local meta mark 0x0 accept");
    const Ruleset rules(space);
    const Packet packet = test::packetOf("10.0.0.9 > 10.0.0.2");
    QCOMPARE(test::cited(firewallVerdict(rules, space.firewall.front(), {packet, {}, 0}).evidence), "elements = { 10.0.0.2, 10.0.1.2-10.0.1.4 } + inet 10.0.0.9/24 scope global eth0");
    QCOMPARE(firewallVerdict(rules, space.firewall.front(), {packet, {}, 0}).holds, Holds::Yes);
    QCOMPARE(firewallVerdict(rules, space.firewall.front(), {packet, {}, 8}).holds, Holds::Maybe); // one bit of its mark nobody knows
}

void tst_kernel_firewall::types_data()
{
    QTest::addColumn<QString>("outputs");
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("device");
    QTest::addColumn<QString>("type");

    const auto row = [](const char *address, const char *device, const char *type) { QTest::addRow("%s %s", address, device) << addresses << address << device << type; };
    row("10.0.0.9", "", "local");
    row("10.0.0.9", "eth0", "local");
    row("10.0.0.9", "eth1", "unicast");
    row("10.0.0.8", "", "unicast");
    row("10.0.0.255", "", "broadcast");
    row("255.255.255.255", "", "broadcast");
    row("0.0.0.0", "", "broadcast");
    row("0.1.2.3", "", "broadcast");
    row("224.0.0.1", "", "multicast");
    row("127.0.0.5", "", "local");
    row("fd00::9", "", "local");
    row("fd00::8", "", "unicast");
    row("ff02::1", "", "multicast");
    QTest::newRow("nobody looked") << "" << "10.0.0.9" << "" << "unseen: ip addr";
}

void tst_kernel_firewall::types()
{
    QFETCH(QString, outputs);
    QFETCH(QString, address);
    QFETCH(QString, device);
    const auto type = addressType(test::spaceOf(outputs), *IpAddress::parse(address.toStdString()), device.toStdString());
    QTEST(test::stated(type, [](std::string_view word) { return QString::fromUtf8(word.data(), qsizetype(word.size())); }).section(" < ", 0, 0), "type");
}

void tst_kernel_firewall::masquerade_data()
{
    QTest::addColumn<QString>("outputs");
    QTest::addColumn<QString>("packet");
    QTest::addColumn<QString>("nextHop");
    QTest::addColumn<QString>("source");

    QTest::newRow("by the next hop's network") << addresses << "10.244.0.3 > 192.0.2.7 oif eth0" << "10.7.0.1" << "10.7.0.9 by inet 10.7.0.9/24 scope global eth0";
    QTest::newRow("by the destination's, on the link") << addresses << "10.244.0.3 > 10.7.0.3 oif eth0" << "" << "10.7.0.9 by inet 10.7.0.9/24 scope global eth0";
    QTest::newRow("the first, where none fits") << addresses << "10.244.0.3 > 192.0.2.7 oif eth0" << "" << "10.0.0.9 by inet 10.0.0.9/24 scope global eth0";
    QTest::newRow("another device's") << addresses << "10.244.0.3 > 192.0.2.7 oif eth1" << "10.7.0.1" << "10.1.0.9 by inet 10.1.0.9/24 scope global eth1";
    QTest::newRow("IPv6") << addresses << "fd01::3 > fd02::7 oif eth0" << "fd00::1" << "fd00::9 by inet6 fd00::9/64 scope global";
    QTest::newRow("nobody looked") << "" << "10.244.0.3 > 192.0.2.7 oif eth0" << "" << "unseen: ip addr";
}

void tst_kernel_firewall::masquerade()
{
    QFETCH(QString, outputs);
    QFETCH(QString, packet);
    QFETCH(QString, nextHop);
    const Packet asked = test::packetOf(packet);
    const auto source = masqueradeSource(test::spaceOf(outputs), asked, {Hook::Postrouting, asked.outInterface, IpAddress::parse(nextHop.toStdString())});
    const QString by = source.isFound() ? " by " + test::cited(source.evidence) : QString();
    QTEST(test::stated(source, [](const IpAddress &address) { return QString::fromStdString(address.text()); }) + by, "source");
}

void tst_kernel_firewall::redirect_data()
{
    QTest::addColumn<QString>("outputs");
    QTest::addColumn<QString>("packet");
    QTest::addColumn<QString>("destination");

    QTest::newRow("the device's first") << addresses << "10.244.0.3 > 192.0.2.7 iif eth0" << "10.0.0.9";
    QTest::newRow("its own") << addresses << "10.0.0.9 > 192.0.2.7" << "127.0.0.1";
    QTest::newRow("IPv6, no link-local one") << addresses << "fd01::3 > fd02::7 iif eth0" << "fd00::9";
    QTest::newRow("IPv6, of the link") << addresses << "fe80::3 > fe80::7 iif eth0" << "fd00::9";
    QTest::newRow("IPv6, its own") << addresses << "fd00::9 > fd02::7" << "::1";
    QTest::newRow("no address") << addresses + " / 4: eth2: <UP> mtu 1500 state UP" << "10.244.0.3 > 192.0.2.7 iif eth2" << "none";
    QTest::newRow("nobody looked") << "ip link=2: eth0: <UP> mtu 1500 state UP" << "10.244.0.3 > 192.0.2.7 iif eth0" << "unseen: ip addr";
}

void tst_kernel_firewall::redirect()
{
    QFETCH(QString, outputs);
    QFETCH(QString, packet);
    const auto destination = redirectDestination(test::spaceOf(outputs), test::packetOf(packet));
    QTEST(test::stated(destination, [](const IpAddress &address) { return QString::fromStdString(address.text()); }), "destination");
}

void tst_kernel_firewall::bridged_data()
{
    QTest::addColumn<QString>("outputs");
    QTest::addColumn<bool>("v6");
    QTest::addColumn<QString>("filters");

    QTest::newRow("on") << "sysctl net.bridge.bridge-nf-call-iptables=net.bridge.bridge-nf-call-iptables = 1" << false << "yes by net.bridge.bridge-nf-call-iptables = 1";
    QTest::newRow("off") << "sysctl net.bridge.bridge-nf-call-iptables=net.bridge.bridge-nf-call-iptables = 0" << false << "no by net.bridge.bridge-nf-call-iptables = 0";
    QTest::newRow("of IPv6") << "sysctl net.bridge.bridge-nf-call-iptables=net.bridge.bridge-nf-call-iptables = 1" << true << "unseen: sysctl net.bridge.bridge-nf-call-ip6tables by ";
    QTest::newRow("without br_netfilter") << "sysctl -a=net.ipv4.ip_forward = 1" << false << "no by ";
    QTest::newRow("nobody looked") << "" << false << "unseen: sysctl net.bridge.bridge-nf-call-iptables by ";
}

void tst_kernel_firewall::bridged()
{
    QFETCH(QString, outputs);
    QFETCH(bool, v6);
    const auto answer = filtersBridged(test::spaceOf(outputs), v6);
    QTEST(test::stated(answer, [](bool filters) { return QString(filters ? "yes" : "no"); }) + " by " + test::cited(answer.evidence), "filters");
}

QTEST_GUILESS_MAIN(tst_kernel_firewall)
#include "tst_kernel_firewall.moc"
