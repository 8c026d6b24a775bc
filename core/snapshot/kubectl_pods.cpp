#include "core/snapshot/kubernetes_resource.h"
#include "core/snapshot/words.h"

// Pods, as `kubectl get pods -o wide` lists them.

namespace vethscope {
namespace {

constexpr auto names = std::to_array<std::string_view>({"pods", "pod", "po"});
constexpr auto columns = std::to_array<std::string_view>({"NAME", "READY", "STATUS", "RESTARTS", "AGE", "IP", "NODE", "NOMINATED NODE", "READINESS GATES"});

void readRow(Reading &reading, const KubectlCall &call, const PrintedTable::Row &row, std::uint32_t line)
{
    // Without a heading a short row would put other words under IP.
    const auto address = IpAddress::parse(row["IP"]);
    const std::string name = nameOf(row);
    if (name.empty() || row["READY"].find('/') == std::string_view::npos)
        return;
    PodFact pod{.podNamespace = namespaceOf(call, row), .name = name, .status = std::string(row["STATUS"]), .evidence = reading.evidence(line)};
    if (address)
        pod.addresses.push_back(*address);
    if (address || row["IP"].empty())
        pod.node = row["NODE"];
    reading.facts().pods.push_back(std::move(pod));
}

} // namespace

constinit const KubernetesResource resources::pods{.kind = "Pod", .names = names, .column = "RESTARTS", .columns = columns, .readRow = readRow};

} // namespace vethscope
