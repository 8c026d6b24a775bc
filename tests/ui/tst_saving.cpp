#include "core/capture/amendments.h"
#include "core/capture/packetstore.h"
#include "tests/support/capturefile.h"
#include "tests/support/programs.h"
#include "tests/support/stack.h"
#include "tests/support/testcapture.h"
#include "ui/models/packetlistmodel.h"
#include "ui/saving/capturesaver.h"
#include "ui/saving/exportdialog.h"
#include "ui/saving/unsavedcaptures.h"
#include "ui/shared/marks.h"

#include <QLabel>
#include <QProcess>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace vethscope;
using namespace vethscope::test;

// Which packets are written, and that they come to be where they should.

namespace {

using Which = PacketChoice::Which;
using Of = PacketChoice::Of;

constexpr int packetCount = 12; // of these, every third is TCP

QByteArray manyPackets()
{
    PcapFile file;
    for (int i = 0; i < packetCount; ++i)
        file.packet(std::uint32_t(100 + i), 0,
                    ethernet(i % 3 == 0 ? ipv4("10.0.0.1", "10.0.0.2", 6, tcp(1000, 80, 2)) : ipv4("10.0.0.1", "10.0.0.2", 17, udp(5000, 6000, "data"))));
    return file.bytes();
}

QList<int> secondsIn(const QString &path)
{
    const std::vector<std::filesystem::path> paths{path.toStdString()};
    const auto store = PacketStore::open(paths);
    if (!store)
        return {};
    (*store)->waitUntilFinished();
    QList<int> seconds;
    for (std::size_t row = 0; row < (*store)->size(); ++row)
        seconds << int((*store)->time(row) / 1'000'000'000);
    return seconds;
}

std::vector<int> asInts(const std::vector<std::uint32_t> &rows)
{
    return {rows.begin(), rows.end()};
}

} // namespace

class SavingTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<OpenCapture> m_capture;
    std::unique_ptr<Marks> m_marks;
    std::unique_ptr<PacketListModel> m_model;

    void open(const QString &path)
    {
        QVERIFY(m_capture->open({path}));
        QTRY_VERIFY(m_capture->isComplete());
        m_model->catchUp();
    }

    PacketChoice choice(std::vector<int> selected = {}) { return {*m_capture, *m_model, *m_marks, std::move(selected)}; }

private slots:
    void init()
    {
        m_capture = std::make_unique<OpenCapture>();
        m_marks = std::make_unique<Marks>(*m_capture);
        m_model = std::make_unique<PacketListModel>(*m_capture);
        open(writeFile(m_folder, "many.pcap", manyPackets()));
    }

    void cleanup()
    {
        m_model.reset();
        m_marks.reset();
        m_capture.reset();
    }

