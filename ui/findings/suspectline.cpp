#include "ui/findings/suspectline.h"

#include "ui/shared/language.h"

namespace vethscope {
namespace {

QString numbersOf(const diagnose::Suspect &suspect)
{
    return SuspectLine::tr("flows failed: %1 · slow: %2 · well: %3").arg(suspect.failed).arg(suspect.slow).arg(suspect.good);
}

} // namespace

SuspectLine::SuspectLine(const diagnose::Suspect &suspect, int rank, QWidget *parent)
    : Citation(tr("%1. %2", "rank, device or way").arg(rank).arg(translated(suspectSentence(suspect))), numbersOf(suspect), {}, parent)
{
    setToolTip(tr("Show it on the topology"));
    setAccessibleName(tr("%1. %2", "rank, device or way").arg(rank).arg(translated(suspectSentence(suspect))) + QStringLiteral(": ") + numbersOf(suspect));
}

} // namespace vethscope
