#include <QTest>

#include "tests/support/clusterlines.h"

using namespace vethscope;
using namespace vethscope::test;

// What kind of device an interface is, where no `ip -d link` said it: by its name, its link type, its flags and what it carries.

namespace {

QByteArray device(const char *heading, const char *hardware)
{
    return "root@n1:~# ip addr\n4: " + QByteArray(heading) + " state UP group default qlen 1000\n    " + hardware + "\n";
}

const char *const ethernet = "link/ether 52:54:00:aa:00:04 brd ff:ff:ff:ff:ff:ff";

QByteArray named(const QByteArray &name)
{
    return device((name + ": <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue").constData(), ethernet);
}

QByteArray withoutEthernet(const QByteArray &name)
{
    return device((name + ": <POINTOPOINT,NOARP,UP,LOWER_UP> mtu 1420 qdisc noqueue").constData(), "link/none");
}

} // namespace

class TestClusterKinds : public QObject
{
    Q_OBJECT

private slots:
    void kinds_data()
    {
        QTest::addColumn<QByteArray>("transcript");
        QTest::addColumn<QString>("interface");
        QTest::addColumn<QString>("kind");
        const auto row = [](const QByteArray &name, const QByteArray &transcript, const char *interface, const char *kind) {
            QTest::newRow(name.constData()) << transcript << QString(interface) << QString(kind);
        };
        for (const char *name : {"docker0", "cni0", "cbr0", "virbr3", "kube-bridge", "weave", "br-0a1b2c3d4e5f", "br-lan", "docker_gwbridge", "podman1", "cni-podman0"})
            row(name, named(name), name, "bridge");
        for (const char *name : {"vxlan.calico", "vxlan-v6.calico", "vxlan_sys_8472", "vxlan-6784", "cilium_vxlan", "flannel.7", "flannel-v6.1"})
            row(name, named(name), name, "vxlan");
        for (const char *name : {"veth0a1b", "vethwepl77", "cali0123456789a", "lxc0a1b", "lxc_health", "vethwe-bridge", "cilium_host", "cilium_net"})
            row(name, named(name), name, "veth");
        for (const char *name : {"kube-ipvs0", "kube-dummy-if", "nodelocaldns", "dummy3"})
            row(name, named(name), name, "dummy");
        for (const char *name : {"genev_sys_6081", "cilium_geneve"})
            row(name, named(name), name, "geneve");
        for (const char *name : {"flannel-wg", "flannel-wg-v6", "wireguard.cali", "wg-v6.cali", "cilium_wg0"})
            row(name, withoutEthernet(name), name, "wireguard");
        row("bond3", named("bond3"), "bond3", "bond");
        row("tunl0 by a route alone", "root@n1:~# ip route\n198.51.100.0/24 via 192.0.2.9 dev tunl0 onlink\n", "tunl0", "ipip");
        row("flannel.ipip by a route alone", "root@n1:~# ip route\n198.51.100.0/24 via 192.0.2.9 dev flannel.ipip onlink\n", "flannel.ipip", "ipip");

        // Names that anybody may choose, or that only begin alike.
        for (const char *name : {"docker", "dockerx", "virbr", "br-", "br7", "veth", "lxc", "lxcbr", "cali", "calico", "vxlan", "vxlan5", "vxlan_sys_", "flannel.x", "flannel.", "dummy", "bond",
                                 "bondx", "weave2", "tun5", "wg5", "team0"})
            row(QByteArray("only like it: ") + name, named(name), name, "unknown");
        // What is no Ethernet is none of these, and what is Ethernet is no WireGuard.
        for (const char *name : {"flannel.1", "docker0", "veth0a1b", "cilium_vxlan", "kube-ipvs0", "genev_sys_6081", "bond0"})
            row(QByteArray("no Ethernet: ") + name, withoutEthernet(name), name, "unknown");
        for (const char *name : {"flannel-wg", "tunl0", "flannel0", "wireguard.cali"})
            row(QByteArray("Ethernet: ") + name, named(name), name, "unknown");
        row("point to point in ifconfig",
            "root@n1:~# ifconfig\nflannel.4: flags=209<UP,POINTOPOINT,RUNNING,NOARP>  mtu 1420\n        unspec 00-00-00-00-00-00-00-00-00-00-00-00-00-00-00-00  txqueuelen 1000  (UNSPEC)\n",
            "flannel.4", "unknown");
        row("wg lists it", withoutEthernet("flannel.4") + "root@n1:~# wg\ninterface: flannel.4\n  listening port: 51821\n", "flannel.4", "wireguard");
        const QByteArray tun = "root@n1:~# ip -d link\n4: X: <POINTOPOINT,MULTICAST,NOARP,UP,LOWER_UP> mtu 1420 qdisc pfifo_fast state UNKNOWN mode DEFAULT group default qlen 500\n    link/none  promiscuity 0\n"
                               "    tun type tun pi off vnet_hdr off persist off addrgenmode random numtxqueues 1\n";
        const QByteArray wg = "root@n1:~# wg\ninterface: flannel.4\n  listening port: 51821\n";
        row("wireguard-go's TUN that wg lists", QByteArray(tun).replace("X", "flannel.4") + wg, "flannel.4", "wireguard");
        row("wg first", wg + QByteArray(tun).replace("X", "flannel.4"), "flannel.4", "wireguard");
        row("wireguard-go's TUN by its name", QByteArray(tun).replace("X", "flannel-wg"), "flannel-wg", "wireguard");
        row("another TUN", QByteArray(tun).replace("X", "flannel0"), "flannel0", "tun");
        row("ip tunnel lists it", "root@n1:~# ip tunnel show\nt7: gre/ip remote 192.0.2.9 local 192.0.2.7 ttl 64\n", "t7", "gre");
        row("IPIP by ip tunnel", "root@n1:~# ip tunnel\nt8: ip/ip remote 192.0.2.9 local any ttl inherit\n", "t8", "ipip");
        row("SIT has no word", "root@n1:~# ip tunnel\nt9: ipv6/ip remote 192.0.2.9 local any ttl inherit\nt8: ip/ip remote any local any\n", "t8", "ipip");
        row("link/gre", device("gre7@NONE: <NOARP,UP,LOWER_UP> mtu 1476 qdisc noqueue", "link/gre 192.0.2.7 peer 192.0.2.9"), "gre7", "gre");

        const QByteArray bonded = "root@n1:~# ip link\n2: p1: <BROADCAST,MULTICAST,SLAVE,UP,LOWER_UP> mtu 1500 qdisc mq master agg state UP\n    link/ether 52:54:00:aa:00:02 brd ff:ff:ff:ff:ff:ff\n"
                                  "7: agg.30@agg: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP\n    link/ether 52:54:00:aa:00:02 brd ff:ff:ff:ff:ff:ff\n"
                                  "8: side@agg: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP\n    link/ether 52:54:00:aa:00:08 brd ff:ff:ff:ff:ff:ff\n"
                                  "9: agg.5000@agg: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP\n    link/ether 52:54:00:aa:00:09 brd ff:ff:ff:ff:ff:ff\n"
                                  "10: p1.30@agg: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP\n    link/ether 52:54:00:aa:00:0a brd ff:ff:ff:ff:ff:ff\n"
                                  "11: agg.0@agg: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP\n    link/ether 52:54:00:aa:00:0b brd ff:ff:ff:ff:ff:ff\n";
        row("a card in a bond", bonded, "p1", "physical");
        row("whose master is the bond", bonded, "agg", "bond");
        row("a VLAN on it", bonded, "agg.30", "vlan");
        row("what else stands on it", bonded, "side", "unknown");
        row("a number that is no VLAN's", bonded, "agg.5000", "unknown");
        row("VLAN 0 is none", bonded, "agg.0", "unknown");
        row("a name after another interface", bonded, "p1.30", "unknown");
        row("the flag MASTER", device("up7: <BROADCAST,MULTICAST,MASTER,UP,LOWER_UP> mtu 1500 qdisc noqueue", ethernet), "up7", "bond");
        row("a VRF is a master too", device("red: <NOARP,MASTER,UP,LOWER_UP> mtu 65575 qdisc noqueue", ethernet), "red", "unknown");
        row("a VLAN in ifconfig",
            "root@n1:~# ifconfig\np7: flags=4163<UP,BROADCAST,RUNNING,MULTICAST>  mtu 1500\n        ether 52:54:00:aa:00:07  txqueuelen 1000  (Ethernet)\n"
            "p7.12: flags=4163<UP,BROADCAST,RUNNING,MULTICAST>  mtu 1500\n        ether 52:54:00:aa:00:07  txqueuelen 1000  (Ethernet)\n", "p7.12", "vlan");
        row("no VLAN without its card",
            "root@n1:~# ifconfig\np7.12: flags=4163<UP,BROADCAST,RUNNING,MULTICAST>  mtu 1500\n        ether 52:54:00:aa:00:07  txqueuelen 1000  (Ethernet)\n", "p7.12", "unknown");

        const QByteArray uplink = "root@n1:~# ip route\ndefault via 192.0.2.1 dev lan7\n";
        row("an uplink", named("lan7") + uplink, "lan7", "physical");
        row("no uplink without a default route", named("lan7"), "lan7", "unknown");
        row("no card without Ethernet", withoutEthernet("lan7") + uplink, "lan7", "unknown");
        row("no card that stands on another", named("lan7@lan1") + uplink, "lan7", "unknown");
        row("no card with its other end elsewhere", named("lan7@if9") + uplink, "lan7", "unknown");
        row("no card of which nothing was printed", uplink, "lan7", "unknown");
        row("no card with Docker's address", QByteArray(named("lan7")).replace("52:54:00:aa:00:04", "02:42:ac:11:00:04") + uplink, "lan7", "unknown");
        row("no card that has ports", named("lan7") + "7: p2: <BROADCAST,UP,LOWER_UP> mtu 1500 qdisc mq master lan7 state UP\n    link/ether 52:54:00:aa:00:07 brd ff:ff:ff:ff:ff:ff\n" + uplink,
            "lan7", "unknown");
        row("a bridge by its name and a port", named("br7") + "7: p2: <BROADCAST,UP,LOWER_UP> mtu 1500 qdisc mq master br7 state UP\n    link/ether 52:54:00:aa:00:07 brd ff:ff:ff:ff:ff:ff\n", "br7", "bridge");
        row("what has the node's address", named("lan7") + "    inet 192.0.2.7/24 scope global lan7\nroot@n1:~# kubectl get nodes -o wide\n"
            "NAME   STATUS   ROLES    AGE   VERSION   INTERNAL-IP   EXTERNAL-IP   OS-IMAGE   KERNEL-VERSION   CONTAINER-RUNTIME\n"
            "n1     Ready    <none>   9d    v1.28.0   192.0.2.7     <none>        Debian     6.1.0            containerd://1.6\n", "lan7", "physical");
        row("what has another's", named("lan7") + "    inet 192.0.2.7/24 scope global lan7\nroot@n1:~# kubectl get nodes -o wide\n"
            "NAME   STATUS   ROLES    AGE   VERSION   INTERNAL-IP   EXTERNAL-IP   OS-IMAGE   KERNEL-VERSION   CONTAINER-RUNTIME\n"
            "n1     Ready    <none>   9d    v1.28.0   192.0.2.8     <none>        Debian     6.1.0            containerd://1.6\n", "lan7", "unknown");

        const char *const detail = "link/ether 52:54:00:aa:00:04 brd ff:ff:ff:ff:ff:ff promiscuity 0 minmtu 0 maxmtu 0\n    ";
        const auto detailed = [&](const QByteArray &kind, const char *name = "docker0") {
            return "root@n1:~# ip -d link\n4: " + QByteArray(name) + ": <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP\n    " + detail + kind + "\n";
        };
        row("the kernel's word goes before the name", detailed("dummy addrgenmode eui64 numtxqueues 1"), "docker0", "dummy");
        row("macvlan", detailed("macvlan mode bridge bcqueuelen 1000 usedbcqueuelen 1000 addrgenmode eui64"), "docker0", "macvlan");
        row("ipvlan", detailed("ipvlan mode l2 bridge addrgenmode eui64"), "docker0", "ipvlan");
        row("bond", detailed("bond mode 802.3ad miimon 100 addrgenmode eui64"), "docker0", "bond");
        row("a port of a bond", detailed("bond_slave state ACTIVE mii_status UP addrgenmode eui64 numtxqueues 4", "p9"), "p9", "physical");
        row("a port of a bridge that -d names no kind", detailed("bridge_slave state forwarding priority 32 cost 4 addrgenmode eui64 numtxqueues 4", "p9"), "p9", "physical");
        row("a port of a bridge that is a veth", detailed("veth\n    bridge_slave state forwarding priority 32 cost 2 addrgenmode eui64", "p9"), "p9", "veth");
        row("JSON's bond", "root@n1:~# ip -j link\n[{\"ifindex\":4,\"ifname\":\"up7\",\"flags\":[\"BROADCAST\",\"MASTER\",\"UP\"],\"mtu\":1500,\"operstate\":\"UP\",\"link_type\":\"ether\",\"address\":\"52:54:00:aa:00:04\"}]\n", "up7", "bond");
        row("JSON's WireGuard by name", "root@n1:~# ip -j link\n[{\"ifindex\":4,\"ifname\":\"flannel.3\",\"flags\":[\"NOARP\",\"UP\"],\"mtu\":1420,\"operstate\":\"UNKNOWN\",\"link_type\":\"none\"}]\n", "flannel.3", "unknown");
    }

    void kinds()
    {
        QFETCH(QByteArray, transcript);
        QFETCH(QString, interface);
        const Cluster cluster = clusterOfText(transcript);
        const NetworkInterface *found = cluster.nodes.empty() ? nullptr : cluster.nodes.front().net.interface(interface.toStdString());
        QVERIFY(found);
        const std::string_view kind = nameOf(found->kind);
        QTEST(QString::fromUtf8(kind.data(), static_cast<qsizetype>(kind.size())), "kind");
    }
};

QTEST_APPLESS_MAIN(TestClusterKinds)
#include "tst_clusterkinds.moc"
