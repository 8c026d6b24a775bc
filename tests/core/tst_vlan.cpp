#include "core/protocols/protocols.h"
#include "tests/support/packets.h"

#include <QTest>

using namespace vethscope;
using namespace vethscope::test;

// VLAN tags: IEEE 802.1Q, clause 9.6.

class VlanTest : public QObject
{
    Q_OBJECT

private slots:
    void tree_data()
    {
        QTest::addColumn<QByteArray>("packet");
        QTest::addColumn<unsigned>("original");
        QTest::addColumn<QStringList>("tree");

        QTest::newRow("priority 5, VLAN 7")
            << QByteArray("a007 88b5 616263") << 0u
            << QStringList{
                   "802.1Q Virtual LAN  PRI: 5  DEI: 0  ID: 7",
                   "  Priority: Voice, < 10ms latency and jitter (5)",
                   "  DEI: Not set",
                   "  ID: 7",
                   "  Type: 0x88b5",
                   "Data  3 bytes",
                   "  Data: 616263",
                   "  [Length: 3]",
               };
        QTest::newRow("drop eligible, the last VLAN")
            << QByteArray("1fff 88b5") << 0u
            << QStringList{
                   "802.1Q Virtual LAN  PRI: 0  DEI: 1  ID: 4095",
                   "  Priority: Best Effort (default) (0)",
                   "  DEI: Set",
                   "  ID: 4095",
                   "  Type: 0x88b5",
               };
        QTest::newRow("a tag within a tag")
            << QByteArray("0064 8100 000a 88b5 61") << 0u
            << QStringList{
                   "802.1Q Virtual LAN  PRI: 0  DEI: 0  ID: 100",
                   "  Priority: Best Effort (default) (0)",
                   "  DEI: Not set",
                   "  ID: 100",
                   "  Type: 802.1Q Virtual LAN (0x8100)",
                   "802.1Q Virtual LAN  PRI: 0  DEI: 0  ID: 10",
                   "  Priority: Best Effort (default) (0)",
                   "  DEI: Not set",
                   "  ID: 10",
                   "  Type: 0x88b5",
                   "Data  1 byte",
                   "  Data: 61",
                   "  [Length: 1]",
               };
        QTest::newRow("an IEEE 802.3 length, and padding behind")
            << QByteArray("0001 0003 424203 0000") << 0u
            << QStringList{
                   "802.1Q Virtual LAN  PRI: 0  DEI: 0  ID: 1",
                   "  Priority: Best Effort (default) (0)",
                   "  DEI: Not set",
                   "  ID: 1",
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
        QTest::newRow("cut off inside the tag")
            << QByteArray("0007 08") << 46u
            << QStringList{
                   "802.1Q Virtual LAN",
                   "  Priority: Best Effort (default) (0)",
                   "  DEI: Not set",
                   "  ID: 7",
                   "  ! 802.1Q Virtual LAN needs 4 bytes, only 3 were captured",
               };
    }

    void tree()
    {
        QFETCH(QByteArray, packet);
        QFETCH(unsigned, original);
        QTEST(treeOf(protocols::vlan, packet, original), "tree");
    }

    void everyPrefix()
    {
        QCOMPARE(feedPrefixes(protocols::vlan, "a007 8100 0008 0800 45000021 00010000 40110000 0a000001 0a000002 9c40 0009 000d 0000 68656c6c6f"), 2 * 42);
    }
};

QTEST_GUILESS_MAIN(VlanTest)
#include "tst_vlan.moc"
