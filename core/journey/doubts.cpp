#include "core/journey/doubts.h"

#include "core/journey/hostgroups.h"
#include "core/journey/pointname.h"
#include "core/snapshot/hosttime.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

namespace vethscope::journey {
namespace {

constexpr std::int64_t aSecond = 1'000'000'000, hour = 3600 * aSecond;
constexpr std::int64_t farClock = 60 * aSecond, farDay = 24 * hour;

std::string nameAt(const Followed &followed, std::size_t point)
{
    return nameOf(followed.points()[point]).text();
}

std::string pointOfGroup(const Followed &followed, const std::vector<std::size_t> &groups, std::size_t group)
{
    for (std::size_t point = 0; point < followed.points().size(); ++point)
        if (groups[followed.journeys().hosts[point]] == group)
            return nameAt(followed, point);
    return {};
}

void addSeparate(const Followed &followed, std::vector<Sentence> &doubts)
{
    const std::vector<bool> hasPackets = hostsWithPackets(followed.journeys());
    const std::vector<std::size_t> groups = hostGroupsOf(followed.journeys());
    std::size_t first = groups.size();
    for (std::size_t host = 0; host < groups.size(); ++host) {
        if (groups[host] != host || !hasPackets[host])
            continue;
        if (first == groups.size()) {
            first = host;
            continue;
        }
        const std::string one = pointOfGroup(followed, groups, first), other = pointOfGroup(followed, groups, host);
        const auto recorded = [&](std::size_t group) { return followed.points().recorded([&](std::size_t point) { return groups[followed.journeys().hosts[point]] == group; }); };
        const auto span = recorded(first), later = recorded(host);
        const std::int64_t apart = span && later ? std::max(later->first - span->second, span->first - later->second) : 0;
        if (apart > farClock)
            doubts.push_back(Sentence::of("No packet was seen both at {} and at {}, which recorded {} s apart: they are of different times, or a clock is wrong", one, other, apart / aSecond));
        else
            doubts.push_back(Sentence::of("No packet was seen both at {} and at {}: they tell nothing about each other, as points of different clusters", one, other));
    }
}

// Which points are a device's share of a capture on `any`, which may stand beside the device's own.
std::vector<bool> sharesOfAny(const Followed &followed)
{
    constexpr std::uint32_t sll2 = 276;
    std::vector<bool> are(followed.points().size());
    for (std::uint32_t interface = 0; interface < followed.store().interfaceCount(); ++interface)
        if (followed.store().interface(interface).linkType == sll2)
            for (const std::size_t point : followed.points().ofInterface(interface))
                are[point] = true;
    return are;
}

void addTwice(const Followed &followed, std::vector<Sentence> &doubts)
{
    std::map<std::string, std::size_t> known;
    const std::vector<bool> isShare = sharesOfAny(followed);
    for (std::size_t point = 0; point < followed.points().size(); ++point) {
        const JourneyPoint &one = followed.points()[point];
        const auto [place, isNew] = isShare[point] || one.place.interface.empty() ? std::pair(known.end(), true) : known.try_emplace(one.place.node + ' ' + one.place.pod + ' ' + one.place.interface, point);
        if (isNew)
            continue;
        const JourneyPoint &other = followed.points()[place->second];
        if (one.begin && one.end && other.begin && other.end && *one.begin <= *other.end && *other.begin <= *one.end)
            doubts.push_back(Sentence::of("{} and {} were both captured at {} at the same time: their packets are told as if there were two points", other.file.filename().string(), one.file.filename().string(), nameAt(followed, point)));
    }
}

void addClocks(const Followed &followed, std::vector<Sentence> &doubts)
{
    const HostClocks &clocks = followed.journeys().clocks;
    for (std::size_t host = 0; host < clocks.hosts().size(); ++host) {
        const auto &interval = clocks.interval(host);
        const std::int64_t middle = interval ? interval->least + (interval->most - interval->least) / 2 : 0;
        if (std::max(middle, -middle) >= farClock)
            doubts.push_back(Sentence::of("The clock of {} is {} s off that of {}; times are told as if it were not", clocks.hosts()[host], middle / aSecond, clocks.hosts().front()));
    }
}

void addHosts(const Followed &followed, const Facts &facts, std::vector<Sentence> &doubts)
{
    const auto &tuples = followed.journeys().sightings.tuples;
    const auto isKnown = [&](const IpAddress &address) { return !followed.places().owners().of(address).empty(); };
    if (!facts.hosts.empty() && !tuples.empty() && std::ranges::none_of(tuples, [&](const Tuple &tuple) { return isKnown(tuple.source) || isKnown(tuple.destination); }))
        doubts.push_back(Sentence::of("The host output knows no address of any captured packet: it is of another cluster"));
    const auto captured = followed.store().size() > 0 ? followed.points().recorded([](std::size_t) { return true; }) : std::nullopt;
    if (!captured)
        return;
    for (const HostFacts &host : facts.hosts)
        for (const SettingFact &setting : host.settings) {
            const auto told = setting.name == "date" ? hostTime(setting.value) : std::nullopt;
            const std::int64_t apart = told ? std::max(captured->first - *told, *told - captured->second) : 0;
            if (apart > farDay)
                return doubts.push_back(apart < 48 * hour
                                            ? Sentence::of("The host output of {} was printed a day from the captures: addresses and routes may have changed since", host.node)
                                            : Sentence::of("The host output of {} was printed {} days from the captures: addresses and routes may have changed since", host.node, apart / (24 * hour)));
        }
}

} // namespace

std::vector<Sentence> doubtsOf(const Followed &followed, const Facts &facts)
{
    std::vector<Sentence> doubts;
    addSeparate(followed, doubts);
    addTwice(followed, doubts);
    addClocks(followed, doubts);
    addHosts(followed, facts, doubts);
    return doubts;
}

std::vector<Sentence> doubtOfOnePoint(const Followed &followed)
{
    if (followed.points().size() != 1)
        return {};
    return {Sentence::of("Everything was captured at one point, {}: nothing shows what became of packets elsewhere", nameAt(followed, 0))};
}

} // namespace vethscope::journey
