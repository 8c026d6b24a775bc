#include "core/topology/describe.h"
#include "core/topology/house.h"
#include "core/topology/layout.h"
#include "core/topology/lighting.h"
#include "core/topology/problems.h"
#include "tests/support/clusterlines.h"

#include <QTest>

using namespace vethscope;
using namespace vethscope::test;

// What the drawing knows of each of its elements: the links between nodes, the storeys of a house, the description of an element with the
// host's lines, the filter for its packets, the elements of a packet. The cluster is small enough to see all of it below.

namespace {

using Kind = Subject::Kind;

const QByteArray n1 = "[root@n1 ~]# ip -d addr\n"
                      "2: eth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc mq state UP group default qlen 1000\n"
                      "    link/ether 52:54:00:00:00:01 brd ff:ff:ff:ff:ff:ff promiscuity 0 minmtu 68 maxmtu 65535\n"
                      "    inet 10.0.0.1/24 brd 10.0.0.255 scope global eth0\n"
                      "    inet6 fe80::5054:ff:fe00:1/64 scope link\n"
                      "3: flannel.1: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1450 qdisc noqueue state UNKNOWN group default\n"
                      "    link/ether 02:00:00:00:00:a1 brd ff:ff:ff:ff:ff:ff promiscuity 0 minmtu 68 maxmtu 65535\n"
                      "    vxlan id 1 local 10.0.0.1 dev eth0 srcport 0 0 dstport 8472 nolearning ageing 300\n"
                      "    inet 10.244.1.0/32 scope global flannel.1\n"
                      "4: cni0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1450 qdisc noqueue state UP group default\n"
                      "    link/ether 02:00:00:00:00:b1 brd ff:ff:ff:ff:ff:ff promiscuity 0 minmtu 68 maxmtu 65535\n"
                      "    bridge forward_delay 1500 hello_time 200\n"
                      "    inet 10.244.1.1/24 brd 10.244.1.255 scope global cni0\n"
                      "7: vetha@if3: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1450 qdisc noqueue master cni0 state UP group default\n"
                      "    link/ether 02:00:00:00:00:c1 brd ff:ff:ff:ff:ff:ff link-netnsid 0 promiscuity 1\n"
                      "    veth\n"
                      "[root@n1 ~]# ip route\n"
                      "default via 10.0.0.254 dev eth0\n"
                      "10.244.1.0/24 dev cni0 proto kernel scope link src 10.244.1.1\n"
                      "10.244.2.0/24 via 10.244.2.0 dev flannel.1 onlink\n"
                      "[root@n1 ~]# ip neigh\n"
                      "10.0.0.254 dev eth0 lladdr fe:ee:00:00:00:01 REACHABLE\n"
                      "10.244.2.0 dev flannel.1 lladdr 02:00:00:00:00:a2 PERMANENT\n"
                      "10.244.1.5 dev cni0 lladdr 02:00:00:00:00:d1 REACHABLE\n"
                      "[root@n1 ~]# bridge fdb\n"
                      "02:00:00:00:00:a2 dev flannel.1 dst 10.0.0.2 self permanent\n"
                      "02:00:00:00:00:d1 dev vetha master cni0\n";

const QByteArray pods = "[root@n1 ~]# kubectl get pods -A -o wide\n"
                        "NAMESPACE   NAME   READY   STATUS    RESTARTS   AGE   IP           NODE   NOMINATED NODE   READINESS GATES\n"
                        "shop        tea    1/1     Running   0          3d    10.244.1.5   n1     <none>           <none>\n"
                        "shop        cart   1/1     Running   0          3d    10.244.2.5   n2     <none>           <none>\n";

// Its VNI is another.
const QByteArray n2 = "[root@n2 ~]# ip -d addr\n"
                      "2: eth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc mq state UP group default qlen 1000\n"
                      "    link/ether 52:54:00:00:00:02 brd ff:ff:ff:ff:ff:ff promiscuity 0 minmtu 68 maxmtu 65535\n"
                      "    inet 10.0.0.2/24 brd 10.0.0.255 scope global eth0\n"
                      "3: flannel.1: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1450 qdisc noqueue state UNKNOWN group default\n"
                      "    link/ether 02:00:00:00:00:a2 brd ff:ff:ff:ff:ff:ff promiscuity 0 minmtu 68 maxmtu 65535\n"
                      "    vxlan id 2 local 10.0.0.2 dev eth0 srcport 0 0 dstport 4789 nolearning ageing 300\n"
                      "    inet 10.244.2.0/32 scope global flannel.1\n"
                      "[root@n2 ~]# ip route\n"
                      "default via 10.0.0.254 dev eth0\n";

QString text(const std::string &value)
{
    return QString::fromStdString(value);
}

QString lineOf(const Evidence &evidence)
{
    return evidence.source ? text(std::string(evidence.text())).trimmed() : QString();
}

// `label: value`, a sentence alone, and the host's line behind ` | `.
QStringList described(const Cluster &cluster, const Subject &subject)
{
    const Description made = describe(cluster, linksOf(cluster), subject);
    QStringList lines{text(made.title) + " (" + text(made.kind) + ')'};
    for (const Description::Row &row : made.rows)
        lines << (row.label.empty() ? QString() : text(row.label) + ": ") + text(row.value).trimmed() + (row.evidence.source ? " | " + lineOf(row.evidence) : QString());
    return lines;
}

QStringList tunnelLines(const Cluster &cluster)
{
    const auto name = [&](std::size_t node, std::size_t interface) {
        return node == nobody ? QString("-") : text(cluster.nodes[node].name) + '/' + (interface == nobody ? QString("-") : text(cluster.nodes[node].net.interfaces[interface].name));
    };
    QStringList lines;
    for (const TunnelLink &link : linksOf(cluster).tunnels) {
        QString line = name(link.from, link.fromInterface) + ' ' + name(link.to, link.toInterface) + ' ' + text(link.label());
        line += QString(link.there ? " there" : "") + (link.back ? " back" : "") + (link.endsDiffer() ? " differ" : "");
        if (link.farAddress)
            line += " at " + text(link.farAddress->text());
        if (link.farMac)
            line += ' ' + text(link.farMac->text());
        for (const Evidence &evidence : link.evidence)
            line += " | " + lineOf(evidence);
        lines << line;
    }
    return lines;
}

QStringList nextHopLines(const Cluster &cluster)
{
    QStringList lines;
    for (const NextHopLink &link : linksOf(cluster).nextHops) {
        const ClusterNode &from = cluster.nodes[link.from], &to = cluster.nodes[link.to];
        const auto device = [](const ClusterNode &node, std::size_t interface) { return interface == nobody ? QString("-") : text(node.net.interfaces[interface].name); };
        QString line = text(from.name) + '/' + device(from, link.fromInterface) + ' ' + text(to.name) + '/' + device(to, link.toInterface);
        for (const std::size_t route : link.there)
            line += " > " + text(from.net.routes[route].to.text());
        for (const std::size_t route : link.back)
            line += " < " + text(to.net.routes[route].to.text());
        lines << line;
    }
    return lines;
}

QStringList houseLines(const Cluster &cluster, std::size_t node)
{
    const House house = housesOf(cluster)[node];
    const auto name = [&](std::size_t interface) { return interface == nobody ? QString("-") : text(cluster.nodes[node].net.interfaces[interface].name); };
    const auto podName = [&](std::size_t pod) { return pod == nobody ? QString("-") : text(cluster.pods[pod].fullName()); };
    const char *const kinds[] = {"bridge", "routing", "unseen"};
    QStringList lines;
    for (const Hub &hub : house.hubs) {
        QString line = QString("hub %1 %2").arg(kinds[static_cast<int>(hub.kind)], name(hub.interface));
        for (const PodAndVeth &entry : hub.pods)
            line += ' ' + podName(entry.pod) + '@' + name(entry.interface);
        lines << line;
    }
    for (const Uplink &uplink : house.uplinks) {
        QString line = "uplink " + name(uplink.interface);
        for (const Way &way : uplink.ways) {
            line += " way " + name(way.tunnel);
            for (const std::size_t route : way.routes)
                line += ' ' + text(cluster.nodes[node].net.routes[route].to.text());
        }
        for (const std::size_t route : uplink.defaultRoutes)
            line += " default " + text(cluster.nodes[node].net.routes[route].via ? cluster.nodes[node].net.routes[route].via->text() : "-");
        lines << line;
    }
    for (const std::size_t one : house.looseTunnels)
        lines << "loose " + name(one);
    for (const std::size_t one : house.idle)
        lines << "idle " + name(one);
    for (const std::size_t one : house.hostPods)
        lines << "host " + podName(one);
    return lines << QString("%1 pods%2").arg(house.podCount()).arg(house.hasTunnel ? ", tunnel" : "");
}

QStringList litBy(const Cluster &cluster, const QStringList &addresses)
{
    const auto address = [&](qsizetype i) { return i < addresses.size() ? IpAddress::parse(addresses[i].toStdString()) : std::nullopt; };
    const ClusterLinks links = linksOf(cluster);
    QStringList names;
    for (const Subject &subject : elementsOf(cluster, links, {address(0), address(1), address(2), address(3)}))
        names << text(identityOf(cluster, links, subject));
    names.sort();
    return names;
}

} // namespace

