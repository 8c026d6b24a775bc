#include "core/protocols/protocols.h"
#include "tests/support/packets.h"
#include "tests/support/stack.h"

#include <QTest>

using namespace vethscope;
using namespace vethscope::test;

// Segments that are longer than their headers' length fields can say, because a NIC has still to cut them up: TSO and
// BIG TCP (Linux' iph_set_totlen and ipv6_hopopt_jumbo_remove), RFC 2675. Values are tshark 4.0's but for UDP in IPv4: a
// length of 0 ends the tree there.

namespace {

const QByteArray segment = tcp(40000, 80, 0x10, QByteArray(70000, 'x'));
const QByteArray small = tcp(40000, 80, 0x10, "abc");

QByteArray bigEndian(std::uint32_t number)
{
    QByteArray bytes;
    for (int shift = 24; shift >= 0; shift -= 8)
        bytes += static_cast<char>(number >> shift & 0xff);
    return bytes;
}

// Its length field says nothing; the checksum is that of such a header.
QByteArray unsaid(std::uint8_t protocol, const QByteArray &payload)
{
    return fromHex("45000000 00010000 40") + static_cast<char>(protocol) + fromHex(protocol == 6 ? "66f5 0a000001 0a000002" : "66ea 0a000001 0a000002")
        + payload;
}

QByteArray unsaid6(std::uint8_t next, const QByteArray &payload, const QByteArray &length = "0000")
{
    return fromHex("60000000 " + length) + static_cast<char>(next) + fromHex("40 20010db8000000000000000000000001 20010db8000000000000000000000002") + payload;
}

QByteArray jumbo(std::uint8_t next, std::uint32_t length, const QByteArray &payload)
{
    return static_cast<char>(next) + fromHex("00 c204") + bigEndian(length) + payload;
}

QByteArray jumbo(std::uint8_t next, const QByteArray &payload)
{
    return jumbo(next, static_cast<std::uint32_t>(8 + payload.size()), payload);
}

QByteArray longUdp(const QByteArray &port, const QByteArray &payload)
{
    return fromHex("12b5" + port + "0000 0000") + payload;
}

const QByteArray vxlanHeader = fromHex("08000000 00000100");
const QByteArray geneveHeader = fromHex("00006558 00000100");
const QByteArray onVxlanPort("12b5");
const QByteArray onGenevePort("17c1");
const QByteArray elsewhere("270f");

} // namespace

