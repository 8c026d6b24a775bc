#include "core/protocols/protocols.h"
#include "tests/support/packets.h"

#include <QTest>

using namespace vethscope;
using namespace vethscope::test;

// ARP: RFC 826; probes and announcements RFC 5227.

class ArpTest : public QObject
{
    Q_OBJECT

private slots:
    void tree_data()
    {
        QTest::addColumn<QByteArray>("packet");
        QTest::addColumn<unsigned>("original");
        QTest::addColumn<QStringList>("tree");

        QTest::newRow("who has the gateway?")
            << QByteArray("0001 0800 06 04 0001 5254 00c2 eedb ac1b000b 000000000000 ac1b0001") << 0u
            << QStringList{
                   "Address Resolution Protocol  Who has 172.27.0.1? Tell 172.27.0.11",
                   "  Hardware type: Ethernet (1)",
                   "  Protocol type: IPv4 (0x0800)",
                   "  Hardware size: 6",
                   "  Protocol size: 4",
                   "  Opcode: request (1)",
                   "  Sender MAC address: 52:54:00:c2:ee:db",
                   "  Sender IP address: 172.27.0.11",
                   "  Target MAC address: 00:00:00:00:00:00",
                   "  Target IP address: 172.27.0.1",
               };
        QTest::newRow("the answer")
            << QByteArray("0001 0800 06 04 0002 feee3207ea07 ac1b0001 525400c2eedb ac1b000b") << 0u
            << QStringList{
                   "Address Resolution Protocol  172.27.0.1 is at fe:ee:32:07:ea:07",
                   "  Hardware type: Ethernet (1)",
                   "  Protocol type: IPv4 (0x0800)",
                   "  Hardware size: 6",
                   "  Protocol size: 4",
                   "  Opcode: reply (2)",
                   "  Sender MAC address: fe:ee:32:07:ea:07",
                   "  Sender IP address: 172.27.0.1",
                   "  Target MAC address: 52:54:00:c2:ee:db",
                   "  Target IP address: 172.27.0.11",
               };
        QTest::newRow("an announcement names its own address as the target")
            << QByteArray("0001 0800 06 04 0001 525400c2eedb ac1b000b 000000000000 ac1b000b") << 0u
            << QStringList{
                   "Address Resolution Protocol  ARP Announcement for 172.27.0.11",
                   "  Hardware type: Ethernet (1)",
                   "  Protocol type: IPv4 (0x0800)",
                   "  Hardware size: 6",
                   "  Protocol size: 4",
                   "  Opcode: request (1)",
                   "  [Is gratuitous: Set]",
                   "  [Is announcement: Set]",
                   "  Sender MAC address: 52:54:00:c2:ee:db",
                   "  Sender IP address: 172.27.0.11",
                   "  Target MAC address: 00:00:00:00:00:00",
                   "  Target IP address: 172.27.0.11",
               };
        QTest::newRow("a probe has no address yet")
            << QByteArray("0001 0800 06 04 0001 525400c2eedb 00000000 000000000000 ac1b000b") << 0u
            << QStringList{
                   "Address Resolution Protocol  Who has 172.27.0.11? (ARP Probe)",
                   "  Hardware type: Ethernet (1)",
                   "  Protocol type: IPv4 (0x0800)",
                   "  Hardware size: 6",
                   "  Protocol size: 4",
                   "  Opcode: request (1)",
                   "  [Is probe: Set]",
                   "  Sender MAC address: 52:54:00:c2:ee:db",
                   "  Sender IP address: 0.0.0.0",
                   "  Target MAC address: 00:00:00:00:00:00",
                   "  Target IP address: 172.27.0.11",
               };
        QTest::newRow("a gratuitous reply")
            << QByteArray("0001 0800 06 04 0002 525400c2eedb ac1b000b ffffffffffff ac1b000b") << 0u
            << QStringList{
                   "Address Resolution Protocol  Gratuitous ARP for 172.27.0.11 (Reply)",
                   "  Hardware type: Ethernet (1)",
                   "  Protocol type: IPv4 (0x0800)",
                   "  Hardware size: 6",
                   "  Protocol size: 4",
                   "  Opcode: reply (2)",
                   "  [Is gratuitous: Set]",
                   "  Sender MAC address: 52:54:00:c2:ee:db",
                   "  Sender IP address: 172.27.0.11",
                   "  Target MAC address: ff:ff:ff:ff:ff:ff",
                   "  Target IP address: 172.27.0.11",
               };
        QTest::newRow("hardware addresses of eight bytes, IEEE 1394")
            << QByteArray("0018 0800 08 04 0001 0011223344556677 0a000001 0000000000000000 0a000002") << 0u
            << QStringList{
                   "Address Resolution Protocol  Who has 10.0.0.2? Tell 10.0.0.1",
                   "  Hardware type: 24",
                   "  Protocol type: IPv4 (0x0800)",
                   "  Hardware size: 8",
                   "  Protocol size: 4",
                   "  Opcode: request (1)",
                   "  Sender hardware address: 0011223344556677",
                   "  Sender IP address: 10.0.0.1",
                   "  Target hardware address: 0000000000000000",
                   "  Target IP address: 10.0.0.2",
               };
        QTest::newRow("addresses of no bytes")
            << QByteArray("0001 0800 00 00 0001") << 0u
            << QStringList{
                   "Address Resolution Protocol  request",
                   "  Hardware type: Ethernet (1)",
                   "  Protocol type: IPv4 (0x0800)",
                   "  Hardware size: 0",
                   "  Protocol size: 0",
                   "  Opcode: request (1)",
               };
        QTest::newRow("padding of a short frame belongs to nobody")
            << QByteArray("0001 0800 06 04 0001 5254 00c2 eedb ac1b000b 000000000000 ac1b0001 0000000000000000") << 0u
            << QStringList{
                   "Address Resolution Protocol  Who has 172.27.0.1? Tell 172.27.0.11",
                   "  Hardware type: Ethernet (1)",
                   "  Protocol type: IPv4 (0x0800)",
                   "  Hardware size: 6",
                   "  Protocol size: 4",
                   "  Opcode: request (1)",
                   "  Sender MAC address: 52:54:00:c2:ee:db",
                   "  Sender IP address: 172.27.0.11",
                   "  Target MAC address: 00:00:00:00:00:00",
                   "  Target IP address: 172.27.0.1",
               };
        QTest::newRow("sizes beyond the packet")
            << QByteArray("0001 0800 ff ff 0001 525400c2eedb") << 0u
            << QStringList{
                   "Address Resolution Protocol",
                   "  Hardware type: Ethernet (1)",
                   "  Protocol type: IPv4 (0x0800)",
                   "  Hardware size: 255",
                   "  Protocol size: 255",
                   "  Opcode: request (1)",
                   "  ! Address Resolution Protocol needs 1028 bytes, but the frame has only 14",
               };
        QTest::newRow("cut off inside the addresses")
            << QByteArray("0001 0800 06 04 0001 525400c2eedb ac1b") << 28u
            << QStringList{
                   "Address Resolution Protocol",
                   "  Hardware type: Ethernet (1)",
                   "  Protocol type: IPv4 (0x0800)",
                   "  Hardware size: 6",
                   "  Protocol size: 4",
                   "  Opcode: request (1)",
                   "  ! Address Resolution Protocol needs 28 bytes, only 16 were captured",
               };
        QTest::newRow("cut off inside the header")
            << QByteArray("0001 0800 06") << 28u
            << QStringList{
                   "Address Resolution Protocol",
                   "  Hardware type: Ethernet (1)",
                   "  Protocol type: IPv4 (0x0800)",
                   "  Hardware size: 6",
                   "  ! Address Resolution Protocol needs 8 bytes, only 5 were captured",
               };
    }