class TopologyElementsTest : public QObject
{
    Q_OBJECT

private slots:
    void tunnels_data()
    {
        QTest::addColumn<QByteArray>("transcript");
        QTest::addColumn<QStringList>("tunnels");
        const QString fdb = " | 02:00:00:00:00:a2 dev flannel.1 dst 10.0.0.2 self permanent", route = " | 10.244.2.0/24 via 10.244.2.0 dev flannel.1 onlink";
        QTest::newRow("one end speaks of the other, and they are set differently")
            << n1 + n2 << QStringList{"n1/flannel.1 n2/flannel.1 VXLAN 1 ≠ 2 :8472 ≠ 4789 there differ" + fdb + route};
        QTest::newRow("each speaks of the other")
            << n1 + QByteArray(n2).replace("vxlan id 2", "vxlan id 1").replace("4789", "8472") + "[root@n2 ~]# bridge fdb\n02:00:00:00:00:a1 dev flannel.1 dst 10.0.0.1 self permanent\n"
            << QStringList{"n1/flannel.1 n2/flannel.1 VXLAN 1 :8472 there back" + fdb + route + " | 02:00:00:00:00:a1 dev flannel.1 dst 10.0.0.1 self permanent"};
        QTest::newRow("only the later node speaks of the earlier one")
            << n2 + n1 << QStringList{"n2/flannel.1 n1/flannel.1 VXLAN 2 ≠ 1 :4789 ≠ 8472 back differ" + fdb + route};
        QTest::newRow("the ports alone differ") << n1 + QByteArray(n2).replace("vxlan id 2", "vxlan id 1") << QStringList{"n1/flannel.1 n2/flannel.1 VXLAN 1 :8472 ≠ 4789 there differ" + fdb + route};
        QTest::newRow("a far end of which only the address is known") << n1 << QStringList{"n1/flannel.1 10.0.0.2/- VXLAN 1 :8472 there" + fdb, "n1/flannel.1 - VXLAN 1 :8472 there at 10.244.2.0 02:00:00:00:00:a2" + route};
        const QByteArray wg = "[root@H ~]# ip addr\n2: eth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc mq state UP group default qlen 1000\n    link/ether 52:54:00:00:00:01 brd ff:ff:ff:ff:ff:ff\n"
                              "    inet 10.0.0.A/24 brd 10.0.0.255 scope global eth0\n[root@H ~]# wg\ninterface: flannel-wg\n  public key: KKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKA\n  listening port: 51820\n";
        const auto wgOf = [&](const char *host, const char *number) { return QByteArray(wg).replace("H ~", QByteArray(host) + " ~").replace("10.0.0.A/", QByteArray("10.0.0.") + number + '/').replace("KA\n", QByteArray("K") + number + '\n'); };
        const QByteArray to2 = "\npeer: PPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPP\n  endpoint: 10.0.0.2:51820\n  allowed ips: 10.244.2.0/24\n";
        const QByteArray nowhere = "\npeer: RRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRR\n  allowed ips: 10.244.3.0/24\n";
        QTest::newRow("WireGuard's peers, by their endpoints; of one without an endpoint nobody knows where")
            << wgOf("w1", "1") + to2 + nowhere + wgOf("w2", "2") << QStringList{"w1/flannel-wg w2/flannel-wg WireGuard :51820 there | endpoint: 10.0.0.2:51820"};
        QTest::newRow("a peer that is no node of the cluster") << wgOf("w1", "1") + to2 << QStringList{"w1/flannel-wg - WireGuard :51820 there at 10.0.0.2 | endpoint: 10.0.0.2:51820"};
        const QByteArray vtep = "3: flannel.1: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1450 qdisc noqueue state UNKNOWN group default\n"
                                "    vxlan id 1 local 10.0.0.1 dev eth0 srcport 0 0 dstport 8472 nolearning ageing 300\n";
        const auto fdbOf = [&](const char *lines) { return "[root@n1 ~]# ip -d link\n" + vtep + "[root@n1 ~]# bridge fdb\n" + lines; };
        QTest::newRow("a multicast group, another device's entry, one without a far end")
            << fdbOf("00:00:00:00:00:00 dev flannel.1 dst 239.1.1.1 self permanent\n02:00:00:00:00:a2 dev vxlan7 dst 10.0.0.2 self permanent\n02:00:00:00:00:a3 dev flannel.1 self permanent\n")
            << QStringList{"n1/vxlan7 10.0.0.2/- VXLAN there | 02:00:00:00:00:a2 dev vxlan7 dst 10.0.0.2 self permanent"};
        const auto routesThrough = [&](const char *lines) { return "[root@n1 ~]# ip -d link\n" + vtep + "[root@n1 ~]# ip route\n" + lines; };
        QTest::newRow("routes to a far end that nobody knows: one tunnel, every line")
            << routesThrough("10.244.2.0/24 via 10.244.2.0 dev flannel.1 onlink\n10.244.9.0/24 via 10.244.2.0 dev flannel.1 onlink\n10.244.3.0/24 via 10.244.3.0 dev flannel.1 onlink\n10.244.4.0/24 dev flannel.1\n10.244.5.0/24 via 10.0.0.7 dev eth0\n")
            << QStringList{"n1/flannel.1 - VXLAN 1 :8472 there at 10.244.2.0" + route + " | 10.244.9.0/24 via 10.244.2.0 dev flannel.1 onlink",
                           "n1/flannel.1 - VXLAN 1 :8472 there at 10.244.3.0 | 10.244.3.0/24 via 10.244.3.0 dev flannel.1 onlink"};
        const auto tunl = [](const char *host, const char *address, const char *routes) {
            return QByteArray("[root@H ~]# ip addr\n2: eth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc mq state UP group default qlen 1000\n    link/ether 52:54:00:00:00:01 brd ff:ff:ff:ff:ff:ff\n    inet A/24 brd 10.0.0.255 scope global eth0\n"
                              "3: tunl0@NONE: <NOARP,UP,LOWER_UP> mtu 1480 qdisc noqueue state UNKNOWN group default qlen 1000\n    link/ipip 0.0.0.0 brd 0.0.0.0\n[root@H ~]# ip route\n").replace("H", host).replace("A/24", QByteArray(address) + "/24") + routes;
        };
        QTest::newRow("IPIP by routes; its own address is no far end")
            << tunl("n1", "10.0.0.1", "10.244.2.0/26 via 10.0.0.2 dev tunl0 proto bird onlink\n10.244.1.0/26 via 10.0.0.1 dev tunl0 proto bird onlink\n") + tunl("n2", "10.0.0.2", "10.244.1.0/26 via 10.0.0.1 dev tunl0 proto bird onlink\n")
            << QStringList{"n1/tunl0 n2/tunl0 IPIP there back | 10.244.2.0/26 via 10.0.0.2 dev tunl0 proto bird onlink | 10.244.1.0/26 via 10.0.0.1 dev tunl0 proto bird onlink"};
        const auto tun = [](const char *host, const char *address) {
            return QByteArray("[root@H ~]# ip -d addr\n3: flannel0: <POINTOPOINT,MULTICAST,NOARP,UP,LOWER_UP> mtu 1472 qdisc fq_codel state UNKNOWN group default qlen 500\n    link/none promiscuity 0\n    tun type tun pi off vnet_hdr off persist off\n    inet A scope global flannel0\n")
                .replace("H", host).replace("inet A", QByteArray("inet ") + address);
        };
        const QString tun0 = " | 3: flannel0: <POINTOPOINT,MULTICAST,NOARP,UP,LOWER_UP> mtu 1472 qdisc fq_codel state UNKNOWN group default qlen 500";
        QTest::newRow("flannel's UDP: who shares the pods' network; another's TUN is none of them")
            << tun("n1", "10.244.1.0/16") + tun("n2", "10.244.2.0/16") + tun("n3", "10.99.2.0/16") << QStringList{"n1/flannel0 n2/flannel0 flannel UDP :8285 there back" + tun0 + tun0};
        QTest::newRow("GRE between two addresses")
            << QByteArray("[root@n1 ~]# ip -d link\n5: gre7@NONE: <POINTOPOINT,NOARP,UP,LOWER_UP> mtu 1476 qdisc noqueue state UNKNOWN mode DEFAULT group default qlen 1000\n    link/gre 10.0.0.1 peer 10.0.0.2 promiscuity 0\n"
                          "    gre remote 10.0.0.2 local 10.0.0.1 ttl inherit\n")
                    + n2
            << QStringList{"n1/gre7 n2/- GRE there | 5: gre7@NONE: <POINTOPOINT,NOARP,UP,LOWER_UP> mtu 1476 qdisc noqueue state UNKNOWN mode DEFAULT group default qlen 1000"};
        QTest::newRow("of two devices on the far node the one with the same VNI")
            << n1 + QByteArray(n2).replace("vxlan id 2", "vxlan id 7").replace("4789", "8472")
                    + "[root@n2 ~]# ip -d link show vxlan8\n8: vxlan8: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1450 qdisc noqueue state UNKNOWN mode DEFAULT group default\n    vxlan id 1 local 10.0.0.2 dev eth0 srcport 0 0 dstport 8472\n"
            << QStringList{"n1/flannel.1 n2/vxlan8 VXLAN 1 :8472 there" + fdb + route};
        QTest::newRow("two tunnels between two nodes are two")
            << n1 + n2
                    + "[root@n1 ~]# ip -d link show vxlan8\n8: vxlan8: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1450 qdisc noqueue state UNKNOWN mode DEFAULT group default\n    vxlan id 8 local 10.0.0.1 dev eth0 srcport 0 0 dstport 8472\n"
                      "[root@n1 ~]# bridge fdb show dev vxlan8\n02:00:00:00:00:a8 dst 10.0.0.2 self permanent\n"
                      "[root@n2 ~]# ip -d link show vxlan8\n8: vxlan8: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1450 qdisc noqueue state UNKNOWN mode DEFAULT group default\n    vxlan id 8 local 10.0.0.2 dev eth0 srcport 0 0 dstport 8472\n"
                      "[root@n2 ~]# bridge fdb show dev vxlan8\n02:00:00:00:00:b8 dst 10.0.0.1 self permanent\n"
            << QStringList{"n1/flannel.1 n2/flannel.1 VXLAN 1 ≠ 2 :8472 ≠ 4789 there differ" + fdb + route,
                           "n1/vxlan8 n2/vxlan8 VXLAN 8 :8472 there back | 02:00:00:00:00:a8 dst 10.0.0.2 self permanent | 02:00:00:00:00:b8 dst 10.0.0.1 self permanent"};
        QTest::newRow("who a next hop is, its MAC tells: that of this device's neighbour")
            << QByteArray(n1).replace("02:00:00:00:00:a2 dev flannel.1 dst 10.0.0.2 self permanent\n", "")
                        .replace("10.244.2.0 dev flannel.1 lladdr", "10.244.9.0 dev flannel.1 lladdr 02:00:00:00:00:a9 PERMANENT\n10.244.2.0 dev eth0 lladdr 02:00:00:00:00:a8 STALE\n10.244.2.0 dev flannel.1 lladdr")
                    + QByteArray(n2).replace("    inet 10.244.2.0/32 scope global flannel.1\n", "")
            << QStringList{"n1/flannel.1 n2/flannel.1 VXLAN 1 ≠ 2 :8472 ≠ 4789 there differ" + route};
        QTest::newRow("of two devices with other VNIs the one with the same name")
            << n1 + "[root@n2 ~]# ip -d link show\n2: aaa: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1450 qdisc noqueue state UNKNOWN mode DEFAULT group default\n    vxlan id 9 local 10.0.0.2 dev eth0 srcport 0 0 dstport 8472\n" + n2
            << QStringList{"n1/flannel.1 n2/flannel.1 VXLAN 1 ≠ 2 :8472 ≠ 4789 there differ" + fdb + route};
    }

