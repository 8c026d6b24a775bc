#include "core/snapshot/parsershapes.h"

#include <QTest>

using namespace vethscope;

namespace {

constexpr auto route = "192.0.2.0/24 dev eth0 proto kernel scope link src 192.0.2.5\n", gateway = "default via 192.0.2.1 dev eth0 proto static\n";
constexpr auto jsonRoute = "[{\"dst\":\"default\",\"gateway\":\"192.0.2.1\",\"dev\":\"eth0\"}]\n";
const QByteArray r = route, g = gateway;

LineRange whole(const SourceText &source)
{
    return {1, static_cast<std::uint32_t>(source.size())};
}

} // namespace

// Where outputs begin and end, by what their parsers make of them.
class ParserShapesTest : public QObject
{
    Q_OBJECT

private slots:
    void blocks_data();
    void blocks();
    void masks_data();
    void masks();
    void indented();
    void longOutput_data();
    void longOutput();
    void printed_data();
    void printed();
    void names();
};

void ParserShapesTest::blocks_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("block"); // of the first line on

    const auto row = [](const char *name, const QByteArray &text, const char *block) { QTest::newRow(name) << text << QString(block); };
    row("routes", g + r, "ip route 1-2");
    row("up to words", g + r + "some words\n" + r, "ip route 1-2");
    row("words", "some words\n" + r, "");
    row("a blank line", "\n" + r, "");
    row("a failure", "RTNETLINK answers: No such process\n" + r, "");
    row("blank lines behind it", r + "\n\nwords\n", "ip route 1-1");
    row("the same once more behind a blank line", g + "\n" + r, "ip route 1-1");
    row("lines that begin nothing behind a blank line", g + "default proto static metric 9\n\n\tnexthop via 192.0.2.1 dev eth0 weight 1\n", "ip route 1-4");
    // Lines that somebody made illegible
    row("an illegible line", g + "<redacted>\n" + r, "ip route 1-3");
    row("three illegible lines", g + "<redacted>\n<redacted>\n<redacted>\n" + r, "ip route 1-5");
    row("four illegible lines", g + "<redacted>\n<redacted>\n<redacted>\n<redacted>\n" + r, "ip route 1-1");
    row("illegible lines twice", g + "<redacted>\n" + r + "<redacted>\n" + r, "ip route 1-5");
    row("an illegible line at the end", g + "<redacted>\n", "ip route 1-1");
    row("an illegible line in front of a blank one", g + "<redacted>\n\n" + r, "ip route 1-1");
    row("an illegible line in front of words", g + "<redacted>\nwords\nwords\nwords\n", "ip route 1-1");
    row("a prompt is not illegible", g + "root@fir:~# echo ***\n" + r, "ip route 1-1");
    // The same output once more
    row("numbers from the first on", "1: lo: <UP> mtu 9\n2: eth0: <UP> mtu 1500 qdisc mq state UP\n1: lo: <UP> mtu 9\n2: eth0: <UP> mtu 1500 qdisc mq state UP\n", "ip addr 1-2");
    row("one number on several lines", "1: lo    inet 127.0.0.1/8 scope host lo\n1: lo    inet6 ::1/128 scope host \n2: eth0    inet 192.0.2.5/24 scope global eth0\n", "ip addr 1-3");
    row("a number and its details", "1: lo: <UP> mtu 9\n    inet 127.0.0.1/8 scope host lo\n1: lo: <UP> mtu 9\n    inet 127.0.0.1/8 scope host lo\n", "ip addr 1-2");
    row("what awk leaves of pairs of veth", "6:  v1@if3\n8:  v2@if3\nwords\n", "ip addr 1-2");
    row("ports and no interfaces", "6: v1@d0: <UP> mtu 9 master b0 state forwarding priority 32 cost 2\n\n4: f0: <UP> mtu 9 qdisc mq state UP\n", "bridge link 1-1");
    row("a kernel's line and a word behind it", "Linux fir 6.1.0-18-amd64 #1 SMP x86_64 GNU/Linux\n\nfir\n", "uname 1-1");
    row("names without a pair", "6:  v1\n8:  v2@eth0\n", "");
    row("a pair without a number", "6  v1@if3\n", "");
    row("no number", g + r + "default via 192.0.2.1 dev eth0 proto static metric 9\n", "ip route 1-3");
    // JSON
    row("JSON", jsonRoute, "ip route 1-1");
    row("JSON in front of words", QByteArray(jsonRoute) + "words\n", "ip route 1-1");
    row("JSON of several lines", "[\n{\"dst\":\"default\",\n\"gateway\":\"192.0.2.1\",\"dev\":\"eth0\"}\n]\n" + r, "ip route 1-4");
    row("indented JSON", QByteArray("  ") + jsonRoute, "ip route 1-1");
    row("other JSON", "{\"a\": 1}\n", "");
    row("JSON that does not end", "[{\"dst\":\"default\",\"gateway\":\"192.0.2.1\",\"dev\":\"eth0\"}\n", "");
}

void ParserShapesTest::blocks()
{
    QFETCH(QByteArray, text);
    const SourceText source("text", text.toStdString());
    const OutputBlock block = ParserShapes().blockAt(source, whole(source));
    QTEST(block ? QString("%1 %2-%3").arg(QString::fromStdString(std::string(block.command))).arg(block.lines.first).arg(block.lines.end() - 1) : QString(), "block");
    QVERIFY(!ParserShapes().blockAt(source, {1, 0}));
}

