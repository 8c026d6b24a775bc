#include "core/protocols/protocols.h"
#include "tests/support/packets.h"

#include <QTest>

using namespace vethscope;
using namespace vethscope::test;

// IPv6 and its extension headers: RFC 8200; router alert RFC 2711.

class Ipv6Test : public QObject
{
    Q_OBJECT

private slots:
    void tree_data()
    {
        QTest::addColumn<QByteArray>("packet");
        QTest::addColumn<unsigned>("original");
        QTest::addColumn<QStringList>("tree");

        QTest::newRow("a packet without extensions")
            << QByteArray("6b9abcde 0003fd40 fe800000000000000000000000000001 fe800000000000000000000000000002 616263") << 0u
            << QStringList{
                   "Internet Protocol Version 6  fe80::1 → fe80::2   Hop limit 64",
                   "  Version: 6",
                   "  Traffic Class: 0x000000b9",
                   "    Differentiated Services Codepoint: Expedited Forwarding (46)",
                   "    Explicit Congestion Notification: ECN-Capable Transport codepoint 1 (1)",
                   "  Flow Label: 0x0abcde",
                   "  Payload Length: 3",
                   "  Next Header: 253",
                   "  Hop Limit: 64",
                   "  Source Address: fe80::1",
                   "  Destination Address: fe80::2",
                   "Data  3 bytes",
                   "  Data: 616263",
                   "  [Length: 3]",
               };
        QTest::newRow("a payload length of zero: a jumbogram, or the NIC has still to cut it up")
            << QByteArray("60000000 0000fd40 fe800000000000000000000000000001 fe800000000000000000000000000002 616263") << 0u
            << QStringList{
                   "Internet Protocol Version 6  fe80::1 → fe80::2   Hop limit 64",
                   "  Version: 6",
                   "  Traffic Class: 0x00000000",
                   "    Differentiated Services Codepoint: CS0 (0)",
                   "    Explicit Congestion Notification: Not ECN-Capable Transport (0)",
                   "  Flow Label: 0x000000",
                   "  Payload Length: 0",
                   "  Next Header: 253",
                   "  Hop Limit: 64",
                   "  Source Address: fe80::1",
                   "  Destination Address: fe80::2",
                   "Data  3 bytes",
                   "  Data: 616263",
                   "  [Length: 3]",
               };
        QTest::newRow("a payload length that leaves bytes over")
            << QByteArray("60000000 0003fd40 fe800000000000000000000000000001 fe800000000000000000000000000002 616263 0000") << 0u
            << QStringList{
                   "Internet Protocol Version 6  fe80::1 → fe80::2   Hop limit 64",
                   "  Version: 6",
                   "  Traffic Class: 0x00000000",
                   "    Differentiated Services Codepoint: CS0 (0)",
                   "    Explicit Congestion Notification: Not ECN-Capable Transport (0)",
                   "  Flow Label: 0x000000",
                   "  Payload Length: 3",
                   "  Next Header: 253",
                   "  Hop Limit: 64",
                   "  Source Address: fe80::1",
                   "  Destination Address: fe80::2",
                   "Data  3 bytes",
                   "  Data: 616263",
                   "  [Length: 3]",
               };
        QTest::newRow("hop-by-hop options: router alert and padding")
            << QByteArray("60000000 000b0040 fe800000000000000000000000000001 fe800000000000000000000000000002 fd 00 0502 0000 0100 616263") << 0u
            << QStringList{
                   "Internet Protocol Version 6  fe80::1 → fe80::2   Hop limit 64",
                   "  Version: 6",
                   "  Traffic Class: 0x00000000",
                   "    Differentiated Services Codepoint: CS0 (0)",
                   "    Explicit Congestion Notification: Not ECN-Capable Transport (0)",
                   "  Flow Label: 0x000000",
                   "  Payload Length: 11",
                   "  Next Header: IPv6 Hop-by-Hop Option (0)",
                   "  Hop Limit: 64",
                   "  Source Address: fe80::1",
                   "  Destination Address: fe80::2",
                   "IPv6 Hop-by-Hop Option  IPv6 options, 8 bytes",
                   "  Next Header: 253",
                   "  Length: 0",
                   "  Options: 050200000100",
                   "  [Length in bytes: 8]",
                   "  Router Alert, 4 bytes",
                   "    Type: Router Alert (0x05)",
                   "    Action: Skip and continue (0)",
                   "    May Change: Not set",
                   "    Low-Order Bits: 0x05",
                   "    Length: 2",
                   "    Router Alert: MLD (0)",
                   "  PadN, 2 bytes",
                   "    Type: PadN (0x01)",
                   "    Action: Skip and continue (0)",
                   "    May Change: Not set",
                   "    Low-Order Bits: 0x01",
                   "    Length: 0",
                   "    PadN: <none>",
                   "Data  3 bytes",
                   "  Data: 616263",
                   "  [Length: 3]",
               };
        QTest::newRow("destination options: Pad1s and an option without a word")
            << QByteArray("60000000 00113c40 fe800000000000000000000000000001 fe800000000000000000000000000002 fd 01 00 00 1e 04 01020304 0104 00000000 61") << 0u
            << QStringList{
                   "Internet Protocol Version 6  fe80::1 → fe80::2   Hop limit 64",
                   "  Version: 6",
                   "  Traffic Class: 0x00000000",
                   "    Differentiated Services Codepoint: CS0 (0)",
                   "    Explicit Congestion Notification: Not ECN-Capable Transport (0)",
                   "  Flow Label: 0x000000",
                   "  Payload Length: 17",
                   "  Next Header: Destination Options for IPv6 (60)",
                   "  Hop Limit: 64",
                   "  Source Address: fe80::1",
                   "  Destination Address: fe80::2",
                   "IPv6 Destination Options  IPv6 options, 16 bytes",
                   "  Next Header: 253",
                   "  Length: 1",
                   "  Options: 00001e040102",
                   "  [Length in bytes: 16]",
                   "  Pad1",
                   "    Type: Pad1 (0x00)",
                   "  Pad1",
                   "    Type: Pad1 (0x00)",
                   "  Option 0x1e, 6 bytes",
                   "    Type: 0x1e",
                   "    Action: Skip and continue (0)",
                   "    May Change: Not set",
                   "    Low-Order Bits: 0x1e",
                   "    Length: 4",
                   "  PadN, 6 bytes",
                   "    Type: PadN (0x01)",
                   "    Action: Skip and continue (0)",
                   "    May Change: Not set",
                   "    Low-Order Bits: 0x01",
                   "    Length: 4",
                   "    PadN: 00000000",
                   "Data  1 byte",
                   "  Data: 61",
                   "  [Length: 1]",
               };
        QTest::newRow("an option longer than its header")
            << QByteArray("60000000 00080040 fe800000000000000000000000000001 fe800000000000000000000000000002 fd 00 0509 0000 0000") << 0u
            << QStringList{
                   "Internet Protocol Version 6  fe80::1 → fe80::2   Hop limit 64",
                   "  Version: 6",
                   "  Traffic Class: 0x00000000",
                   "    Differentiated Services Codepoint: CS0 (0)",
                   "    Explicit Congestion Notification: Not ECN-Capable Transport (0)",
                   "  Flow Label: 0x000000",
                   "  Payload Length: 8",
                   "  Next Header: IPv6 Hop-by-Hop Option (0)",
                   "  Hop Limit: 64",
                   "  Source Address: fe80::1",
                   "  Destination Address: fe80::2",
                   "IPv6 Hop-by-Hop Option  IPv6 options, 8 bytes",
                   "  Next Header: 253",
                   "  Length: 0",
                   "  Options: 050900000000",
                   "  [Length in bytes: 8]",
                   "  ! an option at byte 2 says 11 bytes, which its header does not have",
               };
        QTest::newRow("an option cut behind its type")
            << QByteArray("60000000 00083c40 fe800000000000000000000000000001 fe800000000000000000000000000002 fd 00 0102 0000 00 05") << 0u
            << QStringList{
                   "Internet Protocol Version 6  fe80::1 → fe80::2   Hop limit 64",
                   "  Version: 6",
                   "  Traffic Class: 0x00000000",
                   "    Differentiated Services Codepoint: CS0 (0)",
                   "    Explicit Congestion Notification: Not ECN-Capable Transport (0)",
                   "  Flow Label: 0x000000",
                   "  Payload Length: 8",
                   "  Next Header: Destination Options for IPv6 (60)",
                   "  Hop Limit: 64",
                   "  Source Address: fe80::1",
                   "  Destination Address: fe80::2",
                   "IPv6 Destination Options  IPv6 options, 8 bytes",
                   "  Next Header: 253",
                   "  Length: 0",
                   "  Options: 010200000005",
                   "  [Length in bytes: 8]",
                   "  PadN, 4 bytes",
                   "    Type: PadN (0x01)",
                   "    Action: Skip and continue (0)",
                   "    May Change: Not set",
                   "    Low-Order Bits: 0x01",
                   "    Length: 2",
                   "    PadN: 0000",
                   "  Pad1",
                   "    Type: Pad1 (0x00)",
                   "  ! an option at byte 7 says 0 bytes, which its header does not have",
               };
        QTest::newRow("options longer than the packet")
            << QByteArray("60000000 00080040 fe800000000000000000000000000001 fe800000000000000000000000000002 fd 02 0502 0000 0100") << 0u
            << QStringList{
                   "Internet Protocol Version 6  fe80::1 → fe80::2   Hop limit 64",
                   "  Version: 6",
                   "  Traffic Class: 0x00000000",
                   "    Differentiated Services Codepoint: CS0 (0)",
                   "    Explicit Congestion Notification: Not ECN-Capable Transport (0)",
                   "  Flow Label: 0x000000",
                   "  Payload Length: 8",
                   "  Next Header: IPv6 Hop-by-Hop Option (0)",
                   "  Hop Limit: 64",
                   "  Source Address: fe80::1",
                   "  Destination Address: fe80::2",
                   "IPv6 Hop-by-Hop Option",
                   "  Next Header: 253",
                   "  Length: 2",
                   "  Options: 050200000100",
                   "  ! IPv6 Hop-by-Hop Option needs 24 bytes, but the header around it leaves only 8",
               };
        QTest::newRow("the first fragment: what it carries is decoded")
            << QByteArray("60000000 00112c40 fe800000000000000000000000000001 fe800000000000000000000000000002 11 00 0001 0000beef 9c40 0009 0bc0 0000 61") << 0u
            << QStringList{
                   "Internet Protocol Version 6  fe80::1 → fe80::2   Hop limit 64",
                   "  Version: 6",
                   "  Traffic Class: 0x00000000",
                   "    Differentiated Services Codepoint: CS0 (0)",
                   "    Explicit Congestion Notification: Not ECN-Capable Transport (0)",
                   "  Flow Label: 0x000000",
                   "  Payload Length: 17",
                   "  Next Header: Fragment Header for IPv6 (44)",
                   "  Hop Limit: 64",
                   "  Source Address: fe80::1",
                   "  Destination Address: fe80::2",
                   "Fragment Header for IPv6  IPv6 fragment (off=0 more=y ident=0x0000beef nxt=17)",
                   "  Next Header: UDP (17)",
                   "  Reserved octet: 0x00",
                   "  Offset in units of 8 bytes: 0",
                   "  Reserved bits: 0",
                   "  More Fragments: Set",
                   "  Identification: 0x0000beef",
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
            << QByteArray("60000000 000c2c40 fe800000000000000000000000000001 fe800000000000000000000000000002 11 00 00b8 0000beef 9c400009") << 0u
            << QStringList{
                   "Internet Protocol Version 6  fe80::1 → fe80::2   Hop limit 64",
                   "  Version: 6",
                   "  Traffic Class: 0x00000000",
                   "    Differentiated Services Codepoint: CS0 (0)",
                   "    Explicit Congestion Notification: Not ECN-Capable Transport (0)",
                   "  Flow Label: 0x000000",
                   "  Payload Length: 12",
                   "  Next Header: Fragment Header for IPv6 (44)",
                   "  Hop Limit: 64",
                   "  Source Address: fe80::1",
                   "  Destination Address: fe80::2",
                   "Fragment Header for IPv6  IPv6 fragment (off=184 more=n ident=0x0000beef nxt=17)",
                   "  Next Header: UDP (17)",
                   "  Reserved octet: 0x00",
                   "  Offset in units of 8 bytes: 23",
                   "  Reserved bits: 0",
                   "  More Fragments: Not set",
                   "  Identification: 0x0000beef",
                   "Data  4 bytes",
                   "  Data: 9c400009",
                   "  [Length: 4]",
               };
        QTest::newRow("an atomic fragment, with reserved bits")
            << QByteArray("60000000 00092c40 fe800000000000000000000000000001 fe800000000000000000000000000002 fd 05 0006 0000beef 61") << 0u
            << QStringList{
                   "Internet Protocol Version 6  fe80::1 → fe80::2   Hop limit 64",
                   "  Version: 6",
                   "  Traffic Class: 0x00000000",
                   "    Differentiated Services Codepoint: CS0 (0)",
                   "    Explicit Congestion Notification: Not ECN-Capable Transport (0)",
                   "  Flow Label: 0x000000",
                   "  Payload Length: 9",
                   "  Next Header: Fragment Header for IPv6 (44)",
                   "  Hop Limit: 64",
                   "  Source Address: fe80::1",
                   "  Destination Address: fe80::2",
                   "Fragment Header for IPv6  IPv6 fragment (off=0 more=n ident=0x0000beef nxt=253)",
                   "  Next Header: 253",
                   "  Reserved octet: 0x05",
                   "  Offset in units of 8 bytes: 0",
                   "  Reserved bits: 3",
                   "  More Fragments: Not set",
                   "  Identification: 0x0000beef",
                   "Data  1 byte",
                   "  Data: 61",
                   "  [Length: 1]",
               };
        QTest::newRow("both options, then a fragment")
            << QByteArray("60000000 00190040 fe800000000000000000000000000001 fe800000000000000000000000000002 3c 00 0104 00000000 2c 00 0104 00000000 fd 00 0000 00000001 61") << 0u
            << QStringList{
                   "Internet Protocol Version 6  fe80::1 → fe80::2   Hop limit 64",
                   "  Version: 6",
                   "  Traffic Class: 0x00000000",
                   "    Differentiated Services Codepoint: CS0 (0)",
                   "    Explicit Congestion Notification: Not ECN-Capable Transport (0)",
                   "  Flow Label: 0x000000",
                   "  Payload Length: 25",
                   "  Next Header: IPv6 Hop-by-Hop Option (0)",
                   "  Hop Limit: 64",
                   "  Source Address: fe80::1",
                   "  Destination Address: fe80::2",
                   "IPv6 Hop-by-Hop Option  IPv6 options, 8 bytes",
                   "  Next Header: Destination Options for IPv6 (60)",
                   "  Length: 0",
                   "  Options: 010400000000",
                   "  [Length in bytes: 8]",
                   "  PadN, 6 bytes",
                   "    Type: PadN (0x01)",
                   "    Action: Skip and continue (0)",
                   "    May Change: Not set",
                   "    Low-Order Bits: 0x01",
                   "    Length: 4",
                   "    PadN: 00000000",
                   "IPv6 Destination Options  IPv6 options, 8 bytes",
                   "  Next Header: Fragment Header for IPv6 (44)",
                   "  Length: 0",
                   "  Options: 010400000000",
                   "  [Length in bytes: 8]",
                   "  PadN, 6 bytes",
                   "    Type: PadN (0x01)",
                   "    Action: Skip and continue (0)",
                   "    May Change: Not set",
                   "    Low-Order Bits: 0x01",
                   "    Length: 4",
                   "    PadN: 00000000",
                   "Fragment Header for IPv6  IPv6 fragment (off=0 more=n ident=0x00000001 nxt=253)",
                   "  Next Header: 253",
                   "  Reserved octet: 0x00",
                   "  Offset in units of 8 bytes: 0",
                   "  Reserved bits: 0",
                   "  More Fragments: Not set",
                   "  Identification: 0x00000001",
                   "Data  1 byte",
                   "  Data: 61",
                   "  [Length: 1]",
               };
        QTest::newRow("no next header")
            << QByteArray("60000000 00003b40 fe800000000000000000000000000001 fe800000000000000000000000000002") << 0u
            << QStringList{
                   "Internet Protocol Version 6  fe80::1 → fe80::2   Hop limit 64",
                   "  Version: 6",
                   "  Traffic Class: 0x00000000",
                   "    Differentiated Services Codepoint: CS0 (0)",
                   "    Explicit Congestion Notification: Not ECN-Capable Transport (0)",
                   "  Flow Label: 0x000000",
                   "  Payload Length: 0",
                   "  Next Header: IPv6 no next header (59)",
                   "  Hop Limit: 64",
                   "  Source Address: fe80::1",
                   "  Destination Address: fe80::2",
               };
        QTest::newRow("version 4")
            << QByteArray("40000000 0000fd40 fe800000000000000000000000000001 fe800000000000000000000000000002") << 0u
            << QStringList{
                   "Internet Protocol Version 6",
                   "  Version: 4",
                   "  ! Internet Protocol Version 6 version field says 4, not 6",
               };
        QTest::newRow("cut off inside the header")
            << QByteArray("60000000 0000fd40 fe800000000000000000") << 60u
            << QStringList{
                   "Internet Protocol Version 6",
                   "  Version: 6",
                   "  Traffic Class: 0x00000000",
                   "    Differentiated Services Codepoint: CS0 (0)",
                   "    Explicit Congestion Notification: Not ECN-Capable Transport (0)",
                   "  Flow Label: 0x000000",
                   "  Payload Length: 0",
                   "  Next Header: 253",
                   "  Hop Limit: 64",
                   "  ! Internet Protocol Version 6 needs 40 bytes, only 18 were captured",
               };
        QTest::newRow("cut off inside the extension")
            << QByteArray("60000000 00080040 fe800000000000000000000000000001 fe800000000000000000000000000002 fd 00 0502") << 60u
            << QStringList{
                   "Internet Protocol Version 6  fe80::1 → fe80::2   Hop limit 64",
                   "  Version: 6",
                   "  Traffic Class: 0x00000000",
                   "    Differentiated Services Codepoint: CS0 (0)",
                   "    Explicit Congestion Notification: Not ECN-Capable Transport (0)",
                   "  Flow Label: 0x000000",
                   "  Payload Length: 8",
                   "  Next Header: IPv6 Hop-by-Hop Option (0)",
                   "  Hop Limit: 64",
                   "  Source Address: fe80::1",
                   "  Destination Address: fe80::2",
                   "IPv6 Hop-by-Hop Option",
                   "  Next Header: 253",
                   "  Length: 0",
                   "  ! IPv6 Hop-by-Hop Option needs 8 bytes, only 4 were captured",
               };
    }

    void tree()
    {
        QFETCH(QByteArray, packet);
        QFETCH(unsigned, original);
        QTEST(treeOf(protocols::ipv6, packet, original), "tree");
    }

    void info_data()
    {
        QTest::addColumn<const Protocol *>("protocol");
        QTest::addColumn<QByteArray>("packet");
        QTest::addColumn<QString>("info");

        QTest::newRow("a next header with a word")
            << &protocols::ipv6 << QByteArray("60000000 00003b40 fe800000000000000000000000000001 fe800000000000000000000000000002")
            << "IPv6 no next header (59)";
        QTest::newRow("one without")
            << &protocols::ipv6 << QByteArray("60000000 0000fd40 fe800000000000000000000000000001 fe800000000000000000000000000002")
            << "Unknown protocol (253)";
        QTest::newRow("options") << &protocols::ipv6HopByHop << QByteArray("3b 00 0502 0000 0100") << "IPv6 options, 8 bytes";
        QTest::newRow("options of sixteen bytes")
            << &protocols::ipv6DestinationOptions << QByteArray("3b 01 0104 00000000 0104 00000000 0000")
            << "IPv6 options, 16 bytes";
        QTest::newRow("a fragment")
            << &protocols::ipv6Fragment << QByteArray("11 00 00b9 0000beef 9c400009")
            << "IPv6 fragment (off=184 more=y ident=0x0000beef nxt=17)";
    }

    void info()
    {
        QFETCH(const Protocol *, protocol);
        QFETCH(QByteArray, packet);
        QTEST(infoOf(*protocol, packet), "info");
    }

    void everyPrefix()
    {
        QCOMPARE(feedPrefixes(protocols::ipv6, "60000000 00190040 fe800000000000000000000000000001 fe800000000000000000000000000002 3c 00 0104 00000000 2c 00 0104 00000000 fd 00 0000 00000001 61"), 2 * 66);
    }
};

QTEST_GUILESS_MAIN(Ipv6Test)
#include "tst_ipv6.moc"