    void tunnels()
    {
        QFETCH(QByteArray, transcript);
        QTEST(tunnelLines(clusterOfText(transcript)), "tunnels");
    }

    // Whose an address is; what two nodes have is nobody's.
    void owners()
    {
        const auto ip = [](const char *address) { return *IpAddress::parse(address); };
        const auto mac = [](const char *address) { return *MacAddress::parse(address); };
        const auto device = [&](const char *name, LinkKind kind, const char *macAddress, std::initializer_list<const char *> addresses) {
            NetworkInterface made;
            made.name = name;
            made.kind = kind;
            if (const auto parsed = MacAddress::parse(macAddress))
                made.mac = Known(*parsed, Evidence{});
            for (const char *address : addresses)
                made.addresses.push_back({*IpPrefix::parse(address)});
            return made;
        };
        Cluster cluster;
        cluster.nodes.resize(4);
        cluster.nodes[0].net.interfaces = {device("lo", LinkKind::Loopback, "00:00:00:00:00:00", {"127.0.0.1/8", "192.0.2.99/32"}), device("tunl0", LinkKind::Ipip, "00:00:00:00:00:00", {}),
                                       device("none", LinkKind::Tun, "", {}),
                                       device("eth0", LinkKind::Physical, "52:54:00:00:00:01", {"fe80::1/64", "127.0.0.2/8", "10.0.0.1/24", "192.0.2.77/32"}),
                                       device("docker0", LinkKind::Bridge, "02:42:00:00:00:01", {"172.17.0.1/16"}), device("eth0.7", LinkKind::Vlan, "52:54:00:00:00:01", {"10.0.0.1/32", "10.7.0.1/24"})};
        cluster.nodes[1].net.interfaces = {device("eth0", LinkKind::Physical, "52:54:00:00:00:02", {"fe80::1/64", "10.0.0.2/24"}), device("docker0", LinkKind::Bridge, "02:42:00:00:00:01", {"172.17.0.1/16", "10.8.0.2/24"})};
        cluster.nodes[1].addresses = {{ip("10.0.0.2")}}; // which its interface has as well
        cluster.nodes[2].addresses = {{ip("10.0.0.3")}, {ip("10.0.0.4")}}; // ghosts
        cluster.nodes[3].addresses = {{ip("10.0.0.4")}, {ip("192.0.2.77")}, {ip("10.0.0.5")}};
        const AddressBook book(cluster);
        const auto owner = [&](const char *address) {
            const auto found = book.owner(ip(address));
            return found ? QString("%1/%2").arg(found->node).arg(found->interface == nobody ? QString("-") : QString::number(found->interface)) : QString("-");
        };
        QCOMPARE(owner("10.0.0.1"), QString("0/3")); // the first of its two
        QCOMPARE(owner("10.7.0.1"), QString("0/5"));
        QCOMPARE(owner("10.0.0.2"), QString("1/0"));
        QCOMPARE(owner("10.8.0.2"), QString("1/1"));
        QCOMPARE(owner("10.0.0.3"), QString("2/-"));
        QCOMPARE(owner("10.0.0.5"), QString("3/-"));
        for (const char *nobodys : {"fe80::1", "127.0.0.1", "127.0.0.2", "192.0.2.99", "172.17.0.1", "10.0.0.4", "192.0.2.77", "203.0.113.1"})
            QCOMPARE(owner(nobodys), QString("-"));
        QCOMPARE(book.owner(mac("52:54:00:00:00:01")), std::optional<std::size_t>(0)); // of two devices of one node
        QCOMPARE(book.owner(mac("52:54:00:00:00:02")), std::optional<std::size_t>(1));
        QVERIFY(!book.owner(mac("02:42:00:00:00:01")));
        QVERIFY(!book.owner(mac("00:00:00:00:00:00")));
        for (const LinkKind kind : {LinkKind::Vxlan, LinkKind::Ipip, LinkKind::Tun, LinkKind::Geneve, LinkKind::Gre, LinkKind::Wireguard})
            QVERIFY(isTunnel(kind));
        for (const LinkKind kind : {LinkKind::Unknown, LinkKind::Physical, LinkKind::Bridge, LinkKind::Veth, LinkKind::Tap, LinkKind::Vlan, LinkKind::Bond, LinkKind::Loopback})
            QVERIFY(!isTunnel(kind));
    }

