#include "core/kernel/neighbours.h"

#include "core/kernel/groupmac.h"
#include "core/kernel/proxyarp.h"
#include "tests/support/kernelspace.h"

#include <QTest>

using namespace vethscope;
using namespace vethscope::kernel;

// The link's address of a next hop, and who answers when somebody asks for one.
class tst_kernel_neighbours : public QObject
{
    Q_OBJECT

private slots:
    void address_data();
    void address();
    void groups_data();
    void groups();
    void nextHop();
    void reply_data();
    void reply();
};

void tst_kernel_neighbours::address_data()
{
    QTest::addColumn<QString>("outputs");
    QTest::addColumn<QString>("device");
    QTest::addColumn<QString>("nextHop");
    QTest::addColumn<QString>("answer");

    const QString neigh = "ip neigh=10.0.0.9 dev eth0 lladdr 02:00:00:00:00:09 ";
    for (const char *state : {"REACHABLE", "STALE", "DELAY", "PROBE", "PERMANENT", "NOARP"})
        QTest::newRow(state) << neigh + state << "eth0" << "10.0.0.9" << "02:00:00:00:00:09";
    const auto row = [](const char *name, const QString &outputs, const char *device, const char *nextHop, const char *answer) { QTest::newRow(name) << outputs << device << nextHop << answer; };
    row("net-tools have no states", "arp -n=Address                  HWtype  HWaddress           Flags Mask            Iface / 10.0.0.9                 ether   02:00:00:00:00:09   C                     eth0",
        "eth0", "10.0.0.9", "02:00:00:00:00:09");
    row("failed", "ip neigh show dev eth0=10.0.0.9 FAILED", "eth0", "10.0.0.9", "none < 10.0.0.9 failed");
    row("failed, with what it was", neigh + "FAILED", "eth0", "10.0.0.9", "none < 10.0.0.9 failed");
    row("incomplete", "ip neigh show dev eth0=10.0.0.9 INCOMPLETE", "eth0", "10.0.0.9", "none < 10.0.0.9 incomplete");
    row("without an address", "ip neigh show dev eth0=10.0.0.9 REACHABLE", "eth0", "10.0.0.9", "none < 10.0.0.9 incomplete");
    row("of another device", neigh + "STALE", "eth1", "10.0.0.9", "none < 10.0.0.9 other device");
    row("of another device, and of this", neigh + "STALE / 10.0.0.9 dev eth1 lladdr 02:00:00:00:00:08 STALE", "eth1", "10.0.0.9", "02:00:00:00:00:08");
    row("another address", neigh + "STALE", "eth0", "10.0.0.8", "none");
    row("printed in part", "ip neigh show dev eth1=10.0.0.9 lladdr 02:00:00:00:00:09 STALE", "eth0", "10.0.0.8", "unseen: ip neigh");
    row("nobody looked", "hostname=fir", "eth0", "10.0.0.8", "unseen: ip neigh");
    row("a proxy's entry is none", "ip neigh show proxy=10.0.0.9 dev eth0 proxy", "eth0", "10.0.0.9", "unseen: ip neigh < 10.0.0.9 proxy entry");
    row("IPv6", "ip -6 neigh=fe80::9 dev eth0 lladdr 02:00:00:00:00:09 router STALE", "eth0", "fe80::9", "02:00:00:00:00:09");
    row("multicast", "hostname=fir", "eth0", "224.1.2.3", "group 01:00:5e:01:02:03");
    row("TUN needs none", "ip -d link=7: tun0: <POINTOPOINT,NOARP,UP> mtu 1500 state UNKNOWN /     link/none  promiscuity 0 /     tun type tun", "tun0", "10.0.0.9", "not needed");
    row("nor does IPIP", "ip -d link=7: tunl0@NONE: <NOARP,UP> mtu 1480 state UNKNOWN /     link/ipip 0.0.0.0 brd 0.0.0.0 /     ipip any remote any local any", "tunl0", "10.0.0.9", "not needed");
    row("nor WireGuard", "ip -d link=7: wg0: <POINTOPOINT,NOARP,UP> mtu 1420 state UNKNOWN /     link/none /     wireguard", "wg0", "10.0.0.9", "not needed");
    row("nor loopback", "ip -d link=1: lo: <LOOPBACK,UP> mtu 65536 state UNKNOWN /     link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00", "lo", "10.0.0.9", "not needed");
    row("nor what is no Ethernet", "ip link=7: what: <NOARP,UP> mtu 1480 state UNKNOWN /     link/none", "what", "10.0.0.9", "not needed");
    row("Ethernet does", "ip link=7: what: <UP> mtu 1480 state UNKNOWN /     link/ether 02:00:00:00:00:01 brd ff:ff:ff:ff:ff:ff ; ip neigh=10.0.0.9 dev what lladdr 02:00:00:00:00:09 STALE", "what",
        "10.0.0.9", "02:00:00:00:00:09");
    row("a veth does", "ip -d link=7: what: <UP> mtu 1480 state UNKNOWN /     link/ether 02:00:00:00:00:01 brd ff:ff:ff:ff:ff:ff /     veth ; ip neigh=10.0.0.9 dev eth0 lladdr 02:00:00:00:00:09 STALE",
        "what", "10.0.0.9", "none < 10.0.0.9 other device");
}

