#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vethscope {

/// `decode_as_entries` as texts of our own rules, `udp.port==8473,vxlan`, whether we know the protocol or not; nothing of a line that is no port's.
struct WiresharkDecodeRule {
    std::string line{};
    std::optional<std::string> rule{};
};
std::vector<WiresharkDecodeRule> wiresharkDecodeRules(std::string_view text);

} // namespace vethscope
