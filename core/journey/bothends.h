#pragma once

#include "core/journey/content.h"

#include <cstdint>
#include <map>
#include <utility>
#include <vector>

namespace vethscope::journey {

/// The places of two tuples, the lesser first.
using TupleCouple = std::pair<std::uint32_t, std::uint32_t>;

/// How much more tells that two tuples are one flow than that they are not.
using TupleVotes = std::map<TupleCouple, int>;

/// Of a packet that is not TCP's: what it carries, under which name and by which number of its sender it was seen.
struct PayloadSeen {
    std::uint64_t payload = 0;
    std::uint32_t tuple = 0; // its place
    std::uint16_t id = 0;    // IPv4's; 0: none
    std::uint8_t timeToLive = 0;

    friend auto operator<=>(const PayloadSeen &, const PayloadSeen &) = default;
};

/// Whether tuples that have no end in common are one flow whose packets were translated at both ends, SNAT and DNAT on their way. Payloads tell it
/// where no others have them, they are not sent again and again, and the IP identification, which routers and NAT keep while whoever passes on
/// what it received gives another one, is the same under both names; a router was between them, too: under one of them fewer hops were left.
/// One payload with identifications that are all others tells that they are not. Those of one payload are in `seen`, or none.
void addVotes(std::vector<PayloadSeen> &seen, const std::vector<Tuple> &tuples, TupleVotes &votes);

} // namespace vethscope::journey
