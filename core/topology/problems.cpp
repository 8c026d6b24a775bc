#include "core/topology/problems.h"

#include <algorithm>
#include <map>
#include <set>

namespace vethscope {
namespace {

using CitedLine = std::pair<const SourceText *, std::uint32_t>;

class NodeLines
{
public:
    explicit NodeLines(const Cluster &cluster)
    {
        for (std::size_t n = 0; n < cluster.nodes.size(); ++n) {
            const ClusterNode &node = cluster.nodes[n];
            add(n, node.evidence);
            for (const NetworkInterface &interface : node.net.interfaces)
                add(n, interface.evidence);
            for (const Route &route : node.net.routes)
                add(n, {route.evidence});
            for (const Neighbour &neighbour : node.net.neighbours)
                add(n, {neighbour.evidence});
            for (const ForwardingEntry &entry : node.net.forwarding)
                add(n, {entry.evidence});
            for (const BgpSession &session : node.bgp)
                add(n, {session.evidence});
        }
    }

    std::set<std::size_t> nodesOf(const EvidenceList &evidence) const
    {
        std::set<std::size_t> nodes;
        for (const Evidence &one : evidence)
            if (const auto found = m_byLine.find({one.source.get(), one.line}); found != m_byLine.end())
                nodes.insert(found->second);
        for (const Evidence &one : evidence) {
            const auto found = m_bySource.find(one.source.get());
            if (nodes.empty() && found != m_bySource.end() && found->second.size() == 1)
                nodes.insert(*found->second.begin());
        }
        return nodes;
    }

private:
    void add(std::size_t node, const EvidenceList &evidence)
    {
        for (const Evidence &one : evidence) {
            if (!one.source)
                continue;
            m_byLine.try_emplace({one.source.get(), one.line}, node);
            m_bySource[one.source.get()].insert(node);
        }
    }

    std::map<CitedLine, std::size_t> m_byLine;
    std::map<const SourceText *, std::set<std::size_t>> m_bySource;
};

} // namespace

std::vector<std::vector<std::size_t>> problemsByNode(const Cluster &cluster)
{
    std::vector<std::vector<std::size_t>> problems(cluster.nodes.size());
    if (cluster.problems.empty())
        return problems;
    const NodeLines lines(cluster);
    for (std::size_t p = 0; p < cluster.problems.size(); ++p)
        for (const std::size_t node : lines.nodesOf(cluster.problems[p].evidence))
            problems[node].push_back(p);
    return problems;
}

} // namespace vethscope
