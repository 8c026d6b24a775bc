#include "tests/support/foretold.h"
#include "tests/support/samplecluster.h"
#include "tests/support/sampletexts.h"

#include <QTest>

#include <map>

// A command that nobody ran: a definite answer may become unknown or likely, never another one. Each command of each host of each sample is
// left out by itself, and with all that says the same: here one of three of them, with VETHSCOPE_ALL=1 in the environment each.

using namespace vethscope;
using namespace vethscope::test;

namespace {

// As the samples are, and somebody looked at the connections: then nothing is assumed, and every answer is definite.
HostTexts wholeTexts(const QString &sample)
{
    HostTexts texts = sampleTexts(sample);
    for (auto text = texts.begin(); text != texts.end(); ++text)
        for (const QByteArray family : {"", " -f ipv6"})
            *text += "[root@" + text.key().chopped(4).toUtf8() + " ~]# conntrack -L" + family + "\nconntrack v1.4.7 (conntrack-tools): 0 flow entries have been shown.\n";
    return texts;
}

// Commands that tell of the same table stand together: the first word that fits.
QByteArray tableOf(const SessionCommand &typed)
{
    static const std::vector<std::pair<const char *, QByteArrayList>> tables{
        {"links", {"ip addr", "ip -d link", "ifconfig", "ip link"}}, {"addresses", {"ip addr", "ifconfig"}}, {"routes", {"ip route", "route -n", "birdc show route"}},
        {"neighbours", {"ip neigh", "arp "}}, {"forwarding", {"bridge fdb", "brctl showmacs"}}, {"ports", {"bridge link", "bridge -d link", "brctl show"}},
        {"peers", {"ethtool -S", "cat /sys", "ip netns"}}};
    for (const auto &[table, beginnings] : tables)
        for (const QByteArray &beginning : beginnings)
            if (typed.bare().startsWith(beginning))
                return table;
    return typed.bare();
}

// Devices that the packet passes and every header there as far as its value is known, without why.
QStringList headersOf(const ForetoldWays &ways)
{
    QStringList headers;
    for (const QString &text : ways.texts())
        if (text.startsWith("at ") || (text.startsWith("field ") && !text.contains(" = - ")))
            headers << text.section(" from ", 0, 0);
    return headers;
}

// Whether no header has another value. One that is not known now stands in none of them.
bool isNoOther(const ForetoldWays &was, const ForetoldWays &is)
{
    QStringList left = headersOf(was);
    const QStringList now = headersOf(is);
    return std::ranges::all_of(now, [&](const QString &header) { return left.removeOne(header); });
}

// The headers of each way by itself: which is told first is the order of what was printed.
QStringList waysOf(const ForetoldWays &ways)
{
    QStringList each;
    ForetoldWays way;
    for (const ForetoldEvent &event : ways.events) {
        way.events << event;
        if (event.text.startsWith("ends ")) {
            each << headersOf(way).join('\n');
            way.events.clear();
        }
    }
    each.sort();
    return each;
}

QString firstDifference(const ForetoldWays &was, const ForetoldWays &is)
{
    const QStringList before = headersOf(was) + was.texts().filter("ends "), now = headersOf(is) + is.texts().filter("ends ");
    for (qsizetype i = 0; i < std::max(before.size(), now.size()); ++i)
        if (before.value(i) != now.value(i))
            return before.value(i) + " | " + now.value(i);
    return {};
}

// One of three, and with VETHSCOPE_ALL=1 in the environment each.
bool isChosen(qsizetype number)
{
    return qEnvironmentVariableIntValue("VETHSCOPE_ALL") == 1 || number % 3 == 1;
}

struct Outcome {
    int commands = 0, same = 0, likely = 0, unknown = 0, gone = 0;
    QStringList another;
};

void hold(Outcome &outcome, const QString &without, const Foretold &before, const Foretold &after)
{
    ++outcome.commands;
    for (auto pair = before.begin(); pair != before.end(); ++pair) {
        if (!pair->isDefinite)
            continue;
        const auto now = after.find(pair.key());
        if (now == after.end())
            ++outcome.gone;
        else if (now->verdict() == path::Verdict::Unknown)
            ++outcome.unknown;
        else if (now->disposition == pair->disposition && (!now->isDefinite || isNoOther(*pair, *now)))
            ++(now->isDefinite ? outcome.same : outcome.likely);
        else
            outcome.another << QString("without %1: %2: %3").arg(without, pair.key(), firstDifference(*pair, *now));
    }
}

} // namespace

