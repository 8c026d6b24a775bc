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

// By what a packet is known again, whatever its tuple: numbers, of which one is enough. Its key alone is, of TCP; others repeat theirs.
std::vector<std::uint64_t> signsOf(const Sighting &one, const Tuple &tuple)
{
    const std::uint64_t key = mixed(one.key, tuple.protocol);
    if (tuple.isTcp())
        return {key};
    std::vector<std::uint64_t> signs;
    if (one.id != 0)
        signs.push_back(mixed(key, one.id));
    if (one.digest != 0)
        signs.push_back(mixed(mixed(key, one.digest), one.digest));
    return signs;
}

} // namespace

std::vector<std::uint32_t> flowsOf(const Sightings &sightings)
{
    using Shown = std::pair<std::uint64_t, std::uint32_t>; // a sign, and a tuple that has it
    std::vector<Shown> shown;
    for (const Sighting &one : sightings.all)
        for (const std::uint64_t sign : signsOf(one, sightings.tuples[one.tuple]))
            shown.emplace_back(sign, one.tuple);
    std::ranges::sort(shown);
    shown.erase(std::ranges::unique(shown).begin(), shown.end());
    Sets sets(sightings.tuples.size());
    for (auto begin = shown.begin(); begin != shown.end();) {
        const auto end = std::ranges::find_if(begin, shown.end(), [&](const Shown &one) { return one.first != begin->first; });
        for (auto one = begin; end - begin <= mostTuples && one != end; ++one)
            for (auto other = one + 1; other != end; ++other)
                if (mayBeOne(sightings.tuples[one->second], sightings.tuples[other->second], end - begin == 2))
                    sets.join(one->second, other->second);
        begin = end;
    }
    std::vector<std::uint32_t> flows(sightings.tuples.size());
    std::map<std::uint32_t, std::uint32_t> numbers;
    for (std::uint32_t tuple = 0; tuple < flows.size(); ++tuple)
        flows[tuple] = numbers.try_emplace(sets.of(tuple), static_cast<std::uint32_t>(numbers.size())).first->second;
    return flows;
}

} // namespace vethscope::journey
