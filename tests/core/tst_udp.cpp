#include "core/protocols/protocols.h"
#include "tests/support/packets.h"

#include <QTest>

using namespace vethscope;
using namespace vethscope::test;

// UDP: RFC 768; jumbograms RFC 2675.

class UdpTest : public QObject
{
    Q_OBJECT

private slots:
    void tree_data()
    {
        QTest::addColumn<QByteArray>("packet");
        QTest::addColumn<unsigned>("original");
        QTest::addColumn<QStringList>("tree");

        QTest::newRow("a datagram to a port that nobody claims")
            << QByteArray("9c40 0009 000b 1234 616263") << 0u
            << QStringList{
                   "User Datagram Protocol  40000 → 9   Length 11",
                   "  Source Port: 40000",
                   "  Destination Port: 9",
                   "  Length: 11",
                   "  Checksum: 0x1234",
                   "  [Checksum Status: Unverified (2)]",
                   "  UDP payload: 616263",
                   "Data  3 bytes",
                   "  Data: 616263",
                   "  [Length: 3]",
               };
        QTest::newRow("no checksum")
            << QByteArray("9c40 0009 000b 0000 616263") << 0u
            << QStringList{
                   "User Datagram Protocol  40000 → 9   Length 11",
                   "  Source Port: 40000",
                   "  Destination Port: 9",
                   "  Length: 11",
                   "  Checksum: 0x0000",
                   "  [Checksum Status: Not present (3)]",
                   "  UDP payload: 616263",
                   "Data  3 bytes",
                   "  Data: 616263",
                   "  [Length: 3]",
               };
        QTest::newRow("a datagram of no bytes")
            << QByteArray("9c40 0009 0008 1234") << 0u
            << QStringList{
                   "User Datagram Protocol  40000 → 9   Length 8",
                   "  Source Port: 40000",
                   "  Destination Port: 9",
                   "  Length: 8",
                   "  Checksum: 0x1234",
                   "  [Checksum Status: Unverified (2)]",
               };
        QTest::newRow("a length that leaves bytes over")
            << QByteArray("9c40 0009 0009 0000 616263") << 0u
            << QStringList{
                   "User Datagram Protocol  40000 → 9   Length 9",
                   "  Source Port: 40000",
                   "  Destination Port: 9",
                   "  Length: 9",
                   "  Checksum: 0x0000",
                   "  [Checksum Status: Not present (3)]",
                   "  UDP payload: 61",
                   "Data  1 byte",
                   "  Data: 61",
                   "  [Length: 1]",
               };
        QTest::newRow("a length beyond the packet")
            << QByteArray("9c40 0009 00ff 0000 616263") << 0u
            << QStringList{
                   "User Datagram Protocol  40000 → 9   Length 255",
                   "  Source Port: 40000",
                   "  Destination Port: 9",
                   "  Length: 255",
                   "  Checksum: 0x0000",
                   "  [Checksum Status: Not present (3)]",
                   "  UDP payload: 616263",
                   "Data  3 bytes",
                   "  Data: 616263",
                   "  [Length: 3]",
               };
        QTest::newRow("a length shorter than the header")
            << QByteArray("9c40 0009 0007 1234 616263") << 0u
            << QStringList{
                   "User Datagram Protocol",
                   "  Source Port: 40000",
                   "  Destination Port: 9",
                   "  Length: 7",
                   "  ! User Datagram Protocol length field says 7 bytes, but the header alone has 8",
               };
        QTest::newRow("a length of zero")
            << QByteArray("9c40 0009 0000 0000 616263") << 0u
            << QStringList{
                   "User Datagram Protocol  40000 → 9   Length 0",
                   "  Source Port: 40000",
                   "  Destination Port: 9",
                   "  Length: 0",
                   "  Checksum: 0x0000",
                   "  [Checksum Status: Not present (3)]",
                   "  UDP payload: 616263",
                   "Data  3 bytes",
                   "  Data: 616263",
                   "  [Length: 3]",
               };
        QTest::newRow("payload cut by the capture")
            << QByteArray("9c40 0009 0028 1234 6162") << 40u
            << QStringList{
                   "User Datagram Protocol  40000 → 9   Length 40",
                   "  Source Port: 40000",
                   "  Destination Port: 9",
                   "  Length: 40",
                   "  Checksum: 0x1234",
                   "  [Checksum Status: Unverified (2)]",
                   "  UDP payload: 6162",
                   "Data  2 bytes",
                   "  Data: 6162",
                   "  [Length: 2]",
               };
        QTest::newRow("cut off inside the header")
            << QByteArray("9c40 0009 000b") << 11u
            << QStringList{
                   "User Datagram Protocol",
                   "  Source Port: 40000",
                   "  Destination Port: 9",
                   "  Length: 11",
                   "  ! User Datagram Protocol needs 8 bytes, only 6 were captured",
               };
    }

    void tree()
    {
        QFETCH(QByteArray, packet);
        QFETCH(unsigned, original);
        QTEST(treeOf(protocols::udp, packet, original), "tree");
    }

    void info_data()
    {
        QTest::addColumn<QByteArray>("packet");
        QTest::addColumn<QString>("info");

        QTest::newRow("a datagram") << QByteArray("9c40 0009 000b 1234 616263") << "40000 → 9 Len=3";
        QTest::newRow("one of no bytes") << QByteArray("9c40 0009 0008 1234") << "40000 → 9 Len=0";
        QTest::newRow("one cut by the capture") << QByteArray("9c40 0009 0028 1234 6162") << "40000 → 9 Len=2";
    }

    void info()
    {
        QFETCH(QByteArray, packet);
        QTEST(infoOf(protocols::udp, packet), "info");
    }

    void everyPrefix()
    {
        QCOMPARE(feedPrefixes(protocols::udp, "9c40 0009 000b 1234 616263"), 2 * 12);
        QCOMPARE(feedPrefixes(protocols::udp, "9c40 2118 0026 0000 0800000000000100 2a3ca0e1a9b6 8e5c7980cdcc 0800 45000014"), 2 * 35);
    }
};

QTEST_GUILESS_MAIN(UdpTest)
#include "tst_udp.moc"
