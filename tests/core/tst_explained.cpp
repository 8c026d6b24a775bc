#include "core/explain/comparison.h"
#include "core/explain/explanation.h"
#include "core/explain/sentences.h"
#include "tests/support/clusterlines.h"
#include "tests/support/packets.h"

#include <QTest>

// Whose an address in a header is, and which one has to stand there where one link is all that a frame passes. Two nodes, a bridge with
// two pods, a router: what each row expects can be read from their output.

using namespace vethscope;
using namespace vethscope::explain;

namespace {

const QByteArray session = R"([root@n1 ~]# ip -d addr
1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue state UNKNOWN group default qlen 1000
    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00
    inet 127.0.0.1/8 scope host lo
2: eth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc fq state UP group default qlen 1000
    link/ether 52:54:00:00:00:01 brd ff:ff:ff:ff:ff:ff
    inet 10.0.0.1/24 brd 10.0.0.255 scope global eth0
    inet6 fd00::1/64 scope global
    inet6 fe80::1/64 scope link
3: cni0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP group default qlen 1000
    link/ether 02:00:00:00:00:c1 brd ff:ff:ff:ff:ff:ff
    bridge forward_delay 1500 hello_time 200 max_age 2000
    inet 10.1.0.1/24 brd 10.1.0.255 scope global cni0
4: vetha@if3: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue master cni0 state UP group default
    link/ether 02:00:00:00:00:a4 brd ff:ff:ff:ff:ff:ff link-netnsid 0
    veth
    bridge_slave state forwarding
    inet6 fe80::a4/64 scope link
5: two0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc fq state UP group default qlen 1000
    link/ether 52:54:00:00:00:52 brd ff:ff:ff:ff:ff:ff
    inet 10.7.0.0/31 scope global two0
6: four0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc fq state UP group default qlen 1000
    link/ether 52:54:00:00:00:02 brd ff:ff:ff:ff:ff:ff
    inet 10.8.0.1/30 brd 10.8.0.3 scope global four0
7: vethb@if3: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue master cni0 state UP group default
    link/ether 02:00:00:00:00:a7 brd ff:ff:ff:ff:ff:ff link-netnsid 1
    veth
    bridge_slave state forwarding
[root@n1 ~]# bridge fdb
02:00:00:00:00:06 dev vethb master cni0
[root@n1 ~]# ip route
default via 10.0.0.254 dev eth0
10.0.0.0/24 dev eth0 proto kernel scope link src 10.0.0.1
10.1.0.0/24 dev cni0 proto kernel scope link src 10.1.0.1
[root@n1 ~]# ip neigh
10.0.0.254 dev eth0 lladdr 52:54:00:00:00:fe REACHABLE
10.1.0.6 dev cni0 lladdr 02:00:00:00:00:06 REACHABLE
[root@n1 ~]# kubectl get pods -o wide
NAME   READY   STATUS    RESTARTS   AGE   IP         NODE   NOMINATED NODE   READINESS GATES
tea    1/1     Running   0          1d    10.1.0.5   n1     <none>           <none>
cup    1/1     Running   0          1d    10.1.0.6   n1     <none>           <none>
can    1/1     Running   0          1d    10.1.0.7   n1     <none>           <none>
[root@n1 ~]# kubectl get svc
NAME   TYPE        CLUSTER-IP   EXTERNAL-IP   PORT(S)   AGE
till   ClusterIP   10.96.0.7    <none>        80/TCP    1d
[root@n1 ~]# kubectl get nodes -o wide
NAME   STATUS   ROLES    AGE   VERSION   INTERNAL-IP   EXTERNAL-IP   OS-IMAGE   KERNEL-VERSION   CONTAINER-RUNTIME
n1     Ready    <none>   5d    v1.27.1   10.0.0.1      <none>        Debian     6.1.0            containerd://1.6.20
n3     Ready    <none>   5d    v1.27.1   10.0.0.3      <none>        Debian     6.1.0            containerd://1.6.20
[root@n1 ~]# kubectl exec tea -- ip -d addr
3: eth0@if4: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP group default
    link/ether 02:00:00:00:00:05 brd ff:ff:ff:ff:ff:ff link-netnsid 0
    veth
    inet 10.1.0.5/24 brd 10.1.0.255 scope global eth0
    inet6 fe80::5/64 scope link
[root@n2 ~]# ip -d addr
2: eth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc fq state UP group default qlen 1000
    link/ether 52:54:00:00:00:02 brd ff:ff:ff:ff:ff:ff
    inet 10.0.0.2/24 brd 10.0.0.255 scope global eth0
    inet6 fd00::2/64 scope global
    inet6 fe80::2/64 scope link
3: flannel.1: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1450 qdisc noqueue state UNKNOWN group default
    link/ether 02:00:00:00:00:f1 brd ff:ff:ff:ff:ff:ff
    vxlan id 1 local 10.0.0.2 dev eth0 srcport 0 0 dstport 8472 nolearning
    inet 10.1.1.0/32 scope global flannel.1
[root@n2 ~]# ip route
default via 10.0.0.254 dev eth0
10.0.0.0/24 dev eth0 proto kernel scope link src 10.0.0.2
)";

