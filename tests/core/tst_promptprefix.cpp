#include "core/transcript/promptprefix.h"

#include <QTest>

using namespace vethscope;

// What stands before a command, taken to pieces: its form, whom it names, and whether it may be a prompt at all.
class PromptPrefixTest : public QObject
{
    Q_OBJECT

private slots:
    void pieces_data();
    void pieces();
    void otherWords_data();
    void otherWords();
    void endings_data();
    void endings();
    void hosts_data();
    void hosts();
    void ends_data();
    void ends();
};

namespace {

// `FORM user@host words/place flags`, of which the flags are M marked, R reads on, L a list's item.
QString described(const char *text)
{
    const PromptPrefix prefix(text);
    QStringList words;
    for (const std::string &word : prefix.words())
        words << QString::fromStdString(word);
    return QString("%1 %2@%3 %4/%5 %6%7%8")
        .arg(QString::fromStdString(prefix.form()), QString::fromStdString(prefix.user()), QString::fromStdString(prefix.host()), words.join(','),
             prefix.hostPlace() ? QString::number(*prefix.hostPlace()) : QString("-"), QString(prefix.isMarked() ? "M" : ""), QString(prefix.readsOn() ? "R" : ""),
             QString(prefix.isListMarker() ? "L" : ""));
}

} // namespace

void PromptPrefixTest::pieces_data()
{
    QTest::addColumn<QString>("parts");

    const auto row = [](const char *text, const char *parts) { QTest::newRow(text) << QString::fromUtf8(parts); };
    row("", " @ /- ");
    row(" \t ", " @ /- ");
    row("[root@n7 ~]# ", "[N@N N]# root@n7 root,n7,~/1 M");
    row("[root@n7\t ~]#\t", "[N@N N]# root@n7 root,n7,~/1 M");
    row("ash:/srv$", "N:N$ @ash ash,/srv/0 M");
    row("root@192.0.2.7:~#", "N@N:N# root@192.0.2.7 root,192.0.2.7,~/1 M");
    row("n2@root:~#", "N@N:N# root@n2 n2,root,~/0 M");
    row("kim㉿oak ~ %", "N㉿N N % kim@oak kim,oak,~/1 M");
    row("x kim@oak#", "N N@N# kim@oak x,kim,oak/2 M");
    row("kim@oak fir@elm#", "N@N N@N# kim@oak kim,oak,fir,elm/1 M");
    row("kim@", "N@ @kim kim/0 M");
    row("@oak#", "@N# @oak oak/0 M");
    row("kim@/srv #", "N@N # kim@ kim,/srv/- M");
    row("kim@oak/srv #", "N@N # kim@oak kim,oak/srv/1 M");
    // In parentheses stand branches and environments.
    row("(prod) ash:~#", "(N) N:N# @ash prod,ash,~/1 M");
    row("((x) y) ash#", "((N) N) N# @ash x,y,ash/2 M");
    row("1) ash#", "N) N# @ash 1,ash/1 M");
    row("git:(main) ▶", "N:(N) ▶ @ git,main/- M");
    row("C:\\Users\\kim>", "N:\\N\\N> @ C,Users,kim/- M");
    // Words that are no hosts
    row("[12:30:05] ash ~ #", "[N:N:N] N N # @ash 12,30,05,ash,~/3 M");
    row("10.0.0.3 ash$", "N N$ @ash 10.0.0.3,ash/1 M");
    row("10.0.0.0/8 ash$", "N N$ @ash 10.0.0.0/8,ash/1 M");
    row("sh-5.1$", "N$ @ sh-5.1/- M");
    row("bash-5.2#", "N# @ bash-5.2/- M");
    row("shelf-1$", "N$ @shelf-1 shelf-1/0 M");
    row("/srv$", "N$ @ /srv/- M");
    row("ash oak$", "N N$ @ash ash,oak/0 M");
    row("12 ash oak$", "N N N$ @ 12,ash,oak/- M"); // nobody can say which of them
    row("root ash#", "N N# root@ash root,ash/1 M");
    row("ash root#", "N N# root@ash ash,root/0 M");
    row("ash:ash$", "N:N$ @ash ash,ash/0 M");
    row("alder/srv#", "N# @alder alder/srv/0 M");
    row("ash:alder/srv#", "N:N# @ash ash,alder/srv/0 M");
    // Characters of words, and their neighbours
    row("azAZ09_.~/-x#", "N# @ azAZ09_.~/-x/- M");
    row("a`b{c[d:e#", "N`N{N[N:N# @a a,b,c,d,e/0 M");
    row("_#", "_# @ /- M");
    row("--", "-- @ /- ");
    row("-->", "--> @ /- M");
    row("~", "N @ ~/- ");
    row("/", "N @ //- ");
    // What a list's item begins with
    row("-", "- @ /- L");
    row("*", "* @ /- L");
    row("+", "+ @ /- L");
    row("•", "• @ /- ML");
    row("1.", "N @ 1./- L");
    row("12.", "N @ 12./- L");
    row("3)", "N) @ 3/- L");
    row("1", "N @ 1/- R");
    row("a.", "N @ a./- R");
    row("a)", "N) @a a/0 ");
    row("1:", "N: @ 1/- ");
    row("1) x", "N) N @x 1,x/1 R");
    row("- x", "- N @x x/0 R");
    // Sentences
    row("see", "N @see see/0 R");
    row("see,", "N, @see see/0 R");
    row("see:", "N: @see see/0 ");
    row("root@n1 ~", "N@N N root@n1 root,n1,~/1 ");
    row("n1 /srv", "N N @n1 n1,/srv/0 ");
    row("ash::", "N:: @ash ash/0 M");
    row(":", ": @ /- ");
}

