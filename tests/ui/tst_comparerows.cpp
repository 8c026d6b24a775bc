#include "tests/support/stack.h"
#include "tests/support/testcapture.h"
#include "ui/figures/comparerows.h"
#include "ui/shared/selection.h"

#include <QTest>

using namespace vethscope;

namespace {

// A row as the panel shows it: values face to face, the relation between.
QString lineOf(const CompareRow &row)
{
    const auto value = [](const CompareCell &cell) { return cell.isPresent() ? cell.value : QStringLiteral("-"); };
    const QString relation = row.relation == Relation::None ? QStringLiteral("?") : relationName(row.relation);
    return QStringLiteral("%1: %2 | %3 | %4").arg(row.label, value(row.underlay), relation, value(row.overlay));
}

QStringList linesOf(const Comparison &comparison)
{
    QStringList lines;
    for (const CompareRow &row : comparison.rows)
        lines << lineOf(row);
    return lines;
}

const CompareRow *find(const Comparison &comparison, Aspect aspect)
{
    for (const CompareRow &row : comparison.rows)
        if (row.aspect == aspect)
            return &row;
    return nullptr;
}

// The notes' packet with one byte of its outer or inner header changed.
QByteArray changed(QByteArray packet, int byte, const char *digits)
{
    packet = QByteArray::fromHex(packet).toHex();
    return packet.replace(byte * 2, 2, digits);
}

Comparison comparisonOf(const QByteArray &packet, quint32 linkType = 1)
{
    TestCapture capture({packet}, linkType);
    return comparisonOf(capture.open().packetRow(0));
}

} // namespace

/// Underlay and overlay of one packet, and what the kernel does between them.
class CompareRowsTest : public QObject
{
    Q_OBJECT

private slots:
    void rows_data();
    void rows();
    void headOfVxlan();
    void nestedTunnelsChoose_data();
    void nestedTunnelsChoose();
    void valuesDecide_data();
    void valuesDecide();
    void lengthNamesWhatWasAdded();
    void cellsFindTheirRowOfTheTree();
    void everyRuleSpeaks();
};

