#include "core/transcript/tidy.h"

#include "core/transcript/commandline.h"
#include "core/transcript/lines.h"
#include "core/transcript/prompt.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>

namespace vethscope {
namespace {

// [01;32m, of which the escape character was lost
void dropEatenColours(std::string &line)
{
    for (std::size_t begin = line.find('['); begin != std::string::npos;) {
        const std::size_t end = line.find_first_not_of("0123456789;", begin + 1);
        const bool colour = end != std::string::npos && line[end] == 'm' && end > begin + 1;
        if (colour)
            line.erase(begin, end + 1 - begin);
        begin = line.find('[', colour ? begin : begin + 1);
    }
}

void unescape(std::string &line)
{
    struct Escape {
        std::string_view written, means;
    };
    constexpr auto escapes = std::to_array<Escape>({{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&nbsp;", " "}, {"&amp;", "&"}});
    for (const auto &[written, means] : escapes)
        for (std::size_t at = line.find(written); at != std::string::npos; at = line.find(written, at + means.size()))
            line.replace(at, written.size(), means);
}

// Tags that pages put around what they show as it is; `<none>` and `<UP>` are none of them.
void dropTags(std::string &line)
{
    constexpr auto names = std::to_array<std::string_view>({"pre", "code", "br", "b", "strong", "p", "span", "div", "details", "summary", "tt", "em", "samp", "kbd"});
    for (std::size_t begin = line.find('<'); begin != std::string::npos;) {
        const std::size_t end = line.find('>', begin);
        if (end == std::string::npos)
            return;
        std::string_view inside = std::string_view(line).substr(begin + 1, end - begin - 1);
        if (inside.starts_with('/'))
            inside.remove_prefix(1);
        const std::string_view name = inside.substr(0, inside.find_first_of(" /"));
        const bool isTag = std::ranges::find(names, name) != names.end();
        if (isTag)
            line.erase(begin, end + 1 - begin);
        begin = line.find('<', isTag ? begin : begin + 1);
    }
}

bool isWrappedIn(std::string_view line, std::string_view mark)
{
    return line.size() > 2 * mark.size() && line.starts_with(mark) && line.ends_with(mark);
}

// **root@n2:~# ip r**   `root@n2:~# ip r`   │ root@n2:~# ip r   │
void dropFrame(std::string &line)
{
    const std::string_view text = withoutBlanks(line);
    for (const std::string_view mark : {"**", "│", "┃", "║", "`"}) {
        if (!isWrappedIn(text, mark) || (mark == "`" && text.starts_with("``")))
            continue;
        std::string_view inside = text.substr(mark.size(), text.size() - 2 * mark.size());
        if (mark.size() == 3 && inside.starts_with(' ')) // a frame's own margin
            inside.remove_prefix(1);
        while (inside.ends_with(' '))
            inside.remove_suffix(1);
        line = std::string(inside);
        return;
    }
}

// ```root@n2:~# ip r, and not the language's name
void dropFence(std::string &line)
{
    const std::string_view text = withoutBlanks(line);
    if (text.starts_with("```") && text.contains(' ') && !text.starts_with("````"))
        line = std::string(text.substr(3));
}

std::string tidyLine(std::string line)
{
    if (line.contains('['))
        dropEatenColours(line);
    if (line.contains('<'))
        dropTags(line);
    if (line.contains('&'))
        unescape(line);
    dropFrame(line);
    dropFence(line);
    return line;
}

// What stands behind a quote's `>`; nothing where the line is none.
std::optional<std::string_view> behindQuote(std::string_view line)
{
    const std::size_t mark = line.find_first_not_of(" \t");
    // A table's row ends with a bar as well.
    const bool bar = mark != std::string_view::npos && line[mark] == '|' && !withoutBlanks(line.substr(mark + 1)).ends_with('|');
    if (mark == std::string_view::npos || (line[mark] != '>' && !bar))
        return std::nullopt;
    if (mark + 1 == line.size())
        return std::string_view{};
    if (line[mark + 1] == '>')
        return line.substr(mark + 1);
    if (line[mark + 1] != ' ')
        return std::nullopt;
    return line.substr(mark + 2);
}

// The shell's second prompt, behind a line that was not finished.
bool goesOn(const std::vector<std::string> &lines, std::size_t begin)
{
    if (begin == 0)
        return false;
    const auto prompt = readPrompt(lines[begin - 1]);
    return isUnfinished(prompt ? prompt->typed : std::string_view(lines[begin - 1]));
}

// Where all that is written is quoted, the mark may stand without a blank behind it.
bool dropTightQuotes(std::vector<std::string> &lines)
{
    const auto isQuoted = [](const std::string &line) { return line.starts_with('>') || isBlank(line); };
    const auto isTight = [](const std::string &line) { return line.size() > 1 && line[0] == '>' && line[1] != ' ' && line[1] != '>'; };
    if (!std::ranges::all_of(lines, isQuoted) || std::ranges::count_if(lines, isTight) < 3)
        return false;
    for (std::string &line : lines)
        line.erase(0, line.starts_with('>') ? 1 : 0);
    return true;
}

std::string wordBehindQuote(std::string_view line)
{
    const std::string_view text = withoutBlanks(behindQuote(line).value_or(std::string_view{}));
    return std::string(text.substr(0, text.find(' ')));
}

// What stands behind the mark on lines alone, each above what is not quoted: `> ssh n1 ip r`. There the mark is a prompt.
std::set<std::string> typedAlone(const std::vector<std::string> &lines)
{
    std::set<std::string> words;
    for (std::size_t i = 0; i + 1 < lines.size(); ++i)
        if (behindQuote(lines[i]) && !behindQuote(lines[i + 1]) && !isBlank(lines[i + 1]) && (i == 0 || !behindQuote(lines[i - 1])))
            words.insert(wordBehindQuote(lines[i]));
    words.erase("");
    return words;
}

// Takes one level of quoting off: where lines of it stand together, or one has a prompt behind the mark.
bool dropQuotes(std::vector<std::string> &lines)
{
    bool dropped = false;
    const std::set<std::string> typed = typedAlone(lines);
    for (std::size_t begin = 0; begin < lines.size();) {
        std::size_t end = begin;
        while (end < lines.size() && behindQuote(lines[end]))
            ++end;
        const bool alone = end - begin == 1;
        const bool prompts = !alone && std::all_of(lines.begin() + static_cast<std::ptrdiff_t>(begin), lines.begin() + static_cast<std::ptrdiff_t>(end),
                                         [&](const std::string &line) { return typed.contains(wordBehindQuote(line)); });
        if (end > begin && !prompts && !goesOn(lines, begin) && (!alone || isSurePrompt(*behindQuote(lines[begin])))) {
            for (std::size_t i = begin; i < end; ++i)
                lines[i] = std::string(*behindQuote(lines[i]));
            dropped = true;
        }
        begin = std::max(end, begin + 1);
    }
    return dropped;
}

// Takes off what all lines begin with, as Markdown has code and mails what is enclosed: a tab, or two blanks and more.
bool dropMargin(std::vector<std::string> &lines)
{
    std::string_view margin;
    std::size_t filled = 0;
    for (const std::string_view line : lines) {
        if (isBlank(line))
            continue;
        const std::string_view blanks = line.substr(0, line.find_first_not_of(" \t"));
        margin = ++filled == 1 ? blanks : margin.substr(0, static_cast<std::size_t>(std::ranges::mismatch(margin, blanks).in1 - margin.begin()));
        if (margin.empty())
            return false;
    }
    if (filled < 2 || margin == " ")
        return false;
    const std::size_t size = margin.size(); // of a part of the first line
    for (std::string &line : lines)
        line.erase(0, size);
    return true;
}

// Whether Markdown takes a line, behind a blank one, for code: four blanks or a tab.
bool isCode(std::string_view line)
{
    return !isBlank(line) && (line.starts_with("    ") || line.starts_with('\t'));
}

// Whether a block of code begins there: behind a blank line, below what is written from the first column on.
bool beginsCode(const std::vector<std::string> &lines, std::size_t place)
{
    if (!isCode(lines[place]) || place == 0 || !isBlank(lines[place - 1]))
        return false;
    std::size_t above = place - 1;
    while (above > 0 && isBlank(lines[above]))
        --above;
    return isBlank(lines[above]) || indentOf(lines[above]) == 0;
}

// Takes off the margin of Markdown's code amid what is written.
bool dropCodeMargins(std::vector<std::string> &lines)
{
    bool dropped = false;
    for (std::size_t begin = 0, end = 0; begin < lines.size(); begin = std::max(end, begin + 1)) {
        if (!beginsCode(lines, begin))
            continue;
        std::size_t margin = indentOf(lines[begin]);
        end = begin;
        for (; end < lines.size() && (isBlank(lines[end]) || isCode(lines[end])); ++end)
            margin = isBlank(lines[end]) ? margin : std::min(margin, indentOf(lines[end]));
        if (end < lines.size() && !isBlank(lines[end - 1])) // it goes on from the first column on
            continue;
        for (std::size_t i = begin; i < end; ++i)
            lines[i].erase(0, std::min(margin, lines[i].size()));
        dropped = true;
    }
    return dropped;
}

// The first bytes of all that tidyLine() takes away; most lines have none.
constexpr auto marks = [] {
    std::array<bool, 256> table{};
    for (const char c : std::string_view("[<&*`│┃║"))
        table[static_cast<unsigned char>(c)] = true;
    return table;
}();

bool isPlain(std::string_view line)
{
    return std::ranges::none_of(line, [](char c) { return marks[static_cast<unsigned char>(c)]; });
}

} // namespace

std::shared_ptr<const SourceText> tidied(const std::shared_ptr<const SourceText> &source)
{
    constexpr int deepest = 4;
    std::map<std::size_t, std::string> tidy; // the lines that something was taken off
    bool quoted = false, margin = true, code = false, blankAbove = true;
    for (std::size_t number = 1; number <= source->size(); ++number) {
        std::string_view line = source->line(number);
        if (!isPlain(line))
            if (std::string text = tidyLine(std::string(line)); text != line)
                line = tidy[number] = std::move(text);
        const std::size_t begin = line.find_first_not_of(" \t");
        code = code || (blankAbove && isCode(line));
        blankAbove = begin == std::string_view::npos;
        if (blankAbove)
            continue;
        quoted = quoted || line[begin] == '>' || line[begin] == '|';
        margin = margin && begin > 0;
    }
    if (tidy.empty() && !quoted && !margin && !code)
        return source;
    std::vector<std::string> lines;
    lines.reserve(source->size());
    for (std::size_t number = 1; number <= source->size(); ++number) {
        const auto changed = tidy.find(number);
        lines.push_back(changed == tidy.end() ? std::string(source->line(number)) : std::move(changed->second));
    }
    bool changed = !tidy.empty();
    for (int level = 0; level < deepest && (dropTightQuotes(lines) || dropQuotes(lines)); ++level)
        changed = true;
    changed = dropMargin(lines) || changed;
    changed = dropCodeMargins(lines) || changed;
    // What was quoted may be framed once more.
    return changed ? std::make_shared<const SourceText>(source->with(1, std::move(lines))) : source;
}

} // namespace vethscope
