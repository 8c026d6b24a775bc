#pragma once

#include "ui/statistics/trafficrow.h"

#include <QStringList>

#include <optional>
#include <span>

namespace vethscope {

/// A column of the table of conversations or endpoints.
struct TrafficColumn {
    enum class Shows : std::uint8_t { Scope, Address, Port, Count, Seconds };

    const char *title;
    const char *key; // for who looks for one
    Shows shows;
    int characters;  // of the widest usual value
    const TrafficEnd TrafficRow::*end = nullptr; // whose address or port
    /// By what rows are sorted, but for addresses; nothing where there is nothing to say.
    std::optional<std::int64_t> (*number)(const TrafficRow &row, std::int64_t start) = nullptr;

    bool isNumber() const { return shows != Shows::Scope && shows != Shows::Address; }
};

/// In the order in which the table has them; ports only with those that have some.
std::vector<const TrafficColumn *> trafficColumns(TrafficSubject subject, TrafficKind kind);

QString titleOf(const TrafficColumn &column);

/// Seconds with six digits, of nanoseconds.
QString secondsText(std::int64_t nanoseconds);

} // namespace vethscope
