#include "core/capture/packetstore.h"
#include "core/columns/fieldcolumn.h"
#include "core/columns/timetext.h"
#include "core/protocols/protocols.h"
#include "tests/support/capturefile.h"
#include "tests/support/tshark.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <filesystem>

using namespace vethscope;
using namespace vethscope::test;

// A column of a field says what tshark's custom column of that field says (`%Cus:FIELD:OCCURRENCE:R`), cell by cell, on captures of the lab.

namespace {

struct Wanted {
    const char *expression;
    int occurrence;
};

constexpr auto wanted = std::to_array<Wanted>({
    {"ip.src", 0}, {"ip.src", 1}, {"ip.src", 2}, {"ip.src", 3}, {"ip.src", -1}, {"ip.src", -2}, {"ip.proto", 0}, {"eth.type", 0}, {"ip.flags.df", 0},
    {"tcp.flags.syn", 0}, {"udp.checksum.status", 0}, {"ip.flags", 0}, {"tcp.flags", 0}, {"vxlan.flags", 0}, {"vxlan.vni", 0}, {"udp.srcport", 0},
    {"tcp.window_size_value", 0}, {"ip.ttl", 0}, {"ip.ttl", -1}, {"frame.time_epoch", 0}, {"frame.len", 0}, {"eth.dst", 0}, {"dns.qry.name", 0},
    {"http.host", 0}, {"arp.src.proto_ipv4", 0}, {"vxlan", 0}, {"ip", 0}, {"ip", 1}, {"ip.src||arp.src.proto_ipv4||ipv6.src", 0},
    {"ip.src||arp.src.proto_ipv4", 2}, {"ip.dst || ipv6.dst", -1}, {"ip.checksum", 0}, {"ipv6.flow", 0},
});

} // namespace

class TestTsharkColumns : public QObject
{
    Q_OBJECT

private slots:
    void cells_data()
    {
        QTest::addColumn<QString>("file");
        for (const char *file : {"flannel-vxlan/captures/master.eth0", "flannel-vxlan/captures/VM-16-10-centos.cni0", "flannel-vxlan-dual/captures/dual-1.eth0", "calico-ipip/captures/cn-master.eth0",
                                 "flannel-udp/captures/udp-master.eth0", "calico-bgp-rr/captures/cr-worker1.eth0"})
            QTest::newRow(file) << QStringLiteral(VETHSCOPE_SOURCE_DIR "/resources/samples/%1.pcapng").arg(file);
    }

    void cells()
    {
        QFETCH(QString, file);
        QStringList formats, names;
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            formats << QString("\"c%1\",\"%Cus:%2:%3:R\"").arg(i).arg(wanted[i].expression).arg(wanted[i].occurrence);
            names << "-e" << QString("_ws.col.c%1").arg(i);
        }
        const QList<QByteArray> lines = tsharkOutput(file, Tshark::options() + QStringList{"-o", "gui.column.format:" + formats.join(','), "-T", "fields"} + names).split('\n');
        const std::vector<std::filesystem::path> paths{file.toStdString()};
        const auto store = PacketStore::open(paths);
        QVERIFY(store);
        (*store)->waitUntilFinished();
        QCOMPARE(std::size_t(lines.size()), (*store)->size() + 1);
        const Registry known = protocols::registry();
        const Dissector dissector(known);
        std::vector<FieldColumn> columns;
        for (const Wanted &one : wanted)
            columns.push_back(FieldColumn::compile(one.expression, known).value());
        FilterScratch scratch;
        for (std::size_t row = 0; row < (*store)->size(); ++row) {
            const PacketRow packet(**store, dissector, row);
            const QList<QByteArray> told = lines[qsizetype(row)].split('\t');
            QCOMPARE(std::size_t(told.size()), wanted.size());
            for (std::size_t i = 0; i < wanted.size(); ++i) {
                TextBuffer text;
                columns[i].print(packet, wanted[i].occurrence, scratch, text);
                const QByteArray ours(text.data(), qsizetype(text.size()));
                QVERIFY2(ours == told[qsizetype(i)], qPrintable(QString("frame %1, %2, occurrence %3: %4, tshark %5").arg(row + 1).arg(wanted[i].expression).arg(wanted[i].occurrence).arg(QString(ours), QString(told[qsizetype(i)]))));
                m_filled += !ours.isEmpty();
            }
        }
    }

    // `tshark -t`: the formats of times, of a file that has nanoseconds and of one that has microseconds.
    void times_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("option");
        QTest::addColumn<int>("format");
        PcapFile micro;
        const QByteArray frame = QByteArray::fromHex("ffffffffffff0200000000010806000108000604000102000000000a0a000001000000000000 0a000002");
        for (const auto &[seconds, fraction] : {std::pair(1600000000u, 999'999u), std::pair(1600000001u, 5u), std::pair(1600000000u, 500'000u), std::pair(1700000000u, 0u)})
            micro.packet(seconds, fraction, frame);
        const QString other = writeFile(m_folder, "micro.pcap", micro.bytes());
        const std::pair<const char *, TimeFormat> formats[] = {{"ad", TimeFormat::DateAndTime}, {"a", TimeFormat::TimeOfDay}, {"e", TimeFormat::Epoch}, {"r", TimeFormat::SinceFirst},
                                                              {"d", TimeFormat::SincePrevious}, {"ud", TimeFormat::UtcDateAndTime}, {"u", TimeFormat::UtcTimeOfDay}};
        for (const QString &file : {QStringLiteral(VETHSCOPE_SOURCE_DIR "/resources/samples/flannel-vxlan/captures/master.eth0.pcapng"), other})
            for (const auto &[option, format] : formats)
                QTest::addRow("%s of %s", option, qPrintable(QFileInfo(file).fileName())) << file << QString(option) << int(format);
    }

    void times()
    {
        QFETCH(QString, file);
        QFETCH(QString, option);
        QFETCH(int, format);
        const QList<QByteArray> lines = outputOf("tshark", QStringList{"-r", file} + Tshark::options() + QStringList{"-t", option, "-T", "fields", "-e", "_ws.col.Time"}).split('\n');
        const std::vector<std::filesystem::path> paths{file.toStdString()};
        const auto store = PacketStore::open(paths);
        QVERIFY(store);
        (*store)->waitUntilFinished();
        QCOMPARE(std::size_t(lines.size()), (*store)->size() + 1);
        for (std::size_t row = 0; row < (*store)->size(); ++row) {
            const std::size_t since = TimeFormat(format) == TimeFormat::SincePrevious && row > 0 ? row - 1 : 0;
            TextBuffer text;
            printTime(text, {.format = TimeFormat(format)}, (*store)->time(row), (*store)->time(since), digitsOf((*store)->interfaceOf(row).unitsPerSecond));
            QCOMPARE(QByteArray(text.data(), qsizetype(text.size())), lines[qsizetype(row)].trimmed());
        }
    }

    void cleanupTestCase() { QVERIFY(m_filled > 5000); }

private:
    QTemporaryDir m_folder;
    int m_filled = 0;
};

QTEST_GUILESS_MAIN(TestTsharkColumns)
#include "tst_tsharkcolumns.moc"
