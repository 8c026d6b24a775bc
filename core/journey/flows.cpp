#include "core/journey/flows.h"

#include "core/bytes/mixinghash.h"
#include "core/journey/bothends.h"
#include "core/journey/sets.h"
#include "core/journey/tupleends.h"
#include "core/journey/tuplesofkeys.h"
#include "core/threads/parts.h"

#include <algorithm>
#include <map>
#include <mutex>
#include <optional>
#include <span>
#include <utility>

namespace vethscope::journey {
namespace {

constexpr std::uint32_t unnumbered = static_cast<std::uint32_t>(-1);

// Whether one packet under both names shows that they are one flow.
bool areOne(const Tuple &one, const Tuple &other, bool areOnly)
{
    return !areBothDirections(one, other) && one.protocol == other.protocol && (shareAnEnd(one, other) || (areOnly && one.isTcp()));
}

// Whether it does where no packets show that they are not.
bool mayBeOne(const Tuple &one, const Tuple &other, bool areOnly)
{
    return !areBothDirections(one, other) && one.protocol == other.protocol && areOnly && areTurned(one, other);
}

std::uint64_t mixed(std::uint64_t key, std::uint64_t more)
{
    return MixingHash{key, more}.value();
}

using Sign = std::pair<std::uint64_t, std::uint32_t>; // a sign, and a tuple that has it

// What packets show of tuples: some are one flow for certain.
struct CouplesShown {
    std::vector<TupleCouple> couples{};
    TupleVotes votes{};
};

// By what a packet that is not TCP's is known again, whatever its tuple: numbers, of which one is enough. Keys repeat theirs.
void addSigns(const Glimpse &one, const Tuple &tuple, Looker &looker, std::vector<Sign> &signs, std::vector<PayloadSeen> &payloads)
{
    const std::uint64_t key = mixed(one.key(), tuple.protocol);
    const CloseLook look = looker.at(one.row, one.tuple);
    if (look.id != 0)
        signs.emplace_back(mixed(key, look.id), one.tuple);
    if (look.digest != 0)
        signs.emplace_back(mixed(mixed(key, look.digest), look.digest), one.tuple);
    if (look.digest != 0)
        payloads.push_back({mixed(key, look.digest), one.tuple, look.id, look.timeToLive});
}

void addCouples(std::span<const std::uint32_t> ofOne, const std::vector<Tuple> &tuples, CouplesShown &shown)
{
    for (std::size_t i = 0; i < ofOne.size(); ++i) {
        for (std::size_t k = i + 1; k < ofOne.size(); ++k) {
            const auto couple = std::minmax(ofOne[i], ofOne[k]);
            if (areOne(tuples[ofOne[i]], tuples[ofOne[k]], ofOne.size() == 2))
                shown.couples.emplace_back(couple);
            else if (mayBeOne(tuples[ofOne[i]], tuples[ofOne[k]], ofOne.size() == 2))
                ++shown.votes[couple];
        }
    }
}

void addCouplesBy(std::vector<Sign> &signs, const std::vector<Tuple> &tuples, CouplesShown &shown)
{
    std::ranges::sort(signs);
    signs.erase(std::ranges::unique(signs).begin(), signs.end());
    for (auto begin = signs.begin(); begin != signs.end();) {
        const auto end = std::ranges::find_if(begin, signs.end(), [&](const Sign &one) { return one.first != begin->first; });
        std::vector<std::uint32_t> ofOne;
        for (auto one = begin; end - begin <= std::ptrdiff_t{mostTuples} && one != end; ++one)
            ofOne.push_back(one->second);
        addCouples(ofOne, tuples, shown);
        begin = end;
    }
}

CouplesShown shownBy(const Shares &shares, std::size_t share, const std::vector<Tuple> &tuples, const std::function<Looker()> &lookerOf)
{
    const auto keyOf = [&](const Glimpse &one) { return mixed(one.key(), tuples[one.tuple].protocol); };
    TuplesOfKeys known(shares.glimpsesIn(share));
    shares.forEachIn(share, [&](const Glimpse &one) { known.add(keyOf(one), one.tuple); });
    CouplesShown shown;
    for (const TuplesOfKeys::Slot &slot : known.all())
        if (slot.areSeveral() && tuples[slot.tuples[0]].isTcp())
            addCouples(slot.all(), tuples, shown);
    std::vector<Sign> signs;
    std::vector<PayloadSeen> payloads;
    std::optional<Looker> looker;
    shares.forEachIn(share, [&](const Glimpse &one) {
        if (tuples[one.tuple].isTcp() || !known.of(keyOf(one)).areSeveral())
            return;
        if (!looker)
            looker.emplace(lookerOf());
        addSigns(one, tuples[one.tuple], *looker, signs, payloads);
    });
    addCouplesBy(signs, tuples, shown);
    addVotes(payloads, tuples, shown.votes);
    return shown;
}

void join(const std::vector<Translation> &translations, const std::vector<Tuple> &tuples, Sets &sets)
{
    std::map<Tuple, std::uint32_t> numbers;
    for (const auto &[one, other] : translations) {
        numbers.emplace(one, unnumbered);
        numbers.emplace(other, unnumbered);
    }
    for (std::uint32_t tuple = 0; !numbers.empty() && tuple < tuples.size(); ++tuple)
        if (const auto number = numbers.find(tuples[tuple]); number != numbers.end())
            number->second = tuple;
    for (const auto &[one, other] : translations)
        if (const std::uint32_t first = numbers.at(one), second = numbers.at(other); first != unnumbered && second != unnumbered)
            sets.join(first, second);
}

} // namespace

std::vector<std::uint32_t> flowsOf(Shares &shares, const std::vector<Tuple> &tuples, const std::vector<Translation> &translations, const std::function<Looker()> &lookerOf,
                                   Asking &asking)
{
    Sets sets(tuples.size());
    TupleVotes votes;
    std::mutex joining;
    forEachPart(shares.size(), [&](std::size_t share) {
        if (!asking.goesOn(shares.glimpses()))
            return;
        shares.number(share);
        const CouplesShown shown = shownBy(shares, share, tuples, lookerOf);
        const std::scoped_lock lock(joining);
        for (const auto &[one, other] : shown.couples)
            sets.join(one, other);
        for (const auto &[couple, more] : shown.votes)
            votes[couple] += more;
    });
    join(translations, tuples, sets);
    std::vector<Translation> back;
    for (const auto &[couple, more] : votes) {
        if (more <= 0)
            continue;
        sets.join(couple.first, couple.second);
        back.push_back(turned({tuples[couple.first], tuples[couple.second]}));
    }
    join(back, tuples, sets);
    std::vector<std::uint32_t> flows(tuples.size()), numbers(tuples.size(), unnumbered);
    std::uint32_t next = 0;
    for (std::uint32_t tuple = 0; tuple < flows.size(); ++tuple) {
        std::uint32_t &number = numbers[sets.of(tuple)];
        if (number == unnumbered)
            number = next++;
        flows[tuple] = number;
    }
    return flows;
}

} // namespace vethscope::journey
