#include "core/protocols/protocols.h"
#include "tests/support/packets.h"

#include <QTest>

using namespace vethscope;
using namespace vethscope::test;

// IEEE 802.2 and SNAP; values as tshark 4.0 prints them.

// tcpdump, 802.1D_spanning_tree.pcap, frame 1
const QByteArray spanningTree(
    "0180c2000000001906eab885002642420300000000008001001906eab8800000"
    "00008001001906eab88080050000140002000f000000000000000000");
// A SNAP header with an EtherType
const QByteArray snapIp(
    "020000004002020000004001001caaaa030000000800450000140001000040ff"
    "00000a0000010a000002");
const QByteArray reject("020000000002020000000001 0004 0000a9fe");
const QByteArray exchange("000000000000 000000000001 0006 0001af810001");
const QByteArray cdp("01000ccccccc001906eab885 000a aaaa0300000c2000 0102");
const QByteArray cookedChange("0002000100060019 06eab88500000004 424203 00000080");
const QByteArray rawIpx("ffffffffffff020000000001 0004 ffff0004");

class LlcTest : public QObject
{
    Q_OBJECT

private slots:
    void values_data()
    {
        QTest::addColumn<QByteArray>("packet");
        QTest::addColumn<quint32>("linkType");
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QString>("value");

        QTest::newRow("a length, not a type") << spanningTree << 1u << QByteArray("eth.len") << QString("38");
        QTest::newRow("destination") << spanningTree << 1u << QByteArray("llc.dsap") << QString("0x42");
        QTest::newRow("destination without its group bit") << spanningTree << 1u << QByteArray("llc.dsap.sap") << QString("33");
        QTest::newRow("source") << spanningTree << 1u << QByteArray("llc.ssap") << QString("0x42");
        QTest::newRow("control of one byte") << spanningTree << 1u << QByteArray("llc.control") << QString("0x0003");
        QTest::newRow("its frame type") << spanningTree << 1u << QByteArray("llc.control.ftype") << QString("0x03");
        QTest::newRow("command") << spanningTree << 1u << QByteArray("llc.control.u_modifier_cmd") << QString("0x00");
        QTest::newRow("control of two bytes") << reject << 1u << QByteArray("llc.control") << QString("0xfea9");
        QTest::newRow("N(R)") << reject << 1u << QByteArray("llc.control.n_r") << QString("127");
        QTest::newRow("reject") << reject << 1u << QByteArray("llc.control.s_ftype") << QString("0x0002");
        QTest::newRow("supervisory") << reject << 1u << QByteArray("llc.control.ftype") << QString("0x0001");
        QTest::newRow("response") << exchange << 1u << QByteArray("llc.control.u_modifier_resp") << QString("0x2b");
        QTest::newRow("response bit") << exchange << 1u << QByteArray("llc.ssap.cr") << QString("1");
        QTest::newRow("EtherType behind SNAP") << snapIp << 1u << QByteArray("llc.type") << QString("0x0800");
        QTest::newRow("no organisation") << snapIp << 1u << QByteArray("llc.oui") << QString("0");
        QTest::newRow("IP behind SNAP") << snapIp << 1u << QByteArray("ip.src") << QString("10.0.0.1");
        QTest::newRow("Cisco") << cdp << 1u << QByteArray("llc.oui") << QString("12");
        QTest::newRow("Cisco protocol") << cdp << 1u << QByteArray("llc.cisco_pid") << QString("0x2000");
        QTest::newRow("the chain") << spanningTree << 1u << QByteArray("frame.protocols") << QString("eth:llc:stp");
        QTest::newRow("the chain through SNAP") << snapIp << 1u << QByteArray("frame.protocols") << QString("eth:llc:ip");
        QTest::newRow("LLC behind a cooked header") << cookedChange << 113u << QByteArray("frame.protocols") << QString("sll:llc:stp");
        QTest::newRow("Linux own number") << cookedChange << 113u << QByteArray("sll.ltype") << QString("0x0004");
        QTest::newRow("which is no EtherType") << cookedChange << 113u << QByteArray("sll.etype") << QString("");
        QTest::newRow("raw IPX has no LLC") << rawIpx << 1u << QByteArray("frame.protocols") << QString("eth:data");
        QTest::newRow("a number between length and type") << QByteArray("02000000000202000000000105ff00") << 1u << QByteArray("eth.invalid_lentype") << QString("0x05ff");
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

        QTest::newRow("cut inside SNAP")
            << QByteArray("aaaa03 0000")
            << QStringList{
                   "Logical-Link Control",
                   "  DSAP: 0xaa",
                   "    SAP: SNAP (85)",
                   "    IG Bit: Not set",
                   "  SSAP: 0xaa",
                   "    SAP: SNAP (85)",
                   "    CR Bit: Not set",
                   "  ! Logical-Link Control needs 8 bytes, but the frame has only 5",
               };
        QTest::newRow("cut inside the addresses")
            << QByteArray("4242")
            << QStringList{
                   "Logical-Link Control",
                   "  DSAP: 0x42",
                   "    SAP: Spanning Tree BPDU (33)",
                   "    IG Bit: Not set",
                   "  SSAP: 0x42",
                   "    SAP: Spanning Tree BPDU (33)",
                   "    CR Bit: Not set",
                   "  ! Logical-Link Control needs 3 bytes, but the frame has only 2",
               };
    }

    void tree()
    {
        QFETCH(QByteArray, packet);
        QTEST(treeOf(protocols::llc, packet), "tree");
    }

    void everyPrefix()
    {
        QVERIFY(feedPrefixes(protocols::ethernet, spanningTree) > 0);
        QVERIFY(feedPrefixes(protocols::ethernet, snapIp) > 0);
        QVERIFY(feedPrefixes(protocols::ethernet, reject) > 0);
    }
};


QTEST_GUILESS_MAIN(LlcTest)
#include "tst_llc.moc"
