#include <QTest>

#include "core/names/nametable.h"
#include "core/names/tunnelports.h"
#include "core/protocols/protocols.h"
#include "core/snapshot/snapshot.h"

using namespace vethscope;

// Whose an address is, by what hosts printed.

namespace {

const QByteArray hosts = "[root@n1 ~]# ip -d addr\n"
                         "1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue state UNKNOWN group default qlen 1000\n"
                         "    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00\n"
                         "    inet 127.0.0.1/8 scope host lo\n"
                         "2: eth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc fq_codel state UP group default qlen 1000\n"
                         "    link/ether 52:54:00:00:00:01 brd ff:ff:ff:ff:ff:ff\n"
                         "    inet 10.0.0.1/24 brd 10.0.0.255 scope global eth0\n"
                         "3: docker0: <NO-CARRIER,BROADCAST,MULTICAST,UP> mtu 1500 qdisc noqueue state DOWN group default \n"
                         "    link/ether 02:42:18:84:7f:20 brd ff:ff:ff:ff:ff:ff\n"
                         "    inet 172.17.0.1/16 brd 172.17.255.255 scope global docker0\n"
                         "4: flannel.1: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1450 qdisc noqueue state UNKNOWN mode DEFAULT group default \n"
                         "    link/ether 8e:5c:79:80:cd:cc brd ff:ff:ff:ff:ff:ff promiscuity 0 \n"
                         "    vxlan id 1 local 10.0.0.1 dev eth0 srcport 0 0 dstport 8473 nolearning ttl auto ageing 300\n"
                         "    inet 10.244.0.0/32 scope global flannel.1\n"
                         "[root@n2 ~]# ip addr\n"
                         "2: eth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc fq_codel state UP group default qlen 1000\n"
                         "    link/ether 52:54:00:00:00:02 brd ff:ff:ff:ff:ff:ff\n"
                         "    inet 10.0.0.2/24 brd 10.0.0.255 scope global eth0\n"
                         "3: docker0: <NO-CARRIER,BROADCAST,MULTICAST,UP> mtu 1500 qdisc noqueue state DOWN group default \n"
                         "    link/ether 02:42:18:84:7f:99 brd ff:ff:ff:ff:ff:ff\n"
                         "    inet 172.17.0.1/16 brd 172.17.255.255 scope global docker0\n"
                         "[root@n1 ~]# kubectl get pods -A -o wide\n"
                         "NAMESPACE     NAME                   READY   STATUS    RESTARTS   AGE   IP            NODE   NOMINATED NODE   READINESS GATES\n"
                         "default       tea-6fb46d899f-4zkt2   1/1     Running   0          3d    10.244.0.60   n1     <none>           <none>\n"
                         "kube-system   coredns-7ff77c879f-6psjb 1/1     Running   0          3d    10.244.0.58   n1     <none>           <none>\n"
                         "kube-system   kube-proxy-abcde       1/1     Running   0          3d    10.0.0.1      n1     <none>           <none>\n"
                         "[root@n1 ~]# kubectl get svc\n"
                         "NAME         TYPE        CLUSTER-IP   EXTERNAL-IP   PORT(S)   AGE\n"
                         "tea          ClusterIP   10.96.7.7    <none>        80/TCP    3d\n";

Cluster cluster()
{
    return clusterOf(readPastedSnapshot(hosts.toStdString(), "notes").facts);
}

QString textOf(const Name *name)
{
    if (!name)
        return "nobody";
    static const QStringList kinds{"pod", "service", "node", "host"};
    return QString("%1 %2 on %3, %4").arg(kinds[int(name->kind)], QString::fromStdString(name->name), QString::fromStdString(name->node),
                                          QString::fromStdString(name->evidenceText()));
}

} // namespace

