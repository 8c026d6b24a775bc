#include <QTest>

#include "tests/support/clusterlines.h"

using namespace vethscope;
using namespace vethscope::test;

// Which pod sits behind which veth, by each of the ways that host output allows.

namespace {

// n1 with cni0 and one veth, as `ip addr` shows them.
const QByteArray nodeLinks = "[root@n1 ~]# ip addr\n"
                             "2: eth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc fq_codel state UP group default qlen 1000\n"
                             "    link/ether 52:54:00:00:00:01 brd ff:ff:ff:ff:ff:ff\n"
                             "    inet 10.0.0.1/24 brd 10.0.0.255 scope global eth0\n"
                             "5: cni0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1450 qdisc noqueue state UP group default qlen 1000\n"
                             "    link/ether 82:2a:05:51:fe:51 brd ff:ff:ff:ff:ff:ff\n"
                             "    inet 10.244.0.1/24 brd 10.244.0.255 scope global cni0\n"
                             "17: vetha1f852ea@if3: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1450 qdisc noqueue master cni0 state UP group default \n"
                             "    link/ether e6:0b:c8:4d:17:a5 brd ff:ff:ff:ff:ff:ff link-netnsid 2\n";

QByteArray insideTea(int peer, const QByteArray &address)
{
    return "[root@n1 ~]# kubectl exec -it tea-6fb46d899f-4zkt2 -- sh\n"
           "/ $ ip addr\n"
           "3: eth0@if" + QByteArray::number(peer) + ": <BROADCAST,MULTICAST,UP,LOWER_UP,M-DOWN> mtu 1450 qdisc noqueue state UP \n"
           "    link/ether b2:ad:3a:6e:3a:4f brd ff:ff:ff:ff:ff:ff\n"
           "    inet " + address + "/24 brd 10.244.0.255 scope global eth0\n"
           "/ $ exit\n";
}

const QByteArray podList = "[root@n1 ~]# kubectl get pods -o wide\n"
                           "NAME                   READY   STATUS    RESTARTS   AGE   IP            NODE   NOMINATED NODE   READINESS GATES\n"
                           "tea-6fb46d899f-4zkt2   1/1     Running   0          3d    10.244.0.60   n1     <none>           <none>\n";

const QByteArray tables = "[root@n1 ~]# ip neigh\n"
                          "10.244.0.60 dev cni0 lladdr b2:ad:3a:6e:3a:4f REACHABLE \n"
                          "[root@n1 ~]# bridge fdb\n"
                          "b2:ad:3a:6e:3a:4f dev vetha1f852ea master cni0 \n"
                          "e6:0b:c8:4d:17:a5 dev vetha1f852ea master cni0 permanent\n";

const QByteArray calicoLinks = "[root@n1 ~]# ip addr\n"
                               "8: calieae1c027f47@if3: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1480 qdisc noqueue state UP group default qlen 1000\n"
                               "    link/ether ee:ee:ee:ee:ee:ee brd ff:ff:ff:ff:ff:ff link-netnsid 1\n";

const QString tea = "default/tea-6fb46d899f-4zkt2 n1 10.244.0.60 b2:ad:3a:6e:3a:4f eth0 3 vetha1f852ea cni0";

} // namespace

