#include "ui/hostfacts/importsummary.h"

namespace vethscope {
namespace {

constexpr qsizetype mostNames = 4;

} // namespace

void ImportSummary::add(const Snapshot &snapshot)
{
    for (const ImportedCommand &command : snapshot.report.commands) {
        if (command.parser.empty()) {
            ++unknownCommands;
            continue;
        }
        ++commands;
        facts += int(command.facts);
        notUnderstood += int(command.notUnderstood.size());
        if (const QString host = QString::fromStdString(command.node); !host.isEmpty() && !hosts.contains(host))
            hosts << host;
    }
    for (const ProseLines &lines : snapshot.report.prose)
        prose += int(lines.lines.count);
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
    parts << tr("%1 commands read").arg(commands) << tr("%1 lines are facts").arg(facts);
    if (unknownCommands > 0)
        parts << tr("%1 other commands").arg(unknownCommands);
    if (notUnderstood > 0)
        parts << tr("%1 lines not understood").arg(notUnderstood);
    if (prose > 0)
        parts << tr("%1 lines of prose").arg(prose);
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
