#include "core/protocols/protocols.h"
#include "tests/support/packets.h"

#include <QTest>

using namespace vethscope;
using namespace vethscope::test;

// The newer cooked header, which names the interface: tcpdump.org, LINKTYPE_LINUX_SLL2.

class LinuxSll2Test : public QObject
{
    Q_OBJECT

private slots:
    void tree_data()
    {
        QTest::addColumn<QByteArray>("packet");
        QTest::addColumn<unsigned>("original");
        QTest::addColumn<QStringList>("tree");

        QTest::newRow("sent by us on interface 17")
            << QByteArray("88b5 0000 00000011 0001 04 06 525400c2eedb 0000 616263") << 0u
            << QStringList{
                   "Linux cooked capture v2  Sent by us · interface 17",
                   "  Protocol: 0x88b5",
                   "  Interface index: 17",
                   "  Link-layer address type: Ethernet (1)",
                   "  Packet type: Sent by us (4)",
                   "  Link-layer address length: 6",
                   "  Source: 52:54:00:c2:ee:db",
                   "  Unused: 0000",
                   "Data  3 bytes",
                   "  Data: 616263",
                   "  [Length: 3]",
               };
        QTest::newRow("a device without addresses")
            << QByteArray("88b5 0000 00000001 fffe 00 00 0000000000000000") << 0u
            << QStringList{
                   "Linux cooked capture v2  Unicast to us · interface 1",
                   "  Protocol: 0x88b5",
                   "  Interface index: 1",
                   "  Link-layer address type: None (65534)",
                   "  Packet type: Unicast to us (0)",
                   "  Link-layer address length: 0",
                   "  Unused: 0000000000000000",
               };
        QTest::newRow("an address of eight bytes")
            << QByteArray("88b5 0000 00000003 0018 01 08 0011223344556677") << 0u
            << QStringList{
                   "Linux cooked capture v2  Broadcast · interface 3",
                   "  Protocol: 0x88b5",
                   "  Interface index: 3",
                   "  Link-layer address type: 24",
                   "  Packet type: Broadcast (1)",
                   "  Link-layer address length: 8",
                   "  Source: 0011223344556677",
               };
        QTest::newRow("reserved bits that are not zero")
            << QByteArray("88b5 0001 00000003 0001 02 06 525400c2eedb 0000") << 0u
            << QStringList{
                   "Linux cooked capture v2  Multicast · interface 3",
                   "  Protocol: 0x88b5",
                   "  Reserved: 0x0001",
                   "  Interface index: 3",
                   "  Link-layer address type: Ethernet (1)",
                   "  Packet type: Multicast (2)",
                   "  Link-layer address length: 6",
                   "  Source: 52:54:00:c2:ee:db",
                   "  Unused: 0000",
               };
        QTest::newRow("an address longer than its field")
            << QByteArray("88b5 0000 00000003 0001 03 ff 0011223344556677") << 0u
            << QStringList{
                   "Linux cooked capture v2  Unicast to another host · interface 3",
                   "  Protocol: 0x88b5",
                   "  Interface index: 3",
                   "  Link-layer address type: Ethernet (1)",
                   "  Packet type: Unicast to another host (3)",
                   "  Link-layer address length: 255",
                   "  Source: 0011223344556677",
               };
        QTest::newRow("cut off inside the header")
            << QByteArray("0800 0000 00000011 0001 04 06 525400c2") << 100u
            << QStringList{
                   "Linux cooked capture v2",
                   "  Interface index: 17",
                   "  Link-layer address type: Ethernet (1)",
                   "  Packet type: Sent by us (4)",
                   "  Link-layer address length: 6",
                   "  ! Linux cooked capture v2 needs 20 bytes, only 16 were captured",
               };
    }

    void tree()
    {
        QFETCH(QByteArray, packet);
        QFETCH(unsigned, original);
        QTEST(treeOf(protocols::linuxSll2, packet, original), "tree");
    }

    void everyPrefix()
    {
        QCOMPARE(feedPrefixes(protocols::linuxSll2, "0800 0000 00000011 0001 04 06 525400c2eedb 0000 45000021 00010000 40110000 0a000001 0a000002 9c40 0009 000d 0000 68656c6c6f"), 2 * 54);
    }
};

QTEST_GUILESS_MAIN(LinuxSll2Test)
#include "tst_linux_sll2.moc"
