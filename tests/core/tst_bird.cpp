#include <QTest>

#include "tests/support/clusterfacts.h"


using namespace vethscope::test;

// BIRD 2.0 as the lab's BIRD prints, BIRD 1.6 as Calico's own (its User's Guide, section "Remote control"), and calicoctl's tables.

class BirdTest : public QObject
{
    Q_OBJECT

private slots:
    void facts_data()
    {
        QTest::addColumn<QByteArray>("command");
        QTest::addColumn<QByteArray>("output");
        QTest::addColumn<QStringList>("facts");

        QTest::newRow("sessions, BIRD 2")
            << QByteArray("birdc show protocols")
            << QByteArray("BIRD 2.0.12 ready.\nName       Proto      Table      State  Since         Info\nkernel1    Kernel     master4    up     14:41:13.314  \n"
                          "Mesh_10_0_20_12 BGP        ---        up     14:41:14.883  Established   \n"
                          "Node_192_168_20_13 BGP        ---        start  14:41:54.150  Active        Socket: Connection refused\n"
                          "Global_10_0_20_1 BGP        ---        down   14:41:54.150  \n")
            << QStringList{"line 5 session Mesh_10_0_20_12 peer 10.0.20.12 kind mesh state established",
                           "line 6 session Node_192_168_20_13 peer 192.168.20.13 kind node state active info Socket: Connection refused",
                           "line 7 session Global_10_0_20_1 peer 10.0.20.1 kind global state down"};
        QTest::newRow("sessions, BIRD 1.6, abbreviated")
            << QByteArray("birdcl -s /var/run/calico/bird.ctl sh prot")
            << QByteArray("BIRD v0.3.3+birdv1.6.8 ready.\nname     proto    table    state  since       info\nMesh_10_0_20_12 BGP      master   up     2020-10-14  Established   \n")
            << QStringList{"line 4 session Mesh_10_0_20_12 peer 10.0.20.12 kind mesh state established"};
        QTest::newRow("all of a session, on a reflector")
            << QByteArray("birdc show protocols all")
            << QByteArray("BIRD 2.0.12 ready.\nName       Proto      Table      State  Since         Info\nNode_192_168_20_12 BGP        ---        up     14:41:14.883  Established   \n"
                          "  Description:    Connection to BGP peer\n  BGP state:          Established\n    Neighbor address: 192.168.20.12\n    Neighbor AS:      64512\n    Local AS:         64512\n"
                          "    Neighbor capabilities\n      Route refresh\n    Session:          internal multihop route-reflector AS4\n    Source address:   192.168.20.11\n\n")
            << QStringList{"line 4 session Node_192_168_20_12 peer 192.168.20.12 as 64512 kind client state established local 192.168.20.11"};
        QTest::newRow("routes, BIRD 2")
            << QByteArray("birdc show route all")
            << QByteArray("BIRD 2.0.12 ready.\nTable master4:\n10.244.33.0/26       unicast [Node_192_168_20_12 14:41:15.272] * (100) [i]\n\tvia 192.168.20.12 on eth0\n\tType: BGP univ\n"
                          "\tBGP.origin: IGP\n\tBGP.next_hop: 192.168.20.12\n\tBGP.originator_id: 192.168.20.12\n\tBGP.cluster_list: 192.168.20.11\n"
                          "10.244.120.64/26     blackhole [static1 14:41:13.314] * (200)\n192.168.20.0/24      unicast [direct1 14:41:13.314] * (240)\n\tdev eth0\n")
            << QStringList{"line 4 route 10.244.33.0/26 via 192.168.20.12 dev eth0 of Node_192_168_20_12 best next hop 192.168.20.12 originator 192.168.20.12 clusters 192.168.20.11",
                           "line 11 route 10.244.120.64/26 of static1 best", "line 12 route 192.168.20.0/24 dev eth0 of direct1 best"};
        QTest::newRow("routes, BIRD 1.6: all in one line, a second way below the first")
            << QByteArray("birdc show route")
            << QByteArray("BIRD 1.6.8 ready.\n10.244.1.0/26      via 172.27.16.10 on eth0 [Mesh_172_27_16_10 12:00:00] * (100/0) [i]\n"
                          "                   via 172.27.0.1 on eth0 [Mesh_172_27_0_9 12:00:00 from 172.27.0.9] (100/0) [i]\n")
            << QStringList{"line 3 route 10.244.1.0/26 via 172.27.16.10 dev eth0 of Mesh_172_27_16_10 best",
                           "line 4 route 10.244.1.0/26 via 172.27.0.1 dev eth0 of Mesh_172_27_0_9"};
        QTest::newRow("calicoctl node status")
            << QByteArray("calicoctl node status")
            << QByteArray("Calico process is running.\n\nIPv4 BGP status\n+--------------+-------------------+-------+----------+--------------------------------+\n"
                          "| PEER ADDRESS |     PEER TYPE     | STATE |  SINCE   |              INFO              |\n+--------------+-------------------+-------+----------+--------------------------------+\n"
                          "| 172.27.16.10 | node-to-node mesh | up    | 02:31:42 | Established                    |\n| 172.27.0.9   | node specific     | start | 02:31:42 | Active Socket: Connection      |\n"
                          "|              |                   |       |          | reset by peer                  |\n"
                          "| 172.27.0.8   | global            | down  | 02:31:42 |                                |\n+--------------+-------------------+-------+----------+--------------------------------+\n\n"
                          "IPv6 BGP status\nNo IPv6 peers found.\n")
            << QStringList{"line 8 session peer 172.27.16.10 kind mesh state established", "line 9 session peer 172.27.0.9 kind node state active info Socket: Connection reset by peer",
                           "line 11 session peer 172.27.0.8 kind global state down"};
        QTest::newRow("calicoctl get node")
            << QByteArray("calicoctl get node -o wide")
            << QByteArray("NAME     ASN       IPV4             IPV6   \nmaster   (64512)   172.27.0.11/20          \n") << QStringList{"line 3 node master 172.27.0.11 calico 172.27.0.11/20"};
        QTest::newRow("calicoctl get ippool")
            << QByteArray("calicoctl get ippool -o wide")
            << QByteArray("NAME                  CIDR            NAT    IPIPMODE      VXLANMODE   DISABLED   DISABLEBGPEXPORT   SELECTOR   \n"
                          "default-ipv4-ippool   10.244.0.0/16   true   CrossSubnet   Never       false      false              all()      \n")
            << QStringList{"line 3 pool default-ipv4-ippool 10.244.0.0/16 ipip CrossSubnet nat"};
        QTest::newRow("an ippool as YAML")
            << QByteArray("calicoctl get ippool -o yaml")
            << QByteArray("apiVersion: projectcalico.org/v3\nitems:\n- apiVersion: projectcalico.org/v3\n  kind: IPPool\n  metadata:\n    name: default\n  spec:\n    cidr: 10.244.0.0/16\n"
                          "    ipipMode: Never\n    natOutgoing: true\n    vxlanMode: Always\nkind: IPPoolList\n")
            << QStringList{"line 9 pool default 10.244.0.0/16 vxlan Always nat"};
        QTest::newRow("calicoctl get bgppeer and bgpconfig")
            << QByteArray("calicoctl get bgppeer -o wide")
            << QByteArray("NAME       PEERIP          NODE       ASN     \nreflector  192.168.20.11   (global)   64512   \n") << QStringList{"line 3 setting BGPPeer reflector = 192.168.20.11 of (global) AS 64512"};
        QTest::newRow("calicoctl get bgpconfig")
            << QByteArray("calicoctl get bgpconfig") << QByteArray("NAME      LOGSEVERITY   MESHENABLED   ASNUMBER   \ndefault   Info          false         64512      \n")
            << QStringList{"line 3 setting nodeToNodeMeshEnabled = false", "line 3 setting asNumber = 64512"};
    }

