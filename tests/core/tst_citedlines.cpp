#include "tests/support/dice.h"
#include "tests/support/foretold.h"
#include "tests/support/samplecluster.h"
#include "tests/support/sampletexts.h"

#include <QRegularExpression>
#include <QTest>

#include <map>
#include <set>

// One fact is another: what is foretold changes first where its line is cited, before or after. And what is cited matters: without the line
// something is foretold otherwise, or another line says the same. Here a part of the lines by chance (VETHSCOPE_SEED), with VETHSCOPE_ALL=1 each.

using namespace vethscope;
using namespace vethscope::test;

namespace {

// A line of a host's text, from 1.
using Line = std::pair<QString, int>;

// Lines of the texts, as they are instead; nothing: they are not there.
using Edit = std::map<Line, std::optional<QByteArray>>;

struct LineKind {
    QByteArray command; // `ip route`, without `ip netns exec POD`
    QByteArray pod;
    QByteArray device{};  // of a block of lines, the heading's
    bool isHeading = false;
};

// What other commands say once more is left out; and somebody looked at the connections, so that nothing is assumed.
HostTexts onceTold(const QString &sample)
{
    HostTexts texts = sampleTexts(sample);
    for (auto text = texts.begin(); text != texts.end(); ++text) {
        QList<SessionCommand> commands = sessionCommands(*text);
        commands.removeIf([](const SessionCommand &command) { return isToldTwice(command.bare()); });
        commands << SessionCommand{"[root@" + text.key().chopped(4).toUtf8() + " ~]# ", "conntrack -L", {"conntrack v1.4.7 (conntrack-tools): 0 flow entries have been shown."}};
        *text = sessionOf(commands);
    }
    return texts;
}

HostTexts edited(HostTexts texts, const Edit &edit)
{
    for (auto text = texts.begin(); text != texts.end(); ++text) {
        const QByteArrayList lines = text->split('\n');
        QByteArrayList left;
        for (int i = 0; i < lines.size(); ++i) {
            const auto other = edit.find({text.key(), i + 1});
            if (other == edit.end())
                left << lines[i];
            else if (other->second)
                left << *other->second;
        }
        *text = left.join('\n');
    }
    return texts;
}

// The number that a line had before.
Line before(const Line &line, const Edit &edit)
{
    int number = line.second;
    for (const auto &[gone, other] : edit)
        if (!other && gone.first == line.first && gone.second <= number)
            ++number;
    return {line.first, number};
}

Line lineNumber(const Evidence &evidence)
{
    return {evidence.source ? QString::fromStdString(evidence.source->name()) : QString(), int(evidence.line)};
}

using Cited = std::set<Line>;

// Who lost is cited as well, for as a winner it would be.
Cited citedBy(const ForetoldEvent &event, const Edit &edit)
{
    Cited lines;
    for (const EvidenceList &list : {event.cites, event.lostLines})
        for (const Evidence &evidence : list)
            if (evidence.source)
                lines.insert(before(lineNumber(evidence), edit));
    return lines;
}

std::map<Line, LineKind> kindsOf(const HostTexts &texts)
{
    static const QRegularExpression heading("^\\d+: ([^:@ ]+)[:@ ]");
    std::map<Line, LineKind> kinds;
    for (auto text = texts.begin(); text != texts.end(); ++text) {
        int number = 0;
        for (const SessionCommand &command : sessionCommands(*text)) {
            ++number; // the prompt's
            LineKind kind{command.bare(), command.pod(), {}, false};
            const bool isOfDevices = kind.command == "ip addr" || kind.command == "ip -d link" || kind.command == "bridge -d link";
            for (const QByteArray &line : command.output) {
                const auto match = heading.match(QString::fromUtf8(line));
                kind.isHeading = isOfDevices && match.hasMatch();
                if (kind.isHeading)
                    kind.device = match.captured(1).toUtf8();
                kinds[{text.key(), ++number}] = kind;
            }
        }
    }
    return kinds;
}

// Without the line; without its block, if it begins one. A chain has a policy in any case: the other one.
Edit without(const HostTexts &texts, const Line &line, const std::map<Line, LineKind> &kinds)
{
    const QByteArray text = texts[line.first].split('\n')[line.second - 1];
    if (text.startsWith(':'))
        return {{line, QByteArray(text).replace(" ACCEPT ", " DROP ")}};
    Edit edit{{line, std::nullopt}};
    const LineKind &kind = kinds.at(line);
    for (Line next{line.first, line.second + 1}; kind.isHeading && kinds.contains(next) && !kinds.at(next).isHeading; ++next.second)
        edit[next] = std::nullopt;
    return edit;
}

} // namespace

