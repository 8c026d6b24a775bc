#include "core/filter/filter.h"
#include "tests/support/packets.h"
#include "tests/support/stack.h"

#include <QTest>

#include <map>

using namespace vethscope;
using namespace vethscope::test;

// Which packets a display filter matches, and what it says of an expression that is none. What tshark 4.0 accepts
// too was compared with `tshark -Y` on the same packets.

namespace {

QByteArray query()
{
    return fromHex("e4c1 0100 0001 0000 0000 0000 03777777 056261696475 03636f6d 00 0001 0001");
}

const std::map<QString, QByteArray> &packets()
{
    static const std::map<QString, QByteArray> all{
        // 172.27.0.11 → 172.27.16.10, UDP 40000 → 8472, VNI 1; inside 10.244.0.60 → 10.244.1.3, TCP 43770 → 80, GET
        {"1 vxlan", requestOverVxlan()},
        {"2 ipip", ethernet(ipv4("172.27.0.11", "172.27.16.10", 4, ipv4("10.233.64.5", "10.233.65.7", 1, echoRequest("abcdefgh"))))},
        {"3 dns", ethernet(ipv4("10.244.0.60", "10.96.0.10", 17, udp(54477, 53, query())))},
        {"4 syn", ethernet(vlan(7, ipv4("10.0.0.1", "10.0.0.2", 6, tcp(40000, 443, 0x02))), 0x8100)},
        {"5 arp", fromHex("ffffffffffff 5254000000aa 0806 0001 0800 06 04 0001 5254000000aa ac1b000b 000000000000 ac1b0001")},
        {"6 ipv6", ethernet(ipv6("fe80::1", "ff02::2", 17, udp(40001, 40002, "abc")), 0x86dd)},
    };
    return all;
}

// The names of the packets that the filter matches.
QString matchesOf(const Filter &filter)
{
    const Dissector dissector(registry());
    FilterScratch scratch;
    QStringList names;
    std::uint32_t number = 0;
    for (const auto &[name, bytes] : packets()) {
        Frame frame = frameOf(bytes);
        frame.number = ++number;
        if (filter.matches(frame, dissector.dissect(frame), scratch))
            names << name.sliced(2);
    }
    return names.join(' ');
}

void row(const char *expression, const char *packets)
{
    QTest::newRow(expression) << QString(packets);
}

} // namespace

