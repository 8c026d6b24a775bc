#include "core/testimony/marktimes.h"

#include <algorithm>
#include <map>

namespace vethscope::testimony {
namespace {

constexpr std::int64_t day = 86'400'000'000'000;
constexpr std::int64_t around = 60'000'000'000; // tools run a little longer than captures

struct Captured {
    std::optional<std::int64_t> begin{}, end{};

    explicit Captured(const journey::JourneyPoints &points)
    {
        for (const journey::JourneyPoint &point : points.all())
            if (point.begin) {
                begin = std::min(begin.value_or(*point.begin), *point.begin);
                end = std::max(end.value_or(*point.end), *point.end);
            }
    }
    bool has(std::int64_t time) const { return begin && time >= *begin - around && time <= *end + around; }
};

std::optional<std::int64_t> readAsUtc(const Record &record, const Captured &captured)
{
    if (record.timeTold != TimeTold::OfDay)
        return record.timeTold == TimeTold::Not ? std::nullopt : std::optional(record.time);
    if (!captured.begin)
        return std::nullopt;
    std::int64_t time = (*captured.begin - around) / day * day + record.time;
    while (time < *captured.begin - around)
        time += day;
    return time;
}

bool isDoubtful(const Record &record)
{
    return record.timeTold == TimeTold::Local || record.timeTold == TimeTold::OfDay;
}

} // namespace

void tellTimes(std::span<Mark> marks, const journey::JourneyPoints &points, std::vector<Sentence> &notes)
{
    const Captured captured(points);
    std::map<const SourceText *, bool> fits; // texts whose times have no zone
    for (Mark &mark : marks) {
        mark.time = readAsUtc(*mark.record, captured);
        if (isDoubtful(*mark.record)) {
            bool &does = fits[mark.record->evidence.front().source.get()];
            does = does || !captured.begin || (mark.time && captured.has(*mark.time));
        }
    }
    for (Mark &mark : marks)
        if (isDoubtful(*mark.record) && !fits[mark.record->evidence.front().source.get()])
            mark.time = std::nullopt;
    for (const auto &[source, does] : fits)
        notes.push_back(does ? Sentence::of("times in {} have no zone: they are read as UTC", source->name())
                             : Sentence::of("times in {} have no zone, and read as UTC none of them is within the time of the captures: they are left out", source->name()));
}

} // namespace vethscope::testimony
