#include "core/protocols/decodeas.h"
#include "core/protocols/protocols.h"
#include "tests/support/packets.h"
#include "tests/support/stack.h"

#include <QTest>

using namespace vethscope;
using namespace vethscope::test;

// Tunnels on ports that nobody registered are told by what is in them; what is on a tunnel's port and is no tunnel stays data.
// faults.md, F01 and F28: ports are configured at will, and other programs use the known ones.

namespace {

const QByteArray pod = ethernet(ipv4("10.244.0.60", "10.244.1.3", 6, tcp(40000, 80, 0x02)));
const QByteArray podPacket = pod.sliced(14);
const QByteArray pod6 = ethernet(ipv6("fd00::1", "fd00::2", 6, tcp(40000, 80, 0x02)), 0x86dd);
const QByteArray arp = ethernet(fromHex("0001 0800 06 04 0001 020000000001 0af4003c 000000000000 0af40103"), 0x0806);

QByteArray datagram(const QByteArray &payload, std::uint16_t port = 9999)
{
    return ethernet(ipv4("172.27.0.11", "172.27.16.10", 17, udp(50000, port, payload)));
}

QByteArray changed(QByteArray bytes, qsizetype at, unsigned octet)
{
    bytes[at] = static_cast<char>(octet);
    return bytes;
}

QByteArray vxlanWith(const char *header, const QByteArray &inner)
{
    return fromHex(header) + inner;
}

QStringList notesOf(const QByteArray &bytes)
{
    const Frame frame = frameOf(bytes);
    QStringList notes;
    for (const TreeNode &node : vethscope::treeOf(frame, Dissector(registry()).dissect(frame), registry()))
        if (node.kind == TreeNode::Kind::Note && !node.label.starts_with("checksum")) // TCP's is zero here
            notes << QString::fromStdString(node.label);
    return notes;
}

} // namespace

class TunnelContentTest : public QObject
{
    Q_OBJECT

private slots:
    void onAnyPort_data()
    {
        QTest::addColumn<QByteArray>("payload");
        QTest::addColumn<QString>("tunnel"); // vs.tunnel

        QTest::newRow("VXLAN with IPv4") << vxlan(1, pod) << "vxlan";
        QTest::newRow("VXLAN with IPv6") << vxlan(1, pod6) << "vxlan";
        QTest::newRow("VXLAN with ARP") << vxlan(1, arp) << "vxlan";
        QTest::newRow("VXLAN with a VLAN tag inside") << vxlan(1, ethernet(vlan(5, podPacket), 0x8100)) << "vxlan";
        QTest::newRow("VXLAN with two VLAN tags inside") << vxlan(1, ethernet(vlan(5, vlan(6, podPacket), 0x8100), 0x88a8)) << "vxlan";
        QTest::newRow("VXLAN with a group policy") << vxlanWith("88000123 00000100", pod) << "vxlan";
        QTest::newRow("VXLAN with a group policy, applied") << vxlanWith("88080123 00000100", pod) << "vxlan";
        QTest::newRow("VXLAN in VXLAN") << vxlan(1, ethernet(ipv4("10.0.0.1", "10.0.0.2", 17, udp(1, 9998, vxlan(2, pod))))) << "vxlan,vxlan";
        QTest::newRow("VXLAN-GPE with IPv4") << vxlanWith("0c000001 00000100", podPacket) << "vxlan-gpe";
        QTest::newRow("VXLAN-GPE with IPv6") << vxlanWith("0c000002 00000100", pod6.sliced(14)) << "vxlan-gpe";
        QTest::newRow("VXLAN-GPE with Ethernet") << vxlanWith("0c000003 00000100", pod) << "vxlan-gpe";
        QTest::newRow("Geneve with Ethernet") << vxlanWith("00006558 00000100", pod) << "geneve";
        QTest::newRow("Geneve with IPv4") << vxlanWith("00000800 00000100", podPacket) << "geneve";
        QTest::newRow("Geneve with an option") << vxlanWith("02006558 00000100 01028001 deadbeef", pod) << "geneve";
        QTest::newRow("flannel's UDP backend") << podPacket << "flannel-udp";

        QTest::newRow("a clear VNI flag") << vxlanWith("00000000 00000100", pod) << "";
        QTest::newRow("a reserved flag") << vxlanWith("09000000 00000100", pod) << "";
        QTest::newRow("a reserved octet") << vxlanWith("08000000 00000101", pod) << "";
        QTest::newRow("a group without the flag that makes it one") << vxlanWith("08000001 00000100", pod) << "";
        QTest::newRow("a wrong checksum inside") << vxlan(1, changed(pod, 24, 0x17)) << "";
        QTest::newRow("a source that is a group of stations") << vxlan(1, changed(pod, 6, 0x03)) << "";
        QTest::newRow("an EtherType that nobody checks") << vxlan(1, ethernet("123456789012345678901234567890", 0x88cc)) << "";
        QTest::newRow("three VLAN tags") << vxlan(1, ethernet(vlan(5, vlan(6, vlan(7, podPacket), 0x8100), 0x8100), 0x8100)) << "";
        QTest::newRow("a VXLAN header alone") << vxlan(1, {}) << "";
        QTest::newRow("VXLAN cut behind the inner MAC addresses") << vxlan(1, pod).first(22) << "";
        QTest::newRow("VXLAN-GPE that promises IPv6 and carries IPv4") << vxlanWith("0c000002 00000100", podPacket) << "";
        QTest::newRow("Geneve whose options do not fill their list") << vxlanWith("02006558 00000100 01028000 deadbeef", pod) << "";
        QTest::newRow("Geneve of another version") << vxlanWith("40006558 00000100", pod) << "";
        QTest::newRow("an IP packet with bytes behind it") << podPacket + "x" << "";
        QTest::newRow("text") << QByteArray("Hello, world! This is no tunnel, whatever its port says.") << "";
        QTest::newRow("zeros") << QByteArray(100, '\0') << "";
    }

