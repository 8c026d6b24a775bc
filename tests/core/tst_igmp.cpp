#include "core/protocols/protocols.h"
#include "tests/support/packets.h"

#include <QTest>

using namespace vethscope;
using namespace vethscope::test;

// IGMP, RFC 3376.

class IgmpTest : public QObject
{
    Q_OBJECT

private slots:
    // What tshark 4.0 prints for these frames.
    void values_data()
    {
        QTest::addColumn<QByteArray>("frame");
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QString>("value");

        // packetnet__IGMPv3_Multihost.pcap, frame 1
        const QByteArray report(
            "01005e0000160023565c5628080046c0002c000040000102c152c0a881fae00000169404000022004eeb000000010300"
            "0001e8020302c0a8e0640000");
        QTest::newRow("a report of version 3: igmp.version") << report << QByteArray("igmp.version") << "3";
        QTest::newRow("a report of version 3: igmp.type") << report << QByteArray("igmp.type") << "0x22";
        QTest::newRow("a report of version 3: igmp.reserved") << report << QByteArray("igmp.reserved") << "00,0000";
        QTest::newRow("a report of version 3: igmp.checksum") << report << QByteArray("igmp.checksum") << "0x4eeb";
        QTest::newRow("a report of version 3: igmp.checksum.status") << report << QByteArray("igmp.checksum.status") << "1";
        QTest::newRow("a report of version 3: igmp.num_grp_recs") << report << QByteArray("igmp.num_grp_recs") << "1";
        QTest::newRow("a report of version 3: igmp.record_type") << report << QByteArray("igmp.record_type") << "3";
        QTest::newRow("a report of version 3: igmp.aux_data_len") << report << QByteArray("igmp.aux_data_len") << "0";
        QTest::newRow("a report of version 3: igmp.num_src") << report << QByteArray("igmp.num_src") << "1";
        QTest::newRow("a report of version 3: igmp.maddr") << report << QByteArray("igmp.maddr") << "232.2.3.2";
        QTest::newRow("a report of version 3: igmp.saddr") << report << QByteArray("igmp.saddr") << "192.168.224.100";

        // packetnet__IGMPv3_Multihost.pcap, frame 3
        const QByteArray query(
            "01005e000001682c7bb429c2080046c0002486f9000001027b6fc0a88101e0000001940400001164ec5f00000000023c"
            "000000000000000000000000");
        QTest::newRow("a query of version 3: igmp.version") << query << QByteArray("igmp.version") << "3";
        QTest::newRow("a query of version 3: igmp.type") << query << QByteArray("igmp.type") << "0x11";
        QTest::newRow("a query of version 3: igmp.max_resp") << query << QByteArray("igmp.max_resp") << "100";
        QTest::newRow("a query of version 3: igmp.checksum") << query << QByteArray("igmp.checksum") << "0xec5f";
        QTest::newRow("a query of version 3: igmp.maddr") << query << QByteArray("igmp.maddr") << "0.0.0.0";
        QTest::newRow("a query of version 3: igmp.s") << query << QByteArray("igmp.s") << "0";
        QTest::newRow("a query of version 3: igmp.qrv") << query << QByteArray("igmp.qrv") << "2";
        QTest::newRow("a query of version 3: igmp.qqic") << query << QByteArray("igmp.qqic") << "60";
        QTest::newRow("a query of version 3: igmp.num_src") << query << QByteArray("igmp.num_src") << "0";

        // pcapflowlab__02_igmpv2_membership_report_mdns_group.pcap, frame 1
        const QByteArray older(
            "01005e0000fb02000000200108004500001c01020000010215d9c000020ae00000fb161408f0e00000fb");
        QTest::newRow("a report of version 2: igmp.version") << older << QByteArray("igmp.version") << "2";
        QTest::newRow("a report of version 2: igmp.type") << older << QByteArray("igmp.type") << "0x16";
        QTest::newRow("a report of version 2: igmp.max_resp") << older << QByteArray("igmp.max_resp") << "20";
        QTest::newRow("a report of version 2: igmp.maddr") << older << QByteArray("igmp.maddr") << "224.0.0.251";
        QTest::newRow("a report of version 2: igmp.checksum.status") << older << QByteArray("igmp.checksum.status") << "1";
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

        QTest::newRow("two records announced, one there")
            << QByteArray("2200ecf8 00000002 04000000 ef010101")
            << "! 1 group records are announced but not there";
        QTest::newRow("a wrong checksum")
            << QByteArray("16000000 ef010101")
            << "! checksum is wrong; where the sender captured it, this is checksum offload";
        QTest::newRow("a type that nobody knows")
            << QByteArray("ff000000 01020304")
            << "Rest of header: 01020304";
    }

    void oddities()
    {
        QFETCH(QByteArray, packet);
        QFETCH(QString, line);
        QStringList tree = treeOf(protocols::igmp, packet);
        for (QString &row : tree)
            row = row.trimmed();
        QVERIFY2(tree.contains(line), qPrintable(tree.join('\n')));
    }

    void cutOff()
    {
        QCOMPARE(treeOf(protocols::igmp, "1100"), (QStringList{
            "Internet Group Management Protocol",
            "  Type: Membership Query (0x11)",
            "  ! Internet Group Management Protocol needs 8 bytes, but the frame has only 2",
        }));
    }

    void everyPrefix()
    {
        const QByteArray report(
            "22004eeb0000000103000001e8020302c0a8e064");
        QCOMPARE(feedPrefixes(protocols::igmp, report), 2 * (20 + 1));
    }
};

QTEST_GUILESS_MAIN(IgmpTest)
#include "tst_igmp.moc"
