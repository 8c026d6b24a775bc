#include "core/snapshot/wrappedtext.h"
#include "tests/support/hostfacts.h"

#include <QRegularExpression>
#include <QTest>

using namespace vethscope;
using namespace vethscope::test;

namespace {

const QByteArray veth = "7: veth5@if3: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1450 qdisc noqueue master cni0 state UP mode DEFAULT group default qlen 1000\n"
                        "    link/ether 02:00:00:00:00:07 brd ff:ff:ff:ff:ff:ff link-netns cni-5e1f promiscuity 1  allmulti 1 minmtu 68 maxmtu 65535 \n"
                        "    veth \n"
                        "    bridge_slave state forwarding priority 32 cost 2 hairpin on guard off root_block off fastleave off learning on flood on port_id 0x8001 port_no 0x1 \n";
const QByteArray bridge = "5: cni0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1450 qdisc noqueue state UP mode DEFAULT group default qlen 1000\n"
                          "    link/ether 02:00:00:00:00:05 brd ff:ff:ff:ff:ff:ff promiscuity 0  allmulti 0 minmtu 68 maxmtu 65535 \n"
                          "    bridge forward_delay 1500 hello_time 200 max_age 2000 ageing_time 30000 stp_state 0 priority 32768 vlan_filtering 0 vlan_protocol 802.1Q \n";
const QByteArray rules = "*nat\n:PREROUTING ACCEPT [0:0]\n:KUBE-SERVICES - [0:0]\n:KUBE-SVC-ABCDEFGHIJKLMNOP - [0:0]\n:KUBE-SEP-QRSTUVWXYZABCDEF - [0:0]\n"
                         "-A PREROUTING -m comment --comment \"kubernetes service portals\" -j KUBE-SERVICES\n"
                         "-A KUBE-SERVICES -d 198.51.100.10/32 -p udp -m comment --comment \"kube-system/dns:dns cluster IP\" -m udp --dport 53 -j KUBE-SVC-ABCDEFGHIJKLMNOP\n"
                         "-A KUBE-SVC-ABCDEFGHIJKLMNOP -m comment --comment \"kube-system/dns:dns -> 192.0.2.3:53\" -j KUBE-SEP-QRSTUVWXYZABCDEF\n"
                         "-A KUBE-SEP-QRSTUVWXYZABCDEF -p udp -m comment --comment \"kube-system/dns:dns\" -m udp -j DNAT --to-destination 192.0.2.3:53\nCOMMIT\n";
const QByteArray settings = "net.ipv4.ip_forward = 1\nnet.ipv4.conf.all.forwarding = 1\nnet.ipv4.conf.all.rp_filter = 0\n";
const QByteArray reads = "sysctl net.ipv4.ip_forward net.ipv4.conf.all.forwarding net.ipv4.conf.all.rp_filter\n";

// Each line behind the same words.
QByteArray behind(const QByteArray &front, const QByteArray &text)
{
    QByteArray lines;
    for (const QByteArray &line : text.split('\n'))
        lines += line.isEmpty() ? QByteArray() : front + line + '\n';
    return lines;
}

struct Broken {
    QByteArray text;
    QHash<int, int> lines; // where each line of the whole text begins
};

Broken brokenAt(int width, const QByteArray &whole)
{
    Broken broken;
    int written = 0;
    const QByteArrayList lines = whole.split('\n');
    for (int number = 1; number < lines.size(); ++number) {
        const QByteArray &line = lines[number - 1];
        broken.lines[number] = written + 1;
        int at = 0;
        do {
            broken.text += line.mid(at, width) + '\n';
            ++written;
            at += width;
        } while (at < line.size());
    }
    return broken;
}

QByteArray trimmedEnds(const QByteArray &text)
{
    return QString::fromUtf8(text).replace(QRegularExpression(" +\n"), "\n").toUtf8();
}

SourceText source(const QByteArray &text)
{
    return SourceText("text", text.toStdString());
}

} // namespace

// A text that a terminal broke at its width tells what it told before.
class WrappedTextTest : public QObject
{
    Q_OBJECT

private slots:
    void facts_data();
    void facts();
    void likely_data();
    void likely();
    void joins_data();
    void joins();
    void keepsNumbers();
    void longText();
};

void WrappedTextTest::facts_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("width");

    for (const int width : {80, 100, 120}) {
        const auto row = [&](const char *name, const QByteArray &text) { QTest::addRow("%s, %d", name, width) << text << width; };
        row("outputs alone", bridge + veth + "\n" + rules);
        row("below labels", "Node n1:\n" + bridge + veth + "\nNode n2:\n" + rules);
        row("behind machines' names", "$ pdsh -a ip -d link\n" + behind("n1: ", bridge + veth) + "$ pdsh -a iptables-save\n" + behind("n2: ", rules));
        row("prompts", "[root@n1 ~]# ip -d link\n" + bridge + veth + "[root@n2 ~]# iptables-save\n" + rules);
    }
    QTest::newRow("a command") << "$ ssh root@n1.example.org -- " + reads + settings + "$ ssh root@n1.example.org -- ip -d link\n" + veth << 80;
    QTest::newRow("a width of nobody's") << bridge + veth + "\n" + rules << 93;
    QTest::newRow("ends of lines") << bridge + veth + "\n" + rules << 104;
}

