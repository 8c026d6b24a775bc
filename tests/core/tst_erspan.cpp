#include "core/protocols/protocols.h"
#include "tests/support/packets.h"

#include <QTest>

using namespace vethscope;
using namespace vethscope::test;

// draft-foschiano-erspan-03; expectations from tshark 4.0.

// No header of its own
const QByteArray typeI(
    "02000000300202000000300108004500003a00010000402f0000c000021ec633"
    "641e000088be01005e00000200000c07acfe0800450000140001000040ff0000"
    "0a0000010a000002");
// tcpdump, erspan-type-ii-2.pcap, frame 1, with a shorter payload
const QByteArray typeII(
    "02000000300202000000300108004500004600010000402f0000c000021ec633"
    "641e100088be001095281065c0010008406501005e00000200000c07acfe0800"
    "450000140001000040ff00000a0000010a000002");
// tcpdump, erspan-type-iii-ft-0.pcap, frame 1, with a shorter payload
const QByteArray typeIII(
    "02000000300202000000300108004500004600010000402f0000c000021ec633"
    "641e000022eb20140000a3595bff0000000601005e00000200000c07acfe0800"
    "450000140001000040ff00000a0000010a000002");
// Type III with a platform header of kind 5
const QByteArray withPlatform(
    "02000000300202000000300108004500004e00010000402f0000c000021ec633"
    "641e000022eb20140000a3595bff0000000f140000050000000901005e000002"
    "00000c07acfe0800450000140001000040ff00000a0000010a000002");

class ErspanTest : public QObject
{
    Q_OBJECT

private slots:
    void values_data()
    {
        QTest::addColumn<QByteArray>("packet");
        QTest::addColumn<quint32>("linkType");
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QString>("value");

        QTest::newRow("version") << typeII << 1u << QByteArray("erspan.version") << QString("1");
        QTest::newRow("VLAN") << typeII << 1u << QByteArray("erspan.vlan") << QString("101");
        QTest::newRow("class") << typeII << 1u << QByteArray("erspan.cos") << QString("6");
        QTest::newRow("session") << typeII << 1u << QByteArray("erspan.spanid") << QString("1");
        QTest::newRow("index") << typeII << 1u << QByteArray("erspan.index") << QString("540773");
        QTest::newRow("one tunnel") << typeII << 1u << QByteArray("vs.depth") << QString("1");
        QTest::newRow("seam") << typeII << 1u << QByteArray("vs.tunnel") << QString("erspan");
        QTest::newRow("mirrored") << typeII << 1u << QByteArray("overlay.eth.src") << QString("00:00:0c:07:ac:fe");
        QTest::newRow("sequence") << typeII << 1u << QByteArray("gre.sequence_number") << QString("1086760");
        QTest::newRow("version III") << typeIII << 1u << QByteArray("erspan.version") << QString("2");
        QTest::newRow("VLAN III") << typeIII << 1u << QByteArray("erspan.vlan") << QString("20");
        QTest::newRow("timestamp") << typeIII << 1u << QByteArray("erspan.timestamp") << QString("2740542463");
        QTest::newRow("granularity") << typeIII << 1u << QByteArray("erspan.gra") << QString("3");
        QTest::newRow("direction") << typeIII << 1u << QByteArray("erspan.direction") << QString("0");
        QTest::newRow("the chain") << typeIII << 1u << QByteArray("frame.protocols") << QString("eth:ethertype:ip:gre:erspan:eth:ethertype:ip");
        QTest::newRow("type I") << typeI << 1u << QByteArray("frame.protocols") << QString("eth:ethertype:ip:gre:erspan:eth:ethertype:ip");
        QTest::newRow("type I is a tunnel") << typeI << 1u << QByteArray("vs.tunnel") << QString("erspan");
        QTest::newRow("platform") << withPlatform << 1u << QByteArray("erspan.platid") << QString("5");
        QTest::newRow("seconds") << withPlatform << 1u << QByteArray("erspan.pid5.timestamp") << QString("9");
        QTest::newRow("port") << withPlatform << 1u << QByteArray("erspan.pid5.port_index") << QString("5");
        QTest::newRow("mirrored behind it") << withPlatform << 1u << QByteArray("overlay.eth.src") << QString("00:00:0c:07:ac:fe");
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

        QTest::newRow("cut inside the platform header")
            << QByteArray("20140000a3595bff00000007 14000000")
            << QStringList{
                   "Encapsulated Remote Switch Packet ANalysis Type III",
                   "  Version: Type III (2)",
                   "  Vlan: 20",
                   "  COS: 0",
                   "  Bad/Short/Oversized: Good or unknown integrity (0)",
                   "  Truncated: Not truncated (0)",
                   "  SpanID: 0",
                   "  Timestamp: 2740542463",
                   "  Security Group Tag: 0",
                   "  Has Ethernet PDU: 0",
                   "  Frame Type: Ethernet (0)",
                   "  Hardware ID: 0",
                   "  Direction: Ingress",
                   "  Timestamp granularity: Custom granularity (3)",
                   "  Optional Sub headers: 1",
                   "  ! Encapsulated Remote Switch Packet ANalysis Type III needs 20 bytes, but the frame has only 16",
               };
    }

    void tree()
    {
        QFETCH(QByteArray, packet);
        QTEST(treeOf(protocols::erspan3, packet), "tree");
    }

    void everyPrefix()
    {
        QVERIFY(feedPrefixes(protocols::ethernet, typeI) > 0);
        QVERIFY(feedPrefixes(protocols::ethernet, typeII) > 0);
        QVERIFY(feedPrefixes(protocols::ethernet, withPlatform) > 0);
    }
};


QTEST_GUILESS_MAIN(ErspanTest)
#include "tst_erspan.moc"
