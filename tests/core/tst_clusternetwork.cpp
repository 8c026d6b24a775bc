#include <QTest>

#include "tests/support/clusterlines.h"

using namespace vethscope;
using namespace vethscope::test;

// Verdicts, BGP sessions, ghosts and the underlay.

namespace {

const QByteArray eth0 = "[root@n1 ~]# ip addr show eth0\n"
                        "2: eth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc fq_codel state UP group default qlen 1000\n"
                        "    link/ether 52:54:00:00:00:01 brd ff:ff:ff:ff:ff:ff\n"
                        "    inet 10.0.0.1/24 brd 10.0.0.255 scope global eth0\n";

QByteArray cni0(int mtu)
{
    return "[root@n1 ~]# ip addr show cni0\n"
           "5: cni0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu " + QByteArray::number(mtu) + " qdisc noqueue state UP group default qlen 1000\n"
           "    link/ether 82:2a:05:51:fe:51 brd ff:ff:ff:ff:ff:ff\n"
           "    inet 10.244.0.1/24 brd 10.244.0.255 scope global cni0\n";
}

const QByteArray tunl0 = "[root@n1 ~]# ip addr show tunl0\n"
                         "3: tunl0@NONE: <NOARP,UP,LOWER_UP> mtu 1480 qdisc noqueue state UNKNOWN group default qlen 1000\n"
                         "    link/ipip 0.0.0.0 brd 0.0.0.0\n"
                         "    inet 10.244.151.128/32 scope global tunl0\n";

const QByteArray mesh = "[root@n1 ~]# calicoctl node status\n"
                        "Calico process is running.\n"
                        "\n"
                        "IPv4 BGP status\n"
                        "+--------------+-------------------+-------+----------+-------------+\n"
                        "| PEER ADDRESS |     PEER TYPE     | STATE |  SINCE   |    INFO     |\n"
                        "+--------------+-------------------+-------+----------+-------------+\n"
                        "| 10.0.0.2     | node-to-node mesh | up    | 10:00:00 | Established |\n"
                        "+--------------+-------------------+-------+----------+-------------+\n";

} // namespace

