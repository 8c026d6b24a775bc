#pragma once

#include "core/facts/evidence.h"

#include <optional>
#include <string>
#include <string_view>

namespace vethscope {

/// A line as it is shown (contract.md, EVIDENCE): whole up to 300 characters of UTF-8; of a longer one 300 characters around the value,
/// with `…` where it is cut, and the column where the value begins.
struct ShownLine {
    std::string text;
    std::optional<std::uint32_t> column; // in characters, from 1; only of what is cut
};

/// `offset` is the byte where the value begins.
ShownLine shownLine(std::string_view line, std::size_t offset = 0);
/// Without a column it is the line itself that says it, from its first word on.
ShownLine shownLine(const Evidence &evidence);

} // namespace vethscope