void ParserShapesTest::masks_data()
{
    QTest::addColumn<bool>("masked");

    for (const char *line : {"  indented", "\tindented", "a x.x.x.1", "52:54:xx:xx", "52:54:XX:XX", "X.X.1", "10.***.1", "10.*.*.1", "<redacted>", "REDACTED", "[masked]", "██", "10.…"})
        QTest::newRow(line) << true;
    for (const char *line : {"words", "x.y", "**", "x x"})
        QTest::newRow(line) << false;
}

void ParserShapesTest::masks()
{
    QFETCH(bool, masked);
    const SourceText source("text", std::string(gateway) + QTest::currentDataTag() + "\n" + route);
    QCOMPARE(ParserShapes().blockAt(source, whole(source)).lines.count, masked ? 3u : 1u);
}

// Where all is indented, lines are part of what stands above them only if they are indented further.
void ParserShapesTest::indented()
{
    const std::string in = "    ";
    const SourceText typed("text", in + gateway + in + "fir$ ip r\n" + in + route), further("text", in + gateway + in + " fir\n" + in + route), tabs("text", "\t\t" + std::string(gateway) + "\tfir$ ip r\n\t\t" + route);
    QCOMPARE(ParserShapes().blockAt(typed, whole(typed)).lines.count, 1u);
    QCOMPARE(ParserShapes().blockAt(further, whole(further)).lines.count, 3u);
    QCOMPARE(ParserShapes().blockAt(tabs, whole(tabs)).lines.count, 1u);
}

void ParserShapesTest::longOutput_data()
{
    QTest::addColumn<int>("lines");
    for (const int lines : {1, 60, 61, 62, 63, 64, 65, 66, 67, 68, 252, 253, 254, 255, 256, 257, 258, 1030})
        QTest::addRow("%d", lines) << lines;
}

// A long text is asked about part by part, which shows nowhere.
void ParserShapesTest::longOutput()
{
    QFETCH(int, lines);
    std::string text;
    for (int i = 0; i < lines; ++i)
        text += route;
    const SourceText all("text", text), more("text", text + "some words\nmore words\n"), illegible("text", text + "<redacted>\n<redacted>\n<redacted>\n" + route);
    const auto count = static_cast<std::uint32_t>(lines);
    QCOMPARE(ParserShapes().blockAt(all, whole(all)).lines, (LineRange{1, count}));
    QCOMPARE(ParserShapes().blockAt(more, whole(more)).lines, (LineRange{1, count}));
    QCOMPARE(ParserShapes().blockAt(illegible, whole(illegible)).lines, (LineRange{1, count + 4}));
    QCOMPARE(ParserShapes().printedBy({"ip", "r"}, more, whole(more)), count);
}

void ParserShapesTest::printed_data()
{
    QTest::addColumn<QByteArray>("words");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("lines");

    const auto row = [](const char *name, const char *words, const QByteArray &text, int lines) { QTest::newRow(name) << QByteArray(words) << text << lines; };
    row("its lines", "ip r", g + r, 2);
    row("up to words", "ip r", g + "some words\n" + r, 1);
    row("over a blank line", "ip r", g + "\n" + r, 3);
    row("not what it prints", "ip neigh", g + r, 0);
    row("a command that nobody knows", "fleet", g + r, 0);
    row("what the shell does itself", "cd", g + r, 0);
    row("comments", "cat /etc/resolv.conf", "# oak\nnameserver 192.0.2.1\n# fir\n", 3);
    row("comments behind a blank line", "cat /etc/resolv.conf", "nameserver 192.0.2.1\n# fir\n\n# oak\n# elm\n\n# ash\n", 2);
    row("comments in front of more", "cat /etc/resolv.conf", "nameserver 192.0.2.1\n\n# fir\nsearch lab\n", 4);
    row("a failure", "hostname", "hostname: command not found\n", 0);
    row("a name", "hostname", "fir\n", 1);
    row("JSON", "ip r", jsonRoute + r, 1);
    row("JSON of another command", "ip neigh", "[{\"a\":\"b\"}]\n", 0);
    row("JSON that does not end", "ip r", "[{\"dst\":\"default\",\"gateway\":\"192.0.2.1\",\"dev\":\"eth0\"}\n", 0);
}

void ParserShapesTest::printed()
{
    QFETCH(QByteArray, words);
    QFETCH(QByteArray, text);
    QFETCH(int, lines);
    std::vector<std::string> typed;
    for (const QByteArray &word : words.split(' '))
        typed.push_back(word.toStdString());
    const SourceText source("text", text.toStdString());
    QCOMPARE(ParserShapes().printedBy(typed, source, whole(source)), static_cast<std::uint32_t>(lines));
    QCOMPARE(ParserShapes().printedBy(typed, source, {1, 0}), 0u);
}

void ParserShapesTest::names()
{
    const ParserShapes shapes;
    QCOMPARE(shapes.named({"ip", "r"}), std::string_view("ip route"));
    QCOMPARE(shapes.named({"cd"}), std::string_view());
    QCOMPARE(shapes.named({"fleet"}), std::string_view());
    QVERIFY(shapes.isQuiet({"cd"}));
    QVERIFY(!shapes.isQuiet({"ip", "r"}));
    QVERIFY(!shapes.isQuiet({"fleet"}));
}

QTEST_GUILESS_MAIN(ParserShapesTest)
#include "tst_parsershapes.moc"
