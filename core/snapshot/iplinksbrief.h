#pragma once

#include "core/snapshot/linkwords.h"

namespace vethscope {

/// A line of `ip -br`.
struct BriefLink {
    LinkFact link; // without its line
    std::vector<IpPrefix> addresses;
};

/// `eth0@if17   UP   10.244.0.60/24 fe80::…/64` or `eth0@if17   UP   b2:ad:3a:6e:3a:4f <BROADCAST,…>`. Nothing where a word is neither.
std::optional<BriefLink> briefLink(const Words &words);

} // namespace vethscope
