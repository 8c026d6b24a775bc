#pragma once

#include "core/cluster/cluster.h"

#include <optional>
#include <string>
#include <vector>

namespace vethscope {

/// All that was told inside one network namespace: usually one HostFacts, several when a machine has several names.
using HostList = std::vector<const HostFacts *>;

/// An interface with what only the joins need to know of it.
struct JoinedInterface {
    NetworkInterface interface;
    std::string peerName;                // veth0@veth1: of the same namespace, if that one says so too
    std::optional<std::int32_t> netnsId; // the namespace of its other end, as this namespace numbers it
    std::string netns;                   // or names it
    bool bondPort = false;
    Evidence indexEvidence;              // of its index and its other end's
    Evidence netnsEvidence;
    std::optional<MacAddress> earlierMac; // where an earlier line says another one
    EvidenceList macLines;                // both lines then
    std::optional<std::size_t> peerPod;  // the place in Cluster::pods of the pod at the other end
};

/// The interfaces of one namespace, by index, then name: what several commands said of each, and those that routes, neighbour and
/// forwarding entries name. What differs between two lines is a problem; `owner` names the namespace in it.
std::vector<JoinedInterface> joinInterfaces(const HostList &hosts, const std::string &owner, std::vector<Problem> &problems);

/// The device of an address that old tools show as a device of its own: eth0 of eth0:1.
std::string withoutAlias(const std::string &name);

} // namespace vethscope
