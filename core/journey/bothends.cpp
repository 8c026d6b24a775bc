#include "core/journey/bothends.h"

#include "core/journey/tupleends.h"
#include "core/journey/tuplesofkeys.h"

#include <algorithm>
#include <span>

namespace vethscope::journey {
namespace {

constexpr std::size_t mostSentAgain = 8; // a payload with more identifications is sent all the time, and numbers meet by chance

using Seen = std::span<const PayloadSeen>; // under one name, by identifications

bool haveNoEndInCommon(const Tuple &one, const Tuple &other)
{
    return one.protocol == other.protocol && !shareAnEnd(one, other) && !areBothDirections(one, other);
}

// What is left of hops under one name.
struct Hops {
    int least = 255, most = 0;

    void add(Seen seen)
    {
        for (const PayloadSeen &one : seen) {
            least = std::min<int>(least, one.timeToLive);
            most = std::max<int>(most, one.timeToLive);
        }
    }
};

Seen ofOneId(Seen seen)
{
    return seen.first(static_cast<std::size_t>(std::ranges::find_if(seen, [&](const PayloadSeen &one) { return one.id != seen.front().id; }) - seen.begin()));
}

// Packets under two names: how many each has, how many are the same by their identification, and the hops that those had left.
struct Comparison {
    std::size_t ofOne = 0, ofOther = 0, same = 0;
    Hops one{}, other{};

    Comparison(Seen ones, Seen others)
    {
        for (Seen rest = ones; !rest.empty(); rest = rest.subspan(ofOneId(rest).size()))
            ++ofOne;
        for (Seen rest = others; !rest.empty(); rest = rest.subspan(ofOneId(rest).size()))
            ++ofOther;
        while (!ones.empty() && !others.empty()) {
            const Seen first = ofOneId(ones), second = ofOneId(others);
            const std::uint16_t id = first.front().id, otherId = second.front().id;
            if (id == otherId) {
                ++same;
                one.add(first);
                other.add(second);
            }
            ones = ones.subspan(id <= otherId ? first.size() : 0);
            others = others.subspan(otherId <= id ? second.size() : 0);
        }
    }

    bool areOne() const
    {
        const bool wasRouted = one.most < other.least || other.most < one.least;
        return wasRouted && std::max(ofOne, ofOther) <= mostSentAgain && 2 * same >= std::min(ofOne, ofOther);
    }
};

// Of one payload, each of the names under which it was seen.
std::vector<Seen> namesOf(Seen ofOne)
{
    std::vector<Seen> names;
    while (!ofOne.empty()) {
        const auto end = std::ranges::find_if(ofOne, [&](const PayloadSeen &one) { return one.tuple != ofOne.front().tuple; });
        names.push_back(ofOne.first(static_cast<std::size_t>(end - ofOne.begin())));
        ofOne = ofOne.subspan(names.back().size());
    }
    return names;
}

// What has no identification tells nothing here.
int voteOf(Seen ones, Seen others, bool areTurned)
{
    if (ones.front().id == 0 || others.front().id == 0)
        return 0;
    const Comparison comparison(ones, others);
    if (comparison.same == 0)
        return -1;
    return !areTurned && comparison.areOne() ? 1 : 0;
}

} // namespace

void addVotes(std::vector<PayloadSeen> &seen, const std::vector<Tuple> &tuples, TupleVotes &votes)
{
    std::ranges::sort(seen);
    for (Seen rest = seen; !rest.empty();) {
        const auto end = std::ranges::find_if(rest, [&](const PayloadSeen &one) { return one.payload != rest.front().payload; });
        const std::vector<Seen> names = namesOf(rest.first(static_cast<std::size_t>(end - rest.begin())));
        rest = rest.subspan(static_cast<std::size_t>(end - rest.begin()));
        for (std::size_t i = 0; names.size() <= mostTuples && i < names.size(); ++i) {
            for (std::size_t k = i + 1; k < names.size(); ++k) {
                const TupleCouple couple(names[i].front().tuple, names[k].front().tuple);
                const Tuple &one = tuples[couple.first], &other = tuples[couple.second];
                if (const int vote = haveNoEndInCommon(one, other) ? voteOf(names[i], names[k], areTurned(one, other)) : 0; vote != 0)
                    votes[couple] += vote;
            }
        }
    }
}

} // namespace vethscope::journey
