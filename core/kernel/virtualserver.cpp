#include "core/kernel/virtualserver.h"

#include "core/kernel/protocolnumber.h"
#include "core/sentence/phrase.h"

#include <algorithm>
#include <charconv>

namespace vethscope::kernel {
namespace {

// The real servers that may be chosen.
std::vector<const FirewallRuleFact *> serversFor(const Ruleset &rules, const Packet &packet, std::vector<Rejected> &rejected)
{
    std::vector<const FirewallRuleFact *> servers;
    for (const FirewallRuleFact *server : rules.virtualServers()) {
        if (!server->destination || server->destination->address != packet.destination || server->destinationPort != packet.destinationPort || protocolNumber(server->protocol) != packet.protocol)
            continue;
        if (server->weight == 0U)
            rejected.push_back({server->evidence, Phrase::of("no weight")});
        else
            servers.push_back(server);
    }
    return servers;
}

std::optional<double> shareOf(const FirewallRuleFact &server, const std::vector<const FirewallRuleFact *> &all)
{
    if (all.size() == 1)
        return 1.0;
    if (server.scheduler == "rr")
        return 1.0 / double(all.size());
    double sum = 0;
    for (const FirewallRuleFact *other : all)
        sum += other->weight.value_or(1);
    return server.scheduler == "wrr" ? std::optional(server.weight.value_or(1) / sum) : std::nullopt;
}

// 10.244.1.3:80   [fd00::3]:80
void sendTo(Passage &passage, const FirewallRuleFact &server)
{
    const std::string_view to = server.translatesTo;
    const std::size_t colon = to.rfind(':');
    std::string_view address = to.substr(0, colon);
    if (address.starts_with('[') && address.ends_with(']'))
        address = address.substr(1, address.size() - 2);
    std::uint16_t port = 0;
    std::from_chars(to.data() + colon + 1, to.data() + to.size(), port);
    if (const auto parsed = IpAddress::parse(address))
        passage.packet.destination = *parsed;
    passage.packet.destinationPort = port;
    passage.packet.connection.destinationTranslated = true;
    passage.isTranslated = true;
}

} // namespace

Answer<std::vector<Passage>> toRealServer(const Ruleset &rules, const Packet &packet)
{
    using Found = Answer<std::vector<Passage>>;
    std::vector<Rejected> rejected;
    const auto servers = serversFor(rules, packet, rejected);
    if (servers.empty()) {
        const bool isTold = !rules.virtualServers().empty() || !rules.space().interface("kube-ipvs0");
        Found answer = isTold ? Found::none() : Found::unseen("ipvsadm -Ln");
        answer.rejected = std::move(rejected);
        return answer;
    }
    std::vector<Passage> passages;
    for (const FirewallRuleFact *server : servers) {
        Passage passage;
        passage.packet = packet;
        passage.probability = shareOf(*server, servers);
        passage.evidence.push_back(server->evidence);
        passage.rejected = rejected;
        if (server->forwarding == "masq")
            sendTo(passage, *server);
        passages.push_back(std::move(passage));
    }
    std::ranges::stable_sort(passages, [](const Passage &one, const Passage &other) { return one.probability.value_or(-1) > other.probability.value_or(-1); });
    EvidenceList evidence = passages.front().evidence;
    Found answer = Found::found(std::move(passages), std::move(evidence));
    answer.rejected = std::move(rejected);
    return answer;
}

} // namespace vethscope::kernel