class TestNameTable : public QObject
{
    Q_OBJECT

private slots:
    void addresses_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("name");
        QTest::newRow("a pod") << "10.244.0.60"
            << "pod tea-6fb46d899f-4zkt2 on n1, notes, line 24: default       tea-6fb46d899f-4zkt2   1/1     Running   0          3d    "
               "10.244.0.60   n1     <none>           <none>";
        QTest::newRow("a service") << "10.96.7.7" << "service tea on , notes, line 29: tea          ClusterIP   10.96.7.7    <none>        80/TCP    3d";
        QTest::newRow("a node, which its host-network pods share")
            << "10.0.0.1" << "node n1 on n1, notes, line 7: inet 10.0.0.1/24 brd 10.0.0.255 scope global eth0";
        QTest::newRow("a tunnel device") << "10.244.0.0" << "node n1 on n1, notes, line 14: inet 10.244.0.0/32 scope global flannel.1";
        QTest::newRow("two nodes have it") << "172.17.0.1" << "nobody";
        QTest::newRow("loopback") << "127.0.0.1" << "nobody";
        QTest::newRow("nobody has it") << "10.0.0.9" << "nobody";
    }

    void addresses()
    {
        QFETCH(QString, address);
        const NameTable names(cluster());
        QTEST(textOf(names.find(*IpAddress::parse(address.toStdString()))), "name");
    }

    void hardwareAddresses()
    {
        const NameTable names(cluster());
        const Name *name = names.find(*MacAddress::parse("8e:5c:79:80:cd:cc"));
        QVERIFY(name);
        QCOMPARE(name->node, "n1");
        QCOMPARE(name->interface, "flannel.1");
        QVERIFY(!names.find(*MacAddress::parse("8e:5c:79:80:cd:cd")));
    }

    void asBytes_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("text");
        QTest::newRow("a pod of the namespace default") << "10.244.0.60" << "tea-6fb46d899f-4zkt2";
        QTest::newRow("a pod of another") << "10.244.0.58" << "kube-system/coredns-7ff77c879f-6psjb";
        QTest::newRow("a service") << "10.96.7.7" << "tea";
        QTest::newRow("a node") << "10.0.0.2" << "n2 eth0";
        QTest::newRow("a device's MAC address") << "8E:5C:79:80:CD:CC" << "n1 flannel.1";
        QTest::newRow("nobody's") << "10.0.0.9" << "";
        QTest::newRow("no address") << "" << "";
    }

    void asBytes()
    {
        QFETCH(QString, address);
        const NameTable names(cluster());
        QByteArray bytes = QByteArray::fromHex(address.remove(':').toLatin1());
        if (address.contains('.')) {
            bytes.clear();
            for (const QString &quad : address.split('.'))
                bytes += static_cast<char>(quad.toInt());
        }
        const Name *name = names.find(std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(bytes.size()))));
        QTEST(name ? QString::fromStdString(name->text()) : QString(), "text");
    }

    // `ip -j addr` prints one line: of it the part that speaks of the address is shown, if no shorter line does.
    void aLongLineIsShownWhereItSpeaks()
    {
        const QByteArray json = "[root@n1 ~]# ip -j addr\n"
            "[{\"ifindex\":1,\"ifname\":\"lo\",\"flags\":[\"LOOPBACK\",\"UP\",\"LOWER_UP\"],\"mtu\":65536,\"qdisc\":\"noqueue\",\"operstate\":\"UNKNOWN\",\"group\":\"default\","
            "\"txqlen\":1000,\"link_type\":\"loopback\",\"address\":\"00:00:00:00:00:00\",\"broadcast\":\"00:00:00:00:00:00\",\"addr_info\":[{\"family\":\"inet\","
            "\"local\":\"127.0.0.1\",\"prefixlen\":8,\"scope\":\"host\",\"label\":\"lo\"}]},{\"ifindex\":2,\"ifname\":\"eth0\",\"flags\":[\"UP\"],\"mtu\":1500,"
            "\"link_type\":\"ether\",\"address\":\"52:54:00:00:00:01\",\"addr_info\":[{\"family\":\"inet\",\"local\":\"10.0.0.1\",\"prefixlen\":24,\"scope\":\"global\"}]}]\n";
        const auto evidenceIn = [](const QByteArray &text) {
            const NameTable names(clusterOf(readPastedSnapshot(text.toStdString(), "notes").facts));
            const Name *name = names.find(*IpAddress::parse("10.0.0.1"));
            return name ? QString::fromStdString(name->evidenceText()) : QString();
        };
        QVERIFY2(evidenceIn(json).startsWith("notes, line 2: …"), qPrintable(evidenceIn(json)));
        QVERIFY2(evidenceIn(json).contains("\"local\":\"10.0.0.1\""), qPrintable(evidenceIn(json)));
        const QByteArray both = json + "[root@n1 ~]# ip addr\n2: eth0: <UP> mtu 1500 state UP\n    link/ether 52:54:00:00:00:01 brd ff:ff:ff:ff:ff:ff\n"
                                       "    inet 10.0.0.1/24 scope global eth0\n";
        QCOMPARE(evidenceIn(both), QString("notes, line 6: inet 10.0.0.1/24 scope global eth0"));
    }

    // What a capture file calls addresses stands behind what hosts tell, also where they tell of several.
    void namesOfCaptures()
    {
        NameTable names(cluster());
        const auto bytes = [](const char *address) {
            const IpAddress ip = *IpAddress::parse(address);
            return std::string(reinterpret_cast<const char *>(ip.bytes().data()), static_cast<std::size_t>(ip.width() / 8));
        };
        names.add(std::vector<ResolvedName>{{bytes("10.244.0.60"), "coffee"}, {bytes("172.17.0.1"), "somebody"}, {bytes("198.51.100.7"), "first"}, {bytes("198.51.100.7"), "outside.example"},
                                            {bytes("2001:db8::7"), "six"}, {"abc", "no address"}, {bytes("127.0.0.1"), "localhost"}});
        const auto called = [&](const char *address) { return textOf(names.find(*IpAddress::parse(address))); };
        QVERIFY2(called("10.244.0.60").startsWith("pod tea-6fb46d899f-4zkt2 on n1, notes, line 24"), qPrintable(called("10.244.0.60")));
        QCOMPARE(called("172.17.0.1"), "nobody");
        QCOMPARE(called("198.51.100.7"), "host outside.example on , ");
        QCOMPARE(called("2001:db8::7"), "host six on , ");
        QCOMPARE(called("127.0.0.1"), "nobody");
        QMap<QByteArray, QString> written;
        for (const ResolvedName &one : names.resolved())
            written[QByteArray::fromStdString(one.address)] = QString::fromStdString(one.name);
        QCOMPARE(written.size(), names.resolved().size());
        QCOMPARE(written[QByteArray::fromStdString(bytes("10.244.0.58"))], "kube-system/coredns-7ff77c879f-6psjb");
        QCOMPARE(written[QByteArray::fromStdString(bytes("10.0.0.1"))], "n1");
        QCOMPARE(written[QByteArray::fromStdString(bytes("198.51.100.7"))], "outside.example");
        QVERIFY(!written.contains(QByteArray::fromStdString(bytes("172.17.0.1"))));
    }

    void equalWhenNothingElseIsKnown()
    {
        QVERIFY(NameTable(cluster()) == NameTable(cluster()));
        QVERIFY(!(NameTable(cluster()) == NameTable()));
    }

    void nothingIsKnownWithoutFacts()
    {
        QVERIFY(NameTable().isEmpty());
        QVERIFY(!NameTable().find(*IpAddress::parse("10.0.0.1")));
    }

    void tunnelPorts()
    {
        Registry registry = protocols::registry();
        const std::vector<DecodeRule> rules = learntTunnelPorts(cluster(), registry);
        QCOMPARE(rules.size(), std::size_t{1});
        QCOMPARE(textOf(rules.front()), "udp.port==8473,vxlan");
        registry.decodeAs(rules.front().claim, *rules.front().protocol);
        QVERIFY(learntTunnelPorts(cluster(), registry).empty());
    }
};

QTEST_GUILESS_MAIN(TestNameTable)
#include "tst_nametable.moc"