    void labels_data()
    {
        QTest::addColumn<TunnelLink>("link");
        QTest::addColumn<QString>("label");
        const auto made = [](LinkKind kind, std::optional<std::uint32_t> vni, std::optional<std::uint32_t> farVni, std::optional<std::uint16_t> port, std::optional<std::uint16_t> farPort) {
            TunnelLink link;
            link.kind = kind;
            link.vni = vni;
            link.farVni = farVni;
            link.port = port;
            link.farPort = farPort;
            return link;
        };
        QTest::newRow("VXLAN without numbers") << made(LinkKind::Vxlan, {}, {}, {}, {}) << "VXLAN";
        QTest::newRow("the near end's VNI alone") << made(LinkKind::Vxlan, 7, {}, {}, {}) << "VXLAN 7";
        QTest::newRow("the far end's VNI alone") << made(LinkKind::Vxlan, {}, 8, {}, 8472) << "VXLAN 8 :8472";
        QTest::newRow("both the same") << made(LinkKind::Vxlan, 7, 7, 4789, 4789) << "VXLAN 7 :4789";
        QTest::newRow("Geneve, VNIs that differ") << made(LinkKind::Geneve, 7, 8, 6081, 6081) << "Geneve 7 ≠ 8 :6081 differ";
        QTest::newRow("ports that differ") << made(LinkKind::Vxlan, 7, 7, 8472, 4789) << "VXLAN 7 :8472 ≠ 4789 differ";
        QTest::newRow("IPIP") << made(LinkKind::Ipip, {}, {}, {}, {}) << "IPIP";
        QTest::newRow("GRE") << made(LinkKind::Gre, {}, {}, {}, {}) << "GRE";
        QTest::newRow("WireGuard") << made(LinkKind::Wireguard, {}, {}, {}, {}) << "WireGuard";
        QTest::newRow("WireGuard at its port") << made(LinkKind::Wireguard, {}, {}, 51820, 51820) << "WireGuard :51820";
        TunnelLink six = made(LinkKind::Vxlan, 7, 7, 4789, 4789);
        six.isV6 = true;
        QTest::newRow("over IPv6") << six << "VXLAN 7 :4789 IPv6";
        QTest::newRow("flannel's UDP at its port") << made(LinkKind::Tun, {}, {}, {}, {}) << "flannel UDP :8285";
        QTest::newRow("flannel's UDP at another") << made(LinkKind::Tun, {}, {}, 8286, {}) << "flannel UDP :8286";
        QTest::newRow("another kind") << made(LinkKind::Vlan, {}, {}, {}, {}) << "tunnel";
    }

    void labels()
    {
        QFETCH(TunnelLink, link);
        QTEST(text(link.label()) + (link.endsDiffer() ? " differ" : ""), "label");
    }

    void nextHops_data()
    {
        QTest::addColumn<QByteArray>("transcript");
        QTest::addColumn<QStringList>("links");
        const QByteArray more1 = "[root@n1 ~]# ip route\n", more2 = "[root@n2 ~]# ip route\n";
        QTest::newRow("through a tunnel it is none") << n1 + n2 << QStringList{};
        QTest::newRow("there and back, in the order of the routes")
            << n1 + n2 + more1 + "10.244.3.0/24 via 10.0.0.2 dev eth0\n10.244.2.0/24 via 10.0.0.2 dev eth0\n" + more2 + "10.244.1.0/24 via 10.0.0.1 dev eth0\n"
            << QStringList{"n1/eth0 n2/eth0 > 10.244.3.0/24 > 10.244.2.0/24 < 10.244.1.0/24"};
        QTest::newRow("only back") << n1 + n2 + more2 + "10.244.1.0/24 via 10.0.0.1 dev eth0\n" << QStringList{"n1/eth0 n2/eth0 < 10.244.1.0/24"};
        QTest::newRow("what is none: a default route, its own address, a device that nobody has shown, nobody's address, a blackhole")
            << n1 + n2 + more1
                    + "default via 10.0.0.2 dev eth0\n10.244.4.0/24 via 10.0.0.1 dev eth0\n10.244.6.0/24 via 10.0.0.77 dev eth0\nblackhole 10.244.7.0/24\n10.244.8.0/24 dev eth0\n"
                    + more2 + "10.244.1.0/24 via 10.0.0.1 dev eth0\n"
            << QStringList{"n1/eth0 n2/eth0 < 10.244.1.0/24"};
    }

    void nextHops()
    {
        QFETCH(QByteArray, transcript);
        QTEST(nextHopLines(clusterOfText(transcript)), "links");
    }

    void houses_data()
    {
        QTest::addColumn<QByteArray>("transcript");
        QTest::addColumn<int>("node");
        QTest::addColumn<QStringList>("storeys");
        QTest::newRow("a bridge with a pod, and a tunnel through the card")
            << n1 + n2 + pods << 0 << QStringList{"hub bridge cni0 shop/tea@vetha", "uplink eth0 way flannel.1 10.244.2.0/24 default 10.0.0.254", "1 pods, tunnel"};
        QTest::newRow("a pod whose veth and bridge nobody has seen")
            << n1 + n2 + pods << 1 << QStringList{"hub unseen - shop/cart@-", "uplink eth0 way flannel.1 default 10.0.0.254", "1 pods, tunnel"};
        const auto host = [](const char *links, const char *routes) { return QByteArray("[root@n1 ~]# ip -d addr\n") + links + "[root@n1 ~]# ip route\n" + routes; };
        const char *const eth0 = "2: eth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc mq state UP group default qlen 1000\n    inet 10.0.0.1/24 brd 10.0.0.255 scope global eth0\n";
        const QByteArray card = "[root@n1 ~]# ethtool -i eth0\ndriver: virtio_net\nbus-info: 0000:00:03.0\n";
        QTest::newRow("straight through the card: a way without a tunnel")
            << host(eth0, "default via 10.0.0.254 dev eth0\n10.244.2.0/24 via 10.0.0.2 dev eth0\n10.0.0.0/24 dev eth0 proto kernel scope link\n10.244.3.0/24 via 10.0.0.3 dev eth0\nblackhole 10.244.9.0/24\n") << 0
            << QStringList{"uplink eth0 way - 10.244.2.0/24 10.244.3.0/24 default 10.0.0.254", "0 pods"};
        QTest::newRow("a card with an address of its own link alone is no uplink")
            << host("2: eth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc mq state UP group default qlen 1000\n    inet6 fe80::1/64 scope link\n", "") << 0 << QStringList{"idle eth0", "0 pods"};
        QTest::newRow("bridges without ports, dummies, a tunl0 that is down")
            << host("4: docker7: <NO-CARRIER,BROADCAST,MULTICAST,UP> mtu 1500 qdisc noqueue state DOWN group default\n    bridge forward_delay 1500\n    inet 172.17.0.1/16 scope global docker7\n"
                    "5: dummy7: <BROADCAST,NOARP,UP,LOWER_UP> mtu 1500 qdisc noqueue state UNKNOWN group default\n    dummy\n    inet 169.254.20.10/32 scope global dummy7\n"
                    "6: tunl0@NONE: <NOARP> mtu 1480 qdisc noop state DOWN group default qlen 1000\n    link/ipip 0.0.0.0 brd 0.0.0.0\n"
                    "1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue state UNKNOWN group default\n    inet 127.0.0.1/8 scope host lo\n", "") << 0
            << QStringList{"idle dummy7", "idle tunl0", "idle docker7", "0 pods, tunnel"};
        QTest::newRow("a tunl0 that is down and yet has an address; no card that it could go through")
            << host("6: tunl0@NONE: <NOARP> mtu 1480 qdisc noop state DOWN group default qlen 1000\n    link/ipip 0.0.0.0 brd 0.0.0.0\n    inet 10.244.1.0/32 scope global tunl0\n", "") << 0
            << QStringList{"loose tunl0", "0 pods, tunnel"};
        QTest::newRow("a bridge that carries the card, and a virtual machine's TAP on it")
            << host("2: eth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc mq master br7 state UP group default qlen 1000\n    link/ether 52:54:00:00:00:01 brd ff:ff:ff:ff:ff:ff promiscuity 1 minmtu 68 maxmtu 65535\n"
                    "4: br7: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP group default\n    bridge forward_delay 1500\n    inet 10.0.0.1/24 scope global br7\n"
                    "5: tap7: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc fq_codel master br7 state UP group default qlen 1000\n    tun type tap pi off vnet_hdr on persist off\n"
                    "6: tap8: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc fq_codel state UP group default qlen 1000\n    tun type tap pi off vnet_hdr on persist off\n", "default via 10.0.0.254 dev br7\n") + card << 0
            << QStringList{"hub bridge br7 -@tap7", "uplink eth0 way -", "idle tap8", "1 pods"};
        QTest::newRow("a bridge that carries the card and nothing else is not idle")
            << host("2: eth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc mq master br7 state UP group default qlen 1000\n    link/ether 52:54:00:00:00:01 brd ff:ff:ff:ff:ff:ff promiscuity 1 minmtu 68 maxmtu 65535\n"
                    "4: br7: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP group default\n    bridge forward_delay 1500\n    inet 10.0.0.1/24 scope global br7\n", "") + card << 0
            << QStringList{"uplink eth0", "0 pods"};
        const char *const veths = "2: eth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc mq state UP group default qlen 1000\n    inet 10.0.0.1/24 brd 10.0.0.255 scope global eth0\n"
                                  "3: eth1: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc mq state UP group default qlen 1000\n    inet 192.0.2.1/24 brd 192.0.2.255 scope global eth1\n"
                                  "7: veth7@if3: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1450 qdisc noqueue state UP group default\n    link/ether 02:00:00:00:00:c1 brd ff:ff:ff:ff:ff:ff link-netnsid 0 promiscuity 1\n    veth\n"
                                  "8: veth8@if3: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1450 qdisc noqueue state UP group default\n    link/ether 02:00:00:00:00:c2 brd ff:ff:ff:ff:ff:ff link-netnsid 1 promiscuity 1\n    veth\n";
        QTest::newRow("a veth to which a route leads is routed, another's bridge is not seen; the card with the default route carries their packets")
            << host(veths, "default via 192.0.2.254 dev eth1\n10.244.1.5 dev veth7 scope link\n") << 0 << QStringList{"hub routing - 10.244.1.5@veth7", "hub unseen - -@veth8", "uplink eth0", "uplink eth1 way - default 192.0.2.254", "2 pods"};
        QTest::newRow("without a default route the first card carries them") << host(veths, "") << 0 << QStringList{"hub unseen - -@veth7 -@veth8", "uplink eth0 way -", "uplink eth1", "2 pods"};
        const QByteArray listed = "[root@n1 ~]# kubectl get pods -A -o wide\n"
                                  "NAMESPACE   NAME   READY   STATUS    RESTARTS   AGE   IP           NODE   NOMINATED NODE   READINESS GATES\n";
        QTest::newRow("pods in the node's own network; pods by the bridge's subnet, and outside of it")
            << n1 + listed + "sys         proxy  1/1     Running   0          3d    10.0.0.1     n1     <none>           <none>\n"
                             "shop        mug    1/1     Running   0          3d    10.244.1.9   n1     <none>           <none>\n"
                             "shop        jug    1/1     Running   0          3d    10.244.7.9   n1     <none>           <none>\n"
                             "shop        wait   0/1     Pending   0          3d    <none>       n1     <none>           <none>\n"
            << 0 << QStringList{"hub bridge cni0 10.244.1.5@vetha shop/mug@-", "hub unseen - shop/jug@- shop/wait@-", "uplink eth0 way flannel.1 10.244.2.0/24 default 10.0.0.254", "host sys/proxy", "4 pods, tunnel"};
        QTest::newRow("a pod of the node's own network whose address nobody tells")
            << n1 + "[root@n1 ~]# kubectl get pod -o json\n{\"apiVersion\": \"v1\", \"kind\": \"Pod\", \"metadata\": {\"name\": \"proxy\", \"namespace\": \"sys\"}, \"spec\": {\"nodeName\": \"n1\", \"hostNetwork\": true}}\n" << 0
            << QStringList{"hub bridge cni0 10.244.1.5@vetha", "uplink eth0 way flannel.1 10.244.2.0/24 default 10.0.0.254", "host sys/proxy", "1 pods, tunnel"};
        QTest::newRow("routes of another table, and those that drop")
            << n1 + "[root@n1 ~]# ip route show table 7\n10.244.9.0/24 via 10.0.0.9 dev eth0\n[root@n1 ~]# ip route show type unreachable\nunreachable 10.244.8.0/24 via 10.0.0.8 dev eth0\n" << 0
            << QStringList{"hub bridge cni0 10.244.1.5@vetha", "uplink eth0 way flannel.1 10.244.2.0/24 default 10.0.0.254", "1 pods, tunnel"};
        QTest::newRow("a tunnel whose device is another goes through the card that has its own end")
            << host("2: eth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc mq state UP group default qlen 1000\n    inet 10.0.0.1/24 brd 10.0.0.255 scope global eth0\n"
                    "3: eth1: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc mq state UP group default qlen 1000\n    inet 192.0.2.1/24 brd 192.0.2.255 scope global eth1\n"
                    "4: vxlan7: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1450 qdisc noqueue state UNKNOWN group default\n    vxlan id 7 local 192.0.2.1 srcport 0 0 dstport 8472\n"
                    "5: vxlan8: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1450 qdisc noqueue state UNKNOWN group default\n    vxlan id 8 dev eth0 srcport 0 0 dstport 8472\n"
                    "6: vxlan9: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1450 qdisc noqueue state UNKNOWN group default\n    vxlan id 9 srcport 0 0 dstport 8472\n", "default via 192.0.2.254 dev eth1\n") << 0
            << QStringList{"uplink eth0 way vxlan8", "uplink eth1 way vxlan7 way vxlan9 default 192.0.2.254", "0 pods, tunnel"};
    }

