#include "core/transcript/blocks.h"
#include "core/transcript/openshells.h"
#include "tests/support/madeshapes.h"

#include <QTest>

using namespace vethscope;

// Where a text has outputs that are known by their look; and whose a command is if a shell in a namespace was left unseen.
class OutputBlocksTest : public QObject
{
    Q_OBJECT

private slots:
    void blocks_data();
    void blocks();
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
