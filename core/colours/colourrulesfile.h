#pragma once

#include "core/colours/colourrule.h"
#include "core/sentence/sentence.h"

#include <string_view>

namespace vethscope {

/// Rules out of a file, and what of it was no rule.
struct ColourRulesRead {
    std::vector<ColourRule> rules;
    std::vector<Sentence> problems;
};

/// Wireshark's `colorfilters`, a rule a line: `@name@filter@[65535,65535,65535][0,0,0]`, background first, `!` in front of one that is switched off. Or rules
/// as JSON with comments: objects with `name`, `filter`, `foreground`, `background` and `disabled`, in an array or in `coloringrules`.
ColourRulesRead readColourRules(std::string_view text);

/// As `colorfilters` has them.
std::string colourRulesText(const std::vector<ColourRule> &rules);
/// As JSON.
std::string colourRulesJson(const std::vector<ColourRule> &rules);

} // namespace vethscope
