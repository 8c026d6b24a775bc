#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace vethscope {

/// What was asked of iproute2's `ip` or `bridge`, all words whole: `ip -d ro ls table all` is object `route`, verb `show`.
struct IpCall {
    std::string_view object;                // address, link, route, rule, neighbor, netns …; empty when the words are no such call
    std::string_view verb = "show";         // show, get, add …
    std::vector<std::string_view> operands; // what stands behind the verb
    bool v6 = false;                        // -6

    /// What stands behind a word of the operands, also when it was abbreviated as iproute2 allows: `table`, `dev`, `proto`.
    std::string_view operand(std::string_view name) const;
};

/// Takes the words apart as iproute2 does (ip.c): any beginning of a name will do, the first in its own table wins.
IpCall ipCall(const std::vector<std::string> &words);
IpCall bridgeCall(const std::vector<std::string> &words);

/// `ip` asked to list this object.
bool isIpShow(const std::vector<std::string> &words, std::string_view object);
bool isBridgeShow(const std::vector<std::string> &words, std::string_view object);

} // namespace vethscope
