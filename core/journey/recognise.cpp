#include "core/journey/recognise.h"

#include <algorithm>
#include <map>
#include <span>

namespace vethscope::journey {
namespace {

constexpr std::int64_t longest = 3'000'000'000; // nanoseconds between two points: what takes longer is another packet
constexpr std::int64_t soon = 1'000'000;        // what is sent again takes longer (RFC 8985, section 7.2: two milliseconds at the least)

constexpr std::size_t mostOpen = 256; // packets that nothing tells apart, on their way at once

struct Group {
    std::vector<CloseLook> sightings{};
    std::int64_t last = 0;

    // Whether this is another packet, as it came by there already.
    bool had(const CloseLook &one, std::int64_t time) const
    {
        const bool isSameAgain = one.id != 0 && one.id == sightings.front().id && time - last < soon;
        return !isSameAgain && std::ranges::any_of(sightings, [&](const CloseLook &known) { return known.hasShapeOf(one); });
    }
    bool hasOtherDigest(std::uint32_t digest) const
    {
        return digest != 0 && std::ranges::any_of(sightings, [&](const CloseLook &known) { return known.digest != 0 && known.digest != digest; });
    }
    bool hasId(std::uint16_t id) const { return id != 0 && sightings.front().id == id; }
    bool hasOtherId(std::uint16_t id) const { return id != 0 && sightings.front().id != 0 && sightings.front().id != id; }
};

class Chooser
{
public:
    explicit Chooser(std::span<const CloseLook> alike)
    {
        for (const CloseLook &one : alike)
            ++m_counts[one.point];
        const auto isFirst = [&](const auto &count) { return count.second == m_counts.begin()->second; };
        m_areAsMany = std::ranges::all_of(m_counts, isFirst);
        m_haveOneId = std::ranges::all_of(alike, [&](const CloseLook &one) { return one.id == alike.front().id; });
    }

    // Where all points have as many, they are taken in their order; where some are missing, the one that was seen last.
    Group *choose(std::vector<Group> &packets, const CloseLook &one, std::int64_t time) const
    {
        Group *chosen = nullptr;
        const std::size_t open = std::min(packets.size(), mostOpen);
        for (Group &packet : std::span(packets).last(open)) {
            if (packet.had(one, time) || time - packet.last > longest || packet.hasOtherDigest(one.digest))
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
    std::map<std::uint16_t, std::size_t> m_counts; // by point
    bool m_areAsMany = false;
    bool m_haveOneId = false;
};

} // namespace

std::vector<Packet> packetsAmong(std::span<const CloseLook> alike, std::span<const std::int64_t> times)
{
    const Chooser chooser(alike);
    std::vector<Group> groups;
    for (std::size_t i = 0; i < alike.size(); ++i) {
        Group *group = chooser.choose(groups, alike[i], times[i]);
        if (!group)
            group = &groups.emplace_back();
        group->sightings.push_back(alike[i]);
        group->last = times[i];
    }
    std::vector<Packet> packets;
    for (const Group &group : groups) {
        Packet &packet = packets.emplace_back();
        for (const CloseLook &one : group.sightings)
            packet.hops.push_back({{one}});
    }
    return packets;
}

} // namespace vethscope::journey