void WrappedTextTest::facts()
{
    QFETCH(QByteArray, text);
    QFETCH(int, width);
    const Broken broken = brokenAt(width, text);
    QStringList expected = factsOfText(text);
    QVERIFY(expected.size() > 3);
    for (QString &line : expected) {
        const auto number = QRegularExpression("line (\\d+)").match(line);
        if (number.hasMatch())
            line.replace(number.capturedStart(), number.capturedLength(), QString("line %1").arg(broken.lines[number.captured(1).toInt()]));
    }
    QCOMPARE(factsOfText(broken.text), expected);
    QCOMPARE(factsOfText(trimmedEnds(broken.text)), expected);
    QCOMPARE(factsOfText(behind("\t", broken.text).replace("\t\n", "\n")), factsOfText(broken.text));
}

void WrappedTextTest::likely_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QSet<int>>("left");
    QTest::addColumn<bool>("likely");

    const auto full = [](int width) { return QByteArray(width, 'x') + "\n"; };
    const auto row = [](const char *name, const QByteArray &text, const QSet<int> &left, bool likely) { QTest::newRow(name) << text << left << likely; };
    for (const int width : {80, 100, 120, 132, 160})
        QTest::addRow("one line of %d", width) << full(width) + "y\n" << QSet<int>() << true;
    row("another width", full(81) + "y\n", {}, false);
    row("nothing below", full(80) + "\n", {}, false);
    row("at the end", "y\n" + full(80), {}, false);
    row("umlauts", QByteArray("\xc3\xa4").repeated(80) + "\ny\n", {}, true);
    row("three of any width", (full(41) + "y\n").repeated(3), {2, 4, 6}, true);
    row("two of any width", (full(41) + "y\n").repeated(2), {2, 4}, false);
    row("three below which two are left", (full(41) + "y\n").repeated(3), {2, 4}, false);
    row("a narrow one", (full(40) + "y\n").repeated(3), {2, 4, 6}, true);
    row("too narrow", (full(39) + "y\n").repeated(3), {2, 4, 6}, false);
}

void WrappedTextTest::likely()
{
    QFETCH(QByteArray, text);
    QFETCH(QSet<int>, left);
    QFETCH(bool, likely);
    QCOMPARE(WrappedText(std::make_shared<const SourceText>(source(text))).isLikely(std::set<std::uint32_t>(left.begin(), left.end())), likely);
}