class TestClusterPods : public QObject
{
    Q_OBJECT

private slots:
    void pods_data()
    {
        QTest::addColumn<QByteArray>("transcript");
        QTest::addColumn<QStringList>("pods");
        QTest::newRow("both ends name the other's index") << nodeLinks + insideTea(17, "10.244.0.60") << QStringList{tea};
        const QByteArray namedNamespace = QByteArray(nodeLinks).replace("link-netnsid 2", "link-netns cni-0b5a1c9e-3d1c-4f0f-9a53-6a2a0a3b1c4d");
        QTest::newRow("both ends name the other's index, and the node's the namespace") << namedNamespace + insideTea(17, "10.244.0.60") << QStringList{tea};
        QTest::newRow("address, neighbour, forwarding entry, port, and the namespace") << namedNamespace + podList + tables << QStringList{tea};
        QTest::newRow("the pod's end is seen before the node's") << insideTea(17, "10.244.0.60") + nodeLinks << QStringList{tea};
        QTest::newRow("address, neighbour, forwarding entry, port") << nodeLinks + podList + tables << QStringList{tea};
        QTest::newRow("the same, kubectl asked on a desk")
            << nodeLinks + tables + QByteArray(podList).replace("[root@n1 ~]#", "me@desk:~$") << QStringList{tea};
        QTest::newRow("nobody lists the pod") << nodeLinks + tables << QStringList{"? n1 10.244.0.60 b2:ad:3a:6e:3a:4f eth0 3 vetha1f852ea cni0"};
        QTest::newRow("a forwarding entry alone")
            << nodeLinks + "[root@n1 ~]# bridge fdb\nb2:ad:3a:6e:3a:4f dev vetha1f852ea master cni0 \n"
            << QStringList{"? n1 - b2:ad:3a:6e:3a:4f eth0 3 vetha1f852ea cni0"};
        QTest::newRow("the port's own MAC is nobody else's")
            << nodeLinks + "[root@n1 ~]# bridge fdb\ne6:0b:c8:4d:17:a5 dev vetha1f852ea master cni0 permanent\n" << QStringList{};
        QTest::newRow("kubectl alone") << podList << QStringList{"default/tea-6fb46d899f-4zkt2 n1 10.244.0.60 - - - - -"};
        QTest::newRow("Calico's host route leads to the veth")
            << calicoLinks + "[root@n1 ~]# ip route\n10.244.0.60 dev calieae1c027f47 scope link \n" + podList
            << QStringList{"default/tea-6fb46d899f-4zkt2 n1 10.244.0.60 - eth0 3 calieae1c027f47 -"};
        QTest::newRow("Calico's neighbour entry adds the MAC")
            << calicoLinks + "[root@n1 ~]# ip route\n10.244.0.60 dev calieae1c027f47 scope link \n"
                    + "[root@n1 ~]# ip neigh\n10.244.0.60 dev calieae1c027f47 lladdr 42:0c:d8:b1:6e:95 STALE \n" + podList
            << QStringList{"default/tea-6fb46d899f-4zkt2 n1 10.244.0.60 42:0c:d8:b1:6e:95 eth0 3 calieae1c027f47 -"};
        QTest::newRow("the namespace's id leads to its name")
            << nodeLinks + "[root@n1 ~]# ip netns\ntea-6fb46d899f-4zkt2 (id: 2)\nother (id: 0)\n"
            << QStringList{"default/tea-6fb46d899f-4zkt2 n1 - - eth0 3 vetha1f852ea cni0"};
        QTest::newRow("containerd's namespace is the pod that has the address")
            << nodeLinks + "[root@n1 ~]# ip netns\ncni-0b5a1c9e-3d1c-4f0f-9a53-6a2a0a3b1c4d (id: 2)\n" + podList + tables << QStringList{tea};
        QTest::newRow("ip netns exec into containerd's namespace")
            << nodeLinks + podList
                    + "[root@n1 ~]# ip netns exec cni-0b5a1c9e-3d1c-4f0f-9a53-6a2a0a3b1c4d ip addr\n"
                      "3: eth0@if17: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1450 qdisc noqueue state UP group default \n"
                      "    link/ether b2:ad:3a:6e:3a:4f brd ff:ff:ff:ff:ff:ff link-netnsid 0\n"
                      "    inet 10.244.0.60/24 brd 10.244.0.255 scope global eth0\n"
            << QStringList{tea};
        QTest::newRow("a pod in its node's own network")
            << nodeLinks
                    + "[root@n1 ~]# kubectl get pods -n kube-system -o wide\n"
                      "NAME               READY   STATUS    RESTARTS   AGE   IP         NODE   NOMINATED NODE   READINESS GATES\n"
                      "kube-proxy-x2k4q   1/1     Running   0          3d    10.0.0.1   n1     <none>           <none>\n"
            << QStringList{"kube-system/kube-proxy-x2k4q n1 10.0.0.1 - - - - - host network"};
        QTest::newRow("resolv.conf in the pod tells its namespace")
            << nodeLinks + insideTea(17, "10.244.0.60").replace("/ $ exit\n", "/ $ cat /etc/resolv.conf\nnameserver 10.96.0.10\nsearch shop.svc.cluster.local svc.cluster.local cluster.local\noptions ndots:5\n/ $ exit\n")
            << QStringList{"shop/tea-6fb46d899f-4zkt2 n1 10.244.0.60 b2:ad:3a:6e:3a:4f eth0 3 vetha1f852ea cni0"};
        const QByteArray listed = "$ kubectl get pods -o wide\nNAME READY STATUS RESTARTS AGE IP NODE NOMINATED NODE READINESS GATES\nmilk-0 1/1 Running 0 3d 10.244.0.9 n1 <none> <none>\n";
        const QByteArray shop = "$ kubectl get endpoints -n shop\nNAME ENDPOINTS AGE\nmilk 10.244.0.9:80 3d\n", bar = QByteArray(shop).replace("-n shop", "-n bar");
        QTest::newRow("a service's endpoint tells its pod's namespace") << listed + shop << QStringList{"shop/milk-0 n1 10.244.0.9 - - - - -"};
        QTest::newRow("endpoints of services in two namespaces tell none") << listed + shop + bar << QStringList{"default/milk-0 n1 10.244.0.9 - - - - -"};
        QTest::newRow("two services in one namespace tell it") << listed + shop + QByteArray(shop).replace("milk 10", "cream 10") << QStringList{"shop/milk-0 n1 10.244.0.9 - - - - -"};
        QTest::newRow("a job that has ended does not own its old address")
            << nodeLinks + tables
                    + "[root@n1 ~]# kubectl get pods -o wide\n"
                      "NAME                   READY   STATUS      RESTARTS   AGE   IP            NODE   NOMINATED NODE   READINESS GATES\n"
                      "job-7x2k4              0/1     Completed   0          3d    10.244.0.60   n1     <none>           <none>\n"
            << QStringList{"default/job-7x2k4 n1 10.244.0.60 - - - - -", "? n1 10.244.0.60 b2:ad:3a:6e:3a:4f eth0 3 vetha1f852ea cni0"};
    }

