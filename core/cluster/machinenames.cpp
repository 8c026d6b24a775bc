#include "core/cluster/machinenames.h"

#include "core/bytes/lowercase.h"
#include "core/cluster/told.h"


#include <algorithm>

#include <fmt/ranges.h>

namespace vethscope {
namespace {

constexpr int byPrompt = 0, byKubernetes = 1, byPlace = 2, byAddress = 3;
const std::string unnamed = "?"; // the key of a machine that nothing names

std::string firstLabel(const std::string &name)
{
    return name.substr(0, name.find('.'));
}

// Called after its file, or `machine 2`: no prompt or label said so.
bool isPlaced(const HostFacts &host)
{
    return host.placed || host.node.empty() || host.node.starts_with("machine ");
}

// What many machines have alike tells none of them.
bool isShared(const InterfaceAddressFact &fact)
{
    return fact.address.address.isLoopback() || fact.address.address.isLinkLocal() || fact.address.address.isMulticast() || fact.interface == "docker0"
        || fact.interface == "virbr0" || fact.interface == "nodelocaldns" || fact.interface == "kube-ipvs0";
}

std::vector<IpAddress> addressesOf(const KubernetesNodeFact &fact)
{
    std::vector<IpAddress> addresses = fact.internalAddresses;
    if (fact.calicoAddress)
        addresses.push_back(fact.calicoAddress->address);
    for (const auto &address : {fact.flannelPublicIp, fact.calicoTunnel})
        if (address)
            addresses.push_back(*address);
    return addresses;
}

bool mayBeIn(const HostFacts &inside, const PodFact &fact)
{
    return fact.name == inside.pod && (fact.podNamespace == inside.podNamespace || fact.podNamespace.empty() || inside.podNamespace.empty());
}

} // namespace

MachineNames::MachineNames(const Facts &facts) : m_facts(facts)
{
    for (const HostFacts &host : facts.hosts)
        hearName(host.node, host.seen.empty() ? Evidence{} : host.seen.front());
    for (const KubernetesNodeFact &fact : facts.nodes)
        hearName(fact.name, fact.evidence);
    for (const PodFact &fact : facts.pods)
        hearName(fact.node, fact.evidence);
    // Names first, then those that are addresses: whose they are, the others tell.
    for (const bool isAddress : {false, true}) {
        for (const KubernetesNodeFact &fact : facts.nodes)
            if (IpAddress::parse(fact.name).has_value() == isAddress)
                hearNode(fact);
        for (const HostFacts &host : facts.hosts)
            if (IpAddress::parse(host.node).has_value() == isAddress)
                hearHost(host);
    }
    for (const KubernetesNodeFact &fact : facts.nodes)
        join(fact);
    for (const HostFacts &host : facts.hosts)
        if (std::string node = host.pod.empty() ? std::string() : nodeOfHostNetwork(host); !node.empty())
            m_hostNetworks.emplace(&host, std::move(node));
    for (const HostFacts &host : facts.hosts)
        if (host.pod.empty())
            call(host.node, isPlaced(host) ? byPlace : byPrompt);
    for (const KubernetesNodeFact &fact : facts.nodes)
        call(fact.name, byKubernetes);
    for (const PodFact &fact : facts.pods)
        call(fact.node, byKubernetes);
    reportAmbiguous();
}

void MachineNames::hearName(const std::string &name, const Evidence &evidence)
{
    if (name.empty() || IpAddress::parse(name))
        return;
    const std::string small = lowerCase(name);
    addEvidence(small.contains('.') ? m_domains[firstLabel(small)][small] : m_bare[small], evidence);
}

std::string MachineNames::ownKeyOf(const std::string &name) const
{
    if (name.empty())
        return unnamed;
    if (const auto address = IpAddress::parse(name)) {
        const std::string node = nodeWithAddress(*address);
        return node.empty() ? address->text() : node;
    }
    const std::string small = lowerCase(name), label = firstLabel(small);
    const auto domains = m_domains.find(label);
    return domains != m_domains.end() && domains->second.size() > 1 ? small : label;
}

std::string MachineNames::nodeWithAddress(const IpAddress &address) const
{
    if (const auto node = m_nodeAddresses.find(address); node != m_nodeAddresses.end())
        return node->second;
    const auto hosts = m_byAddress.find(address);
    return hosts != m_byAddress.end() && hosts->second.size() == 1 ? *hosts->second.begin() : std::string();
}

void MachineNames::hearHost(const HostFacts &host)
{
    if (!host.pod.empty())
        return;
    const std::string key = ownKeyOf(host.node);
    m_hosts.insert(key);
    if (!isPlaced(host))
        m_strong.insert(key);
    for (const InterfaceAddressFact &fact : host.addresses) {
        if (isShared(fact))
            continue;
        m_byAddress[fact.address.address].insert(key);
        m_byInterface[{fact.address.address, fact.interface}].insert(key);
    }
    for (const LinkFact &link : host.links)
        if (link.mac)
            m_byMac[*link.mac].insert(key);
    for (const SettingFact &setting : host.settings)
        if (setting.name == "hostname")
            m_byHostName[lowerCase(setting.value)].insert(key);
}

void MachineNames::hearNode(const KubernetesNodeFact &fact)
{
    if (fact.name.empty())
        return;
    const std::string key = ownKeyOf(fact.name);
    m_nodes.insert(key);
    for (const IpAddress &address : fact.internalAddresses)
        m_nodeAddresses.try_emplace(address, key);
}

MachineNames::Keys MachineNames::hostsThatAre(const KubernetesNodeFact &fact) const
{
    Keys keys;
    // Several machines that prompts name and that have one address: then it tells nothing.
    const auto take = [&](const auto &known, const auto &value) {
        const auto found = known.find(value);
        if (found != known.end() && std::ranges::count_if(found->second, [&](const std::string &key) { return m_strong.contains(key); }) <= 1)
            keys.insert(found->second.begin(), found->second.end());
    };
    for (const IpAddress &address : addressesOf(fact))
        take(m_byAddress, address);
    if (fact.vtepMac)
        take(m_byMac, *fact.vtepMac);
    if (!fact.hostName.empty()) {
        take(m_byHostName, lowerCase(fact.hostName));
        if (const std::string key = ownKeyOf(fact.hostName); m_hosts.contains(key))
            keys.insert(key);
    }
    return keys;
}

void MachineNames::join(const KubernetesNodeFact &fact)
{
    if (fact.name.empty())
        return;
    const std::string own = ownKeyOf(fact.name);
    Keys hosts = hostsThatAre(fact);
    std::erase_if(hosts, [&](const std::string &key) { return key == own || m_nodes.contains(key); });
    Keys strong;
    std::ranges::set_intersection(hosts, m_strong, std::inserter(strong, strong.end()));
    std::string machine = own;
    if (!m_hosts.contains(own)) {
        if (hosts.empty() || strong.size() > 1)
            return;
        machine = strong.empty() ? *hosts.begin() : *strong.begin();
        m_aliases.try_emplace(own, machine);
    }
    for (const std::string &key : hosts)
        if (key != machine && !m_strong.contains(key))
            m_aliases.try_emplace(key, machine);
}

std::string MachineNames::keyOf(const std::string &name) const
{
    const std::string own = ownKeyOf(name);
    const auto alias = m_aliases.find(own);
    return alias == m_aliases.end() ? own : alias->second;
}

std::string MachineNames::keyOf(const HostFacts &host) const
{
    if (host.pod.empty())
        return keyOf(host.node);
    const auto node = m_hostNetworks.find(&host);
    return node == m_hostNetworks.end() ? std::string() : node->second;
}

// A pod of the host's network has the host's address: by Kubernetes' word for either, or by what was printed inside.
std::string MachineNames::nodeOfHostNetwork(const HostFacts &inside) const
{
    Keys keys;
    for (const PodFact &fact : m_facts.pods) {
        if (!mayBeIn(inside, fact))
            continue;
        std::string node;
        for (const IpAddress &address : fact.addresses)
            if (node.empty())
                node = nodeWithAddress(address);
        const bool says = fact.hostNetwork || (fact.hostAddress && std::ranges::find(fact.addresses, *fact.hostAddress) != fact.addresses.end());
        if (!fact.node.empty() && (says || !node.empty()))
            node = fact.node;
        if (node.empty() && says && fact.hostAddress)
            node = nodeWithAddress(*fact.hostAddress);
        if (!node.empty())
            keys.insert(keyOf(node));
    }
    for (const InterfaceAddressFact &fact : inside.addresses) {
        if (isShared(fact))
            continue;
        if (const auto node = m_nodeAddresses.find(fact.address.address); node != m_nodeAddresses.end())
            keys.insert(keyOf(node->second));
        if (const auto hosts = m_byInterface.find({fact.address.address, fact.interface}); hosts != m_byInterface.end() && hosts->second.size() == 1)
            keys.insert(keyOf(*hosts->second.begin()));
    }
    return keys.size() == 1 ? *keys.begin() : std::string();
}

void MachineNames::call(const std::string &name, int rank)
{
    if (name.empty())
        return;
    if (IpAddress::parse(name))
        rank = byAddress;
    const auto [known, isNew] = m_callings.try_emplace(keyOf(name), Calling{name, rank});
    if (!isNew && rank < known->second.rank)
        known->second = {name, rank};
}

std::string MachineNames::nameOf(const std::string &key) const
{
    const auto calling = m_callings.find(key);
    return calling != m_callings.end() ? calling->second.name : key == unnamed ? std::string() : key;
}

// `n1`, where Kubernetes has n1.a.example.org and n1.b.example.org, and no address tells which of them it is.
void MachineNames::reportAmbiguous()
{
    for (const auto &[label, lines] : m_bare) {
        const auto domains = m_domains.find(label);
        const bool settled = m_aliases.contains(label) || std::ranges::any_of(m_aliases, [&](const auto &alias) { return alias.second == label; });
        if (domains == m_domains.end() || domains->second.size() < 2 || settled)
            continue;
        EvidenceList all = lines;
        std::vector<std::string> names;
        for (const auto &[name, evidence] : domains->second) {
            names.push_back(name);
            addEvidence(all, evidence);
        }
        m_problems.push_back(
            {ProblemSeverity::Warning,
             Sentence::of("Which of {} the machine {} is, nothing tells; they are kept apart", fmt::format("{}", fmt::join(names, ", ")), label),
             std::move(all)});
    }
}

} // namespace vethscope
