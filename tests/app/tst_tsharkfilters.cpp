#include "tests/support/programs.h"
#include "tests/support/tshark.h"

#include <QFile>
#include <QHash>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <mutex>
#include <thread>

// The filter language against tshark's, frame by frame, over many captures merged into one file. tests/app/filters has
// the lists: filters that select the same frames, filters that both refuse, and filters that tshark 4.0 refuses or
// takes otherwise, each with one of tshark's that means the same.

namespace {

const QString cli = QStringLiteral(VETHSCOPE_BINARY_DIR "/vethscope-cli");
const QString lists = QStringLiteral(VETHSCOPE_SOURCE_DIR "/tests/app/filters/");
const QString samples = QStringLiteral(VETHSCOPE_SOURCE_DIR "/resources/samples");
const QString corpus = QStringLiteral(VETHSCOPE_SOURCE_DIR "/../shared/captures/");

// A line of a list that is no comment.
QStringList linesOf(const QString &name)
{
    QFile file(lists + name);
    QStringList lines;
    if (file.open(QIODevice::ReadOnly | QIODevice::Text))
        for (const QString &line : QString::fromUtf8(file.readAll()).split('\n'))
            if (!line.isEmpty() && !line.startsWith("// "))
                lines << line;
    return lines;
}

struct Output {
    int code = -1;
    QByteArray out;
    QByteArray error;
};

// Times are written in the local zone: one that is not UTC shows whether both mean the same.
Output run(const QString &program, const QStringList &arguments, const QString &filters = {})
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert("TZ", "Asia/Shanghai");
    environment.insert("FILTERS", filters);
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(program, arguments, QIODevice::ReadOnly);
    if (!process.waitForFinished(120'000))
        process.kill();
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

QStringList captures()
{
    QStringList files = vethscope::test::capturesBelow(samples);
    for (const QString &name : linesOf("corpus.txt"))
        if (QFile::exists(corpus + name))
            files << corpus + name;
    return files;
}

} // namespace

class TsharkFiltersTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        NEEDS_PROGRAMS("tshark", "mergecap");
        m_capture = m_folder.filePath("all.pcapng");
        QCOMPARE(run("mergecap", QStringList{"-a", "-w", m_capture} + captures()).code, 0);

        QStringList theirFilters = linesOf("same.txt");
        QStringList ourFilters = theirFilters;
        theirFilters << quotedTcp;
        for (const QString &line : linesOf("beyond.txt")) {
            ourFilters << line.section('\t', 0, 0);
            theirFilters << line.section('\t', -1);
        }
        const QStringList refused = linesOf("refused.txt");
        for (qsizetype i = 0; i < refused.size(); i += 2)
            theirFilters << refused[i];
        askTshark(theirFilters);
        askVethscope(ourFilters);
    }

    void theSameFrames_data()
    {
        QTest::addColumn<QString>("filter");
        for (const QString &filter : linesOf("same.txt"))
            QTest::newRow(qPrintable(filter)) << filter;
    }

    void theSameFrames()
    {
        QFETCH(QString, filter);
        QCOMPARE(comparable(m_ours.value(filter)), comparable(m_theirs.value(filter)));
    }

