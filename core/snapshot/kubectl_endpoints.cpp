#include "core/snapshot/kubernetes_resource.h"
#include "core/snapshot/words.h"

// The endpoints behind services, as `kubectl get endpoints` lists them: all of the first ones, then "+ 2 more...".

namespace vethscope {
namespace {

constexpr auto names = std::to_array<std::string_view>({"endpoints", "endpoint", "ep"});
constexpr auto columns = std::to_array<std::string_view>({"NAME", "ENDPOINTS", "AGE"});

void readRow(Reading &reading, const KubectlCall &call, const PrintedTable::Row &row, std::uint32_t line)
{
    if (row["NAME"].empty())
        return;
    const Evidence evidence = reading.evidence(line);
    for (std::string_view part : splitAt(row["ENDPOINTS"], ',')) {
        part = trimmed(part.substr(0, part.find(" + ")));
        const auto target = addressAndPort(part);
        if (!target)
            continue;
        if (const auto address = IpAddress::parse(target->address))
            reading.facts().endpoints.push_back({.serviceNamespace = namespaceOf(call, row), .service = nameOf(row), .address = *address,
                                                 .port = target->port, .evidence = evidence});
    }
}

} // namespace

constinit const KubernetesResource resources::endpoints{.kind = "Endpoints", .names = names, .column = "ENDPOINTS", .columns = columns, .readRow = readRow};

} // namespace vethscope
