#include "core/capture/filechange.h"
#include "core/capture/fileset.h"
#include "tests/support/capturefile.h"
#include "tests/support/stack.h"
#include "ui/mainwindow.h"
#include "ui/saving/capturesaver.h"
#include "ui/saving/dissectionsaver.h"
#include "ui/saving/exportdialog.h"
#include "ui/saving/filesetdialog.h"
#include "ui/saving/filewatch.h"
#include "ui/saving/partschoice.h"
#include "ui/shared/language.h"
#include "ui/shared/messagebar.h"
#include "ui/shared/preferences.h"

#include <QApplication>
#include <QCheckBox>
#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QMessageBox>
#include <QPdfWriter>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <array>

using namespace vethscope;
using namespace vethscope::test;

// Files beside the one that is open, what becomes of it meanwhile, and packets on paper and in files.

namespace {

// Packets at these seconds, each from a port that tells the file.
QByteArray captured(std::initializer_list<std::uint32_t> seconds, std::uint16_t port)
{
    PcapFile file;
    for (const std::uint32_t second : seconds)
        file.packet(second, 0, ethernet(ipv4("10.0.0.1", "10.0.0.2", 17, udp(port, 6000, "data"))));
    return file.bytes();
}

QString written(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QFile::WriteOnly) && file.write(bytes) == bytes.size() ? path : QString();
}

} // namespace

class FileWindowTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    Theme m_theme;
    Language m_language;
    Preferences m_preferences{Preferences::Keep::Nothing};
    std::unique_ptr<MainWindow> m_window;

    QString path(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }
    QString message() const { return m_window->findChild<MessageBar *>()->text(); }

    void open(const QStringList &paths)
    {
        m_window = std::make_unique<MainWindow>(m_theme, m_language, m_preferences);
        m_window->show();
        m_window->open(paths);
        QTRY_VERIFY(m_window->isSettled());
    }

    // The seconds of all packets, in order.
    QList<qint64> seconds() const
    {
        QList<qint64> all;
        for (std::size_t row = 0; row < m_window->capture().store().size(); ++row)
            all << m_window->capture().store().time(row) / 1'000'000'000;
        return all;
    }