class TestCitedLines : public QObject
{
    Q_OBJECT

private slots:
    void whatIsCitedMatters_data() { addSamples(); }
    void whatIsCitedMatters()
    {
        QFETCH(QString, sample);
        const HostTexts texts = onceTold(sample);
        const auto kinds = kindsOf(texts);
        const Foretold foretold = requestsOf(test::clusterOf(texts));
        std::map<Line, QStringList> citing; // pairs
        for (auto pair = foretold.begin(); pair != foretold.end(); ++pair)
            for (const ForetoldEvent &event : pair->events)
                // Of a veth's other end all that tells of it is cited, one line as well as the other.
                if (const bool isJoined = event.text.startsWith("step veth ") || event.text.contains("The kernel asks the link"); !isJoined)
                for (const Evidence &evidence : event.cites)
                    if (kinds.contains(lineNumber(evidence)) && !citing[lineNumber(evidence)].contains(pair.key()))
                        citing[lineNumber(evidence)] << pair.key();
        QVERIFY(citing.size() >= 20);
        QStringList idle;
        std::map<QByteArray, int> counts;
        for (const auto &[line, pairs] : citing) {
            if (!isChosen())
                continue;
            const Edit edit = without(texts, line, kinds);
            const Foretold now = requestsOf(test::clusterOf(edited(texts, edit)));
            ++counts[kinds.at(line).command];
            for (const QString &pair : pairs)
                if (isSameBut(edit, foretold[pair], now.value(pair)) && !isKnownIdle(textOf(texts, line)))
                    idle << QString("%1:%2 (%3 %4) %5: %6").arg(line.first).arg(line.second).arg(QString(kinds.at(line).pod), QString(kinds.at(line).command), pair, textOf(texts, line));
        }
        tell(counts, idle);
        QCOMPARE(idle.size(), 0);
    }

    void whatChangesIsCited_data() { addSamples(); }
    void whatChangesIsCited()
    {
        QFETCH(QString, sample);
        const HostTexts texts = onceTold(sample);
        const auto kinds = kindsOf(texts);
        const Foretold foretold = requestsOf(test::clusterOf(texts));
        QStringList uncited;
        std::map<QByteArray, int> counts;
        int changing = 0;
        for (const auto &[line, kind] : kinds) {
            if (!isFact(kind.command, textOf(texts, line)))
                continue;
            for (const Edit &edit : edits(texts, line, kinds)) {
                if (!isChosen())
                    continue;
                const Foretold now = requestsOf(test::clusterOf(edited(texts, edit)));
                ++counts[kind.command];
                bool isChanging = false;
                for (auto pair = foretold.begin(); pair != foretold.end(); ++pair) {
                    // A node is asked at its address, which others find by its routes: another one, another question.
                    if (now.value(pair.key()).asked != pair->asked)
                        continue;
                    // Which port a service has, and so what is asked, such a line says.
                    if (pair.key().contains("> svc/") && textOf(texts, line).startsWith("-A KUBE-SERVICES "))
                        continue;
                    const QString where = firstUncited(edit, *pair, now.value(pair.key()), isChanging);
                    if (!where.isEmpty())
                        uncited << QString("%1:%2 (%3 %4) %5 => %6, %7: %8").arg(line.first).arg(line.second).arg(QString(kind.pod), QString(kind.command), textOf(texts, line),
                                                                              edit.begin()->second ? QString(*edit.begin()->second).simplified() : "(gone)", pair.key(), where);
                }
                changing += isChanging;
            }
        }
        tell(counts, uncited);
        qInfo("%d changed something", changing);
        QVERIFY(changing > 5);
        QCOMPARE(uncited.size(), 0);
    }

private:
    static void addSamples()
    {
        QTest::addColumn<QString>("sample");
        for (const std::string &sample : sampleNames())
            QTest::newRow(sample.c_str()) << QString::fromStdString(sample);
    }

    static void tell(const std::map<QByteArray, int> &counts, const QStringList &wrong)
    {
        for (const QString &line : wrong)
            qWarning("%s", qPrintable(line));
        for (const auto &[command, count] : counts)
            qInfo("%s: %d lines", command.constData(), count);
    }

    bool isChosen() { return qEnvironmentVariableIntValue("VETHSCOPE_ALL") == 1 || m_dice.below(8) == 0; }

    static bool isFact(const QByteArray &command, const QString &text)
    {
        if (command == "iptables-save")
            return text.startsWith("-A ") || text.startsWith(':');
        return QByteArrayList{"ip addr", "ip -d link", "ip route", "ip neigh", "bridge fdb", "bridge -d link"}.contains(command) || command.startsWith("sysctl");
    }

    static QString textOf(const HostTexts &texts, const Line &line)
    {
        return QString::fromUtf8(texts[line.first].split('\n')[line.second - 1]).simplified().left(100);
    }

