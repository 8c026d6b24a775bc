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
        return node == nobody ? QString("-") : text(cluster.nodes[node].name) + '/' + (interface == nobody ? QString("-") : text(cluster.nodes[node].interfaces[interface].name));
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
        const auto device = [](const ClusterNode &node, std::size_t interface) { return interface == nobody ? QString("-") : text(node.interfaces[interface].name); };
        QString line = text(from.name) + '/' + device(from, link.fromInterface) + ' ' + text(to.name) + '/' + device(to, link.toInterface);
        for (const std::size_t route : link.there)
            line += " > " + text(from.routes[route].to.text());
        for (const std::size_t route : link.back)
            line += " < " + text(to.routes[route].to.text());
        lines << line;
    }
    return lines;
}

QStringList houseLines(const Cluster &cluster, std::size_t node)
{
    const House house = housesOf(cluster)[node];
    const auto name = [&](std::size_t interface) { return interface == nobody ? QString("-") : text(cluster.nodes[node].interfaces[interface].name); };
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
                line += ' ' + text(cluster.nodes[node].routes[route].to.text());
        }
        for (const std::size_t route : uplink.defaultRoutes)
            line += " default " + text(cluster.nodes[node].routes[route].via ? cluster.nodes[node].routes[route].via->text() : "-");
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
    const TopologyLinks links = linksOf(cluster);
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
        QTest::newRow("of two devices with other VNIs the one with the same name")
            << n1 + "[root@n2 ~]# ip -d link show\n2: aaa: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1450 qdisc noqueue state UNKNOWN mode DEFAULT group default\n    vxlan id 9 local 10.0.0.2 dev eth0 srcport 0 0 dstport 8472\n" + n2
            << QStringList{"n1/flannel.1 n2/flannel.1 VXLAN 1 ≠ 2 :8472 ≠ 4789 there differ" + fdb + route};
    }

    void tunnels()
    {
        QFETCH(QByteArray, transcript);
        QTEST(tunnelLines(clusterOfText(transcript)), "tunnels");
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
                                               "MAC: 52:54:00:00:00:01 | link/ether 52:54:00:00:00:01 brd ff:ff:ff:ff:ff:ff promiscuity 0 minmtu 68 maxmtu 65535", "index: 2" + eth0, "MTU: 1500" + eth0, "state: up"}
                                << "eth.addr == 52:54:00:00:00:01";
        QTest::newRow("a tunnel's device") << "interface:n1/flannel.1"
                                           << QStringList{"flannel.1 (vxlan on n1)", "address: 10.244.1.0/32 | inet 10.244.1.0/32 scope global flannel.1",
                                                          "MAC: 02:00:00:00:00:a1 | link/ether 02:00:00:00:00:a1 brd ff:ff:ff:ff:ff:ff promiscuity 0 minmtu 68 maxmtu 65535", "index: 3" + flannel, "MTU: 1450" + flannel, "state: up",
                                                          "VNI: 1" + vxlan, "UDP port: 8472" + vxlan, "own end: 10.0.0.1" + vxlan}
                                           << "eth.addr == 02:00:00:00:00:a1";
        QTest::newRow("a bridge has the packets of its subnet") << "interface:n1/cni0"
                                                               << QStringList{"cni0 (bridge on n1)", "address: 10.244.1.1/24 | inet 10.244.1.1/24 brd 10.244.1.255 scope global cni0",
                                                                              "MAC: 02:00:00:00:00:b1 | link/ether 02:00:00:00:00:b1 brd ff:ff:ff:ff:ff:ff promiscuity 0 minmtu 68 maxmtu 65535", "index: 4" + cni0, "MTU: 1450" + cni0, "state: up"}
                                                               << "ip.addr == 10.244.1.0/24";
        QTest::newRow("a veth has its pod's packets") << "interface:n1/vetha"
                                                     << QStringList{"vetha (veth on n1)", "MAC: 02:00:00:00:00:c1 | link/ether 02:00:00:00:00:c1 brd ff:ff:ff:ff:ff:ff link-netnsid 0 promiscuity 1", "index: 7" + vetha, "MTU: 1450" + vetha, "state: up",
                                                                    "port of: cni0" + vetha, "other end: shop/tea eth0 | " + neighbour, same(learnt)}
                                                     << "ip.addr == 10.244.1.5";
        QTest::newRow("a veth pair") << "veth:n1/vetha" << QStringList{"vetha (veth pair on n1)", "index: 7" + vetha, "other end: shop/tea eth0 | " + neighbour, same(learnt)} << "ip.addr == 10.244.1.5";
        QTest::newRow("a pod") << "pod:shop/tea"
                               << QStringList{"tea (pod in shop)", "address: 10.244.1.5 | shop        tea    1/1     Running   0          3d    10.244.1.5   n1     <none>           <none>", "MAC: 02:00:00:00:00:d1 | " + neighbour,
                                              "node: n1", "interface: eth0 (3)", "veth on the node: vetha | " + learnt, "bridge: cni0"}
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
};

QTEST_APPLESS_MAIN(TopologyElementsTest)
#include "tst_topologyelements.moc"