void CompareRowsTest::rows_data()
{
    QTest::addColumn<QByteArray>("packet");
    QTest::addColumn<QStringList>("lines");
    QTest::newRow("VXLAN across two subnets") << headOverVxlan() << QStringList{
        "Source MAC: 52:54:00:c2:ee:db | not copied | 8e:5c:79:80:cd:cc",
        "Destination MAC: fe:ee:32:07:ea:07 | looked up | 2a:3c:a0:e1:a9:b6",
        "Source IP: 172.27.0.11 | looked up | 10.244.0.0",
        "Destination IP: 172.27.16.10 | looked up | 10.244.1.3",
        "TTL: 64 | not copied | 64",
        "DSCP / ToS: 0x00 | constant | 0x00",
        "Don't fragment: Not set | constant | Set",
        "Ports: 38764 → 8472 | computed | 58906 → 80",
        "Length: 177 | added | 127",
        "Checksum: UDP 0x0000 | constant | TCP 0x42e7",
    };
    QTest::newRow("IPIP has no Ethernet and no ports of its own") << pingOverIpip() << QStringList{
        "Source MAC: fe:ee:32:07:ea:08 | added | -",
        "Destination MAC: 52:54:00:4e:05:02 | looked up | -",
        "Source IP: 172.27.0.11 | looked up | 10.233.64.5",
        "Destination IP: 172.27.16.10 | looked up | 10.233.65.7",
        "TTL: 62 | ? | 63",
        "DSCP / ToS: 0x00 | constant | 0x00",
        "Don't fragment: Set | copied | Set",
        "Ports: - | not copied | Echo (ping) request (8)",
        "Length: 104 | added | 84",
        "Checksum: IPv4 0x5c9c | computed | ICMP 0x1fea",
    };
    const QByteArray inner = test::ethernet(test::ipv4("10.244.0.5", "10.244.1.3", 17, test::udp(40000, 53, "query")));
    QTest::newRow("Geneve, as OVS makes it") << test::ethernet(test::ipv4("172.18.0.2", "172.18.0.3", 17, test::udp(51234, 6081, QByteArray::fromHex("0000655800000700") + inner))).toHex() << QStringList{
        "Source MAC: 02:00:00:00:00:01 | not copied | 02:00:00:00:00:01",
        "Destination MAC: 02:00:00:00:00:02 | looked up | 02:00:00:00:00:02",
        "Source IP: 172.18.0.2 | looked up | 10.244.0.5",
        "Destination IP: 172.18.0.3 | looked up | 10.244.1.3",
        "TTL: 64 | not copied | 64",
        "DSCP / ToS: 0x00 | constant | 0x00",
        "Don't fragment: Set | ? | Set",
        "Ports: 51234 → 6081 | computed | 40000 → 53",
        "Length: 83 | added | 33",
        "Checksum: UDP 0x0000 | constant | UDP 0x0000",
    };
    QTest::newRow("GRE has no Ethernet and no ports of its own") << test::ethernet(test::ipv4("172.18.0.2", "172.18.0.3", 47, QByteArray::fromHex("00000800") + test::ipv4("10.244.0.5", "10.244.1.3", 17, test::udp(40000, 53, "query")))).toHex() << QStringList{
        "Source MAC: 02:00:00:00:00:01 | added | -",
        "Destination MAC: 02:00:00:00:00:02 | looked up | -",
        "Source IP: 172.18.0.2 | looked up | 10.244.0.5",
        "Destination IP: 172.18.0.3 | looked up | 10.244.1.3",
        "TTL: 64 | copied | 64",
        "DSCP / ToS: 0x00 | constant | 0x00",
        "Don't fragment: Set | copied | Set",
        "Ports: - | not copied | 40000 → 53",
        "Length: 57 | added | 33",
        "Checksum: IPv4 0xe26b | computed | UDP 0x0000",
    };
    QTest::newRow("a native packet has one side") << nativeQuery() << QStringList{
        "Source MAC: b2:ad:3a:6e:3a:4f | ? | -",
        "Destination MAC: 82:2a:05:51:fe:51 | ? | -",
        "Source IP: 10.244.0.60 | ? | -",
        "Destination IP: 10.96.0.10 | ? | -",
        "TTL: 64 | ? | -",
        "DSCP / ToS: 0x00 | ? | -",
        "Don't fragment: Set | ? | -",
        "Ports: 54477 → 53 | ? | -",
        "Length: 59 | ? | -",
        "Checksum: UDP 0x7441 | ? | -",
    };
}

void CompareRowsTest::rows()
{
    QFETCH(QByteArray, packet);
    QTEST(linesOf(comparisonOf(packet)), "lines");
}

void CompareRowsTest::headOfVxlan()
{
    const Comparison comparison = comparisonOf(headOverVxlan());
    QCOMPARE(comparison.tunnels, 1);
    QCOMPARE(comparison.tunnel, "VXLAN 1");
    QCOMPARE(comparison.remark, "port 8472");
    QCOMPARE(comparison.added, 50u);
    QCOMPARE(comparisonOf(pingOverIpip()).added, 20u);
    QCOMPARE(comparisonOf(nativeQuery()).tunnels, 0);
}

// VXLAN inside VXLAN: any two of the three networks face each other.
void CompareRowsTest::nestedTunnelsChoose_data()
{
    QTest::addColumn<int>("outer");
    QTest::addColumn<int>("inner");
    QTest::addColumn<QString>("tunnel");
    QTest::addColumn<QString>("sources");
    QTest::addColumn<QString>("relation");
    QTest::addColumn<unsigned>("added");
    QTest::newRow("the outermost with the innermost") << 0 << -1 << "2 tunnels" << "172.18.0.2 | 10.244.0.5" << "not copied" << 100u;
    QTest::newRow("the outermost with the one between") << 0 << 1 << "VXLAN 7" << "172.18.0.2 | 10.0.0.2" << "looked up" << 50u;
    QTest::newRow("the one between with the innermost") << 1 << 2 << "VXLAN 1" << "10.0.0.2 | 10.244.0.5" << "looked up" << 50u;
    QTest::newRow("deeper than it goes") << 3 << 4 << "2 tunnels" << "172.18.0.2 | 10.244.0.5" << "not copied" << 100u;
}

