#include "core/dissect/tree.h"
#include "core/protocols/protocols.h"
#include "tests/support/packets.h"
#include "tests/support/stack.h"

#include <QTest>

#include <algorithm>

using namespace vethscope;
using namespace vethscope::test;

// The rows of a packet's tree: what holds what, and which bits of the frame a row lights up.

namespace {

std::vector<TreeNode> treeOf(const QByteArray &bytes, std::uint32_t originalLength = 0)
{
    const Frame frame = frameOf(bytes, 1, originalLength);
    return vethscope::treeOf(frame, Dissector(registry()).dissect(frame), registry());
}

// The rows of headers and scopes alone, two spaces a level.
QStringList outline(const std::vector<TreeNode> &tree)
{
    QStringList lines;
    for (const TreeNode &node : tree)
        if (node.kind != TreeNode::Kind::Field)
            lines << QString(node.level * 2, ' ') + QString::fromStdString(node.label);
    return lines;
}

const TreeNode &row(const std::vector<TreeNode> &tree, std::string_view label, std::size_t occurrence = 0)
{
    for (const TreeNode &node : tree)
        if (node.label == label && occurrence-- == 0)
            return node;
    qFatal("no such row");
}

} // namespace

class TreeTest : public QObject
{
    Q_OBJECT

private slots:
    void theOverlayLiesInsideTheTunnelHeader()
    {
        QCOMPARE(outline(treeOf(requestOverVxlan())), (QStringList{
            "Frame",
            "Underlay",
            "  Ethernet II",
            "  Internet Protocol Version 4",
            "  User Datagram Protocol",
            "  Virtual eXtensible LAN",
            "    Overlay",
            "      Ethernet II",
            "      Internet Protocol Version 4",
            "      Transmission Control Protocol",
            "        checksum is wrong; where the sender captured it, this is checksum offload",
            "      Hypertext Transfer Protocol",
        }));
    }

    void aSecondTunnelLiesInsideTheFirst()
    {
        const QByteArray inner = ethernet(ipv4("10.0.0.1", "10.0.0.2", 4, ipv4("10.1.0.1", "10.1.0.2", 59, {})));
        const auto tree = treeOf(ethernet(ipv4("172.27.0.11", "172.27.16.10", 17, udp(50000, 8472, vxlan(1, inner)))));
        QCOMPARE(outline(tree), (QStringList{
            "Frame",
            "Underlay",
            "  Ethernet II",
            "  Internet Protocol Version 4",
            "  User Datagram Protocol",
            "  Virtual eXtensible LAN",
            "    Overlay",
            "      Ethernet II",
            "      Internet Protocol Version 4",
            "      IP in IP",
            "        Overlay 2",
            "          Internet Protocol Version 4",
        }));
    }

    void aNativePacketNeedsNoScope()
    {
        QCOMPARE(outline(treeOf(ethernet(ipv4("10.0.0.1", "10.0.0.2", 17, udp(1, 9, "a"))))), (QStringList{
            "Frame", "Ethernet II", "Internet Protocol Version 4", "User Datagram Protocol", "Data"}));
    }

    void aStopStandsWhereTheNextHeaderWouldBe()
    {
        const QByteArray whole = requestOverVxlan();
        const auto tree = treeOf(whole.first(52), static_cast<std::uint32_t>(whole.size()));
        QCOMPARE(outline(tree).mid(5), (QStringList{"  Virtual eXtensible LAN", "    Overlay", "      Ethernet II", "        needs 14 bytes, only 2 were captured"}));
        QCOMPARE(tree.back().kind, TreeNode::Kind::Stop);
        QCOMPARE(tree.back().severity, Severity::Note); // a cut is no fault of the packet
        QCOMPARE(tree.back().protocol, &protocols::ethernet);
        QCOMPARE(tree.back().scope, Scope::Overlay);
        QCOMPARE(tree.back().place, octets(50, 2));
        QCOMPARE(treeOf(whole.first(52)).back().severity, Severity::Error);
    }

