#include "core/snapshot/kubectlcells.h"
#include "core/snapshot/kubernetes_resource.h"
#include "core/snapshot/words.h"

// The endpoints behind services, as `kubectl get endpoints` lists them: all of the first ones, then "+ 2 more...".

namespace vethscope {
namespace {

constexpr auto names = std::to_array<std::string_view>({"endpoints", "endpoint", "ep"});
constexpr auto heading = std::to_array<std::string_view>({"NAME", "ENDPOINTS", "AGE"});
constexpr auto columns = std::to_array<ColumnRule>({
    {"NAMESPACE", kubectl::isName},
    {"NAME", kubectl::isName},
    {"ENDPOINTS", kubectl::isEndpoints, 4},
    {"AGE", kubectl::isAge},
});
constexpr auto layouts = std::to_array<std::string_view>({"NAME,ENDPOINTS,AGE"});
constexpr auto paths = std::to_array<ColumnPath>({{".metadata.name", "NAME"}, {".metadata.namespace", "NAMESPACE"}});

void readRow(Reading &reading, const KubectlCall &call, const PrintedTable::Row &row, std::uint32_t line)
{
    const Evidence evidence = reading.evidence(line);
    const std::string_view list = row["ENDPOINTS"];
    for (const std::string_view part : splitAt(list.substr(0, list.find(" + ")), ',')) {
        const auto target = addressAndPort(part);
        if (!target)
            continue;
        if (const auto address = IpAddress::parse(target->address))
            reading.facts().endpoints.push_back({.serviceNamespace = namespaceOf(call, row), .service = nameOf(row), .address = *address,
                                                 .port = target->port, .evidence = evidence});
    }
}

} // namespace

constinit const KubernetesResource resources::endpoints{.kind = "Endpoints", .names = names, .heading = heading, .columns = columns, .layouts = layouts,
                                                        .paths = paths, .readRow = readRow};

} // namespace vethscope
