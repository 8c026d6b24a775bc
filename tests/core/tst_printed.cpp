#include <QTest>

#include "core/cluster/latest.h"

using namespace vethscope;

// Whether anybody looked: what was typed decides, with what came of it (contract.md, `printed`).

namespace {

const QByteArray links = "1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue state UNKNOWN group default qlen 1000\n"
                         "    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00\n"
                         "2: eth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc fq_codel state UP group default qlen 1000\n"
                         "    link/ether 52:54:00:00:00:01 brd ff:ff:ff:ff:ff:ff\n";
const QByteArray addresses = links + "    inet 10.0.0.1/24 brd 10.0.0.255 scope global eth0\n    inet6 fe80::5054:ff:fe00:1/64 scope link\n";
const QByteArray addresses6 = addresses + "    inet6 fd00::1/64 scope global\n";
const QByteArray routes = "default via 10.0.0.254 dev eth0\n10.0.0.0/24 dev eth0 proto kernel scope link src 10.0.0.1\n";
const QByteArray oldRoutes = "Kernel IP routing table\nDestination     Gateway         Genmask         Flags Metric Ref    Use Iface\n"
                             "0.0.0.0         10.0.0.254      0.0.0.0         UG    0      0        0 eth0\n"
                             "10.0.0.0        0.0.0.0         255.255.255.0   U     0      0        0 eth0\n";
const QByteArray routes6 = "fd00::/64 dev eth0 proto kernel metric 256 pref medium\n";
const QByteArray neighbours = "10.0.0.254 dev eth0 lladdr 52:54:00:00:00:fe REACHABLE\n";
const QByteArray fdb = "33:33:00:00:00:01 dev eth0 self permanent\n";
const QByteArray rules = "0:\tfrom all lookup local\n32766:\tfrom all lookup main\n32767:\tfrom all lookup default\n";
const QByteArray firewall = "*nat\n:POSTROUTING ACCEPT [0:0]\n-A POSTROUTING -s 10.244.0.0/16 -j MASQUERADE\nCOMMIT\n";
const QByteArray connections = "tcp      6 86399 ESTABLISHED src=10.0.0.1 dst=10.0.0.2 sport=40000 dport=22 src=10.0.0.2 dst=10.0.0.1 sport=22 dport=40000 [ASSURED] use=1\n";
const QByteArray sockets = "Netid State  Recv-Q Send-Q Local Address:Port Peer Address:Port\nudp   UNCONN 0      0            0.0.0.0:8472      0.0.0.0:*\n";
const QByteArray settings = "net.ipv4.ip_forward = 1\n";
const QByteArray calico = "Calico process is running.\n\nIPv4 BGP status\n+--------------+-------------------+-------+----------+-------------+\n"
                          "| PEER ADDRESS |     PEER TYPE     | STATE |  SINCE   |    INFO     |\n"
                          "+--------------+-------------------+-------+----------+-------------+\n"
                          "| 10.0.0.2     | node-to-node mesh | up    | 09:00:00 | Established |\n"
                          "+--------------+-------------------+-------+----------+-------------+\n";
const QByteArray bird = "BIRD 1.6.8 ready.\nname     proto    table    state  since       info\nMesh_10_0_0_2 BGP      master   up     09:00:00    Established\n";

QByteArray typed(const QByteArray &command, const QByteArray &output)
{
    return "[root@n1 ~]# " + command + '\n' + output;
}

// `routes part (ip -6 route)`: what is not whole with its command; tables that nobody printed are left out.
QString printedOf(const Printed &printed)
{
    QStringList words;
    for (const HostTable table : outwardTables) {
        if (printed.of(table) == Extent::No)
            continue;
        const std::string_view name = nameOf(table), extent = nameOf(printed.of(table)), ask = printed.ask(table);
        QString word = QString::fromUtf8(name.data(), qsizetype(name.size())) + ' ' + QString::fromUtf8(extent.data(), qsizetype(extent.size()));
        if (!ask.empty())
            word += QString(" (%1)").arg(QString::fromUtf8(ask.data(), qsizetype(ask.size())));
        words << word;
    }
    return words.join(", ");
}

Cluster clusterFrom(const QByteArray &text)
{
    return clusterOf(readPastedSnapshot(text.toStdString()).facts);
}

} // namespace

class TestPrinted : public QObject
{
    Q_OBJECT

private slots:
    void printed_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("printed");
        const auto row = [](const char *name, const QByteArray &text, const QString &printed) { QTest::newRow(name) << text << printed; };