class TestClusterNetwork : public QObject
{
    Q_OBJECT

private slots:
    void verdicts_data()
    {
        QTest::addColumn<QByteArray>("transcript");
        QTest::addColumn<QString>("node");
        QTest::addColumn<QStringList>("because");
        QTest::newRow("a route through flannel.1") << QByteArray("[root@n1 ~]# ip route\n10.244.1.0/24 via 10.244.1.0 dev flannel.1 onlink \n")
                                                   << "n1 flannel-vxlan" << QStringList{"10.244.1.0/24 via 10.244.1.0 dev flannel.1 onlink"};
        QTest::newRow("flannel0 is a TUN") << QByteArray("[root@n1 ~]# ip route\n10.244.0.0/16 dev flannel0 proto kernel scope link src 10.244.0.0 \n")
                                           << "n1 flannel-udp" << QStringList{"10.244.0.0/16 dev flannel0 proto kernel scope link src 10.244.0.0"};
        QTest::newRow("cni0 and routes to its siblings through neighbours")
            << eth0 + cni0(1500) + "[root@n1 ~]# ip route\ndefault via 10.0.0.254 dev eth0 \n10.244.1.0/24 via 10.0.0.2 dev eth0 \n"
            << "n1 flannel-host-gw"
            << QStringList{"5: cni0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP group default qlen 1000", "10.244.1.0/24 via 10.0.0.2 dev eth0"};
        QTest::newRow("cni0 and a static route through the gateway")
            << eth0 + cni0(1500) + "[root@n1 ~]# ip route\ndefault via 10.0.0.254 dev eth0 \n10.244.1.0/24 via 10.0.0.254 dev eth0 \n" << "n1 unknown"
            << QStringList{};
        QTest::newRow("cni0 alone") << eth0 + cni0(1450) << "n1 unknown" << QStringList{};
        QTest::newRow("tunl0 with an address, and BIRD's routes through it")
            << tunl0 + "[root@n1 ~]# ip route\n10.244.87.192/26 via 10.0.1.3 dev tunl0 proto bird onlink \nblackhole 10.244.151.128/26 proto bird \n"
            << "n1 calico-ipip"
            << QStringList{"3: tunl0@NONE: <NOARP,UP,LOWER_UP> mtu 1480 qdisc noqueue state UNKNOWN group default qlen 1000",
                           "10.244.87.192/26 via 10.0.1.3 dev tunl0 proto bird onlink", "blackhole 10.244.151.128/26 proto bird"};
        QTest::newRow("tunl0 that only lies around")
            << QByteArray(tunl0).replace("    inet 10.244.151.128/32 scope global tunl0\n", "")
                    + "[root@n1 ~]# ip route\n10.244.87.192/26 via 10.0.0.3 dev eth0 proto bird \nblackhole 10.244.151.128/26 proto bird \n"
            << "n1 calico-bgp" << QStringList{"blackhole 10.244.151.128/26 proto bird", "10.244.87.192/26 via 10.0.0.3 dev eth0 proto bird"};
        QTest::newRow("a mesh session") << mesh << "n1 calico-bgp" << QStringList{"| 10.0.0.2     | node-to-node mesh | up    | 10:00:00 | Established |"};
        QTest::newRow("IPIP that is not Calico's") << tunl0 << "n1 unknown" << QStringList{};
        const auto routes = [](const char *lines) { return "[root@n1 ~]# ip route\n" + QByteArray(lines); };
        const auto alone = [&](const char *name, const char *line, const char *verdict) {
            QTest::newRow(name) << routes(line) << "n1 " + QString(verdict) << (QString(verdict) == "unknown" ? QStringList{} : QStringList{QString(line).trimmed()});
        };
        alone("VXLAN by Calico's device", "198.51.100.0/26 via 198.51.100.0 dev vxlan.calico onlink\n", "calico-vxlan");
        alone("the same of IPv6", "198.51.100.0/26 via 198.51.100.0 dev vxlan-v6.calico onlink\n", "calico-vxlan");
        alone("BIRD's route through tunl0 alone", "198.51.100.0/26 via 192.0.2.9 dev tunl0 proto bird onlink\n", "calico-ipip");
        alone("another's route through tunl0", "198.51.100.0/26 via 192.0.2.9 dev tunl0 proto static onlink\n", "unknown");
        alone("a multicast route says nothing", "224.0.0.0/4 dev tunl0 proto bird\n", "unknown");
        alone("WireGuard by flannel's device", "198.51.100.0/24 dev flannel-wg scope link\n", "flannel-wireguard");
        alone("IPIP by flannel's device", "198.51.100.0/24 via 192.0.2.9 dev flannel.ipip onlink\n", "flannel-ipip");
        alone("Weave Net", "198.51.100.0/24 dev weave proto kernel scope link src 198.51.100.1\n", "weave");
        alone("kube-router", "198.51.100.0/24 dev kube-bridge proto kernel scope link src 198.51.100.1\n", "kube-router");
        alone("Cilium's veth alone does not tell whether there is a tunnel", "198.51.100.0/24 via 198.51.100.1 dev cilium_host src 198.51.100.1\n", "unknown");
        const QByteArray link = "[root@n1 ~]# ip link\n";
        const auto up = [](const char *name) { return "7: " + QByteArray(name) + ": <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1450 qdisc noqueue state UP\n"; };
        const auto upLine = [&](const char *name) { return QString(up(name)).trimmed(); };
        QTest::newRow("Cilium's tunnel and the way to it") << link + up("cilium_vxlan") + routes("198.51.100.0/24 via 198.51.100.1 dev cilium_host src 198.51.100.1\n") << "n1 cilium-vxlan"
                                                           << QStringList{upLine("cilium_vxlan")};
        QTest::newRow("Cilium's Geneve") << link + up("cilium_geneve") << "n1 cilium-geneve" << QStringList{upLine("cilium_geneve")};
        QTest::newRow("Cilium without a tunnel") << link + "1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue state UNKNOWN\n" + up("cilium_host") << "n1 cilium-native"
                                                 << QStringList{upLine("cilium_host")};
        QTest::newRow("one device of Cilium's, asked for by name") << link + up("cilium_host") << "n1 unknown" << QStringList{};
        QTest::newRow("a device that is left over goes behind one that carries routes")
            << link + up("flannel.1") + routes("198.51.100.0/26 via 198.51.100.0 dev vxlan.calico onlink\n") << "n1 calico-vxlan"
            << QStringList{"198.51.100.0/26 via 198.51.100.0 dev vxlan.calico onlink"};
        QTest::newRow("a device alone") << link + up("vxlan.calico") << "n1 calico-vxlan" << QStringList{upLine("vxlan.calico")};
        const auto pool = [](const char *ipip, const char *vxlan) {
            return "[root@n1 ~]# calicoctl get ippool -o wide\nNAME   CIDR              NAT    IPIPMODE   VXLANMODE   DISABLED   SELECTOR\n"
                   "pods   198.51.100.0/24   true   " + QByteArray(ipip) + "      " + vxlan + "       false      all()\n";
        };
        const QByteArray pod = routes("198.51.100.7 dev cali0a1b2c3d4e5 scope link\n");
        const QString podLine = "198.51.100.7 dev cali0a1b2c3d4e5 scope link";
        QTest::newRow("a pool with VXLAN and a pod of it") << pool("Never", "Always") + pod << "n1 calico-vxlan"
                                                           << QStringList{podLine, "pods   198.51.100.0/24   true   Never      Always       false      all()"};
        QTest::newRow("a pool with IPIP and a pod of it") << pool("Always", "Never") + pod << "n1 calico-ipip"
                                                          << QStringList{podLine, "pods   198.51.100.0/24   true   Always      Never       false      all()"};
        QTest::newRow("a pool across subnets does not tell") << pool("CrossSubnet", "Never") + pod << "n1 unknown" << QStringList{};
        QTest::newRow("a pool without pods or blocks") << pool("Always", "Never") + routes("default via 192.0.2.1 dev p7\n") << "n1 unknown" << QStringList{};
        QTest::newRow("a pool that does not hold the pods counts only if none does")
            << pool("Always", "Never") + "other  203.0.113.0/24    true   Never      Always       false      all()\n" + pod << "n1 calico-ipip"
            << QStringList{podLine, "pods   198.51.100.0/24   true   Always      Never       false      all()"};
        QTest::newRow("pools that disagree") << pool("Always", "Never") + "other  198.51.0.0/16     true   Never      Always       false      all()\n" + pod << "n1 unknown" << QStringList{};
        QTest::newRow("sessions alone, and a pool with IPIP") << pool("Always", "Never") + mesh << "n1 unknown" << QStringList{};
        QTest::newRow("nothing of the kind") << eth0 << "n1 unknown" << QStringList{};
    }