void tst_kernel_neighbours::address()
{
    QFETCH(QString, outputs);
    QFETCH(QString, device);
    QFETCH(QString, nextHop);
    const auto words = [](const LinkAddress &address) {
        const QString mac = address.mac ? QString::fromStdString(address.mac->text()) : QString();
        return address.from == LinkAddress::From::NotNeeded ? "not needed" + mac : address.from == LinkAddress::From::Group ? "group " + mac : mac;
    };
    QTEST(test::stated(linkAddress(test::spaceOf(outputs), device.toStdString(), *IpAddress::parse(nextHop.toStdString())), words), "answer");
}

void tst_kernel_neighbours::groups_data()
{
    QTest::addColumn<QString>("group");
    QTest::addColumn<QString>("mac");

    QTest::newRow("IPv4") << "224.0.0.251" << "01:00:5e:00:00:fb";
    QTest::newRow("IPv4: 23 bits") << "239.255.1.2" << "01:00:5e:7f:01:02";
    QTest::newRow("IPv6") << "ff02::1:ff12:3456" << "33:33:ff:12:34:56";
}

void tst_kernel_neighbours::groups()
{
    QFETCH(QString, group);
    QTEST(QString::fromStdString(multicastMac(*IpAddress::parse(group.toStdString())).text()), "mac");
}

void tst_kernel_neighbours::nextHop()
{
    const NetworkNamespace space = test::spaceOf("ip route=10.1.0.0/16 via 10.0.0.9 dev eth0 / 10.0.0.0/24 dev eth0 scope link / 10.2.0.0/16 via 10.0.0.1 dev eth0 ; ip -6 route=fd01::/64 via fd00::1 dev eth0"
                                                 " ; ip addr=2: eth0: <UP> mtu 1500 /     inet 10.0.0.1/24 scope global eth0 /     inet6 fd00::1/64 scope global");
    const IpAddress destination = *IpAddress::parse("10.1.0.5");
    QCOMPARE(nextHopOf(space, space.routes[0], destination).text(), std::string("10.0.0.9"));
    QCOMPARE(nextHopOf(space, space.routes[1], destination).text(), std::string("10.1.0.5"));
    QCOMPARE(nextHopOf(space, space.routes[2], destination).text(), std::string("10.1.0.5")); // by itself
    const NetworkNamespace other = test::spaceOf("ip route show table 7=10.1.0.0/16 via 10.0.0.1 dev eth0 / 10.0.0.0/24 dev eth1 scope link ; ip addr=2: eth0: <UP> mtu 1500 /     inet 10.0.0.1/24 scope global eth0");
    QCOMPARE(nextHopOf(other, other.routes[0], destination).text(), std::string("10.1.0.5"));
    const NetworkNamespace reached = test::spaceOf("ip route show table 7=10.1.0.0/16 via 10.0.0.1 dev eth0 / 10.0.0.0/24 dev eth0 scope link ; ip addr=2: eth0: <UP> mtu 1500 /     inet 10.0.0.1/24 scope global eth0");
    QCOMPARE(nextHopOf(reached, reached.routes[0], destination).text(), std::string("10.0.0.1"));
    QCOMPARE(nextHopOf(space, space.routes[3], *IpAddress::parse("fd01::5")).text(), std::string("fd00::1"));

    const auto mac = [](const auto &answer) { return answer->from == LinkAddress::From::Group ? answer->mac->text() : std::string(); };
    QCOMPARE(mac(linkAddress(space, "eth0", *IpAddress::parse("10.0.0.255"), "broadcast")), std::string("ff:ff:ff:ff:ff:ff"));
    const QString peer = "ip link=7: ppp0: <POINTOPOINT,UP> mtu 1500 state UNKNOWN /     link/ether 02:00:00:00:00:01 peer ff:ff:ff:ff:ff:ff ; ip -6 neigh=fe80::9 dev ppp0 lladdr 02:00:00:00:00:09 STALE";
    QCOMPARE(mac(linkAddress(test::spaceOf(peer), "ppp0", *IpAddress::parse("10.0.0.2"))), std::string("ff:ff:ff:ff:ff:ff"));
    QVERIFY(linkAddress(test::spaceOf(peer), "ppp0", *IpAddress::parse("fe80::9"))->from == LinkAddress::From::Entry);
    const auto entry = linkAddress(test::spaceOf("ip neigh=10.0.0.9 dev eth0 lladdr 02:00:00:00:00:09 STALE"), "eth0", *IpAddress::parse("10.0.0.9"));
    QCOMPARE(entry->entry->state, std::string("stale"));
    QCOMPARE(test::cited(entry.evidence), QString("10.0.0.9 dev eth0 lladdr 02:00:00:00:00:09 STALE"));
}

