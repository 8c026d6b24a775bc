#include "core/protocols/protocols.h"
#include "tests/support/packets.h"

#include <QTest>

using namespace vethscope;
using namespace vethscope::test;

// VXLAN, RFC 7348 section 5.

class VxlanTest : public QObject
{
    Q_OBJECT

private slots:
    void tree_data()
    {
        QTest::addColumn<QByteArray>("packet");
        QTest::addColumn<QStringList>("tree");

        QTest::newRow("flannel's VNI 1, cut behind the header")
            << QByteArray("0800000000000100")
            << QStringList{
                   "Underlay",
                   "  Virtual eXtensible LAN  VNI 1",
                   "    Flags: 0x0800",
                   "      Group policy extension: Not set",
                   "      VNI is valid: Set",
                   "      Don't learn: Not set",
                   "      Policy applied: Not set",
                   "    VXLAN Network Identifier (VNI): 1",
                   "    ! Ethernet II needs 14 bytes, but the header around it leaves only 0",
               };
        QTest::newRow("the flag that makes the VNI valid is clear")
            << QByteArray("0000000000000100")
            << QStringList{
                   "Underlay",
                   "  Virtual eXtensible LAN  VNI 1",
                   "    Flags: 0x0000",
                   "      Group policy extension: Not set",
                   "      VNI is valid: Not set",
                   "      Don't learn: Not set",
                   "      Policy applied: Not set",
                   "    VXLAN Network Identifier (VNI): 1",
                   "    ! the VNI flag is clear, so receivers drop this packet",
                   "    ! Ethernet II needs 14 bytes, but the header around it leaves only 0",
               };
        QTest::newRow("cut off inside the header")
            << QByteArray("08000000 0000")
            << QStringList{
                   "Virtual eXtensible LAN",
                   "  Flags: 0x0800",
                   "    Group policy extension: Not set",
                   "    VNI is valid: Set",
                   "    Don't learn: Not set",
                   "    Policy applied: Not set",
                   "  ! Virtual eXtensible LAN needs 8 bytes, but the frame has only 6",
               };
    }

    void tree()
    {
        QFETCH(QByteArray, packet);
        QTEST(treeOf(protocols::vxlan, packet), "tree");
    }

    // Whether port 8472 is believed: faults.md, F28.
    void content_data()
    {
        QTest::addColumn<QByteArray>("payload");
        QTest::addColumn<bool>("isVxlan");

        const QByteArray frame("2a3ca0e1a9b6 8e5c7980cdcc 0800 45000014");
        QTest::newRow("a header as it should be") << "0800000000000100" + frame << true;
        QTest::newRow("group policy") << "8800002a00000100" + frame << true;
        QTest::newRow("a header alone, cut there") << QByteArray("0800000000000100") << true;
        QTest::newRow("reserved bits before a frame") << "ff00000000000100" + frame << true;
        QTest::newRow("VNI flag clear before a frame") << "0000000000000100" + frame << true;
        QTest::newRow("text") << QByteArray("48656c6c6f2c20776f726c64210a0a0a0a0a0a0a0a0a0a0a") << false;
        QTest::newRow("a DNS query") << QByteArray("1a2b01000001000000000000 03777777076578616d706c6503636f6d0000010001") << false;
    }

    void content()
    {
        QFETCH(QByteArray, payload);
        QFETCH(bool, isVxlan);
        const QByteArray bytes = fromHex(payload);
        QCOMPARE(protocols::vxlan.accepts(viewOf(bytes)), isVxlan);
    }

    void everyPrefix()
    {
        QCOMPARE(feedPrefixes(protocols::vxlan, "0800000000000100 2a3ca0e1a9b6 8e5c7980cdcc 0800 45000014"), 2 * 27);
    }
};

QTEST_GUILESS_MAIN(VxlanTest)
#include "tst_vxlan.moc"
