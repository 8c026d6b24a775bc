#include "core/snapshot/importer.h"

#include "core/snapshot/hostcommands.h"
#include "core/snapshot/jsonrecord.h"
#include "core/snapshot/plaintext.h"
#include "core/snapshot/printing.h"
#include "core/snapshot/sharedoutput.h"
#include "core/snapshot/unnamed.h"
#include "core/transcript/prose.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace vethscope {
namespace {

bool isBlank(std::string_view line)
{
    return line.find_first_not_of(" \t") == std::string_view::npos;
}

// What kubectl and crictl say on their own account, mostly in front of what was asked for: which container, what is deprecated,
// and logrus' lines.
bool isRemark(std::string_view line)
{
    constexpr auto beginnings = std::to_array<std::string_view>({"Defaulted container ", "Defaulting container name ", "Unable to use a TTY ", "Warning: ",
                                                                 "WARN[", "ERRO[", "INFO[", "DEBU[", "time=\""});
    return std::ranges::any_of(beginnings, [&](std::string_view beginning) { return line.starts_with(beginning); });
}

class Importer
{
public:
    Importer(const std::shared_ptr<const SourceText> &source, const Origin &origin, const LineWatch &watch)
        : m_source(source), m_origin(origin), m_watch(watch)
    {
    }

    Imported import()
    {
        Transcript transcript = splitTranscript(m_source);
        if (transcript.commands.empty()) {
            readAlone();
            return std::move(m_imported);
        }
        nameSessions(transcript.commands, m_origin.session);
        for (std::size_t i = 0; i < transcript.commands.size() && wanted(transcript.commands[i].output.first);) {
            std::size_t end = i + 1;
            while (end < transcript.commands.size() && transcript.commands[end].continues)
                ++end;
            const std::span group(transcript.commands.data() + i, end - i);
            shareOutput(group);
            for (TypedCommand &command : group)
                read(command);
            i = end;
        }
        for (const LineRange &prose : transcript.prose)
            m_imported.report.prose.push_back({m_source, prose});
        std::ranges::sort(m_imported.report.prose, {}, [](const ProseLines &prose) { return prose.lines.first; });
        return std::move(m_imported);
    }

    /// Whether somebody wanted no more of it.
    bool stopped() const { return m_stopped; }

private:
    bool wanted(std::uint32_t line)
    {
        m_stopped = m_watch && !m_watch(line, static_cast<std::uint32_t>(m_source->size()));
        return !m_stopped;
    }

    // What stands behind the last line understood and reads like a sentence is no output, though no blank line parts it.
    static void cutProse(const Reading &reading, LineRange &output, std::vector<std::uint32_t> &lines)
    {
        auto begin = lines.end();
        while (begin != lines.begin()) {
            const bool last = begin == lines.end();
            std::uint32_t next = last ? reading.end() : *begin;
            while (next > *(begin - 1) + 1 && isBlank(reading.line(next - 1)))
                --next;
            if (next != *(begin - 1) + 1)
                break;
            --begin;
        }
        const auto prose = std::find_if(begin, lines.end(), [&](std::uint32_t line) { return looksLikeProse(reading.line(line)); });
        if (prose == lines.end())
            return;
        output.count = *prose - output.first;
        lines.erase(prose, lines.end());
    }

    void read(TypedCommand &command)
    {
        const HostCommand *parser = commandTyped(command.words);
        for (LineRange &lines = command.output; lines.count > 0 && isRemark(m_source->line(lines.first)); --lines.count)
            ++lines.first;
        Reading reading(command, m_imported.facts);
        if (!parser && command.output.count > 0 && (command.words.empty() || command.words.front() != "for"))
            parser = commandPrinting(reading);
        if (parser)
            parser->read(reading);
        std::vector<std::uint32_t> left = reading.notUnderstood();
        std::erase_if(left, [&](std::uint32_t line) { return isRemark(reading.line(line)); });
        LineRange output = command.output;
        if (parser)
            cutProse(reading, output, left);
        if (parser)
            notePrinted(reading, *parser, left.empty());
        if (output.count < command.output.count)
            m_imported.report.prose.push_back({m_source, {output.end(), command.output.end() - output.end()}});
        for (const Complaint &complaint : reading.complaints())
            m_imported.report.problems.push_back({fmt::format("{} line {}: {}", m_source->name(), complaint.line, complaint.message)});
        m_imported.report.commands.push_back({
            .source = m_source,
            .node = command.session.node,
            .pod = command.session.pod,
            .command = command.text,
            .parser = parser ? std::string(parser->name) : std::string(),
            .line = command.promptLine > 0 ? command.promptLine : command.output.first,
            .facts = reading.evidenceLines(),
            .notUnderstood = std::move(left),
        });
    }

    // A file without a prompt: the output of the command that it is called after, or of those that it looks like.
    void readAlone()
    {
        const auto size = static_cast<std::uint32_t>(m_source->size());
        TypedCommand command{.source = m_source, .session = m_origin.session, .words = m_origin.words, .output = {1, size}};
        for (const std::string &word : m_origin.words)
            command.text += (command.text.empty() ? "" : " ") + word;
        if (commandTyped(command.words)) {
            read(command);
            return;
        }
        command.words.clear();
        command.text.clear();
        // Parts of somebody else's JSON may look like a command's.
        if (const Reading whole(command, m_imported.facts); isJson(whole) && !commandPrinting(whole)) {
            m_imported.report.problems.push_back({fmt::format("{} is JSON that no known command prints", m_source->name())});
            return;
        }
        std::uint32_t proseBegin = 1;
        for (std::uint32_t line = 1; line <= size && wanted(line);) {
            command.output = {line, size + 1 - line};
            const std::uint32_t end = isBlank(m_source->line(line)) ? line : endOfOutput(command);
            if (end == line) {
                ++line;
                continue;
            }
            addProse(proseBegin, line);
            command.output.count = end - line;
            read(command);
            proseBegin = line = end;
        }
        addProse(proseBegin, size + 1);
    }

    void addProse(std::uint32_t first, std::uint32_t end)
    {
        while (first < end && isBlank(m_source->line(first)))
            ++first;
        while (first < end && isBlank(m_source->line(end - 1)))
            --end;
        if (first < end)
            m_imported.report.prose.push_back({m_source, {first, end - first}});
    }

    std::shared_ptr<const SourceText> m_source;
    const Origin &m_origin;
    const LineWatch &m_watch;
    bool m_stopped = false;
    Imported m_imported;
};

std::size_t leftOver(const ImportReport &report)
{
    std::size_t lines = report.problems.size();
    for (const ImportedCommand &command : report.commands)
        lines += command.parser.empty() ? 0 : command.notUnderstood.size();
    return lines;
}

} // namespace

Imported importText(const std::string &name, const std::string &text, const Origin &origin, const LineWatch &watch)
{
    const auto source = std::make_shared<const SourceText>(name, text);
    Importer importer(source, origin, watch);
    Imported imported = importer.import();
    if (importer.stopped() || leftOver(imported.report) == 0)
        return imported;
    // Perhaps a terminal broke the lines. Which of the two readings leaves less over is the one that was printed.
    std::string whole = unwrapped(*source);
    if (whole.empty())
        return imported;
    Importer second(std::make_shared<const SourceText>(name, std::move(whole)), origin, watch);
    Imported again = second.import();
    return !second.stopped() && leftOver(again.report) < leftOver(imported.report) ? std::move(again) : std::move(imported);
}

} // namespace vethscope