    void verdicts()
    {
        QFETCH(QByteArray, transcript);
        const Cluster cluster = clusterOfText(transcript);
        QTEST(nodeLines(cluster).value(0), "node");
        QStringList because;
        for (const Evidence &evidence : cluster.nodes.front().networkEvidence)
            because << QString::fromStdString(std::string(evidence.text())).trimmed();
        QTEST(because, "because");
    }

    void ghosts_data()
    {
        QTest::addColumn<QByteArray>("transcript");
        QTest::addColumn<QStringList>("nodes");
        QTest::newRow("a remote VTEP") << eth0 + "[root@n1 ~]# bridge fdb show dev flannel.1\n2a:3c:a0:e1:a9:b6 dst 10.0.0.2 self permanent\n"
                                       << QStringList{"n1 flannel-vxlan", "10.0.0.2 unknown ghost"};
        QTest::newRow("a VXLAN multicast group is no node") << eth0 + "[root@n1 ~]# bridge fdb show dev vxlan0\n00:00:00:00:00:00 dst 239.1.1.1 self permanent\n"
                                                            << QStringList{"n1 unknown"};
        QTest::newRow("a BGP peer") << mesh << QStringList{"n1 calico-bgp", "10.0.0.2 unknown ghost"};
        QTest::newRow("a next hop through IPIP") << tunl0 + "[root@n1 ~]# ip route\n10.244.87.192/26 via 10.0.1.3 dev tunl0 proto bird onlink \n"
                                                 << QStringList{"n1 calico-ipip", "10.0.1.3 unknown ghost"};
        QTest::newRow("a next hop of a BIRD route; the gateway is none")
            << eth0 + "[root@n1 ~]# ip route\ndefault via 10.0.0.254 dev eth0 \n10.244.87.192/26 via 10.0.0.3 dev eth0 proto bird \n192.168.0.0/16 via 10.0.0.253 dev eth0 \n"
            << QStringList{"n1 unknown", "10.0.0.3 unknown ghost"};
        QTest::newRow("kubectl's nodes; the one with a terminal is known by its address")
            << eth0 + "[root@n1 ~]# kubectl get nodes -o wide\n"
                      "NAME           STATUS   ROLES                  AGE   VERSION   INTERNAL-IP   EXTERNAL-IP   OS-IMAGE   KERNEL-VERSION   CONTAINER-RUNTIME\n"
                      "cluster-head   Ready    control-plane,master   9d    v1.20.4   10.0.0.1      <none>        Debian     6.1.0            containerd://1.6\n"
                      "cluster-arm    Ready    <none>                 9d    v1.20.4   10.0.0.2      <none>        Debian     6.1.0            containerd://1.6\n"
            << QStringList{"n1 unknown", "cluster-arm unknown ghost"};
        QTest::newRow("a pod's node")
            << QByteArray("me@desk:~$ kubectl get pods -o wide\n"
                          "NAME    READY   STATUS    RESTARTS   AGE   IP            NODE      NOMINATED NODE   READINESS GATES\n"
                          "tea     1/1     Running   0          3d    10.244.0.60   worker9   <none>           <none>\n")
            << QStringList{"worker9 unknown ghost"};
    }

