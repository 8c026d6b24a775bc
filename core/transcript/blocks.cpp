#include "core/transcript/blocks.h"

#include "core/threads/parts.h"
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

constexpr std::uint32_t mostParts = 16;

// Lines that are gone through by themselves.
struct Part {
    std::uint32_t first = 1, end = 1;
    std::uint32_t begun = 1; // where the walk began
    std::vector<OutputBlock> blocks{};
    std::uint32_t reached = 1; // the line behind the last block, or the part
};

// Lines where something was typed: prompts, which nobody takes for anything else, and commands without one. They end whatever stands
// before them.
struct TypedLines {
    std::vector<std::uint32_t> prompts{}, all{};
};

void findTyped(TypedLines &typed, const SourceText &source, const OutputShapes &shapes, const Part &part)
{
    for (std::uint32_t line = part.first; line < part.end; ++line) {
        const std::string_view text = source.line(line);
        const bool prompt = isSurePrompt(text);
        if (prompt)
            typed.prompts.push_back(line);
        if (prompt || (isCommonCommand(text.substr(0, text.find(' '))) && text.size() < 200 && !shapes.named(firstCommand(text)).empty()))
            typed.all.push_back(line);
    }
}

TypedLines typedLines(const SourceText &source, const OutputShapes &shapes, const std::vector<Part> &parts)
{
    std::vector<TypedLines> found(parts.size());
    forEachPart(parts.size(), [&](std::size_t part) { findTyped(found[part], source, shapes, parts[part]); });
    TypedLines all;
    for (const TypedLines &some : found) {
        all.prompts.insert(all.prompts.end(), some.prompts.begin(), some.prompts.end());
        all.all.insert(all.all.end(), some.all.begin(), some.all.end());
    }
    return all;
}

// Parts of a text that are about as long.
std::vector<Part> partsOf(const SourceText &source, std::uint32_t linesOfPart)
{
    const auto size = static_cast<std::uint32_t>(source.size());
    const std::uint32_t lines = std::max(linesOfPart, size / mostParts + 1);
    std::vector<Part> parts;
    for (std::uint32_t first = 1; first <= size; first = parts.back().end)
        parts.push_back({.first = first, .end = std::min(size, first + lines - 1) + 1});
    return parts;
}

// Goes through a text from block to block. It knows nothing but the line where it stands.
class Walk
{
public:
    Walk(const SourceText &source, const OutputShapes &shapes, const TypedLines &typed) : m_source(source), m_shapes(shapes), m_typed(typed) { }

    // Takes the block that begins at a line, if there is one. The line behind it.
    std::uint32_t step(std::uint32_t line, std::vector<OutputBlock> &blocks) const
    {
        if (isBlank(m_source.line(line)) || std::ranges::binary_search(m_typed.prompts, line))
            return line + 1;
        const OutputBlock block = m_shapes.blockAt(m_source, {line, limitBehind(line) - line});
        if (block)
            blocks.push_back(block);
        return block ? block.lines.end() : line + 1;
    }

    // Begins amid whatever stands there, but not in a long table, which may go on to the end of the text and would be found to do so by
    // every part that begins in it: it is left to whoever comes there from its true beginning.
    void goThrough(Part &part) const
    {
        constexpr std::uint32_t attempts = 4;
        part.begun = part.first;
        for (std::uint32_t attempt = 1; part.first > 1 && part.begun < part.end && isAmidTable(part.begun); ++attempt)
            part.begun = attempt < attempts ? part.first + (part.end - part.first) / attempts * attempt : part.end;
        part.reached = part.begun;
        while (part.reached < part.end)
            part.reached = step(part.reached, part.blocks);
    }

    // Goes on from a line to the end of a part that was gone through by itself: from the first line on where both stand, their ways are one.
    std::uint32_t goOn(std::uint32_t line, const Part &part, std::vector<OutputBlock> &blocks) const
    {
        while (line < std::min(part.begun, part.end))
            line = step(line, blocks);
        for (auto next = part.blocks.begin(); line < part.reached;) {
            next = std::find_if(next, part.blocks.end(), [&](const OutputBlock &block) { return block.lines.end() > line; });
            const bool amidBlock = next != part.blocks.end() && next->lines.first < line;
            if (!amidBlock)
                blocks.insert(blocks.end(), next, part.blocks.end());
            line = amidBlock ? step(line, blocks) : part.reached;
        }
        while (line < part.end)
            line = step(line, blocks);
        return line;
    }

private:
    std::uint32_t limitBehind(std::uint32_t line) const
    {
        const auto limit = std::ranges::upper_bound(m_typed.all, line);
        return limit == m_typed.all.end() ? static_cast<std::uint32_t>(m_source.size()) + 1 : *limit;
    }

    // Whether one of the blocks that begin near a line may be a long one.
    bool isAmidTable(std::uint32_t line) const
    {
        constexpr std::uint32_t enough = 64; // lines, and what stands there is no long table
        constexpr std::uint32_t atLeast = 1024, near = 8; // lines that may belong to a block though they are not understood
        for (const std::uint32_t end = line + enough; line < end && line <= m_source.size();) {
            const bool mayBeLong = limitBehind(line) >= line + atLeast && !isBlank(m_source.line(line));
            const OutputBlock block = mayBeLong ? m_shapes.blockAt(m_source, {line, atLeast}) : OutputBlock{};
            if (block && block.lines.count + near > atLeast)
                return true;
            line = block ? block.lines.end() : line + 1;
        }
        return false;
    }

    const SourceText &m_source;
    const OutputShapes &m_shapes;
    const TypedLines &m_typed;
};

} // namespace

OutputBlocks::OutputBlocks(const SourceText &source, const OutputShapes &shapes, std::uint32_t linesOfPart)
{
    std::vector<Part> parts = partsOf(source, linesOfPart);
    TypedLines typed = typedLines(source, shapes, parts);
    const Walk walk(source, shapes, typed);
    forEachPart(parts.size(), [&](std::size_t part) { walk.goThrough(parts[part]); });
    std::uint32_t line = 1;
    for (const Part &part : parts)
        line = walk.goOn(line, part, m_blocks);
    m_surePrompts = std::move(typed.prompts);
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
