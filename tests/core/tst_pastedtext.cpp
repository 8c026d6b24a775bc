#include "core/snapshot/parsershapes.h"
#include "core/transcript/transcript.h"

#include <QTest>

using namespace vethscope;

// Whole texts taken apart where outputs are known by their look: prompts of any kind, commands without one, labels, prefixes, prose.
class PastedTextTest : public QObject
{
    Q_OBJECT

private slots:
    void parts_data();
    void parts();
    void longLine();
    void labelHolds_data();
    void labelHolds();
    void outputGoesOn_data();
    void outputGoesOn();
    void brokenQuote();
    void filters();
};

namespace {

QString wordsText(const std::vector<std::string> &words)
{
    QStringList list;
    for (const std::string &word : words)
        list << QString::fromStdString(word);
    return list.join(' ');
}

// `fir/tea> ip r = 2-3`, then what else is known: loose, labelled, behind prose, elsewhere since a line, whose it is outside.
QStringList described(const Transcript &transcript)
{
    QStringList list;
    for (const TypedCommand &command : transcript.commands) {
        const LineRange lines = command.output;
        QString text = QString::fromStdString(command.session.node) + (command.session.pod.empty() ? "" : "/") + QString::fromStdString(command.session.pod) + ">"
            + (command.words.empty() ? QString() : " " + wordsText(command.words)) + " = " + (lines.count == 0 ? QString("-") : QString("%1-%2").arg(lines.first).arg(lines.end() - 1));
        text += command.continues ? " continued" : "";
        text += command.loose ? " loose" : "";
        text += command.labelled ? " labelled" : "";
        text += command.behindProse ? " behind prose" : "";
        text += command.elsewhere ? QString(" elsewhere %1").arg(command.elsewhere) : QString();
        text += command.outside ? " outside " + QString::fromStdString(command.outside->node) : QString();
        list << text;
    }
    for (const LineRange &prose : transcript.prose)
        list << QString("prose %1-%2").arg(prose.first).arg(prose.end() - 1);
    return list;
}

// R a route, G the default one, N a neighbour, at the beginning of a line or behind its prefix.
QByteArray written(QByteArray text)
{
    text.replace("{R}", "192.0.2.0/24 dev eth0 proto kernel scope link src 192.0.2.5");
    text.replace("{G}", "default via 192.0.2.1 dev eth0 proto static");
    text.replace("{N}", "192.0.2.9 dev eth0 lladdr 02:00:00:00:00:09 REACHABLE");
    return text;
}

QStringList partsOf(const QByteArray &text)
{
    return described(splitTranscript(std::make_shared<const SourceText>("text", written(text).toStdString()), ParserShapes()));
}

} // namespace

