#include "core/capture/packetstore.h"
#include "core/dissect/format.h"
#include "core/filter/accessor.h"
#include "core/flows/flowpass.h"
#include "core/protocols/tcp_stateful.h"
#include "core/summary/columns.h"
#include "tests/support/capturefile.h"
#include "tests/support/packets.h"
#include "tests/support/tcpstory.h"

#include <QFile>
#include <QMap>
#include <QTest>

using namespace vethscope;
using namespace vethscope::test;

// What the segments before it make of a TCP segment: Wireshark User's Guide, "TCP Analysis". tst_tsharkflows asks
// tshark for the same stories.

namespace {

// A story as an open capture whose flows are known.
class Told
{
public:
    explicit Told(const QStringList &lines) : m_dissector(registry())
    {
        const std::vector<std::filesystem::path> paths{writeFile(m_folder, "story.pcap", tcpStory(lines)).toStdString()};
        m_store = std::move(*PacketStore::open(paths));
        m_flows = std::make_unique<FlowPass>(*m_store, m_dissector);
        m_flows->waitUntilFinished();
    }

    PacketRow row(std::size_t i) const { return {*m_store, m_dissector, i}; }
    std::size_t size() const { return m_store->size(); }

    QString values(const char *field, std::size_t i) const
    {
        const PacketRow row = this->row(i);
        FilterScratch scratch;
        Evaluation evaluation{row.frame, row.packet, scratch};
        QStringList values;
        Accessor::find(field, registry())->forEach(evaluation, [&](const Value &value, const Field *tableRow, BitRange place) {
            TextBuffer out;
            printForScripts(out, *tableRow, place, value);
            values << QString::fromStdString(fmt::to_string(out));
        });
        return values.join(',');
    }

    QString info(std::size_t i) const
    {
        TextBuffer out;
        printColumn(Column::Info, row(i), Perspective::Both, out);
        return QString::fromStdString(fmt::to_string(out));
    }

private:
    QTemporaryDir m_folder;
    Dissector m_dissector;
    std::unique_ptr<PacketStore> m_store;
    std::unique_ptr<FlowPass> m_flows;
};

QStringList column(const Told &told, const char *field)
{
    QStringList values;
    for (std::size_t i = 0; i < told.size(); ++i)
        values << told.values(field, i);
    return values;
}

// The rows below tcp.analysis that tell of something unusual.
QStringList findingsOf(const Told &told)
{
    static const QStringList usual{"acks_frame", "ack_rtt", "initial_rtt", "bytes_in_flight"};
    QStringList lines;
    for (std::size_t i = 0; i < told.size(); ++i) {
        const PacketRow row = told.row(i);
        Details details;
        for (std::size_t layer = 0; layer < row.packet.size(); ++layer)
            row.frame.facts->add({row.frame, row.packet, layer}, details);
        QStringList names;
        for (const Item &item : details.items) {
            const QString name = QString::fromUtf8(item.field->name.data(), static_cast<qsizetype>(item.field->name.size()));
            if (name.startsWith("analysis.") && !usual.contains(name.sliced(9)))
                names << name.sliced(9);
        }
        if (!names.isEmpty())
            lines << QStringLiteral("%1: %2").arg(i + 1).arg(names.join(' '));
    }
    return lines;
}

// Fields that tests/captures/tcpanswers.txt has the values of, by their names there.
const QMap<QString, QByteArray> &answeredFields()
{
    static const QMap<QString, QByteArray> fields = [] {
        QMap<QString, QByteArray> all;
        for (const char *name : {"stream", "seq", "nxtseq", "ack", "window_size", "window_size_scalefactor", "options.sack_le", "options.sack_re"})
            all[name] = QByteArray("tcp.") + name;
        for (const char *name : {"flags", "retransmission", "fast_retransmission", "spurious_retransmission", "duplicate_ack", "duplicate_ack_num",
                                 "duplicate_ack_frame", "out_of_order", "lost_segment", "ack_lost_segment", "zero_window", "zero_window_probe",
                                 "zero_window_probe_ack", "window_full", "window_update", "keep_alive", "keep_alive_ack", "reused_ports",
                                 "bytes_in_flight", "ack_rtt", "acks_frame", "initial_rtt", "rto", "rto_frame"})
            all[name] = QByteArray("tcp.analysis.") + name;
        return all;
    }();
    return fields;
}

// `seq=1 ack=1 …` of a segment, in the order of the names.
QString answersOf(const Told &told, std::size_t i)
{
    QStringList answers;
    for (auto field = answeredFields().begin(); field != answeredFields().end(); ++field)
        if (const QString values = told.values(field->constData(), i); !values.isEmpty())
            answers << field.key() + '=' + values;
    return answers.join(' ');
}

QString sorted(const QString &answers)
{
    QStringList words = answers.split(' ');
    words.sort();
    return words.join(' ');
}

const QStringList handshake{"0 A S 1000 0 0 64000 scale=7", "10 B SA 5000 1001 0 65000 scale=7", "20 A A 1001 5001 0 500"};

} // namespace