class TestCommandRemoved : public QObject
{
    Q_OBJECT

private slots:
    void isNeverAnotherAnswer_data()
    {
        QTest::addColumn<QString>("sample");
        for (const std::string &sample : sampleNames())
            QTest::newRow(sample.c_str()) << QString::fromStdString(sample);
    }

    void isNeverAnotherAnswer()
    {
        QFETCH(QString, sample);
        const HostTexts texts = wholeTexts(sample);
        const Foretold before = requestsOf(test::clusterOf(texts));
        QVERIFY(std::ranges::all_of(before, &ForetoldWays::isDefinite));
        Outcome alone, together;
        for (auto text = texts.begin(); text != texts.end(); ++text) {
            const QList<SessionCommand> commands = sessionCommands(*text);
            std::map<std::pair<QByteArray, QByteArray>, int> tables;
            for (qsizetype i = 0; i < commands.size(); ++i) {
                ++tables[{commands[i].pod(), tableOf(commands[i])}];
                if (!isChosen(i))
                    continue;
                QList<SessionCommand> left = commands;
                left.removeAt(i);
                hold(alone, text.key() + " " + commands[i].command, before, requestsOf(with(texts, text.key(), left)));
            }
            qsizetype number = 0;
            for (const auto &[table, count] : tables) {
                if (count == 1 || !isChosen(number++))
                    continue;
                QList<SessionCommand> left = commands;
                left.removeIf([&](const SessionCommand &command) { return std::pair(command.pod(), tableOf(command)) == table; });
                hold(together, text.key() + " " + table.first + " " + table.second, before, requestsOf(with(texts, text.key(), left)));
            }
        }
        for (const Outcome &outcome : {alone, together})
            qInfo("%d left out: %d the same, %d likely, %d unknown, %d gone, %d another", outcome.commands, outcome.same, outcome.likely, outcome.unknown, outcome.gone, int(outcome.another.size()));
        const QStringList another = alone.another + together.another;
        for (const QString &line : another)
            qWarning("%s", qPrintable(line));
        QCOMPARE(another.size(), 0);
        QVERIFY(together.unknown + together.likely > 0);
    }

    // Rules that nobody printed of one host are taken as kube-proxy and the CNI write them: the same headers on the same ways.
    void rulesAreTheUsualOnes_data() { isNeverAnotherAnswer_data(); }
    void rulesAreTheUsualOnes()
    {
        QFETCH(QString, sample);
        const HostTexts texts = sampleTexts(sample);
        const Foretold before = requestsOf(test::clusterOf(texts));
        int same = 0;
        for (auto text = texts.begin(); text != texts.end(); ++text) {
            QList<SessionCommand> left = sessionCommands(*text);
            left.removeIf([](const SessionCommand &command) { return command.bare() == "iptables-save" || command.bare() == "ip6tables-save"; });
            const Foretold after = requestsOf(with(texts, text.key(), left));
            for (auto pair = before.begin(); pair != before.end(); ++pair) {
                const ForetoldWays now = after.value(pair.key());
                QVERIFY2(waysOf(now) == waysOf(*pair), qPrintable(text.key() + " " + pair.key() + ": " + firstDifference(*pair, now)));
                ++same;
            }
        }
        QCOMPARE(same, texts.size() * before.size());
    }

private:
    static Cluster with(HostTexts texts, const QString &file, const QList<SessionCommand> &commands)
    {
        texts[file] = sessionOf(commands);
        return test::clusterOf(texts);
    }
};

QTEST_GUILESS_MAIN(TestCommandRemoved)
#include "tst_commandremoved.moc"
