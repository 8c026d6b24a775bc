#include "ui/journey/journeytext.h"

#include "core/journey/pointname.h"
#include "core/journey/tuplename.h"
#include "ui/journey/followedjourneys.h"
#include "ui/theme/palette.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace vethscope {
namespace {

using journey::Outcome;

struct JourneyWords {
    Q_DECLARE_TR_FUNCTIONS(JourneyText)
};

QString titleAt(const FollowedJourneys &all, std::uint16_t point)
{
    return pointTitle(all.followed->points()[point]);
}

QString missedText(const FollowedJourneys &all, const Outcome &outcome)
{
    QStringList missed;
    for (const journey::NotObserved &one : outcome.notObserved)
        missed << JourneyWords::tr("%1: %2", "a capture point and why it proves nothing").arg(titleAt(all, one.point), becauseText(one.because));
    return missed.join(QStringLiteral("; "));
}

} // namespace

QString pointTitle(const journey::JourneyPoint &point)
{
    const journey::PointName name = nameOf(point);
    const QString device = QString::fromStdString(name.device), machine = QString::fromStdString(name.machine);
    if (device.isEmpty() || machine.isEmpty())
        return device + machine;
    return point.place.pod.empty() ? JourneyWords::tr("%1 of %2", "device, node").arg(device, machine) : JourneyWords::tr("%1 of the pod %2", "device").arg(device, machine);
}

QString flowTitle(const journey::Tuple &tuple)
{
    return QStringLiteral("%1 %2 → %3").arg(QString::fromStdString(journey::protocolText(tuple.protocol)), QString::fromStdString(journey::sourceText(tuple)),
                                            QString::fromStdString(journey::destinationText(tuple)));
}

QString durationText(std::int64_t nanoseconds)
{
    const double micro = std::abs(static_cast<double>(nanoseconds)) / 1000;
    const QString sign = nanoseconds < 0 ? QStringLiteral("−") : QString();
    const QLocale locale = QLocale::c();
    if (micro < 1000)
        return sign + locale.toString(micro, 'f', micro < 100 ? 1 : 0) + QStringLiteral(" µs");
    if (micro < 1'000'000)
        return sign + locale.toString(micro / 1000, 'f', 3) + QStringLiteral(" ms");
    return sign + locale.toString(micro / 1'000'000, 'f', 3) + QStringLiteral(" s");
}

QString becauseText(std::string_view because)
{
    if (because == "not recording then")
        return JourneyWords::tr("it was not recording then");
    if (because == "filtered")
        return JourneyWords::tr("it has a capture filter");
    if (because == "cut")
        return JourneyWords::tr("its packets are cut before what would tell them");
    if (because == "dropped by capture")
        return JourneyWords::tr("its capture missed packets that came by");
    return QString::fromUtf8(because.data(), qsizetype(because.size()));
}

QColor outcomeColour(Outcome::Kind kind)
{
    const Palette &palette = Palette::current();
    return kind == Outcome::Kind::Delivered ? palette.good : kind == Outcome::Kind::Lost ? palette.bad : palette.doubtful;
}

QString outcomeWord(const FollowedJourneys &all, std::size_t journey)
{
    const Outcome outcome = all.followed->outcome(journey);
    if (outcome.kind == Outcome::Kind::Delivered)
        return QStringLiteral("✓ ") + JourneyWords::tr("delivered");
    if (outcome.kind == Outcome::Kind::Lost)
        return QStringLiteral("✕ ") + JourneyWords::tr("lost after %1").arg(titleAt(all, *outcome.lostAfter));
    return QStringLiteral("? ") + JourneyWords::tr("not known");
}

std::optional<std::uint16_t> nextPoint(const FollowedJourneys &all, std::size_t journey)
{
    const journey::Journey one = all.followed->all()[journey];
    const std::vector<std::uint16_t> &way = all.followed->wayOf(one).points;
    const auto saw = [&](std::uint16_t point) { return std::ranges::find(one.hops, point, &journey::JourneyHop::point) != one.hops.end(); };
    const auto last = std::ranges::find_if(way.rbegin(), way.rend(), saw);
    return last == way.rbegin() ? std::nullopt : std::optional(*(last - 1));
}

QString outcomeReason(const FollowedJourneys &all, std::size_t journey)
{
    const Outcome outcome = all.followed->outcome(journey);
    const std::uint16_t last = all.followed->all()[journey].hops.back().point;
    QStringList reasons;
    if (outcome.kind == Outcome::Kind::Delivered) {
        reasons << JourneyWords::tr("It was seen at %1, where it was going.").arg(titleAt(all, last));
    } else if (outcome.kind == Outcome::Kind::Lost) {
        const auto next = nextPoint(all, journey);
        reasons << (next ? JourneyWords::tr("The next capture point of its way, %1, was recording then, whole frames and without a filter, and did not see it.").arg(titleAt(all, *next))
                         : JourneyWords::tr("The next capture point of its way did not see it."));
    } else if (outcome.notObserved.empty()) {
        reasons << JourneyWords::tr("It was seen last at %1. No capture point behind that could tell whether it arrived.").arg(titleAt(all, last));
    }
    if (!outcome.notObserved.empty())
        reasons << JourneyWords::tr("Not observed, which proves no loss: %1.").arg(missedText(all, outcome));
    return reasons.join(QLatin1Char(' '));
}

} // namespace vethscope
