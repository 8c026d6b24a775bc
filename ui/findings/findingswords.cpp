#include "ui/findings/findingswords.h"

#include "core/diagnose/counts.h"
#include "core/diagnose/faults.h"
#include "ui/findings/diagnosed.h"
#include "ui/findings/diagnoser.h"
#include "ui/journey/followedjourneys.h"
#include "ui/shared/groupeddigits.h"
#include "ui/shared/language.h"

#include <QCoreApplication>
#include <QStringList>

namespace vethscope {
namespace {

struct FindingsWords {
    Q_DECLARE_TR_FUNCTIONS(FindingsWords)
};

QString lackText(Diagnoser::Lack lack)
{
    using Lack = Diagnoser::Lack;
    switch (lack) {
    case Lack::Input: return FindingsWords::tr("No capture is open, and nothing of what hosts print is here. Open captures, or import host output: either alone will do.");
    case Lack::Packets: return FindingsWords::tr("There are no packets yet, and nothing of what hosts print is here.");
    case Lack::EndOfReading: return FindingsWords::tr("What is open is still being read.");
    case Lack::Viewer: return FindingsWords::tr("So many packets are looked at once this panel is open.");
    case Lack::Start: return FindingsWords::tr("That was stopped.");
    case Lack::Result: return FindingsWords::tr("It is being looked at …");
    case Lack::Nothing: break;
    }
    return {};
}

QString lookedAt(const Diagnosed &found)
{
    QStringList parts;
    if (found.journeys) {
        parts << FindingsWords::tr("Packets: %1").arg(grouped(found.packets));
        parts << FindingsWords::tr("capture points: %1").arg(found.journeys->followed->points().size());
    }
    if (found.cluster)
        parts << FindingsWords::tr("hosts: %1").arg(found.hosts);
    return parts.join(QStringLiteral(" · "));
}

} // namespace

QString findingsTitle(const Diagnoser &diagnoser)
{
    if (const auto found = diagnoser.found())
        return found->findings.empty() ? FindingsWords::tr("Nothing found") : translated(countsSentence(found->findings));
    return FindingsWords::tr("Not looked yet");
}

QString findingsRemark(const Diagnoser &diagnoser)
{
    const auto found = diagnoser.found();
    if (!found)
        return lackText(diagnoser.lack());
    QStringList sentences{lookedAt(*found)};
    if (!found->cluster)
        sentences << FindingsWords::tr("Host output is missing: what only hosts can tell was not looked for, and nothing is certain.");
    else if (!found->journeys)
        sentences << FindingsWords::tr("No capture is open: only what hosts printed was looked at, and nothing is certain.");
    if (found->isLive)
        sentences << (diagnoser.behind() > 0 ? FindingsWords::tr("The capture is running: packets that came since and were not looked at: %1.").arg(grouped(diagnoser.behind()))
                                             : FindingsWords::tr("The capture is running: all packets so far were looked at."));
    if (diagnoser.isStopped())
        sentences << FindingsWords::tr("Looking again was stopped.");
    return sentences.join(QLatin1Char('\n'));
}

QString nothingFound(const Diagnosed &found)
{
    const auto count = diagnose::faults::all.size();
    if (found.cluster && found.journeys)
        return FindingsWords::tr("None of %1 faults shows in these packets and in what the hosts printed.").arg(count);
    return found.cluster ? FindingsWords::tr("None of %1 faults shows in what the hosts printed.").arg(count) : FindingsWords::tr("None of %1 faults shows in these packets.").arg(count);
}

} // namespace vethscope
