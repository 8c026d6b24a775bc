#include "core/transcript/blocks.h"

#include "core/transcript/commandline.h"
#include "core/transcript/lines.h"
#include "core/transcript/prompt.h"

#include <algorithm>

namespace vethscope {
namespace {

std::vector<std::string> firstCommand(std::string_view typed)
{
    ShellLoop line = readCommandLine(typed);
    return line.body.empty() ? std::vector<std::string>{} : std::move(line.body.front().words);
}

} // namespace

OutputBlocks::OutputBlocks(const SourceText &source, const OutputShapes &shapes)
{
    const auto size = static_cast<std::uint32_t>(source.size());
    for (std::uint32_t line = 1; line <= size; ++line)
        if (isSurePrompt(source.line(line)))
            m_surePrompts.push_back(line);
    // A line that nobody takes for anything but a prompt, or for a command, ends whatever stands before it.
    const auto isTyped = [&](std::uint32_t line) {
        const std::string_view text = source.line(line);
        return isPrompt(line) || (isCommonCommand(text.substr(0, text.find(' '))) && text.size() < 200 && !shapes.named(firstCommand(text)).empty());
    };
    std::uint32_t limit = 1;
    const auto limitBehind = [&](std::uint32_t line) {
        if (limit <= line)
            for (limit = line + 1; limit <= size && !isTyped(limit); ++limit) { }
        return limit;
    };
    for (std::uint32_t line = 1; line <= size;) {
        if (isBlank(source.line(line)) || isPrompt(line)) {
            ++line;
            continue;
        }
        const OutputBlock block = shapes.blockAt(source, {line, limitBehind(line) - line});
        if (block)
            m_blocks.push_back(block);
        line = block ? block.lines.end() : line + 1;
    }
}

bool OutputBlocks::isPrompt(std::uint32_t line) const
{
    return std::ranges::binary_search(m_surePrompts, line);
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
