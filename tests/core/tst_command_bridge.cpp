#include "tests/support/hostfacts.h"
#include "tests/support/programs.h"

#include <QTest>

using namespace vethscope;

// Bridges as iproute2's bridge prints them.
class tst_command_bridge : public QObject
{
    Q_OBJECT

private slots:
    void facts_data();
    void facts();
    void kernel();
};

void tst_command_bridge::facts_data()
{
    QTest::addColumn<QByteArray>("command");
    QTest::addColumn<QByteArray>("output");
    QTest::addColumn<QStringList>("lines");

    QTest::newRow("links") << QByteArray("bridge link")
        << QByteArray(R"(14: veth120e0e5a@docker0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1450 master cni0 state forwarding priority 32 cost 2 
15: veth7bd66290 state UP @if3: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1450 master cni0 state forwarding priority 32 cost 2 
)")
        << QStringList{"line 2 n1: link veth120e0e5a ifindex 14 mtu 1450 master cni0",
                       "line 3 n1: link veth7bd66290 ifindex 15 peer 3 mtu 1450 master cni0",
                       "line 2 n1: port cni0 veth120e0e5a",
                       "line 3 n1: port cni0 veth7bd66290"};
    QTest::newRow("links in detail") << QByteArray("bridge -d link")
        << QByteArray(R"(14: veth120e0e5a@if3: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1450 master cni0 state forwarding priority 32 cost 2 
    hairpin on guard off root_block off fastleave off learning on flood on mcast_flood on bcast_flood on locked off 
)")
        << QStringList{"line 2 n1: link veth120e0e5a ifindex 14 peer 3 mtu 1450 master cni0",
                       "line 2 n1: port cni0 veth120e0e5a",
                       "line 3 n1: port cni0 veth120e0e5a hairpin on"};
    QTest::newRow("links in JSON") << QByteArray("bridge -j link")
        << QByteArray(R"([{"ifindex":14,"link":"docker0","ifname":"veth120e0e5a","flags":["UP"],"mtu":1450,"master":"cni0","state":"forwarding","priority":32,"cost":2,"hairpin":true}]
)")
        << QStringList{"line 2 n1: link veth120e0e5a ifindex 14 mtu 1450 master cni0",
                       "line 2 n1: port cni0 veth120e0e5a hairpin on"};
    QTest::newRow("no ports in JSON") << QByteArray("bridge -j link")
        << QByteArray(R"([]
)")
        << QStringList{};
    QTest::newRow("forwarding") << QByteArray("bridge fdb")
        << QByteArray(R"(2a:3c:a0:e1:a9:b6 dev flannel.1 dst 172.27.16.10 self permanent
b2:ad:3a:6e:3a:4f dev vetha1f852ea master cni0 
e6:0b:c8:4d:17:a5 dev vetha1f852ea vlan 1 master cni0 permanent
33:33:00:00:00:01 dev vetha1f852ea self permanent
)")
        << QStringList{"line 2 n1: fdb 2a:3c:a0:e1:a9:b6 dev flannel.1 dst 172.27.16.10 permanent",
                       "line 3 n1: fdb b2:ad:3a:6e:3a:4f dev vetha1f852ea master cni0",
                       "line 4 n1: fdb e6:0b:c8:4d:17:a5 dev vetha1f852ea master cni0 vlan 1 permanent",
                       "line 5 n1: fdb 33:33:00:00:00:01 dev vetha1f852ea permanent"};
    QTest::newRow("of one device") << QByteArray("bridge fdb show dev flannel.1")
        << QByteArray(R"(2a:3c:a0:e1:a9:b6 dst 172.27.16.10 self permanent
2a:3c
)")
        << QStringList{"line 2 n1: fdb 2a:3c:a0:e1:a9:b6 dev flannel.1 dst 172.27.16.10 permanent",
                       "! line 3"};
    QTest::newRow("forwarding in JSON") << QByteArray("bridge -j fdb")
        << QByteArray(R"([{"mac":"2a:3c:a0:e1:a9:b6","ifname":"flannel.1","dst":"172.27.16.10","flags":["self"],"state":"permanent"},{"mac":17,"ifname":"x"},{"ifname":"y"}]
)")
        << QStringList{"line 2 n1: fdb 2a:3c:a0:e1:a9:b6 dev flannel.1 dst 172.27.16.10 permanent",
                       "! line 2",
                       "! pasted text line 2: \"mac\" is a number, not a string",
                       "! pasted text line 2: an entry without \"mac\""};
    QTest::newRow("VLANs") << QByteArray("bridge vlan")
        << QByteArray(R"(port              vlan-id  
cni0              1 PVID Egress Untagged
                  20
veth1             None
)")
        << QStringList{"line 3 n1: setting cni0 vlan = 1 PVID Egress Untagged",
                       "line 4 n1: setting cni0 vlan = 20"};
    QTest::newRow("VLANs in JSON") << QByteArray("bridge -j vlan")
        << QByteArray(R"([{"ifname":"cni0","vlans":[{"vlan":1,"flags":["PVID","Egress Untagged"]}]}]
)")
        << QStringList{"line 2 n1: setting cni0 vlan = 1 PVID Egress Untagged"};
}

void tst_command_bridge::facts()
{
    QFETCH(QByteArray, command);
    QFETCH(QByteArray, output);
    QTEST(test::factsOf(command, output), "lines");
}

// A bridge with a port, as this machine's own programs print it.
void tst_command_bridge::kernel()
{
    NEEDS_PROGRAMS("ip", "bridge", "brctl");
    const QByteArray setUp = "ip link add v0 type veth peer name v1 && ip link add br0 type bridge && ip link set br0 up && ip link set v0 address 02:00:00:00:00:01 master br0 up && ip link set v1 up";
    if (test::printedInNamespace(setUp, "ip link").isEmpty())
        QSKIP("no network namespace with a bridge can be made here");
    for (const QByteArray command : {"bridge link", "bridge -d link", "bridge -j link", "brctl show"}) {
        const QByteArray printed = test::printedInNamespace(setUp + " && mount -t sysfs none /sys", command);
        const QStringList lines = test::factsOf(command, printed);
        QVERIFY2(!lines.filter("port br0 v0").isEmpty(), qPrintable(command + ":\n" + printed + lines.join('\n')));
        QVERIFY2(lines.filter("!").isEmpty(), qPrintable(command + ":\n" + lines.join('\n')));
    }
    for (const QByteArray command : {"bridge fdb", "bridge fdb show br br0", "bridge fdb show brport v0", "bridge -j fdb"}) {
        const QByteArray printed = test::printedInNamespace(setUp, command);
        const QStringList lines = test::factsOf(command, printed);
        QVERIFY2(!lines.filter("fdb 02:00:00:00:00:01 dev v0").isEmpty(), qPrintable(command + ":\n" + printed + lines.join('\n')));
        QVERIFY2(lines.filter("!").isEmpty(), qPrintable(command + ":\n" + lines.join('\n')));
    }
}

QTEST_GUILESS_MAIN(tst_command_bridge)
#include "tst_command_bridge.moc"
