#pragma once

#include "core/iograph/ioseries.h"
#include "ui/iograph/iographspec.h"

#include <QString>

#include <optional>
#include <span>

namespace vethscope {

// What styles, measures and intervals are called: in preferences, and to people.

std::span<const IoStyle> ioStyles();
std::span<const IoMeasure> ioMeasures();

const char *keyOf(IoStyle style);
const char *keyOf(IoMeasure measure);
std::optional<IoStyle> ioStyleOf(const QString &key);
std::optional<IoMeasure> ioMeasureOf(const QString &key);

QString wordOf(IoStyle style);
/// What one graph measures: "Packets", "Largest value".
QString wordOf(IoMeasure measure);

/// What an axis is of; graphs of one kind share an axis.
enum class IoUnit : std::uint8_t { Count, ByteCount, BitCount, Value };
IoUnit unitOf(IoMeasure measure);
/// "Packets per 100 ms".
QString axisTitle(IoUnit unit, qint64 interval);

/// "100 ms", "1 s", "10 min": an interval in nanoseconds.
QString intervalText(qint64 nanoseconds);
/// Those that are offered, the shortest first.
std::span<const qint64> ioIntervals();
/// One by which a capture of that length makes a picture.
qint64 fittingInterval(qint64 nanoseconds);

} // namespace vethscope
