#pragma once

#include "core/snapshot/nftwords.h"

namespace vethscope {

/// What nftables' rules ask for on the left-hand side: `ip daddr . meta l4proto . th dport`, `fib daddr type`, `ct state`, with what that takes for granted.
struct NftSelector {
    std::vector<PacketKey> keys{};
    std::string protocol{};  // `tcp dport`: TCP alone has such
    bool onlyV4 = false;     // `ip saddr`, which IPv6 packets do not have
    bool onlyV6 = false;
    bool isIndex = false;    // `iif`, `oif`: by number when the rule was made
    std::uint32_t chances = 0;
};

/// Nothing where it is none of those; the words stand then where they stood.
std::optional<NftSelector> readSelector(NftCursor &words);

} // namespace vethscope
