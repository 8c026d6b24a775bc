#include "core/protocols/protocols.h"
#include "tests/support/packets.h"

#include <QTest>

using namespace vethscope;
using namespace vethscope::test;

// Arista's time stamps, EOS manual.

class AvspTest : public QObject
{
    Q_OBJECT

private slots:
    // What tshark 4.0 prints for these frames.
    void values_data()
    {
        QTest::addColumn<QByteArray>("frame");
        QTest::addColumn<quint32>("linkType");
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QString>("value");

        const QByteArray frame1("020000001002020000001001 d28b 0001 0010 65000000 00000042 0800 450000140001000040ff00000a0000010a000002"); // 64 bits
        QTest::newRow("64 bits: frame.protocols") << frame1 << 1u << QByteArray("frame.protocols") << "eth:ethertype:avsp:ethertype:ip";
        QTest::newRow("64 bits: avsp.sub_type") << frame1 << 1u << QByteArray("avsp.sub_type") << "1";
        QTest::newRow("64 bits: avsp.ver") << frame1 << 1u << QByteArray("avsp.ver") << "0x0010";
        QTest::newRow("64 bits: avsp.64sec") << frame1 << 1u << QByteArray("avsp.64sec") << "1694498816";
        QTest::newRow("64 bits: avsp.64ns") << frame1 << 1u << QByteArray("avsp.64ns") << "66";
        QTest::newRow("64 bits: avsp.48sec") << frame1 << 1u << QByteArray("avsp.48sec") << "";
        QTest::newRow("64 bits: avsp.48ns") << frame1 << 1u << QByteArray("avsp.48ns") << "";
        QTest::newRow("64 bits: avsp.etype") << frame1 << 1u << QByteArray("avsp.etype") << "0x0800";
        QTest::newRow("64 bits: ip.src") << frame1 << 1u << QByteArray("ip.src") << "10.0.0.1";
        const QByteArray frame2("020000001002020000001001 d28b 0001 0020 6500 00000042 0800 450000140001000040ff00000a0000010a000002"); // 48 bits
        QTest::newRow("48 bits: frame.protocols") << frame2 << 1u << QByteArray("frame.protocols") << "eth:ethertype:avsp:ethertype:ip";
        QTest::newRow("48 bits: avsp.sub_type") << frame2 << 1u << QByteArray("avsp.sub_type") << "1";
        QTest::newRow("48 bits: avsp.ver") << frame2 << 1u << QByteArray("avsp.ver") << "0x0020";
        QTest::newRow("48 bits: avsp.64sec") << frame2 << 1u << QByteArray("avsp.64sec") << "";
        QTest::newRow("48 bits: avsp.64ns") << frame2 << 1u << QByteArray("avsp.64ns") << "";
        QTest::newRow("48 bits: avsp.48sec") << frame2 << 1u << QByteArray("avsp.48sec") << "25856";
        QTest::newRow("48 bits: avsp.48ns") << frame2 << 1u << QByteArray("avsp.48ns") << "66";
        QTest::newRow("48 bits: avsp.etype") << frame2 << 1u << QByteArray("avsp.etype") << "0x0800";
        QTest::newRow("48 bits: ip.src") << frame2 << 1u << QByteArray("ip.src") << "10.0.0.1";
        const QByteArray frame3("020000001002020000001001 d28b 0001 0110 65000000 00000042 0800 450000140001000040ff00000a0000010a000002"); // 64 bits of UTC
        QTest::newRow("64 bits of UTC: frame.protocols") << frame3 << 1u << QByteArray("frame.protocols") << "eth:ethertype:avsp:ethertype:ip";
        QTest::newRow("64 bits of UTC: avsp.sub_type") << frame3 << 1u << QByteArray("avsp.sub_type") << "1";
        QTest::newRow("64 bits of UTC: avsp.ver") << frame3 << 1u << QByteArray("avsp.ver") << "0x0110";
        QTest::newRow("64 bits of UTC: avsp.64sec") << frame3 << 1u << QByteArray("avsp.64sec") << "1694498816";
        QTest::newRow("64 bits of UTC: avsp.64ns") << frame3 << 1u << QByteArray("avsp.64ns") << "66";
        QTest::newRow("64 bits of UTC: avsp.48sec") << frame3 << 1u << QByteArray("avsp.48sec") << "";
        QTest::newRow("64 bits of UTC: avsp.48ns") << frame3 << 1u << QByteArray("avsp.48ns") << "";
        QTest::newRow("64 bits of UTC: avsp.etype") << frame3 << 1u << QByteArray("avsp.etype") << "0x0800";
        QTest::newRow("64 bits of UTC: ip.src") << frame3 << 1u << QByteArray("ip.src") << "10.0.0.1";
        const QByteArray frame4("020000001002020000001001 d28b 0001 0120 6500 00000042 0800 450000140001000040ff00000a0000010a000002"); // 48 bits of UTC
        QTest::newRow("48 bits of UTC: frame.protocols") << frame4 << 1u << QByteArray("frame.protocols") << "eth:ethertype:avsp:ethertype:ip";
        QTest::newRow("48 bits of UTC: avsp.sub_type") << frame4 << 1u << QByteArray("avsp.sub_type") << "1";
        QTest::newRow("48 bits of UTC: avsp.ver") << frame4 << 1u << QByteArray("avsp.ver") << "0x0120";
        QTest::newRow("48 bits of UTC: avsp.64sec") << frame4 << 1u << QByteArray("avsp.64sec") << "";
        QTest::newRow("48 bits of UTC: avsp.64ns") << frame4 << 1u << QByteArray("avsp.64ns") << "";
        QTest::newRow("48 bits of UTC: avsp.48sec") << frame4 << 1u << QByteArray("avsp.48sec") << "25856";
        QTest::newRow("48 bits of UTC: avsp.48ns") << frame4 << 1u << QByteArray("avsp.48ns") << "66";
        QTest::newRow("48 bits of UTC: avsp.etype") << frame4 << 1u << QByteArray("avsp.etype") << "0x0800";
        QTest::newRow("48 bits of UTC: ip.src") << frame4 << 1u << QByteArray("ip.src") << "10.0.0.1";
        const QByteArray frame5("020000001002020000001001 d28b 0002 0010 65000000 00000042 0800 450000140001000040ff00000a0000010a000002"); // a subtype that nobody knows
        QTest::newRow("a subtype that nobody knows: frame.protocols") << frame5 << 1u << QByteArray("frame.protocols") << "eth:ethertype:avsp:ethertype:data";
        QTest::newRow("a subtype that nobody knows: avsp.sub_type") << frame5 << 1u << QByteArray("avsp.sub_type") << "2";
        QTest::newRow("a subtype that nobody knows: avsp.ver") << frame5 << 1u << QByteArray("avsp.ver") << "";
        QTest::newRow("a subtype that nobody knows: avsp.64sec") << frame5 << 1u << QByteArray("avsp.64sec") << "";
        QTest::newRow("a subtype that nobody knows: avsp.64ns") << frame5 << 1u << QByteArray("avsp.64ns") << "";
        QTest::newRow("a subtype that nobody knows: avsp.48sec") << frame5 << 1u << QByteArray("avsp.48sec") << "";
        QTest::newRow("a subtype that nobody knows: avsp.48ns") << frame5 << 1u << QByteArray("avsp.48ns") << "";
        QTest::newRow("a subtype that nobody knows: avsp.etype") << frame5 << 1u << QByteArray("avsp.etype") << "0x0010";
        const QByteArray frame6("020000001002020000001001 d28b 0001 0030 65000000 00000042 0800 450000140001000040ff00000a0000010a000002"); // a version that nobody knows
        QTest::newRow("a version that nobody knows: frame.protocols") << frame6 << 1u << QByteArray("frame.protocols") << "eth:ethertype:avsp:data";
        QTest::newRow("a version that nobody knows: avsp.sub_type") << frame6 << 1u << QByteArray("avsp.sub_type") << "1";
        QTest::newRow("a version that nobody knows: avsp.ver") << frame6 << 1u << QByteArray("avsp.ver") << "0x0030";
        QTest::newRow("a version that nobody knows: avsp.64sec") << frame6 << 1u << QByteArray("avsp.64sec") << "";
        QTest::newRow("a version that nobody knows: avsp.64ns") << frame6 << 1u << QByteArray("avsp.64ns") << "";
        QTest::newRow("a version that nobody knows: avsp.48sec") << frame6 << 1u << QByteArray("avsp.48sec") << "";
        QTest::newRow("a version that nobody knows: avsp.48ns") << frame6 << 1u << QByteArray("avsp.48ns") << "";
        QTest::newRow("a version that nobody knows: avsp.etype") << frame6 << 1u << QByteArray("avsp.etype") << "";
    }

