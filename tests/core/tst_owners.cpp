#include "core/cluster/owners.h"
#include "tests/support/clusterlines.h"

#include <QTest>

using namespace vethscope;
using namespace vethscope::test;

// Who has an address: all that do, each with the line that says so.
class OwnersTest : public QObject
{
    Q_OBJECT

private slots:
    void owners_data();
    void owners();
    void evidenceOfValues();
};

namespace {

const QByteArray text = "[root@fir ~]# ip addr\n"
                        "1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue state UNKNOWN\n"
                        "    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00\n"
                        "    inet 127.0.0.1/8 scope host lo\n"
                        "2: eth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc fq state UP\n"
                        "    link/ether 02:00:00:00:00:01 brd ff:ff:ff:ff:ff:ff\n"
                        "    inet 192.0.2.1/24 scope global eth0\n"
                        "3: docker0: <NO-CARRIER,BROADCAST,MULTICAST,UP> mtu 1500 qdisc noqueue state DOWN\n"
                        "    link/ether 02:42:00:00:00:01 brd ff:ff:ff:ff:ff:ff\n"
                        "    inet 172.17.0.1/16 scope global docker0\n"
                        "[root@fir ~]# ip route\n"
                        "default via 192.0.2.254 dev eth0\n"
                        "[root@fir ~]# ip neigh\n"
                        "192.0.2.254 dev eth0 lladdr 02:00:00:00:00:fe REACHABLE\n"
                        "[root@oak ~]# ip addr\n"
                        "2: eth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc fq state UP\n"
                        "    link/ether 02:00:00:00:00:02 brd ff:ff:ff:ff:ff:ff\n"
                        "    inet 192.0.2.2/24 scope global eth0\n"
                        "3: docker0: <NO-CARRIER,BROADCAST,MULTICAST,UP> mtu 1500 qdisc noqueue state DOWN\n"
                        "    link/ether 02:42:00:00:00:02 brd ff:ff:ff:ff:ff:ff\n"
                        "    inet 172.17.0.1/16 scope global docker0\n"
                        "[root@oak ~]# kubectl get nodes -o wide\n"
                        "NAME   STATUS   ROLES    AGE   VERSION   INTERNAL-IP   EXTERNAL-IP   OS-IMAGE   KERNEL-VERSION   CONTAINER-RUNTIME\n"
                        "elm    Ready    <none>   5d    v1.27.1   192.0.2.9     <none>        Debian     6.1.0            containerd://1.6.20\n"
                        "[root@oak ~]# kubectl get pods -o wide\n"
                        "NAME    READY   STATUS    RESTARTS   AGE   IP           NODE   NOMINATED NODE   READINESS GATES\n"
                        "tea     1/1     Running   0          1d    10.244.1.5   oak    <none>           <none>\n"
                        "[root@oak ~]# kubectl exec tea -- ip addr show eth0\n"
                        "3: eth0@if9: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1450 qdisc noqueue state UP\n"
                        "    link/ether 02:00:00:00:00:05 brd ff:ff:ff:ff:ff:ff\n"
                        "    inet 10.244.1.5/24 scope global eth0\n"
                        "[root@oak ~]# kubectl get svc\n"
                        "NAME   TYPE        CLUSTER-IP   EXTERNAL-IP   PORT(S)   AGE\n"
                        "till   ClusterIP   10.96.0.7    <none>        80/TCP    1d\n";

// `node fir eth0 7`: kind, name, device, line.
QString written(const Cluster &cluster, const Owner &owner)
{
    const NetworkNamespace *net = nullptr;
    QString line;
    switch (owner.kind) {
    case Owner::Kind::Node:
        line = "node " + QString::fromStdString(cluster.nodes[owner.place].name);
        net = &cluster.nodes[owner.place].net;
        break;
    case Owner::Kind::Pod:
        line = "pod " + QString::fromStdString(cluster.pods[owner.place].name);
        net = &cluster.pods[owner.place].net;
        break;
    case Owner::Kind::Service:
        line = "service " + QString::fromStdString(cluster.services[owner.place].name);
        break;
    case Owner::Kind::Router:
        line = QStringLiteral("router");
        break;
    }
    if (owner.interface)
        line += ' ' + QString::fromStdString(net->interfaces[*owner.interface].name);
    return line + ' ' + QString::number(owner.evidence.line);
}

} // namespace

