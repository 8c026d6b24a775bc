#include "core/snapshot/kubectlcells.h"
#include "core/snapshot/kubernetes_resource.h"
#include "core/snapshot/words.h"

// Services, as `kubectl get svc` lists them.

namespace vethscope {
namespace {

constexpr auto names = std::to_array<std::string_view>({"services", "service", "svc"});
constexpr auto heading = std::to_array<std::string_view>({"NAME", "CLUSTER-IP", "EXTERNAL-IP", "PORT(S)", "AGE"});
constexpr auto columns = std::to_array<ColumnRule>({
    {"NAMESPACE", kubectl::isName},
    {"NAME", kubectl::isName},
    {"TYPE", kubectl::isServiceType},
    {"CLUSTER-IP", kubectl::isClusterAddress},
    {"EXTERNAL-IP", kubectl::isExternal},
    {"PORT(S)", kubectl::isServicePorts},
    {"AGE", kubectl::isAge},
});
constexpr auto layouts = std::to_array<std::string_view>({
    "NAME,TYPE,CLUSTER-IP,EXTERNAL-IP,PORT(S),AGE,SELECTOR", "NAME,TYPE,CLUSTER-IP,EXTERNAL-IP,PORT(S),AGE",
});
constexpr auto paths = std::to_array<ColumnPath>({
    {".metadata.name", "NAME"}, {".metadata.namespace", "NAMESPACE"}, {".spec.type", "TYPE"}, {".spec.clusterIP", "CLUSTER-IP"},
});

// 80:30080/TCP,443/TCP
std::vector<ServicePort> portsOf(std::string_view text)
{
    std::vector<ServicePort> ports;
    for (const std::string_view part : splitAt(text, ',')) {
        const std::string_view numbers = part.substr(0, part.find('/'));
        const std::size_t colon = numbers.find(':');
        const auto port = numberOf<std::uint16_t>(numbers.substr(0, colon));
        if (!port)
            continue;
        ServicePort one{.protocol = std::string(part.substr(std::min(part.find('/'), part.size() - 1) + 1)), .port = *port};
        if (colon != numbers.npos)
            one.nodePort = numberOf<std::uint16_t>(numbers.substr(colon + 1)).value_or(0);
        ports.push_back(std::move(one));
    }
    return ports;
}

void readRow(Reading &reading, const KubectlCall &call, const PrintedTable::Row &row, std::uint32_t line)
{
    ServiceFact service{.serviceNamespace = namespaceOf(call, row), .name = nameOf(row), .type = std::string(row["TYPE"]),
                        .ports = portsOf(row["PORT(S)"]), .evidence = reading.evidence(line)};
    for (const std::string_view address : splitAt(row["CLUSTER-IP"], ','))
        if (const auto parsed = IpAddress::parse(address))
            service.clusterAddresses.push_back(*parsed);
    reading.facts().services.push_back(std::move(service));
}

} // namespace

constinit const KubernetesResource resources::services{.kind = "Service", .names = names, .heading = heading, .columns = columns, .layouts = layouts,
                                                       .paths = paths, .readRow = readRow};

} // namespace vethscope