    void readsRanges_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("ranges"); // or what is said
        QTest::newRow("one") << "5" << "5-5";
        QTest::newRow("several") << "3, 10-20, 50-" << "3-3 10-20 50-100";
        QTest::newRow("from the beginning") << "-4" << "1-4";
        QTest::newRow("unordered and overlapping") << "10-20,1-3,15-30" << "1-3 10-30";
        QTest::newRow("beyond the end") << "90-500" << "90-100";
        QTest::newRow("empty") << "" << "A range is written like this: 3, 10-20, 50-";
        QTest::newRow("backwards") << "20-10" << "20-10 ends before it begins.";
        QTest::newRow("word") << "5, six" << "“six” is not a packet number.";
        QTest::newRow("zero") << "0" << "There is no packet 0; there are 1 to 100.";
        QTest::newRow("too large") << "101" << "There is no packet 101; there are 1 to 100.";
        QTest::newRow("larger than any number") << "99999999999" << "“99999999999” is not a packet number.";
    }

    void readsRanges()
    {
        QFETCH(QString, text);
        QString problem;
        QStringList found;
        for (const PacketRange &range : packetRanges(text, 100, &problem))
            found << QStringLiteral("%1-%2").arg(range.first).arg(range.last);
        QTEST(problem.isEmpty() ? found.join(' ') : problem, "ranges");
    }

    void choosesPackets_data()
    {
        QTest::addColumn<int>("which");
        QTest::addColumn<std::vector<int>>("captured");
        QTest::addColumn<std::vector<int>>("displayed"); // TCP: rows 0, 3, 6, 9
        QTest::newRow("all") << int(Which::All) << std::vector<int>{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11} << std::vector<int>{0, 3, 6, 9};
        QTest::newRow("selected") << int(Which::Selected) << std::vector<int>{3, 4} << std::vector<int>{3};
        QTest::newRow("marked") << int(Which::Marked) << std::vector<int>{2, 6, 8} << std::vector<int>{6};
        QTest::newRow("first to last marked") << int(Which::FirstToLastMarked) << std::vector<int>{2, 3, 4, 5, 6, 7, 8} << std::vector<int>{3, 6};
        QTest::newRow("range") << int(Which::Range) << std::vector<int>{0, 1, 9, 10, 11} << std::vector<int>{0, 9};
    }

    void choosesPackets()
    {
        QFETCH(int, which);
        m_marks->mark({2, 6, 8});
        m_model->setFilter(*Filter::compile("tcp", m_capture->registry()));
        QTRY_VERIFY(!m_model->isBehind());
        PacketChoice chosen = choice({3, 4});
        chosen.setRanges({{1, 2}, {10, 12}});
        for (const Of of : {Of::Captured, Of::Displayed}) {
            const std::vector<int> rows = asInts(chosen.rows(Which(which), of));
            QCOMPARE(chosen.count(Which(which), of), rows.size());
            if (of == Of::Captured)
                QTEST(rows, "captured");
            else
                QTEST(rows, "displayed");
        }
    }

    void dialogSaysWhatCannotBe()
    {
        ExportDialog dialog(choice(), m_folder.filePath("part"));
        auto *problem = dialog.findChild<QLabel *>("dialogProblem");
        auto *button = dialog.findChild<QPushButton *>("primary");
        QVERIFY(button->isEnabled());
        QCOMPARE(dialog.path(), m_folder.filePath("part.pcapng"));
        dialog.choose(Which::Marked, Of::Captured);
        QVERIFY(!button->isEnabled());
        QCOMPARE(problem->text(), QString("There are no such packets."));
        dialog.choose(Which::Range, Of::Captured);
        dialog.setRange("5-x");
        QCOMPARE(problem->text(), QString("“x” is not a packet number."));
        dialog.setRange("5-7");
        QVERIFY(button->isEnabled());
        QCOMPARE(asInts(dialog.rows()), (std::vector<int>{4, 5, 6}));
        dialog.setPath("");
        QVERIFY(!button->isEnabled());
    }

    void exportsPackets()
    {
        UnsavedCaptures unsaved;
        QWidget window;
        CaptureSaver saver(*m_capture, unsaved, window);
        QSignalSpy done(&saver, &CaptureSaver::exported);
        QVERIFY(saver.exportPackets({1, 3, 11}, m_folder.filePath("part.pcapng")));
        QCOMPARE(secondsIn(m_folder.filePath("part.pcapng")), (QList<int>{101, 103, 111}));
        QCOMPARE(done.count(), 1);
    }

    void exportsOntoTheFileThatIsOpen()
    {
        UnsavedCaptures unsaved;
        QWidget window;
        CaptureSaver saver(*m_capture, unsaved, window);
        QVERIFY(saver.exportPackets({2}, m_folder.filePath("many.pcap")));
        QCOMPARE(secondsIn(m_folder.filePath("many.pcap")), QList<int>{102});
        QCOMPARE(m_capture->store().size(), std::size_t{packetCount});
        QCOMPARE(m_capture->store().frame(11).bytes.size(), 46u); // the bytes of before are still there
    }

    void saysWhyNothingWasWritten()
    {
        UnsavedCaptures unsaved;
        QWidget window;
        CaptureSaver saver(*m_capture, unsaved, window);
        QSignalSpy failures(&saver, &CaptureSaver::failed);
        QVERIFY(!saver.exportPackets({2}, "/nosuchfolder/x.pcapng"));
        QCOMPARE(failures.count(), 1);
        QVERIFY(failures.front().front().toString().contains("/nosuchfolder/x.pcapng"));
    }

    void savesACopyAsPcapng()
    {
        UnsavedCaptures unsaved;
        QWidget window;
        CaptureSaver saver(*m_capture, unsaved, window);
        saver.askForPath = [this](const QString &) { return m_folder.filePath("copy.pcapng"); };
        QVERIFY(saver.saveAs());
        QCOMPARE(secondsIn(m_folder.filePath("copy.pcapng")).size(), packetCount);
        QFile file(m_folder.filePath("copy.pcapng"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.read(4).toHex(), QByteArray("0a0d0d0a")); // and not pcap under a false name
    }

    void copiesPcapngByteForByte()
    {
        PcapngFile bytes(Order::Big);
        bytes.interface(1, bytes.option(2, "eth0")).enhanced(0, 1, "one").block(0x0bad, "a block that nobody knows");
        open(writeFile(m_folder, "odd.pcapng", bytes.bytes()));
        UnsavedCaptures unsaved;
        QWidget window;
        CaptureSaver saver(*m_capture, unsaved, window);
        saver.askForPath = [this](const QString &) { return m_folder.filePath("odd-copy.pcapng"); };
        QVERIFY(saver.saveAs());
        QFile file(m_folder.filePath("odd-copy.pcapng"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), bytes.bytes());
    }

    // As Wireshark reads it: the name stands in the place of the address.
    void givenNamesGoIntoTheCopy()
    {
        NEEDS_PROGRAMS("tshark");
        const QString path = m_folder.filePath("named.pcapng");
        open(QStringLiteral(VETHSCOPE_SOURCE_DIR "/resources/samples/flannel-vxlan/captures/master.eth0.pcapng"));
        const QString address = QStringLiteral("172.27.0.11");
        m_capture->nameAddress(*IpAddress::parse(address.toStdString()), "the-master");
        UnsavedCaptures unsaved;
        QWidget window;
        CaptureSaver saver(*m_capture, unsaved, window);
        QSignalSpy failures(&saver, &CaptureSaver::failed);
        saver.askForPath = [this](const QString &) { return m_capture->paths().front(); };
        QVERIFY(!saver.saveAs()); // the open file is not changed
        QVERIFY(failures.front().front().toString().contains("names"));
        saver.askForPath = [&path](const QString &) { return path; };
        QVERIFY(saver.saveAs());
        QProcess tshark;
        tshark.start("tshark", {"-r", path, "-N", "n", "-Y", "ip.src == " + address + " && !icmp", "-T", "fields", "-E", "occurrence=f", "-e", "ip.src_host"});
        QVERIFY(tshark.waitForFinished());
        const QByteArrayList hosts = tshark.readAllStandardOutput().trimmed().split('\n');
        QVERIFY(hosts.size() > 3);
        for (const QByteArray &host : hosts)
            QCOMPARE(host, QByteArray("the-master"));
    }

    void shiftedTimesGoIntoTheCopy()
    {
        const QString path = m_folder.filePath("shifted.pcapng");
        PcapngFile bytes(Order::Little);
        bytes.interface(1).enhanced(0, 1'600'000'000'000'000, "one");
        open(writeFile(m_folder, "early.pcapng", bytes.bytes()));
        auto amendments = std::make_unique<Amendments>();
        amendments->setShifts({{0, TimeShift::by(1'500'000'000)}});
        m_capture->setAmendments(std::move(amendments));
        UnsavedCaptures unsaved;
        QWidget window;
        CaptureSaver saver(*m_capture, unsaved, window);
        saver.askForPath = [&path](const QString &) { return path; };
        QVERIFY(saver.saveAs());
        open(path);
        QCOMPARE(m_capture->store().time(0), 1'600'000'001'500'000'000);
    }

    void cancellingTheQuestionSavesNothing()
    {
        UnsavedCaptures unsaved;
        QWidget window;
        CaptureSaver saver(*m_capture, unsaved, window);
        saver.askForPath = [](const QString &) { return QString(); };
        QVERIFY(!saver.saveAs());
    }

    void movesAnUnsavedCapture()
    {
        UnsavedCaptures unsaved(m_folder.filePath("own"));
        QString problem;
        const QString path = unsaved.begin("near", &problem);
        QVERIFY(!path.isEmpty());
        QVERIFY(QFile::rename(writeFile(m_folder, "live.pcapng", PcapngFile(Order::Little).interface(1).enhanced(0, 7'000'000, "x").bytes()), path));
        open(path);
        QWidget window;
        CaptureSaver saver(*m_capture, unsaved, window);
        QVERIFY(saver.isUnsaved());
        saver.askForPath = [this](const QString &) { return m_folder.filePath("kept.pcapng"); };
        QVERIFY(saver.save());
        QVERIFY(!saver.isUnsaved());
        QVERIFY(!QFile::exists(path));
        QCOMPARE(secondsIn(m_folder.filePath("kept.pcapng")), QList<int>{7});
        QCOMPARE(m_capture->displayName(), QString("kept.pcapng"));
        QCOMPARE(m_capture->store().size(), 1u);
        QCOMPARE(QDir(m_folder.filePath("own")).entryList(QDir::Files), QStringList());
    }

    void leftoversAreThoseWhoseProgramIsGone()
    {
        const QString folder = m_folder.filePath("crashed");
        QVERIFY(QDir().mkpath(folder));
        const QByteArray one = PcapngFile(Order::Little).interface(1).enhanced(0, 7'000'000, "x").bytes();
        writeFile(m_folder, "crashed/20261123-140000_near.pcapng", one);
        writeFile(m_folder, "crashed/20261123-150000_eth0-cni0.pcapng", one);
        writeFile(m_folder, "crashed/20261123-160000_empty.pcapng", PcapngFile(Order::Little).interface(1).bytes());
        UnsavedCaptures others(folder);
        QString problem;
        const QString running = others.begin("running", &problem);
        QVERIFY(QFile::copy(m_folder.filePath("crashed/20261123-140000_near.pcapng"), running));

        UnsavedCaptures unsaved(folder);
        const auto found = unsaved.leftovers();
        QCOMPARE(found.size(), 2u);
        QCOMPARE(found[0].source, QString("eth0-cni0")); // the newest first
        QCOMPARE(found[0].begun, QDateTime(QDate(2026, 11, 23), QTime(15, 0)));
        QCOMPARE(found[1].source, QString("near"));
        QCOMPARE(found[1].size, qint64(one.size()));
        QVERIFY(!QFile::exists(m_folder.filePath("crashed/20261123-160000_empty.pcapng"))); // nothing was in it
        QVERIFY(!unsaved.adopt(running));
        QVERIFY(unsaved.adopt(found[0].path));
        QCOMPARE(unsaved.leftovers().size(), 1u);
        unsaved.discard(found[0].path);
        QVERIFY(!QFile::exists(found[0].path));
    }

    void onlyTheUserMayLookIn()
    {
        UnsavedCaptures unsaved(m_folder.filePath("private"));
        QString problem;
        QVERIFY(!unsaved.begin("near", &problem).isEmpty());
        QCOMPARE(QFile::permissions(m_folder.filePath("private")) & (QFile::ReadGroup | QFile::ReadOther | QFile::ExeOther), QFile::Permissions());
    }
};

QTEST_MAIN(SavingTest)
#include "tst_saving.moc"
