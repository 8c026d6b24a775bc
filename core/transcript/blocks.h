#pragma once

#include "core/transcript/outputshapes.h"

#include <vector>

namespace vethscope {

/// The outputs of known commands that stand in a text, found by their look alone, in its order. They do not overlap.
class OutputBlocks
{
public:
    /// A long text is gone through in parts of so many lines, several at once; the blocks are the same.
    OutputBlocks(const SourceText &source, const OutputShapes &shapes, std::uint32_t linesOfPart = 8192);

    /// The block that begins at this line; an empty one where none does.
    OutputBlock beginningAt(std::uint32_t line) const;
    /// Whether the line is part of one.
    bool covers(std::uint32_t line) const;
    const std::vector<OutputBlock> &all() const { return m_blocks; }
    /// The lines that nobody takes for anything but a prompt; no block goes beyond one.
    const std::vector<std::uint32_t> &surePrompts() const { return m_surePrompts; }

private:
    const OutputBlock *notBehind(std::uint32_t line) const;

    std::vector<OutputBlock> m_blocks;
    std::vector<std::uint32_t> m_surePrompts;
};

} // namespace vethscope
