#include "core/protocols/protocols.h"
#include "tests/support/packets.h"

#include <QTest>

using namespace vethscope;
using namespace vethscope::test;

// 802.1BR E-Tag, IEEE 802.1BR clause 7.5.

class EtagTest : public QObject
{
    Q_OBJECT

private slots:
    // What tshark 4.0 prints for these frames.
    void values_data()
    {
        QTest::addColumn<QByteArray>("frame");
        QTest::addColumn<quint32>("linkType");
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QString>("value");

        const QByteArray frame1("020000001002020000001001 893f b123 a456 1278 0800 450000140001000040ff00000a0000010a000002"); // to many ports, with extensions
        QTest::newRow("to many ports, with extensions: frame.protocols") << frame1 << 1u << QByteArray("frame.protocols") << "eth:ethertype:etag:ethertype:ip";
        QTest::newRow("to many ports, with extensions: etag.pcp") << frame1 << 1u << QByteArray("etag.pcp") << "5";
        QTest::newRow("to many ports, with extensions: etag.dei") << frame1 << 1u << QByteArray("etag.dei") << "1";
        QTest::newRow("to many ports, with extensions: etag.iecid_base") << frame1 << 1u << QByteArray("etag.iecid_base") << "0x0123";
        QTest::newRow("to many ports, with extensions: etag.resv") << frame1 << 1u << QByteArray("etag.resv") << "2";
        QTest::newRow("to many ports, with extensions: etag.group") << frame1 << 1u << QByteArray("etag.group") << "2";
        QTest::newRow("to many ports, with extensions: etag.ecid_base") << frame1 << 1u << QByteArray("etag.ecid_base") << "0x0456";
        QTest::newRow("to many ports, with extensions: etag.iecid_ext") << frame1 << 1u << QByteArray("etag.iecid_ext") << "0x12";
        QTest::newRow("to many ports, with extensions: etag.ecid_ext") << frame1 << 1u << QByteArray("etag.ecid_ext") << "0x78";
        QTest::newRow("to many ports, with extensions: etag.etype") << frame1 << 1u << QByteArray("etag.etype") << "0x0800";
        QTest::newRow("to many ports, with extensions: ip.src") << frame1 << 1u << QByteArray("ip.src") << "10.0.0.1";
        const QByteArray frame2("020000001002020000001001 893f 0123 0456 0000 86dd 6000000000003b40 00000000000000000000000000000001 00000000000000000000000000000002"); // plain
        QTest::newRow("plain: frame.protocols") << frame2 << 1u << QByteArray("frame.protocols") << "eth:ethertype:etag:ethertype:ipv6";
        QTest::newRow("plain: etag.pcp") << frame2 << 1u << QByteArray("etag.pcp") << "0";
        QTest::newRow("plain: etag.dei") << frame2 << 1u << QByteArray("etag.dei") << "0";
        QTest::newRow("plain: etag.iecid_base") << frame2 << 1u << QByteArray("etag.iecid_base") << "0x0123";
        QTest::newRow("plain: etag.resv") << frame2 << 1u << QByteArray("etag.resv") << "0";
        QTest::newRow("plain: etag.group") << frame2 << 1u << QByteArray("etag.group") << "0";
        QTest::newRow("plain: etag.ecid_base") << frame2 << 1u << QByteArray("etag.ecid_base") << "0x0456";
        QTest::newRow("plain: etag.iecid_ext") << frame2 << 1u << QByteArray("etag.iecid_ext") << "0x00";
        QTest::newRow("plain: etag.ecid_ext") << frame2 << 1u << QByteArray("etag.ecid_ext") << "0x00";
        QTest::newRow("plain: etag.etype") << frame2 << 1u << QByteArray("etag.etype") << "0x86dd";
        QTest::newRow("plain: ipv6.hlim") << frame2 << 1u << QByteArray("ipv6.hlim") << "64";
    }

    void values()
    {
        QFETCH(QByteArray, frame);
        QFETCH(quint32, linkType);
        QFETCH(QByteArray, field);
        QTEST(valuesOf(field, frame, linkType), "value");
    }