struct Told {
    Cluster cluster = test::clusterOfText(session);
    Explainer explainer{cluster};

    // `n1 eth0`, `n1/tea eth0`; nothing where that is empty.
    Point point(const QString &words) const
    {
        Point point;
        const QString place = words.section(' ', 0, 0);
        point.place = place.contains('/') ? explainer.places().ofPod("default/" + place.section('/', 1).toStdString()) : explainer.places().ofNode(place.toStdString());
        point.interface = words.section(' ', 1).toStdString();
        if (point.place) {
            point.node = point.place->node;
            point.pod = point.place->pod;
        }
        return point;
    }
};

const Told &told()
{
    static const Told all;
    return all;
}

QString originOf(const path::Origin &origin)
{
    QStringList words{QString::fromUtf8(nameOf(origin.kind).data(), qsizetype(nameOf(origin.kind).size()))};
    for (const std::string &word : {origin.node, origin.interface, origin.pod, origin.ip ? origin.ip->text() : std::string()})
        words << (word.empty() ? QString("-") : QString::fromStdString(word));
    return words.join(' ');
}

QString lineOf(const EvidenceList &lines)
{
    return lines.empty() ? QString("no line") : QString::fromStdString(std::string(lines.front().text())).simplified();
}

} // namespace

class TestExplained : public QObject
{
    Q_OBJECT

private slots:
    void whose_data()
    {
        QTest::addColumn<QString>("point");
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("origin");
        const auto row = [](const char *name, const char *address, const char *origin, const char *point = "n1 eth0") { QTest::newRow(name) << QString(point) << QString(address) << QString(origin); };
        row("a device's MAC", "52:54:00:00:00:01", "interface-mac n1 eth0 - - | link/ether 52:54:00:00:00:01 brd ff:ff:ff:ff:ff:ff");
        row("of two devices: the first", "52:54:00:00:00:02", "interface-mac n1 four0 - - | link/ether 52:54:00:00:00:02 brd ff:ff:ff:ff:ff:ff");
        row("of two devices: where it was captured", "52:54:00:00:00:02", "interface-mac n2 eth0 - - | link/ether 52:54:00:00:00:02 brd ff:ff:ff:ff:ff:ff", "n2 eth0");
        row("of two devices: on another device there", "52:54:00:00:00:02", "interface-mac n1 four0 - - | link/ether 52:54:00:00:00:02 brd ff:ff:ff:ff:ff:ff", "n2 flannel.1");
        row("of two devices: nobody knows where", "52:54:00:00:00:02", "interface-mac n1 four0 - - | link/ether 52:54:00:00:00:02 brd ff:ff:ff:ff:ff:ff", "");
        row("a router's MAC", "52:54:00:00:00:fe", "interface-mac - - - 10.0.0.254 | 10.0.0.254 dev eth0 lladdr 52:54:00:00:00:fe REACHABLE");
        row("a pod's MAC", "02:00:00:00:00:05", "pod-mac n1 eth0 default/tea 10.1.0.5 | link/ether 02:00:00:00:00:05 brd ff:ff:ff:ff:ff:ff link-netnsid 0");
        row("the MAC of a pod that printed nothing", "02:00:00:00:00:06", "pod-mac n1 eth0 default/cup 10.1.0.6 | 10.1.0.6 dev cni0 lladdr 02:00:00:00:00:06 REACHABLE");
        row("nobody's MAC", "02:00:00:00:00:99", "unknown - - - - | no line");
        row("no MAC", "00:00:00:00:00:00", "unset - - - - | no line");
        row("all on the link", "ff:ff:ff:ff:ff:ff", "broadcast - - - - | no line");
        row("nearly all", "ff:ff:ff:ff:ff:fe", "multicast - - - - | no line");
        row("a group", "01:00:5e:00:00:fb", "multicast - - - - | no line");

        row("a device's address", "10.0.0.1", "interface-ip n1 eth0 - 10.0.0.1 | inet 10.0.0.1/24 brd 10.0.0.255 scope global eth0");
        row("a pod's", "10.1.0.5", "pod-ip n1 eth0 default/tea 10.1.0.5 | inet 10.1.0.5/24 brd 10.1.0.255 scope global eth0");
        row("a pod's that printed nothing", "10.1.0.7", "pod-ip n1 eth0 default/can 10.1.0.7 | can 1/1 Running 0 1d 10.1.0.7 n1 <none> <none>");
        row("a node's that printed nothing", "10.0.0.3", "interface-ip n3 - - 10.0.0.3 | n3 Ready <none> 5d v1.27.1 10.0.0.3 <none> Debian 6.1.0 containerd://1.6.20");
        row("a service's", "10.96.0.7", "service-ip - - - 10.96.0.7 | till ClusterIP 10.96.0.7 <none> 80/TCP 1d");
        row("a router's", "10.0.0.254", "interface-ip - - - 10.0.0.254 | default via 10.0.0.254 dev eth0");
        row("nobody's", "192.0.2.7", "external - - - 192.0.2.7 | no line");
        row("nobody's in a network of pods", "10.1.0.99", "unknown - - - - | no line");
        row("none", "0.0.0.0", "unset - - - - | no line");
        row("none, IPv6", "::", "unset - - - - | no line");
        row("a group of IPv4", "224.0.0.251", "multicast - - - - | no line");
        row("a group of IPv6", "ff02::1", "multicast - - - - | no line");
        // RFC 919: all ones behind the network. RFC 3021: not of two addresses.
        row("all of every network", "255.255.255.255", "broadcast - - - - | no line");
        row("all of one network", "10.0.0.255", "broadcast - - - - | no line");
        row("all of a network of four", "10.8.0.3", "broadcast - - - - | no line");
        row("the other one of two", "10.7.0.1", "external - - - 10.7.0.1 | no line");
        row("the last of another network", "10.9.0.255", "external - - - 10.9.0.255 | no line");
        row("not the last of one", "10.0.0.127", "external - - - 10.0.0.127 | no line");
        row("the last of IPv6's is nothing special", "fd00::ffff:ffff:ffff:ffff", "external - - - fd00::ffff:ffff:ffff:ffff | no line");
        row("somebody's on this link", "fe80::99", "unknown - - - - | no line");
        row("a device's on its link", "fe80::1", "interface-ip n1 eth0 - fe80::1 | inet6 fe80::1/64 scope link");
    }