void OwnersTest::owners_data()
{
    QTest::addColumn<QStringList>("owners");
    QTest::newRow("192.0.2.1") << QStringList{"node fir eth0 7"};
    QTest::newRow("172.17.0.1") << QStringList{"node fir docker0 10", "node oak docker0 21"};
    QTest::newRow("127.0.0.1") << QStringList{"node fir lo 4"};
    QTest::newRow("192.0.2.9") << QStringList{"node elm 24"};
    QTest::newRow("10.244.1.5") << QStringList{"pod tea eth0 31"};
    QTest::newRow("10.96.0.7") << QStringList{"service till 34"};
    QTest::newRow("192.0.2.254") << QStringList{"router 12"};
    QTest::newRow("192.0.2.77") << QStringList{};
    QTest::newRow("02:00:00:00:00:02") << QStringList{"node oak eth0 17"};
    QTest::newRow("02:00:00:00:00:05") << QStringList{"pod tea eth0 30"};
    QTest::newRow("02:00:00:00:00:fe") << QStringList{"router 14"};
    QTest::newRow("02:00:00:00:00:77") << QStringList{};
}

void OwnersTest::owners()
{
    const Cluster cluster = clusterOfText(text);
    const Owners owners(cluster);
    const std::string address = QTest::currentDataTag();
    const auto ip = IpAddress::parse(address);
    QStringList found;
    for (const Owner &owner : ip ? owners.of(*ip) : owners.of(*MacAddress::parse(address)))
        found << written(cluster, owner);
    QTEST(found, "owners");
}

// Each value of a device has the line that says it, not that of another.
void OwnersTest::evidenceOfValues()
{
    const Cluster cluster = clusterOfText("[root@fir ~]# ip -d addr show flannel.1\n"
                                          "4: flannel.1: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1450 qdisc noqueue master br0 state UNKNOWN\n"
                                          "    link/ether 02:00:00:00:00:07 brd ff:ff:ff:ff:ff:ff promiscuity 0\n"
                                          "    vxlan id 7 local 192.0.2.1 dev eth0 srcport 0 0 dstport 8472 nolearning ttl auto\n"
                                          "    inet 10.244.0.0/32 scope global flannel.1\n");
    const NetworkInterface *device = cluster.nodes.at(0).net.interface("flannel.1");
    QVERIFY(device && device->tunnel);
    QCOMPARE(device->ifindex.value(), 4U);
    QCOMPARE(device->ifindex.evidence().line, 2U);
    QCOMPARE(device->mtu.value(), 1450U);
    QCOMPARE(device->mtu.evidence().line, 2U);
    QCOMPARE(device->master.value(), std::string("br0"));
    QCOMPARE(device->mac.evidence().line, 3U);
    QCOMPARE(device->tunnel->vni.value(), 7U);
    QCOMPARE(device->tunnel->vni.evidence().line, 4U);
    QCOMPARE(device->tunnel->port.value(), std::uint16_t(8472));
    QCOMPARE(device->tunnel->device.value(), std::string("eth0"));
    QCOMPARE(device->tunnel->device.evidence().line, 4U);
    QVERIFY(!device->tunnel->learning);
    QVERIFY(!device->tunnel->remote);
    QCOMPARE(device->addresses.size(), std::size_t(1));
    QCOMPARE(device->addresses[0].scope, std::string("global"));
    QCOMPARE(device->addresses[0].evidence.line, 5U);
    QVERIFY(!device->peerIfindex);
    QVERIFY(!device->peerIfindex.evidence().source);
}

QTEST_GUILESS_MAIN(OwnersTest)
#include "tst_owners.moc"