void PromptPrefixTest::pieces()
{
    QFETCH(QString, parts);
    QCOMPARE(described(QTest::currentDataTag()), parts);
}

void PromptPrefixTest::otherWords_data()
{
    QTest::addColumn<std::string>("word");

    for (const char *word : {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "AM", "PM", "UTC", "PS",
                             "git", "base", "venv", "sh", "bash", "zsh", "fish", "root", "12", "7-8", "1.5", "1/2", "~/x", "/x", ".x"})
        QTest::newRow(word) << std::string(word);
}

// A prompt shows more than the host: the host is the next word then.
void PromptPrefixTest::otherWords()
{
    QFETCH(std::string, word);
    QVERIFY(!PromptPrefix::mayBeHost(word));
    QCOMPARE(PromptPrefix(word + " ash #").host(), std::string("ash"));
    QCOMPARE(PromptPrefix(word + " #").host(), std::string());
}

void PromptPrefixTest::endings_data()
{
    QTest::addColumn<bool>("marked");

    for (const char *mark : {":", ";", ",", "!", "?", ")", "\"", "'", "|", "(", "*", "&", "=", "-", "+", "`", "."})
        QTest::newRow(mark) << false;
    for (const char *mark : {"#", "$", ">", "%", "▶", "»", "]", "::", ")#"})
        QTest::newRow(mark) << true;
}

void PromptPrefixTest::endings()
{
    QFETCH(bool, marked);
    QCOMPARE(PromptPrefix("ash " + std::string(QTest::currentDataTag())).isMarked(), marked);
}

void PromptPrefixTest::hosts_data()
{
    QTest::addColumn<bool>("may");

    QTest::newRow("ash") << true;
    QTest::newRow("shelf") << true;
    QTest::newRow("root") << false;
    QTest::newRow("10.0.0.3") << false;
    QTest::newRow("12") << false;
    QTest::newRow("alder/x") << false;
    QTest::newRow("") << false;
}

void PromptPrefixTest::hosts()
{
    QFETCH(bool, may);
    QCOMPARE(PromptPrefix::mayBeHost(QTest::currentDataTag()), may);
}

void PromptPrefixTest::ends_data()
{
    QTest::addColumn<std::string>("line");
    QTest::addColumn<std::string>("form");
    QTest::addColumn<int>("end"); // -1: the line begins otherwise

    const auto row = [](const char *name, const char *line, const char *form, int end) { QTest::newRow(name) << std::string(line) << std::string(form) << end; };
    row("other names", "[kim@oak srv]# ip r", "[N@N N]#", 14);
    row("nothing behind it", "ash", "N", 3);
    row("a piece is missing", "[kim@oak]# ip r", "[N@N N]#", -1);
    row("the line ends early", "[kim@oak", "[N@N N]#", -1);
    row("another mark", "ash$ ip r", "N#", -1);
    row("more marks", "ash## ip r", "N#", 4);
    row("UTF-8", "➜ ip r", "➜", 3);
    row("an empty line", "", "N", -1);
    row("an empty form", "ip r", "", 0);
}

void PromptPrefixTest::ends()
{
    QFETCH(std::string, line);
    QFETCH(std::string, form);
    QFETCH(int, end);
    const std::size_t found = PromptPrefix::endOfForm(line, form);
    QCOMPARE(found == std::string::npos ? -1 : static_cast<int>(found), end);
}

QTEST_GUILESS_MAIN(PromptPrefixTest)
#include "tst_promptprefix.moc"
