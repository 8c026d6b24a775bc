#include "app/cli/journeywriter.h"
#include "app/cli/json.h"
#include "app/cli/marksjson.h"

namespace vethscope::cli {
namespace {

using journey::JourneyPoint;

Json secondsOf(std::int64_t nanoseconds)
{
    return static_cast<double>(nanoseconds) / 1e9;
}

Json pointJson(const JourneyReport &report, std::size_t id)
{
    const JourneyPoint &point = report.followed.points()[id];
    const std::size_t host = report.followed.journeys().hosts[id];
    const auto &interval = report.followed.journeys().clocks.interval(host);
    Json json{{"id", id}, {"node", textOrNull(point.place.node)}, {"interface", textOrNull(point.place.interface)}, {"pod", textOrNull(point.place.pod)}};
    if (point.ifindex)
        json["ifindex"] = *point.ifindex;
    json["host"] = textOrNull(point.host);
    json["file"] = point.file.string();
    json["clock_offset"] = interval ? secondsOf(interval->middle()) : Json(nullptr);
    json["clock_interval"] = interval ? Json{secondsOf(interval->least), secondsOf(interval->most)} : Json(nullptr);
    json["clock_drift"] = interval ? Json(report.followed.journeys().clocks.drift(host)) : Json(nullptr);
    if (report.followed.journeys().clocks.wasSet(host))
        json["clock_set"] = true;
    json["recording"] = point.begin ? Json{epochText(*point.begin), epochText(*point.end)} : Json(nullptr);
    json["frames_dropped"] = numberOrNull(point.dropped);
    return json;
}

Json flowJson(const journey::Tuple &tuple)
{
    const journey::ProtocolName *const name = journey::protocolNameOf(tuple.protocol);
    const auto port = [&](std::uint16_t number) { return tuple.hasPorts() ? Json(number) : Json(nullptr); };
    return {{"proto", name ? Json(name->word) : Json(std::to_string(tuple.protocol))}, {"src", tuple.source.text()}, {"srcport", port(tuple.sourcePort)},
            {"dst", tuple.destination.text()}, {"dstport", port(tuple.destinationPort)}};
}

Json journeyJson(const JourneyReport &report, const journey::Journey &one)
{
    Json hops = Json::array();
    for (std::size_t i = 0; i < one.hops.size(); ++i) {
        const journey::JourneyHop &hop = one.hops[i];
        hops.push_back({{"point", hop.point}, {"frame", report.numbers[hop.rows.front()]},
                        {"frames", listOf(hop.rows, [&](std::uint32_t row) { return Json(report.numbers[row]); })},
                        {"time", epochText(report.followed.store().time(hop.rows.front()))}, {"delta", deltaOf(report, one, i)}, {"changes", report.followed.changes(one, i)}});
    }
    const journey::Outcome outcome = report.followed.outcome(one);
    Json drop = nullptr;
    if (outcome.drop)
        drop = {{"disposition", nameOf(outcome.drop->disposition)}, {"text", outcome.drop->reason.english()}, {"evidence", evidenceJson(outcome.drop->evidence, report.texts)}};
    return {{"flow", flowJson(report.followed.tuple(one))}, {"hops", std::move(hops)}, {"outcome", nameOf(outcome.kind)},
            {"lost_after", numberOrNull(outcome.lostAfter)},
            {"not_observed", listOf(outcome.notObserved, [](const journey::NotObserved &missed) { return Json{{"point", missed.point}, {"because", missed.because}}; })},
            {"drop", std::move(drop)}};
}

Json pointsJson(const JourneyReport &report)
{
    Json points = Json::array();
    for (std::size_t id = 0; id < report.followed.points().size(); ++id)
        points.push_back(pointJson(report, id));
    return points;
}

Json segmentJson(const journey::Segment &segment)
{
    Json delay = nullptr, jitter = nullptr;
    if (const auto &delays = segment.delays) {
        delay = {{"min", secondsOf(delays->least)}, {"median", secondsOf(delays->median)}, {"p99", secondsOf(delays->longOnes)}, {"max", secondsOf(delays->most)}};
        if (delays->jitter)
            jitter = secondsOf(*delays->jitter);
    }
    return {{"from", segment.from}, {"to", segment.to}, {"packets", segment.packets}, {"lost", segment.lost}, {"not_observed", segment.notObserved},
            {"delay", std::move(delay)}, {"jitter", std::move(jitter)}};
}

} // namespace

void writeFlowsJson(const JourneyReport &report, std::span<const journey::FlowSegments> flows, std::ostream &out)
{
    const auto flow = [&](const journey::FlowSegments &one) {
        return Json{{"flow", flowJson(report.followed.tuple(one.first))}, {"hops", listOf(one.segments, segmentJson)}};
    };
    out << jsonText({{"points", pointsJson(report)}, {"flows", listOf(flows, flow)}}) << '\n';
}

void writeJourneysJson(const JourneyReport &report, const JourneysWanted &wanted, std::span<const testimony::Mark> marks, std::ostream &out)
{
    const auto journey = [&](std::size_t place) { return journeyJson(report, report.followed.all()[place]); };
    out << jsonText({{"points", pointsJson(report)}, {"journeys", listOf(wanted, journey)}, {"marks", marksJson(marks, report.texts)}}) << '\n';
}

} // namespace vethscope::cli
