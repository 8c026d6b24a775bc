#include "core/snapshot/unread.h"

#include <QTest>

#include <algorithm>

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
    void lost_data();
    void lostInALongText();
    void lost();
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
    row("link/none promiscuity 0", true);
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
    // Masked addresses are as long as whole ones
    row("192.0.x.x dev eth7", true);
    row("02:00:00:xx:xx:xx x", true);
    row("192.*.*.1/24 x", true);
    row("version 1.28.x here", false);
    row("xx:xx:xx:xx:xx:xx x", false);
    row("ee:ee:ee:xx:xx:xx x", true);
    row("aa.bb.xx.cc x", false);
    row("00:xx:00:00:00 x", false);
    row("00:xx:00:00:00:00:00 x", false);
    row("192.0.2.x.1 x", false);
    row("1.x.2.3.4 x", false);
    // What ethtool calls features
    row("tx-new: off [fixed]", true);
    row("tx-new: on [requested off]", true);
    row("tx-new: on [fixed]", true);
    row("tx-new: off [other]", false);
    row("tx-new: no [fixed]", false);
    row("tx-new off [fixed]", false);
    row("tx-new: off", false);
    row("n1: tx-new: off [fixed]", true);
    row("tx-new: off [fixed] x", false);
    row("tx-new: on [requested off] x", false);
    row("tx-new: on [requested", false);
    row("off [fixed]", false);
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
                             "link/none", "dstport", "promiscuity", "minmtu", "maxmtu", "addrgenmode", "numtxqueues"})
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

void UnreadTest::lost_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<QList<std::uint32_t>>("lines");

    const auto row = [](const char *name, const char *text, const QList<std::uint32_t> &lines) { QTest::newRow(name) << std::string(text) << lines; };
    row("nothing like output", "some: words\n\tindented  and in columns\n", {});
    row("what stands with output", "tx-a: off\ntx-b: off [fixed]\n\ttx-c: on\n\ntx-d: off\n", {1, 2, 3});
    row("two runs", "at 192.0.2.1\n  a b\n\n\n  c d\nat 192.0.2.1\n", {1, 2, 5, 6});
    row("columns", "at 192.0.2.1\nName  up and running\nName\tup and running\nName up and running\n", {1, 2, 3});
    row("ends of lines", "at 192.0.2.1\nName up and running  \n", {1});
    row("words alone", "at 192.0.2.1\nCOMMIT\n...\n", {1});
    row("people's words", "at 192.0.2.1\nso this is what came\nand Peter's one, with 2 words more\n", {1});
    row("two of three", "at 192.0.2.1\nso it 2\nso 2\nso it 2 3\n", {1, 3, 4});
    row("options, keys and brackets are no words", "at 192.0.2.1\nadd -a x\nadd key: off\nadd [b] x\n--one --two x\nkey: [x] off\n-a -b c\n", {1, 5, 6, 7});
    row("an option in front", "at 192.0.2.1\n-A some words that people say\n-- some words that people say\n-some words that people say\n- some words that people say\n", {1, 2});
    for (const char *mark : {"...", "[...]", "***", "<removed>", "-- omitted --"})
        row(mark, (std::string(mark) + "\nName  up and running\n").c_str(), {2});
    for (const char *mark : {"-----", "=====", "```", "~~~", "#####", "____", ">>>"})
        row(mark, (std::string(mark) + "\nName  up and running\n").c_str(), {});
    row("list items", "at 192.0.2.1\n- a  b\n  * a  b\n 12. a  b\n12 a  b\n12.3 a  b\n", {1, 5, 6});
    row("three options", "at 192.0.2.1\nsome words that people say -a and -b or --c in a longer sentence\nsome words that people say -a and -b in a longer sentence\n", {1, 2});
    row("a colon at the end", "at 192.0.2.1\nSome words:\nSome: words\n", {1, 3});
    row("sentences in a run", "at 192.0.2.1\nThis one is at 192.0.2.1 now.\n", {1});
    row("a part of a text", "at 192.0.2.9\nat 192.0.2.1\nat 192.0.2.8\n", {1, 2, 3});
}

