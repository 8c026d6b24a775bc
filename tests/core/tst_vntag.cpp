#include "core/protocols/protocols.h"
#include "tests/support/packets.h"

#include <QTest>

using namespace vethscope;
using namespace vethscope::test;

// VN-Tag, as Cisco and VMware proposed it to IEEE 802.1Qbh.

class VntagTest : public QObject
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

        const QByteArray frame1("020000001002020000001001 8926 c005f123 0800 450000140001000040ff00000a0000010a000002"); // from the bridge to a list
        QTest::newRow("from the bridge to a list: frame.protocols") << frame1 << 1u << QByteArray("frame.protocols") << "eth:ethertype:vntag:ethertype:ip";
        QTest::newRow("from the bridge to a list: vntag.dir") << frame1 << 1u << QByteArray("vntag.dir") << "1";
        QTest::newRow("from the bridge to a list: vntag.ptr") << frame1 << 1u << QByteArray("vntag.ptr") << "1";
        QTest::newRow("from the bridge to a list: vntag.dst") << frame1 << 1u << QByteArray("vntag.dst") << "5";
        QTest::newRow("from the bridge to a list: vntag.looped") << frame1 << 1u << QByteArray("vntag.looped") << "1";
        QTest::newRow("from the bridge to a list: vntag.r") << frame1 << 1u << QByteArray("vntag.r") << "1";
        QTest::newRow("from the bridge to a list: vntag.version") << frame1 << 1u << QByteArray("vntag.version") << "3";
        QTest::newRow("from the bridge to a list: vntag.src") << frame1 << 1u << QByteArray("vntag.src") << "291";
        QTest::newRow("from the bridge to a list: vntag.etype") << frame1 << 1u << QByteArray("vntag.etype") << "0x0800";
        QTest::newRow("from the bridge to a list: vntag.len") << frame1 << 1u << QByteArray("vntag.len") << "";
        QTest::newRow("from the bridge to a list: ip.src") << frame1 << 1u << QByteArray("ip.src") << "10.0.0.1";
        const QByteArray frame2("020000001002020000001001 8926 00050001 0003 424203"); // to the bridge, LLC behind a length
        QTest::newRow("to the bridge, LLC behind a length: frame.protocols") << frame2 << 1u << QByteArray("frame.protocols") << "eth:ethertype:vntag:llc";
        QTest::newRow("to the bridge, LLC behind a length: vntag.dir") << frame2 << 1u << QByteArray("vntag.dir") << "0";
        QTest::newRow("to the bridge, LLC behind a length: vntag.ptr") << frame2 << 1u << QByteArray("vntag.ptr") << "0";
        QTest::newRow("to the bridge, LLC behind a length: vntag.dst") << frame2 << 1u << QByteArray("vntag.dst") << "5";
        QTest::newRow("to the bridge, LLC behind a length: vntag.looped") << frame2 << 1u << QByteArray("vntag.looped") << "0";
        QTest::newRow("to the bridge, LLC behind a length: vntag.r") << frame2 << 1u << QByteArray("vntag.r") << "0";
        QTest::newRow("to the bridge, LLC behind a length: vntag.version") << frame2 << 1u << QByteArray("vntag.version") << "0";
        QTest::newRow("to the bridge, LLC behind a length: vntag.src") << frame2 << 1u << QByteArray("vntag.src") << "1";
        QTest::newRow("to the bridge, LLC behind a length: vntag.etype") << frame2 << 1u << QByteArray("vntag.etype") << "";
        QTest::newRow("to the bridge, LLC behind a length: vntag.len") << frame2 << 1u << QByteArray("vntag.len") << "3";
        const QByteArray frame3("020000001002020000001001 8100 00fa 8926 00000033 8100 00fa 0800 450000140001000040ff00000a0000010a000002"); // between VLAN tags
        QTest::newRow("between VLAN tags: frame.protocols") << frame3 << 1u << QByteArray("frame.protocols") << "eth:ethertype:vlan:ethertype:vntag:ethertype:vlan:ethertype:ip";
        QTest::newRow("between VLAN tags: vntag.dir") << frame3 << 1u << QByteArray("vntag.dir") << "0";
        QTest::newRow("between VLAN tags: vntag.ptr") << frame3 << 1u << QByteArray("vntag.ptr") << "0";
        QTest::newRow("between VLAN tags: vntag.dst") << frame3 << 1u << QByteArray("vntag.dst") << "0";
        QTest::newRow("between VLAN tags: vntag.looped") << frame3 << 1u << QByteArray("vntag.looped") << "0";
        QTest::newRow("between VLAN tags: vntag.r") << frame3 << 1u << QByteArray("vntag.r") << "0";
        QTest::newRow("between VLAN tags: vntag.version") << frame3 << 1u << QByteArray("vntag.version") << "0";
        QTest::newRow("between VLAN tags: vntag.src") << frame3 << 1u << QByteArray("vntag.src") << "51";
        QTest::newRow("between VLAN tags: vntag.etype") << frame3 << 1u << QByteArray("vntag.etype") << "0x8100";
        QTest::newRow("between VLAN tags: vntag.len") << frame3 << 1u << QByteArray("vntag.len") << "";
        QTest::newRow("between VLAN tags: vlan.id") << frame3 << 1u << QByteArray("vlan.id") << "250,250";
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

        QTest::newRow("from the bridge")
            << QByteArray("c005f123 0800 450000140001000040ff00000a0000010a000002")
            << QStringList{
                   "VN-Tag  291 → 5, From Bridge",
                   "  Direction: From Bridge",
                   "  Pointer: vif_list_id",
                   "  Destination: 5",
                   "  Looped: Yes",
                   "  Reserved: 1",
                   "  Version: 3",
                   "  Source: 291",
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
        QTest::newRow("a length in place of the type")
            << QByteArray("00050001 0003 424203")
            << QStringList{
                   "VN-Tag  1 → 5, To Bridge",
                   "  Direction: To Bridge",
                   "  Pointer: vif_id",
                   "  Destination: 5",
                   "  Looped: No",
                   "  Reserved: 0",
                   "  Version: 0",
                   "  Source: 1",
                   "  Length: 3",
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
            << QByteArray("c005")
            << QStringList{
                   "VN-Tag",
                   "  Direction: From Bridge",
                   "  Pointer: vif_list_id",
                   "  Destination: 5",
                   "  ! VN-Tag needs 6 bytes, but the frame has only 2",
               };
    }

    void tree()
    {
        QFETCH(QByteArray, packet);
        QTEST(treeOf(protocols::vntag, packet), "tree");
    }

    void everyPrefix()
    {
        QCOMPARE(feedPrefixes(protocols::vntag, "c005f123 0800 450000140001000040ff00000a0000010a000002"), 2 * 27);
    }
};

QTEST_GUILESS_MAIN(VntagTest)
#include "tst_vntag.moc"
