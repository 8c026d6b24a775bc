#include "core/snapshot/kubernetes_objects.h"

// Calico's resources (projectcalico.org/v3): IPPool, BGPPeer, BGPConfiguration.

namespace vethscope {
namespace {

void readPool(const JsonRecord &object)
{
    const JsonRecord spec = object.record("spec");
    const auto cidr = spec.prefix("cidr");
    if (!cidr)
        return object.complain(Sentence::of("an IPPool without \"spec.cidr\""));
    AddressPoolFact pool{.name = object.record("metadata").text("name"), .cidr = *cidr, .natOutgoing = spec.boolean("natOutgoing").value_or(false),
                         .evidence = spec.evidenceOf("cidr")};
    for (const auto &[key, word] : {std::pair{"ipipMode", "ipip "}, std::pair{"vxlanMode", "vxlan "}})
        if (const std::string mode = spec.text(key); !mode.empty() && mode != "Never")
            pool.mode = word + mode;
    object.reading().facts().pools.push_back(std::move(pool));
}

void readPeer(const JsonRecord &object)
{
    const JsonRecord metadata = object.record("metadata"), spec = object.record("spec");
    std::string what = spec.text("peerIP").empty() ? spec.text("peerSelector") : spec.text("peerIP");
    if (const std::string node = spec.text("node").empty() ? spec.text("nodeSelector") : spec.text("node"); !node.empty())
        what += " of " + node;
    if (const auto asn = spec.number("asNumber"))
        what += " AS " + std::to_string(*asn);
    object.reading().facts().clusterSettings.push_back({"BGPPeer " + metadata.text("name"), what, metadata.evidenceOf("name")});
}

void readConfiguration(const JsonRecord &object)
{
    const JsonRecord spec = object.record("spec");
    auto &settings = object.reading().facts().clusterSettings;
    if (const auto mesh = spec.boolean("nodeToNodeMeshEnabled"))
        settings.push_back({"nodeToNodeMeshEnabled", *mesh ? "true" : "false", spec.evidenceOf("nodeToNodeMeshEnabled")});
    if (const auto asn = spec.number("asNumber"))
        settings.push_back({"asNumber", std::to_string(*asn), spec.evidenceOf("asNumber")});
}

} // namespace

constinit const KubernetesObject objects::ipPool{.kind = "IPPool", .read = readPool};
constinit const KubernetesObject objects::bgpPeer{.kind = "BGPPeer", .read = readPeer};
constinit const KubernetesObject objects::bgpConfiguration{.kind = "BGPConfiguration", .read = readConfiguration};

} // namespace vethscope
