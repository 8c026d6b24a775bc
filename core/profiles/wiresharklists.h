#pragma once

#include "core/sentence/sentence.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vethscope {

/// A display filter that Wireshark keeps in a profile.
struct WiresharkFilter {
    std::string name{}, expression{}, comment{};
    bool isShown = true; // of a button
};

/// What one of its files has, and a sentence for each line that was not understood.
struct WiresharkFilters {
    std::vector<WiresharkFilter> filters{};
    std::vector<Sentence> problems{};
};

/// `dfilters`: `"name" expression`.
WiresharkFilters wiresharkSavedFilters(std::string_view text);
/// `dfilter_buttons`: `"TRUE","label","expression","comment"`.
WiresharkFilters wiresharkFilterButtons(std::string_view text);

/// `decode_as_entries` as texts of our own rules, `udp.port==8473,vxlan`, whether we know the protocol or not; nothing of a line that is no port's.
struct WiresharkDecodeRule {
    std::string line{};
    std::optional<std::string> rule{};
};
std::vector<WiresharkDecodeRule> wiresharkDecodeRules(std::string_view text);

} // namespace vethscope
