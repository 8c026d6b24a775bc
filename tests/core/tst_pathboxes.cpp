#include "core/path/prediction.h"
#include "core/summary/pathboxes.h"
#include "tests/support/samplecluster.h"

#include <QRegularExpression>
#include <QTest>

// Headers hop by hop as boxes: what was added, removed and rewritten.

using namespace vethscope;
using namespace vethscope::test;

namespace {

QString signOf(Fate fate)
{
    return fate == Fate::Added ? "+" : fate == Fate::Removed ? "-" : fate == Fate::Rewritten ? "!" : "";
}

QString textOf(const std::vector<PathBox> &boxes)
{
    QStringList words;
    for (const PathBox &one : boxes) {
        const char *scopes = "NUTO"; // native, underlay, tunnel, overlay
        QString word = signOf(one.fate) + QString::fromStdString(one.box.title) + ":" + QString::number(one.box.size) + scopes[int(one.box.scope)] + QString::number(one.box.depth);
        QStringList changes;
        for (const FieldFate &change : one.changes)
            changes << QString(change.field.name.data()) + "=" + QString::fromStdString(*change.before) + ">" + QString::fromStdString(*change.field.value);
        words << word + (changes.isEmpty() ? QString() : "(" + changes.join(',') + ")");
    }
    return words.join(' ');
}

struct Walked {
    explicit Walked(const std::string &sample, const char *from, const char *to, std::uint8_t protocol = 6, std::optional<std::uint32_t> size = {})
        : cluster(sampleCluster(sample)), predictor(cluster)
    {
        path::Question question{*path::whoSends(predictor.places(), from), *path::whoIs(predictor.places(), to)};
        question.protocol = protocol;
        question.size = size;
        path = predictor.request(question).front();
    }
    const path::Hop *hop(std::size_t index) const { return index < path.hops.size() ? &path.hops[index] : nullptr; }
    QString before(std::size_t index) const { return textOf(boxesBetween(index > 0 ? hop(index - 1) : nullptr, *hop(index)).before); }
    QString now(std::size_t index) const { return textOf(boxesBetween(index > 0 ? hop(index - 1) : nullptr, *hop(index)).now); }
    std::size_t firstIn(std::string_view interface) const
    {
        for (std::size_t i = 0; i < path.hops.size(); ++i)
            if (path.hops[i].interface == interface && path.hops[i].pod.empty())
                return i;
        return path.hops.size();
    }

    Cluster cluster;
    path::Predictor predictor;
    path::Path path{};
};

QStringList fateLines(const path::Hop *before, const path::Hop &now)
{
    QStringList lines;
    for (const FieldFate &fate : fatesBetween(before, now))
        lines << QStringLiteral("%1%2 %3 %4%5").arg(signOf(fate.fate)).arg(fate.field.depth).arg(fate.field.name.data(), fate.before ? QString::fromStdString(*fate.before) + ">" : QString(),
                                                                                                fate.field.value ? QString::fromStdString(*fate.field.value) : "?");
    return lines;
}

} // namespace

class PathBoxesTest : public QObject
{
    Q_OBJECT

private slots:
    void vxlanIsPutAroundAndTakenOff()
    {
        const Walked way("flannel-vxlan", "tea-6fb46d899f-4zkt2", "web-5dcb957ccc-d4n6l");
        QCOMPARE(way.path.hops.size(), std::size_t(11));
        QCOMPARE(way.before(0), QString());
        QCOMPARE(way.now(0), QString("Ethernet:14N0 IPv4:20N0 TCP:40N0"));
        QCOMPARE(way.now(1), QString("Ethernet:14N0 IPv4:20N0 TCP:40N0")); // over the veth as it is
        QCOMPARE(way.now(3), QString("!Ethernet:14O0(eth.src=b2:ad:3a:6e:3a:4f>8e:5c:79:80:cd:cc,eth.dst=82:2a:05:51:fe:51>2a:3c:a0:e1:a9:b6) !IPv4:20O0(ip.ttl=64>63) TCP:40O0"));
        QCOMPARE(way.before(4), QString("Ethernet:14O0 IPv4:20O0 TCP:40O0"));
        QCOMPARE(way.now(4), QString("+Ethernet:14U0 +IPv4:20U0 +UDP:8U0 +VXLAN 1:8T0 Ethernet:14O1 IPv4:20O1 TCP:40O1"));
        QCOMPARE(way.now(5), QString("!Ethernet:14U0(eth.src=52:54:00:c2:ee:db>fe:ee:32:07:ea:08,eth.dst=fe:ee:32:07:ea:07>52:54:00:4e:05:02) IPv4:20U0 UDP:8U0 VXLAN 1:8T0 Ethernet:14O1 IPv4:20O1 TCP:40O1"));
        QCOMPARE(way.before(7), QString("-Ethernet:14U0 -IPv4:20U0 -UDP:8U0 -VXLAN 1:8T0 Ethernet:14O1 IPv4:20O1 TCP:40O1"));
        QCOMPARE(way.now(7), QString("Ethernet:14O0 IPv4:20O0 TCP:40O0"));
        const PathBoxes tunnelled = boxesBetween(way.hop(3), *way.hop(4));
        QCOMPARE(sizeOf(tunnelled.now) - sizeOf(tunnelled.before), 50u);
        QCOMPARE(tunnelled.now[3].box.layer, 3);
        QCOMPARE(tunnelled.now[3].protocol, std::string_view("vxlan"));
    }

