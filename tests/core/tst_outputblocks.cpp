#include "core/snapshot/parsershapes.h"
#include "core/transcript/blocks.h"
#include "core/transcript/openshells.h"
#include "tests/support/madeshapes.h"

#include <QDirIterator>
#include <QTest>

#include <atomic>

using namespace vethscope;

// Where a text has outputs that are known by their look; and whose a command is if a shell in a namespace was left unseen.
class OutputBlocksTest : public QObject
{
    Q_OBJECT

private slots:
    void blocks_data();
    void blocks();
    void partByPart_data();
    void partByPart();
    void longTableIsReadOnce();
    void samplesPartByPart();
    void outside();
};

void OutputBlocksTest::blocks_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("begins"); // a letter for each line: the command that begins there, of one that is covered `+`
    QTest::newRow("none") << QByteArray("words\nwords\n") << QString("...");
    QTest::newRow("nothing") << QByteArray() << QString(".");
    QTest::newRow("two") << QByteArray("via a\nvia b\n\nvia c\n") << QString("i+.i.");
    QTest::newRow("behind words") << QByteArray("words\nvia a\nwords\nvia b\nvia c\n") << QString(".i.i+.");
    QTest::newRow("up to the end") << QByteArray("all\nwords\nwords\n") << QString("a++.");
    QTest::newRow("up to a prompt") << QByteArray("all\nwords\nroot@fir:~# ip r\nall\nwords\nroot@fir:~# ip r\nwords\nall\n") << QString("a+.a+..a.");
    QTest::newRow("up to a prompt on the next line") << QByteArray("all\nroot@fir:~# ip r\nroot@fir:~# ip r\nvia a\n") << QString("a..i.");
    QTest::newRow("side by side") << QByteArray("via a\nall\nvia b\n") << QString("ia+.");
    QTest::newRow("one behind the other") << QByteArray("via a\nother\nvia b\n") << QString("i.i.");
}

void OutputBlocksTest::blocks()
{
    QFETCH(QByteArray, text);
    const SourceText source("text", text.toStdString());
    const OutputBlocks blocks(source, test::MadeShapes{});
    QString begins;
    std::size_t count = 0;
    for (std::uint32_t line = 1; line <= source.size() + 1; ++line) {
        const OutputBlock block = blocks.beginningAt(line);
        QVERIFY(!block || blocks.covers(line));
        begins += block ? QChar(block.command.front()) : QChar(blocks.covers(line) ? '+' : '.');
        count += block ? 1 : 0;
    }
    QTEST(begins, "begins");
    QCOMPARE(blocks.all().size(), count);
}

namespace {

QStringList described(const OutputBlocks &blocks)
{
    QStringList all;
    for (const OutputBlock &block : blocks.all())
        all << QString("%1 %2-%3").arg(QString::fromStdString(std::string(block.command))).arg(block.lines.first).arg(block.lines.end() - 1);
    for (const std::uint32_t prompt : blocks.surePrompts())
        all << QString("prompt %1").arg(prompt);
    return all;
}

} // namespace

void OutputBlocksTest::partByPart_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("blocks across the parts' ends") << QByteArray("words\nvia a\nvia b\nvia c\nvia d\nwords\nvia e\nvia f\nvia g\n\nwords\nvia h\n").repeated(40);
    QTest::newRow("one long table") << QByteArray("via a\n").repeated(500);
    QTest::newRow("one long table behind words") << "words\nother\n" + QByteArray("via a\n").repeated(500) + "words\nvia b\n";
    QTest::newRow("tables longer than most parts") << ("words\n" + QByteArray("via a\n").repeated(1500) + "\nwords\nvia b\n\n").repeated(2);
    QTest::newRow("up to a prompt, which is in another part") << ("all\n" + QByteArray("words\n").repeated(70) + "root@fir:~# ip r\nvia a\n").repeated(9);
    QTest::newRow("up to the end") << QByteArray("words\n").repeated(70) + "all\n" + QByteArray("via a\nwords\n").repeated(200);
}

