#include "core/protocols/protocols.h"
#include "core/summary/boxes.h"
#include "core/summary/columns.h"
#include "tests/support/packets.h"
#include "tests/support/stack.h"

#include <QTest>

using namespace vethscope;
using namespace vethscope::test;

// A packet in one line, in boxes, and what its tunnels cost.

namespace {

QByteArray pod(const QByteArray &payload)
{
    return ethernet(ipv4("10.244.0.60", "10.244.1.3", 17, udp(40000, 40001, payload)));
}

QByteArray throughVxlan(const QByteArray &frame)
{
    return ethernet(ipv4("172.27.0.11", "172.27.16.10", 17, udp(50000, 8472, vxlan(1, frame))));
}

QByteArray throughIpip(const QByteArray &packet)
{
    return ethernet(ipv4("172.27.0.11", "172.27.16.10", 4, packet));
}

QByteArray throughFlannelUdp(const QByteArray &packet)
{
    return ethernet(ipv4("172.27.0.11", "172.27.16.10", 17, udp(8285, 8285, packet)));
}

PacketRow rowOf(const QByteArray &bytes, std::uint32_t originalLength = 0)
{
    PacketRow row;
    row.frame = frameOf(bytes, 1, originalLength);
    row.frame.number = 7;
    row.frame.time = 1600000002'345678901;
    row.firstTime = 1600000001'000000000;
    Dissector(registry()).dissect(row.frame, row.packet);
    return row;
}

QString columnOf(Column column, const PacketRow &row, Perspective perspective)
{
    TextBuffer out;
    printColumn(column, row, perspective, out);
    return QString::fromUtf8(out.data(), static_cast<qsizetype>(out.size()));
}

// Source → destination, protocol, length, info.
QString lineOf(const PacketRow &row, Perspective perspective)
{
    return columnOf(Column::Source, row, perspective) + " → " + columnOf(Column::Destination, row, perspective) + ' '
        + columnOf(Column::Protocol, row, perspective) + ' ' + columnOf(Column::Length, row, perspective) + ' '
        + columnOf(Column::Info, row, perspective);
}

QStringList boxesOf(const PacketRow &row)
{
    QStringList lines;
    for (const Box &box : vethscope::boxesOf(row.frame, row.packet))
        lines << QStringLiteral("%1: %2 at %3, depth %4").arg(QString::fromStdString(box.title)).arg(box.size)
                     .arg(box.place.firstByte()).arg(box.depth);
    return lines;
}

} // namespace

class SummaryTest : public QObject
{
    Q_OBJECT

private slots:
    void perspectives_data()
    {
        QTest::addColumn<QByteArray>("frame");
        QTest::addColumn<QString>("both");
        QTest::addColumn<QString>("underlay");
        QTest::addColumn<QString>("overlay");

        QTest::newRow("an HTTP request through VXLAN")
            << requestOverVxlan()
            << "10.244.0.60 → 10.244.1.3 HTTP 140 GET /healthz HTTP/1.1"
            << "172.27.0.11 → 172.27.16.10 UDP 140 40000 → 8472 Len=98"
            << "10.244.0.60 → 10.244.1.3 HTTP 90 GET /healthz HTTP/1.1";
        QTest::newRow("a datagram through VXLAN: data speaks only when nothing else does")
            << throughVxlan(pod("abc"))
            << "10.244.0.60 → 10.244.1.3 UDP 95 40000 → 40001 Len=3"
            << "172.27.0.11 → 172.27.16.10 UDP 95 50000 → 8472 Len=53"
            << "10.244.0.60 → 10.244.1.3 UDP 45 40000 → 40001 Len=3";
        QTest::newRow("native looks the same to all three")
            << pod("abc")
            << "10.244.0.60 → 10.244.1.3 UDP 45 40000 → 40001 Len=3"
            << "10.244.0.60 → 10.244.1.3 UDP 45 40000 → 40001 Len=3"
            << "10.244.0.60 → 10.244.1.3 UDP 45 40000 → 40001 Len=3";
        QTest::newRow("IPIP: the underlay sees the number of the protocol")
            << throughIpip(ipv4("10.233.64.5", "10.233.65.7", 17, udp(40000, 40001, "abc")))
            << "10.233.64.5 → 10.233.65.7 UDP 65 40000 → 40001 Len=3"
            << "172.27.0.11 → 172.27.16.10 IPv4 65 IPIP (4)"
            << "10.233.64.5 → 10.233.65.7 UDP 31 40000 → 40001 Len=3";
        QTest::newRow("a tunnel in a tunnel: the overlay is the innermost")
            << throughVxlan(throughVxlan(pod("abc")))
            << "10.244.0.60 → 10.244.1.3 UDP 145 40000 → 40001 Len=3"
            << "172.27.0.11 → 172.27.16.10 UDP 145 50000 → 8472 Len=103"
            << "10.244.0.60 → 10.244.1.3 UDP 45 40000 → 40001 Len=3";
        QTest::newRow("an ICMP error speaks for itself, not the packet that it quotes")
            << ethernet(ipv4("10.0.0.9", "10.0.0.1", 1, fromHex("0301 fcfe 00000000") + ipv4("10.0.0.1", "10.0.0.2", 17, udp(1, 9, "a"))))
            << "10.0.0.9 → 10.0.0.1 ICMP 71 Destination unreachable (Host unreachable)"
            << "10.0.0.9 → 10.0.0.1 ICMP 71 Destination unreachable (Host unreachable)"
            << "10.0.0.9 → 10.0.0.1 ICMP 71 Destination unreachable (Host unreachable)";
        QTest::newRow("ARP has the addresses of its frame")
            << fromHex("ffffffffffff 5254000000aa 0806 0001 0800 06 04 0001 5254000000aa ac1b000b 000000000000 ac1b0001")
            << "52:54:00:00:00:aa → ff:ff:ff:ff:ff:ff ARP 42 Who has 172.27.0.1? Tell 172.27.0.11"
            << "52:54:00:00:00:aa → ff:ff:ff:ff:ff:ff ARP 42 Who has 172.27.0.1? Tell 172.27.0.11"
            << "52:54:00:00:00:aa → ff:ff:ff:ff:ff:ff ARP 42 Who has 172.27.0.1? Tell 172.27.0.11";
    }