    void whose()
    {
        QFETCH(QString, point);
        QFETCH(QString, address);
        ShownFrame frame;
        const auto mac = MacAddress::parse(address.toStdString());
        const auto ip = IpAddress::parse(address.toStdString());
        frame.fields = {{"eth.src", 0, mac, mac ? std::nullopt : ip}};
        const FrameExplanation explanation = told().explainer.explain(frame, told().point(point));
        QTEST(originOf(explanation.fields.front().origin) + " | " + lineOf(explanation.fields.front().evidence), "origin");
    }

    // At a port of the bridge its pod speaks on the one side, and on the other the bridge.
    void arp_data()
    {
        QTest::addColumn<QString>("point");
        QTest::addColumn<QByteArray>("frame");
        QTest::addColumn<QStringList>("fields");
        const QString all = "ff:ff:ff:ff:ff:ff", none = "00:00:00:00:00:00", n1 = "52:54:00:00:00:01", n2 = "52:54:00:00:00:02", tea = "02:00:00:00:00:05", bridge = "02:00:00:00:00:c1", router = "52:54:00:00:00:fe";
        const auto row = [](const char *name, const char *point, int operation, const char *from, const char *to, const QStringList &fields) {
            const auto hex = [](const QByteArray &address) {
                QByteArray octets;
                for (const QByteArray &octet : address.split('.'))
                    octets += QByteArray::number(octet.toInt(), 16).rightJustified(2, '0');
                return octets;
            };
            QTest::newRow(name) << QString(point) << "020000000099 020000000098 0806 0001 0800 06 04 000" + QByteArray::number(operation) + " 020000000098 " + hex(from) + " 020000000099 " + hex(to) << fields;
        };
        // source MAC, destination MAC, sender's, target's
        row("a node asks a node", "n1 eth0", 1, "10.0.0.1", "10.0.0.2", {n1, all + " or " + n2, n1, none});
        row("and is answered", "n1 eth0", 2, "10.0.0.2", "10.0.0.1", {n2, n1, n2, n1});
        row("seen at the other end", "n2 eth0", 2, "10.0.0.2", "10.0.0.1", {n2, n1, n2, n1});
        row("asks by another address of its own", "n1 eth0", 1, "10.1.0.1", "10.0.0.2", {n1, all + " or " + n2, n1, none});
        row("asks the router", "n1 eth0", 1, "10.0.0.1", "10.0.0.254", {n1, all + " or " + router, n1, none});
        row("asks somebody that nobody knows", "n1 eth0", 1, "10.0.0.1", "10.0.0.77", {n1, all, n1, none});
        row("somebody that nobody knows asks", "n1 eth0", 1, "10.0.0.77", "10.0.0.1", {"ip link", all + " or " + n1, "ip link", none});
        row("answers somebody that nobody knows", "n1 eth0", 2, "10.0.0.1", "10.0.0.77", {n1, "ip link", n1, "ip link"});
        row("a pod asks its gateway, in the pod", "n1/tea eth0", 1, "10.1.0.5", "10.1.0.1", {tea, all + " or " + bridge, tea, none});
        row("at the bridge's port", "n1 vetha", 1, "10.1.0.5", "10.1.0.1", {tea, all + " or " + bridge, tea, none});
        row("at the bridge", "n1 cni0", 1, "10.1.0.5", "10.1.0.1", {tea, all + " or " + bridge, tea, none});
        row("a pod asks the next", "n1 vetha", 1, "10.1.0.5", "10.1.0.7", {tea, all, tea, none});
        row("nobody knows where", "", 1, "10.0.0.1", "10.0.0.2", {"ip link", "ip link", "ip link", "ip link"});
        // Calico's gateway of every pod: the host's end answers.
        row("asks Calico's gateway, in the pod", "n1/tea eth0", 1, "10.1.0.5", "169.254.1.1", {tea, all + " or 02:00:00:00:00:a4", tea, none});
        row("asks Calico's gateway, at the host's end", "n1 vetha", 1, "10.1.0.5", "169.254.1.1", {tea, all + " or 02:00:00:00:00:a4", tea, none});
    }

