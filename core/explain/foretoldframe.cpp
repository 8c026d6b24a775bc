#include "core/explain/foretoldframe.h"

#include "core/explain/encrypted.h"
#include "core/explain/ownership.h"
#include "core/kernel/groupmac.h"

#include <algorithm>

namespace vethscope::explain {
namespace {

using End = path::Traced<std::optional<MacAddress>>;

ForetoldAddress foretold(const std::vector<MacAddress> &macs, const std::vector<const End *> &ends, const ShownField &shown)
{
    ForetoldAddress foretold;
    for (const MacAddress &mac : macs)
        if (std::ranges::find(foretold.expected, mac.text()) == foretold.expected.end())
            foretold.expected.push_back(mac.text());
    const auto there = std::ranges::find_if(ends, [&](const End *end) { return end->value == shown.mac && end->origin.kind != path::Origin::Kind::Unknown; });
    if (there != ends.end()) {
        foretold.origin = (*there)->origin;
        foretold.evidence = (*there)->evidence;
    }
    return foretold;
}

ForetoldAddress nobodyPrinted()
{
    ForetoldAddress nothing;
    nothing.ask = "ip link";
    return nothing;
}

} // namespace

ForetoldFrame::ForetoldFrame(const path::Places &places, const path::Whose &whose, const ShownFrame &frame, const Point &point)
    : m_places(places), m_whose(whose), m_frame(frame), m_point(point), m_staysOnLink(staysOnLink(frame)),
      m_routed(frame.arpOperation || m_staysOnLink ? Expectation() : expectationOf(places, whose, frame, point)),
      m_arp(frame.arpOperation ? arpExpectation(places, whose, frame, point) : ArpExpectation()),
      m_ndp(m_staysOnLink ? ndpExpectation(places, whose, frame, point) : NdpExpectation()), m_wireguard(wireguardEnds(places, frame))
{
}

std::optional<ForetoldAddress> ForetoldFrame::withoutWalk(const ShownField &shown) const
{
    if (shown.mac)
        return onLink(shown);
    // What is inside cannot be seen: any of the peers may be meant.
    if (m_wireguard.empty() || !m_frame.isInnermostAddress(shown) || shown.isSource())
        return std::nullopt;
    ForetoldAddress peers;
    for (const path::Traced<IpAddress> &end : m_wireguard) {
        peers.expected.push_back(end.value.text());
        if (end.value != shown.ip)
            continue;
        peers.origin = end.origin;
        peers.evidence = end.evidence;
    }
    return peers;
}

std::optional<ForetoldAddress> ForetoldFrame::onLink(const ShownField &shown) const
{
    if (shown.name.starts_with("arp.") && !m_frame.arpOperation)
        return std::nullopt;
    if ((m_frame.arpOperation || m_staysOnLink) && shown.depth != m_frame.depth) // around a tunnel
        return nobodyPrinted();
    if (m_frame.arpOperation) {
        const auto macs = m_arp.macs.find(shown.name);
        return macs == m_arp.macs.end() ? nobodyPrinted() : foretold(macs->second, {&m_arp.sender, &m_arp.target}, shown);
    }
    if (m_staysOnLink) {
        const End &end = shown.isSource() ? m_ndp.source : m_ndp.destination;
        return end.value ? foretold({*end.value}, {&end}, shown) : nobodyPrinted();
    }
    if (const auto group = shown.depth == m_frame.depth && m_routed.sightings.empty() ? groupMac(shown) : std::nullopt)
        return foretold({*group}, {}, shown);
    return std::nullopt;
}

// What the destination's address alone tells (RFC 1112, RFC 2464, RFC 919).
std::optional<MacAddress> ForetoldFrame::groupMac(const ShownField &shown) const
{
    const auto destination = m_frame.destination();
    if (shown.name != "eth.dst" || !destination)
        return std::nullopt;
    if (destination->isMulticast())
        return kernel::multicastMac(*destination);
    const ShownField address{"ip.dst", shown.depth, {}, *destination};
    const bool isForAll = ownershipOf(m_places, m_whose, address, m_point).origin.kind == path::Origin::Kind::Broadcast;
    return isForAll ? std::optional(kernel::broadcastMac()) : std::nullopt;
}

std::optional<std::string> ForetoldFrame::etherType() const
{
    if (m_frame.arpOperation)
        return "0x0806";
    const auto destination = m_frame.destination();
    if (!destination || !(m_staysOnLink || groupMac({"eth.dst", m_frame.depth, {}, {}})))
        return std::nullopt;
    return destination->isV6() ? "0x86dd" : "0x0800";
}

} // namespace vethscope::explain
