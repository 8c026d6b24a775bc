#include "core/protocols/protocols.h"
#include "tests/support/packets.h"

#include <QTest>

using namespace vethscope;
using namespace vethscope::test;

// IPv4: RFC 791, with its options; DS field RFC 2474, router alert RFC 2113.

class Ipv4Test : public QObject
{
    Q_OBJECT

private slots:
    void tree_data()
    {
        QTest::addColumn<QByteArray>("packet");
        QTest::addColumn<unsigned>("original");
        QTest::addColumn<QStringList>("tree");

        QTest::newRow("a packet without options")
            << QByteArray("45b90017 00014000 3ffd262e 0a000001 0a000002 616263") << 0u
            << QStringList{
                   "Internet Protocol Version 4  10.0.0.1 → 10.0.0.2   TTL 63",
                   "  Version: 4",
                   "  Header Length: 20",
                   "  Differentiated Services Field: 0xb9",
                   "    Differentiated Services Codepoint: Expedited Forwarding (46)",
                   "    Explicit Congestion Notification: ECN-Capable Transport codepoint 1 (1)",
                   "  Total Length: 23",
                   "  Identification: 0x0001",
                   "  Flags: 0x02",
                   "    Reserved bit: Not set",
                   "    Don't fragment: Set",
                   "    More fragments: Not set",
                   "  Fragment Offset in units of 8 bytes: 0",
                   "  Time to Live: 63",
                   "  Protocol: 253",
                   "  Header Checksum: 0x262e",
                   "  Source Address: 10.0.0.1",
                   "  Destination Address: 10.0.0.2",
                   "  [Header checksum status: Good (1)]",
                   "Data  3 bytes",
                   "  Data: 616263",
                   "  [Length: 3]",
               };
        QTest::newRow("the reserved bit, and congestion experienced")
            << QByteArray("45030014 00018000 40fde5e6 0a000001 0a000002") << 0u
            << QStringList{
                   "Internet Protocol Version 4  10.0.0.1 → 10.0.0.2   TTL 64",
                   "  Version: 4",
                   "  Header Length: 20",
                   "  Differentiated Services Field: 0x03",
                   "    Differentiated Services Codepoint: CS0 (0)",
                   "    Explicit Congestion Notification: Congestion Experienced (3)",
                   "  Total Length: 20",
                   "  Identification: 0x0001",
                   "  Flags: 0x04",
                   "    Reserved bit: Set",
                   "    Don't fragment: Not set",
                   "    More fragments: Not set",
                   "  Fragment Offset in units of 8 bytes: 0",
                   "  Time to Live: 64",
                   "  Protocol: 253",
                   "  Header Checksum: 0xe5e6",
                   "  Source Address: 10.0.0.1",
                   "  Destination Address: 10.0.0.2",
                   "  [Header checksum status: Good (1)]",
               };
        QTest::newRow("the first fragment of a datagram: what it carries is decoded")
            << QByteArray("4500001d beef2000 401187de 0a000001 0a000002 9c40 0009 0bc0 0000 61") << 0u
            << QStringList{
                   "Internet Protocol Version 4  10.0.0.1 → 10.0.0.2   TTL 64",
                   "  Version: 4",
                   "  Header Length: 20",
                   "  Differentiated Services Field: 0x00",
                   "    Differentiated Services Codepoint: CS0 (0)",
                   "    Explicit Congestion Notification: Not ECN-Capable Transport (0)",
                   "  Total Length: 29",
                   "  Identification: 0xbeef",
                   "  Flags: 0x01",
                   "    Reserved bit: Not set",
                   "    Don't fragment: Not set",
                   "    More fragments: Set",
                   "  Fragment Offset in units of 8 bytes: 0",
                   "  Time to Live: 64",
                   "  Protocol: UDP (17)",
                   "  Header Checksum: 0x87de",
                   "  Source Address: 10.0.0.1",
                   "  Destination Address: 10.0.0.2",
                   "  [Header checksum status: Good (1)]",
                   "User Datagram Protocol  40000 → 9   Length 3008",
                   "  Source Port: 40000",
                   "  Destination Port: 9",
                   "  Length: 3008",
                   "  Checksum: 0x0000",
                   "  [Checksum Status: Not present (3)]",
                   "  UDP payload: 61",
                   "Data  1 byte",
                   "  Data: 61",
                   "  [Length: 1]",
               };
        QTest::newRow("a later fragment: what it carries is not")
            << QByteArray("4500001c beef00b9 4011a726 0a000001 0a000002 9c400009 0bc00000") << 0u
            << QStringList{
                   "Internet Protocol Version 4  10.0.0.1 → 10.0.0.2   TTL 64",
                   "  Version: 4",
                   "  Header Length: 20",
                   "  Differentiated Services Field: 0x00",
                   "    Differentiated Services Codepoint: CS0 (0)",
                   "    Explicit Congestion Notification: Not ECN-Capable Transport (0)",
                   "  Total Length: 28",
                   "  Identification: 0xbeef",
                   "  Flags: 0x00",
                   "    Reserved bit: Not set",
                   "    Don't fragment: Not set",
                   "    More fragments: Not set",
                   "  Fragment Offset in units of 8 bytes: 185",
                   "  Time to Live: 64",
                   "  Protocol: UDP (17)",
                   "  Header Checksum: 0xa726",
                   "  Source Address: 10.0.0.1",
                   "  Destination Address: 10.0.0.2",
                   "  [Header checksum status: Good (1)]",
                   "Data  8 bytes",
                   "  Data: 9c4000090bc00000",
                   "  [Length: 8]",
               };
        QTest::newRow("record route, then the end of the list")
            << QByteArray("4700001c 00014000 40fd18db 0a000001 0a000002 0707040000000000") << 0u
            << QStringList{
                   "Internet Protocol Version 4  10.0.0.1 → 10.0.0.2   TTL 64",
                   "  Version: 4",
                   "  Header Length: 28",
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
                   "  Protocol: 253",
                   "  Header Checksum: 0x18db",
                   "  Source Address: 10.0.0.1",
                   "  Destination Address: 10.0.0.2",
                   "  [Header checksum status: Good (1)]",
                   "  Option: Record Route (7)",
                   "    Copy on fragmentation: Not set",
                   "    Class: 0",
                   "    Number: 7",
                   "    Length: 7",
                   "    Pointer: 4",
                   "  Option: End of Options List (0)",
                   "    Copy on fragmentation: Not set",
                   "    Class: 0",
                   "    Number: 0",
               };
        QTest::newRow("router alert, and no-operations up to the word")
            << QByteArray("4700001c 00014000 40fd8ddb 0a000001 0a000002 9404000001010101") << 0u
            << QStringList{
                   "Internet Protocol Version 4  10.0.0.1 → 10.0.0.2   TTL 64",
                   "  Version: 4",
                   "  Header Length: 28",
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
                   "  Protocol: 253",
                   "  Header Checksum: 0x8ddb",
                   "  Source Address: 10.0.0.1",
                   "  Destination Address: 10.0.0.2",
                   "  [Header checksum status: Good (1)]",
                   "  Option: Router Alert (148)",
                   "    Copy on fragmentation: Set",
                   "    Class: 0",
                   "    Number: 20",
                   "    Length: 4",
                   "    Router Alert: 0",
                   "  Option: No-Operation (1)",
                   "    Copy on fragmentation: Not set",
                   "    Class: 0",
                   "    Number: 1",
                   "  Option: No-Operation (1)",
                   "    Copy on fragmentation: Not set",
                   "    Class: 0",
                   "    Number: 1",
                   "  Option: No-Operation (1)",
                   "    Copy on fragmentation: Not set",
                   "    Class: 0",
                   "    Number: 1",
                   "  Option: No-Operation (1)",
                   "    Copy on fragmentation: Not set",
                   "    Class: 0",
                   "    Number: 1",
               };
        QTest::newRow("time stamps and a strict source route")
            << QByteArray("49000024 00014000 40fd48be 0a000001 0a000002 44080501000000008907040a00000301") << 0u
            << QStringList{
                   "Internet Protocol Version 4  10.0.0.1 → 10.0.0.2   TTL 64",
                   "  Version: 4",
                   "  Header Length: 36",
                   "  Differentiated Services Field: 0x00",
                   "    Differentiated Services Codepoint: CS0 (0)",
                   "    Explicit Congestion Notification: Not ECN-Capable Transport (0)",
                   "  Total Length: 36",
                   "  Identification: 0x0001",
                   "  Flags: 0x02",
                   "    Reserved bit: Not set",
                   "    Don't fragment: Set",
                   "    More fragments: Not set",
                   "  Fragment Offset in units of 8 bytes: 0",
                   "  Time to Live: 64",
                   "  Protocol: 253",
                   "  Header Checksum: 0x48be",
                   "  Source Address: 10.0.0.1",
                   "  Destination Address: 10.0.0.2",
                   "  [Header checksum status: Good (1)]",
                   "  Option: Time Stamp (68)",
                   "    Copy on fragmentation: Not set",
                   "    Class: 2",
                   "    Number: 4",
                   "    Length: 8",
                   "    Pointer: 5",
                   "  Option: Strict Source Route (137)",
                   "    Copy on fragmentation: Set",
                   "    Class: 0",
                   "    Number: 9",
                   "    Length: 7",
                   "    Pointer: 4",
                   "  Option: No-Operation (1)",
                   "    Copy on fragmentation: Not set",
                   "    Class: 0",
                   "    Number: 1",
               };
        QTest::newRow("an option whose length is zero")
            << QByteArray("46000018 00014000 40fd90e5 0a000001 0a000002 94000000") << 0u
            << QStringList{
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
                   "  Protocol: 253",
                   "  Header Checksum: 0x90e5",
                   "  Source Address: 10.0.0.1",
                   "  Destination Address: 10.0.0.2",
                   "  [Header checksum status: Good (1)]",
                   "  ! an option at byte 20 says 0 bytes, which its header does not have",
               };
        QTest::newRow("an option longer than its header")
            << QByteArray("46000018 00014000 40fd19db 0a000001 0a000002 070b0400") << 0u
            << QStringList{
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
                   "  Protocol: 253",
                   "  Header Checksum: 0x19db",
                   "  Source Address: 10.0.0.1",
                   "  Destination Address: 10.0.0.2",
                   "  [Header checksum status: Good (1)]",
                   "  ! an option at byte 20 says 11 bytes, which its header does not have",
               };
        QTest::newRow("an option cut behind its type")
            << QByteArray("46000018 00014000 40fd22de 0a000001 0a000002 01010107") << 0u
            << QStringList{
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
                   "  Protocol: 253",
                   "  Header Checksum: 0x22de",
                   "  Source Address: 10.0.0.1",
                   "  Destination Address: 10.0.0.2",
                   "  [Header checksum status: Good (1)]",
                   "  Option: No-Operation (1)",
                   "    Copy on fragmentation: Not set",
                   "    Class: 0",
                   "    Number: 1",
                   "  Option: No-Operation (1)",
                   "    Copy on fragmentation: Not set",
                   "    Class: 0",
                   "    Number: 1",
                   "  Option: No-Operation (1)",
                   "    Copy on fragmentation: Not set",
                   "    Class: 0",
                   "    Number: 1",
                   "  ! an option at byte 23 says 0 bytes, which its header does not have",
               };
        QTest::newRow("a checksum that is wrong")
            << QByteArray("45000014 00014000 40fd24ea 0a000001 0a000002") << 0u
            << QStringList{
                   "Internet Protocol Version 4  10.0.0.1 → 10.0.0.2   TTL 64",
                   "  Version: 4",
                   "  Header Length: 20",
                   "  Differentiated Services Field: 0x00",
                   "    Differentiated Services Codepoint: CS0 (0)",
                   "    Explicit Congestion Notification: Not ECN-Capable Transport (0)",
                   "  Total Length: 20",
                   "  Identification: 0x0001",
                   "  Flags: 0x02",
                   "    Reserved bit: Not set",
                   "    Don't fragment: Set",
                   "    More fragments: Not set",
                   "  Fragment Offset in units of 8 bytes: 0",
                   "  Time to Live: 64",
                   "  Protocol: 253",
                   "  Header Checksum: 0x24ea",
                   "  Source Address: 10.0.0.1",
                   "  Destination Address: 10.0.0.2",
                   "  [Header checksum status: Bad (0)]",
                   "  ! checksum is wrong; where the sender captured it, this is checksum offload",
               };
        QTest::newRow("a total length of zero: the NIC has still to cut it up")
            << QByteArray("45000000 00014000 40fd25fe 0a000001 0a000002 616263") << 0u
            << QStringList{
                   "Internet Protocol Version 4  10.0.0.1 → 10.0.0.2   TTL 64",
                   "  Version: 4",
                   "  Header Length: 20",
                   "  Differentiated Services Field: 0x00",
                   "    Differentiated Services Codepoint: CS0 (0)",
                   "    Explicit Congestion Notification: Not ECN-Capable Transport (0)",
                   "  Identification: 0x0001",
                   "  Flags: 0x02",
                   "    Reserved bit: Not set",
                   "    Don't fragment: Set",
                   "    More fragments: Not set",
                   "  Fragment Offset in units of 8 bytes: 0",
                   "  Time to Live: 64",
                   "  Protocol: 253",
                   "  Header Checksum: 0x25fe",
                   "  Source Address: 10.0.0.1",
                   "  Destination Address: 10.0.0.2",
                   "  [Total Length: 23]",
                   "  [Header checksum status: Good (1)]",
                   "  ! total length field says 0, as in front of segmentation offload: it takes all that is there",
                   "Data  3 bytes",
                   "  Data: 616263",
                   "  [Length: 3]",
               };
        QTest::newRow("a total length that leaves bytes over")
            << QByteArray("45000017 00014000 40fd25e7 0a000001 0a000002 616263 000000") << 0u
            << QStringList{
                   "Internet Protocol Version 4  10.0.0.1 → 10.0.0.2   TTL 64",
                   "  Version: 4",
                   "  Header Length: 20",
                   "  Differentiated Services Field: 0x00",
                   "    Differentiated Services Codepoint: CS0 (0)",
                   "    Explicit Congestion Notification: Not ECN-Capable Transport (0)",
                   "  Total Length: 23",
                   "  Identification: 0x0001",
                   "  Flags: 0x02",
                   "    Reserved bit: Not set",
                   "    Don't fragment: Set",
                   "    More fragments: Not set",
                   "  Fragment Offset in units of 8 bytes: 0",
                   "  Time to Live: 64",
                   "  Protocol: 253",
                   "  Header Checksum: 0x25e7",
                   "  Source Address: 10.0.0.1",
                   "  Destination Address: 10.0.0.2",
                   "  [Header checksum status: Good (1)]",
                   "Data  3 bytes",
                   "  Data: 616263",
                   "  [Length: 3]",
               };
        QTest::newRow("a total length beyond the frame")
            << QByteArray("450005dc 00014000 40fd2022 0a000001 0a000002 616263") << 0u
            << QStringList{
                   "Internet Protocol Version 4  10.0.0.1 → 10.0.0.2   TTL 64",
                   "  Version: 4",
                   "  Header Length: 20",
                   "  Differentiated Services Field: 0x00",
                   "    Differentiated Services Codepoint: CS0 (0)",
                   "    Explicit Congestion Notification: Not ECN-Capable Transport (0)",
                   "  Total Length: 1500",
                   "  Identification: 0x0001",
                   "  Flags: 0x02",
                   "    Reserved bit: Not set",
                   "    Don't fragment: Set",
                   "    More fragments: Not set",
                   "  Fragment Offset in units of 8 bytes: 0",
                   "  Time to Live: 64",
                   "  Protocol: 253",
                   "  Header Checksum: 0x2022",
                   "  Source Address: 10.0.0.1",
                   "  Destination Address: 10.0.0.2",
                   "  [Header checksum status: Good (1)]",
                   "Data  3 bytes",
                   "  Data: 616263",
                   "  [Length: 3]",
               };
        QTest::newRow("the same, cut by the capture")
            << QByteArray("450005dc 00014000 40fd2022 0a000001 0a000002 616263") << 1500u
            << QStringList{
                   "Internet Protocol Version 4  10.0.0.1 → 10.0.0.2   TTL 64",
                   "  Version: 4",
                   "  Header Length: 20",
                   "  Differentiated Services Field: 0x00",
                   "    Differentiated Services Codepoint: CS0 (0)",
                   "    Explicit Congestion Notification: Not ECN-Capable Transport (0)",
                   "  Total Length: 1500",
                   "  Identification: 0x0001",
                   "  Flags: 0x02",
                   "    Reserved bit: Not set",
                   "    Don't fragment: Set",
                   "    More fragments: Not set",
                   "  Fragment Offset in units of 8 bytes: 0",
                   "  Time to Live: 64",
                   "  Protocol: 253",
                   "  Header Checksum: 0x2022",
                   "  Source Address: 10.0.0.1",
                   "  Destination Address: 10.0.0.2",
                   "  [Header checksum status: Good (1)]",
                   "Data  3 bytes",
                   "  Data: 616263",
                   "  [Length: 3]",
               };
        QTest::newRow("a total length shorter than the header")
            << QByteArray("45000013 00014000 40fd25eb 0a000001 0a000002 616263") << 0u
            << QStringList{
                   "Internet Protocol Version 4",
                   "  Version: 4",
                   "  Header Length: 20",
                   "  Differentiated Services Field: 0x00",
                   "    Differentiated Services Codepoint: CS0 (0)",
                   "    Explicit Congestion Notification: Not ECN-Capable Transport (0)",
                   "  Total Length: 19",
                   "  ! Internet Protocol Version 4 total length field says 19 bytes, but the header alone has 20",
               };
        QTest::newRow("a header length of 16 bytes")
            << QByteArray("44000017 00014000 40fd26e7 0a000001 0a000002 616263") << 0u
            << QStringList{
                   "Internet Protocol Version 4",
                   "  Version: 4",
                   "  Header Length: 16",
                   "  ! Internet Protocol Version 4 header length field says 16 bytes, but a header has at least 20",
               };
        QTest::newRow("a header length beyond the packet")
            << QByteArray("4f000017 00014000 40fd1be7 0a000001 0a000002 616263") << 0u
            << QStringList{
                   "Internet Protocol Version 4",
                   "  Version: 4",
                   "  Header Length: 60",
                   "  Differentiated Services Field: 0x00",
                   "    Differentiated Services Codepoint: CS0 (0)",
                   "    Explicit Congestion Notification: Not ECN-Capable Transport (0)",
                   "  Total Length: 23",
                   "  Identification: 0x0001",
                   "  Flags: 0x02",
                   "    Reserved bit: Not set",
                   "    Don't fragment: Set",
                   "    More fragments: Not set",
                   "  Fragment Offset in units of 8 bytes: 0",
                   "  Time to Live: 64",
                   "  Protocol: 253",
                   "  Header Checksum: 0x1be7",
                   "  Source Address: 10.0.0.1",
                   "  Destination Address: 10.0.0.2",
                   "  ! Internet Protocol Version 4 needs 60 bytes, but the frame has only 23",
               };
        QTest::newRow("options cut by the capture")
            << QByteArray("4700001c 00014000 40fd8ddb 0a000001 0a000002 94040000") << 60u
            << QStringList{
                   "Internet Protocol Version 4",
                   "  Version: 4",
                   "  Header Length: 28",
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
                   "  Protocol: 253",
                   "  Header Checksum: 0x8ddb",
                   "  Source Address: 10.0.0.1",
                   "  Destination Address: 10.0.0.2",
                   "  ! Internet Protocol Version 4 needs 28 bytes, only 24 were captured",
               };
        QTest::newRow("version 6")
            << QByteArray("65000014 00014000 40fd25ea 0a000001 0a000002") << 0u
            << QStringList{
                   "Internet Protocol Version 4",
                   "  Version: 6",
                   "  Header Length: 20",
                   "  ! Internet Protocol Version 4 version field says 6, not 4",
               };
        QTest::newRow("cut off inside the header")
            << QByteArray("45000014 00014000 40fd25ea") << 60u
            << QStringList{
                   "Internet Protocol Version 4",
                   "  Version: 4",
                   "  Header Length: 20",
                   "  Differentiated Services Field: 0x00",
                   "    Differentiated Services Codepoint: CS0 (0)",
                   "    Explicit Congestion Notification: Not ECN-Capable Transport (0)",
                   "  Total Length: 20",
                   "  Identification: 0x0001",
                   "  Flags: 0x02",
                   "    Reserved bit: Not set",
                   "    Don't fragment: Set",
                   "    More fragments: Not set",
                   "  Fragment Offset in units of 8 bytes: 0",
                   "  Time to Live: 64",
                   "  Protocol: 253",
                   "  Header Checksum: 0x25ea",
                   "  ! Internet Protocol Version 4 needs 20 bytes, only 12 were captured",
               };
    }

