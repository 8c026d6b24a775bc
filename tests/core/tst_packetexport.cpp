#include "core/capture/amendments.h"
#include "core/capture/newfile.h"
#include "core/capture/packetexport.h"
#include "tests/support/capturefile.h"

#include <QTest>

#include <sys/stat.h>

using namespace vethscope;
using namespace vethscope::test;

// Packets of a capture written as another one, and files that appear whole or not at all.

namespace {

std::unique_ptr<PacketStore> open(const QStringList &paths)
{
    std::vector<std::filesystem::path> files;
    for (const QString &path : paths)
        files.emplace_back(path.toStdString());
    auto store = PacketStore::open(files);
    if (!store)
        qFatal("%s", store.error().message.english().c_str());
    (*store)->waitUntilFinished();
    return std::move(*store);
}

QByteArray exported(const PacketStore &store, const QList<int> &rows)
{
    QByteArray file;
    PacketExport out(store, [&](Bytes block) {
        file.append(reinterpret_cast<const char *>(block.data()), static_cast<qsizetype>(block.size()));
        return true;
    });
    out.begin();
    for (const int row : rows)
        out.write(static_cast<std::size_t>(row));
    out.end();
    return file;
}

QList<int> all(const PacketStore &store)
{
    QList<int> rows;
    for (std::size_t row = 0; row < store.size(); ++row)
        rows << int(row);
    return rows;
}

QByteArray remarkable(Order order)
{
    PcapngFile file(order);
    const auto resolution = [&](char digits) { return file.option(9, QByteArray(1, digits)); };
    file.interface(1, file.option(2, "eth0") + file.option(3, "node worker1") + file.option(11, QByteArray(1, '\0') + "udp port 8472") + resolution(6))
        .interface(101, file.option(1, "said of it") + file.option(2, "tun0") + resolution(3), 96)
        .enhanced(0, 1'600'000'000'123'456, "first", 60, file.option(1, "one") + file.option(1, "two") + file.option(2, file.value(0x12345, 4)) + file.option(0, {}))
        .enhanced(1, 1'600'000'000'789, "second", 0,
                  file.option(4, file.value(7, 8)) + file.option(5, file.value(8, 8)) + file.option(6, file.value(9, 4)) + file.option(7, "\1" + file.value(2, 8)) + file.option(7, QByteArray("\0card", 5)) + file.option(0, {}))
        .enhanced(0, 1'600'000'001'000'000, "third", 0, file.option(2, file.value(2, 4)) + file.option(0, {}));
    return file.bytes();
}

} // namespace

class PacketExportTest : public QObject
{
    Q_OBJECT

private slots:
    void theRecordsStayWhatTheyAre_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::newRow("two interfaces, little-endian") << remarkable(Order::Little);
        QTest::newRow("two interfaces, big-endian") << remarkable(Order::Big);
        QTest::newRow("simple packets") << PcapngFile(Order::Little).interface(1, {}, 4).simple("abcdef").simple("xyz").bytes();
        PcapngFile picoseconds(Order::Little);
        QTest::newRow("finer than nanoseconds")
            << picoseconds.interface(1, picoseconds.option(9, QByteArray(1, 12))).enhanced(0, 1'500'000'000'123, "one").bytes();
        PcapngFile binary(Order::Little);
        QTest::newRow("powers of two") << binary.interface(1, binary.option(9, QByteArray(1, char(0x80 + 10)))).enhanced(0, 1536, "one").bytes();
        PcapngFile shifted(Order::Little);
        QTest::newRow("time offset") << shifted.interface(1, shifted.option(14, shifted.value(1000, 8))).enhanced(0, 5'000'000, "one").bytes();
    }

    void theRecordsStayWhatTheyAre()
    {
        QFETCH(QByteArray, file);
        const QTemporaryDir folder;
        const auto store = open({writeFile(folder, "a.pcapng", file)});
        QCOMPARE(recordsOf(exported(*store, all(*store))), recordsOf(file));
    }

    void aPcapFileBecomesOne()
    {
        const QTemporaryDir folder;
        const auto store = open({writeFile(folder, "a.pcap", PcapFile(Order::Big, PcapFile::Nanoseconds).packet(1, 234'567'891, "one", 50).bytes())});
        QCOMPARE(recordsOf(exported(*store, {0})), QStringList{"1.234567891 interface 0 link 1: 6f6e65, 50 on the wire"});
    }

    void onlyTheChosenOnes()
    {
        const QTemporaryDir folder;
        const auto store = open({writeFile(folder, "a.pcap", PcapFile().packet(1, 0, "a").packet(2, 0, "b").packet(3, 0, "c").bytes())});
        QCOMPARE(recordsOf(exported(*store, {0, 2})),
                 (QStringList{"1.000000000 interface 0 link 1: 61", "3.000000000 interface 0 link 1: 63"}));
    }

    void interfacesOfSeveralFilesAreNumberedAnew()
    {
        const QTemporaryDir folder;
        PcapngFile other(Order::Big);
        other.interface(1, other.option(2, "cni0")).enhanced(0, 2'000'000, "b");
        const auto store = open({writeFile(folder, "a.pcap", PcapFile().packet(1, 0, "a").packet(3, 0, "c").bytes()),
                                 writeFile(folder, "b.pcapng", other.bytes())});
        QCOMPARE(recordsOf(exported(*store, all(*store))),
                 (QStringList{"1.000000000 interface 0 link 1: 61", "2.000000000 interface 1 (cni0) link 1: 62", "3.000000000 interface 0 link 1: 63"}));
    }

    void remarksAreKept()
    {
        const QTemporaryDir folder;
        const auto first = open({writeFile(folder, "a.pcapng", remarkable(Order::Big))});
        const auto store = open({writeFile(folder, "b.pcapng", exported(*first, all(*first)))});
        const PacketRemarks remarks = store->remarks(0);
        QCOMPARE(remarks.comments, (std::vector<std::string_view>{"one", "two"}));
        QCOMPARE(remarks.flags.value_or(0), 0x12345u);
        const PacketRemarks others = store->remarks(1);
        QVERIFY(others.comments.empty() && !others.flags);
        QCOMPARE(others.dropCount.value_or(0), 7u);
        QCOMPARE(others.id.value_or(0), 8u);
        QCOMPARE(others.queue.value_or(0), 9u);
        QCOMPARE(others.verdicts.size(), std::size_t{2});
        QCOMPARE(others.verdicts[0].number.value_or(0), 2u);
        QCOMPARE(asText(others.verdicts[1].bytes), std::string_view("card"));
        QVERIFY(store->remarks(2).comments.empty());
        QCOMPARE(store->interface(0).filter, std::string("\0udp port 8472", 14));
        QCOMPARE(store->interface(0).pointNode, std::string("worker1"));
        QCOMPARE(store->interface(0).unitsPerSecond, 1'000'000u);
        QCOMPARE(store->interface(1).unitsPerSecond, 1000u);
        QCOMPARE(store->interface(1).comment, std::string("said of it"));
        QCOMPARE(store->interface(1).snapLength, 96u);
    }

    // The section's comments, names of addresses, and what interfaces counted.
    void whatTheFileSaysBesideItsPackets()
    {
        const QTemporaryDir folder;
        PcapngFile file(Order::Little);
        const auto count = [&](std::uint16_t code, std::uint64_t value) { return file.option(code, file.value(value, 8)); };
        const auto ticks = [&](std::uint16_t code, std::uint64_t value) { return file.option(code, file.value(value >> 32, 4) + file.value(value & 0xffffffff, 4)); };
        file.interface(1)
            .interface(1)
            .block(4, file.option(1, QByteArray::fromHex("0af40103") + QByteArray("tea\0", 4)) + file.option(1, QByteArray::fromHex("0af40104") + QByteArray("milk\0", 5)) + file.value(0, 4))
            .enhanced(0, 1'600'000'000'000'000, "one")
            .block(5, file.value(1, 4) + file.value(0, 8) + ticks(2, 1'700'000'000'000'000) + ticks(3, 1'700'000'009'500'000) + count(4, 7) + count(5, 2) + count(7, 3));
        const auto first = open({writeFile(folder, "a.pcapng", file.bytes())});
        const auto exportTo = [&](const QString &name, std::vector<ResolvedName> given) {
            QByteArray bytes;
            PacketExport out(*first, [&](Bytes block) { return bytes.append(reinterpret_cast<const char *>(block.data()), qsizetype(block.size())), true; }, std::move(given));
            [&] { QVERIFY(out.begin() && out.write(0) && out.end()); }();
            return open({writeFile(folder, name, bytes)})->notes();
        };
        const FileNotes notes = exportTo("b.pcapng", {});
        QCOMPARE(notes.names.size(), 2u);
        QCOMPARE(notes.names[1].address, "\x0a\xf4\x01\x04");
        QCOMPARE(notes.names[1].name, "milk");
        QCOMPARE(notes.statistics.size(), 1u);
        QCOMPARE(notes.statistics[0].source, 1u);
        QCOMPARE(notes.statistics[0].received, 7u);
        QCOMPARE(notes.statistics[0].begin, 1'700'000'000'000'000'000);
        QCOMPARE(notes.statistics[0].end, 1'700'000'009'500'000'000);
        QCOMPARE(notes.dropped(), 5u);
        QVERIFY(notes.oddities.empty());
        const FileNotes given = exportTo("c.pcapng", {{"\x0a\xf4\x01\x03", "coffee"}});
        QCOMPARE(given.names.size(), 2u);
        QCOMPARE(given.names[0].name, "coffee"); // in place of the file's own
        QCOMPARE(given.names[1].name, "milk");
    }

    // What a clock told is set right with the packets.
    void shiftedTimes()
    {
        const QTemporaryDir folder;
        PcapngFile file(Order::Little);
        const auto ticks = [&](std::uint16_t code, std::uint64_t value) { return file.option(code, file.value(value >> 32, 4) + file.value(value & 0xffffffff, 4)); };
        file.interface(1).enhanced(0, 1'600'000'000'000'000, "one").block(5, QByteArray(12, 0) + ticks(2, 1'600'000'000'000'000) + ticks(3, 1'600'000'009'000'000));
        const auto store = open({writeFile(folder, "a.pcapng", file.bytes())});
        Amendments amendments;
        amendments.setShifts({{0, TimeShift::by(2'500'000'000)}});
        store->setAmendments(&amendments);
        const auto copy = open({writeFile(folder, "b.pcapng", exported(*store, {0}))});
        store->setAmendments(nullptr);
        QCOMPARE(copy->time(0), 1'600'000'002'500'000'000);
        QCOMPARE(copy->notes().statistics.at(0).begin, 1'600'000'002'500'000'000);
        QCOMPARE(copy->notes().statistics.at(0).end, 1'600'000'011'500'000'000);
    }

    void sectionCommentsAreKept()
    {
        const QTemporaryDir folder;
        QByteArray bytes;
        PcapngWriter writer([&](Bytes block) { return bytes.append(reinterpret_cast<const char *>(block.data()), qsizetype(block.size())), true; });
        const std::vector<std::string> said{"lunch", "and dinner"};
        QVERIFY(writer.section("test", said) && writer.interface({}) && writer.packet({.time = 1, .bytes = asBytes("x"), .originalLength = 1}));
        const auto store = open({writeFile(folder, "a.pcapng", bytes)});
        QCOMPARE(store->notes().comments, said);
        QCOMPARE(open({writeFile(folder, "b.pcapng", exported(*store, {0}))})->notes().comments, said);
    }

    void aFileCanBeWrittenOverWhileItIsOpen()
    {
        const QTemporaryDir folder;
        const QString path = writeFile(folder, "a.pcap", PcapFile().packet(1, 0, QByteArray(100'000, 'a')).packet(2, 0, "b").bytes());
        const auto store = open({path});
        auto file = NewFile::create(path.toStdString());
        QVERIFY(file);
        PacketExport out(*store, [&](Bytes block) { return file->write(block); });
        QVERIFY(out.begin());
        QVERIFY(out.write(1));
        QCOMPARE(QFileInfo(path).size(), 100'057); // not yet
        QVERIFY(file->commit());
        QCOMPARE(asText(store->frame(0).bytes), std::string_view(std::string(100'000, 'a'))); // still the old one
        QCOMPARE(recordsOf(exported(*open({path}), {0})), QStringList{"2.000000000 interface 0 link 1: 62"});
    }

    void whatIsNotCommittedLeavesNothing()
    {
        const QTemporaryDir folder;
        {
            auto file = NewFile::create(folder.filePath("x.pcapng").toStdString());
            QVERIFY(file);
            QVERIFY(file->write(asBytes("some bytes")));
        }
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList());
    }

    void aNewFileHasUsualPermissions()
    {
        const QTemporaryDir folder;
        const mode_t mask = ::umask(022);
        auto file = NewFile::create(folder.filePath("x").toStdString());
        QVERIFY(file && file->write(asBytes("x")) && file->commit());
        ::umask(mask);
        struct stat status { };
        QCOMPARE(::stat(qPrintable(folder.filePath("x")), &status), 0);
        QCOMPARE(status.st_mode & 07777, 0644u);
    }

    void saysWhatCannotBeWritten_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("error");
        QTest::newRow("folder") << "/tmp" << QByteArray("/tmp cannot be written: Is a directory");
        QTest::newRow("no such folder") << "/nosuchfolder/x" << QByteArray("/nosuchfolder/x cannot be written: No such file or directory");
    }

    void saysWhatCannotBeWritten()
    {
        QFETCH(QString, path);
        QFETCH(QByteArray, error);
        const auto file = NewFile::create(path.toStdString());
        QVERIFY(!file);
        QCOMPARE(QByteArray::fromStdString(file.error().message.english()), error);
    }

    void saysThatTheDiskIsFull()
    {
        auto file = NewFile::create("/dev/full");
        QVERIFY(file);
        QVERIFY(file->write(asBytes("x")));
        const auto done = file->commit();
        QVERIFY(!done);
        QCOMPARE(QByteArray::fromStdString(done.error().message.english()), QByteArray("/dev/full cannot be written: No space left on device"));
    }
};

QTEST_GUILESS_MAIN(PacketExportTest)
#include "tst_packetexport.moc"
