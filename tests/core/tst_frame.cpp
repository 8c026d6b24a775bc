#include "core/protocols/protocols.h"
#include "tests/support/capturefile.h"
#include "tests/support/packets.h"
#include "tests/support/stack.h"

#include <QTest>

#include <ctime>

using namespace vethscope;
using namespace vethscope::test;

// What is known of every frame: `frame` as its file tells of it, and `vs`, Vethscope's own.

namespace {

QByteArray throughVxlan(const QByteArray &frame)
{
    return ethernet(ipv4("172.27.0.11", "172.27.16.10", 17, udp(50000, 8472, vxlan(1, frame))));
}

// The frame's own rows, which stand above the headers.
QStringList rowsOf(const Frame &frame)
{
    const Dissector dissector(registry());
    const std::vector<TreeNode> tree = vethscope::treeOf(frame, dissector.dissect(frame), registry());
    return QString::fromStdString(textOf(tree)).split("\nEthernet II").first().split('\n');
}

} // namespace

class FrameTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        qputenv("TZ", "UTC"); // arrival times are written in the local zone
        ::tzset();
    }

    void whatAPcapFileTells()
    {
        const QByteArray bytes = ethernet("abc", 0x88b5);
        Frame frame = frameOf(bytes);
        frame.number = 7;
        frame.time = 1600000000'123456789;
        frame.sincePrevious = 1'000;
        frame.sinceDisplayed = 2'000'000'000;
        frame.sinceFirst = -5;
        QCOMPARE(rowsOf(frame), (QStringList{
            "Frame: 17 bytes on the wire",
            "  [Frame Number: 7]",
            "  [Arrival Time: Sep 13, 2020 12:26:40.123456789 UTC]",
            "  [Epoch Time: 1600000000.123456789]",
            "  [Time delta from previous captured frame: 0.000001000]",
            "  [Time delta from previous displayed frame: 2.000000000]",
            "  [Time since reference or first frame: -0.000000005]",
            "  [Frame length on the wire: 17]",
            "  [Frame length stored into the capture: 17]",
            "  Protocols in frame: eth:ethertype:data",
            "  [Encapsulation type: 1]",
        }));
    }

    void whatAPcapngFileTells()
    {
        const QByteArray bytes = ethernet("abc", 0x88b5);
        Frame frame = frameOf(bytes, 1, 1500);
        frame.timed = false;
        frame.hasInterface = true;
        frame.interfaceId = 2;
        frame.interfaceName = "flannel.1";
        frame.comment = "first packet through the tunnel";
        QCOMPARE(rowsOf(frame), (QStringList{
            "Frame: 1500 bytes on the wire, 17 captured, interface flannel.1",
            "  [Frame Number: 1]",
            "  [Frame length on the wire: 1500]",
            "  [Frame length stored into the capture: 17]",
            "  [Interface id: 2]",
            "  Interface name: flannel.1",
            "  Protocols in frame: eth:ethertype:data",
            "  [Encapsulation type: 1]",
            "  Comment: first packet through the tunnel",
        }));
    }

    // Options of another size than theirs are told of.
    void whatPcapngSaysOfAPacket()
    {
        const PcapngFile file(Order::Big);
        const QByteArray bytes = ethernet("abc", 0x88b5);
        const QByteArray options = file.option(2, file.value(0x80000009, 4)) + file.option(7, "\2" + file.value(1, 8)) + file.option(7, QByteArray("\0\xab\xcd", 3)) + file.option(5, file.value(12, 8))
            + file.option(7, "\1" "ab") + file.option(4, "1234") + file.option(0, {});
        Frame frame = frameOf(bytes);
        frame.timed = false;
        frame.options = std::as_bytes(std::span(options.constData(), static_cast<std::size_t>(options.size())));
        frame.bigEndianOptions = true;
        QCOMPARE(rowsOf(frame), (QStringList{
            "Frame: 17 bytes on the wire",
            "  [Frame Number: 1]",
            "  [Frame length on the wire: 17]",
            "  [Frame length stored into the capture: 17]",
            "  Packet flags: 0x80000009",
            "    Direction: Inbound (0x00000001)",
            "    Reception type: Multicast (2)",
            "    FCS length: 0",
            "    Reserved: 0",
            "    CRC error: Not set",
            "    Packet too long error: Not set",
            "    Packet too short error: Not set",
            "    Wrong interframe gap error: Not set",
            "    Unaligned frame error: Not set",
            "    Start frame delimiter error: Not set",
            "    Preamble error: Not set",
            "    Symbol error: Set",
            "  Packet id: 12",
            "  Verdict",
            "    eBPF XDP: XDP_DROP (1)",
            "    Hardware: ab cd",
            "  Protocols in frame: eth:ethertype:data",
            "  [Encapsulation type: 1]",
            "  ! a packet's option 4 has 4 bytes, but needs 8",
            "  ! a verdict of eBPF has 2 bytes, but needs 8",
        }));
    }

    // Wireshark's words for the chain of headers, with its `ethertype` behind Ethernet and without our seams.
    void protocolsInFrame_data()
    {
        QTest::addColumn<QByteArray>("frame");
        QTest::addColumn<unsigned>("link");
        QTest::addColumn<QString>("protocols");
        const QByteArray packet = ipv4("10.0.0.1", "10.0.0.2", 6, tcp(40000, 40001, 2));
        QTest::newRow("native") << ethernet(packet) << 1u << "eth:ethertype:ip:tcp";
        QTest::newRow("TCP with bytes that nobody claims")
            << ethernet(ipv4("10.0.0.1", "10.0.0.2", 6, tcp(40000, 40001, 0x18, "abc"))) << 1u << "eth:ethertype:ip:tcp:data";
        QTest::newRow("a VLAN tag") << ethernet(vlan(7, packet), 0x8100) << 1u << "eth:ethertype:vlan:ethertype:ip:tcp";
        QTest::newRow("VXLAN") << requestOverVxlan() << 1u << "eth:ethertype:ip:udp:vxlan:eth:ethertype:ip:tcp:http";
        QTest::newRow("IPIP has no name there") << ethernet(ipv4("10.0.0.1", "10.0.0.2", 4, packet)) << 1u << "eth:ethertype:ip:ip:tcp";
        QTest::newRow("flannel's UDP neither")
            << ethernet(ipv4("10.0.0.1", "10.0.0.2", 17, udp(8285, 8285, packet))) << 1u << "eth:ethertype:ip:udp:ip:tcp";
        QTest::newRow("raw IP") << packet << 101u << "raw:ip:tcp";
        QTest::newRow("cooked") << fromHex("0004 0001 0006 525400c2eedb 0000 0800") + packet << 113u << "sll:ethertype:ip:tcp";
    }

    void protocolsInFrame()
    {
        QFETCH(QByteArray, frame);
        QFETCH(unsigned, link);
        QTEST(valuesOf("frame.protocols", frame.toHex(), link), "protocols");
    }

    // Wiretap's numbers, as `tshark -e frame.encap_type` prints them.
    void encapsulation_data()
    {
        QTest::addColumn<unsigned>("link");
        QTest::addColumn<QString>("number");
        QTest::newRow("Ethernet") << 1u << "1";
        QTest::newRow("raw IP") << 101u << "7";
        QTest::newRow("raw IP as OpenBSD numbers it") << 14u << "7";
        QTest::newRow("frame relay") << 107u << "26";
        QTest::newRow("SLL") << 113u << "25";
        QTest::newRow("SLL2") << 276u << "210";
        QTest::newRow("IPNET") << 226u << "124";
        QTest::newRow("NFLOG") << 239u << "141";
        QTest::newRow("raw IPv4") << 228u << "129";
        QTest::newRow("raw IPv6") << 229u << "130";
        QTest::newRow("a link that nobody knows") << 65000u << "";
    }

    void encapsulation()
    {
        QFETCH(unsigned, link);
        QTEST(valuesOf("frame.encap_type", ipv4("10.0.0.1", "10.0.0.2", 253, {}).toHex(), link), "number");
    }

    void tunnels_data()
    {
        QTest::addColumn<QByteArray>("frame");
        QTest::addColumn<QString>("depth");
        QTest::addColumn<QString>("tunnels");
        const QByteArray packet = ipv4("10.0.0.1", "10.0.0.2", 6, tcp(40000, 40001, 2));
        QTest::newRow("none") << ethernet(packet) << "0" << "";
        QTest::newRow("VXLAN") << throughVxlan(ethernet(packet)) << "1" << "vxlan";
        QTest::newRow("IPIP") << ethernet(ipv4("10.0.0.1", "10.0.0.2", 4, packet)) << "1" << "ipip";
        QTest::newRow("flannel's UDP") << ethernet(ipv4("10.0.0.1", "10.0.0.2", 17, udp(8285, 8285, packet))) << "1" << "flannel-udp";
        QTest::newRow("IPIP in VXLAN") << throughVxlan(ethernet(ipv4("10.0.0.1", "10.0.0.2", 4, packet))) << "2" << "vxlan,ipip";
        QTest::newRow("a quoted tunnel is none")
            << ethernet(ipv4("10.0.0.9", "10.0.0.1", 1, fromHex("0304 0000 0000 05aa") + throughVxlan(ethernet(packet)).sliced(14)))
            << "0" << "";
        QTest::newRow("no bytes") << QByteArray() << "0" << "";
    }

    void tunnels()
    {
        QFETCH(QByteArray, frame);
        QTEST(valuesOf("vs.depth", frame.toHex()), "depth");
        QTEST(valuesOf("vs.tunnel", frame.toHex()), "tunnels");
    }

    void scopedFields()
    {
        const QByteArray frame = requestOverVxlan().toHex();
        QCOMPARE(valuesOf("ip.src", frame), "172.27.0.11,10.244.0.60");
        QCOMPARE(valuesOf("underlay.ip.src", frame), "172.27.0.11");
        QCOMPARE(valuesOf("overlay.ip.src", frame), "10.244.0.60");
        QCOMPARE(valuesOf("underlay.vxlan.vni", frame), "1");
        QCOMPARE(valuesOf("overlay.vxlan.vni", frame), "");
        QCOMPARE(valuesOf("overlay.http.host", frame), "web");
        QCOMPARE(valuesOf("eth.addr", frame), "02:00:00:00:00:02,02:00:00:00:00:01,02:00:00:00:00:02,02:00:00:00:00:01");
        QCOMPARE(valuesOf("ip.nonsense", frame), "no such field");
    }
};

QTEST_GUILESS_MAIN(FrameTest)
#include "tst_frame.moc"
