#include "core/snapshot/kubernetes_objects.h"
#include "core/facts/kubernetesnames.h"

// A Pod (Kubernetes API v1, PodSpec and PodStatus).

namespace vethscope {
namespace {

void read(const JsonRecord &object)
{
    const JsonRecord metadata = object.record("metadata"), spec = object.record("spec"), status = object.record("status");
    PodFact pod{.podNamespace = metadata.text("namespace"), .name = metadata.text("name"), .node = spec.text("nodeName"),
                .hostAddress = status.address("hostIP"), .hostNetwork = spec.boolean("hostNetwork").value_or(false), .status = status.text("phase")};
    if (pod.name.empty())
        return object.complain(Sentence::of("a Pod without \"metadata.name\""));
    if (!isDnsSubdomain(pod.name))
        return object.complain(Sentence::of("a Pod cannot be called \"{}\"", pod.name));
    if (!pod.node.empty() && !isDnsSubdomain(pod.node))
        return object.complain(Sentence::of("a Node cannot be called \"{}\"", pod.node));
    if (!isOfServer(object))
        return;
    // The line with the address proves it better than the object's first.
    pod.evidence = status.has("podIP") ? status.evidenceOf("podIP") : metadata.evidenceOf("name");
    for (const JsonRecord &one : status.records("podIPs"))
        if (const auto address = one.address("ip"))
            pod.addresses.push_back(*address);
    if (const auto address = status.address("podIP"); address && pod.addresses.empty())
        pod.addresses.push_back(*address);
    object.reading().facts().pods.push_back(std::move(pod));
}

} // namespace

constinit const KubernetesObject objects::pod{.kind = "Pod", .read = read};

} // namespace vethscope
