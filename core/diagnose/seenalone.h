#pragma once

#include "core/diagnose/case.h"
#include "core/diagnose/finding.h"
#include "core/diagnose/tunnelpairs.h"

#include <optional>
#include <vector>

namespace vethscope::diagnose {

/// Two ends that send to each other through a tunnel and of which no host's output tells both: what is wrong there captures must show by themselves.
struct SeenAlone {
    const TunnelPair *there = nullptr, *back = nullptr;

    /// Whether a point saw both directions: what is sent there comes that far at least.
    bool doMeet() const;
    /// Neither direction arrives, and some point saw both.
    bool areBothRefused() const { return !there->arrives && !back->arrives && doMeet(); }
};

/// Each two ends once in each direction where `bothWays`, else once. None without captures.
std::vector<SeenAlone> tunnelsSeenAlone(const Case &about, bool bothWays);
/// Says whose it is, by the nodes that captures show, else by their addresses.
void nameEnds(const Case &about, const SeenAlone &ends, Finding &finding);

/// The only key of a map; nothing where there are none, or more.
template <typename Value>
std::optional<Value> onlyOne(const std::map<Value, std::uint32_t> &rows)
{
    return rows.size() == 1 ? std::optional(rows.begin()->first) : std::nullopt;
}

} // namespace vethscope::diagnose
