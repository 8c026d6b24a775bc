#include "core/transcript/rounds.h"

#include <QTest>

using namespace vethscope;

// A typed line as the shell reads it: words, pipes, redirections, loops; and the rounds of a loop whose words only the shell knew.
class CommandLineTest : public QObject
{
    Q_OBJECT

private slots:
    void lines_data();
    void lines();
    void manyRounds();
    void unfinished();
    void variables_data();
    void variables();
    void rounds_data();
    void rounds();
};

namespace {

QString joined(const std::vector<std::string> &words)
{
    QStringList list;
    for (const std::string &word : words)
        list << (word.empty() || word.find_first_of(" \n") != word.npos ? "'" + QString::fromStdString(word) + "'" : QString::fromStdString(word));
    return list.join(' ');
}

// `ip a | grep x`, with `>` behind where it went to a file; `i:` in front of a loop's body that the shell alone can unroll.
QString described(const ShellLoop &line)
{
    QStringList list;
    for (const ShellCommand &command : line.body) {
        QString text = joined(command.words);
        for (const auto &filter : command.filters)
            text += " | " + joined(filter);
        list << text + (command.toFile ? " >" : "");
    }
    return (line.variable.empty() ? "" : QString::fromStdString(line.variable) + ": ") + list.join("; ");
}

} // namespace

