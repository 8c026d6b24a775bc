#include "core/capture/filenumbers.h"
#include "core/capture/packetstore.h"
#include "tests/support/capturefile.h"
#include "tests/support/packets.h"

#include <QTest>

using namespace vethscope;
using namespace vethscope::test;

// Opening capture files: one, several at once, and those that cannot be.

namespace {

Result<std::unique_ptr<PacketStore>> open(const QStringList &names)
{
    std::vector<std::filesystem::path> paths;
    for (const QString &name : names)
        paths.emplace_back(name.toStdString());
    auto store = PacketStore::open(paths);
    if (store)
        (*store)->waitUntilFinished();
    return store;
}

QString text(Bytes bytes)
{
    const std::string_view view = asText(bytes);
    return QString::fromLatin1(view.data(), static_cast<qsizetype>(view.size()));
}

// Every packet in the store's order: its number, its second and its bytes as text.
QStringList packetsOf(const PacketStore &store)
{
    QStringList lines;
    for (std::size_t row = 0; row < store.size(); ++row) {
        const Frame frame = store.frame(row);
        lines << QStringLiteral("%1: %2 %3").arg(frame.number).arg(store.time(row) / 1'000'000'000).arg(text(frame.bytes));
    }
    return lines;
}

QStringList problemsOf(const PacketStore &store, const QTemporaryDir &folder)
{
    QStringList lines;
    for (const Error &problem : store.problems())
        lines << QString::fromStdString(problem.message.english()).remove(folder.path() + '/');
    return lines;
}

} // namespace

class PacketStoreTest : public QObject
{
    Q_OBJECT

private slots:
    void oneFile()
    {
        const QTemporaryDir folder;
        const auto store = open({writeFile(folder, "a.pcap", PcapFile().packet(1, 0, "one").packet(2, 0, "two", 60).bytes())});
        QVERIFY(store);
        QCOMPARE(packetsOf(**store), (QStringList{"1: 1 one", "2: 2 two"}));
        QCOMPARE((*store)->frame(1).originalLength, 60u);
        QCOMPARE((*store)->frame(1).time, 2'000'000'000);
        QVERIFY(!(*store)->frame(0).hasInterface);
        QCOMPARE((*store)->progress().done, (*store)->progress().total);
        QVERIFY((*store)->problems().empty());
    }

    void severalFilesAreMergedByTime()
    {
        const QTemporaryDir folder;
        PcapngFile other(Order::Big);
        other.interface(101).enhanced(0, 2'000'000, "b2").enhanced(0, 3'000'000, "b3").enhanced(0, 9'000'000, "b9");
        const auto store = open({writeFile(folder, "a.pcap", PcapFile().packet(1, 0, "a1").packet(3, 0, "a3").packet(5, 0, "a5").bytes()),
                                 writeFile(folder, "b.pcapng", other.bytes())});
        QVERIFY(store);
        // Of two packets of the same time, the first file's comes first.
        QCOMPARE(packetsOf(**store), (QStringList{"1: 1 a1", "2: 2 b2", "3: 3 a3", "4: 3 b3", "5: 5 a5", "6: 9 b9"}));
        QCOMPARE((*store)->frame(1).linkType, 101u);
        QCOMPARE((*store)->frame(2).linkType, 1u);
        QCOMPARE((*store)->paths().size(), 2u);
        QCOMPARE((*store)->interfaceCount(), 2u);
        QCOMPARE((*store)->interfaceOf(1).file, 1u);
    }

    // More than one thread counts at once.
    void numbersInTheirFiles()
    {
        const QTemporaryDir folder;
        PcapFile one, other;
        for (quint32 i = 0; i < 90'000; ++i) {
            one.packet(i, 0, "a");
            if (i % 3 == 0)
                other.packet(i, 1, "b");
        }
        const auto store = open({writeFile(folder, "a.pcap", one.bytes()), writeFile(folder, "b.pcap", other.bytes())});
        const std::vector<std::uint32_t> numbers = numbersInFiles(**store);
        QCOMPARE(numbers.size(), std::size_t(120'000));
        std::vector<std::uint32_t> counts(2), own;
        for (std::size_t row = 0; row < numbers.size(); ++row)
            own.push_back(++counts[(*store)->interfaceOf(row).file]);
        QCOMPARE(numbers, own);
    }

    void aFileOutOfOrderKeepsItsOwnOrder() // as mergecap does: it never looks further than each file's next packet
    {
        const QTemporaryDir folder;
        const auto store = open({writeFile(folder, "a.pcap", PcapFile().packet(5, 0, "a5").packet(1, 0, "a1").bytes()),
                                 writeFile(folder, "b.pcap", PcapFile().packet(2, 0, "b2").bytes())});
        QVERIFY(store);
        QCOMPARE(packetsOf(**store), (QStringList{"1: 2 b2", "2: 5 a5", "3: 1 a1"}));
    }

    void theSameFileTwice()
    {
        const QTemporaryDir folder;
        const QString path = writeFile(folder, "a.pcap", PcapFile().packet(1, 0, "one").bytes());
        const auto store = open({path, path});
        QVERIFY(store);
        QCOMPARE(packetsOf(**store), (QStringList{"1: 1 one", "2: 1 one"}));
    }

    void capturePointsComeFromTheFiles()
    {
        const QTemporaryDir folder;
        PcapngFile named(Order::Little);
        named.interface(1, named.option(2, "flannel.1")).enhanced(0, 2'000'000, "b");
        const auto store = open({writeFile(folder, "master.cni0.pcap", PcapFile().packet(1, 0, "a").bytes()),
                                 writeFile(folder, "worker.flannel.1.pcapng", named.bytes())});
        QVERIFY(store);
        QCOMPARE((*store)->frame(0).pointNode, "master");
        QCOMPARE((*store)->frame(0).pointInterface, "cni0");
        QCOMPARE((*store)->frame(1).pointNode, "worker");
        QCOMPARE((*store)->frame(1).pointInterface, "flannel.1");
        QVERIFY((*store)->frame(1).hasInterface);
        QCOMPARE((*store)->frame(1).interfaceName, "flannel.1");
    }

    void whatCannotBeOpened_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("error");
        QTest::newRow("missing") << "missing.pcap" << "missing.pcap: No such file or directory";
        QTest::newRow("a directory") << "folder" << "folder is a directory, not a capture file";
        QTest::newRow("empty") << "empty.pcap" << "empty.pcap is empty (0 bytes), so it holds no packets";
        QTest::newRow("not a capture")
            << "notes.txt" << "notes.txt is not a capture file: it begins with 23 20 54 65, which is neither pcap nor pcapng";
        QTest::newRow("cut inside the file header")
            << "short.pcap" << "short.pcap is cut short: a pcap file header has 24 bytes, only 10 are there";
    }

    void whatCannotBeOpened()
    {
        QFETCH(QString, name);
        QFETCH(QString, error);
        const QTemporaryDir folder;
        QDir(folder.path()).mkdir("folder");
        writeFile(folder, "empty.pcap", {});
        writeFile(folder, "notes.txt", "# Test notes");
        writeFile(folder, "short.pcap", PcapFile().bytes().first(10));
        const QString sound = writeFile(folder, "sound.pcap", PcapFile().packet(1, 0, "one").bytes());

        const auto alone = open({folder.filePath(name)});
        QVERIFY(!alone);
        QCOMPARE(QString::fromStdString(alone.error().message.english()).remove(folder.path() + '/'), error);

        const auto withAnother = open({folder.filePath(name), sound});
        QVERIFY(withAnother);
        QCOMPARE(packetsOf(**withAnother), QStringList{"1: 1 one"});
        QCOMPARE(problemsOf(**withAnother, folder), QStringList{error});
    }

    void noFileAtAll()
    {
        const auto store = open({});
        QVERIFY(!store);
        QCOMPARE(QString::fromStdString(store.error().message.english()), "no capture file was named");
    }

    void cutFilesGiveWhatTheyHave()
    {
        const QTemporaryDir folder;
        const QByteArray whole = PcapFile().packet(1, 0, "one").packet(2, 0, "two").bytes();
        const auto store = open({writeFile(folder, "a.pcap", whole.chopped(1)), writeFile(folder, "b.pcap", whole.chopped(2))});
        QVERIFY(store);
        QCOMPARE(packetsOf(**store), (QStringList{"1: 1 one", "2: 1 one"}));
        QCOMPARE(problemsOf(**store, folder), (QStringList{
            "a.pcap is cut short in packet 2 at byte 43: needs 19 bytes, only 18 are there",
            "b.pcap is cut short in packet 2 at byte 43: needs 19 bytes, only 17 are there"}));
    }

    void theIndexGrowsWhileItIsRead()
    {
        const QTemporaryDir folder;
        constexpr std::uint32_t count = 200'000;
        PcapFile file;
        for (std::uint32_t i = 0; i < count; ++i)
            file.packet(i, 0, number(i, 4, Order::Big));
        const std::vector<std::filesystem::path> paths{writeFile(folder, "a.pcap", file.bytes()).toStdString()};
        const auto store = PacketStore::open(paths);
        QVERIFY(store);
        std::size_t seen = 0;
        bool finished = false;
        while (!finished) {
            finished = (*store)->finished();
            const std::size_t size = (*store)->size();
            QVERIFY(size >= seen);
            for (; seen < size; ++seen) {
                const Frame frame = (*store)->frame(seen);
                if (read32(frame.bytes, 0) != seen || frame.time != static_cast<std::int64_t>(seen) * 1'000'000'000)
                    QFAIL(qPrintable(QStringLiteral("row %1 is not the packet it should be").arg(seen)));
            }
        }
        QCOMPARE(seen, std::size_t{count});
        QVERIFY((*store)->memory() >= count * 16);
        QVERIFY((*store)->memory() < 2 * count * 16);
    }

    void closingStopsTheWorker() // or the address sanitizer finds it reading what is gone
    {
        const QTemporaryDir folder;
        PcapFile file;
        for (std::uint32_t i = 0; i < 50'000; ++i)
            file.packet(i, 0, "1234");
        const std::vector<std::filesystem::path> paths{writeFile(folder, "a.pcap", file.bytes()).toStdString()};
        for (int i = 0; i < 20; ++i)
            QVERIFY(PacketStore::open(paths));
    }
};

QTEST_GUILESS_MAIN(PacketStoreTest)
#include "tst_packetstore.moc"