    void fieldsOfWhatIsAdded()
    {
        const Walked way("flannel-vxlan", "tea-6fb46d899f-4zkt2", "web-5dcb957ccc-d4n6l");
        QCOMPARE(fateLines(way.hop(3), *way.hop(4)).join('\n'), QStringList({
            "+0 eth.src 52:54:00:c2:ee:db", "+0 eth.dst fe:ee:32:07:ea:07", "+0 eth.type 0x0800", "+0 ip.src 172.27.0.11", "+0 ip.dst 172.27.16.10", "+0 ip.ttl 64",
            "+0 ip.proto 17", "+0 udp.dstport 8472", "+0 vxlan.vni 1", "1 eth.src 8e:5c:79:80:cd:cc", "1 eth.dst 2a:3c:a0:e1:a9:b6", "1 eth.type 0x0800",
            "1 ip.src 10.244.0.60", "1 ip.dst 10.244.1.3", "1 ip.ttl 63", "1 ip.proto 6", "1 tcp.dstport 80"}).join('\n'));
        const QStringList off = fateLines(way.hop(6), *way.hop(7));
        QCOMPARE(off.mid(0, 9).filter(QRegularExpression("^-0 ")).size(), 8); // its TTL nobody knows behind the router
        QCOMPARE(off.filter(QRegularExpression("^[-+!]")).size(), 8);
        // Behind the router the TTL is not known: that is no change that anybody has foretold.
        QVERIFY(fateLines(way.hop(4), *way.hop(5)).filter("ip.ttl").size() == 1);
        const QStringList first = fateLines(nullptr, *way.hop(0));
        QVERIFY(first.size() == 8 && first.filter(QRegularExpression("^[-+!]")).isEmpty());
    }

    void otherTunnels()
    {
        const Walked ipip("calico-ipip", "blog-7c96bd5f4d-lz2pk", "wiki-59d8fb6c7c-9mxrb");
        const std::size_t nic = ipip.firstIn("eth0");
        QVERIFY(nic > 0 && nic < ipip.path.hops.size());
        QCOMPARE(ipip.now(nic), QString("+Ethernet:14U0 +IPv4:20U0 +IPIP:0T0 IPv4:20O1 TCP:40O1"));
        const Cluster udp = sampleCluster("flannel-udp");
        const auto podOf = [&](const std::string &node) { return std::ranges::find(udp.pods, node, &ClusterPod::node)->fullName(); };
        const Walked datagrams("flannel-udp", podOf(udp.nodes[0].name).c_str(), podOf(udp.nodes[1].name).c_str());
        const std::size_t sent = datagrams.firstIn("eth0");
        QVERIFY(sent > 0 && sent < datagrams.path.hops.size());
        QVERIFY2(datagrams.now(sent).startsWith("+Ethernet:14U0 +IPv4:20U0 +UDP:8U0 +flannel UDP:0T0 "), qPrintable(datagrams.now(sent)));
    }

    void sizes_data()
    {
        QTest::addColumn<int>("protocol");
        QTest::addColumn<int>("size"); // 0: as usual
        QTest::addColumn<QString>("boxes");
        QTest::newRow("TCP") << 6 << 0 << "Ethernet:14N0 IPv4:20N0 TCP:40N0";
        QTest::newRow("a long one") << 6 << 1400 << "Ethernet:14N0 IPv4:20N0 TCP:1380N0";
        QTest::newRow("ping") << 1 << 84 << "Ethernet:14N0 IPv4:20N0 ICMP:64N0";
        QTest::newRow("UDP") << 17 << 60 << "Ethernet:14N0 IPv4:20N0 UDP:8N0 Payload:32N0";
        QTest::newRow("UDP without payload") << 17 << 28 << "Ethernet:14N0 IPv4:20N0 UDP:8N0";
        QTest::newRow("too short for UDP") << 17 << 24 << "Ethernet:14N0 IPv4:20N0";
    }

    void sizes()
    {
        QFETCH(int, protocol);
        QFETCH(int, size);
        const Walked way("flannel-vxlan", "tea-6fb46d899f-4zkt2", "web-5dcb957ccc-flhdd", std::uint8_t(protocol), size > 0 ? std::optional(std::uint32_t(size)) : std::nullopt);
        QTEST(way.now(0), "boxes");
    }

    // 60 bytes of IP in 32 of WireGuard, 8 of UDP and 20 of IPv4.
    void wireguardIsPutAround()
    {
        const Walked way("flannel-wireguard", "seal-69f8c7d5b4-n6kjt", "crab-5c9d7b8f66-x7pwm");
        const QString onWire = way.now(way.firstIn("eth0"));
        QVERIFY2(onWire.contains("+IPv4:20U0 +UDP:8U0 +WireGuard:32T0 "), qPrintable(onWire));
    }

    void withoutAPacketThereIsNothing()
    {
        const Walked nowhere("flannel-vxlan", "10.244.7.7", "10.244.9.9");
        const PathBoxes boxes = boxesBetween(nullptr, nowhere.path.hops.front());
        QVERIFY(boxes.before.empty() && boxes.now.empty());
        QVERIFY(fatesBetween(nullptr, nowhere.path.hops.front()).empty());
        QCOMPARE(sizeOf(boxes.now), 0u);
    }
};

QTEST_GUILESS_MAIN(PathBoxesTest)
#include "tst_pathboxes.moc"
