#include "core/snapshot/kubernetes_objects.h"
#include "core/facts/kubernetesnames.h"

// A Service (Kubernetes API v1, ServiceSpec). A headless one says None for its address.

namespace vethscope {
namespace {

void read(const JsonRecord &object)
{
    const JsonRecord metadata = object.record("metadata"), spec = object.record("spec");
    ServiceFact service{.serviceNamespace = metadata.text("namespace"), .name = metadata.text("name"), .type = spec.text("type"), .saysPortNames = true};
    if (service.name.empty())
        return object.complain(Sentence::of("a Service without \"metadata.name\""));
    if (!isDnsSubdomain(service.name))
        return object.complain(Sentence::of("a Service cannot be called \"{}\"", service.name));
    if (!isOfServer(object) && !spec.has("clusterIP"))
        return;
    service.evidence = spec.has("clusterIP") ? spec.evidenceOf("clusterIP") : metadata.evidenceOf("name");
    std::vector<std::string> addresses = spec.texts("clusterIPs");
    if (addresses.empty())
        addresses.push_back(spec.text("clusterIP"));
    for (const std::string &text : addresses)
        if (const auto address = IpAddress::parse(text))
            service.clusterAddresses.push_back(*address);
    for (const JsonRecord &port : spec.records("ports"))
        service.ports.push_back({port.text("name"), port.text("protocol").empty() ? "TCP" : port.text("protocol"),
                                 port.number<std::uint16_t>("port").value_or(0), port.number<std::uint16_t>("nodePort").value_or(0)});
    object.reading().facts().services.push_back(std::move(service));
}

} // namespace

constinit const KubernetesObject objects::service{.kind = "Service", .read = read};

} // namespace vethscope
