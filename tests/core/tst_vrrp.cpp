#include "core/protocols/protocols.h"
#include "tests/support/packets.h"

#include <QTest>

using namespace vethscope;
using namespace vethscope::test;

// VRRP, RFC 3768 and RFC 5798.

class VrrpTest : public QObject
{
    Q_OBJECT

private slots:
    // What tshark 4.0 prints for these frames.
    void values_data()
    {
        QTest::addColumn<QByteArray>("frame");
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QString>("value");

        // pcapplusplus__VRRP-V2.pcap, frame 1
        const QByteArray version2(
            "01005e00001200005e00010108004500002800000000ff701a8dc0a8001ee000001221016403000138fac0a80001c0a8"
            "0002c0a80003");
        QTest::newRow("version 2: vrrp.typever") << version2 << QByteArray("vrrp.typever") << "33";
        QTest::newRow("version 2: vrrp.version") << version2 << QByteArray("vrrp.version") << "2";
        QTest::newRow("version 2: vrrp.type") << version2 << QByteArray("vrrp.type") << "1";
        QTest::newRow("version 2: vrrp.virt_rtr_id") << version2 << QByteArray("vrrp.virt_rtr_id") << "1";
        QTest::newRow("version 2: vrrp.prio") << version2 << QByteArray("vrrp.prio") << "100";
        QTest::newRow("version 2: vrrp.addr_count") << version2 << QByteArray("vrrp.addr_count") << "3";
        QTest::newRow("version 2: vrrp.auth_type") << version2 << QByteArray("vrrp.auth_type") << "0";
        QTest::newRow("version 2: vrrp.adver_int") << version2 << QByteArray("vrrp.adver_int") << "1";
        QTest::newRow("version 2: vrrp.checksum") << version2 << QByteArray("vrrp.checksum") << "0x38fa";
        QTest::newRow("version 2: vrrp.checksum.status") << version2 << QByteArray("vrrp.checksum.status") << "1";
        QTest::newRow("version 2: vrrp.ip_addr") << version2 << QByteArray("vrrp.ip_addr") << "192.168.0.1,192.168.0.2,192.168.0.3";

        // pcapplusplus__VRRP-V3-IPv6.pcap, frame 1
        const QByteArray version3(
            "01005e00001200005e00010186dd60000000003870fffe800000000000000000000000000001ff020000000000000000"
            "0000000000123101640300011071fe80000000000000000000000000025420010db80000000000000000000000012001"
            "0db8000000000000000000000002");
        QTest::newRow("version 3 over IPv6: vrrp.version") << version3 << QByteArray("vrrp.version") << "3";
        QTest::newRow("version 3 over IPv6: vrrp.type") << version3 << QByteArray("vrrp.type") << "1";
        QTest::newRow("version 3 over IPv6: vrrp.prio") << version3 << QByteArray("vrrp.prio") << "100";
        QTest::newRow("version 3 over IPv6: vrrp.reserved_mbz") << version3 << QByteArray("vrrp.reserved_mbz") << "0";
        QTest::newRow("version 3 over IPv6: vrrp.short_adver_int") << version3 << QByteArray("vrrp.short_adver_int") << "1";
        QTest::newRow("version 3 over IPv6: vrrp.checksum.status") << version3 << QByteArray("vrrp.checksum.status") << "1";
        QTest::newRow("version 3 over IPv6: vrrp.ipv6_addr") << version3 << QByteArray("vrrp.ipv6_addr") << "fe80::254,2001:db8::1,2001:db8::2";
    }

    void values()
    {
        QFETCH(QByteArray, frame);
        QFETCH(QByteArray, field);
        QTEST(valuesOf(field, frame), "value");
    }

    void oddities_data()
    {
        QTest::addColumn<QByteArray>("packet");
        QTest::addColumn<QString>("line");

        QTest::newRow("three addresses announced, one there")
            << QByteArray("21016403 0001be2c c0a80001")
            << "! 2 addresses are announced but not there";
    }

    void oddities()
    {
        QFETCH(QByteArray, packet);
        QFETCH(QString, line);
        QStringList tree = treeOf(protocols::vrrp, packet);
        for (QString &row : tree)
            row = row.trimmed();
        QVERIFY2(tree.contains(line), qPrintable(tree.join('\n')));
    }

    void cutOff()
    {
        QCOMPARE(treeOf(protocols::vrrp, "2101"), (QStringList{
            "Virtual Router Redundancy Protocol",
            "  Version and type: 33",
            "    VRRP protocol version: 2",
            "    VRRP packet type: Advertisement (1)",
            "  Virtual Rtr ID: 1",
            "  ! Virtual Router Redundancy Protocol needs 8 bytes, but the frame has only 2",
        }));
    }

    void everyPrefix()
    {
        const QByteArray advertisement(
            "21016403000138fac0a80001c0a80002c0a80003");
        QCOMPARE(feedPrefixes(protocols::vrrp, advertisement), 2 * (20 + 1));
    }
};

QTEST_GUILESS_MAIN(VrrpTest)
#include "tst_vrrp.moc"