void PastedTextTest::parts_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("parts");

    const auto row = [](const char *name, const char *text, const QStringList &parts) { QTest::newRow(name) << QByteArray(text) << parts; };
    // Prompts that are learned
    row("a prompt that nobody knows", "»fir» ip r\n{R}\n", {"fir> ip r = 2-2"});
    row("the same in front of another program", "»fir» ip r\n{R}\n»fir» uptime\nup 3 days\n", {"fir> ip r = 2-2", "fir> uptime = 4-4"});
    row("the same in front of nothing", "»fir» ip r\n{R}\n»fir» \n»fir» ip r\n{R}\n", {"fir> ip r = 2-2", "fir> ip r = 5-5"});
    row("the same in front of marks", "»fir» ip r\n{R}\n»fir» == x\n", {"fir> ip r = 2-3"});
    row("two hosts", "»fir» ip r\n{R}\n»oak» ip r\n{R}\n", {"fir> ip r = 2-2", "oak> ip r = 4-4"});
    row("a host that varies behind one that does not", "jump:fir» ip r\n{R}\njump:oak» ip r\n{R}\n", {"fir> ip r = 2-2", "oak> ip r = 4-4"});
    row("a folder that varies", "jump:/srv» ip r\n{R}\njump:/etc» ip r\n{R}\n", {"jump> ip r = 2-2", "jump> ip r = 4-4"});
    row("a folder that somebody went to", "jump:fir» ip r\n{R}\njump:fir» cd oak\njump:oak» ip r\n{R}\n", {"jump> ip r = 2-2", "jump> cd oak = -", "jump> ip r = 5-5"});
    row("one prompt tells nothing of its words", "jump:fir» ip r\n{R}\n", {"jump> ip r = 2-2"});
    row("hostname tells which", "jump:fir» ip r\n{R}\njump:fir» hostname\nfir\n", {"fir> ip r = 2-2", "fir> hostname = 4-4"});
    row("hostname tells it in full", "jump:fir» ip r\n{R}\njump:fir» hostname -f\nfir.lab\n", {"fir> ip r = 2-2", "fir> hostname -f = 4-4"});
    row("uname tells which", "jump:fir» ip r\n{R}\njump:fir» uname -a\nLinux fir 6.1.0 #1 SMP\n", {"fir> ip r = 2-2", "fir> uname -a = 4-4"});
    row("hostname tells another name", "jump:fir» ip r\n{R}\njump:fir» hostname\noak\n", {"jump> ip r = 2-2", "jump> hostname = 4-4"});
    row("hostname tells the beginning of a name", "jump:fir» ip r\n{R}\njump:fir» hostname\nfirs\n", {"jump> ip r = 2-2", "jump> hostname = 4-4"});
    row("what hostname does not tell", "jump:fir» ip r\n{R}\njump:fir» hostname\nfir is it\n", {"jump> ip r = 2-2", "jump> hostname = 4-4"});
    row("what uname does not tell", "jump:fir» ip r\n{R}\njump:fir» uname -a\nUnix fir\n", {"jump> ip r = 2-2", "jump> uname -a = 4-4"});
    row("both vary", "fir:a» ip r\n{R}\noak:b» ip r\n{R}\n", {"fir> ip r = 2-2", "oak> ip r = 4-4"});
    row("a helper in front", "»fir» sudo ip r\n{R}\n", {"fir> ip r = 2-2"});
    row("a prompt of two lines", "┌──(kim㉿fir)-[~]\n└─$ ip r\n{R}\n", {"fir> ip r = 3-3 behind prose", "prose 1-1"});
    row("a prompt of two rounded lines", "╭─kim@fir ~\n╰─$ ip r\n{R}\n", {"fir> ip r = 3-3 behind prose", "prose 1-1"});
    row("a prompt of two lines that names another on the second", "┌──(kim㉿fir)-[~]\n└─oak$ ip r\n{R}\n", {"oak> ip r = 3-3 behind prose", "prose 1-1"});
    row("half a prompt of two lines", "oak\n└─$ ip r\n{R}\n", {"> ip r = 3-3 behind prose", "prose 1-1"});
    row("remarks in front of the output", "»fir» ip r\nnote one\nnote two\nnote three\n{R}\n", {"fir> ip r = 2-5"});
    row("too many remarks", "»fir» ip r\nnote one\nnote two\nnote three\nnote four\n{R}\n", {"> = 6-6 loose behind prose", "prose 1-5"});
    row("another's output in between", "»fir» ip r\n{N}\n{R}\n", {"> = 2-2 loose behind prose", "> = 3-3 loose behind prose", "prose 1-1"});
    row("a sentence", "see ip r\n{R}\n", {"> = 2-2 loose behind prose", "prose 1-1"});
    row("a sentence with a comma", "see, ip r\n{R}\n", {"> = 2-2 loose behind prose", "prose 1-1"});
    // Commands without a prompt
    row("a bare command", "ip r\n{R}\n", {"> ip r = 2-2 loose"});
    row("a list's item", "1. ip r\n{R}\n", {"> ip r = 2-2 loose"});
    row("another list's item", "- ip r\n{R}\n", {"> ip r = 2-2 loose"});
    row("a bare command whose output has no look", "hostname\nfir\n", {"> hostname = 2-2 loose"});
    row("a bare command and a blank line", "hostname\n\nfir\n", {"prose 1-3"});
    row("a bare word", "hosts\nfir\n", {"prose 1-2"});
    row("a mark and a word", "> ip r\n{R}\n> uptime\nup 3 days\n", {"> ip r = 2-2", "> uptime = 4-4"});
    row("a mark and a sentence", "> ip r\n{R}\n> that is all there is\n", {"> ip r = 2-3"});
    row("a mark and a full stop", "> ip r\n{R}\n> done.\n", {"> ip r = 2-3"});
    row("a mark and a capital", "> ip r\n{R}\n> Done\n", {"> ip r = 2-3"});
    row("a mark and a known command", "> ip r\n{R}\n> kubectl get pods -A -o wide\nx\n", {"> ip r = 2-2", "> kubectl get pods -A -o wide = 4-4"});
    // What nobody would know by its look
    row("an answer and nothing else", "\n»fir» hostname\nfir\n\n", {"fir> hostname = 3-3"});
    row("a mark in front of it", "> hostname\nfir\n", {"> hostname = 2-2"});
    row("a list's mark in front of it", "- hostname\nfir\n", {"> hostname = 2-2 loose"});
    row("an answer among other lines", "»fir» hostname\nfir\nsome words\n", {"prose 1-3"});
    row("an answer in front of other lines", "some words\n»fir» hostname\nfir\n", {"prose 1-3"});
    row("words in front of a command", "look at hostname\nfir\n", {"prose 1-2"});
    row("two commands of one answer", "»fir» hostname; uname -n\nfir\nfir\n", {"prose 1-3"});
    row("no answer", "»fir» hostname\n", {"prose 1-1"});
    row("a list's marks", "- ip r\n{R}\n- hostname\nfir\n", {"> ip r = 2-2 loose", "> hostname = 4-4 loose"});
    row("a list's mark that no other command has", "ip r\n{R}\n- hostname\nfir\n", {"> ip r = 2-4 loose"});
    row("machines in front of answers", "root@jump:~# fleet -a hostname\nfir: fir\noak: oak\n", {"fir> hostname = 2-3 labelled elsewhere 1", "oak> hostname = 2-3 labelled elsewhere 1"});
    row("the same below a command of this machine", "root@jump:~# hostname\nfir: fir\noak: oak\n", {"jump> hostname = 2-3"});
    row("machines in front of some answers", "root@jump:~# fleet -a hostname\nfir: fir\noak: some words\n", {"jump> fleet -a hostname = 2-3"});
    row("an answer from elsewhere", "root@jump:~# fleet --on oak hostname\noak\n\nroot@jump:~# ip r\n{R}\n", {"oak> hostname = 2-2 elsewhere 1", "jump> ip r = 5-5"});
    row("more than an answer", "root@jump:~# fleet --on oak hostname\noak\nsome words\n", {"jump> fleet --on oak hostname = 2-3"});
    row("a program with known words behind a learned mark", "> ip r\n{R}\n> fleet -x -y -z ip r\n{R}\n", {"> ip r = 2-2", "> ip r = 4-4 elsewhere 3"});
    // Outputs alone
    row("output alone", "{R}\n", {"> = 1-1 loose"});
    row("output between words", "Some words:\n\n{R}\n\nSome more.\n", {"> = 3-3 loose behind prose", "prose 1-1", "prose 5-5"});
    row("lines of two machines", "fir: {R}\noak: {R}\n", {"fir> = 1-1 loose", "oak> = 2-2 loose"});
    row("a list of strings", "\"{R}\",\n\"{G}\"\n", {"> = 1-2 loose"});
    row("lines of machines end at a prompt", "fir: {R}\nroot@oak:~# ip r\n{R}\n", {"fir> = 1-1 loose", "oak> ip r = 3-3"});
    // Labels
    row("labels", "=== fir ===\n{R}\n\n=== oak ===\n{R}\n", {"fir> = 2-2 loose labelled", "oak> = 5-5 loose labelled", "prose 1-1", "prose 4-4"});
    row("a label and what follows it", "=== fir ===\n{R}\n\n{N}\n", {"fir> = 2-2 loose labelled", "fir> = 4-4 loose labelled", "prose 1-1"});
    row("a label and words", "=== fir ===\n\nsome words here\n\n{R}\n", {"> = 5-5 loose behind prose", "prose 1-3"});
    row("a label, a ruler and a fence", "=== fir ===\n-----\n```\n\"lines\": [\n{R}\n", {"fir> = 5-5 loose labelled", "prose 1-4"});
    row("a label and a bare command", "=== fir ===\nip r\n{R}\n", {"fir> ip r = 3-3 loose labelled", "prose 1-1"});
    row("a label and a prompt that names a host", "=== fir ===\nroot@oak:~# ip r\n{R}\n\n{N}\n", {"oak> ip r = 3-3", "> = 5-5 loose", "prose 1-1"});
    row("a label and a prompt that names nobody", "=== fir ===\n$ ip r\n{R}\n", {"fir> ip r = 3-3 labelled", "prose 1-1"});
    row("two machines of one answer", "-----\nfir,oak (2)\n-----\n{R}\n", {"fir> = 4-4 loose labelled", "oak> = 4-4 loose labelled", "prose 1-3"});
    row("a namespace without a command", "root@fir:~# ip netns exec tea\n{R}\nroot@fir:~# ip r\n{R}\n", {"fir> ip r = 4-4", "prose 2-2"});
    // What stands below a command
    row("output of another command", "root@fir:~# ip r\n{R}\n{N}\n", {"fir> ip r = 2-2", "> = 3-3 loose"});
    row("a line that nobody understands", "root@fir:~# ip r\n{R}\nodd line\n{G}\n", {"fir> ip r = 2-4"});
    row("a line that may be a prompt", "root@fir:~# ip r\n{R}\nodd#line x\n{G}\n", {"fir> ip r = 2-3", "> = 4-4 loose"});
    row("a blank line", "root@fir:~# ip r\n{R}\n\n{G}\n", {"fir> ip r = 2-4"});
    row("the same from its first number on, behind a blank line", "root@fir:~# ip a\n1: lo: <UP> mtu 9\n2: e0: <UP> mtu 9\n\n1: lo: <UP> mtu 9\n2: e1: <UP> mtu 9\n", {"fir> ip a = 2-3", "> = 5-6 loose"});
    row("from another number on", "root@fir:~# ip a\n1: lo: <UP> mtu 9\n2: e0: <UP> mtu 9\n\n3: lo: <UP> mtu 9\n2: e1: <UP> mtu 9\n", {"fir> ip a = 2-6"});
    row("no blank line", "root@fir:~# ip a\n1: lo: <UP> mtu 9\n2: e0: <UP> mtu 9\n1: lo: <UP> mtu 9\n", {"fir> ip a = 2-4"});
    row("a label below it", "root@fir:~# ip r\n{R}\n\n=== oak ===\n\n{R}\n", {"fir> ip r = 2-2", "oak> = 6-6 loose labelled", "prose 4-4"});
    row("what the shell does itself", "root@fir:~# cd /x\n{R}\n", {"fir> cd /x = -", "> = 2-2 loose"});
    row("a program that nobody knows", "root@fir:~# mystery shell oak\nsome words\n{R}\n", {"fir> mystery shell oak = 2-2", "oak> = 3-3 elsewhere 1"});
    // Elsewhere
    row("within the words of another program", "root@fir:~# fleet --on oak ip r\n{R}\n", {"oak> ip r = 2-2 elsewhere 1"});
    row("within the words of one that names nobody", "root@fir:~# fleet ip r\n{R}\n", {"> ip r = 2-2 elsewhere 1"});
    row("a program that says something first", "root@fir:~# fleet --on oak ip r\nWelcome\n{R}\n", {"oak> ip r = 3-3 behind prose elsewhere 1", "prose 2-2"});
    row("a program that says something last", "root@fir:~# fleet --on oak ip r\n{R}\nBye\n", {"oak> ip r = 2-2 elsewhere 1", "prose 3-3"});
    row("without output", "root@fir:~# fleet --on oak ip r\nroot@fir:~# ip r\n{R}\n", {"fir> fleet --on oak ip r = -", "fir> ip r = 3-3"});
    row("ssh that greets", "root@fir:~# ssh oak ip r\nWelcome\n{R}\n", {"oak> ip r = 3-3 behind prose", "prose 2-2"});
    row("machines below labels", "root@jump:~# fleet ip r\nfir:\n{R}\noak:\n{R}\n", {"fir> ip r = 3-3 labelled elsewhere 1", "oak> ip r = 5-5 labelled elsewhere 1"});
    row("machines below labels with rulers", "root@jump:~# fleet ip r\n-----\nfir\n-----\n{R}\n-----\noak\n-----\n{R}\n\nroot@jump:~# ip r\n{R}\n",
        {"fir> ip r = 5-5 labelled elsewhere 1", "oak> ip r = 9-9 labelled elsewhere 1", "jump> ip r = 12-12"});
    row("two commands below labels", "root@jump:~# fleet 'ip r; ip neigh'\nfir:\n{R}\n{N}\noak:\n{R}\n{N}\n",
        {"fir> ip r = 3-4 labelled elsewhere 1", "fir> ip neigh = 3-4 continued labelled elsewhere 1", "oak> ip r = 6-7 labelled elsewhere 1", "oak> ip neigh = 6-7 continued labelled elsewhere 1"});
    row("machines in front of lines", "root@jump:~# fleet ip r\nfir: {R}\noak: {R}\n", {"fir> ip r = 2-3 labelled elsewhere 1", "oak> ip r = 2-3 labelled elsewhere 1"});
    // Shells
    row("a shell that a program opened", "root@fir:~# mystery\n$ ip r\n{R}\n", {"fir> mystery = -", "> ip r = 3-3 elsewhere 1"});
    row("and left", "root@fir:~# mystery\n$ ip r\n{R}\nroot@fir:~# ip r\n{R}\n", {"fir> mystery = -", "> ip r = 3-3 elsewhere 1", "fir> ip r = 5-5"});
    row("a program that printed something opened none", "root@fir:~# mystery\nx\n$ ip r\n{R}\n", {"fir> mystery = 2-2", "> ip r = 4-4"});
    row("a program that printed what is known opened none", "root@fir:~# mystery\n{N}\n$ ip r\n{R}\n", {"fir> mystery = -", "> = 2-2 elsewhere 1", "> ip r = 4-4"});
    row("a usual program opened none", "root@fir:~# ping\n$ ip r\n{R}\n", {"fir> ping = -", "> ip r = 3-3"});
    row("a namespace's shell", "root@fir:~# ip netns exec tea bash\nroot@fir:~# ip r\n{R}\n", {"fir/tea> bash = -", "fir/tea> ip r = 3-3 outside fir"});
}

