#include "core/transcript/tidy.h"

#include <QTest>

using namespace vethscope;

// What people and web pages put around a terminal's lines goes; anything else stays as it is.
class TidyTest : public QObject
{
    Q_OBJECT

private slots:
    void lines_data();
    void lines();
    void tags_data();
    void tags();
};

namespace {

std::shared_ptr<const SourceText> sourceOf(const std::string &text)
{
    return std::make_shared<const SourceText>("text", text);
}

std::string linesOf(const SourceText &source, std::string_view (SourceText::*line)(std::size_t) const)
{
    std::string text;
    for (std::size_t i = 1; i <= source.size(); ++i)
        text += std::string((source.*line)(i)) + "\n";
    return text;
}

} // namespace

void TidyTest::lines_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<std::string>("tidy");

    const auto row = [](const char *name, const char *text, const char *tidy) { QTest::newRow(name) << std::string(text) + "\n" << std::string(tidy) + "\n"; };
    const auto same = [&](const char *name, const char *text) { row(name, text, text); };
    same("plain", "root@fir:~# ip r\nvia a");
    // Colours whose escape character was lost
    row("colours", "[01;32mroot@fir[00m:~# ip r", "root@fir:~# ip r");
    row("colours amid brackets", "a [1mb[0m c [x] [2md", "a b c [x] d");
    row("colours side by side", "[1m[2mx", "x");
    row("a colour behind a bracket", "[[1mx", "[x");
    same("a prompt", "[root@fir ~]# ip r");
    same("no number", "[mx]");
    same("no m", "[12 x");
    same("a bracket at the end", "x [12");
    same("another letter", "[12n x");
    // HTML
    row("escapes", "&lt;UP&gt; &quot;a&quot; &#39;b&#39; c&nbsp;d e&amp;lt;", "<UP> \"a\" 'b' c d e&lt;");
    row("an escaped ampersand", "a&amp;amp;b &amp;", "a&amp;b &");
    row("tags", "<pre>root@fir:~# ip r</pre>", "root@fir:~# ip r");
    row("a tag with attributes", "<span class=\"a\">x</span> y", "x y");
    row("a line's end", "x<br/>y<br />", "xy");
    row("a tag behind another word", "<none> <b>x</b>", "<none> x");
    row("tags side by side", "<b><i><b>x", "<i>x");
    same("no tags", "<none> <UP,LOWER_UP> <bold>");
    same("less than", "a < b");
    row("a tag that does not end", "<b>a <b", "a <b");
    // Frames
    row("bold", "**root@fir:~# ip r**", "root@fir:~# ip r");
    row("bold with blanks", "  ** x y **", " x y");
    row("a frame", "│ via a   │", "via a");
    row("indented in a frame", "│  via a │", " via a");
    row("a frame without a margin", "│via a│", "via a");
    row("a thick frame", "┃ via a ┃", "via a");
    row("a double frame", "║ via a ║", "via a");
    row("backticks", "`root@fir:~# ip r`", "root@fir:~# ip r");
    row("a letter in backticks", "`x`", "x");
    same("bold without an end", "**x");
    same("bold without a beginning", "x**");
    same("nothing in bold", "****");
    same("nothing in backticks", "``");
    same("double backticks", "``x``");
    same("a frame's corner", "│ x");
    // Fences
    row("a command behind a fence", "```root@fir:~# ip r", "root@fir:~# ip r");
    same("a language behind a fence", "```console");
    same("four backticks", "````a b");
    same("two backticks", "``a b");
    // Quotes
    row("a quoted prompt", "words\n> root@fir:~# ip r\nwords", "words\nroot@fir:~# ip r\nwords");
    same("one quoted line", "words\n> other words\nwords");
    row("quoted lines", "> some words\n>\n> more", "some words\n\nmore");
    row("indented quotes", "  > some words\n  > more", "some words\nmore");
    row("quotes of quotes", ">> some words\n>> more", "some words\nmore");
    row("no end of quotes", ">>>>> some words\n>>>>> more", "> some words\n> more");
    row("bars", "| some words\n| more", "some words\nmore");
    same("a table", "| some | words |\n| more | words |");
    same("a prompt", "> ssh n1 ip r\nvia a\n> ssh n2 ip r\n> ssh n3 ip r\nvia b");
    row("a prompt of other words", "> ssh n1 ip r\nvia a\n> see n2 ip r\n> see n3 ip r\nvia b", "> ssh n1 ip r\nvia a\nsee n2 ip r\nsee n3 ip r\nvia b");
    row("one line above nothing", "> some x\n\n> some y\n> some z\nvia b", "> some x\n\nsome y\nsome z\nvia b");
    same("no blank behind the mark", ">some words\n>more");
    row("no blank behind the mark, all through", ">root@fir:~# ip a\n>1: lo\n>2: eth0\n>    inet 127.0.0.1/8\n\n>> b\n>", "root@fir:~# ip a\n1: lo\n2: eth0\n    inet 127.0.0.1/8\n\n> b\n");
    same("no blank behind the mark, but for a line", ">some words\n>more\n>more\nend");
    row("no blank behind some marks", ">some words\n>more\n>\n> end", ">some words\n>more\n\nend");
    same("words above", "words\n>some words\n>more");
    row("an empty line between them", ">some words\n\n>more\n>more", "some words\n\nmore\nmore");
    same("one line with a mark", ">some words\n\n");
    same("no blank behind the bar", "|some words\n|more");
    row("each by itself", "> some words\n> more\nwords\n> some words\n> more", "some words\nmore\nwords\nsome words\nmore");
    same("the shell's second prompt", "root@fir:~# sysctl a \\\n> b \\\n> c");
    same("the shell's second prompt in a loop", "root@fir:~# for i in a; do\n> ip r\n> done");
    same("the shell's second prompt in a loop below a bare command", "for i in a; do\n> ip r\n> done");
    row("a quote below a finished command", "ip r\n> ip r\n> done", "ip r\nip r\ndone");
    same("the shell's second prompt below a bare command", "sysctl a \\\n> b \\\n> c");
    row("below a finished command", "root@fir:~# sysctl a\n> b\n> c", "root@fir:~# sysctl a\nb\nc");
    row("below words", "some words\n> b\n> c", "some words\nb\nc");
    // What all lines begin with
    row("a margin", "    some words\n\n      more\n    and more", "some words\n\n  more\nand more");
    row("a tab", "\tsome words\n\t  more", "some words\n  more");
    row("a tab and blanks", "\t  some words\n\tmore", "  some words\nmore");
    row("two blanks", "  some words\n  more", "some words\nmore");
    row("the smallest", "    some words\n  more\n   and more", "  some words\nmore\n and more");
    same("one blank", " some words\n more");
    same("one line", "    some words\n\n");
    same("none", "    some words\n    more\nand more");
    same("tabs and blanks", "\tsome words\n    more");
    // Markdown's code amid what is written
    row("code", "words:\n\n    via a\n      b\n\n    via c\n\nwords", "words:\n\nvia a\n  b\n\nvia c\n\nwords");
    row("code behind a tab", "words:\n\n\tvia a\n\nwords:\n\n\t\tvia b\n\tvia c\n", "words:\n\nvia a\n\nwords:\n\n\tvia b\nvia c\n");
    row("code at the end", "words:\n\n\n     via a\n    via b", "words:\n\n\n via a\nvia b");
    row("code behind blank lines", "\n    via a\n\nwords", "\nvia a\n\nwords");
    same("no blank line above", "words:\n    via a\n\nwords");
    same("three blanks", "words:\n\n   via a\n\nwords");
    same("no blank line below", "words:\n\n    via a\nvia b");
    same("below what is indented", "words:\n  more:\n\n    via a\n\nwords");
    same("blanks alone", "words:\n\n     \n\nwords");
    row("a margin of quotes", "    > some words\n    > more", "some words\nmore");
    row("a margin in quotes", ">     some words\n>     more", "some words\nmore");
    row("several at once", "> <b>root@fir:~# ip r</b>\n> [1mvia a", "root@fir:~# ip r\nvia a");
}

void TidyTest::lines()
{
    QFETCH(std::string, text);
    QFETCH(std::string, tidy);
    const auto source = sourceOf(text);
    const auto changed = tidied(source);
    QCOMPARE(linesOf(*changed, &SourceText::line), tidy);
    QCOMPARE(linesOf(*changed, &SourceText::given), text);
    QCOMPARE(changed == source, text == tidy);
}

void TidyTest::tags_data()
{
    QTest::addColumn<std::string>("word");

    for (const char *name : {"pre", "code", "br", "b", "strong", "p", "span", "div", "details", "summary", "tt", "em", "samp", "kbd"})
        QTest::newRow(name) << std::string(name);
}

void TidyTest::tags()
{
    QFETCH(std::string, word);
    const std::string &name = word;
    QCOMPARE(std::string(tidied(sourceOf("<" + name + ">x</" + name + ">"))->line(1)), std::string("x"));
}

QTEST_GUILESS_MAIN(TidyTest)
#include "tst_tidy.moc"
