#include "tests/support/capturefile.h"
#include "tests/support/programs.h"
#include "tests/support/tcpstory.h"
#include "tests/support/tshark.h"

#include <QDir>
#include <QFileInfo>
#include <QTest>

using namespace vethscope::test;

// Stream numbers, the analysis of TCP and which messages belong together, frame by frame beside tshark's: over the hand-made stories,
// the samples and, where it is present, the shared corpus.

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

const QMap<QString, double> exchangeShares{
    // Of several messages in one segment of DNS over TCP only the first is dissected; a question whose fragments are looked at one by one.
    // Whether an answer over TCP was asked for is not said.
    {"dns.response_in", 0.99}, {"dns.response_to", 0.95}, {"dns.time", 0.95}, {"dns.unsolicited", 0.83},
    // GTP, NSH and CMD are not decoded.
    {"icmp.resp_in", 0.98}, {"icmp.resp_to", 0.98}, {"icmp.resptime", 0.98}, {"icmp.no_resp", 0.98}, {"icmp.resp_not_found", 0.98},
    // tshark finds no partners inside Teredo, whichever they are, nor misses one.
    {"icmpv6.resp_in", 0.91}, {"icmpv6.resp_to", 0.91}, {"icmpv6.resptime", 0.91}, {"icmpv6.no_resp", 0.5}, {"icmpv6.resp_not_found", 0.5},
    // Methods that Vethscope does not know (RPC_IN_DATA).
    {"http.response_in", 0.93}, {"http.request_in", 0.93}, {"http.time", 0.93},
};

const QString cli = QStringLiteral(VETHSCOPE_BINARY_DIR "/vethscope-cli");
const QString samples = QStringLiteral(VETHSCOPE_SOURCE_DIR "/resources/samples");
const QString corpus = QStringLiteral(VETHSCOPE_SOURCE_DIR "/../shared/captures");

const QStringList fields{
    "tcp.stream", "udp.stream", "tcp.seq", "tcp.nxtseq", "tcp.ack", "tcp.window_size", "tcp.window_size_scalefactor",
    "tcp.options.sack_le", "tcp.options.sack_re", "tcp.analysis.flags", "tcp.analysis.retransmission", "tcp.analysis.fast_retransmission", "tcp.analysis.spurious_retransmission",
    "tcp.analysis.duplicate_ack", "tcp.analysis.duplicate_ack_num", "tcp.analysis.duplicate_ack_frame", "tcp.analysis.out_of_order",
    "tcp.analysis.lost_segment", "tcp.analysis.ack_lost_segment", "tcp.analysis.zero_window", "tcp.analysis.zero_window_probe",
    "tcp.analysis.zero_window_probe_ack", "tcp.analysis.window_full", "tcp.analysis.window_update", "tcp.analysis.keep_alive",
    "tcp.analysis.keep_alive_ack", "tcp.analysis.reused_ports", "tcp.analysis.bytes_in_flight", "tcp.analysis.ack_rtt",
    "tcp.analysis.acks_frame", "tcp.analysis.initial_rtt", "tcp.analysis.rto", "tcp.analysis.rto_frame",
};

// What is told of a packet by those behind it: both read the capture twice.
const QStringList exchangeFields{
    "dns.response_in", "dns.response_to", "dns.time", "dns.unsolicited", "dns.retransmission", "dns.retransmit_request", "dns.retransmit_request_in",
    "dns.retransmit_response", "dns.retransmit_response_in", "icmp.resp_in", "icmp.resp_to", "icmp.resptime", "icmp.no_resp", "icmp.resp_not_found",
    "icmpv6.resp_in", "icmpv6.resp_to", "icmpv6.resptime", "icmpv6.no_resp", "icmpv6.resp_not_found", "http.response_in", "http.request_in", "http.time",
};

// Frames by themselves, as Vethscope looks at them without --reassemble.
const QStringList tsharkOptions{
    "-n", "-d", "udp.port==8472,vxlan", "-d", "udp.port==8285,ip", "-o", "ip.defragment:FALSE", "-o", "ipv6.defragment:FALSE",
    "-o", "tcp.desegment_tcp_streams:FALSE",
};

Tallies compareFields(const QString &file, const QStringList &names, const QStringList &options)
{
    QStringList asked = options + QStringList{"-T", "fields"};
    for (const QString &field : names)
        asked << "-e" << field;
    const QList<QByteArray> theirs = tsharkOutput(file, tsharkOptions + asked).split('\n');
    const QList<QByteArray> ours = outputOf(cli, QStringList{"dump", "-r", file} + asked).split('\n');
    Tallies tallies;
    for (qsizetype frame = 0; frame < std::max(theirs.size(), ours.size()); ++frame) {
        const QList<QByteArray> left = theirs.value(frame).split('\t');
        const QList<QByteArray> right = ours.value(frame).split('\t');
        for (qsizetype i = 0; i < names.size(); ++i) {
            if (left.value(i).isEmpty() && right.value(i).isEmpty())
                continue;
            tallies[names[i]].add(left.value(i) == right.value(i), [&] {
                return QStringLiteral("%1 frame %2: tshark \"%3\", vethscope \"%4\"").arg(QFileInfo(file).fileName()).arg(frame + 1)
                    .arg(QString::fromLatin1(left.value(i)), QString::fromLatin1(right.value(i)));
            });
        }
    }
    return tallies;
}