class FilterTest : public QObject
{
    Q_OBJECT

private slots:
    void matches_data()
    {
        QTest::addColumn<QString>("packets");

        // Presence.
        row("vxlan", "vxlan");
        row("http", "vxlan");
        row("ip", "vxlan ipip dns syn");
        row("dns", "dns");
        row("arp", "arp");
        row("tcp", "vxlan syn");
        row("udp", "vxlan dns ipv6");
        row("frame", "vxlan ipip dns syn arp ipv6");
        row("vlan", "syn");
        row("ipv6", "ipv6");
        row("tcp.flags.syn", "vxlan syn");
        row("http.host", "vxlan");
        row("eth.type", "vxlan ipip dns syn arp ipv6");
        row("!ip", "arp ipv6");
        row("not ip", "arp ipv6");
        row("!!ip", "vxlan ipip dns syn");
        row("data", "ipip ipv6");

        // Equality.
        row("tcp.dstport == 80", "vxlan");
        row("tcp.dstport eq 80", "vxlan");
        row("80 == tcp.dstport", "vxlan");
        row("udp.dstport != 53", "vxlan ipv6");
        row("udp.dstport ne 53", "vxlan ipv6");
        row("udp.port == 8472", "vxlan");
        row("udp.port != 8472", "dns ipv6");
        row("udp.port !== 8472", "vxlan dns ipv6");
        row("tcp.port === 80", "");
        row("eth.type == 0x0806", "arp");
        row("eth.type == ARP", "arp");
        row("ip.ttl == 0100", "vxlan ipip dns syn");
        row("vxlan.vni == 1", "vxlan");
        row("vxlan.vni == 0x1", "vxlan");
        row("arp.opcode == request", "arp");
        row("eth.src == 02:00:00:00:00:01", "vxlan ipip dns syn ipv6");
        row("eth.src == 02-00-00-00-00-01", "vxlan ipip dns syn ipv6");
        row("eth.src == 0200.0000.0001", "vxlan ipip dns syn ipv6");
        row("arp.src.proto_ipv4 == 172.27.0.11", "arp");
        row("ipv6.src == fe80::1", "ipv6");
        row("ipv6.dst == ff02:0:0:0:0:0:0:2", "ipv6");
        row("tcp.flags.syn == 1", "syn");
        row("tcp.flags.syn == True", "syn");
        row("tcp.flags.syn == 0", "vxlan");
        row("http.host == \"web\"", "vxlan");
        row("http.request.method == \"GET\"", "vxlan");
        row("http.request.method == \"get\"", "");
        row("dns.qry.name == \"www.baidu.com\"", "dns");

        // Several values: any or all.
        row("ip.src == 10.244.0.60", "vxlan dns");
        row("ip.addr == 10.244.1.3", "vxlan");
        row("ip.addr != 10.244.1.3", "ipip dns syn");
        row("!(ip.addr == 10.244.1.3)", "ipip dns syn arp ipv6");
        row("ip.addr !== 10.244.1.3", "vxlan ipip dns syn");
        row("all ip.src == 172.27.0.11", "");
        row("any ip.src == 172.27.0.11", "vxlan ipip");
        row("all ip.addr != 10.96.0.10", "vxlan ipip syn");
        row("ip.ttl === 64", "vxlan ipip dns syn");
        row("all tcp.port > 50", "vxlan syn");
        row("any tcp.port > 50", "vxlan syn");
        row("all tcp.port > 100", "syn");
        row("ip.src any_eq 10.244.0.60", "vxlan dns");
        row("ip.src all_eq 10.244.0.60", "dns");
        row("ip.src any_ne 10.244.0.60", "vxlan ipip syn");
        row("ip.src all_ne 10.244.0.60", "ipip syn");

        // Order.
        row("tcp.dstport > 80", "syn");
        row("tcp.dstport >= 80", "vxlan syn");
        row("tcp.dstport < 443", "vxlan");
        row("tcp.dstport <= 443", "vxlan syn");
        row("tcp.dstport gt 80", "syn");
        row("tcp.dstport ge 80", "vxlan syn");
        row("tcp.dstport lt 443", "vxlan");
        row("tcp.dstport le 443", "vxlan syn");
        row("ip.src < 10.244.0.60", "ipip syn");
        row("ip.src > 10.244.0.60", "vxlan ipip");
        row("http.request.method > \"FOO\"", "vxlan");
        row("79 < tcp.dstport < 443", "vxlan");
        row("80 <= tcp.dstport <= 443", "vxlan syn");
        row("frame.len > 100", "vxlan");

        // Sets and ranges.
        row("tcp.dstport in {80, 443}", "vxlan syn");
        row("tcp.dstport in {1..100}", "vxlan");
        row("tcp.dstport in {1..79, 81..442, 443}", "syn");
        row("tcp.port in {50..60, 80}", "vxlan");
        row("ip.src in {10.244.0.0..10.244.0.255}", "vxlan dns");
        row("ip.addr in {10.244.0.0/16}", "vxlan dns");
        row("http.request.method in {\"GET\", \"HEAD\"}", "vxlan");
        row("arp.opcode in {request, reply}", "arp");
        row("tcp.dstport !in {80}", "ipip dns syn arp ipv6");
        row("tcp.dstport not in {80}", "ipip dns syn arp ipv6");
        row("frame.number in {1, 3}", "vxlan dns");

        // Prefix lengths.
        row("ip.addr == 10.244.0.0/16", "vxlan dns");
        row("ip.src == 172.27.0.0/20", "vxlan ipip");
        row("ip.dst == 172.27.0.0/20", "");
        row("ip.addr == 10.0.0.0/8", "vxlan ipip dns syn");
        row("ip.addr == 0.0.0.0/0", "vxlan ipip dns syn");
        row("ip.addr != 10.0.0.0/8", "");
        row("ipv6.src == fe80::/10", "ipv6");
        row("ipv6.dst == ff00::/8", "ipv6");
        row("ip.src == 10.244.0.60/32", "vxlan dns");
        row("ip.src == 10.128.0.0/9", "vxlan ipip dns");
        row("ip.src == 10.244.0.56/29", "vxlan dns");

        // Slices.
        row("eth.src[0:3] == 02:00:00", "vxlan ipip dns syn ipv6");
        row("eth.src[0] == 02", "vxlan ipip dns syn ipv6");
        row("eth.src[0:1] == 02", "vxlan ipip dns syn ipv6");
        row("eth.dst[3-5] == 00:00:02", "vxlan ipip dns syn ipv6");
        row("eth.dst[-1] == 02", "vxlan ipip dns syn ipv6");
        row("eth.dst[-2:] == 00:02", "vxlan ipip dns syn ipv6");
        row("eth.dst[:2] == 0200", "vxlan ipip dns syn ipv6");
        row("eth.dst[4:] == 0002", "vxlan ipip dns syn ipv6");
        row("eth.dst[0,5] == 02:02", "vxlan ipip dns syn ipv6");
        row("eth.dst[0:2,4-5] == 02:00:00:02", "vxlan ipip dns syn ipv6");
        row("ip.src[3] == 3c", "vxlan dns");
        row("http.host[0:1] == \"w\"", "vxlan");
        row("udp[0:2] == 9c:40", "vxlan");
        row("eth.src[0:3] == eth.dst[0:3]", "vxlan ipip dns syn ipv6");
        row("eth.src[5] == eth.dst[5]", "");
        row("frame[12:2] == 08:06", "arp");
        row("eth.src[6]", "");
        row("eth.src[6] != 00", "vxlan ipip dns syn arp ipv6");
        row("eth.src[0,6] == 02", "vxlan ipip dns syn ipv6");
        row("vxlan[4:3] == 00:00:01", "vxlan");

        // Text and bytes.
        row("http contains \"GET\"", "vxlan");
        row("http.host contains \"eb\"", "vxlan");
        row("frame contains \"healthz\"", "vxlan");
        row("frame contains 77:77:77", "dns");
        row("dns.qry.name contains \"baidu\"", "dns");
        row("frame contains 03:77", "dns");
        row("eth.src contains 00:01", "vxlan ipip dns syn ipv6");
        row("http contains r\"\\r\"", "");
        row("http contains \"\\r\\n\\r\\n\"", "vxlan");
        row("http contains \"\\x47ET\"", "vxlan");
        row("udp.payload contains 08:00:00:00", "vxlan");

        // Logic.
        row("ip && tcp", "vxlan syn");
        row("ip and tcp", "vxlan syn");
        row("ip || arp", "vxlan ipip dns syn arp");
        row("ip or arp", "vxlan ipip dns syn arp");
        row("ip AND tcp", "vxlan syn");
        row("ip Or arp", "vxlan ipip dns syn arp");
        row("NOT tcp aNd ip", "ipip dns");
        row("ip XOR tcp", "ipip dns");
        row("arp || ip && tcp", "vxlan syn arp");
        row("(arp || ip) && tcp", "vxlan syn");
        row("not tcp and ip", "ipip dns");
        row("!(tcp || udp)", "ipip arp");
        row("ip && !vxlan", "ipip dns syn");
        row("vxlan && http || dns", "vxlan dns");

        // Layers.
        row("ip.src#1 == 172.27.0.11", "vxlan ipip");
        row("ip.src#2 == 10.244.0.60", "vxlan");
        row("ip.src#1 == 10.244.0.60", "dns");
        row("ip.src#-1 == 10.244.0.60", "vxlan dns");
        row("ip#2", "vxlan ipip");
        row("ip#3", "");
        row("ip.ttl#[1-2] == 64", "vxlan ipip dns syn");
        row("ip.src#[-2] == 172.27.0.11", "vxlan ipip");
        row("ip.addr#[2-3] == 10.244.1.3", "vxlan");
        row("tcp.port#1 == 80", "vxlan");
        row("ip.src#[1,2] == 10.244.0.60", "vxlan dns");
        row("ip.src#[2:] == 10.244.0.60", "vxlan");
        row("ip.src#[-1:1] == 10.244.0.60", "vxlan dns");
        row("frame#2", "");
        row("eth.src#2[0:1] == 02", "vxlan");

        // Arithmetic and bits.
        row("tcp.srcport - tcp.dstport == 43690", "vxlan");
        row("tcp.dstport + 1 == 81", "vxlan");
        row("tcp.dstport * 2 == 160", "vxlan");
        row("tcp.dstport / 2 == 40", "vxlan");
        row("tcp.dstport % 7 == 3", "vxlan");
        row("tcp.dstport == 40 + 40", "vxlan");
        row("{tcp.dstport + 1} * 2 == 162", "vxlan");
        row("tcp.flags & 0x02", "syn");
        row("tcp.flags & 0x08", "vxlan");
        row("tcp.flags & 0x18 == 0x18", "vxlan");
        row("tcp.flags bitand 2", "syn");
        row("ip.len > udp.length", "vxlan dns");
        row("udp.length + 20 == ip.len", "vxlan dns");
        row("tcp.srcport / 0 == 0", "");
        row("ip.ttl == -1", "");
        row("tcp.dstport + 2 * 3 == 86", "vxlan");

        // Field to field.
        row("ip.src == ip.dst", "");
        row("tcp.srcport > tcp.dstport", "vxlan syn");
        row("eth.src == eth.dst", "");
        row("udp.srcport > tcp.srcport", "");
        row("arp.src.hw_mac == eth.src", "arp");

        row("-tcp.dstport == -80", "vxlan");
        row("tcp.dstport - 100 == -20", "vxlan");
        row("eth.dst & 01:00:00:00:00:00", "arp");
        row("ip.src & 255.255.0.0 == 10.244.0.0", "vxlan dns");
        row("ip.src[0:2] & ff:00 == 0a:00", "vxlan ipip dns syn");
        row("tcp[13] & 02", "syn");

        // Functions.
        row("upper(http.host) == \"WEB\"", "vxlan");
        row("lower(http.request.method)[0:1] == \"g\"", "vxlan");
        row("len(http.host) == 3", "vxlan");
        row("len(ip.src) == 4", "vxlan ipip dns syn");
        row("len(tcp.dstport) == 2", "vxlan syn");
        row("len(frame.len) == 4", "vxlan ipip dns syn arp ipv6");
        row("count(ip.src) == 2", "vxlan ipip");
        row("string(ip.src) contains \".244.\"", "vxlan dns");
        row("string(eth.type) == \"2054\"", "arp");
        row("max(ip.src) == 172.27.0.11", "vxlan ipip");
        row("min(tcp.srcport, tcp.dstport) == 80", "vxlan");
        row("max(tcp.port, 1000) == 1000", "ipip dns arp ipv6");
        row("abs(tcp.dstport - 100) == 20", "vxlan");

        // Every value in a set, every value like a pattern.
        row("all ip.src in {172.27.0.0/16}", "");
        row("any ip.src in {172.27.0.0/16}", "vxlan ipip");
        row("all ip.src in {172.27.0.0/16, 10.0.0.0/8}", "vxlan ipip dns syn");
        row("all tcp.port in {tcp.dstport, tcp.srcport}", "vxlan syn");
        row("all eth.src matches \"^\\x02\"", "vxlan ipip dns syn ipv6");

        // Surely a name, surely a value.
        row(".ip", "vxlan ipip dns syn");
        row("udp.payload contains :08", "vxlan");

        // Words and spaces.
        row("  ip  ", "vxlan ipip dns syn");
        row("ip.src==10.244.0.60", "vxlan dns");
        row("tcp.dstport==80&&http", "vxlan");
        row("tcp.port in{80,443}", "vxlan syn");

        // Patterns, which never mind the case, and functions.
        row("http.request.method matches \"^G\"", "vxlan");
        row("http.request.method matches \"^get$\"", "vxlan");
        row("http.host ~ \"^w.b$\"", "vxlan");
        row("frame matches \"host: web\"", "vxlan");
        row("dns.qry.name matches r\"\\.com$\"", "dns");
        row("dns.qry.name matches \"x\"", "");
        row("http.request.uri matches \"(health|ready)z?$\"", "vxlan");
        row("upper(dns.qry.name) contains \"BAIDU\"", "dns");
        row("lower(http.request.method) == \"get\"", "vxlan");
        row("len(eth.src) == 6", "vxlan ipip dns syn arp ipv6");
        row("count(ip.addr) == 4", "vxlan ipip");
        row("count(ip) == 2", "vxlan ipip");
        row("count(tcp.port) > 1", "vxlan syn");
        row("string(ip.src) == \"10.244.0.60\"", "vxlan dns");
        row("string(frame.number) matches \"^[13]$\"", "vxlan dns");
        row("string(tcp.dstport) contains \"4\"", "syn");
        row("max(tcp.port) == 43770", "vxlan");
        row("max(ip.ttl, 70) == 70", "vxlan ipip dns syn arp ipv6");

        // Vethscope's own.
        row("underlay.ip.src == 172.27.0.11", "vxlan ipip");
        row("underlay.ip.src == 10.244.0.60", "");
        row("overlay.ip.src == 10.244.0.60", "vxlan");
        row("overlay.ip", "vxlan ipip");
        row("overlay.eth", "vxlan");
        row("underlay.tcp", "");
        row("underlay.vxlan.vni == 1", "vxlan");
        row("overlay.ip.dst#1 == 10.244.1.3", "");
        row("overlay.ip.dst#2 == 10.244.1.3", "vxlan");
        row("overlay.ip.ttl == underlay.ip.ttl", "vxlan ipip");
        row("vs.depth == 1", "vxlan ipip");
        row("vs.depth == 0", "dns syn arp ipv6");
        row("vs.tunnel == \"vxlan\"", "vxlan");
        row("vs.tunnel", "vxlan ipip");

        // Newer than tshark 4.0, older than its successors.
        row("tcp xor vxlan", "syn");
        row("tcp ^^ udp", "dns syn ipv6");
        row("vxlan || tcp ^^ udp", "vxlan dns syn ipv6");
        row("", "vxlan ipip dns syn arp ipv6");
        row("   ", "vxlan ipip dns syn arp ipv6");

        // Of several values it is one that has to lie in the range.
        row("tcp.port in {100..1000}", "syn");
        row("ip.src in {172.27.0.12..255.255.255.255}", "");
    }