// Wherever the parts begin.
void OutputBlocksTest::partByPart()
{
    QFETCH(QByteArray, text);
    const SourceText source("text", text.toStdString());
    const auto lines = static_cast<std::uint32_t>(source.size());
    const QStringList whole = described(OutputBlocks(source, test::MadeShapes{}, lines));
    QVERIFY(!whole.isEmpty());
    for (std::uint32_t part = 1; part < lines / 2; part += part < 100 ? 1 : 13)
        QCOMPARE(described(OutputBlocks(source, test::MadeShapes{}, part)), whole);
}

namespace {

// Counts who is asked of a table without end.
class AskedShapes : public test::MadeShapes
{
public:
    OutputBlock blockAt(const SourceText &source, LineRange rest) const override
    {
        m_lines += std::min<std::size_t>(rest.count, source.size());
        return MadeShapes::blockAt(source, rest);
    }
    std::size_t lines() const { return m_lines; }

private:
    mutable std::atomic<std::size_t> m_lines = 0;
};

} // namespace

// Wherever the parts begin, nobody reads it to its end but who comes from its beginning.
void OutputBlocksTest::longTableIsReadOnce()
{
    constexpr std::size_t lines = 64000, part = 4000, looked = 4 * 1024; // of each part
    const SourceText source("text", QByteArray("via a\n").repeated(lines).toStdString());
    const AskedShapes shapes;
    const OutputBlocks blocks(source, shapes, part);
    QCOMPARE(described(blocks), QStringList{QString("ip 1-%1").arg(lines)});
    QVERIFY2(shapes.lines() <= lines + lines / part * looked, qPrintable(QString::number(shapes.lines())));
    // What stands behind the table, in the part where it ends, is found there, and so is what stands before it.
    const std::string between = QByteArray("words\nvia b\n\n").repeated(2000).toStdString();
    const SourceText mixed("text", between + QByteArray("via a\n").repeated(9000).toStdString() + "\n" + between);
    const AskedShapes whole, parts;
    QCOMPARE(described(OutputBlocks(mixed, parts, 2500)), described(OutputBlocks(mixed, whole, 100000)));
}

void OutputBlocksTest::samplesPartByPart()
{
    QDirIterator files(VETHSCOPE_SOURCE_DIR "/resources/samples", {"*.txt"}, QDir::Files, QDirIterator::Subdirectories);
    int count = 0;
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const SourceText source("text", file.readAll().toStdString());
        const QStringList whole = described(OutputBlocks(source, ParserShapes(), static_cast<std::uint32_t>(source.size()) + 1));
        for (const std::uint32_t part : {1u, 40u, 71u})
            QCOMPARE(described(OutputBlocks(source, ParserShapes(), part)), whole);
        ++count;
    }
    QVERIFY(count > 10);
}

void OutputBlocksTest::outside()
{
    OpenShells shells;
    QVERIFY(!shells.outside());
    const Session host = shells.at({.style = PromptStyle::UserHost, .user = "root", .host = "fir"});
    QCOMPARE(host.node, std::string("fir"));
    QVERIFY(!shells.outside());
    Unwrapped namespaceShell{.session = {.node = "fir", .pod = "tea"}, .opensShell = true};
    shells.open(namespaceShell);
    QVERIFY(shells.outside());
    QCOMPARE(*shells.outside(), host);
    shells.close();
    QVERIFY(!shells.outside());
    // Such a shell has a prompt of its own.
    namespaceShell.samePrompt = false;
    shells.open(namespaceShell);
    QVERIFY(!shells.outside());
    shells.close();
    // `su` stays where it is.
    shells.open({.session = host, .opensShell = true});
    QVERIFY(!shells.outside());
}

QTEST_GUILESS_MAIN(OutputBlocksTest)
#include "tst_outputblocks.moc"
