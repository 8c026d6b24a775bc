#pragma once

#include "core/flows/trafficwords.h"

#include <QString>

#include <algorithm>
#include <array>
#include <memory>
#include <vector>

namespace vethscope {

/// What a window of statistics lists.
enum class TrafficSubject : std::uint8_t { Conversations, Endpoints };

/// A row of either. An endpoint is a conversation with everybody: `a` is it, `fromA` what it sent, `fromB` what it received.
using TrafficRow = Conversation;

/// Everything that was counted, by kind, each in the order of its first packet. Afterwards only read, from any thread.
struct TrafficTables {
    std::array<std::vector<TrafficRow>, trafficKinds.size()> rows;
    std::int64_t start = 0; // of the capture's first packet, nanoseconds since 1970-01-01 UTC

    bool isEmpty() const { return std::ranges::all_of(rows, &std::vector<TrafficRow>::empty); }
    const std::vector<TrafficRow> &of(TrafficKind kind) const { return rows[static_cast<std::size_t>(kind)]; }
};

std::shared_ptr<const TrafficTables> tablesOf(std::vector<Conversation> conversations, TrafficSubject subject, std::int64_t start);

/// A row of endpoints again as what it was made of.
TrafficEndpoint endpointOf(const TrafficRow &row);

/// Whether both are of the same ends in the same scope, whatever was counted.
bool isSameTraffic(const TrafficRow &left, const TrafficRow &right);

QString kindName(TrafficKind kind);
QString addressOf(const TrafficEnd &end);

} // namespace vethscope
