#include "core/protocols/protocols.h"
#include "tests/support/packets.h"

#include <QTest>

using namespace vethscope;
using namespace vethscope::test;

// ICMP: RFC 792; next-hop MTU RFC 1191.

class IcmpTest : public QObject
{
    Q_OBJECT

private slots:
    void tree_data()
    {
        QTest::addColumn<QByteArray>("packet");
        QTest::addColumn<unsigned>("original");
        QTest::addColumn<QStringList>("tree");

        QTest::newRow("an echo request")
            << QByteArray("08006662 00070001 6162636465666768") << 0u
            << QStringList{
                   "Internet Control Message Protocol  Echo (ping) request  id=0x0007, seq=1/256",
                   "  Type: Echo (ping) request (8)",
                   "  Code: 0",
                   "  Checksum: 0x6662",
                   "  Rest of header: 00070001",
                   "  [Checksum Status: Good (1)]",
                   "  Identifier: 7",
                   "  Identifier (little-endian): 1792",
                   "  Sequence Number: 1",
                   "  Sequence Number (little-endian): 256",
                   "Data  8 bytes",
                   "  Data: 6162636465666768",
                   "  [Length: 8]",
               };
        QTest::newRow("an echo reply that brings back the time of sending")
            << QByteArray("00001355 00070002 802e5c5f000000000102030405060708") << 0u
            << QStringList{
                   "Internet Control Message Protocol  Echo (ping) reply    id=0x0007, seq=2/512",
                   "  Type: Echo (ping) reply (0)",
                   "  Code: 0",
                   "  Checksum: 0x1355",
                   "  Rest of header: 00070002",
                   "  [Checksum Status: Good (1)]",
                   "  Identifier: 7",
                   "  Identifier (little-endian): 1792",
                   "  Sequence Number: 2",
                   "  Sequence Number (little-endian): 512",
                   "  Timestamp of ping: 1599876736.000000000",
                   "Data  8 bytes",
                   "  Data: 0102030405060708",
                   "  [Length: 8]",
               };
        QTest::newRow("port unreachable, with the datagram it is about")
            << QByteArray("030360aa 00000000 4500001c00014000401126ce0a0000010a0000029c40000900090000") << 0u
            << QStringList{
                   "Internet Control Message Protocol  Destination unreachable (Port unreachable)",
                   "  Type: Destination unreachable (3)",
                   "  Code: 3",
                   "  Checksum: 0x60aa",
                   "  Rest of header: 00000000",
                   "  [Checksum Status: Good (1)]",
                   "  Unused: 00000000",
                   "Internet Protocol Version 4  10.0.0.1 → 10.0.0.2   TTL 64",
                   "  Version: 4",
                   "  Header Length: 20",
                   "  Differentiated Services Field: 0x00",
                   "    Differentiated Services Codepoint: CS0 (0)",
                   "    Explicit Congestion Notification: Not ECN-Capable Transport (0)",
                   "  Total Length: 28",
                   "  Identification: 0x0001",
                   "  Flags: 0x02",
                   "    Reserved bit: Not set",
                   "    Don't fragment: Set",
                   "    More fragments: Not set",
                   "  Fragment Offset in units of 8 bytes: 0",
                   "  Time to Live: 64",
                   "  Protocol: UDP (17)",
                   "  Header Checksum: 0x26ce",
                   "  Source Address: 10.0.0.1",
                   "  Destination Address: 10.0.0.2",
                   "  [Header checksum status: Good (1)]",
                   "User Datagram Protocol  40000 → 9   Length 9",
                   "  Source Port: 40000",
                   "  Destination Port: 9",
                   "  Length: 9",
                   "  Checksum: 0x0000",
                   "  [Checksum Status: Not present (3)]",
               };
        QTest::newRow("fragmentation needed: the next hop takes 1450 bytes")
            << QByteArray("03045aff 000005aa 4500001c00014000401126ce0a0000010a0000029c40000900090000") << 0u
            << QStringList{
                   "Internet Control Message Protocol  Destination unreachable (Fragmentation needed)",
                   "  Type: Destination unreachable (3)",
                   "  Code: 4",
                   "  Checksum: 0x5aff",
                   "  Rest of header: 000005aa",
                   "  [Checksum Status: Good (1)]",
                   "  Unused: 0000",
                   "  MTU of next hop: 1450",
                   "Internet Protocol Version 4  10.0.0.1 → 10.0.0.2   TTL 64",
                   "  Version: 4",
                   "  Header Length: 20",
                   "  Differentiated Services Field: 0x00",
                   "    Differentiated Services Codepoint: CS0 (0)",
                   "    Explicit Congestion Notification: Not ECN-Capable Transport (0)",
                   "  Total Length: 28",
                   "  Identification: 0x0001",
                   "  Flags: 0x02",
                   "    Reserved bit: Not set",
                   "    Don't fragment: Set",
                   "    More fragments: Not set",
                   "  Fragment Offset in units of 8 bytes: 0",
                   "  Time to Live: 64",
                   "  Protocol: UDP (17)",
                   "  Header Checksum: 0x26ce",
                   "  Source Address: 10.0.0.1",
                   "  Destination Address: 10.0.0.2",
                   "  [Header checksum status: Good (1)]",
                   "User Datagram Protocol  40000 → 9   Length 9",
                   "  Source Port: 40000",
                   "  Destination Port: 9",
                   "  Length: 9",
                   "  Checksum: 0x0000",
                   "  [Checksum Status: Not present (3)]",
               };
        QTest::newRow("a redirect")
            << QByteArray("050153ae 0a0000fe 4500001c00014000401126ce0a0000010a0000029c40000900090000") << 0u
            << QStringList{
                   "Internet Control Message Protocol  Redirect             (Redirect for host)",
                   "  Type: Redirect (5)",
                   "  Code: 1",
                   "  Checksum: 0x53ae",
                   "  Rest of header: 0a0000fe",
                   "  [Checksum Status: Good (1)]",
                   "  Gateway Address: 10.0.0.254",
                   "Internet Protocol Version 4  10.0.0.1 → 10.0.0.2   TTL 64",
                   "  Version: 4",
                   "  Header Length: 20",
                   "  Differentiated Services Field: 0x00",
                   "    Differentiated Services Codepoint: CS0 (0)",
                   "    Explicit Congestion Notification: Not ECN-Capable Transport (0)",
                   "  Total Length: 28",
                   "  Identification: 0x0001",
                   "  Flags: 0x02",
                   "    Reserved bit: Not set",
                   "    Don't fragment: Set",
                   "    More fragments: Not set",
                   "  Fragment Offset in units of 8 bytes: 0",
                   "  Time to Live: 64",
                   "  Protocol: UDP (17)",
                   "  Header Checksum: 0x26ce",
                   "  Source Address: 10.0.0.1",
                   "  Destination Address: 10.0.0.2",
                   "  [Header checksum status: Good (1)]",
                   "User Datagram Protocol  40000 → 9   Length 9",
                   "  Source Port: 40000",
                   "  Destination Port: 9",
                   "  Length: 9",
                   "  Checksum: 0x0000",
                   "  [Checksum Status: Not present (3)]",
               };
        QTest::newRow("time exceeded, the quote cut by the sender")
            << QByteArray("0b0058b6 00000000 4500003c00014000401126ae0a0000010a0000029c400009") << 0u
            << QStringList{
                   "Internet Control Message Protocol  Time-to-live exceeded (Time to live exceeded in transit)",
                   "  Type: Time-to-live exceeded (11)",
                   "  Code: 0",
                   "  Checksum: 0x58b6",
                   "  Rest of header: 00000000",
                   "  [Checksum Status: Good (1)]",
                   "  Unused: 00000000",
                   "Internet Protocol Version 4  10.0.0.1 → 10.0.0.2   TTL 64",
                   "  Version: 4",
                   "  Header Length: 20",
                   "  Differentiated Services Field: 0x00",
                   "    Differentiated Services Codepoint: CS0 (0)",
                   "    Explicit Congestion Notification: Not ECN-Capable Transport (0)",
                   "  Total Length: 60",
                   "  Identification: 0x0001",
                   "  Flags: 0x02",
                   "    Reserved bit: Not set",
                   "    Don't fragment: Set",
                   "    More fragments: Not set",
                   "  Fragment Offset in units of 8 bytes: 0",
                   "  Time to Live: 64",
                   "  Protocol: UDP (17)",
                   "  Header Checksum: 0x26ae",
                   "  Source Address: 10.0.0.1",
                   "  Destination Address: 10.0.0.2",
                   "  [Header checksum status: Good (1)]",
                   "User Datagram Protocol",
                   "  Source Port: 40000",
                   "  Destination Port: 9",
                   "  ! User Datagram Protocol needs 8 bytes, but the header around it leaves only 4",
               };
        QTest::newRow("a parameter problem at byte 20")
            << QByteArray("0c00dfff 14000000 4600001800014000401191d10a0000010a00000294000000") << 0u
            << QStringList{
                   "Internet Control Message Protocol  Parameter problem    (Pointer indicates the error)",
                   "  Type: Parameter problem (12)",
                   "  Code: 0",
                   "  Checksum: 0xdfff",
                   "  Rest of header: 14000000",
                   "  [Checksum Status: Good (1)]",
                   "  Pointer: 20",
                   "  Unused: 000000",
                   "Internet Protocol Version 4  10.0.0.1 → 10.0.0.2   TTL 64",
                   "  Version: 4",
                   "  Header Length: 24",
                   "  Differentiated Services Field: 0x00",
                   "    Differentiated Services Codepoint: CS0 (0)",
                   "    Explicit Congestion Notification: Not ECN-Capable Transport (0)",
                   "  Total Length: 24",
                   "  Identification: 0x0001",
                   "  Flags: 0x02",
                   "    Reserved bit: Not set",
                   "    Don't fragment: Set",
                   "    More fragments: Not set",
                   "  Fragment Offset in units of 8 bytes: 0",
                   "  Time to Live: 64",
                   "  Protocol: UDP (17)",
                   "  Header Checksum: 0x91d1",
                   "  Source Address: 10.0.0.1",
                   "  Destination Address: 10.0.0.2",
                   "  [Header checksum status: Good (1)]",
                   "  ! an option at byte 20 says 0 bytes, which its header does not have",
               };
        QTest::newRow("a timestamp request")
            << QByteArray("0d00f2f6 00070001 000000010000000000000000") << 0u
            << QStringList{
                   "Internet Control Message Protocol  Timestamp request",
                   "  Type: Timestamp request (13)",
                   "  Code: 0",
                   "  Checksum: 0xf2f6",
                   "  Rest of header: 00070001",
                   "  [Checksum Status: Good (1)]",
                   "  Identifier: 7",
                   "  Identifier (little-endian): 1792",
                   "  Sequence Number: 1",
                   "  Sequence Number (little-endian): 256",
                   "  Originate Timestamp: 1",
                   "  Receive Timestamp: 0",
                   "  Transmit Timestamp: 0",
               };
        QTest::newRow("a type without a word")
            << QByteArray("63013bfe 00000000 61") << 0u
            << QStringList{
                   "Internet Control Message Protocol  Type 99, code 1",
                   "  Type: 99",
                   "  Code: 1",
                   "  Checksum: 0x3bfe",
                   "  Rest of header: 00000000",
                   "  [Checksum Status: Good (1)]",
                   "Data  1 byte",
                   "  Data: 61",
                   "  [Length: 1]",
               };
        QTest::newRow("a checksum that is wrong")
            << QByteArray("0800 1234 0007 0001") << 0u
            << QStringList{
                   "Internet Control Message Protocol  Echo (ping) request  id=0x0007, seq=1/256",
                   "  Type: Echo (ping) request (8)",
                   "  Code: 0",
                   "  Checksum: 0x1234",
                   "  Rest of header: 00070001",
                   "  [Checksum Status: Bad (0)]",
                   "  Identifier: 7",
                   "  Identifier (little-endian): 1792",
                   "  Sequence Number: 1",
                   "  Sequence Number (little-endian): 256",
                   "  ! checksum is wrong; where the sender captured it, this is checksum offload",
               };
        QTest::newRow("an echo request cut by the capture")
            << QByteArray("0800 1234 0007 0001 6162") << 64u
            << QStringList{
                   "Internet Control Message Protocol  Echo (ping) request  id=0x0007, seq=1/256",
                   "  Type: Echo (ping) request (8)",
                   "  Code: 0",
                   "  Checksum: 0x1234",
                   "  Rest of header: 00070001",
                   "  [Checksum Status: Unverified (2)]",
                   "  Identifier: 7",
                   "  Identifier (little-endian): 1792",
                   "  Sequence Number: 1",
                   "  Sequence Number (little-endian): 256",
                   "Data  2 bytes",
                   "  Data: 6162",
                   "  [Length: 2]",
               };
        QTest::newRow("cut off inside the header")
            << QByteArray("0800 1234 0007") << 64u
            << QStringList{
                   "Internet Control Message Protocol",
                   "  Type: Echo (ping) request (8)",
                   "  Code: 0",
                   "  Checksum: 0x1234",
                   "  ! Internet Control Message Protocol needs 8 bytes, only 6 were captured",
               };
    }

