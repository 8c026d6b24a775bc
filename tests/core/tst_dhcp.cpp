#include "core/protocols/protocols.h"
#include "tests/support/packets.h"

#include <QTest>

using namespace vethscope;
using namespace vethscope::test;

// DHCP, RFC 2131; options RFC 2132.

class DhcpTest : public QObject
{
    Q_OBJECT

private slots:
    // What tshark 4.0 prints for these frames.
    void values_data()
    {
        QTest::addColumn<QByteArray>("frame");
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QString>("value");

        // arkime__wireshark-dhcp.pcap, frame 1
        const QByteArray discover(
            "ffffffffffff000b8201fc4208004500012ca8360000fa11178b00000000ffffffff004400430118591f010106000000"
            "3d1d0000000000000000000000000000000000000000000b8201fc420000000000000000000000000000000000000000"
            "000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"
            "000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"
            "000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"
            "0000000000000000000000000000000000000000000000000000000000000000000000000000638253633501013d0701"
            "000b8201fc4232040000000037040103062aff00000000000000");
        QTest::newRow("a discover: dhcp.type") << discover << QByteArray("dhcp.type") << "1";
        QTest::newRow("a discover: dhcp.hw.type") << discover << QByteArray("dhcp.hw.type") << "0x01,0x01";
        QTest::newRow("a discover: dhcp.hw.len") << discover << QByteArray("dhcp.hw.len") << "6";
        QTest::newRow("a discover: dhcp.hops") << discover << QByteArray("dhcp.hops") << "0";
        QTest::newRow("a discover: dhcp.id") << discover << QByteArray("dhcp.id") << "0x00003d1d";
        QTest::newRow("a discover: dhcp.secs") << discover << QByteArray("dhcp.secs") << "0";
        QTest::newRow("a discover: dhcp.flags") << discover << QByteArray("dhcp.flags") << "0x0000";
        QTest::newRow("a discover: dhcp.flags.bc") << discover << QByteArray("dhcp.flags.bc") << "0";
        QTest::newRow("a discover: dhcp.ip.client") << discover << QByteArray("dhcp.ip.client") << "0.0.0.0";
        QTest::newRow("a discover: dhcp.ip.your") << discover << QByteArray("dhcp.ip.your") << "0.0.0.0";
        QTest::newRow("a discover: dhcp.ip.server") << discover << QByteArray("dhcp.ip.server") << "0.0.0.0";
        QTest::newRow("a discover: dhcp.ip.relay") << discover << QByteArray("dhcp.ip.relay") << "0.0.0.0";
        QTest::newRow("a discover: dhcp.hw.mac_addr") << discover << QByteArray("dhcp.hw.mac_addr") << "00:0b:82:01:fc:42,00:0b:82:01:fc:42";
        QTest::newRow("a discover: dhcp.hw.addr_padding") << discover << QByteArray("dhcp.hw.addr_padding") << "00000000000000000000";
        QTest::newRow("a discover: dhcp.cookie") << discover << QByteArray("dhcp.cookie") << "99.130.83.99";
        QTest::newRow("a discover: dhcp.option.dhcp") << discover << QByteArray("dhcp.option.dhcp") << "1";
        QTest::newRow("a discover: dhcp.option.length") << discover << QByteArray("dhcp.option.length") << "1,7,4,4";
        QTest::newRow("a discover: dhcp.option.value") << discover << QByteArray("dhcp.option.value") << "01,01000b8201fc42,00000000,0103062a";
        QTest::newRow("a discover: dhcp.option.requested_ip_address") << discover << QByteArray("dhcp.option.requested_ip_address") << "0.0.0.0";
        QTest::newRow("a discover: dhcp.option.request_list_item") << discover << QByteArray("dhcp.option.request_list_item") << "1,3,6,42";
        QTest::newRow("a discover: dhcp.option.end") << discover << QByteArray("dhcp.option.end") << "255";

        // zeek__dhcp_ack_subscriber_id_and_agent_remote_id.pcap, frame 1
        const QByteArray acknowledgement(
            "000a2800fa42000a2800fa4108004500016d044600008011211c0a0a00010a0a000a0043004401591a76020106000000"
            "3d110000000000000000c0a8000a0000000000000000000a2800fa420000000000000000000000000000000000000000"
            "000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"
            "000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"
            "000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"
            "0000000000000000000000000000000000000000000000000000000000000000000000000000638253633501053a0400"
            "0007083b0400000c2e330400000e1036040a0a00010104ffffff005224011674686973206973206f6e6c792061207465"
            "73742e2e2e02011306072d73756249442dff00000000000000000000000000000000000000000000000000");
        QTest::newRow("an acknowledgement with a relay agent: dhcp.type") << acknowledgement << QByteArray("dhcp.type") << "2";
        QTest::newRow("an acknowledgement with a relay agent: dhcp.option.dhcp") << acknowledgement << QByteArray("dhcp.option.dhcp") << "5";
        QTest::newRow("an acknowledgement with a relay agent: dhcp.option.renewal_time_value") << acknowledgement << QByteArray("dhcp.option.renewal_time_value") << "1800";
        QTest::newRow("an acknowledgement with a relay agent: dhcp.option.rebinding_time_value") << acknowledgement << QByteArray("dhcp.option.rebinding_time_value") << "3118";
        QTest::newRow("an acknowledgement with a relay agent: dhcp.option.ip_address_lease_time") << acknowledgement << QByteArray("dhcp.option.ip_address_lease_time") << "3600";
        QTest::newRow("an acknowledgement with a relay agent: dhcp.option.subnet_mask") << acknowledgement << QByteArray("dhcp.option.subnet_mask") << "255.255.255.0";
        QTest::newRow("an acknowledgement with a relay agent: dhcp.option.dhcp_server_id") << acknowledgement << QByteArray("dhcp.option.dhcp_server_id") << "10.10.0.1";
        QTest::newRow("an acknowledgement with a relay agent: dhcp.option.agent_information_option.suboption") << acknowledgement << QByteArray("dhcp.option.agent_information_option.suboption") << "1,2,6";
        QTest::newRow("an acknowledgement with a relay agent: dhcp.option.agent_information_option.agent_circuit_id") << acknowledgement << QByteArray("dhcp.option.agent_information_option.agent_circuit_id") << "74686973206973206f6e6c79206120746573742e2e2e";
        QTest::newRow("an acknowledgement with a relay agent: dhcp.option.agent_information_option.agent_remote_id") << acknowledgement << QByteArray("dhcp.option.agent_information_option.agent_remote_id") << "13";
        QTest::newRow("an acknowledgement with a relay agent: dhcp.option.agent_information_option.subscriber_id") << acknowledgement << QByteArray("dhcp.option.agent_information_option.subscriber_id") << "-subID-";

        // zeek__hw-type0.pcap, frame 1
        const QByteArray request(
            "cc010ac40000cc000ac4000008004500025c000b0000ff113831c0a80003c0a800010044004302480d02010106000000"
            "155c00000000c0a80003000000000000000000000000cc000ac400000000000000000000000000000000000000000000"
            "000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"
            "000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"
            "000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"
            "000000000000000000000000000000000000000000000000000000000000000000000000000063825363350103390204"
            "803d1b00636973636f2d636330302e306163342e303030302d4661302f3033040000003c0c025230370801060f2c0321"
            "962bff000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"
            "000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"
            "000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"
            "000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"
            "000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"
            "000000000000000000000000000000000000000000000000000000000000000000000000000000000000");
        QTest::newRow("a client that names itself: dhcp.option.hostname") << request << QByteArray("dhcp.option.hostname") << "R0";
        QTest::newRow("a client that names itself: dhcp.client_id.type") << request << QByteArray("dhcp.client_id.type") << "0";
        QTest::newRow("a client that names itself: dhcp.client_id.undef") << request << QByteArray("dhcp.client_id.undef") << "cisco-cc00.0ac4.0000-Fa0/0";
        QTest::newRow("a client that names itself: dhcp.option.dhcp_max_message_size") << request << QByteArray("dhcp.option.dhcp_max_message_size") << "1152";
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

        QTest::newRow("an option longer than its message")
            << QByteArray("010106000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000063825363 350101 32040a")
            << "! an option at byte 243 says 4 bytes, which its message does not have";
        QTest::newRow("options without an end")
            << QByteArray("010106000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000063825363 350101")
            << "! the options have no end option";
        QTest::newRow("an address option of three bytes")
            << QByteArray("010106000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000063825363 3203 0a0000 ff")
            << "! an option at byte 242 has 3 bytes, which its kind does not";
        QTest::newRow("a route whose prefix is too long")
            << QByteArray("010106000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000063825363 7906 21 0a000000 01 ff")
            << "! the route at byte 242 says a prefix of 33 bits, which does not fit";
        QTest::newRow("BOOTP without a cookie")
            << QByteArray("020106000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000001020304")
            << "Bootp vendor specific options: 01020304";
    }