    // What only Vethscope and newer versions of Wireshark understand selects what tshark 4.0 selects when it is asked otherwise.
    void beyondTshark4_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<QString>("equivalent");
        for (const QString &line : linesOf("beyond.txt"))
            QTest::newRow(qPrintable(line.section('\t', 0, 0))) << line.section('\t', 0, 0) << line.section('\t', -1);
    }

    void beyondTshark4()
    {
        QFETCH(QString, filter);
        QFETCH(QString, equivalent);
        QCOMPARE(comparable(m_ours.value(filter)), comparable(m_theirs.value(equivalent)));
    }

    // Both refuse; the line below each filter in the list shows where Vethscope's caret stands.
    void refused_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<QString>("caret");
        const QStringList lines = linesOf("refused.txt");
        for (qsizetype i = 0; i + 1 < lines.size(); i += 2)
            QTest::newRow(qPrintable(lines[i])) << lines[i] << lines[i + 1];
    }

    void refused()
    {
        QFETCH(QString, filter);
        QFETCH(QString, caret);
        QVERIFY2(m_theirs.value(filter).startsWith('!'), qPrintable("tshark selects " + m_theirs.value(filter)));
        const Output output = run(cli, {"dump", "-r", m_capture, "-Y", filter});
        QCOMPARE(output.code, 2);
        QCOMPARE(output.out, QByteArray());
        const QStringList lines = QString::fromUtf8(output.error).split('\n');
        QCOMPARE(lines.value(1), "    " + filter);
        QCOMPARE(lines.value(2), "    " + caret);
    }

    // The taps that the lists are compared with select what -Y selects.
    void theTapsAreTsharksDisplayFilters_data()
    {
        QTest::addColumn<QString>("filter");
        const QStringList filters = linesOf("same.txt");
        for (qsizetype i = 0; i < filters.size(); i += 97)
            QTest::newRow(qPrintable(filters[i])) << filters[i];
    }

    void theTapsAreTsharksDisplayFilters()
    {
        QFETCH(QString, filter);
        const QStringList arguments{"-r", m_capture, "-Y", filter, "-T", "fields", "-e", "frame.number"};
        QCOMPARE(QString::fromUtf8(run("tshark", arguments + (QStringList{"-q"} + vethscope::test::Tshark::options())).out).simplified(), m_theirs.value(filter));
    }

    void theListsAreLongAndAskSomething()
    {
        const QStringList same = linesOf("same.txt");
        QVERIFY(same.size() >= 200);
        QVERIFY(linesOf("refused.txt").size() >= 2 * 60);
        const qsizetype frames = m_theirs.value("frame").split(' ').size();
        QVERIFY(frames > 1000);
        qsizetype some = 0;
        for (const QString &filter : same) {
            const QString selected = m_theirs.value(filter);
            const qsizetype count = selected.isEmpty() ? 0 : selected.split(' ').size();
            some += count > 0 && count < frames;
        }
        qInfo("%lld filters over %lld frames, %lld of them select some but not all", static_cast<long long>(same.size()),
              static_cast<long long>(frames), static_cast<long long>(some));
        QVERIFY(some * 10 >= same.size() * 8);
    }

private:
    // Of a TCP header that an ICMP error quotes in part tshark shows the part: those frames are left out on both sides.
    QString comparable(const QString &selected) const
    {
        if (selected.startsWith('!'))
            return selected;
        const QStringList quoted = m_theirs.value(quotedTcp).split(' ');
        QStringList frames = selected.split(' ', Qt::SkipEmptyParts);
        frames.removeIf([&](const QString &frame) { return quoted.contains(frame); });
        return frames.join(' ');
    }

    void askTshark(const QStringList &filters)
    {
        QFile file(m_folder.filePath("filters.txt"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(filters.join('\n').toUtf8() + '\n');
        file.close();
        const Output output = run("tshark", QStringList{"-r", m_capture, "-X", "lua_script:" + lists + "taps.lua"} + (QStringList{"-q"} + vethscope::test::Tshark::options()), file.fileName());
        for (const QString &line : QString::fromUtf8(output.out).split('\n', Qt::SkipEmptyParts))
            m_theirs.insert(line.section('\t', 0, 0), line.section('\t', 1));
        QVERIFY2(m_theirs.contains("frame"), output.error.constData());
    }

    // A process for each filter, as a script would; two at a time.
    void askVethscope(const QStringList &filters)
    {
        std::mutex mutex;
        std::atomic<qsizetype> next = 0;
        const auto work = [&] {
            for (qsizetype i = next++; i < filters.size(); i = next++) {
                const Output output = run(cli, {"dump", "-r", m_capture, "-Y", filters[i], "-T", "fields", "-e", "frame.number"});
                const QString result = output.code == 0 ? QString::fromUtf8(output.out).simplified()
                                                        : '!' + QString::fromUtf8(output.error).simplified();
                const std::lock_guard lock(mutex);
                m_ours.insert(filters[i], result);
            }
        };
        std::vector<std::jthread> threads;
        for (int i = 0; i < 2; ++i)
            threads.emplace_back(work);
    }

    const QString quotedTcp = QStringLiteral("icmp && tcp");
    QTemporaryDir m_folder;
    QString m_capture;
    QHash<QString, QString> m_theirs; // filter → "1 2 5", or "!" and why not
    QHash<QString, QString> m_ours;
};

QTEST_GUILESS_MAIN(TsharkFiltersTest)
#include "tst_tsharkfilters.moc"
