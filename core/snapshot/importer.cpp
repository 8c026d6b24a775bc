#include "core/snapshot/importer.h"

#include "core/snapshot/brokenlines.h"
#include "core/snapshot/failedcommand.h"
#include "core/snapshot/failure.h"
#include "core/snapshot/gaps.h"
#include "core/snapshot/hostcommands.h"
#include "core/snapshot/jsonextent.h"
#include "core/snapshot/parsershapes.h"
#include "core/snapshot/plaintext.h"
#include "core/snapshot/printing.h"
#include "core/snapshot/sharedoutput.h"
#include "core/snapshot/unnamed.h"
#include "core/snapshot/unread.h"
#include "core/snapshot/whose.h"
#include "core/snapshot/wrappedtext.h"
#include "core/transcript/lines.h"
#include "core/transcript/prose.h"
#include "core/transcript/tidy.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>

#include <fmt/format.h>

namespace vethscope {
namespace {

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
    Importer(const std::shared_ptr<const SourceText> &source, const Origin &origin, std::size_t &unnamed, const LineWatch &watch)
        : m_source(source), m_origin(origin), m_unnamed(unnamed), m_watch(watch)
    {
    }

    /// Of a text whose broken lines were put together.
    Importer(const WrappedText::Joined &joined, const Origin &origin, std::size_t &unnamed) : m_source(joined.source), m_joined(&joined), m_origin(origin), m_unnamed(unnamed) {}

    /// Lines that are broken stay so.
    Imported importAsBroken()
    {
        m_asBroken = true;
        return import();
    }

    Imported import()
    {
        Transcript transcript = cut();
        const bool presumed = nameSessions(transcript.commands);
        std::vector<ReadCommand> commands;
        commands.reserve(transcript.commands.size());
        for (std::size_t i = 0; i < transcript.commands.size() && wanted(m_source->size() / 2 + transcript.commands[i].output.first / 2);) {
            std::size_t end = i + 1;
            while (end < transcript.commands.size() && transcript.commands[end].continues)
                ++end;
            const std::span group(transcript.commands.data() + i, end - i);
            shareOutput(group);
            for (TypedCommand &command : group) {
                commands.push_back(read(command));
                commands.back().doubtful = isBehindGap(commands.back().command);
                std::vector<ReadCommand> parts = partsBehindGaps(commands.back());
                commands.insert(commands.end(), std::make_move_iterator(parts.begin()), std::make_move_iterator(parts.end()));
            }
            i = end;
        }
        Whose whose(m_origin.session, m_unnamed, presumed);
        whose.settle(commands);
        for (ReadCommand &command : commands) {
            append(m_imported.facts, std::move(command.facts));
            if (command.row.source) // not of a part
                m_imported.report.commands.push_back(std::move(command.row));
        }
        for (const Error &problem : whose.problems())
            m_imported.report.problems.push_back(problem);
        for (const LineRange &prose : transcript.prose)
            addUnread(prose);
        std::ranges::sort(m_imported.report.prose, {}, [](const ProseLines &prose) { return prose.lines.first; });
        return std::move(m_imported);
    }

private:
    bool wanted(std::size_t line) const { return !m_watch || m_watch(static_cast<std::uint32_t>(line), static_cast<std::uint32_t>(m_source->size())); }

    // A file that is called after a command, and whose lines nothing else explains, is that command's output.
    Transcript cut()
    {
        const auto size = static_cast<std::uint32_t>(m_source->size());
        TypedCommand whole{.source = m_source, .words = m_origin.words, .output = {1, size}, .loose = true};
        for (const std::string &word : m_origin.words)
            whole.text += (whole.text.empty() ? "" : " ") + word;
        const ParserShapes shapes([this](std::uint32_t line) { return wanted(line / 2); }); // then it is read
        if (!commandTyped(whole.words)) {
            whole.words.clear();
            // Parts of somebody else's JSON may look like a command's.
            if (Reading reading(whole, m_imported.facts); isWholeJson(*m_source) && !commandPrinting(reading)) {
                m_imported.report.skipped.push_back({m_source->name(), "JSON that no known command prints"});
                return {};
            }
            return split(shapes);
        }
        if (isWholeJson(*m_source))
            return {{std::move(whole)}, {}};
        Transcript transcript = split(shapes);
        const bool typed = std::ranges::any_of(transcript.commands, [](const TypedCommand &command) { return command.promptLine > 0 || command.labelled; });
        if (typed || (!transcript.commands.empty() && !explains(whole)))
            return transcript;
        return {{std::move(whole)}, {}};
    }

