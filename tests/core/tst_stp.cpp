#include "core/protocols/protocols.h"
#include "tests/support/packets.h"

#include <QTest>

using namespace vethscope;
using namespace vethscope::test;

// IEEE 802.1D-2004 clause 9.3, IEEE 802.1Q clause 14; expectations from tshark 4.0.

// tcpdump, 802.1D_spanning_tree.pcap, frame 1
const QByteArray configuration(
    "0180c2000000001906eab885002642420300000000008001001906eab8800000"
    "00008001001906eab88080050000140002000f000000000000000000");
// PcapPlusPlus, EthDot3_2.pcap, frame 1
const QByteArray multiple(
    "0180c2000000001aa197d1850079424203000003027c8000000c305dd1000000"
    "00008000000c305dd10080050000140002000f00000050000000000000000000"
    "000000000000000000000000000000000000000000000000000055bf4e8a44b2"
    "5d442868549c1bf7720f00030d408000001aa197d180137c8005000c305dd100"
    "00030d40808013");
const QByteArray perVlan("01000ccccccdaabbcc000310 0032 aaaa0300000c010b 0000000000 84bdaabbcc000300 00000000 84bdaabbcc000300 8002 0000 1400 0200 0f00 00 0000000204bd");
const QByteArray change("0180c2000000001906eab885 0007 424203 00000080");

class StpTest : public QObject
{
    Q_OBJECT

private slots:
    void values_data()
    {
        QTest::addColumn<QByteArray>("packet");
        QTest::addColumn<quint32>("linkType");
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QString>("value");

        QTest::newRow("protocol") << configuration << 1u << QByteArray("stp.protocol") << QString("0x0000");
        QTest::newRow("type") << configuration << 1u << QByteArray("stp.type") << QString("0x00");
        QTest::newRow("flags") << configuration << 1u << QByteArray("stp.flags") << QString("0x00");
        QTest::newRow("no port role before RSTP") << configuration << 1u << QByteArray("stp.flags.port_role") << QString("");
        QTest::newRow("root priority") << configuration << 1u << QByteArray("stp.root.prio") << QString("32768");
        QTest::newRow("root extension") << configuration << 1u << QByteArray("stp.root.ext") << QString("1");
        QTest::newRow("root") << configuration << 1u << QByteArray("stp.root.hw") << QString("00:19:06:ea:b8:80");
        QTest::newRow("bridge") << configuration << 1u << QByteArray("stp.bridge.hw") << QString("00:19:06:ea:b8:80");
        QTest::newRow("port") << configuration << 1u << QByteArray("stp.port") << QString("0x8005");
        QTest::newRow("max age") << configuration << 1u << QByteArray("stp.max_age") << QString("20");
        QTest::newRow("hello") << configuration << 1u << QByteArray("stp.hello") << QString("2");
        QTest::newRow("forward") << configuration << 1u << QByteArray("stp.forward") << QString("15");
        QTest::newRow("rapid type") << multiple << 1u << QByteArray("stp.type") << QString("0x02");
        QTest::newRow("roles, the instances too") << multiple << 1u << QByteArray("stp.flags.port_role") << QString("3,3");
        QTest::newRow("region") << multiple << 1u << QByteArray("mstp.config_digest") << QString("55bf4e8a44b25d442868549c1bf7720f");
        QTest::newRow("CIST bridge") << multiple << 1u << QByteArray("mstp.cist_bridge.hw") << QString("00:1a:a1:97:d1:80");
        QTest::newRow("instance") << multiple << 1u << QByteArray("mstp.msti.msti_id") << QString("5");
        QTest::newRow("instance root") << multiple << 1u << QByteArray("mstp.msti.root.hw") << QString("00:0c:30:5d:d1:00");
        QTest::newRow("instance cost") << multiple << 1u << QByteArray("mstp.msti.root_cost") << QString("200000");
        QTest::newRow("PVST") << perVlan << 1u << QByteArray("stp.pvst.origvlan") << QString("1213");
        QTest::newRow("the chain of PVST") << perVlan << 1u << QByteArray("frame.protocols") << QString("eth:llc:stp");
        QTest::newRow("a change has no root") << change << 1u << QByteArray("stp.root.hw") << QString("");
        QTest::newRow("a change") << change << 1u << QByteArray("stp.type") << QString("0x80");
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

        QTest::newRow("topology change notification")
            << QByteArray("00000080")
            << QStringList{
                   "Spanning Tree Protocol  Topology Change Notification",
                   "  Protocol Identifier: Spanning Tree Protocol (0x0000)",
                   "  Protocol Version Identifier: Spanning Tree (0)",
                   "  BPDU Type: Topology Change Notification (0x80)",
               };
        QTest::newRow("cut inside the vectors")
            << QByteArray("0000000000 8001")
            << QStringList{
                   "Spanning Tree Protocol",
                   "  Protocol Identifier: Spanning Tree Protocol (0x0000)",
                   "  Protocol Version Identifier: Spanning Tree (0)",
                   "  BPDU Type: Configuration (0x00)",
                   "  BPDU flags: 0x00",
                   "    Topology Change Acknowledgment: Not set",
                   "    Topology Change: Not set",
                   "  Root Bridge Priority: 32768",
                   "  Root Bridge System ID Extension: 1",
                   "  ! Spanning Tree Protocol needs 35 bytes, but the frame has only 7",
               };
    }

    void tree()
    {
        QFETCH(QByteArray, packet);
        QTEST(treeOf(protocols::stp, packet), "tree");
    }

    void everyPrefix()
    {
        QVERIFY(feedPrefixes(protocols::ethernet, configuration) > 0);
        QVERIFY(feedPrefixes(protocols::ethernet, multiple) > 0);
        QVERIFY(feedPrefixes(protocols::ethernet, perVlan) > 0);
    }
};


QTEST_GUILESS_MAIN(StpTest)
#include "tst_stp.moc"
