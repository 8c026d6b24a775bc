#include "ui/hostfacts/importsummary.h"

#include "core/snapshot/importsums.h"

namespace vethscope {
namespace {

constexpr qsizetype mostNames = 4;

} // namespace

void ImportSummary::add(const Snapshot &snapshot)
{
    for (const ImportedCommand &command : snapshot.report.commands) {
        if (!command.failed.empty() || command.parser.empty())
            continue;
        if (const QString host = QString::fromStdString(command.node); !host.isEmpty() && !hosts.contains(host))
            hosts << host;
    }
    ImportSums sums;
    sums.add(snapshot.report);
    commands += int(sums.commands);
    unknownCommands += int(sums.unknown);
    facts += int(sums.facts);
    notUnderstood += int(sums.notUnderstood);
    failed += int(sums.failed);
    lost += int(sums.lost);
    prose += int(sums.prose);
    skipped += int(sums.skipped);
    lines += int(sums.lines);
    problems += int(snapshot.report.problems.size());
}

QString ImportSummary::text() const
{
    if (commands == 0)
        return problems > 0 ? tr("nothing here can be read") : tr("no output of a known command is recognised");
    QStringList parts;
    const QString names = hosts.mid(0, mostNames).join(QStringLiteral(", ")) + (hosts.size() > mostNames ? QStringLiteral(" …") : QString());
    if (hosts.isEmpty())
        parts << tr("one host, without a name");
    else if (hosts.size() == 1)
        parts << tr("one host: %1").arg(names);
    else
        parts << tr("%1 hosts: %2").arg(hosts.size()).arg(names);
    parts << tr("%1 commands read").arg(commands) << tr("%1 of %2 lines are facts").arg(facts).arg(lines);
    if (unknownCommands > 0)
        parts << tr("%1 other commands").arg(unknownCommands);
    if (notUnderstood > 0)
        parts << tr("%1 lines not understood").arg(notUnderstood);
    if (failed > 0)
        parts << tr("%1 commands failed").arg(failed);
    if (lost > 0)
        parts << tr("%1 lines of no command").arg(lost);
    if (prose > 0)
        parts << tr("%1 lines of prose").arg(prose);
    if (skipped > 0)
        parts << tr("%1 files skipped").arg(skipped);
    if (problems > 0)
        parts << tr("%1 problems").arg(problems);
    return parts.join(QStringLiteral(" · "));
}

ImportSummary importSummary(const Snapshot &snapshot)
{
    ImportSummary summary;
    summary.add(snapshot);
    return summary;
}

} // namespace vethscope
