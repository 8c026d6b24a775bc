#pragma once

#include "core/transcript/lines.h"
#include "core/transcript/outputshapes.h"

namespace vethscope::test {

/// Outputs that a test can tell by itself: lines that begin with `via`, printed by `ip` with any words; `all` begins one that goes on as far
/// as it may. What no reader should ask for, a blank line or one with `@`, is an output "wrong".
class MadeShapes : public OutputShapes
{
public:
    std::string_view named(const std::vector<std::string> &words) const override { return words.front() == "ip" ? "ip" : ""; }
    OutputBlock blockAt(const SourceText &source, LineRange rest) const override
    {
        const std::string_view first = withoutBlanks(source.line(rest.first));
        if (first.empty() || first.contains('@'))
            return {"wrong", {rest.first, 1}};
        if (first.starts_with("all"))
            return {"all", rest};
        std::uint32_t end = rest.first;
        while (end < rest.end() && withoutBlanks(source.line(end)).starts_with("via"))
            ++end;
        return end == rest.first ? OutputBlock{} : OutputBlock{"ip", {rest.first, end - rest.first}};
    }
    std::uint32_t printedBy(const std::vector<std::string> &words, const SourceText &source, LineRange rest) const override
    {
        const OutputBlock block = rest.count > 0 && named(words) == "ip" ? blockAt(source, rest) : OutputBlock{};
        return block.lines.count;
    }
};

} // namespace vethscope::test
