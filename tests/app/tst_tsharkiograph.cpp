#include "core/capture/packetstore.h"
#include "core/flows/flowpass.h"
#include "core/iograph/iopoints.h"
#include "core/iograph/iotally.h"
#include "core/statistics/packetpass.h"
#include "tests/support/openedstore.h"
#include "tests/support/packets.h"
#include "tests/support/programs.h"
#include "tests/support/tshark.h"

#include <QDir>
#include <QTest>

#include <cmath>
#include <map>

using namespace vethscope;
using namespace vethscope::test;

// What an I/O graph measures, interval by interval, beside `tshark -z io,stat`.

namespace {

const QString samples = QStringLiteral(VETHSCOPE_SOURCE_DIR "/resources/samples");

const QStringList tsharkOptions{"-n", "-q", "-d", "udp.port==8472,vxlan", "-d", "udp.port==8285,ip", "-o", "ip.defragment:FALSE", "-o", "ipv6.defragment:FALSE", "-o", "http.desegment_body:FALSE"};

struct Asked {
    const char *filter;
    IoMeasure measure;
    const char *field;
    const char *tshark;
};

const auto asked = std::to_array<Asked>({
    {"", IoMeasure::Packets, "", ""},
    {"tcp", IoMeasure::FrameBytes, "", "tcp"},
    {"udp && frame.len > 100", IoMeasure::Packets, "", "udp && frame.len > 100"},
    {"tcp", IoMeasure::Sum, "frame.len", "SUM(frame.len)frame.len && tcp"},
    {"", IoMeasure::CountValues, "ip.ttl", "COUNT(ip.ttl)ip.ttl"},
    {"", IoMeasure::CountValues, "udp.port", "COUNT(udp.port)udp.port"},
    {"", IoMeasure::Average, "ip.ttl", "AVG(ip.ttl)ip.ttl"},
    {"", IoMeasure::Minimum, "tcp.window_size_value", "MIN(tcp.window_size_value)tcp.window_size_value"},
    {"", IoMeasure::Maximum, "tcp.window_size_value", "MAX(tcp.window_size_value)tcp.window_size_value"},
});

// The numbers of a line: after the interval, packets and bytes of a filter, or what is measured of a field.
QList<QList<qint64>> tableOf(const QByteArray &output)
{
    QList<QList<qint64>> lines;
    for (const QByteArray &line : output.split('\n')) {
        if (!line.startsWith('|') || !line.contains("<>"))
            continue;
        lines << QList<qint64>();
        for (const QByteArray &cell : line.split('|').sliced(2))
            if (!cell.trimmed().isEmpty())
                lines.back() << cell.trimmed().toLongLong();
    }
    return lines;
}

// `2.100045000` in nanoseconds.
qint64 nanoseconds(const QByteArray &seconds)
{
    const qsizetype point = seconds.indexOf('.');
    const qint64 part = seconds.mid(point + 1).leftJustified(9, '0').toLongLong();
    const qint64 whole = seconds.left(point).toLongLong() * 1'000'000'000;
    return seconds.startsWith('-') ? whole - part : whole + part;
}

// From when to when something was under way.
struct Time {
    qint64 begin;
    qint64 end;
};

// Each packet's times, as tshark tells them, end with the packet.
QList<Time> timesOf(const QString &file, const QString &field)
{
    QStringList options = tsharkOptions;
    options.removeOne("-q");
    QList<Time> times;
    for (const QByteArray &line : tsharkOutput(file, options + QStringList{"-Y", field, "-T", "fields", "-e", "frame.time_relative", "-e", field}).split('\n')) {
        const QList<QByteArray> cells = line.split('\t');
        if (cells.size() == 2)
            for (const QByteArray &duration : cells[1].split(','))
                times << Time{nanoseconds(cells[0]) - nanoseconds(duration), nanoseconds(cells[0])};
    }
    return times;
}

// The last cell of each line but the last, whose interval is cut short.
QList<double> loadsOf(const QByteArray &output)
{
    QList<double> loads;
    for (const QByteArray &line : output.split('\n'))
        if (line.startsWith('|') && line.contains("<>"))
            loads << line.split('|').at(2).trimmed().toDouble();
    return loads.sliced(0, std::max<qsizetype>(0, loads.size() - 1));
}

} // namespace

