#include "core/address/ipprotocol.h"
#include "core/cluster/told.h"
#include "core/kernel/bridgefiltering.h"
#include "core/kernel/natsource.h"
#include "core/kernel/onlyone.h"
#include "core/path/walk.h"

#include <algorithm>

namespace vethscope::path {
namespace {

// The endpoints of a service's port, of the family that was asked: those with the port's own number, if there are any, for only names tell
// the others apart.
std::vector<const EndpointFact *> endpointsOf(const ClusterService &service, bool v6, std::uint16_t port)
{
    std::vector<const EndpointFact *> all, same;
    for (const EndpointFact &endpoint : service.endpoints) {
        if (endpoint.address.isV6() != v6)
            continue;
        all.push_back(&endpoint);
        if (endpoint.port == port)
            same.push_back(&endpoint);
    }
    return same.empty() ? all : same;
}

} // namespace

// Where nobody printed rules they are those that kube-proxy and the CNI write: a service's address becomes that of one of its endpoints, each as
// likely as the others; what a pod sends out of the cluster gets the node's address.
std::vector<Trail> Walk::passUnprinted(Trail trail, kernel::Hook hook, std::string_view outInterface)
{
    if (trail.packet.isEncapsulated() || trail.connection.state != kernel::ConnectionState::New)
        return kernel::onlyOne(std::move(trail));
    if (hook == kernel::Hook::Postrouting)
        masquerade(trail, outInterface);
    if (hook != kernel::Hook::Prerouting && hook != kernel::Hook::Output)
        return kernel::onlyOne(std::move(trail));
    const ClusterService *service = nullptr;
    for (const Owner &owner : m_places.owners().of(trail.packet.outer().ip.destination.value))
        if (owner.kind == Owner::Kind::Service)
            service = &m_places.cluster().services[owner.place];
    if (!service)
        return kernel::onlyOne(std::move(trail));
    const auto endpoints = endpointsOf(*service, trail.packet.outer().ip.destination.value.isV6(), trail.packet.destinationPort ? trail.packet.destinationPort->value : 0);
    if (endpoints.empty()) {
        missing(std::move(trail), "kubectl get endpoints -A", Sentence::of("Who stands behind {} was not printed", service->name));
        return {};
    }
    std::vector<Trail> ways;
    for (std::size_t i = 0; i < endpoints.size(); ++i) {
        Trail &way = ways.emplace_back(trail);
        if (endpoints.size() > 1) {
            way.because = Sentence::of("endpoint {} of {}", i + 1, endpoints.size());
            way.probability = way.probability ? std::optional(*way.probability / static_cast<double>(endpoints.size())) : std::nullopt;
        }
        translateTo(way, *endpoints[i]);
    }
    return ways;
}

void Walk::translateTo(Trail &trail, const EndpointFact &endpoint)
{
    IpHeader &ip = trail.packet.outer().ip;
    const std::string before = ip.destination.value.text();
    const bool v6 = ip.destination.value.isV6();
    ip.destination = m_whose.address(endpoint.address);
    ip.destination.evidence.insert(ip.destination.evidence.begin(), endpoint.evidence);
    std::vector<Change> changes{{v6 ? "ipv6.dst" : "ip.dst", before, endpoint.address.text()}};
    if (auto &port = trail.packet.destinationPort; port && endpoint.port != 0 && port->value != endpoint.port) {
        changes.push_back({ip.protocol == ipprotocol::tcp ? "tcp.dstport" : "udp.dstport", std::to_string(port->value), std::to_string(endpoint.port)});
        port->value = endpoint.port;
    }
    trail.connection.destinationTranslated = true;
    trail.translation.push_back(endpoint.evidence);
    trail.steps.push_back({Step::Kind::Translate, before, Sentence::of("kube-proxy's rules give it to {}", endpoint.address.text()), {endpoint.evidence}, {}, std::move(changes)});
}

// kube-proxy marks what goes to a service from beyond the pods' networks (! -s CLUSTER-CIDR) and from the endpoint itself (-s ENDPOINT) to be
// masqueraded; the CNI masquerades what pods send out of the cluster.
void Walk::masquerade(Trail &trail, std::string_view outInterface)
{
    IpHeader &ip = trail.packet.outer().ip;
    const auto isPods = [](const Owner &owner) { return owner.kind == Owner::Kind::Pod; };
    const bool isFromPod = std::ranges::any_of(m_places.owners().of(ip.source.value), isPods);
    const bool isToService = trail.connection.destinationTranslated && (!isFromPod || ip.source.value == ip.destination.value);
    const bool isToOutside = isFromPod && !trail.inInterface.empty() && !m_whose.isOfCluster(ip.destination.value);
    if (!isToService && !isToOutside)
        return;
    const auto source = kernel::masqueradeSource(*trail.place->net, trail.packet.seenBy(trail.inInterface), {kernel::Hook::Postrouting, std::string(outInterface), trail.nextHop});
    if (!source.isFound() || *source == ip.source.value)
        return;
    const std::string before = ip.source.value.text();
    const bool v6 = ip.source.value.isV6();
    ip.source = m_whose.address(*source);
    EvidenceList lines = source.evidence;
    addEvidence(lines, ip.source.evidence);
    ip.source.evidence = std::move(lines);
    trail.translation.insert(trail.translation.end(), source.evidence.begin(), source.evidence.end());
    const Sentence text = isToService ? Sentence::of("kube-proxy's rules give it the address {} of the node, so that the answer comes back here", (*source).text())
                                      : Sentence::of("What pods send out of the cluster gets the address {} of the node", (*source).text());
    trail.steps.push_back({Step::Kind::Translate, before, text, source.evidence, {}, {{v6 ? "ipv6.src" : "ip.src", before, (*source).text()}}});
}

// Kubernetes sets it (kubeadm's preflight checks).
bool Walk::filtersBridged(Trail &trail)
{
    const auto filters = kernel::filtersBridged(*trail.place->net, trail.packet.outer().ip.destination.value.isV6());
    if (filters.isUnseen())
        trail.assume(HostTable::Settings, filters.ask);
    return !filters.isFound() || *filters;
}

} // namespace vethscope::path