    void values()
    {
        QFETCH(QByteArray, frame);
        QFETCH(quint32, linkType);
        QFETCH(QByteArray, field);
        QTEST(valuesOf(field, frame, linkType), "value");
    }

    void tree_data()
    {
        QTest::addColumn<QByteArray>("packet");
        QTest::addColumn<QStringList>("tree");

        QTest::newRow("a time stamp in front of IPv4")
            << QByteArray("0001 0010 65000000 00000042 0800 450000140001000040ff00000a0000010a000002")
            << QStringList{
                   "Arista Vendor Specific Protocol",
                   "  Sub Type: timestamp (1)",
                   "  Version: TAI, 64 bits (0x0010)",
                   "  Seconds: 1694498816",
                   "  Nanoseconds: 66",
                   "  Type: IPv4 (0x0800)",
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
                   "  Protocol: 255",
                   "  Header Checksum: 0x0000",
                   "  Source Address: 10.0.0.1",
                   "  Destination Address: 10.0.0.2",
                   "  [Header checksum status: Bad (0)]",
                   "  ! checksum is wrong; where the sender captured it, this is checksum offload",
               };
        QTest::newRow("a version that nobody knows")
            << QByteArray("0001 0030 65000000")
            << QStringList{
                   "Arista Vendor Specific Protocol",
                   "  Sub Type: timestamp (1)",
                   "  Version: 0x0030",
                   "  ! version 48 is not known",
                   "Data  4 bytes",
                   "  Data: 65000000",
                   "  [Length: 4]",
               };
        QTest::newRow("cut within its time")
            << QByteArray("0001 0020 6500 0000")
            << QStringList{
                   "Arista Vendor Specific Protocol",
                   "  Sub Type: timestamp (1)",
                   "  Version: TAI, 48 bits (0x0020)",
                   "  ! Arista Vendor Specific Protocol needs 12 bytes, but the frame has only 8",
               };
    }

    void tree()
    {
        QFETCH(QByteArray, packet);
        QTEST(treeOf(protocols::avsp, packet), "tree");
    }

    void everyPrefix()
    {
        QCOMPARE(feedPrefixes(protocols::avsp, "0001 0010 65000000 00000042 0800 450000140001000040ff00000a0000010a000002"), 2 * 35);
    }
};

QTEST_GUILESS_MAIN(AvspTest)
#include "tst_avsp.moc"
