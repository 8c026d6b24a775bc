#include "core/snapshot/readoutput.h"

#include "core/snapshot/brokenlines.h"
#include "core/snapshot/failedcommand.h"
#include "core/snapshot/failure.h"
#include "core/snapshot/hostcommands.h"
#include "core/snapshot/printing.h"
#include "core/transcript/lines.h"
#include "core/transcript/prose.h"

#include <algorithm>
#include <array>
#include <optional>

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

// What stands behind the last line understood and reads like a sentence is no output, though no blank line parts it.
void cutProse(const Reading &reading, LineRange &output, std::vector<std::uint32_t> &lines)
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
void dropFailures(TypedCommand &command)
{
    LineRange &lines = command.output;
    const auto isNothing = [&](std::uint32_t line) { return isBlank(command.source->line(line)) || isFailure(command.source->line(line)); };
    for (; lines.count > 0 && isNothing(lines.first); --lines.count)
        ++lines.first;
    for (; lines.count > 0 && isNothing(lines.end() - 1); --lines.count) { }
}

} // namespace

ReadOutput readOutput(TypedCommand typed, bool asBroken)
{
    const HostCommand *parser = commandTyped(typed.words);
    const std::uint32_t shown = typed.promptLine > 0 ? typed.promptLine : typed.output.first;
    std::string failed = failureIn(typed);
    if (didNotRun(typed))
        typed.output.count = 0;
    dropFailures(typed);
    for (LineRange &lines = typed.output; lines.count > 0 && isRemark(typed.source->line(lines.first)); --lines.count)
        ++lines.first;
    const std::shared_ptr<const SourceText> source = typed.source;
    ReadOutput result{.read = {.command = std::move(typed), .facts = {}, .row = {}}};
    TypedCommand &command = result.read.command;
    Facts &facts = result.read.facts;
    std::optional<Reading> whole(std::in_place, command, facts);
    if (!parser && command.output.count > 0 && (command.words.empty() || command.words.front() != "for"))
        parser = commandPrinting(*whole);
    if (parser)
        parser->read(*whole);
    if (parser && !asBroken && !whole->notUnderstood().empty())
        if (TypedCommand joined = joinedLines(command, parser); joined.source != source) {
            command = std::move(joined);
            facts = {};
            parser->read(whole.emplace(command, facts));
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
        result.prose.push_back({source, {output.end(), command.output.end() - output.end()}});
    for (const Complaint &complaint : reading.complaints())
        if (!complaint.message.empty())
            result.problems.push_back({Sentence::of("{} line {}: {}", source->name(), complaint.line, complaint.message)});
    result.read.row = {
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

} // namespace vethscope
