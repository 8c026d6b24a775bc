#include "core/snapshot/kubernetes_objects.h"
#include "core/snapshot/kubernetes_resource.h"
#include "core/facts/kubernetesnames.h"

#include <algorithm>

// A Node (Kubernetes API v1), with the annotations of flannel and Calico; and Calico's own Node, whose spec has a BGP address.

namespace vethscope {
namespace {

constexpr std::string_view rolePrefix = "node-role.kubernetes.io/";

void read(const JsonRecord &object)
{
    const JsonRecord metadata = object.record("metadata"), spec = object.record("spec"), status = object.record("status");
    const JsonRecord annotations = metadata.record("annotations"), bgp = spec.record("bgp");
    KubernetesNodeFact node{.name = metadata.text("name")};
    if (node.name.empty())
        return object.complain(Sentence::of("a Node without \"metadata.name\""));
    if (!isDnsSubdomain(node.name))
        return object.complain(Sentence::of("a Node cannot be called \"{}\"", node.name));
    if (!isOfServer(object) && !spec.has("podCIDR"))
        return;
    node.evidence = metadata.evidenceOf("name");
    for (const std::string &label : metadata.record("labels").names())
        if (label.starts_with(rolePrefix))
            node.roles += (node.roles.empty() ? "" : ",") + label.substr(rolePrefix.size());
    for (const JsonRecord &address : status.records("addresses")) {
        if (address.text("type") == "Hostname" && isHostName(address.text("address")))
            node.hostName = address.text("address");
        if (address.text("type") == "InternalIP")
            if (const auto parsed = address.address("address"))
                node.internalAddresses.push_back(*parsed);
    }
    for (const std::string &cidr : spec.texts("podCIDRs"))
        if (const auto parsed = IpPrefix::parse(cidr))
            node.podCidrs.push_back(*parsed);
    if (const auto cidr = spec.prefix("podCIDR"); cidr && std::ranges::find(node.podCidrs, *cidr) == node.podCidrs.end())
        node.podCidrs.push_back(*cidr);
    node.flannelBackend = annotations.text("flannel.alpha.coreos.com/backend-type");
    node.flannelPublicIp = annotations.address("flannel.alpha.coreos.com/public-ip");
    readFlannelBackendData(annotations.text("flannel.alpha.coreos.com/backend-data"), node);
    node.calicoAddress = annotations.has("projectcalico.org/IPv4Address") ? annotations.prefix("projectcalico.org/IPv4Address") : bgp.prefix("ipv4Address");
    node.calicoTunnel = annotations.has("projectcalico.org/IPv4IPIPTunnelAddr") ? annotations.address("projectcalico.org/IPv4IPIPTunnelAddr")
                                                                                : bgp.address("ipv4IPIPTunnelAddr");
    object.reading().facts().nodes.push_back(std::move(node));
}

} // namespace

constinit const KubernetesObject objects::node{.kind = "Node", .read = read};

} // namespace vethscope
