#include "core/snapshot/kubernetes_resource.h"
#include "core/snapshot/words.h"

#include <nlohmann/json.hpp>

// Nodes, as `kubectl get nodes -o wide` lists them, and with the columns that vethscope-snapshot asks for: what flannel and
// Calico write into a node's annotations (flannel pkg/subnet/kube, calico libcalico-go).

namespace vethscope {
namespace {

constexpr auto names = std::to_array<std::string_view>({"nodes", "node", "no"});
constexpr auto columns = std::to_array<std::string_view>(
    {"NAME", "STATUS", "ROLES", "AGE", "VERSION", "INTERNAL-IP", "EXTERNAL-IP", "OS-IMAGE", "KERNEL-VERSION", "CONTAINER-RUNTIME"});

void readRow(Reading &reading, const KubectlCall &, const PrintedTable::Row &row, std::uint32_t line)
{
    if (row["NAME"].empty())
        return;
    KubernetesNodeFact node{.name = nameOf(row), .roles = std::string(row["ROLES"]), .evidence = reading.evidence(line)};
    if (const auto address = IpAddress::parse(row["INTERNAL-IP"]))
        node.internalAddresses.push_back(*address);
    if (const auto cidr = IpPrefix::parse(row["POD-CIDR"]))
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

constinit const KubernetesResource resources::nodes{.kind = "Node", .names = names, .column = "VERSION", .columns = columns, .readRow = readRow};

} // namespace vethscope
