#include "core/explain/expectation.h"
#include "core/explain/headervalue.h"
#include "core/explain/ndp.h"
#include "core/explain/shownframe.h"
#include "tests/support/packets.h"

#include <QTest>

// What explain takes from a frame: its addresses from the outside in, and what the innermost packet is. The frames are by the RFCs' drawings.

using namespace vethscope;
using namespace vethscope::explain;

namespace {

const QByteArray ethernet4 = "020000000002 020000000001 0800 ", ethernet6 = "020000000002 020000000001 86dd ";

QByteArray ipv4(const char *protocol, const QByteArray &rest)
{
    const auto length = QByteArray::number(20 + test::fromHex(rest).size(), 16).rightJustified(4, '0');
    return "4500 " + length + " 0001 0000 40 " + protocol + " 0000 0a000001 0a000002 " + rest;
}

QByteArray ipv6(const char *next, const QByteArray &rest, const QByteArray &source = "20010db8000000000000000000000001")
{
    const auto length = QByteArray::number(test::fromHex(rest).size(), 16).rightJustified(4, '0');
    return "60000000 " + length + next + "ff " + source + " 20010db8000000000000000000000002 " + rest;
}

const QByteArray syn = "9c40 0050 00000001 00000000 5002 ffff 0000 0000", datagram = "9c40 0035 0008 0000", ping = "0800 0000 0001 0001";
const QByteArray target = "20010db8000000000000000000000009";

QString textOf(const ShownFrame &shown)
{
    QStringList fields, tunnels, seen;
    for (const ShownField &field : shown.fields)
        fields << QString("%1 %2 %3").arg(field.depth).arg(field.name.data(), QString::fromStdString(field.text()));
    for (const std::string_view tunnel : shown.tunnels)
        tunnels << QString::fromUtf8(tunnel.data(), qsizetype(tunnel.size()));
    const auto number = [](const auto &value) { return value ? QString::number(*value) : QStringLiteral("-"); };
    QString text = QString("%1 | in %2, %3: protocol %4").arg(fields.join(", "), tunnels.isEmpty() ? "nothing" : tunnels.join(' ')).arg(shown.depth).arg(number(shown.protocol));
    text += QString(" ports %1 %2 icmp %3 flags %4 arp %5 ifindex %6").arg(number(shown.sourcePort), number(shown.destinationPort), number(shown.icmpType), number(shown.tcpFlags),
                                                                         number(shown.arpOperation), number(shown.ifindex));
    return shown.ndpTarget ? text + " about " + QString::fromStdString(shown.ndpTarget->text()) : text;
}

ShownFrame shownIn(const QByteArray &hex, std::uint32_t linkType = 1)
{
    const QByteArray bytes = test::fromHex(hex);
    const Frame frame = test::frameOf(bytes, linkType);
    return shownFrame(frame, Dissector(test::registry()).dissect(frame));
}

ShownFrame packet(std::optional<std::uint8_t> protocol, std::optional<std::uint16_t> from, std::optional<std::uint16_t> to, std::optional<std::uint8_t> icmp, std::optional<std::uint8_t> flags)
{
    ShownFrame frame;
    frame.protocol = protocol;
    frame.sourcePort = from;
    frame.destinationPort = to;
    frame.icmpType = icmp;
    frame.tcpFlags = flags;
    return frame;
}

} // namespace

