#include "core/filter/filterscan.h"
#include "core/protocols/protocols.h"
#include "tests/support/capturefile.h"
#include "tests/support/packets.h"
#include "tests/support/stack.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>

using namespace vethscope;
using namespace vethscope::test;

// A filter over all packets of a capture, on several threads.

namespace {

constexpr std::uint32_t packetCount = 50'000; // a dozen blocks and a part of one

// Packet i goes from port 10000 + i % 1000 to port 9.
QByteArray manyPackets()
{
    PcapFile file;
    for (std::uint32_t i = 0; i < packetCount; ++i)
        file.packet(i, 0, ethernet(ipv4("10.0.0.1", "10.0.0.2", 17, udp(static_cast<std::uint16_t>(10000 + i % 1000), 9, "a"))));
    return file.bytes();
}

std::unique_ptr<PacketStore> open(const QString &path)
{
    const std::vector<std::filesystem::path> paths{path.toStdString()};
    auto store = PacketStore::open(paths);
    if (!store)
        qFatal("%s", store.error().message.english().c_str());
    return std::move(*store);
}

Filter compiled(const char *expression)
{
    auto filter = Filter::compile(expression, registry());
    if (!filter)
        qFatal("%s", filter.error().message.english().c_str());
    return *filter;
}

// One packet after the other.
std::vector<std::uint32_t> plainly(const PacketStore &store, const Filter &filter)
{
    const Dissector dissector(registry());
    FilterScratch scratch;
    std::vector<std::uint32_t> rows;
    for (std::size_t row = 0; row < store.size(); ++row) {
        const Frame frame = store.frame(row);
        if (filter.matches(frame, dissector.dissect(frame), scratch))
            rows.push_back(static_cast<std::uint32_t>(row));
    }
    return rows;
}

std::vector<std::uint32_t> rowsOf(const FilterScan &scan)
{
    std::vector<std::uint32_t> rows;
    for (std::size_t i = 0; i < scan.matches().size(); ++i)
        rows.push_back(scan.matches()[i]);
    return rows;
}

} // namespace

class FilterScanTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_path = writeFile(m_folder, "many.pcap", manyPackets()); }

    void equalsAPlainLoop_data()
    {
        QTest::addColumn<QByteArray>("expression");
        QTest::addColumn<unsigned>("threads");
        QTest::addColumn<int>("matches");
        for (const unsigned threads : {1u, 2u, 5u, 0u}) {
            QTest::addRow("one port, %u threads", threads) << QByteArray("udp.srcport == 10007") << threads << 50;
            QTest::addRow("half of them, %u threads", threads) << QByteArray("udp.srcport < 10500") << threads << 25'000;
            QTest::addRow("all, %u threads", threads) << QByteArray("") << threads << 50'000;
            QTest::addRow("none, %u threads", threads) << QByteArray("vxlan") << threads << 0;
        }
    }

    void equalsAPlainLoop()
    {
        QFETCH(QByteArray, expression);
        QFETCH(unsigned, threads);
        QFETCH(int, matches);
        const auto store = open(m_path);
        const Dissector dissector(registry());
        const Filter filter = compiled(expression);
        FilterScan scan(*store, dissector, filter, threads); // begins while the index still grows
        scan.waitUntilFinished();
        QVERIFY(scan.finished());
        QCOMPARE(scan.done(), std::size_t{packetCount});
        QCOMPARE(int(scan.matches().size()), matches);
        QVERIFY(rowsOf(scan) == plainly(*store, filter));
    }

    void rowsComeInOrderWhileItRuns()
    {
        const auto store = open(m_path);
        const Dissector dissector(registry());
        const FilterScan scan(*store, dissector, compiled("udp.srcport < 10500"), 4);
        std::size_t seen = 0;
        std::size_t done = 0;
        for (bool finished = false; !finished;) {
            finished = scan.finished();
            const std::size_t published = scan.done(); // rows of these are among the matches
            QVERIFY(published >= done);
            done = published;
            for (; seen < scan.matches().size(); ++seen)
                QVERIFY(seen == 0 || scan.matches()[seen - 1] < scan.matches()[seen]);
        }
        QCOMPARE(done, std::size_t{packetCount});
        QCOMPARE(seen, 25'000u);
    }

    void destroyingItCancels()
    {
        const auto store = open(m_path);
        store->waitUntilFinished();
        const Dissector dissector(registry());
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < 50; ++i)
            const FilterScan scan(*store, dissector, compiled("http.host contains \"web\""), 4);
        QVERIFY2(timer.elapsed() < 5000, qPrintable(QStringLiteral("%1 ms").arg(timer.elapsed())));
    }

    void cancellingDoesNotWaitForTheStore()
    {
        const auto store = open(m_path);
        const Dissector dissector(registry());
        for (int i = 0; i < 20; ++i)
            const FilterScan scan(*store, dissector, compiled("udp"), 2);
    }

    void aCaptureWithoutPackets()
    {
        const auto store = open(writeFile(m_folder, "none.pcap", PcapFile().bytes()));
        const Dissector dissector(registry());
        FilterScan scan(*store, dissector, compiled("udp"), 3);
        scan.waitUntilFinished();
        QCOMPARE(scan.done(), 0u);
        QVERIFY(scan.matches().empty());
    }

    void packetsThatComeSlowlyAreLookedAtSoon()
    {
        const QString path = writeFile(m_folder, "slow.pcap", PcapFile().bytes());
        const auto store = PacketStore::follow(path.toStdString());
        QVERIFY(store);
        const Dissector dissector(registry());
        FilterScan scan(**store, dissector, compiled("udp.dstport == 9"), 2);
        QFile file(path);
        QVERIFY(file.open(QIODevice::Append));
        for (std::uint32_t i = 0; i < 20; ++i) {
            const std::uint16_t port = i % 2 == 0 ? 9 : 10;
            file.write(PcapFile().packet(i, 0, ethernet(ipv4("10.0.0.1", "10.0.0.2", 17, udp(1, port, "a")))).bytes().mid(24));
            file.flush();
            QTRY_COMPARE(scan.done(), std::size_t{i + 1}); // far less than a block
            QCOMPARE(scan.matches().size(), std::size_t{i / 2 + 1});
        }
        QVERIFY(!scan.finished());
        (*store)->ended();
        scan.waitUntilFinished();
        QVERIFY(!scan.incomplete());
    }

    void cancellingKeepsWhatWasFound()
    {
        const auto store = open(m_path);
        store->waitUntilFinished(); // what is compared with looks at all packets
        const Dissector dissector(registry());
        const Filter filter = compiled("udp.srcport < 10500");
        const std::vector<std::uint32_t> whole = plainly(*store, filter);
        FilterScan scan(*store, dissector, filter, 3);
        while (scan.matches().empty())
            std::this_thread::yield();
        scan.cancel();
        scan.waitUntilFinished();
        const std::vector<std::uint32_t> found = rowsOf(scan);
        QVERIFY(std::equal(found.begin(), found.end(), whole.begin()));
        QCOMPARE(std::ranges::count_if(whole, [&](std::uint32_t row) { return row < scan.done(); }), std::ptrdiff_t(found.size()));
        QCOMPARE(scan.incomplete(), scan.done() < packetCount);
    }

    void exactlyOneBlock()
    {
        PcapFile file;
        for (std::uint32_t i = 0; i < 4096; ++i)
            file.packet(i, 0, ethernet(ipv4("10.0.0.1", "10.0.0.2", 17, udp(1, 9, "a"))));
        const auto store = open(writeFile(m_folder, "block.pcap", file.bytes()));
        const Dissector dissector(registry());
        FilterScan scan(*store, dissector, compiled("udp"), 3);
        scan.waitUntilFinished();
        QCOMPARE(scan.done(), 4096u);
        QCOMPARE(scan.matches().size(), 4096u);
    }

private:
    QTemporaryDir m_folder;
    QString m_path;
};

QTEST_GUILESS_MAIN(FilterScanTest)
#include "tst_filterscan.moc"
