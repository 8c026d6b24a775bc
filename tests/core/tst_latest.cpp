#include <QTest>

#include "core/cluster/latest.h"
#include "tests/support/clusterlines.h"

using namespace vethscope;
using namespace vethscope::test;

// Several snapshots of one host: the later one holds, what changed is said, and a choice of one gives that one alone.

namespace {

Snapshot snapshotOf(const QByteArray &text, std::int64_t time)
{
    Snapshot snapshot = readPastedSnapshot(text.toStdString());
    snapshot.time = time;
    return snapshot;
}

QByteArray links(const QByteArray &mtu, const QByteArray &more = {})
{
    return "[root@n1 ~]# ip addr\n"
           "2: eth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu " + mtu + " qdisc fq_codel state UP group default qlen 1000\n"
           "    link/ether 52:54:00:00:00:01 brd ff:ff:ff:ff:ff:ff\n"
           "    inet 10.0.0.1/24 brd 10.0.0.255 scope global eth0\n" + more;
}

const QByteArray veth = "7: veth11111111@if3: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1450 qdisc noqueue state UP group default \n";

} // namespace

class TestLatest : public QObject
{
    Q_OBJECT

private slots:
    void merging_data()
    {
        QTest::addColumn<QByteArray>("earlier");
        QTest::addColumn<QByteArray>("later");
        QTest::addColumn<QStringList>("lines");
        QTest::addColumn<QStringList>("problems");
        QTest::newRow("each tells something else")
            << links("1500") << QByteArray("[root@n1 ~]# ip route\ndefault via 10.0.0.254 dev eth0 \n")
            << QStringList{"n1 eth0 2 physical up 1500 52:54:00:00:00:01 10.0.0.1/24 master - peer -", "n1 unicast 0.0.0.0/0 via 10.0.0.254 dev eth0 proto boot"}
            << QStringList{};
        QTest::newRow("a changed MTU") << links("1500") << links("1400")
                                       << QStringList{"n1 eth0 2 physical up 1400 52:54:00:00:00:01 10.0.0.1/24 master - peer -"}
                                       << QStringList{"warning: eth0 on n1 has MTU 1500 in one line and 1400 in a later one"};
        QTest::newRow("a veth is gone from the whole list") << links("1500", veth) << links("1500")
                                                            << QStringList{"n1 eth0 2 physical up 1500 52:54:00:00:00:01 10.0.0.1/24 master - peer -"}
                                                            << QStringList{"note: veth11111111 on n1 is in an earlier snapshot only"};
        QTest::newRow("one interface that was asked for says nothing of the others")
            << links("1500", veth) << QByteArray(links("1500")).replace("ip addr", "ip addr show eth0")
            << QStringList{"n1 eth0 2 physical up 1500 52:54:00:00:00:01 10.0.0.1/24 master - peer -", "n1 veth11111111 7 veth up 1450 - - master - peer -"}
            << QStringList{};
        QTest::newRow("a route goes another way")
            << QByteArray("[root@n1 ~]# ip route\n10.244.1.0/24 via 10.0.0.2 dev eth0 \n10.244.2.0/24 via 10.0.0.3 dev eth0 \n")
            << QByteArray("[root@n1 ~]# ip route\n10.244.1.0/24 via 10.0.0.9 dev eth0 \n")
            << QStringList{"n1 eth0 - unknown unknown - - - master - peer -", "n1 unicast 10.244.1.0/24 via 10.0.0.9 dev eth0 proto boot"}
            << QStringList{"note: the route to 10.244.1.0/24 on n1 is different in a later snapshot", "note: the route to 10.244.2.0/24 on n1 is in an earlier snapshot only"};
        QTest::newRow("a stale VTEP")
            << QByteArray("[root@n1 ~]# bridge fdb show dev flannel.1\n2a:3c:a0:e1:a9:b6 dst 10.0.0.2 self permanent\n")
            << QByteArray("[root@n1 ~]# bridge fdb show dev flannel.1\n2a:3c:a0:e1:a9:b6 dst 10.0.0.9 self permanent\n")
            << QStringList{"n1 flannel.1 - vxlan unknown - - - master - peer - tunnel 1 :- ->- over -", "n1 2a:3c:a0:e1:a9:b6 flannel.1 10.0.0.9"}
            << QStringList{"note: the forwarding entry of 2a:3c:a0:e1:a9:b6 on n1 is different in a later snapshot"};
    }

    // Of two answers to one question the later one holds.
    void answers()
    {
        const auto get = [](const QByteArray &to, const QByteArray &via) {
            return "[root@n1 ~]# ip route get " + to + "\n" + to + " via " + via + " dev eth0 src 10.0.0.1 uid 0\n    cache\n";
        };
        const Snapshot first = snapshotOf(get("10.5.0.1", "10.0.0.2") + get("10.6.0.1", "10.0.0.2"), 1), second = snapshotOf(get("10.5.0.1", "10.0.0.9"), 2);
        const std::vector<const Snapshot *> given{&first, &second};
        const LatestFacts latest = latestFacts(given);
        QStringList lines;
        for (const RouteAnswerFact &fact : latest.facts.hosts.front().answers)
            lines << QString::fromStdString(fact.to.text() + " via " + fact.route.via->text());
        QCOMPARE(lines, QStringList({"10.6.0.1 via 10.0.0.2", "10.5.0.1 via 10.0.0.9"}));
    }

    void merging()
    {
        QFETCH(QByteArray, earlier);
        QFETCH(QByteArray, later);
        const Snapshot first = snapshotOf(earlier, 1), second = snapshotOf(later, 2);
        const std::vector<const Snapshot *> givenBackwards{&second, &first}; // time decides, not the order
        LatestFacts latest = latestFacts(givenBackwards);
        Cluster cluster = clusterOf(latest.facts);
        QTEST(interfaceLines(cluster) + routeLines(cluster) + fdbLines(cluster), "lines");
        cluster.problems.insert(cluster.problems.begin(), latest.changes.begin(), latest.changes.end());
        QStringList messages;
        for (const QString &line : problemLines(cluster))
            messages << line.section(" | ", 0, 0);
        QTEST(messages, "problems");
    }

    void chosenAlone()
    {
        const Snapshot first = snapshotOf(links("1500", veth), 1), second = snapshotOf(links("1400"), 2);
        const std::vector<const Snapshot *> both{&first, &second}, earlier{&first};
        latestFacts(both);
        const LatestFacts chosen = latestFacts(earlier);
        QVERIFY(chosen.changes.empty());
        QCOMPARE(interfaceLines(clusterOf(chosen.facts)),
                 (QStringList{"n1 eth0 2 physical up 1500 52:54:00:00:00:01 10.0.0.1/24 master - peer -", "n1 veth11111111 7 veth up 1450 - - master - peer -"}));
    }

    void withoutTimesTheOrderGivenHolds()
    {
        const Snapshot first = snapshotOf(links("1500"), 0), second = snapshotOf(links("1400"), 0);
        const std::vector<const Snapshot *> order{&second, &first};
        QVERIFY(interfaceLines(clusterOf(latestFacts(order).facts)).value(0).contains("1500"));
    }
};

QTEST_APPLESS_MAIN(TestLatest)
#include "tst_latest.moc"
