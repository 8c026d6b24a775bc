#include "core/cluster/hostnames.h"

#include <algorithm>

namespace vethscope {

HostNames::HostNames(const HostList &hosts, std::span<const KubernetesNodeFact> nodes)
{
    for (const HostFacts *host : hosts)
        addNamesInFiles(*host);
    addNeighbours(hosts);
    for (const KubernetesNodeFact &node : nodes)
        if (!node.internalAddresses.empty() && !m_addresses.contains(node.name))
            add(node.name, node.internalAddresses.front());
}

std::optional<IpAddress> HostNames::addressOf(const std::string &name) const
{
    const auto place = m_addresses.find(name);
    return place == m_addresses.end() ? std::nullopt : place->second;
}

void HostNames::add(const std::string &name, const IpAddress &address)
{
    const auto [place, isNew] = m_addresses.try_emplace(name, address);
    if (!isNew && place->second != address)
        place->second.reset();
}

// Settings are called `/etc/hosts 10.244.0.60` and hold the names.
void HostNames::addNamesInFiles(const HostFacts &host)
{
    constexpr std::string_view prefix = "/etc/hosts ";
    for (const SettingFact &setting : host.settings) {
        const auto address = setting.name.starts_with(prefix) ? IpAddress::parse(std::string_view(setting.name).substr(prefix.size())) : std::nullopt;
        if (!address || address->isLoopback())
            continue;
        std::string_view names = setting.value;
        while (!names.empty()) {
            const std::size_t end = std::min(names.find(' '), names.size());
            add(std::string(names.substr(0, end)), *address);
            names.remove_prefix(std::min(end + 1, names.size()));
        }
    }
}

void HostNames::addNeighbours(const HostList &hosts)
{
    using Key = std::pair<std::string, MacAddress>; // device and MAC address
    std::map<Key, std::vector<IpAddress>> addresses;
    std::map<Key, std::vector<std::string>> names;
    const auto addOnce = [](auto &list, const auto &value) {
        if (std::ranges::find(list, value) == list.end())
            list.push_back(value);
    };
    for (const HostFacts *host : hosts) {
        for (const NeighbourFact &fact : host->neighbours) {
            if (fact.ip && !fact.name.empty())
                add(fact.name, *fact.ip);
            if (!fact.mac)
                continue;
            const Key key{fact.interface, *fact.mac};
            if (fact.ip && fact.ip->isV4()) // arp knows no IPv6
                addOnce(addresses[key], *fact.ip);
            else if (!fact.ip)
                addOnce(names[key], fact.name);
        }
    }
    for (const auto &[key, named] : names)
        if (const auto fit = addresses.find(key); named.size() == 1 && fit != addresses.end() && fit->second.size() == 1)
            add(named.front(), fit->second.front());
}

bool isGatewayName(std::string_view name)
{
    return name == "gateway" || name == "_gateway";
}

} // namespace vethscope
