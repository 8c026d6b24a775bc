#include "core/transcript/splitter.h"

#include "core/transcript/commandnote.h"
#include "core/transcript/lines.h"
#include "core/transcript/machinename.h"
#include "core/transcript/prompt.h"
#include "core/transcript/rounds.h"

#include <algorithm>
#include <array>

namespace vethscope {
namespace {

std::vector<Unwrapped> unwrapped(const Session &session, const std::vector<ShellCommand> &commands)
{
    std::vector<Unwrapped> all;
    for (const ShellCommand &command : commands)
        for (Unwrapped &one : unwrap(session, command))
            if (!one.command.words.empty())
                all.push_back(std::move(one));
    return all;
}

} // namespace

void Splitter::readCommand(const Prompt &prompt)
{
    const std::uint32_t promptLine = m_line++;
    const bool known = !prompt.bare && m_shells.isOwn(prompt) && prompt.style != PromptStyle::Learned && m_strangersShell == 0;
    Session session = prompt.bare ? Session{} : m_shells.at(prompt);
    m_promptLine = promptLine;
    const auto [machine, text] = noteBehind(typedText(prompt));
    m_promptText = text;
    if (prompt.host.empty() && !machine.empty())
        session = {.node = machine, .pod = {}, .podNamespace = {}, .container = {}};
    m_placeholder = isNobodysName(prompt.host) ? prompt.host : std::string_view{};
    if (!prompt.bare && !prompt.host.empty() && m_placeholder.empty())
        m_label = nullptr;
    m_loose = prompt.bare;
    // A program that nobody knows printed nothing, and then another prompt came: it opened a shell somewhere.
    if (!prompt.bare && (!prompt.host.empty() || known))
        m_strangersShell = 0;
    else if (!prompt.bare && m_stranger > 0)
        m_strangersShell = m_stranger;
    m_stranger = 0;
    const ShellLoop typed = readCommandLine(text);
    if (typed.variable.empty() && typed.body.empty()) {
        // Somebody pressed Enter: what stands below is nobody's answer.
    } else if (!typed.variable.empty()) {
        const LineRange output = readOutput([](std::uint32_t, const OutputBlock &) { return true; });
        for (const LoopRound &round : roundsOf(typed, *m_source, output))
            add(unwrapped(session, round.commands), promptLine, text, round.output);
    } else {
        readPrinted(unwrapped(session, typed.body), session, typed.body, promptLine, text);
    }
    m_proseSince = false;
    while (m_line <= m_size && !promptAt(m_line))
        readUntyped();
}

// What was typed may run over several lines: behind a backslash, and where the shell wrote its second prompt, `> `.
std::string Splitter::typedText(const Prompt &prompt)
{
    std::string typed(prompt.typed);
    while (m_line <= m_size && isUnfinished(typed)) {
        std::string_view next = m_source->line(m_line);
        const bool secondPrompt = next.starts_with("> ");
        const bool broken = !secondPrompt && endsQuoteOf(typed, m_line);
        if ((!secondPrompt && !typed.ends_with('\\') && !broken) || promptAt(m_line))
            break;
        typed += broken ? "" : "\n";
        typed += secondPrompt ? next.substr(2) : next;
        ++m_line;
    }
    return typed;
}

// Whether a terminal broke what was typed amid a quoted text, which ends with that line.
bool Splitter::endsQuoteOf(const std::string &typed, std::uint32_t line) const
{
    constexpr std::size_t narrowest = 60; // columns
    const std::string_view rest = withoutBlanks(m_source->line(line));
    return m_source->line(line - 1).size() >= narrowest && (rest.ends_with('\'') || rest.ends_with('"')) && !isUnfinished(typed + std::string(rest));
}

// What stands below a line that was typed.
void Splitter::readPrinted(std::vector<Unwrapped> typed, const Session &session, const std::vector<ShellCommand> &body, std::uint32_t promptLine, const std::string &text)
{
    const auto printing = std::ranges::count_if(typed, [](const Unwrapped &one) { return !one.command.toFile; });
    const bool known = std::ranges::any_of(typed, [&](const Unwrapped &one) { return isKnown(one); });
    std::vector<Unwrapped> inside;
    if (!known)
        for (const ShellCommand &command : body)
            for (Unwrapped &one : ranElsewhere(command, m_shapes))
                inside.push_back(std::move(one));
    if (readSections(inside.empty() ? typed : inside, promptLine, text, !inside.empty()))
        return;
    if (!inside.empty() && (contentFollows() || answers(inside.front()))) {
        typed = std::move(inside);
        if (typed.front().session.node.empty())
            for (Unwrapped &one : typed)
                one.elsewhere = true;
        skipChatter(typed.front());
        add(typed, promptLine, text, readOutput(endOfKnown(typed.front())));
        return;
    }
    if (printing == 1 && known) {
        const auto one = std::ranges::find_if(typed, [&](const Unwrapped &each) { return isKnown(each); });
        if (one->elsewhere || one->session.node != session.node)
            skipChatter(*one);
        const LineRange output = readOutput(endOfKnown(*one));
        add(typed, promptLine, text, output);
        return;
    }
    const bool stranger = printing == 1 && !known && !isTransparent(typed.front());
    const bool quiet = printing == 1 && m_shapes.isQuiet(typed.front().command.words);
    const LineRange output = readOutput([&](std::uint32_t, const OutputBlock &block) { return !block || !(stranger || quiet); });
    add(typed, promptLine, text, output);
    if (stranger && output.count == 0 && !m_blocks.beginningAt(m_line) && !isCommonCommand(typed.front().command.words.front()))
        m_stranger = promptLine;
    // Output of known shape below a command that nobody knows.
    if (stranger)
        if (const OutputBlock block = m_blocks.beginningAt(m_line)) {
            TypedCommand command{.source = m_source, .session = {}, .promptLine = promptLine, .text = text, .output = block.lines, .elsewhere = promptLine};
            command.session.node = machineNamed(typed.front().command.words);
            m_transcript.commands.push_back(std::move(command));
            m_line = block.lines.end();
        }
}

bool Splitter::isKnown(const Unwrapped &one) const
{
    return !one.command.words.empty() && !m_shapes.named(one.command.words).empty();
}

// Programs of this machine whose output may be anything.
bool Splitter::isTransparent(const Unwrapped &one) const
{
    constexpr auto programs = std::to_array<std::string_view>({
        "for", "while", "echo", "cd", "clear", "true", "sleep", "export", "source", "set",
    });
    return m_shapes.isQuiet(one.command.words) || std::ranges::find(programs, one.command.words.front()) != programs.end();
}

// Whether all that stands between here and the next prompt is what the command prints, though nobody would know it by its look.
bool Splitter::answers(const Unwrapped &one) const
{
    std::uint32_t end = m_line;
    while (end <= m_size && !promptAt(end))
        ++end;
    while (end > m_line && isBlank(m_source->line(end - 1)))
        --end;
    return end > m_line && m_shapes.printedBy(one.command.words, *m_source, {m_line, end - m_line}) == end - m_line;
}

// Whether a block of known output stands between here and the next prompt.
bool Splitter::contentFollows() const
{
    for (std::uint32_t line = m_line; line <= m_size && !promptAt(line); ++line)
        if (m_blocks.beginningAt(line))
            return true;
    return false;
}

// What a program says about itself before it prints what was asked of another machine.
void Splitter::skipChatter(const Unwrapped &one)
{
    std::uint32_t line = m_line;
    while (line <= m_size && !promptAt(line)) {
        if (!isBlank(m_source->line(line)) && m_shapes.printedBy(one.command.words, *m_source, {line, m_size + 1 - line}) > 0) {
            addProse(m_line, line - m_line);
            m_line = line;
            return;
        }
        ++line;
    }
}

void Splitter::add(const std::vector<Unwrapped> &typed, std::uint32_t promptLine, const std::string &text, LineRange output)
{
    if (typed.empty()) // ip netns exec NAME, and no more: nobody can tell whose output that is
        addProse(output.first, output.count);
    bool continues = false;
    for (const Unwrapped &one : typed) {
        const std::string &program = one.command.words.front();
        const auto outside = m_shells.outside();
        if (program == "exit" || program == "logout")
            m_shells.close();
        else if (one.opensShell)
            m_shells.open(one);
        if (one.command.toFile)
            continue;
        TypedCommand command = typedAt(one, promptLine, text, output);
        command.continues = continues;
        command.loose = m_loose;
        if (m_strangersShell > 0 && command.session == Session{})
            command.elsewhere = m_strangersShell;
        if (!one.elsewhere)
            command.outside = outside;
        if (m_label && !one.elsewhere)
            place(std::move(command));
        else
            m_transcript.commands.push_back(std::move(command));
        continues = true;
    }
}

} // namespace vethscope
