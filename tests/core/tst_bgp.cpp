#include "core/protocols/protocols.h"
#include "tests/support/packets.h"

#include <QTest>

using namespace vethscope;
using namespace vethscope::test;

// BGP, RFC 4271. Packets with a name in brackets are from the captures of tcpdump's and pmacct's tests; what their
// rows say is what tshark 4.0 says of them.

namespace {

const QByteArray marker = "ffffffffffffffffffffffffffffffff ";
const QByteArray keepalive = marker + "0013 04 ";

// An UPDATE with these attributes and routes, lengths as they should be.
QByteArray update(const QByteArray &attributes, const QByteArray &routes = {}, const QByteArray &withdrawn = {})
{
    const auto counted = [](const QByteArray &hex) {
        return QByteArray::number(fromHex(hex).size(), 16).rightJustified(4, '0') + ' ' + hex;
    };
    const QByteArray body = counted(withdrawn) + ' ' + counted(attributes) + ' ' + routes;
    return marker + QByteArray::number(19 + fromHex(body).size(), 16).rightJustified(4, '0') + " 02 " + body;
}

// ORIGIN IGP, AS_PATH 65000, NEXT_HOP 10.0.0.1.
const QByteArray usual = "40010100 400206 0201 0000fde8 400304 0a000001 ";

// [bgp-evpn] A route reflector of EVPN.
const QByteArray open = marker
    + "0047 01 04 fde8 005a 02020202 2a 0206 0104 00010080 0206 0104 00190046 0202 8000 0202 0200 0204 4002 4078"
      "0206 4104 0000fde8 0202 4700";

// [bgp-encap] A MAC address behind a VXLAN tunnel end.
const QByteArray evpn = marker
    + "0068 02 0000 0051 40010100 400200 40050400000064 c01010 0002fde800000065 030c000000000008 90 0e 002c 0019 46 04 04040404"
      "00 02 21 0001040404040004 00000000000000000000 00000000 30 02060a0efaf3 00 000065";

// [bgp-ovs] A host route, with the state of its origin.
const QByteArray hostRoute = marker
    + "0044 02 0000 0028 40010102 50020000 400304 c0a80a11 800404 00000000 400504 00000064 c01008 4300000000000001 20 0a006791";

// The same bytes as the payload of an IPv4 packet from and to port 179.
QByteArray segment(const QByteArray &messages)
{
    const QByteArray payload = fromHex(messages);
    const QByteArray length = QByteArray::number(40 + payload.size(), 16).rightJustified(4, '0');
    return "4500" + length + "0000 0000 40 06 0000 0a000001 0a000002 00b3 00b3 00000001 00000001 5018 ffff 0000 0000" + payload.toHex();
}

} // namespace

