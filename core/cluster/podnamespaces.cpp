#include "core/cluster/joining.h"
#include "core/cluster/podnames.h"
#include "core/cluster/told.h"

#include <algorithm>

namespace vethscope {
namespace {

// Names and ids of network namespaces on one node.
struct NamespaceIds {
    std::map<std::int32_t, const NetnsFact *> byId;
    std::map<std::string, const NetnsFact *> byName;
};

NamespaceIds namespaceIds(const HostList &hosts)
{
    NamespaceIds ids;
    for (const HostFacts *host : hosts) {
        for (const NetnsFact &fact : host->namespaces) {
            ids.byName[fact.name] = &fact;
            if (fact.id)
                ids.byId[*fact.id] = &fact;
        }
    }
    return ids;
}

class NamespacePairs
{
public:
    explicit NamespacePairs(Joining &joining) : m_joining(joining)
    {
        for (std::size_t i = 0; i < joining.cluster.pods.size(); ++i) {
            const ClusterPod &pod = joining.cluster.pods[i];
            for (const std::string &name : joining.podParts[i].namespaces)
                m_pods.emplace(name, i);
            if (!pod.name.empty())
                m_pods.emplace(pod.name, i);
        }
    }

    void pair(std::size_t machine)
    {
        const NamespaceIds ids = namespaceIds(m_joining.machines[machine].hosts);
        for (JoinedInterface &veth : m_joining.machines[machine].interfaces) {
            std::string name = veth.netns;
            EvidenceList lines{veth.netnsEvidence};
            if (name.empty() && veth.netnsId) {
                const auto fact = ids.byId.find(*veth.netnsId);
                if (fact == ids.byId.end())
                    continue;
                name = fact->second->name;
                lines.push_back(fact->second->evidence);
            } else if (const auto fact = ids.byName.find(name); fact != ids.byName.end()) {
                lines.push_back(fact->second->evidence);
            }
            if (name.empty() || (veth.interface.kind != LinkKind::Veth && veth.interface.kind != LinkKind::Unknown))
                continue;
            const auto pod = podIn(name, machine);
            if (!pod)
                continue;
            pairVeth(m_joining, machine, veth, *pod, insideEnd(veth, *pod), lines);
        }
    }

private:
    // The pod whose namespace has this name on this node; a new one when nobody told of it.
    std::optional<std::size_t> podIn(const std::string &name, std::size_t machine)
    {
        const std::string &node = m_joining.cluster.nodes[machine].name;
        const auto [begin, end] = m_pods.equal_range(name);
        bool elsewhere = false;
        for (auto named = begin; named != end; ++named) {
            const std::string &known = m_joining.cluster.pods[named->second].node;
            if (known.empty() || m_joining.machine(known) == machine)
                return named->second;
            elsewhere = true;
        }
        if (elsewhere)
            return std::nullopt;
        const std::size_t added = m_joining.addPod({}, isRuntimesName(name) ? std::string() : name);
        m_joining.cluster.pods[added].node = node;
        m_joining.podParts[added].namespaces.push_back(name);
        m_pods.emplace(name, added);
        return added;
    }

    JoinedInterface *insideEnd(const JoinedInterface &veth, std::size_t pod)
    {
        for (JoinedInterface &inside : m_joining.podParts[pod].interfaces)
            if (veth.interface.peerIfindex && inside.interface.ifindex == veth.interface.peerIfindex)
                return &inside;
        return nullptr;
    }

    Joining &m_joining;
    std::multimap<std::string, std::size_t> m_pods;
};

} // namespace

void pairByNamespace(Joining &joining)
{
    NamespacePairs pairs(joining);
    for (std::size_t i = 0; i < joining.machines.size(); ++i)
        pairs.pair(i);
}

bool isRuntimesName(std::string_view name)
{
    const bool isProcess = name.starts_with("pid ") || (!name.empty() && name.find_first_not_of("0123456789") == name.npos);
    return isProcess || name.starts_with("cni-") || (name.size() >= 12 && name.find_first_not_of("0123456789abcdef") == name.npos);
}

} // namespace vethscope
