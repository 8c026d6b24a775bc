#include "tests/support/packets.h"
#include "tests/support/testcapture.h"
#include "ui/models/packetlink.h"
#include "ui/models/packettreemodel.h"
#include "ui/shared/selection.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace vethscope;

/// The tree as a model: every row once, below the row that holds it.
class PacketTreeModelTest : public QObject
{
    Q_OBJECT

private slots:
    void isSoundWhilePacketsChange();
    void everyNodeHasOneIndex();
    void overlayLiesInsideTheTunnelHeader();
    void flatHasOneHeaderBelowTheOther();
    void linksAreFrameNumbers();
    void texts_data();
    void texts();

private:
    TestCapture m_capture{headOverVxlan(), pingOverIpip(), nativeQuery()};
};

void PacketTreeModelTest::isSoundWhilePacketsChange()
{
    Selection selection(m_capture.open());
    PacketTreeModel model(selection);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    for (const int row : {0, 1, 2, -1, 0})
        selection.setRow(row);
}

void PacketTreeModelTest::everyNodeHasOneIndex()
{
    Selection selection(m_capture.open());
    PacketTreeModel model(selection);
    selection.setRow(0);
    for (int node = 0; node < static_cast<int>(selection.tree().size()); ++node) {
        const QModelIndex index = model.indexOf(node);
        QCOMPARE(model.nodeOf(index), node);
        QCOMPARE(model.index(index.row(), index.column(), index.parent()), index);
        const int level = selection.tree()[static_cast<std::size_t>(node)].level;
        QCOMPARE(index.parent().isValid(), level > 0);
    }
    QVERIFY(!model.indexOf(-1).isValid());
    QVERIFY(!model.indexOf(static_cast<int>(selection.tree().size())).isValid());
}

void PacketTreeModelTest::overlayLiesInsideTheTunnelHeader()
{
    Selection selection(m_capture.open());
    PacketTreeModel model(selection);
    selection.setRow(0);
    const auto &tree = selection.tree();
    for (int node = 0; node < static_cast<int>(tree.size()); ++node) {
        const TreeNode &row = tree[static_cast<std::size_t>(node)];
        if (row.kind != TreeNode::Kind::Scope || row.scope != Scope::Overlay)
            continue;
        const TreeNode &tunnel = model.nodeAt(model.indexOf(node).parent());
        QCOMPARE(tunnel.scope, Scope::Tunnel);
        QCOMPARE(model.nodeAt(model.indexOf(node).parent().parent()).scope, Scope::Underlay);
        return;
    }
    QFAIL("no overlay in the tree");
}

// Wireshark's order: frame, and every header of both networks.
void PacketTreeModelTest::flatHasOneHeaderBelowTheOther()
{
    Selection selection(m_capture.open());
    PacketTreeModel model(selection);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    selection.setRow(0);
    model.setFlat(true);
    QStringList titles;
    for (int row = 0; row < model.rowCount(); ++row)
        titles << model.index(row, 0).data().toString();
    QCOMPARE(titles.mid(titles.indexOf("Ethernet II")), (QStringList{"Ethernet II", "Internet Protocol Version 4", "User Datagram Protocol", "Virtual eXtensible LAN", "Ethernet II",
                                                                    "Internet Protocol Version 4", "Transmission Control Protocol", "Hypertext Transfer Protocol"}));
    int shown = 0;
    for (int node = 0; node < static_cast<int>(selection.tree().size()); ++node) {
        const bool isNetwork = selection.tree()[static_cast<std::size_t>(node)].kind == TreeNode::Kind::Scope;
        QCOMPARE(model.indexOf(node).isValid(), !isNetwork);
        shown += !isNetwork;
    }
    QCOMPARE(shown, static_cast<int>(selection.tree().size()) - 2);
    for (const int row : {1, 2, -1, 0})
        selection.setRow(row);
    model.setFlat(false);
    QCOMPARE(model.rowCount() < titles.size(), true);
}

void PacketTreeModelTest::linksAreFrameNumbers()
{
    const auto pass = [](std::string_view name, std::uint64_t number) {
        const auto fields = test::registry().find(name);
        TreeNode node{.kind = TreeNode::Kind::Field, .scope = Scope::Native, .protocol = fields.front().protocol, .field = fields.front().field};
        node.raw.number = number;
        const auto link = linkOf(node);
        return link ? std::optional(link->number) : std::nullopt;
    };
    QCOMPARE(pass("tcp.analysis.acks_frame", 12), std::optional<std::uint32_t>(12));
    QCOMPARE(pass("tcp.analysis.duplicate_ack_frame", 7), std::optional<std::uint32_t>(7));
    QCOMPARE(pass("tcp.analysis.acks_frame", 0), std::optional<std::uint32_t>());
    QCOMPARE(pass("tcp.stream", 12), std::optional<std::uint32_t>());
    QCOMPARE(pass("frame.number", 12), std::optional<std::uint32_t>());
}

void PacketTreeModelTest::texts_data()
{
    QTest::addColumn<int>("packet");
    QTest::addColumn<QString>("label");
    QTest::addColumn<QString>("value");
    QTest::newRow("the frame has its number") << 1 << "Frame 2" << "118 bytes on the wire";
    QTest::newRow("the underlay says whose it is") << 0 << "Underlay" << "what the nodes see";
    QTest::newRow("VXLAN costs fifty bytes") << 0 << "Virtual eXtensible LAN" << "VNI 1   +50 bytes";
    QTest::newRow("IPIP costs twenty") << 1 << "IP in IP" << "+20 bytes   no header of its own: the IPv4 header around it is the tunnel";
    QTest::newRow("what is computed stands in brackets") << 2 << "[Checksum Status]" << "[Good (1)]";
    QTest::newRow("a field") << 2 << "Destination Port" << "53";
}

void PacketTreeModelTest::texts()
{
    QFETCH(int, packet);
    QFETCH(QString, label);
    Selection selection(m_capture.open());
    PacketTreeModel model(selection);
    selection.setRow(packet);
    const QModelIndexList found = model.match(model.index(0, 0), Qt::DisplayRole, label, 1, Qt::MatchExactly | Qt::MatchRecursive);
    QCOMPARE(found.size(), 1);
    QTEST(found.front().siblingAtColumn(PacketTreeModel::Value).data().toString(), "value");
}

QTEST_MAIN(PacketTreeModelTest)
#include "tst_packettreemodel.moc"
