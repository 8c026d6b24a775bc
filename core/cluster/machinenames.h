#pragma once

#include "core/cluster/cluster.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace vethscope {

/// Which of the names that prompts, files and Kubernetes call machines by are one machine's. Letter case is all one; a name with a domain
/// and its first label are one host, unless two domains have that label; an address is the machine that has it; where the names tell nothing,
/// the addresses, MAC addresses and host names that Kubernetes knows of a node do. Also which pods' outputs are really their node's.
class MachineNames
{
public:
    explicit MachineNames(const Facts &facts);

    /// The same for all names of one machine. Of a name that nobody mentioned, something that is no machine's.
    std::string keyOf(const std::string &name) const;
    /// The machine whose kernel answered; empty for the inside of a pod that has a network of its own.
    std::string keyOf(const HostFacts &host) const;
    /// What the machine is called: what a prompt says before what Kubernetes says before what a file is called.
    std::string nameOf(const std::string &key) const;
    /// Names that could be several machines'.
    const std::vector<Problem> &problems() const { return m_problems; }

private:
    struct Calling {
        std::string name;
        int rank; // the lower, the better
    };
    using Keys = std::set<std::string>;

    void hearName(const std::string &name, const Evidence &evidence);
    void hearHost(const HostFacts &host);
    void hearNode(const KubernetesNodeFact &fact);
    void join(const KubernetesNodeFact &fact);
    void reportAmbiguous();
    std::string ownKeyOf(const std::string &name) const;
    Keys hostsThatAre(const KubernetesNodeFact &fact) const;
    std::string nodeOfHostNetwork(const HostFacts &inside) const;
    std::string nodeWithAddress(const IpAddress &address) const;
    void call(const std::string &name, int rank);

    const Facts &m_facts;
    std::map<std::string, std::map<std::string, EvidenceList>> m_domains; // first label → full names
    std::map<std::string, std::string> m_aliases;                         // key → the machine's
    Keys m_hosts;                                                         // keys of machines that answered
    Keys m_strong;                                                        // those that a prompt or label names
    Keys m_nodes;                                                         // keys that Kubernetes knows
    std::map<IpAddress, Keys> m_byAddress;                                // of hosts' interfaces
    std::map<std::pair<IpAddress, std::string>, Keys> m_byInterface;
    std::map<MacAddress, Keys> m_byMac;
    std::map<std::string, Keys> m_byHostName;                             // what `hostname` said
    std::map<IpAddress, std::string> m_nodeAddresses;                     // as Kubernetes has them → keys
    std::map<const HostFacts *, std::string> m_hostNetworks;              // insides of pods that are their node's
    std::map<std::string, Calling> m_callings;
    std::map<std::string, EvidenceList> m_bare;                           // first labels that machines go by without a domain
    std::vector<Problem> m_problems;
};

} // namespace vethscope