    void houses()
    {
        QFETCH(QByteArray, transcript);
        QFETCH(int, node);
        QTEST(houseLines(clusterOfText(transcript), static_cast<std::size_t>(node)), "storeys");
    }

    void descriptions_data()
    {
        QTest::addColumn<QString>("identity");
        QTest::addColumn<QStringList>("rows");
        QTest::addColumn<QString>("filter");
        const QString eth0 = " | 2: eth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc mq state UP group default qlen 1000";
        const QString vetha = " | 7: vetha@if3: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1450 qdisc noqueue master cni0 state UP group default";
        const QString flannel = " | 3: flannel.1: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1450 qdisc noqueue state UNKNOWN group default";
        const QString vxlan = " | vxlan id 1 local 10.0.0.1 dev eth0 srcport 0 0 dstport 8472 nolearning ageing 300";
        const QString cni0 = " | 4: cni0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1450 qdisc noqueue state UP group default";
        const QString route = "10.244.2.0/24 via 10.244.2.0 dev flannel.1 onlink", entry = "02:00:00:00:00:a2 dev flannel.1 dst 10.0.0.2 self permanent", gate = "default via 10.0.0.254 dev eth0";
        const QString learnt = "02:00:00:00:00:d1 dev vetha master cni0", neighbour = "10.244.1.5 dev cni0 lladdr 02:00:00:00:00:d1 REACHABLE";
        const auto same = [](const QString &line) { return line + " | " + line; };
        QTest::newRow("a node, and why its network is that") << "node:n1" << QStringList{"n1 (node)", "network: flannel-vxlan" + flannel, same(route), same(entry), "pods: 1"} << "ip.addr == 10.0.0.1";
        QTest::newRow("a card") << "interface:n1/eth0"
                                << QStringList{"eth0 (physical on n1)", "address: 10.0.0.1/24 | inet 10.0.0.1/24 brd 10.0.0.255 scope global eth0", "address: fe80::5054:ff:fe00:1/64 | inet6 fe80::5054:ff:fe00:1/64 scope link",
                                               "MAC: 52:54:00:00:00:01 | link/ether 52:54:00:00:00:01 brd ff:ff:ff:ff:ff:ff promiscuity 0 minmtu 68 maxmtu 65535", "index: 2" + eth0, "MTU: 1500" + eth0, "state: up" + eth0}
                                << "eth.addr == 52:54:00:00:00:01";
        QTest::newRow("a tunnel's device") << "interface:n1/flannel.1"
                                           << QStringList{"flannel.1 (vxlan on n1)", "address: 10.244.1.0/32 | inet 10.244.1.0/32 scope global flannel.1",
                                                          "MAC: 02:00:00:00:00:a1 | link/ether 02:00:00:00:00:a1 brd ff:ff:ff:ff:ff:ff promiscuity 0 minmtu 68 maxmtu 65535", "index: 3" + flannel, "MTU: 1450" + flannel, "state: up" + flannel,
                                                          "VNI: 1" + vxlan, "UDP port: 8472" + vxlan, "own end: 10.0.0.1" + vxlan}
                                           << "eth.addr == 02:00:00:00:00:a1";
        QTest::newRow("a bridge has the packets of its subnet") << "interface:n1/cni0"
                                                               << QStringList{"cni0 (bridge on n1)", "address: 10.244.1.1/24 | inet 10.244.1.1/24 brd 10.244.1.255 scope global cni0",
                                                                              "MAC: 02:00:00:00:00:b1 | link/ether 02:00:00:00:00:b1 brd ff:ff:ff:ff:ff:ff promiscuity 0 minmtu 68 maxmtu 65535", "index: 4" + cni0, "MTU: 1450" + cni0, "state: up" + cni0}
                                                               << "ip.addr == 10.244.1.0/24";
        QTest::newRow("a veth has its pod's packets") << "interface:n1/vetha"
                                                     << QStringList{"vetha (veth on n1)", "MAC: 02:00:00:00:00:c1 | link/ether 02:00:00:00:00:c1 brd ff:ff:ff:ff:ff:ff link-netnsid 0 promiscuity 1", "index: 7" + vetha, "MTU: 1450" + vetha, "state: up" + vetha,
                                                                    "port of: cni0" + vetha, "other end: shop/tea eth0 | " + neighbour, same(learnt)}
                                                     << "ip.addr == 10.244.1.5";
        QTest::newRow("a veth pair") << "veth:n1/vetha" << QStringList{"vetha (veth pair on n1)", "index: 7" + vetha, "other end: shop/tea eth0 | " + neighbour, same(learnt)} << "ip.addr == 10.244.1.5";
        QTest::newRow("a pod") << "pod:shop/tea"
                               << QStringList{"tea (pod in shop)", "address: 10.244.1.5 | shop        tea    1/1     Running   0          3d    10.244.1.5   n1     <none>           <none>", "MAC: 02:00:00:00:00:d1 | " + neighbour,
                                              "node: n1", "interface: eth0 (3)" + vetha, "veth on the node: vetha | " + learnt, "bridge: cni0"}
                               << "ip.addr == 10.244.1.5";
        QTest::newRow("a pod of which only the list speaks")
            << "pod:shop/cart" << QStringList{"cart (pod in shop)", "address: 10.244.2.5 | shop        cart   1/1     Running   0          3d    10.244.2.5   n2     <none>           <none>", "node: n2"} << "ip.addr == 10.244.2.5";
        QTest::newRow("routes through a device") << "routes:n1/flannel.1" << QStringList{"routes through flannel.1 (on n1)", same(route)} << "";
        QTest::newRow("a tunnel whose ends differ") << "tunnel:n1/flannel.1-n2"
                                                    << QStringList{"VXLAN 1 ≠ 2 :8472 ≠ 4789 (tunnel)", "between: n1 – n2", "The two ends are set differently.", "Only n1 knows the other end.", same(entry), same(route)}
                                                    << "vxlan.vni == 1 && underlay.ip.addr == 10.0.0.1 && underlay.ip.addr == 10.0.0.2";
        QTest::newRow("a router") << "router:10.0.0.254"
                                  << QStringList{"10.0.0.254 (router, known by what nodes say of it)", "address: 10.0.0.254 | " + gate, "MAC: fe:ee:00:00:00:01 | 10.0.0.254 dev eth0 lladdr fe:ee:00:00:00:01 REACHABLE", "n1: " + same(gate), "n2: " + same(gate)}
                                  << "eth.addr == fe:ee:00:00:00:01";
        QTest::newRow("a subnet") << "subnet:10.0.0.0/24"
                                  << QStringList{"10.0.0.0/24 (subnet of the underlay)", "n1: eth0 10.0.0.1/24 | inet 10.0.0.1/24 brd 10.0.0.255 scope global eth0", "n2: eth0 10.0.0.2/24 | inet 10.0.0.2/24 brd 10.0.0.255 scope global eth0"}
                                  << "ip.addr == 10.0.0.0/24";
    }