// Which is gone through in parts of 8192 lines, or some more.
void UnreadTest::lostInALongText()
{
    std::string text = "some output\n";
    std::vector<std::uint32_t> expected;
    std::uint32_t number = 1;
    const auto add = [&](const std::string &line, bool lost) {
        text += line + '\n';
        ++number;
        if (lost)
            expected.push_back(number);
        return number;
    };
    while (add("Some words that people say.", false) < 8185) { }
    add("", false);
    add("at 192.0.2.1", true);
    while (add("\tb c", true) < 8200) { } // where the first part would end
    add("", false);
    add("\tb c", false);
    while (add("", false) < 16000) { }
    add("at 192.0.2.1", true);
    add("", false);
    while (add("\tb c", false) < 25000) { } // more than two parts' lines
    add("", false);
    add("at 192.0.2.1", true);
    QCOMPARE(lostLines(SourceText("text", "\n" + text), {3, static_cast<std::uint32_t>(std::ranges::count(text, '\n')) - 1}).size(), expected.size());
    std::vector<std::uint32_t> below = expected; // each a line further
    for (std::uint32_t &line : below)
        ++line;
    QCOMPARE(lostLines(SourceText("text", "\n" + text), {3, static_cast<std::uint32_t>(std::ranges::count(text, '\n')) - 1}), below);
    QCOMPARE(lostLines(SourceText("text", text), {1, static_cast<std::uint32_t>(std::ranges::count(text, '\n'))}), expected);
}

void UnreadTest::lost()
{
    QFETCH(std::string, text);
    QFETCH(QList<std::uint32_t>, lines);
    const SourceText source("text", text);
    const auto size = static_cast<std::uint32_t>(source.size());
    const auto found = lostLines(source, {1, size});
    QCOMPARE(QList<std::uint32_t>(found.begin(), found.end()), lines);
    // Where a rest was put to the line above, the run goes on.
    const SourceText joined = SourceText("text", "at 192.0.2.1\nx\n\tb c\n> \n\td e\n").with(1, {"at 192.0.2.1 x", "", "\tb c", "", "\td e"});
    QCOMPARE(lostLines(joined, {1, 5}), (std::vector<std::uint32_t>{1, 3}));
    QVERIFY(hasMaskedAddress("a 192.0.x.x b"));
    QVERIFY(hasMaskedAddress("a src xx.xx.xx.xx"));
    QVERIFY(hasMaskedAddress("a xx:xx:xx:xx:xx:xx"));
    QVERIFY(!hasMaskedAddress("a 192.0.2.1 b"));
    QVERIFY(!hasMaskedAddress("[...] <...>"));
    QVERIFY(!hasMaskedAddress("x.x.x"));
    QVERIFY(looksLikeOutput("<- 192.0.2.7:33002 established fastdp"));
    QVERIFY(!looksLikeOutput("<- a.example:33002 established fastdp"));
    // A label says whose the lines below it are, and is none of them.
    QCOMPARE(lostLines(SourceText("text", "==> 192.0.2.7 <==\n192.0.2.8 x=y\n"), {1, 2}), (std::vector<std::uint32_t>{2}));
    // What stands directly below some output goes on with it.
    const SourceText below("text", "some output\n\tb c\n\n\td e\n");
    QCOMPARE(lostLines(below, {2, 3}), (std::vector<std::uint32_t>{2}));
    QVERIFY(lostLines(below, {3, 2}).empty());
    const SourceText label("text", "some output\n\tb c\n== fir ==\n\td e\nat 192.0.2.1\n\tf g\n");
    QCOMPARE(lostLines(label, {2, 3}), (std::vector<std::uint32_t>{2}));
    QCOMPARE(lostLines(label, {3, 2}), (std::vector<std::uint32_t>{}));
    QCOMPARE(lostLines(label, {2, 5}), (std::vector<std::uint32_t>{2, 4, 5, 6}));
    // Of a part, what is in it
    const auto none = lostLines(source, {1, 0});
    QVERIFY(none.empty());
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
