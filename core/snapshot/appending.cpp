#include "core/facts/factlists.h"
#include "core/snapshot/importer.h"

namespace vethscope {
namespace {

template <typename List>
void moveTo(List &to, List &from)
{
    if (to.empty())
        to = std::move(from);
    else
        to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

void appendHost(HostFacts &to, HostFacts &from)
{
    if (to.container.empty())
        to.container = from.container;
    to.placed = (to.seen.empty() || to.placed) && from.placed; // a prompt's word is as good in whichever file it stands
    forEachFactList(to, from, [](auto &all, auto &more) { moveTo(all, more); });
    moveTo(to.printed, from.printed);
    moveTo(to.seen, from.seen);
}

} // namespace

void append(Facts &to, Facts from)
{
    for (HostFacts &host : from.hosts) {
        const std::size_t known = to.hosts.size();
        HostFacts &same = to.host(host.node, host.pod, host.podNamespace);
        // One prompt is enough to know a machine's own name.
        same.placed = host.placed && (same.placed || to.hosts.size() > known);
        appendHost(same, host);
    }
    moveTo(to.pods, from.pods);
    moveTo(to.nodes, from.nodes);
    moveTo(to.services, from.services);
    moveTo(to.endpoints, from.endpoints);
    moveTo(to.pools, from.pools);
    moveTo(to.clusterSettings, from.clusterSettings);
}

void append(ImportReport &to, ImportReport from)
{
    moveTo(to.commands, from.commands);
    moveTo(to.prose, from.prose);
    moveTo(to.skipped, from.skipped);
    moveTo(to.lost, from.lost);
    moveTo(to.problems, from.problems);
}

Facts joined(const std::vector<const Snapshot *> &snapshots)
{
    Facts facts;
    for (const Snapshot *snapshot : snapshots)
        append(facts, snapshot->facts);
    return facts;
}

} // namespace vethscope