        row("ip addr", typed("ip addr", addresses), "interfaces whole");
        row("ip link", typed("ip link", links), "interfaces whole");
        row("ip -d -s link show", typed("ip -d -s link show", links), "interfaces whole");
        row("one of several devices", typed("ip addr show eth0", addresses), "interfaces part (ip -d link)");
        row("only those that are up", typed("ip link show up", links), "interfaces part (ip -d link)");
        row("those with IPv4 addresses", typed("ip -4 addr", addresses), "interfaces part (ip -d link)");
        row("through grep", typed("ip addr | grep -A 4 mtu", addresses), "interfaces part (ip -d link)");
        row("through less and sort", typed("ip link | less", links), "interfaces whole");
        row("sorted without what is alike", typed("ip route | sort -u", routes), "routes part (ip route)");
        row("ifconfig leaves out what is down", typed("ifconfig", "eth0: flags=4163<UP,BROADCAST,RUNNING,MULTICAST>  mtu 1500\n        inet 10.0.0.1  netmask 255.255.255.0  broadcast 10.0.0.255\n"),
            "interfaces part (ip -d link)");
        row("ifconfig -a", typed("ifconfig -a", "eth0: flags=4163<UP,BROADCAST,RUNNING,MULTICAST>  mtu 1500\n        inet 10.0.0.1  netmask 255.255.255.0  broadcast 10.0.0.255\n"), "interfaces whole");
        row("without a command", addresses, "interfaces part (ip -d link)");
        row("ports of bridges", typed("brctl show", "bridge name\tbridge id\t\tSTP enabled\tinterfaces\ncni0\t\t8000.0a580af40001\tno\t\tveth1\n"), "interfaces part (ip -d link)");

        row("ip route", typed("ip r", routes), "routes whole");
        row("ip -6 route alone", typed("ip -6 route", routes6), "routes whole");
        row("route -n", typed("route -n", oldRoutes), "routes whole");
        row("netstat -rn", typed("netstat -rn", oldRoutes), "routes whole");
        row("main by name", typed("ip route show table main", routes), "routes whole");
        row("all tables", typed("ip -4 route list table all", routes), "routes whole");
        row("another table", typed("ip route show table local", "local 10.0.0.1 dev eth0 proto kernel scope host src 10.0.0.1\n"), "routes part (ip route)");
        row("of one device", typed("ip route show dev eth0", "default via 10.0.0.254\n"), "routes part (ip route)");
        row("where one packet would go", typed("ip route get 10.0.0.9", "10.0.0.9 dev eth0 src 10.0.0.1 uid 0\n    cache\n"), "");
        row("with a line that nobody understands", typed("ip route", routes + "<<< cut >>>\n"), "routes part (ip route)");
        row("IPv6 addresses but IPv4 routes", typed("ip addr", addresses6) + typed("ip route", routes), "interfaces whole, routes part (ip -6 route)");
        row("IPv6 link-local alone counts for nothing", typed("ip addr", addresses) + typed("ip route", routes), "interfaces whole, routes whole");
        row("both families", typed("ip addr", addresses6) + typed("ip route", routes) + typed("ip -6 route", routes6), "interfaces whole, routes whole");
        row("IPv4 addresses but IPv6 routes", typed("ip addr", addresses6) + typed("ip -6 route", routes6), "interfaces whole, routes part (ip route)");
        row("the same twice", typed("ip route", routes) + typed("ip route", routes), "routes whole");
        row("two that differ", typed("ip route", routes) + typed("ip route", routes + "10.244.1.0/24 via 10.0.0.2 dev eth0\n"), "routes part (ip route)");
        row("two commands that agree", typed("ip route", routes) + typed("route -n", oldRoutes), "routes whole");
        row("two commands that differ", typed("ip route", routes + "10.244.1.0/24 via 10.0.0.2 dev eth0\n") + typed("route -n", oldRoutes), "routes part (ip route)");
        row("another way to the same place", typed("ip route", routes) + typed("ip route", QByteArray(routes).replace("10.0.0.254", "10.0.0.253")), "routes part (ip route)");
        row("a part beside the whole", typed("ip route", routes) + typed("ip route show dev eth0", "default via 10.0.0.254\n"), "routes whole");
        row("links that differ", typed("ip link", links) + typed("ip link", QByteArray(links).replace("mtu 1500", "mtu 1400")), "interfaces part (ip -d link)");
        row("a link that is gone", typed("ip link", links) + typed("ip link", links + "3: eth1: <BROADCAST,MULTICAST> mtu 1500 qdisc noop state DOWN\n"), "interfaces part (ip -d link)");
        row("links and addresses agree", typed("ip link", links) + typed("ip addr", addresses), "interfaces whole");

