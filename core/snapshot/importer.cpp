#include "core/snapshot/importer.h"

#include "core/snapshot/gaps.h"
#include "core/snapshot/hostcommands.h"
#include "core/snapshot/jsonextent.h"
#include "core/snapshot/parsershapes.h"
#include "core/snapshot/plaintext.h"
#include "core/snapshot/readoutput.h"
#include "core/snapshot/sharedoutput.h"
#include "core/snapshot/sharedwatch.h"
#include "core/snapshot/unnamed.h"
#include "core/snapshot/unread.h"
#include "core/snapshot/whose.h"
#include "core/snapshot/wrappedtext.h"
#include "core/threads/parts.h"
#include "core/transcript/lines.h"
#include "core/transcript/prose.h"
#include "core/transcript/tidy.h"

#include <algorithm>
#include <array>
#include <deque>
#include <iterator>
#include <optional>

namespace vethscope {
namespace {

class Importer
{
public:
    Importer(const std::shared_ptr<const SourceText> &source, const Origin &origin, std::size_t &unnamed, const LineWatch &watch)
        : m_source(source), m_origin(origin), m_unnamed(unnamed), m_watch(watch, static_cast<std::uint32_t>(source->size()))
    {
    }

    /// Of a text whose broken lines were put together.
    Importer(const WrappedText::Joined &joined, const Origin &origin, std::size_t &unnamed)
        : m_source(joined.source), m_joined(&joined), m_origin(origin), m_unnamed(unnamed), m_watch({}, 0)
    {
    }

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
        std::vector<ReadCommand> commands = readAll(transcript.commands);
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
    // Commands that were typed on one line.
    using Group = std::span<TypedCommand>;

    static std::vector<Group> groupsOf(std::vector<TypedCommand> &commands)
    {
        std::vector<Group> groups;
        for (std::size_t i = 0; i < commands.size(); i += groups.back().size()) {
            std::size_t end = i + 1;
            while (end < commands.size() && commands[end].continues)
                ++end;
            groups.push_back({commands.data() + i, end - i});
        }
        return groups;
    }

    // Groups that stand one behind the other, and what they told.
    struct Part {
        std::span<const Group> groups{};
        std::deque<ReadCommand> commands{}; // each stays where it was made
        std::vector<ProseLines> prose{};
        std::vector<Error> problems{};
        bool whole = false; // nobody ended it
    };

    static std::vector<Part> partsOf(std::span<const Group> groups)
    {
        constexpr std::uint32_t linesOfPart = 8192;
        std::vector<Part> parts;
        for (std::size_t begin = 0, end = 0; begin < groups.size(); begin = end) {
            for (std::uint32_t lines = 0; end < groups.size() && lines < linesOfPart; ++end)
                lines += groups[end].front().output.count + 1;
            parts.push_back({.groups = groups.subspan(begin, end - begin)});
        }
        return parts;
    }

    void read(Part &part)
    {
        for (const Group &group : part.groups) {
            if (!m_watch.isWanted(static_cast<std::uint32_t>(m_source->size()) / 2 + group.front().output.first / 2))
                return;
            shareOutput(group);
            for (TypedCommand &command : group) {
                ReadOutput output = readOutput(std::move(command), m_asBroken);
                output.read.doubtful = isBehindGap(output.read.command);
                std::vector<ReadCommand> behind = partsBehindGaps(output.read);
                part.commands.push_back(std::move(output.read));
                std::ranges::move(behind, std::back_inserter(part.commands));
                std::ranges::move(output.prose, std::back_inserter(part.prose));
                std::ranges::move(output.problems, std::back_inserter(part.problems));
            }
        }
        part.whole = true;
    }

    // What was read up to where nobody wanted more.
    std::vector<ReadCommand> readAll(std::vector<TypedCommand> &typed)
    {
        const std::vector<Group> groups = groupsOf(typed);
        std::vector<Part> parts = partsOf(groups);
        forEachPart(parts.size(), [&](std::size_t part) { read(parts[part]); });
        std::size_t count = 0;
        for (const Part &part : parts)
            count += part.commands.size();
        std::vector<ReadCommand> commands;
        commands.reserve(count);
        for (Part &part : parts) {
            std::ranges::move(part.commands, std::back_inserter(commands));
            std::ranges::move(part.prose, std::back_inserter(m_imported.report.prose));
            std::ranges::move(part.problems, std::back_inserter(m_imported.report.problems));
            if (!part.whole)
                break;
        }
        return commands;
    }

    // A file that is called after a command, and whose lines nothing else explains, is that command's output.
    Transcript cut()
    {
        const auto size = static_cast<std::uint32_t>(m_source->size());
        TypedCommand whole{.source = m_source, .words = m_origin.words, .output = {1, size}, .loose = true};
        for (const std::string &word : m_origin.words)
            whole.text += (whole.text.empty() ? "" : " ") + word;
        const ParserShapes shapes([this](std::uint32_t line) { return m_watch.isWanted(line / 2, 512); }); // then it is read
        if (!commandTyped(whole.words)) {
            whole.words.clear();
            // Parts of somebody else's JSON may look like a command's.
            if (Reading reading(whole, m_imported.facts); isWholeJson(*m_source) && !commandPrinting(reading)) {
                m_imported.report.skipped.push_back({m_source->name(), Sentence::of("JSON that no known command prints")});
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
    SharedWatch m_watch;
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

Imported importText(const std::string &name, std::string text, const Origin &origin, std::size_t &unnamed, const LineWatch &watch)
{
    const auto source = tidied(std::make_shared<const SourceText>(name, std::move(text)));
    // Of nft's rules in a script, too, nothing tells that a machine has them.
    if (source->size() > 0 && source->line(1).starts_with("#!")) {
        Imported script;
        script.report.skipped.push_back({name, Sentence::of("a script")});
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
        imported.report.skipped.push_back({name, Sentence::of("no host output in it")});
        imported.report.lost.clear();
    }
    return imported;
}

} // namespace vethscope