    void arp()
    {
        QFETCH(QString, point);
        QFETCH(QByteArray, frame);
        const QByteArray bytes = test::fromHex(frame);
        const Frame made = test::frameOf(bytes);
        const FrameExplanation explanation = told().explainer.explain(shownFrame(made, Dissector(test::registry()).dissect(made)), told().point(point));
        QStringList fields;
        for (const FieldExplanation &field : explanation.fields) {
            if (!field.name.starts_with("eth.") && !field.name.ends_with("hw_mac"))
                continue;
            QStringList expected;
            for (const std::string &value : field.expected)
                expected << QString::fromStdString(value);
            fields << (expected.isEmpty() ? QString::fromStdString(field.ask) : expected.join(" or "));
            QVERIFY(expected.isEmpty() || field.ask.empty());
        }
        QTEST(fields, "fields");
    }

    // Of two devices with one MAC address the one is told, by its own line, that speaks on this link.
    void arpLines()
    {
        // n2 answers n1; n1's four0 has n2's MAC address as well.
        const QByteArray bytes = test::fromHex("525400000001 525400000002 0806 0001 0800 06 04 0002 525400000002 0a000002 525400000001 0a000001");
        const Frame made = test::frameOf(bytes);
        const FrameExplanation explanation = told().explainer.explain(shownFrame(made, Dissector(test::registry()).dissect(made)), told().point("n1 eth0"));
        QStringList told;
        for (const FieldExplanation &field : explanation.fields)
            if (field.name.starts_with("eth.") || field.name.ends_with("hw_mac"))
                told << originOf(field.origin) + " | " + lineOf(field.evidence);
        const QString n1 = "interface-mac n1 eth0 - - | link/ether 52:54:00:00:00:01 brd ff:ff:ff:ff:ff:ff", n2 = "interface-mac n2 eth0 - - | link/ether 52:54:00:00:00:02 brd ff:ff:ff:ff:ff:ff";
        QCOMPARE(told, (QStringList{n2, n1, n2, n1}));
    }