    void ghosts()
    {
        QFETCH(QByteArray, transcript);
        QTEST(nodeLines(clusterOfText(transcript)), "nodes");
    }

    void sessions_data()
    {
        QTest::addColumn<QByteArray>("transcript");
        QTest::addColumn<QStringList>("sessions");
        QTest::newRow("calicoctl's mesh") << mesh << QStringList{"n1 10.0.0.2 10.0.0.2 - established mesh"};
        const QByteArray reflector = "[root@rr ~]# ip addr show eth0\n"
                                     "2: eth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc fq_codel state UP group default qlen 1000\n"
                                     "    link/ether 52:54:00:00:00:09 brd ff:ff:ff:ff:ff:ff\n"
                                     "    inet 10.0.0.9/24 brd 10.0.0.255 scope global eth0\n"
                                     "[root@rr ~]# birdc show protocols all\n"
                                     "BIRD 2.0.12 ready.\n"
                                     "Name       Proto      Table      State  Since         Info\n"
                                     "Node_10_0_0_1 BGP        ---        up     14:41:14.883  Established   \n"
                                     "  BGP state:          Established\n"
                                     "    Neighbor address: 10.0.0.1\n"
                                     "    Neighbor AS:      64512\n"
                                     "    Session:          internal multihop route-reflector AS4\n";
        const QByteArray client = "[root@n1 ~]# birdc show protocols\n"
                                  "BIRD 2.0.12 ready.\n"
                                  "Name       Proto      Table      State  Since         Info\n"
                                  "Node_10_0_0_9 BGP        ---        up     14:41:14.883  Established   \n";
        QTest::newRow("the reflector tells that its client has a reflector")
            << eth0 + client + reflector
            << QStringList{"n1 10.0.0.9 rr - established route-reflector", "rr 10.0.0.1 n1 64512 established client"};
        QTest::newRow("without the other side it is known as this node's alone") << eth0 + client << QStringList{"n1 10.0.0.9 10.0.0.9 - established node"};
        QTest::newRow("a reflected route tells it")
            << eth0 + client
                    + "[root@n1 ~]# birdc show route all\n"
                      "BIRD 2.0.12 ready.\n"
                      "Table master4:\n"
                      "10.244.201.192/26    unicast [Node_10_0_0_9 14:41:54.159] * (100) [i]\n"
                      "\tvia 10.0.0.3 on eth0\n"
                      "\tType: BGP univ\n"
                      "\tBGP.origin: IGP\n"
                      "\tBGP.next_hop: 10.0.0.3\n"
                      "\tBGP.originator_id: 10.0.0.3\n"
                      "\tBGP.cluster_list: 244.0.0.1\n"
            << QStringList{"n1 10.0.0.9 10.0.0.9 - established route-reflector"};
    }

    void sessions()
    {
        QFETCH(QByteArray, transcript);
        QTEST(bgpLines(clusterOfText(transcript)), "sessions");
    }

