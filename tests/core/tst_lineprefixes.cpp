#include "core/transcript/lineprefixes.h"
#include "tests/support/madeshapes.h"

#include <QTest>

using namespace vethscope;

// Lines that say whose they are, and lines that a program wrote as strings of a list; `via` is what is known of them.
class LinePrefixesTest : public QObject
{
    Q_OBJECT

private slots:
    void prefixed_data();
    void prefixed();
    void manyMachines();
    void listed_data();
    void listed();
    void within();
    void keepsTheRest();
    void hopeless();
};

namespace {

// `1-2 fir=via a/ oak=/via b`: the run, and each machine's lines of it.
QString described(const std::optional<PrefixedLines> &run)
{
    if (!run)
        return {};
    QString text = QString("%1-%2").arg(run->lines.first).arg(run->lines.end() - 1);
    for (const PrefixedOutput &output : run->machines) {
        QStringList lines;
        for (std::uint32_t line = run->lines.first; line < run->lines.end(); ++line)
            lines << QString::fromStdString(std::string(output.source->line(line)));
        text += " " + QString::fromStdString(output.machine) + "=" + lines.join('/');
    }
    return text;
}

std::shared_ptr<const SourceText> sourceOf(const QByteArray &text)
{
    return std::make_shared<const SourceText>("text", text.toStdString());
}

LineRange whole(const SourceText &source)
{
    return {1, static_cast<std::uint32_t>(source.size())};
}

} // namespace

void LinePrefixesTest::prefixed_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("run");

    const auto row = [](const char *name, const char *text, const char *run) { QTest::newRow(name) << QByteArray(text) << QString(run); };
    row("a colon", "fir: via a\noak: via b\n", "1-2 fir=via a/ oak=/via b");
    row("interleaved", "fir: via a\noak: via b\nfir: via c\n", "1-3 fir=via a//via c oak=/via b/");
    row("a bar", "fir | via a\n", "1-1 fir=via a");
    row("a bar behind more blanks", "fir  | via a\n", "1-1 fir=via a");
    row("a bar behind a tab", "fir\t| via a\n", "1-1 fir=via a");
    row("a bar without blanks in front", "fir| via a\n", "1-1 fir=via a");
    row("brackets", "[fir] via a\n", "1-1 fir=via a");
    row("an indented line", "fir:   via a\n", "1-1 fir=  via a");
    row("a tab", "fir:\tvia a\n", "1-1 fir=\tvia a");
    row("an address", "192.0.2.3: via a\n", "1-1 192.0.2.3=via a");
    row("a line without text", "fir: via a\nfir:\nfir: via b\n", "1-3 fir=via a//via b");
    row("the first without text", "fir:\nfir: via b\n", "");
    row("the first with blanks alone", "fir:  \nfir: via b\n", "");
    row("up to another line", "fir: via a\nother words\nfir: via b\n", "1-1 fir=via a");
    row("half of it known", "fir: via a\nfir: words\n", "1-2 fir=via a/words");
    row("less than half of it known", "fir: via a\nfir: words\nfir: words\n", "");
    row("two of three known", "fir: via a\nfir: words\nfir: via b\n", "1-3 fir=via a/words/via b");
    row("another's are not known", "fir: via a\noak: words\n", "");
    row("nothing known", "fir: words\n", "");
    row("no mark", "fir via a\n", "");
    row("no blank behind the colon", "fir:via a\n", "");
    row("no blank behind the bar", "fir |via a\n", "");
    row("no blank behind the bracket", "[fir]via a\n", "");
    row("a blank in front of the colon", "fir : via a\n", "");
    row("blanks alone behind the name", "fir  \n", "");
    row("a name alone", "fir\n", "");
    row("an open bracket", "[fir: via a\n", "");
    row("a bracket alone", "[fir]\n", "");
    row("no name", "3: via a\n", "");
    row("no name in brackets", "[3] via a\n", "");
    row("a colon in front", ":fir: via a\n", "");
    row("a blank line", "\nfir: via a\n", "");
}

void LinePrefixesTest::prefixed()
{
    QFETCH(QByteArray, text);
    const auto source = sourceOf(text);
    QTEST(described(PrefixedRuns(source, test::MadeShapes()).prefixedAt(whole(*source))), "run");
}

// Each machine costs a copy of the text: the run ends in front of the sixty-fifth.
void LinePrefixesTest::manyMachines()
{
    QByteArray text;
    for (int i = 1; i <= 66; ++i)
        text += "fir" + QByteArray::number(i) + ": via a\n";
    const auto source = sourceOf(text);
    const auto run = PrefixedRuns(source, test::MadeShapes()).prefixedAt(whole(*source));
    QVERIFY(run);
    QCOMPARE(run->lines, (LineRange{1, 64}));
    QCOMPARE(run->machines.size(), 64u);
    QCOMPARE(run->machines.back().machine, std::string("fir64"));
}

