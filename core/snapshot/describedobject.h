#pragma once

#include "core/snapshot/hostcommand.h"

#include <span>
#include <string_view>

namespace vethscope {

/// What `kubectl describe` prints of one object: `Key:  value` lines from the first column on, and what is indented below them. What
/// is neither, or has a key that this kind does not have, is no part of it.
struct DescribedKind {
    std::span<const std::string_view> keys;      // from the first column on: "Name", "Non-terminated Pods"
    std::span<const std::string_view> innerKeys; // indented, unless a web page ate the blanks: "InternalIP"
};

struct DescribedLine {
    enum class Part : std::uint8_t { Foreign, Blank, Key, Inside } part = Part::Foreign;
    std::string_view key, value; // of a line with a colon; trimmed
};

/// What one line is to an object of this kind.
DescribedLine describedLine(std::string_view line, const DescribedKind &kind);

/// For looksLike: whether the first line is `Name:` with a name behind it, and these keys stand in the lines below, the first of them at once.
bool looksDescribed(const Reading &reading, const DescribedKind &kind, std::initializer_list<std::string_view> keys);

/// Goes through the lines of the output that belong to objects of this kind. Of `describe` itself an object begins with `Name:` and ends
/// where a line is no part of it; what `| grep` left of one is taken line by line. `take` gets each, and `begin` each object's name.
template <typename Begin, typename Take>
void readDescribed(Reading &reading, const DescribedKind &kind, Begin begin, Take take)
{
    const bool filtered = reading.command().filtered();
    bool inside = filtered;
    for (std::uint32_t line = reading.first(); line < reading.end(); ++line) {
        const DescribedLine described = describedLine(reading.line(line), kind);
        if (described.part == DescribedLine::Part::Key && described.key == "Name") {
            inside = true;
            begin(described.value, line);
        } else if (described.part == DescribedLine::Part::Foreign || (described.part == DescribedLine::Part::Blank && !filtered)) {
            inside = filtered;
        } else if (inside && described.part != DescribedLine::Part::Blank) {
            take(described, line);
        }
    }
}

} // namespace vethscope