class TestShownFrame : public QObject
{
    Q_OBJECT

private slots:
    void shown_data()
    {
        QTest::addColumn<int>("linkType");
        QTest::addColumn<QByteArray>("frame");
        QTest::addColumn<QString>("text");
        const QString macs = "0 eth.src 02:00:00:00:00:01, 0 eth.dst 02:00:00:00:00:02", ips = ", 0 ip.src 10.0.0.1, 0 ip.dst 10.0.0.2", ips6 = ", 0 ipv6.src 2001:db8::1, 0 ipv6.dst 2001:db8::2";
        const auto row = [](const char *name, int linkType, const QByteArray &frame, const QString &text) { QTest::newRow(name) << linkType << frame << text; };
        row("TCP", 1, ethernet4 + ipv4("06", syn), macs + ips + " | in nothing, 0: protocol 6 ports 40000 80 icmp - flags 2 arp - ifindex -");
        row("UDP", 1, ethernet4 + ipv4("11", datagram), macs + ips + " | in nothing, 0: protocol 17 ports 40000 53 icmp - flags - arp - ifindex -");
        row("ICMP", 1, ethernet4 + ipv4("01", ping), macs + ips + " | in nothing, 0: protocol 1 ports - - icmp 8 flags - arp - ifindex -");
        row("another protocol", 1, ethernet4 + ipv4("59", "00000000"), macs + ips + " | in nothing, 0: protocol 89 ports - - icmp - flags - arp - ifindex -");
        row("another one on IPv6", 1, ethernet6 + ipv6("59", "00000000"), macs + ips6 + " | in nothing, 0: protocol 89 ports - - icmp - flags - arp - ifindex -");
        row("behind an extension header", 1, ethernet6 + ipv6("00", "1100 0104 0000 0000" + datagram), macs + ips6 + " | in nothing, 0: protocol 17 ports 40000 53 icmp - flags - arp - ifindex -");
        row("TCP behind an extension header", 1, ethernet6 + ipv6("00", "0600 0104 0000 0000" + syn), macs + ips6 + " | in nothing, 0: protocol 6 ports 40000 80 icmp - flags 2 arp - ifindex -");
        row("ICMPv6 behind an extension header", 1, ethernet6 + ipv6("00", "3a00 0104 0000 0000 8000 0000 0001 0001"), macs + ips6 + " | in nothing, 0: protocol 58 ports - - icmp 128 flags - arp - ifindex -");
        // RFC 792: the error quotes the packet that it is about, and is none itself.
        row("an error that quotes", 1, ethernet4 + ipv4("01", "0301 0000 00000000" + ipv4("11", datagram)), macs + ips + " | in nothing, 0: protocol 1 ports - - icmp 3 flags - arp - ifindex -");

        // RFC 4861, 4.3 and 4.4: behind eight octets the target.
        row("who has an IPv6 address", 1, ethernet6 + ipv6("3a", "8700 0000 00000000" + target), macs + ips6 + " | in nothing, 0: protocol 58 ports - - icmp 135 flags - arp - ifindex - about 2001:db8::9");
        row("who has it, with an option", 1, ethernet6 + ipv6("3a", "8700 0000 00000000" + target + "0101020000000001"), macs + ips6 + " | in nothing, 0: protocol 58 ports - - icmp 135 flags - arp - ifindex - about 2001:db8::9");
        row("I have it", 1, ethernet6 + ipv6("3a", "8800 0000 00000000" + target), macs + ips6 + " | in nothing, 0: protocol 58 ports - - icmp 136 flags - arp - ifindex - about 2001:db8::9");
        row("another way to it: of no target alone", 1, ethernet6 + ipv6("3a", "8900 0000 00000000" + target + target), macs + ips6 + " | in nothing, 0: protocol 58 ports - - icmp 137 flags - arp - ifindex -");
        row("who routes here", 1, ethernet6 + ipv6("3a", "8500 0000 00000000 0101020000000001" + target), macs + ips6 + " | in nothing, 0: protocol 58 ports - - icmp 133 flags - arp - ifindex -");
        row("a target that is cut: no header", 1, ethernet6 + ipv6("3a", "8700 0000 00000000" + target.left(30)), macs + ips6 + " | in nothing, 0: protocol 58 ports - - icmp - flags - arp - ifindex -");

        const QString inner = ", 1 ip.src 10.0.0.1, 1 ip.dst 10.0.0.2";
        row("in VXLAN; the outer ports are not its own", 1, ethernet4 + ipv4("11", "9c40 12b5 0000 0000 08000000 00000100" + ethernet4 + ipv4("01", ping)),
            macs + ips + ", 1 eth.src 02:00:00:00:00:01, 1 eth.dst 02:00:00:00:00:02" + inner + " | in vxlan, 1: protocol 1 ports - - icmp 8 flags - arp - ifindex -");
        row("in IPIP", 1, ethernet4 + ipv4("04", ipv4("06", syn)), macs + ips + inner + " | in ipip, 1: protocol 6 ports 40000 80 icmp - flags 2 arp - ifindex -");

        const QString arps = ", 0 arp.src.hw_mac 02:00:00:00:00:01, 0 arp.src.proto_ipv4 10.0.0.1, 0 arp.dst.hw_mac 02:00:00:00:00:03, 0 arp.dst.proto_ipv4 10.0.0.3";
        const QByteArray who = "020000000001 0a000001 020000000003 0a000003", arp = "020000000002 020000000001 0806 ";
        row("ARP", 1, arp + "0001 0800 06 04 0002" + who, macs + arps + " | in nothing, 0: protocol - ports - - icmp - flags - arp 2 ifindex -");
        row("ARP in VXLAN", 1, ethernet4 + ipv4("11", "9c40 12b5 0000 0000 08000000 00000100" + arp + "0001 0800 06 04 0001" + who), macs + ips + ", 1 eth.src 02:00:00:00:00:01, 1 eth.dst 02:00:00:00:00:02"
            + QString(arps).replace(", 0 ", ", 1 ") + " | in vxlan, 1: protocol 17 ports 40000 4789 icmp - flags - arp 1 ifindex -");
        row("ARP of other hardware", 1, arp + "0001 0800 08 04 0002 0000 0000" + who, macs + " | in nothing, 0: protocol - ports - - icmp - flags - arp - ifindex -");
        row("ARP for another protocol", 1, arp + "0001 86dd 06 10 0002" + who + target + target, macs + " | in nothing, 0: protocol - ports - - icmp - flags - arp - ifindex -");

        row("any", 113, "0004 0001 0006 020000000001 0000 0800" + ipv4("11", datagram), "0 sll.src.eth 02:00:00:00:00:01" + ips + " | in nothing, 0: protocol 17 ports 40000 53 icmp - flags - arp - ifindex -");
        row("any, of a device without MAC", 113, "0004 fffe 0000 000000000000 0000 0800" + ipv4("11", datagram), ips.mid(2) + " | in nothing, 0: protocol 17 ports 40000 53 icmp - flags - arp - ifindex -");
        row("any, told which", 276, "0800 0000 00000007 0001 04 06 020000000001 0000" + ipv4("11", datagram), "0 sll.src.eth 02:00:00:00:00:01" + ips + " | in nothing, 0: protocol 17 ports 40000 53 icmp - flags - arp - ifindex 7");
        row("any, told which, without MAC", 276, "0800 0000 00000007 fffe 04 00 000000000000 0000" + ipv4("11", datagram), ips.mid(2) + " | in nothing, 0: protocol 17 ports 40000 53 icmp - flags - arp - ifindex 7");
    }