    void underlay_data()
    {
        QTest::addColumn<QByteArray>("transcript");
        QTest::addColumn<QStringList>("subnets");
        const QByteArray second = QByteArray(eth0).replace("n1", "n2").replace("00:00:01", "00:00:02").replace("10.0.0.1/24", "10.0.0.2/24");
        QTest::newRow("two nodes and the gateway of one")
            << eth0 + "[root@n1 ~]# ip route\ndefault via 10.0.0.254 dev eth0 \n[root@n1 ~]# ip neigh\n10.0.0.254 dev eth0 lladdr fe:ee:00:00:00:01 STALE \n" + second
            << QStringList{"10.0.0.0/24 n1:eth0 n2:eth0 gateway 10.0.0.254 fe:ee:00:00:00:01"};
        QTest::newRow("a ghost stands in the subnet around its address")
            << eth0 + "[root@n1 ~]# bridge fdb show dev flannel.1\n2a:3c:a0:e1:a9:b6 dst 10.0.0.7 self permanent\n" << QStringList{"10.0.0.0/24 n1:eth0 10.0.0.7:-"};
        QTest::newRow("a node that is another's gateway is no router")
            << eth0 + "[root@n1 ~]# ip route\ndefault via 10.0.0.2 dev eth0 \n" + second << QStringList{"10.0.0.0/24 n1:eth0 n2:eth0"};
        QTest::newRow("two gateways with two MACs are two routers")
            << eth0 + "[root@n1 ~]# ip route\ndefault via 10.0.0.254 dev eth0 \n192.168.0.0/16 via 10.0.0.253 dev eth0 \n"
                      "[root@n1 ~]# ip neigh\n10.0.0.254 dev eth0 lladdr fe:ee:00:00:00:01 STALE \n10.0.0.253 dev eth0 lladdr fe:ee:00:00:00:02 STALE \n"
            << QStringList{"10.0.0.0/24 n1:eth0 gateway 10.0.0.254 fe:ee:00:00:00:01 gateway 10.0.0.253 fe:ee:00:00:00:02"};
        QTest::newRow("two gateways whose MACs nobody has told")
            << eth0 + "[root@n1 ~]# ip route\ndefault via 10.0.0.254 dev eth0 \n192.168.0.0/16 via 10.0.0.253 dev eth0 \n"
            << QStringList{"10.0.0.0/24 n1:eth0 gateway 10.0.0.254 - gateway 10.0.0.253 -"};
        QTest::newRow("one gateway of two nodes, whose MAC the second tells")
            << eth0 + "[root@n1 ~]# ip route\ndefault via 10.0.0.254 dev eth0 \n" + second
                    + "[root@n2 ~]# ip route\ndefault via 10.0.0.254 dev eth0 \n[root@n2 ~]# ip neigh\n10.0.0.254 dev eth0 lladdr fe:ee:00:00:00:01 STALE \n"
            << QStringList{"10.0.0.0/24 n1:eth0 n2:eth0 gateway 10.0.0.254 fe:ee:00:00:00:01"};
        QTest::newRow("a neighbour of another device has another MAC")
            << eth0 + "[root@n1 ~]# ip route\ndefault via 10.0.0.254 dev eth0 \n[root@n1 ~]# ip neigh\n10.0.0.254 dev wlan0 lladdr fe:ee:00:00:00:01 STALE \n"
            << QStringList{"10.0.0.0/24 n1:eth0 gateway 10.0.0.254 -"};
        QTest::newRow("a next hop through a device that is not in the underlay")
            << eth0 + "[root@n1 ~]# ip route\n10.244.1.0/24 via 10.0.0.77 dev flannel.1 onlink \n" << QStringList{"10.0.0.0/24 n1:eth0"};
        QTest::newRow("a ghost stands in the smaller of two subnets")
            << eth0 + QByteArray(eth0).replace("eth0", "eth1").replace("2: ", "3: ").replace("00:00:01", "00:00:11").replace("10.0.0.1/24 brd 10.0.0.255", "10.0.0.65/26 brd 10.0.0.127")
                    + "[root@n1 ~]# bridge fdb show dev flannel.1\n2a:3c:a0:e1:a9:b6 dst 10.0.0.70 self permanent\n"
            << QStringList{"10.0.0.0/24 n1:eth0", "10.0.0.64/26 n1:eth1 10.0.0.70:-"};
        QTest::newRow("addresses of bridges and of a host alone make no subnet")
            << QByteArray(eth0).replace("10.0.0.1/24 brd 10.0.0.255", "10.0.0.1/32") + cni0(1450) << QStringList{};
        QTest::newRow("a bridge's subnet is none of the underlay's") << eth0 + cni0(1450) << QStringList{"10.0.0.0/24 n1:eth0"};
        QTest::newRow("routes without a next hop stand before the gateway's")
            << eth0 + "[root@n1 ~]# ip route\n10.0.0.0/24 dev eth0 proto kernel scope link \ndefault via 10.0.0.254 dev eth0 \n" << QStringList{"10.0.0.0/24 n1:eth0 gateway 10.0.0.254 -"};
        QTest::newRow("a next hop outside of every subnet stands in none")
            << eth0 + "[root@n1 ~]# ip route\ndefault via 192.0.2.254 dev eth0 onlink \n" << QStringList{"10.0.0.0/24 n1:eth0"};
        QTest::newRow("a router with two addresses in one subnet stands there once")
            << eth0 + "[root@n1 ~]# ip route\ndefault via 10.0.0.254 dev eth0 \n192.168.0.0/16 via 10.0.0.253 dev eth0 \n"
                      "[root@n1 ~]# ip neigh\n10.0.0.254 dev eth0 lladdr fe:ee:00:00:00:01 STALE \n10.0.0.253 dev eth0 lladdr fe:ee:00:00:00:01 STALE \n"
            << QStringList{"10.0.0.0/24 n1:eth0 gateway 10.0.0.254,10.0.0.253 fe:ee:00:00:00:01"};
        QTest::newRow("a ghost outside of every subnet stands in none") << eth0 + "[root@n1 ~]# bridge fdb show dev flannel.1\n2a:3c:a0:e1:a9:b6 dst 192.0.2.7 self permanent\n" << QStringList{"10.0.0.0/24 n1:eth0"};
        QTest::newRow("two sides with one MAC are one router")
            << eth0 + "[root@n1 ~]# ip route\ndefault via 10.0.0.254 dev eth0 \n[root@n1 ~]# ip neigh\n10.0.0.254 dev eth0 lladdr fe:ee:00:00:00:01 STALE \n"
                    + QByteArray(second).replace("10.0.0.2/24", "10.0.1.2/24")
                    + "[root@n2 ~]# ip route\ndefault via 10.0.1.254 dev eth0 \n[root@n2 ~]# ip neigh\n10.0.1.254 dev eth0 lladdr fe:ee:00:00:00:01 STALE \n"
            << QStringList{"10.0.0.0/24 n1:eth0 gateway 10.0.0.254,10.0.1.254 fe:ee:00:00:00:01", "10.0.1.0/24 n2:eth0 gateway 10.0.0.254,10.0.1.254 fe:ee:00:00:00:01"};
    }