    void placesCountFromTheFramesFirstBit()
    {
        const auto tree = treeOf(requestOverVxlan());
        // Ethernet 14, IPv4 20, UDP 8: VXLAN begins at byte 42, the inner frame at byte 50.
        QCOMPARE(row(tree, "Virtual eXtensible LAN").place, octets(42, 8));
        QCOMPARE(row(tree, "VXLAN Network Identifier (VNI)").place, bits((42 + 4) * 8, 24));
        QCOMPARE(row(tree, "VNI is valid").place, bits(42 * 8 + 4, 1));
        QCOMPARE(row(tree, "Header Length").place, bits(14 * 8 + 4, 4));
        QCOMPARE(row(tree, "Header Length", 1).place, bits((50 + 14) * 8 + 4, 4));
        QCOMPARE(row(tree, "Request Method").place, octets(50 + 14 + 20 + 20, 3));
        QCOMPARE(row(tree, "Underlay").place, octets(0, 50));
        QCOMPARE(row(tree, "Overlay").place, octets(50, static_cast<std::size_t>(requestOverVxlan().size()) - 50));
        QCOMPARE(row(tree, "Segment Length").place.length, 0u); // computed: no bits are its own
    }

    void rowsKnowWhomTheyServe()
    {
        const auto tree = treeOf(requestOverVxlan());
        QCOMPARE(row(tree, "Source Address").scope, Scope::Underlay);
        QCOMPARE(row(tree, "Source Address", 1).scope, Scope::Overlay);
        QCOMPARE(row(tree, "VXLAN Network Identifier (VNI)").scope, Scope::Tunnel);
        QCOMPARE(row(tree, "Source Address").depth, 0);
        QCOMPARE(row(tree, "Source Address", 1).depth, 1);
        QCOMPARE(row(tree, "Source Address", 1).layer, 5);
        QCOMPARE(row(tree, "Source Address", 1).protocol, &protocols::ipv4);
        QCOMPARE(row(tree, "Source Address", 1).field->name, "src");
    }

    void valuesForPeopleAndForScripts()
    {
        const auto tree = treeOf(requestOverVxlan());
        QCOMPARE(row(tree, "Protocol").value, "UDP (17)");
        QCOMPARE(row(tree, "Protocol").script, "17");
        QCOMPARE(row(tree, "Protocol").raw.number, 17u);
        QVERIFY(row(tree, "Protocol").numeric);
        QCOMPARE(row(tree, "VNI is valid").value, "Set");
        QCOMPARE(row(tree, "VNI is valid").script, "1");
        QCOMPARE(row(tree, "Host").value, "web");
        QVERIFY(row(tree, "Segment Length").generated);
        QVERIFY(!row(tree, "Host").generated);
    }

    void everyPlaceLiesWithinTheFrameAndBelowItsParent()
    {
        const QByteArray bytes = requestOverVxlan();
        const auto tree = treeOf(bytes);
        std::vector<std::uint16_t> levels;
        for (const TreeNode &node : tree) {
            QVERIFY2(node.place.end() <= static_cast<std::uint32_t>(bytes.size()) * 8, node.label.c_str());
            QVERIFY2(levels.empty() || node.level <= levels.back() + 1, node.label.c_str());
            levels.push_back(node.level);
        }
    }

    void bytesInTheTreeAreViewsOfTheFrame()
    {
        const QByteArray bytes = requestOverVxlan();
        for (const TreeNode &node : treeOf(bytes)) {
            const auto *begin = reinterpret_cast<const std::byte *>(bytes.constData());
            if (!node.raw.bytes.empty())
                QVERIFY2(node.raw.bytes.data() >= begin && node.raw.bytes.data() + node.raw.bytes.size() <= begin + bytes.size(), node.label.c_str());
        }
    }

    void asText()
    {
        const QByteArray bytes = fromHex("020000000002 020000000001 88b5 616263");
        const auto tree = treeOf(bytes);
        QCOMPARE(QString::fromStdString(textOf(tree)).split('\n').mid(10), (QStringList{
            "Ethernet II  02:00:00:00:00:01 → 02:00:00:00:00:02",
            "  Destination: 02:00:00:00:00:02",
            "  Source: 02:00:00:00:00:01",
            "  Type: 0x88b5",
            "Data  3 bytes",
            "  Data: 616263",
            "  [Length: 3]",
            "",
        }));
    }
};

QTEST_GUILESS_MAIN(TreeTest)
#include "tst_tree.moc"
