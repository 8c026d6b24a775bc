#include "core/snapshot/kubectlcells.h"
#include "core/snapshot/kubernetes_resource.h"
#include "core/snapshot/words.h"

// `kubectl get endpointslices` (discovery.k8s.io/v1): the first addresses and ports of each slice, every port with every address.

namespace vethscope {
namespace {

constexpr auto names = std::to_array<std::string_view>({"endpointslices", "endpointslice"});
constexpr auto heading = std::to_array<std::string_view>({"NAME", "ADDRESSTYPE", "PORTS", "ENDPOINTS", "AGE"});
constexpr auto columns = std::to_array<ColumnRule>({
    {"NAMESPACE", kubectl::isName},
    {"NAME", kubectl::isName},
    {"ADDRESSTYPE", kubectl::isFamily},
    {"PORTS", kubectl::isPortNumbers, 4},
    {"ENDPOINTS", kubectl::isEndpoints, 4},
    {"AGE", kubectl::isAge},
});
constexpr auto layouts = std::to_array<std::string_view>({"NAME,ADDRESSTYPE,PORTS,ENDPOINTS,AGE"});
constexpr auto paths = std::to_array<ColumnPath>({{".metadata.name", "NAME"}, {".metadata.namespace", "NAMESPACE"}});

// The controller calls a slice SERVICE-xxxxx, five of these (apimachinery pkg/util/rand); whose it is the label says, which no table shows.
std::string serviceOf(const std::string &slice)
{
    constexpr std::size_t random = 5;
    const std::size_t dash = slice.rfind('-');
    const bool made = dash != slice.npos && slice.size() - dash - 1 == random
        && slice.find_first_not_of("bcdfghjklmnpqrstvwxz2456789", dash + 1) == slice.npos;
    return made ? slice.substr(0, dash) : slice;
}

std::string_view listed(std::string_view cell)
{
    return cell.substr(0, cell.find(" + "));
}

void readRow(Reading &reading, const KubectlCall &call, const PrintedTable::Row &row, std::uint32_t line)
{
    EndpointFact endpoint{.serviceNamespace = namespaceOf(call, row), .service = serviceOf(nameOf(row)), .address = {}, .evidence = reading.evidence(line)};
    for (const std::string_view text : splitAt(listed(row["ENDPOINTS"]), ',')) {
        const auto address = IpAddress::parse(text);
        if (!address)
            continue;
        endpoint.address = *address;
        for (const std::string_view number : splitAt(listed(row["PORTS"]), ',')) {
            endpoint.port = numberOf<std::uint16_t>(number).value_or(0);
            reading.facts().endpoints.push_back(endpoint);
        }
    }
}

} // namespace

constinit const KubernetesResource resources::endpointSlices{.kind = "EndpointSlice", .names = names, .heading = heading, .columns = columns,
                                                             .layouts = layouts, .paths = paths, .readRow = readRow};

} // namespace vethscope