void LinePrefixesTest::listed_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("run");

    const auto row = [](const char *name, const char *text, const char *run) { QTest::newRow(name) << QByteArray(text) << QString(run); };
    row("strings", "  \"via a \",\n  \"via b\"\n", "1-2 =via a /via b");
    row("up to the list's end", "\"via a\"\n],\n", "1-1 =via a");
    row("half of it known", "\"via a\",\n\"more words\"\n", "1-2 =via a/more words");
    row("less than half of it known", "\"via a\",\n\"more words\",\n\"more words\"\n", "");
    row("quotes inside", "\"via \\\"a\\\" x\"\n", "1-1 =via \"a\" x");
    row("a tab inside", "\"via\\ta b\"\n", "1-1 =via\ta b");
    row("a letter t", "\"via at\"\n", "1-1 =via at");
    row("a backslash inside", "\"via a\\\\b\"\n", "1-1 =via a\\b");
    row("a backslash in front of a t", "\"via a\\\\t\"\n", "1-1 =via a\\t");
    row("a backslash at the end", "\"via a\\\"\n", "1-1 =via a\\");
    row("a single word", "\"via\",\n", "");
    row("a blank in quotes", "\" \"\n\"via a\"\n", "1-2 = /via a");
    row("no quotes", "via a\n", "");
    row("no quote at the end", "\"via a\n", "");
    row("no quote in front", "via a\"\n", "");
    row("a key and its value", "\"via\": \"via a\"\n", "");
    row("nothing known", "\"more words\"\n", "");
    row("two commas", "\"via a\",,\n", "");
    row("a quote alone", "\"\nvia a\n", "");
    row("a blank line", "\n\"via a\"\n", "");
}

void LinePrefixesTest::listed()
{
    QFETCH(QByteArray, text);
    const auto source = sourceOf(text);
    QTEST(described(PrefixedRuns(source, test::MadeShapes()).listedAt(whole(*source))), "run");
}

// From a line on, and no further than asked.
void LinePrefixesTest::within()
{
    const auto source = sourceOf("words\nfir: via a\noak: via b\nfir: via c\nfir: via d\n\"via a\",\n\"via b\"\n\"via c\"\n");
    QCOMPARE(described(PrefixedRuns(source, test::MadeShapes()).prefixedAt({2, 3})), QString("2-4 fir=via a//via c oak=/via b/"));
    QCOMPARE(described(PrefixedRuns(source, test::MadeShapes()).listedAt({6, 2})), QString("6-7 =via a/via b"));
}

// A text keeps the lines outside of a run as they are.
void LinePrefixesTest::keepsTheRest()
{
    const auto source = sourceOf("words\nfir: via a\nmore\n");
    const auto run = PrefixedRuns(source, test::MadeShapes()).prefixedAt({2, 2});
    QVERIFY(run);
    const SourceText &text = *run->machines.at(0).source;
    QCOMPARE(text.size(), 3u);
    QCOMPARE(text.line(1), "words");
    QCOMPARE(text.line(2), "via a");
    QCOMPARE(text.line(3), "more");
    QCOMPARE(text.given(2), "fir: via a");
}

// A run in which nothing is known is gone through once; behind it the search goes on.
void LinePrefixesTest::hopeless()
{
    class Counting : public test::MadeShapes
    {
    public:
        OutputBlock blockAt(const SourceText &source, LineRange rest) const override
        {
            ++asked;
            return test::MadeShapes::blockAt(source, rest);
        }
        mutable int asked = 0;
    };
    const auto source = sourceOf("fir: a\nfir: b\nfir: c\n\nfir: via a\n\"no word\",\n\"nor one\"\n\n\"via b\"\n");
    const Counting shapes;
    PrefixedRuns runs(source, shapes);
    for (const std::uint32_t line : {1u, 2u, 3u})
        QVERIFY(!runs.prefixedAt({line, 10 - line}));
    QCOMPARE(shapes.asked, 3);
    QCOMPARE(described(runs.prefixedAt({5, 5})), QString("5-5 fir=via a"));
    shapes.asked = 0;
    for (const std::uint32_t line : {6u, 7u})
        QVERIFY(!runs.listedAt({line, 10 - line}));
    QCOMPARE(shapes.asked, 2);
    QCOMPARE(described(runs.listedAt({9, 1})), QString("9-9 =via b"));
}

QTEST_GUILESS_MAIN(LinePrefixesTest)
#include "tst_lineprefixes.moc"
