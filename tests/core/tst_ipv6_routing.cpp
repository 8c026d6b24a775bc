#include "core/protocols/protocols.h"
#include "tests/support/packets.h"

#include <QTest>

using namespace vethscope;
using namespace vethscope::test;

// The IPv6 routing header, RFC 8200 section 4.4.

class Ipv6RoutingTest : public QObject
{
    Q_OBJECT

private slots:
    // What tshark 4.0 prints for these frames.
    void values_data()
    {
        QTest::addColumn<QByteArray>("frame");
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QString>("value");

        // tcpdump__ipv6-srh-ext-header.pcap, frame 1
        const QByteArray segments(
            "080027206bcf080027c22da586dd600889ad00902b40000a000b000c00120000000000000001000a000b000c00020000"
            "000000f100002904040101000000000a000b000c000300000000000000d6000a000b000c00020000000000f100006008"
            "89ad00403a40000a000b000c0012000000000000000100b200000000000000000000000000028000635e06ee000103c5"
            "475a000000000a5e000000000000101112131415161718191a1b1c1d1e1f202122232425262728292a2b2c2d2e2f3031"
            "323334353637");
        QTest::newRow("segment routing: ipv6.routing.nxt") << segments << QByteArray("ipv6.routing.nxt") << "41";
        QTest::newRow("segment routing: ipv6.routing.len") << segments << QByteArray("ipv6.routing.len") << "4";
        QTest::newRow("segment routing: ipv6.routing.len_oct") << segments << QByteArray("ipv6.routing.len_oct") << "40";
        QTest::newRow("segment routing: ipv6.routing.type") << segments << QByteArray("ipv6.routing.type") << "4";
        QTest::newRow("segment routing: ipv6.routing.segleft") << segments << QByteArray("ipv6.routing.segleft") << "1";
        QTest::newRow("segment routing: ipv6.routing.srh.last_entry") << segments << QByteArray("ipv6.routing.srh.last_entry") << "1";
        QTest::newRow("segment routing: ipv6.routing.srh.flags") << segments << QByteArray("ipv6.routing.srh.flags") << "0x00";
        QTest::newRow("segment routing: ipv6.routing.srh.tag") << segments << QByteArray("ipv6.routing.srh.tag") << "0000";
        QTest::newRow("segment routing: ipv6.routing.srh.addr") << segments << QByteArray("ipv6.routing.srh.addr") << "a:b:c:3::d6,a:b:c:2::f1:0";

        // zeek__ipv6-mobile-routing.pcap, frame 1
        const QByteArray mobile(
            "ffffffffffff00000000000086dd6000000000242b40200104f80004000702e081fffe52ffff200104f80004000702e0"
            "81fffe529a6b110202010000000020010078000100320000000000000001753032c8000cde4958585858");
        QTest::newRow("a mobile host: ipv6.routing.type") << mobile << QByteArray("ipv6.routing.type") << "2";
        QTest::newRow("a mobile host: ipv6.routing.segleft") << mobile << QByteArray("ipv6.routing.segleft") << "1";
        QTest::newRow("a mobile host: ipv6.routing.mipv6.reserved") << mobile << QByteArray("ipv6.routing.mipv6.reserved") << "00000000";
        QTest::newRow("a mobile host: ipv6.routing.mipv6.home_address") << mobile << QByteArray("ipv6.routing.mipv6.home_address") << "2001:78:1:32::1";
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

        QTest::newRow("the deprecated type 0")
            << QByteArray("3b000000 00000000")
            << "! routing type 0 is deprecated: nodes must not follow it";
        QTest::newRow("more segments left than there are")
            << QByteArray("3b020403 0000000000000000000000000000000000000000")
            << "! 3 segments are left, but the header holds only 1";
    }

    void oddities()
    {
        QFETCH(QByteArray, packet);
        QFETCH(QString, line);
        QStringList tree = treeOf(protocols::ipv6Routing, packet);
        for (QString &row : tree)
            row = row.trimmed();
        QVERIFY2(tree.contains(line), qPrintable(tree.join('\n')));
    }

    void cutOff()
    {
        QCOMPARE(treeOf(protocols::ipv6Routing, "3b02"), (QStringList{
            "Routing Header for IPv6",
            "  Next Header: IPv6 no next header (59)",
            "  Length: 2",
            "  ! Routing Header for IPv6 needs 8 bytes, but the frame has only 2",
        }));
    }

    void everyPrefix()
    {
        const QByteArray header(
            "3b0204000000000020010db8000000000000000000000001");
        QCOMPARE(feedPrefixes(protocols::ipv6Routing, header), 2 * (24 + 1));
    }
};

QTEST_GUILESS_MAIN(Ipv6RoutingTest)
#include "tst_ipv6_routing.moc"