    // The subjects are found in the drawing by their identity.
    void descriptions()
    {
        QFETCH(QString, identity);
        const Cluster cluster = clusterOfText(n1 + n2 + pods);
        const TopologyFigure figure = layoutTopology(cluster, {});
        const auto part = std::ranges::find_if(figure.parts, [&](const Part &one) { return identityOf(cluster, figure.links, one.subject) == identity.toStdString(); });
        QVERIFY(part != figure.parts.end());
        QTEST(described(cluster, part->subject), "rows");
        QTEST(text(filterOf(cluster, figure.links, part->subject)), "filter");
    }

    void descriptionsOfOtherKinds_data()
    {
        QTest::addColumn<QByteArray>("transcript");
        QTest::addColumn<QString>("identity");
        QTest::addColumn<QStringList>("rows");
        QTest::addColumn<QString>("filter");
        const QString flannel = " | 3: flannel.1: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1450 qdisc noqueue state UNKNOWN group default";
        const auto same = [](const QString &line) { return line + " | " + line; };
        QTest::newRow("a node whose network one line proves") << n2 << "node:n2" << QStringList{"n2 (node)", "network: flannel-vxlan" + flannel, "pods: 0"} << "ip.addr == 10.0.0.2";
        QTest::newRow("a node whose network many lines prove: three stand there")
            << n1 + "[root@n1 ~]# bridge fdb show dev flannel.1\n02:00:00:00:00:a3 dst 10.0.0.3 self permanent\n[root@n1 ~]# ip route\n10.244.3.0/24 via 10.244.3.0 dev flannel.1 onlink\n" << "node:n1"
            << QStringList{"n1 (node)", "network: flannel-vxlan" + flannel, same("10.244.2.0/24 via 10.244.2.0 dev flannel.1 onlink"), same("10.244.3.0/24 via 10.244.3.0 dev flannel.1 onlink"), "pods: 1"} << "ip.addr == 10.0.0.1";
        QTest::newRow("a node that is only spoken of") << n1 << "node:10.0.0.2" << QStringList{"10.0.0.2 (node, only spoken of)", "pods: 0", same("02:00:00:00:00:a2 dev flannel.1 dst 10.0.0.2 self permanent")} << "";
        const QString gre = " | 5: gre7@NONE: <POINTOPOINT,NOARP,UP,LOWER_UP> mtu 1476 qdisc noqueue state UNKNOWN mode DEFAULT group default qlen 1000", ends = " | gre remote 10.0.0.2 local 10.0.0.1 ttl inherit";
        QTest::newRow("a tunnel's device with two ends")
            << QByteArray("[root@n1 ~]# ip -d link\n5: gre7@NONE: <POINTOPOINT,NOARP,UP,LOWER_UP> mtu 1476 qdisc noqueue state UNKNOWN mode DEFAULT group default qlen 1000\n    link/gre 10.0.0.1 peer 10.0.0.2 promiscuity 0\n"
                          "    gre remote 10.0.0.2 local 10.0.0.1 ttl inherit\n")
            << "interface:n1/gre7" << QStringList{"gre7 (gre on n1)", "index: 5" + gre, "MTU: 1476" + gre, "state: up" + gre, "own end: 10.0.0.1" + ends, "far end: 10.0.0.2" + ends} << "";
        const QByteArray mesh = "[root@n1 ~]# calicoctl node status\nIPv4 BGP status\n"
                                "+--------------+-------------------+-------+----------+-------------+\n"
                                "| PEER ADDRESS |     PEER TYPE     | STATE |  SINCE   |    INFO     |\n"
                                "+--------------+-------------------+-------+----------+-------------+\n"
                                "| 10.0.0.2     | node-to-node mesh | STATE | 10:00:00 | INFO |\n"
                                "+--------------+-------------------+-------+----------+-------------+\n";
        QTest::newRow("a session") << n1 + n2 + QByteArray(mesh).replace("| STATE | 10", "| up    | 10").replace("| INFO |\n+-", "| Established |\n+-") << "bgp:n1-n2" << QStringList{"n1 – n2 (BGP session)", "n1: established · mesh | | 10.0.0.2     | node-to-node mesh | up    | 10:00:00 | Established |"} << "tcp.port == 179 && ip.addr == 10.0.0.2";
        QTest::newRow("a session that waits") << n1 + n2 + QByteArray(mesh).replace("| STATE | 10", "| start | 10").replace("| INFO |\n+-", "| Connect Socket: Connection refused |\n+-") << "bgp:n1-n2"
            << QStringList{"n1 – n2 (BGP session)", "n1: connect · Socket: Connection refused · mesh | | 10.0.0.2     | node-to-node mesh | start | 10:00:00 | Connect Socket: Connection refused |"} << "tcp.port == 179 && ip.addr == 10.0.0.2";
        QTest::newRow("a session whose other end tells its AS")
            << n1 + n2 + "[root@n2 ~]# birdc show protocols all\nBIRD 2.0.12 ready.\nName       Proto      Table      State  Since         Info\nNode_10_0_0_1 BGP        ---        up     14:41:14.883  Established   \n"
                         "  BGP state:          Established\n    Neighbor address: 10.0.0.1\n    Neighbor AS:      64512\n"
            << "bgp:n1-n2" << QStringList{"n1 – n2 (BGP session)", "n2: established · node · AS 64512 | Node_10_0_0_1 BGP        ---        up     14:41:14.883  Established"} << "tcp.port == 179 && ip.addr == 10.0.0.1";
        QTest::newRow("a next hop") << n1 + n2 + "[root@n1 ~]# ip route\n10.244.9.0/24 via 10.0.0.2 dev eth0\n[root@n2 ~]# ip route\n10.244.1.0/24 via 10.0.0.1 dev eth0\n" << "nexthop:n1-n2"
                                    << QStringList{"n1 – n2 (next hop)", "n1: " + same("10.244.9.0/24 via 10.0.0.2 dev eth0"), "n2: " + same("10.244.1.0/24 via 10.0.0.1 dev eth0")} << "ip.addr == 10.244.9.0/24 || ip.addr == 10.244.1.0/24";
        QTest::newRow("a tunnel to where nobody has looked") << n1 << "tunnel:n1/flannel.1-10.244.2.0"
                                                             << QStringList{"VXLAN 1 :8472 (tunnel)", "between: n1 – node not seen", "far end: 10.244.2.0", "MAC: 02:00:00:00:00:a2", same("10.244.2.0/24 via 10.244.2.0 dev flannel.1 onlink")}
                                                             << "vxlan.vni == 1 && underlay.ip.addr == 10.0.0.1";
        QTest::newRow("a pair of which nobody has seen the other end")
            << QByteArray("[root@n1 ~]# ip link\n9: veth9@if3: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1450 qdisc noqueue state UP mode DEFAULT group default\n") << "veth:n1/veth9"
            << QStringList{"veth9 (veth pair on n1)", "index: 9 | 9: veth9@if3: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1450 qdisc noqueue state UP mode DEFAULT group default", "No host output shows what is at its other end."} << "";
    }