    void tree()
    {
        QFETCH(QByteArray, packet);
        QFETCH(unsigned, original);
        QTEST(treeOf(protocols::arp, packet, original), "tree");
    }

    void info_data()
    {
        QTest::addColumn<QByteArray>("packet");
        QTest::addColumn<QString>("info");

        QTest::newRow("request")
            << QByteArray("0001 0800 06 04 0001 5254 00c2 eedb ac1b000b 000000000000 ac1b0001")
            << "Who has 172.27.0.1? Tell 172.27.0.11";
        QTest::newRow("reply")
            << QByteArray("0001 0800 06 04 0002 feee3207ea07 ac1b0001 525400c2eedb ac1b000b")
            << "172.27.0.1 is at fe:ee:32:07:ea:07";
        QTest::newRow("announcement")
            << QByteArray("0001 0800 06 04 0001 525400c2eedb ac1b000b 000000000000 ac1b000b")
            << "ARP Announcement for 172.27.0.11";
        QTest::newRow("probe")
            << QByteArray("0001 0800 06 04 0001 525400c2eedb 00000000 000000000000 ac1b000b")
            << "Who has 172.27.0.11? (ARP Probe)";
        QTest::newRow("gratuitous reply")
            << QByteArray("0001 0800 06 04 0002 525400c2eedb ac1b000b ffffffffffff ac1b000b")
            << "Gratuitous ARP for 172.27.0.11 (Reply)";
        QTest::newRow("an operation without a word")
            << QByteArray("0001 0800 06 04 0063 525400c2eedb ac1b000b 000000000000 ac1b0001")
            << "Unknown ARP opcode 0x0063";
    }

    void info()
    {
        QFETCH(QByteArray, packet);
        QTEST(infoOf(protocols::arp, packet), "info");
    }

    void everyPrefix()
    {
        QCOMPARE(feedPrefixes(protocols::arp, "0001 0800 06 04 0001 5254 00c2 eedb ac1b000b 000000000000 ac1b0001"), 2 * 29);
    }
};

QTEST_GUILESS_MAIN(ArpTest)
#include "tst_arp.moc"
