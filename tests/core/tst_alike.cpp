#include "core/path/renaming.h"
#include "core/path/rulemarks.h"
#include "core/path/surroundings.h"
#include "tests/support/clusterlines.h"

#include <QTest>

// What tells pods apart: one node's three pods are alike, and one fact more of the second makes it another. The facts stand in the tables
// that commands print; each row is one that the walk may come by.

using namespace vethscope;

namespace {

// A node with three pods on a bridge, another one with one; what is in the braces is of the second pod.
QByteArray session(const QList<QPair<QByteArray, QByteArray>> &changes = {}, const QByteArray &more = {})
{
    QByteArray devices, neighbours, fdb, pods, settings;
    for (const QByteArray n : {"1", "2", "3"}) {
        devices += "1" + n + ": veth" + n + "@if3: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1450 qdisc noqueue master cni0 state UP group default\n"
            "    link/ether 02:00:00:00:00:a" + n + " brd ff:ff:ff:ff:ff:ff link-netnsid " + n + "\n    veth\n    bridge_slave state forwarding hairpin off\n    inet6 fe80::a" + n + "/64 scope link\n";
        neighbours += "10.1.0." + n + " dev cni0 lladdr 02:00:00:00:00:0" + n + " REACHABLE\n";
        fdb += "02:00:00:00:00:0" + n + " dev veth" + n + " master cni0\n";
        pods += "p" + n + "    1/1     Running   0          1d    10.1.0." + n + "   n1     <none>           <none>\n";
        settings += "net.ipv4.conf.veth" + n + ".rp_filter = 0\n";
    }
    QByteArray text = "[root@n1 ~]# ip -d addr\n2: eth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc fq state UP group default qlen 1000\n    link/ether 52:54:00:00:00:01 brd ff:ff:ff:ff:ff:ff\n"
        "    inet 10.0.0.1/24 brd 10.0.0.255 scope global eth0\n3: cni0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1450 qdisc noqueue state UP group default qlen 1000\n"
        "    link/ether 02:00:00:00:00:c1 brd ff:ff:ff:ff:ff:ff\n    bridge forward_delay 1500 hello_time 200 max_age 2000\n    inet 10.1.0.200/24 brd 10.1.0.255 scope global cni0\n"
        + devices + "[root@n1 ~]# ip route\ndefault via 10.0.0.254 dev eth0\n10.0.0.0/24 dev eth0 proto kernel scope link src 10.0.0.1\n10.1.0.0/24 dev cni0 proto kernel scope link src 10.1.0.200\n"
        "[root@n1 ~]# ip neigh\n" + neighbours + "[root@n1 ~]# bridge fdb\n" + fdb + "[root@n1 ~]# sysctl -a\n" + settings
        + "[root@n1 ~]# kubectl get pods -o wide\nNAME   READY   STATUS    RESTARTS   AGE   IP         NODE   NOMINATED NODE   READINESS GATES\n" + pods
        + "[root@n2 ~]# ip -d addr\n2: eth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc fq state UP group default qlen 1000\n    link/ether 52:54:00:00:00:02 brd ff:ff:ff:ff:ff:ff\n"
        "    inet 10.0.0.2/24 brd 10.0.0.255 scope global eth0\n[root@n2 ~]# ip route\ndefault via 10.0.0.254 dev eth0\n10.0.0.0/24 dev eth0 proto kernel scope link src 10.0.0.2\n" + more;
    for (const auto &[before, after] : changes) {
        if (!text.contains(before))
            qWarning("%s is not in it", before.constData());
        text.replace(before, after);
    }
    return text;
}

// `1 1 1`: the classes of n1's pods, numbered as they come.
QString classesOf(const Cluster &cluster)
{
    const path::Places places(cluster);
    const path::Alike alike(places);
    QList<std::size_t> known;
    QStringList classes;
    for (const char *name : {"default/p1", "default/p2", "default/p3"}) {
        for (std::size_t pod = 0; pod < cluster.pods.size(); ++pod) {
            if (cluster.pods[pod].fullName() != name)
                continue;
            if (!known.contains(alike.classOf(pod)))
                known << alike.classOf(pod);
            classes << QString::number(known.indexOf(alike.classOf(pod)) + 1);
        }
    }
    return classes.join(' ');
}

const QString same = "1 1 1", second = "1 2 1";

std::size_t podIn(const Cluster &cluster, std::string_view name)
{
    return std::size_t(std::ranges::find(cluster.pods, name, &ClusterPod::name) - cluster.pods.begin());
}

} // namespace

