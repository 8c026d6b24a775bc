#include "core/snapshot/importsums.h"

#include <QTest>

using namespace vethscope;

// What of host output was not used, in the contract's words.

namespace {

QStringList complaints(const ImportReport &report)
{
    QStringList lines;
    for (const std::string &line : complaintsOf(report))
        lines << QString::fromStdString(line);
    return lines;
}

} // namespace

class TestImportSums : public QObject
{
    Q_OBJECT

    const std::shared_ptr<const SourceText> m_text =
        std::make_shared<const SourceText>("n1.txt", "# ip r\ndefault via 10.0.0.1 dev eth0\n\nhm\nhm\n# wg\ninterface: wg0\n# kubectl get no\nerror: refused\nlost\nprose\n");

    ImportReport report() const
    {
        ImportReport report;
        report.commands.push_back({.source = m_text, .node = "n1", .pod = "", .command = "ip r", .parser = "ip route", .line = 1, .facts = 1, .notUnderstood = {4, 5}});
        report.commands.push_back({.source = m_text, .node = "n1", .pod = "", .command = "wg", .parser = "", .line = 6, .facts = 0, .notUnderstood = {7}});
        report.commands.push_back({.source = m_text, .node = "n1", .pod = "", .command = "kubectl get no", .parser = "kubectl get", .line = 8, .facts = 0, .notUnderstood = {}, .failed = "refused"});
        report.commands.push_back({.source = m_text, .node = "n1", .pod = "", .command = "vim x", .parser = "", .line = 10, .facts = 0, .notUnderstood = {}});
        report.lost.push_back({m_text, 10});
        report.prose.push_back({m_text, {11, 1}});
        report.skipped.push_back({"grafana.png", Sentence::verbatim("a picture")});
        return report;
    }

private slots:
    void lines_data()
    {
        QTest::addColumn<QList<int>>("numbers");
        QTest::addColumn<QString>("text");
        QTest::newRow("one") << QList<int>{3} << "line 3";
        QTest::newRow("two apart") << QList<int>{3, 5} << "lines 3, 5";
        QTest::newRow("two together") << QList<int>{3, 4} << "lines 3-4";
        QTest::newRow("ranges") << QList<int>{3, 5, 6, 7, 8, 9} << "lines 3, 5-9";
        QTest::newRow("ranges first") << QList<int>{1, 2, 3, 7, 9, 10} << "lines 1-3, 7, 9-10";
    }

    void lines()
    {
        QFETCH(QList<int>, numbers);
        QTEST(QString::fromStdString(linesText(std::vector<std::uint32_t>(numbers.begin(), numbers.end()))), "text");
    }

