#include "core/protocols/protocols.h"
#include "tests/support/packets.h"

#include <QTest>

using namespace vethscope;
using namespace vethscope::test;

// Cisco's FabricPath: the chain has no eth in front of cfp, and tshark 4.0 says 0 of every End Node ID.

class FabricPathTest : public QObject
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

        const QByteArray frame1("06955a123456 fe40 fabc 1122 8903 0441 020000001002 020000001001 0800 450000140001000040ff00000a0000010a000002 00000000"); // to one switch
        QTest::newRow("to one switch: frame.protocols") << frame1 << 1u << QByteArray("frame.protocols") << "cfp:eth:ethertype:ip";
        QTest::newRow("to one switch: cfp.d_hmac") << frame1 << 1u << QByteArray("cfp.d_hmac") << "1";
        QTest::newRow("to one switch: cfp.d_hmac_mc") << frame1 << 1u << QByteArray("cfp.d_hmac_mc") << "";
        QTest::newRow("to one switch: cfp.s_hmac") << frame1 << 1u << QByteArray("cfp.s_hmac") << "1";
        QTest::newRow("to one switch: cfp.eid") << frame1 << 1u << QByteArray("cfp.eid") << "6,253";
        QTest::newRow("to one switch: cfp.ul") << frame1 << 1u << QByteArray("cfp.ul") << "1,1";
        QTest::newRow("to one switch: cfp.ig") << frame1 << 1u << QByteArray("cfp.ig") << "0,0";
        QTest::newRow("to one switch: cfp.ooodl") << frame1 << 1u << QByteArray("cfp.ooodl") << "1,0";
        QTest::newRow("to one switch: cfp.swid") << frame1 << 1u << QByteArray("cfp.swid") << "1370,250";
        QTest::newRow("to one switch: cfp.sswid") << frame1 << 1u << QByteArray("cfp.sswid") << "18,188";
        QTest::newRow("to one switch: cfp.lid") << frame1 << 1u << QByteArray("cfp.lid") << "13398,4386";
        QTest::newRow("to one switch: cfp.etype") << frame1 << 1u << QByteArray("cfp.etype") << "0x8903";
        QTest::newRow("to one switch: cfp.ftag") << frame1 << 1u << QByteArray("cfp.ftag") << "17";
        QTest::newRow("to one switch: cfp.ttl") << frame1 << 1u << QByteArray("cfp.ttl") << "1";
        QTest::newRow("to one switch: eth.src") << frame1 << 1u << QByteArray("eth.src") << "02:00:00:00:10:01";
        QTest::newRow("to one switch: ip.src") << frame1 << 1u << QByteArray("ip.src") << "10.0.0.1";
        const QByteArray frame2("01005e000001 02001abc0100 8903 ffc2 020000001002 020000001001 0800 450000140001000040ff00000a0000010a000002 00000000"); // to many
        QTest::newRow("to many: frame.protocols") << frame2 << 1u << QByteArray("frame.protocols") << "cfp:eth:ethertype:ip";
        QTest::newRow("to many: cfp.d_hmac") << frame2 << 1u << QByteArray("cfp.d_hmac") << "";
        QTest::newRow("to many: cfp.d_hmac_mc") << frame2 << 1u << QByteArray("cfp.d_hmac_mc") << "01:00:5e:00:00:01";
        QTest::newRow("to many: cfp.s_hmac") << frame2 << 1u << QByteArray("cfp.s_hmac") << "1";
        QTest::newRow("to many: cfp.eid") << frame2 << 1u << QByteArray("cfp.eid") << "0";
        QTest::newRow("to many: cfp.ul") << frame2 << 1u << QByteArray("cfp.ul") << "1";
        QTest::newRow("to many: cfp.ig") << frame2 << 1u << QByteArray("cfp.ig") << "0";
        QTest::newRow("to many: cfp.ooodl") << frame2 << 1u << QByteArray("cfp.ooodl") << "0";
        QTest::newRow("to many: cfp.swid") << frame2 << 1u << QByteArray("cfp.swid") << "26";
        QTest::newRow("to many: cfp.sswid") << frame2 << 1u << QByteArray("cfp.sswid") << "188";
        QTest::newRow("to many: cfp.lid") << frame2 << 1u << QByteArray("cfp.lid") << "256";
        QTest::newRow("to many: cfp.etype") << frame2 << 1u << QByteArray("cfp.etype") << "0x8903";
        QTest::newRow("to many: cfp.ftag") << frame2 << 1u << QByteArray("cfp.ftag") << "1023";
        QTest::newRow("to many: cfp.ttl") << frame2 << 1u << QByteArray("cfp.ttl") << "2";
        QTest::newRow("to many: eth.src") << frame2 << 1u << QByteArray("eth.src") << "02:00:00:00:10:01";
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

        QTest::newRow("to one switch")
            << QByteArray("06955a123456 fe40 fabc 1122 8903 0441 020000001002 020000001001 0800 450000140001000040ff00000a0000010a000002")
            << QStringList{
                   "Cisco FabricPath  0fa.bc.1122 → 55a.12.3456, FTAG 17",
                   "  Destination",
                   "    End Node ID, 6 bits: 1",
                   "    U/L bit: Set",
                   "    I/G bit: Not set",
                   "    End Node ID, 2 bits: 2",
                   "    Out of order: Set",
                   "    switch-id: 1370",
                   "    sub-switch-id: 18",
                   "    Destination LID: 13398",
                   "  Source",
                   "    End Node ID, 6 bits: 63",
                   "    U/L bit: Set",
                   "    I/G bit: Not set",
                   "    End Node ID, 2 bits: 1",
                   "    Do not learn: Not set",
                   "    switch-id: 250",
                   "    sub-switch-id: 188",
                   "    Source LID: 4386",
                   "  FP Ethertype: Data Center Ethernet (DCE) protocol(Cisco) (0x8903)",
                   "  FTAG: 17",
                   "  TTL: 1",
                   "  [End Node ID: 6]",
                   "  [End Node ID: 253]",
                   "Ethernet II  02:00:00:00:10:01 → 02:00:00:00:10:02",
                   "  Destination: 02:00:00:00:10:02",
                   "  Source: 02:00:00:00:10:01",
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
        QTest::newRow("to many")
            << QByteArray("01005e000001 02001abc0100 8903 ffc2 020000001002 020000001001 0800 450000140001000040ff00000a0000010a000002")
            << QStringList{
                   "Cisco FabricPath  01a.bc.0100 → many, FTAG 1023",
                   "  MC Destination: 01:00:5e:00:00:01",
                   "  Source",
                   "    End Node ID, 6 bits: 0",
                   "    U/L bit: Set",
                   "    I/G bit: Not set",
                   "    End Node ID, 2 bits: 0",
                   "    Do not learn: Not set",
                   "    switch-id: 26",
                   "    sub-switch-id: 188",
                   "    Source LID: 256",
                   "  FP Ethertype: Data Center Ethernet (DCE) protocol(Cisco) (0x8903)",
                   "  FTAG: 1023",
                   "  TTL: 2",
                   "  [End Node ID: 0]",
                   "Ethernet II  02:00:00:00:10:01 → 02:00:00:00:10:02",
                   "  Destination: 02:00:00:00:10:02",
                   "  Source: 02:00:00:00:10:01",
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
        QTest::newRow("cut")
            << QByteArray("01005e000001 02001abc0100 8903 ff")
            << QStringList{
                   "Cisco FabricPath",
                   "  Source",
                   "    End Node ID, 6 bits: 0",
                   "    U/L bit: Set",
                   "    I/G bit: Not set",
                   "    End Node ID, 2 bits: 0",
                   "    Do not learn: Not set",
                   "    switch-id: 26",
                   "    sub-switch-id: 188",
                   "    Source LID: 256",
                   "  FP Ethertype: Data Center Ethernet (DCE) protocol(Cisco) (0x8903)",
                   "  ! Cisco FabricPath needs 16 bytes, but the frame has only 15",
               };
    }

    void tree()
    {
        QFETCH(QByteArray, packet);
        QTEST(treeOf(protocols::ethernet, packet), "tree");
    }

    void everyPrefix()
    {
        QCOMPARE(feedPrefixes(protocols::ethernet, "06955a123456 fe40 fabc 1122 8903 0441 020000001002 020000001001 0800 450000140001000040ff00000a0000010a000002"), 2 * 51);
    }
};

QTEST_GUILESS_MAIN(FabricPathTest)
#include "tst_fabric_path.moc"