class TestAlike : public QObject
{
    Q_OBJECT

private slots:
    void tables_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("classes");
        const auto changed = [](const char *name, const char *before, const char *after, const QString &classes = second) { QTest::newRow(name) << session({{before, after}}) << classes; };
        const auto added = [](const char *name, const char *more, const QString &classes = second) { QTest::newRow(name) << session({}, more) << classes; };
        QTest::newRow("nothing") << session() << same;
        // Its veth
        changed("its veth is down", "veth2@if3: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1450 qdisc noqueue master cni0 state UP", "veth2@if3: <BROADCAST,MULTICAST> mtu 1450 qdisc noqueue master cni0 state DOWN");
        changed("its veth carries less", "veth2@if3: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1450", "veth2@if3: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1449");
        changed("its veth turns frames back", "link-netnsid 2\n    veth\n    bridge_slave state forwarding hairpin off", "link-netnsid 2\n    veth\n    bridge_slave state forwarding hairpin on");
        changed("its veth has an address more", "    inet6 fe80::a2/64 scope link\n", "    inet6 fe80::a2/64 scope link\n    inet 192.0.2.7/32 scope global veth2\n");
        changed("its veth has an address of another scope", "inet6 fe80::a2/64 scope link", "inet6 fe80::a2/64 scope global");
        changed("its veth's network is another", "inet6 fe80::a2/64", "inet6 fe80::a2/63");
        changed("its veth has a name that means something", "veth2", "eth2");
        for (const char *plain : {"lxc", "cali"})
            QTest::addRow("all veths are called %s", plain) << session({{"veth1", QByteArray(plain) + "1"}, {"veth2", QByteArray(plain) + "2"}, {"veth3", QByteArray(plain) + "3"}}) << same;
        QTest::newRow("all veths are called eth") << session({{"veth1", "eth1"}, {"veth2", "eth2"}, {"veth3", "eth3"}}) << "1 2 3";
        changed("nobody told its veth's MAC", "    link/ether 02:00:00:00:00:a2 brd ff:ff:ff:ff:ff:ff link-netnsid 2\n", "");
        // Neighbours and forwarding
        changed("its neighbour is unsure", "10.1.0.2 dev cni0 lladdr 02:00:00:00:00:02 REACHABLE", "10.1.0.2 dev cni0 lladdr 02:00:00:00:00:02 STALE");
        changed("its neighbour failed", "10.1.0.2 dev cni0 lladdr 02:00:00:00:00:02 REACHABLE", "10.1.0.2 dev cni0 FAILED");
        changed("its neighbour is on another device", "10.1.0.2 dev cni0 lladdr", "10.1.0.2 dev eth0 lladdr");
        changed("its entry is of a VLAN", "02:00:00:00:00:02 dev veth2 master cni0", "02:00:00:00:00:02 dev veth2 vlan 7 master cni0");
        changed("its entry is permanent", "02:00:00:00:00:02 dev veth2 master cni0", "02:00:00:00:00:02 dev veth2 master cni0 permanent");
        added("another node has an entry for it", "[root@n2 ~]# bridge fdb\n02:00:00:00:00:02 dev eth0 dst 10.0.0.1 self\n");
        added("another node has it as neighbour", "[root@n2 ~]# ip neigh\n10.1.0.2 dev eth0 lladdr 52:54:00:00:00:01 REACHABLE\n");
        added("another node has all as neighbours", "[root@n2 ~]# ip neigh\n10.1.0.1 dev eth0 lladdr 52:54:00:00:00:01 REACHABLE\n10.1.0.2 dev eth0 lladdr 52:54:00:00:00:01 REACHABLE\n10.1.0.3 dev eth0 lladdr 52:54:00:00:00:01 REACHABLE\n", same);
        added("its MAC is somebody else's neighbour", "[root@n2 ~]# ip neigh\n10.0.0.77 dev eth0 lladdr 02:00:00:00:00:02 REACHABLE\n");
        // Routes
        added("a route to it", "[root@n2 ~]# ip route\ndefault via 10.0.0.254 dev eth0\n10.1.0.2 via 10.0.0.1 dev eth0\n");
        const char *const each = "[root@n2 ~]# ip route\ndefault via 10.0.0.254 dev eth0\n10.1.0.1 via 10.0.0.1 dev eth0\n10.1.0.2 via 10.0.0.1 dev eth0\n10.1.0.3 via 10.0.0.1 dev eth0\n";
        added("a route to each", each, same);
        for (const auto &[name, end] : QList<QPair<const char *, const char *>>{{"type", "-"}, {"next hop", "10.1.0.2 via 10.0.0.9 dev eth0\n"}, {"device", "10.1.0.2 via 10.0.0.1 dev eth1\n"}, {"onlink", "10.1.0.2 via 10.0.0.1 dev eth0 onlink\n"},
                 {"protocol", "10.1.0.2 via 10.0.0.1 dev eth0 proto bird\n"}, {"metric", "10.1.0.2 via 10.0.0.1 dev eth0 metric 7\n"}, {"source", "10.1.0.2 via 10.0.0.1 dev eth0 src 10.0.0.2\n"},
                 {"scope", "10.1.0.2 dev eth0 scope link\n"}, {"MTU", "10.1.0.2 via 10.0.0.1 dev eth0 mtu 1400\n"}, {"TOS", "10.1.0.2 tos 0x10 via 10.0.0.1 dev eth0\n"}, {"dead", "10.1.0.2 via 10.0.0.1 dev eth0 dead linkdown\n"}})
            QTest::addRow("the route to it has another %s", name)
                << session({}, QByteArray(each).replace("10.1.0.2 via 10.0.0.1 dev eth0\n", *end == '-' ? "blackhole 10.1.0.2\n" : end)) << second;
        added("a metric and a TOS whose figures in a row are the others'", "[root@n2 ~]# ip route\ndefault via 10.0.0.254 dev eth0\n10.1.0.1 tos 0x10 via 10.0.0.1 dev eth0 metric 1\n10.1.0.2 tos 0x06 via 10.0.0.1 dev eth0 metric 11\n10.1.0.3 tos 0x10 via 10.0.0.1 dev eth0 metric 1\n");
        added("a route by it", "[root@n2 ~]# ip route\ndefault via 10.0.0.254 dev eth0\n192.0.2.0/24 via 10.1.0.2 dev eth0 onlink\n");
        added("routes by each", "[root@n2 ~]# ip route\ndefault via 10.0.0.254 dev eth0\n192.0.2.0/24 via 10.1.0.1 dev eth0 onlink\n192.0.3.0/24 via 10.1.0.2 dev eth0 onlink\n192.0.4.0/24 via 10.1.0.3 dev eth0 onlink\n", "1 2 3");
        added("a route to a network around it", "[root@n2 ~]# ip route\ndefault via 10.0.0.254 dev eth0\n10.1.0.2/31 via 10.0.0.1 dev eth0\n", "1 2 3"); // both are its edges
        added("a route to a network around all", "[root@n2 ~]# ip route\ndefault via 10.0.0.254 dev eth0\n10.1.0.0/28 via 10.0.0.1 dev eth0\n", same);
        added("a network that begins with it", "[root@n2 ~]# ip route\ndefault via 10.0.0.254 dev eth0\n10.1.0.2/30 via 10.0.0.1 dev eth0\n", "1 1 2"); // 10.1.0.0 to 10.1.0.3, whose last is the third
        // Settings of its veth
        changed("another setting", "net.ipv4.conf.veth2.rp_filter = 0", "net.ipv4.conf.veth2.rp_filter = 1");
        changed("a setting more", "net.ipv4.conf.veth2.rp_filter = 0\n", "net.ipv4.conf.veth2.rp_filter = 0\nnet.ipv4.conf.veth2.proxy_arp = 1\n");
        changed("another kernel's word for it", "net.ipv4.conf.veth2.rp_filter = 0", "net.ipv6.conf.veth2.rp_filter = 0");
        // Policy, answers, peers
        const char *const rules = "[root@n2 ~]# ip rule\n0:\tfrom all lookup local\n%1\n32766:\tfrom all lookup main\n32767:\tfrom all lookup default\n";
        for (const auto &[name, rule, classes] : std::vector<std::tuple<const char *, const char *, QString>>{{"from it", "100:\tfrom 10.1.0.2 lookup main", second}, {"to it", "100:\tfrom all to 10.1.0.2 lookup main", second},
                 {"from a network around two", "100:\tfrom 10.1.0.2/31 lookup main", "1 2 3"}, {"to a network around one", "100:\tfrom all to 10.1.0.0/31 lookup main", "1 2 2"}, {"for nobody", "100:\tfrom all fwmark 0x7 lookup main", same}})
            QTest::addRow("a rule of routing %s", name) << session({}, QByteArray(rules).replace("%1", rule)) << classes;
        added("a rule of routing for its device", "[root@n1 ~]# ip rule\n0:\tfrom all lookup local\n100:\tfrom all iif veth2 lookup main\n32766:\tfrom all lookup main\n32767:\tfrom all lookup default\n");
        added("a rule of routing out of its device", "[root@n1 ~]# ip rule\n0:\tfrom all lookup local\n100:\tfrom all oif veth2 lookup main\n32766:\tfrom all lookup main\n32767:\tfrom all lookup default\n");
        added("the kernel's answer about it", "[root@n2 ~]# ip route get 10.1.0.2\n10.1.0.2 via 10.0.0.254 dev eth0 src 10.0.0.2 uid 0\n    cache\n");
        added("the kernel's answer about another", "[root@n2 ~]# ip route get 192.0.2.1\n192.0.2.1 via 10.0.0.254 dev eth0 src 10.0.0.2 uid 0\n    cache\n", same);
        added("a tunnel to it", "[root@n2 ~]# ip -d link\n9: gre1@NONE: <POINTOPOINT,NOARP,UP,LOWER_UP> mtu 1476 qdisc noqueue state UNKNOWN\n    link/gre 10.0.0.2 peer 10.1.0.2\n    gre remote 10.1.0.2 local 10.0.0.2 ttl inherit\n");
        added("a tunnel that ends at it", "[root@n2 ~]# ip -d link\n9: vxlan9: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1450 qdisc noqueue state UNKNOWN\n    link/ether 02:00:00:00:09:09 brd ff:ff:ff:ff:ff:ff\n    vxlan id 9 local 10.1.0.2 dev eth0 srcport 0 0 dstport 4789\n");
        added("a tunnel by its device", "[root@n1 ~]# ip -d link\n29: vxlan9: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1400 qdisc noqueue state UNKNOWN\n    link/ether 02:00:00:00:09:09 brd ff:ff:ff:ff:ff:ff\n    vxlan id 9 local 10.0.0.1 dev veth2 srcport 0 0 dstport 4789\n");
        const char *const peers = "[root@n2 ~]# ip -d link\n9: wg0: <POINTOPOINT,NOARP,UP,LOWER_UP> mtu 1420 qdisc noqueue state UNKNOWN\n    link/none\n    wireguard\n[root@n2 ~]# wg show\ninterface: wg0\n"
            "  public key: 1BGb+T3nkkP/BuzDsy6p6TNpcJjhm1gQb2jwEXffCnk=\n  listening port: 51820\n\npeer: 2BGb+T3nkkP/BuzDsy6p6TNpcJjhm1gQb2jwEXffCnk=\n  endpoint: 10.0.0.1:51820\n  allowed ips: %1\n";
        for (const auto &[name, allowed, classes] : std::vector<std::tuple<const char *, const char *, QString>>{{"it", "10.1.0.2/32", second}, {"a network around one", "10.1.0.0/31", "1 2 2"}, {"all", "10.1.0.0/24", same}})
            QTest::addRow("a WireGuard peer that may be %s", name) << session({}, QByteArray(peers).replace("%1", allowed)) << classes;
        // In the pod
        added("it printed routes", "[root@n1 ~]# kubectl exec p2 -- ip route\ndefault via 10.1.0.200 dev eth0\n10.1.0.0/24 dev eth0 proto kernel scope link src 10.1.0.2\n");
        added("it printed a rule", "[root@n1 ~]# kubectl exec p2 -- ip rule\n0:\tfrom all lookup local\n32766:\tfrom all lookup main\n32767:\tfrom all lookup default\n");
        added("it printed a firewall", "[root@n1 ~]# kubectl exec p2 -- iptables-save\n*filter\n:INPUT ACCEPT [0:0]\n-A INPUT -p icmp -j DROP\nCOMMIT\n");
        added("it printed an answer", "[root@n1 ~]# kubectl exec p2 -- ip route get 192.0.2.1\n192.0.2.1 via 10.1.0.200 dev eth0 src 10.1.0.2 uid 0\n    cache\n");
        added("it printed a setting", "[root@n1 ~]# kubectl exec p2 -- sysctl net.ipv4.ip_default_ttl\nnet.ipv4.ip_default_ttl = 7\n");
        added("it printed a neighbour", "[root@n1 ~]# kubectl exec p2 -- ip neigh\n10.1.0.200 dev eth0 lladdr 02:00:00:00:00:c1 STALE\n");
        QByteArray filters;
        for (const QByteArray n : {"1", "2", "3"})
            filters += "[root@n1 ~]# kubectl exec p" + n + " -- iptables-save\n*filter\n:INPUT ACCEPT [0:0]\n-A INPUT -p tcp -m tcp --dport 8" + n + " -j DROP\nCOMMIT\n";
        QTest::newRow("all printed a firewall, which is not compared") << session({}, filters) << "1 2 3";
        // The first is a neighbour of the third, the second of a fourth one.
        const QByteArray third = "p3    1/1     Running   0          1d    10.1.0.3   n1     <none>           <none>\n";
        QTest::newRow("neighbours of different pods") << session({{third, third + QByteArray(third).replace("3", "4")}},
            "[root@n1 ~]# kubectl exec p3 -- ip neigh\n10.1.0.1 dev eth0 lladdr 02:00:00:00:00:01 REACHABLE\n[root@n1 ~]# kubectl exec p4 -- ip neigh\n10.1.0.2 dev eth0 lladdr 02:00:00:00:00:02 REACHABLE\n") << "1 2 3";
        QByteArray all;
        for (const QByteArray n : {"1", "2", "3"})
            all += "[root@n1 ~]# kubectl exec p" + n + " -- ip route\ndefault via 10.1.0.200 dev eth0\n10.1.0.0/24 dev eth0 proto kernel scope link src 10.1.0." + n + "\n";
        QTest::newRow("all printed routes") << session({}, all) << same;
        QTest::newRow("it has another default route") << session({}, QByteArray(all).replace("default via 10.1.0.200 dev eth0\n10.1.0.0/24 dev eth0 proto kernel scope link src 10.1.0.2", "default via 10.1.0.201 dev eth0\n10.1.0.0/24 dev eth0 proto kernel scope link src 10.1.0.2")) << second;
        QTest::newRow("it goes by another pod") << session({}, QByteArray(all).replace("default via 10.1.0.200 dev eth0\n10.1.0.0/24 dev eth0 proto kernel scope link src 10.1.0.2", "default via 10.1.0.3 dev eth0\n10.1.0.0/24 dev eth0 proto kernel scope link src 10.1.0.2")) << "1 2 3";
    }

    void tables()
    {
        QFETCH(QByteArray, text);
        QTEST(classesOf(test::clusterOfText(text)), "classes");
    }

    void firewalls_data()
    {
        QTest::addColumn<QByteArray>("rules");
        QTest::addColumn<QString>("classes");
        const auto row = [](const char *name, const char *rules, const QString &classes = second) { QTest::newRow(name) << QByteArray(rules) << classes; };
        row("to it", "-A FORWARD -d 10.1.0.2/32 -j DROP");
        row("from it", "-A FORWARD -s 10.1.0.2/32 -j DROP");
        row("not to it", "-A FORWARD ! -d 10.1.0.2/32 -j DROP");
        row("by its device", "-A FORWARD -i veth2 -j DROP");
        row("out of its device", "-A FORWARD -o veth2 -j DROP");
        row("not by its device", "-A FORWARD ! -i veth2 -j DROP");
        row("by devices of its name's beginning", "-A FORWARD -i veth2+ -j DROP");
        row("by no device of its name's beginning", "-A FORWARD ! -o veth2+ -j DROP");
        row("by all veths", "-A FORWARD -i veth+ -j DROP", same);
        row("to a network around one", "-A FORWARD -d 10.1.0.0/31 -j DROP", "1 2 2");
        row("from a network around one", "-A FORWARD -s 10.1.0.0/31 -j DROP", "1 2 2");
        row("to a range around two", "-A FORWARD -m iprange --dst-range 10.1.0.2-10.1.0.3 -j DROP", "1 2 2");
        row("from a range around all", "-A FORWARD -m iprange --src-range 10.1.0.1-10.1.0.3 -j DROP", same);
        row("from a range that begins behind one", "-A FORWARD -m iprange --src-range 10.1.0.2-10.1.0.9 -j DROP", "1 2 2");
        row("from a range that ends in front of one", "-A FORWARD -m iprange --src-range 10.1.0.0-10.1.0.2 -j DROP", "1 1 2");
        row("to a port that nobody asks for", "-A FORWARD -d 10.1.0.2/32 -p tcp -m tcp --dport 8443 -j DROP", same);
        row("to the port that is asked for", "-A FORWARD -d 10.1.0.2/32 -p tcp -m tcp --dport 80 -j DROP");
        row("from it to somebody whom nobody asks for", "-A FORWARD -s 10.1.0.2/32 -d 192.0.2.1/32 -j DROP", same);
        row("from it to a node", "-A FORWARD -s 10.1.0.2/32 -d 10.0.0.2/32 -j DROP");
        row("from it to all but one", "-A FORWARD -s 10.1.0.2/32 ! -d 192.0.2.1/32 -j DROP");
        row("in a chain that is called", "-A FORWARD -j MORE\n-A MORE -d 10.1.0.2/32 -j DROP");
        row("in a chain that nobody calls", "-A MORE -d 10.1.0.2/32 -j DROP", same);
        row("in a chain that is called for others", "-A FORWARD -d 192.0.2.1/32 -j MORE\n-A MORE -s 10.1.0.2/32 -j DROP", same);
    }

    void firewalls()
    {
        QFETCH(QByteArray, rules);
        const QByteArray more = "[root@n1 ~]# iptables-save\n*filter\n:INPUT ACCEPT [0:0]\n:FORWARD ACCEPT [0:0]\n:OUTPUT ACCEPT [0:0]\n:MORE - [0:0]\n" + rules + "\nCOMMIT\n";
        QTEST(classesOf(test::clusterOfText(session({}, more))), "classes");
    }

    // The ports of services and of those behind them are asked for as well.
    void ports_data()
    {
        QTest::addColumn<QByteArray>("port");
        QTest::addColumn<QString>("classes");
        QTest::newRow("of the service") << QByteArray("8001") << second;
        QTest::newRow("of an endpoint") << QByteArray("8002") << second;
        QTest::newRow("of neither") << QByteArray("8003") << same;
    }

    void ports()
    {
        QFETCH(QByteArray, port);
        const QByteArray more = "[root@n1 ~]# kubectl get svc\nNAME   TYPE        CLUSTER-IP   EXTERNAL-IP   PORT(S)    AGE\ntill   ClusterIP   10.96.0.7    <none>        8001/TCP   1d\n"
            "[root@n1 ~]# kubectl get endpoints\nNAME   ENDPOINTS          AGE\ntill   10.0.0.2:8002      1d\n"
            "[root@n1 ~]# iptables-save\n*filter\n:FORWARD ACCEPT [0:0]\n-A FORWARD -s 10.1.0.2/32 -p tcp -m tcp --dport " + port + " -j DROP\nCOMMIT\n";
        QTEST(classesOf(test::clusterOfText(session({}, more))), "classes");
    }

    // Sets and maps: of their elements those count that a packet to somebody may be among.
    void nftables_data()
    {
        QTest::addColumn<QByteArray>("rules");
        QTest::addColumn<QString>("classes");
        const auto row = [](const char *name, const char *rules, const QString &classes = second) { QTest::newRow(name) << QByteArray(rules) << classes; };
        row("one of two", "ip daddr { 192.0.2.1, 10.1.0.2 } drop");
        row("neither", "ip daddr { 192.0.2.1, 192.0.2.2 } ip saddr 10.1.0.2 drop", same);
        row("all but two", "ip daddr != { 192.0.2.1, 192.0.2.2 } ip saddr 10.1.0.2 drop");
        row("to one of two ports", "ip saddr 10.1.0.2 tcp dport { 8443, 80 } drop");
        row("to neither port", "ip saddr 10.1.0.2 tcp dport { 8442, 8443 } drop", same);
        row("to another port", "ip saddr 10.1.0.2 tcp dport != 8443 drop");
        row("to ports around it", "ip saddr 10.1.0.2 tcp dport 79-81 drop");
        row("to ports up to it", "ip saddr 10.1.0.2 tcp dport 70-80 drop");
        row("to ports from it", "ip saddr 10.1.0.2 tcp dport 80-90 drop");
        row("to ports below", "ip saddr 10.1.0.2 tcp dport 70-79 drop", same);
        row("to ports above", "ip saddr 10.1.0.2 tcp dport 81-90 drop", same);
        row("to a range from a node", "ip saddr 10.1.0.2 ip daddr 10.0.0.2-10.0.0.9 drop");
        row("to a range up to a node", "ip saddr 10.1.0.2 ip daddr 9.0.0.0-10.0.0.1 drop");
        row("to a range behind the nodes", "ip saddr 10.1.0.2 ip daddr 10.0.0.3-10.0.0.9 drop", same);
        row("to a range in front of them", "ip saddr 10.1.0.2 ip daddr 9.0.0.0-10.0.0.0 drop", same);
        row("to a set of others", "ip saddr 10.1.0.2 ip daddr @others drop", same);
        row("to a set with a node", "ip saddr 10.1.0.2 ip daddr @nodes drop");
        row("to a set that nobody printed", "ip saddr 10.1.0.2 ip daddr @unprinted drop");
        row("a set with it", "ip saddr @pods drop");
        row("by one of two devices", "iifname { \"eth0\", \"veth2\" } drop");
        row("a map that leads on for a node", "ip daddr vmap { 192.0.2.1 : drop, 10.0.0.2 : goto more }");
        row("a map that leads on for others", "ip daddr vmap { 192.0.2.1 : goto more, 10.0.0.2 : drop }", same);
        row("a map with a name", "ip daddr vmap @ways");
        row("from it to a node", "ip saddr . ip daddr { 10.1.0.2 . 10.0.0.2 } drop");
        row("from it to somebody else", "ip saddr . ip daddr { 10.1.0.2 . 192.0.2.1 } drop", same);
        row("from it to itself", "ip saddr . ip daddr { 10.1.0.2 . 10.1.0.2 } accept", same);
        row("from it to another pod", "ip saddr . ip daddr { 10.1.0.2 . 10.1.0.3 } accept", "1 2 3");
        row("from each to itself", "ip saddr . ip daddr { 10.1.0.1 . 10.1.0.1, 10.1.0.2 . 10.1.0.2, 10.1.0.3 . 10.1.0.3 } accept", same);
    }

    void nftables()
    {
        QFETCH(QByteArray, rules);
        const QByteArray more = "[root@n1 ~]# nft list ruleset\ntable ip t {\n\tset others {\n\t\ttype ipv4_addr\n\t\telements = { 192.0.2.1 }\n\t}\n\n\tset nodes {\n\t\ttype ipv4_addr\n\t\telements = { 192.0.2.1, 10.0.0.2 }\n\t}\n\n"
            "\tset pods {\n\t\ttype ipv4_addr\n\t\telements = { 10.1.0.2 }\n\t}\n\n\tmap ways {\n\t\ttype ipv4_addr : verdict\n\t\telements = { 10.0.0.2 : goto more }\n\t}\n\n"
            "\tchain f {\n\t\ttype filter hook forward priority filter; policy accept;\n\t\t" + rules + "\n\t}\n\n\tchain more {\n\t\tip saddr 10.1.0.2 drop\n\t}\n}\n";
        QTEST(classesOf(test::clusterOfText(session({}, more))), "classes");
    }

    // What rules make of a packet's destination is a destination, too, and its port one that is asked for.
    void translations_data()
    {
        QTest::addColumn<QByteArray>("rules");
        QTest::addColumn<QString>("classes");
        const auto row = [](const char *name, const char *nat, const char *filter, const QString &classes = second) {
            QTest::newRow(name) << QByteArray("*nat\n:PREROUTING ACCEPT [0:0]\n") + nat + "\nCOMMIT\n*filter\n:FORWARD ACCEPT [0:0]\n" + filter + "\nCOMMIT\n" << classes;
        };
        const char *const toNobody = "-A FORWARD -s 10.1.0.2/32 -d 192.0.2.9/32 -j DROP", *const toPort = "-A FORWARD -s 10.1.0.2/32 -p tcp -m tcp --dport 8443 -j DROP";
        row("to it", "-A PREROUTING -d 10.0.0.2/32 -j DNAT --to-destination 10.1.0.2", "");
        row("to a port of it", "-A PREROUTING -d 10.0.0.2/32 -p tcp -j DNAT --to-destination 10.1.0.2:8080", "");
        row("to somebody whom else nobody asks for", "-A PREROUTING -d 10.0.0.2/32 -j DNAT --to-destination 192.0.2.9", toNobody);
        row("to a port of somebody", "-A PREROUTING -d 10.0.0.2/32 -p tcp -j DNAT --to-destination 192.0.2.9:8080", toNobody);
        row("to somebody else", "-A PREROUTING -d 10.0.0.2/32 -j DNAT --to-destination 192.0.2.8", toNobody, same);
        row("to a port that else nobody asks for", "-A PREROUTING -d 10.0.0.2/32 -p tcp -j DNAT --to-destination 10.0.0.1:8443", toPort);
        row("to that port alone", "-A PREROUTING -d 10.0.0.2/32 -p tcp -j REDIRECT --to-ports 8443", toPort);
        row("to another port", "-A PREROUTING -d 10.0.0.2/32 -p tcp -j DNAT --to-destination 10.0.0.1:8442", toPort, same);
    }

    void translations()
    {
        QFETCH(QByteArray, rules);
        QTEST(classesOf(test::clusterOfText(session({}, "[root@n1 ~]# iptables-save\n" + rules))), "classes");
    }

    // In a command that would tell, one pod's words become another's; what only contains a word stays.
    void renaming_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("renamed");
        const auto row = [](const char *name, const char *text, const char *renamed) { QTest::newRow(name) << QString(text) << QString(renamed); };
        row("an address", "ip route get 10.1.0.1", "ip route get 10.1.0.2");
        row("at the front", "10.1.0.1 dev", "10.1.0.2 dev");
        row("in the middle", "to 10.1.0.1 from", "to 10.1.0.2 from");
        row("alone", "10.1.0.1", "10.1.0.2");
        row("a longer one", "10.1.0.10", "10.1.0.10");
        row("a longer one in front", "110.1.0.1", "110.1.0.1");
        row("both", "10.1.0.10 10.1.0.1", "10.1.0.10 10.1.0.2");
        row("twice", "10.1.0.1 10.1.0.1", "10.1.0.2 10.1.0.2");
        row("each once", "10.1.0.1 10.1.0.2", "10.1.0.2 10.1.0.3");
        row("a device", "ip -d link show veth1", "ip -d link show veth2");
        row("a longer device", "ip link show veth11", "ip link show veth11");
        row("a name", "kubectl exec default/p1 -- ip route", "kubectl exec default/p2 -- ip route");
        row("a MAC", "bridge fdb get 02:00:00:00:00:01", "bridge fdb get 02:00:00:00:00:02");
        row("nobody's", "ip route", "ip route");
        row("nothing", "", "");
    }

    void renaming()
    {
        QFETCH(QString, text);
        const Cluster cluster = test::clusterOfText(session());
        const path::Places places(cluster);
        const path::Alike alike(places);
        const std::size_t one = podIn(cluster, "p1"), two = podIn(cluster, "p2"), three = podIn(cluster, "p3");
        path::Renaming renaming(alike);
        renaming.add(one, two);
        renaming.add(two, three);
        QTEST(QString::fromStdString(renaming.of(text.toStdString())), "renamed");
        QCOMPARE(renaming.ofName("default/p1"), std::string("default/p2"));
        QCOMPARE(renaming.ofName("default/p2"), std::string("default/p3"));
        QCOMPARE(renaming.ofName("default/p3"), std::string("default/p3"));
        path::Renaming none(alike);
        none.add(one, one);
        QCOMPARE(QString::fromStdString(none.of(text.toStdString())), text);
        const path::AssumedFact fact = renaming.of(path::AssumedFact{"n1", "default/p1", HostTable::Routes, text.toStdString()});
        QCOMPARE(fact.node, std::string("n1"));
        QCOMPARE(fact.pod, std::string("default/p2"));
        QVERIFY(fact.table == HostTable::Routes);
        QTEST(QString::fromStdString(fact.ask), "renamed");
        // Whom it concerns: whose it is, or for whom it asks.
        const bool isOfOne = renaming.of(text.toStdString()) != text.toStdString();
        const path::PodMarks &marks = alike.marks(one);
        QCOMPARE(path::concerns({"n1", {}, HostTable::Routes, text.toStdString()}, marks), isOfOne);
        QVERIFY(path::concerns({"n1", "default/p1", HostTable::Routes, text.toStdString()}, marks));
    }

    // A line is put in the place of the other's; what is of nobody stays.
    void lines()
    {
        const Cluster cluster = test::clusterOfText(session());
        const path::Places places(cluster);
        const path::Alike alike(places);
        path::Renaming renaming(alike);
        const std::size_t one = podIn(cluster, "p1"), two = podIn(cluster, "p2");
        renaming.add(one, two);
        const NetworkNamespace &net = cluster.nodes.front().net;
        const auto neighbour = [&](std::string_view ip) { return std::ranges::find_if(net.neighbours, [&](const Neighbour &entry) { return entry.ip && entry.ip->text() == ip; })->evidence; };
        const Evidence route = net.routes.front().evidence;
        const auto renamed = renaming.of(EvidenceList{neighbour("10.1.0.1"), route, neighbour("10.1.0.3")});
        QVERIFY(renamed);
        QVERIFY((*renamed == EvidenceList{neighbour("10.1.0.2"), route, neighbour("10.1.0.3")}));
        QVERIFY(renaming.of(EvidenceList()) && renaming.of(EvidenceList())->empty());
        QCOMPARE(alike.lines(one).size(), alike.lines(two).size());
        for (const Evidence &line : alike.lines(two))
            QVERIFY2(line.text().find("10.1.0.1 ") == std::string_view::npos && line.text().find("veth1") == std::string_view::npos, std::string(line.text()).c_str());
    }

    void edges_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<bool>("isEdge");
        for (const char *address : {"10.0.0.0", "10.0.0.255", "10.1.0.0", "10.1.0.255", "fe80::", "fe80::ffff:ffff:ffff:ffff", "10.8.0.4", "10.8.0.7"})
            QTest::newRow(address) << QString(address) << true;
        for (const char *address : {"10.0.0.1", "10.0.0.254", "10.1.0.127", "0.0.0.0", "255.255.255.255", "192.0.2.7", "fe80::1", "10.8.0.5", "10.8.0.3"})
            QTest::newRow(address) << QString(address) << false;
    }

    void edges()
    {
        QFETCH(QString, address);
        const Cluster cluster = test::clusterOfText(session({}, "[root@n2 ~]# ip route\ndefault via 10.0.0.254 dev eth0\n192.0.2.7 via 10.0.0.254 dev eth0\n10.8.0.4/30 via 10.0.0.254 dev eth0\n"));
        const path::Places places(cluster);
        QTEST(path::Surroundings(places).isEdge(*IpAddress::parse(address.toStdString())), "isEdge");
    }
};

QTEST_GUILESS_MAIN(TestAlike)
#include "tst_alike.moc"