    void tree_data()
    {
        QTest::addColumn<QByteArray>("packet");
        QTest::addColumn<QStringList>("tree");

        QTest::newRow("from a port to a group of ports")
            << QByteArray("b123 a456 1278 0800 450000140001000040ff00000a0000010a000002")
            << QStringList{
                   "802.1BR E-Tag  Ingress_E-CID: 74019  E-CID: 492630",
                   "  E-PCP: Voice, < 10ms latency and jitter (5)",
                   "  E-DEI: 1",
                   "  Ingress_E-CID_base: 0x0123",
                   "  Reserved: 2",
                   "  GRP: Point-to-multipoint (2)",
                   "  E-CID_base: 0x0456",
                   "  Ingress_E-CID_ext: 0x12",
                   "  E-CID_ext: 0x78",
                   "  Type: IPv4 (0x0800)",
                   "Internet Protocol Version 4  10.0.0.1 → 10.0.0.2   TTL 64",
                   "  Version: 4",
                   "  Header Length: 20",
                   "  Differentiated Services Field: 0x00",
                   "    Differentiated Services Codepoint: CS0 (0)",
                   "    Explicit Congestion Notification: Not ECN-Capable Transport (0)",
                   "  Total Length: 20",
                   "  Identification: 0x0001",
                   "  Flags: 0x00",
                   "    Reserved bit: Not set",
                   "    Don't fragment: Not set",
                   "    More fragments: Not set",
                   "  Fragment Offset in units of 8 bytes: 0",
                   "  Time to Live: 64",
                   "  Protocol: 255",
                   "  Header Checksum: 0x0000",
                   "  Source Address: 10.0.0.1",
                   "  Destination Address: 10.0.0.2",
                   "  [Header checksum status: Bad (0)]",
                   "  ! checksum is wrong; where the sender captured it, this is checksum offload",
               };
        QTest::newRow("LLC behind a length")
            << QByteArray("0123 0456 0000 0003 424203 ffff")
            << QStringList{
                   "802.1BR E-Tag  Ingress_E-CID: 291  E-CID: 1110",
                   "  E-PCP: Best Effort (default) (0)",
                   "  E-DEI: 0",
                   "  Ingress_E-CID_base: 0x0123",
                   "  Reserved: 0",
                   "  GRP: Point-to-point (0)",
                   "  E-CID_base: 0x0456",
                   "  Ingress_E-CID_ext: 0x00",
                   "  E-CID_ext: 0x00",
                   "  Type: 0x0003",
                   "Logical-Link Control  Spanning Tree BPDU",
                   "  DSAP: 0x42",
                   "    SAP: Spanning Tree BPDU (33)",
                   "    IG Bit: Not set",
                   "  SSAP: 0x42",
                   "    SAP: Spanning Tree BPDU (33)",
                   "    CR Bit: Not set",
                   "  Control: 0x0003",
                   "    Command: Unnumbered Information (0x00)",
                   "    Frame type: Unnumbered frame (0x03)",
               };
        QTest::newRow("cut")
            << QByteArray("b123 a456 12")
            << QStringList{
                   "802.1BR E-Tag",
                   "  E-PCP: Voice, < 10ms latency and jitter (5)",
                   "  E-DEI: 1",
                   "  Ingress_E-CID_base: 0x0123",
                   "  Reserved: 2",
                   "  GRP: Point-to-multipoint (2)",
                   "  E-CID_base: 0x0456",
                   "  Ingress_E-CID_ext: 0x12",
                   "  ! 802.1BR E-Tag needs 8 bytes, but the frame has only 5",
               };
    }

    void tree()
    {
        QFETCH(QByteArray, packet);
        QTEST(treeOf(protocols::etag, packet), "tree");
    }

    void everyPrefix()
    {
        QCOMPARE(feedPrefixes(protocols::etag, "b123 a456 1278 0800 450000140001000040ff00000a0000010a000002"), 2 * 29);
    }
};

QTEST_GUILESS_MAIN(EtagTest)
#include "tst_etag.moc"
