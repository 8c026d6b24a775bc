#include "core/snapshot/kubernetes_objects.h"
#include "core/facts/kubernetesnames.h"

// Endpoints (Kubernetes API v1) and EndpointSlices (discovery.k8s.io/v1): which addresses and ports stand behind a service.

namespace vethscope {
namespace {

// Every address with every port; a service without ports has none to pair with.
void add(const JsonRecord &address, const std::string &text, const std::vector<JsonRecord> &ports, EndpointFact endpoint)
{
    const auto parsed = IpAddress::parse(text);
    if (!parsed || !isDnsSubdomain(endpoint.service))
        return;
    endpoint.address = *parsed;
    endpoint.pod = address.record("targetRef").text("name");
    endpoint.evidence = address.evidence();
    for (const JsonRecord &port : ports) {
        endpoint.port = port.number<std::uint16_t>("port").value_or(0);
        address.reading().facts().endpoints.push_back(endpoint);
    }
}

void readEndpoints(const JsonRecord &object)
{
    const JsonRecord metadata = object.record("metadata");
    for (const JsonRecord &subset : object.records("subsets"))
        for (const JsonRecord &address : subset.records("addresses"))
            add(address, address.text("ip"), subset.records("ports"), {.serviceNamespace = metadata.text("namespace"), .service = metadata.text("name")});
}

void readSlice(const JsonRecord &object)
{
    const JsonRecord metadata = object.record("metadata");
    const std::string service = metadata.record("labels").text("kubernetes.io/service-name");
    for (const JsonRecord &endpoint : object.records("endpoints"))
        for (const std::string &address : endpoint.texts("addresses"))
            add(endpoint, address, object.records("ports"), {.serviceNamespace = metadata.text("namespace"), .service = service});
}

} // namespace

constinit const KubernetesObject objects::endpoints{.kind = "Endpoints", .read = readEndpoints};
constinit const KubernetesObject objects::endpointSlice{.kind = "EndpointSlice", .read = readSlice};

} // namespace vethscope
