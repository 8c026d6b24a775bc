#include "core/capture/packetstore.h"
#include "tests/support/capturefile.h"

#include <QDir>
#include <QElapsedTimer>
#include <QTest>

#include <fcntl.h>
#include <unistd.h>

using namespace vethscope;
using namespace vethscope::test;

// Files that are cut, damaged, overwritten, too large or out of order: every whole packet before the damage is kept, and
// a sentence says at which byte it is.

namespace {

Result<std::unique_ptr<PacketStore>> open(const QString &path)
{
    const std::vector<std::filesystem::path> paths{path.toStdString()};
    auto store = PacketStore::open(paths);
    if (store)
        (*store)->waitUntilFinished();
    return store;
}

QStringList problemsOf(const PacketStore &store)
{
    QStringList lines;
    for (const Error &problem : store.problems())
        lines << QString::fromStdString(problem.message.english()).remove(QDir::tempPath() + '/').section('/', 1);
    return lines;
}

// So many packets of 100 bytes; in pcap each takes 116 bytes behind the first 24.
QByteArray manyPackets(int count)
{
    PcapFile file;
    for (int i = 0; i < count; ++i)
        file.packet(static_cast<std::uint32_t>(1 + i), 0, QByteArray(100, 'x'));
    return file.bytes();
}

void cutTo(const QString &path, qint64 size)
{
    QVERIFY(::truncate(path.toUtf8().constData(), size) == 0);
}

// Writes at a place behind a hole; the file takes no more room than what is written.
class SparseFile
{
public:
    explicit SparseFile(const QString &path) : m_descriptor(::open(path.toUtf8().constData(), O_CREAT | O_WRONLY | O_CLOEXEC, 0600)) { }
    ~SparseFile() { ::close(m_descriptor); }

    void write(const QByteArray &bytes)
    {
        QVERIFY(::pwrite(m_descriptor, bytes.constData(), static_cast<std::size_t>(bytes.size()), m_at) == bytes.size());
        m_at += bytes.size();
    }
    void skip(qint64 size) { m_at += size; }
    qint64 position() const { return m_at; }

private:
    int m_descriptor;
    qint64 m_at = 0;
};

} // namespace

