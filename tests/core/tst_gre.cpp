#include "core/protocols/protocols.h"
#include "tests/support/packets.h"

#include <QTest>

using namespace vethscope;
using namespace vethscope::test;

// RFC 2784, RFC 2890, RFC 2637; expectations from tshark 4.0.

// pcapflowlab, 09_gre_checksum_ipv4_udp.pcap
const QByteArray checksummed(
    "02000000300202000000300108004500003f40090000402f4e17c000021ec633"
    "641e800008008c7900004500002330300000401136410a1e000a0a1e0014d11a"
    "01bb000fe6dc4752452d554450");
// Ethernet with a key: NVGRE, or a Linux gretap with one
const QByteArray ethernetInGre(
    "02000000300202000000300108004500003e00010000402f0000c000021ec633"
    "641e2000655812345602aabb00001002aabb0000100108004500001400010000"
    "40ff00000a0000010a000002");
// PPTP: enhanced GRE with acknowledgment
const QByteArray pointToPoint(
    "02000000300202000000300108004500003c00010000402f0000c000021ec633"
    "641e3081880b001a98500000006a0000008cff030021450000140001000040ff"
    "00000a0000010a000002");
const QByteArray everything("f000 0800 0000 0000 00000007 00000001 08000004 0a000001 00000000");

// RFC 8086: behind UDP, with a key
const QByteArray greInUdp(
    "020000003002020000003001080045000038000100004011 0000 c000021ec633641e c000 1292 0024 0000"
    "2000 0800 0000002a 450000140001000040ff00000a0000010a000002");

class GreTest : public QObject
{
    Q_OBJECT

private slots:
    void values_data()
    {
        QTest::addColumn<QByteArray>("packet");
        QTest::addColumn<quint32>("linkType");
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QString>("value");

        QTest::newRow("flags") << checksummed << 1u << QByteArray("gre.flags_and_version") << QString("0x8000");
        QTest::newRow("checksum bit") << checksummed << 1u << QByteArray("gre.flags.checksum") << QString("1");
        QTest::newRow("key bit") << checksummed << 1u << QByteArray("gre.flags.key") << QString("0");
        QTest::newRow("protocol") << checksummed << 1u << QByteArray("gre.proto") << QString("0x0800");
        QTest::newRow("checksum") << checksummed << 1u << QByteArray("gre.checksum") << QString("0x8c79");
        QTest::newRow("checksum is right") << checksummed << 1u << QByteArray("gre.checksum.status") << QString("1");
        QTest::newRow("offset") << checksummed << 1u << QByteArray("gre.offset") << QString("0");
        QTest::newRow("seam") << checksummed << 1u << QByteArray("vs.tunnel") << QString("gre");
        QTest::newRow("inner packet") << checksummed << 1u << QByteArray("overlay.ip.src") << QString("10.30.0.10");
        QTest::newRow("the chain") << checksummed << 1u << QByteArray("frame.protocols") << QString("eth:ethertype:ip:gre:ip:udp:data");
        QTest::newRow("key") << ethernetInGre << 1u << QByteArray("gre.key") << QString("0x12345602");
        QTest::newRow("subnet of NVGRE") << ethernetInGre << 1u << QByteArray("nvgre.vsid") << QString("1193046");
        QTest::newRow("flow of NVGRE") << ethernetInGre << 1u << QByteArray("nvgre.flow_id") << QString("2");
        QTest::newRow("inner frame") << ethernetInGre << 1u << QByteArray("overlay.eth.src") << QString("aa:bb:00:00:10:01");
        QTest::newRow("version") << pointToPoint << 1u << QByteArray("gre.flags.version") << QString("1");
        QTest::newRow("acknowledgment bit") << pointToPoint << 1u << QByteArray("gre.flags.ack") << QString("1");
        QTest::newRow("payload length") << pointToPoint << 1u << QByteArray("gre.key.payload_length") << QString("26");
        QTest::newRow("call") << pointToPoint << 1u << QByteArray("gre.key.call_id") << QString("38992");
        QTest::newRow("sequence") << pointToPoint << 1u << QByteArray("gre.sequence_number") << QString("106");
        QTest::newRow("acknowledged") << pointToPoint << 1u << QByteArray("gre.ack_number") << QString("140");
        QTest::newRow("no plain key in PPTP") << pointToPoint << 1u << QByteArray("gre.key") << QString("");
        QTest::newRow("inside PPP") << pointToPoint << 1u << QByteArray("overlay.ip.src") << QString("10.0.0.1");
    }