class BgpTest : public QObject
{
    Q_OBJECT

private slots:
    void tree_data()
    {
        QTest::addColumn<QByteArray>("packet");
        QTest::addColumn<QStringList>("tree");

        QTest::newRow("KEEPALIVE is a header alone")
            << keepalive
            << QStringList{
                   "Border Gateway Protocol  KEEPALIVE Message",
                   "  Marker: ffffffffffffffffffffffffffffffff",
                   "  Length: 19",
                   "  Type: KEEPALIVE Message (4)",
               };
        QTest::newRow("OPEN [bgp-evpn], cut to two of its capabilities")
            << marker + "0033 01 04 fde8 005a 02020202 16 0206 0104 00190046 0204 4002 4078 0206 4104 0000fde8"
            << QStringList{
                   "Border Gateway Protocol  OPEN Message: AS 65000, hold time 90 s, identifier 2.2.2.2",
                   "  Marker: ffffffffffffffffffffffffffffffff",
                   "  Length: 51",
                   "  Type: OPEN Message (1)",
                   "  Version: 4",
                   "  My AS: 65000",
                   "  Hold Time: 90",
                   "  BGP Identifier: 2.2.2.2",
                   "  Optional Parameters Length: 22",
                   "  Optional Parameters",
                   "    Optional Parameter: Capability",
                   "      Parameter Type: Capability (2)",
                   "      Parameter Length: 6",
                   "      Capability: Multiprotocol extensions capability",
                   "        Type: Multiprotocol extensions capability (1)",
                   "        Length: 4",
                   "        AFI: Layer-2 VPN (25)",
                   "        Reserved: 00",
                   "        SAFI: EVPN (70)",
                   "    Optional Parameter: Capability",
                   "      Parameter Type: Capability (2)",
                   "      Parameter Length: 4",
                   "      Capability: Graceful Restart capability",
                   "        Type: Graceful Restart capability (64)",
                   "        Length: 2",
                   "        Restart Timers: 0x4078",
                   "          Restart state: Not set",
                   "          Graceful notification: Set",
                   "          Time: 120",
                   "    Optional Parameter: Capability",
                   "      Parameter Type: Capability (2)",
                   "      Parameter Length: 6",
                   "      Capability: Support for 4-octet AS number capability",
                   "        Type: Support for 4-octet AS number capability (65)",
                   "        Length: 4",
                   "        AS Number: 65000",
               };
        QTest::newRow("UPDATE with a route")
            << update("40010100 400206 0201 0000fde8 400304 ac1b100a", "1a 0af40100")
            << QStringList{
                   "Border Gateway Protocol  UPDATE Message: 10.244.1.0/26 via 172.27.16.10",
                   "  Marker: ffffffffffffffffffffffffffffffff",
                   "  Length: 48",
                   "  Type: UPDATE Message (2)",
                   "  Withdrawn Routes Length: 0",
                   "  Total Path Attribute Length: 20",
                   "  Path attributes",
                   "    Path Attribute - ORIGIN: IGP",
                   "      Flags: 0x40",
                   "        Optional: Not set",
                   "        Transitive: Set",
                   "        Partial: Not set",
                   "        Extended-Length: Not set",
                   "        Unused: 0x00",
                   "      Type Code: ORIGIN (1)",
                   "      Length: 1",
                   "      Origin: IGP (0)",
                   "    Path Attribute - AS_PATH: 65000",
                   "      Flags: 0x40",
                   "        Optional: Not set",
                   "        Transitive: Set",
                   "        Partial: Not set",
                   "        Extended-Length: Not set",
                   "        Unused: 0x00",
                   "      Type Code: AS_PATH (2)",
                   "      Length: 6",
                   "      AS Path segment: 65000",
                   "        Segment type: AS_SEQUENCE (2)",
                   "        Segment length (number of ASN): 1",
                   "        AS4: 65000",
                   "    Path Attribute - NEXT_HOP: 172.27.16.10",
                   "      Flags: 0x40",
                   "        Optional: Not set",
                   "        Transitive: Set",
                   "        Partial: Not set",
                   "        Extended-Length: Not set",
                   "        Unused: 0x00",
                   "      Type Code: NEXT_HOP (3)",
                   "      Length: 4",
                   "      Next hop: 172.27.16.10",
                   "  Network Layer Reachability Information (NLRI)",
                   "    10.244.1.0/26",
                   "      Prefix Length: 26",
                   "      NLRI prefix: 10.244.1.0",
               };
        QTest::newRow("UPDATE whose attribute is longer than it; the route behind is kept")
            << update("400520 00000064", "18 0a0000")
            << QStringList{
                   "Border Gateway Protocol  UPDATE Message: 10.0.0.0/24",
                   "  Marker: ffffffffffffffffffffffffffffffff",
                   "  Length: 34",
                   "  Type: UPDATE Message (2)",
                   "  Withdrawn Routes Length: 0",
                   "  Total Path Attribute Length: 7",
                   "  Path attributes",
                   "    Path Attribute - LOCAL_PREF",
                   "      Flags: 0x40",
                   "        Optional: Not set",
                   "        Transitive: Set",
                   "        Partial: Not set",
                   "        Extended-Length: Not set",
                   "        Unused: 0x00",
                   "      Type Code: LOCAL_PREF (5)",
                   "      Length: 32",
                   "  Network Layer Reachability Information (NLRI)",
                   "    10.0.0.0/24",
                   "      Prefix Length: 24",
                   "      NLRI prefix: 10.0.0.0",
                   "  ! a BGP attribute longer than its message: 32 bytes, where 4 are left",
               };
        QTest::newRow("UPDATE that withdraws; its last prefix is none")
            << update({}, {}, "18 0af401 ff 0102")
            << QStringList{
                   "Border Gateway Protocol  UPDATE Message: withdraws 10.244.1.0/24",
                   "  Marker: ffffffffffffffffffffffffffffffff",
                   "  Length: 30",
                   "  Type: UPDATE Message (2)",
                   "  Withdrawn Routes Length: 7",
                   "  Withdrawn Routes",
                   "    10.244.1.0/24",
                   "      Prefix Length: 24",
                   "      Withdrawn prefix: 10.244.1.0",
                   "  Total Path Attribute Length: 0",
                   "  ! a prefix length of 255 bits at byte 25 is none that an address of its kind has",
               };
        QTest::newRow("NOTIFICATION with the operator's words, RFC 9003")
            << marker + "001b 03 06 02 05 68656c6c6f"
            << QStringList{
                   "Border Gateway Protocol  NOTIFICATION Message: Cease, Administratively Shutdown (6/2) \"hello\"",
                   "  Marker: ffffffffffffffffffffffffffffffff",
                   "  Length: 27",
                   "  Type: NOTIFICATION Message (3)",
                   "  Major error Code: Cease (6)",
                   "  Minor error Code (Cease): Administratively Shutdown (2)",
                   "  BGP Shutdown Communication Length: 5",
                   "  Shutdown Communication: hello",
               };
        QTest::newRow("ROUTE-REFRESH, the begin of one: RFC 7313")
            << marker + "0017 05 0001 01 01"
            << QStringList{
                   "Border Gateway Protocol  ROUTE-REFRESH Message: begin of IPv4 Unicast",
                   "  Marker: ffffffffffffffffffffffffffffffff",
                   "  Length: 23",
                   "  Type: ROUTE-REFRESH Message (5)",
                   "  Address family identifier (AFI): IPv4 (1)",
                   "  Subtype: Demarcation of the beginning of a route refresh (1)",
                   "  Subsequent address family identifier (SAFI): Unicast (1)",
               };
        QTest::newRow("the end of a message from an earlier segment, then a whole one")
            << "0102030405" + keepalive
            << QStringList{
                   "Border Gateway Protocol  Continuation",
                   "  Continuation",
                   "Border Gateway Protocol  KEEPALIVE Message",
                   "  Marker: ffffffffffffffffffffffffffffffff",
                   "  Length: 19",
                   "  Type: KEEPALIVE Message (4)",
               };
        QTest::newRow("what follows a message has no marker")
            << keepalive + "fefefefe"
            << QStringList{
                   "Border Gateway Protocol  KEEPALIVE Message",
                   "  Marker: ffffffffffffffffffffffffffffffff",
                   "  Length: 19",
                   "  Type: KEEPALIVE Message (4)",
                   "  ! the 4 bytes behind this message begin without a marker, so a length is wrong",
                   "Data  4 bytes",
                   "  Data: fefefefe",
                   "  [Length: 4]",
               };
        QTest::newRow("a message that goes on in the next segment")
            << marker + "0030 02 0000"
            << QStringList{
                   "Border Gateway Protocol  UPDATE Message",
                   "  Marker: ffffffffffffffffffffffffffffffff",
                   "  Length: 48",
                   "  Type: UPDATE Message (2)",
                   "  Withdrawn Routes Length: 0",
                   "  ! 21 of the message's 48 bytes are here; the rest is in the next segment",
               };
        QTest::newRow("a length that no message has")
            << marker + "0012 04"
            << QStringList{
                   "Border Gateway Protocol",
                   "  Marker: ffffffffffffffffffffffffffffffff",
                   "  Length: 18",
                   "  Type: KEEPALIVE Message (4)",
                   "  ! Border Gateway Protocol length field says 18 bytes, but a message has at least 19",
               };
        QTest::newRow("cut off inside the marker of the second message")
            << keepalive + "ffffffff"
            << QStringList{
                   "Border Gateway Protocol  KEEPALIVE Message",
                   "  Marker: ffffffffffffffffffffffffffffffff",
                   "  Length: 19",
                   "  Type: KEEPALIVE Message (4)",
                   "Border Gateway Protocol",
                   "  ! Border Gateway Protocol needs 19 bytes, but the header around it leaves only 4",
               };
    }

