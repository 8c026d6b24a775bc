#include "core/journey/flows.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace vethscope::journey {
namespace {

class Sets
{
public:
    explicit Sets(std::size_t count) : m_parents(count) { std::iota(m_parents.begin(), m_parents.end(), std::uint32_t{0}); }

    std::uint32_t of(std::uint32_t one)
    {
        while (m_parents[one] != one)
            one = m_parents[one] = m_parents[m_parents[one]];
        return one;
    }
    void join(std::uint32_t one, std::uint32_t other)
    {
        const auto [first, second] = std::minmax({of(one), of(other)});
        m_parents[second] = first;
    }

private:
    std::vector<std::uint32_t> m_parents;
};

constexpr std::ptrdiff_t mostTuples = 4; // of one packet: sent, translated at both ends, and back; what more have tells nothing

bool shareAnEnd(const Tuple &one, const Tuple &other)
{
    return one.source == other.source || one.destination == other.destination;
}

// Translated at both ends: a pod that a service sends back to itself, a node that passes on what came to its port.
bool isTurned(const Tuple &one, const Tuple &other)
{
    return one.source == other.destination || one.destination == other.source;
}

bool areBothDirections(const Tuple &one, const Tuple &other)
{
    return one.source == other.destination && one.destination == other.source;
}

bool mayBeOne(const Tuple &one, const Tuple &other, bool areOnly)
{
    return !areBothDirections(one, other) && one.protocol == other.protocol && (shareAnEnd(one, other) || (areOnly && (one.isTcp() || isTurned(one, other))));
}

std::uint64_t mixed(std::uint64_t key, std::uint64_t more)
{
    return (key ^ (more + 0x9e3779b97f4a7c15 + (key << 6) + (key >> 2))) * 0x100000001b3;
}

using Sign = std::pair<std::uint64_t, std::uint32_t>; // a sign, and a tuple that has it

// By what a packet is known again, whatever its tuple: numbers, of which one is enough. Its key alone is, of TCP; others repeat theirs.
void addSigns(const Glimpse &one, const Tuple &tuple, Looker &looker, std::vector<Sign> &signs)
{
    const std::uint64_t key = mixed(one.key, tuple.protocol);
    if (tuple.isTcp()) {
        signs.emplace_back(key, one.tuple);
        return;
    }
    const CloseLook look = looker.at(one);
    if (look.id != 0)
        signs.emplace_back(mixed(key, look.id), one.tuple);
    if (look.digest != 0)
        signs.emplace_back(mixed(mixed(key, look.digest), look.digest), one.tuple);
}

void joinBy(std::vector<Sign> &signs, const std::vector<Tuple> &tuples, Sets &sets)
{
    std::ranges::sort(signs);
    signs.erase(std::ranges::unique(signs).begin(), signs.end());
    for (auto begin = signs.begin(); begin != signs.end();) {
        const auto end = std::ranges::find_if(begin, signs.end(), [&](const Sign &one) { return one.first != begin->first; });
        for (auto one = begin; end - begin <= mostTuples && one != end; ++one)
            for (auto other = one + 1; other != end; ++other)
                if (mayBeOne(tuples[one->second], tuples[other->second], end - begin == 2))
                    sets.join(one->second, other->second);
        begin = end;
    }
}

} // namespace

std::vector<std::uint32_t> flowsOf(Sightings &sightings, Looker &looker)
{
    std::vector<Glimpse> &all = sightings.all;
    std::ranges::sort(all, {}, [](const Glimpse &one) { return std::pair(std::uint64_t{one.key}, one.row); });
    Sets sets(sightings.tuples.size());
    std::vector<Sign> signs;
    for (auto begin = all.begin(); begin != all.end();) {
        const auto end = std::ranges::find_if(begin, all.end(), [&](const Glimpse &one) { return one.key != begin->key; });
        const bool isOneTuple = std::all_of(begin, end, [&](const Glimpse &one) { return one.tuple == begin->tuple; });
        signs.clear();
        for (auto one = begin; !isOneTuple && one != end; ++one)
            addSigns(*one, sightings.tuples[one->tuple], looker, signs);
        joinBy(signs, sightings.tuples, sets);
        begin = end;
    }
    std::vector<std::uint32_t> flows(sightings.tuples.size());
    std::map<std::uint32_t, std::uint32_t> numbers;
    for (std::uint32_t tuple = 0; tuple < flows.size(); ++tuple)
        flows[tuple] = numbers.try_emplace(sets.of(tuple), static_cast<std::uint32_t>(numbers.size())).first->second;
    return flows;
}

} // namespace vethscope::journey
