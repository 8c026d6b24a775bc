#include "core/transcript/prose.h"

#include <QTest>

using namespace vethscope;

// Lines that people write, and lines that interrupt whatever a command prints.
class ProseTest : public QObject
{
    Q_OBJECT

private slots:
    void characters_data();
    void characters();
    void lines_data();
    void lines();
};

namespace {

std::string utf8(char32_t character)
{
    return QString::fromUcs4(&character, 1).toStdString();
}

} // namespace

// The first and last of each of Unicode's blocks that count, and their neighbours. Ideographs begin prose; marks of full width interrupt output
// wherever they stand.
void ProseTest::characters_data()
{
    QTest::addColumn<uint>("character");
    QTest::addColumn<bool>("ideograph");
    QTest::addColumn<bool>("mark");

    const auto row = [](uint character, bool ideograph, bool mark) { QTest::addRow("U+%04X", character) << character << ideograph << mark; };
    for (const uint character : {0x3400u, 0x4e00u, 0x9fffu, 0x3040u, 0x30ffu, 0xac00u, 0xd7a3u}) // Han, kana, Hangul
        row(character, true, false);
    for (const uint character : {0x33ffu, 0xa000u, 0x303fu, 0x3100u, 0xabffu, 0xd7a4u, 0x41u, 0xe9u, 0x800u, 0x1f600u})
        row(character, false, false);
    for (const uint character : {0x3001u, 0x3002u, 0x3011u, 0xff0cu, 0xff1bu, 0xff1au, 0xff1fu, 0xff01u, 0xff08u, 0xff09u, 0x201cu, 0x201du})
        row(character, false, true);
    for (const uint character : {0x3000u, 0x3012u, 0xff0bu, 0xff0du, 0xff1cu, 0xff1eu, 0xff02u, 0xff07u, 0xff0au, 0x201bu, 0x201eu})
        row(character, false, false);
}

void ProseTest::characters()
{
    QFETCH(uint, character);
    QFETCH(bool, ideograph);
    QFETCH(bool, mark);
    const std::string text = utf8(character);
    for (const std::string &line : {text, text + " a", "  \t" + text + "1"})
        QCOMPARE(looksLikeProse(line), ideograph || mark);
    for (const std::string &line : {"a" + text, "a " + text + "  b"}) {
        QCOMPARE(looksLikeProse(line), mark);
        QCOMPARE(interruptsOutput(line), mark);
    }
    QCOMPARE(interruptsOutput(text), mark);
}

void ProseTest::lines_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<bool>("prose");

    const auto row = [](const QByteArray &line, bool prose) { QTest::addRow("'%s'", line.constData()) << line << prose; };
    row("", false);
    row("   ", false);
    row("Now look at the routes:", true);
    row("Now look at the routes.  ", true);
    row("Are these all the routes?", true);
    row("Look at all these routes!", true);
    row("Now  look at  the routes.", true);
    row("Now look at the routes", false);
    row("Now look at the routes;", false);
    row("Look at the routes.", false); // four words
    row("now look at the routes.", false);
    row(" Now look at the routes.", false);
    row("A look at the routes.", true);
    row("Zoom in on the routes.", true);
    row("@ look at all the routes.", false);
    row("[ look at all the routes.", false);
    // Numbers and names of cards may stand among the words.
    row("A 1 2 3 4 5.", false);
    row("Now look at the routes 10.1 10.2:", true);
    row("Now look at all the routes 10.1 10.2 10.3:", false); // six words for three
    row("Now look at all the other routes 10.1 10.2 10.3:", true);
    // What a word is made of
    for (const char *word : {"az", "za", "AZ", "ZA", "it's", "a,", "a.", "a:", "a?", "a!"})
        row(QByteArray("These are four ") + word + " words.", true);
    for (const char *odd : {"a`", "{z", "@A", "[Z", "a1", "a-", "a/", "a;", "a\"", "a&", "a+", "\xc3\xa9"})
        row(QByteArray("These are four ") + odd + " words.", false);
    row("• a point of a list", true);
    row("  • a point of a list", true);
    row("•a", false);
    row("```", true);
    row("  ```sh", true);
    row("a ```", false);
}

void ProseTest::lines()
{
    QFETCH(QByteArray, line);
    QTEST(looksLikeProse(line.toStdString()), "prose");
}

QTEST_APPLESS_MAIN(ProseTest)
#include "tst_prose.moc"
