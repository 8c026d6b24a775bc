#include "core/snapshot/testimony.h"
#include "tests/support/hostfacts.h"

#include <QTest>

using namespace vethscope;

// What a machine told is kept once, and known again whatever line says it.
class TestimonyTest : public QObject
{
    Q_OBJECT

private slots:
    void outputs_data();
    void outputs();
    void keepsNames();
};

namespace {

std::size_t countOf(const HostFacts &host)
{
    return host.links.size() + host.addresses.size() + host.routes.size() + host.neighbours.size() + host.fdb.size() + host.bridgePorts.size() + host.namespaces.size()
        + host.indexes.size() + host.settings.size() + host.listeners.size() + host.bgpSessions.size() + host.bgpRoutes.size();
}

} // namespace

void TestimonyTest::outputs_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("more");
    QTest::addColumn<bool>("known");

    const auto row = [](const char *name, const char *before, const char *more, bool known) { QTest::newRow(name) << QString(before) << QString(more) << known; };
    // The same again, each kind with each value that is looked at another one.
    const struct {
        const char *name, *one;
        std::vector<const char *> others;
    } kinds[] = {
        {"link", "ip l=4: eth9@if3: <UP> mtu 1500 qdisc noqueue /     link/ether 02:00:00:00:00:04 brd ff:ff:ff:ff:ff:ff link-netns tea",
         {"ip l=5: eth9@if3: <UP> mtu 1500 qdisc noqueue /     link/ether 02:00:00:00:00:04 brd ff:ff:ff:ff:ff:ff link-netns tea",
          "ip l=4: eth8@if3: <UP> mtu 1500 qdisc noqueue /     link/ether 02:00:00:00:00:04 brd ff:ff:ff:ff:ff:ff link-netns tea",
          "ip l=4: eth9@if2: <UP> mtu 1500 qdisc noqueue /     link/ether 02:00:00:00:00:04 brd ff:ff:ff:ff:ff:ff link-netns tea",
          "ip l=4: eth9@if3: <UP> mtu 1500 qdisc noqueue /     link/ether 02:00:00:00:00:05 brd ff:ff:ff:ff:ff:ff link-netns tea",
          "ip l=4: eth9@if3: <UP> mtu 1500 qdisc noqueue /     link/ether 02:00:00:00:00:04 brd ff:ff:ff:ff:ff:ff link-netns cup"}},
        {"address", "ip -o a=4: eth9    inet 192.0.2.4/24 scope global", {"ip -o a=4: eth9    inet 192.0.2.5/24 scope global", "ip -o a=4: eth9    inet 192.0.2.4/25 scope global",
                                                                        "ip -o a=4: eth9    inet6 2001:db8::4/24 scope global"}},
        {"route", "ip r show table all=203.0.113.0/24 via 192.0.2.1 dev eth9 table 7 proto bird src 192.0.2.4 metric 5",
         {"ip r show table all=203.0.112.0/24 via 192.0.2.1 dev eth9 table 7 proto bird src 192.0.2.4 metric 5", "ip r show table all=203.0.113.0/25 via 192.0.2.1 dev eth9 table 7 proto bird src 192.0.2.4 metric 5",
          "ip r show table all=203.0.113.0/24 via 192.0.2.2 dev eth9 table 7 proto bird src 192.0.2.4 metric 5", "ip r show table all=203.0.113.0/24 via 192.0.2.1 dev eth8 table 7 proto bird src 192.0.2.4 metric 5",
          "ip r show table all=203.0.113.0/24 via 192.0.2.1 dev eth9 table 8 proto bird src 192.0.2.4 metric 5", "ip r show table all=203.0.113.0/24 via 192.0.2.1 dev eth9 table 7 proto boot src 192.0.2.4 metric 5",
          "ip r show table all=203.0.113.0/24 via 192.0.2.1 dev eth9 table 7 proto bird src 192.0.2.5 metric 5", "ip r show table all=203.0.113.0/24 via 192.0.2.1 dev eth9 table 7 proto bird src 192.0.2.4 metric 6",
          "ip r show table all=203.0.113.0/24 via 192.0.2.1 dev eth9 table 7 proto bird src 192.0.2.4", "ip r show table all=blackhole 203.0.113.0/24 table 7 proto bird metric 5"}},
        {"neighbour", "ip neigh=192.0.2.1 dev eth9 lladdr 02:00:00:00:00:01 STALE", {"ip neigh=192.0.2.2 dev eth9 lladdr 02:00:00:00:00:01 STALE", "ip neigh=192.0.2.1 dev eth8 lladdr 02:00:00:00:00:01 STALE",
                                                                                   "ip neigh=192.0.2.1 dev eth9 lladdr 02:00:00:00:00:02 STALE", "ip neigh=192.0.2.1 dev eth9 FAILED"}},
        {"forwarding entry", "bridge fdb=02:00:00:00:00:01 dev tea9 dst 192.0.2.1 self permanent", {"bridge fdb=02:00:00:00:00:02 dev tea9 dst 192.0.2.1 self permanent",
          "bridge fdb=02:00:00:00:00:01 dev tea8 dst 192.0.2.1 self permanent", "bridge fdb=02:00:00:00:00:01 dev tea9 dst 192.0.2.2 self permanent", "bridge fdb=02:00:00:00:00:01 dev tea9 dst 192.0.2.1 self"}},
        {"port", "brctl show=bridge name\tbridge id\t\tSTP enabled\tinterfaces / br9\t\t8000.020000000009\tno\t\ttea9", {"brctl show=bridge name\tbridge id\t\tSTP enabled\tinterfaces / br9\t\t8000.020000000009\tno\t\ttea8"}},
        {"namespace", "ip netns=tea", {"ip netns=cup"}},
        {"index", "cat /sys/class/net/eth9/iflink=3", {"cat /sys/class/net/eth9/iflink=4", "cat /sys/class/net/eth8/iflink=3", "cat /sys/class/net/eth9/ifindex=3"}},
        {"name", "hostname=fir", {"hostname=oak"}},
        {"listener", "ss -lnt=State  Recv-Q Send-Q Local Address:Port Peer Address:Port / LISTEN 0 128 192.0.2.4:80 0.0.0.0:*",
         {"ss -lnt=State  Recv-Q Send-Q Local Address:Port Peer Address:Port / LISTEN 0 128 192.0.2.5:80 0.0.0.0:*"}},
        {"session", "calicoctl node status=IPv4 BGP status / +--------------+-------------------+-------+----------+-------------+ / | PEER ADDRESS | PEER TYPE | STATE | SINCE | INFO | / | 192.0.2.1 | node-to-node mesh | up | 10:00:00 | Established |",
         {"calicoctl node status=IPv4 BGP status / +--------------+-------------------+-------+----------+-------------+ / | PEER ADDRESS | PEER TYPE | STATE | SINCE | INFO | / | 192.0.2.2 | node-to-node mesh | up | 10:00:00 | Established |"}},
        {"BGP route", "birdc show route=203.0.113.0/24 via 192.0.2.1 on eth9 [Mesh_192_0_2_1 10:00:00] * (100/0) [i]", {"birdc show route=203.0.113.0/25 via 192.0.2.1 on eth9 [Mesh_192_0_2_1 10:00:00] * (100/0) [i]",
          "birdc show route=203.0.113.0/24 via 192.0.2.2 on eth9 [Mesh_192_0_2_1 10:00:00] * (100/0) [i]", "birdc show route=203.0.113.0/24 via 192.0.2.1 on eth8 [Mesh_192_0_2_1 10:00:00] * (100/0) [i]",
          "birdc show route=203.0.113.0/24 via 192.0.2.1 on eth9 [Mesh_192_0_2_2 10:00:00] * (100/0) [i]"}},
    };
    for (const auto &kind : kinds) {
        row(kind.name, kind.one, kind.one, true);
        row((std::string("no ") + kind.name).c_str(), "", kind.one, false);
        for (std::size_t i = 0; i < kind.others.size(); ++i)
            row((std::string("another ") + kind.name + ", " + std::to_string(i + 1)).c_str(), kind.one, kind.others[i], false);
    }
    row("less", "ip r=203.0.113.0/24 via 192.0.2.1 dev eth9 / 203.0.112.0/24 via 192.0.2.1 dev eth9", "ip r=203.0.112.0/24 via 192.0.2.1 dev eth9", true);
    row("more", "ip r=203.0.112.0/24 via 192.0.2.1 dev eth9", "ip r=203.0.113.0/24 via 192.0.2.1 dev eth9 / 203.0.112.0/24 via 192.0.2.1 dev eth9", false);
    row("nothing", "", "", true);
    row("another setting tells nothing", "", "sysctl net.ipv4.ip_forward=net.ipv4.ip_forward = 1", true);
}