void CommandLineTest::lines_data()
{
    QTest::addColumn<QString>("commands");

    const auto row = [](const char *line, const char *commands) { QTest::newRow(line) << QString(commands); };
    row("", "");
    row("ip  a\t-d ", "ip a -d");
    row("ip a; ip r", "ip a; ip r");
    row("ip a && ip r || ip n & ip l\nip ru;;", "ip a; ip r; ip n; ip l; ip ru");
    row("ip a | grep x | head", "ip a | grep x | head");
    row("ip a |& grep x", "ip a | grep x");
    // Variables in front
    row("A=b ip a", "ip a");
    row("A1_z=b Z=d ip a", "ip a");
    row("A=b", "");
    row("=b ip", "=b ip");
    row("a-b=c ip", "a-b=c ip");
    for (const char *odd : {"`", "{", "@", "[", "/", ":"})
        QTest::addRow("A%s=b ip a", odd == std::string_view("`") ? "``" : odd) << QString("A%1=b ip a").arg(odd == std::string_view("`") ? "``" : odd);
    row("ip a=b", "ip a=b");
    // Redirections
    row("ip a > x", "ip a >");
    row("ip a >> x", "ip a >");
    row("ip a 1> x", "ip a >");
    row("ip a &> x", "ip a >");
    row("ip a &>> x", "ip a >");
    row("ip a >", "ip a >");
    row("ip a > x -d", "ip a -d >");
    row("ip a 2> x", "ip a");
    row("ip a 2>> x", "ip a");
    row("ip a 2>&1", "ip a");
    row("ip a 1>&2", "ip a");
    row("ip a >& 2", "ip a");
    row("ip a > /dev/stdout", "ip a");
    row("cat < x", "cat");
    row("cat << EOF", "cat");
    row("ip a2>x", "ip a2 >");
    row("ip a 12>x", "ip a 12 >");
    row("ip a 2", "ip a 2");
    row("ip a > | x", "ip a | x >");
    row("ip a | grep x > y", "ip a | grep x >");
    row("ip a | tee x", "ip a | tee x");
    row("ip a > y | tee x", "ip a | tee x");
    row("ip a > y | grep tee", "ip a | grep tee >");
    row("ip a > y |", "ip a |  >");
    // Comments
    row("ip a # x", "ip a");
    row("ip a#x", "ip a#x");
    row("# x\nip a", "ip a");
    row("'a'#x", "a#x");
    // Quotes
    row("echo 'a  b' \"c d\" e", "echo 'a  b' 'c d' e");
    row("echo a'b c'd", "echo 'ab cd'");
    row("echo ''", "echo ''");
    row("echo '>' \"|\"", "echo > |");
    row("echo \"a\\\"b\\\\c\\$d\\`e\\nf\"", "echo a\"b\\c$d`e\\nf");
    row("echo 'a\\' b", "echo a\\ b");
    row("echo 'a", "echo a");
    row("echo \"a\\", "echo a\\");
    row("echo a\\ b \\| c", "echo 'a b' | c");
    row("echo a\\\nb", "echo ab");
    row("echo a\\", "echo a");
    row("echo `ip a` b", "echo '`ip a`' b");
    row("echo `ip a", "echo '`ip a'");
    row("echo $(ip a (b) c) d", "echo '$(ip a (b) c)' d");
    row("echo $(ip a", "echo '$(ip a'");
    row("echo $((1+2))3 b", "echo $((1+2))3 b");
    row("cat <(ip a) b", "cat '<(ip a)' b");
    // Loops
    row("for i in a b; do ip $i; done; ip r", "ip a; ip b; ip r");
    row("for i in a b\ndo\nip $i\ndone\nip r", "ip a; ip b; ip r");
    row("for i in a; do ip $i; done", "ip a");
    row("for i in a b; do ip $i | grep $i; done", "ip a | grep $i; ip b | grep $i");
    row("for i in a b; do for j in c d; do ip $i $j; done; done", "ip a c; ip a d; ip b c; ip b d");
    row("for i in n{1..3}x; do ip $i; done", "ip n1x; ip n2x; ip n3x");
    row("for i in {3..3}; do ip $i; done", "ip 3");
    row("for i in {3..1}; do ip $i; done", "ip {3..1}");
    row("for i in {1..x}; do ip $i; done", "ip {1..x}");
    row("for i in {x..1}; do ip $i; done", "ip {x..1}");
    row("for i in {0..500}; do ip $i; done", "ip {0..500}");
    row("for i in a{b,,cd}e; do ip $i; done", "ip abe; ip ae; ip acde");
    row("for i in {a}; do ip $i; done", "ip {a}");
    row("for i in {a; do ip $i; done", "ip {a");
    row("for i in a}b{c; do ip $i; done", "ip a}b{c");
    row("for i in \"${a,b}\"; do ip $i; done", "ip ${a,b}");
    row("for i in $(ls); do ip $i; done", "i: ip $i");
    row("for i in `ls`; do ip $i; done", "i: ip $i");
    row("for i in *; do ip $i; done", "i: ip $i");
    row("for i in a eth?; do ip $i; done", "i: ip $i");
    row("for i in $x a; do ip $i; done; ip r", "i: ip $i; ip r");
    row("for i in \"*\"; do ip $i; done", "ip *");
    row("for i; do ip $i; done", "");
    row("for", "");
    row("for i in a", "");
    row("'for' i in a; ip r", "for i in a; ip r");
    row("echo for; echo done; ip r", "echo for; echo done; ip r");
    row("ip a; done; ip r", "ip a");
}

void CommandLineTest::lines()
{
    QTEST(described(readCommandLine(QTest::currentDataTag())), "commands");
}

// Of one line no more than 500 commands are made.
void CommandLineTest::manyRounds()
{
    QCOMPARE(readCommandLine("for i in {1..500}; do ip $i; done").body.size(), 500u);
    QCOMPARE(readCommandLine("for i in {1..300}; do ip $i; ip $i; done").body.size(), 500u);
    QCOMPARE(readCommandLine(QByteArray("ip a; ").repeated(600).toStdString()).body.size(), 500u);
}

void CommandLineTest::unfinished()
{
    for (const char *line : {"echo 'a", "echo \"a", "echo `a", "echo $(a", "cat <(a", "ip a \\", "ip a |", "ip a &&", "for i in a", "for i in a; do ip a", "while true; do ip a",
                             "for i in a; do for j in b; do ip a; done", "ip a; for i in a"})
        QVERIFY2(isUnfinished(line), line);
    for (const char *line : {"", "ip a", "ip a;", "ip a | x", "echo 'a'", "echo $(a)", "for i in a; do ip a; done", "echo for", "'for' x", "echo done", "ip a; done", "echo \"|\"", "echo '&&'",
                             "for i in a; do for j in b; do ip a; done; done", "while true; do ip a; done"})
        QVERIFY2(!isUnfinished(line), line);
}