    void underlay()
    {
        QFETCH(QByteArray, transcript);
        QTEST(underlayLines(clusterOfText(transcript)), "subnets");
    }

    void routersKeepTheirLines()
    {
        const Cluster cluster = clusterOfText(eth0 + "[root@n1 ~]# ip route\ndefault via 10.0.0.254 dev eth0\n[root@n1 ~]# ip neigh\n10.0.0.254 dev eth0 lladdr fe:ee:00:00:00:01 STALE\n");
        QCOMPARE(cluster.routers.size(), std::size_t(1));
        QStringList lines;
        for (const Evidence &evidence : cluster.routers.front().evidence)
            lines << QString::fromStdString(std::string(evidence.text()));
        QCOMPARE(lines, (QStringList{"default via 10.0.0.254 dev eth0", "10.0.0.254 dev eth0 lladdr fe:ee:00:00:00:01 STALE"}));
    }

    // In no subnet, as nobody knows its address; a gateway of docker7 is no router of the underlay's.
    void aGatewayThatOnlyArpNames()
    {
        const Cluster cluster = clusterOfText(eth0 + "[root@n1 ~]# arp -v\nAddress                  HWtype  HWaddress           Flags Mask            Iface\n"
                                                     "_gateway                 ether   fe:ee:00:00:00:01   C                     eth0\n"
                                                     "printer                  ether   fe:ee:00:00:00:03   C                     eth0\n"
                                                     "gateway                  ether   fe:ee:00:00:00:02   C                     docker7\n");
        QCOMPARE(underlayLines(cluster), QStringList{"10.0.0.0/24 n1:eth0"});
        QCOMPARE(cluster.routers.size(), std::size_t(1));
        QVERIFY(cluster.routers.front().addresses.empty());
        QCOMPARE(cluster.routers.front().macs.size(), std::size_t(1));
        QCOMPARE(cluster.routers.front().macs.front().text(), std::string("fe:ee:00:00:00:01"));
        QCOMPARE(cluster.routers.front().macs.front().evidence.text().substr(0, 8), std::string_view("_gateway"));
        QCOMPARE(cluster.routers.front().evidence.size(), std::size_t(1));
        QCOMPARE(cluster.routers.front().evidence.front().text().substr(0, 8), std::string_view("_gateway"));
    }
};

QTEST_APPLESS_MAIN(TestClusterNetwork)
#include "tst_clusternetwork.moc"
