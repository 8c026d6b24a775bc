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

/// The run of such lines that begins at the first one; nothing where no known output comes out when the prefixes are taken off, nor what
/// one of the commands that were `typed` above prints.
std::optional<PrefixedLines> prefixedLinesAt(const std::shared_ptr<const SourceText> &source, LineRange rest, const OutputShapes &shapes,
                                             const std::vector<std::vector<std::string>> &typed = {});

/// Lines that a program wrote as strings of a list, `"default via …",`, one below the other: the same with one machine that has no name.
std::optional<PrefixedLines> listedLinesAt(const std::shared_ptr<const SourceText> &source, LineRange rest, const OutputShapes &shapes);

} // namespace vethscope