    void shown()
    {
        QFETCH(int, linkType);
        QFETCH(QByteArray, frame);
        QTEST(textOf(shownIn(frame, std::uint32_t(linkType))), "text");
    }

    // Of which header a value is: that of the depth, no quoted one; of a cut one what there is.
    void headerValues_data()
    {
        QTest::addColumn<QByteArray>("frame");
        QTest::addColumn<int>("depth");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        const QByteArray tunnelled = ethernet4 + ipv4("11", "9c40 12b5 0000 0000 08000000 00000100" + ethernet4 + ipv4("01", ping).replace("40 01", "3f 01"));
        const QByteArray quoting = ethernet4 + ipv4("01", "0301 0000 00000000" + ipv4("11", datagram)), cut = ethernet4 + "4500 001c 0001 0000 40";
        const auto row = [](const char *name, const QByteArray &frame, int depth, const char *field, const char *value) { QTest::newRow(name) << frame << depth << QString(field) << QString(value); };
        row("around", tunnelled, 0, "ip.ttl", "64");
        row("inside", tunnelled, 1, "ip.ttl", "63");
        row("inside of nothing more", tunnelled, 2, "ip.ttl", "none");
        row("only around", tunnelled, 0, "udp.dstport", "4789");
        row("not inside", tunnelled, 1, "udp.dstport", "none");
        row("only inside", tunnelled, 1, "icmp.type", "8");
        row("not around", tunnelled, 0, "icmp.type", "none");
        row("the tunnel's", tunnelled, 0, "vxlan.vni", "1");
        row("the link's", tunnelled, 1, "eth.type", "0x0800");
        row("that of an error", quoting, 0, "ip.proto", "1");
        row("not what it quotes", quoting, 0, "udp.dstport", "none");
        row("no such field", tunnelled, 0, "ip.nothing", "none");
        row("no such header", tunnelled, 0, "ipv6.hlim", "none");
        row("what there is of a cut header", cut, 0, "ip.ttl", "64");
        row("what there is not", cut, 0, "ip.proto", "none");
        row("not what is cut at another depth", cut, 1, "ip.ttl", "none");
    }

    void headerValues()
    {
        QFETCH(QByteArray, frame);
        QFETCH(int, depth);
        QFETCH(QString, name);
        const QByteArray bytes = test::fromHex(frame);
        const Frame made = test::frameOf(bytes, 1, 100);
        QTEST(QString::fromStdString(headerValue(made, Dissector(test::registry()).dissect(made), name.toStdString(), std::size_t(depth)).value_or("none")), "value");
    }

    void destinationsFromTheInsideOut()
    {
        const path::TunnelSeen seen = shownIn(ethernet6 + ipv6("11", "9c40 12b5 0000 0000 08000000 00000100 020000000004 020000000003 0800" + ipv4("06", syn))).tunnelSeen();
        QCOMPARE(seen.linkDestinations.size(), std::size_t(2));
        QCOMPARE(seen.linkDestinations[0]->text(), std::string("02:00:00:00:00:04"));
        QCOMPARE(seen.linkDestinations[1]->text(), std::string("02:00:00:00:00:02"));
        QCOMPARE(seen.destinations.size(), std::size_t(2));
        QCOMPARE(seen.destinations[0]->text(), std::string("10.0.0.2"));
        QCOMPARE(seen.destinations[1]->text(), std::string("2001:db8::2"));
        const path::TunnelSeen bare = shownIn(ethernet4 + ipv4("04", ipv4("06", syn))).tunnelSeen();
        QVERIFY(!bare.linkDestinations[0] && bare.linkDestinations[1]);
    }

