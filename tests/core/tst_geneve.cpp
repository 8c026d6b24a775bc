#include "core/protocols/protocols.h"
#include "tests/support/packets.h"

#include <QTest>

using namespace vethscope;
using namespace vethscope::test;

// RFC 8926; expectations from tshark 4.0.

// tcpdump, geneve-gcp.pcap, with a shorter payload
const QByteArray google(
    "0200000030020200000030010800450000600001000040110000c000021ec633"
    "641ef5fe17c1004c00000a0008000000000001320101800000d1013202040800"
    "000dc0a864020000000000000000013203020000000000001234450000140001"
    "000040ff00000a0000010a000002");
// An Ethernet frame and one option with its reserved bits set
const QByteArray ethernetFrame(
    "02000000300202000000300108004500004e0001000040110000c000021ec633"
    "641ef5fe17c1003a000002c06558000064000167012162696730aabb00001002"
    "aabb000010010800450000140001000040ff00000a0000010a000002");

class GeneveTest : public QObject
{
    Q_OBJECT

private slots:
    void values_data()
    {
        QTest::addColumn<QByteArray>("packet");
        QTest::addColumn<quint32>("linkType");
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QString>("value");

        QTest::newRow("version") << google << 1u << QByteArray("geneve.version") << QString("0");
        QTest::newRow("protocol") << google << 1u << QByteArray("geneve.proto_type") << QString("0x0800");
        QTest::newRow("VNI") << google << 1u << QByteArray("geneve.vni") << QString("0x000000");
        QTest::newRow("reserved") << google << 1u << QByteArray("geneve.reserved") << QString("0x00");
        QTest::newRow("classes") << google << 1u << QByteArray("geneve.option.class") << QString("0x0132,0x0132,0x0132");
        QTest::newRow("types") << google << 1u << QByteArray("geneve.option.type") << QString("0x01,0x02,0x03");
        QTest::newRow("lengths, the list first") << google << 1u << QByteArray("geneve.option.length") << QString("40,8,20,12");
        QTest::newRow("network") << google << 1u << QByteArray("geneve.option.gcp.vnid") << QString("134217741");
        QTest::newRow("direction") << google << 1u << QByteArray("geneve.option.gcp.direction") << QString("1");
        QTest::newRow("endpoint") << google << 1u << QByteArray("geneve.option.gcp.endpoint") << QString("0800000dc0a864020000000000000000");
        QTest::newRow("profile") << google << 1u << QByteArray("geneve.option.gcp.profile") << QString("4660");
        QTest::newRow("the chain") << google << 1u << QByteArray("frame.protocols") << QString("eth:ethertype:ip:udp:geneve:ip");
        QTest::newRow("seam") << google << 1u << QByteArray("vs.tunnel") << QString("geneve");
        QTest::newRow("VNI in use") << ethernetFrame << 1u << QByteArray("geneve.vni") << QString("0x000064");
        QTest::newRow("flags") << ethernetFrame << 1u << QByteArray("geneve.flags") << QString("0xc0");
        QTest::newRow("OAM") << ethernetFrame << 1u << QByteArray("geneve.flags.oam") << QString("1");
        QTest::newRow("critical") << ethernetFrame << 1u << QByteArray("geneve.flags.critical") << QString("1");
        QTest::newRow("unknown data") << ethernetFrame << 1u << QByteArray("geneve.option.unknown.data") << QString("62696730");
        QTest::newRow("inner frame") << ethernetFrame << 1u << QByteArray("overlay.eth.src") << QString("aa:bb:00:00:10:01");
    }

    void values()
    {
        QFETCH(QByteArray, packet);
        QFETCH(quint32, linkType);
        QFETCH(QByteArray, field);
        QTEST(valuesOf(field, packet, linkType), "value");
    }

    void tree_data()
    {
        QTest::addColumn<QByteArray>("packet");
        QTest::addColumn<QStringList>("tree");

        QTest::newRow("an option past the end of the header")
            << QByteArray("01006558 00006400 01020305")
            << QStringList{
                   "Underlay",
                   "  Generic Network Virtualization Encapsulation  VNI 100, 4 bytes of options",
                   "    Version: 0",
                   "    Options Length: 4",
                   "    Flags: 0x00",
                   "      Operations, Administration and Management Frame: Not set",
                   "      Critical Options Present: Not set",
                   "      Reserved: Not set",
                   "    Protocol Type: Transparent Ethernet bridging (0x6558)",
                   "    Virtual Network Identifier (VNI): 0x000064",
                   "    Reserved: 0x00",
                   "    Options: 01020305",
                   "    ! an option at byte 8 says 24 bytes and so ends behind its header",
               };
        QTest::newRow("options longer than the packet")
            << QByteArray("02006558 00006400 01020301")
            << QStringList{
                   "Generic Network Virtualization Encapsulation",
                   "  Version: 0",
                   "  Options Length: 8",
                   "  Flags: 0x00",
                   "    Operations, Administration and Management Frame: Not set",
                   "    Critical Options Present: Not set",
                   "    Reserved: Not set",
                   "  Protocol Type: Transparent Ethernet bridging (0x6558)",
                   "  Virtual Network Identifier (VNI): 0x000064",
                   "  Reserved: 0x00",
                   "  ! Generic Network Virtualization Encapsulation needs 16 bytes, but the frame has only 12",
               };
        QTest::newRow("cut")
            << QByteArray("00006558 0000")
            << QStringList{
                   "Generic Network Virtualization Encapsulation",
                   "  Version: 0",
                   "  Options Length: 0",
                   "  Flags: 0x00",
                   "    Operations, Administration and Management Frame: Not set",
                   "    Critical Options Present: Not set",
                   "    Reserved: Not set",
                   "  Protocol Type: Transparent Ethernet bridging (0x6558)",
                   "  ! Generic Network Virtualization Encapsulation needs 8 bytes, but the frame has only 6",
               };
    }

    void tree()
    {
        QFETCH(QByteArray, packet);
        QTEST(treeOf(protocols::geneve, packet), "tree");
    }

    void everyPrefix()
    {
        QVERIFY(feedPrefixes(protocols::ethernet, google) > 0);
        QVERIFY(feedPrefixes(protocols::ethernet, ethernetFrame) > 0);
    }
};


QTEST_GUILESS_MAIN(GeneveTest)
#include "tst_geneve.moc"
