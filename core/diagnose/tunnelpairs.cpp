#include "core/diagnose/tunnelpairs.h"

#include "core/diagnose/seenmessages.h"
#include "core/protocols/protocols.h"

#include <algorithm>

namespace vethscope::diagnose {
namespace {

constexpr std::size_t valuesKept = 64; // of each kind: whoever has more of them has no single one

template <typename Value>
void keepFirst(std::map<Value, std::uint32_t> &rows, const Value &value, std::uint32_t row)
{
    if (rows.size() < valuesKept)
        rows.try_emplace(value, row);
}

void addHeaders(const SeenFrame &at, std::size_t seam, TunnelPair &pair)
{
    const Protocol *const tunnel = at.packet[seam].protocol;
    const Bytes header = at.from(seam);
    if (seam > 0 && at.packet[seam - 1].protocol == &protocols::udp)
        keepFirst<std::uint64_t>(pair.ports, read16(at.from(seam - 1), 2), at.row);
    if (tunnel == &protocols::vxlan || tunnel == &protocols::geneve)
        keepFirst<std::uint64_t>(pair.vnis, read32(header, 4) >> 8, at.row);
    const bool hasEthernet = seam + 1 < at.packet.size() && at.packet[seam + 1].protocol == &protocols::ethernet;
    const Bytes inside = hasEthernet ? at.from(seam + 1) : Bytes();
    if (inside.size() < 12)
        return;
    if (const auto receiver = MacAddress::fromBytes(inside.first(6)))
        keepFirst(pair.receivers, *receiver, at.row);
    if (const auto sender = MacAddress::fromBytes(inside.subspan(6, 6)))
        keepFirst(pair.senders, *sender, at.row);
}

} // namespace

TunnelPairs::TunnelPairs(const journey::Followed &followed)
{
    journey::Answers answers(followed.store(), followed.dissector(), followed.journeys());
    for (const journey::Journey &journey : followed.all())
        add(followed, journey, answers);
}

void TunnelPairs::add(const journey::Followed &followed, const journey::Journey &journey, journey::Answers &answers)
{
    const journey::Journeys &journeys = followed.journeys();
    TunnelPair *pair = nullptr;
    const journey::JourneyHop *before = nullptr;
    std::size_t unpacked = 0; // points behind the tunnel
    const auto claim = [&](const IpAddress &address, const std::string &node) {
        const auto [known, isNew] = m_nodes.try_emplace(address, node);
        if (!isNew && known->second != node)
            known->second.clear();
    };
    for (const journey::JourneyHop &hop : journey.hops) {
        const auto nodeAt = [&](const journey::JourneyHop &one) -> const std::string & { return followed.points()[one.point].place.node; };
        const bool isSameNode = before && !nodeAt(hop).empty() && nodeAt(*before) == nodeAt(hop);
        if (hop.depth == 0) {
            const journey::Tuple &tuple = journeys.sightings.tuples[hop.tuple];
            m_bare.try_emplace({hop.point, tuple.source, tuple.destination}, hop.rows.front());
            if (pair) {
                pair->arrives = true;
                pair->goesOn |= ++unpacked > 1;
                if (isSameNode && before->depth > 0)
                    claim(pair->to, nodeAt(hop));
            }
        } else if (TunnelPair *const its = pairOf(followed, hop)) {
            its->sent += its != pair;
            its->seenAt.try_emplace(hop.point, hop.rows.front());
            if (before && before->depth == 0 && isSameNode)
                claim(its->from, nodeAt(hop));
            pair = its;
        }
        before = &hop;
    }
    if (!pair || (pair->arrives && pair->goesOn) || !answers.isAnswered(journey))
        return;
    pair->arrives = pair->goesOn = true;
}

TunnelPair *TunnelPairs::pairOf(const journey::Followed &followed, const journey::JourneyHop &hop)
{
    const std::uint32_t row = hop.rows.front();
    const Frame frame = followed.store().frame(row);
    followed.dissector().dissect(frame, m_packet);
    const auto layers = m_packet.layers();
    const auto seam = std::ranges::find_if(layers, [](const Layer &layer) { return layer.tunnel; });
    if (seam == layers.end())
        return nullptr;
    const auto place = static_cast<std::size_t>(seam - layers.begin());
    const SeenFrame at{row, hop.point, frame, m_packet};
    const auto ends = addressesBefore(at, place);
    if (!ends)
        return nullptr;
    TunnelPair &pair = m_pairs[{ends->first, ends->second, seam->protocol->tunnel}];
    if (pair.seenAt.empty()) {
        pair.from = ends->first;
        pair.to = ends->second;
        pair.tunnel = seam->protocol->tunnel;
        pair.firstRow = row;
    }
    pair.lastRow = row;
    addHeaders(at, place, pair);
    return &pair;
}

const TunnelPair *TunnelPairs::backOf(const TunnelPair &pair) const
{
    const auto found = m_pairs.find({pair.to, pair.from, pair.tunnel});
    return found == m_pairs.end() ? nullptr : &found->second;
}

std::string TunnelPairs::nodeOf(const IpAddress &address) const
{
    const auto found = m_nodes.find(address);
    return found == m_nodes.end() ? std::string() : found->second;
}

std::string TunnelPairs::nameOf(const IpAddress &address) const
{
    std::string node = nodeOf(address);
    return node.empty() ? address.text() : node;
}

std::optional<std::uint32_t> TunnelPairs::bareAt(std::uint16_t point, const IpAddress &from, const IpAddress &to) const
{
    const auto found = m_bare.find({point, from, to});
    return found == m_bare.end() ? std::nullopt : std::optional(found->second);
}

} // namespace vethscope::diagnose
