#include "core/transcript/blocks.h"

#include "core/transcript/lines.h"
#include "core/transcript/prompt.h"

#include <algorithm>

namespace vethscope {

OutputBlocks::OutputBlocks(const SourceText &source, const OutputShapes &shapes)
{
    const auto size = static_cast<std::uint32_t>(source.size());
    // A line that nobody takes for anything but a prompt ends whatever stands before it.
    std::uint32_t limit = 1;
    const auto limitBehind = [&](std::uint32_t line) {
        if (limit <= line)
            for (limit = line + 1; limit <= size && !isSurePrompt(source.line(limit)); ++limit) { }
        return limit;
    };
    for (std::uint32_t line = 1; line <= size;) {
        if (isBlank(source.line(line)) || isSurePrompt(source.line(line))) {
            ++line;
            continue;
        }
        const OutputBlock block = shapes.blockAt(source, {line, limitBehind(line) - line});
        if (block)
            m_blocks.push_back(block);
        line = block ? block.lines.end() : line + 1;
    }
}

const OutputBlock *OutputBlocks::notBehind(std::uint32_t line) const
{
    const auto behind = std::ranges::upper_bound(m_blocks, line, {}, [](const OutputBlock &block) { return block.lines.first; });
    return behind == m_blocks.begin() ? nullptr : &*(behind - 1);
}

OutputBlock OutputBlocks::beginningAt(std::uint32_t line) const
{
    const OutputBlock *block = notBehind(line);
    return block && block->lines.first == line ? *block : OutputBlock{};
}

bool OutputBlocks::covers(std::uint32_t line) const
{
    const OutputBlock *block = notBehind(line);
    return block && line < block->lines.end();
}

} // namespace vethscope
