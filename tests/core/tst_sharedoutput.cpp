#include "core/snapshot/importer.h"
#include "core/snapshot/sharedoutput.h"
#include "core/transcript/commandline.h"

#include <QTest>

using namespace vethscope;

// Commands that were typed on one line share what stands below it; facts of one machine from several texts are put together.
class SharedOutputTest : public QObject
{
    Q_OBJECT

private slots:
    void shares_data();
    void shares();
    void roundsOfLoops();
    void placed_data();
    void placed();
    void lists();
};

namespace {

constexpr auto route = "192.0.2.0/24 dev eth0 proto kernel scope link src 192.0.2.5\n", gateway = "default via 192.0.2.1 dev eth0 proto static\n",
               neighbour = "192.0.2.9 dev eth0 lladdr 02:00:00:00:00:09 REACHABLE\n";

QString described(const TypedCommand &command)
{
    QStringList words;
    for (const std::string &word : command.words)
        words << QString::fromStdString(word);
    const QString lines = command.output.count == 0 ? "-" : QString("%1-%2").arg(command.output.first).arg(command.output.end() - 1);
    return QString::fromStdString(command.session.node) + "> " + words.join(' ') + " = " + lines;
}

} // namespace

void SharedOutputTest::shares_data()
{
    QTest::addColumn<QByteArray>("typed"); // with the machine of each, `n1 ip r; n2 ip r`
    QTest::addColumn<QByteArray>("output");
    QTest::addColumn<QStringList>("shares");

    const QByteArray r = route, g = gateway, n = neighbour;
    const auto row = [](const char *name, const char *typed, const QByteArray &output, const QStringList &shares) { QTest::newRow(name) << QByteArray(typed) << output << shares; };
    row("one", "n1 ip r", g + n, {"n1> ip r = 1-2"});
    row("two", "n1 ip r; n1 ip n", g + r + n, {"n1> ip r = 1-2", "n1> ip n = 3-3"});
    row("three", "n1 ip n; n1 ip r; n1 hostname", n + g + r + "elm\n", {"n1> ip n = 1-1", "n1> ip r = 2-3", "n1> hostname = 4-4"});
    row("with a blank line between", "n1 ip r; n1 ip n", g + "\n\n" + n, {"n1> ip r = 1-1", "n1> ip n = 2-4"});
    row("a program that nobody knows first", "n1 odd; n1 ip n", n, {"n1> odd = -", "n1> ip n = 1-1"});
    row("a program that nobody knows behind", "n1 ip r; n1 odd", g + "words\n", {"n1> ip r = 1-1", "n1> odd = 2-2"});
    row("the first printed nothing", "n1 ip r; n1 ip n", n, {"n1> ip r = -", "n1> ip n = 1-1"});
    row("the second printed nothing", "n1 ip r; n1 ip n", g, {"n1> ip r = 1-1", "n1> ip n = -"});
    row("one command on two machines", "n1 ip r; n2 ip r", g + r + g + r, {"n1> ip r = 1-2", "n2> ip r = 3-4"});
    row("one command on two machines, with a blank line", "n1 ip r; n2 ip r", g + r + "\n" + g, {"n1> ip r = 1-3", "n2> ip r = 4-4"});
    row("one command on two machines, of which one printed nothing", "n1 ip r; n2 ip r", g + r, {"> for = 1-2", "> for = 1-2"});
    row("behind another command", "n1 hostname; n1 ip r; n2 ip r", "elm\n" + g, {"n1> hostname = 1-1", "> for = 2-2", "> for = 2-2"});
    row("one command twice on one machine", "n1 ip r; n1 ip r", g + r, {"n1> ip r = 1-2", "n1> ip r = -"});
    row("one command on two machines, and no line", "n1 ip r; n2 ip r", "", {"n1> ip r = -", "n2> ip r = -"});
}