    void behindUdp_data()
    {
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QString>("value");
        QTest::newRow("the chain") << QByteArray("frame.protocols") << "eth:ethertype:ip:udp:gre:ip";
        QTest::newRow("key") << QByteArray("gre.key") << "0x0000002a";
        QTest::newRow("seam") << QByteArray("vs.tunnel") << "gre";
        QTest::newRow("inner packet") << QByteArray("overlay.ip.src") << "10.0.0.1";
    }

    void behindUdp()
    {
        QFETCH(QByteArray, field);
        QTEST(valuesOf(field, greInUdp), "value");
    }

    void values()
    {
        QFETCH(QByteArray, packet);
        QFETCH(quint32, linkType);
        QFETCH(QByteArray, field);
        QTEST(valuesOf(field, packet, linkType), "value");
    }

    void tree_data()
    {
        QTest::addColumn<QByteArray>("packet");
        QTest::addColumn<QStringList>("tree");

        QTest::newRow("every optional part")
            << everything
            << QStringList{
                   "Underlay",
                   "  Generic Routing Encapsulation  carries IPv4, key 0x00000007",
                   "    Flags and Version: 0xf000",
                   "      Checksum Bit: Set",
                   "      Routing Bit: Set",
                   "      Key Bit: Set",
                   "      Sequence Number Bit: Set",
                   "      Strict Source Route Bit: Not set",
                   "      Recursion control: 0",
                   "      Flags (Reserved): 0",
                   "      Version: GRE (0)",
                   "    Protocol Type: IPv4 (0x0800)",
                   "    Checksum: 0x0000",
                   "    [Checksum Status: Bad (0)]",
                   "    Offset: 0",
                   "    Key: 0x00000007",
                   "    Sequence Number: 1",
                   "    Address Family: 2048",
                   "    SRE Offset: 0",
                   "    SRE Length: 4",
                   "    Routing Information: 0a000001",
                   "    Address Family: 0",
                   "    SRE Offset: 0",
                   "    SRE Length: 0",
                   "    ! checksum is wrong; where the sender captured it, this is checksum offload",
               };
        QTest::newRow("cut inside the key")
            << QByteArray("20000800 0000")
            << QStringList{
                   "Generic Routing Encapsulation",
                   "  Flags and Version: 0x2000",
                   "    Checksum Bit: Not set",
                   "    Routing Bit: Not set",
                   "    Key Bit: Set",
                   "    Sequence Number Bit: Not set",
                   "    Strict Source Route Bit: Not set",
                   "    Recursion control: 0",
                   "    Flags (Reserved): 0",
                   "    Version: GRE (0)",
                   "  Protocol Type: IPv4 (0x0800)",
                   "  ! Generic Routing Encapsulation needs 8 bytes, but the frame has only 6",
               };
        QTest::newRow("a route entry past the end")
            << QByteArray("40000800 00000000 080000ff")
            << QStringList{
                   "Generic Routing Encapsulation",
                   "  Flags and Version: 0x4000",
                   "    Checksum Bit: Not set",
                   "    Routing Bit: Set",
                   "    Key Bit: Not set",
                   "    Sequence Number Bit: Not set",
                   "    Strict Source Route Bit: Not set",
                   "    Recursion control: 0",
                   "    Flags (Reserved): 0",
                   "    Version: GRE (0)",
                   "  Protocol Type: IPv4 (0x0800)",
                   "  ! Generic Routing Encapsulation needs 271 bytes, but the frame has only 12",
               };
    }

    void tree()
    {
        QFETCH(QByteArray, packet);
        QTEST(treeOf(protocols::gre, packet), "tree");
    }

    void everyPrefix()
    {
        QVERIFY(feedPrefixes(protocols::ethernet, checksummed) > 0);
        QVERIFY(feedPrefixes(protocols::ethernet, ethernetInGre) > 0);
        QVERIFY(feedPrefixes(protocols::ethernet, pointToPoint) > 0);
        QVERIFY(feedPrefixes(protocols::ethernet, greInUdp) > 0);
        QVERIFY(feedPrefixes(protocols::gre, everything) > 0);
    }
};


QTEST_GUILESS_MAIN(GreTest)
#include "tst_gre.moc"
