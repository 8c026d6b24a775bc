#include "core/protocols/protocols.h"
#include "tests/support/packets.h"

#include <QTest>

using namespace vethscope;
using namespace vethscope::test;

// ICMPv6: RFC 4443; neighbour discovery RFC 4861; multicast listeners RFC 2710 and 3810. The checksum covers the addresses of
// the IPv6 header, which is not around these.

class Icmpv6Test : public QObject
{
    Q_OBJECT

private slots:
    void tree_data()
    {
        QTest::addColumn<QByteArray>("packet");
        QTest::addColumn<unsigned>("original");
        QTest::addColumn<QStringList>("tree");

        QTest::newRow("a neighbour solicitation")
            << QByteArray("87003a2a 00000000 fe8000000000000000000000000000020101525400c2eedb") << 0u
            << QStringList{
                   "Internet Control Message Protocol v6  Neighbor Solicitation for fe80::2 from 52:54:00:c2:ee:db",
                   "  Type: Neighbor Solicitation (135)",
                   "  Code: 0",
                   "  Checksum: 0x3a2a",
                   "  [Checksum Status: Unverified (2)]",
                   "  Reserved: 00000000",
                   "  Target Address: fe80::2",
                   "  Option: Source link-layer address (1)",
                   "    Length: 1",
                   "    Link-layer address: 52:54:00:c2:ee:db",
                   "    Source link-layer address: 52:54:00:c2:ee:db",
               };
        QTest::newRow("a neighbour advertisement: router, solicited, override")
            << QByteArray("88007f1d e0000000 fe8000000000000000000000000000020201feee3207ea07") << 0u
            << QStringList{
                   "Internet Control Message Protocol v6  Neighbor Advertisement fe80::2 (rtr, sol, ovr) is at fe:ee:32:07:ea:07",
                   "  Type: Neighbor Advertisement (136)",
                   "  Code: 0",
                   "  Checksum: 0x7f1d",
                   "  [Checksum Status: Unverified (2)]",
                   "  Flags: 0xe0000000",
                   "    Router: Set",
                   "    Solicited: Set",
                   "    Override: Set",
                   "    Reserved: 0",
                   "  Target Address: fe80::2",
                   "  Option: Target link-layer address (2)",
                   "    Length: 1",
                   "    Link-layer address: fe:ee:32:07:ea:07",
                   "    Target link-layer address: fe:ee:32:07:ea:07",
               };
        QTest::newRow("a router solicitation")
            << QByteArray("85003abd 00000000 0101525400c2eedb") << 0u
            << QStringList{
                   "Internet Control Message Protocol v6  Router Solicitation from 52:54:00:c2:ee:db",
                   "  Type: Router Solicitation (133)",
                   "  Code: 0",
                   "  Checksum: 0x3abd",
                   "  [Checksum Status: Unverified (2)]",
                   "  Reserved: 00000000",
                   "  Option: Source link-layer address (1)",
                   "    Length: 1",
                   "    Link-layer address: 52:54:00:c2:ee:db",
                   "    Source link-layer address: 52:54:00:c2:ee:db",
               };
        QTest::newRow("a router advertisement: MTU, prefix, link-layer address")
            << QByteArray("86008c7f 40c00708 00007530000003e805010000000005aa030440c000278d0000093a8000000000fd0000000000000000000000000000000101feee3207ea07") << 0u
            << QStringList{
                   "Internet Control Message Protocol v6  Router Advertisement from fe:ee:32:07:ea:07",
                   "  Type: Router Advertisement (134)",
                   "  Code: 0",
                   "  Checksum: 0x8c7f",
                   "  [Checksum Status: Unverified (2)]",
                   "  Cur hop limit: 64",
                   "  Flags: 0xc0",
                   "    Managed address configuration: Set",
                   "    Other configuration: Set",
                   "    Home Agent: Not set",
                   "    Default Router Preference: Medium (0)",
                   "    Proxy: Not set",
                   "    Reserved: 0",
                   "  Router lifetime: 1800",
                   "  Reachable time: 30000",
                   "  Retrans timer: 1000",
                   "  Option: MTU (5)",
                   "    Length: 1",
                   "    MTU: 1450",
                   "  Option: Prefix information (3)",
                   "    Length: 4",
                   "    Prefix length: 64",
                   "    Flag: 0xc0",
                   "      On-link: Set",
                   "      Autonomous address-configuration: Set",
                   "      Router address: Not set",
                   "      Reserved: 0",
                   "    Valid Lifetime: 2592000",
                   "    Preferred Lifetime: 604800",
                   "    Prefix: fd00::",
                   "  Option: Source link-layer address (1)",
                   "    Length: 1",
                   "    Link-layer address: fe:ee:32:07:ea:07",
                   "    Source link-layer address: fe:ee:32:07:ea:07",
               };
        QTest::newRow("options that it knows by name only")
            << QByteArray("8600011c 40000000 00000000000000001903000000000e10fd0000000000000000000000000000530e01010203040506") << 0u
            << QStringList{
                   "Internet Control Message Protocol v6  Router Advertisement",
                   "  Type: Router Advertisement (134)",
                   "  Code: 0",
                   "  Checksum: 0x011c",
                   "  [Checksum Status: Unverified (2)]",
                   "  Cur hop limit: 64",
                   "  Flags: 0x00",
                   "    Managed address configuration: Not set",
                   "    Other configuration: Not set",
                   "    Home Agent: Not set",
                   "    Default Router Preference: Medium (0)",
                   "    Proxy: Not set",
                   "    Reserved: 0",
                   "  Router lifetime: 0",
                   "  Reachable time: 0",
                   "  Retrans timer: 0",
                   "  Option: Recursive DNS Server (25)",
                   "    Length: 3",
                   "    Lifetime: 3600",
                   "    Recursive DNS Servers: fd00::53",
                   "  Option: Nonce (14)",
                   "    Length: 1",
                   "    Nonce: 010203040506",
               };
        QTest::newRow("a report of two groups, one with a source")
            << QByteArray("8f007235 00000002 04000000ff0200000000000000000000000000fb01000001ff3e0000000000000000000000000001fd000000000000000000000000000009") << 0u
            << QStringList{
                   "Internet Control Message Protocol v6  Multicast Listener Report Message v2",
                   "  Type: Multicast Listener Report Message v2 (143)",
                   "  Code: 0",
                   "  Checksum: 0x7235",
                   "  [Checksum Status: Unverified (2)]",
                   "  Reserved: 0000",
                   "  Number of multicast address records: 2",
                   "  Multicast address record",
                   "    Record type: Changed to exclude (4)",
                   "    Aux data length: 0",
                   "    Number of sources: 0",
                   "    Multicast Address: ff02::fb",
                   "  Multicast address record",
                   "    Record type: Include (1)",
                   "    Aux data length: 0",
                   "    Number of sources: 1",
                   "    Multicast Address: ff3e::1",
                   "    Source Address: fd00::9",
               };
        QTest::newRow("a report that announces more than it has")
            << QByteArray("8f006fa3 00000003 04000000ff0200000000000000000000000000fb") << 0u
            << QStringList{
                   "Internet Control Message Protocol v6  Multicast Listener Report Message v2",
                   "  Type: Multicast Listener Report Message v2 (143)",
                   "  Code: 0",
                   "  Checksum: 0x6fa3",
                   "  [Checksum Status: Unverified (2)]",
                   "  Reserved: 0000",
                   "  Number of multicast address records: 3",
                   "  Multicast address record",
                   "    Record type: Changed to exclude (4)",
                   "    Aux data length: 0",
                   "    Number of sources: 0",
                   "    Multicast Address: ff02::fb",
                   "  ! 2 more multicast records are announced than the message has bytes for",
               };
        QTest::newRow("a listener query")
            << QByteArray("82005998 27100000 00000000000000000000000000000000") << 0u
            << QStringList{
                   "Internet Control Message Protocol v6  Multicast Listener Query",
                   "  Type: Multicast Listener Query (130)",
                   "  Code: 0",
                   "  Checksum: 0x5998",
                   "  [Checksum Status: Unverified (2)]",
                   "  Maximum response delay [ms]: 10000",
                   "  Reserved: 0000",
                   "  Multicast Address: ::",
               };
        QTest::newRow("an echo request")
            << QByteArray("8000bde5 00070001 61626364") << 0u
            << QStringList{
                   "Internet Control Message Protocol v6  Echo (ping) request id=0x0007, seq=1",
                   "  Type: Echo (ping) request (128)",
                   "  Code: 0",
                   "  Checksum: 0xbde5",
                   "  [Checksum Status: Unverified (2)]",
                   "  Identifier: 0x0007",
                   "  Sequence: 1",
                   "Data  4 bytes",
                   "  Data: 61626364",
                   "  [Length: 4]",
               };
        QTest::newRow("an echo reply")
            << QByteArray("8100c1c6 beef0102") << 0u
            << QStringList{
                   "Internet Control Message Protocol v6  Echo (ping) reply id=0xbeef, seq=258",
                   "  Type: Echo (ping) reply (129)",
                   "  Code: 0",
                   "  Checksum: 0xc1c6",
                   "  [Checksum Status: Unverified (2)]",
                   "  Identifier: 0xbeef",
                   "  Sequence: 258",
               };
        QTest::newRow("too big: the next hop takes 1280 bytes")
            << QByteArray("0200fbb8 00000500 60000000 00091140 fe800000000000000000000000000001 fe800000000000000000000000000002 9c40 0009 0009 0000 61") << 0u
            << QStringList{
                   "Internet Control Message Protocol v6  Packet Too Big (MTU 1280)",
                   "  Type: Packet Too Big (2)",
                   "  Code: 0",
                   "  Checksum: 0xfbb8",
                   "  [Checksum Status: Unverified (2)]",
                   "  MTU: 1280",
                   "Internet Protocol Version 6  fe80::1 → fe80::2   Hop limit 64",
                   "  Version: 6",
                   "  Traffic Class: 0x00000000",
                   "    Differentiated Services Codepoint: CS0 (0)",
                   "    Explicit Congestion Notification: Not ECN-Capable Transport (0)",
                   "  Flow Label: 0x000000",
                   "  Payload Length: 9",
                   "  Next Header: UDP (17)",
                   "  Hop Limit: 64",
                   "  Source Address: fe80::1",
                   "  Destination Address: fe80::2",
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
        QTest::newRow("unreachable, the quote cut by the sender")
            << QByteArray("010401b5 00000000 60000000 00141140 fe800000000000000000000000000001 fe800000000000000000000000000002 9c40") << 0u
            << QStringList{
                   "Internet Control Message Protocol v6  Destination Unreachable (Port unreachable)",
                   "  Type: Destination Unreachable (1)",
                   "  Code: 4",
                   "  Checksum: 0x01b5",
                   "  [Checksum Status: Unverified (2)]",
                   "  Reserved: 00000000",
                   "Internet Protocol Version 6  fe80::1 → fe80::2   Hop limit 64",
                   "  Version: 6",
                   "  Traffic Class: 0x00000000",
                   "    Differentiated Services Codepoint: CS0 (0)",
                   "    Explicit Congestion Notification: Not ECN-Capable Transport (0)",
                   "  Flow Label: 0x000000",
                   "  Payload Length: 20",
                   "  Next Header: UDP (17)",
                   "  Hop Limit: 64",
                   "  Source Address: fe80::1",
                   "  Destination Address: fe80::2",
                   "User Datagram Protocol",
                   "  Source Port: 40000",
                   "  ! User Datagram Protocol needs 8 bytes, but the header around it leaves only 2",
               };
        QTest::newRow("a parameter problem at byte 40")
            << QByteArray("0401fe8f 00000028 60000000 0000c840 fe800000000000000000000000000001 fe800000000000000000000000000002") << 0u
            << QStringList{
                   "Internet Control Message Protocol v6  Parameter Problem (unrecognized Next Header type encountered)",
                   "  Type: Parameter Problem (4)",
                   "  Code: 1",
                   "  Checksum: 0xfe8f",
                   "  [Checksum Status: Unverified (2)]",
                   "  Pointer: 40",
                   "Internet Protocol Version 6  fe80::1 → fe80::2   Hop limit 64",
                   "  Version: 6",
                   "  Traffic Class: 0x00000000",
                   "    Differentiated Services Codepoint: CS0 (0)",
                   "    Explicit Congestion Notification: Not ECN-Capable Transport (0)",
                   "  Flow Label: 0x000000",
                   "  Payload Length: 0",
                   "  Next Header: 200",
                   "  Hop Limit: 64",
                   "  Source Address: fe80::1",
                   "  Destination Address: fe80::2",
               };
        QTest::newRow("an option of no length")
            << QByteArray("87003a2b 00000000 fe8000000000000000000000000000020100525400c2eedb") << 0u
            << QStringList{
                   "Internet Control Message Protocol v6  Neighbor Solicitation for fe80::2",
                   "  Type: Neighbor Solicitation (135)",
                   "  Code: 0",
                   "  Checksum: 0x3a2b",
                   "  [Checksum Status: Unverified (2)]",
                   "  Reserved: 00000000",
                   "  Target Address: fe80::2",
                   "  ! an option at byte 24 says 0 bytes, which its message does not have",
               };
        QTest::newRow("an option longer than its message")
            << QByteArray("87003a29 00000000 fe8000000000000000000000000000020102525400c2eedb") << 0u
            << QStringList{
                   "Internet Control Message Protocol v6  Neighbor Solicitation for fe80::2",
                   "  Type: Neighbor Solicitation (135)",
                   "  Code: 0",
                   "  Checksum: 0x3a29",
                   "  [Checksum Status: Unverified (2)]",
                   "  Reserved: 00000000",
                   "  Target Address: fe80::2",
                   "  ! an option at byte 24 says 16 bytes, which its message does not have",
               };
        QTest::newRow("a solicitation without its target")
            << QByteArray("8700 0000 00000000 fe80") << 0u
            << QStringList{
                   "Internet Control Message Protocol v6",
                   "  Type: Neighbor Solicitation (135)",
                   "  Code: 0",
                   "  Checksum: 0x0000",
                   "  ! Internet Control Message Protocol v6 needs 24 bytes, but the frame has only 10",
               };
        QTest::newRow("a type without a word")
            << QByteArray("c80775ea 61626364") << 0u
            << QStringList{
                   "Internet Control Message Protocol v6  Type 200, code 7",
                   "  Type: 200",
                   "  Code: 7",
                   "  Checksum: 0x75ea",
                   "  [Checksum Status: Unverified (2)]",
               };
        QTest::newRow("cut off inside the header")
            << QByteArray("8700 12") << 72u
            << QStringList{
                   "Internet Control Message Protocol v6",
                   "  Type: Neighbor Solicitation (135)",
                   "  Code: 0",
                   "  ! Internet Control Message Protocol v6 needs 4 bytes, only 3 were captured",
               };
        QTest::newRow("cut off inside the target")
            << QByteArray("8700 1234 00000000 fe80") << 72u
            << QStringList{
                   "Internet Control Message Protocol v6",
                   "  Type: Neighbor Solicitation (135)",
                   "  Code: 0",
                   "  Checksum: 0x1234",
                   "  ! Internet Control Message Protocol v6 needs 24 bytes, only 10 were captured",
               };
    }

    void tree()
    {
        QFETCH(QByteArray, packet);
        QFETCH(unsigned, original);
        QTEST(treeOf(protocols::icmpv6, packet, original), "tree");
    }

    void info_data()
    {
        QTest::addColumn<QByteArray>("packet");
        QTest::addColumn<QString>("info");

        QTest::newRow("neighbour solicitation")
            << QByteArray("87007d25 00000000 fe800000000000000000000000000002")
            << "Neighbor Solicitation for fe80::2";
        QTest::newRow("neighbour advertisement")
            << QByteArray("88009c24 e0000000 fe800000000000000000000000000002")
            << "Neighbor Advertisement fe80::2 (rtr, sol, ovr)";
        QTest::newRow("router solicitation") << QByteArray("85007db8 00000000") << "Router Solicitation";
        QTest::newRow("router advertisement") << QByteArray("8600bbcf 40c00708 00007530000003e8") << "Router Advertisement";
        QTest::newRow("listener report") << QByteArray("8f0073b8 00000000") << "Multicast Listener Report Message v2";
        QTest::newRow("echo request") << QByteArray("800021af 00070001 61") << "Echo (ping) request id=0x0007, seq=1";
        QTest::newRow("echo reply") << QByteArray("8100c1c6 beef0102") << "Echo (ping) reply id=0xbeef, seq=258";
        QTest::newRow("too big")
            << QByteArray("0200fbb8 00000500 60000000 00091140 fe800000000000000000000000000001 fe800000000000000000000000000002 9c40 0009 0009 0000 61")
            << "Packet Too Big (MTU 1280)";
        QTest::newRow("unreachable")
            << QByteArray("010401b5 00000000 60000000 00091140 fe800000000000000000000000000001 fe800000000000000000000000000002 9c40 0009 0009 0000 61")
            << "Destination Unreachable (Port unreachable)";
        QTest::newRow("time exceeded")
            << QByteArray("0300ffb8 00000000 60000000 00091140 fe800000000000000000000000000001 fe800000000000000000000000000002 9c40 0009 0009 0000 61")
            << "Time Exceeded (hop limit exceeded in transit)";
        QTest::newRow("a type without a word") << QByteArray("c807d950 6162") << "Type 200, code 7";
    }

    void info()
    {
        QFETCH(QByteArray, packet);
        QTEST(infoOf(protocols::icmpv6, packet), "info");
    }

    // RFC 4443, section 2.3: the sum covers the addresses of the IPv6 header around the message.
    void checksumInItsPacket()
    {
        const QByteArray packet = "020000000002 020000000001 86dd 60000000 0008 3a ff"
                                  "fe800000000000000000000000000001 fe800000000000000000000000000002 ";
        QCOMPARE(valuesOf("icmpv6.checksum.status", packet + "800082b000070001"), "1");
        QCOMPARE(valuesOf("icmpv6.checksum.status", packet + "8000123400070001"), "0");
    }

    void everyPrefix()
    {
        QCOMPARE(feedPrefixes(protocols::icmpv6, "86009515 40c00708 00007530000003e805010000000005aa0101feee3207ea07"), 2 * 33);
        QCOMPARE(feedPrefixes(protocols::icmpv6, "8f007235 00000002 04000000ff0200000000000000000000000000fb01000001ff3e0000000000000000000000000001fd000000000000000000000000000009"), 2 * 65);
    }
};

QTEST_GUILESS_MAIN(Icmpv6Test)
#include "tst_icmpv6.moc"
