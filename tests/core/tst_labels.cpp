#include "core/transcript/blocks.h"
#include "core/transcript/labels.h"
#include "core/transcript/tidy.h"
#include "tests/support/madeshapes.h"

#include <QTest>

using namespace vethscope;

// Lines that say whose output stands below: by themselves, and in the text that they are part of.
class LabelsTest : public QObject
{
    Q_OBJECT

private slots:
    void byItself_data();
    void byItself();
    void fillers_data();
    void fillers();
    void headingsOfOutput();
    void headings_data();
    void headings();
    void rulers_data();
    void rulers();
    void inText_data();
    void inText();
    void inALongText();
};

namespace {

QString described(const MachineLabel &label)
{
    QStringList names;
    for (const std::string &name : label.names)
        names << QString::fromStdString(name);
    return names.join('+') + (label.sure ? " sure" : " weak") + (label.failed ? " failed" : "");
}

QString labelOf(const std::string &line)
{
    const auto label = labelIn(line);
    return label ? described(*label) : QString();
}

} // namespace

void LabelsTest::byItself_data()
{
    QTest::addColumn<QString>("label");

    const auto row = [](const char *line, const char *label) { QTest::newRow(line) << QString::fromUtf8(label); };
    // Ansible
    row("fir | CHANGED | rc=0 >>", "fir sure");
    row("fir | SUCCESS >> x", "fir sure");
    row("fir | UNREACHABLE! => {", "fir sure failed");
    row("fir | FAILED | rc=1 >>", "fir sure");
    row("fir | AZ! | rc=0", "fir sure");
    row("fir | CHANGED", "");
    row("fir / CHANGED | rc=0 >>", "");
    row("fir | changed | rc=0 >>", "");
    row("fir | A@B | rc=0 >>", "");
    row("fir | A[B | rc=0 >>", "");
    row("fir | A | rc=0 >>", "");
    row("-x | CHANGED | rc=0 >>", "");
    row("fir | CHANGED + rc=0 >>", "");
    row("ok: [fir]", "fir sure");
    row("OK: [fir] => {", "fir sure");
    row("changed: [fir]", "fir sure");
    row("skipping: [fir]", "fir sure");
    row("fatal: [fir]: FAILED! => {", "fir sure failed");
    row("failed: [fir] (item=x)", "fir sure failed");
    row("ok: fir x", "");
    row("ok: [fir", "");
    row("ok: [-]", "");
    row("done: [fir]", "");
    // pssh
    row("[1] 14:03:51 [SUCCESS] fir", "fir sure");
    row("[2] 14:03:51 [FAILURE] fir Exited with error code 1", "fir sure failed");
    row("1 14:03:51 [SUCCESS] fir", "");
    row("[1] 14:03:51 [Success] fir", "");
    row("[1] 14:03:51 SUCCESS] fir", "");
    row("[1] 14:03:51 [SUCCESS fir", "");
    row("[1] 14:03:51 [] fir", "");
    row("[1] 14:03:51 [SUCCESS] -", "");
    row("[1] 14:03:51 [SUCCESS]", "");
    // Banners
    row("==> fir <==", "fir sure");
    row("   === fir ===", "fir sure");
    row("*** fir", "fir sure");
    row("~~~~ fir", "fir sure");
    row(">> fir", "fir sure");
    row("__ fir __", "fir sure");
    row("#### fir", "fir weak");
    row("++ fir", "fir weak");
    row("-- fir", "fir weak");
    row("## fir ##", "fir sure");
    row("-- fir --", "fir sure");
    row("## node fir", "fir sure");
    row("==fi", "fi sure");
    row("==f", "");
    row("=fir=", "");
    row("=fir ===", "");
    row("====", "");
    row("==> <==", "");
    row("xxfir", "xxfir weak");
    row("=== fir [192.0.2.3] ===", "fir sure");
    row("=== fir (left) ===", "fir sure");
    row("=== fir left ===", "");
    row("=== fir [a] b ===", "");
    row("=== fir [a] [b] ===", "");
    row("=== node fir [x] ===", "fir sure");
    row("=== Host: fir ===", "fir sure");
    row("=== server fir ===", "fir sure");
    row("=== machine: fir ===", "fir sure");
    row("=== server: fir ===", "fir sure");
    row("=== node: fir ===", "fir sure");
    row("=== host fir ===", "fir sure");
    row("=== machine fir ===", "fir sure");
    row("=== rack fir ===", "");
    row("=== node ===", "node sure");
    row("=== node a/b ===", "");
    // What people write
    row("fir", "fir weak");
    row("fir:", "fir weak");
    row("  # fir", "fir weak");
    row("* fir:", "fir weak");
    row("• fir", "fir weak");
    row("`fir`", "fir weak");
    row("\"fir\"", "fir weak");
    row("**fir**:", "fir weak");
    row("(fir):", "fir weak");
    row("'fir':", "fir weak");
    row("fir ' :", "fir weak");
    row("192.0.2.3:", "192.0.2.3 weak");
    row("Node 1:", "Node 1 sure");
    row("the node 2", "node 2 sure");
    row("1 node:", "");
    row("rack 2:", "");
    row("node x 1", "");
    row("master", "master weak");
    row("master:", "master sure");
    row("master,", "master sure");
    row("master node", "master sure");
    row("1.master", "master weak");
    row("1) master:", "master sure");
    row("1.master route", "master sure");
    row("# Master节点路由", "Master sure");
    row("fir1主机的路由表如下：", "fir1 sure");
    row("fir服务器上:", "fir sure");
    row("fir路由:", "");
    row("路由:", "");
    row("节点路由:", "节点路由 sure");
    row("Worker1 Network configuration:", "Worker1 sure");
    row("worker1 ip route:", "worker1 sure");
    row("Worker1 network words:", "");
    row("Worker1 network", "");
    row("fir network:", "");
    row("on fir-node (click to expand)", "fir-node sure");
    row("node fir [click]", "");
    row("(fir)", "fir weak");
    row("`ip route` on fir:", "fir weak");
    row("ip route show table all on node fir:", "fir sure");
    row("ip route on fir", "");
    row("words on fir:", "");
    row("Node:", "Node weak");
    row("node", "");
    row("----- 192.0.2.7 ( fir ) -----", "fir sure");
    row("===== fir ( 192.0.2.7 ) =====", "fir sure");
    row("===== fir [192.0.2.7] oak =====", "");
    row("----- 192.0.2.7 -----", "192.0.2.7 sure");
    row("2.node route", "node sure");
    row("2.fir ip r", "");
    row("node route", "");
    row("2.node", "");
    row("2.fir oak", "");
    row("fir route", "");
    row("From master node fir:", "fir sure");
    row("worker oak", "oak sure");
    row("on the master server fir", "fir sure");
    row("master worker", "");
    row("agent ip:", "");
    row("node fir ip route", "fir sure");
    row("12. master:", "master sure");
    row("123. master:", "");
    row("1; master:", "");
    row(".fir", "");
    row("1.2.3.4", "1.2.3.4 weak");
    row("1.0fir", "1.0fir weak");
    row("1.9fir", "1.9fir weak");
    row("1.", "");
    row("#", "");
    row("", "");
    row("On fir:", "fir weak");
    row("at fir", "fir weak");
    row("from fir", "fir weak");
    row("in fir", "fir weak");
    row("fir here:", "");
    row("My fir:", "");
    row("on the fir:", "");
    row("On worker-1 node,", "worker-1 sure");
    row("@ master control plane:", "master sure");
    row("host fir in control plane", "fir sure");
    row("host fir in the control plane", "");
    row("vm fir", "fir sure");
    row("vmx fir", "");
    row("fir oak:", "");
    row("主节点:", "主节点 sure");
    row("节点 fir：", "fir sure");
    // Commands are no machines, but where somebody says so
    row("- iptables-save", "");
    row("hostname:", "");
    row("==> ifconfig <==", "");
    row("Node docker:", "docker sure");
    row("== node docker ==", "docker sure");
    row("fir 主机:", "fir sure");
    row("节点：", "节点 sure");
    row("节点 主机：", "");
    row("主节点：", "主节点 sure");
    row("主节点，", "主节点 weak");
    row("控制平面:", "控制平面 sure");
    row("主机甲:", "主机甲 sure");
    row("机器甲:", "机器甲 sure");
    row("服务器甲:", "服务器甲 sure");
    row("你好:", "");
    row("节点 fir：", "fir sure");
    row("服务器 fir", "fir sure");
    row("你好 fir：", "");
    row("node 你好:", "");
    row("•fir", "");
    row("这是第二个工作的节点:", "这是第二个工作的节点 sure");
    row("这是我第二个工作的节点:", "");
    row("host-1:", "host-1 sure");
    row("SERVER-1:", "SERVER-1 sure");
    row("machine-1:", "machine-1 sure");
    row("worker-1:", "worker-1 sure");
    row("control-plane-1:", "control-plane-1 sure");
    row("controlplane1:", "controlplane1 sure");
    row("node fffffffffffffffffffffffffffffffffffffffffffffffffffffff", "fffffffffffffffffffffffffffffffffffffffffffffffffffffff sure");
    row("node ffffffffffffffffffffffffffffffffffffffffffffffffffffffff", "");
    row("a/b:", "");
}

