#include "core/transcript/splitter.h"

#include "core/transcript/lines.h"

#include <algorithm>

namespace vethscope {

// The output of one command on several machines, each below its label or with its name before each line.
bool Splitter::readSections(const std::vector<Unwrapped> &typed, std::uint32_t promptLine, const std::string &text, bool elsewhere)
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

} // namespace vethscope
