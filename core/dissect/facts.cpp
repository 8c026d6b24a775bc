#include "core/dissect/facts.h"

#include "core/dissect/layerview.h"

#include <algorithm>
#include <cassert>
#include <cstdint>

namespace vethscope {
namespace {

using Givers = std::span<const std::atomic<const FactGiver *>>;

bool tellsOf(const FactGiver &giver, const Protocol *protocol)
{
    return std::ranges::find(giver.protocols(), protocol) != giver.protocols().end();
}

bool tellsOfAny(const FactGiver &giver, std::span<const Protocol *const> protocols)
{
    return std::ranges::any_of(protocols, [&](const Protocol *protocol) { return tellsOf(giver, protocol); });
}

template <typename Wanted>
std::size_t leastDone(Givers givers, Wanted wanted)
{
    std::size_t least = SIZE_MAX;
    for (const auto &place : givers)
        if (const FactGiver *giver = place.load(std::memory_order_acquire); giver && wanted(*giver))
            least = std::min(least, giver->done());
    return least;
}

template <typename Wanted>
bool allFinished(Givers givers, Wanted wanted)
{
    return std::ranges::all_of(givers, [&](const std::atomic<const FactGiver *> &place) {
        const FactGiver *giver = place.load(std::memory_order_acquire);
        return !giver || !wanted(*giver) || giver->finished();
    });
}

} // namespace

void FrameFacts::attach(const FactGiver &giver)
{
    const auto free = std::ranges::find(m_givers, nullptr, [](const auto &place) { return place.load(std::memory_order_relaxed); });
    assert(free != m_givers.end());
    free->store(&giver, std::memory_order_release);
}

void FrameFacts::detach(const FactGiver &giver)
{
    for (auto &place : m_givers)
        if (place.load(std::memory_order_relaxed) == &giver)
            place.store(nullptr, std::memory_order_release);
}

void FrameFacts::add(const LayerView &view, Details &details) const
{
    if (view.protocol().stateful.empty())
        return;
    for (const auto &place : m_givers)
        if (const FactGiver *giver = place.load(std::memory_order_acquire); giver && tellsOf(*giver, &view.protocol()))
            return giver->add(view, details);
}

std::size_t FrameFacts::done(std::span<const Protocol *const> of) const
{
    return leastDone(m_givers, [&](const FactGiver &giver) { return tellsOfAny(giver, of); });
}

bool FrameFacts::finished(std::span<const Protocol *const> of) const
{
    return allFinished(m_givers, [&](const FactGiver &giver) { return tellsOfAny(giver, of); });
}

std::size_t FrameFacts::done() const
{
    return leastDone(m_givers, [](const FactGiver &) { return true; });
}

bool FrameFacts::finished() const
{
    return allFinished(m_givers, [](const FactGiver &) { return true; });
}

} // namespace vethscope