    void facts()
    {
        QFETCH(QByteArray, command);
        QFETCH(QByteArray, output);
        QTEST(clusterFactsOf(command, output), "facts");
    }

    void parsed_data()
    {
        QTest::addColumn<QByteArray>("command");
        QTest::addColumn<QByteArray>("output");
        QTest::addColumn<QStringList>("facts");
        QTest::newRow("calicoctl node status, and what it says when it fails")
            << QByteArray("calicoctl node status") << QByteArray("Calico process is not running.\nNone of the BGP backend processes (BIRD or GoBGP) are running.\n| not | a | row |\n")
            << QStringList{"! line 2", "! line 3", "! line 4"};
        QTest::newRow("calicoctl get node, names alone")
            << QByteArray("calicoctl get nodes") << QByteArray("NAME\nelm\nFailed to go on\n") << QStringList{"line 3 node elm", "! line 4"};
        QTest::newRow("calicoctl get node that failed")
            << QByteArray("calicoctl get node") << QByteArray("Failed to create Calico API client: invalid configuration\nelm\n") << QStringList{"! line 2", "! line 3"};
        QTest::newRow("an ippool with a selector of several words")
            << QByteArray("calicoctl get ippool -o wide")
            << QByteArray("NAME CIDR NAT IPIPMODE VXLANMODE DISABLED SELECTOR\nelms 10.20.0.0/16 true Never Always false zone == \"elm\"\nnone 10.20.0.0 true Never Always false all()\n")
            << QStringList{"line 3 pool elms 10.20.0.0/16 vxlan Always nat", "! line 4"};
        QTest::newRow("sessions, then words")
            << QByteArray("birdc show protocols all")
            << QByteArray("BIRD 2.0.8 ready.\nName       Proto      Table      State  Since         Info\nNode_192_0_2_22 BGP        ---        up     08:15:01.204  Established   \n  Description:    elm\n"
                          "That is what we see here today\n  and some more\n")
            << QStringList{"line 4 session Node_192_0_2_22 peer 192.0.2.22 kind node state established", "! line 6", "! line 7"};
        const QByteArray node = "BIRD 2.0.8 ready.\nName       Proto      Table      State  Since         Info\nNode_192_0_2_22 BGP        ---        up     08:15:01.204  Established   \n";
        QTest::newRow("sessions, lines taken out of the details")
            << QByteArray("birdc show protocols all") << node + "  Description:    elm\n[redacted]\n    Source address:   192.0.2.1\n"
            << QStringList{"line 4 session Node_192_0_2_22 peer 192.0.2.22 state established", "! line 6", "! line 7"};
        QTest::newRow("sessions, lines taken out behind what is said of the kind")
            << QByteArray("birdc show protocols all") << node + "    Session:          internal multihop AS4\n  [redacted]\n    Source address:   192.0.2.1\n"
            << QStringList{"line 4 session Node_192_0_2_22 peer 192.0.2.22 kind node state established", "! line 6", "! line 7"};
        QTest::newRow("sessions, lines taken out of the mesh's, and of a list without details")
            << QByteArray("birdc show protocols all")
            << QByteArray(node).replace("Node_", "Mesh_") + "  Description:    elm\n[redacted]\n" + node.mid(node.indexOf("Node_")) + "[redacted]\n"
            << QStringList{"line 4 session Mesh_192_0_2_22 peer 192.0.2.22 kind mesh state established", "line 7 session Node_192_0_2_22 peer 192.0.2.22 kind node state established",
                           "! line 6", "! line 8"};
        QTest::newRow("routes, then words")
            << QByteArray("birdc show route")
            << QByteArray("BIRD 2.0.8 ready.\nTable master4:\n10.20.2.0/24         unicast [Mesh_192_0_2_22 08:15:01] * (100/0) [i]\n\tvia 192.0.2.22 on ens3\nsee [this] as well (or not)\n\tand this\n")
            << QStringList{"line 4 route 10.20.2.0/24 via 192.0.2.22 dev ens3 of Mesh_192_0_2_22 best", "! line 6", "! line 7"};
    }

    void parsed()
    {
        QFETCH(QByteArray, command);
        QFETCH(QByteArray, output);
        QTEST(parserFactsOf(command, output), "facts");
    }
};

QTEST_APPLESS_MAIN(BirdTest)
#include "tst_bird.moc"