    void pods()
    {
        QFETCH(QByteArray, transcript);
        const Cluster cluster = clusterOfText(transcript);
        QTEST(podLines(cluster), "pods");
        QCOMPARE(problemLines(cluster), QStringList());
    }

    // `kubectl exec` works from every node: n1's own interface 17 has nothing to do with a pod whose address n1 routes to n2.
    void execIntoAnotherNodesPod()
    {
        const Cluster cluster = clusterOfText(nodeLinks + "[root@n1 ~]# ip route\n10.244.1.0/24 via 10.244.1.0 dev flannel.1 onlink \n"
                                              + insideTea(17, "10.244.1.60"));
        QCOMPARE(podLines(cluster), QStringList{"default/tea-6fb46d899f-4zkt2 - 10.244.1.60 b2:ad:3a:6e:3a:4f eth0 3 - -"});
    }

    void execIntoAPodOfAKnownNode()
    {
        const Cluster cluster = clusterOfText(nodeLinks + insideTea(8, "10.244.1.60")
                                              + "[root@n2 ~]# ip addr\n"
                                                "5: cni0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1450 qdisc noqueue state UP group default qlen 1000\n"
                                                "    link/ether 16:9d:4b:7c:21:e8 brd ff:ff:ff:ff:ff:ff\n"
                                                "    inet 10.244.1.1/24 brd 10.244.1.255 scope global cni0\n"
                                                "8: veth48059492@if3: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1450 qdisc noqueue master cni0 state UP group default \n");
        QCOMPARE(podLines(cluster), QStringList{"default/tea-6fb46d899f-4zkt2 n2 10.244.1.60 b2:ad:3a:6e:3a:4f eth0 3 veth48059492 cni0"});
    }

