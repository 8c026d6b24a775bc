#include "core/snapshot/unnamed.h"

#include <QTest>

#include <algorithm>

using namespace vethscope;

// What a machine says about its own name, and whose commands that names.
class UnnamedTest : public QObject
{
    Q_OBJECT

private slots:
    void told_data();
    void told();
    void sessions_data();
    void sessions();
};

namespace {

TypedCommand commandOf(const QString &words, const QString &output)
{
    TypedCommand command{.source = std::make_shared<const SourceText>("text", output.toStdString() + "\n")};
    for (const QString &word : words.split(' ', Qt::SkipEmptyParts))
        command.words.push_back(word.toStdString());
    command.output = {1, output.isEmpty() ? 0u : 1u};
    return command;
}

} // namespace

void UnnamedTest::told_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("output");
    QTest::addColumn<QString>("host");

    const auto row = [](const char *words, const char *output, const char *host) { QTest::addRow("%s: %s", words, output) << QString(words) << QString(output) << QString(host); };
    row("hostname", "fir", "fir");
    row("hostname -s", "fir", "fir");
    row("hostname -f", "fir.lab", "fir.lab");
    row("hostname -I", "192.0.2.1", "");
    row("hostname", "", "");
    row("hostname", "-bash: no such command", "");
    row("hostname", " ", "");
    row("cat /etc/hostname", "fir", "fir");
    row("cat /etc/hosts", "fir", "");
    row("cat /etc/hostname /etc/hosts", "fir", "");
    row("cat", "fir", "");
    row("less /etc/hostname", "fir", "");
    row("uname -n", "fir", "fir");
    row("uname -a", "Linux fir 5.4", "fir");
    row("uname -a", "Linux", "");
    row("uname -r", "fir", "");
    row("uname -n -a", "fir", "");
    row("uname", "Linux", "");
    row("date -n", "fir", "");
    row("", "fir", "");
}

void UnnamedTest::told()
{
    QFETCH(QString, words);
    QFETCH(QString, output);
    TypedCommand command = commandOf(words, output);
    QTEST(QString::fromStdString(hostTold(command)), "host");
    command.filters = {{"grep", "x"}};
    QCOMPARE(hostTold(command), std::string());
}

void UnnamedTest::sessions_data()
{
    QTest::addColumn<QStringList>("commands"); // `NODE/POD WORDS=OUTPUT`, `!` in front of one that ran elsewhere, `*` of one below a label
    QTest::addColumn<QString>("nodes");

    const auto row = [](const char *name, const QStringList &commands, const char *nodes) { QTest::newRow(name) << commands << QString(nodes); };
    row("nothing", {}, "");
    row("nobody says", {"/ ip r=x", "/ ip a=x"}, ",");
    row("told later", {"/ ip r=x", "/ hostname=fir", "/ ip a=x"}, "fir,fir,fir");
    row("another's terminal", {"/ hostname=fir", "/ ip r=x", "/ hostname=oak", "/ ip r=x"}, "fir,fir,oak,oak");
    row("the first that is told", {"/ ip r=x", "/ hostname=fir", "/ hostname=oak"}, "fir,fir,oak");
    row("somebody who has a name", {"elm/ ip r=x", "/ hostname=fir"}, "elm,fir");
    row("somebody with a name does not name others", {"/ ip r=x", "elm/ hostname=fir"}, ",elm");
    row("a pod", {"/tea ip r=x", "/ hostname=fir"}, ",fir");
    row("a pod does not name others", {"/ ip r=x", "/tea hostname=fir", "/ ip r=x"}, ",,");
    row("elsewhere", {"!/ ip r=x", "/ hostname=fir"}, ",fir");
    row("not in front of a label", {"/ ip r=x", "*elm/ ip r=x", "/ hostname=fir", "/ ip r=x"}, ",elm,fir,fir");
    row("not behind a label", {"/ hostname=fir", "/ ip r=x", "*elm/ ip r=x", "/ ip r=x"}, "fir,fir,elm,");
    row("below a label what is told there", {"/ hostname=fir", "*elm/ ip r=x", "*elm/ ip a=x", "/ ip r=x", "/ hostname=oak", "*elm/ ip a=x", "/ ip r=x"}, "fir,elm,elm,oak,oak,elm,");
    row("elsewhere does not name others", {"/ ip r=x", "!/ hostname=fir", "/ ip r=x"}, ",,");
}

void UnnamedTest::sessions()
{
    QFETCH(QStringList, commands);
    std::vector<TypedCommand> typed;
    for (QString text : commands) {
        const bool elsewhere = text.startsWith('!');
        const bool labelled = text.startsWith('*');
        text.remove(elsewhere ? "!" : labelled ? "*" : "");
        const QString who = text.section(' ', 0, 0), line = text.section(' ', 1);
        typed.push_back(commandOf(line.section('=', 0, 0), line.section('=', 1)));
        typed.back().session.node = who.section('/', 0, 0).toStdString();
        typed.back().session.pod = who.section('/', 1).toStdString();
        typed.back().labelled = labelled;
        typed.back().elsewhere = elsewhere ? 1 : 0;
    }
    const bool noneNamed = std::ranges::all_of(typed, [](const TypedCommand &command) { return command.session.node.empty(); });
    QCOMPARE(nameSessions(typed), noneNamed);
    QStringList nodes;
    for (const TypedCommand &command : typed)
        nodes << QString::fromStdString(command.session.node);
    QTEST(nodes.join(','), "nodes");
}

QTEST_GUILESS_MAIN(UnnamedTest)
#include "tst_unnamed.moc"
