#include "core/protocols/protocols.h"
#include "tests/support/packets.h"

#include <QTest>

using namespace vethscope;
using namespace vethscope::test;

// Flannel's UDP backend: IP packets in datagrams to port 8285, without any header between.

class FlannelUdpTest : public QObject
{
    Q_OBJECT

private slots:
    void tree_data()
    {
        QTest::addColumn<const Protocol *>("protocol");
        QTest::addColumn<QByteArray>("packet");
        QTest::addColumn<unsigned>("original");
        QTest::addColumn<QStringList>("tree");

        QTest::newRow("a packet in a datagram")
            << &protocols::udp << QByteArray("205d 205d 001c 0000 45000014 00014000 40fd22fb 0af40006 0af40104") << 0u
            << QStringList{
                   "Underlay",
                   "  User Datagram Protocol  8285 → 8285   Length 28",
                   "    Source Port: 8285",
                   "    Destination Port: 8285",
                   "    Length: 28",
                   "    Checksum: 0x0000",
                   "    [Checksum Status: Not present (3)]",
                   "    UDP payload: 450000140001400040fd22fb0af400060af40104",
                   "  Flannel UDP backend  no header of its own: the datagram is an IP packet",
                   "    Overlay",
                   "      Internet Protocol Version 4  10.244.0.6 → 10.244.1.4   TTL 64",
                   "        Version: 4",
                   "        Header Length: 20",
                   "        Differentiated Services Field: 0x00",
                   "          Differentiated Services Codepoint: CS0 (0)",
                   "          Explicit Congestion Notification: Not ECN-Capable Transport (0)",
                   "        Total Length: 20",
                   "        Identification: 0x0001",
                   "        Flags: 0x02",
                   "          Reserved bit: Not set",
                   "          Don't fragment: Set",
                   "          More fragments: Not set",
                   "        Fragment Offset in units of 8 bytes: 0",
                   "        Time to Live: 64",
                   "        Protocol: 253",
                   "        Header Checksum: 0x22fb",
                   "        Source Address: 10.244.0.6",
                   "        Destination Address: 10.244.1.4",
                   "        [Header checksum status: Good (1)]",
               };
        QTest::newRow("an IPv6 packet")
            << &protocols::udp << QByteArray("205d 205d 0030 0000 60000000 00003b40 fe800000000000000000000000000001 fe800000000000000000000000000002") << 0u
            << QStringList{
                   "Underlay",
                   "  User Datagram Protocol  8285 → 8285   Length 48",
                   "    Source Port: 8285",
                   "    Destination Port: 8285",
                   "    Length: 48",
                   "    Checksum: 0x0000",
                   "    [Checksum Status: Not present (3)]",
                   "    UDP payload: 6000000000003b40fe800000000000000000000000000001fe800000000000000000000000000002",
                   "  Flannel UDP backend  no header of its own: the datagram is an IP packet",
                   "    Overlay",
                   "      Internet Protocol Version 6  fe80::1 → fe80::2   Hop limit 64",
                   "        Version: 6",
                   "        Traffic Class: 0x00000000",
                   "          Differentiated Services Codepoint: CS0 (0)",
                   "          Explicit Congestion Notification: Not ECN-Capable Transport (0)",
                   "        Flow Label: 0x000000",
                   "        Payload Length: 0",
                   "        Next Header: IPv6 no next header (59)",
                   "        Hop Limit: 64",
                   "        Source Address: fe80::1",
                   "        Destination Address: fe80::2",
               };
        QTest::newRow("what is no IP packet is data")
            << &protocols::udp << QByteArray("205d 205d 000c 0000 01020304") << 0u
            << QStringList{
                   "User Datagram Protocol  8285 → 8285   Length 12",
                   "  Source Port: 8285",
                   "  Destination Port: 8285",
                   "  Length: 12",
                   "  Checksum: 0x0000",
                   "  [Checksum Status: Not present (3)]",
                   "  UDP payload: 01020304",
                   "Data  4 bytes",
                   "  Data: 01020304",
                   "  [Length: 4]",
                   "  ! UDP port 8285 is that of flannel's UDP backend, but what follows is no IP packet",
               };
        QTest::newRow("an empty datagram")
            << &protocols::udp << QByteArray("205d 205d 0008 0000") << 0u
            << QStringList{
                   "User Datagram Protocol  8285 → 8285   Length 8",
                   "  Source Port: 8285",
                   "  Destination Port: 8285",
                   "  Length: 8",
                   "  Checksum: 0x0000",
                   "  [Checksum Status: Not present (3)]",
               };
        QTest::newRow("inner header cut by the capture")
            << &protocols::udp << QByteArray("205d 205d 0030 0000 45000028 0001") << 48u
            << QStringList{
                   "Underlay",
                   "  User Datagram Protocol  8285 → 8285   Length 48",
                   "    Source Port: 8285",
                   "    Destination Port: 8285",
                   "    Length: 48",
                   "    Checksum: 0x0000",
                   "    [Checksum Status: Not present (3)]",
                   "    UDP payload: 450000280001",
                   "  Flannel UDP backend  no header of its own: the datagram is an IP packet",
                   "    Overlay",
                   "      Internet Protocol Version 4",
                   "        Version: 4",
                   "        Header Length: 20",
                   "        Differentiated Services Field: 0x00",
                   "          Differentiated Services Codepoint: CS0 (0)",
                   "          Explicit Congestion Notification: Not ECN-Capable Transport (0)",
                   "        Total Length: 40",
                   "        Identification: 0x0001",
                   "        ! Internet Protocol Version 4 needs 20 bytes, only 6 were captured",
               };
    }

    void tree()
    {
        QFETCH(const Protocol *, protocol);
        QFETCH(QByteArray, packet);
        QFETCH(unsigned, original);
        QTEST(treeOf(*protocol, packet, original), "tree");
    }

    void everyPrefix()
    {
        QCOMPARE(feedPrefixes(protocols::udp, "205d 205d 0025 0000 4500001d 00014000 401126cd 0a000001 0a000002 9c40000900090000 61"), 2 * 38);
    }
};

QTEST_GUILESS_MAIN(FlannelUdpTest)
#include "tst_flannel_udp.moc"
