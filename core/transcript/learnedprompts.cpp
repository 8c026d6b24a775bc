#include "core/transcript/learnedprompts.h"

#include "core/transcript/lines.h"
#include "core/transcript/promptprefix.h"
#include "core/transcript/wrapping.h"

#include <algorithm>
#include <cctype>

namespace vethscope {
namespace {

constexpr std::size_t longestLine = 1000;      // that somebody typed
constexpr std::uint32_t remarks = 4;           // lines that a command may print ahead of what was asked for

// Where a command may begin: behind blanks, and behind the marks that end prompts.
bool mayBeginAt(std::string_view line, std::size_t place)
{
    if (!std::isalnum(static_cast<unsigned char>(line[place])) && !std::string_view("/._").contains(line[place]))
        return false;
    return place == 0 || std::string_view(" \t#$>%`").contains(line[place - 1]);
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

Prompt promptBefore(std::string_view line, std::size_t command)
{
    Prompt prompt{.style = PromptStyle::Learned, .typed = withoutBlanks(line.substr(command))};
    const PromptPrefix prefix(line.substr(0, command));
    prompt.bare = prefix.form().empty();
    // The names are parts of the line, which outlives the prompt.
    const auto inLine = [&](const std::string &name) { return name.empty() ? std::string_view{} : line.substr(line.find(name), name.size()); };
    prompt.user = inLine(prefix.user());
    prompt.host = inLine(prefix.host());
    return prompt;
}

} // namespace

LearnedPrompts::LearnedPrompts(const SourceText &source, const OutputShapes &shapes, const OutputBlocks &blocks) : m_source(source), m_shapes(shapes)
{
    for (const OutputBlock &block : blocks.all())
        for (std::uint32_t above = 1; above <= remarks && above < block.lines.first; ++above) {
            const std::uint32_t line = block.lines.first - above;
            if (blocks.covers(line))
                break;
            learn(line, block);
            if (m_commands.contains(line))
                break;
        }
}

// Whether what was typed is a command that printed those lines, here or on another machine.
bool LearnedPrompts::printed(std::string_view typed, const OutputBlock &below, bool elsewhere) const
{
    const auto did = [&](const Unwrapped &one) { return !one.command.words.empty() && m_shapes.printedBy(one.command.words, m_source, below.lines) > 0; };
    return std::ranges::any_of(readCommandLine(typed).body, [&](const ShellCommand &command) {
        return std::ranges::any_of(elsewhere ? ranElsewhere(command, m_shapes) : unwrap({}, command), did);
    });
}

bool LearnedPrompts::isCommand(std::string_view typed) const
{
    const auto isKnown = [&](const Unwrapped &one) { return !one.command.words.empty() && !m_shapes.named(one.command.words).empty(); };
    return std::ranges::any_of(readCommandLine(typed).body, [&](const ShellCommand &command) { return std::ranges::any_of(unwrap({}, command), isKnown); });
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

void LearnedPrompts::learn(std::uint32_t line, const OutputBlock &below)
{
    const std::string_view text = m_source.line(line);
    if (text.size() > longestLine || isBlank(text))
        return;
    const auto command = commandIn(text, below);
    if (!command)
        return;
    const PromptPrefix prefix(text.substr(0, *command));
    m_commands[line] = *command;
    if (!prefix.form().empty())
        m_forms.insert(prefix.form());
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
        return promptBefore(text, known->second);
    if (text.size() > longestLine)
        return std::nullopt;
    for (const std::string &form : m_forms) {
        const std::size_t end = PromptPrefix::endOfForm(text, form);
        if (end == std::string_view::npos)
            continue;
        const std::string_view typed = withoutBlanks(text.substr(end));
        if (mayBeTyped(form, typed))
            return promptBefore(text, typed.empty() ? text.size() : text.size() - std::string_view(text.substr(text.find(typed, end))).size());
    }
    return std::nullopt;
}

} // namespace vethscope