    void tree()
    {
        QFETCH(QByteArray, packet);
        QFETCH(unsigned, original);
        QTEST(treeOf(protocols::ipv4, packet, original), "tree");
    }

    void info_data()
    {
        QTest::addColumn<QByteArray>("packet");
        QTest::addColumn<QString>("info");

        QTest::newRow("a protocol with a word")
            << QByteArray("45000014 00014000 4059268e 0a000001 0a000002")
            << "OSPF IGP (89)";
        QTest::newRow("one without") << QByteArray("45000014 00014000 40c8261f 0a000001 0a000002") << "Unknown protocol (200)";
        QTest::newRow("a fragment")
            << QByteArray("4500001c beef20b9 40118726 0a000001 0a000002 61626364 65666768")
            << "Fragmented IP protocol (proto=UDP 17, off=1480, ID=beef)";
        QTest::newRow("the last fragment")
            << QByteArray("4500001c 000700b9 4006661a 0a000001 0a000002 61626364 65666768")
            << "Fragmented IP protocol (proto=TCP 6, off=1480, ID=0007)";
    }

    void info()
    {
        QFETCH(QByteArray, packet);
        QTEST(infoOf(protocols::ipv4, packet), "info");
    }

    // RFC 2113: type 148 and length 4; a traffic security option and one that is too short are none. As tshark 4.0 has them.
    void routerAlert()
    {
        QCOMPARE(valuesOf("ip.opt.ra", "4700001c 00014000 40fd8dda 0a000001 0a000002 9404000101010101", 101), "1");
        const char *others = "48000020 00014000 40fd0bd3 0a000001 0a000002 82040102 94030001 00000000";
        QCOMPARE(valuesOf("ip.opt.type", others, 101), "130,148,1,0");
        QCOMPARE(valuesOf("ip.opt.ra", others, 101), "");
    }

    void everyPrefix()
    {
        QCOMPARE(feedPrefixes(protocols::ipv4, "4800002d 00014000 401184b1 0a000001 0a000002 940400000707040000000000 9c400009000d0000 68656c6c6f"), 2 * 46);
    }
};

QTEST_GUILESS_MAIN(Ipv4Test)
#include "tst_ipv4.moc"