    // RFC 4861 and RFC 4862; RFC 2464, section 7: a group's MAC address is of the last four octets.
    void neighbourDiscovery_data()
    {
        QTest::addColumn<QString>("point");
        QTest::addColumn<QString>("words"); // source, destination, target
        QTest::addColumn<QStringList>("fields");
        const auto row = [](const char *name, const char *point, const char *words, const QStringList &fields) { QTest::newRow(name) << QString(point) << QString(words) << fields; };
        row("asks the group", "n1 eth0", "fd00::1 ff02::1:ff00:2 fd00::2", {"52:54:00:00:00:01", "33:33:ff:00:00:02"});
        row("asks one", "n1 eth0", "fe80::1 fe80::2 fe80::2", {"52:54:00:00:00:01", "52:54:00:00:00:02"});
        row("whether it is free", "n1 eth0", ":: ff02::1:ff00:1 fe80::1", {"52:54:00:00:00:01", "33:33:ff:00:00:01"});
        row("whether it is free, for nobody known", "n1 eth0", ":: ff02::1:ff00:9 fe80::9", {"ip link", "33:33:ff:00:00:09"});
        row("a port of the bridge by its own address", "n1 vetha", "fe80::a4 fe80::5 fe80::5", {"02:00:00:00:00:a4", "02:00:00:00:00:05"});
        row("to nobody known", "n1 eth0", "fe80::1 fe80::9 fe80::9", {"52:54:00:00:00:01", "ip link"});
        row("nobody knows where", "", "fe80::1 fe80::2 fe80::2", {"ip link", "ip link"});
    }

    void neighbourDiscovery()
    {
        QFETCH(QString, point);
        QFETCH(QString, words);
        ShownFrame frame;
        const auto address = [&](int i) { return IpAddress::parse(words.section(' ', i, i).toStdString()); };
        const MacAddress any = *MacAddress::parse("02:00:00:00:00:98");
        frame.fields = {{"eth.src", 0, any, {}}, {"eth.dst", 0, any, {}}, {"ipv6.src", 0, {}, address(0)}, {"ipv6.dst", 0, {}, address(1)}};
        frame.protocol = 58;
        frame.icmpType = 135;
        frame.ndpTarget = address(2);
        QStringList fields;
        for (const FieldExplanation &field : told().explainer.explain(frame, told().point(point)).fields)
            if (field.name.starts_with("eth."))
                fields << QString::fromStdString(field.expected.empty() ? field.ask : field.expected.front());
        QTEST(fields, "fields");
    }