// What does not speak of other frames by their numbers, which are others where several captures are open.
const QStringList exchangesAlone{"frame.time_epoch", "ip.id", "icmp.no_resp", "icmp.resp_not_found", "icmp.resptime", "dns.id", "dns.time", "dns.retransmission", "http.time"};
const QStringList fieldsAlone{
    "frame.time_epoch", "ip.id", "tcp.seq_raw", "tcp.analysis.retransmission", "tcp.analysis.fast_retransmission", "tcp.analysis.spurious_retransmission", "tcp.analysis.duplicate_ack",
    "tcp.analysis.out_of_order", "tcp.analysis.lost_segment", "tcp.analysis.ack_lost_segment", "tcp.analysis.window_full", "tcp.analysis.window_update", "tcp.analysis.keep_alive",
    "tcp.analysis.zero_window", "tcp.analysis.bytes_in_flight", "tcp.analysis.ack_rtt",
};

// In no order: frames of one time may stand in any.
QStringList linesOf(const QByteArray &output, const QStringList &asked)
{
    QStringList lines;
    for (const QByteArray &line : output.split('\n'))
        if (line.count('\t') == asked.size() - 1)
            lines << QString::fromLatin1(line);
    lines.sort();
    return lines;
}

Tallies compare(const QString &file)
{
    return compareFields(file, fields, {});
}

Tallies compareExchanges(const QString &file)
{
    return compareFields(file, exchangeFields, {"-2"});
}

void verify(const Tallies &tallies, const QMap<QString, double> &shares, const QStringList &names = fields)
{
    QStringList below;
    for (const QString &field : names) {
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
        NEEDS_PROGRAMS("tshark");
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

    void theSamples() { verify(sumOver<Tallies>(capturesBelow(samples), compare), samplesShares); }

    // What a capture says of its segments, and of who answers whom, it says beside others, too: copies elsewhere are nothing that was sent again.
    void severalCaptures_data()
    {
        QTest::addColumn<QString>("sample");
        QTest::addColumn<QString>("filter");
        QTest::addColumn<QStringList>("names");
        QTest::addColumn<int>("atLeast");
        QTest::newRow("healthy") << "flannel-vxlan" << "tcp.analysis" << fieldsAlone << 700;
        QTest::newRow("segments sent again") << "faults/tcp-retransmissions" << "tcp.analysis" << fieldsAlone << 600;
        QTest::newRow("lost where they are too long") << "faults/mtu-black-hole" << "tcp.analysis" << fieldsAlone << 150;
        QTest::newRow("pings, questions and pages") << "flannel-vxlan" << "icmp.resptime || icmp.no_resp || dns.time || http.time" << exchangesAlone << 150;
        QTest::newRow("without a response") << "faults/vni-mismatch" << "icmp.resptime || icmp.no_resp || dns.time || http.time" << exchangesAlone << 10;
    }

    void severalCaptures()
    {
        QFETCH(QString, sample);
        QFETCH(QString, filter);
        QFETCH(QStringList, names);
        QFETCH(int, atLeast);
        QStringList asked{"-2", "-Y", filter, "-T", "fields"}, all{"dump"}, theirs;
        for (const QString &field : names)
            asked << "-e" << field;
        for (const QFileInfo &file : QDir(samples + '/' + sample + "/captures").entryInfoList(QDir::Files)) {
            theirs += linesOf(tsharkOutput(file.filePath(), tsharkOptions + asked), names);
            all << "-r" << file.filePath();
        }
        theirs.sort();
        const QStringList ours = linesOf(outputOf(cli, all + asked), names);
        QCOMPARE(ours.size(), theirs.size());
        for (qsizetype i = 0; i < ours.size(); ++i)
            QCOMPARE(ours[i], theirs[i]);
        QVERIFY(ours.size() >= atLeast);
    }

    void theCorpus()
    {
        // Where conversations are what the capture is about; the others add little but tshark's start.
        QStringList files;
        for (const char *topic : {"tcp", "http", "http2", "tls", "bgp", "k8s", "vxlan"})
            files += capturesBelow(corpus + '/' + topic);
        if (files.isEmpty())
            QSKIP("../shared/captures is not here");
        verify(sumOver<Tallies>(files, compare), corpusShares);
    }

    void exchangesOfTheSamples() { verify(sumOver<Tallies>(capturesBelow(samples), compareExchanges), {}, exchangeFields); }

    void exchangesOfTheCorpus()
    {
        QStringList files;
        for (const char *topic : {"dns", "icmp", "ipv6", "http", "k8s", "vxlan", "geneve", "gre", "ipip", "vlan"})
            files += capturesBelow(corpus + '/' + topic);
        if (files.isEmpty())
            QSKIP("../shared/captures is not here");
        verify(sumOver<Tallies>(files, compareExchanges), exchangeShares, exchangeFields);
    }
};

QTEST_GUILESS_MAIN(TsharkFlowsTest)
#include "tst_tsharkflows.moc"