void PastedTextTest::parts()
{
    QFETCH(QByteArray, text);
    QEXPECT_FAIL("a program that says something last", "what a program says last on another machine stays in its output", Continue);
    QTEST(partsOf(text), "parts");
}

// Nobody types a line of more than a thousand characters.
void PastedTextTest::longLine()
{
    const QByteArray prompt = "»fir» ip r";
    const auto fill = [&](int size) { return QByteArray("» ") + QByteArray(size - prompt.size() - 4, 'x') + " " + prompt; };
    QCOMPARE(fill(1000).size(), 1000);
    QVERIFY(partsOf(fill(1000) + "\n{R}\n").front().contains("ip r"));
    QVERIFY(!partsOf(fill(1001) + "\n{R}\n").front().contains("ip r"));
}

// A label holds for what stands below it until somebody writes of something else.
void PastedTextTest::labelHolds_data()
{
    QTest::addColumn<bool>("holds");
    const auto rows = [](bool holds, std::initializer_list<const char *> lines) {
        for (const char *line : lines)
            QTest::newRow(line) << holds;
    };
    rows(true, {"", "fir", "ifconfig and so on", "ip link below", "（省略）", "  some words indented", "1 two three four", "one 2 3 4", "one two 3 4", "```", "-----", "\"stdout_lines\": [", "...", "Jan 12 10:00:00 2 3", "(two words)"});
    rows(false, {"Now look at the other routes.", "（省 略）", "再看路由", "oak", "two words", "one two three 4 5", "zebra, and that's: 'it' !? .", "and now oak:", "=== oak", "on oak:", "az AZ za ZA 1 2 3"});
}