    // 10.0.0.2 is of two machines: either may answer, and of what is there the one is told that gave it.
    void severalWays()
    {
        QByteArray two = "[root@n1 ~]# ip addr\n2: eth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc fq state UP\n    link/ether 52:54:00:00:00:01 brd ff:ff:ff:ff:ff:ff\n"
                         "    inet 10.0.0.1/24 brd 10.0.0.255 scope global eth0\n[root@n1 ~]# ip route\n10.0.0.0/24 dev eth0 proto kernel scope link src 10.0.0.1\n";
        for (const QByteArray n : {"2", "3"})
            two += "[root@n" + n + " ~]# ip addr\n2: eth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc fq state UP\n    link/ether 52:54:00:00:00:0" + n + " brd ff:ff:ff:ff:ff:ff\n"
                   "    inet 10.0.0.2/24 brd 10.0.0.255 scope global eth0\n[root@n" + n + " ~]# ip route\n10.0.0.0/24 dev eth0 proto kernel scope link src 10.0.0.2\n";
        const Cluster cluster = test::clusterOfText(two);
        const Explainer explainer(cluster);
        const Point point{"n1", "eth0", {}, explainer.places().ofNode("n1")};
        const QByteArray first = "52:54:00:00:00:02", second = "52:54:00:00:00:03", other = "52:54:00:00:00:09";
        for (const QByteArray &there : {first, second, other}) {
            const QByteArray bytes = test::fromHex(QByteArray(there).replace(':', "") + " 525400000001 0800 4500001c 00004000 4011 0000 0a000001 0a000002 9c40 0035 0008 0000");
            const Frame frame = test::frameOf(bytes);
            const Dissection packet = Dissector(test::registry()).dissect(frame);
            const FrameExplanation explanation = explainer.explain(shownFrame(frame, packet), point);
            const FieldExplanation &destination = explanation.fields[1];
            QCOMPARE(destination.expected, (std::vector<std::string>{first.toStdString(), second.toStdString()}));
            QCOMPARE(originOf(destination.origin), there == first ? "interface-mac n2 eth0 - -" : there == second ? "interface-mac n3 eth0 - -" : "unknown - - - -");
            QCOMPARE(destination.matches(), std::optional(there != other));
            QCOMPARE(destination.ladder.empty(), false);
            const QString last = QString::fromStdString(destination.ladder.back().step.text.english());
            QVERIFY2(last.contains(there == second ? "of n3" : "of n2"), qPrintable(last));

            const FrameComparison comparison = explainer.compare(frame, packet, point);
            const auto field = std::ranges::find(comparison.fields, "eth.dst", &ComparedField::name);
            QCOMPARE(field->expected, destination.expected);
            QCOMPARE(field->agreement, there == other ? Agreement::Differs : Agreement::Match);
            QCOMPARE(originOf(field->origin), there == second ? "interface-mac n3 eth0 - -" : "interface-mac n2 eth0 - -");
            QVERIFY(lineOf(field->evidence).contains(there == second ? second : first));
        }
        // From either a ping may come.
        const QByteArray bytes = test::fromHex("525400000001 525400000002 0800 4500001c 00004000 4001 0000 0a000002 0a000001 0800 0000 0001 0001");
        const Frame frame = test::frameOf(bytes);
        const FrameExplanation explanation = explainer.explain(shownFrame(frame, Dissector(test::registry()).dissect(frame)), point);
        QCOMPARE(explanation.unforetold.english(), std::string("From where 10.0.0.2 sends is not known"));
        QCOMPARE(explanation.fields.front().ask, std::string("kubectl get pods -A -o wide"));
    }

    void scope_data()
    {
        QTest::addColumn<QString>("point");
        QTest::addColumn<int>("depth");
        QTest::addColumn<bool>("isTunnelled");
        QTest::addColumn<QString>("scope");
        QTest::newRow("no tunnel") << "n1 eth0" << 0 << false << "native";
        QTest::newRow("around") << "n1 eth0" << 0 << true << "underlay";
        QTest::newRow("inside") << "n1 eth0" << 1 << true << "overlay";
        QTest::newRow("inside of two") << "n1 eth0" << 2 << true << "overlay";
        QTest::newRow("on the tunnel's own device") << "n2 flannel.1" << 0 << false << "overlay";
        QTest::newRow("a tunnel in a tunnel") << "n2 flannel.1" << 0 << true << "underlay";
        QTest::newRow("a device that is not there") << "n2 flannel.7" << 0 << false << "native";
        QTest::newRow("nobody knows where") << "" << 0 << false << "native";
    }