void CommandLineTest::variables_data()
{
    QTest::addColumn<std::string>("replaced"); // $i by x

    const auto row = [](const char *text, const char *replaced) { QTest::newRow(text) << std::string(replaced); };
    row("a$i", "ax");
    row("$i-$i", "x-x");
    row("$$i", "$x");
    row("${i}b", "xb");
    row("a${i}", "ax");
    for (const char *same : {"", "i", "$", "$ib", "$i_", "$i1", "$j", "${i", "${i:b}", "${ib}", "a${"})
        row(same, same);
}

void CommandLineTest::variables()
{
    QTEST(withVariable(QTest::currentDataTag(), "i", "x"), "replaced");
    QCOMPARE(withVariable("$", "", "x"), std::string("$"));
}

void CommandLineTest::rounds_data()
{
    QTest::addColumn<QByteArray>("typed");
    QTest::addColumn<QByteArray>("output");
    QTest::addColumn<QStringList>("rounds");

    QTest::newRow("told by an echo, with a line in front") << QByteArray("echo == $i ==; ip r $i") << QByteArray("odd\n== a ==\nx\n== b ==\ny\nz\n")
        << QStringList{"1-3 echo == a ==; ip r a", "4-6 echo == b ==; ip r b"};
    QTest::newRow("nothing between the marks, or words") << QByteArray("echo == $i ==; ip r $i") << QByteArray("==  ==\n== a b ==\n== c ==\n")
        << QStringList{"1-3 echo == c ==; ip r c"};
    QTest::newRow("half of it") << QByteArray("echo == $i ==; ip r $i") << QByteArray("== a\nb ==\n")
        << QStringList{"1-2 echo == $i ==; for i"};
    QTest::newRow("the value alone") << QByteArray("echo $i; ip r $i") << QByteArray("a\nb\n") << QStringList{"1-1 echo a; ip r a", "2-2 echo b; ip r b"};
    QTest::newRow("numbers alone") << QByteArray("echo $i; ip r $i") << QByteArray("7\n8\n") << QStringList{"1-2 echo $i; for i"};
    QTest::newRow("a number behind a mark") << QByteArray("echo :$i; ip r $i") << QByteArray(":7\n") << QStringList{"1-1 echo :7; ip r 7"};
    QTest::newRow("a number in front of a mark") << QByteArray("echo $i:; ip r $i") << QByteArray("7:\n") << QStringList{"1-1 echo 7:; ip r 7"};
    QTest::newRow("echo's flags") << QByteArray("echo -n -e -E -ne $i:; ip r $i") << QByteArray("a:\n") << QStringList{"1-1 echo -n -e -E -ne a:; ip r a"};
    QTest::newRow("no flag of echo's") << QByteArray("echo -x $i; ip r $i") << QByteArray("-x a\n") << QStringList{"1-1 echo -x a; ip r a"};
    QTest::newRow("an echo of something else") << QByteArray("echo x; ip r $i; ip r") << QByteArray("x\ny\n") << QStringList{"1-2 echo x; for i; ip r"};
    QTest::newRow("no echo") << QByteArray("ip r $i; ip a") << QByteArray("x\n") << QStringList{"1-1 for i; ip a"};
}

void CommandLineTest::rounds()
{
    QFETCH(QByteArray, typed);
    QFETCH(QByteArray, output);
    const SourceText source("text", output.toStdString());
    QStringList list;
    for (const LoopRound &round : roundsOf({"i", readCommandLine(typed.toStdString()).body}, source, {1, static_cast<std::uint32_t>(source.size())}))
        list << QString("%1-%2 ").arg(round.output.first).arg(round.output.end() - 1) + described({{}, round.commands});
    QTEST(list, "rounds");
}

QTEST_APPLESS_MAIN(CommandLineTest)
#include "tst_commandline.moc"
