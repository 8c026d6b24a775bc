#include "core/protocols/protocols.h"
#include "tests/support/packets.h"

#include <QTest>

using namespace vethscope;
using namespace vethscope::test;

// Links without a header: the frame begins with IP itself.

class RawIpTest : public QObject
{
    Q_OBJECT

private slots:
    void tree_data()
    {
        QTest::addColumn<QByteArray>("packet");
        QTest::addColumn<unsigned>("original");
        QTest::addColumn<QStringList>("tree");

        QTest::newRow("IPv4")
            << QByteArray("45000014 00010000 403b0000 0a000001 0a000002") << 0u
            << QStringList{
                   "Raw packet data  no link-layer header",
                   "Internet Protocol Version 4  10.0.0.1 → 10.0.0.2   TTL 64",
                   "  Version: 4",
                   "  Header Length: 20",
                   "  Differentiated Services Field: 0x00",
                   "    Differentiated Services Codepoint: CS0 (0)",
                   "    Explicit Congestion Notification: Not ECN-Capable Transport (0)",
                   "  Total Length: 20",
                   "  Identification: 0x0001",
                   "  Flags: 0x00",
                   "    Reserved bit: Not set",
                   "    Don't fragment: Not set",
                   "    More fragments: Not set",
                   "  Fragment Offset in units of 8 bytes: 0",
                   "  Time to Live: 64",
                   "  Protocol: IPv6 no next header (59)",
                   "  Header Checksum: 0x0000",
                   "  Source Address: 10.0.0.1",
                   "  Destination Address: 10.0.0.2",
                   "  [Header checksum status: Bad (0)]",
                   "  ! checksum is wrong; where the sender captured it, this is checksum offload",
               };
        QTest::newRow("IPv6")
            << QByteArray("60000000 0000 3b 40 fe800000000000000000000000000001 fe800000000000000000000000000002") << 0u
            << QStringList{
                   "Raw packet data  no link-layer header",
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
        QTest::newRow("neither")
            << QByteArray("90616263") << 0u
            << QStringList{
                   "Raw packet data  no link-layer header",
                   "Data  4 bytes",
                   "  Data: 90616263",
                   "  [Length: 4]",
               };
        QTest::newRow("no bytes")
            << QByteArray("") << 0u
            << QStringList{"Raw packet data  no link-layer header"};
        QTest::newRow("IPv4, cut off inside the header")
            << QByteArray("45000014 0001") << 20u
            << QStringList{
                   "Raw packet data  no link-layer header",
                   "Internet Protocol Version 4",
                   "  Version: 4",
                   "  Header Length: 20",
                   "  Differentiated Services Field: 0x00",
                   "    Differentiated Services Codepoint: CS0 (0)",
                   "    Explicit Congestion Notification: Not ECN-Capable Transport (0)",
                   "  Total Length: 20",
                   "  Identification: 0x0001",
                   "  ! Internet Protocol Version 4 needs 20 bytes, only 6 were captured",
               };
    }

    void tree()
    {
        QFETCH(QByteArray, packet);
        QFETCH(unsigned, original);
        QTEST(treeOf(protocols::rawIp, packet, original), "tree");
    }

    void everyPrefix()
    {
        QCOMPARE(feedPrefixes(protocols::rawIp, "45000021 00010000 40110000 0a000001 0a000002 9c40 0009 000d 0000 68656c6c6f"), 2 * 34);
    }
};

QTEST_GUILESS_MAIN(RawIpTest)
#include "tst_raw_ip.moc"