void WrappedTextTest::joins_data()
{
    QTest::addColumn<QByteArray>("text"); // whose lines are as long as `12345678`
    QTest::addColumn<QSet<int>>("left");
    QTest::addColumn<QSet<int>>("apart");
    QTest::addColumn<QByteArray>("joined"); // its lines with bars between
    QTest::addColumn<QSet<int>>("wholes");

    const auto row = [](const char *name, const QByteArray &text, const QSet<int> &left, const QByteArray &joined, const QSet<int> &wholes, const QSet<int> &apart = {}) {
        QTest::newRow(name) << text << left << apart << joined << wholes;
    };
    row("a rest", "12345678\nrest \nmore\n", {2}, "12345678rest ||more", {1});
    row("a beginning that says nothing", "12345678\nrest \nmore\n", {1}, "12345678rest ||more", {1});
    row("neither", "12345678\nrest \nmore\n", {1, 2}, "12345678rest ||more", {});
    row("both", "12345678\nrest \nmore\n", {3}, "12345678|rest |more", {});
    row("three parts", "12345678\n12345678\nrest \nmore\n", {2, 3}, "1234567812345678rest |||more", {1});
    row("two wholes", "12345678\nrest \n12345678\nmore \n", {2, 4}, "12345678rest ||12345678more |", {1, 3});
    row("what stays apart", "12345678\nrest \n12345678\nmore \n", {2, 4}, "12345678|rest |12345678more |", {3}, {1});
    row("a shorter line", "1234567\nrest \n12345678\n", {2}, "1234567|rest |12345678", {});
    row("a blank that was cut off", "1234567\nrest\n12345678\n", {2}, "1234567 rest||12345678", {1});
    row("two blanks", "123456\nrest\n12345678\n", {2}, "123456|rest|12345678", {});
    row("a blank line", "12345678\n\nrest \n", {3}, "12345678||rest ", {});
    row("a mark in the place of lines", "12345678\n...\nrest \n", {2, 3}, "12345678|...|rest ", {});
    row("a prompt", "12345678\n[n@n ~]$ ls\n1234567890123\n", {2, 3}, "12345678|[n@n ~]$ ls|1234567890123", {});
    row("as many cells", "1  4  78\nr  s  t\nrest \n", {2}, "1  4  78|r  s  t|rest ", {});
    row("two cells each", "1  45678\nr  s \nrest \n", {2}, "1  45678r  s ||rest ", {1});
    row("fewer cells", "1  4  78\nr  s \nrest \n", {2}, "1  4  78r  s ||rest ", {1});
    row("one cell each", "1 345678\nr s \nrest \n", {2}, "1 345678r s ||rest ", {1});
    row("a beginning that others have", "12345678\n9: x\n10: y\n11: z \n", {2}, "12345678|9: x|10: y|11: z ", {});
    row("one that one other has", "12345678\n9: x\n10: y \n", {2}, "123456789: x||10: y ", {1});
    row("one of lines that say nothing", "12345678\n9: x\n10: y\n11: z \n", {2, 3, 4}, "123456789: x||10: y|11: z ", {1});
    row("a word that others begin with", "12345678\nab x\nac y\nad z \n", {2}, "12345678ab x||ac y|ad z ", {1});
    row("indented like others", "12345678\n  a\n  -b\n  c: \n", {2}, "12345678|  a|  -b|  c: ", {});
    row("indented like one other", "12345678\n  a\n  -b\n", {2}, "12345678|  a|  -b", {});
    row("indented otherwise", "12345678\n   a\n  -b\n  -c \n", {2}, "12345678   a||  -b|  -c ", {1});
    row("one blank", "12345678\n -a\n -b\n-c \n", {2}, "12345678| -a| -b|-c ", {});
    row("a tab", "12345678\n\ta\n\tb\n\tc \n", {2}, "12345678|\ta|\tb|\tc ", {});
    row("the last line", "12345678\nrest ", {2}, "12345678rest |", {1});
}

void WrappedTextTest::joins()
{
    QFETCH(QByteArray, text);
    QFETCH(QSet<int>, left);
    QFETCH(QSet<int>, apart);
    QFETCH(QByteArray, joined);
    QFETCH(QSet<int>, wholes);
    const auto given = std::make_shared<const SourceText>(source(text));
    ImportReport report;
    ImportedCommand &command = report.commands.emplace_back();
    command.command = "ls";
    command.line = 99;
    command.notUnderstood = {left.begin(), left.end()};
    const WrappedText::Joined found = WrappedText(given).joined(report, {apart.begin(), apart.end()});
    QByteArrayList lines;
    for (std::size_t line = 1; line <= found.source->size(); ++line) {
        lines << QByteArray::fromStdString(std::string(found.source->line(line)));
        QCOMPARE(found.source->given(line), given->line(line));
    }
    QCOMPARE(lines.join('|'), joined);
    QCOMPARE(QSet<int>(found.wholes.begin(), found.wholes.end()), wholes);
    // What is left counts as it was given.
    QCOMPARE(found.leftOver({1}), 1 + (found.rests.contains(1) ? found.rests.at(1) : 0));
    QCOMPARE(found.numbers.size() + static_cast<std::size_t>(std::ranges::count(lines, QByteArray())), lines.size() + static_cast<std::size_t>(text.count("\n\n")));
    // A line that was typed is no rest, and has one.
    if (lines.size() > 1) {
        command.line = 2;
        QVERIFY(!WrappedText(given).joined(report, {}).rests.contains(1));
    }
}

void WrappedTextTest::keepsNumbers()
{
    const auto given = std::make_shared<const SourceText>(source("n1: 12345678\nn1: abc\nrest\n\nn2: ab\n"));
    ImportReport report;
    report.prose.push_back({given, {1, 5}});
    QCOMPARE(linesLeftOver(report), (std::set<std::uint32_t>{1, 2, 3, 5}));
    report.lost.push_back({given, 7});
    report.commands.emplace_back().notUnderstood = {9};
    QCOMPARE(linesLeftOver(report), (std::set<std::uint32_t>{1, 2, 3, 5, 7, 9}));
}

// Each attempt reads all of it: of a long one none is made.
void WrappedTextTest::longText()
{
    for (const int lines : {19'998, 19'999}) {
        const auto given = std::make_shared<const SourceText>(source(QByteArray(80, 'x') + "\ny\n" + QByteArray(lines, '\n')));
        QCOMPARE(WrappedText(given).isLikely({}), given->size() <= 20'000);
    }
}

QTEST_GUILESS_MAIN(WrappedTextTest)
#include "tst_wrappedtext.moc"
