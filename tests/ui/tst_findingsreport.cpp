#include <QTest>

#include "core/diagnose/markdown.h"
#include "core/diagnose/report.h"

#include <QTextBlock>
#include <QTextDocument>

using namespace vethscope;
using namespace vethscope::diagnose;

// A report as Markdown, read by Qt's reader of Markdown: what others said says itself, and is no mark.

namespace {

QString renderedText(const std::string &markdown)
{
    QTextDocument document;
    document.setMarkdown(QString::fromStdString(markdown));
    return document.toPlainText();
}

Evidence lineOf(const char *name, const char *text, std::uint32_t line)
{
    return {std::make_shared<const SourceText>(name, text), line, 0};
}

Findings someFindings()
{
    Finding finding;
    finding.id = "vni-mismatch";
    finding.title = Sentence::verbatim("flannel.1 on a_b has *VNI* 1 <b>");
    finding.why = Sentence::verbatim("# Because [it] is so");
    finding.fix = Sentence::verbatim("Change ~it~");
    finding.confirm = "ip -d link | grep `vni`";
    finding.subject = {{"n1"}, {"default/web"}, "flannel.1", {}};
    finding.proof.add(lineOf("n1.txt", "one\n  vxlan id 1 ```\nthree", 2));
    finding.proof.addFrame(7);
    finding.excluded.push_back({"one-way-tunnel", {{lineOf("n2.txt", "other", 1)}, {}}});
    Finding other = finding;
    other.severity = ProblemSeverity::Note;
    other.confidence = Confidence::Certain;
    other.excluded.clear();
    return {finding, other};
}

} // namespace

class TestFindingsReport : public QObject
{
    Q_OBJECT

private slots:
    void others_data()
    {
        QTest::addColumn<QByteArray>("words");
        QTest::newRow("plain") << QByteArray("master sends frames for 2a:3c:a0:e1:a9:b6 to 172.27.16.99, which VM-16-10-centos does not have");
        QTest::newRow("emphasis") << QByteArray("a *b* **c** _d_ __e__ ~f~ ~~g~~");
        QTest::newRow("names") << QByteArray("kube_dns_x and _x_ and snake_case");
        QTest::newRow("code") << QByteArray("run `ip a` or ``x``");
        QTest::newRow("links") << QByteArray("[a](b) ![c](d) <http://x.y> [e]: f");
        QTest::newRow("HTML") << QByteArray("<script>alert(1)</script> &lt; &#65; &amp;");
        QTest::newRow("a table") << QByteArray("a | b | c");
        QTest::newRow("a heading") << QByteArray("# not one");
        QTest::newRow("backslashes") << QByteArray("\\* \\\\ \\n");
        QTest::newRow("Chinese") << QByteArray("主机 *master* 的邻居表");
    }

    void others()
    {
        QFETCH(QByteArray, words);
        QCOMPARE(renderedText("A: " + markdownWords(words.toStdString())), "A: " + QString::fromUtf8(words));
    }

    void code_data()
    {
        QTest::addColumn<QByteArray>("words");
        QTest::newRow("plain") << QByteArray("bridge fdb show dev flannel.1");
        QTest::newRow("marks") << QByteArray("*a* <b> [c](d) \\e");
        QTest::newRow("backticks") << QByteArray("echo `date` ``x``");
        QTest::newRow("a fence") << QByteArray("a ``` b");
        QTest::newRow("at its ends") << QByteArray("`x`");
    }

    void code()
    {
        QFETCH(QByteArray, words);
        QCOMPARE(renderedText("A " + markdownCode(words.toStdString()) + " B"), "A " + QString::fromUtf8(words) + " B");
        QCOMPARE(renderedText(markdownBlock(words.toStdString())).trimmed(), QString::fromUtf8(words));
        const QString listed = renderedText("- A\n\n" + markdownBlock(words.toStdString(), "  "));
        QCOMPARE(listed.section('\n', 1).trimmed(), QString::fromUtf8(words));
    }

    void newLinesAreBlanks()
    {
        QCOMPARE(markdownWords("a\nb\r\n# c"), "a b  \\# c");
        QCOMPARE(markdownCode("a\nb"), "`a b`");
        QCOMPARE(markdownBlock("a\n```\nb"), "````\na ``` b\n````\n");
    }

    void report()
    {
        const Findings findings = someFindings();
        const std::vector<Suspect> suspects{{"n1", "flannel.1", {}, 3, 1, 0}, {"n1", {}, "n|2", 2, 0, 5}};
        SnapshotArguments texts;
        texts.add(findings[0].proof.lines[0].source.get(), "first.tar.gz");
        Report report{findings, suspects, texts};
        report.captures = {"n1.eth0.pcapng · eth0 of n1"};
        report.snapshots = {"first.tar.gz"};
        report.frame = [](std::uint32_t row) { return ReportedFrame{"n1.eth0.pcapng", row + 1, "ICMP <echo>"}; };
        report.figures = {{{Sentence::verbatim("Where [it] is"), "a b>.svg"}}};
        const std::string markdown = reportMarkdown(report);
        const QString text = renderedText(markdown);
        const QStringList expected{"Diagnosis: 1 error, 1 note", "n1.eth0.pcapng · eth0 of n1", "1. Error: flannel.1 on a_b has *VNI* 1 <b>", "# Because [it] is so", "Change ~it~",
                                   "ip -d link | grep `vni`", "default/web", "first.tar.gz n1.txt:2", "vxlan id 1 ```", "n1.eth0.pcapng, frame 8: ICMP <echo>",
                                   "Not one-way-tunnel, which this shows", "n2.txt:1", "other", "vni-mismatch · consistent with what is there", "2. Note: flannel.1", "vni-mismatch · certain: "};
        qsizetype at = 0;
        for (const QString &words : expected) { // each behind the one before
            const qsizetype next = text.indexOf(words, at);
            QVERIFY2(next >= 0, qPrintable(words + "\n---\n" + text));
            at = next;
        }
        QVERIFY(QString::fromStdString(markdown).contains("![Where \\[it\\] is](<a b\\>.svg>)"));
        QVERIFY2(text.contains("flannel.1 of n1") && text.contains("the way from n1 to n|2"), qPrintable(text));
        QTextDocument document;
        document.setMarkdown(QString::fromStdString(markdown));
        int headings = 0;
        for (QTextBlock block = document.begin(); block.isValid(); block = block.next())
            headings += block.blockFormat().headingLevel() > 0;
        QCOMPARE(headings, 4); // the report, two findings, the suspects
    }

    void nothing()
    {
        const Findings none;
        const std::vector<Suspect> nobody;
        const SnapshotArguments texts;
        QCOMPARE(renderedText(reportMarkdown(Report{none, nobody, texts})), "Diagnosis: nothing found\nNothing was found in it.");
    }
};

QTEST_MAIN(TestFindingsReport)
#include "tst_findingsreport.moc"