    void matches()
    {
        const auto filter = Filter::compile(QTest::currentDataTag(), registry());
        QVERIFY2(filter, filter ? "" : filter.error().message.english().c_str());
        QTEST(matchesOf(*filter), "packets");
    }

    // Where the error stands and how it begins; the names that are proposed may become more.
    void errors_data()
    {
        QTest::addColumn<QString>("message");
        QTest::addColumn<int>("offset");
        QTest::addColumn<int>("length");
        const auto row = [](const char *expression, const char *message, int offset, int length) {
            QTest::newRow(expression) << QString(message) << offset << length;
        };
        row("vxlan.vnj == 1", "\"vxlan.vnj\" is neither a field nor a protocol; did you mean vxlan.vni", 0, 9);
        row("ip && vxlam", "\"vxlam\" is neither a field nor a protocol; did you mean vxlan", 6, 5);
        row("kubernetes.namespace.of.the.pod", "\"kubernetes.namespace.of.the.pod\" is neither a field nor a protocol", 0, 31);
        row("overlay.ip.sec == 10.0.0.1", "\"overlay.ip.sec\" is neither a field nor a protocol", 0, 14);
        row("ip.src ==", "the expression ends where a field name or a value is expected", 9, 1);
        row("ip &&", "the expression ends where a field name or a value is expected", 5, 1);
        row("&& ip", "a field name or a value is expected here, not \"&&\"", 0, 2);
        row("ip tcp", "\"tcp\" was not expected here", 3, 3);
        row("(ip", "the expression ends where a closing parenthesis is expected", 3, 1);
        row("ip)", "this parenthesis was never opened", 2, 1);
        row("ip $ tcp", "'$' means nothing here", 3, 1);
        row("ip.src == 10.244.0.300", "\"10.244.0.300\" is not an IPv4 address", 10, 12);
        row("ip.src == 10.0.0.0/33", "a prefix length here is between 0 and 32", 19, 2);
        row("ipv6.src == fe80::/129", "a prefix length here is between 0 and 128", 19, 3);
        row("ipv6.src == 10.0.0.1", "\"10.0.0.1\" is not an IPv6 address", 12, 8);
        row("eth.src == 02:00", "\"02:00\" is not a MAC address", 11, 5);
        row("tcp.dstport == eighty", "\"eighty\" is not a number, and no field has this name", 15, 6);
        row("tcp.dstport == 80x", "\"80x\" is not a number", 15, 3);
        row("tcp.dstport == 99999999999999999999", "\"99999999999999999999\" is not a number", 15, 20);
        row("tcp.flags.syn == maybe", "\"maybe\" is not 1, 0, True or False, and no field has this name", 17, 5);
        row("tcp.dstport == ip.src", "the two sides have different types and cannot be compared", 15, 6);
        row("tcp.dstport contains \"8\"", "\"contains\" looks into text and bytes, not into numbers", 12, 8);
        row("tcp.dstport[0] == 1", "tcp.dstport is a number and has no bytes to cut out", 11, 1);
        row("eth.src[0", "the expression ends where a closing bracket is expected", 9, 1);
        row("eth.src[x]", "a number is expected here, not \"x\"", 8, 1);
        row("eth.src + 1 == 2", "\"+\" computes with numbers only", 8, 1);
        row("tcp.dstport in 80", "a set such as {80, 443, 8000..8010} is expected here, not \"80\"", 15, 2);
        row("tcp.dstport in {80", "the expression ends where a comma or a closing brace is expected", 18, 1);
        row("tcp.dstport in {80 443}", "a comma or a closing brace is expected here, not \"443\"", 19, 3);
        row("tcp.dstport in {80,}", "a field name or a value is expected here, not \"}\"", 19, 1);
        row("tcp.dstport in {}", "a field name or a value is expected here, not \"}\"", 16, 1);
        row("tcp.dstport in {a..b}", "\"a\" is not a number, and no field has this name", 16, 1);
        row("ip.src#0 == 10.0.0.1", "layers are counted from 1, or from -1 for the innermost", 7, 1);
        row("ip.src#x == 10.0.0.1", "a number is expected here, not \"x\"", 7, 1);
        row("any ip.src", "the expression ends where a comparison is expected", 10, 1);
        row("len(http.host)", "what a function gives has to be compared with something", 0, 14);
        row("upper(ip.src) == \"A\"", "upper() takes text only", 6, 6);
        row("max(ip.src, tcp.port) == 1", "the arguments of max() have different types", 12, 8);
        row("len(tcp, udp) == 1", "len() takes 1 argument, not 2", 0, 3);
        row("length(tcp) == 1", "\"length\" is not a function; there are upper, lower", 0, 6);
        row("tcp.port == \"80\"", "\"80\" is not a number", 12, 4);
        row("tcp.port == 65536", "65536 is too large: the field has room for 65535", 12, 5);
        row("ip.ttl in {1, 256}", "256 is too large: the field has room for 255", 14, 3);
        row("ip.src == \"10.0.0.1\"", "\"10.0.0.1\" is not an IPv4 address", 10, 10);
        row("frame contains GET", "\"GET\" is not bytes in hexadecimal; text stands in quotes", 15, 3);
        row("ip.src contains 0a", "\"contains\" looks into text and bytes, not into numbers and IP addresses", 7, 8);
        row("eth.src[2-1] == 00", "a range from 2 to 1 holds nothing", 10, 1);
        row("eth.src[0:0] == 00", "a length of 0 cuts out nothing", 10, 1);
        row("frame.time_epoch > 0x1", "\"0x1\" is not a time in seconds", 19, 3);
        row("tcp & udp", "\"&\" computes with numbers, addresses and bytes only", 4, 1);
        row("ip.src & eth.src", "the two sides of \"&\" have different types", 9, 7);
        row("-eth.src == 1", "only numbers have a sign", 0, 1);
        row("\"text\"", "a constant by itself says nothing about packets", 0, 6);
        row("nosuch(ip.src) == 1", "\"nosuch\" is not a function; there are upper, lower, len, count, string, max, min", 0, 6);
        row("len() == 1", "a field name or a value is expected here, not \")\"", 4, 1);
        row("len(http.host", "the expression ends where a closing parenthesis is expected", 13, 1);
        row("upper(ip.src) == \"x\"", "upper() takes text only", 6, 6);
        row("abs(http.host) == 1", "abs() takes numbers only", 4, 9);
        row("upper(http.host, http.host) == \"x\"", "upper() takes 1 argument, not 2", 0, 5);
        row("http.host matches \"(\"", "this regular expression has an error at character 2", 18, 3);
        row("http.host matches web", "a regular expression in quotes is expected here, not \"web\"", 18, 3);
        row("tcp.port matches \"8\"", "\"matches\" looks into text and bytes only", 0, 8);
        row("http.host == \"web", "this string has no closing quote", 13, 4);
        row("http.host == 'ab'", "a character constant is one character between single quotes", 13, 4);
    }