    void oddities()
    {
        QFETCH(QByteArray, packet);
        QFETCH(QString, line);
        QStringList tree = treeOf(protocols::dhcp, packet);
        for (QString &row : tree)
            row = row.trimmed();
        QVERIFY2(tree.contains(line), qPrintable(tree.join('\n')));
    }

    void cutOff()
    {
        QCOMPARE(treeOf(protocols::dhcp, "01010600"), (QStringList{
            "Dynamic Host Configuration Protocol",
            "  Message type: Boot Request (1)",
            "  Hardware type: Ethernet (0x01)",
            "  Hardware address length: 6",
            "  Hops: 0",
            "  ! Dynamic Host Configuration Protocol needs 236 bytes, but the frame has only 4",
        }));
    }

    void everyPrefix()
    {
        const QByteArray acknowledgement(
            "0201060000003d110000000000000000c0a8000a0000000000000000000a2800fa420000000000000000000000000000"
            "000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"
            "000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"
            "000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"
            "000000000000000000000000000000000000000000000000000000000000000000000000000000000000000063825363"
            "3501053a04000007083b0400000c2e330400000e1036040a0a00010104ffffff005224011674686973206973206f6e6c"
            "79206120746573742e2e2e02011306072d73756249442dff000000000000000000000000000000000000000000000000"
            "00");
        QCOMPARE(feedPrefixes(protocols::dhcp, acknowledgement), 2 * (337 + 1));
    }
};

QTEST_GUILESS_MAIN(DhcpTest)
#include "tst_dhcp.moc"
