#pragma once

#include "core/cluster/owners.h"
#include "core/kernel/ruleset.h"

#include <deque>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vethscope::path {

/// A network stack that packets pass: a node's own, or a pod's.
struct Place {
    std::string node{}; // empty: of a pod whose node nobody knows
    std::string pod{};  // its NAMESPACE/NAME; empty: the node's own
    const NetworkNamespace *net = nullptr;
    Network network = Network::Unknown; // its node's
    bool isFilledIn = false;            // the pod's routes are those that the CNI leaves
    const kernel::Ruleset *rules = nullptr; // null: a pod's, where nobody printed any
    std::vector<const ConntrackFact *> orphans{}; // its connections that nobody can answer any more

    bool isPod() const { return !pod.empty(); }
    const std::string &name() const { return isPod() ? pod : node; }
};

/// A device of a place, and why it is believed to be where it is.
struct End {
    const Place *place = nullptr;
    std::string interface{};
    EvidenceList evidence{};

    /// Null where no command showed it.
    const NetworkInterface *device() const { return place->net->interface(interface); }
};

/// All places of a cluster and how they are wired. Made once; afterwards only read, from any thread.
class Places
{
public:
    explicit Places(const Cluster &cluster);
    Places(const Places &) = delete;
    Places &operator=(const Places &) = delete;

    const Cluster &cluster() const { return m_cluster; }
    const Owners &owners() const { return m_owners; }

    /// A host-network pod's is its node's. Null where there is no such place.
    const Place *ofNode(std::string_view name) const;
    const Place *ofPod(std::string_view fullName) const;
    const Place *of(const Owner &owner) const;
    /// All nodes' own.
    const std::deque<Place> &nodes() const { return m_nodes; }
    const ClusterPod *podOf(const Place &place) const;

    /// What a veth's other end is; nothing where nobody knows.
    std::optional<End> otherEnd(const Place &place, std::string_view device) const;

private:
    const Cluster &m_cluster;
    Owners m_owners;
    std::deque<NetworkNamespace> m_spaces; // of pods
    std::deque<kernel::Ruleset> m_rulesets;
    std::deque<Place> m_nodes, m_pods;     // as in the cluster
    std::map<std::string, std::size_t, std::less<>> m_nodePlaces, m_podPlaces;
};

} // namespace vethscope::path