void LabelsTest::byItself()
{
    QTEST(labelOf(QTest::currentDataTag()), "label");
}

void LabelsTest::fillers_data()
{
    QTest::addColumn<std::string>("word");

    for (const char *word : {"on", "in", "at", "from", "of", "the", "a", "my", "our", "this", "that", "output", "outputs", "result", "results", "for", "here", "is", "and", "node",
                             "nodes", "host", "server", "machine", "vm", "box", "instance", "control", "plane", "now", "then", "same", "name", "hostname", "nodename", "The"})
        QTest::newRow(word) << std::string(word);
}

void LabelsTest::fillers()
{
    QFETCH(std::string, word);
    QCOMPARE(labelOf(word + " node fir"), QString("fir sure"));
    QCOMPARE(labelOf(word + ":"), word == "node" ? QString("node weak") : QString());
}

void LabelsTest::headingsOfOutput()
{
    for (const char *line : {"Interface configuration:", "**Routes:**", "# IP addresses", "routing table", "_Output:_"})
        QVERIFY2(isHeadingOfOutput(line), line);
    for (const char *line : {"", "***", "Routes of n1:", "Interface words:", "n1:"})
        QVERIFY2(!isHeadingOfOutput(line), line);
}

void LabelsTest::headings_data()
{
    QTest::addColumn<std::string>("word");

    for (const char *word : {"before", "after", "first", "second", "also", "next", "old", "new", "good", "bad", "working", "broken", "expected", "actual", "Route", "routes", "routing",
                             "table", "tables", "interfaces", "interface", "card", "cards", "addresses", "address", "neighbours", "neighbors", "arp", "fdb", "bridge", "iptables",
                             "nat", "pods", "pod", "services", "details", "logs", "log", "notes", "summary", "ip", "ipv4", "ipv6", "info", "network", "configuration", "config", "settings", "environment", "version", "example",
                             "examples", "overlay", "underlay", "inside", "outside", "console", "shell", "bash", "text", "code", "edit", "update", "question", "answer", "other",
                             "both", "yes", "no", "it", "done", "omitted", "snip", "snipped", "cut", "skipped", "truncated", "redacted", "removed",
                             "masked", "container", "containers", "more", "end", "begin", "start"})
        QTest::newRow(word) << std::string(word);
}

