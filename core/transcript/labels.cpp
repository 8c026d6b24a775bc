#include "core/transcript/labels.h"

#include "core/threads/parts.h"
#include "core/transcript/labelwords.h"
#include "core/transcript/lines.h"
#include "core/transcript/prompt.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

// Which of the lines that may be labels are some, decided over the whole text.

namespace vethscope {
namespace {

// The line with `N` for the name: labels of one form are made by one hand.
std::string formOf(std::string_view line, const std::string &name)
{
    const std::string_view text = withoutBlanks(line);
    const std::size_t at = text.find(name);
    std::string form(text.substr(0, at));
    if (at != std::string_view::npos) {
        form += 'N';
        form += text.substr(at + name.size());
    }
    for (char &c : form)
        if (c >= '0' && c <= '9')
            c = '0';
    return form;
}

// A prompt with a command, or a command alone: `# hostname`, `- ip route`, `1. ip route`
bool isTyped(std::string_view line)
{
    line.remove_prefix(listNumber(line));
    line.remove_prefix(std::min(line.find_first_not_of(" \t$#>%-"), line.size()));
    return isCommonCommand(line.substr(0, line.find(' '))) || readPrompt(line);
}

// What a line may say by itself.
struct Candidate {
    std::uint32_t line;
    MachineLabel label;
    bool framed; // between rulers
};

std::optional<Candidate> candidateAt(const SourceText &source, std::uint32_t line)
{
    const std::string_view text = source.line(line);
    if (isBlank(text))
        return std::nullopt;
    const bool framed = line > 1 && line < source.size() && isRuler(source.line(line - 1)) && isRuler(source.line(line + 1));
    if (auto names = framed ? nameList(text) : std::vector<std::string>{}; !names.empty())
        return Candidate{line, {std::move(names), true, false}, framed};
    auto label = labelIn(text);
    return label ? std::optional(Candidate{line, *std::move(label), framed}) : std::nullopt;
}

// Those of the lines that stand in no block; a long text's are looked for in parts.
std::vector<Candidate> candidatesIn(const SourceText &source, const std::vector<OutputBlock> &blocks)
{
    constexpr std::uint32_t linesOfPart = 8192;
    const auto size = static_cast<std::uint32_t>(source.size());
    std::vector<std::vector<Candidate>> found(size / linesOfPart + 1);
    forEachPart(found.size(), [&](std::size_t part) {
        const auto first = static_cast<std::uint32_t>(part) * linesOfPart + 1;
        auto block = std::ranges::lower_bound(blocks, first, {}, [](const OutputBlock &one) { return one.lines.end() - 1; });
        for (std::uint32_t line = first; line <= std::min(size, first + linesOfPart - 1); ++line) {
            for (; block != blocks.end() && block->lines.end() <= line; ++block) { }
            if (block != blocks.end() && block->lines.first <= line)
                line = block->lines.end() - 1;
            else if (auto candidate = candidateAt(source, line))
                found[part].push_back(*std::move(candidate));
        }
    });
    std::vector<Candidate> all;
    for (std::vector<Candidate> &some : found)
        std::ranges::move(some, std::back_inserter(all));
    return all;
}

} // namespace

MachineLabels::MachineLabels(const SourceText &source, const std::vector<OutputBlock> &blocks)
{
    const auto size = static_cast<std::uint32_t>(source.size());
    const auto isGap = [&](std::uint32_t line) { return isBlank(source.line(line)) || withoutBlanks(source.line(line)).starts_with("```") || isRuler(source.line(line)); };
    std::map<std::string_view, std::set<std::string>> below; // the command whose output stands below, and the names
    std::map<std::string, std::set<std::string>> forms, aboveBlocks;
    auto block = blocks.begin();
    std::string_view before; // the command whose output ends on the line before
    std::uint32_t endBefore = 0;
    for (auto &[line, label, framed] : candidatesIn(source, blocks)) {
        for (; block != blocks.end() && block->lines.end() <= line; ++block) {
            before = block->command;
            endBefore = block->lines.end();
        }
        const std::string_view text = source.line(line);
        // What it is above: the next line that is neither blank, nor a fence, nor a ruler; a command may stand between.
        std::uint32_t next = line + 1;
        while (next <= size && isGap(next))
            ++next;
        const bool atBlock = block != blocks.end() && block->lines.first >= next && block->lines.first <= next + 1;
        std::string form = formOf(text, label.names.front());
        // A word alone on its line is part of what stands above it, but for one that stood out in what was pasted: **n1**, not > n1.
        const bool alone = form == "N" && source.given(line).ends_with(text);
        if (!framed && alone && line > 1 && !isGap(line - 1))
            continue;
        // Above a command whose output nobody knows by its look, its twins decide.
        const bool typedBelow = !label.sure && !atBlock && !form.contains(' ') && next <= size && isTyped(source.line(next)) && (line == 1 || isGap(line - 1));
        if (!label.sure && !atBlock && !form.contains(' ') && !typedBelow)
            continue;
        const bool inside = !framed && endBefore == line && block != blocks.end() && block->lines.first == line + 1 && block->command == before;
        forms[form].insert(label.names.front());
        if (!typedBelow)
            below[atBlock ? block->command : std::string_view{}].insert(label.names.front());
        if (atBlock)
            aboveBlocks[form].insert(label.names.front());
        m_labels.push_back({line, std::move(label), atBlock ? block->command : std::string_view{}, std::move(form), inside, typedBelow});
    }
    // A weak one counts where another is like it; so does one in the middle of an output.
    const auto isWeak = [&](const Placed &placed) {
        if (placed.typedBelow)
            return !std::ranges::any_of(aboveBlocks[placed.form], [&](const std::string &name) { return name != placed.label.names.front(); });
        const bool twin = forms[placed.form].size() > 1 && (placed.form.contains(' ') || !placed.below.empty());
        const bool agrees = !placed.below.empty() && below[placed.below].size() > 1;
        return placed.inside ? !twin && !(agrees && saysMachine(source.line(placed.line))) : !placed.label.sure && !twin && !agrees;
    };
    std::set<std::string> names; // that a label says which is none of the weak ones
    for (const Placed &placed : m_labels)
        if (!isWeak(placed))
            names.insert(placed.label.names.begin(), placed.label.names.end());
    std::erase_if(m_labels, [&](const Placed &placed) { return isWeak(placed) && (placed.inside || placed.typedBelow || !names.contains(placed.label.names.front())); });
}

const MachineLabel *MachineLabels::at(std::uint32_t line) const
{
    const auto found = std::ranges::lower_bound(m_labels, line, {}, &Placed::line);
    return found != m_labels.end() && found->line == line ? &found->label : nullptr;
}

} // namespace vethscope
