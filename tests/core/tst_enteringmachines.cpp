#include "core/transcript/machinename.h"
#include "core/transcript/wrapping.h"
#include "tests/support/madeshapes.h"

#include <QTest>

using namespace vethscope;

// Commands within the words of programs that nobody knows, and the machines that such words name.
class EnteringMachinesTest : public QObject
{
    Q_OBJECT

private slots:
    void names_data();
    void names();
    void named_data();
    void named();
    void flags_data();
    void flags();
    void elsewhere_data();
    void elsewhere();
    void programsOfThisMachine_data();
    void programsOfThisMachine();
};

namespace {

std::vector<std::string> wordsOf(const char *line)
{
    const auto body = readCommandLine(line).body;
    return body.empty() ? std::vector<std::string>{} : body.front().words;
}

QString joinedWords(const std::vector<std::string> &words)
{
    QStringList list;
    for (const std::string &word : words)
        list << QString::fromStdString(word);
    return list.join(' ');
}

// `fir> ip r | grep x`
QStringList described(const std::vector<Unwrapped> &all)
{
    QStringList list;
    for (const Unwrapped &one : all) {
        QString text = QString::fromStdString(one.session.node) + "> " + joinedWords(one.command.words);
        for (const auto &filter : one.command.filters)
            text += " | " + joinedWords(filter);
        list << text + (one.elsewhere ? "" : " HERE") + (one.samePrompt ? " SAME" : "");
    }
    return list;
}

} // namespace

void EnteringMachinesTest::names_data()
{
    QTest::addColumn<bool>("name");

    for (const char *name : {"fir", "fir-1", "fir.lab.example", "a", "z", "A", "Z", "f_ir", "1a", "192.0.2.3", "::1", "2001:db8::7"})
        QTest::newRow(name) << true;
    for (const char *name : {"", "12", "1.2", "_fir", "-fir", "fir-", "fir oak", "fir/oak", "fir:", "@", "[", "`", "{"})
        QTest::newRow(name) << false;
}

void EnteringMachinesTest::names()
{
    QFETCH(bool, name);
    QCOMPARE(isMachineName(QTest::currentDataTag()), name);
}

void EnteringMachinesTest::named_data()
{
    QTest::addColumn<std::string>("machine");

    const auto row = [](const char *line, const char *machine) { QTest::newRow(line) << std::string(machine); };
    row("fleet ops@fir --", "fir");
    row("fleet node/fir", "fir");
    row("fleet nodes/fir", "fir");
    row("fleet vm/fir", "fir");
    row("fleet vmi/fir", "fir");
    row("fleet pod/fir", "");
    row("virtctl ssh fedora@vmi/fir", "fir");
    row("fleet ops@12", "");
    row("fleet on node/12", "");
    row("fleet ops@fir ops@oak", "fir");
    row("fleet run --node=fir oak", "fir");
    row("fleet run --colour=fir x oak", "oak");
    row("fleet run --node=12 x oak", "oak");
    row("fleet run -n=fir x oak", "oak");
    row("fleet run --node 12 x oak", "oak");
    row("fleet run oak --node", "oak");
    row("limactl shell fir", "fir");
    row("limactl shell", "");
    row("limactl", "");
    row("fleet run fir oak", "oak");
    row("fleet run -v fir", "");
    row("fleet run fir -v", "fir");
    row("fleet -q fir oak", "oak");
    row("fleet -q fir", "fir");
    row("fleet -q fir -v", "fir");
    row("fleet run 12", "");
    row("fleet -q 12", "");
    row("fleet -q", "");
}

void EnteringMachinesTest::named()
{
    QTEST(machineNamed(wordsOf(QTest::currentDataTag())), "machine");
}

void EnteringMachinesTest::flags_data()
{
    QTest::addColumn<std::string>("word");

    for (const char *flag : {"-n", "--node", "--nodes", "-H", "--host", "--hosts", "--on", "--target", "-t", "--name", "--vm", "--machine", "-m", "--server", "--instance", "-w", "-l", "--limit"})
        QTest::newRow(flag) << std::string(flag);
}

void EnteringMachinesTest::flags()
{
    QFETCH(std::string, word);
    QCOMPARE(machineNamed({"fleet", "run", word, "fir", "oak"}), std::string("fir"));
}

void EnteringMachinesTest::elsewhere_data()
{
    QTest::addColumn<QStringList>("commands");

    const auto row = [](const char *line, const QStringList &commands) { QTest::newRow(line) << commands; };
    row("fleet --on fir ip r", {"fir> ip r"});
    row("fleet ip r", {"> ip r"});
    row("vagrant ssh fir -c 'ip r'", {"fir> ip r"});
    row("az vm --scripts 'ip r' --name fir", {"fir> ip r"});
    row("az vm --scripts='ip r' --name fir", {"fir> ip r"});
    row("az vm --scripts=ip r --name fir", {});
    row("fleet --on fir 'ip r; ip a'", {"fir> ip r", "fir> ip a"});
    row("fleet --on fir 'cd /x; ip a'", {"fir> cd /x", "fir> ip a"});
    row("fleet --on fir ip r | grep x", {"fir> ip r | grep x"});
    row("fleet --on fir 'ip r | grep y' | grep x", {"fir> ip r | grep y | grep x"});
    row("fleet --on oak 'ssh fir ip r'", {"fir> ip r"});
    row("fleet --on fir ip r oak", {"fir> ip r oak"});
    row("fleet --on fir sudo ip r", {"fir> ip r"});
    row("fleet --on fir date", {});
    row("ip x ip r", {});
    row("fleet", {});
    row("", {});
}

void EnteringMachinesTest::elsewhere()
{
    const auto body = readCommandLine(QTest::currentDataTag()).body;
    QTEST(described(ranElsewhere(body.empty() ? ShellCommand{} : body.front(), test::MadeShapes())), "commands");
}

void EnteringMachinesTest::programsOfThisMachine_data()
{
    QTest::addColumn<std::string>("word");

    for (const char *program : {"echo", "printf", "man", "which", "type", "alias", "history", "vi", "vim", "nano", "ls", "cd", "apt", "apt-get", "yum", "dnf", "git", "grep", "egrep", "for",
                                "while", "if", "cat", "less", "head", "tail", "sed", "awk", "diff", "tee", "ps", "pgrep", "rpm", "dpkg", "whatis", "apropos", "help", "ping"})
        QTest::newRow(program) << std::string(program);
}

void EnteringMachinesTest::programsOfThisMachine()
{
    QFETCH(std::string, word);
    QVERIFY(ranElsewhere({.words = {word, "ip", "r"}}, test::MadeShapes()).empty());
}

QTEST_GUILESS_MAIN(EnteringMachinesTest)
#include "tst_enteringmachines.moc"
