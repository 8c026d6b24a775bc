#include "core/transcript/splitter.h"

#include "core/transcript/lines.h"
#include "core/transcript/prompt.h"
#include "core/transcript/prose.h"

#include <algorithm>

namespace vethscope {

Splitter::Splitter(const std::shared_ptr<const SourceText> &source, const OutputShapes &shapes)
    : m_source(source), m_shapes(shapes), m_size(static_cast<std::uint32_t>(source->size())), m_blocks(*source, shapes), m_learned(*source, shapes, m_blocks),
      m_labels(*source, m_blocks.all()), m_runs(source, shapes)
{
}

Transcript Splitter::split()
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

// Whether some prompt tells itself apart from comments; then `# ` and headings are none.
bool Splitter::hasPlainPrompts() const
{
    for (std::uint32_t line = 1; line <= m_size; ++line) {
        const auto prompt = readPrompt(m_source->line(line));
        if (prompt && !prompt->doubtful && prompt->style != PromptStyle::Bare && prompt->style != PromptStyle::Heading)
            return true;
    }
    return false;
}

std::optional<Prompt> Splitter::promptAt(std::uint32_t line) const
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

std::optional<Prompt> Splitter::usualPromptAt(std::uint32_t line) const
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

// Lines up to the next prompt that no command on a line above printed: outputs known by their look, machines' lines, labels, prose.
void Splitter::readUntyped()
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
void Splitter::addFailed(const MachineLabel &label)
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
std::uint32_t Splitter::limitBehind(std::uint32_t line) const
{
    const std::vector<std::uint32_t> &prompts = m_blocks.surePrompts();
    const auto sure = std::ranges::lower_bound(prompts, line);
    return sure == prompts.end() ? m_size + 1 : *sure;
}

// Output that nobody typed anything for where it stands.
void Splitter::addLoose(const std::shared_ptr<const SourceText> &source, const Session &session, LineRange lines)
{
    TypedCommand command{.source = source, .session = session, .output = lines, .loose = true};
    place(std::move(command));
}

// Whose it is when neither prompt nor command says it.
void Splitter::place(TypedCommand command)
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
void Splitter::addPrefixed(const PrefixedLines &run, const std::vector<Unwrapped> &typed)
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

TypedCommand Splitter::typedAt(const Unwrapped &one, std::uint32_t promptLine, const std::string &text, LineRange output) const
{
    const bool nameless = one.session.node.empty() && one.session.pod.empty();
    return {.source = m_source, .session = one.session, .placeholder = std::string(nameless ? m_placeholder : std::string_view{}), .promptLine = promptLine,
            .text = text, .words = one.command.words, .filters = one.command.filters, .output = output, .elsewhere = one.elsewhere ? promptLine : 0, .behindProse = m_proseSince};
}

} // namespace vethscope