    void perspectives()
    {
        QFETCH(QByteArray, frame);
        const PacketRow row = rowOf(frame);
        QTEST(lineOf(row, Perspective::Both), "both");
        QTEST(lineOf(row, Perspective::Underlay), "underlay");
        QTEST(lineOf(row, Perspective::Overlay), "overlay");
    }

    void otherColumns()
    {
        const QByteArray bytes = requestOverVxlan();
        PacketRow row = rowOf(bytes);
        QCOMPARE(columnOf(Column::Number, row, Perspective::Both), "7");
        QCOMPARE(columnOf(Column::Time, row, Perspective::Both), "1.345678");
        QCOMPARE(columnOf(Column::Layers, row, Perspective::Both), "Ethernet IPv4 UDP VXLAN Ethernet IPv4 TCP HTTP");
        QCOMPARE(columnOf(Column::Point, row, Perspective::Both), "");
        row.frame.pointNode = "master";
        row.frame.pointInterface = "eth0";
        QCOMPARE(columnOf(Column::Point, row, Perspective::Both), "master eth0");
        row.frame.time = row.firstTime - 500'000;
        QCOMPARE(columnOf(Column::Time, row, Perspective::Both), "-0.000500");
        row.frame.timed = false;
        QCOMPARE(columnOf(Column::Time, row, Perspective::Both), "");
    }

    void damageIsInTheLine()
    {
        const QByteArray whole = requestOverVxlan();
        const QByteArray cut = whole.first(46);
        QCOMPARE(lineOf(rowOf(cut, static_cast<std::uint32_t>(whole.size())), Perspective::Both),
                 "172.27.0.11 → 172.27.16.10 UDP 140 40000 → 8472 Len=98 [VXLAN: cut by the capture]");
        QCOMPARE(lineOf(rowOf(cut), Perspective::Both),
                 "172.27.0.11 → 172.27.16.10 UDP 46 40000 → 8472 Len=4 [VXLAN: malformed]");
        const QByteArray stump = "1234";
        QCOMPARE(lineOf(rowOf(stump), Perspective::Both), " →  Ethernet 4 [Ethernet: malformed]");
    }

    void whoseAddresses()
    {
        const QByteArray tunnelled = throughVxlan(throughVxlan(pod("abc")));
        const PacketRow twice = rowOf(tunnelled);
        QCOMPARE(addressScope(twice.packet, Perspective::Both).depth, 2);
        QCOMPARE(addressScope(twice.packet, Perspective::Both).scope, Scope::Overlay);
        QCOMPARE(addressScope(twice.packet, Perspective::Underlay).depth, 0);
        QCOMPARE(addressScope(twice.packet, Perspective::Underlay).scope, Scope::Underlay);
        const QByteArray native = pod("abc");
        QCOMPARE(addressScope(rowOf(native).packet, Perspective::Underlay).scope, Scope::Native);
    }