class DamagedFilesTest : public QObject
{
    Q_OBJECT

private slots:
    void cutAnywhere_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QList<int>>("ends"); // of the file's header and its records or blocks
        QTest::addColumn<int>("headers");     // how many of them carry no packet
        QTest::newRow("pcap") << PcapFile().packet(1, 0, "one").packet(2, 0, "second").packet(3, 0, "3").bytes() << QList<int>{24, 43, 65, 82} << 1;
        PcapngFile file(Order::Big);
        file.interface(1).enhanced(0, 1, "one").enhanced(0, 2, "second").simple("3");
        QTest::newRow("pcapng") << file.bytes() << QList<int>{28, 48, 84, 124, 144} << 2;
    }

    void cutAnywhere()
    {
        QFETCH(QByteArray, file);
        QFETCH(QList<int>, ends);
        QFETCH(int, headers);
        const QTemporaryDir folder;
        QCOMPARE(ends.last(), file.size());
        for (qsizetype size = 28; size <= file.size(); ++size) {
            const auto store = open(writeFile(folder, "cut", file.first(size)));
            QVERIFY(store);
            const auto whole = std::ranges::count_if(ends, [&](int end) { return end <= size; });
            QCOMPARE(static_cast<std::ptrdiff_t>((*store)->size()), std::max<std::ptrdiff_t>(whole - headers, 0));
            const QStringList problems = problemsOf(**store);
            QCOMPARE(problems.isEmpty(), ends.contains(static_cast<int>(size)));
            if (problems.isEmpty())
                continue;
            // Where the damage is: the record or block that is not whole, and what is there of it.
            const int begin = ends[whole - 1];
            for (const QString &part : {QStringLiteral("cut is cut short"), QStringLiteral("at byte %1").arg(begin), QStringLiteral("only %1 are there").arg(size - begin)})
                QVERIFY2(problems.first().contains(part), qPrintable(problems.first()));
        }
    }

    void timesThatRunBackwards()
    {
        const QTemporaryDir folder;
        const auto store = open(writeFile(folder, "back.pcap", PcapFile().packet(5, 0, "a").packet(3, 500000, "b").packet(4, 0, "c").bytes()));
        QVERIFY(store);
        QCOMPARE((*store)->size(), 3u);
        QCOMPARE((*store)->time(0), 5'000'000'000);
        QCOMPARE((*store)->time(1), 3'500'000'000);
        QCOMPARE((*store)->time(2), 4'000'000'000);
        QVERIFY((*store)->problems().empty());
    }

    void shrinksAfterItWasRead()
    {
        const QTemporaryDir folder;
        const QString path = writeFile(folder, "a.pcap", manyPackets(1000));
        const auto store = open(path);
        QVERIFY(store);
        QCOMPARE((*store)->size(), 1000u);
        QVERIFY((*store)->problems().empty());

        cutTo(path, 24 + 10 * 116);
        QCOMPARE(problemsOf(**store), QStringList{"a.pcap became shorter while it was open: of 116024 bytes it has 1184; packets behind byte 1184 are lost"});
        QCOMPARE((*store)->frame(9).bytes.size(), 100u);
        QCOMPARE(byteAt((*store)->frame(9).bytes, 99), 'x');
        for (std::size_t row = 0; row < 1000; ++row) { // the pages that went are zeros, and no end of the program
            const Frame frame = (*store)->frame(row);
            unsigned sum = 0;
            for (const std::byte byte : frame.bytes)
                sum += std::to_integer<unsigned>(byte);
            QVERIFY(row < 10 ? sum == 100u * 'x' : sum <= 100u * 'x');
        }
    }

    // More pages go than a process may have mappings (65530).
    void shrinksByGigabytes()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath("a.pcap");
        constexpr qint64 frame = 100 << 20;
        {
            SparseFile file(path);
            PcapFile head;
            file.write(head.bytes());
            for (int i = 0; i < 8; ++i) {
                file.write(PcapFile().header(1, 0, frame, frame).bytes().sliced(24));
                file.skip(frame);
            }
            file.write(PcapFile().packet(2, 0, "end").bytes().sliced(24));
        }
        const auto store = open(path);
        QVERIFY(store);
        QCOMPARE((*store)->size(), 9u);
        cutTo(path, 100);
        unsigned sum = 0;
        for (std::size_t row = 8; row-- > 0;) {
            const Frame lost = (*store)->frame(row);
            for (std::size_t i = lost.bytes.size() / 4096; i-- > 0;) // backwards, so that each page is found lost by itself
                sum += byteAt(lost.bytes, i * 4096);
        }
        QCOMPARE(sum, 0u);
    }

    void shrinksWhileItIsFollowed()
    {
        const QTemporaryDir folder;
        const QString path = writeFile(folder, "live.pcap", manyPackets(100));
        const std::filesystem::path file(path.toStdString());
        const auto store = PacketStore::follow(file);
        QVERIFY(store);
        QTRY_COMPARE((*store)->size(), 100u);
        cutTo(path, 24 + 50 * 116);
        QTRY_VERIFY((*store)->finished()); // nobody waits for what will not come
        QCOMPARE((*store)->size(), 100u);
        QCOMPARE(problemsOf(**store), QStringList{"live.pcap became shorter while it was open: of 11624 bytes it has 5824; packets behind byte 5824 are lost"});
        (*store)->ended();
    }

    // Before its packets are published, so that what reads as zero never becomes a row.
    void shrinksWhileItIsRead()
    {
        const QTemporaryDir folder;
        constexpr int count = 3'000'000;
        const QByteArray record = PcapFile().packet(1, 0, "0123456789").bytes().sliced(24);
        const QString path = writeFile(folder, "a.pcap", PcapFile().bytes() + record.repeated(count));
        const std::vector<std::filesystem::path> paths{path.toStdString()};
        const auto store = PacketStore::open(paths);
        QVERIFY(store);
        while ((*store)->size() == 0 && !(*store)->finished()) { }
        constexpr qint64 kept = 24 + 26 * 1000;
        cutTo(path, kept);
        (*store)->waitUntilFinished();
        // What was published before stays; nothing is added that is not whole. How far the worker was, nobody knows.
        const std::size_t rows = (*store)->size();
        if (rows == count)
            QSKIP("this machine has read the file before it could be cut");
        for (std::size_t row = 0; row < rows; ++row)
            if ((*store)->time(row) != 1'000'000'000)
                QFAIL(qPrintable(QStringLiteral("row %1 of %2 has the time %3: it is made of zeros").arg(row).arg(rows).arg((*store)->time(row))));
        QCOMPARE(problemsOf(**store).size(), 1);
        QVERIFY(problemsOf(**store).first().contains("became shorter while it was open: of 78000024 bytes it has 26024"));
    }

    // Another program writes over the file: no size in it is to be trusted twice.
    void isWrittenOver()
    {
        const QTemporaryDir folder;
        PcapngFile file(Order::Little);
        file.interface(1).enhanced(0, 1, "one").enhanced(0, 2, "two").simple("three");
        for (const QByteArray &name : {QByteArray("a.pcap"), QByteArray("a.pcapng")}) {
            const QByteArray bytes = name == "a.pcap" ? manyPackets(3) : file.bytes();
            const QString path = writeFile(folder, name, bytes);
            const auto store = open(path);
            QVERIFY(store);
            QCOMPARE((*store)->size(), 3u);
            for (const char octet : {'\xff', '\0', '\x7f'}) {
                QFile over(path);
                QVERIFY(over.open(QIODevice::ReadWrite));
                over.write(QByteArray(bytes.size(), octet));
                over.close();
                for (std::size_t row = 0; row < 3; ++row)
                    QVERIFY(static_cast<qsizetype>((*store)->frame(row).bytes.size()) <= bytes.size());
            }
        }
    }

    void aboveFourGigabytes_data()
    {
        QTest::addColumn<bool>("pcapng");
        QTest::newRow("pcap") << false;
        QTest::newRow("pcapng") << true;
    }

    void aboveFourGigabytes()
    {
        QFETCH(bool, pcapng);
        const QTemporaryDir folder;
        const QString path = folder.filePath("large");
        constexpr std::uint32_t hole = 100 << 20;
        constexpr int holes = 45;
        qint64 last = 0;
        {
            SparseFile file(path);
            file.write(pcapng ? PcapngFile(Order::Little).interface(1).bytes() : PcapFile().bytes());
            for (int i = 0; i < holes; ++i) {
                // In pcap a frame of zeros, in pcapng a custom block.
                const QByteArray length = number(hole + 12, 4, Order::Little);
                file.write(pcapng ? number(0xbad, 4, Order::Little) + length : PcapFile().header(1, 0, hole, hole).bytes().sliced(24));
                file.skip(hole);
                if (pcapng)
                    file.write(length);
            }
            last = file.position();
            file.write(pcapng ? PcapngFile(Order::Little).enhanced(0, 2'000'000, "end").bytes().sliced(28) : PcapFile().packet(2, 0, "end").bytes().sliced(24));
            file.write("cut");
        }
        QVERIFY(last > (qint64{1} << 32));
        const auto store = open(path);
        QVERIFY(store);
        QCOMPARE((*store)->size(), pcapng ? 1u : 1u + holes);
        const Frame frame = (*store)->frame((*store)->size() - 1);
        QCOMPARE(asText(frame.bytes), "end");
        QCOMPARE(frame.time, 2'000'000'000);
        QCOMPARE((*store)->problems().size(), 1u);
        QVERIFY(problemsOf(**store).first().contains(QString::number(last + (pcapng ? 36 : 19))));
    }

    void timesThatNoClockShows()
    {
        const QTemporaryDir folder;
        PcapngFile file(Order::Little);
        file.interface(1, file.option(14, file.value(0x7fffffffffffffff, 8))).enhanced(0, 1, "a").enhanced(0, 2, "b");
        const auto store = open(writeFile(folder, "a.pcapng", file.bytes()));
        QVERIFY(store);
        QCOMPARE((*store)->size(), 2u);
        QCOMPARE(problemsOf(**store), QStringList{"a.pcapng has times that no clock shows, the first in the block at byte 96: 1 units of 1/1000000 s and "
                                                  "an offset of 9223372036854775807 s; they are shown as the year 2116"});
    }

    void oddFiles_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<int>("packets");
        QTest::addColumn<QStringList>("problems");
        const auto with = [](const QByteArray &options) { return PcapngFile(Order::Little).interface(1, options).enhanced(0, 1, "a").bytes(); };
        QTest::newRow("an option longer than its block")
            << with(QByteArray::fromHex("0200ff00 61626364")) << 1
            << QStringList{"odd has a block at byte 28 with an option that is longer than the block; this option and those behind it are left out"};
        QTest::newRow("options that end without an end") << with(PcapngFile(Order::Little).option(2, "eth0")) << 1 << QStringList{};
        QByteArray version = with({});
        version[12] = 2;
        QTest::newRow("a version that nobody knows")
            << version << 1 << QStringList{"odd says at byte 0 that it is pcapng version 2.0; it is read as version 1.0"};
        PcapngFile statistics(Order::Little);
        statistics.interface(1).block(5, QByteArray::fromHex("03000000 00000000 00000000")).enhanced(0, 1, "a");
        QTest::newRow("statistics of an interface that is not declared")
            << statistics.bytes() << 1 << QStringList{"odd has statistics of interface 3 at byte 48, but its section declares 1"};
    }

    void oddFiles()
    {
        QFETCH(QByteArray, file);
        QFETCH(int, packets);
        QFETCH(QStringList, problems);
        const QTemporaryDir folder;
        const auto store = open(writeFile(folder, "odd", file));
        QVERIFY(store);
        QCOMPARE(static_cast<int>((*store)->size()), packets);
        QCOMPARE(problemsOf(**store), problems);
    }
};

QTEST_GUILESS_MAIN(DamagedFilesTest)
#include "tst_damagedfiles.moc"
