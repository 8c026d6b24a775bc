#include "core/snapshot/kube_proxy_rules.h"
#include "core/snapshot/words.h"

#include <unordered_map>

namespace vethscope {
namespace {

struct ServiceName {
    std::string serviceNamespace, name, port;
};

// "kube-system/kube-dns:dns cluster IP", "default/web" or "default/web cluster IP"
std::optional<ServiceName> serviceIn(std::string_view comment)
{
    const std::string_view id = comment.substr(0, comment.find(' '));
    const std::size_t slash = id.find('/');
    if (slash == id.npos || slash == 0 || slash + 1 == id.size() || id.find('/', slash + 1) != id.npos)
        return std::nullopt;
    const std::string_view name = id.substr(slash + 1);
    const std::size_t colon = name.find(':');
    return ServiceName{std::string(id.substr(0, slash)), std::string(name.substr(0, colon)),
                       colon == name.npos ? std::string() : std::string(name.substr(colon + 1))};
}

} // namespace

void addServicesOfKubeProxy(std::span<const FirewallRuleFact> rules, Facts &facts)
{
    std::unordered_multimap<std::string_view, const FirewallRuleFact *> byChain;
    for (const FirewallRuleFact &rule : rules)
        if (rule.chain.starts_with("KUBE-SVC-") || rule.chain.starts_with("KUBE-SEP-"))
            byChain.emplace(rule.chain, &rule);

    for (const FirewallRuleFact &rule : rules) {
        if (rule.chain != "KUBE-SERVICES" || !rule.target.starts_with("KUBE-SVC-") || !rule.destination || !rule.destination->isHost())
            continue;
        const auto service = serviceIn(rule.comment);
        if (!service)
            continue;
        ServiceFact fact{.serviceNamespace = service->serviceNamespace, .name = service->name, .type = "ClusterIP",
                         .clusterAddresses = {rule.destination->address}, .evidence = rule.evidence};
        std::string protocol = rule.protocol;
        for (char &letter : protocol)
            letter = static_cast<char>(letter >= 'a' && letter <= 'z' ? letter - 'a' + 'A' : letter);
        fact.ports.push_back({.name = service->port, .protocol = protocol, .port = rule.destinationPort.value_or(0)});
        facts.services.push_back(std::move(fact));

        const auto [firstSep, lastSep] = byChain.equal_range(rule.target);
        for (auto sep = firstSep; sep != lastSep; ++sep) {
            const auto [first, last] = byChain.equal_range(sep->second->target);
            for (auto dnat = first; dnat != last; ++dnat) {
                const auto target = addressAndPort(dnat->second->translatesTo);
                const auto address = target ? IpAddress::parse(target->address) : std::nullopt;
                if (address)
                    facts.endpoints.push_back({.serviceNamespace = service->serviceNamespace, .service = service->name, .address = *address,
                                               .port = target->port, .pod = {}, .evidence = dnat->second->evidence});
            }
        }
    }
}

} // namespace vethscope