    void boxes_data()
    {
        QTest::addColumn<QByteArray>("frame");
        QTest::addColumn<QStringList>("boxes");
        QTest::newRow("through VXLAN")
            << throughVxlan(ethernet(ipv4("10.244.0.60", "10.244.1.3", 6, tcp(40000, 40001, 0x18, "abc"))))
            << QStringList{"Ethernet: 14 at 0, depth 0", "IPv4: 20 at 14, depth 0", "UDP: 8 at 34, depth 0", "VXLAN 1: 8 at 42, depth 0",
                           "Ethernet: 14 at 50, depth 1", "IPv4: 20 at 64, depth 1", "TCP: 20 at 84, depth 1", "Data: 3 at 104, depth 1"};
        QTest::newRow("bytes that nobody claims are a box of their own")
            << pod("abc")
            << QStringList{"Ethernet: 14 at 0, depth 0", "IPv4: 20 at 14, depth 0", "UDP: 8 at 34, depth 0", "Data: 3 at 42, depth 0"};
        QTest::newRow("a seam of no bytes")
            << throughIpip(ipv4("10.233.64.5", "10.233.65.7", 6, tcp(40000, 40001, 2)))
            << QStringList{"Ethernet: 14 at 0, depth 0", "IPv4: 20 at 14, depth 0", "IPIP: 0 at 34, depth 0", "IPv4: 20 at 34, depth 1",
                           "TCP: 20 at 54, depth 1"};
        QTest::newRow("padding to the shortest Ethernet frame")
            << ethernet(ipv4("10.0.0.1", "10.0.0.2", 6, tcp(1, 2, 2)) + QByteArray(6, '\0'))
            << QStringList{"Ethernet: 14 at 0, depth 0", "IPv4: 20 at 14, depth 0", "TCP: 20 at 34, depth 0", "Padding: 6 at 54, depth 0"};
        QTest::newRow("a VLAN's number")
            << ethernet(vlan(7, ipv4("10.0.0.1", "10.0.0.2", 6, tcp(1, 2, 2))), 0x8100)
            << QStringList{"Ethernet: 14 at 0, depth 0", "VLAN 7: 4 at 14, depth 0", "IPv4: 20 at 18, depth 0", "TCP: 20 at 38, depth 0"};
        QTest::newRow("no bytes, no boxes") << QByteArray() << QStringList{};
    }

    void boxes()
    {
        QFETCH(QByteArray, frame);
        QTEST(boxesOf(rowOf(frame)), "boxes");
    }

    void boxesCoverEveryByteOnce()
    {
        const QByteArray whole = throughVxlan(throughVxlan(pod("abc"))) + QByteArray(5, '\0');
        for (qsizetype length = 14; length <= whole.size(); ++length) {
            const QByteArray cut = whole.first(length);
            const PacketRow row = rowOf(cut, static_cast<std::uint32_t>(whole.size()));
            std::uint32_t covered = 0;
            for (const Box &box : vethscope::boxesOf(row.frame, row.packet)) {
                QCOMPARE(box.place.firstByte(), covered);
                covered += box.size;
            }
            QCOMPARE(covered, static_cast<std::uint32_t>(length));
        }
    }

    // What the wire carries beyond the innermost packet sent natively.
    void overhead_data()
    {
        QTest::addColumn<QByteArray>("frame");
        QTest::addColumn<unsigned>("underlay");
        QTest::addColumn<unsigned>("tunnel");
        QTest::addColumn<unsigned>("added");
        QTest::addColumn<unsigned>("inner");
        const QByteArray packet = ipv4("10.233.64.5", "10.233.65.7", 17, udp(40000, 40001, QByteArray(100, 'a')));

        QTest::newRow("VXLAN: Ethernet, IPv4, UDP and VXLAN, 50") << throughVxlan(ethernet(packet)) << 42u << 8u << 50u << 142u;
        QTest::newRow("IPIP: an IPv4 header, 20") << throughIpip(packet) << 34u << 0u << 20u << 128u;
        QTest::newRow("flannel's UDP: IPv4 and UDP, 28") << throughFlannelUdp(packet) << 42u << 0u << 28u << 128u;
        QTest::newRow("VXLAN in VXLAN, 100") << throughVxlan(throughVxlan(ethernet(packet))) << 42u << 58u << 100u << 142u;
        QTest::newRow("IPIP in VXLAN: 50 and 20") << throughVxlan(throughIpip(packet)) << 42u << 42u << 70u << 128u;
        QTest::newRow("VXLAN over IPv6, 70")
            << ethernet(ipv6("fd00::1", "fd00::2", 17, udp(50000, 8472, vxlan(1, ethernet(packet)))), 0x86dd) << 62u << 8u << 70u << 142u;
        QTest::newRow("none") << ethernet(packet) << 0u << 0u << 0u << 0u;
    }

    void overhead()
    {
        QFETCH(QByteArray, frame);
        const PacketRow row = rowOf(frame);
        const Overhead cost = overheadOf(row.frame, row.packet);
        QTEST(cost.underlay, "underlay");
        QTEST(cost.tunnel, "tunnel");
        QTEST(cost.added, "added");
        QTEST(cost.inner, "inner");
        QCOMPARE(cost.frame, static_cast<unsigned>(frame.size()));
    }

    void whatTheCaptureCutStillCounts()
    {
        const QByteArray whole = throughVxlan(ethernet(ipv4("10.0.0.1", "10.0.0.2", 17, udp(1, 9, QByteArray(100, 'a')))));
        const QByteArray cut = whole.first(96);
        const PacketRow row = rowOf(cut, static_cast<std::uint32_t>(whole.size()));
        QCOMPARE(overheadOf(row.frame, row.packet).inner, 142u);
        QCOMPARE(overheadOf(row.frame, row.packet).frame, static_cast<unsigned>(whole.size()));
    }
};

QTEST_GUILESS_MAIN(SummaryTest)
#include "tst_summary.moc"
