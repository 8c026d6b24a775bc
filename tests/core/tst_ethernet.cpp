#include "core/protocols/protocols.h"
#include "tests/support/packets.h"

#include <QTest>

using namespace vethscope;
using namespace vethscope::test;

// Ethernet II and IEEE 802.3 frames: the field behind the addresses is a type from 0x0600 on, a length below.

class EthernetTest : public QObject
{
    Q_OBJECT

private slots:
    void tree_data()
    {
        QTest::addColumn<QByteArray>("packet");
        QTest::addColumn<unsigned>("original");
        QTest::addColumn<QStringList>("tree");

        QTest::newRow("a type that nobody claims")
            << QByteArray("feee3207ea07 525400c2eedb 88b5 616263") << 0u
            << QStringList{
                   "Ethernet II  52:54:00:c2:ee:db → fe:ee:32:07:ea:07",
                   "  Destination: fe:ee:32:07:ea:07",
                   "  Source: 52:54:00:c2:ee:db",
                   "  Type: 0x88b5",
                   "Data  3 bytes",
                   "  Data: 616263",
                   "  [Length: 3]",
               };
        QTest::newRow("a type that is claimed, cut behind the header")
            << QByteArray("feee3207ea07 525400c2eedb 0800") << 34u
            << QStringList{
                   "Ethernet II  52:54:00:c2:ee:db → fe:ee:32:07:ea:07",
                   "  Destination: fe:ee:32:07:ea:07",
                   "  Source: 52:54:00:c2:ee:db",
                   "  Type: IPv4 (0x0800)",
                   "! Internet Protocol Version 4 needs 20 bytes, only 0 were captured",
               };
        QTest::newRow("the smallest type")
            << QByteArray("ffffffffffff 525400c2eedb 0600 61") << 0u
            << QStringList{
                   "Ethernet II  52:54:00:c2:ee:db → ff:ff:ff:ff:ff:ff",
                   "  Destination: ff:ff:ff:ff:ff:ff",
                   "  Source: 52:54:00:c2:ee:db",
                   "  Type: 0x0600",
                   "Data  1 byte",
                   "  Data: 61",
                   "  [Length: 1]",
               };
        QTest::newRow("the largest length, of nothing that was captured")
            << QByteArray("0180c2000000 525400c2eedb 05dc") << 1514u
            << QStringList{
                   "Ethernet II  52:54:00:c2:ee:db → 01:80:c2:00:00:00",
                   "  Destination: 01:80:c2:00:00:00",
                   "  Source: 52:54:00:c2:ee:db",
                   "  Length: 1500",
                   "! Logical-Link Control needs 3 bytes, only 0 were captured",
               };
        QTest::newRow("a length of nothing: what follows is padding")
            << QByteArray("0180c2000000 525400c2eedb 0000 0000") << 0u
            << QStringList{
                   "Ethernet II  52:54:00:c2:ee:db → 01:80:c2:00:00:00",
                   "  Destination: 01:80:c2:00:00:00",
                   "  Source: 52:54:00:c2:ee:db",
                   "  Type: 0x0000",
                   "Data  2 bytes",
                   "  Data: 0000",
                   "  [Length: 2]",
               };
        QTest::newRow("cut off inside the header")
            << QByteArray("feee3207ea07 525400c2eedb") << 98u
            << QStringList{
                   "Ethernet II",
                   "  Destination: fe:ee:32:07:ea:07",
                   "  Source: 52:54:00:c2:ee:db",
                   "  ! Ethernet II needs 14 bytes, only 12 were captured",
               };
        QTest::newRow("a frame of 13 bytes")
            << QByteArray("feee3207ea07 525400c2eedb 08") << 0u
            << QStringList{
                   "Ethernet II",
                   "  Destination: fe:ee:32:07:ea:07",
                   "  Source: 52:54:00:c2:ee:db",
                   "  ! Ethernet II needs 14 bytes, but the frame has only 13",
               };
    }

    void tree()
    {
        QFETCH(QByteArray, packet);
        QFETCH(unsigned, original);
        QTEST(treeOf(protocols::ethernet, packet, original), "tree");
    }

    void everyPrefix()
    {
        QCOMPARE(feedPrefixes(protocols::ethernet, "feee3207ea07 525400c2eedb 0800 45000021 00010000 40110000 0a000001 0a000002 9c40 0009 000d 0000 68656c6c6f"), 2 * 48);
        QCOMPARE(feedPrefixes(protocols::ethernet, "feee3207ea07 525400c2eedb 0003 424203"), 2 * 18);
    }
};

QTEST_GUILESS_MAIN(EthernetTest)
#include "tst_ethernet.moc"
