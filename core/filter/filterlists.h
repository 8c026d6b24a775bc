#pragma once

#include "core/sentence/sentence.h"

#include <string>
#include <string_view>
#include <vector>

namespace vethscope {

/// A display filter that somebody has kept: with a name, or as a button on the filter bar.
struct KeptFilter {
    std::string name{};
    std::string expression{};
    std::string comment{};
    bool isShown = true; // as a button

    friend bool operator==(const KeptFilter &, const KeptFilter &) = default;
};

/// What one of Wireshark's files has, and a sentence for each line of it that was not understood.
struct FilterList {
    std::vector<KeptFilter> filters{};
    std::vector<Sentence> problems{};
};

/// `"name" expression`, a line each: `dfilters`.
FilterList readSavedFilters(std::string_view text);
/// `"TRUE","label","expression","comment"`, a line each: `dfilter_buttons`.
FilterList readFilterButtons(std::string_view text);
/// Whichever of both it looks like: buttons begin with `"TRUE",` or `"FALSE",`.
bool looksLikeFilterButtons(std::string_view text);

} // namespace vethscope