void PastedTextTest::labelHolds()
{
    const QByteArray text = "=== fir ===\n{N}\n\n" + QByteArray(QTest::currentDataTag()) + "\n\n{R}\n";
    QFETCH(bool, holds);
    const Transcript transcript = splitTranscript(std::make_shared<const SourceText>("text", written(text).toStdString()), ParserShapes());
    const auto last = std::ranges::find(transcript.commands, 6u, [](const TypedCommand &command) { return command.output.first; });
    QVERIFY(last != transcript.commands.end());
    QCOMPARE(last->labelled && last->session.node == "fir", holds);
}

// Lines that a command does not print stay with it, and so does more of what it prints behind them; but not behind what may be a prompt.
void PastedTextTest::outputGoesOn_data()
{
    QTest::addColumn<bool>("goesOn");
    const auto rows = [](bool goesOn, std::initializer_list<const char *> lines) {
        for (const char *line : lines)
            QTest::newRow(line) << goesOn;
    };
    rows(true, {"words", "a >", "a <b", "  a > b", "a > b  ", "$"});
    rows(false, {"a > b", "a>b", "a # b", "a$b", "a % b", "\xc2\xa7n2\xc2\xa7", "> a"});
    QTest::newRow(QByteArray(200, 'a').replace(9, 1, "#").constData()) << false;
    QTest::newRow(QByteArray(201, 'a').replace(9, 1, "#").constData()) << true;
}

