#include "tests/support/hostfacts.h"

#include <QTest>

using namespace vethscope;

// The neighbour table of iproute2 and busybox.
class tst_command_ip_neigh : public QObject
{
    Q_OBJECT

private slots:
    void facts_data();
    void facts();
};

void tst_command_ip_neigh::facts_data()
{
    QTest::addColumn<QByteArray>("command");
    QTest::addColumn<QByteArray>("output");
    QTest::addColumn<QStringList>("lines");

    QTest::newRow("text") << QByteArray("ip neigh")
        << QByteArray(R"(172.27.0.1 dev eth0 lladdr fe:ee:32:07:ea:07 REACHABLE 
10.244.1.0 dev flannel.1 lladdr 2a:3c:a0:e1:a9:b6 PERMANENT 
10.0.0.9 dev cni0  FAILED
fe80::1 dev eth0 lladdr fe:ee:32:07:ea:07 router STALE
10.0.0.99 dev eth0 proxy
)")
        << QStringList{"line 2 n1: neighbour ip 172.27.0.1 mac fe:ee:32:07:ea:07 dev eth0 state reachable",
                       "line 3 n1: neighbour ip 10.244.1.0 mac 2a:3c:a0:e1:a9:b6 dev flannel.1 state permanent",
                       "line 4 n1: neighbour ip 10.0.0.9 dev cni0 state failed",
                       "line 5 n1: neighbour ip fe80::1 mac fe:ee:32:07:ea:07 dev eth0 state stale",
                       "line 6 n1: neighbour ip 10.0.0.99 dev eth0 state proxy"};
    QTest::newRow("with statistics") << QByteArray("ip -s n")
        << QByteArray(R"(10.0.0.7 dev v0 lladdr 02:00:00:00:00:01 ref 1 used 0/0/0 probes 1 extern_learn NOARP
)")
        << QStringList{"line 2 n1: neighbour ip 10.0.0.7 mac 02:00:00:00:00:01 dev v0 state noarp"};
    QTest::newRow("of one interface") << QByteArray("ip n show dev flannel.1")
        << QByteArray(R"(10.244.1.0 lladdr 2a:3c:a0:e1:a9:b6 PERMANENT
)")
        << QStringList{"line 2 n1: neighbour ip 10.244.1.0 mac 2a:3c:a0:e1:a9:b6 dev flannel.1 state permanent"};
    QTest::newRow("busybox") << QByteArray("busybox ip n")
        << QByteArray(R"(10.0.0.7 dev v0 lladdr 02:00:00:00:00:01 used 0/0/0 probes 4 STALE
)")
        << QStringList{"line 2 n1: neighbour ip 10.0.0.7 mac 02:00:00:00:00:01 dev v0 state stale"};
    QTest::newRow("JSON") << QByteArray("ip -j neigh")
        << QByteArray(R"([{"dst":"172.27.0.31","dev":"eth0","lladdr":"52:54:00:91:5e:2a","state":["REACHABLE"]},{},{"dst":"10.0.0.9","dev":"cni0","state":["FAILED"]}]
)")
        << QStringList{"line 2 n1: neighbour ip 172.27.0.31 mac 52:54:00:91:5e:2a dev eth0 state reachable",
                       "line 2 n1: neighbour ip 10.0.0.9 dev cni0 state failed"};
    QTest::newRow("a blank line between entries") << QByteArray("ip neigh")
        << QByteArray(R"(10.0.0.7 dev v0 lladdr 02:00:00:00:00:01 STALE

10.0.0.8 dev v0 lladdr 02:00:00:00:00:02 DELAY
)")
        << QStringList{"line 2 n1: neighbour ip 10.0.0.7 mac 02:00:00:00:00:01 dev v0 state stale",
                       "line 4 n1: neighbour ip 10.0.0.8 mac 02:00:00:00:00:02 dev v0 state delay"};
    QTest::newRow("a tunnel's link address is an IP address") << QByteArray("ip neigh")
        << QByteArray(R"(10.244.3.0 dev tunl0 lladdr 10.0.0.3 PERMANENT
)")
        << QStringList{"line 2 n1: neighbour ip 10.244.3.0 dev tunl0 state permanent"};
    QTest::newRow("a tunnel's link address in JSON") << QByteArray("ip -j neigh")
        << QByteArray(R"([{"dst":"10.244.3.0","dev":"tunl0","lladdr":"10.0.0.3","state":["PERMANENT"]},{"dst":"10.0.0.99","dev":"p7","proxy":null}]
)")
        << QStringList{"line 2 n1: neighbour ip 10.244.3.0 dev tunl0 state permanent", "line 2 n1: neighbour ip 10.0.0.99 dev p7 state proxy"};
    QTest::newRow("every state and every word of iproute2's") << QByteArray("ip -s neigh")
        << QByteArray(R"(10.0.0.1 dev v0 lladdr 02:00:00:00:00:01 proxy offload managed extern_valid PROBE
10.0.0.2 dev v0 INCOMPLETE
10.0.0.3 dev v0 lladdr 02:00:00:00:00:03 vlan 7 nhid 4 proto zebra NONE
)")
        << QStringList{"line 2 n1: neighbour ip 10.0.0.1 mac 02:00:00:00:00:01 dev v0 state probe",
                       "line 3 n1: neighbour ip 10.0.0.2 dev v0 state incomplete",
                       "line 4 n1: neighbour ip 10.0.0.3 mac 02:00:00:00:00:03 dev v0 state none"};
    QTest::newRow("words that are none of iproute2's, and lines that say nothing") << QByteArray("ip neigh")
        << QByteArray(R"(10.0.0.1 dev v0 lladdr 02:00:00:00:00:01 SLEEPY
10.0.0.2 dev v0
tea dev v0 lladdr 02:00:00:00:00:03 STALE
10.0.0.4 dev v0 used
)")
        << QStringList{"! line 2", "! line 3", "! line 4", "! line 5"};
    QTest::newRow("cut") << QByteArray("ip neigh")
        << QByteArray(R"(172.27.0.1 dev eth0 lladdr fe:ee:32
)")
        << QStringList{"! line 2"};
}

void tst_command_ip_neigh::facts()
{
    QFETCH(QByteArray, command);
    QFETCH(QByteArray, output);
    QTEST(test::factsOf(command, output), "lines");
}

QTEST_GUILESS_MAIN(tst_command_ip_neigh)
#include "tst_command_ip_neigh.moc"
