#include "core/capture/packetstore.h"
#include "core/iograph/iotally.h"
#include "core/statistics/packetpass.h"
#include "tests/support/packets.h"
#include "tests/support/programs.h"
#include "tests/support/tshark.h"

#include <QDir>
#include <QTest>

#include <cmath>

using namespace vethscope;
using namespace vethscope::test;

// What an I/O graph measures, interval by interval, beside `tshark -z io,stat`.

namespace {

const QString samples = QStringLiteral(VETHSCOPE_SOURCE_DIR "/resources/samples");

const QStringList tsharkOptions{"-n", "-q", "-d", "udp.port==8472,vxlan", "-d", "udp.port==8285,ip", "-o", "ip.defragment:FALSE", "-o", "ipv6.defragment:FALSE"};

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
};

QTEST_GUILESS_MAIN(TsharkIoGraphTest)
#include "tst_tsharkiograph.moc"