void tst_kernel_neighbours::reply_data()
{
    QTest::addColumn<QString>("outputs");
    QTest::addColumn<QString>("question");
    QTest::addColumn<QString>("answer");

    // Calico: a pod asks for 169.254.1.1 on its cali device.
    const QString node = "ip addr=2: eth0: <UP> mtu 1500 state UP /     link/ether 02:00:00:00:00:01 brd ff:ff:ff:ff:ff:ff /     inet 10.0.0.1/24 scope global eth0"
                         " / 9: cali1: <UP> mtu 1500 state UP /     link/ether ee:ee:ee:ee:ee:ee brd ff:ff:ff:ff:ff:ff ; ip route=default via 10.0.0.9 dev eth0 / 10.8.0.2 dev cali1 scope link"
                         " / blackhole 10.8.0.0/24 ; ip -6 route=default via fe80::9 dev eth0 metric 1024 ; ";
    const auto sysctl = [](const char *lines) { return QString("sysctl -a=net.ipv4.ip_forward = ") + lines; };
    const auto row = [](const char *name, const QString &outputs, const char *question, const char *answer) { QTest::newRow(name) << outputs << question << answer; };
    row("for itself", node, "10.0.0.7 > 10.0.0.1 iif eth0", "own 02:00:00:00:00:01");
    row("for itself, on any device", node, "10.8.0.2 > 10.0.0.1 iif cali1", "own ee:ee:ee:ee:ee:ee");
    row("proxy_arp of the device", node + sysctl("1 / net.ipv4.conf.all.proxy_arp = 0 / net.ipv4.conf.cali1.proxy_arp = 1"), "10.8.0.2 > 169.254.1.1 iif cali1", "setting ee:ee:ee:ee:ee:ee");
    row("of all", node + sysctl("1 / net.ipv4.conf.all.proxy_arp = 1 / net.ipv4.conf.cali1.proxy_arp = 0"), "10.8.0.2 > 169.254.1.1 iif cali1", "setting ee:ee:ee:ee:ee:ee");
    row("of none", node + sysctl("1 / net.ipv4.conf.all.proxy_arp = 0 / net.ipv4.conf.cali1.proxy_arp = 0"), "10.8.0.2 > 169.254.1.1 iif cali1", "no ee:ee:ee:ee:ee:ee");
    row("of none, by an entry", node + sysctl("1 / net.ipv4.conf.all.proxy_arp = 0 / net.ipv4.conf.cali1.proxy_arp = 0 ; ip neigh show proxy=169.254.1.1 dev cali1 proxy"), "10.8.0.2 > 169.254.1.1 iif cali1",
        "entry ee:ee:ee:ee:ee:ee");
    row("an entry of another device", node + sysctl("1 / net.ipv4.conf.all.proxy_arp = 0 / net.ipv4.conf.cali1.proxy_arp = 0 ; ip neigh show proxy=169.254.1.1 dev eth0 proxy"),
        "10.8.0.2 > 169.254.1.1 iif cali1", "no ee:ee:ee:ee:ee:ee");
    row("it does not forward", node + sysctl("0 / net.ipv4.conf.all.proxy_arp = 1 / net.ipv4.conf.cali1.proxy_arp = 1"), "10.8.0.2 > 169.254.1.1 iif cali1", "no ee:ee:ee:ee:ee:ee");
    row("nobody looked whether it forwards", node, "10.8.0.2 > 169.254.1.1 iif cali1", "unseen: sysctl net.ipv4.ip_forward");
    row("nor at proxy_arp", node + "sysctl net.ipv4.ip_forward=net.ipv4.ip_forward = 1", "10.8.0.2 > 169.254.1.1 iif cali1",
        "unseen: sysctl net.ipv4.conf.all.proxy_arp net.ipv4.conf.cali1.proxy_arp");
    row("a route for the asker alone", node + sysctl("1 / net.ipv4.conf.all.proxy_arp = 1 / net.ipv4.conf.cali1.proxy_arp = 1 ; ip route show table 7=169.254.1.1 dev cali1 scope link"
                                                     " ; ip rule=0: from all lookup local / 9: from 10.8.0.2 lookup 7 / 32766: from all lookup main"), "10.8.0.2 > 169.254.1.1 iif cali1", "no ee:ee:ee:ee:ee:ee");
    row("not for another", node + sysctl("1 / net.ipv4.conf.all.proxy_arp = 1 / net.ipv4.conf.cali1.proxy_arp = 1 ; ip route show table 7=169.254.1.1 dev cali1 scope link"
                                         " ; ip rule=0: from all lookup local / 9: from 10.8.0.2 lookup 7 / 32766: from all lookup main"), "10.8.0.3 > 169.254.1.1 iif cali1", "setting ee:ee:ee:ee:ee:ee");
    row("what is on that link", node + sysctl("1 / net.ipv4.conf.eth0.proxy_arp = 1"), "10.0.0.7 > 8.8.8.8 iif eth0", "no 02:00:00:00:00:01");
    row("what is nowhere", node + sysctl("1 / net.ipv4.conf.eth0.proxy_arp = 1"), "10.0.0.7 > 10.8.0.5 iif eth0", "no 02:00:00:00:00:01");
    row("no routes", "ip addr=2: eth0: <UP> mtu 1500 /     inet 10.0.0.1/24 scope global eth0", "10.0.0.7 > 10.8.0.5 iif eth0", "unseen: ip route");
    row("IPv6 has entries only", node + "sysctl -a=net.ipv6.conf.all.forwarding = 1 / net.ipv6.conf.cali1.proxy_ndp = 1", "fd00::2 > fd00::9 iif cali1", "no ee:ee:ee:ee:ee:ee");
    row("IPv6, by an entry", node + "sysctl -a=net.ipv6.conf.all.forwarding = 1 / net.ipv6.conf.cali1.proxy_ndp = 1 ; ip -6 neigh show proxy=fd00::9 dev cali1 proxy", "fd00::2 > fd00::9 iif cali1",
        "entry ee:ee:ee:ee:ee:ee");
    row("IPv6, an entry alone is not enough", node + "sysctl -a=net.ipv6.conf.all.forwarding = 1 / net.ipv6.conf.cali1.proxy_ndp = 0 ; ip -6 neigh show proxy=fd00::9 dev cali1 proxy",
        "fd00::2 > fd00::9 iif cali1", "no ee:ee:ee:ee:ee:ee");
    row("IPv6, nobody looked", node + "sysctl net.ipv6.conf.all.forwarding=net.ipv6.conf.all.forwarding = 1 ; ip -6 neigh show proxy=fd00::9 dev cali1 proxy",
        "fd00::2 > fd00::9 iif cali1", "unseen: sysctl net.ipv6.conf.cali1.proxy_ndp");
}

void tst_kernel_neighbours::reply()
{
    QFETCH(QString, outputs);
    QFETCH(QString, question);
    const Packet packet = test::packetOf(question);
    const auto words = [](const Reply &reply) {
        constexpr const char *whys[] = {"no", "own", "entry", "setting"};
        return QString("%1 %2").arg(whys[int(reply.why)], reply.mac ? QString::fromStdString(reply.mac->text()) : QString());
    };
    QTEST(test::stated(replyFor(test::spaceOf(outputs), packet.inInterface, packet.source, packet.destination), words), "answer");
}

QTEST_GUILESS_MAIN(tst_kernel_neighbours)
#include "tst_kernel_neighbours.moc"
