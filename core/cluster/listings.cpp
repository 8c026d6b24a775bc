#include "core/cluster/joining.h"
#include "core/cluster/told.h"

#include <set>

#include <fmt/ranges.h>

namespace vethscope {
namespace {

struct Listed {
    std::vector<std::string> names;
    EvidenceList evidence;

    void add(const std::string &name, const Evidence &line)
    {
        if (std::ranges::find(names, name) == names.end())
            names.push_back(name);
        addEvidence(evidence, line);
    }
    std::string text() const { return fmt::format("{}", fmt::join(names, ", ")); }
};

// The ports that bridges are said to have, and the links that a listing showed: both tell of all veths there are.
void compareVeths(const ClusterNode &node, const HostList &hosts, std::vector<Problem> &problems)
{
    std::set<std::string> ports, links;
    for (const HostFacts *host : hosts) {
        for (const BridgePortFact &port : host->bridgePorts)
            ports.insert(port.port);
        for (const LinkFact &link : host->links)
            if (link.ifindex && link.name.starts_with("veth"))
                links.insert(link.name);
    }
    if (ports.empty() || links.size() < 2) // one link alone was asked for by its name
        return;
    Listed onlyPorts, onlyLinks;
    for (const HostFacts *host : hosts) {
        for (const BridgePortFact &port : host->bridgePorts)
            if (port.port.starts_with("veth") && !links.contains(port.port))
                onlyPorts.add(port.port, port.evidence);
        for (const LinkFact &link : host->links) {
            // A whole line without `master` belongs to no bridge; one cut by awk does not tell.
            const bool mayBePort = !link.master.empty() || !link.mtu;
            if (link.ifindex && link.name.starts_with("veth") && mayBePort && !ports.contains(link.name))
                onlyLinks.add(link.name, link.evidence);
        }
    }
    EvidenceList lines = onlyPorts.evidence;
    addEvidence(lines, onlyLinks.evidence);
    if (!onlyPorts.names.empty() && !onlyLinks.names.empty())
        problems.push_back({ProblemSeverity::Note,
                            Sentence::of("On {} brctl and ip link list different veths: only brctl has {}, only ip link has {}", node.name,
                                         onlyPorts.text(), onlyLinks.text()),
                            std::move(lines)});
    else if (!onlyPorts.names.empty())
        problems.push_back({ProblemSeverity::Note,
                            Sentence::of("On {} brctl lists veths that ip link does not: {}", node.name, onlyPorts.text()), std::move(lines)});
    else if (!onlyLinks.names.empty())
        problems.push_back({ProblemSeverity::Note,
                            Sentence::of("On {} ip link lists veths that brctl does not: {}", node.name, onlyLinks.text()), std::move(lines)});
}

} // namespace

void compareListings(Joining &joining)
{
    for (std::size_t i = 0; i < joining.machines.size(); ++i)
        compareVeths(joining.cluster.nodes[i], joining.machines[i].hosts, joining.cluster.problems);
}

} // namespace vethscope