void LabelsTest::headings()
{
    QFETCH(std::string, word);
    QCOMPARE(labelOf(word + ":"), QString());
    QCOMPARE(labelOf("=== " + word + " ==="), QString());
}

void LabelsTest::rulers_data()
{
    QTest::addColumn<bool>("ruler");

    for (const char *line : {"---", "===", "***", "###", "___", "~~~", ">>>", "+++", "  -----\t"})
        QTest::newRow(line) << true;
    for (const char *line : {"--", "- - -", "==-", "aaa", "", "--- x"})
        QTest::newRow(line) << false;
}

void LabelsTest::rulers()
{
    QFETCH(bool, ruler);
    QCOMPARE(isRuler(QTest::currentDataTag()), ruler);
}

namespace {

// Outputs: the lines `a` of one command, `b` of another; `a==` stands around an output of the first one's, whatever is in it.
std::vector<OutputBlock> blocksOf(const SourceText &source)
{
    std::vector<OutputBlock> blocks;
    for (std::uint32_t line = 1; line <= source.size(); ++line) {
        const std::string_view text = source.line(line);
        const std::uint32_t first = line;
        if (text == "a==")
            for (++line; source.line(line) != "a=="; ++line) { }
        if (text == "a" || text == "b" || text == "a==")
            blocks.push_back({text == "b" ? "bridge" : "addr", {first, line + 1 - first}});
    }
    return blocks;
}

} // namespace

