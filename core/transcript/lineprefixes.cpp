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

// Whether half of the lines or more are output that is known by its look.
bool isKnown(const SourceText &text, const OutputShapes &shapes)
{
    std::uint32_t known = 0, all = 0;
    const auto end = static_cast<std::uint32_t>(text.size()) + 1;
    for (std::uint32_t line = 1; line < end;) {
        const OutputBlock block = isBlank(text.line(line)) ? OutputBlock{} : shapes.blockAt(text, {line, end - line});
        const std::uint32_t next = block ? block.lines.end() : line + 1;
        known += block ? next - line : 0;
        all += next - line;
        line = next;
    }
    return known > 0 && 2 * known >= all;
}

} // namespace

std::optional<PrefixedLines> prefixedLinesAt(const std::shared_ptr<const SourceText> &source, LineRange rest, const OutputShapes &shapes,
                                             const std::vector<std::vector<std::string>> &typed)
{
    // A cheap look first: most lines are no such line.
    const auto first = prefixedLine(source->line(rest.first));
    if (!first || isBlank(first->text))
        return std::nullopt;
    std::vector<std::string> names, texts; // each machine's lines
    std::uint32_t end = rest.first;
    for (; end < rest.end(); ++end) {
        const auto prefixed = prefixedLine(source->line(end));
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
    const auto isOutput = [&](const std::string &text) {
        const SourceText own({}, text);
        const LineRange all{1, static_cast<std::uint32_t>(own.size())};
        return isKnown(own, shapes) || std::ranges::any_of(typed, [&](const auto &words) { return shapes.printedBy(words, own, all) == all.count; });
    };
    if (!std::ranges::all_of(texts, isOutput))
        return std::nullopt;

    PrefixedLines run{{rest.first, end - rest.first}, {}};
    for (const std::string &name : names) {
        std::vector<std::string> lines(source->size());
        for (std::uint32_t line = rest.first; line < end; ++line)
            if (const auto prefixed = prefixedLine(source->line(line)); prefixed->machine == name)
                lines[line - 1] = std::string(prefixed->text);
        run.machines.push_back({name, std::make_shared<const SourceText>(source->with(std::move(lines)))});
    }
    return run;
}

std::optional<PrefixedLines> listedLinesAt(const std::shared_ptr<const SourceText> &source, LineRange rest, const OutputShapes &shapes)
{
    std::string texts;
    std::uint32_t end = rest.first;
    for (; end < rest.end(); ++end) {
        const auto text = listedLine(source->line(end));
        if (!text)
            break;
        texts.append(*text).push_back('\n');
    }
    if (end == rest.first || !isKnown(SourceText({}, texts), shapes))
        return std::nullopt;
    std::vector<std::string> lines(source->size());
    for (std::uint32_t line = rest.first; line < end; ++line)
        lines[line - 1] = *listedLine(source->line(line));
    return PrefixedLines{{rest.first, end - rest.first}, {{{}, std::make_shared<const SourceText>(source->with(std::move(lines)))}}};
}

} // namespace vethscope
