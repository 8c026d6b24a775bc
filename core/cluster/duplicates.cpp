#include "core/cluster/joining.h"
#include "core/cluster/told.h"

#include <algorithm>
#include <array>

#include <fmt/ranges.h>

// Two machines with one address, and tables that contradict the machine that they are said to be of.

namespace vethscope {
namespace {

// Every host has the same there, and nothing leads there from outside: Docker's, libvirt's and the like; or all nodes shall answer
// to one address (nodelocaldns, kube-proxy's IPVS device, kube-router's).
bool mayRepeat(std::string_view interface)
{
    constexpr auto names = std::to_array<std::string_view>({"lo", "docker_gwbridge", "nodelocaldns", "kube-ipvs0", "kube-dummy-if"});
    constexpr auto prefixes = std::to_array<std::string_view>({"docker", "virbr", "lxcbr", "lxdbr", "podman", "cni-podman"});
    const bool isDockersNetwork = interface.size() == 15 && interface.starts_with("br-") && interface.find_first_not_of("0123456789abcdef", 3) == interface.npos;
    return isDockersNetwork || std::ranges::find(names, interface) != names.end()
        || std::ranges::any_of(prefixes, [&](std::string_view prefix) { return interface.starts_with(prefix); });
}

struct SeveralOwners {
    std::vector<std::string> names;
    EvidenceList evidence;
};

void reportSharedAddresses(Joining &joining)
{
    std::map<IpAddress, SeveralOwners> owners;
    for (std::size_t i = 0; i < joining.machines.size(); ++i) {
        const std::string &node = joining.cluster.nodes[i].name;
        for (const HostFacts *host : joining.machines[i].hosts) {
            for (const InterfaceAddressFact &fact : host->addresses) {
                const IpAddress &address = fact.address.address;
                if (address.isLoopback() || address.isLinkLocal() || address.isAny() || address.isMulticast() || mayRepeat(fact.interface))
                    continue;
                SeveralOwners &of = owners[address];
                if (std::ranges::find(of.names, node) != of.names.end())
                    continue;
                of.names.push_back(node);
                addEvidence(of.evidence, fact.evidence);
            }
        }
    }
    for (auto &[address, of] : owners)
        if (of.names.size() > 1)
            joining.cluster.problems.push_back(
                {ProblemSeverity::Warning,
                 Sentence::of("{} is an address of several machines: {}", address.text(), fmt::format("{}", fmt::join(of.names, ", "))),
                 std::move(of.evidence)});
}

// An interface's index is its own as long as the machine runs (dev_new_index in net/core/dev.c).
void reportSharedIndexes(const std::vector<JoinedInterface> &interfaces, const std::string &node, std::vector<Problem> &problems)
{
    std::map<std::uint32_t, const JoinedInterface *> byIndex;
    for (const JoinedInterface &joined : interfaces) {
        if (!joined.interface.ifindex)
            continue;
        const auto [place, isNew] = byIndex.try_emplace(*joined.interface.ifindex, &joined);
        if (isNew)
            continue;
        EvidenceList lines{firstOf(place->second->interface.evidence)};
        addEvidence(lines, firstOf(joined.interface.evidence));
        problems.push_back({ProblemSeverity::Warning,
                            Sentence::of("On {} both {} and {} have index {}: renamed, or of two machines", node, place->second->interface.name,
                                         joined.interface.name, std::to_string(*joined.interface.ifindex)),
                            std::move(lines)});
    }
}

// The kernel takes such a route and sends on the device itself; Cilium's are so, with that address as their source. Nobody else
// writes one.
void reportOwnNextHops(const ClusterNode &node, const Machine &machine, std::vector<Problem> &problems)
{
    for (const Route &route : node.net.routes) {
        for (const JoinedInterface &joined : machine.interfaces) {
            const bool isCiliums = route.interface == "cilium_host";
            const auto isHop = [&](const IpPrefix &own) { return own.address == route.via; };
            if (!route.via || route.source == route.via || std::ranges::none_of(joined.interface.addresses, isHop) || isCiliums)
                continue;
            EvidenceList lines{route.evidence};
            addEvidence(lines, firstOf(joined.interface.evidence));
            problems.push_back(
                {ProblemSeverity::Warning,
                 Sentence::of("The route to {} on {} leads to {}, which is an own address of it, on {}: perhaps another machine's route",
                              route.to.text(), node.name, route.via->text(), joined.interface.name),
                 std::move(lines)});
            break;
        }
    }
}


} // namespace

void reportDuplicates(Joining &joining)
{
    reportSharedAddresses(joining);
    for (std::size_t i = 0; i < joining.machines.size(); ++i) {
        reportSharedIndexes(joining.machines[i].interfaces, joining.cluster.nodes[i].name, joining.cluster.problems);
        reportOwnNextHops(joining.cluster.nodes[i], joining.machines[i], joining.cluster.problems);
    }
}

} // namespace vethscope
