#include "core/cluster/hostnames.h"
#include "core/cluster/interfacekinds.h"
#include "core/cluster/joining.h"
#include "core/cluster/machinesigns.h"
#include "core/cluster/podnames.h"
#include "core/cluster/tables.h"
#include "core/cluster/told.h"

#include <algorithm>

#include <fmt/ranges.h>

namespace vethscope {
namespace {

bool hasEnded(const std::string &status)
{
    return status == "Completed" || status == "Succeeded" || status == "Failed" || status == "Error" || status == "Evicted";
}

template <typename Address>
std::string listed(const std::vector<Address> &addresses)
{
    std::vector<std::string> texts;
    for (const IpAddress &address : addresses)
        texts.push_back(address.text());
    return fmt::format("{}", fmt::join(texts, ", "));
}

template <typename Some, typename Others>
bool meet(const std::vector<Some> &some, const std::vector<Others> &others)
{
    return std::ranges::any_of(some, [&](const IpAddress &address) { return std::ranges::find(others, address) != others.end(); });
}

class Pods
{
public:
    explicit Pods(Joining &joining) : m_joining(joining) { }

    void addListed(const PodFact &fact)
    {
        const std::size_t place = find(fact.podNamespace, fact.name, fact.addresses).value_or(m_joining.cluster.pods.size());
        if (place == m_joining.cluster.pods.size())
            add(fact.podNamespace, fact.name);
        ClusterPod &pod = m_joining.cluster.pods[place];
        PodParts &parts = m_joining.podParts[place];
        if (!fact.podNamespace.empty())
            pod.podNamespace = fact.podNamespace;
        tellAddresses(place, fact);
        tellNode(place, fact);
        pod.hostNetwork |= fact.hostNetwork;
        if (!fact.status.empty())
            pod.status = fact.status;
        parts.ended = hasEnded(pod.status);
        if (!fact.networkNamespace.empty())
            addNamespace(place, fact.networkNamespace.substr(fact.networkNamespace.rfind('/') + 1));
        appendEvidence(pod.evidence, {fact.evidence});
    }

    void addInside(const HostFacts &host)
    {
        const std::string node = m_joining.names.keyOf(host);
        if (!node.empty() && !isNamespacesName(host))
            return addInHostNetwork(host, node);
        if (!node.empty())
            return;
        const auto addresses = addressesOf(host);
        const bool isNamespace = isNamespacesName(host);
        auto place = byNamespace(host.pod);
        if (!place)
            place = find(host.podNamespace, host.pod, addresses);
        if (!place && isNamespace)
            place = byAddress(addresses);
        if (!place && isNamedInVain(host))
            return;
        if (!place) {
            place = m_joining.cluster.pods.size();
            add(host.podNamespace, isRuntimesName(host.pod) ? std::string() : host.pod);
        }
        if (!host.podNamespace.empty())
            m_joining.cluster.pods[*place].podNamespace = host.podNamespace;
        addNamespace(*place, host.pod);
        m_joining.podParts[*place].inside.push_back(&host);
        appendEvidence(m_joining.cluster.pods[*place].evidence, host.seen);
    }

private:
    // What it printed is its node's; the pod itself stays one.
    void addInHostNetwork(const HostFacts &host, const std::string &node)
    {
        auto place = find(host.podNamespace, host.pod, {});
        if (!place) {
            place = m_joining.cluster.pods.size();
            add(host.podNamespace, host.pod);
        }
        ClusterPod &pod = m_joining.cluster.pods[*place];
        if (!host.podNamespace.empty())
            pod.podNamespace = host.podNamespace;
        if (pod.node.empty())
            pod.node = m_joining.names.nameOf(node);
        pod.hostNetwork = true;
        appendEvidence(pod.evidence, host.seen);
    }

    // Whether a namespace is called so, not a pod: by its runtime, by a process in it, or in a list of its node.
    bool isNamespacesName(const HostFacts &inside) const
    {
        if (isRuntimesName(inside.pod))
            return true;
        const auto machine = m_joining.machine(inside.node);
        return machine && std::ranges::any_of(m_joining.machines[*machine].hosts, [&](const HostFacts *host) {
            return std::ranges::find(host->namespaces, inside.pod, &NetnsFact::name) != host->namespaces.end();
        });
    }