    void answers_data()
    {
        QTest::addColumn<bool>("isAnswer");
        QTest::addColumn<int>("row");
        const auto row = [this](const char *name, bool isAnswer, const ShownFrame &frame) {
            QTest::newRow(name) << isAnswer << int(m_frames.size());
            m_frames.push_back(frame);
        };
        m_frames.clear();
        // RFC 792 and RFC 4443: 8 and 128 ask, 0 and 129 answer.
        row("ping", false, packet(1, {}, {}, 8, {}));
        row("its answer", true, packet(1, {}, {}, 0, {}));
        row("ping on IPv6", false, packet(58, {}, {}, 128, {}));
        row("its answer on IPv6", true, packet(58, {}, {}, 129, {}));
        row("ICMP that was cut", false, packet(1, {}, {}, {}, {}));
        // RFC 9293, 3.5: SYN, SYN and ACK, ACK.
        row("SYN", false, packet(6, 80, 40000, {}, 0x02));
        row("SYN and ACK", true, packet(6, 40000, 80, {}, 0x12));
        row("ACK to the lower port", false, packet(6, 40000, 80, {}, 0x10));
        row("ACK from the lower port", true, packet(6, 80, 40000, {}, 0x10));
        row("to the lower port", false, packet(17, 40000, 53, {}, {}));
        row("from the lower port", true, packet(17, 53, 40000, {}, {}));
        row("from its own port", false, packet(17, 53, 53, {}, {}));
        row("without ports", false, packet(89, {}, {}, {}, {}));
        row("with the first port alone", false, packet(17, 53, {}, {}, {}));
        row("with the second port alone", false, packet(17, {}, 53, {}, {}));
    }

    void answers()
    {
        QFETCH(int, row);
        QTEST(isAnswer(m_frames[std::size_t(row)]), "isAnswer");
    }

    // RFC 4861 and RFC 3810: what is of one link is for no router.
    void onLink_data()
    {
        QTest::addColumn<QByteArray>("frame");
        QTest::addColumn<bool>("stays");
        const auto icmp = [](const char *type, const QByteArray &source = "20010db8000000000000000000000001") { return ethernet6 + ipv6("3a", QByteArray(type) + "00 0000 00000000" + target, source); };
        const QByteArray linkLocal = "fe800000000000000000000000000001";
        QTest::newRow("before neighbour discovery") << icmp("84") << false;
        QTest::newRow("router solicitation, the first of it") << icmp("85") << true;
        QTest::newRow("redirect, the last of it") << ethernet6 + ipv6("3a", "8900 0000 00000000" + target + target) << true;
        QTest::newRow("behind it") << icmp("8a") << false;
        QTest::newRow("before the listeners' reports") << icmp("8e") << false;
        QTest::newRow("a listener's report") << icmp("8f") << true;
        QTest::newRow("behind them") << icmp("90") << false;
        QTest::newRow("ping") << icmp("80") << false;
        QTest::newRow("ping from a link's own address") << icmp("80", linkLocal) << true;
        QTest::newRow("UDP from a link's own address") << ethernet6 + ipv6("11", datagram, linkLocal) << true;
        QTest::newRow("UDP") << ethernet6 + ipv6("11", datagram) << false;
        QTest::newRow("IPv4 from a link's own address") << ethernet4 + ipv4("11", datagram).replace("0a000001", "a9fe0001") << false;
        QTest::newRow("ICMP of that number") << ethernet4 + ipv4("01", "8500 0000 0001 0001") << false;
        QTest::newRow("from a link inside a tunnel") << ethernet4 + ipv4("11", "9c40 12b5 0000 0000 08000000 00000100" + ethernet6 + ipv6("11", datagram, linkLocal)) << false;
        QTest::newRow("no IP") << QByteArray("020000000002 020000000001 0806 0001 0800 06 04 0001 020000000001 0a000001 000000000000 0a000003") << false;
    }

    void onLink()
    {
        QFETCH(QByteArray, frame);
        QTEST(staysOnLink(shownIn(frame)), "stays");
    }

private:
    std::vector<ShownFrame> m_frames;
};

QTEST_GUILESS_MAIN(TestShownFrame)
#include "tst_shownframe.moc"
