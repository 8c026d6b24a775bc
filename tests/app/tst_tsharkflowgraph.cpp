#include "core/capture/packetstore.h"
#include "core/flowgraph/flowfigure.h"
#include "core/flowgraph/flowtext.h"
#include "core/flows/flowpass.h"
#include "core/protocols/protocols.h"
#include "core/statistics/packetpass.h"
#include "tests/support/packets.h"
#include "tests/support/programs.h"
#include "tests/support/tshark.h"

#include <QTest>

using namespace vethscope;
using namespace vethscope::test;

// Flow graphs as text, row by row beside tshark's.

namespace {

const QString samples = QStringLiteral(VETHSCOPE_SOURCE_DIR "/resources/samples/");

const QStringList tsharkOptions{"-n", "-q", "-d", "udp.port==8472,vxlan", "-d", "udp.port==8285,ip", "-o", "ip.defragment:FALSE", "-o", "ipv6.defragment:FALSE"};

// What a drawing of text says of a packet: `time from:port > to:port comment`.
struct Row {
    QString time, from, to, label, comment;
    QString ports;
};

QStringList addressesIn(const QString &upper, const QString &lower)
{
    QStringList even, odd, all;
    for (const QString &cell : upper.section('|', 2).split('|'))
        if (!cell.trimmed().isEmpty())
            even << cell.trimmed();
    for (const QString &cell : lower.section('|', 2).split('|'))
        if (!cell.trimmed().isEmpty())
            odd << cell.trimmed();
    for (qsizetype i = 0; i < even.size(); ++i) {
        all << even[i];
        if (i < odd.size())
            all << odd[i];
    }
    return all;
}

// The same for tshark's and ours; where a conversation's number stands in front, it is skipped.
QList<Row> rowsOf(const QString &text, bool isNumbered)
{
    QStringList lines = text.split('\n', Qt::SkipEmptyParts);
    lines.removeIf([](const QString &line) { return line.startsWith("----"); }); // between two conversations
    if (isNumbered)
        for (QString &line : lines)
            line = line.mid(5);
    if (lines.size() < 2)
        return {};
    const QStringList addresses = addressesIn(lines[0], lines[1]);
    QList<Row> rows;
    for (qsizetype i = 2; i + 1 < lines.size(); i += 2) {
        const QString upper = lines[i].section('|', 2), lower = lines[i + 1].section('|', 2);
        const qsizetype open = lower.indexOf('('), close = lower.indexOf(')'), begin = lower.indexOf(QRegularExpression("[<-]")), end = lower.indexOf(QRegularExpression("[^<>-]"), begin);
        if (end < 1)
            return {};
        const qsizetype left = open / 20, span = (end - begin + 1) / 20;
        const bool isRight = lower[end - 1] == '>';
        const QString one = lower.mid(open + 1, close - open - 1), other = lower.mid(lower.indexOf('(', end) + 1).section(')', 0, 0);
        const QString leftAddress = addresses.value(left), rightAddress = addresses.value(left + span);
        const qsizetype behind = 20 * addresses.size(); // a drawing of n columns
        rows << Row{lines[i].section('|', 1, 1), isRight ? leftAddress : rightAddress, isRight ? rightAddress : leftAddress, upper.mid(20 * left).section('|', 0, 0).trimmed(),
                    upper.mid(behind), isRight ? one + ' ' + other : other + ' ' + one};
    }
    return rows;
}

} // namespace

class TsharkFlowGraphTest : public QObject
{
    Q_OBJECT

    const Dissector m_dissector{registry()};
    std::unique_ptr<PacketStore> m_store;
    std::unique_ptr<FlowPass> m_flows;

    FlowGraph graphOf(const QString &file, FlowKind kind, FlowAddresses addresses)
    {
        const std::vector<std::filesystem::path> paths{(samples + file).toStdString()};
        m_flows.reset();
        m_store = std::move(*PacketStore::open(paths));
        m_flows = std::make_unique<FlowPass>(*m_store, m_dissector);
        m_flows->waitUntilFinished();
        PacketPass pass(*m_store, m_dissector, [&] { return std::make_unique<FlowTally>(kind, addresses); });
        pass.waitUntilFinished();
        return static_cast<const FlowTally &>(*pass.tally()).graph();
    }

    FlowWords wordsOf(const FlowEvent &event, FlowKind kind, FlowAddresses addresses) { return flowWords(PacketRow(*m_store, m_dissector, event.row), kind, addresses); }

private slots:
    void initTestCase() { NEEDS_PROGRAMS("tshark"); }