    void tree()
    {
        QFETCH(QByteArray, packet);
        QTEST(treeOf(protocols::bgp, packet), "tree");
    }

    void values_data()
    {
        QTest::addColumn<QByteArray>("packet");
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QString>("values");
        // From tshark 4.0, as -T fields prints them.
        const auto row = [](const char *name, const QByteArray &packet, const char *field, const char *values) {
            QTest::newRow(name) << packet << QByteArray("bgp.") + field << QString(values);
        };
        row("several messages", keepalive + hostRoute + keepalive, "type", "4,2,4");
        row("capabilities", open, "cap.type", "1,1,128,2,64,65,71");
        row("address families", open, "cap.mp.afi", "1,25");
        row("AS_PATH of two-byte numbers", update("40020a 0202 fde8fde9 0101 0001"), "update.path_attribute.as_path_segment.as2", "65000,65001,1");
        row("AS_PATH of four-byte numbers", update("400214 0202 0000fde8fa56ea00 0102 0001000200010003"), "update.path_attribute.as_path_segment.as4",
            "65000,4200000000,65538,65539");
        row("AS_PATH that fits neither", update("400206 0203 fde8fde9"), "update.path_attribute.as_path_segment.as2", "");
        row("AGGREGATOR of a two-byte AS", update("c00706 fde8 0a000001"), "update.path_attribute.aggregator_as", "65000");
        row("communities", update("c0080c ffffff01 00640001 ffff0006"), "update.path_attribute.community_as", "100");
        row("well-known communities", update("c0080c ffffff01 00640001 ffff0006"), "update.path_attribute.community_wellknown", "0xffffff01,0xffff0006");
        row("route reflection", update("800904 0a000001 800a08 0a000001 0a000002"), "path_attribute.cluster_id", "10.0.0.1,10.0.0.2");
        row("prefixes with path identifiers", update(usual, "00000001 18 0af401 00000002 1a 0af40240"), "nlri_path_id", "1,2");
        row("their prefixes", update(usual, "00000001 18 0af401 00000002 1a 0af40240"), "nlri_prefix", "10.244.1.0,10.244.2.64");
        row("IPv6 prefixes", update(usual + "800e25 0002 01 10 20010db8000000000000000000000001 00 40 20010db800000001 30 20010db80002"),
            "mp_reach_nlri_ipv6_prefix", "2001:db8:0:1::,2001:db8:2::");
        row("IPv4 over an IPv6 next hop", update(usual + "800e19 0001 01 10 20010db8000000000000000000000001 00 18 0af401"),
            "update.path_attribute.mp_reach_nlri.next_hop.ipv6", "2001:db8::1");
        row("withdrawn by attribute", update("800f0c 0001 01 18 0af401 1a 0af40240"), "mp_unreach_nlri_ipv4_prefix", "10.244.1.0,10.244.2.64");
        row("two labels", update(usual + "800e13 0001 04 04 0a000001 00 48 000640 000651 0af401"), "label_stack", "100,101 (bottom)");
        row("a withdrawn label", update("800f0a 0001 04 30 800000 0af401"), "label_stack", "0 (withdrawn)");
        row("VPN routes", update(usual + "800e38 0001 80 0c 0000000000000000 0a000001 00 70 000641 0000fde800000064 0af401"
                                         "58 000651 00010a0000010064 58 000651 00020001000a0064"), "rd", "65000:100,10.0.0.1:100,65546:100");
        row("prefixes of VPN routes", update(usual + "800e38 0001 80 0c 0000000000000000 0a000001 00 70 000641 0000fde800000064 0af401"
                                                     "58 000651 00010a0000010064 58 000651 00020001000a0064"),
            "mp_reach_nlri_ipv4_prefix", "10.244.1.0,0.0.0.0,0.0.0.0");
        row("EVPN behind VXLAN", evpn, "evpn.nlri.vni", "101");
        row("EVPN's MAC address", evpn, "evpn.nlri.mac_addr", "02:06:0a:0e:fa:f3");
        row("EVPN behind MPLS", update(usual + "800e24 0019 46 04 0a000001 00 01 19 00010a0000010064 00112233445566778899 00000000 000651"),
            "evpn.nlri.mpls_ls1", "101");
        row("EVPN's IP prefix", update(usual + "c01008 030c000000000008 800e2d 0019 46 04 0a000001 00 05 22 00010a0000010064"
                                               "00000000000000000000 00000000 18 0af40100 00000000 000065"), "evpn.nlri.ip.addr", "10.244.1.0");
        row("a flow specification", update(usual + "800e11 0001 85 00 00 0b 01 18 0af401 03 81 06 04 81 50"), "flowspec_nlri.dec_val_8", "6,80");
        row("extended communities", hostRoute, "ext_com.value_raw", "0x0000000000000001");
        row("a link's bandwidth", update("c01008 4004 fde8 47c35000"), "ext_com.value_link_bw", "100000");
        row("large communities", update("c0200c 0000fde8 00000001 00000002"), "large_communities.ldp2", "2");
        row("AIGP, RFC 7311: an element without a value, then the metric", update(usual + "801a0e 02 0003 01 000b 0000000000000064"), "update.attribute.aigp.accu_igp_metric", "100");
        row("the AS a peer did not expect", marker + "0017 03 02 02 fde9", "notify.error_open.bad_peer_as", "65001");
        row("a collision at the start of a session", marker + "0015 03 06 07", "notify.minor_error_cease", "7");
        row("Cisco's prefix filter", marker + "0026 05 0001 00 01 01 80 000b 00 00000005 10 20 18 0af401", "route_refresh.orf.entry.ip", "10.244.1.0");
        // tshark 4.0 does not read RFC 9072 and takes these for parameters of other kinds.
        row("extended optional parameters", marker + "002d 01 04 fde8 00b4 0a000001 ff ff 000d 02 000a 4104 0000fde8 0200 4600", "cap.type", "65,2,70");
        // tshark 4.0 takes a plain list with a default route for one with path identifiers.
        row("a default route among others", update(usual, "18 0af401 1a 0af40240 20 0af40301 00"), "nlri_prefix",
            "10.244.1.0,10.244.2.64,10.244.3.1,0.0.0.0");
    }