    void errors()
    {
        QFETCH(QString, message);
        QFETCH(int, offset);
        QFETCH(int, length);
        const auto filter = Filter::compile(QTest::currentDataTag(), registry());
        QVERIFY(!filter);
        const QString actual = QString::fromStdString(filter.error().message.english());
        QVERIFY2(actual.startsWith(message), qPrintable(actual));
        QCOMPARE(int(filter.error().offset), offset);
        QCOMPARE(int(filter.error().length), length);
    }

    // Filters that match, but perhaps not what is meant: `without` host facts, and what is left of it with them.
    void doubts_data()
    {
        QTest::addColumn<QString>("without");
        QTest::addColumn<QString>("with");
        const auto doubted = [](const char *expression, const QString &without, const QString &with = {}) { QTest::newRow(expression) << without << with; };
        const auto mixed = [](int at, int length) { return QString("\"&&\" binds tighter than \"||\"; parentheses would say which is meant @%1+%2").arg(at).arg(length); };
        const auto hosts = [](int at, int length) { return QString("no host snapshot is loaded: k8s fields are in no packet @%1+%2").arg(at).arg(length); };
        doubted("", "");
        doubted("ip && tcp", "");
        doubted("ip || tcp || udp", "");
        doubted("ip && tcp || udp", mixed(3, 2), mixed(3, 2));
        doubted("ip || tcp && udp", mixed(10, 2), mixed(10, 2));
        doubted("ip or tcp and udp or arp and dns", mixed(10, 3), mixed(10, 3));
        doubted("arp || ip && tcp && udp", mixed(10, 2), mixed(10, 2));
        doubted("(ip && tcp) || udp", "");
        doubted("ip || (tcp && udp)", "");
        doubted("ip && (tcp || udp)", "");
        doubted("(ip || tcp) && udp", "");
        doubted("!(ip && tcp) || udp", "");
        doubted("! ip && tcp || udp", mixed(5, 2), mixed(5, 2));
        doubted("arp || (dns && (ip && tcp || udp))", mixed(19, 2), mixed(19, 2));
        const auto differs = [](int at, int length) { return QString("\"!==\" holds where one of several values differs; \"!=\" means that none is equal @%1+%2").arg(at).arg(length); };
        doubted("tcp.port != 80", "");
        doubted("tcp.port !== 80", differs(9, 3), differs(9, 3));
        doubted("tcp.port any_ne 80 && ip", differs(9, 6), differs(9, 6));
        doubted("10 < tcp.port < 20 || udp", ""); // one comparison, however it is joined inside
        doubted("ip && tcp ^^ udp", "");
        doubted("k8s", hosts(0, 3));
        doubted("ip && k8s.src.pod == \"web\"", hosts(6, 11));
        doubted("k8s.dst.node && tcp || udp", hosts(0, 12) + " / " + mixed(13, 2), mixed(13, 2));
        doubted("tcp.analysis.retransmission", ""); // what a pass over the flows tells, not hosts
        doubted("http.host == \"k8s.src.pod\"", "");
    }