    // Whose pods have such addresses, the node's own settings, bridges and routes tell; and the pod says which line did.
    void networksOfPods_data()
    {
        QTest::addColumn<QByteArray>("printed"); // on n2
        QTest::addColumn<QString>("node");
        const auto rows = [](const char *node, std::initializer_list<const char *> printed) {
            for (const char *one : printed)
                QTest::newRow(one) << QByteArray(one) << QString(node);
        };
        rows("n2", {"cat /run/flannel/subnet.env\nFLANNEL_SUBNET=10.244.1.1/24\n", "ip -o a\n5: cni0    inet 10.244.1.1/24 scope global cni0\n", "ip r\nblackhole 10.244.1.0/26 proto bird\n", "ip r\nblackhole 10.244.1.0/26 proto 12\n",
                    "ip r\nblackhole 10.244.1.0/26 proto 80\n", "ip r\n10.244.1.60 dev cali7 scope link\n", "ip r\n10.244.1.0/24 dev cni0 proto kernel scope link src 10.244.1.1\n"});
        rows("-", {"cat /run/flannel/subnet.env\nFLANNEL_NETWORK=10.244.0.0/16\n", "ip -o a\n5: eth9    inet 10.244.1.1/24 scope global eth9\n", "ip r\nblackhole 10.244.1.0/26 proto static\n", "ip r\nunreachable 10.244.1.0/26 proto bird\n",
                   "ip r\n10.244.1.60 dev eth9 scope link\n", "ip r\n10.244.1.60 via 192.0.2.9 dev cali7\n", "ip r\n10.244.1.0/24 via 192.0.2.9 dev cni0\n", "ip r\n10.244.1.0/24 dev eth9 scope link\n", "ip r\n10.244.2.0/24 dev cni0 scope link\n"});
    }

    void networksOfPods()
    {
        QFETCH(QByteArray, printed);
        QFETCH(QString, node);
        const Cluster cluster = clusterOfText("[root@jump ~]# kubectl exec tea -- ip -o a\n3: eth0    inet 10.244.1.60/32 scope global eth0\n[root@n2 ~]# " + printed);
        QCOMPARE(cluster.pods.size(), 1u);
        QCOMPARE(podLines(cluster).front().section(' ', 1, 1), node);
        const auto isLine = [&](const Evidence &evidence) { return evidence.text() == printed.split('\n').at(1).toStdString(); };
        QCOMPARE(std::ranges::any_of(cluster.pods[0].evidence, isLine), node == "n2");
    }

    // Of two nodes with one network nobody can tell.
    void networkOfTwoNodes()
    {
        const QByteArray bridge = "ip -o a\n5: cni0    inet 10.244.1.1/24 scope global cni0\n";
        const Cluster cluster = clusterOfText("[root@jump ~]# kubectl exec tea -- ip -o a\n3: eth0    inet 10.244.1.60/32 scope global eth0\n[root@n2 ~]# " + bridge + "[root@n3 ~]# " + bridge);
        QCOMPARE(podLines(cluster).front().section(' ', 1, 1), QString("-"));
    }

    // Typed on n1, whose interface 8 does not exist; n2 alone has the other end.
    void execIntoThePodThatTheIndexesName()
    {
        const Cluster cluster = clusterOfText(nodeLinks + insideTea(8, "10.244.1.60")
                                              + "[root@n2 ~]# ip link\n"
                                                "8: veth48059492@if3: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1450 qdisc noqueue master cni0 state UP mode DEFAULT group default \n");
        QCOMPARE(podLines(cluster), QStringList{"default/tea-6fb46d899f-4zkt2 n2 10.244.1.60 b2:ad:3a:6e:3a:4f eth0 3 veth48059492 cni0"});
    }

    void everyJoinSaysWhy()
    {
        const Cluster cluster = clusterOfText(nodeLinks + podList + tables);
        const NetworkInterface *veth = cluster.nodes.front().net.interface("vetha1f852ea");
        QVERIFY(veth && veth->peer);
        QStringList lines;
        for (const Evidence &evidence : veth->peer->evidence)
            lines << QString::fromStdString(std::string(evidence.text())).trimmed();
        QCOMPARE(lines, (QStringList{"10.244.0.60 dev cni0 lladdr b2:ad:3a:6e:3a:4f REACHABLE", "b2:ad:3a:6e:3a:4f dev vetha1f852ea master cni0"}));
        QCOMPARE(cluster.pods.size(), 1u);
        for (const Evidence &evidence : veth->peer->evidence)
            QVERIFY(std::ranges::find(cluster.pods[0].evidence, evidence) != cluster.pods[0].evidence.end());
    }

