#include "core/protocols/protocols.h"
#include "tests/support/packets.h"

#include <QTest>

using namespace vethscope;
using namespace vethscope::test;

// Cisco HDLC, RFC 1547 section 4.3.1, and SLARP.

class ChdlcTest : public QObject
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

        const QByteArray frame1("0f000800 450000140001000040ff00000a0000010a000002"); // IPv4
        QTest::newRow("IPv4: frame.protocols") << frame1 << 104u << QByteArray("frame.protocols") << "chdlc:ip";
        QTest::newRow("IPv4: frame.encap_type") << frame1 << 104u << QByteArray("frame.encap_type") << "28";
        QTest::newRow("IPv4: chdlc.address") << frame1 << 104u << QByteArray("chdlc.address") << "0x0f";
        QTest::newRow("IPv4: chdlc.control") << frame1 << 104u << QByteArray("chdlc.control") << "0x00";
        QTest::newRow("IPv4: chdlc.protocol") << frame1 << 104u << QByteArray("chdlc.protocol") << "0x0800";
        QTest::newRow("IPv4: chdlc.clns_padding") << frame1 << 104u << QByteArray("chdlc.clns_padding") << "";
        QTest::newRow("IPv4: slarp.ptype") << frame1 << 104u << QByteArray("slarp.ptype") << "";
        QTest::newRow("IPv4: slarp.address") << frame1 << 104u << QByteArray("slarp.address") << "";
        QTest::newRow("IPv4: slarp.netmask") << frame1 << 104u << QByteArray("slarp.netmask") << "";
        QTest::newRow("IPv4: slarp.mysequence") << frame1 << 104u << QByteArray("slarp.mysequence") << "";
        QTest::newRow("IPv4: slarp.yoursequence") << frame1 << 104u << QByteArray("slarp.yoursequence") << "";
        QTest::newRow("IPv4: slarp.reliability") << frame1 << 104u << QByteArray("slarp.reliability") << "";
        QTest::newRow("IPv4: ip.src") << frame1 << 104u << QByteArray("ip.src") << "10.0.0.1";
        const QByteArray frame2("8f008847 05dc113f 450000140001000040ff00000a0000010a000002"); // MPLS, multicast
        QTest::newRow("MPLS, multicast: frame.protocols") << frame2 << 104u << QByteArray("frame.protocols") << "chdlc:mpls:ip";
        QTest::newRow("MPLS, multicast: frame.encap_type") << frame2 << 104u << QByteArray("frame.encap_type") << "28";
        QTest::newRow("MPLS, multicast: chdlc.address") << frame2 << 104u << QByteArray("chdlc.address") << "0x8f";
        QTest::newRow("MPLS, multicast: chdlc.control") << frame2 << 104u << QByteArray("chdlc.control") << "0x00";
        QTest::newRow("MPLS, multicast: chdlc.protocol") << frame2 << 104u << QByteArray("chdlc.protocol") << "0x8847";
        QTest::newRow("MPLS, multicast: chdlc.clns_padding") << frame2 << 104u << QByteArray("chdlc.clns_padding") << "";
        QTest::newRow("MPLS, multicast: slarp.ptype") << frame2 << 104u << QByteArray("slarp.ptype") << "";
        QTest::newRow("MPLS, multicast: slarp.address") << frame2 << 104u << QByteArray("slarp.address") << "";
        QTest::newRow("MPLS, multicast: slarp.netmask") << frame2 << 104u << QByteArray("slarp.netmask") << "";
        QTest::newRow("MPLS, multicast: slarp.mysequence") << frame2 << 104u << QByteArray("slarp.mysequence") << "";
        QTest::newRow("MPLS, multicast: slarp.yoursequence") << frame2 << 104u << QByteArray("slarp.yoursequence") << "";
        QTest::newRow("MPLS, multicast: slarp.reliability") << frame2 << 104u << QByteArray("slarp.reliability") << "";
        QTest::newRow("MPLS, multicast: mpls.label") << frame2 << 104u << QByteArray("mpls.label") << "24001";
        const QByteArray frame3("0f0086dd 6000000000003b40 00000000000000000000000000000001 00000000000000000000000000000002"); // IPv6
        QTest::newRow("IPv6: frame.protocols") << frame3 << 104u << QByteArray("frame.protocols") << "chdlc:ipv6";
        QTest::newRow("IPv6: frame.encap_type") << frame3 << 104u << QByteArray("frame.encap_type") << "28";
        QTest::newRow("IPv6: chdlc.address") << frame3 << 104u << QByteArray("chdlc.address") << "0x0f";
        QTest::newRow("IPv6: chdlc.control") << frame3 << 104u << QByteArray("chdlc.control") << "0x00";
        QTest::newRow("IPv6: chdlc.protocol") << frame3 << 104u << QByteArray("chdlc.protocol") << "0x86dd";
        QTest::newRow("IPv6: chdlc.clns_padding") << frame3 << 104u << QByteArray("chdlc.clns_padding") << "";
        QTest::newRow("IPv6: slarp.ptype") << frame3 << 104u << QByteArray("slarp.ptype") << "";
        QTest::newRow("IPv6: slarp.address") << frame3 << 104u << QByteArray("slarp.address") << "";
        QTest::newRow("IPv6: slarp.netmask") << frame3 << 104u << QByteArray("slarp.netmask") << "";
        QTest::newRow("IPv6: slarp.mysequence") << frame3 << 104u << QByteArray("slarp.mysequence") << "";
        QTest::newRow("IPv6: slarp.yoursequence") << frame3 << 104u << QByteArray("slarp.yoursequence") << "";
        QTest::newRow("IPv6: slarp.reliability") << frame3 << 104u << QByteArray("slarp.reliability") << "";
        const QByteArray frame4("0f008035 00000002 00000005 00000004 ffff 12345678"); // keepalive
        QTest::newRow("keepalive: frame.protocols") << frame4 << 104u << QByteArray("frame.protocols") << "chdlc:slarp";
        QTest::newRow("keepalive: frame.encap_type") << frame4 << 104u << QByteArray("frame.encap_type") << "28";
        QTest::newRow("keepalive: chdlc.address") << frame4 << 104u << QByteArray("chdlc.address") << "0x0f";
        QTest::newRow("keepalive: chdlc.control") << frame4 << 104u << QByteArray("chdlc.control") << "0x00";
        QTest::newRow("keepalive: chdlc.protocol") << frame4 << 104u << QByteArray("chdlc.protocol") << "0x8035";
        QTest::newRow("keepalive: chdlc.clns_padding") << frame4 << 104u << QByteArray("chdlc.clns_padding") << "";
        QTest::newRow("keepalive: slarp.ptype") << frame4 << 104u << QByteArray("slarp.ptype") << "2";
        QTest::newRow("keepalive: slarp.address") << frame4 << 104u << QByteArray("slarp.address") << "";
        QTest::newRow("keepalive: slarp.netmask") << frame4 << 104u << QByteArray("slarp.netmask") << "";
        QTest::newRow("keepalive: slarp.mysequence") << frame4 << 104u << QByteArray("slarp.mysequence") << "5";
        QTest::newRow("keepalive: slarp.yoursequence") << frame4 << 104u << QByteArray("slarp.yoursequence") << "4";
        QTest::newRow("keepalive: slarp.reliability") << frame4 << 104u << QByteArray("slarp.reliability") << "0xffff";
        const QByteArray frame5("0f008035 00000001 0a000001 ffffff00 0000"); // reply
        QTest::newRow("reply: frame.protocols") << frame5 << 104u << QByteArray("frame.protocols") << "chdlc:slarp";
        QTest::newRow("reply: frame.encap_type") << frame5 << 104u << QByteArray("frame.encap_type") << "28";
        QTest::newRow("reply: chdlc.address") << frame5 << 104u << QByteArray("chdlc.address") << "0x0f";
        QTest::newRow("reply: chdlc.control") << frame5 << 104u << QByteArray("chdlc.control") << "0x00";
        QTest::newRow("reply: chdlc.protocol") << frame5 << 104u << QByteArray("chdlc.protocol") << "0x8035";
        QTest::newRow("reply: chdlc.clns_padding") << frame5 << 104u << QByteArray("chdlc.clns_padding") << "";
        QTest::newRow("reply: slarp.ptype") << frame5 << 104u << QByteArray("slarp.ptype") << "1";
        QTest::newRow("reply: slarp.address") << frame5 << 104u << QByteArray("slarp.address") << "10.0.0.1";
        QTest::newRow("reply: slarp.netmask") << frame5 << 104u << QByteArray("slarp.netmask") << "255.255.255.0";
        QTest::newRow("reply: slarp.mysequence") << frame5 << 104u << QByteArray("slarp.mysequence") << "";
        QTest::newRow("reply: slarp.yoursequence") << frame5 << 104u << QByteArray("slarp.yoursequence") << "";
        QTest::newRow("reply: slarp.reliability") << frame5 << 104u << QByteArray("slarp.reliability") << "";
        const QByteArray frame6("0f008035 00000000 00000000 00000000 0000"); // request
        QTest::newRow("request: frame.protocols") << frame6 << 104u << QByteArray("frame.protocols") << "chdlc:slarp";
        QTest::newRow("request: frame.encap_type") << frame6 << 104u << QByteArray("frame.encap_type") << "28";
        QTest::newRow("request: chdlc.address") << frame6 << 104u << QByteArray("chdlc.address") << "0x0f";
        QTest::newRow("request: chdlc.control") << frame6 << 104u << QByteArray("chdlc.control") << "0x00";
        QTest::newRow("request: chdlc.protocol") << frame6 << 104u << QByteArray("chdlc.protocol") << "0x8035";
        QTest::newRow("request: chdlc.clns_padding") << frame6 << 104u << QByteArray("chdlc.clns_padding") << "";
        QTest::newRow("request: slarp.ptype") << frame6 << 104u << QByteArray("slarp.ptype") << "0";
        QTest::newRow("request: slarp.address") << frame6 << 104u << QByteArray("slarp.address") << "0.0.0.0";
        QTest::newRow("request: slarp.netmask") << frame6 << 104u << QByteArray("slarp.netmask") << "0.0.0.0";
        QTest::newRow("request: slarp.mysequence") << frame6 << 104u << QByteArray("slarp.mysequence") << "";
        QTest::newRow("request: slarp.yoursequence") << frame6 << 104u << QByteArray("slarp.yoursequence") << "";
        QTest::newRow("request: slarp.reliability") << frame6 << 104u << QByteArray("slarp.reliability") << "";
        const QByteArray frame7("0f008035 00000003 00000000"); // an unknown SLARP
        QTest::newRow("an unknown SLARP: frame.protocols") << frame7 << 104u << QByteArray("frame.protocols") << "chdlc:slarp:data";
        QTest::newRow("an unknown SLARP: frame.encap_type") << frame7 << 104u << QByteArray("frame.encap_type") << "28";
        QTest::newRow("an unknown SLARP: chdlc.address") << frame7 << 104u << QByteArray("chdlc.address") << "0x0f";
        QTest::newRow("an unknown SLARP: chdlc.control") << frame7 << 104u << QByteArray("chdlc.control") << "0x00";
        QTest::newRow("an unknown SLARP: chdlc.protocol") << frame7 << 104u << QByteArray("chdlc.protocol") << "0x8035";
        QTest::newRow("an unknown SLARP: chdlc.clns_padding") << frame7 << 104u << QByteArray("chdlc.clns_padding") << "";
        QTest::newRow("an unknown SLARP: slarp.ptype") << frame7 << 104u << QByteArray("slarp.ptype") << "3";
        QTest::newRow("an unknown SLARP: slarp.address") << frame7 << 104u << QByteArray("slarp.address") << "";
        QTest::newRow("an unknown SLARP: slarp.netmask") << frame7 << 104u << QByteArray("slarp.netmask") << "";
        QTest::newRow("an unknown SLARP: slarp.mysequence") << frame7 << 104u << QByteArray("slarp.mysequence") << "";
        QTest::newRow("an unknown SLARP: slarp.yoursequence") << frame7 << 104u << QByteArray("slarp.yoursequence") << "";
        QTest::newRow("an unknown SLARP: slarp.reliability") << frame7 << 104u << QByteArray("slarp.reliability") << "";
        const QByteArray frame8("0f004242 0000 00 80 01020304050607"); // spanning tree
        QTest::newRow("spanning tree: frame.protocols") << frame8 << 104u << QByteArray("frame.protocols") << "chdlc:stp";
        QTest::newRow("spanning tree: frame.encap_type") << frame8 << 104u << QByteArray("frame.encap_type") << "28";
        QTest::newRow("spanning tree: chdlc.address") << frame8 << 104u << QByteArray("chdlc.address") << "0x0f";
        QTest::newRow("spanning tree: chdlc.control") << frame8 << 104u << QByteArray("chdlc.control") << "0x00";
        QTest::newRow("spanning tree: chdlc.protocol") << frame8 << 104u << QByteArray("chdlc.protocol") << "0x4242";
        QTest::newRow("spanning tree: chdlc.clns_padding") << frame8 << 104u << QByteArray("chdlc.clns_padding") << "";
        QTest::newRow("spanning tree: slarp.ptype") << frame8 << 104u << QByteArray("slarp.ptype") << "";
        QTest::newRow("spanning tree: slarp.address") << frame8 << 104u << QByteArray("slarp.address") << "";
        QTest::newRow("spanning tree: slarp.netmask") << frame8 << 104u << QByteArray("slarp.netmask") << "";
        QTest::newRow("spanning tree: slarp.mysequence") << frame8 << 104u << QByteArray("slarp.mysequence") << "";
        QTest::newRow("spanning tree: slarp.yoursequence") << frame8 << 104u << QByteArray("slarp.yoursequence") << "";
        QTest::newRow("spanning tree: slarp.reliability") << frame8 << 104u << QByteArray("slarp.reliability") << "";
        const QByteArray frame9("0f00fefe 03 8312"); // OSI
        QTest::newRow("OSI: frame.protocols") << frame9 << 104u << QByteArray("frame.protocols") << "chdlc:data";
        QTest::newRow("OSI: frame.encap_type") << frame9 << 104u << QByteArray("frame.encap_type") << "28";
        QTest::newRow("OSI: chdlc.address") << frame9 << 104u << QByteArray("chdlc.address") << "0x0f";
        QTest::newRow("OSI: chdlc.control") << frame9 << 104u << QByteArray("chdlc.control") << "0x00";
        QTest::newRow("OSI: chdlc.protocol") << frame9 << 104u << QByteArray("chdlc.protocol") << "0xfefe";
        QTest::newRow("OSI: chdlc.clns_padding") << frame9 << 104u << QByteArray("chdlc.clns_padding") << "0x03";
        QTest::newRow("OSI: slarp.ptype") << frame9 << 104u << QByteArray("slarp.ptype") << "";
        QTest::newRow("OSI: slarp.address") << frame9 << 104u << QByteArray("slarp.address") << "";
        QTest::newRow("OSI: slarp.netmask") << frame9 << 104u << QByteArray("slarp.netmask") << "";
        QTest::newRow("OSI: slarp.mysequence") << frame9 << 104u << QByteArray("slarp.mysequence") << "";
        QTest::newRow("OSI: slarp.yoursequence") << frame9 << 104u << QByteArray("slarp.yoursequence") << "";
        QTest::newRow("OSI: slarp.reliability") << frame9 << 104u << QByteArray("slarp.reliability") << "";
        const QByteArray frame10("0f006558 020000001002020000001001 0800 450000140001000040ff00000a0000010a000002"); // bridged Ethernet
        QTest::newRow("bridged Ethernet: frame.protocols") << frame10 << 104u << QByteArray("frame.protocols") << "chdlc:eth:ethertype:ip";
        QTest::newRow("bridged Ethernet: frame.encap_type") << frame10 << 104u << QByteArray("frame.encap_type") << "28";
        QTest::newRow("bridged Ethernet: chdlc.address") << frame10 << 104u << QByteArray("chdlc.address") << "0x0f";
        QTest::newRow("bridged Ethernet: chdlc.control") << frame10 << 104u << QByteArray("chdlc.control") << "0x00";
        QTest::newRow("bridged Ethernet: chdlc.protocol") << frame10 << 104u << QByteArray("chdlc.protocol") << "0x6558";
        QTest::newRow("bridged Ethernet: chdlc.clns_padding") << frame10 << 104u << QByteArray("chdlc.clns_padding") << "";
        QTest::newRow("bridged Ethernet: slarp.ptype") << frame10 << 104u << QByteArray("slarp.ptype") << "";
        QTest::newRow("bridged Ethernet: slarp.address") << frame10 << 104u << QByteArray("slarp.address") << "";
        QTest::newRow("bridged Ethernet: slarp.netmask") << frame10 << 104u << QByteArray("slarp.netmask") << "";
        QTest::newRow("bridged Ethernet: slarp.mysequence") << frame10 << 104u << QByteArray("slarp.mysequence") << "";
        QTest::newRow("bridged Ethernet: slarp.yoursequence") << frame10 << 104u << QByteArray("slarp.yoursequence") << "";
        QTest::newRow("bridged Ethernet: slarp.reliability") << frame10 << 104u << QByteArray("slarp.reliability") << "";
        QTest::newRow("bridged Ethernet: eth.src") << frame10 << 104u << QByteArray("eth.src") << "02:00:00:00:10:01";
        const QByteArray frame11("0f001234 0102"); // a type that nobody knows
        QTest::newRow("a type that nobody knows: frame.protocols") << frame11 << 104u << QByteArray("frame.protocols") << "chdlc:data";
        QTest::newRow("a type that nobody knows: frame.encap_type") << frame11 << 104u << QByteArray("frame.encap_type") << "28";
        QTest::newRow("a type that nobody knows: chdlc.address") << frame11 << 104u << QByteArray("chdlc.address") << "0x0f";
        QTest::newRow("a type that nobody knows: chdlc.control") << frame11 << 104u << QByteArray("chdlc.control") << "0x00";
        QTest::newRow("a type that nobody knows: chdlc.protocol") << frame11 << 104u << QByteArray("chdlc.protocol") << "0x1234";
        QTest::newRow("a type that nobody knows: chdlc.clns_padding") << frame11 << 104u << QByteArray("chdlc.clns_padding") << "";
        QTest::newRow("a type that nobody knows: slarp.ptype") << frame11 << 104u << QByteArray("slarp.ptype") << "";
        QTest::newRow("a type that nobody knows: slarp.address") << frame11 << 104u << QByteArray("slarp.address") << "";
        QTest::newRow("a type that nobody knows: slarp.netmask") << frame11 << 104u << QByteArray("slarp.netmask") << "";
        QTest::newRow("a type that nobody knows: slarp.mysequence") << frame11 << 104u << QByteArray("slarp.mysequence") << "";
        QTest::newRow("a type that nobody knows: slarp.yoursequence") << frame11 << 104u << QByteArray("slarp.yoursequence") << "";
        QTest::newRow("a type that nobody knows: slarp.reliability") << frame11 << 104u << QByteArray("slarp.reliability") << "";
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

        QTest::newRow("a keepalive")
            << QByteArray("0f008035 00000002 00000005 00000004 ffff")
            << QStringList{
                   "Cisco HDLC  Unicast",
                   "  Address: Unicast (0x0f)",
                   "  Control: 0x00",
                   "  Protocol: SLARP (0x8035)",
                   "Cisco SLARP  Line keepalive, outgoing sequence 5, returned sequence 4",
                   "  Packet type: Line keepalive (2)",
                   "  Outgoing sequence number: 5",
                   "  Returned sequence number: 4",
                   "  Reliability: 0xffff",
               };
        QTest::newRow("a keepalive of a doubtful reliability")
            << QByteArray("0f008035 00000002 00000005 00000004 1234")
            << QStringList{
                   "Cisco HDLC  Unicast",
                   "  Address: Unicast (0x0f)",
                   "  Control: 0x00",
                   "  Protocol: SLARP (0x8035)",
                   "Cisco SLARP  Line keepalive, outgoing sequence 5, returned sequence 4",
                   "  Packet type: Line keepalive (2)",
                   "  Outgoing sequence number: 5",
                   "  Returned sequence number: 4",
                   "  Reliability: 0x1234",
                   "  ! the reliability of a line is always 0xffff",
               };
        QTest::newRow("a reply")
            << QByteArray("8f008035 00000001 0a000001 ffffff00 0000")
            << QStringList{
                   "Cisco HDLC  Multicast",
                   "  Address: Multicast (0x8f)",
                   "  Control: 0x00",
                   "  Protocol: SLARP (0x8035)",
                   "Cisco SLARP  Reply",
                   "  Packet type: Reply (1)",
                   "  Address: 10.0.0.1",
                   "  Netmask: 255.255.255.0",
               };
        QTest::newRow("OSI, cut in front of its padding")
            << QByteArray("0f00fefe")
            << QStringList{
                   "Cisco HDLC",
                   "  Address: Unicast (0x0f)",
                   "  Control: 0x00",
                   "  Protocol: OSI (0xfefe)",
                   "  ! Cisco HDLC needs 5 bytes, but the frame has only 4",
               };
        QTest::newRow("SLARP, cut")
            << QByteArray("0f008035 00000002 00000005")
            << QStringList{
                   "Cisco HDLC  Unicast",
                   "  Address: Unicast (0x0f)",
                   "  Control: 0x00",
                   "  Protocol: SLARP (0x8035)",
                   "Cisco SLARP",
                   "  Packet type: Line keepalive (2)",
                   "  ! Cisco SLARP needs 14 bytes, but the header around it leaves only 8",
               };
        QTest::newRow("an address that nobody knows")
            << QByteArray("1f001234")
            << QStringList{
                   "Cisco HDLC  unknown address",
                   "  Address: 0x1f",
                   "  Control: 0x00",
                   "  Protocol: 0x1234",
               };
        QTest::newRow("cut")
            << QByteArray("0f00")
            << QStringList{
                   "Cisco HDLC",
                   "  Address: Unicast (0x0f)",
                   "  Control: 0x00",
                   "  ! Cisco HDLC needs 4 bytes, but the frame has only 2",
               };
    }

    void tree()
    {
        QFETCH(QByteArray, packet);
        QTEST(treeOf(protocols::chdlc, packet), "tree");
    }

    void everyPrefix()
    {
        QCOMPARE(feedPrefixes(protocols::chdlc, "0f008035 00000002 00000005 00000004 ffff"), 2 * 19);
        QCOMPARE(feedPrefixes(protocols::chdlc, "8f008847 05dc113f 450000140001000040ff00000a0000010a000002"), 2 * 29);
    }
};

QTEST_GUILESS_MAIN(ChdlcTest)
#include "tst_chdlc.moc"
