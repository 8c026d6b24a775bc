#include "core/journey/flows.h"

#include "core/bytes/mixinghash.h"
#include "core/threads/parts.h"

#include <algorithm>
#include <array>
#include <bit>
#include <mutex>
#include <numeric>
#include <optional>
#include <span>
#include <utility>

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

constexpr std::size_t mostTuples = 4; // of one packet: sent, translated at both ends, and back; what more have tells nothing
constexpr std::uint32_t unnumbered = static_cast<std::uint32_t>(-1);

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
    return MixingHash{key, more}.value();
}

using Sign = std::pair<std::uint64_t, std::uint32_t>; // a sign, and a tuple that has it
using Couple = std::pair<std::uint32_t, std::uint32_t>; // tuples of one flow

// By what a packet that is not TCP's is known again, whatever its tuple: numbers, of which one is enough. Keys repeat theirs.
void addSigns(const Glimpse &one, const Tuple &tuple, Looker &looker, std::vector<Sign> &signs)
{
    const std::uint64_t key = mixed(one.key(), tuple.protocol);
    const CloseLook look = looker.at(one.row, one.tuple);
    if (look.id != 0)
        signs.emplace_back(mixed(key, look.id), one.tuple);
    if (look.digest != 0)
        signs.emplace_back(mixed(mixed(key, look.digest), look.digest), one.tuple);
}

void addCouples(std::span<const std::uint32_t> ofOne, const std::vector<Tuple> &tuples, std::vector<Couple> &couples)
{
    for (std::size_t i = 0; i < ofOne.size(); ++i)
        for (std::size_t k = i + 1; k < ofOne.size(); ++k)
            if (mayBeOne(tuples[ofOne[i]], tuples[ofOne[k]], ofOne.size() == 2))
                couples.emplace_back(ofOne[i], ofOne[k]);
}

void addCouplesBy(std::vector<Sign> &signs, const std::vector<Tuple> &tuples, std::vector<Couple> &couples)
{
    std::ranges::sort(signs);
    signs.erase(std::ranges::unique(signs).begin(), signs.end());
    for (auto begin = signs.begin(); begin != signs.end();) {
        const auto end = std::ranges::find_if(begin, signs.end(), [&](const Sign &one) { return one.first != begin->first; });
        std::vector<std::uint32_t> ofOne;
        for (auto one = begin; end - begin <= std::ptrdiff_t{mostTuples} && one != end; ++one)
            ofOne.push_back(one->second);
        addCouples(ofOne, tuples, couples);
        begin = end;
    }
}

// Of each key of some glimpses, the tuples that have it.
class TuplesOfKeys
{
public:
    explicit TuplesOfKeys(std::size_t glimpses) : m_slots(std::bit_ceil(2 * glimpses + 2)) {}

    struct Slot {
        std::uint64_t key = 0;
        std::array<std::uint32_t, mostTuples> tuples{};
        std::uint32_t count = 0; // 0: free; one more than are kept: too many

        bool areSeveral() const { return count > 1; }
        bool areTooMany() const { return count > mostTuples; }
        std::span<const std::uint32_t> all() const { return std::span(tuples).first(areTooMany() ? 0 : count); }
    };

    // By key and protocol.
    Slot &of(std::uint64_t key)
    {
        for (std::size_t at = key >> 20;; ++at)
            if (Slot &slot = m_slots[at & (m_slots.size() - 1)]; slot.count == 0 || slot.key == key)
                return slot;
    }
    void add(std::uint64_t key, std::uint32_t tuple)
    {
        Slot &slot = of(key);
        slot.key = key;
        if (slot.areTooMany() || std::ranges::find(slot.all(), tuple) != slot.all().end())
            return;
        if (slot.count < mostTuples)
            slot.tuples[slot.count] = tuple;
        ++slot.count;
    }
    const std::vector<Slot> &all() const { return m_slots; }

private:
    std::vector<Slot> m_slots; // a power of two, half of them free
};

std::vector<Couple> couplesIn(const Shares &shares, std::size_t share, const std::vector<Tuple> &tuples, const std::function<Looker()> &lookerOf)
{
    const auto keyOf = [&](const Glimpse &one) { return mixed(one.key(), tuples[one.tuple].protocol); };
    TuplesOfKeys known(shares.glimpsesIn(share));
    shares.forEachIn(share, [&](const Glimpse &one) { known.add(keyOf(one), one.tuple); });
    std::vector<Couple> couples;
    for (const TuplesOfKeys::Slot &slot : known.all())
        if (slot.areSeveral() && tuples[slot.tuples[0]].isTcp())
            addCouples(slot.all(), tuples, couples);
    std::vector<Sign> signs;
    std::optional<Looker> looker;
    shares.forEachIn(share, [&](const Glimpse &one) {
        if (tuples[one.tuple].isTcp() || !known.of(keyOf(one)).areSeveral())
            return;
        if (!looker)
            looker.emplace(lookerOf());
        addSigns(one, tuples[one.tuple], *looker, signs);
    });
    addCouplesBy(signs, tuples, couples);
    return couples;
}

} // namespace

std::vector<std::uint32_t> flowsOf(Shares &shares, const std::vector<Tuple> &tuples, const std::function<Looker()> &lookerOf, Asking &asking)
{
    Sets sets(tuples.size());
    std::mutex joining;
    forEachPart(shares.size(), [&](std::size_t share) {
        if (!asking.goesOn(shares.glimpses()))
            return;
        shares.number(share);
        const std::vector<Couple> couples = couplesIn(shares, share, tuples, lookerOf);
        const std::scoped_lock lock(joining);
        for (const auto &[one, other] : couples)
            sets.join(one, other);
    });
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