    void add(const std::string &podNamespace, const std::string &name)
    {
        m_byName.emplace(name, m_joining.addPod(podNamespace, name));
    }

    void addNamespace(std::size_t place, const std::string &name)
    {
        auto &names = m_joining.podParts[place].namespaces;
        if (std::ranges::find(names, name) == names.end())
            names.push_back(name);
        m_byNamespace.try_emplace(name, place);
    }

    std::optional<std::size_t> byNamespace(const std::string &name) const
    {
        const auto found = m_byNamespace.find(name);
        return found == m_byNamespace.end() ? std::nullopt : std::optional(found->second);
    }

    std::optional<std::size_t> byAddress(const std::vector<IpAddress> &addresses) const
    {
        for (const IpAddress &address : addresses)
            if (const auto found = m_byAddress.find(address); found != m_byAddress.end())
                return found->second;
        return std::nullopt;
    }

    // A name without a namespace is that of the one pod that has it; of several, the one with these addresses.
    std::optional<std::size_t> find(const std::string &podNamespace, const std::string &name, const std::vector<IpAddress> &addresses) const
    {
        if (name.empty())
            return std::nullopt;
        std::vector<std::size_t> alike;
        const auto [begin, end] = m_byName.equal_range(name);
        for (auto named = begin; named != end; ++named) {
            const std::string &known = m_joining.cluster.pods[named->second].podNamespace;
            if (known == podNamespace || known.empty() || podNamespace.empty())
                alike.push_back(named->second);
        }
        if (alike.size() > 1)
            std::erase_if(alike, [&](std::size_t place) {
                const ClusterPod &pod = m_joining.cluster.pods[place];
                return podNamespace.empty() ? !meet(pod.addresses, addresses) : pod.podNamespace != podNamespace;
            });
        return alike.empty() ? std::nullopt : std::optional(alike.front());
    }

    static std::vector<IpAddress> addressesOf(const HostFacts &host)
    {
        std::vector<IpAddress> addresses;
        for (const InterfaceAddressFact &fact : host.addresses)
            if (!fact.address.address.isLinkLocal() && !fact.address.address.isLoopback())
                addresses.push_back(fact.address.address);
        return addresses;
    }

    void tellAddresses(std::size_t place, const PodFact &fact)
    {
        ClusterPod &pod = m_joining.cluster.pods[place];
        if (fact.addresses.empty())
            return;
        if (!pod.addresses.empty() && !meet(pod.addresses, fact.addresses)) {
            EvidenceList lines = pod.evidence;
            addEvidence(lines, EvidenceList{fact.evidence});
            m_joining.cluster.problems.push_back({ProblemSeverity::Warning,
                                                  Sentence::of("the pod {} has address {} in one line and {} in a later one", pod.name,
                                                               listed(pod.addresses), listed(fact.addresses)),
                                                  std::move(lines)});
            pod.addresses.clear();
        }
        for (const IpAddress &address : fact.addresses) {
            if (std::ranges::find(pod.addresses, address) == pod.addresses.end())
                pod.addresses.push_back({address, fact.evidence});
            m_byAddress.insert_or_assign(address, place);
        }
    }

    void tellNode(std::size_t place, const PodFact &fact)
    {
        ClusterPod &pod = m_joining.cluster.pods[place];
        if (fact.node.empty())
            return;
        if (!pod.node.empty() && m_joining.names.keyOf(pod.node) != m_joining.names.keyOf(fact.node)) {
            EvidenceList lines = pod.evidence;
            addEvidence(lines, EvidenceList{fact.evidence});
            m_joining.cluster.problems.push_back(
                {ProblemSeverity::Warning,
                 Sentence::of("the pod {} runs on {} in one line and on {} in a later one", pod.name, pod.node, fact.node), std::move(lines)});
        }
        pod.node = fact.node;
    }

