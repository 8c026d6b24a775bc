#pragma once

#include "core/path/podmarks.h"

#include <set>
#include <string>

namespace vethscope::path {

/// All networks, ranges of addresses and patterns of devices' names that any table of the cluster asks for, and may hold one pod and not another.
class Surroundings
{
public:
    explicit Surroundings(const Places &places);

    /// Which of them hold a pod, as a text: two pods of the same text none of them tells apart.
    std::string around(const PodMarks &pod) const;
    /// Whether some table means a single address by it that it does not write: a network's own, or its broadcast address.
    bool isEdge(const IpAddress &address) const { return m_edges.contains(address); }

private:
    void add(const NetworkNamespace &net);
    void add(const IpPrefix &prefix);
    void add(const PacketValue &value);
    void add(const std::vector<FirewallElement> &elements);
    void addDevice(std::string device);

    struct Less {
        bool operator()(const AddressRange &one, const AddressRange &other) const { return std::pair(one.first, one.last) < std::pair(other.first, other.last); }
    };
    std::set<IpPrefix> m_networks;
    std::set<AddressRange, Less> m_ranges;
    std::set<std::string> m_patterns; // without the +
    std::set<IpAddress> m_edges;
};

} // namespace vethscope::path