    // Which packets an interface has, its MAC tells, where it has one of its own.
    void filtersOfInterfaces_data()
    {
        QTest::addColumn<QByteArray>("link"); // what ip prints below `5: NAME: ...`
        QTest::addColumn<QString>("filter");
        QTest::newRow("an address without a MAC") << QByteArray("    link/ipip 10.0.0.1 brd 0.0.0.0\n    inet 10.244.1.0/32 scope global x7\n") << "ip.addr == 10.244.1.0";
        QTest::newRow("a MAC of zeros") << QByteArray("    link/ether 00:00:00:00:00:00 brd ff:ff:ff:ff:ff:ff\n    inet 10.244.1.0/24 scope global x7\n") << "ip.addr == 10.244.1.0";
        QTest::newRow("the MAC that all of Calico's have") << QByteArray("    link/ether ee:ee:ee:ee:ee:ee brd ff:ff:ff:ff:ff:ff\n    inet 10.244.1.0/24 scope global x7\n") << "ip.addr == 10.244.1.0";
        QTest::newRow("a MAC of its own") << QByteArray("    link/ether 52:54:00:00:00:07 brd ff:ff:ff:ff:ff:ff\n    inet 10.244.1.0/24 scope global x7\n") << "eth.addr == 52:54:00:00:00:07";
        QTest::newRow("two addresses, and one of the link") << QByteArray("    link/none\n    inet 10.244.1.0/32 scope global x7\n    inet6 fe80::7/64 scope link\n    inet6 2001:db8::7/64 scope global\n")
                                                           << "ip.addr == 10.244.1.0 || ipv6.addr == 2001:db8::7";
        QTest::newRow("neither") << QByteArray("    link/none\n") << "";
    }

    void filtersOfInterfaces()
    {
        QFETCH(QByteArray, link);
        const Cluster cluster = clusterOfText("[root@n1 ~]# ip addr\n5: x7: <MULTICAST,UP,LOWER_UP> mtu 1480 qdisc noqueue state UP group default qlen 1000\n" + link);
        QTEST(text(filterOf(cluster, linksOf(cluster), {Kind::Interface, 0, 0})), "filter");
    }

    // What proves whose a veth is, is a line that names it, or the one below with its namespace's number.
    void linesOfAPodsVeth_data()
    {
        QTest::addColumn<QByteArray>("proof");
        QTest::addColumn<QString>("row");
        const QByteArray look = "[root@n1 ~]# kubectl exec -n shop tea -- ip addr\n3: eth0@if7: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1450 qdisc noqueue state UP group default\n"
                                "    link/ether 02:00:00:00:00:d1 brd ff:ff:ff:ff:ff:ff link-netnsid 0\n    inet 10.244.1.5/24 scope global eth0\n";
        QTest::newRow("none") << QByteArray() << "";
        QTest::newRow("the index that the pod's own end says") << look << "vetha | 7: vetha@if3: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1450 master cni0 state UP";
        QTest::newRow("where its MAC was learnt")
            << QByteArray("[root@n1 ~]# ip neigh\n10.244.1.5 dev cni0 lladdr 02:00:00:00:00:d1 REACHABLE\n[root@n1 ~]# bridge fdb\n02:00:00:00:00:d1 dev vetha master cni0\n") << "vetha | 02:00:00:00:00:d1 dev vetha master cni0";
        QTest::newRow("its namespace's number") << QByteArray("[root@n1 ~]# ip netns\ntea (id: 5)\n") << "vetha | link/ether 02:00:00:00:00:c1 brd ff:ff:ff:ff:ff:ff link-netnsid 5";
    }

    void linesOfAPodsVeth()
    {
        QFETCH(QByteArray, proof);
        const Cluster cluster = clusterOfText("[root@n1 ~]# ip addr\n4: cni0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1450 state UP\n    inet 10.244.1.1/24 scope global cni0\n"
                                              "7: vetha@if3: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1450 master cni0 state UP\n    link/ether 02:00:00:00:00:c1 brd ff:ff:ff:ff:ff:ff link-netnsid 5\n"
                                              + pods + proof);
        const auto tea = std::ranges::find(cluster.pods, "tea", &ClusterPod::name);
        QVERIFY(tea != cluster.pods.end());
        QString row;
        for (const QString &line : described(cluster, {Kind::Pod, 0, static_cast<std::uint32_t>(tea - cluster.pods.begin())}))
            if (line.startsWith("veth on the node: "))
                row = line.section(": ", 1);
        QTEST(row, "row");
    }

    // Whether or not the drawing has a place for them.
    void descriptionsOfOtherKinds()
    {
        QFETCH(QByteArray, transcript);
        QFETCH(QString, identity);
        const Cluster cluster = clusterOfText(transcript);
        const ClusterLinks links = linksOf(cluster);
        for (const Kind kind : {Kind::Node, Kind::Interface, Kind::VethPair, Kind::Tunnel, Kind::NextHop, Kind::BgpSession})
            for (std::uint32_t node = 0; node < cluster.nodes.size(); ++node)
                for (std::uint32_t item = 0; item < 8; ++item) {
                    const bool isLink = (kind == Kind::Tunnel && item < links.tunnels.size()) || (kind == Kind::NextHop && item < links.nextHops.size()) || (kind == Kind::BgpSession && item < links.bgp.size());
                    const bool isInside = kind == Kind::Node || ((kind == Kind::Interface || kind == Kind::VethPair) && item < cluster.nodes[node].net.interfaces.size());
                    const Subject subject{kind, node, item};
                    if ((!isLink && !isInside) || identityOf(cluster, links, subject) != identity.toStdString())
                        continue;
                    QTEST(described(cluster, subject), "rows");
                    QTEST(text(filterOf(cluster, links, subject)), "filter");
                    return;
                }
        QFAIL("nothing is called that");
    }

    void allRoutesOfANode()
    {
        const Cluster few = clusterOfText(n1);
        QCOMPARE(described(few, {Kind::Routes, 0, nobody32}),
                 (QStringList{"IP routing (on n1)", "default via 10.0.0.254 dev eth0 | default via 10.0.0.254 dev eth0",
                              "10.244.1.0/24 dev cni0 | 10.244.1.0/24 dev cni0 proto kernel scope link src 10.244.1.1",
                              "10.244.2.0/24 via 10.244.2.0 dev flannel.1 onlink | 10.244.2.0/24 via 10.244.2.0 dev flannel.1 onlink"}));
        // A dozen stand there, of more their number.
        for (const int count : {11, 12, 13, 20}) {
            QByteArray routes = "[root@n1 ~]# ip route\n";
            for (int i = 0; i < count; ++i)
                routes += "blackhole 10.99." + QByteArray::number(i) + ".0/24\n";
            const QStringList rows = described(clusterOfText(routes), {Kind::Routes, 0, nobody32});
            QCOMPARE(rows.size(), 1 + std::min(count, 12) + (count > 12 ? 1 : 0));
            QCOMPARE(rows[1], QString("blackhole 10.99.0.0/24 | blackhole 10.99.0.0/24"));
            if (count > 12)
                QCOMPARE(rows.back(), QString("and %1 more").arg(count - 12));
        }
    }

