#include "core/capture/packetstore.h"
#include "tests/support/capturefile.h"

#include <QDir>
#include <QTest>

#include <fcntl.h>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

using namespace vethscope;
using namespace vethscope::test;

// Where captures come from: packed files and pipes.

namespace {

// `PcapFile().packet(1, 0, "one").packet(2, 0, "two")` as gzip 1.12, zstd 1.5.4, lz4 1.9.4 and xz 5.4 pack it.
const QByteArray gzipped = "1f8b0800000000000203bb7278d342260616060460616004928c501e3314e7e7a532a1099594e7030078a31c743e000000";
const QByteArray zstandard = "28b52ffd243e4d010052c2070ee06d2e102c06c74c07c041e44e29750643653b6c876ddbbeed5b2c064cdd0200daec63037198d7bf9d";
const QByteArray lz4ed = "04224d186440a72600000086d4c3b2a102000400010073040001000000010e0013030400496f6e6502130050000074776f000000006a0bf1b5";
const QByteArray xzed = "fd377a585a000004e6d6b446020021011c00000010cf58cce0003d00205d006a30d1c87d8bf8099baf1fcc790262f4d161299324d425e4e80c93843d"
                        "499fc0008f5078212d5e46c700013c3e7fd114921fb6f37d010000000004595a";

QStringList packetsOf(const PacketStore &store)
{
    QStringList lines;
    for (std::size_t row = 0; row < store.size(); ++row) {
        const Frame frame = store.frame(row);
        lines << QStringLiteral("%1 %2").arg(frame.time / 1'000'000'000).arg(QString::fromLatin1(asText(frame.bytes).data(), qsizetype(frame.bytes.size())));
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

void writeAll(int descriptor, const QByteArray &bytes)
{
    QCOMPARE(::write(descriptor, bytes.constData(), static_cast<std::size_t>(bytes.size())), static_cast<ssize_t>(bytes.size()));
}

} // namespace

class CaptureInputTest : public QObject
{
    Q_OBJECT

private slots:
    void packed_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::newRow("gzip") << gzipped;
        QTest::newRow("zstd") << zstandard;
        QTest::newRow("lz4") << lz4ed;
        QTest::newRow("xz") << xzed;
    }

    void packed()
    {
        QFETCH(QByteArray, file);
        const QTemporaryDir folder;
        const std::vector<std::filesystem::path> paths{writeFile(folder, "packed", QByteArray::fromHex(file)).toStdString()};
        const auto store = PacketStore::open(paths);
        QVERIFY(store);
        (*store)->waitUntilFinished();
        QCOMPARE(packetsOf(**store), (QStringList{"1 one", "2 two"}));
        QCOMPARE(problemsOf(**store, folder), QStringList{});
    }

    // What came before the damage is kept, and the damage is said; a file of which nothing came is unreadable.
    void packedAndCut_data() { packed_data(); }

    void packedAndCut()
    {
        QFETCH(QByteArray, file);
        const QTemporaryDir folder;
        const QByteArray whole = QByteArray::fromHex(file);
        for (qsizetype size = 6; size < whole.size(); ++size) {
            const std::vector<std::filesystem::path> paths{writeFile(folder, "packed", whole.first(size)).toStdString()};
            const auto store = PacketStore::open(paths);
            if (!store) { // nothing came of it, and it ended before it was asked
                QVERIFY(!store.error().message.empty());
                continue;
            }
            (*store)->waitUntilFinished();
            QVERIFY(QStringLiteral("1 one 2 two").startsWith(packetsOf(**store).join(' ')));
            if ((*store)->size() < 2)
                QVERIFY(!problemsOf(**store, folder).isEmpty());
        }
    }

    void packedAndDamaged()
    {
        const QTemporaryDir folder;
        QByteArray damaged = QByteArray::fromHex(xzed);
        damaged[40] = static_cast<char>(damaged[40] ^ 1);
        const std::vector<std::filesystem::path> paths{writeFile(folder, "packed.xz", damaged).toStdString()};
        const auto store = PacketStore::open(paths);
        if (store)
            (*store)->waitUntilFinished();
        // Nothing came of it; whether that is known when it is opened or later is a race.
        const QString problems = store ? problemsOf(**store, folder).join(' ') : QString::fromStdString(store.error().message.english());
        QVERIFY2(problems.contains("packed.xz cannot be unpacked beyond what was read: "), qPrintable(problems));
    }

    // A packet is there as soon as its last byte is, while the writer still writes.
    void pipesAreFollowed()
    {
        const QTemporaryDir folder;
        const QByteArray path = folder.filePath("pipe").toUtf8();
        QCOMPARE(::mkfifo(path.constData(), 0600), 0);
        const int writer = ::open(path.constData(), O_RDWR | O_CLOEXEC);
        QVERIFY(writer >= 0);
        const QByteArray bytes = PcapFile().packet(1, 0, "one").packet(2, 0, "two").packet(3, 0, "three").bytes();
        writeAll(writer, bytes.first(10)); // not even a file header

        const std::vector<std::filesystem::path> paths{path.toStdString()};
        const auto store = PacketStore::open(paths);
        QVERIFY(store);
        QTest::qWait(50);
        QCOMPARE((*store)->size(), 0u);
        writeAll(writer, bytes.first(43).sliced(10));
        QTRY_COMPARE(packetsOf(**store), QStringList{"1 one"});
        writeAll(writer, bytes.first(60).sliced(43)); // a part of the second
        QTest::qWait(50);
        QCOMPARE((*store)->size(), 1u);
        writeAll(writer, bytes.first(62).sliced(60));
        QTRY_COMPARE(packetsOf(**store), (QStringList{"1 one", "2 two"}));
        QVERIFY(!(*store)->finished());
        writeAll(writer, bytes.first(70).sliced(62));
        ::close(writer);
        (*store)->waitUntilFinished();
        QCOMPARE(packetsOf(**store), (QStringList{"1 one", "2 two"}));
        QVERIFY(!(*store)->unreadable());
        QCOMPARE(problemsOf(**store, folder), QStringList{"pipe is cut short in packet 3 at byte 62: needs 16 bytes, only 8 are there"});
    }

    void closingWhileAPipeIsSilent()
    {
        const QTemporaryDir folder;
        const QByteArray path = folder.filePath("pipe").toUtf8();
        QCOMPARE(::mkfifo(path.constData(), 0600), 0);
        const int writer = ::open(path.constData(), O_RDWR | O_CLOEXEC);
        const std::vector<std::filesystem::path> paths{path.toStdString()};
        {
            const auto store = PacketStore::open(paths);
            QVERIFY(store);
        } // or this test never ends
        ::close(writer);
    }

    void aPipeWithoutACapture()
    {
        const QTemporaryDir folder;
        const QByteArray path = folder.filePath("pipe").toUtf8();
        QCOMPARE(::mkfifo(path.constData(), 0600), 0);
        const int writer = ::open(path.constData(), O_RDWR | O_CLOEXEC);
        const std::vector<std::filesystem::path> paths{path.toStdString()};
        const auto store = PacketStore::open(paths);
        QVERIFY(store);
        writeAll(writer, "tcpdump: eth7: No such device exists\n");
        ::close(writer);
        (*store)->waitUntilFinished();
        QVERIFY((*store)->unreadable());
        QCOMPARE(problemsOf(**store, folder), QStringList{"pipe is not a capture file: it begins with 74 63 70 64, which is neither pcap nor pcapng"});
    }
};

QTEST_GUILESS_MAIN(CaptureInputTest)
#include "tst_captureinput.moc"
