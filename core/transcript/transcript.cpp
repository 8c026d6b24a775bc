#include "core/transcript/transcript.h"

#include "core/transcript/commandnote.h"
#include "core/transcript/labels.h"
#include "core/transcript/learnedprompts.h"
#include "core/transcript/lineprefixes.h"
#include "core/transcript/lines.h"
#include "core/transcript/machinename.h"
#include "core/transcript/openshells.h"
#include "core/transcript/outputshapes.h"
#include "core/transcript/prompt.h"
#include "core/transcript/prose.h"
#include "core/transcript/rounds.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <functional>

namespace vethscope {
namespace {

bool passesBlocks(const std::vector<std::string> &filter)
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
    Splitter(const std::shared_ptr<const SourceText> &source, const OutputShapes &shapes)
        : m_source(source), m_shapes(shapes), m_size(static_cast<std::uint32_t>(source->size())), m_blocks(*source, shapes), m_learned(*source, shapes, m_blocks),
          m_labels(*source, m_blocks.all()), m_runs(source, shapes)
    {
    }

    Transcript split()
    {
        m_hasPlainPrompts = hasPlainPrompts();
        while (m_line <= m_size) {
            if (const auto prompt = promptAt(m_line))
                readCommand(*prompt);
            else
                readUntyped();
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
        if (m_blocks.covers(line))
            return std::nullopt;
        const auto prompt = usualPromptAt(line);
        if (prompt && prompt->style != PromptStyle::Heading)
            return prompt;
        // What stands below a line tells more than how it begins.
        if (const auto learned = m_learned.at(line); learned && !m_labels.at(line))
            return learned;
        return prompt;
    }

    std::optional<Prompt> usualPromptAt(std::uint32_t line) const
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
        for (std::uint32_t line = first; line < first + count; ++line)
            noteProse(line);
        // A blank line does not part a text in two.
        const bool adjoins = !m_transcript.prose.empty() && m_proseCommands == m_transcript.commands.size();
        if (adjoins)
            m_transcript.prose.back().count = first + count - m_transcript.prose.back().first;
        else
            m_transcript.prose.push_back({first, count});
        m_proseCommands = m_transcript.commands.size();
    }

    // A label holds until somebody writes something else.
    void noteProse(std::uint32_t line)
    {
        const std::string_view text = m_source->line(line);
        if (const MachineLabel *label = m_labels.at(line)) {
            m_label = label;
            m_proseSince = false;
        } else if (!isBlank(text) && !isRuler(text) && !withoutBlanks(text).starts_with("```") && !opensList(text)) {
            if (m_label && isWritten(text))
                m_label = nullptr;
            m_proseSince = true;
        }
    }

    // Whether somebody speaks of something else: a sentence, or a word that may name another machine. Gaps, commands and lines of output
    // that nobody reads are no such thing, nor is the machine's own name, which `hostname` prints.
    bool isWritten(std::string_view line) const
    {
        const std::string_view text = withoutBlanks(line);
        if (isCommonCommand(text.substr(0, text.find(' '))) || std::ranges::find(m_label->names, text) != m_label->names.end())
            return false;
        if (isHeadingOfOutput(line))
            return false;
        if (looksLikeProse(line))
            return !isAside(text);
        if (labelIn(line))
            return true;
        if (text.empty() || text.front() != line.front() || !std::isalpha(static_cast<unsigned char>(text.front()))) // indented; a log's date
            return false;
        int plain = 0, words = 0;
        for (std::size_t begin = text.find_first_not_of(' '); begin < text.size(); begin = text.find_first_not_of(' ', begin)) {
            const std::string_view word = text.substr(begin, text.find(' ', begin) - begin);
            plain += std::ranges::all_of(word, [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || std::string_view(",.'?!:").contains(c); }) ? 1 : 0;
            ++words;
            begin += word.size();
        }
        return plain > 1 && 2 * plain > words;
    }

    // （省略）
    static bool isAside(std::string_view text) { return text.starts_with("（") && text.ends_with("）") && !text.contains(' '); }

    // "stdout_lines": [
    static bool opensList(std::string_view line)
    {
        const std::string_view text = withoutBlanks(line);
        return text.starts_with('"') && text.ends_with('[');
    }

    // What was typed may run over several lines: behind a backslash, and where the shell wrote its second prompt, `> `.
    std::string typedText(const Prompt &prompt)
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
    bool endsQuoteOf(const std::string &typed, std::uint32_t line) const
    {
        constexpr std::size_t narrowest = 60; // columns
        const std::string_view rest = withoutBlanks(m_source->line(line));
        return m_source->line(line - 1).size() >= narrowest && (rest.ends_with('\'') || rest.ends_with('"')) && !isUnfinished(typed + std::string(rest));
    }

