#include "core/protocols/protocols.h"
#include "tests/support/packets.h"

#include <QTest>

using namespace vethscope;
using namespace vethscope::test;

// The options of neighbour discovery, RFC 4861 section 4.6.

class Icmpv6OptionsTest : public QObject
{
    Q_OBJECT

private slots:
    // What tshark 4.0 prints for these frames.
    void values_data()
    {
        QTest::addColumn<QByteArray>("frame");
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QString>("value");

        // tcpdump__icmpv6.pcap, frame 1
        const QByteArray advertisement(
            "333300000001b09928c8d66c86dd6000000000b03afffe80000000000000b29928fffec8d66cff020000000000000000"
            "000000000001860024014020000f0000000000000000030448c000278d0000093a800000000022223333444455556600"
            "0000000000001905000000000005abcd000000000000000000000000efef123456780000000000000000000000011f07"
            "000000000005076578616d706c6503636f6d00076578616d706c65036f72670004646f6d3104646f6d3203746c640000"
            "00000000000005010000000000640101b09928c8d66c070100000000138808010000c351000f");
        QTest::newRow("a router advertisement: icmpv6.nd.ra.cur_hop_limit") << advertisement << QByteArray("icmpv6.nd.ra.cur_hop_limit") << "64";
        QTest::newRow("a router advertisement: icmpv6.nd.ra.flag") << advertisement << QByteArray("icmpv6.nd.ra.flag") << "0x20";
        QTest::newRow("a router advertisement: icmpv6.nd.ra.flag.h") << advertisement << QByteArray("icmpv6.nd.ra.flag.h") << "1";
        QTest::newRow("a router advertisement: icmpv6.nd.ra.flag.prf") << advertisement << QByteArray("icmpv6.nd.ra.flag.prf") << "0";
        QTest::newRow("a router advertisement: icmpv6.nd.ra.router_lifetime") << advertisement << QByteArray("icmpv6.nd.ra.router_lifetime") << "15";
        QTest::newRow("a router advertisement: icmpv6.opt.type") << advertisement << QByteArray("icmpv6.opt.type") << "3,25,31,5,1,7,8";
        QTest::newRow("a router advertisement: icmpv6.opt.length") << advertisement << QByteArray("icmpv6.opt.length") << "4,5,7,1,1,1,1";
        QTest::newRow("a router advertisement: icmpv6.opt.prefix.length") << advertisement << QByteArray("icmpv6.opt.prefix.length") << "72";
        QTest::newRow("a router advertisement: icmpv6.opt.prefix.flag") << advertisement << QByteArray("icmpv6.opt.prefix.flag") << "0xc0";
        QTest::newRow("a router advertisement: icmpv6.opt.prefix.flag.l") << advertisement << QByteArray("icmpv6.opt.prefix.flag.l") << "1";
        QTest::newRow("a router advertisement: icmpv6.opt.prefix.flag.a") << advertisement << QByteArray("icmpv6.opt.prefix.flag.a") << "1";
        QTest::newRow("a router advertisement: icmpv6.opt.prefix.valid_lifetime") << advertisement << QByteArray("icmpv6.opt.prefix.valid_lifetime") << "2592000";
        QTest::newRow("a router advertisement: icmpv6.opt.prefix.preferred_lifetime") << advertisement << QByteArray("icmpv6.opt.prefix.preferred_lifetime") << "604800";
        QTest::newRow("a router advertisement: icmpv6.opt.prefix") << advertisement << QByteArray("icmpv6.opt.prefix") << "2222:3333:4444:5555:6600::";
        QTest::newRow("a router advertisement: icmpv6.opt.rdnss.lifetime") << advertisement << QByteArray("icmpv6.opt.rdnss.lifetime") << "5";
        QTest::newRow("a router advertisement: icmpv6.opt.rdnss") << advertisement << QByteArray("icmpv6.opt.rdnss") << "abcd::efef,1234:5678::1";
        QTest::newRow("a router advertisement: icmpv6.opt.dnssl.lifetime") << advertisement << QByteArray("icmpv6.opt.dnssl.lifetime") << "5";
        QTest::newRow("a router advertisement: icmpv6.opt.dnssl") << advertisement << QByteArray("icmpv6.opt.dnssl") << "example.com,example.org,dom1.dom2.tld";
        QTest::newRow("a router advertisement: icmpv6.opt.mtu") << advertisement << QByteArray("icmpv6.opt.mtu") << "100";
        QTest::newRow("a router advertisement: icmpv6.opt.advertisement_interval") << advertisement << QByteArray("icmpv6.opt.advertisement_interval") << "5000";
        QTest::newRow("a router advertisement: icmpv6.opt.home_agent_preference") << advertisement << QByteArray("icmpv6.opt.home_agent_preference") << "50001";

        // tcpdump__icmpv6.pcap, frame 3
        const QByteArray query(
            "333300000001b0a86e0cd4e886dd6000000000240001fe80000000000000b2a86efffe0cd4e8ff020000000000000000"
            "0000000000013a000502000001008200623a2710000000000000000000000000000000000000023c0000");
        QTest::newRow("a listener query of version 2: icmpv6.mld.maximum_response_code") << query << QByteArray("icmpv6.mld.maximum_response_code") << "10000";
        QTest::newRow("a listener query of version 2: icmpv6.mld.flag") << query << QByteArray("icmpv6.mld.flag") << "0x02";
        QTest::newRow("a listener query of version 2: icmpv6.mld.flag.s") << query << QByteArray("icmpv6.mld.flag.s") << "0";
        QTest::newRow("a listener query of version 2: icmpv6.mld.flag.qrv") << query << QByteArray("icmpv6.mld.flag.qrv") << "2";
        QTest::newRow("a listener query of version 2: icmpv6.mld.qqi") << query << QByteArray("icmpv6.mld.qqi") << "60";
        QTest::newRow("a listener query of version 2: icmpv6.mld.nb_sources") << query << QByteArray("icmpv6.mld.nb_sources") << "0";
        QTest::newRow("a listener query of version 2: icmpv6.mld.multicast_address") << query << QByteArray("icmpv6.mld.multicast_address") << "::";
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

        QTest::newRow("an option of no length")
            << QByteArray("85000000 00000000 0100 020000000001")
            << "! an option at byte 8 says 0 bytes, which its message does not have";
    }