class TcpAnalysisTest : public QObject
{
    Q_OBJECT

private slots:
    void findings_data()
    {
        QTest::addColumn<QStringList>("lines");
        QTest::addColumn<QStringList>("findings");
        for (const TcpStory &story : tcpStories())
            QTest::newRow(story.name) << story.lines << story.findings;
    }

    void findings()
    {
        QFETCH(QStringList, lines);
        QTEST(findingsOf(Told(lines)), "findings");
    }

    // Connections in which all kinds of things go wrong at once; what is expected is what tshark said of each segment.
    void answers_data()
    {
        QTest::addColumn<QStringList>("segments");
        QFile file(QStringLiteral(VETHSCOPE_SOURCE_DIR "/tests/captures/tcpanswers.txt"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QStringList stories = QString::fromLatin1(file.readAll()).trimmed().split("\n\n").sliced(1);
        QVERIFY(stories.size() > 100);
        for (const QString &story : stories)
            QTest::newRow(qPrintable(story.section('\n', 0, 1))) << story.split('\n');
    }

    void answers()
    {
        QFETCH(QStringList, segments);
        QStringList lines;
        QStringList expected;
        for (const QString &segment : segments) {
            lines << segment.section(" | ", 0, 0);
            expected << lines.back() + " | " + sorted(segment.section(" | ", 1));
        }
        const Told told(lines);
        QStringList actual;
        for (std::size_t i = 0; i < told.size(); ++i)
            actual << lines[static_cast<qsizetype>(i)] + " | " + sorted(answersOf(told, i));
        QCOMPARE(actual, expected);
    }

    void numbers_data()
    {
        QTest::addColumn<QStringList>("lines");
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QStringList>("values");
        const QStringList exchange = handshake + QStringList{"30 A PA 1001 5001 100 500", "40 B A 5001 1101 0 500", "41 B FA 5001 1101 200 500"};
        const auto row = [](const char *name, const QStringList &lines, const char *field, const QStringList &values) {
            QTest::newRow(name) << lines << QByteArray(field) << values;
        };
        row("sequence numbers count from the SYN", exchange, "tcp.seq", {"0", "0", "1", "1", "1", "1"});
        row("so do acknowledgments", exchange, "tcp.ack", {"0", "1", "1", "1", "101", "101"});
        row("the next number: SYN and FIN count as a byte", exchange, "tcp.nxtseq", {"1", "1", "1", "101", "1", "202"});
        row("without a SYN they count from 1", {"0 B A 5001 1001 1000 500", "1 A A 1001 6001 0 500"}, "tcp.seq", {"1", "1"});
        row("a SYN's window is not scaled", exchange, "tcp.window_size", {"64000", "65000", "64000", "64000", "64000", "64000"});
        row("the scale that both SYNs offer", exchange, "tcp.window_size_scalefactor", {"", "", "128", "128", "128", "128"});
        row("one SYN offers no scale", {"0 A S 1000 0 0 64000 scale=7", "10 B SA 5000 1001 0 65000", "20 A A 1001 5001 0 500"},
            "tcp.window_size_scalefactor", {"", "", "-2"});
        row("no SYN was captured", {"0 B A 5001 1001 1000 500"}, "tcp.window_size_scalefactor", {"-1"});
        row("bytes in flight grow and fall", handshake + QStringList{"30 A A 1001 5001 100 500", "31 A A 1101 5001 100 500", "40 B A 5001 1101 0 500",
                                                                     "41 A A 1201 5001 100 500"},
            "tcp.analysis.bytes_in_flight", {"", "", "", "100", "200", "", "200"});
        row("what a SACK names is no longer in flight",
            handshake + QStringList{"30 A A 1001 5001 100 500", "31 A A 1101 5001 100 500", "40 B A 5001 1001 0 500 sack=1101-1201", "41 A A 1201 5001 100 500"},
            "tcp.analysis.bytes_in_flight", {"", "", "", "100", "200", "", "200"});
        const QStringList gap{"40 B A 5001 1001 0 500 sack=1101-1201"};
        row("the edges of what a receiver has count as the numbers that it acknowledges: left", handshake + gap, "tcp.options.sack_le", {"", "", "", "101"});
        row("the edges: right", handshake + gap, "tcp.options.sack_re", {"", "", "", "201"});
        row("the edges, where no SYN was captured", QStringList{"30 A A 2001 5001 100 500", "40 B A 5001 2001 0 500 sack=2101-2201"}, "tcp.options.sack_le", {"", "101"});
        row("the edges in a segment that acknowledges nothing", handshake + QStringList{"40 B - 5001 0 0 500 sack=1101-1201"}, "tcp.options.sack_re", {"", "", "", "201"});
        row("the edges of what the client has", handshake + QStringList{"40 A A 1001 5001 0 500 sack=5101-5201"}, "tcp.options.sack_le", {"", "", "", "101"});
        row("the round trip, at the side that was captured", exchange, "tcp.analysis.ack_rtt", {"", "0.010000000", "0.010000000", "", "0.010000000", ""});
        row("which frame is acknowledged", exchange, "tcp.analysis.acks_frame", {"", "1", "2", "", "4", ""});
        row("the handshake's round trip", exchange, "tcp.analysis.initial_rtt", {"", "", "0.020000000", "0.020000000", "0.020000000", "0.020000000"});
        row("how often an acknowledgment comes", handshake + QStringList{"30 B A 5001 1001 100 500", "35 A A 1001 5101 0 500", "36 A A 1001 5101 0 500", "37 A A 1001 5101 0 500"},
            "tcp.analysis.duplicate_ack_num", {"", "", "", "", "", "1", "2"});
        row("since when a timeout runs", handshake + QStringList{"30 A PA 1001 5001 100 500", "250 A PA 1001 5001 100 500"}, "tcp.analysis.rto",
            {"", "", "", "", "0.220000000"});
        row("from which frame on", handshake + QStringList{"30 A PA 1001 5001 100 500", "250 A PA 1001 5001 100 500"}, "tcp.analysis.rto_frame",
            {"", "", "", "", "4"});
        // Wireshark from 4.2 on: behind a FIN or a reset even the same number opens another connection; 4.0 calls it a retransmission.
        const QStringList opening{"60 A S 1000 0 0 64000 scale=7", "70 B SA 8000 1001 0 65000 scale=7"};
        row("the same SYN after a FIN", handshake + QStringList{"30 A FA 1001 5001 0 500", "40 B FA 5001 1002 0 500"} + opening, "tcp.stream",
            {"0", "0", "0", "0", "0", "1", "1"});
        row("after a FIN of one side and more of the other's", handshake + QStringList{"30 A FA 1001 5001 0 500", "40 B A 5001 1002 9 500"} + opening, "tcp.stream",
            {"0", "0", "0", "0", "0", "1", "1"});
        row("the same SYN after a reset", handshake + QStringList{"30 B RA 5001 1001 0 0"} + opening, "tcp.stream", {"0", "0", "0", "0", "1", "1"});
        row("the same SYN after neither", handshake + opening, "tcp.stream", {"0", "0", "0", "0", "0"});
        row("after a FIN with which the capture begins", QStringList{"0 A FA 1001 5001 0 500"} + opening, "tcp.stream", {"0", "0", "0"});
        row("a new connection has a stream of its own", {"0 A S 1000 0 0 64000", "10 B SA 5000 1001 0 65000", "20 A RA 1001 5001 0 0", "30 A S 9000 0 0 64000",
                                                         "40 B SA 7000 9001 0 65000"},
            "tcp.stream", {"0", "0", "0", "1", "1"});
    }

    void numbers()
    {
        QFETCH(QStringList, lines);
        QFETCH(QByteArray, field);
        QTEST(column(Told(lines), field), "values");
    }

    void info_data()
    {
        QTest::addColumn<QStringList>("lines");
        QTest::addColumn<QString>("info");
        QTest::newRow("nothing unusual: relative numbers and the real window")
            << handshake << "40000 → 7777 [ACK] Seq=1 Ack=1 Win=64000 Len=0";
        QTest::newRow("a retransmission") << handshake + QStringList{"30 A PA 1001 5001 100 500", "250 A PA 1001 5001 100 500"}
                                          << "[TCP Retransmission] 40000 → 7777 [PSH, ACK] Seq=1 Ack=1 Win=64000 Len=100";
        QTest::newRow("a spurious one is not said twice")
            << handshake + QStringList{"30 A PA 1001 5001 100 500", "40 B A 5001 1101 0 500", "250 A PA 1001 5001 100 500"}
            << "[TCP Spurious Retransmission] 40000 → 7777 [PSH, ACK] Seq=1 Ack=1 Win=64000 Len=100";
        QTest::newRow("a duplicate acknowledgment says of which") << handshake + QStringList{"30 B A 5001 1001 100 500", "35 A A 1001 5101 0 500", "36 A A 1001 5101 0 500"}
                                                                  << "[TCP Dup ACK 5#1] 40000 → 7777 [ACK] Seq=1 Ack=101 Win=64000 Len=0";
        QTest::newRow("two at once") << handshake + QStringList{"30 A PA 1001 5001 100 500", "250 A PA 1001 5001 100 0"}
                                     << "[TCP ZeroWindow] [TCP Retransmission] 40000 → 7777 [PSH, ACK] Seq=1 Ack=1 Win=0 Len=100";
    }

    void info()
    {
        QFETCH(QStringList, lines);
        const Told told(lines);
        QTEST(told.info(told.size() - 1), "info");
    }

    void theTreeHasItInBrackets()
    {
        const Told told(handshake + QStringList{"30 A PA 1001 5001 100 500", "250 A PA 1001 5001 100 500"});
        const PacketRow row = told.row(4);
        const QString tree = QString::fromStdString(textOf(vethscope::treeOf(row.frame, row.packet, registry())));
        const QString expected = "  [Stream index: 0]\n"
                                 "  [Sequence Number (relative): 1]\n"
                                 "  [Next Sequence Number (relative): 101]\n"
                                 "  [Acknowledgment Number (relative): 1]\n"
                                 "  [Calculated window size: 64000]\n"
                                 "  [Window size scaling factor: 128]\n"
                                 "  [SEQ/ACK analysis]\n"
                                 "    [iRTT: 0.020000000]\n"
                                 "    [Bytes in flight: 100]\n"
                                 "    [TCP Analysis Flags]\n"
                                 "      [This frame is a (suspected) retransmission]\n"
                                 "      [The RTO for this segment was: 0.220000000]\n"
                                 "      [RTO based on delta from frame: 4]\n";
        QVERIFY2(tree.contains(expected), qPrintable(tree));
    }
};

QTEST_GUILESS_MAIN(TcpAnalysisTest)
#include "tst_tcpanalysis.moc"
