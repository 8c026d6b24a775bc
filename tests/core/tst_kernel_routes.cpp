#include "core/kernel/routing.h"

#include "tests/support/kernelspace.h"

#include <QTest>

using namespace vethscope;
using namespace vethscope::kernel;

// What one routing table answers, and all of them together by their rules.
class tst_kernel_routes : public QObject
{
    Q_OBJECT

private slots:
    void table_data();
    void table();
    void implied_data();
    void implied();
    void routing_data();
    void routing();
    void evidence();
};

namespace {

// Two devices, all of whose addresses were printed.
const QString addresses = " ; ip addr=1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 state UNKNOWN /     inet 127.0.0.1/8 scope host lo /     inet6 ::1/128 scope host "
                          "/ 2: eth0: <UP,LOWER_UP> mtu 1500 state UP /     inet 10.0.0.1/24 scope global eth0 /     inet6 fd00::1/64 scope global "
                          "/ 3: eth1: <UP,LOWER_UP> mtu 1500 state UP /     inet 10.0.1.1/24 scope global eth1";

} // namespace

void tst_kernel_routes::table_data()
{
    QTest::addColumn<QString>("routes");
    QTest::addColumn<QString>("packet");
    QTest::addColumn<QString>("answer");

    const auto row = [](const char *name, const char *routes, const char *packet, const char *answer) { QTest::newRow(name) << "ip route=" + QString(routes) << packet << answer; };
    row("the longest prefix", "default via 10.0.0.9 dev eth0 / 10.1.0.0/16 via 10.0.0.2 dev eth0 / 10.1.2.0/24 via 10.0.0.3 dev eth0", "10.1.2.3",
        "10.1.2.0/24 via 10.0.0.3 dev eth0 < 10.1.0.0/16 shorter prefix < default shorter prefix");
    row("none fits", "10.1.0.0/16 via 10.0.0.2 dev eth0", "10.2.0.1", "none");
    row("the lowest metric, none is 0", "10.1.0.0/16 via 10.0.0.2 dev eth0 metric 5 / 10.1.0.0/16 via 10.0.0.3 dev eth0 / 10.1.0.0/16 via 10.0.0.4 dev eth0 metric 1",
        "10.1.0.1", "10.1.0.0/16 via 10.0.0.3 dev eth0 < 10.1.0.0/16 worse metric < 10.1.0.0/16 worse metric");
    row("of two alike the first", "10.1.0.0/16 via 10.0.0.2 dev eth0 / 10.1.0.0/16 via 10.0.0.3 dev eth0", "10.1.0.1",
        "10.1.0.0/16 via 10.0.0.2 dev eth0 < 10.1.0.0/16 added later");
    row("type of service", "10.1.0.0/16 via 10.0.0.2 dev eth0 / 10.1.0.0/16 tos 0x10 via 10.0.0.3 dev eth0 metric 9", "10.1.0.1 tos 0x11",
        "10.1.0.0/16 via 10.0.0.3 dev eth0 < 10.1.0.0/16 less exact type of service");
    row("another type of service", "10.1.0.0/16 via 10.0.0.2 dev eth0 / 10.1.0.0/16 tos 0x10 via 10.0.0.3 dev eth0", "10.1.0.1 tos 0x08",
        "10.1.0.0/16 via 10.0.0.2 dev eth0 < 10.1.0.0/16 other type of service");
    row("a shorter prefix where the type of service is another", "10.0.0.0/8 via 10.0.0.2 dev eth0 / 10.1.0.0/16 tos 0x10 via 10.0.0.3 dev eth0", "10.1.0.1",
        "10.0.0.0/8 via 10.0.0.2 dev eth0 < 10.1.0.0/16 other type of service");
    row("blackhole", "10.0.0.0/8 dev eth0 scope link / blackhole 10.1.0.0/16", "10.1.0.1", "blackhole 10.1.0.0/16 < 10.0.0.0/8 shorter prefix");
    row("unreachable", "unreachable 10.1.0.0/16", "10.1.0.1", "unreachable 10.1.0.0/16");
    row("prohibit, whatever the device", "prohibit 10.1.0.0/16", "10.1.0.1 oif eth7", "prohibit 10.1.0.0/16");
    row("throw", "10.0.0.0/8 dev eth0 scope link / throw 10.1.0.0/16", "10.1.0.1", "none < throw throw");
    row("bound to a device", "10.1.0.0/16 via 10.0.0.2 dev eth0 / 10.0.0.0/8 via 10.0.1.2 dev eth1", "10.1.0.1 oif eth1",
        "10.0.0.0/8 via 10.0.1.2 dev eth1 < 10.1.0.0/16 other device");
    row("dead", "10.1.0.0/16 via 10.0.0.2 dev eth0 dead linkdown / 10.0.0.0/8 via 10.0.1.2 dev eth1", "10.1.0.1",
        "10.0.0.0/8 via 10.0.1.2 dev eth1 < 10.1.0.0/16 dead next hop");
    row("without a carrier it is taken all the same", "10.1.0.0/16 via 10.0.0.2 dev eth0 linkdown", "10.1.0.1", "10.1.0.0/16 via 10.0.0.2 dev eth0");
    row("several next hops", "10.1.0.0/16 / \tnexthop via 10.0.0.2 dev eth0 weight 3 / \tnexthop via 10.0.1.2 dev eth1 weight 1", "10.1.0.1",
        "10.1.0.0/16 via 10.0.0.2 dev eth0 (0.75), 10.1.0.0/16 via 10.0.1.2 dev eth1 (0.25)");
    row("one of them dead", "10.1.0.0/16 / \tnexthop via 10.0.0.2 dev eth0 weight 3 dead / \tnexthop via 10.0.1.2 dev eth1 weight 1", "10.1.0.1",
        "10.1.0.0/16 via 10.0.1.2 dev eth1 < nexthop dead next hop");
    row("one of them by the device", "10.1.0.0/16 / \tnexthop via 10.0.0.2 dev eth0 weight 3 / \tnexthop via 10.0.1.2 dev eth1 weight 1", "10.1.0.1 oif eth1",
        "10.1.0.0/16 via 10.0.1.2 dev eth1 < nexthop other device");
    row("several that lose", "10.0.0.0/8 / \tnexthop via 10.0.0.2 dev eth0 weight 3 / \tnexthop via 10.0.1.2 dev eth1 weight 1 / 10.1.0.0/16 dev eth0 scope link", "10.1.0.1",
        "10.1.0.0/16 dev eth0 < nexthop shorter prefix < nexthop shorter prefix");
    row("default routes alike", "default via 10.0.0.2 dev eth0 / default via 10.0.0.3 dev eth0 / default via 10.0.0.4 dev eth0 metric 4", "8.8.8.8",
        "0.0.0.0/0 via 10.0.0.2 dev eth0 (?), 0.0.0.0/0 via 10.0.0.3 dev eth0 (?) < default worse metric");
    row("default routes alike, bound", "default via 10.0.0.2 dev eth0 / default via 10.0.0.3 dev eth0", "8.8.8.8 oif eth0", "0.0.0.0/0 via 10.0.0.2 dev eth0 < default added later");
    row("a default route without a gateway is taken as it is", "default dev eth0 scope link / default via 10.0.0.3 dev eth0", "8.8.8.8", "0.0.0.0/0 dev eth0 < default added later");
    row("a dead one is no choice", "default via 10.0.0.2 dev eth0 / default via 10.0.0.3 dev eth0 dead", "8.8.8.8", "0.0.0.0/0 via 10.0.0.2 dev eth0 < default added later");
    const char *const defaults = "default tos 0x10 via 10.0.0.2 dev eth0 / default tos 0x10 via 10.0.0.3 dev eth0 metric 3 / default tos 0x08 via 10.0.0.4 dev eth0 / default dev eth1 scope link"
                                 " / default via 10.0.0.5 dev eth0 / default / \tnexthop via 10.0.0.6 dev eth0 weight 1 / \tnexthop via 10.0.0.7 dev eth1 weight 1 / default via 10.0.0.8 dev eth0 metric 2";
    row("of two types of service", defaults, "8.8.8.8 tos 0x10", "0.0.0.0/0 via 10.0.0.2 dev eth0 (?), 0.0.0.0/0 via 10.0.0.5 dev eth0 (?), 0.0.0.0/0 via 10.0.0.6 dev eth0 (?)"
        " < default worse metric < default less exact type of service < default less exact type of service < default less exact type of service");
    row("of none", "default via 10.0.0.2 dev eth0 / default tos 0x10 via 10.0.0.3 dev eth0 / default via 10.0.0.4 dev eth0", "8.8.8.8",
        "0.0.0.0/0 via 10.0.0.2 dev eth0 (?), 0.0.0.0/0 via 10.0.0.4 dev eth0 (?) < default other type of service");
    row("several next hops are no choice among defaults", "default / \tnexthop via 10.0.0.6 dev eth0 weight 1 / \tnexthop via 10.0.0.7 dev eth1 weight 1 / default via 10.0.0.2 dev eth0", "8.8.8.8",
        "0.0.0.0/0 via 10.0.0.6 dev eth0 (0.5), 0.0.0.0/0 via 10.0.0.7 dev eth1 (0.5) < default added later");
    row("nor is a blackhole", "default via 10.0.0.2 dev eth0 / blackhole default", "8.8.8.8", "0.0.0.0/0 via 10.0.0.2 dev eth0 < blackhole added later");
    row("another table's routes", "10.1.0.0/16 via 10.0.0.2 dev eth0 table 7", "10.1.0.1", "none");
    row("main by its number", "10.1.0.0/16 via 10.0.0.2 dev eth0 table 254", "10.1.0.1", "10.1.0.0/16 via 10.0.0.2 dev eth0");
    row("another family", "::/0 via fe80::1 dev eth0", "10.1.0.1", "none");

    const auto row6 = [](const char *name, const char *routes, const char *packet, const char *answer) { QTest::newRow(name) << "ip -6 route=" + QString(routes) << packet << answer; };
    row6("IPv6: prefix before metric", "default via fe80::1 dev eth0 metric 1 / fd01::/64 via fd00::2 dev eth0 metric 1024", "fd01::1",
         "fd01::/64 via fd00::2 dev eth0 < default shorter prefix");
    row6("IPv6: metric", "fd01::/64 via fd00::2 dev eth0 metric 1024 / fd01::/64 via fd00::3 dev eth1 metric 512", "fd01::1",
         "fd01::/64 via fd00::3 dev eth1 < fd01::/64 worse metric");
    row6("IPv6: none", "fd01::/64 via fd00::2 dev eth0 metric 1024", "fd02::1", "none");
    row6("IPv6: of equal metric by the device it is bound to", "fd01::/64 via fd00::2 dev eth0 metric 9 / fd01::/64 dev eth1 metric 9", "fd00::1 > fd01::1 oif eth1",
         "fd01::/64 dev eth1 < fd01::/64 other device");
    row6("IPv6: by that it came from", "fd01::/64 via fd00::2 dev eth0 metric 9 / fd01::/64 dev eth1 metric 9", "fd00::1 > fd01::1 iif eth1",
         "fd01::/64 dev eth1 < fd01::/64 other device");
    row6("IPv6: another device is no reason with a source", "fd01::/64 via fd00::2 dev eth0 metric 9 / fd01::/64 dev eth1 metric 10", "fd00::1 > fd01::1 oif eth1",
         "fd01::/64 via fd00::2 dev eth0 < fd01::/64 worse metric");
    row6("IPv6: but without one", "fd01::/64 via fd00::2 dev eth0 metric 9 / fd01::/64 dev eth1 metric 10", "fd01::1 oif eth1", "fd01::/64 dev eth1 < fd01::/64 other device");
    row6("IPv6: without one a shorter prefix", "fd01::/64 via fd00::2 dev eth0 metric 9 / fd00::/8 dev eth1 metric 10", "fd01::1 oif eth1",
         "fd00::/8 dev eth1 < fd01::/64 other device");
    row6("IPv6: the link itself", "fe80::/64 dev eth0 metric 256 / fe80::/64 dev eth1 metric 256", "fe80::1 > fe80::2 iif eth1", "fe80::/64 dev eth1 < fe80::/64 other device");
    row6("IPv6: no device of that link", "fe80::/64 dev eth0 metric 256", "fe80::1 > fe80::2 oif eth1", "none < fe80::/64 other device");
    row6("IPv6: no device is asked for", "fe80::/64 dev eth0 metric 256 / fe80::/64 dev eth1 metric 256", "fe80::2", "fe80::/64 dev eth0 < fe80::/64 added later");
    row6("IPv6: dead", "fd01::/64 via fd00::2 dev eth0 metric 9 dead / fd01::/64 dev eth1 metric 10", "fd01::1", "fd01::/64 dev eth1 < fd01::/64 dead next hop");
    row6("IPv6: all dead", "fd01::/64 via fd00::2 dev eth0 metric 9 dead / default dev eth1 metric 10", "fd01::1", "::/0 dev eth1 < fd01::/64 dead next hop");
    row6("IPv6: unreachable", "unreachable fd01::/64 dev lo metric 9 / default dev eth1 metric 10", "fd01::1", "unreachable fd01::/64 dev lo < default shorter prefix");
    row6("IPv6: unreachable is by lo", "unreachable fd01::/64 dev lo metric 9 / default dev eth1 metric 10", "fd01::1 oif eth1", "::/0 dev eth1 < unreachable other device");
    row6("IPv6: throw", "throw fd01::/64 dev lo metric 9 / default dev eth1 metric 10", "fd01::1", "none < throw throw");
    row6("IPv6: several next hops", "fd01::/64 metric 9 / \tnexthop via fd00::2 dev eth0 weight 1 / \tnexthop via fd00::3 dev eth1 weight 3", "fd01::1",
         "fd01::/64 via fd00::2 dev eth0 (0.25), fd01::/64 via fd00::3 dev eth1 (0.75)");
    row6("IPv6: one of them dead", "fd01::/64 metric 9 / \tnexthop via fd00::2 dev eth0 weight 1 / \tnexthop via fd00::3 dev eth1 weight 3 dead", "fd01::1",
         "fd01::/64 via fd00::2 dev eth0 < nexthop dead next hop");
    row6("IPv6: only one by the device", "fd01::/64 metric 9 / \tnexthop via fd00::2 dev eth0 weight 1 / \tnexthop via fd00::3 dev eth1 weight 3", "fd01::1 oif eth1",
         "fd01::/64 via fd00::3 dev eth1 < nexthop other device");
    row6("IPv6: two of three by the device", "fd01::/64 metric 9 / \tnexthop via fd00::2 dev eth0 weight 1 / \tnexthop via fd00::3 dev eth1 weight 3 / \tnexthop via fd00::4 dev eth1 weight 3",
         "fd01::1 oif eth1", "fd01::/64 via fd00::3 dev eth1 (?), fd01::/64 via fd00::4 dev eth1 (?) < nexthop other device");
    row6("IPv6: both by the device", "fd01::/64 metric 9 / \tnexthop via fd00::2 dev eth1 weight 1 / \tnexthop via fd00::3 dev eth1 weight 3", "fd01::1 oif eth1",
         "fd01::/64 via fd00::2 dev eth1 (0.25), fd01::/64 via fd00::3 dev eth1 (0.75)");
    row6("IPv6: the type of service does not count", "fd01::/64 tos 0x10 dev eth0 metric 9", "fd01::1", "fd01::/64 dev eth0");

    QTest::newRow("printed in part, and there is one") << "ip route | grep 10=10.1.0.0/16 via 10.0.0.2 dev eth0" << "10.1.0.1" << "10.1.0.0/16 via 10.0.0.2 dev eth0 ? ip route";
    QTest::newRow("nothing can beat a host's own route") << "ip route | grep 10=10.1.0.1 via 10.0.0.2 dev eth0" << "10.1.0.1" << "10.1.0.1/32 via 10.0.0.2 dev eth0";
    QTest::newRow("printed in part, and there is none") << "ip route | grep 10=10.1.0.0/16 via 10.0.0.2 dev eth0" << "10.2.0.1" << "unseen: ip route";
    QTest::newRow("printed in part, and thrown") << "ip route | grep 10=throw 10.1.0.0/16 / 10.0.0.0/8 dev eth0 scope link" << "10.1.0.1" << "none < throw throw";
    QTest::newRow("nobody looked") << "hostname=fir" << "10.2.0.1" << "unseen: ip route";
}