        row("ip rule", typed("ip rule", rules), "rules whole");
        row("rules of one priority", typed("ip rule show priority 0", "0:\tfrom all lookup local\n"), "rules part (ip rule)");
        row("ip neigh", typed("ip neigh", neighbours), "neighbours whole");
        row("ip neigh nud all", typed("ip neigh show nud all", neighbours), "neighbours whole");
        row("neighbours in one state", typed("ip neigh show nud reachable", neighbours), "neighbours part (ip neigh)");
        row("IPv4 neighbours and IPv6 addresses", typed("ip addr", addresses6) + typed("ip -4 neigh", neighbours), "interfaces whole, neighbours part (ip -6 neigh)");
        row("arp -n", typed("arp -n", "Address                  HWtype  HWaddress           Flags Mask            Iface\n10.0.0.254               ether   52:54:00:00:00:fe   C                     eth0\n"), "neighbours whole");
        row("arp of one device", typed("arp -n -i eth0", "Address                  HWtype  HWaddress           Flags Mask            Iface\n10.0.0.254               ether   52:54:00:00:00:fe   C                     eth0\n"), "neighbours part (ip neigh)");
        row("neighbours change by themselves", typed("ip neigh", neighbours) + typed("ip neigh", QByteArray(neighbours).replace("REACHABLE", "STALE")), "neighbours whole");
        row("and are then others", typed("ip neigh", neighbours) + typed("ip neigh", QByteArray(neighbours).replace("00:fe", "00:fd")), "neighbours part (ip neigh)");
        row("names and addresses", typed("arp -n", "Address                  HWtype  HWaddress           Flags Mask            Iface\n10.0.0.254               ether   52:54:00:00:00:fe   C                     eth0\n")
            + typed("arp -v", "Address                  HWtype  HWaddress           Flags Mask            Iface\ngateway                  ether   52:54:00:00:00:fe   C                     eth0\n"), "neighbours whole");
        row("another address for one card", typed("ip neigh", neighbours) + typed("ip neigh", QByteArray(neighbours).replace("10.0.0.254", "10.0.0.253")), "neighbours part (ip neigh)");
        row("none at all, by a machine that is there", typed("ip route", routes) + typed("ip neigh", ""), "routes whole, neighbours whole");
        row("no interface at all is no answer", typed("ip route", routes) + typed("ip link", ""), "routes whole");
        row("no rule at all is no answer", typed("ip route", routes) + typed("ip rule", ""), "routes whole");
        row("bridge fdb", typed("bridge fdb show", fdb), "fdb whole");
        row("the entries of one device", typed("bridge fdb show dev eth0", fdb), "fdb part (bridge fdb)");
        row("those of one bridge", typed("brctl showmacs cni0", "port no\tmac addr\t\tis local?\tageing timer\n  1\t52:54:00:00:00:01\tyes\t\t   0.00\n"), "fdb part (bridge fdb)");
        row("entries that differ", typed("bridge fdb", fdb) + typed("bridge fdb", "33:33:00:00:00:02 dev eth0 self permanent\n"), "fdb part (bridge fdb)");