    void rowsAreTsharks_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<FlowKind>("kind");
        for (const char *file : {"flannel-vxlan/captures/master.eth0.pcapng", "calico-ipip/captures/cn-master.tunl0.pcapng", "calico-ipip/captures/cn-master.eth0.pcapng",
                                    "flannel-udp/captures/udp-master.eth0.pcapng", "calico-bgp-mesh/captures/mesh-1.eth0.pcapng"})
            for (const auto &[kind, name] : {std::pair(FlowKind::All, "any"), {FlowKind::Tcp, "tcp"}, {FlowKind::Icmp, "icmp"}})
                QTest::addRow("%s %s", file, name) << QString(file) << kind;
    }

    void rowsAreTsharks()
    {
        QFETCH(QString, file);
        QFETCH(FlowKind, kind);
        const FlowGraph graph = graphOf(file, kind, FlowAddresses::Overlay);
        const auto words = [&](const FlowEvent &event) { return wordsOf(event, kind, FlowAddresses::Overlay); };
        const QList<Row> ours = rowsOf(QString::fromStdString(flowText(graph, 0, graph.events.size(), words)), false);
        const char *const asked = kind == FlowKind::All ? "flow,any,network" : kind == FlowKind::Tcp ? "flow,tcp,network" : "flow,icmp,network";
        QList<Row> theirs = rowsOf(QString::fromUtf8(tsharkOutput(samples + file, tsharkOptions + QStringList{"-z", asked})), kind == FlowKind::Tcp);
        if (kind == FlowKind::Icmp)
            QVERIFY(theirs.size() <= ours.size()); // ICMPv6 is a kind of its own there
        else
            QCOMPARE(ours.size(), theirs.size());
        qsizetype at = 0;
        int comments = 0, alike = 0; // of what is put together from several packets tshark says something else, of SYNs' options the order (tst_classiccolumns)
        for (const Row &row : theirs) {
            while (at < ours.size() && ours[at].time != row.time)
                ++at;
            QVERIFY2(at < ours.size(), qPrintable(row.time));
            const Row &own = ours[at++];
            QCOMPARE(own.from + " > " + own.to, row.from + " > " + row.to);
            if (own.ports != "0 0") // of ICMP and the like tshark tells the ports of the UDP around the tunnel
                QCOMPARE(own.ports, row.ports);
            if (kind == FlowKind::Tcp)
                QCOMPARE(own.label, row.label);
            else {
                ++comments;
                alike += own.comment.section(' ', 0, 2) == row.comment.section(' ', 0, 2);
            }
        }
        QVERIFY2(alike * 20 >= comments * 17, qPrintable(QString("%1 of %2").arg(alike).arg(comments)));
    }

    // What no tshark tells: the ends that the nodes see.
    void underlay()
    {
        const FlowGraph graph = graphOf("flannel-vxlan/captures/master.eth0.pcapng", FlowKind::All, FlowAddresses::Underlay);
        const std::size_t place = graph.placeOf(2); // frame 3: a ping through the tunnel
        QCOMPARE(graph.events[place].row, 2u);
        QCOMPARE(textOf(graph.addresses[graph.events[place].from]) + " > " + textOf(graph.addresses[graph.events[place].to]), std::string("172.27.0.11 > 172.27.16.10"));
        QCOMPARE(graph.events[place].destinationPort, 8472);
        QCOMPARE(graph.events[place].scope, Scope::Underlay);
        QCOMPARE(graph.events.size() + graph.leftOut, m_store->size());
    }

    // One figure for a slide, of the ladder's pieces: an arrow for each packet, a head for each address.
    void sheet()
    {
        const FlowGraph graph = graphOf("flannel-vxlan/captures/master.eth0.pcapng", FlowKind::Tcp, FlowAddresses::Overlay);
        FlowLook look;
        look.title = "all";
        look.words = [&](const FlowEvent &event) { return wordsOf(event, FlowKind::Tcp, FlowAddresses::Overlay); };
        look.name = [](const FlowAddress &address) { return journey::PointName{textOf(address), {}}; };
        const LadderFigure figure = layoutFlowGraph(graph, 0, 5, look);
        QCOMPARE(std::ranges::count(figure.parts, LadderPart::Kind::Hop, &LadderPart::kind), 5);
        QCOMPARE(std::size_t(std::ranges::count(figure.parts, LadderPart::Kind::Head, &LadderPart::kind)), graph.addresses.size());
        QCOMPARE(figure.leftOut, graph.events.size() - 5);
        for (const LadderPart &part : figure.parts)
            for (const figure::Shape &shape : part.shapes) {
                const figure::Rect bounds = figure::boundsOf(shape);
                QVERIFY2(bounds.left() >= 0 && bounds.right() <= figure.width && bounds.top() >= 0 && bounds.bottom() <= figure.height, part.title.c_str());
            }
        const std::string svg = ladderSvg(figure, Colours::light());
        QVERIFY(svg.find("SYN, ACK") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TsharkFlowGraphTest)
#include "tst_tsharkflowgraph.moc"
