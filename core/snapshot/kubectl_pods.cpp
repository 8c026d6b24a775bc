#include "core/snapshot/kubectlcells.h"
#include "core/snapshot/kubernetes_resource.h"
#include "core/snapshot/words.h"

// Pods, as `kubectl get pods -o wide` lists them.

namespace vethscope {
namespace {

constexpr auto names = std::to_array<std::string_view>({"pods", "pod", "po"});
constexpr auto heading = std::to_array<std::string_view>({"NAME", "READY", "STATUS", "RESTARTS", "AGE"});
constexpr auto columns = std::to_array<ColumnRule>({
    {"NAMESPACE", kubectl::isName},
    {"NAME", kubectl::isName},
    {"READY", kubectl::isReady},
    {"STATUS", kubectl::isPodStatus},
    {"RESTARTS", kubectl::isRestarts, 3},
    {"AGE", kubectl::isAge},
    {"IP", kubectl::isAddresses},
    {"NODE", kubectl::isNodeOrNone},
    {"NOMINATED NODE", kubectl::isNameOrNone},
    {"READINESS GATES", kubectl::isGates},
    {"HOST-IP", kubectl::isAddresses},
});
// Before 1.11 the wide table ended behind NODE, before 1.14 behind NOMINATED NODE.
constexpr auto layouts = std::to_array<std::string_view>({
    "NAME,READY,STATUS,RESTARTS,AGE,IP,NODE,NOMINATED NODE,READINESS GATES", "NAME,READY,STATUS,RESTARTS,AGE,IP,NODE,NOMINATED NODE",
    "NAME,READY,STATUS,RESTARTS,AGE,IP,NODE", "NAME,READY,STATUS,RESTARTS,AGE",
});
constexpr auto paths = std::to_array<ColumnPath>({
    {".metadata.name", "NAME"}, {".metadata.namespace", "NAMESPACE"}, {".spec.nodeName", "NODE"}, {".status.podIP", "IP"},
    {".status.podIPs[*].ip", "IP"}, {".status.hostIP", "HOST-IP"}, {".status.phase", "STATUS"}, {".spec.hostNetwork", "HOST-NETWORK"},
});

void readRow(Reading &reading, const KubectlCall &call, const PrintedTable::Row &row, std::uint32_t line)
{
    PodFact pod{.podNamespace = namespaceOf(call, row), .name = nameOf(row), .node = std::string(row["NODE"]),
                .hostAddress = IpAddress::parse(row["HOST-IP"]), .hostNetwork = row["HOST-NETWORK"] == "true",
                .status = std::string(row["STATUS"]), .evidence = reading.evidence(line)};
    for (const std::string_view one : splitAt(row["IP"], ','))
        if (const auto address = IpAddress::parse(one))
            pod.addresses.push_back(*address);
    reading.facts().pods.push_back(std::move(pod));
}

} // namespace

constinit const KubernetesResource resources::pods{.kind = "Pod", .names = names, .heading = heading, .columns = columns, .layouts = layouts,
                                                   .paths = paths, .readRow = readRow};

} // namespace vethscope
