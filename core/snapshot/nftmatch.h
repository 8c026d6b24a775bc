#pragma once

#include "core/snapshot/nftwords.h"

namespace vethscope {

/// Where a match stands.
struct NftContext {
    bool isInet = false; // in a table of both families
    bool marks = false;  // behind a statement of the same rule that changes the mark
};

/// What a rule of nftables asks for: `ip daddr != 10.0.0.0/8`, `tcp dport { 80, 443 }`, `meta mark & 0x4000 == 0x4000`, `… vmap @services`. False where it is not
/// understood; the words stand anywhere then, and what was taken of it holds all the same.
bool readMatch(NftCursor &words, FirewallRuleFact &rule, const NftContext &context);

/// The map behind `vmap` or `map`: `@services` or `{ 80 : accept }`.
bool readMap(NftCursor &words, FirewallLookup &lookup);

} // namespace vethscope