class TsharkIoGraphTest : public QObject
{
    Q_OBJECT

private slots:
    void numbersAreTsharks_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<qint64>("microseconds");
        for (const char *file : {"flannel-vxlan/captures/master.eth0.pcapng", "flannel-vxlan/captures/master.any.pcap", "calico-ipip/captures/cn-master.tunl0.pcapng",
                                    "flannel-udp/captures/udp-master.eth0.pcapng"})
            for (const qint64 interval : {100'000, 500'000, 1'000'000, 600'000'000}) // shorter ones tshark counts by microseconds that it rounds
                QTest::addRow("%s, every %lld us", file, static_cast<long long>(interval)) << samples + '/' + file << interval;
    }

    void numbersAreTsharks()
    {
        NEEDS_PROGRAMS("tshark");
        QFETCH(QString, file);
        QFETCH(qint64, microseconds);
        const std::vector<std::filesystem::path> paths{file.toStdString()};
        const auto store = PacketStore::open(paths);
        QVERIFY(store);
        const Dissector dissector(registry());
        const auto series = std::make_shared<std::vector<IoSeries>>();
        QStringList question{"io,stat", QString::number(double(microseconds) / 1e6)};
        for (const Asked &one : asked) {
            const auto filter = Filter::compile(one.filter, registry());
            QVERIFY(filter);
            series->push_back({*filter, one.measure, Accessor::find(one.field, registry())});
            question << one.tshark;
        }
        PacketPass pass(**store, dissector, [&] { return std::make_unique<IoTally>(series, microseconds * 1000); });
        pass.waitUntilFinished();
        const auto counted = pass.tally();
        const auto &tally = static_cast<const IoTally &>(*counted);
        const QList<QList<qint64>> theirs = tableOf(tsharkOutput(file, tsharkOptions + QStringList{"-z", question.join(',')}));
        QVERIFY(!theirs.isEmpty());
        qint64 packets = 0;
        for (qsizetype interval = 0; interval < theirs.size(); ++interval) {
            QList<qint64> ours;
            for (std::size_t i = 0; i < asked.size(); ++i) {
                const auto found = tally.cells(i).find(interval);
                const IoCell cell = found == tally.cells(i).end() ? IoCell() : found->second;
                if (needsField(asked[i].measure))
                    ours << qint64(std::floor(cell.measured(asked[i].measure)));
                else
                    ours << qint64(cell.packets) << qint64(cell.bytes);
            }
            packets += ours.front();
            QCOMPARE(ours, theirs[interval]);
        }
        QCOMPARE(packets, qint64((*store)->size())); // none is behind the last interval
    }

    void loads_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<qint64>("microseconds");
        QTest::addColumn<QString>("field");
        for (const char *file : {"flannel-vxlan/captures/master.eth0.pcapng", "calico-ipip/captures/cn-master.tunl0.pcapng"})
            for (const qint64 interval : {2'000, 100'000})
                for (const char *field : {"dns.time", "http.time", "tcp.analysis.ack_rtt", "frame.time_delta"})
                    QTest::addRow("%s of %s, every %lld us", field, file, static_cast<long long>(interval)) << samples + '/' + file << interval << QString(field);
    }

    // How much of each interval is within the times that tshark tells of the packets. Its own LOAD counts what is left of a time after whole intervals in the
    // packet's interval, even where that has only begun: both are the same where no time crosses an edge.
    void loads()
    {
        NEEDS_PROGRAMS("tshark");
        QFETCH(QString, file);
        QFETCH(qint64, microseconds);
        QFETCH(QString, field);
        const auto store = storeOf(file);
        const Dissector dissector(registry());
        const FlowPass flows(*store, dissector);
        const auto series = std::make_shared<std::vector<IoSeries>>();
        series->push_back({{}, IoMeasure::Load, Accessor::find(field.toStdString(), registry())});
        const qint64 interval = microseconds * 1000;
        PacketPass pass(*store, dissector, [&] { return std::make_unique<IoTally>(series, interval); });
        pass.waitUntilFinished();
        const auto counted = pass.tally();
        const auto &tally = static_cast<const IoTally &>(*counted);
        const IoPoints points = ioPoints(tally.cells(0), IoMeasure::Load, tally.extent());
        QVERIFY(points.isWhole);
        std::map<qint64, double> ours;
        for (const IoPoint &point : points.points)
            ours[point.place] = point.value;

        const QList<Time> times = timesOf(file, field);
        QVERIFY(!times.isEmpty());
        const QList<double> theirs = loadsOf(tsharkOutput(file, tsharkOptions + QStringList{"-z", QStringLiteral("io,stat,%1,LOAD(%2)%2").arg(double(microseconds) / 1e6).arg(field)}));
        int alike = 0;
        for (qint64 place = 0; place <= tally.extent().last; ++place) {
            double expected = 0;
            int inside = 0;
            bool isCrossed = false;
            for (const Time &time : times) {
                const qint64 within = std::min(time.end, (place + 1) * interval) - std::max(time.begin, place * interval);
                if (within < 0 || time.begin == time.end)
                    continue;
                expected += double(within) / double(interval);
                ++inside;
                isCrossed = isCrossed || time.begin < place * interval || time.end >= (place + 1) * interval;
            }
            QVERIFY2(std::abs(ours[place] - expected) < 1e-9, qPrintable(QStringLiteral("interval %1: %2, not %3").arg(place).arg(ours[place]).arg(expected)));
            if (isCrossed || place >= theirs.size() || microseconds < 100'000)
                continue;
            ++alike;
            const double microsecondEach = inside / double(microseconds); // tshark leaves out what is less
            QVERIFY2(std::abs(ours[place] - theirs[place]) < microsecondEach + 1e-6, qPrintable(QStringLiteral("interval %1: %2, tshark %3").arg(place).arg(ours[place]).arg(theirs[place])));
        }
        QVERIFY(alike > 0 || field == "frame.time_delta" || microseconds < 100'000);
    }
};

QTEST_GUILESS_MAIN(TsharkIoGraphTest)
#include "tst_tsharkiograph.moc"