void PastedTextTest::outputGoesOn()
{
    QFETCH(bool, goesOn);
    const QStringList parts = partsOf("root@fir:~# ip r\n{G}\n" + QByteArray(QTest::currentDataTag()) + "\n{R}\n");
    QCOMPARE(parts.front(), QString(goesOn ? "fir> ip r = 2-4" : "fir> ip r = 2-3"));
}

// No terminal has less than sixty columns.
void PastedTextTest::brokenQuote()
{
    const auto broken = [](int columns, const char *rest) { return partsOf("[~]# echo '" + QByteArray(columns - 11, 'a') + "\n" + rest + "\nx\n[~]# ip r\n{R}\n").front(); };
    QVERIFY2(broken(60, "b'").endsWith("ab = 3-3"), qPrintable(broken(60, "b'")));
    QVERIFY2(broken(59, "b'").endsWith("aa = 2-3"), qPrintable(broken(59, "b'")));
    QVERIFY(broken(60, "b").endsWith("aa = 2-3"));
    QVERIFY(broken(60, "b\"").endsWith("aa = 2-3"));
    QVERIFY(broken(60, "b'c'").endsWith("aa = 2-3"));
}

// Which programs a command's output may go through that leave lines together which belong together.
void PastedTextTest::filters()
{
    const auto keeps = [](std::vector<std::vector<std::string>> filters) { return TypedCommand{.filters = std::move(filters)}.keepsBlocks(); };
    QVERIFY(keeps({}) && keeps({{}}));
    for (const char *program : {"cat", "head", "tail", "less", "more", "tee", "jq", "python", "python3", "sed"})
        QVERIFY2(keeps({{program, "x"}}), program);
    for (const char *flag : {"-A3", "-B", "-C2"}) {
        QVERIFY2(keeps({{"grep", "x", flag}}) && keeps({{"egrep", flag, "x"}}), flag);
        QVERIFY2(!keeps({{"xgrep", flag, "x"}}), flag);
    }
    QVERIFY(!keeps({{"grep", "x"}}) && !keeps({{"egrep", "-v", "x"}}) && !keeps({{"awk", "x"}}) && !keeps({{"sort"}}));
    QVERIFY(!keeps({{"cat"}, {"grep", "x"}}) && !keeps({{"grep", "x"}, {"cat"}}) && keeps({{"cat"}, {"head"}}));
}

QTEST_GUILESS_MAIN(PastedTextTest)
#include "tst_pastedtext.moc"
