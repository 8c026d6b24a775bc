#include "core/snapshot/brokenlines.h"
#include "core/snapshot/hostcommands.h"

#include <QTest>

using namespace vethscope;

// Lines that a terminal or a mail program broke are put together, and no others.
class BrokenLinesTest : public QObject
{
    Q_OBJECT

private slots:
    void joined_data();
    void joined();
    void longText();
};

namespace {

// A rule of that many characters.
QByteArray rule(int size, const QByteArray &chain = "FORWARD")
{
    const QByteArray front = "-A " + chain + " -m comment --comment \"", back = "\" -j ACCEPT";
    return front + QByteArray(size - front.size() - back.size(), 'c') + back;
}

// The same with a blank behind each ninth character of the comment.
QByteArray wordyRule(int size)
{
    QByteArray text = rule(size);
    for (int i = 40; i < size - 14; i += 10)
        text[i] = ' ';
    return text;
}

QByteArray cutAt(const QByteArray &line, int width)
{
    QByteArray text;
    for (int at = 0; at < line.size(); at += width)
        text += line.mid(at, width) + "\n";
    return text;
}

// As mail programs do: at the last blank in front of the column.
QByteArray wrappedAt(QByteArray line, int width)
{
    QByteArray text;
    while (line.size() > width) {
        const auto at = line.lastIndexOf(' ', width);
        text += line.left(at) + "\n";
        line = line.mid(at + 1);
    }
    return text + line + "\n";
}

QByteArray filter(const QByteArray &lines)
{
    return "*filter\n:FORWARD ACCEPT [0:0]\n" + lines + "COMMIT\n";
}

QStringList linesOf(const QByteArray &text)
{
    QStringList lines;
    for (const QByteArray &line : text.split('\n'))
        if (!line.isEmpty())
            lines << QString::fromUtf8(line);
    return lines;
}

} // namespace

void BrokenLinesTest::joined_data()
{
    QTest::addColumn<QByteArray>("broken");
    QTest::addColumn<QByteArray>("mended");

    const auto row = [](const char *name, const QByteArray &broken, const QByteArray &mended) { QTest::newRow(name) << filter(broken) << filter(mended); };
    const auto same = [&](const char *name, const QByteArray &text) { row(name, text, text); };
    for (const int width : {80, 100, 120, 132, 160})
        row(QByteArray("a terminal of " + QByteArray::number(width) + " columns"), cutAt(rule(width + 30), width), rule(width + 30) + "\n");
    row("three parts", cutAt(rule(230), 80), rule(230) + "\n");
    row("two lines", cutAt(rule(110), 80) + rule(70) + "\n" + cutAt(rule(120), 80), rule(110) + "\n" + rule(70) + "\n" + rule(120) + "\n");
    row("letters of several bytes", QByteArray("-A FORWARD -m comment --comment \"") + QByteArray("é").repeated(80 - 33) + "\n"
            + QByteArray("é").repeated(9) + "\" -j ACCEPT\n",
        "-A FORWARD -m comment --comment \"" + QByteArray("é").repeated(80 - 33 + 9) + "\" -j ACCEPT\n");
    same("no usual width", cutAt(rule(120), 90));
    row("no usual width three times", cutAt(rule(120), 90) + cutAt(rule(121), 90) + cutAt(rule(122), 90), rule(120) + "\n" + rule(121) + "\n" + rule(122) + "\n");
    same("too narrow", cutAt(rule(100), 39) + cutAt(rule(101), 39) + cutAt(rule(102), 39));
    row("narrow", cutAt(rule(100), 40) + cutAt(rule(101), 40) + cutAt(rule(102), 40), rule(100) + "\n" + rule(101) + "\n" + rule(102) + "\n");
    same("shorter than lines could be", cutAt(rule(110), 79) + rule(80) + "\n");
    same("nothing broken", rule(80) + "\n" + rule(90) + "\n");
    same("words behind a long line", rule(81) + "\nsome words\n");
    same("a blank line in between", cutAt(rule(110), 80).replace("\n", "\n\n"));
    // At a blank
    row("one line of a mail", wrappedAt(wordyRule(160), 72), wordyRule(160) + "\n");
    row("a narrow mail", wrappedAt(wordyRule(110), 40) + wrappedAt(wordyRule(111), 40), wordyRule(110) + "\n" + wordyRule(111) + "\n");
    same("a mail that is too narrow", wrappedAt(wordyRule(110), 39) + wrappedAt(wordyRule(111), 39));
    same("lines shorter than a mail's", wrappedAt(wordyRule(110), 60) + wrappedAt(wordyRule(111), 60) + rule(80) + "\n");
    row("a mail of two lines", wrappedAt(wordyRule(110), 72) + wrappedAt(wordyRule(111), 72), wordyRule(110) + "\n" + wordyRule(111) + "\n");
    same("one break at a blank", wrappedAt(wordyRule(110), 72));
}

void BrokenLinesTest::joined()
{
    QFETCH(QByteArray, broken);
    QFETCH(QByteArray, mended);
    for (const HostCommand *parser : {&commands::iptablesSave, static_cast<const HostCommand *>(nullptr)}) {
        TypedCommand command{.source = std::make_shared<const SourceText>("text", broken.toStdString())};
        command.output = {1, static_cast<std::uint32_t>(command.source->size())};
        const TypedCommand joined = joinedLines(command, parser);
        QCOMPARE(joined.source->size(), command.source->size());
        QStringList lines;
        for (std::uint32_t line = 1; line <= joined.source->size(); ++line) {
            if (!joined.source->line(line).empty())
                lines << QString::fromStdString(std::string(joined.source->line(line)));
            QCOMPARE(joined.source->given(line), command.source->line(line));
        }
        QCOMPARE(lines, linesOf(mended));
        QCOMPARE(joined.source == command.source, broken == mended);
        QCOMPARE(joined.output, command.output);
        command.output.count = 1;
        QCOMPARE(joinedLines(command, parser).source, command.source);
    }
}

// Of a long text only the command's lines are put together; the others stay what they are.
void BrokenLinesTest::longText()
{
    const QByteArray broken = filter(cutAt(rule(110), 80)), rest = "words\n";
    const TypedCommand command{.source = std::make_shared<const SourceText>("text", (rest + broken + rest.repeated(30'000)).toStdString()), .output = {2, 5}};
    const auto joined = joinedLines(command, &commands::iptablesSave).source;
    QVERIFY(joined != command.source);
    QCOMPARE(joined->size(), command.source->size());
    QCOMPARE(joined->line(1), "words");
    QCOMPARE(joined->line(30'006), "words");
    bool whole = false;
    for (std::uint32_t line = 2; line < 7; ++line) {
        whole = whole || joined->line(line) == rule(110).toStdString();
        QCOMPARE(joined->given(line), command.source->line(line));
    }
    QVERIFY(whole);
}

QTEST_GUILESS_MAIN(BrokenLinesTest)
#include "tst_brokenlines.moc"
