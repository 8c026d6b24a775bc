#include "core/cluster/joining.h"
#include "core/cluster/told.h"

#include <algorithm>
#include <set>

namespace vethscope {
namespace {

using ServiceKey = std::pair<std::string, std::string>; // namespace, name

class Services
{
public:
    explicit Services(Cluster &cluster) : m_cluster(cluster) { }

    void add(const ServiceFact &fact)
    {
        ClusterService &service = at({fact.serviceNamespace.empty() ? "default" : fact.serviceNamespace, fact.name}, fact.evidence);
        for (const IpAddress &address : fact.clusterAddresses)
            if (std::ranges::find(service.addresses, address) == service.addresses.end())
                service.addresses.push_back(address);
        service.listed = true;
        service.saysPortNames |= fact.saysPortNames;
        for (const ServicePort &port : fact.ports) {
            const auto same = [&](const ServicePort &known) { return known.port == port.port && known.protocol == port.protocol; };
            const auto known = std::ranges::find_if(service.ports, same);
            if (known == service.ports.end())
                service.ports.push_back(port);
            else if (known->name.empty())
                known->name = port.name;
        }
    }

    void add(const EndpointFact &fact)
    {
        ClusterService &service = at({fact.serviceNamespace.empty() ? "default" : fact.serviceNamespace, fact.service}, fact.evidence);
        const auto same = [&](const EndpointFact &known) { return known.address == fact.address && known.port == fact.port; };
        if (std::ranges::none_of(service.endpoints, same))
            service.endpoints.push_back(fact);
    }

private:
    ClusterService &at(const ServiceKey &key, const Evidence &evidence)
    {
        const auto [place, isNew] = m_places.try_emplace(key, m_cluster.services.size());
        if (isNew) {
            ClusterService &service = m_cluster.services.emplace_back();
            service.serviceNamespace = key.first;
            service.name = key.second;
            service.evidence = evidence;
        }
        return m_cluster.services[place->second];
    }

    Cluster &m_cluster;
    std::map<ServiceKey, std::size_t> m_places;
};

// A service and the pods that its selector finds share a namespace.
void nameNamespaces(Joining &joining)
{
    std::map<IpAddress, const EndpointFact *> endpoints;
    std::set<IpAddress> ambiguous;
    for (const ClusterService &service : joining.cluster.services) {
        for (const EndpointFact &endpoint : service.endpoints) {
            const EndpointFact *first = endpoints.try_emplace(endpoint.address, &endpoint).first->second;
            if (first->serviceNamespace != endpoint.serviceNamespace)
                ambiguous.insert(endpoint.address);
        }
    }
    for (ClusterPod &pod : joining.cluster.pods) {
        if (!pod.podNamespace.empty() || pod.name.empty())
            continue;
        for (const IpAddress &address : pod.addresses) {
            const auto endpoint = endpoints.find(address);
            if (endpoint == endpoints.end() || ambiguous.contains(address) || endpoint->second->serviceNamespace.empty())
                continue;
            pod.podNamespace = endpoint->second->serviceNamespace;
            addEvidence(pod.evidence, endpoint->second->evidence);
            break;
        }
        if (pod.podNamespace.empty())
            pod.podNamespace = "default";
    }
}

} // namespace

void joinServices(Joining &joining)
{
    Services services(joining.cluster);
    for (const ServiceFact &fact : joining.facts.services)
        services.add(fact);
    for (const EndpointFact &fact : joining.facts.endpoints)
        services.add(fact);
    nameNamespaces(joining);
}

} // namespace vethscope
