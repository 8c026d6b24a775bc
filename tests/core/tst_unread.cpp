#include "core/snapshot/unread.h"

#include <QTest>

using namespace vethscope;

// Lines that no command printed: output that got lost, or what people write.
class UnreadTest : public QObject
{
    Q_OBJECT

private slots:
    void lines_data();
    void lines();
    void toolWords_data();
    void toolWords();
    void gaps_data();
    void gaps();
    void marks_data();
    void marks();
};

void UnreadTest::lines_data()
{
    QTest::addColumn<bool>("output");

    const auto row = [](const std::string &line, bool output) { QTest::newRow(line.c_str()) << output; };
    row("192.0.2.0/24 dev eth7", true);
    row("at 192.0.2.1", true);
    row("at 192.0.2.0/24", true);
    row("at 02:00:00:00:00:01", true);
    row("at 2001:db8::1", true);
    row("at ::12", true);
    row("at ::1", false); // two colons and a digit may be anything
    row("-A POSTROUTING -m", true);
    row("-A POSTROUTING", false);
    row("-B POSTROUTING -m", false);
    row("192.0.2.1", false);
    row("some words", false);
    row("", false);
    // Flags and words of tools
    row("2: eth0: <UP,LOWER> mtu x", true);
    row("<UP> mtu", true);
    row("<AB> mtu", true);
    row("<A> mtu", false);
    row("<AZ09_,> mtu", true);
    row("<up> mtu", false);
    row("<A@> mtu", false);
    row("<A[> mtu", false);
    row("<A/> mtu", false);
    row("<A:> mtu", false);
    row("<AB mtu", false);
    row("AB> mtu", false);
    row("mtu x", false);
    row("dev via", true);
    row("dev via x x x x x x x x x x x x x x x x x x x x x x", true); // 24 words
    row("dev via x x x x x x x x x x x x x x x x x x x x x x x", false);
    // Sentences
    row("The route to 192.0.2.1 is gone", false);
    row("Address 192.0.2.1 ok", true);
    row("Address 192.0.2.1 is ok", false);
    row("A route to 192.0.2.1", false);
    row("Zones go to 192.0.2.1", false);
    row("@A route to 192.0.2.1", true);
    row("it has got 192.0.2.1 x", true);
    row("it has got 192.0.2.1 x.", false);
    row("it has got 192.0.2.1 x?", false);
    row("it has got 192.0.2.1 x!", false);
    row("it has got 192.0.2.1 x:", false);
    row("it has got 192.0.2.1 x;", true);
    row("a b c d e f g h 192.0.2.1", true);
    row("a b c d e f g h i 192.0.2.1", false);
    row("Don't well-known über 192.0.2.1", false);
    row("Az zA aZ 192.0.2.1", false);
    row("Is it x`x 192.0.2.1", true);
    row("Is it x{x 192.0.2.1", true);
    row("Is it x@x 192.0.2.1", true);
    row("Is it x[x 192.0.2.1", true);
    row("Is it \"\" 192.0.2.1", true);
    row("Is it (so) 192.0.2.1", false);
    row("keep the default way", false);
    for (const char *mark : {"\"", "'", "`", "(", "[", "<", "{", ","})
        row(std::string("at ") + mark + "192.0.2.1 x", true);
    for (const char *mark : {"\"", "'", "`", ")", "]", "}", ">", ",", ".", ";", ":", "!", "?"})
        row(std::string("at 192.0.2.1") + mark + " x", true);
    row("at |192.0.2.1 x", false);
    row("at 192.0.2.1| x", false);
}

void UnreadTest::lines()
{
    QFETCH(bool, output);
    QCOMPARE(looksLikeOutput(QTest::currentDataTag()), output);
}

void UnreadTest::toolWords_data()
{
    QTest::addColumn<std::string>("word");

    for (const char *word : {"mtu", "qdisc", "qlen", "lladdr", "inet", "inet6", "valid_lft", "preferred_lft", "proto", "scope", "brd", "dev", "via", "onlink", "noqueue", "link/ether",
                             "dstport", "promiscuity"})
        QTest::newRow(word) << std::string(word);
}

// One alone is a word; two are a tool's.
void UnreadTest::toolWords()
{
    QFETCH(std::string, word);
    QVERIFY(!looksLikeOutput(word + " x"));
    QVERIFY(looksLikeOutput(word + " x <UP,LOWER>"));
}

void UnreadTest::gaps_data()
{
    QTest::addColumn<bool>("gap");

    for (const char *line : {"...", "  ...", "\t***", "anything", "12", "-- omitted --", "  -- omitted --", "  [redacted]", "  lines removed", "  a b c snip", "  snipped", "  cut", "  skipped",
                             "  truncated", "  masked", "  REDACTED", "  \xe2\x80\xa6"})
        QTest::newRow(line) << true;
    for (const char *line : {"", "  ", "  a", "  z", "  A", "  Z", "  0", "  9", "  inet 192.0.2.5", "\tanything", "  a b c d snip"})
        QTest::newRow(line) << false;
}

// Where lines may have been taken out
void UnreadTest::gaps()
{
    QFETCH(bool, gap);
    QCOMPARE(mayHideLines(QTest::currentDataTag()), gap);
}

void UnreadTest::marks_data()
{
    QTest::addColumn<bool>("mark");

    for (const char *line : {"...", "  ...", "***", "[...]", "(...)", "<...>", "\xe2\x80\xa6", "-- omitted --", "<snip>", "[redacted]", "（省略）", "lines removed here"})
        QTest::newRow(line) << true;
    for (const char *line : {"", "  ", "---", "===", "```", "12", "anything", "（省略 这些）", "（省略", "省略）", "a b c d snip", "12 34"})
        QTest::newRow(line) << false;
}

// What somebody wrote in place of lines
void UnreadTest::marks()
{
    QFETCH(bool, mark);
    QCOMPARE(isGapMark(QTest::currentDataTag()), mark);
}

QTEST_GUILESS_MAIN(UnreadTest)
#include "tst_unread.moc"