    void oddities()
    {
        QFETCH(QByteArray, packet);
        QFETCH(QString, line);
        QStringList tree = treeOf(protocols::icmpv6, packet);
        for (QString &row : tree)
            row = row.trimmed();
        QVERIFY2(tree.contains(line), qPrintable(tree.join('\n')));
    }

    void cutOff()
    {
        QCOMPARE(treeOf(protocols::icmpv6, "8600"), (QStringList{
            "Internet Control Message Protocol v6",
            "  Type: Router Advertisement (134)",
            "  Code: 0",
            "  ! Internet Control Message Protocol v6 needs 4 bytes, but the frame has only 2",
        }));
    }

    void everyPrefix()
    {
        const QByteArray advertisement(
            "860024014020000f0000000000000000030448c000278d0000093a800000000022223333444455556600000000000000"
            "1905000000000005abcd000000000000000000000000efef123456780000000000000000000000011f07000000000005"
            "076578616d706c6503636f6d00076578616d706c65036f72670004646f6d3104646f6d3203746c640000000000000000"
            "05010000000000640101b09928c8d66c070100000000138808010000c351000f");
        QCOMPARE(feedPrefixes(protocols::icmpv6, advertisement), 2 * (176 + 1));
    }
};

QTEST_GUILESS_MAIN(Icmpv6OptionsTest)
#include "tst_icmpv6_options.moc"
