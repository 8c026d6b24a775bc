#include "core/journey/recognise.h"

#include <algorithm>
#include <map>
#include <span>

namespace vethscope::journey {
namespace {

constexpr std::int64_t soon = 1'000'000;        // what is sent again takes longer (RFC 8985, section 7.2: two milliseconds at the least)

constexpr std::size_t mostOpen = 256; // packets that nothing tells apart, on their way at once

// What of some sightings tells whether another one is of their packet, too.
bool isSameAgain(const CloseLook &first, std::int64_t last, const CloseLook &one, std::int64_t time)
{
    return one.id != 0 && one.id == first.id && time - last < soon;
}

// Whether this is another packet than those of `sightings`, all of one: it came by there already, or has other contents.
bool isAnother(std::span<const CloseLook> sightings, std::int64_t last, const CloseLook &one, std::int64_t time)
{
    if (time - last > longestBetweenPoints)
        return true;
    const bool mayComeAgain = isSameAgain(sightings.front(), last, one, time);
    return std::ranges::any_of(sightings, [&](const CloseLook &known) {
        return (!mayComeAgain && known.hasShapeOf(one)) || (one.digest != 0 && known.digest != 0 && known.digest != one.digest);
    });
}

struct Group {
    std::vector<CloseLook> sightings{};
    std::vector<std::int64_t> times{};

    bool hasId(std::uint16_t id) const { return id != 0 && sightings.front().id == id; }
    bool hasOtherId(std::uint16_t id) const { return id != 0 && sightings.front().id != 0 && sightings.front().id != id; }
};

bool haveOneId(std::span<const CloseLook> alike)
{
    return std::ranges::all_of(alike, [&](const CloseLook &one) { return one.id == alike.front().id; });
}

class Chooser
{
public:
    explicit Chooser(std::span<const CloseLook> alike) : m_haveOneId(haveOneId(alike))
    {
        std::map<std::uint16_t, std::size_t> counts; // by point
        for (const CloseLook &one : alike)
            ++counts[one.point];
        m_areAsMany = std::ranges::all_of(counts, [&](const auto &count) { return count.second == counts.begin()->second; });
    }

    // Where all points have as many, they are taken in their order; where some are missing, the one that was seen last.
    Group *choose(std::vector<Group> &packets, const CloseLook &one, std::int64_t time) const
    {
        Group *chosen = nullptr;
        const std::size_t open = std::min(packets.size(), mostOpen);
        for (Group &packet : std::span(packets).last(open)) {
            if (isAnother(packet.sightings, packet.times.back(), one, time))
                continue;
            if (!m_haveOneId && packet.hasOtherId(one.id))
                continue;
            if (!m_haveOneId && packet.hasId(one.id))
                return &packet;
            if (!chosen || !m_areAsMany)
                chosen = &packet;
        }
        return chosen;
    }

private:
    bool m_areAsMany = false;
    bool m_haveOneId = false;
};

// As nearly always: every point saw it once.
bool areOnePacket(std::span<const CloseLook> alike, std::span<const std::int64_t> times)
{
    if (!haveOneId(alike))
        return false;
    for (std::size_t i = 1; i < alike.size(); ++i)
        if (isAnother(alike.first(i), times[i - 1], alike[i], times[i]))
            return false;
    return true;
}

Packet packetOf(std::span<const CloseLook> sightings, std::span<const std::int64_t> times)
{
    Packet packet;
    packet.hops.reserve(sightings.size());
    for (std::size_t i = 0; i < sightings.size(); ++i)
        packet.hops.push_back({sightings[i], times[i]});
    return packet;
}

} // namespace

std::vector<Packet> packetsAmong(std::span<const CloseLook> alike, std::span<const std::int64_t> times)
{
    std::vector<Packet> packets;
    if (areOnePacket(alike, times)) {
        packets.push_back(packetOf(alike, times));
        return packets;
    }
    const Chooser chooser(alike);
    std::vector<Group> groups;
    for (std::size_t i = 0; i < alike.size(); ++i) {
        Group *group = chooser.choose(groups, alike[i], times[i]);
        if (!group)
            group = &groups.emplace_back();
        group->sightings.push_back(alike[i]);
        group->times.push_back(times[i]);
    }
    for (const Group &group : groups)
        packets.push_back(packetOf(group.sightings, group.times));
    return packets;
}

} // namespace vethscope::journey
