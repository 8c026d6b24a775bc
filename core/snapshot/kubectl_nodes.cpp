#include "core/snapshot/kubectlcells.h"
#include "core/snapshot/kubernetes_resource.h"
#include "core/snapshot/words.h"

#include <nlohmann/json.hpp>

// Nodes, as `kubectl get nodes -o wide` lists them, and with the columns that vethscope-snapshot asks for: what flannel and
// Calico write into a node's annotations (flannel pkg/subnet/kube, calico libcalico-go).

namespace vethscope {
namespace {

constexpr auto names = std::to_array<std::string_view>({"nodes", "node", "no"});
constexpr auto heading = std::to_array<std::string_view>({"NAME", "STATUS", "AGE", "VERSION"});
constexpr auto columns = std::to_array<ColumnRule>({
    {"NAME", kubectl::isName},
    {"STATUS", kubectl::isNodeStatus},
    {"ROLES", kubectl::isRoles},
    {"AGE", kubectl::isAge},
    {"VERSION", kubectl::isVersion},
    {"INTERNAL-IP", kubectl::isAddresses},
    {"EXTERNAL-IP", kubectl::isExternal},
    {"OS-IMAGE", kubectl::isText, 9},
    {"KERNEL-VERSION", kubectl::isKernel},
    {"CONTAINER-RUNTIME", kubectl::isRuntime},
    {"POD-CIDR", kubectl::isPrefixes},
});
constexpr auto layouts = std::to_array<std::string_view>({
    "NAME,STATUS,ROLES,AGE,VERSION,INTERNAL-IP,EXTERNAL-IP,OS-IMAGE,KERNEL-VERSION,CONTAINER-RUNTIME", "NAME,STATUS,ROLES,AGE,VERSION",
    "NAME,STATUS,AGE,VERSION",
});
constexpr auto paths = std::to_array<ColumnPath>({
    {".metadata.name", "NAME"}, {".spec.podCIDR", "POD-CIDR"}, {".spec.podCIDRs[*]", "POD-CIDR"}, {".spec.podCIDRs", "POD-CIDR"},
    {".status.addresses[?(@.type==\"InternalIP\")].address", "INTERNAL-IP"}, {".status.addresses[?(@.type=='InternalIP')].address", "INTERNAL-IP"},
    {".status.addresses[?(@.type==InternalIP)].address", "INTERNAL-IP"}, // the shell ate the quotes
    {".status.nodeInfo.kubeletVersion", "VERSION"},
});

void readRow(Reading &reading, const KubectlCall &, const PrintedTable::Row &row, std::uint32_t line)
{
    KubernetesNodeFact node{.name = nameOf(row), .roles = std::string(row["ROLES"]), .evidence = reading.evidence(line)};
    for (const std::string_view one : splitAt(row["INTERNAL-IP"], ','))
        if (const auto address = IpAddress::parse(one))
            node.internalAddresses.push_back(*address);
    for (const std::string_view one : splitAt(row["POD-CIDR"], ','))
        if (const auto cidr = IpPrefix::parse(one))
            node.podCidrs.push_back(*cidr);
    node.flannelBackend = row["FLANNEL-BACKEND"];
    node.flannelPublicIp = IpAddress::parse(row["FLANNEL-IP"]);
    readFlannelBackendData(row["FLANNEL-DATA"], node);
    node.calicoAddress = IpPrefix::parse(row["CALICO-IP"]);
    node.calicoTunnel = IpAddress::parse(row["CALICO-TUNNEL"]);
    reading.facts().nodes.push_back(std::move(node));
}

} // namespace

void readFlannelBackendData(std::string_view text, KubernetesNodeFact &node)
{
    const nlohmann::json data = nlohmann::json::parse(text, nullptr, false);
    if (!data.is_object())
        return;
    if (const auto mac = data.find("VtepMAC"); mac != data.end() && mac->is_string())
        node.vtepMac = MacAddress::parse(mac->get_ref<const std::string &>());
    if (const auto vni = data.find("VNI"); vni != data.end() && vni->is_number_unsigned() && vni->get<std::uint64_t>() < 1u << 24)
        node.vtepVni = vni->get<std::uint32_t>();
}

constinit const KubernetesResource resources::nodes{.kind = "Node", .names = names, .heading = heading, .columns = columns, .layouts = layouts,
                                                    .paths = paths, .readRow = readRow};

} // namespace vethscope