void tst_kernel_routes::table()
{
    QFETCH(QString, routes);
    QFETCH(QString, packet);
    QTEST(test::stated(lookUpTable(test::spaceOf(routes), "main", test::packetOf(packet)), [](const FoundRoute &found) { return test::stated(found.hops); }), "answer");
}

void tst_kernel_routes::implied_data()
{
    QTest::addColumn<QString>("outputs");
    QTest::addColumn<QString>("table");
    QTest::addColumn<QString>("packet");
    QTest::addColumn<QString>("answer");

    const auto row = [](const char *name, const QString &outputs, const char *table, const char *packet, const char *answer) {
        QTest::newRow(name) << outputs << table << packet << answer;
    };
    const QString all = addresses.mid(3);
    row("an own address", all, "local", "10.0.0.1", "local 10.0.0.1/32 dev eth0");
    row("another one of its network", all, "local", "10.0.0.2", "none");
    row("the broadcast address", all, "local", "10.0.0.255", "broadcast 10.0.0.255/32 dev eth0");
    row("of loopback all", all, "local", "127.5.5.5", "local 127.0.0.0/8 dev lo");
    row("its own address", all, "local", "127.0.0.1", "local 127.0.0.1/32 dev lo < inet shorter prefix");
    row("its broadcast address", all, "local", "127.255.255.255", "broadcast 127.255.255.255/32 dev lo < inet shorter prefix");
    row("IPv6", all, "local", "fd00::1", "local fd00::1/128 dev eth0");
    row("IPv6's loopback", all, "local", "::1", "local ::1/128 dev lo");
    row("IPv6 has no broadcast", all, "local", "fd00::ffff:ffff:ffff:ffff", "none");
    row("IPv6 multicast", all, "local", "ff02::1 oif eth0", "multicast ff00::/8 dev eth0 < inet6 other device");
    row("a network of two has no broadcast address", "ip addr=2: eth0: <UP> mtu 1500 / inet 10.0.0.2/31 scope global eth0", "local", "10.0.0.3", "none");
    row("one of four has", "ip addr=2: eth0: <UP> mtu 1500 / inet 10.0.0.1/30 scope global eth0", "local", "10.0.0.3", "broadcast 10.0.0.3/32 dev eth0");
    row("one of another size is of its own", "ip addr=2: eth0: <UP> mtu 1500 / inet 10.0.0.1/24 scope global eth0 / inet 10.0.0.7/28 scope global eth0", "local", "10.0.0.15",
        "broadcast 10.0.0.15/32 dev eth0");
    row("a second address of the network adds the address", "ip addr=2: eth0: <UP> mtu 1500 / inet 10.0.0.1/24 scope global eth0 / inet 10.0.0.7/24 scope global secondary eth0",
        "local", "10.0.0.7", "local 10.0.0.7/32 dev eth0");
    row("and nothing else", "ip addr=2: eth0: <UP> mtu 1500 / inet 10.0.0.1/24 scope global eth0 / inet 10.0.0.7/24 scope global secondary eth0", "local", "10.0.0.255",
        "broadcast 10.0.0.255/32 dev eth0");
    row("some addresses", "ip addr show eth0=2: eth0: <UP> mtu 1500 / inet 10.0.0.1/24 scope global eth0", "local", "10.0.0.1", "local 10.0.0.1/32 dev eth0");
    row("and no others", "ip addr show eth0=2: eth0: <UP> mtu 1500 / inet 10.0.0.1/24 scope global eth0", "local", "10.0.0.2", "unseen: ip addr");
    row("nobody looked at addresses", "ip route=default via 10.0.0.9 dev eth0", "local", "10.0.0.2", "unseen: ip addr");
    row("nor at IPv6's", "ip route=default via 10.0.0.9 dev eth0", "local", "fd00::2", "unseen: ip -6 addr");
    row("the table itself", "ip route show table local=local 127.0.0.0/8 dev lo scope host / local 10.0.0.1 dev eth0 scope host" + addresses, "local", "10.0.0.1",
        "local 10.0.0.1/32 dev eth0");
    row("goes before the addresses", "ip route show table local=local 127.0.0.0/8 dev lo scope host" + addresses, "local", "10.0.0.1", "none");
    row("a part of it does not", "ip route show table local dev eth1=local 10.0.1.1 scope host" + addresses, "local", "10.0.0.1", "local 10.0.0.1/32 dev eth0");
    row("a network that an address makes reachable", all, "main", "10.0.0.2", "10.0.0.0/24 dev eth0 ? ip route");
    row("another", all, "main", "10.0.1.2", "10.0.1.0/24 dev eth1 ? ip route");
    row("none", all, "main", "10.0.2.2", "unseen: ip route");
    row("IPv6's network", all, "main", "fd00::2", "fd00::/64 dev eth0 ? ip -6 route");
    row("loopback's is none", all, "main", "127.0.0.2", "unseen: ip route");
    row("a host's own is none", "ip addr=2: eth0: <UP> mtu 1500 / inet 10.0.0.1/32 scope global eth0", "main", "10.0.0.1", "unseen: ip route");
    row("IPv6's has the metric that the kernel gives", "ip addr=2: eth0: <UP> mtu 1500 / inet6 fd00::1/64 scope global ; ip -6 route show dev eth1=fd00::/64 metric 100", "main", "fd00::2",
        "fd00::/64 dev eth1 < inet6 worse metric ? ip -6 route");
    row("two addresses, one network", "ip addr=2: eth0: <UP> mtu 1500 / inet 10.0.0.1/24 scope global eth0 / inet 10.0.0.7/24 scope global secondary eth0", "main", "10.0.0.9",
        "10.0.0.0/24 dev eth0 ? ip route");
    row("who printed main knows", "ip route=10.0.1.0/24 dev eth1 scope link" + addresses, "main", "10.0.0.2", "none");
    row("in part, the printed one counts", "ip route show dev eth0=10.0.0.0/24 via 10.0.0.9 metric 7" + addresses, "main", "10.0.0.2",
        "10.0.0.0/24 via 10.0.0.9 dev eth0 ? ip route");
    row("default is empty", "hostname=fir", "default", "10.0.0.2", "none");
    row("another that nobody printed", all, "7", "10.0.0.2", "unseen: ip route show table 7");
    row("of IPv6", all, "7", "fd00::2", "unseen: ip -6 route show table 7");
    row("another that was printed", "ip route show table 7=10.9.0.0/16 dev eth0 scope link", "7", "10.0.0.2", "none");
    row("has none of the other family", "ip route show table 7=10.9.0.0/16 dev eth0 scope link", "7", "fd00::2", "unseen: ip -6 route show table 7");
}