private slots:
    void cleanup() { m_window.reset(); }

    void merged_data()
    {
        QTest::addColumn<int>("how");
        QTest::addColumn<QList<qint64>>("seconds");
        QTest::newRow("by time") << int(MergeDialog::How::ByTime) << QList<qint64>{100, 102, 103, 104};
        QTest::newRow("behind") << int(MergeDialog::How::Behind) << QList<qint64>{103, 104, 100, 102};
        QTest::newRow("before") << int(MergeDialog::How::Before) << QList<qint64>{100, 102, 103, 104};
    }

    void merged()
    {
        QFETCH(int, how);
        open({written(path("open.pcap"), captured({103, 104}, 1))});
        m_window->merge(written(path("other.pcap"), captured({100, 102}, 2)), MergeDialog::How(how));
        QTRY_VERIFY(m_window->isSettled() && m_window->capture().store().size() == 4);
        QTEST(seconds(), "seconds");
        const bool isNew = how != int(MergeDialog::How::ByTime);
        QCOMPARE(m_window->captureSaver().isUnsaved(), isNew); // a new capture, which is asked about before it goes
        QCOMPARE(m_window->capture().paths().size(), isNew ? 1 : 2);
        m_window->captureSaver().askForPath = [this](const QString &) { return path("saved.pcapng"); };
        if (isNew)
            QVERIFY(m_window->captureSaver().save());
    }

    // Who is asked and saves has another file open then; the packets of both are there all the same.
    void mergedWithWhatIsSavedFirst()
    {
        open({written(path("first.pcap"), captured({103}, 1))});
        m_window->merge(written(path("second.pcap"), captured({104}, 1)), MergeDialog::How::Behind);
        QTRY_VERIFY(m_window->isSettled() && m_window->captureSaver().isUnsaved());
        m_window->captureSaver().askForPath = [this](const QString &) { return path("both.pcapng"); };
        QTimer::singleShot(0, this, [] {
            auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
            QVERIFY(box);
            box->defaultButton()->click(); // Save…
        });
        m_window->merge(written(path("third.pcap"), captured({100, 102}, 2)), MergeDialog::How::ByTime);
        QTRY_VERIFY(m_window->isSettled() && m_window->capture().store().size() == 4);
        QCOMPARE(seconds(), QList<qint64>({100, 102, 103, 104}));
        QCOMPARE(m_window->capture().paths(), QStringList({path("both.pcapng"), path("third.pcap")}));
    }

    void mergedWithWhatIsNone_data()
    {
        QTest::addColumn<int>("how");
        QTest::newRow("by time") << int(MergeDialog::How::ByTime);
        QTest::newRow("behind") << int(MergeDialog::How::Behind);
    }

    // What is open stays.
    void mergedWithWhatIsNone()
    {
        QFETCH(int, how);
        open({written(path("open.pcap"), captured({103, 104}, 1))});
        m_window->merge(path("nothere.pcap"), MergeDialog::How(how));
        QTRY_VERIFY(m_window->isSettled());
        QTRY_VERIFY2(message().contains("nothere.pcap"), qPrintable(message()));
        QCOMPARE(seconds(), QList<qint64>({103, 104}));
    }

    void fileSets_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QStringList>("set");
        const QStringList ring{"x_00001_20260101120000.pcap", "x_00002_20260101120010.pcap", "x_00010_20260101120020.pcap"};
        QTest::newRow("first") << ring[0] << ring;
        QTest::newRow("last") << ring[2] << ring;
        QTest::newRow("another ending") << "x_00001_20260101120000.pcapng" << QStringList{"x_00001_20260101120000.pcapng"};
        QTest::newRow("another name") << "my_x_00001_20260101120000.pcap" << QStringList{"my_x_00001_20260101120000.pcap"};
        QTest::newRow("packed") << "y_00001_20260101120000.pcap.gz" << QStringList{"y_00001_20260101120000.pcap.gz"};
        QTest::newRow("number of six digits") << "z_100000_20260101130000" << QStringList{"z_99999_20260101130000", "z_100000_20260101130000"};
        QTest::newRow("no such name") << "capture_1_2.pcap" << QStringList{};
        QTest::newRow("only numbers") << "00001_20260101120000.pcap" << QStringList{};
    }

    void fileSets()
    {
        QFETCH(QString, name);
        QTemporaryDir folder;
        for (const char *file : {"x_00001_20260101120000.pcap", "x_00010_20260101120020.pcap", "x_00002_20260101120010.pcap", "x_00001_20260101120000.pcapng", "my_x_00001_20260101120000.pcap",
                                 "y_00001_20260101120000.pcap.gz", "z_100000_20260101130000", "z_99999_20260101130000", "capture_1_2.pcap", "00001_20260101120000.pcap", "notes.txt"})
            written(folder.filePath(QString::fromLatin1(file)), "x");
        const auto set = fileSetOf(folder.filePath(name).toStdString());
        QStringList names;
        for (const auto &file : set ? set->files : std::vector<std::filesystem::path>())
            names << QString::fromStdString(file.filename().string());
        QTEST(names, "set");
        if (set)
            QCOMPARE(names[qsizetype(set->current)], name);
    }

    // Next and previous go through a ring buffer's files, and are off where it ends.
    void throughARing()
    {
        QStringList files;
        for (int number = 1; number <= 3; ++number)
            files << written(path(qPrintable(QStringLiteral("ring_0000%1_2026010112000%1.pcap").arg(number))), captured({std::uint32_t(number)}, 1));
        open({files[0]});
        const auto enabled = [this](Command command) { return m_window->commands()[command].isEnabled(); };
        QVERIFY(enabled(Command::NextOfSet) && !enabled(Command::PreviousOfSet) && enabled(Command::FileSetList));
        m_window->commands()[Command::NextOfSet].trigger();
        m_window->commands()[Command::NextOfSet].trigger();
        QCOMPARE(m_window->capture().paths(), QStringList(files[2]));
        QVERIFY(!enabled(Command::NextOfSet) && enabled(Command::PreviousOfSet));
        m_window->commands()[Command::PreviousOfSet].trigger();
        QCOMPARE(m_window->capture().paths(), QStringList(files[1]));
        QTRY_VERIFY(m_window->isSettled());
        QTimer::singleShot(0, this, [] {
            auto *dialog = qobject_cast<FileSetDialog *>(QApplication::activeModalWidget());
            QVERIFY(dialog);
            QCOMPARE(dialog->findChild<QTableWidget *>()->rowCount(), 3);
            QCOMPARE(dialog->findChild<QTableWidget *>()->currentRow(), 1);
            dialog->findChild<QTableWidget *>()->setCurrentCell(0, 0);
            dialog->accept();
        });
        m_window->commands()[Command::FileSetList].trigger();
        QCOMPARE(m_window->capture().paths(), QStringList(files[0]));
    }

    void noSetNoCommands()
    {
        open({written(path("open.pcap"), captured({103}, 1))});
        for (const Command command : {Command::FileSetList, Command::NextOfSet, Command::PreviousOfSet})
            QVERIFY(!m_window->commands()[command].isEnabled());
    }

    void changedFiles_data()
    {
        QTest::addColumn<QString>("change");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("gone") << "gone" << "open.pcap is no longer there. Its packets stay for as long as they are open; Save As keeps them.";
        QTest::newRow("replaced") << "replaced" << "Another file has taken the place of open.pcap. The packets of the one before stay; Reload shows the new one's.";
        QTest::newRow("grown") << "grown" << "open.pcap has grown since it was opened. Reload shows what has come.";
        QTest::newRow("as it was") << "" << "";
    }

    // A sentence, once, and all that was read stays.
    void changedFiles()
    {
        QFETCH(QString, change);
        const QString file = path("open.pcap");
        QFile::remove(file);
        open({written(file, captured({103, 104}, 1))});
        if (change == "gone")
            QVERIFY(QFile::remove(file));
        if (change == "replaced")
            QVERIFY(QFile::rename(written(path("new.pcap"), captured({1}, 1)), path("newer.pcap")) && ::rename(qPrintable(path("newer.pcap")), qPrintable(file)) == 0);
        if (change == "grown") {
            QFile grown(file);
            QVERIFY(grown.open(QFile::Append) && grown.write(captured({105}, 1).mid(24)) > 0);
        }
        auto *watch = m_window->findChild<FileWatch *>();
        QSignalSpy said(watch, &FileWatch::changed);
        watch->look();
        watch->look();
        QCOMPARE(said.size(), change.isEmpty() ? 0 : 1);
        if (!change.isEmpty()) {
            QTEST(said[0][0].toString(), "sentence");
            QTEST(message(), "sentence");
        }
        QCOMPARE(seconds(), QList<qint64>({103, 104}));
        m_window->selectPacket(2);
        QVERIFY(m_window->selection().tree().size() > 10);
    }

    // What Export Packet Dissections writes of the packets that are chosen.
    void dissections()
    {
        open({written(path("open.pcap"), captured({103, 104, 105}, 1))});
        const QString file = path("out.csv");
        QTimer::singleShot(0, this, [&file] {
            auto *dialog = qobject_cast<ExportDialog *>(QApplication::activeModalWidget());
            QVERIFY(dialog);
            QVERIFY(dialog->findChild<PartsChoice *>()->isHidden()); // CSV has no parts
            dialog->choose(PacketChoice::Which::Range, PacketChoice::Of::Captured);
            dialog->setRange(QStringLiteral("2-"));
            dialog->setPath(file.chopped(4)); // the ending comes by itself
            dialog->accept();
        });
        m_window->commands()[Command::ExportCsv].trigger();
        QVERIFY2(message().contains("2 packets were written"), qPrintable(message()));
        QFile csv(file);
        QVERIFY(csv.open(QFile::ReadOnly));
        const QByteArrayList lines = csv.readAll().trimmed().split('\n');
        QCOMPARE(lines.size(), 3);
        QVERIFY2(lines[0].startsWith("\"No.\",\"Time\","), lines[0].constData());
        QVERIFY2(lines[1].startsWith("\"2\",\"1.000000\","), lines[1].constData());
    }

    void whereNothingCanBeWritten()
    {
        open({written(path("open.pcap"), captured({103}, 1))});
        QVERIFY(!m_window->dissections().write({.format = DissectionFormat::Json, .rows = {0}}, path("no/such/folder.json")));
        QVERIFY2(message().contains("folder.json"), qPrintable(message()));
    }

    // Of a packet something is written in any case.
    void parts()
    {
        PartsChoice parts;
        const auto boxes = parts.findChildren<QCheckBox *>();
        boxes[0]->setChecked(false);
        boxes[1]->setChecked(false);
        QVERIFY(!parts.parts().summary && parts.parts().details);
    }

    // Pages: as many as the lines need, and one a packet where that is wanted.
    void printed_data()
    {
        QTest::addColumn<bool>("pageEach");
        QTest::addColumn<bool>("details");
        QTest::addColumn<int>("pages");
        QTest::newRow("summaries") << false << false << 1;
        QTest::newRow("a page each") << true << true << 3;
    }

    void printed()
    {
        QFETCH(bool, pageEach);
        QFETCH(bool, details);
        open({written(path("open.pcap"), captured({103, 104, 105}, 1))});
        const QString file = path("printed.pdf");
        {
            QPdfWriter pdf(file);
            QVERIFY(m_window->dissections().print({.format = DissectionFormat::Text, .rows = {0, 1, 2}, .cells = {classicColumns(), {"No."}},
                                                   .parts = {.summary = true, .details = details, .pageEach = pageEach}}, pdf));
        }
        QFile written(file);
        QVERIFY(written.open(QFile::ReadOnly));
        const QByteArray bytes = written.readAll();
        QVERIFY(bytes.startsWith("%PDF"));
        static const QRegularExpression page(QStringLiteral("/Type\\s*/Page\\b(?!s)"));
        QTEST(int(QString::fromLatin1(bytes).count(page)), "pages");
    }
};

QTEST_MAIN(FileWindowTest)
#include "tst_filewindow.moc"
