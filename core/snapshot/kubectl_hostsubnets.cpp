#include "core/snapshot/kubectlcells.h"
#include "core/snapshot/kubernetes_resource.h"
#include "core/snapshot/words.h"

// `oc get hostsubnets`: OpenShift's SDN gives every node a subnet for its pods (network.openshift.io/v1, HostSubnet).

namespace vethscope {
namespace {

constexpr auto names = std::to_array<std::string_view>({"hostsubnets", "hostsubnet"});
constexpr auto heading = std::to_array<std::string_view>({"NAME", "HOST", "HOST IP", "SUBNET"});
constexpr auto columns = std::to_array<ColumnRule>({
    {"NAME", kubectl::isName},
    {"HOST", kubectl::isName},
    {"HOST IP", kubectl::isAddresses},
    {"SUBNET", kubectl::isPrefixes},
    {"EGRESS CIDRS", kubectl::isAnything},
    {"EGRESS IPS", kubectl::isAnything},
});
constexpr auto layouts = std::to_array<std::string_view>({"NAME,HOST,HOST IP,SUBNET"});

void readRow(Reading &reading, const KubectlCall &, const PrintedTable::Row &row, std::uint32_t line)
{
    KubernetesNodeFact node{.name = std::string(row["HOST"]), .evidence = reading.evidence(line)};
    if (const auto address = IpAddress::parse(row["HOST IP"]))
        node.internalAddresses.push_back(*address);
    if (const auto subnet = IpPrefix::parse(row["SUBNET"]))
        node.podCidrs.push_back(*subnet);
    reading.facts().nodes.push_back(std::move(node));
}

} // namespace

constinit const KubernetesResource resources::hostSubnets{.kind = "HostSubnet", .names = names, .heading = heading, .columns = columns,
                                                          .layouts = layouts, .paths = {}, .readRow = readRow};

} // namespace vethscope
