#pragma once

#include "core/capture/filenotes.h"
#include "core/cluster/cluster.h"

#include <functional>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vethscope {

/// Whose an address is, and the line that says so.
struct Name {
    /// Host: no snapshot tells of it, only a capture file calls it so.
    enum class Kind : std::uint8_t { Pod, Service, Node, Host };

    Kind kind = Kind::Node;
    std::string name{};         // of the pod, the service or the node; empty for a pod that nobody has named
    std::string podNamespace{}; // of a pod or service
    std::string node{};         // where the pod runs, or the node itself; empty where not known
    std::string interface{};    // that has the address; empty where not known
    std::string given{};        // by the user, and shown in place of all that; empty for what nobody has given a name
    Evidence evidence{};        // the line that says whose it is; without a source where none does

    /// Whether both speak of the same pod, service or node.
    bool isSame(const Name &other) const;
    /// What can stand in the address's place: what the user calls it, else `tea-6fb46d899f-4zkt2`, `kube-system/coredns-5d78c9869d-x7v2p`, `master cni0`. The
    /// namespace `default` is left out. Empty for a pod that nobody has named.
    std::string text() const;
    /// `master.txt, line 12: 2: eth0: <BROADCAST …`; empty without evidence.
    std::string evidenceText() const;

    /// Texts that were read twice say the same.
    friend bool operator==(const Name &one, const Name &other);
};

/// The names that host facts give to addresses. Made once from a cluster; afterwards only read, from any thread. What several
/// machines have (docker0's address, Calico's ee:ee:ee:ee:ee:ee) names nobody, and neither do loopback addresses.
class NameTable
{
public:
    NameTable() = default;
    explicit NameTable(const Cluster &cluster);

    /// Names that capture files give (pcapng's Name Resolution Blocks), the last one of an address; where a host told of the address they do not count.
    void add(std::span<const ResolvedName> resolved);

    /// Names that the user gives, before all that hosts and files say: whose an address is stays known.
    void give(std::span<const ResolvedName> names);

    /// All IP addresses with the name that can stand in their place, a node's device by the node's name.
    std::vector<ResolvedName> resolved() const;

    /// Null when nobody, or more than one, has that address.
    const Name *find(const IpAddress &address) const;
    const Name *find(const MacAddress &address) const;
    /// As a frame has it: 4, 16 or 6 bytes; null too for what is no address.
    const Name *find(Bytes address) const;

    /// Whether only traffic of pods passes this capture point: inside a pod, at its veth, at the pods' bridge.
    bool isAmongPods(std::string_view node, std::string_view interface) const;

    bool isEmpty() const { return m_addresses.empty() && m_macs.empty(); }

    friend bool operator==(const NameTable &, const NameTable &) = default;

private:
    void addPorts(const Cluster &cluster);

    std::map<IpAddress, Name> m_addresses;
    std::set<IpAddress> m_told; // that hosts told of, with a name or without
    std::map<MacAddress, Name> m_macs;
    std::set<std::pair<std::string, std::string>, std::less<>> m_podPorts; // node, interface
    std::set<std::string, std::less<>> m_pods;                             // with and without namespace
};

} // namespace vethscope