    // The lines up to the next prompt, or to where somebody explains them, or to where something begins that `printsOn` denies.
    LineRange readOutput(const std::function<bool(std::uint32_t, const OutputBlock &)> &printsOn)
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
            const OutputBlock block = m_blocks.beginningAt(m_line);
            if (!block && (blankBefore ? looksLikeProse(line) : interruptsOutput(line)))
                break;
            if (isUpperHalf(line) && m_line < m_size && promptAt(m_line + 1))
                break;
            if (!printsOn(m_line, block))
                break;
            blankBefore = false;
            end = m_line + 1;
        }
        return {first, end - first};
    }

    // Lines up to the next prompt that no command on a line above printed: outputs known by their look, machines' lines, labels, prose.
    void readUntyped()
    {
        if (const OutputBlock block = m_blocks.beginningAt(m_line)) {
            addLoose(m_source, {}, block.lines);
            m_line = block.lines.end();
        } else if (const auto run = m_runs.prefixedAt({m_line, limitBehind(m_line) - m_line})) {
            addPrefixed(*run, {});
        } else if (const auto list = m_runs.listedAt({m_line, limitBehind(m_line) - m_line})) {
            addPrefixed(*list, {});
        } else if (const MachineLabel *label = m_labels.at(m_line); label && label->failed) {
            addFailed(*label);
        } else {
            addProse(m_line++, 1);
        }
    }

    // n2 | UNREACHABLE! => {   and what it says up to the closing brace
    void addFailed(const MachineLabel &label)
    {
        const std::string_view opening = m_source->line(m_line);
        std::uint32_t end = m_line + 1;
        if (opening.ends_with('{'))
            while (end <= m_size && !isBlank(m_source->line(end)) && !promptAt(end) && !m_labels.at(end) && m_source->line(end - 1) != "}")
                ++end;
        for (const std::string &name : label.names)
            m_transcript.commands.push_back({.source = m_source, .session = {.node = name, .pod = {}, .podNamespace = {}, .container = {}},
                                             .text = std::string(withoutBlanks(opening.substr(0, opening.find("=>")))), .output = {m_line, end - m_line}, .loose = true, .labelled = true});
        m_line = end;
        m_label = nullptr;
    }

    // The next line that is surely a prompt.
    std::uint32_t limitBehind(std::uint32_t line) const
    {
        const std::vector<std::uint32_t> &prompts = m_blocks.surePrompts();
        const auto sure = std::ranges::lower_bound(prompts, line);
        return sure == prompts.end() ? m_size + 1 : *sure;
    }

    // Output that nobody typed anything for where it stands.
    void addLoose(const std::shared_ptr<const SourceText> &source, const Session &session, LineRange lines)
    {
        TypedCommand command{.source = source, .session = session, .output = lines, .loose = true};
        place(std::move(command));
    }

    // Whose it is when neither prompt nor command says it.
    void place(TypedCommand command)
    {
        command.behindProse = m_proseSince;
        if (m_label && command.session.node.empty()) {
            for (const std::string &name : m_label->names) {
                TypedCommand one = command;
                one.session.node = name;
                one.labelled = true;
                m_transcript.commands.push_back(std::move(one));
            }
            return;
        }
        m_transcript.commands.push_back(std::move(command));
    }

    // Each machine's lines, as output of what was typed or by their look.
    void addPrefixed(const PrefixedLines &run, const std::vector<Unwrapped> &typed)
    {
        for (const PrefixedOutput &output : run.machines) {
            const Session session{.node = output.machine, .pod = {}, .podNamespace = {}, .container = {}};
            const auto blockBegins = [&](std::uint32_t line) { return m_shapes.blockAt(*output.source, {line, run.lines.end() - line}); };
            bool taken = false;
            for (const Unwrapped &one : typed)
                if (!one.command.words.empty() && !m_shapes.named(one.command.words).empty()) {
                    TypedCommand command = typedAt(one, m_promptLine, m_promptText, run.lines);
                    command.source = output.source;
                    command.session = session;
                    command.labelled = true;
                    command.continues = taken;
                    m_transcript.commands.push_back(std::move(command));
                    taken = true;
                }
            for (std::uint32_t line = run.lines.first; !taken && line < run.lines.end();) {
                const OutputBlock block = isBlank(output.source->line(line)) ? OutputBlock{} : blockBegins(line);
                if (block)
                    addLoose(output.source, session, block.lines);
                line = block ? block.lines.end() : line + 1;
            }
        }
        m_line = run.lines.end();
        m_proseSince = false;
    }

    TypedCommand typedAt(const Unwrapped &one, std::uint32_t promptLine, const std::string &text, LineRange output) const
    {
        const bool nameless = one.session.node.empty() && one.session.pod.empty();
        return {.source = m_source, .session = one.session, .placeholder = std::string(nameless ? m_placeholder : std::string_view{}), .promptLine = promptLine,
                .text = text, .words = one.command.words, .filters = one.command.filters, .output = output, .elsewhere = one.elsewhere ? promptLine : 0, .behindProse = m_proseSince};
    }

    bool isKnown(const Unwrapped &one) const { return !one.command.words.empty() && !m_shapes.named(one.command.words).empty(); }

    void readCommand(const Prompt &prompt)
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

    static std::vector<Unwrapped> unwrapped(const Session &session, const std::vector<ShellCommand> &commands)
    {
        std::vector<Unwrapped> all;
        for (const ShellCommand &command : commands)
            for (Unwrapped &one : unwrap(session, command))
                if (!one.command.words.empty())
                    all.push_back(std::move(one));
        return all;
    }

    // A known command's output goes on where its own lines do; lines that nobody understands stay with it, to be told of, but not
    // behind a line that may be a prompt, nor where another command's output begins.
    std::function<bool(std::uint32_t, const OutputBlock &)> endOfKnown(const Unwrapped &one)
    {
        const OutputBlock known = m_blocks.beginningAt(m_line);
        const std::uint32_t own = known && known.command == m_shapes.named(one.command.words)
            ? known.lines.end()
            : m_line + m_shapes.printedBy(one.command.words, *m_source, {m_line, limitBehind(m_line) - m_line});
        return [this, own, first = m_line, &one, stranger = false](std::uint32_t line, const OutputBlock &block) mutable {
            if (line < own)
                return !block || !beginsOnceMore(first, line);
            if (m_labels.at(line) || (block && beginsOnceMore(first, line)))
                return false;
            stranger = stranger || (!m_blocks.covers(line) && mayBePrompt(m_source->line(line)));
            if (!block)
                return true;
            const bool same = block.command == m_shapes.named(one.command.words);
            return !stranger && (same || m_shapes.printedBy(one.command.words, *m_source, block.lines) > 0);
        };
    }

    // Whether output begins behind a blank line as the one above does, with the same number: a command prints each once.
    bool beginsOnceMore(std::uint32_t first, std::uint32_t line) const
    {
        const std::string_view text = m_source->line(line), opening = m_source->line(first).substr(0, m_source->line(first).find(' '));
        return line > first && isBlank(m_source->line(line - 1)) && opening.size() > 1 && opening.ends_with(':')
            && opening.find_first_not_of("0123456789") == opening.size() - 1 && text.substr(0, text.find(' ')) == opening;
    }

    // What stands below a line that was typed.
    void readPrinted(std::vector<Unwrapped> typed, const Session &session, const std::vector<ShellCommand> &body, std::uint32_t promptLine, const std::string &text)
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
                command.session.node = machineNamedBy(typed.front().command);
                m_transcript.commands.push_back(std::move(command));
                m_line = block.lines.end();
            }
    }

    // Programs of this machine whose output may be anything.
    bool isTransparent(const Unwrapped &one) const
    {
        constexpr auto programs = std::to_array<std::string_view>({
            "for", "while", "echo", "cd", "clear", "true", "sleep", "export", "source", "set",
        });
        return m_shapes.isQuiet(one.command.words) || std::ranges::find(programs, one.command.words.front()) != programs.end();
    }

    // Whether all that stands between here and the next prompt is what the command prints, though nobody would know it by its look.
    bool answers(const Unwrapped &one) const
    {
        std::uint32_t end = m_line;
        while (end <= m_size && !promptAt(end))
            ++end;
        while (end > m_line && isBlank(m_source->line(end - 1)))
            --end;
        return end > m_line && m_shapes.printedBy(one.command.words, *m_source, {m_line, end - m_line}) == end - m_line;
    }

    // Whether a block of known output stands between here and the next prompt.
    bool contentFollows() const
    {
        for (std::uint32_t line = m_line; line <= m_size && !promptAt(line); ++line)
            if (m_blocks.beginningAt(line))
                return true;
        return false;
    }

    // What a program says about itself before it prints what was asked of another machine.
    void skipChatter(const Unwrapped &one)
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

    // A short line that has a mark with words on both sides: §n2§ ip r
    static bool mayBePrompt(std::string_view line)
    {
        const std::string_view text = withoutBlanks(line);
        if (text.size() != line.size() || text.size() > 200)
            return false;
        const std::size_t mark = text.find_first_of("#$%><");
        if (mark != std::string_view::npos && text[mark] != '<' && mark + 1 < text.size())
            return true;
        return std::ranges::any_of(text, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
    }

    // The output of one command on several machines, each below its label or with its name before each line.
    bool readSections(const std::vector<Unwrapped> &typed, std::uint32_t promptLine, const std::string &text, bool elsewhere)
    {
        std::uint32_t line = m_line;
        while (line <= m_size && (isBlank(m_source->line(line)) || isRuler(m_source->line(line))))
            ++line;
        if (line > m_size || promptAt(line) || typed.empty())
            return false;
        // pdsh -a hostname: what nobody would know by its look.
        std::vector<std::vector<std::string>> words;
        for (const Unwrapped &one : typed)
            if (elsewhere)
                words.push_back(one.command.words);
        if (const auto run = m_runs.prefixedAt({line, limitBehind(line) - line}, words)) {
            addPrefixed(*run, typed);
            return true;
        }
        const MachineLabel *label = m_labels.at(line);
        if (!label || m_blocks.beginningAt(m_line) || std::ranges::any_of(typed, [](const Unwrapped &one) { return one.command.words.front() == "echo"; }))
            return false;
        while (line <= m_size && !promptAt(line)) {
            label = m_labels.at(line);
            if (!label)
                break;
            std::uint32_t end = ++line;
            while (end <= m_size && !promptAt(end) && !m_labels.at(end))
                ++end;
            LineRange output{line, end - line};
            while (output.count > 0 && (isBlank(m_source->line(output.first)) || isRuler(m_source->line(output.first))))
                ++output.first, --output.count;
            while (output.count > 0 && (isBlank(m_source->line(output.end() - 1)) || isRuler(m_source->line(output.end() - 1))))
                --output.count;
            for (const std::string &name : label->names) {
                bool continues = false;
                for (const Unwrapped &one : typed) {
                    TypedCommand command = typedAt(one, promptLine, text, output);
                    command.session = {.node = name, .pod = one.session.pod, .podNamespace = one.session.podNamespace, .container = one.session.container};
                    command.labelled = true;
                    command.continues = continues;
                    m_transcript.commands.push_back(std::move(command));
                    continues = true;
                }
            }
            line = end;
        }
        m_line = line;
        m_label = nullptr;
        return true;
    }

    // A machine that the words of an unknown program name.
    static std::string machineNamedBy(const ShellCommand &command)
    {
        return machineNamed(command.words);
    }

    void add(const std::vector<Unwrapped> &typed, std::uint32_t promptLine, const std::string &text, LineRange output)
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

    std::shared_ptr<const SourceText> m_source;
    const OutputShapes &m_shapes;
    std::uint32_t m_size;
    std::uint32_t m_line = 1;
    OutputBlocks m_blocks;
    LearnedPrompts m_learned;
    MachineLabels m_labels;
    PrefixedRuns m_runs;
    const MachineLabel *m_label = nullptr; // that stands above what is read
    bool m_proseSince = false;             // the last command or label
    bool m_hasPlainPrompts = false;
    bool m_loose = false;                  // the command under way has no prompt
    std::uint32_t m_stranger = 0;          // the line of the unknown program that was typed last
    std::uint32_t m_strangersShell = 0;    // of the one whose shell is open
    std::uint32_t m_promptLine = 0;
    std::string m_promptText;
    std::string_view m_placeholder; // the prompt's host, where it is no machine's name
    std::size_t m_proseCommands = 0; // commands that were read before the last prose
    OpenShells m_shells;
    Transcript m_transcript;
};

} // namespace

bool TypedCommand::keepsBlocks() const
{
    return std::ranges::all_of(filters, passesBlocks);
}

Transcript splitTranscript(const std::shared_ptr<const SourceText> &source, const OutputShapes &shapes)
{
    return Splitter(source, shapes).split();
}

Transcript splitTranscript(const std::shared_ptr<const SourceText> &source)
{
    return splitTranscript(source, OutputShapes());
}

} // namespace vethscope