    // Both reasons are among its lines: the indexes for one pod, the tables for the other.
    void everyContradictionSaysWhy()
    {
        const Cluster cluster = clusterOfText(nodeLinks + insideTea(17, "10.244.0.60")
                                              + QByteArray(podList).replace("tea-6fb46d899f-4zkt2", "web-6fb46d899f-aaaaa").replace("10.244.0.60", "10.244.0.61")
                                              + QByteArray(tables).replace("10.244.0.60", "10.244.0.61").replace("b2:ad:3a:6e:3a:4f", "b2:ad:3a:6e:3a:50"));
        QCOMPARE(cluster.problems.size(), 1u);
        QStringList lines;
        for (const Evidence &evidence : cluster.problems[0].evidence)
            lines << QString::fromStdString(std::string(evidence.text())).trimmed().section(' ', 0, 1);
        QCOMPARE(lines, (QStringList{"3: eth0@if17:", "17: vetha1f852ea@if3:", "10.244.0.61 dev", "b2:ad:3a:6e:3a:50 dev"}));
    }

    void contradictions_data()
    {
        QTest::addColumn<QByteArray>("transcript");
        QTest::addColumn<QString>("problem");
        QTest::newRow("the veth with that index names another end")
            << nodeLinks + insideTea(17, "10.244.0.60").replace("3: eth0@if17", "4: eth0@if17")
            << "warning: eth0 in pod tea-6fb46d899f-4zkt2 says that its other end has index 17, but vetha1f852ea on n1 with that index says 3, not 4";
        QTest::newRow("index and tables disagree")
            << nodeLinks + insideTea(17, "10.244.0.60")
                    + QByteArray(podList).replace("tea-6fb46d899f-4zkt2", "web-6fb46d899f-aaaaa").replace("10.244.0.60", "10.244.0.61")
                    + QByteArray(tables).replace("10.244.0.60", "10.244.0.61").replace("b2:ad:3a:6e:3a:4f", "b2:ad:3a:6e:3a:50")
            << "warning: vetha1f852ea on n1 belongs to pod tea-6fb46d899f-4zkt2 by one line and to pod web-6fb46d899f-aaaaa by another";
        QTest::newRow("two addresses for one pod")
            << podList + QByteArray(podList).replace("10.244.0.60", "10.244.0.99")
            << "warning: the pod tea-6fb46d899f-4zkt2 has address 10.244.0.60 in one line and 10.244.0.99 in a later one";
    }

    void contradictions()
    {
        QFETCH(QByteArray, transcript);
        const Cluster cluster = clusterOfText(transcript);
        QStringList messages;
        for (const QString &line : problemLines(cluster)) {
            messages << line.section(" | ", 0, 0);
            QVERIFY2(line.count(" | ") >= 2, qPrintable(line)); // both lines
        }
        QTEST(messages.value(0), "problem");
    }

    // 50 nodes with 10 pods each, a terminal session for every one: found whole, and in order.
    void aLargeCluster()
    {
        QByteArray transcript;
        QStringList expected;
        for (int n = 0; n < 50; ++n) {
            const QByteArray node = "n" + QByteArray::number(n), subnet = "10.244." + QByteArray::number(n) + '.';
            QByteArray links = "[root@" + node + " ~]# ip addr\n5: cni0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1450 qdisc noqueue state UP \n    inet " + subnet
                + "1/24 scope global cni0\n";
            QByteArray neighbours = "[root@" + node + " ~]# ip neigh\n", fdb = "[root@" + node + " ~]# bridge fdb\n", pods;
            for (int p = 0; p < 10; ++p) {
                const QByteArray mac = QByteArray("02:00:00:00:") + QByteArray::number(16 + n, 16) + ":0" + QByteArray::number(p);
                const QByteArray veth = "veth" + QByteArray::number(0x10000000 + 256 * n + p, 16), address = subnet + QByteArray::number(10 + p);
                links += QByteArray::number(10 + p) + ": " + veth + "@if3: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1450 master cni0 state UP \n";
                neighbours += address + " dev cni0 lladdr " + mac + " REACHABLE \n";
                fdb += mac + " dev " + veth + " master cni0 \n";
                expected << QString("? %1 %2 %3 eth0 3 %4 cni0").arg(node, address, mac, veth);
            }
            transcript += links + neighbours + fdb;
        }
        QCOMPARE(podLines(clusterOfText(transcript)), expected);
    }
};

QTEST_APPLESS_MAIN(TestClusterPods)
#include "tst_clusterpods.moc"