    Transcript split(const ParserShapes &shapes) const { return m_joined ? m_joined->split(shapes) : splitTranscript(m_source, shapes); }

    // Whether the command that a file is called after printed most of it.
    static bool explains(const TypedCommand &whole)
    {
        Facts scratch;
        Reading reading(whole, scratch);
        commandTyped(whole.words)->read(reading);
        // A word alone is no more than a fence: [code]
        const auto isWord = [&](std::uint32_t line) { return !withoutBlanks(reading.line(line)).contains(' '); };
        std::vector<std::uint32_t> left = reading.notUnderstood();
        const std::size_t all = left.size();
        std::erase_if(left, isWord);
        std::size_t lines = 0;
        for (std::uint32_t line = reading.first(); line < reading.end(); ++line)
            lines += isBlank(reading.line(line)) ? 0 : 1;
        lines -= all - left.size();
        return lines > 0 && 2 * left.size() <= lines;
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

    // Takes failures off both ends: they are no output.
    static void dropFailures(TypedCommand &command)
    {
        LineRange &lines = command.output;
        const auto isNothing = [&](std::uint32_t line) { return isBlank(command.source->line(line)) || isFailure(command.source->line(line)); };
        for (; lines.count > 0 && isNothing(lines.first); --lines.count)
            ++lines.first;
        for (; lines.count > 0 && isNothing(lines.end() - 1); --lines.count) { }
    }

    ReadCommand read(TypedCommand &typed)
    {
        const HostCommand *parser = commandTyped(typed.words);
        const std::uint32_t shown = typed.promptLine > 0 ? typed.promptLine : typed.output.first;
        std::string failed = failureIn(typed);
        if (didNotRun(typed))
            typed.output.count = 0;
        dropFailures(typed);
        for (LineRange &lines = typed.output; lines.count > 0 && isRemark(typed.source->line(lines.first)); --lines.count)
            ++lines.first;
        ReadCommand result{.command = typed, .facts = {}, .row = {}};
        TypedCommand &command = result.command;
        std::optional<Reading> whole(std::in_place, command, result.facts);
        if (!parser && command.output.count > 0 && (command.words.empty() || command.words.front() != "for"))
            parser = commandPrinting(*whole);
        if (parser)
            parser->read(*whole);
        if (parser && !m_asBroken && !whole->notUnderstood().empty())
            if (TypedCommand joined = joinedLines(typed, parser); joined.source != typed.source) {
                command = std::move(joined);
                result.facts = {};
                parser->read(whole.emplace(command, result.facts));
            }
        Reading &reading = *whole;
        std::vector<std::uint32_t> left = reading.notUnderstood();
        std::erase_if(left, [&](std::uint32_t line) { return isRemark(reading.line(line)) || isFailure(reading.line(line)); });
        LineRange output = command.output;
        if (parser && reading.evidenceLines() > 0)
            cutProse(reading, output, left);
        if (parser && (failed.empty() || reading.evidenceLines() > 0))
            notePrinted(reading, *parser, left.empty());
        if (output.count < command.output.count)
            m_imported.report.prose.push_back({m_source, {output.end(), command.output.end() - output.end()}});
        for (const Complaint &complaint : reading.complaints())
            if (!complaint.message.empty())
                m_imported.report.problems.push_back({fmt::format("{} line {}: {}", m_source->name(), complaint.line, complaint.message)});
        result.row = {
            .source = command.source,
            .node = command.session.node,
            .pod = command.session.pod,
            .command = command.text,
            .parser = parser ? std::string(parser->name) : std::string(),
            .line = shown,
            .facts = reading.evidenceLines(),
            .notUnderstood = std::move(left),
            .failed = std::move(failed),
        };
        return result;
    }

    // Lines that no command printed: what people write, and what looks like output that nobody knows.
    void addUnread(LineRange lines)
    {
        std::uint32_t begin = lines.first;
        const auto addProse = [&](std::uint32_t end) {
            while (begin < end && isBlank(m_source->line(begin)))
                ++begin;
            while (begin < end && isBlank(m_source->line(end - 1)))
                --end;
            if (begin < end)
                m_imported.report.prose.push_back({m_source, {begin, end - begin}});
        };
        for (const std::uint32_t line : lostLines(*m_source, lines)) {
            addProse(line);
            begin = line + 1;
            m_imported.report.lost.push_back({m_source, line});
        }
        addProse(lines.end());
    }

    std::shared_ptr<const SourceText> m_source;
    const WrappedText::Joined *m_joined = nullptr;
    const Origin &m_origin;
    std::size_t &m_unnamed;
    LineWatch m_watch{};
    bool m_asBroken = false;
    Imported m_imported;
};

std::size_t factsOf(const ImportReport &report)
{
    std::size_t facts = 0;
    for (const ImportedCommand &command : report.commands)
        facts += command.facts;
    return facts;
}

// What comes out when the lines that a terminal broke are put together; nothing where that tells no more.
std::optional<Imported> importWhole(const std::shared_ptr<const SourceText> &source, const ImportReport &broken, const Origin &origin, std::size_t &unnamed)
{
    constexpr int attempts = 3;
    const WrappedText wrapped(source);
    const std::set<std::uint32_t> leftBefore = linesLeftOver(broken);
    const bool nothing = broken.commands.empty() && broken.lost.empty();
    if (nothing || !wrapped.isLikely(leftBefore))
        return std::nullopt;
    std::size_t ignored = unnamed;
    const ImportReport asBroken = Importer(source, origin, ignored, {}).importAsBroken().report;
    std::set<std::uint32_t> apart; // what is not understood when it is put together stays as it was
    for (int attempt = 0; attempt < attempts; ++attempt) {
        const WrappedText::Joined joined = wrapped.joined(asBroken, apart);
        if (joined.rests.empty())
            return std::nullopt;
        std::size_t count = unnamed;
        Imported imported = Importer(joined, origin, count).import();
        const std::set<std::uint32_t> left = linesLeftOver(imported.report);
        const std::size_t before = apart.size();
        std::ranges::set_intersection(joined.wholes, left, std::inserter(apart, apart.end()));
        if (apart.size() > before && attempt + 1 < attempts)
            continue;
        const std::size_t now = joined.leftOver(left);
        if (now > leftBefore.size() || (now == leftBefore.size() && (joined.wholes.empty() || factsOf(imported.report) < factsOf(broken))))
            return std::nullopt;
        unnamed = count;
        return imported;
    }
    return std::nullopt;
}

} // namespace

Imported importText(const std::string &name, const std::string &text, const Origin &origin, std::size_t &unnamed, const LineWatch &watch)
{
    const auto source = tidied(std::make_shared<const SourceText>(name, text));
    // Of nft's rules in a script, too, nothing tells that a machine has them.
    if (source->size() > 0 && source->line(1).starts_with("#!")) {
        Imported script;
        script.report.skipped.push_back({name, "a script"});
        return script;
    }
    std::size_t count = unnamed;
    Imported imported = Importer(source, origin, count, watch).import();
    if (auto whole = importWhole(source, imported.report, origin, unnamed))
        imported = *std::move(whole);
    else
        unnamed = count;
    // A file that is no host output has no lines that got lost.
    if (imported.report.commands.empty() && imported.report.skipped.empty() && source->size() > 0) {
        imported.report.skipped.push_back({name, "no host output in it"});
        imported.report.lost.clear();
    }
    return imported;
}

} // namespace vethscope
