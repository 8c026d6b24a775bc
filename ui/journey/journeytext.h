#pragma once

#include <QString>

#include "core/journey/outcome.h"
#include "core/journey/points.h"

#include <QColor>

namespace vethscope {

struct FollowedJourneys;

/// "flannel.1 of master", "eth0 of the pod default/tea-…", or the file where nothing tells it.
QString pointTitle(const journey::JourneyPoint &point);
/// "TCP 10.244.0.60:38654 → 10.244.1.3:80".
QString flowTitle(const journey::Tuple &tuple);
/// "12.3 µs", "1.204 ms", "−0.4 µs", "3.12 s".
QString durationText(std::int64_t nanoseconds);
/// Why a point's silence proves nothing, by the engine's words.
QString becauseText(std::string_view because);

/// "✓ delivered", "✕ lost after flannel.1 of master", "? not known", and their colours.
QString outcomeWord(const FollowedJourneys &all, std::size_t journey);
QColor outcomeColour(journey::Outcome::Kind kind);
/// In a sentence why that is said.
QString outcomeReason(const FollowedJourneys &all, std::size_t journey);

/// The next point of its way behind the last one that saw the packet; nothing where none is known.
std::optional<std::uint16_t> nextPoint(const FollowedJourneys &all, std::size_t journey);

} // namespace vethscope