    void tree()
    {
        QFETCH(QByteArray, packet);
        QFETCH(unsigned, original);
        QTEST(treeOf(protocols::icmp, packet, original), "tree");
    }

    void info_data()
    {
        QTest::addColumn<QByteArray>("packet");
        QTest::addColumn<QString>("info");

        QTest::newRow("an echo request") << QByteArray("08009695 00070001 6162") << "Echo (ping) request  id=0x0007, seq=1/256";
        QTest::newRow("an echo reply") << QByteArray("0000deab beef0102 6162") << "Echo (ping) reply    id=0xbeef, seq=258/513";
        QTest::newRow("network unreachable")
            << QByteArray("030060ad 00000000 4500001c00014000401126ce0a0000010a0000029c40000900090000")
            << "Destination unreachable (Network unreachable)";
        QTest::newRow("host unreachable")
            << QByteArray("030160ac 00000000 4500001c00014000401126ce0a0000010a0000029c40000900090000")
            << "Destination unreachable (Host unreachable)";
        QTest::newRow("protocol unreachable")
            << QByteArray("030260ab 00000000 4500001c00014000401126ce0a0000010a0000029c40000900090000")
            << "Destination unreachable (Protocol unreachable)";
        QTest::newRow("port unreachable")
            << QByteArray("030360aa 00000000 4500001c00014000401126ce0a0000010a0000029c40000900090000")
            << "Destination unreachable (Port unreachable)";
        QTest::newRow("fragmentation needed")
            << QByteArray("03045aff 000005aa 4500001c00014000401126ce0a0000010a0000029c40000900090000")
            << "Destination unreachable (Fragmentation needed)";
        QTest::newRow("administratively prohibited")
            << QByteArray("030d5af6 000005aa 4500001c00014000401126ce0a0000010a0000029c40000900090000")
            << "Destination unreachable (Communication administratively filtered)";
        QTest::newRow("redirect")
            << QByteArray("050153ae 0a0000fe 4500001c00014000401126ce0a0000010a0000029c40000900090000")
            << "Redirect             (Redirect for host)";
        QTest::newRow("time exceeded")
            << QByteArray("0b0058ad 00000000 4500001c00014000401126ce0a0000010a0000029c40000900090000")
            << "Time-to-live exceeded (Time to live exceeded in transit)";
        QTest::newRow("parameter problem")
            << QByteArray("0c0043ad 14000000 4500001c00014000401126ce0a0000010a0000029c40000900090000")
            << "Parameter problem    (Pointer indicates the error)";
        QTest::newRow("timestamp request") << QByteArray("0d00f2f6 00070001 000000010000000000000000") << "Timestamp request";
        QTest::newRow("a type without a word") << QByteArray("63013bfe 00000000 61") << "Type 99, code 1";
    }

    void info()
    {
        QFETCH(QByteArray, packet);
        QTEST(infoOf(protocols::icmp, packet), "info");
    }

    void everyPrefix()
    {
        QCOMPARE(feedPrefixes(protocols::icmp, "03045aff 000005aa 4500001c00014000401126ce0a0000010a0000029c40000900090000"), 2 * 37);
        QCOMPARE(feedPrefixes(protocols::icmp, "00001355 00070002 802e5c5f000000000102030405060708"), 2 * 25);
    }
};

QTEST_GUILESS_MAIN(IcmpTest)
#include "tst_icmp.moc"