    // Machines on which a command did not run, as Ansible has them
    void machinesThatDidNotAnswer_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QStringList>("complaints");
        const QByteArray answered = "fir | CHANGED | rc=0 >>\n0:\tfrom all lookup local\n";
        const QByteArray unreachable = "oak | UNREACHABLE! => {\n    \"changed\": false,\n    \"msg\": \"No route to host\",\n    \"unreachable\": true\n}\n";
        QTest::newRow("below a command") << "$ ansible all -a 'ip rule'\n" + answered + unreachable
                                         << QStringList{"pasted text: failed: `ansible all -a 'ip rule'`, line 6: \"msg\": \"No route to host\","};
        QTest::newRow("before one that answered") << "$ ansible all -a 'ip rule'\n" + unreachable + answered
                                                  << QStringList{"pasted text: failed: `ansible all -a 'ip rule'`, line 4: \"msg\": \"No route to host\","};
        QTest::newRow("on one line") << "$ ansible all -a 'ip rule'\n" + answered + "oak | FAILED! => {\"changed\": false}\n"
                                     << QStringList{"pasted text: failed: `ansible all -a 'ip rule'`, line 4: oak | FAILED! => {\"changed\": false}"};
        QTest::newRow("without a command") << answered + unreachable << QStringList{"pasted text: failed: `oak | UNREACHABLE!`, line 5: \"msg\": \"No route to host\","};
        QTest::newRow("without a command, on one line") << answered + "oak | FAILED! => {\"changed\": false}\n" + answered
                                                        << QStringList{"pasted text: failed: `oak | FAILED!`, line 3: oak | FAILED! => {\"changed\": false}"};
        QTest::newRow("of a playbook") << "fatal: [oak]: UNREACHABLE! => {\"msg\": \"no\"}\n" + answered
                                       << QStringList{"pasted text: failed: `fatal: [oak]: UNREACHABLE!`, line 1: fatal: [oak]: UNREACHABLE! => {\"msg\": \"no\"}"};
        QTest::newRow("up to a blank line") << "oak | UNREACHABLE! => {\n    \"msg\": \"no\",\n\n" + answered
                                            << QStringList{"pasted text: failed: `oak | UNREACHABLE!`, line 2: \"msg\": \"no\","};
        QTest::newRow("none") << "$ ansible all -a 'ip rule'\n" + answered << QStringList{};
    }

    void machinesThatDidNotAnswer()
    {
        QFETCH(QByteArray, text);
        const Snapshot snapshot = readPastedSnapshot(text.toStdString());
        QTEST(complaints(snapshot.report), "complaints");
        for (const HostFacts &host : snapshot.facts.hosts)
            QCOMPARE(host.node, std::string("fir"));
    }

    // However many they are, none is left out.
    void noLineIsCutShort()
    {
        std::vector<std::uint32_t> odd;
        for (std::uint32_t line = 1; line < 2000; line += 2)
            odd.push_back(line);
        QCOMPARE(QString::fromStdString(linesText(odd)).count(", "), 999);
    }

    void complaints_()
    {
        QCOMPARE(complaints(report()), (QStringList{
            "n1.txt: not understood in the output of `ip r`: lines 4-5",
            "n1.txt: no parser for `wg`: line 7",
            "n1.txt: failed: `kubectl get no`, line 9: refused",
            "n1.txt: belongs to no command: line 10",
            "grafana.png: skipped: a picture",
        }));
        ImportReport bare;
        bare.commands.push_back({.source = m_text, .node = "", .pod = "", .command = "", .parser = "ip route", .line = 1, .facts = 0, .notUnderstood = {2}});
        QCOMPARE(complaints(bare), QStringList{"n1.txt: not understood in the output of `ip route`: line 2"});
    }

    void lostLinesOfSeveralTexts()
    {
        const auto other = std::make_shared<const SourceText>("b.txt", "x\ny\n");
        ImportReport report;
        report.lost = {{m_text, 4}, {other, 1}, {m_text, 5}};
        QCOMPARE(complaints(report), (QStringList{"n1.txt: belongs to no command: lines 4-5", "b.txt: belongs to no command: line 1"}));
    }

    void manySkippedFiles()
    {
        ImportReport report;
        for (int i = 0; i < 103; ++i)
            report.skipped.push_back({std::to_string(i), Sentence::verbatim("a picture")});
        const QStringList lines = complaints(report);
        QCOMPARE(lines.size(), 101);
        QCOMPARE(lines[99], QString("99: skipped: a picture"));
        QCOMPARE(lines[100], QString("3 more files were skipped"));
        report.skipped.resize(100);
        QCOMPARE(complaints(report).size(), 100);
    }

    void sums()
    {
        ImportSums sums;
        QVERIFY(sums.isSilent());
        QCOMPARE(QString::fromStdString(sums.sentence()), QString("Of 0 lines of input 0 became facts: 0 commands were read."));
        sums.add(report());
        QVERIFY(!sums.isSilent());
        QCOMPARE(QString::fromStdString(sums.sentence()),
                 QString("Of 10 lines of input 1 became facts: 1 command was read; 2 lines were not understood; 1 command has no parser (1 line); "
                         "1 command failed; 1 line belongs to no command; 1 line is prose; 1 file was skipped."));
        sums.add(report());
        QCOMPARE(QString::fromStdString(sums.sentence()),
                 QString("Of 20 lines of input 2 became facts: 2 commands were read; 4 lines were not understood; 2 commands have no parser (2 lines); "
                         "2 commands failed; 2 lines belong to no command; 2 lines are prose; 2 files were skipped."));
        ImportReport fine;
        fine.commands.push_back({.source = m_text, .node = "", .pod = "", .command = "ip r", .parser = "ip route", .line = 1, .facts = 3, .notUnderstood = {}});
        fine.prose.push_back({m_text, {11, 1}});
        ImportSums silent;
        silent.add(fine);
        QVERIFY(silent.isSilent());
        QCOMPARE(silent.facts, std::size_t(3));
    }

    // Exit code 1 is for what is lost of known commands and of the input, not for what nobody knows or what failed.
    void completeness()
    {
        const auto complete = [](ImportReport report) { return isComplete(report); };
        ImportReport whole = report();
        QVERIFY(!complete(whole));
        whole.lost.clear();
        QVERIFY(!complete(whole));
        whole.commands[0].notUnderstood.clear();
        QVERIFY(complete(whole));
        whole.commands[2].notUnderstood = {9};
        QVERIFY(complete(whole)); // it failed
        whole.problems.push_back({Sentence::verbatim("x cannot be read")});
        QVERIFY(!complete(whole));
        whole.problems.clear();
        whole.lost.push_back({m_text, 10});
        QVERIFY(!complete(whole));
    }

    void whereACommandFailed()
    {
        ImportedCommand command{.source = m_text, .node = "", .pod = "", .command = "x", .parser = "", .line = 8, .facts = 0, .notUnderstood = {}, .failed = "error: refused"};
        QCOMPARE(lineOfFailure(command), 9u);
        command.failed = "prose"; // the last line
        QCOMPARE(lineOfFailure(command), 11u);
        command.failed = "default"; // above it
        QCOMPARE(lineOfFailure(command), 8u);
        command.source.reset();
        QCOMPARE(lineOfFailure(command), 8u);
    }
};

QTEST_APPLESS_MAIN(TestImportSums)
#include "tst_importsums.moc"
