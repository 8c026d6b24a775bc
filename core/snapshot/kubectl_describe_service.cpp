#include "core/snapshot/describedobject.h"
#include "core/snapshot/hostcommands.h"
#include "core/snapshot/kubectl.h"
#include "core/facts/kubernetesnames.h"
#include "core/snapshot/words.h"

// `kubectl describe service`: its addresses, its ports and, at each port, the endpoints behind it.

namespace vethscope {
namespace {

constexpr auto keys = std::to_array<std::string_view>({
    "Name", "Namespace", "Labels", "Annotations", "Selector", "Type", "IP Family Policy", "IP Families", "IP", "IPs", "External IPs", "External Name",
    "LoadBalancer Ingress", "Desired LoadBalancer IP", "Port", "TargetPort", "NodePort", "Endpoints", "Session Affinity", "External Traffic Policy",
    "Internal Traffic Policy", "HealthCheck NodePort", "LoadBalancer Source Ranges", "Traffic Distribution", "Events",
});
constexpr DescribedKind kind{keys, {}};

bool typed(const std::vector<std::string> &words)
{
    const KubectlCall call = kubectlCall(words);
    return call.verb == "describe" && asksFor(call, {"services", "service", "svc"});
}

bool looksLike(const Reading &reading)
{
    return looksDescribed(reading, kind, {"Namespace", "Selector", "Type"});
}

// `http  80/TCP`, `<unset>  80/TCP`, `80/TCP`
std::optional<ServicePort> portOf(std::string_view text)
{
    const auto words = wordsOf(text);
    if (words.empty())
        return std::nullopt;
    const std::size_t slash = words.back().find('/');
    const auto number = numberOf<std::uint16_t>(words.back().substr(0, slash));
    if (!number || slash == std::string_view::npos)
        return std::nullopt;
    const bool named = words.size() == 2 && words[0] != "<unset>" && words[0] != "<unnamed>";
    return ServicePort{.name = named ? std::string(words[0]) : std::string(), .protocol = std::string(words.back().substr(slash + 1)), .port = *number, .nodePort = 0};
}

void addAddresses(ServiceFact &service, std::string_view text)
{
    for (const std::string_view part : splitAt(text, ','))
        if (const auto address = IpAddress::parse(trimmed(part)); address && std::ranges::find(service.clusterAddresses, *address) == service.clusterAddresses.end())
            service.clusterAddresses.push_back(*address);
}

void read(Reading &reading)
{
    const KubectlCall call = kubectlCall(reading.command().words);
    const auto named = [&](std::string_view name) {
        return ServiceFact{.serviceNamespace = call.kubeNamespace, .name = isDnsSubdomain(name) ? std::string(name) : std::string()};
    };
    ServiceFact service = named(call.names.size() == 1 ? std::string_view(call.names.front()) : std::string_view{});
    const auto finish = [&] {
        if (!service.name.empty() && service.evidence.source)
            reading.facts().services.push_back(service);
    };
    const auto begin = [&](std::string_view name, std::uint32_t line) {
        finish();
        service = named(name);
        if (!service.name.empty())
            service.evidence = reading.evidence(line);
    };
    const auto addEndpoints = [&](std::string_view text, std::uint32_t line) {
        for (const std::string_view part : splitAt(text.substr(0, text.find(" + ")), ','))
            if (const auto target = addressAndPort(trimmed(part)))
                if (const auto address = IpAddress::parse(target->address))
                    reading.facts().endpoints.push_back({.serviceNamespace = service.serviceNamespace, .service = service.name, .address = *address,
                                                         .port = target->port, .evidence = reading.evidence(line)});
    };
    const auto take = [&](const DescribedLine &line, std::uint32_t number) {
        if (service.name.empty())
            return;
        reading.understood(number);
        if (line.part != DescribedLine::Part::Key)
            return;
        const std::size_t before = service.clusterAddresses.size();
        if (line.key == "Namespace" && isDnsLabel(line.value))
            service.serviceNamespace = line.value;
        else if (line.key == "Type")
            service.type = line.value;
        else if (line.key == "IP" || line.key == "IPs")
            addAddresses(service, line.value);
        else if (line.key == "Endpoints")
            addEndpoints(line.value, number);
        else if (const auto port = line.key == "Port" || line.key == "NodePort" ? portOf(line.value) : std::nullopt) {
            if (line.key == "Port")
                service.ports.push_back(*port);
            else if (!service.ports.empty())
                service.ports.back().nodePort = port->port;
        }
        if (service.clusterAddresses.size() > before)
            service.evidence = reading.evidence(number);
    };
    readDescribed(reading, kind, begin, take);
    finish();
}

} // namespace

constinit const HostCommand commands::kubectlDescribeService{.name = "kubectl describe service", .typed = typed, .looksLike = looksLike, .read = read};

} // namespace vethscope