    void scope()
    {
        QFETCH(QString, point);
        QFETCH(int, depth);
        QFETCH(bool, isTunnelled);
        const std::string_view found = told().point(point).scopeAt(std::size_t(depth), isTunnelled);
        QTEST(QString::fromUtf8(found.data(), qsizetype(found.size())), "scope");
    }

    void sentences_data()
    {
        QTest::addColumn<QString>("words"); // node interface pod ip; - is none
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("sentence");
        using Kind = path::Origin::Kind;
        const auto row = [](const char *name, Kind kind, const char *words, const char *sentence) { QTest::newRow(name) << QString(words) << int(kind) << QString(sentence); };
        row("a device's", Kind::InterfaceMac, "n1 eth0 - -", "V is the address of eth0 of n1");
        row("a device's in a pod", Kind::InterfaceIp, "n1 eth0 a/tea -", "V is the address of eth0 of a/tea");
        row("a node's", Kind::InterfaceIp, "n1 - - -", "V is an address of n1");
        row("a router's", Kind::InterfaceMac, "- - - -", "V is a router's");
        row("a router's own address", Kind::InterfaceIp, "- - - 10.0.0.9", "10.0.0.9 is a router's");
        row("a router's MAC", Kind::InterfaceMac, "- - - 10.0.0.8", "V is the MAC address of the router 10.0.0.8");
        row("a device of nobody", Kind::InterfaceMac, "- eth0 - -", "V is a router's");
        row("a pod's", Kind::PodMac, "n1 eth0 a/tea -", "V is the address of eth0 of the pod a/tea");
        row("a neighbour", Kind::Neighbour, "n1 eth0 - 10.0.0.8", "n1 has 10.0.0.8 at V on eth0");
        row("a next hop", Kind::GatewayNeighbour, "n1 eth0 - 10.0.0.8", "The next hop is 10.0.0.8, which n1 has at V on eth0");
        row("a next hop that nobody names", Kind::GatewayNeighbour, "n1 eth0 - -", "n1 has the next hop at V on eth0");
        row("Calico's gateway", Kind::LinkLocalGateway, "n1 eth0 - 10.0.0.9", "10.0.0.9 is Calico's gateway of every pod, which the pod's own host device answers for");
        row("its MAC", Kind::LinkLocalGateway, "n1 eth0 - 169.254.1.1", "The next hop is 169.254.1.1, Calico's gateway of every pod: the pod's host device answers for it with V");
        row("forwarded", Kind::Fdb, "n1 flannel.1 - -", "flannel.1 of n1 forwards the inner MAC address to V");
        row("the far end", Kind::TunnelRemote, "n1 tunl0 - -", "The other end of the tunnel is V for tunl0 of n1");
        row("a lease", Kind::Lease, "n1 flannel0 - -", "flanneld of n1 knows V as the node that has the lease");
        row("a service's", Kind::ServiceIp, "- - - -", "V is a service's address");
        row("outside", Kind::External, "- - - -", "V is outside the cluster");
        row("for all", Kind::Broadcast, "- - - -", "V is for all on the link");
        row("for a group", Kind::Multicast, "- - - -", "V is for a group");
        row("for none", Kind::Unset, "- - - -", "V stands for an address that is not known yet");
        row("nobody's", Kind::Unknown, "- - - -", "Nobody is known to have V");
    }

    void sentences()
    {
        QFETCH(QString, words);
        QFETCH(int, kind);
        QFETCH(QString, sentence);
        const auto word = [&](int i) { const QString one = words.section(' ', i, i); return one == "-" ? std::string() : one.toStdString(); };
        const path::Origin origin{path::Origin::Kind(kind), word(0), word(1), word(2), IpAddress::parse(word(3))};
        QCOMPARE(QString::fromStdString(sentenceOf(origin, sentence.startsWith("10.0.0.9") ? "10.0.0.9" : "V").english()), sentence);
    }
};

QTEST_GUILESS_MAIN(TestExplained)
#include "tst_explained.moc"
