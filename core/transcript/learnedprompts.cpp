#include "core/transcript/learnedprompts.h"

#include "core/threads/parts.h"
#include "core/transcript/lines.h"
#include "core/transcript/promptprefix.h"
#include "core/transcript/wrapping.h"

#include <algorithm>
#include <cctype>

namespace vethscope {
namespace {

constexpr std::size_t longestLine = 1000;      // that somebody typed
constexpr std::uint32_t enoughToTell = 64;     // lines of an output
constexpr std::uint32_t remarks = 4;           // lines that a command may print ahead of what was asked for
constexpr std::size_t blocksOfPart = 256;      // that one thread learns from
constexpr std::uint32_t linesOfPart = 8192;

// Where a command may begin: behind blanks, and behind the marks that end prompts.
bool mayBeginAt(std::string_view line, std::size_t place)
{
    if (!std::isalnum(static_cast<unsigned char>(line[place])) && !std::string_view("/._").contains(line[place]))
        return false;
    return place == 0 || std::string_view(" \t#$>%`").contains(line[place - 1]);
}

// fir   Linux fir 6.1.0 #1 SMP …
std::string hostTold(std::string_view typed, std::string_view printed)
{
    const auto word = [&](std::size_t number) {
        for (; number > 0 && printed.contains(' '); --number)
            printed = withoutBlanks(printed.substr(printed.find(' ')));
        return std::string(number > 0 ? std::string_view{} : printed.substr(0, printed.find(' ')));
    };
    if (typed == "hostname" || typed == "hostname -s" || typed == "hostname -f" || typed == "uname -n" || typed == "cat /etc/hostname")
        return printed.contains(' ') ? std::string() : word(0);
    return typed == "uname -a" && printed.starts_with("Linux ") ? word(1) : std::string();
}

std::size_t wordCount(std::string_view text)
{
    std::size_t count = 0;
    bool inWord = false;
    for (const char c : text) {
        const bool blank = c == ' ' || c == '\t';
        count += !blank && !inWord ? 1 : 0;
        inWord = !blank;
    }
    return count;
}

} // namespace

LearnedPrompts::LearnedPrompts(const SourceText &source, const OutputShapes &shapes, const OutputBlocks &blocks) : m_source(source), m_shapes(shapes)
{
    const std::span<const OutputBlock> all(blocks.all());
    std::vector<Lesson> lessons(all.size() / blocksOfPart + 1);
    forEachPart(lessons.size(), [&](std::size_t part) {
        const std::span<const OutputBlock> some = all.subspan(part * blocksOfPart);
        learnAbove(some.first(std::min(some.size(), blocksOfPart)), blocks, lessons[part]);
    });
    for (Lesson &lesson : lessons) {
        m_commands.merge(lesson.commands);
        for (const std::string &form : lesson.forms)
            m_forms.try_emplace(form);
    }
    learnBare(blocks);
    findHosts();
    askHosts();
}

// The lines between two blocks are asked for the second one alone.
void LearnedPrompts::learnAbove(std::span<const OutputBlock> some, const OutputBlocks &blocks, Lesson &lesson) const
{
    for (const OutputBlock &block : some)
        for (std::uint32_t above = 1; above <= remarks && above < block.lines.first; ++above) {
            const std::uint32_t line = block.lines.first - above;
            if (blocks.covers(line) || learn(line, block, lesson))
                break;
        }
}

// A command that stands on its line alone, or behind a list's mark as others do, above lines that it may have printed though nobody would
// know them by their look; behind any prompt where there is nothing else in the text.
void LearnedPrompts::learnBare(const OutputBlocks &blocks)
{
    const bool listed = std::ranges::any_of(m_commands, [&](const auto &known) { return PromptPrefix(m_source.line(known.first).substr(0, known.second)).isListMarker(); });
    const auto size = static_cast<std::uint32_t>(m_source.size());
    std::vector<Commands> found(size / linesOfPart + 1);
    forEachPart(found.size(), [&](std::size_t part) {
        const auto first = static_cast<std::uint32_t>(part) * linesOfPart + 1;
        for (std::uint32_t line = first; line < size && line < first + linesOfPart; ++line)
            if (const auto place = bareCommandAt(line, listed, blocks))
                found[part].emplace(line, *place);
    });
    for (Commands &some : found)
        m_commands.merge(some);
    if (m_commands.empty())
        learnOnly();
}

std::optional<std::size_t> LearnedPrompts::bareCommandAt(std::uint32_t line, bool listed, const OutputBlocks &blocks) const
{
    const std::string_view text = m_source.line(line);
    const auto bareAt = [&](std::size_t place) {
        const std::string_view typed = text.substr(place);
        const bool common = !typed.empty() && std::isalpha(static_cast<unsigned char>(typed.front())) && isCommonCommand(typed.substr(0, typed.find(' ')));
        return common && printed(typed, {"", {line + 1, static_cast<std::uint32_t>(m_source.size()) - line}}, false);
    };
    if (text.empty() || m_commands.contains(line) || blocks.covers(line) || blocks.beginningAt(line + 1) || isBlank(m_source.line(line + 1)))
        return std::nullopt;
    const std::size_t blank = listed ? text.find(' ') : std::string_view::npos;
    if (blank != std::string_view::npos && PromptPrefix(text.substr(0, blank)).isListMarker() && bareAt(blank + 1))
        return blank + 1;
    return bareAt(0) ? std::optional<std::size_t>(0) : std::nullopt;
}

// PROMPT hostname, what it prints, and no more.
void LearnedPrompts::learnOnly()
{
    const auto size = static_cast<std::uint32_t>(m_source.size());
    std::uint32_t first = 1, last = size;
    while (first < last && isBlank(m_source.line(first)))
        ++first;
    while (last > first && isBlank(m_source.line(last)))
        --last;
    const std::string_view text = size == 0 ? std::string_view{} : m_source.line(first);
    if (last == first || text.size() > longestLine)
        return;
    for (std::size_t place = 1; place < text.size(); ++place) {
        const PromptPrefix prefix(text.substr(0, place));
        if (!mayBeginAt(text, place) || (!prefix.isMarked() && !prefix.isListMarker()) || !printsAll(text.substr(place), {first + 1, last - first}))
            continue;
        m_commands[first] = place;
        return;
    }
}

bool LearnedPrompts::printsAll(std::string_view typed, LineRange lines) const
{
    const ShellLoop line = readCommandLine(typed);
    const auto one = line.body.size() == 1 ? unwrap({}, line.body.front()) : std::vector<Unwrapped>{};
    return one.size() == 1 && !one.front().command.words.empty() && m_shapes.printedBy(one.front().command.words, m_source, lines) == lines.count;
}

// Whether what was typed is a command that printed those lines, here or on another machine.
bool LearnedPrompts::printed(std::string_view typed, const OutputBlock &below, bool elsewhere) const
{
    const LineRange beginning{below.lines.first, std::min(below.lines.count, enoughToTell)};
    const auto did = [&](const Unwrapped &one) {
        const std::vector<std::string> &words = one.command.words;
        return !words.empty() && ((below && m_shapes.named(words) == below.command) || m_shapes.printedBy(words, m_source, beginning) > 0);
    };
    return std::ranges::any_of(readCommandLine(typed).body, [&](const ShellCommand &command) {
        return std::ranges::any_of(elsewhere ? ranElsewhere(command, m_shapes) : unwrap({}, command), did);
    });
}

bool LearnedPrompts::isCommand(std::string_view typed) const
{
    const auto isKnown = [&](const Unwrapped &one) { return !one.command.words.empty() && !m_shapes.named(one.command.words).empty(); };
    return std::ranges::any_of(readCommandLine(typed).body, [&](const ShellCommand &command) {
        return std::ranges::any_of(unwrap({}, command), isKnown) || !ranElsewhere(command, m_shapes).empty();
    });
}

// The longest end of the line that is such a command: `sudo ip r` before `ip r`. A program that nobody knows is one behind a prompt only.
std::optional<std::size_t> LearnedPrompts::commandIn(std::string_view line, const OutputBlock &below) const
{
    for (const bool elsewhere : {false, true})
        for (std::size_t place = 0; place < line.size(); ++place) {
            if (!mayBeginAt(line, place))
                continue;
            const PromptPrefix prefix(line.substr(0, place));
            if (!prefix.readsOn() && (!elsewhere || prefix.isMarked()) && printed(line.substr(place), below, elsewhere))
                return place;
        }
    return std::nullopt;
}

bool LearnedPrompts::learn(std::uint32_t line, const OutputBlock &below, Lesson &lesson) const
{
    const std::string_view text = m_source.line(line);
    if (text.size() > longestLine || isBlank(text))
        return false;
    const auto command = commandIn(text, below);
    if (!command)
        return false;
    const PromptPrefix prefix(text.substr(0, *command));
    lesson.commands[line] = *command;
    if (!prefix.form().empty() && !prefix.isListMarker())
        lesson.forms.insert(prefix.form());
    return true;
}

// Where the word that is usually the host is the same in all prompts of a form, and another one varies, that one is the host.
void LearnedPrompts::findHosts()
{
    std::map<std::string_view, std::vector<PromptPrefix>> prefixes;
    bool moved = false; // somebody changed the folder: it varies as well
    for (const auto &[line, command] : m_commands) {
        PromptPrefix prefix(m_source.line(line).substr(0, command));
        if (const auto form = m_forms.find(prefix.form()); form != m_forms.end())
            prefixes[form->first].push_back(std::move(prefix));
    }
    for (std::uint32_t line = 1; line <= m_source.size() && !moved; ++line)
        moved = m_source.line(line).contains(" cd ");
    for (const auto &[form, all] : prefixes) {
        const auto varies = [&](std::size_t place) {
            return std::ranges::any_of(all, [&](const PromptPrefix &one) { return one.words()[place] != all.front().words()[place]; });
        };
        const auto usual = all.front().hostPlace();
        if (all.size() < 2 || moved || (usual && varies(*usual)))
            continue;
        for (std::size_t place = 0; place < all.front().words().size(); ++place)
            if (varies(place) && std::ranges::all_of(all, [&](const PromptPrefix &one) { return PromptPrefix::mayBeHost(one.words()[place]); })) {
                m_forms.find(form)->second = place;
                break;
            }
    }
}

// What the machine says its name is, below a line that asks for it; of a prompt's words that one is the host.
void LearnedPrompts::askHosts()
{
    for (std::uint32_t line = 1; line < m_source.size(); ++line) {
        const std::string_view text = m_source.line(line);
        if (text.size() > longestLine || !(text.contains("hostname") || text.contains("uname")))
            continue;
        for (auto &[form, place] : m_forms) {
            const std::size_t end = PromptPrefix::endOfForm(text, form);
            const std::string told = end == std::string_view::npos ? std::string() : hostTold(withoutBlanks(text.substr(end)), withoutBlanks(m_source.line(line + 1)));
            const std::vector<std::string> words = told.empty() ? std::vector<std::string>() : PromptPrefix(text.substr(0, end)).words();
            if (const auto word = std::ranges::find_if(words, [&](const std::string &one) { return one == told || told.starts_with(one + "."); }); word != words.end())
                place = static_cast<std::size_t>(word - words.begin());
        }
    }
}

Prompt LearnedPrompts::promptBefore(std::uint32_t line, std::size_t command) const
{
    const std::string_view text = m_source.line(line);
    Prompt prompt{.style = PromptStyle::Learned, .typed = withoutBlanks(text.substr(command))};
    const PromptPrefix prefix(text.substr(0, command));
    prompt.bare = prefix.form().empty() || prefix.isListMarker();
    // The names are parts of the line, which outlives the prompt.
    const auto inLine = [&](const std::string &name) { return name.empty() ? std::string_view{} : text.substr(text.find(name), name.size()); };
    const auto form = m_forms.find(prefix.form());
    prompt.user = inLine(prefix.user());
    prompt.host = inLine(form != m_forms.end() && form->second ? prefix.words()[*form->second] : prefix.host());
    // A prompt of two lines has its names on the first one.
    const std::string_view above = line > 1 ? m_source.line(line - 1) : std::string_view{};
    if (prompt.host.empty() && isUpperHalf(above) && (text.starts_with("└") || text.starts_with("╰"))) {
        std::string plain(above); // ┌──(root㉿n2)-[~]
        std::ranges::replace_if(plain, [](char c) { return c == '(' || c == ')'; }, ' ');
        const PromptPrefix upper(plain);
        prompt.host = upper.host().empty() ? std::string_view{} : above.substr(above.find(upper.host()), upper.host().size());
    }
    return prompt;
}

// Whether a line in the form of a prompt has a command behind it. Where the form is a single mark, text may begin so as well.
bool LearnedPrompts::mayBeTyped(std::string_view form, std::string_view typed) const
{
    const bool named = form.contains('N');
    if (typed.empty())
        return named && PromptPrefix(form).isMarked();
    const auto first = static_cast<unsigned char>(typed.front());
    const bool beginsLikeCommand = std::isalnum(first) || typed.front() == '/' || typed.front() == '.' || typed.front() == '_';
    if (!beginsLikeCommand)
        return false;
    if (named && PromptPrefix(form).isMarked())
        return true;
    if (isCommonCommand(typed.substr(0, typed.find_first_of(" \t;|&"))) || isCommand(typed))
        return true;
    // > uptime
    const bool small = std::islower(first) && std::string_view(".,:;!?").find(typed.back()) == std::string_view::npos;
    return !named && form != "#" && PromptPrefix(form).isMarked() && small && wordCount(typed) <= 4;
}

std::optional<Prompt> LearnedPrompts::at(std::uint32_t line) const
{
    const std::string_view text = m_source.line(line);
    if (const auto known = m_commands.find(line); known != m_commands.end())
        return promptBefore(line, known->second);
    if (text.size() > longestLine)
        return std::nullopt;
    for (const auto &[form, place] : m_forms) {
        const std::size_t end = PromptPrefix::endOfForm(text, form);
        if (end == std::string_view::npos)
            continue;
        const std::string_view typed = withoutBlanks(text.substr(end));
        if (mayBeTyped(form, typed))
            return promptBefore(line, typed.empty() ? text.size() : text.size() - std::string_view(text.substr(text.find(typed, end))).size());
    }
    return std::nullopt;
}

} // namespace vethscope