void CompareRowsTest::nestedTunnelsChoose()
{
    QFETCH(int, outer);
    QFETCH(int, inner);
    const QByteArray innermost = test::ethernet(test::ipv4("10.244.0.5", "10.244.1.3", 17, test::udp(40000, 53, "query")));
    const QByteArray between = test::ethernet(test::ipv4("10.0.0.2", "10.0.0.3", 17, test::udp(50001, 8472, test::vxlan(1, innermost))));
    TestCapture capture({test::ethernet(test::ipv4("172.18.0.2", "172.18.0.3", 17, test::udp(50002, 4789, test::vxlan(7, between)))).toHex()});
    const Comparison comparison = comparisonOf(capture.open().packetRow(0), {outer, inner});
    QCOMPARE(comparison.tunnels, 2);
    QTEST(comparison.tunnel, "tunnel");
    const CompareRow *source = find(comparison, Aspect::SourceIp);
    QVERIFY(source);
    QTEST(source->underlay.value + " | " + source->overlay.value, "sources");
    QTEST(relationName(source->relation), "relation");
    QTEST(unsigned(comparison.added), "added");
}

void CompareRowsTest::valuesDecide_data()
{
    QTest::addColumn<QByteArray>("packet");
    QTest::addColumn<int>("aspect");
    QTest::addColumn<QString>("relation");
    const auto at = [](Aspect aspect) { return static_cast<int>(aspect); };
    QTest::newRow("VXLAN with udpcsum") << changed(headOverVxlan(), 40, "12") << at(Aspect::Checksum) << "computed";
    QTest::newRow("VXLAN, ToS only inside") << changed(headOverVxlan(), 65, "b8") << at(Aspect::TrafficClass) << "not copied";
    QTest::newRow("VXLAN, the same ToS in both") << changed(changed(headOverVxlan(), 65, "b8"), 15, "b8") << at(Aspect::TrafficClass) << "copied";
    QTest::newRow("VXLAN broadcast inside") << changed(headOverVxlan(), 50, "ff") << at(Aspect::DestinationMac) << "not copied";
    QTest::newRow("VXLAN with ttl 200 outside") << changed(headOverVxlan(), 22, "c8") << at(Aspect::Ttl) << "not copied";
    QTest::newRow("IPIP where the TTLs are equal") << changed(pingOverIpip(), 22, "3f") << at(Aspect::Ttl) << "copied";
    QTest::newRow("IPIP with DF outside alone") << changed(pingOverIpip(), 40, "00") << at(Aspect::DontFragment) << "constant";
}

void CompareRowsTest::valuesDecide()
{
    QFETCH(QByteArray, packet);
    QFETCH(int, aspect);
    const Comparison comparison = comparisonOf(packet);
    const CompareRow *row = find(comparison, static_cast<Aspect>(aspect));
    QVERIFY(row);
    QTEST(relationName(row->relation), "relation");
}

void CompareRowsTest::lengthNamesWhatWasAdded()
{
    QCOMPARE(find(comparisonOf(headOverVxlan()), Aspect::Length)->explanation, "IPv4 20 + UDP 8 + VXLAN 8 + Ethernet 14");
    QCOMPARE(find(comparisonOf(pingOverIpip()), Aspect::Length)->explanation, "IPv4 20");
}

void CompareRowsTest::cellsFindTheirRowOfTheTree()
{
    TestCapture capture({headOverVxlan()});
    Selection selection(capture.open());
    selection.setRow(0);
    const Comparison comparison = comparisonOf(selection.packet());
    for (const CompareRow &row : comparison.rows) {
        for (const CompareCell *cell : {&row.underlay, &row.overlay}) {
            const int node = nodeOf(*cell, selection.tree());
            QVERIFY2(node >= 0, qPrintable(row.label));
            QCOMPARE(selection.tree()[static_cast<std::size_t>(node)].layer, cell->layer);
        }
    }
    QCOMPARE(nodeOf({}, selection.tree()), -1);
}

void CompareRowsTest::everyRuleSpeaks()
{
    for (const TunnelKind kind : {TunnelKind::Vxlan, TunnelKind::Ipip, TunnelKind::FlannelUdp, TunnelKind::Geneve, TunnelKind::Gre, TunnelKind::Other})
        for (int aspect = 0; aspect < static_cast<int>(Aspect::Length); ++aspect)
            QVERIFY(!compareRule(kind, static_cast<Aspect>(aspect), Finding::Any).explanation.isEmpty());
}

QTEST_MAIN(CompareRowsTest)
#include "tst_comparerows.moc"