    // The line away, and each value of it another.
    static QList<Edit> edits(const HostTexts &texts, const Line &line, const std::map<Line, LineKind> &kinds)
    {
        static const QList<std::pair<QRegularExpression, QByteArray>> changes{
            {QRegularExpression("(?<=mtu )\\d+"), "600"}, {QRegularExpression("(?<=dst )\\d+\\.\\d+\\.\\d+\\.\\d+"), "172.27.9.9"}, {QRegularExpression("(?<=via )\\d+\\.\\d+\\.\\d+\\.\\d+"), "172.27.9.9"},
            {QRegularExpression("(?<=lladdr )\\S+"), "02:00:00:00:99:99"}, {QRegularExpression("(?<=vxlan id )\\d+"), "77"}, {QRegularExpression("(?<=dstport )\\d+"), "7777"},
            {QRegularExpression("(?<=link/ether )\\S+"), "02:00:00:00:88:88"}, {QRegularExpression("(?<=forward = )1"), "0"}, {QRegularExpression("(?<=forwarding = )1"), "0"},
            {QRegularExpression("(?<=-j )ACCEPT|(?<=[TD] )ACCEPT(?= \\[)"), "DROP"}, {QRegularExpression("(?<=to-destination )\\d+"), "11"}, {QRegularExpression("state UP"), "state DOWN"}};
        const LineKind &kind = kinds.at(line);
        const QByteArray text = texts[line.first].split('\n')[line.second - 1];
        QList<Edit> edits;
        if (!kind.isHeading && !kind.command.startsWith("ip -d link") && !text.startsWith(':'))
            edits << Edit{{line, std::nullopt}};
        for (const auto &[pattern, value] : changes) {
            if (!pattern.match(QString::fromUtf8(text)).hasMatch())
                continue;
            Edit edit{{line, QString::fromUtf8(text).replace(pattern, value).toUtf8()}};
            for (const auto &[other, its] : kinds) { // the same of the same device, by another command
                if (other == line || other.first != line.first || its.pod != kind.pod || kind.device.isEmpty() || its.device != kind.device || its.isHeading != kind.isHeading)
                    continue;
                const QString same = QString::fromUtf8(texts[other.first].split('\n')[other.second - 1]);
                if (pattern.match(same).hasMatch())
                    edit[other] = QString(same).replace(pattern, value).toUtf8();
            }
            edits << edit;
        }
        return edits;
    }

    // The same events by the same lines, but for those that are not there.
    static bool isSameBut(const Edit &edit, const ForetoldWays &was, const ForetoldWays &is)
    {
        if (was.texts() != is.texts())
            return false;
        for (qsizetype i = 0; i < was.events.size(); ++i) {
            Cited lines = citedBy(was.events[i], {});
            std::erase_if(lines, [&](const Line &line) { return edit.contains(line); });
            Cited now = citedBy(is.events[i], edit);
            if (lines != now)
                return false;
        }
        return true;
    }

    // A known gap: that a rule takes a mark away is cited, whether something asks for the mark afterwards or not.
    static bool isKnownIdle(const QString &text) { return text.endsWith("-j MARK --set-xmark 0x4000/0x0"); }

    // What is not said of a way itself, but of how sure it is or how likely, is no part of the answer.
    static QList<ForetoldEvent> answerOf(const ForetoldWays &ways)
    {
        QList<ForetoldEvent> events = ways.events;
        events.removeIf([](const ForetoldEvent &event) { return event.text.startsWith("assumed ") || event.text.startsWith("way "); });
        return events;
    }

    // What the events cite from the first that differs to the fourth step from there: a route, the rules on both sides of it, the neighbour, or the end.
    static Cited citedFrom(const QList<ForetoldEvent> &events, qsizetype first, const Edit &edit)
    {
        Cited lines;
        int steps = 0;
        for (qsizetype i = first; i < events.size(); ++i) {
            lines.merge(citedBy(events[i], edit));
            if (events[i].text.startsWith("ends ") || (events[i].text.startsWith("step ") && ++steps == 4))
                break;
        }
        return lines;
    }

    // The first event that is another, if nothing there cites a changed line.
    static QString firstUncited(const Edit &edit, const ForetoldWays &was, const ForetoldWays &is, bool &isChanging)
    {
        const QList<ForetoldEvent> before = answerOf(was), now = answerOf(is);
        qsizetype first = 0;
        while (first < std::min(before.size(), now.size()) && before[first].text == now[first].text)
            ++first;
        if (first == before.size() && first == now.size())
            return {};
        isChanging = true;
        // A known gap: which of its addresses is a node's, its default route tells, uncited.
        if (before.value(first).text.contains("flanneld reads ") && now.value(first).text.contains("Which address "))
            return {};
        Cited lines = citedFrom(before, first, {});
        lines.merge(citedFrom(now, first, edit));
        for (const auto &[line, other] : edit)
            if (lines.contains(line))
                return {};
        return before.value(first).text + " | " + now.value(first).text;
    }

    Dice m_dice{qEnvironmentVariableIsSet("VETHSCOPE_SEED") ? unsigned(qEnvironmentVariableIntValue("VETHSCOPE_SEED")) : 1U};
};

QTEST_GUILESS_MAIN(TestCitedLines)
#include "tst_citedlines.moc"