    void values()
    {
        QFETCH(QByteArray, packet);
        QFETCH(QByteArray, field);
        QTEST(valuesOf(field, segment(packet), 101), "values");
    }

    void info_data()
    {
        QTest::addColumn<QByteArray>("packet");
        QTest::addColumn<QString>("info");

        QTest::newRow("OPEN") << open << "OPEN Message: AS 65000, hold time 90 s, identifier 2.2.2.2";
        QTest::newRow("UPDATE") << hostRoute << "UPDATE Message: 10.0.103.145/32 via 192.168.10.17";
        QTest::newRow("UPDATE of EVPN") << evpn << "UPDATE Message: 02:06:0a:0e:fa:f3 via 4.4.4.4";
        QTest::newRow("UPDATE with several routes") << update(usual, "18 0af401 18 0af402 18 0af403", "18 0af404")
                                                    << "UPDATE Message: 10.244.1.0/24 and 2 more via 10.0.0.1, withdraws 10.244.4.0/24";
        QTest::newRow("UPDATE that ends a table") << update({}) << "UPDATE Message: End-of-RIB";
        QTest::newRow("UPDATE that ends another table") << update("800f03 0002 01") << "UPDATE Message: End-of-RIB";
        QTest::newRow("NOTIFICATION of a wrong AS") << marker + "0017 03 02 02 fde9" << "NOTIFICATION Message: OPEN Message Error, Bad Peer AS (2/2)";
        QTest::newRow("NOTIFICATION of a hold timer") << marker + "0015 03 04 00" << "NOTIFICATION Message: Hold Timer Expired (4/0)";
        QTest::newRow("NOTIFICATION of a collision") << marker + "0015 03 06 07" << "NOTIFICATION Message: Cease, Connection Collision Resolution (6/7)";
        QTest::newRow("KEEPALIVE") << keepalive << "KEEPALIVE Message";
        QTest::newRow("a type that nobody has") << marker + "0013 07" << "Unknown message type (0x07)";
        QTest::newRow("the middle of a message") << QByteArray("0102030405") << "Continuation";
    }

    void info()
    {
        QFETCH(QByteArray, packet);
        QTEST(infoOf(protocols::bgp, packet), "info");
    }

    void everyPrefix()
    {
        for (const QByteArray &packet : {open, evpn, hostRoute, keepalive + hostRoute})
            QCOMPARE(feedPrefixes(protocols::bgp, packet), 2 * (fromHex(packet).size() + 1));
    }
};

QTEST_GUILESS_MAIN(BgpTest)
#include "tst_bgp.moc"
