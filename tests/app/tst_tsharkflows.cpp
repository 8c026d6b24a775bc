#include "tests/support/capturefile.h"
#include "tests/support/tcpstory.h"

#include <QDirIterator>
#include <QMap>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

#include <atomic>
#include <mutex>
#include <thread>

using namespace vethscope::test;

// Stream numbers and the analysis of TCP, frame by frame beside tshark's: over the hand-made stories, the samples and,
// where it is present, the shared corpus.

namespace {

// What is not listed has to agree to the last value. Reasons stand beside.
constexpr double everything = 1;
const QMap<QString, double> samplesShares{
    {"tcp.seq", 0.998}, // tshark reads the number out of the 8 bytes of a TCP header that an ICMP error quotes
    {"tcp.analysis.rto", 0.95}, {"tcp.analysis.rto_frame", 0.95}, // a frame seen at several points: which of them is repeated
};
const QMap<QString, double> corpusShares{
    // Link types that are not decoded: BGP captured by a Juniper router.
    {"tcp.stream", 0.999}, {"tcp.seq", 0.999}, {"tcp.nxtseq", 0.999}, {"tcp.ack", 0.999}, {"tcp.window_size", 0.999}, {"tcp.window_size_scalefactor", 0.999},
    {"udp.stream", 0.98}, // datagrams inside OpenFlow messages
    // One segment that tshark calls a retransmission and Vethscope out of order: it measures the time from another frame.
    {"tcp.analysis.retransmission", 0.98}, {"tcp.analysis.out_of_order", 0.85},
    {"tcp.analysis.bytes_in_flight", 0.998}, {"tcp.analysis.initial_rtt", 0.998}, // link types that are not decoded
    {"tcp.analysis.rto", 0.8}, {"tcp.analysis.rto_frame", 0.6}, // of a segment sent three times: tshark counts from the first
};

const QString cli = QStringLiteral(VETHSCOPE_BINARY_DIR "/vethscope-cli");
const QString samples = QStringLiteral(VETHSCOPE_SOURCE_DIR "/resources/samples");
const QString corpus = QStringLiteral(VETHSCOPE_SOURCE_DIR "/../shared/captures");

const QStringList fields{
    "tcp.stream", "udp.stream", "tcp.seq", "tcp.nxtseq", "tcp.ack", "tcp.window_size", "tcp.window_size_scalefactor",
    "tcp.analysis.flags", "tcp.analysis.retransmission", "tcp.analysis.fast_retransmission", "tcp.analysis.spurious_retransmission",
    "tcp.analysis.duplicate_ack", "tcp.analysis.duplicate_ack_num", "tcp.analysis.duplicate_ack_frame", "tcp.analysis.out_of_order",
    "tcp.analysis.lost_segment", "tcp.analysis.ack_lost_segment", "tcp.analysis.zero_window", "tcp.analysis.zero_window_probe",
    "tcp.analysis.zero_window_probe_ack", "tcp.analysis.window_full", "tcp.analysis.window_update", "tcp.analysis.keep_alive",
    "tcp.analysis.keep_alive_ack", "tcp.analysis.reused_ports", "tcp.analysis.bytes_in_flight", "tcp.analysis.ack_rtt",
    "tcp.analysis.acks_frame", "tcp.analysis.initial_rtt", "tcp.analysis.rto", "tcp.analysis.rto_frame",
};

// Frames by themselves, as Vethscope looks at them without --reassemble.
const QStringList tsharkOptions{
    "-n", "-d", "udp.port==8472,vxlan", "-d", "udp.port==8285,ip", "-o", "ip.defragment:FALSE", "-o", "ipv6.defragment:FALSE",
    "-o", "tcp.desegment_tcp_streams:FALSE",
};

QByteArray outputOf(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments, QIODevice::ReadOnly);
    if (!process.waitForFinished(120'000))
        process.kill();
    return process.readAllStandardOutput();
}

// How many values there are, how many are the same, and one example of what is not.
struct Tally {
    int values = 0;
    int same = 0;
    QString example;

    double share() const { return values == 0 ? 1 : static_cast<double>(same) / values; }
};
using Tallies = QMap<QString, Tally>;

Tallies compare(const QString &file)
{
    QStringList asked{"-T", "fields"};
    for (const QString &field : fields)
        asked << "-e" << field;
    const QList<QByteArray> theirs = outputOf("tshark", QStringList{"-r", file} + tsharkOptions + asked).split('\n');
    const QList<QByteArray> ours = outputOf(cli, QStringList{"dump", "-r", file} + asked).split('\n');
    Tallies tallies;
    for (qsizetype frame = 0; frame < std::max(theirs.size(), ours.size()); ++frame) {
        const QList<QByteArray> left = theirs.value(frame).split('\t');
        const QList<QByteArray> right = ours.value(frame).split('\t');
        for (qsizetype i = 0; i < fields.size(); ++i) {
            if (left.value(i).isEmpty() && right.value(i).isEmpty())
                continue;
            Tally &tally = tallies[fields[i]];
            ++tally.values;
            if (left.value(i) == right.value(i))
                ++tally.same;
            else if (tally.example.isEmpty())
                tally.example = QStringLiteral("%1 frame %2: tshark \"%3\", vethscope \"%4\"").arg(QFileInfo(file).fileName()).arg(frame + 1)
                                    .arg(QString::fromLatin1(left.value(i)), QString::fromLatin1(right.value(i)));
        }
    }
    return tallies;
}

// Both programs take most of their time to start, so the files are shared out to a few threads.
Tallies compareAll(const QStringList &files)
{
    Tallies all;
    std::mutex mutex;
    std::atomic<qsizetype> next = 0;
    const auto work = [&] {
        for (qsizetype i = next++; i < files.size(); i = next++) {
            const Tallies tallies = compare(files[i]);
            const std::lock_guard lock(mutex);
            for (auto field = tallies.begin(); field != tallies.end(); ++field) {
                Tally &sum = all[field.key()];
                sum.values += field->values;
                sum.same += field->same;
                if (sum.example.isEmpty())
                    sum.example = field->example;
            }
        }
    };
    std::vector<std::jthread> threads;
    for (unsigned i = 0; i < std::clamp(std::thread::hardware_concurrency(), 1u, 8u); ++i)
        threads.emplace_back(work);
    threads.clear();
    return all;
}

QStringList capturesBelow(const QString &folder)
{
    QStringList files;
    for (QDirIterator it(folder, {"*.pcap", "*.pcapng", "*.cap"}, QDir::Files, QDirIterator::Subdirectories); it.hasNext();)
        if (const QString file = it.next(); !file.contains("/malformed/"))
            files << file;
    return files;
}

void verify(const Tallies &tallies, const QMap<QString, double> &shares)
{
    QStringList below;
    for (const QString &field : fields) {
        const Tally tally = tallies.value(field);
        qInfo().noquote() << QStringLiteral("%1 %2 of %3 values, %4 %").arg(field, -40).arg(tally.same, 7).arg(tally.values, 7)
                                 .arg(100 * tally.share(), 0, 'f', 3)
                          << tally.example;
        if (tally.share() < shares.value(field, everything))
            below << field + ": " + tally.example;
    }
    QVERIFY2(below.isEmpty(), qPrintable(below.join('\n')));
}

} // namespace

class TsharkFlowsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable("tshark").isEmpty())
            QSKIP("tshark is not installed");
    }

    void stories_data()
    {
        QTest::addColumn<QStringList>("lines");
        for (const TcpStory &story : tcpStories())
            QTest::newRow(story.name) << story.lines;
    }

    void stories()
    {
        QFETCH(QStringList, lines);
        const QTemporaryDir folder;
        const Tallies tallies = compare(writeFile(folder, "story.pcap", tcpStory(lines)));
        for (const Tally &tally : tallies)
            QVERIFY2(tally.same == tally.values, qPrintable(tally.example));
    }

    void theSamples() { verify(compareAll(capturesBelow(samples)), samplesShares); }

    void theCorpus()
    {
        // Where conversations are what the capture is about; the others add little but tshark's start.
        QStringList files;
        for (const char *topic : {"tcp", "http", "http2", "tls", "bgp", "k8s", "vxlan"})
            files += capturesBelow(corpus + '/' + topic);
        if (files.isEmpty())
            QSKIP("../shared/captures is not here");
        verify(compareAll(files), corpusShares);
    }
};

QTEST_GUILESS_MAIN(TsharkFlowsTest)
#include "tst_tsharkflows.moc"
