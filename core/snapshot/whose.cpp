#include "core/snapshot/whose.h"

#include "core/snapshot/importer.h"
#include "core/transcript/commandline.h"
#include "core/transcript/machinename.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

namespace vethscope {
namespace {

bool tells(const HostFacts &host)
{
    return !host.links.empty() || !host.addresses.empty() || !host.routes.empty() || !host.rules.empty() || !host.neighbours.empty() || !host.fdb.empty()
        || !host.bridgePorts.empty() || !host.bridges.empty() || !host.namespaces.empty() || !host.indexes.empty() || !host.settings.empty()
        || !host.firewall.empty() || !host.listeners.empty() || !host.connections.empty() || !host.resolvers.empty() || !host.bgpSessions.empty()
        || !host.bgpRoutes.empty();
}

// What the command told of the machine it ran on; null when it told of the cluster alone.
const HostFacts *ownFacts(const ReadCommand &read)
{
    const Session &session = read.command.session;
    const auto own = std::ranges::find_if(read.facts.hosts, [&](const HostFacts &host) { return host.node == session.node && host.pod == session.pod && tells(host); });
    return own == read.facts.hosts.end() ? nullptr : &*own;
}

void addTo(HostFacts &all, const HostFacts &more)
{
    Facts facts, others;
    facts.hosts.push_back(std::move(all));
    HostFacts copy = more;
    copy.node = facts.hosts.front().node;
    copy.pod.clear();
    copy.podNamespace.clear();
    facts.hosts.front().pod.clear();
    facts.hosts.front().podNamespace.clear();
    others.hosts.push_back(std::move(copy));
    append(facts, std::move(others));
    all = std::move(facts.hosts.front());
}

std::set<std::string> devicesOf(const HostFacts &host)
{
    std::set<std::string> devices;
    for (const LinkFact &link : host.links)
        devices.insert(link.name);
    for (const InterfaceAddressFact &address : host.addresses)
        devices.insert(address.interface);
    for (const RouteFact &route : host.routes)
        devices.insert(route.interface);
    for (const NeighbourFact &neighbour : host.neighbours)
        devices.insert(neighbour.interface);
    devices.erase("lo");
    devices.erase("");
    return devices;
}

bool isNameless(const ReadCommand &read)
{
    return read.command.session.node.empty() && read.command.session.pod.empty();
}

} // namespace

// What the machines that the text names told, wherever it stands.
void Whose::gather(const std::vector<ReadCommand> &commands)
{
    for (const ReadCommand &read : commands) {
        const Session &session = read.command.session;
        if (session.node.empty() || !session.pod.empty())
            continue;
        auto machine = std::ranges::find(m_named, session.node, &Machine::node);
        if (machine == m_named.end()) {
            m_named.push_back({.node = session.node, .facts = {}});
            machine = std::prev(m_named.end());
        }
        if (const HostFacts *facts = ownFacts(read))
            addTo(machine->facts, *facts);
    }
}

// A shell in a namespace writes its host's prompt; where the host's own devices appear, it was left.
void Whose::leaveNamespaces(std::vector<ReadCommand> &commands) const
{
    std::set<std::string> inside; // devices of the namespace
    const Session *entered = nullptr;
    bool left = false;
    for (ReadCommand &read : commands) {
        if (!read.command.outside) {
            entered = nullptr;
            continue;
        }
        if (!entered || *entered != read.command.session) {
            inside.clear();
            left = false;
        }
        entered = &read.command.session;
        const HostFacts *facts = ownFacts(read);
        const std::set<std::string> devices = facts ? devicesOf(*facts) : std::set<std::string>{};
        const auto host = std::ranges::find(m_named, read.command.outside->node, &Machine::node);
        if (!left && host != m_named.end() && !devices.empty() && !inside.empty()) {
            const std::set<std::string> outside = devicesOf(host->facts);
            left = std::ranges::all_of(devices, [&](const std::string &device) { return outside.contains(device) && !inside.contains(device); });
        }
        if (!left) {
            inside.insert(devices.begin(), devices.end());
            continue;
        }
        const Session to = *read.command.outside, from = read.command.session;
        for (HostFacts &one : read.facts.hosts)
            if (one.node == from.node && one.pod == from.pod) {
                one.pod = to.pod;
                one.podNamespace = to.podNamespace;
                one.container = to.container;
            }
        read.facts.hostPlaces.clear();
        read.row.pod = to.pod;
    }
}

void Whose::give(ReadCommand &read, const Session &to, bool placed)
{
    const Session from = read.command.session;
    for (HostFacts &host : read.facts.hosts) {
        if (host.node != from.node || host.pod != from.pod)
            continue;
        host.node = to.node;
        host.pod = to.pod;
        host.podNamespace = to.podNamespace;
        host.placed = placed;
    }
    read.facts.hostPlaces.clear();
    read.command.session = to;
    read.row.node = to.node;
    read.row.pod = to.pod;
}

Whose::Machine *Whose::identified(const HostFacts &facts)
{
    Machine *only = nullptr;
    for (Machine &machine : m_named)
        if (sharedIdentity(machine.facts, facts) && !contradictionOf(machine.facts, facts)) {
            if (only)
                return nullptr;
            only = &machine;
        }
    return only;
}

void Whose::say(const ReadCommand &read, const Machine &kept, const Contradiction &because)
{
    const LineRange lines = read.command.output;
    const std::string &source = read.command.source->name();
    if (lines.count < 2)
        m_problems.push_back({fmt::format("{} line {} contradicts line {}: {}. It is kept apart as \"{}\"; a prompt, or a line such as `NAME:` above, would say which machine it is",
                                          source, lines.first, because.one.line, because.reason, kept.node)});
    else
        m_problems.push_back({fmt::format("{} lines {}-{} contradict line {}: {}. They are kept apart as \"{}\"; a prompt, or a line such as `NAME:` above, would say which machine it is",
                                          source, lines.first, lines.end() - 1, because.one.line, because.reason, kept.node)});
}

// The machine of output that nothing names: the last such one, as long as nothing forbids it.
Whose::Machine &Whose::nameless(const ReadCommand &read)
{
    const HostFacts *facts = ownFacts(read);
    std::optional<Contradiction> because;
    if (!m_nameless.empty() && m_nameless.back().reachedAt == read.command.elsewhere) {
        because = facts ? contradictionOf(m_nameless.back().facts, *facts) : std::nullopt;
        if (!because)
            return m_nameless.back();
    }
    Machine machine{.node = {}, .facts = {}, .reachedAt = read.command.elsewhere};
    const bool first = std::ranges::none_of(m_nameless, [](const Machine &one) { return one.reachedAt == 0; });
    if (first && read.command.elsewhere == 0)
        machine.node = m_place.node;
    if (machine.node.empty())
        machine.node = fmt::format("machine {}", ++m_unnamed);
    m_nameless.push_back(std::move(machine));
    if (because)
        say(read, m_nameless.back(), *because);
    return m_nameless.back();
}

Whose::Machine &Whose::machineFor(ReadCommand &read, Machine *last)
{
    const HostFacts &facts = *ownFacts(read);
    // A program that nobody knows ran on a machine whose name is among its words.
    if (read.command.elsewhere) {
        for (Machine &machine : m_named)
            for (const ShellCommand &command : readCommandLine(read.command.text).body)
                if (std::ranges::find(command.words, machine.node) != command.words.end() && !contradictionOf(machine.facts, facts))
                    return machine;
        return nameless(read);
    }
    if (Machine *same = identified(facts))
        return *same;
    if (!read.command.loose)
        return nameless(read);
    Machine *candidate = m_named.size() == 1 ? &m_named.front() : last && !read.command.behindProse ? last : nullptr;
    if (!candidate)
        return nameless(read);
    const auto because = contradictionOf(candidate->facts, facts);
    if (!because)
        return *candidate;
    Machine &other = nameless(read);
    say(read, other, *because);
    return other;
}

void Whose::settle(std::vector<ReadCommand> &commands)
{
    gather(commands);
    leaveNamespaces(commands);
    Machine *last = nullptr;
    for (ReadCommand &read : commands) {
        const Session &session = read.command.session;
        if (!session.node.empty()) {
            if (const auto named = std::ranges::find(m_named, session.node, &Machine::node); named != m_named.end() && !read.command.elsewhere)
                last = &*named;
            continue;
        }
        if (!isNameless(read)) {
            // Inside a pod: of the machine at which that was typed, as far as that one has a name.
            const auto typedAt = std::find_if(m_nameless.rbegin(), m_nameless.rend(), [](const Machine &one) { return one.reachedAt == 0; });
            const std::string &node = typedAt == m_nameless.rend() ? m_place.node : typedAt->node;
            if (!node.empty())
                give(read, {.node = node, .pod = session.pod, .podNamespace = session.podNamespace, .container = session.container}, true);
            continue;
        }
        if (!ownFacts(read)) {
            give(read, m_place, true);
            continue;
        }
        if (!m_place.pod.empty()) { // NODE/pods/POD.txt
            give(read, m_place, true);
            continue;
        }
        Machine &machine = machineFor(read, last);
        const HostFacts told = *ownFacts(read);
        const bool named = std::ranges::any_of(m_named, [&](const Machine &one) { return &one == &machine; });
        give(read, {.node = machine.node, .pod = {}, .podNamespace = {}, .container = {}}, !named);
        addTo(machine.facts, told);
    }
}

} // namespace vethscope
