#include "app/cli/journeywriter.h"

#include <fmt/ranges.h>

namespace vethscope::cli {
namespace {

std::string nameOf(const journey::JourneyPoint &point)
{
    const std::string machine = point.place.pod.empty() ? point.place.node : point.place.pod;
    const std::string device = !point.place.interface.empty() ? point.place.interface : point.ifindex ? fmt::format("interface {}", *point.ifindex) : std::string();
    if (machine.empty() && device.empty())
        return point.file.filename().string();
    return machine.empty() || device.empty() ? machine + device : machine + ':' + device;
}

std::string outcomeText(const JourneyReport &report, const journey::Outcome &outcome)
{
    if (outcome.lostAfter)
        return fmt::format("lost after {}", nameOf(report.followed.points()[*outcome.lostAfter]));
    return std::string(journey::nameOf(outcome.kind));
}

std::string flowText(const JourneyReport &report, const journey::Journey &one)
{
    const journey::Tuple &tuple = report.followed.tuple(one);
    return fmt::format("{} {} -> {}", journey::protocolText(tuple.protocol), journey::sourceText(tuple), journey::destinationText(tuple));
}

void writeJourney(const JourneyReport &report, const Judged &judged, const std::vector<std::uint32_t> &numbers, std::ostream &out)
{
    const journey::Journey &one = *judged.journey;
    out << fmt::format("{}: {}\n", flowText(report, one), outcomeText(report, judged.outcome));
    for (std::size_t i = 0; i < one.hops.size(); ++i) {
        std::vector<std::uint32_t> frames;
        for (const journey::Sighting &sighting : one.hops[i].sightings)
            frames.push_back(numbers[sighting.row]);
        out << fmt::format("    {:+.6f}  {:36}  frame {}  {}\n", deltaOf(report, one, i), nameOf(report.followed.points()[one.hops[i].point]), fmt::join(frames, " "),
                   fmt::join(report.followed.changes(one, i), ", "));
    }
    for (const journey::NotObserved &missed : judged.outcome.notObserved)
        out << fmt::format("    not observed at {}: {}\n", nameOf(report.followed.points()[missed.point]), missed.because);
    if (judged.outcome.drop)
        out << fmt::format("    foretold: {}\n", judged.outcome.drop->reason.english());
}

} // namespace

void writeFlowsText(const JourneyReport &report, std::span<const journey::FlowSegments> flows, std::ostream &out)
{
    const auto milliseconds = [](std::int64_t nanoseconds) { return static_cast<double>(nanoseconds) / 1e6; };
    for (const journey::FlowSegments &flow : flows) {
        out << fmt::format("{}\n", flowText(report, *flow.first));
        for (const journey::Segment &segment : flow.segments) {
            out << fmt::format("    {} -> {}: {} of {} lost, {} not observed", nameOf(report.followed.points()[segment.from]), nameOf(report.followed.points()[segment.to]), segment.lost, segment.packets, segment.notObserved);
            if (const auto &delays = segment.delays)
                out << fmt::format("; {:.3f} ms, at least {:.3f}, 99 % at most {:.3f}, at most {:.3f}", milliseconds(delays->median), milliseconds(delays->least), milliseconds(delays->longOnes), milliseconds(delays->most));
            if (segment.delays && segment.delays->jitter)
                out << fmt::format(", jitter {:.3f}", milliseconds(*segment.delays->jitter));
            out << '\n';
        }
    }
}

void writeJourneysText(const JourneyReport &report, std::span<const Judged> journeys, std::ostream &out)
{
    const std::vector<std::uint32_t> numbers = numbersInFiles(report.followed.store());
    for (const Judged &one : journeys)
        writeJourney(report, one, numbers, out);
}

} // namespace vethscope::cli