void tst_kernel_routes::implied()
{
    QFETCH(QString, outputs);
    QFETCH(QString, table);
    QFETCH(QString, packet);
    const auto answer = lookUpTable(test::spaceOf(outputs), table.toStdString(), test::packetOf(packet));
    QTEST(test::stated(answer, [](const FoundRoute &found) { return test::stated(found.hops); }), "answer");
}

void tst_kernel_routes::routing_data()
{
    QTest::addColumn<QString>("outputs");
    QTest::addColumn<QString>("packet");
    QTest::addColumn<QString>("answer");

    const QString main = "ip route=default via 10.0.0.9 dev eth0 / 10.0.0.0/24 dev eth0 scope link" + addresses;
    const QString seven = main + " ; ip route show table 7=10.5.0.0/16 via 10.0.1.9 dev eth1 / default via 10.0.1.8 dev eth1";
    const auto rules = [&](const char *own) { return seven + " ; ip rule=0: from all lookup local / " + own + " / 32766: from all lookup main / 32767: from all lookup default"; };
    const auto row = [](const char *name, const QString &outputs, const char *packet, const char *answer) { QTest::newRow(name) << outputs << packet << answer; };

    row("local first", main, "10.0.0.1", "0 local: local 10.0.0.1/32 dev eth0");
    row("then main", main, "10.0.0.2", "32766 unicast: 10.0.0.0/24 dev eth0 < default shorter prefix");
    row("then nothing", "ip route=10.0.0.0/24 dev eth0 scope link" + addresses, "10.9.0.2", "none");
    const QString few = "ip route=10.0.0.0/24 dev eth0 scope link" + addresses;
    row("bound to a device it needs no route", few, "10.0.0.9 oif eth1", "0 unicast: 10.0.0.9/32 dev eth1 < 10.0.0.0/24 other device");
    row("not even where a rule drops", rules("100: from all to 10.5.0.0/16 blackhole"), "10.5.0.1 oif eth1", "0 unicast: 10.5.0.1/32 dev eth1 < 100: bound to a device");
    row("nor where a route does", "ip route=prohibit 10.5.0.0/16" + addresses, "10.5.0.1 oif eth1", "0 unicast: 10.5.0.1/32 dev eth1 < prohibit bound to a device");
    row("but takes one that there is", main, "10.0.0.9 oif eth0", "32766 unicast: 10.0.0.0/24 dev eth0 < default shorter prefix");
    row("what comes in needs one", few, "10.0.1.7 > 10.9.0.2 iif eth0 oif eth1", "none");
    row("and IPv6 does", "ip -6 route=fd01::/64 dev eth0 metric 1" + addresses, "fd07::1 oif eth1", "none");
    row("a rule of its own", rules("100: from 10.0.0.0/24 lookup 7"), "10.0.0.1 > 10.5.0.1", "100 unicast: 10.5.0.0/16 via 10.0.1.9 dev eth1 < default shorter prefix");
    row("that does not hold", rules("100: from 10.9.0.0/24 lookup 7"), "10.0.0.1 > 10.5.0.1", "32766 unicast: 0.0.0.0/0 via 10.0.0.9 dev eth0 | 100: other source");
    row("a short prefix is suppressed", rules("100: from all lookup 7 suppress_prefixlength 0"), "10.0.0.1 > 10.6.0.1",
        "32766 unicast: 0.0.0.0/0 via 10.0.0.9 dev eth0 < default suppressed by its rule");
    row("one as long", rules("100: from all lookup 7 suppress_prefixlength 16"), "10.0.0.1 > 10.5.0.1",
        "32766 unicast: 0.0.0.0/0 via 10.0.0.9 dev eth0 < default shorter prefix < 10.5.0.0/16 suppressed by its rule");
    row("a longer one is not", rules("100: from all lookup 7 suppress_prefixlength 15"), "10.0.0.1 > 10.5.0.1", "100 unicast: 10.5.0.0/16 via 10.0.1.9 dev eth1 < default shorter prefix");
    row("a blackhole is not suppressed", main + " ; ip route show table 7=blackhole 10.5.0.0/16 ; ip rule=0: from all lookup local / 9: from all lookup 7 suppress_prefixlength 32",
        "10.5.0.1", "9 blackhole: blackhole 10.5.0.0/16");
    row("throw goes on", main + " ; ip route show table 7=throw 10.5.0.0/16 ; ip rule=0: from all lookup local / 9: from all lookup 7 / 10: from all lookup main", "10.5.0.1",
        "10 unicast: 0.0.0.0/0 via 10.0.0.9 dev eth0 < throw throw");
    row("the rule drops", rules("100: from all to 10.5.0.0/16 blackhole"), "10.0.0.1 > 10.5.0.1", "100 blackhole:");
    row("or refuses", rules("100: from all to 10.5.0.0/16 prohibit"), "10.0.0.1 > 10.5.0.1", "100 prohibit:");
    row("or tells", rules("100: from all to 10.5.0.0/16 unreachable"), "10.0.0.1 > 10.5.0.1", "100 unreachable:");
    row("nop", rules("100: from all nop"), "10.0.0.1 > 10.5.0.1", "32766 unicast: 0.0.0.0/0 via 10.0.0.9 dev eth0");
    row("goto", rules("100: from all goto 32766 / 101: from all lookup 7"), "10.0.0.1 > 10.5.0.1", "32766 unicast: 0.0.0.0/0 via 10.0.0.9 dev eth0");
    row("goto a rule that does not hold", rules("100: from all goto 102 / 101: from all blackhole / 102: from 1.1.1.1 lookup 7"), "10.0.0.1 > 10.5.0.1",
        "32766 unicast: 0.0.0.0/0 via 10.0.0.9 dev eth0 | 102: other source");
    row("goto nowhere", rules("100: from all goto 500 [unresolved] / 101: from all lookup 7"), "10.0.0.1 > 10.5.0.1",
        "101 unicast: 10.5.0.0/16 via 10.0.1.9 dev eth1 < default shorter prefix");
    row("goto never goes back", rules("100: from all goto 100 / 101: from all lookup 7"), "10.0.0.1 > 10.5.0.1",
        "101 unicast: 10.5.0.0/16 via 10.0.1.9 dev eth1 < default shorter prefix");
    row("a table that nobody printed", rules("100: from all lookup 8"), "10.0.0.1 > 10.5.0.1", "unseen: ip route show table 8");
    row("may hold and has a route", rules("100: from all dport 80 lookup 7"), "10.0.0.1 > 10.5.0.1", "unseen: ip route get 10.5.0.1 from 10.0.0.1 < default shorter prefix");
    row("may hold and has none", main + " ; ip route show table 7=10.6.0.0/16 dev eth1 scope link ; ip rule=0: from all lookup local / 9: from all dport 80 lookup 7 / 10: from all lookup main",
        "10.5.0.1", "10 unicast: 0.0.0.0/0 via 10.0.0.9 dev eth0");
    row("may hold and drops", rules("100: from all dport 80 blackhole"), "10.0.0.1 > 10.5.0.1 mark 3", "unseen: ip route get 10.5.0.1 from 10.0.0.1 mark 0x3");
    row("may jump", rules("100: from all dport 80 goto 32766 / 101: from all lookup 7"), "10.0.0.1 > 10.5.0.1 iif eth0", "unseen: ip route get 10.5.0.1 from 10.0.0.1 iif eth0");
    row("may do nothing", rules("100: from all dport 80 nop"), "10.5.0.1 oif eth0", "32766 unicast: 0.0.0.0/0 via 10.0.0.9 dev eth0");
    row("an action of another time", rules("100: from all masquerade"), "10.5.0.1 oif eth0", "unseen: ip route get 10.5.0.1 oif eth0");
    row("nobody printed addresses", "ip route=default via 10.0.0.9 dev eth0", "10.5.0.1", "32766 unicast: 0.0.0.0/0 via 10.0.0.9 dev eth0 ? ip addr");
    row("IPv6 by its own rules", "ip -6 route=default via fe80::9 dev eth0 metric 1024" + addresses, "fd07::1", "32766 unicast: ::/0 via fe80::9 dev eth0");
    row("what was asked", "ip route get 10.5.0.1=10.5.0.1 via 10.0.0.9 dev eth0 src 10.0.0.1 uid 0 /     cache", "10.5.0.1", "0 unicast: 10.5.0.1/32 via 10.0.0.9 dev eth0");
    row("with the source that it answered", "ip route get 10.5.0.1=10.5.0.1 via 10.0.0.9 dev eth0 src 10.0.0.1 uid 0 /     cache", "10.0.0.1 > 10.5.0.1",
        "0 unicast: 10.5.0.1/32 via 10.0.0.9 dev eth0");
    row("with another one", "ip route get 10.5.0.1=10.5.0.1 via 10.0.0.9 dev eth0 src 10.0.0.1 uid 0 /     cache", "10.0.0.2 > 10.5.0.1", "unseen: ip addr");
    row("of another destination", "ip route get 10.5.0.1=10.5.0.1 via 10.0.0.9 dev eth0 src 10.0.0.1 uid 0 /     cache", "10.5.0.2", "unseen: ip addr");
    row("of another device", "ip route get 10.5.0.1=10.5.0.1 via 10.0.0.9 dev eth0 src 10.0.0.1 uid 0 /     cache", "10.5.0.1 oif eth1", "unseen: ip addr");
    row("of another type of service", "ip route get 10.5.0.1=10.5.0.1 via 10.0.0.9 dev eth0 src 10.0.0.1 uid 0 /     cache", "10.5.0.1 tos 0x10", "unseen: ip addr");
    row("with a mark", "ip route get 10.5.0.1 mark 4=10.5.0.1 via 10.0.0.9 dev eth0 src 10.0.0.1 mark 4 uid 0 /     cache", "10.5.0.1 mark 4",
        "0 unicast: 10.5.0.1/32 via 10.0.0.9 dev eth0");
    row("with another mark", "ip route get 10.5.0.1 mark 4=10.5.0.1 via 10.0.0.9 dev eth0 src 10.0.0.1 mark 4 uid 0 /     cache", "10.5.0.1", "unseen: ip addr");
    row("of what comes in", "ip route get 10.5.0.1 from 10.0.0.7 iif cni0=10.5.0.1 from 10.0.0.7 via 10.0.0.9 dev eth0 /     cache iif cni0", "10.0.0.7 > 10.5.0.1 iif cni0",
        "0 unicast: 10.5.0.1/32 via 10.0.0.9 dev eth0");
    row("but not of what goes out", "ip route get 10.5.0.1 from 10.0.0.7 iif cni0=10.5.0.1 from 10.0.0.7 via 10.0.0.9 dev eth0 /     cache iif cni0", "10.0.0.7 > 10.5.0.1", "unseen: ip addr");
}