    // Of three nodes' tunnels the one between these two; of a node of which only the address is known, what there is.
    void elementsOfOneTunnelAmongThree()
    {
        const QByteArray n3 = QByteArray(n2).replace("n2", "n3").replace("10.0.0.2/", "10.0.0.3/").replace("local 10.0.0.2", "local 10.0.0.3").replace("10.244.2.0", "10.244.3.0").replace("00:00:a2", "00:00:a3").replace("00:00:02", "00:00:03");
        const QByteArray more = "[root@n1 ~]# bridge fdb show dev flannel.1\n02:00:00:00:00:a3 dst 10.0.0.3 self permanent\n02:00:00:00:00:a4 dst 10.0.0.4 self permanent\n";
        const Cluster cluster = clusterOfText(n1 + n2 + n3 + more);
        QCOMPARE(linksOf(cluster).tunnels.size(), std::size_t(3));
        QCOMPARE(litBy(cluster, {"10.0.0.3", "10.0.0.1", "10.99.0.1", "10.99.0.2"}),
                 (QStringList{"interface:n1/eth0", "interface:n1/flannel.1", "interface:n3/eth0", "interface:n3/flannel.1", "routes:n1/flannel.1", "routes:n3/flannel.1", "tunnel:n1/flannel.1-n3"}));
        QCOMPARE(litBy(cluster, {"10.0.0.2", "10.0.0.3", "10.99.0.1", "10.99.0.2"}), (QStringList{"interface:n2/eth0", "interface:n3/eth0"}));
        QCOMPARE(litBy(cluster, {"10.0.0.4", "10.0.0.1", "10.99.0.1", "10.99.0.2"}), (QStringList{"interface:n1/eth0", "interface:n1/flannel.1", "routes:n1/flannel.1", "tunnel:n1/flannel.1-10.0.0.4"}));
        QCOMPARE(litBy(cluster, {"10.0.0.99", "10.0.0.1", "10.99.0.1", "10.99.0.2"}), (QStringList{"interface:n1/eth0"}));
    }

    void elementsOfAPacket_data()
    {
        QTest::addColumn<QStringList>("addresses"); // outer source and destination, inner source and destination
        QTest::addColumn<QStringList>("elements");
        const QStringList tea{"interface:n1/cni0", "interface:n1/vetha", "pod:shop/cart", "pod:shop/tea", "veth:n1/vetha"};
        QTest::newRow("between pods, in the tunnel") << QStringList{"10.0.0.1", "10.0.0.2", "10.244.1.5", "10.244.2.5"}
                                                     << QStringList{"interface:n1/cni0", "interface:n1/eth0", "interface:n1/flannel.1", "interface:n1/vetha", "interface:n2/eth0", "interface:n2/flannel.1", "pod:shop/cart", "pod:shop/tea",
                                                                    "routes:n1/flannel.1", "routes:n2/flannel.1", "tunnel:n1/flannel.1-n2", "veth:n1/vetha"};
        QTest::newRow("the same back") << QStringList{"10.0.0.2", "10.0.0.1", "10.244.2.5", "10.244.1.5"}
                                       << QStringList{"interface:n1/cni0", "interface:n1/eth0", "interface:n1/flannel.1", "interface:n1/vetha", "interface:n2/eth0", "interface:n2/flannel.1", "pod:shop/cart", "pod:shop/tea",
                                                      "routes:n1/flannel.1", "routes:n2/flannel.1", "tunnel:n1/flannel.1-n2", "veth:n1/vetha"};
        QTest::newRow("between pods, without the tunnel's header") << QStringList{"10.244.1.5", "10.244.2.5", "10.244.1.5", "10.244.2.5"} << tea;
        QTest::newRow("between nodes: not by the tunnel") << QStringList{"10.0.0.1", "10.0.0.2", "10.0.0.1", "10.0.0.2"} << QStringList{"interface:n1/eth0", "interface:n2/eth0"};
        QTest::newRow("in a tunnel to somewhere else") << QStringList{"10.0.0.1", "10.0.0.99", "10.244.1.5", "10.244.9.5"} << QStringList{"interface:n1/cni0", "interface:n1/eth0", "interface:n1/vetha", "pod:shop/tea", "veth:n1/vetha"};
        QTest::newRow("one address alone") << QStringList{"10.0.0.2"} << QStringList{"interface:n2/eth0"};
        QTest::newRow("the router's") << QStringList{"10.0.0.254", "10.0.0.1"} << QStringList{"interface:n1/eth0", "router:10.0.0.254"};
        QTest::newRow("nobody's") << QStringList{"203.0.113.7", "203.0.113.8"} << QStringList{};
        QTest::newRow("without addresses") << QStringList{} << QStringList{};
    }

    void elementsOfAPacket()
    {
        QFETCH(QStringList, addresses);
        QTEST(litBy(clusterOfText(n1 + n2 + pods), addresses), "elements");
    }

    // Every kind of a node's lines shows the problem there; of another line it is told only whether all of its file is one node's.
    void problemsByEveryKindOfLine()
    {
        const auto both = std::make_shared<const SourceText>("both.txt", std::string(40, '\n'));
        const auto own = std::make_shared<const SourceText>("own.txt", std::string(40, '\n'));
        const auto other = std::make_shared<const SourceText>("other.txt", std::string(40, '\n'));
        Cluster cluster;
        cluster.nodes.resize(2);
        for (std::uint32_t n = 0; n < 2; ++n) {
            ClusterNode &node = cluster.nodes[n];
            node.evidence = {{both, 10 * n + 1}};
            node.net.interfaces.resize(1);
            node.net.interfaces[0].evidence = {{both, 10 * n + 2}};
            node.net.routes.resize(1);
            node.net.routes[0].evidence = {both, 10 * n + 3};
            node.net.neighbours.resize(1);
            node.net.neighbours[0].evidence = {both, 10 * n + 4};
            node.net.forwarding.resize(1);
            node.net.forwarding[0].evidence = {both, 10 * n + 5};
            node.bgp.resize(1);
            node.bgp[0].evidence = {both, 10 * n + 6};
        }
        cluster.nodes[1].evidence.push_back({own, 1});
        cluster.nodes[1].evidence.push_back({});
        std::vector<std::size_t> first, second;
        for (std::uint32_t line = 1; line < 20; ++line) {
            if (line <= 6)
                first.push_back(cluster.problems.size());
            if (line > 10 && line <= 16)
                second.push_back(cluster.problems.size());
            cluster.problems.push_back({ProblemSeverity::Note, {}, {{both, line}}});
        }
        second.push_back(cluster.problems.size());
        cluster.problems.push_back({ProblemSeverity::Note, {}, {{own, 30}}});
        for (const EvidenceList &lines : {EvidenceList{{other, 1}}, EvidenceList{}})
            cluster.problems.push_back({ProblemSeverity::Note, {}, lines});
        first.push_back(cluster.problems.size());
        second.push_back(cluster.problems.size());
        cluster.problems.push_back({ProblemSeverity::Note, {}, {{both, 1}, {both, 12}}}); // of two nodes
        first.push_back(cluster.problems.size());
        cluster.problems.push_back({ProblemSeverity::Note, {}, {{both, 3}, {own, 30}}}); // a line that is known goes before a file
        QCOMPARE(problemsByNode(cluster), (std::vector<std::vector<std::size_t>>{first, second}));
        cluster.problems.clear();
        QCOMPARE(problemsByNode(cluster), (std::vector<std::vector<std::size_t>>{{}, {}}));
    }

    // A problem shows at the nodes that printed its lines.
    void problemsShowWhereTheyWerePrinted()
    {
        const QByteArray other = "[root@n2 ~]# ip link show eth0\n"
                                 "2: eth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1400 qdisc mq state UP mode DEFAULT group default qlen 1000\n";
        const Cluster cluster = clusterOfText(n1 + n2 + other);
        QCOMPARE(problemLines(cluster).size(), 1);
        QVERIFY2(problemLines(cluster).front().contains("eth0 on n2 has MTU 1500 in one line and 1400"), qPrintable(problemLines(cluster).front()));
        QCOMPARE(problemsByNode(cluster), (std::vector<std::vector<std::size_t>>{{}, {0}}));
        QCOMPARE(described(cluster, {Kind::Problem, 1, 0}),
                 (QStringList{"warning ()", "eth0 on n2 has MTU 1500 in one line and 1400 in a later one",
                              "2: eth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc mq state UP group default qlen 1000 | 2: eth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc mq state UP group default qlen 1000",
                              "2: eth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1400 qdisc mq state UP mode DEFAULT group default qlen 1000 | 2: eth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1400 qdisc mq state UP mode DEFAULT group default qlen 1000"}));
    }

    // A word of a drawing is the name that scripts read.
    void everyKindAndStateHasItsWord()
    {
        for (int kind = 0; kind <= int(LinkKind::Loopback); ++kind)
            QCOMPARE(wordOf(LinkKind(kind)).english(), std::string(nameOf(LinkKind(kind))));
        for (int state = 0; state <= int(LinkState::Down); ++state)
            QCOMPARE(wordOf(LinkState(state)).english(), std::string(nameOf(LinkState(state))));
    }
};

QTEST_APPLESS_MAIN(TopologyElementsTest)
#include "tst_topologyelements.moc"
