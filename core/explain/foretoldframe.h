#pragma once

#include "core/explain/arp.h"
#include "core/explain/expectation.h"
#include "core/explain/ndp.h"

#include <optional>
#include <string>
#include <vector>

namespace vethscope::explain {

/// What is foretold of an address without a walk: several where the kernel does either.
struct ForetoldAddress {
    std::vector<std::string> expected{}; // none: nobody printed what tells it
    path::Origin origin{};               // of the one that is there
    EvidenceList evidence{};
    std::string ask{};
};

/// All that hosts foretell of one frame at its capture point. What is routed is walked (expectation.h); ARP, neighbour discovery and what
/// goes to a group are foretold by the link's devices and by the addresses themselves, an encrypted packet's destination by its sender's peers.
class ForetoldFrame
{
public:
    ForetoldFrame(const path::Places &places, const path::Whose &whose, const ShownFrame &frame, const Point &point);

    const Expectation &routed() const { return m_routed; }
    /// The end whose address an ARP packet asks for.
    const path::Traced<std::optional<MacAddress>> &arpTarget() const { return m_arp.target; }
    /// Nothing where such a field is not foretold so.
    std::optional<ForetoldAddress> withoutWalk(const ShownField &shown) const;
    /// `0x0806`: the type of what is foretold without a walk (RFC 826, RFC 894, RFC 2464). Nothing of other frames.
    std::optional<std::string> etherType() const;

private:
    std::optional<ForetoldAddress> onLink(const ShownField &shown) const;
    std::optional<MacAddress> groupMac(const ShownField &shown) const;

    const path::Places &m_places;
    const path::Whose &m_whose;
    const ShownFrame &m_frame;
    const Point &m_point;
    bool m_staysOnLink;
    Expectation m_routed;
    ArpExpectation m_arp;
    NdpExpectation m_ndp;
    std::vector<path::Traced<IpAddress>> m_wireguard;
};

} // namespace vethscope::explain
