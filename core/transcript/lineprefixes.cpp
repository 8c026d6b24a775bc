#include "core/transcript/lineprefixes.h"

#include "core/transcript/machinename.h"
#include "core/transcript/lines.h"

#include <algorithm>

namespace vethscope {
namespace {

constexpr std::size_t mostMachines = 64;

struct PrefixedLine {
    std::string_view machine, text;
};

// n1: text   n1 | text   [n1] text
std::optional<PrefixedLine> prefixedLine(std::string_view line)
{
    const bool bracket = line.starts_with('[');
    const std::size_t end = line.find_first_of(bracket ? "]" : ": |\t", 1);
    if (end == std::string_view::npos)
        return std::nullopt;
    const std::string_view machine = line.substr(bracket ? 1 : 0, end - (bracket ? 1 : 0));
    if (!isMachineName(machine))
        return std::nullopt;
    std::string_view rest = line.substr(end);
    const std::size_t mark = rest.find_first_not_of(" \t");
    if (bracket)
        rest.remove_prefix(1);
    else if (mark != std::string_view::npos && (rest[mark] == '|' || (mark == 0 && rest[mark] == ':')))
        rest.remove_prefix(mark + 1);
    else
        return std::nullopt;
    if (!rest.empty() && rest.front() != ' ' && rest.front() != '\t')
        return std::nullopt;
    if (rest.starts_with(' '))
        rest.remove_prefix(1);
    return PrefixedLine{machine, rest};
}

// "default via 10.0.0.1 dev eth0 ",
std::optional<std::string> listedLine(std::string_view line)
{
    std::string_view text = withoutBlanks(line);
    if (text.ends_with(','))
        text.remove_suffix(1);
    if (text.size() < 3 || text.front() != '"' || text.back() != '"' || !text.contains(' '))
        return std::nullopt;
    std::string plain;
    for (std::size_t i = 1; i + 1 < text.size(); ++i) {
        if (text[i] == '"') // "key": "value"
            return std::nullopt;
        const bool escaped = text[i] == '\\' && i + 2 < text.size();
        i += escaped ? 1 : 0;
        plain += escaped && text[i] == 't' ? '\t' : text[i];
    }
    return plain;
}

// How many of the lines are output that is known by its look.
struct Share {
    std::uint32_t known = 0, all = 0;

    bool isMost() const { return known > 0 && 2 * known >= all; }
};

Share shareKnown(const SourceText &text, const OutputShapes &shapes)
{
    Share share;
    const auto end = static_cast<std::uint32_t>(text.size()) + 1;
    for (std::uint32_t line = 1; line < end;) {
        const OutputBlock block = isBlank(text.line(line)) ? OutputBlock{} : shapes.blockAt(text, {line, end - line});
        const std::uint32_t next = block ? block.lines.end() : line + 1;
        share.known += block ? next - line : 0;
        share.all += next - line;
        line = next;
    }
    return share;
}

} // namespace

std::optional<PrefixedLines> PrefixedRuns::prefixedAt(LineRange rest, const std::vector<std::vector<std::string>> &typed)
{
    if (typed.empty() && rest.first < m_noPrefixedBefore)
        return std::nullopt;
    // A cheap look first: most lines are no such line.
    const auto first = prefixedLine(m_source->line(rest.first));
    if (!first || isBlank(first->text))
        return std::nullopt;
    std::vector<std::string> names, texts; // each machine's lines
    std::uint32_t end = rest.first;
    for (; end < rest.end(); ++end) {
        const auto prefixed = prefixedLine(m_source->line(end));
        if (!prefixed)
            break;
        auto name = std::ranges::find(names, prefixed->machine);
        if (name == names.end()) {
            if (names.size() == mostMachines) // each costs a copy of the text
                break;
            texts.emplace_back();
            name = names.insert(names.end(), std::string(prefixed->machine));
        }
        texts[static_cast<std::size_t>(name - names.begin())].append(prefixed->text).push_back('\n');
    }
    bool someKnown = false, allKnown = true;
    for (const std::string &text : texts) {
        const SourceText own({}, text);
        const LineRange all{1, static_cast<std::uint32_t>(own.size())};
        const Share share = shareKnown(own, m_shapes);
        someKnown = someKnown || share.known > 0;
        allKnown = allKnown && (share.isMost() || std::ranges::any_of(typed, [&](const auto &words) { return m_shapes.printedBy(words, own, all) == all.count; }));
    }
    if (!someKnown)
        m_noPrefixedBefore = end;
    if (!allKnown)
        return std::nullopt;

    PrefixedLines run{{rest.first, end - rest.first}, {}};
    for (const std::string &name : names) {
        std::vector<std::string> lines(end - rest.first);
        for (std::uint32_t line = rest.first; line < end; ++line)
            if (const auto prefixed = prefixedLine(m_source->line(line)); prefixed->machine == name)
                lines[line - rest.first] = std::string(prefixed->text);
        run.machines.push_back({name, std::make_shared<const SourceText>(m_source->with(rest.first, std::move(lines)))});
    }
    return run;
}

std::optional<PrefixedLines> PrefixedRuns::listedAt(LineRange rest)
{
    if (rest.first < m_noListedBefore)
        return std::nullopt;
    std::string texts;
    std::uint32_t end = rest.first;
    for (; end < rest.end(); ++end) {
        const auto text = listedLine(m_source->line(end));
        if (!text)
            break;
        texts.append(*text).push_back('\n');
    }
    const Share share = shareKnown(SourceText({}, texts), m_shapes);
    if (share.known == 0)
        m_noListedBefore = end;
    if (!share.isMost())
        return std::nullopt;
    std::vector<std::string> lines;
    for (std::uint32_t line = rest.first; line < end; ++line)
        lines.push_back(*listedLine(m_source->line(line)));
    return PrefixedLines{{rest.first, end - rest.first}, {{{}, std::make_shared<const SourceText>(m_source->with(rest.first, std::move(lines)))}}};
}

} // namespace vethscope