        row("calicoctl", typed("calicoctl node status", calico), "bgp whole");
        row("birdc", typed("birdc show protocols", bird), "bgp whole");
        row("birdc and IPv6 addresses", typed("ip addr", addresses6) + typed("birdc show protocols", bird), "interfaces whole, bgp part (birdc6 show protocols)");
        row("one session", typed("birdc show protocols all Mesh_10_0_0_2", bird), "bgp part (calicoctl node status)");
        row("all with details", typed("birdc -s /run/bird.ctl show protocols all", bird), "bgp whole");
        row("iptables-save", typed("iptables-save", firewall), "firewall whole");
        row("one table", typed("iptables-save -t nat", firewall), "firewall part (iptables-save)");
        row("iptables -S", typed("iptables -t nat -S", "-P POSTROUTING ACCEPT\n-A POSTROUTING -s 10.244.0.0/16 -j MASQUERADE\n"), "firewall part (iptables-save)");
        row("IPv4's and IPv6 addresses", typed("ip addr", addresses6) + typed("iptables-save", firewall), "interfaces whole, firewall part (ip6tables-save)");
        row("rules that differ", typed("iptables-save", firewall) + typed("iptables-save", QByteArray(firewall).replace("MASQUERADE", "ACCEPT")), "firewall part (iptables-save)");
        row("nft list ruleset", typed("nft list ruleset", "table ip nat {\n\tchain POSTROUTING {\n\t\ttype nat hook postrouting priority srcnat; policy accept;\n\t\tip saddr 10.244.0.0/16 masquerade\n\t}\n}\n"), "firewall whole");
        row("nft list table", typed("nft list table ip nat", "table ip nat {\n\tchain POSTROUTING {\n\t\ttype nat hook postrouting priority srcnat; policy accept;\n\t\tip saddr 10.244.0.0/16 masquerade\n\t}\n}\n"), "firewall part (iptables-save)");
        row("conntrack -L", typed("conntrack -L", connections), "conntrack whole");
        row("conntrack of one protocol", typed("conntrack -L -p tcp", connections), "conntrack part (conntrack -L)");
        row("conntrack without IPv6", typed("ip addr", addresses6) + typed("conntrack -L", connections), "interfaces whole, conntrack part (conntrack -L -f ipv6)");
        row("/proc/net/nf_conntrack", typed("ip addr", addresses6) + typed("cat /proc/net/nf_conntrack", "ipv4     2 " + connections), "interfaces whole, conntrack whole");
        row("connections differ by themselves", typed("conntrack -L", connections) + typed("conntrack -L", QByteArray(connections).replace("40000", "40001")), "conntrack whole");
        row("sysctl -a", typed("sysctl -a", settings), "sysctl whole");
        row("one setting", typed("sysctl net.ipv4.ip_forward", settings), "sysctl part (sysctl -a)");
        row("ss -lntu", typed("ss -lntu", sockets), "listeners whole");
        row("netstat -ntul", typed("ss -anp", sockets), "listeners whole");
        row("UDP alone", typed("ss -lnu", sockets), "listeners part (ss -lntu)");
        row("one family", typed("ip addr", addresses6) + typed("ss -4lntu", sockets), "interfaces whole, listeners part (ss -6lntu)");
        row("neither TCP nor UDP", typed("ss -lx", sockets), "listeners part (ss -lntu)");
        row("one port", typed("ss -lntu sport = :8472", sockets), "listeners part (ss -lntu)");
    }

    void printed()
    {
        QFETCH(QByteArray, text);
        const Cluster cluster = clusterFrom(text);
        const QString none;
        QTEST(cluster.nodes.empty() ? none : printedOf(cluster.nodes.front().net.printed), "printed");
    }

    // Inside a pod and on its node are two.
    void pods()
    {
        const Cluster cluster = clusterFrom(typed("ip route", routes) + typed("kubectl exec tea -- ip neigh", neighbours));
        QCOMPARE(printedOf(cluster.nodes.front().net.printed), QString("routes whole"));
        QCOMPARE(cluster.pods.size(), std::size_t(1));
        QCOMPARE(printedOf(cluster.pods.front().net.printed), QString("neighbours whole"));
        QCOMPARE(cluster.pods.front().net.printed.evidence(HostTable::Neighbours).front().line, 4u);
    }

    // Who typed kubectl and printed nothing is no machine.
    void emptyOutputMakesNobody()
    {
        QVERIFY(clusterFrom(typed("ip neigh", "") + typed("kubectl exec tea -- ip neigh", "")).nodes.empty());
        QVERIFY(clusterFrom(typed("kubectl exec tea -- ip neigh", "")).pods.empty());
    }

    // Of another moment an earlier list differs by right; what the later one does not list is gone.
    void laterSnapshots()
    {
        Snapshot earlier = readPastedSnapshot(typed("ip route", routes + "10.244.1.0/24 via 10.0.0.2 dev eth0\n").toStdString());
        Snapshot later = readPastedSnapshot(typed("ip route", routes).toStdString());
        earlier.time = 1;
        later.time = 2;
        const std::vector<const Snapshot *> both{&earlier, &later};
        const Cluster cluster = latestCluster(both);
        QCOMPARE(printedOf(cluster.nodes.front().net.printed), QString("routes whole"));
        QCOMPARE(cluster.nodes.front().net.routes.size(), std::size_t(2));
        later = readPastedSnapshot(typed("ip route show dev eth0", "default via 10.0.0.254\n").toStdString());
        later.time = 2;
        QCOMPARE(printedOf(latestCluster(both).nodes.front().net.printed), QString("routes whole"));
        QCOMPARE(latestCluster(both).nodes.front().net.routes.size(), std::size_t(3));
    }
};

QTEST_APPLESS_MAIN(TestPrinted)
#include "tst_printed.moc"