void LabelsTest::inText_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("labels");

    const auto row = [](const char *name, const char *text, const QStringList &labels) { QTest::newRow(name) << QByteArray(text) << labels; };
    row("nothing", "", {});
    row("a sure one", "=== fir ===\na\n", {"1 fir sure"});
    row("a sure one above nothing that is known", "=== fir ===\nwords of text\n", {"1 fir sure"});
    row("a weak one by itself", "fir:\na\n", {});
    row("weak ones above one command", "fir:\na\n\n# oak\na\n", {"1 fir weak", "4 oak weak"});
    row("weak ones of one form", "fir:\na\n\noak:\nb\n", {"1 fir weak", "4 oak weak"});
    row("weak ones with nothing in common", "fir:\na\n\n# oak\nb\n", {});
    row("a weak one whose name others say", "1.master\na\n\n1.master route\nb\n\n2.node route\nb\n", {"1 master weak", "4 master sure", "7 node sure"});
    row("a weak one whose name nobody else says", "1.elm\na\n\n1.master route\nb\n\n2.node route\nb\n", {"4 master sure", "7 node sure"});
    row("one name twice", "fir:\na\n\nfir:\na\n", {});
    row("weak ones above nothing that is known", "On fir:\nsome other words\n\nOn oak:\nsome other words\n", {"1 fir weak", "4 oak weak"});
    row("single words above nothing that is known", "fir:\nsome other words\n\noak:\nsome other words\n", {});
    row("numbers differ", "0. On fir:\nsome other words\n\n9. On oak:\nsome other words\n", {"1 fir weak", "4 oak weak"});
    row("above what a list's numbers stand before", "**fir**\n1. ip r\nx\n\n**fir**\na\n\n**oak**\na\n", {"1 fir weak", "5 fir weak", "8 oak weak"});
    row("the end of a quoted text", "fir':\na\n\noak'\na\n", {});
    row("quoted", "'fir'\na\n\n'oak'\na\n", {"1 fir weak", "4 oak weak"});
    row("names alone", "fir\na\n\noak\na\n", {"1 fir weak", "4 oak weak"});
    row("names alone below a ruler", "fir\na\n---\noak\na\n", {"1 fir weak", "4 oak weak"});
    row("names alone below a fence", "fir\na\n```\noak\na\n", {"1 fir weak", "4 oak weak"});
    row("names that end what stands above them", "some other words\nfir\na\n\nsome other words\noak\na\n", {});
    row("with colons they end nothing", "some other words\nfir:\na\n\nsome other words\noak:\na\n", {"2 fir weak", "6 oak weak"});
    row("names that stood out", "some other words\n**fir**\na\n\nsome other words\n**oak**\na\n", {"2 fir weak", "6 oak weak"});
    row("names in quotes stand out no more than what is around them", "> some other words\n> fir\n> a\n>\n> some other words\n> oak\n> a\n", {});
    row("in a frame", "some other words\n-----\nfir\n-----\na\n", {"3 fir sure"});
    row("several in a frame", "-----\nfir,oak (2)\n-----\na\n", {"2 fir+oak sure"});
    row("a sentence in a frame", "-----\nfir, oak\n-----\na\n", {});
    row("a count alone", "-----\nfir (2\n-----\na\n", {});
    row("no count", "-----\nfir 2)\n-----\na\n", {});
    row("no name among them", "-----\nfir,a/b\n-----\na\n", {});
    row("another label in a frame", "-----\nnode fir\n-----\na\n", {"2 fir sure"});
    row("half a frame", "-----\nfir\na\n", {});
    row("the lower half", "some other words\nfir\n-----\na\n", {});
    row("gaps below it", "fir:\n\n```\n-----\na\n\noak:\na\n", {"1 fir weak", "7 oak weak"});
    row("a command below it", "fir:\nip r\na\n\noak:\nip r\na\n", {"1 fir weak", "5 oak weak"});
    row("more below it", "fir:\nip r\nsome other words\na\n\noak:\nip r\nsome other words\na\n", {});
    row("above a command without known output", "fir:\na\n\noak:\nhostname\n", {"1 fir weak", "4 oak weak"});
    row("above a prompt", "oak:\n# hostname\nelm\n\nfir:\na\n", {"1 oak weak", "5 fir weak"});
    row("above another prompt", "oak:\n\n[~]# mystery\nelm\n\nfir:\na\n", {"1 oak weak", "6 fir weak"});
    row("above other words", "fir:\na\n\noak:\nsome other words\n", {});
    row("commands alone", "fir:\nhostname\n\noak:\nhostname\n", {});
    row("one name above both", "fir:\na\n\nfir:\nhostname\n", {});
    row("other forms above outputs", "**fir**:\na\n\noak:\nhostname\n", {});
    row("behind other words, above a command", "fir:\na\n\nwords\noak:\nhostname\n", {});
    row("amid one output", "a\nnode fir:\na\n", {});
    row("between two outputs", "a\nnode fir:\nb\n", {"2 fir sure"});
    row("behind a blank line", "a\n\nnode fir:\na\n", {"3 fir sure"});
    row("in front of a blank line", "a\nnode fir:\n\na\n", {"2 fir sure"});
    row("several amid one output", "a\nnode fir:\na\nnode oak:\na\n", {"2 fir sure", "4 oak sure"});
    row("several forms amid one output", "a\nhost fir:\na\nthe node oak:\na\n", {"2 fir sure", "4 oak sure"});
    row("names amid one output", "a\nfir:\na\n# oak\na\n", {});
    row("weak twins amid one output", "a\nfir:\na\noak:\na\n", {"2 fir weak", "4 oak weak"});
    row("inside an output", "a==\n=== fir ===\na==\n", {});
    row("behind an output", "a==\n=== fir ===\na==\n\n=== oak ===\na\n", {"5 oak sure"});
}

