#pragma once

#include "core/transcript/outputshapes.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace vethscope {

/// What one machine printed among others, where each line says whose it is: `n1: default via …`, `n2 | default via …`.
struct PrefixedOutput {
    std::string machine;
    std::shared_ptr<const SourceText> source; // the machine's lines without their prefix; those of others are blank
};

/// Several machines' lines, interleaved or one behind the other.
struct PrefixedLines {
    LineRange lines;
    std::vector<PrefixedOutput> machines;
};

/// Finds such runs in a text. It remembers where there is none, so that a long log is gone through once.
class PrefixedRuns
{
public:
    PrefixedRuns(const std::shared_ptr<const SourceText> &source, const OutputShapes &shapes) : m_source(source), m_shapes(shapes) {}

    /// The run that begins at the first of these lines; nothing where no known output comes out when the prefixes are taken off, nor what
    /// one of the commands that were `typed` above prints.
    std::optional<PrefixedLines> prefixedAt(LineRange rest, const std::vector<std::vector<std::string>> &typed = {});
    /// Lines that a program wrote as strings of a list, `"default via …",`, one below the other: the same with one machine that has no name.
    std::optional<PrefixedLines> listedAt(LineRange rest);

private:
    std::shared_ptr<const SourceText> m_source;
    const OutputShapes &m_shapes;
    std::uint32_t m_noPrefixedBefore = 0, m_noListedBefore = 0;
};

} // namespace vethscope
