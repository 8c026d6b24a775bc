#include "tests/support/heldagainst.h"

#include <QMap>

#include <algorithm>
#include <set>

namespace vethscope::test {
namespace {

using Place = std::pair<QString, int>; // a file and its line

QString shown(const MachineFacts &machine)
{
    return (machine.node.isEmpty() ? "?" : machine.node) + (machine.pod.isEmpty() ? "" : "/" + machine.pod);
}

QString shown(const Evidence &evidence)
{
    return evidence.source ? QString("%1:%2: ").arg(QString::fromStdString(evidence.source->name())).arg(evidence.line) : QString();
}

class Judge
{
public:
    Judge(const QList<MachineFacts> &sample, const QList<SampleHost> &hosts, const MadeText &made, const Snapshot &snapshot)
        : m_sample(sample), m_hosts(hosts), m_made(made), m_machines(machinesOf(snapshot.facts))
    {
        for (const MadeFile &file : made.files)
            for (int i = 0; i < file.lines.size(); ++i)
                if (const MadeLine &line = file.lines[i]; line.line > 0)
                    m_places[{line.host, line.line}] << Place{file.name, i + 1};
        note(snapshot.report);
        for (const MachineFacts &machine : m_machines)
            for (const StatedFact &fact : machine.facts)
                if (fact.evidence.source)
                    m_evidence.insert({fileOf(fact.evidence.source->name()), static_cast<int>(fact.evidence.line)});
    }

    Differences judge()
    {
        for (const MachineFacts &machine : m_machines)
            judgeMachine(machine);
        for (const MachineFacts &truth : m_sample)
            seek(truth);
        return m_differences;
    }

private:
    // Lines of which the report says that they became nothing.
    void note(const ImportReport &report)
    {
        const auto add = [&](const std::string &source, std::uint32_t line) { m_said.insert({fileOf(source), static_cast<int>(line)}); };
        for (const ImportedCommand &command : report.commands) {
            for (const std::uint32_t line : command.notUnderstood)
                add(command.source->name(), line);
            if (command.parser.empty() || !command.failed.empty())
                add(command.source->name(), command.line);
        }
        for (const Evidence &line : report.lost)
            add(line.source->name(), line.line);
        for (const ProseLines &prose : report.prose)
            for (std::uint32_t line = prose.lines.first; line < prose.lines.end(); ++line)
                if (isWord(prose.source->line(line)))
                    add(prose.source->name(), line);
        for (const SkippedFile &file : report.skipped)
            m_skipped.insert(fileOf(file.source));
        for (const Error &problem : report.problems)
            for (const MadeFile &file : m_made.files)
                for (int i = 1; i <= file.lines.size(); ++i)
                    if (QString::fromStdString(problem.message.english() + ":").contains((file.name.isEmpty() ? "pasted text" : file.name) + QString(" line %1:").arg(i)))
                        m_said.insert({file.name, i});
    }

    // What `hostname` and `cat …/iflink` print cannot be told from what somebody writes where their commands were left out.
    static bool isWord(std::string_view line) { return !QByteArray::fromStdString(std::string(line)).trimmed().contains(' '); }

    static QString fileOf(const std::string &source) { return source == "pasted text" ? QString() : QString::fromStdString(source); }

    // Whether the machine that came out may be this true one.
    static bool mayBe(const MachineFacts &machine, const MachineFacts &truth)
    {
        return machine.isNamed() ? machine.node.compare(truth.node, Qt::CaseInsensitive) == 0 && machine.pod == truth.pod : machine.pod.isEmpty() || machine.pod == truth.pod;
    }

    void judgeMachine(const MachineFacts &machine)
    {
        const MachineFacts *best = nullptr;
        QList<StatedFact> bestLeft;
        for (const MachineFacts &truth : m_sample) {
            if (!mayBe(machine, truth))
                continue;
            QList<StatedFact> left;
            for (const StatedFact &fact : machine.facts)
                if (!truth.covers(fact))
                    left << fact;
            if (!best || left.size() < bestLeft.size()) {
                best = &truth;
                bestLeft = left;
            }
        }
        if (!best)
            m_differences.invented << "a machine called " + shown(machine);
        for (const StatedFact &fact : best ? bestLeft : machine.facts) {
            const auto owner = std::ranges::find_if(m_sample, [&](const MachineFacts &truth) { return truth.covers(fact); });
            const QString line = shown(fact.evidence) + shown(machine) + ": " + fact.words.join(' ');
            if (owner == m_sample.end())
                m_differences.invented << line;
            else
                m_differences.foreign << line + ", which is " + shown(*owner) + "'s";
        }
    }

    void seek(const MachineFacts &truth)
    {
        const int host = static_cast<int>(std::ranges::find(m_hosts, truth.node.toUtf8(), &SampleHost::name) - m_hosts.begin());
        for (const StatedFact &fact : truth.facts) {
            const QList<Place> places = m_places.value({host, static_cast<int>(fact.evidence.line)});
            if (places.isEmpty() || isThere(truth, fact))
                continue;
            const QString line = QString("%1:%2: ").arg(places.first().first).arg(places.first().second) + shown(truth) + ": " + fact.words.join(' ');
            m_differences.missing << line;
            if (!isSaid(places) && !isEvidence(places))
                m_differences.silent << line;
        }
    }

    bool isThere(const MachineFacts &truth, const StatedFact &fact) const
    {
        return std::ranges::any_of(m_machines, [&](const MachineFacts &machine) {
            return (machine.isNamed() || !m_made.namesHosts || !m_made.losesNothing) && mayBe(machine, truth) && machine.has(fact);
        });
    }

    bool isSaid(const QList<Place> &places) const
    {
        return std::ranges::any_of(places, [&](const Place &place) { return m_said.contains(place) || m_skipped.contains(place.first); });
    }

    // A fact of that line came out that tells less; one that tells otherwise is counted among the wrong ones.
    bool isEvidence(const QList<Place> &places) const
    {
        return std::ranges::any_of(places, [&](const Place &place) { return m_evidence.contains(place); });
    }

    const QList<MachineFacts> &m_sample;
    const QList<SampleHost> &m_hosts;
    const MadeText &m_made;
    const QList<MachineFacts> m_machines;
    QMap<std::pair<int, int>, QList<Place>> m_places; // host and line of its transcript → where that stands now
    std::set<Place> m_said;
    std::set<Place> m_evidence;
    std::set<QString> m_skipped;
    Differences m_differences;
};

} // namespace

Differences heldAgainst(const QList<MachineFacts> &sample, const QList<SampleHost> &hosts, const MadeText &made, const Snapshot &snapshot)
{
    return Judge(sample, hosts, made, snapshot).judge();
}

} // namespace vethscope::test