void LabelsTest::inText()
{
    QFETCH(QByteArray, text);
    const auto source = tidied(std::make_shared<const SourceText>("text", text.toStdString()));
    const MachineLabels labels(*source, blocksOf(*source));
    QStringList found;
    for (std::uint32_t line = 1; line <= source->size() + 1; ++line)
        if (const MachineLabel *label = labels.at(line))
            found << QString("%1 %2").arg(line).arg(described(*label));
    QTEST(found, "labels");
    QCOMPARE(labels.empty(), found.isEmpty());
}

// Whose lines are looked at in parts of 8192.
void LabelsTest::inALongText()
{
    std::string text;
    std::uint32_t lines = 0;
    const auto add = [&](std::string_view line) {
        text.append(line).push_back('\n');
        return ++lines;
    };
    while (add("some other words") < 8189) { }
    add("");
    add("fir:");      // 8191
    add("all of it");  // a block across the end of the first part
    add("elm:");      // no label: it is part of the block
    add("oak:");      // nor is this
    while (add("some other words") < 16382) { }
    add("root@fir:~# ip r");
    add("-----");     // 16384, the last of the second part
    add("fir,oak (2)");
    add("-----");
    add("via a");
    add("");
    while (add("some other words") < 24575) { }
    add("oak:");      // 24576, the last of the third part
    add("via a");
    add("");
    add("elm:");
    add("via a");
    const SourceText source("text", text);
    const OutputBlocks blocks(source, test::MadeShapes{});
    const MachineLabels labels(source, blocks.all());
    QStringList found;
    for (std::uint32_t line = 1; line <= source.size(); ++line)
        if (const MachineLabel *label = labels.at(line))
            found << QString("%1 %2").arg(line).arg(described(*label));
    QCOMPARE(found, (QStringList{"8191 fir weak", "16385 fir+oak sure", "24576 oak weak", "24579 elm weak"}));
}

QTEST_GUILESS_MAIN(LabelsTest)
#include "tst_labels.moc"
