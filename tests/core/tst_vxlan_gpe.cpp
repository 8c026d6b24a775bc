#include "core/protocols/protocols.h"
#include "tests/support/packets.h"

#include <QTest>

using namespace vethscope;
using namespace vethscope::test;

// draft-ietf-nvo3-vxlan-gpe; expectations from tshark 4.0.

// IPv4 directly behind the header
const QByteArray ipv4(
    "0200000030020200000030010800450000380001000040110000c000021ec633"
    "641ef5fe12b6002400000c00000100006400450000140001000040ff00000a00"
    "00010a000002");

class VxlanGpeTest : public QObject
{
    Q_OBJECT

private slots:
    void values_data()
    {
        QTest::addColumn<QByteArray>("packet");
        QTest::addColumn<quint32>("linkType");
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QString>("value");

        QTest::newRow("flags") << ipv4 << 1u << QByteArray("vxlan.flags") << QString("0x0c");
        QTest::newRow("version") << ipv4 << 1u << QByteArray("vxlan.ver") << QString("0");
        QTest::newRow("instance") << ipv4 << 1u << QByteArray("vxlan.i_bit") << QString("1");
        QTest::newRow("next protocol bit") << ipv4 << 1u << QByteArray("vxlan.p_bit") << QString("1");
        QTest::newRow("OAM") << ipv4 << 1u << QByteArray("vxlan.o_bit") << QString("0");
        QTest::newRow("next protocol") << ipv4 << 1u << QByteArray("vxlan.next_proto") << QString("1");
        QTest::newRow("VNI") << ipv4 << 1u << QByteArray("vxlan.vni") << QString("100");
        QTest::newRow("inner packet") << ipv4 << 1u << QByteArray("overlay.ip.src") << QString("10.0.0.1");
        QTest::newRow("seam") << ipv4 << 1u << QByteArray("vs.tunnel") << QString("vxlan-gpe");
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

        QTest::newRow("next protocol, but its bit is clear")
            << QByteArray("08000003 00006400")
            << QStringList{
                   "Underlay",
                   "  Virtual eXtensible LAN, Generic Protocol Extension  VNI 100",
                   "    Flags: 0x08",
                   "      Version: 0",
                   "      Instance: 1",
                   "      Next Protocol Bit: 0",
                   "      OAM bit: 0",
                   "    Reserved: 0",
                   "    Next Protocol: Ethernet (3)",
                   "    VXLAN Network Identifier (VNI): 100",
                   "    Reserved: 0",
                   "    ! the next protocol is 3, but the bit that makes it valid is clear",
                   "    ! Ethernet II needs 14 bytes, but the header around it leaves only 0",
               };
        QTest::newRow("cut")
            << QByteArray("0c00")
            << QStringList{
                   "Virtual eXtensible LAN, Generic Protocol Extension",
                   "  Flags: 0x0c",
                   "    Version: 0",
                   "    Instance: 1",
                   "    Next Protocol Bit: 1",
                   "    OAM bit: 0",
                   "  ! Virtual eXtensible LAN, Generic Protocol Extension needs 8 bytes, but the frame has only 2",
               };
    }

    void tree()
    {
        QFETCH(QByteArray, packet);
        QTEST(treeOf(protocols::vxlanGpe, packet), "tree");
    }

    void everyPrefix()
    {
        QVERIFY(feedPrefixes(protocols::ethernet, ipv4) > 0);
    }
};


QTEST_GUILESS_MAIN(VxlanGpeTest)
#include "tst_vxlan_gpe.moc"
