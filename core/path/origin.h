#pragma once

#include "core/address/address.h"
#include "core/facts/evidence.h"

#include <optional>
#include <string>
#include <string_view>

namespace vethscope::path {

/// Where the value of a header's field comes from: contract.md, `origin`.
struct Origin {
    enum class Kind : std::uint8_t {
        Unknown, InterfaceMac, InterfaceIp, PodMac, PodIp, Neighbour, GatewayNeighbour, LinkLocalGateway, Fdb, TunnelRemote, Lease,
        ServiceIp, External, Broadcast, Multicast, Unset, Device, Constant, Copied, Application,
    };

    Kind kind = Kind::Unknown;
    std::string node{}; // whose address it is, or whose table gave it
    std::string interface{};
    std::string pod{};  // its NAMESPACE/NAME, where it is a pod's own
    std::optional<IpAddress> ip{};
};

/// The contract's words: `gateway-neighbour`.
std::string_view nameOf(Origin::Kind kind);

/// A value of a header, with where it comes from and the lines that say so.
template <typename T>
struct Traced {
    T value{};
    Origin origin{};
    EvidenceList evidence{};
    std::string ask{}; // of a value that is not known: the command that would tell
    std::string askOn{};   // whom: NODE or NS/POD; empty: the machine that has the header, or anywhere
    bool isShown = false;  // nobody printed it: a captured frame shows it, and the walk went on with that
};

} // namespace vethscope::path
