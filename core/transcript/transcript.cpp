#include "core/transcript/transcript.h"

#include "core/transcript/openshells.h"
#include "core/transcript/prompt.h"
#include "core/transcript/prose.h"
#include "core/transcript/rounds.h"

#include <algorithm>
#include <array>

namespace vethscope {
namespace {

bool isBlank(std::string_view line)
{
    return line.find_first_not_of(" \t") == std::string_view::npos;
}

bool keepsBlocks(const std::vector<std::string> &filter)
{
    constexpr auto passing = std::to_array<std::string_view>({"cat", "head", "tail", "less", "more", "tee", "jq", "python", "python3", "sed"});
    if (filter.empty() || std::ranges::find(passing, filter.front()) != passing.end())
        return true;
    const bool greps = filter.front() == "grep" || filter.front() == "egrep";
    return greps && std::ranges::any_of(filter, [](const std::string &word) {
        return word.starts_with("-A") || word.starts_with("-B") || word.starts_with("-C");
    });
}

class Splitter
{
public:
    explicit Splitter(const std::shared_ptr<const SourceText> &source) : m_source(source), m_size(static_cast<std::uint32_t>(source->size())) {}

    Transcript split()
    {
        m_hasPlainPrompts = hasPlainPrompts();
        while (m_line <= m_size) {
            if (const auto prompt = promptAt(m_line))
                readCommand(*prompt);
            else
                addProse(m_line++, 1);
        }
        return std::move(m_transcript);
    }

private:
    // Whether some prompt tells itself apart from comments; then `# ` and headings are none.
    bool hasPlainPrompts() const
    {
        for (std::uint32_t line = 1; line <= m_size; ++line) {
            const auto prompt = readPrompt(m_source->line(line));
            if (prompt && !prompt->doubtful && prompt->style != PromptStyle::Bare && prompt->style != PromptStyle::Heading)
                return true;
        }
        return false;
    }

    std::optional<Prompt> promptAt(std::uint32_t line) const
    {
        auto prompt = readPrompt(m_source->line(line));
        if (!prompt)
            return std::nullopt;
        const bool own = m_shells.isOwn(*prompt);
        if (prompt->style == PromptStyle::Heading && m_hasPlainPrompts)
            return std::nullopt;
        const bool mayBeComment = prompt->style == PromptStyle::Bare && !m_source->line(line).starts_with('$');
        if (mayBeComment && m_hasPlainPrompts && !own && !m_shells.awaitsPrompt())
            return std::nullopt;
        // `# ` is a comment unless a command follows; a prompt in brackets is known once one was seen.
        if (prompt->doubtful && (!own || prompt->style == PromptStyle::Bare || prompt->style == PromptStyle::Heading))
            return std::nullopt;
        return prompt;
    }

    void addProse(std::uint32_t first, std::uint32_t count)
    {
        while (count > 0 && isBlank(m_source->line(first))) {
            ++first;
            --count;
        }
        while (count > 0 && isBlank(m_source->line(first + count - 1)))
            --count;
        if (count == 0)
            return;
        // A blank line does not part a text in two.
        const bool adjoins = !m_transcript.prose.empty() && m_proseCommands == m_transcript.commands.size();
        if (adjoins)
            m_transcript.prose.back().count = first + count - m_transcript.prose.back().first;
        else
            m_transcript.prose.push_back({first, count});
        m_proseCommands = m_transcript.commands.size();
    }

    // What was typed may run over several lines: behind a backslash, and where the shell wrote its second prompt, `> `.
    std::string typedText(const Prompt &prompt)
    {
        std::string typed(prompt.typed);
        while (m_line <= m_size && isUnfinished(typed)) {
            std::string_view next = m_source->line(m_line);
            const bool secondPrompt = next.starts_with("> ");
            if ((!secondPrompt && !typed.ends_with('\\')) || promptAt(m_line))
                break;
            typed += '\n';
            typed += secondPrompt ? next.substr(2) : next;
            ++m_line;
        }
        return typed;
    }

    // The lines up to the next prompt, or to where somebody explains them.
    LineRange readOutput()
    {
        const std::uint32_t first = m_line;
        std::uint32_t end = first; // behind the last line that is not blank
        bool blankBefore = false;
        for (; m_line <= m_size && !promptAt(m_line); ++m_line) {
            const std::string_view line = m_source->line(m_line);
            if (isBlank(line)) {
                blankBefore = true;
                continue;
            }
            if (blankBefore ? looksLikeProse(line) : interruptsOutput(line))
                break;
            blankBefore = false;
            end = m_line + 1;
        }
        return {first, end - first};
    }

    void readCommand(const Prompt &prompt)
    {
        const std::uint32_t promptLine = m_line++;
        const Session session = m_shells.at(prompt);
        const std::string text = typedText(prompt);
        const LineRange output = readOutput();
        const ShellLoop typed = readCommandLine(text);
        if (typed.variable.empty())
            add(session, promptLine, text, typed.body, output);
        else
            for (const LoopRound &round : roundsOf(typed, *m_source, output))
                add(session, promptLine, text, round.commands, round.output);
        if (m_line <= m_size && !promptAt(m_line)) {
            const std::uint32_t proseBegin = m_line;
            while (m_line <= m_size && !promptAt(m_line))
                ++m_line;
            addProse(proseBegin, m_line - proseBegin);
        }
    }

    void add(const Session &session, std::uint32_t promptLine, const std::string &text, const std::vector<ShellCommand> &commands, LineRange output)
    {
        bool continues = false;
        for (const ShellCommand &command : commands) {
            for (Unwrapped &one : unwrap(session, command)) {
                if (one.command.words.empty())
                    continue;
                const std::string &program = one.command.words.front();
                if (program == "exit" || program == "logout")
                    m_shells.close();
                else if (one.opensShell)
                    m_shells.open(one);
                if (one.command.toFile)
                    continue;
                m_transcript.commands.push_back({m_source, one.session, promptLine, text, std::move(one.command.words),
                                                 std::move(one.command.filters), output, continues});
                continues = true;
            }
        }
    }

    std::shared_ptr<const SourceText> m_source;
    std::uint32_t m_size;
    std::uint32_t m_line = 1;
    bool m_hasPlainPrompts = false;
    std::size_t m_proseCommands = 0; // commands that were read before the last prose
    OpenShells m_shells;
    Transcript m_transcript;
};

} // namespace

bool TypedCommand::keepsBlocks() const
{
    return std::ranges::all_of(filters, vethscope::keepsBlocks);
}

Transcript splitTranscript(const std::shared_ptr<const SourceText> &source)
{
    return Splitter(source).split();
}

} // namespace vethscope