void tst_kernel_routes::routing()
{
    QFETCH(QString, outputs);
    QFETCH(QString, packet);
    const auto words = [](const Routing &routing) {
        QString text = QString("%1 %2: %3").arg(routing.rule.priority).arg(QString::fromStdString(routing.type), test::stated(routing.hops)).trimmed();
        for (const Rejected &rule : routing.otherRules)
            text += " | " + test::cited({rule.evidence}).section(' ', 0, 0) + " " + QString::fromStdString(std::string(rule.because));
        return text;
    };
    QString said = test::stated(lookUpRoute(test::spaceOf(outputs), test::packetOf(packet)), words);
    QTEST(said, "answer");
}

void tst_kernel_routes::evidence()
{
    const QString rules = "ip rule=0: from all lookup local / 32766: from all lookup main";
    const QString routes = "ip route=10.1.0.0/16 / \tnexthop via 10.0.0.2 dev eth0 weight 1 / \tnexthop via 10.0.1.2 dev eth1 weight 1";
    const Packet packet = test::packetOf("10.1.0.1");
    QCOMPARE(test::cited(lookUpRoute(test::spaceOf(routes + addresses), packet).evidence),
             QString("nexthop via 10.0.0.2 dev eth0 weight 1 + nexthop via 10.0.1.2 dev eth1 weight 1")); // the kernel's own rule stands in no line
    QCOMPARE(test::cited(lookUpRoute(test::spaceOf(routes + addresses + " ; " + rules), packet).evidence),
             QString("32766: from all lookup main + nexthop via 10.0.0.2 dev eth0 weight 1 + nexthop via 10.0.1.2 dev eth1 weight 1"));
    QCOMPARE(test::cited(lookUpRoute(test::spaceOf(addresses.mid(3)), test::packetOf("10.0.0.1")).evidence), QString("inet 10.0.0.1/24 scope global eth0"));
    const QString question = "ip route get 10.5.0.1=10.5.0.1 via 10.0.0.9 dev eth0 table 7 src 10.0.0.1 uid 0 mtu 1400 /     cache";
    const auto recorded = lookUpRoute(test::spaceOf(question), test::packetOf("10.5.0.1"));
    QCOMPARE(recorded->route()->source->text(), std::string("10.0.0.1"));
    QCOMPARE(recorded->route()->table, std::string("7"));
    QCOMPARE(recorded->route()->mtu, std::optional(1400U));
    QCOMPARE(test::cited(recorded.evidence), QString("10.5.0.1 via 10.0.0.9 dev eth0 table 7 src 10.0.0.1 uid 0 mtu 1400"));
    const auto assumed = lookUpRoute(test::spaceOf(addresses.mid(3)), test::packetOf("10.0.0.2")).assumed;
    QCOMPARE(assumed, (std::vector<Assumed>{{HostTable::Routes, "ip route"}}));
}

QTEST_GUILESS_MAIN(tst_kernel_routes)
#include "tst_kernel_routes.moc"
