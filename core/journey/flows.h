#pragma once

#include "core/journey/asking.h"
#include "core/journey/shares.h"
#include "core/journey/sightings.h"
#include "core/journey/translations.h"

#include <cstdint>
#include <functional>
#include <vector>

namespace vethscope::journey {

/// Which tuples are one flow under several names: SNAT and DNAT rewrite addresses and ports, and leave alone what Content has. Of each
/// tuple the flow's number, from 0 on in the order in which flows first appear; both directions are flows of their own.
///
/// Two tuples are one where they share an end and some packet was seen under both: a TCP segment with its numbers and time stamps, another
/// packet with its IP identification, which routers and NAT keep (RFC 791; RFC 6864), or with the beginning of its payload. Where only these
/// two have it, both ends may differ: TCP's numbers are enough, others must have turned round, as when a service sends a pod back to itself,
/// or be one by more than that (`addVotes`). What conntrack knows as one is one. What is translated on its way is translated on its way back.
/// Glimpses of one key are in one share, their tuples not yet numbered; then they are. `lookerOf` makes a looker for each share that needs one, on any thread. Where `asking` is told to stop,
/// they are good for nothing.
std::vector<std::uint32_t> flowsOf(Shares &shares, const std::vector<Tuple> &tuples, const std::vector<Translation> &translations, const std::function<Looker()> &lookerOf,
                                   Asking &asking);

} // namespace vethscope::journey
