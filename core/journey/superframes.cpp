#include "core/journey/superframes.h"

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <utility>

namespace vethscope::journey {
namespace {

bool holds(const Packet &whole, const Packet &part)
{
    const CloseLook &large = whole.first(), &small = part.first();
    const std::uint32_t offset = small.sequence - large.sequence; // modulo 2^32 (RFC 9293, section 3.4)
    return large.length > small.length && offset <= large.length - small.length;
}

bool isSameShape(const PacketHop &one, const PacketHop &other)
{
    return one.first.hasShapeOf(other.first);
}

bool meet(const std::vector<PacketHop> &one, const std::vector<PacketHop> &other)
{
    return std::ranges::any_of(one, [&](const PacketHop &hop) {
        return std::ranges::any_of(other, [&](const PacketHop &known) { return isSameShape(known, hop); });
    });
}

// A part that another part brought a hop for stands in the same hop.
void take(Packet &whole, const Packet &part)
{
    for (const PacketHop &hop : part.hops) {
        const auto same = std::ranges::find_if(whole.hops, [&](const PacketHop &known) {
            return isSameShape(known, hop);
        });
        if (same == whole.hops.end()) {
            whole.hops.push_back(hop);
            continue;
        }
        same->time = std::min(same->time, hop.time);
        same->more.push_back(hop.first.row);
        same->more.insert(same->more.end(), hop.more.begin(), hop.more.end());
    }
}

// What may be a super-frame, with its own hops alone: parts bring others.
struct Whole {
    Packet *packet = nullptr;
    std::vector<PacketHop> own{};
};

constexpr std::int64_t atOnce = 1'000'000; // nanoseconds: nothing is sent again so soon

// Nanoseconds between the two where they are nearest.
std::int64_t gapBetween(const std::vector<PacketHop> &one, const std::vector<PacketHop> &other)
{
    std::int64_t least = std::numeric_limits<std::int64_t>::max();
    for (const PacketHop &hop : one)
        for (const PacketHop &known : other)
            least = std::min(least, std::abs(hop.time - known.time));
    return least;
}

// What holds the part; of several, as where it was sent again, the one that came by nearest to it.
Whole *wholeOf(std::vector<Whole> &wholes, const Packet &part)
{
    Whole *nearest = nullptr;
    std::int64_t least = std::numeric_limits<std::int64_t>::max();
    for (Whole &one : wholes) {
        if (!holds(*one.packet, part) || meet(one.own, part.hops))
            continue;
        const std::int64_t distance = gapBetween(one.own, part.hops);
        if (distance < least) {
            nearest = &one;
            least = distance;
        }
        if (least <= atOnce)
            break;
    }
    return nearest;
}

// Whether any, in the order of their bytes, ends no later than one before it; mostly none does.
template <typename Begin>
bool mayHold(const std::vector<Packet *> &alike, Begin begin)
{
    std::int64_t farthest = std::numeric_limits<std::int64_t>::min();
    return std::ranges::any_of(alike, [&](const Packet *packet) {
        const std::int64_t end = begin(packet) + std::int64_t{packet->first().length};
        return end <= std::exchange(farthest, std::max(farthest, end));
    });
}

// Of one flow and one burst. In the order of their bytes, so that only what reaches beyond a part's beginning is held against it.
void joinAmong(std::vector<Packet *> &alike)
{
    const std::uint32_t origin = alike.front()->first().sequence;
    const auto begin = [&](const Packet *packet) { return static_cast<std::int32_t>(packet->first().sequence - origin); };
    std::ranges::stable_sort(alike, {}, [&](const Packet *packet) { return std::pair(begin(packet), -std::int64_t{packet->first().length}); });
    if (!mayHold(alike, begin))
        return;
    std::vector<Whole> wholes;
    for (Packet *const part : alike) {
        std::erase_if(wholes, [&](const Whole &whole) { return begin(whole.packet) + std::int64_t{whole.packet->first().length} <= begin(part); });
        Whole *const whole = wholeOf(wholes, *part);
        if (!whole) {
            wholes.push_back({part, part->hops});
            continue;
        }
        take(*whole->packet, *part);
        part->hops.clear();
    }
}

} // namespace

void joinSuperFrames(std::vector<Packet> &packets)
{
    std::vector<Packet *> data;
    for (Packet &packet : packets)
        if (packet.first().length > 0)
            data.push_back(&packet);
    const auto burst = [](const Packet *packet) { return packet->first().burst; };
    std::ranges::stable_sort(data, {}, burst);
    for (auto begin = data.begin(); begin != data.end();) {
        const auto end = std::ranges::find_if(begin, data.end(), [&](const Packet *one) { return burst(one) != burst(*begin); });
        std::vector<Packet *> alike(begin, end);
        joinAmong(alike);
        begin = end;
    }
    std::erase_if(packets, [](const Packet &packet) { return packet.hops.empty(); });
}

} // namespace vethscope::journey
