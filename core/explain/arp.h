#pragma once

#include "core/explain/point.h"
#include "core/explain/shownframe.h"
#include "core/path/whose.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace vethscope::explain {

/// What the addresses of an ARP packet foretell of its MACs, by field; several where the kernel does either. RFC 826; Linux's
/// net/ipv4/arp.c arp_solicit broadcasts what it does not know, asks whom it knows again by unicast, and leaves the target's MAC zero.
struct ArpExpectation {
    std::map<std::string_view, std::vector<MacAddress>> macs{};
    path::Traced<std::optional<MacAddress>> sender{}, target{};
};

ArpExpectation arpExpectation(const path::Places &places, const path::Whose &whose, const ShownFrame &frame, const Point &point);

/// Whose a pod's question for Calico's 169.254.1.1 is: the pod's, by its own device.
path::Origin calicoGatewayOrigin(const path::Places &places, const Point &point, const IpAddress &gateway);

} // namespace vethscope::explain
