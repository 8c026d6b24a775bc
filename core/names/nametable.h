#pragma once

#include "core/cluster/cluster.h"

#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace vethscope {

/// Whose an address is, and the line that says so.
struct Name {
    enum class Kind : std::uint8_t { Pod, Service, Node };

    Kind kind = Kind::Node;
    std::string name{};         // of the pod, the service or the node; empty for a pod that nobody has named
    std::string podNamespace{}; // of a pod or service
    std::string node{};         // where the pod runs, or the node itself; empty where not known
    std::string interface{};    // that has the address; empty where not known
    std::string evidence{};     // `master.txt, line 12: 2: eth0: <BROADCAST …`

    /// Whether both speak of the same pod, service or node.
    bool isSame(const Name &other) const;
};

/// The names that host facts give to addresses. Made once from a cluster; afterwards only read, from any thread. What several
/// machines have (docker0's address, Calico's ee:ee:ee:ee:ee:ee) names nobody, and neither do loopback addresses.
class NameTable
{
public:
    NameTable() = default;
    explicit NameTable(const Cluster &cluster);

    /// Null when nobody, or more than one, has that address.
    const Name *find(const IpAddress &address) const;
    const Name *find(const MacAddress &address) const;

    /// Whether only traffic of pods passes this capture point: inside a pod, at its veth, at the pods' bridge.
    bool isAmongPods(std::string_view node, std::string_view interface) const;

    bool isEmpty() const { return m_addresses.empty() && m_macs.empty(); }

private:
    struct Entry {
        Name name;
        bool ambiguous = false;
    };
    template <typename Address>
    using Entries = std::map<Address, Entry>;

    void addPod(const ClusterPod &pod);
    void addNode(const ClusterNode &node);
    void addService(const ClusterService &service);

    Entries<IpAddress> m_addresses;
    Entries<MacAddress> m_macs;
    std::set<std::pair<std::string, std::string>, std::less<>> m_podPorts; // node, interface
    std::set<std::string, std::less<>> m_pods;                             // with and without namespace
};

} // namespace vethscope