class OffloadTest : public QObject
{
    Q_OBJECT

private slots:
    void values_data()
    {
        QTest::addColumn<QByteArray>("frame");
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QString>("value");

        const QByteArray four = ethernet(unsaid(6, small));
        QTest::newRow("TSO: what is there is the length") << four << QByteArray("ip.len") << "43";
        QTest::newRow("TSO: data of the segment") << four << QByteArray("tcp.len") << "3";
        QTest::newRow("TSO inside VXLAN, whose header tells") << ethernet(ipv4("10.1.0.1", "10.1.0.2", 17, udp(4789, 4789, vxlan(1, four))))
                                                              << QByteArray("ip.len") << "93,43";
        const QByteArray bigFour = ethernet(unsaid(6, segment));
        QTest::newRow("BIG TCP in IPv4") << bigFour << QByteArray("ip.len") << "70040";
        QTest::newRow("BIG TCP in IPv4: its data") << bigFour << QByteArray("tcp.len") << "70000";
        const QByteArray bigSix = ethernet(unsaid6(0, jumbo(6, segment)), 0x86dd);
        QTest::newRow("a jumbogram") << bigSix << QByteArray("ipv6.opt.jumbo") << "70028";
        QTest::newRow("a jumbogram: IPv6's own length") << bigSix << QByteArray("ipv6.plen") << "0";
        QTest::newRow("a jumbogram: its data") << bigSix << QByteArray("tcp.len") << "70000";
        QTest::newRow("a jumbogram that leaves bytes over") << ethernet(unsaid6(0, jumbo(6, 69000, segment)), 0x86dd) << QByteArray("tcp.len") << "68972";
        QTest::newRow("a jumbogram of the shortest length") << ethernet(unsaid6(0, jumbo(6, 65536, segment)), 0x86dd) << QByteArray("tcp.len") << "65508";
        QTest::newRow("a jumbogram beyond the frame") << ethernet(unsaid6(0, jumbo(6, 99999, segment)), 0x86dd) << QByteArray("tcp.len") << "70000";
        QTest::newRow("a length that is none for a jumbogram") << ethernet(unsaid6(0, jumbo(6, 65535, segment)), 0x86dd) << QByteArray("tcp.len") << "70000";
        QTest::newRow("a jumbo payload in a packet that says its length")
            << ethernet(unsaid6(0, jumbo(6, 70000, small), "001f") + "padding", 0x86dd) << QByteArray("tcp.len") << "3";
        QTest::newRow("BIG TCP in IPv6 without the option") << ethernet(unsaid6(6, segment), 0x86dd) << QByteArray("tcp.len") << "70000";

        QTest::newRow("through VXLAN in IPv4") << ethernet(unsaid(17, longUdp(onVxlanPort, vxlanHeader + bigFour))) << QByteArray("ip.len") << "70090,70040";
        QTest::newRow("through VXLAN in IPv4: its data") << ethernet(unsaid(17, longUdp(onVxlanPort, vxlanHeader + bigFour))) << QByteArray("overlay.tcp.len") << "70000";
        QTest::newRow("through Geneve in IPv4") << ethernet(unsaid(17, longUdp(onGenevePort, geneveHeader + bigSix))) << QByteArray("overlay.tcp.len") << "70000";
        QTest::newRow("through Geneve in IPv4: its option") << ethernet(unsaid(17, longUdp(onGenevePort, geneveHeader + bigSix))) << QByteArray("overlay.ipv6.opt.jumbo") << "70028";
        QTest::newRow("through VXLAN in a jumbogram") << ethernet(unsaid6(0, jumbo(17, longUdp(onVxlanPort, vxlanHeader + bigFour))), 0x86dd) << QByteArray("ip.len") << "70040";
        QTest::newRow("through VXLAN in a jumbogram: its data") << ethernet(unsaid6(0, jumbo(17, longUdp(onVxlanPort, vxlanHeader + bigFour))), 0x86dd) << QByteArray("overlay.tcp.len") << "70000";
        QTest::newRow("through VXLAN on another port") << ethernet(unsaid(17, longUdp(elsewhere, vxlanHeader + bigFour))) << QByteArray("vs.tunnel") << "vxlan";
    }

    void values()
    {
        QFETCH(QByteArray, frame);
        QFETCH(QByteArray, field);
        QTEST(valuesOf(field, frame.toHex()), "value");
    }

    // By what it says: the bits stay as they are where a length is said.
    void aLengthThatIsSaidStays()
    {
        QCOMPARE(valuesOf("ip.len", ethernet(ipv4("10.0.0.1", "10.0.0.2", 6, small) + "padding").toHex()), QString("43"));
    }

    // On the wire it was longer than what was captured: the length is that of the wire.
    void cutByTheCapture()
    {
        const QStringList tree = treeOf(protocols::ethernet, ethernet(unsaid(6, segment)).first(200).toHex(), 70054);
        QVERIFY2(tree.contains("  [Total Length: 70040]"), qPrintable(tree.join('\n')));
        QVERIFY(tree.contains("  ! total length field says 0, as in front of segmentation offload: it takes all that is there"));
    }

    void aJumboPayloadThatNeedsNone()
    {
        const QString complaint = QStringLiteral("  ! a jumbo payload of 31 bytes, which IPv6's own length field can say");
        QVERIFY(treeOf(protocols::ipv6, unsaid6(0, jumbo(6, small)).toHex()).contains(complaint));
        const QStringList sound = treeOf(protocols::ipv6, unsaid6(0, jumbo(6, segment)).toHex());
        QVERIFY(sound.contains("    Payload Length: 70028"));
        QCOMPARE(sound.filter("a jumbo payload").size(), 0);
    }

    void everyPrefix()
    {
        QCOMPARE(feedPrefixes(protocols::ipv4, unsaid(6, small).toHex()), 2 * 44);
        QCOMPARE(feedPrefixes(protocols::ipv6, unsaid6(0, jumbo(6, small)).toHex()), 2 * 72);
    }
};

QTEST_GUILESS_MAIN(OffloadTest)
#include "tst_offload.moc"