void SharedOutputTest::shares()
{
    QFETCH(QByteArray, typed);
    QFETCH(QByteArray, output);
    const auto source = std::make_shared<const SourceText>("text", output.toStdString());
    std::vector<TypedCommand> group;
    for (const ShellCommand &command : readCommandLine(typed.toStdString()).body)
        group.push_back({.source = source, .session = {.node = command.words.front()}, .words = {command.words.begin() + 1, command.words.end()}, .output = {1, static_cast<std::uint32_t>(source->size())}});
    shareOutput(group);
    QStringList list;
    for (const TypedCommand &command : group)
        list << described(command);
    QTEST(list, "shares");
}

// They come with their own lines.
void SharedOutputTest::roundsOfLoops()
{
    const auto source = std::make_shared<const SourceText>("text", std::string(gateway) + gateway);
    std::vector<TypedCommand> group{{.source = source, .session = {.node = "n1"}, .words = {"ip", "r"}, .output = {1, 1}}, {.source = source, .session = {.node = "n2"}, .words = {"ip", "r"}, .output = {2, 1}}};
    shareOutput(group);
    QCOMPARE(described(group[0]), QString("n1> ip r = 1-1"));
    QCOMPARE(described(group[1]), QString("n2> ip r = 2-2"));
}

// A machine is called after its file only where no prompt of any file says its name.
void SharedOutputTest::placed_data()
{
    QTest::addColumn<QList<bool>>("files");
    QTest::addColumn<bool>("placed");
    QTest::newRow("a prompt") << QList<bool>{false} << false;
    QTest::newRow("a file") << QList<bool>{true} << true;
    QTest::newRow("two files") << QList<bool>{true, true} << true;
    QTest::newRow("a file and a prompt") << QList<bool>{true, false} << false;
    QTest::newRow("a prompt and a file") << QList<bool>{false, true} << false;
    QTest::newRow("a prompt among files") << QList<bool>{true, false, true} << false;
}

void SharedOutputTest::placed()
{
    QFETCH(QList<bool>, files);
    Facts all;
    for (const bool file : files) {
        Facts facts;
        facts.host("elm").placed = file;
        facts.host("elm").seen.emplace_back();
        append(all, std::move(facts));
    }
    QCOMPARE(all.hosts.size(), 1u);
    QTEST(all.hosts[0].placed, "placed");
    QCOMPARE(all.hosts[0].seen.size(), std::size_t(files.size()));
}

void SharedOutputTest::lists()
{
    const auto told = [](const char *container) {
        Facts facts;
        HostFacts &host = facts.host("elm", "tea", "shop");
        host.container = container;
        host.links.emplace_back();
        host.resolvers.emplace_back();
        host.printed.emplace_back();
        facts.pods.emplace_back();
        facts.nodes.emplace_back();
        facts.services.emplace_back();
        facts.endpoints.emplace_back();
        facts.pools.emplace_back();
        facts.clusterSettings.emplace_back();
        return facts;
    };
    Facts all;
    append(all, told(""));
    append(all, told("web"));
    append(all, told("api"));
    QCOMPARE(all.hosts.size(), 1u);
    const HostFacts &host = all.hosts[0];
    QCOMPARE(host.container, std::string("web"));
    for (const std::size_t size : {host.links.size(), host.resolvers.size(), host.printed.size(), all.pods.size(), all.nodes.size(), all.services.size(), all.endpoints.size(), all.pools.size(), all.clusterSettings.size()})
        QCOMPARE(size, std::size_t(3));

    ImportReport report;
    for (int i = 0; i < 2; ++i) {
        ImportReport more;
        more.commands.emplace_back();
        more.prose.emplace_back();
        more.skipped.emplace_back();
        more.lost.emplace_back();
        more.problems.emplace_back();
        append(report, std::move(more));
    }
    for (const std::size_t size : {report.commands.size(), report.prose.size(), report.skipped.size(), report.lost.size(), report.problems.size()})
        QCOMPARE(size, std::size_t(2));
}

QTEST_APPLESS_MAIN(SharedOutputTest)
#include "tst_sharedoutput.moc"