    void doubts()
    {
        const auto filter = Filter::compile(QTest::currentDataTag(), registry());
        QVERIFY(filter);
        const auto told = [&](bool hostsAreKnown) {
            QStringList lines;
            for (const FilterError &doubt : filter->doubts(hostsAreKnown))
                lines << QString("%1 @%2+%3").arg(QString::fromStdString(doubt.message.english())).arg(doubt.offset).arg(doubt.length);
            return lines.join(" / ");
        };
        QTEST(told(false), "without");
        QTEST(told(true), "with");
    }

    void theCaretStandsUnderTheError()
    {
        const std::string expression = "ip.src == 10.0.0.0/33";
        const auto filter = Filter::compile(expression, registry());
        QVERIFY(!filter);
        QCOMPARE(QString::fromStdString(filter.error().withCaret(expression)).split('\n'), (QStringList{
            "a prefix length here is between 0 and 32",
            "    ip.src == 10.0.0.0/33",
            "                       ^^",
        }));
    }

    void nestingHasAnEnd() // before the stack has one
    {
        for (const char *opening : {"!", "(", "{"}) {
            const std::string expression = (QByteArray(opening).repeated(100'000) + "ip").toStdString();
            const auto filter = Filter::compile(expression, registry());
            QVERIFY(!filter);
            QCOMPARE(filter.error().message.english(), "more than 200 levels of nesting");
        }
        QVERIFY(Filter::compile((QByteArray(100, '(') + "ip" + QByteArray(100, ')')).toStdString(), registry()));
    }

    void longChainsAreNoNesting()
    {
        std::string expression = "ip";
        for (int i = 0; i < 2000; ++i)
            expression += " && ip.ttl == 64";
        const auto filter = Filter::compile(expression, registry());
        QVERIFY(filter);
        QCOMPARE(matchesOf(*filter), "vxlan ipip dns syn");
    }

    void aFilterIsCopiedCheaplyAndUsedByManyPackets()
    {
        const auto filter = Filter::compile("ip.src == 10.244.0.60", registry());
        QVERIFY(filter);
        const Filter copy = *filter;
        for (int i = 0; i < 3; ++i)
            QCOMPARE(matchesOf(copy), matchesOf(*filter));
        QCOMPARE(copy.expression(), "ip.src == 10.244.0.60");
        QVERIFY(Filter().empty());
        QCOMPARE(matchesOf(Filter()), "vxlan ipip dns syn arp ipv6");
    }

    void whatACutPacketDoesNotHaveDoesNotMatch()
    {
        const QByteArray whole = requestOverVxlan();
        const Dissector dissector(registry());
        FilterScratch scratch;
        for (const char *expression : {"frame", "eth.src[0:3] == 02:00:00", "ip.src == 10.244.0.60", "http.host contains \"w\"",
                                       "udp.payload[0:4] == 08:00:00:00", "tcp.port in {1..100}", "http[100:]"}) {
            const auto filter = Filter::compile(expression, registry());
            QVERIFY2(filter, expression);
            bool before = false;
            for (qsizetype length = 0; length <= whole.size(); ++length) {
                const QByteArray cut(whole.constData(), length);
                const Frame frame = frameOf(cut, 1, static_cast<std::uint32_t>(whole.size()));
                const bool now = filter->matches(frame, dissector.dissect(frame), scratch);
                QVERIFY2(now || !before, expression); // more bytes never unmatch these
                before = now;
            }
        }
    }
};

QTEST_GUILESS_MAIN(FilterTest)
#include "tst_filter.moc"