void TestimonyTest::outputs()
{
    QFETCH(QString, before);
    QFETCH(QString, more);
    QFETCH(bool, known);
    const HostFacts first = test::toldBy(before), second = test::toldBy(more);
    QVERIFY(before.isEmpty() || countOf(first) > 0);
    QVERIFY(more.isEmpty() || countOf(second) > 0);
    Testimony testimony;
    testimony.add(first);
    QCOMPARE(testimony.holds(second), known);
    const std::size_t kept = countOf(testimony.facts());
    testimony.add(second);
    QVERIFY(testimony.holds(first));
    QVERIFY(testimony.holds(second));
    QCOMPARE(countOf(testimony.facts()) > kept, !known);
    const std::size_t both = countOf(testimony.facts());
    testimony.add(first);
    testimony.add(second);
    QCOMPARE(countOf(testimony.facts()), both);
}

// Of the settings the host's name alone is kept.
void TestimonyTest::keepsNames()
{
    Testimony testimony;
    testimony.add(test::toldBy("hostname=fir ; sysctl net.ipv4.ip_forward=net.ipv4.ip_forward = 1"));
    QCOMPARE(testimony.facts().settings.size(), 1u);
    QCOMPARE(testimony.facts().settings.front().value, std::string("fir"));
}

QTEST_GUILESS_MAIN(TestimonyTest)
#include "tst_testimony.moc"