    void onAnyPort()
    {
        QFETCH(QByteArray, payload);
        QFETCH(QString, tunnel);
        QCOMPARE(valuesOf("vs.tunnel", datagram(payload).toHex()), tunnel);
    }

    // Cut by the snap length: as long as the inner IP header is there, it is told.
    void cut()
    {
        const QByteArray frame = datagram(vxlan(1, pod));
        const qsizetype needed = 42 + 8 + 14 + 20;
        for (qsizetype size = 42; size <= frame.size(); ++size) {
            const Dissection packet = Dissector(registry()).dissect(frameOf(frame.first(size), 1, static_cast<std::uint32_t>(frame.size())));
            QCOMPARE(packet.depth(), size >= needed ? 1 : 0);
        }
    }

    void notes_data()
    {
        QTest::addColumn<QByteArray>("frame");
        QTest::addColumn<QStringList>("notes");

        QTest::newRow("VXLAN on its own port") << datagram(vxlan(1, pod), 4789) << QStringList{};
        QTest::newRow("VXLAN on flannel's port") << datagram(vxlan(1, pod), 8472) << QStringList{};
        QTest::newRow("VXLAN elsewhere")
            << datagram(vxlan(1, pod)) << QStringList{"UDP port 9999 is not one of VXLAN's (4789, 8472): told by the content or by Decode As"};
        QTest::newRow("VXLAN-GPE elsewhere") << datagram(vxlanWith("0c000001 00000100", podPacket))
                                             << QStringList{"UDP port 9999 is not VXLAN-GPE's (4790): told by the content or by Decode As"};
        QTest::newRow("Geneve elsewhere") << datagram(vxlanWith("00006558 00000100", pod))
                                          << QStringList{"UDP port 9999 is not Geneve's (6081): told by the content or by Decode As"};
        QTest::newRow("flannel's UDP backend elsewhere")
            << datagram(podPacket) << QStringList{"UDP port 9999 is not that of flannel's UDP backend (8285): told by the content or by Decode As"};
        QTest::newRow("text on VXLAN's port")
            << datagram("Hello, world! Nothing of a tunnel.", 4789) << QStringList{"UDP port 4789 is VXLAN's, but what follows is no VXLAN header"};
        QTest::newRow("text on flannel's port")
            << datagram("Hello, world! Nothing of a tunnel.", 8472) << QStringList{"UDP port 8472 is VXLAN's, but what follows is no VXLAN header"};
        QTest::newRow("text on the UDP backend's port")
            << datagram("Text", 8285) << QStringList{"UDP port 8285 is that of flannel's UDP backend, but what follows is no IP packet"};
        QTest::newRow("text elsewhere") << datagram("Hello") << QStringList{};
        QTest::newRow("another tunnel on VXLAN's port")
            << datagram(podPacket, 8472) << QStringList{"UDP port 8472 is not that of flannel's UDP backend (8285): told by the content or by Decode As"};
    }

    void notes()
    {
        QFETCH(QByteArray, frame);
        QTEST(notesOf(frame), "notes");
    }

    void aLinkThatNobodyKnows()
    {
        const QByteArray bytes(20, 'x');
        const Frame frame = frameOf(bytes, 147);
        const std::vector<TreeNode> tree = vethscope::treeOf(frame, Dissector(registry()).dissect(frame), registry());
        QCOMPARE(QString::fromStdString(tree.back().label), "link type 147 is not known here");
    }

    // Chosen, the port is enough where the inner frame is none that can be checked; but text stays text.
    void chosen()
    {
        Registry own = protocols::registry();
        own.decodeAs({Claim::UdpPort, 9999}, protocols::vxlan);
        const Dissector dissector(own);
        const auto depth = [&](const QByteArray &payload) { return dissector.dissect(frameOf(datagram(payload))).depth(); };
        QCOMPARE(depth(vxlan(1, changed(pod, 24, 0x17))), 1);
        QCOMPARE(depth(vxlan(1, {})), 1);
        QCOMPARE(depth("Hello, world! Nothing of a tunnel."), 0);
    }
};

QTEST_GUILESS_MAIN(TunnelContentTest)
#include "tst_tunnel_content.moc"
