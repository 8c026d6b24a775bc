#include "core/protocols/protocols.h"
#include "tests/support/packets.h"

#include <QTest>

using namespace vethscope;
using namespace vethscope::test;

// IP in IP: RFC 2003. A seam of no bytes, so the inner header shows what it is.

class IpipTest : public QObject
{
    Q_OBJECT

private slots:
    void tree_data()
    {
        QTest::addColumn<const Protocol *>("protocol");
        QTest::addColumn<QByteArray>("packet");
        QTest::addColumn<unsigned>("original");
        QTest::addColumn<QStringList>("tree");

        QTest::newRow("a packet in a packet")
            << &protocols::ipv4 << QByteArray("45000028 00014000 4004d285 ac1b000b ac1b100a 45000014 00014000 40fda30e 0ae94005 0ae94107") << 0u
            << QStringList{
                   "Underlay",
                   "  Internet Protocol Version 4  172.27.0.11 → 172.27.16.10   TTL 64",
                   "    Version: 4",
                   "    Header Length: 20",
                   "    Differentiated Services Field: 0x00",
                   "      Differentiated Services Codepoint: CS0 (0)",
                   "      Explicit Congestion Notification: Not ECN-Capable Transport (0)",
                   "    Total Length: 40",
                   "    Identification: 0x0001",
                   "    Flags: 0x02",
                   "      Reserved bit: Not set",
                   "      Don't fragment: Set",
                   "      More fragments: Not set",
                   "    Fragment Offset in units of 8 bytes: 0",
                   "    Time to Live: 64",
                   "    Protocol: IPIP (4)",
                   "    Header Checksum: 0xd285",
                   "    Source Address: 172.27.0.11",
                   "    Destination Address: 172.27.16.10",
                   "    [Header checksum status: Good (1)]",
                   "  IP in IP  no header of its own: the IPv4 header around it is the tunnel",
                   "    Overlay",
                   "      Internet Protocol Version 4  10.233.64.5 → 10.233.65.7   TTL 64",
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
                   "        Header Checksum: 0xa30e",
                   "        Source Address: 10.233.64.5",
                   "        Destination Address: 10.233.65.7",
                   "        [Header checksum status: Good (1)]",
               };
        QTest::newRow("what is inside is not IPv4")
            << &protocols::ipv4 << QByteArray("45000018 00014000 400426df 0a000001 0a000002 60000000") << 0u
            << QStringList{
                   "Underlay",
                   "  Internet Protocol Version 4  10.0.0.1 → 10.0.0.2   TTL 64",
                   "    Version: 4",
                   "    Header Length: 20",
                   "    Differentiated Services Field: 0x00",
                   "      Differentiated Services Codepoint: CS0 (0)",
                   "      Explicit Congestion Notification: Not ECN-Capable Transport (0)",
                   "    Total Length: 24",
                   "    Identification: 0x0001",
                   "    Flags: 0x02",
                   "      Reserved bit: Not set",
                   "      Don't fragment: Set",
                   "      More fragments: Not set",
                   "    Fragment Offset in units of 8 bytes: 0",
                   "    Time to Live: 64",
                   "    Protocol: IPIP (4)",
                   "    Header Checksum: 0x26df",
                   "    Source Address: 10.0.0.1",
                   "    Destination Address: 10.0.0.2",
                   "    [Header checksum status: Good (1)]",
                   "  IP in IP  no header of its own: the IPv4 header around it is the tunnel",
                   "    Overlay",
                   "      Internet Protocol Version 4",
                   "        Version: 6",
                   "        Header Length: 0",
                   "        Differentiated Services Field: 0x00",
                   "          Differentiated Services Codepoint: CS0 (0)",
                   "          Explicit Congestion Notification: Not ECN-Capable Transport (0)",
                   "        Total Length: 0",
                   "        ! Internet Protocol Version 4 needs 20 bytes, but the header around it leaves only 4",
               };
        QTest::newRow("nothing is inside")
            << &protocols::ipv4 << QByteArray("45000014 00014000 400426e3 0a000001 0a000002") << 0u
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
                   "  Protocol: IPIP (4)",
                   "  Header Checksum: 0x26e3",
                   "  Source Address: 10.0.0.1",
                   "  Destination Address: 10.0.0.2",
                   "  [Header checksum status: Good (1)]",
               };
        QTest::newRow("by its older number")
            << &protocols::ipv4 << QByteArray("45000028 00014000 405e2675 0a000001 0a000002 45000014 00014000 40fd25ea 0a000001 0a000002") << 0u
            << QStringList{
                   "Underlay",
                   "  Internet Protocol Version 4  10.0.0.1 → 10.0.0.2   TTL 64",
                   "    Version: 4",
                   "    Header Length: 20",
                   "    Differentiated Services Field: 0x00",
                   "      Differentiated Services Codepoint: CS0 (0)",
                   "      Explicit Congestion Notification: Not ECN-Capable Transport (0)",
                   "    Total Length: 40",
                   "    Identification: 0x0001",
                   "    Flags: 0x02",
                   "      Reserved bit: Not set",
                   "      Don't fragment: Set",
                   "      More fragments: Not set",
                   "    Fragment Offset in units of 8 bytes: 0",
                   "    Time to Live: 64",
                   "    Protocol: IPIP (deprecated) (94)",
                   "    Header Checksum: 0x2675",
                   "    Source Address: 10.0.0.1",
                   "    Destination Address: 10.0.0.2",
                   "    [Header checksum status: Good (1)]",
                   "  IP in IP  no header of its own: the IPv4 header around it is the tunnel",
                   "    Overlay",
                   "      Internet Protocol Version 4  10.0.0.1 → 10.0.0.2   TTL 64",
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
                   "        Header Checksum: 0x25ea",
                   "        Source Address: 10.0.0.1",
                   "        Destination Address: 10.0.0.2",
                   "        [Header checksum status: Good (1)]",
               };
        QTest::newRow("inner header cut by the capture")
            << &protocols::ipv4 << QByteArray("45000028 00014000 400426cf 0a000001 0a000002 45000014 0001") << 40u
            << QStringList{
                   "Underlay",
                   "  Internet Protocol Version 4  10.0.0.1 → 10.0.0.2   TTL 64",
                   "    Version: 4",
                   "    Header Length: 20",
                   "    Differentiated Services Field: 0x00",
                   "      Differentiated Services Codepoint: CS0 (0)",
                   "      Explicit Congestion Notification: Not ECN-Capable Transport (0)",
                   "    Total Length: 40",
                   "    Identification: 0x0001",
                   "    Flags: 0x02",
                   "      Reserved bit: Not set",
                   "      Don't fragment: Set",
                   "      More fragments: Not set",
                   "    Fragment Offset in units of 8 bytes: 0",
                   "    Time to Live: 64",
                   "    Protocol: IPIP (4)",
                   "    Header Checksum: 0x26cf",
                   "    Source Address: 10.0.0.1",
                   "    Destination Address: 10.0.0.2",
                   "    [Header checksum status: Good (1)]",
                   "  IP in IP  no header of its own: the IPv4 header around it is the tunnel",
                   "    Overlay",
                   "      Internet Protocol Version 4",
                   "        Version: 4",
                   "        Header Length: 20",
                   "        Differentiated Services Field: 0x00",
                   "          Differentiated Services Codepoint: CS0 (0)",
                   "          Explicit Congestion Notification: Not ECN-Capable Transport (0)",
                   "        Total Length: 20",
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
        QCOMPARE(feedPrefixes(protocols::ipv4, "45000031 00014000 400426c6 0a000001 0a000002 4500001d 00014000 401126cd 0a000001 0a000002 9c40000900090000 61"), 2 * 50);
    }
};

QTEST_GUILESS_MAIN(IpipTest)
#include "tst_ipip.moc"
