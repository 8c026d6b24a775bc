#pragma once

#include "core/diagnose/case.h"
#include "core/diagnose/finding.h"

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace vethscope::diagnose {

/// What became of tunnelled packets from one node to another.
struct TunnelWay {
    std::size_t from = 0, to = 0; // nodes
    std::string_view tunnel{};    // vs.tunnel's words
    std::size_t sent = 0, arrived = 0, lost = 0;
    Proof proof{};                // of those lost
    Proof arrivals{};
    std::set<std::uint16_t> seenAt{}, missedAt{}; // points that saw some, and that would have seen those lost

    /// Said only where none came through: not where others passed the point that shows a loss.
    bool isBlocked() const;
};

/// Between each two nodes that packets were captured of, each direction by itself. Arrived is what the receiver saw, be it on its NIC alone. Lost is what the
/// journey calls so on the wire, where the next point was recording and did not see it, and what the receiver's own firewall keeps from its tunnel.
std::vector<TunnelWay> tunnelWays(const Case &about);
/// The lines by which both nodes send into this tunnel: what hosts printed is in order.
EvidenceList tunnelLinesOf(const Case &about, const TunnelWay &way);
/// Says what the lines of both ends' devices exclude: ports and VNIs that differ.
void excludeMismatches(const Case &about, const TunnelWay &way, Finding &finding);
/// The sender's tunnel device; empty where nobody told of one.
std::string tunnelDeviceOf(const Case &about, const TunnelWay &way);
/// The other direction; null where nothing was sent there.
const TunnelWay *backOf(const std::vector<TunnelWay> &ways, const TunnelWay &way);

} // namespace vethscope::diagnose
