#include "core/journey/kindsofways.h"

#include "core/threads/parts.h"
#include "core/threads/perthread.h"

#include <algorithm>

namespace vethscope::journey {
namespace {

constexpr std::size_t journeysAtOnce = 8192;

void addKinds(const Journeys &journeys, std::size_t begin, std::size_t end, std::vector<KindsOfWays> &all)
{
    std::vector<std::uint16_t> points;
    Journey journey;
    for (std::size_t place = begin; place < end; ++place) {
        journeys.all.read(place, journey);
        points.clear();
        for (const JourneyHop &hop : journey.hops)
            points.push_back(hop.point);
        ++all[journey.flow].try_emplace(points, KindOfWay{0, place}).first->second.count;
    }
}

} // namespace

std::vector<KindsOfWays> kindsOfWays(const Journeys &journeys)
{
    const std::vector<KindsOfWays> none(journeys.flowCount());
    PerThread<std::vector<KindsOfWays>> ofThreads; // which take parts in their order: the first of a kind is the first that they have
    forEachPart((journeys.all.size() + journeysAtOnce - 1) / journeysAtOnce, [&](std::size_t part) {
        addKinds(journeys, part * journeysAtOnce, std::min((part + 1) * journeysAtOnce, journeys.all.size()), ofThreads.own([&] { return none; }));
    });
    std::vector<KindsOfWays> all = none;
    for (auto &[thread, told] : ofThreads.all()) {
        for (std::size_t flow = 0; flow < told.size(); ++flow) {
            for (const auto &[points, kind] : told[flow]) {
                KindOfWay &known = all[flow].try_emplace(points, KindOfWay{0, kind.first}).first->second;
                known.count += kind.count;
                known.first = std::min(known.first, kind.first);
            }
        }
    }
    return all;
}

} // namespace vethscope::journey
