#include "core/cluster/links.h"

#include <algorithm>

namespace vethscope {
namespace {

constexpr std::string_view established = "established";

const BgpSession *nearSession(const Cluster &cluster, const BgpLink &link)
{
    return link.there ? &cluster.nodes[link.from].bgp[*link.there] : nullptr;
}

const BgpSession *farSession(const Cluster &cluster, const BgpLink &link)
{
    return link.back ? &cluster.nodes[link.to].bgp[*link.back] : nullptr;
}

std::size_t peerNode(const Cluster &cluster, const AddressBook &book, const BgpSession &session)
{
    const auto named = std::ranges::find(cluster.nodes, session.peerNode, &ClusterNode::name);
    if (!session.peerNode.empty() && named != cluster.nodes.end())
        return static_cast<std::size_t>(named - cluster.nodes.begin());
    const auto owner = book.owner(session.peer);
    return owner ? owner->node : nobody;
}

} // namespace

std::vector<BgpLink> bgpLinks(const Cluster &cluster, const AddressBook &book)
{
    std::vector<BgpLink> links;
    std::map<std::pair<std::size_t, std::size_t>, std::size_t> places;
    for (std::size_t n = 0; n < cluster.nodes.size(); ++n) {
        const auto &sessions = cluster.nodes[n].bgp;
        for (std::size_t s = 0; s < sessions.size(); ++s) {
            const std::size_t far = peerNode(cluster, book, sessions[s]);
            if (far == n)
                continue;
            if (far == nobody) {
                links.push_back({n, nobody, sessions[s].peer, s, {}});
                continue;
            }
            const bool forwards = n < far;
            const auto ends = forwards ? std::pair(n, far) : std::pair(far, n);
            const auto [found, isNew] = places.try_emplace(ends, links.size());
            if (isNew)
                links.push_back({ends.first, ends.second, sessions[s].peer, {}, {}});
            BgpLink &link = links[found->second];
            auto &side = forwards ? link.there : link.back;
            if (side && sessions[s].state == established) // of several sessions the one that fails
                continue;
            side = s;
            if (forwards)
                link.peer = sessions[s].peer;
        }
    }
    std::ranges::stable_sort(links, {}, [](const BgpLink &link) { return std::pair(link.from, link.to); });
    return links;
}

std::string stateOf(const Cluster &cluster, const BgpLink &link)
{
    std::string state(established);
    for (const BgpSession *session : {farSession(cluster, link), nearSession(cluster, link)})
        if (session && session->state != established)
            state = session->state;
    return state;
}

bool isEstablished(const Cluster &cluster, const BgpLink &link)
{
    return stateOf(cluster, link) == established;
}

} // namespace vethscope
