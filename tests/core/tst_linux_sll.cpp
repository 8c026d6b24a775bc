#include "core/protocols/protocols.h"
#include "tests/support/packets.h"

#include <QTest>

using namespace vethscope;
using namespace vethscope::test;

// The cooked header of `tcpdump -i any`: tcpdump.org, LINKTYPE_LINUX_SLL.

class LinuxSllTest : public QObject
{
    Q_OBJECT

private slots:
    void tree_data()
    {
        QTest::addColumn<QByteArray>("packet");
        QTest::addColumn<unsigned>("original");
        QTest::addColumn<QStringList>("tree");

        QTest::newRow("sent by us, from an Ethernet device")
            << QByteArray("0004 0001 0006 525400c2eedb 0000 88b5 616263") << 0u
            << QStringList{
                   "Linux cooked capture v1  Sent by us · 52:54:00:c2:ee:db",
                   "  Packet type: Sent by us (4)",
                   "  Link-layer address type: Ethernet (1)",
                   "  Link-layer address length: 6",
                   "  Source: 52:54:00:c2:ee:db",
                   "  Unused: 0000",
                   "  Protocol: 0x88b5",
                   "Data  3 bytes",
                   "  Data: 616263",
                   "  [Length: 3]",
               };
        QTest::newRow("a device without addresses")
            << QByteArray("0000 fffe 0000 0000000000000000 88b5 61") << 0u
            << QStringList{
                   "Linux cooked capture v1  Unicast to us",
                   "  Packet type: Unicast to us (0)",
                   "  Link-layer address type: None (65534)",
                   "  Link-layer address length: 0",
                   "  Protocol: 0x88b5",
                   "  Unused: 0000000000000000",
                   "Data  1 byte",
                   "  Data: 61",
                   "  [Length: 1]",
               };
        QTest::newRow("an address of eight bytes")
            << QByteArray("0000 0018 0008 0011223344556677 88b5") << 0u
            << QStringList{
                   "Linux cooked capture v1  Unicast to us",
                   "  Packet type: Unicast to us (0)",
                   "  Link-layer address type: 24",
                   "  Link-layer address length: 8",
                   "  Protocol: 0x88b5",
                   "  Source: 0011223344556677",
               };
        QTest::newRow("a loopback device")
            << QByteArray("0000 0304 0006 000000000000 0000 88b5") << 0u
            << QStringList{
                   "Linux cooked capture v1  Unicast to us · 00:00:00:00:00:00",
                   "  Packet type: Unicast to us (0)",
                   "  Link-layer address type: Loopback (772)",
                   "  Link-layer address length: 6",
                   "  Source: 00:00:00:00:00:00",
                   "  Unused: 0000",
                   "  Protocol: 0x88b5",
               };
        QTest::newRow("a packet type and a device without a word")
            << QByteArray("0009 ffff 0006 525400c2eedb 0000 88b5") << 0u
            << QStringList{
                   "Linux cooked capture v1   · 52:54:00:c2:ee:db",
                   "  Packet type: 9",
                   "  Link-layer address type: 65535",
                   "  Link-layer address length: 6",
                   "  Source: 52:54:00:c2:ee:db",
                   "  Unused: 0000",
                   "  Protocol: 0x88b5",
               };
        QTest::newRow("an address longer than its field")
            << QByteArray("0003 0001 0014 0011223344556677 88b5") << 0u
            << QStringList{
                   "Linux cooked capture v1  Unicast to another host",
                   "  Packet type: Unicast to another host (3)",
                   "  Link-layer address type: Ethernet (1)",
                   "  Link-layer address length: 20",
                   "  Protocol: 0x88b5",
                   "  Source: 0011223344556677",
               };
        QTest::newRow("cut off inside the header")
            << QByteArray("0004 0001 0006 525400c2eedb") << 100u
            << QStringList{
                   "Linux cooked capture v1",
                   "  Packet type: Sent by us (4)",
                   "  Link-layer address type: Ethernet (1)",
                   "  Link-layer address length: 6",
                   "  ! Linux cooked capture v1 needs 16 bytes, only 12 were captured",
               };
    }

    void tree()
    {
        QFETCH(QByteArray, packet);
        QFETCH(unsigned, original);
        QTEST(treeOf(protocols::linuxSll, packet, original), "tree");
    }

    void everyPrefix()
    {
        QCOMPARE(feedPrefixes(protocols::linuxSll, "0004 0001 0006 525400c2eedb 0000 0800 45000021 00010000 40110000 0a000001 0a000002 9c40 0009 000d 0000 68656c6c6f"), 2 * 50);
    }
};

QTEST_GUILESS_MAIN(LinuxSllTest)
#include "tst_linux_sll.moc"
