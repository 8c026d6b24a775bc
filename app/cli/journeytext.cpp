#include "app/cli/journeywriter.h"
#include "app/cli/markstext.h"
#include "core/journey/pointname.h"

#include <fmt/ranges.h>

namespace vethscope::cli {
namespace {

std::string pointText(const JourneyReport &report, std::uint16_t point)
{
    return nameOf(report.followed.points()[point]).text();
}

std::string outcomeText(const JourneyReport &report, const journey::Outcome &outcome)
{
    if (outcome.lostAfter)
        return fmt::format("lost after {}", pointText(report, *outcome.lostAfter));
    return std::string(journey::nameOf(outcome.kind));
}

std::string flowText(const JourneyReport &report, const journey::Journey &one)
{
    const journey::Tuple &tuple = report.followed.tuple(one);
    return fmt::format("{} {} -> {}", journey::protocolText(tuple.protocol), journey::sourceText(tuple), journey::destinationText(tuple));
}

void writeJourney(const JourneyReport &report, const journey::Journey &one, const journey::Outcome &outcome, std::ostream &out)
{
    out << fmt::format("{}: {}\n", flowText(report, one), outcomeText(report, outcome));
    for (std::size_t i = 0; i < one.hops.size(); ++i) {
        std::vector<std::uint32_t> frames;
        for (const std::uint32_t row : one.hops[i].rows)
            frames.push_back(report.numbers[row]);
        out << fmt::format("    {:+.6f}  {:36}  frame {}  {}\n", deltaOf(report, one, i), pointText(report, one.hops[i].point), fmt::join(frames, " "),
                   fmt::join(report.followed.changes(one, i), ", "));
    }
    for (const journey::NotObserved &missed : outcome.notObserved)
        out << fmt::format("    not observed at {}: {}\n", pointText(report, missed.point), missed.because);
    if (outcome.drop)
        out << fmt::format("    foretold: {}\n", outcome.drop->reason.english());
}

} // namespace

void writeFlowsText(const JourneyReport &report, std::span<const journey::FlowSegments> flows, std::ostream &out)
{
    const auto milliseconds = [](std::int64_t nanoseconds) { return static_cast<double>(nanoseconds) / 1e6; };
    for (const journey::FlowSegments &flow : flows) {
        out << fmt::format("{}\n", flowText(report, flow.first));
        for (const journey::Segment &segment : flow.segments) {
            out << fmt::format("    {} -> {}: {} of {} lost, {} not observed", pointText(report, segment.from), pointText(report, segment.to), segment.lost, segment.packets, segment.notObserved);
            if (const auto &delays = segment.delays)
                out << fmt::format("; {:.3f} ms, at least {:.3f}, 99 % at most {:.3f}, at most {:.3f}", milliseconds(delays->median), milliseconds(delays->least), milliseconds(delays->longOnes), milliseconds(delays->most));
            if (segment.delays && segment.delays->jitter)
                out << fmt::format(", jitter {:.3f}", milliseconds(*segment.delays->jitter));
            out << '\n';
        }
    }
}

void writeJourneysText(const JourneyReport &report, const JourneysWanted &wanted, std::span<const testimony::Mark> marks, std::ostream &out)
{
    std::vector<std::vector<testimony::Mark>> marksOf(wanted.size());
    for (const testimony::Mark &mark : marks)
        if (mark.journey)
            marksOf[*mark.journey].push_back(mark);
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        const journey::Journey one = report.followed.all()[wanted[i]];
        const journey::Outcome outcome = report.followed.outcome(one);
        writeJourney(report, one, outcome, out);
        writeMarksOf(marksOf[i], outcome, out);
    }
    writeOtherMarks(marks, out);
}

} // namespace vethscope::cli