    Joining &m_joining;
    std::multimap<std::string, std::size_t> m_byName;
    std::map<std::string, std::size_t> m_byNamespace;
    std::map<IpAddress, std::size_t> m_byAddress;
};

// resolv.conf in a pod begins its search list with NAMESPACE.svc.DOMAIN (dnsPolicy ClusterFirst).
std::string namespaceOfSearchList(const std::vector<std::string> &search)
{
    if (search.size() < 2)
        return {};
    const std::size_t dot = search.front().find('.');
    if (dot == std::string::npos || search.front().substr(dot + 1) != search[1] || !search[1].starts_with("svc."))
        return {};
    return search.front().substr(0, dot);
}

bool isPodsOwn(const JoinedInterface &joined)
{
    const LinkKind kind = joined.interface.kind;
    return kind == LinkKind::Unknown || kind == LinkKind::Veth || kind == LinkKind::Physical || kind == LinkKind::Vlan;
}

// The pod's interface: the one with an address that is known as the pod's, else the first with one of its own.
const JoinedInterface *mainInterface(const std::vector<JoinedInterface> &interfaces, const std::vector<Said<IpAddress>> &known)
{
    const JoinedInterface *main = nullptr;
    int best = -1;
    for (const JoinedInterface &joined : interfaces) {
        if (!isPodsOwn(joined))
            continue;
        int fitness = joined.interface.peerIfindex ? 1 : 0;
        for (const IpPrefix &prefix : joined.interface.addresses) {
            if (std::ranges::find(known, prefix.address) != known.end())
                fitness = 3;
            else if (!prefix.address.isLinkLocal() && !prefix.address.isLoopback())
                fitness = std::max(fitness, 2);
        }
        if (fitness > best) {
            best = fitness;
            main = &joined;
        }
    }
    return main;
}

void joinInside(Joining &joining, std::size_t place)
{
    ClusterPod &pod = joining.cluster.pods[place];
    PodParts &parts = joining.podParts[place];
    if (parts.inside.empty())
        return;
    const std::string owner = "pod " + (pod.name.empty() ? parts.namespaces.front() : pod.name);
    std::vector<JoinedInterface> &interfaces = parts.interfaces;
    interfaces = joinInterfaces(parts.inside, owner, joining.cluster.problems);
    const HostNames names(parts.inside, joining.facts.nodes);
    pod.net.routes = joinRoutes(parts.inside, interfaces, names);
    pod.net.neighbours = joinNeighbours(parts.inside, pod.net.routes, names, owner, joining.cluster.problems);
    pod.net.forwarding = joinForwarding(parts.inside, interfaces);
    joinToldTables(pod.net, parts.inside);
    inferKinds(interfaces, NamespaceOf::Pod, pod.net.routes, pod.net.forwarding, {});
    for (const HostFacts *host : parts.inside)
        for (const ResolverFact &resolver : host->resolvers)
            if (pod.podNamespace.empty() && !pod.name.empty()) {
                pod.podNamespace = namespaceOfSearchList(resolver.search);
                if (!pod.podNamespace.empty())
                    addEvidence(pod.evidence, resolver.evidence);
            }
    if (const JoinedInterface *main = pod.hostNetwork ? nullptr : mainInterface(interfaces, pod.addresses)) {
        pod.interface = main->interface.name;
        pod.ifindex = main->interface.ifindex;
        pod.mac = main->interface.mac;
        pod.mtu = main->interface.mtu;
        for (const InterfaceAddress &own : main->interface.addresses)
            if (!own.address.isLinkLocal() && std::ranges::find(pod.addresses, own.address) == pod.addresses.end())
                pod.addresses.push_back({own.address, own.evidence});
        addEvidence(pod.evidence, main->interface.evidence);
    }
}

} // namespace

void joinPods(Joining &joining)
{
    Pods pods(joining);
    for (const PodFact &fact : joining.facts.pods)
        pods.addListed(fact);
    for (const HostFacts &host : joining.facts.hosts)
        if (!host.pod.empty() && !host.isMute())
            pods.addInside(host);
    for (std::size_t i = 0; i < joining.cluster.pods.size(); ++i) {
        keepEachOnce(joining.cluster.pods[i].evidence);
        joinInside(joining, i);
    }
}

} // namespace vethscope
