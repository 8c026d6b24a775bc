#include "core/protocols/protocols.h"
#include "tests/support/packets.h"

#include <QTest>

using namespace vethscope;
using namespace vethscope::test;

// OSPF, RFC 2328 and RFC 5340.

class OspfTest : public QObject
{
    Q_OBJECT

private slots:
    // What tshark 4.0 prints for these frames.
    void values_data()
    {
        QTest::addColumn<QByteArray>("frame");
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QString>("value");

        // ndpi__ospfv2_add_new_prefix.pcap, frame 1
        const QByteArray update(
            "aabbcc000130aabbcc000a30080045c0006c00fa000001598f730a010a0a0a010a0102040058ac10000a00000006ab27"
            "000000000000000000000000000100012201ac10000aac10000a80000012c58a003c000000030a00000affffffff0300"
            "0001ac10000affffffff030000010a010a0a0a010a0a0200000a");
        QTest::newRow("an update of version 2: ospf.version") << update << QByteArray("ospf.version") << "2";
        QTest::newRow("an update of version 2: ospf.msg") << update << QByteArray("ospf.msg") << "4";
        QTest::newRow("an update of version 2: ospf.msg.lsupdate") << update << QByteArray("ospf.msg.lsupdate") << "1";
        QTest::newRow("an update of version 2: ospf.packet_length") << update << QByteArray("ospf.packet_length") << "88";
        QTest::newRow("an update of version 2: ospf.srcrouter") << update << QByteArray("ospf.srcrouter") << "172.16.0.10";
        QTest::newRow("an update of version 2: ospf.area_id") << update << QByteArray("ospf.area_id") << "0.0.0.6";
        QTest::newRow("an update of version 2: ospf.checksum") << update << QByteArray("ospf.checksum") << "0xab27";
        QTest::newRow("an update of version 2: ospf.auth.type") << update << QByteArray("ospf.auth.type") << "0";
        QTest::newRow("an update of version 2: ospf.auth.none") << update << QByteArray("ospf.auth.none") << "0000000000000000";
        QTest::newRow("an update of version 2: ospf.ls.number_of_lsas") << update << QByteArray("ospf.ls.number_of_lsas") << "1";
        QTest::newRow("an update of version 2: ospf.lsa.age") << update << QByteArray("ospf.lsa.age") << "1";
        QTest::newRow("an update of version 2: ospf.lsa") << update << QByteArray("ospf.lsa") << "1";
        QTest::newRow("an update of version 2: ospf.lsa.id") << update << QByteArray("ospf.lsa.id") << "172.16.0.10";
        QTest::newRow("an update of version 2: ospf.advrouter") << update << QByteArray("ospf.advrouter") << "172.16.0.10";
        QTest::newRow("an update of version 2: ospf.lsa.seqnum") << update << QByteArray("ospf.lsa.seqnum") << "0x80000012";
        QTest::newRow("an update of version 2: ospf.lsa.chksum") << update << QByteArray("ospf.lsa.chksum") << "0xc58a";
        QTest::newRow("an update of version 2: ospf.lsa.length") << update << QByteArray("ospf.lsa.length") << "60";
        QTest::newRow("an update of version 2: ospf.lsa.number_of_links") << update << QByteArray("ospf.lsa.number_of_links") << "3";
        QTest::newRow("an update of version 2: ospf.lsa.router.linkid") << update << QByteArray("ospf.lsa.router.linkid") << "10.0.0.10,172.16.0.10,10.1.10.10";
        QTest::newRow("an update of version 2: ospf.lsa.router.metric0") << update << QByteArray("ospf.lsa.router.metric0") << "1,1,10";

        // tcpdump__OSPFv3_broadcast_adjacency.pcap, frame 1
        const QByteArray hello(
            "333300000005c2001ffa000186dd6e00000000245901fe800000000000000000000000000001ff020000000000000000"
            "000000000005030100240101010100000001fb8600000000000501000013000a00280000000000000000");
        QTest::newRow("a hello of version 3: ospf.version") << hello << QByteArray("ospf.version") << "3";
        QTest::newRow("a hello of version 3: ospf.msg") << hello << QByteArray("ospf.msg") << "1";
        QTest::newRow("a hello of version 3: ospf.msg.hello") << hello << QByteArray("ospf.msg.hello") << "1";
        QTest::newRow("a hello of version 3: ospf.instance_id") << hello << QByteArray("ospf.instance_id") << "0";
        QTest::newRow("a hello of version 3: ospf.reserved") << hello << QByteArray("ospf.reserved") << "00";
        QTest::newRow("a hello of version 3: ospf.hello.interface_id") << hello << QByteArray("ospf.hello.interface_id") << "5";
        QTest::newRow("a hello of version 3: ospf.hello.router_priority") << hello << QByteArray("ospf.hello.router_priority") << "1";
        QTest::newRow("a hello of version 3: ospf.v3.options") << hello << QByteArray("ospf.v3.options") << "0x000013";
        QTest::newRow("a hello of version 3: ospf.v3.options.v6") << hello << QByteArray("ospf.v3.options.v6") << "1";
        QTest::newRow("a hello of version 3: ospf.hello.hello_interval") << hello << QByteArray("ospf.hello.hello_interval") << "10";
        QTest::newRow("a hello of version 3: ospf.hello.router_dead_interval") << hello << QByteArray("ospf.hello.router_dead_interval") << "40";
        QTest::newRow("a hello of version 3: ospf.hello.designated_router") << hello << QByteArray("ospf.hello.designated_router") << "0.0.0.0";

        // tcpdump__OSPFv3_broadcast_adjacency.pcap, frame 9
        const QByteArray description(
            "c2011ffa0001c2001ffa000186dd6e00000000a85901fe800000000000000000000000000001fe800000000000000000"
            "000000000002030200a8010101010000000179f600000000001305dc000200001d460027200100000000010101018000"
            "0002d13a0018002820030000000001010101800000010ebd002400282003000000010101010180000001eba000240028"
            "2003000000020101010180000001baf60024002820030000000301010101800000016259002400220008000000050101"
            "0101800000023d08003800222009000000000101010180000001e8d2002c");
        QTest::newRow("a database description of version 3: ospf.msg") << description << QByteArray("ospf.msg") << "2";
        QTest::newRow("a database description of version 3: ospf.db.interface_mtu") << description << QByteArray("ospf.db.interface_mtu") << "1500";
        QTest::newRow("a database description of version 3: ospf.dbd") << description << QByteArray("ospf.dbd") << "0x02";
        QTest::newRow("a database description of version 3: ospf.dbd.m") << description << QByteArray("ospf.dbd.m") << "1";
        QTest::newRow("a database description of version 3: ospf.dbd.ms") << description << QByteArray("ospf.dbd.ms") << "0";
        QTest::newRow("a database description of version 3: ospf.db.dd_sequence") << description << QByteArray("ospf.db.dd_sequence") << "7494";
        QTest::newRow("a database description of version 3: ospf.v3.lsa.s12") << description << QByteArray("ospf.v3.lsa.s12") << "0x0001,0x0001,0x0001,0x0001,0x0001,0x0000,0x0001";
        QTest::newRow("a database description of version 3: ospf.v3.lsa.fc") << description << QByteArray("ospf.v3.lsa.fc") << "1,3,3,3,3,8,9";
        QTest::newRow("a database description of version 3: ospf.link_state_id") << description << QByteArray("ospf.link_state_id") << "0.0.0.0,0.0.0.0,0.0.0.1,0.0.0.2,0.0.0.3,0.0.0.5,0.0.0.0";
        QTest::newRow("a database description of version 3: ospf.lsa.age") << description << QByteArray("ospf.lsa.age") << "39,40,40,40,40,34,34";
        QTest::newRow("a database description of version 3: ospf.lsa.length") << description << QByteArray("ospf.lsa.length") << "24,36,36,36,36,56,44";
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

        QTest::newRow("version 4")
            << QByteArray("04010018 01010101 00000000 0000 0000")
            << "! Open Shortest Path First version field says 4, but there are only 2 and 3";
        QTest::newRow("a length shorter than the header")
            << QByteArray("03010008 01010101 00000000 0000 0000")
            << "! length field says 8 bytes, but the header alone has 16";
        QTest::newRow("two link states announced, none there")
            << QByteArray("02040020 01010101 00000000 0000 0000 0000000000000000 00000002")
            << "! 2 link states are announced but not there";
    }

    void oddities()
    {
        QFETCH(QByteArray, packet);
        QFETCH(QString, line);
        QStringList tree = treeOf(protocols::ospf, packet);
        for (QString &row : tree)
            row = row.trimmed();
        QVERIFY2(tree.contains(line), qPrintable(tree.join('\n')));
    }

    void cutOff()
    {
        QCOMPARE(treeOf(protocols::ospf, "0201"), (QStringList{
            "Open Shortest Path First",
            "  Version: 2",
            "  Message Type: Hello Packet (1)",
            "  ! Open Shortest Path First needs 16 bytes, but the frame has only 2",
        }));
    }

    void everyPrefix()
    {
        const QByteArray update(
            "02040058ac10000a00000006ab27000000000000000000000000000100012201ac10000aac10000a80000012c58a003c"
            "000000030a00000affffffff03000001ac10000affffffff030000010a010a0a0a010a0a0200000a");
        QCOMPARE(feedPrefixes(protocols::ospf, update), 2 * (88 + 1));
    }
};

QTEST_GUILESS_MAIN(OspfTest)
#include "tst_ospf.moc"
