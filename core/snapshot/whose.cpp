#include "core/snapshot/whose.h"

#include "core/facts/factlists.h"
#include "core/snapshot/importer.h"
#include "core/snapshot/likeness.h"
#include "core/snapshot/succession.h"
#include "core/snapshot/unnamed.h"
#include "core/transcript/commandline.h"
#include "core/transcript/machinename.h"

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

namespace vethscope {
namespace {

bool tells(const HostFacts &host)
{
    bool some = false;
    forEachFactList(host, host, [&](const auto &list, const auto &) { some = some || !list.empty(); });
    return some;
}

// What the command told of the machine it ran on; null when it told of the cluster alone.
const HostFacts *ownFacts(const ReadCommand &read)
{
    const Session &session = read.command.session;
    const auto own = std::ranges::find_if(read.facts.hosts, [&](const HostFacts &host) { return host.node == session.node && host.pod == session.pod && tells(host); });
    return own == read.facts.hosts.end() ? nullptr : &*own;
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

// Whether it may be another machine's than the one above: behind a gap, or behind words under a label, which holds unless what stands
// there speaks of another.
bool isDoubted(const ReadCommand &read)
{
    return read.doubtful || (read.command.labelled && read.command.loose && read.command.behindProse);
}

} // namespace

Whose::Machine *Whose::named(const std::string &node) const
{
    const auto found = m_byName.find(node);
    return found == m_byName.end() ? nullptr : found->second;
}

void Whose::tell(Machine &machine, const HostFacts &facts)
{
    machine.told.add(facts);
    m_byMarks.add(facts, &machine);
}

// What the machines that the text names told, wherever it stands.
void Whose::gather(const std::vector<ReadCommand> &commands)
{
    // Where every command has its machine, nothing is held against it.
    const bool isAsked = std::ranges::any_of(commands, [&](const ReadCommand &read) { return isOpen(read) || isDoubted(read) || read.command.outside; });
    for (const ReadCommand &read : commands) {
        const Session &session = read.command.session;
        if (m_presumed || session.node.empty() || !session.pod.empty())
            continue;
        Machine *&machine = m_byName[session.node];
        if (!machine)
            machine = &m_named.emplace_back(Machine{.node = session.node});
        if (const HostFacts *facts = isAsked && !isDoubted(read) ? ownFacts(read) : nullptr)
            tell(*machine, *facts);
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
        const Machine *host = named(read.command.outside->node);
        if (!left && host && !devices.empty() && !inside.empty()) {
            const std::set<std::string> outside = devicesOf(host->told.facts());
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
    for (Machine *machine : m_byMarks.sharing(facts))
        if (sharedIdentity(machine->told.facts(), facts) && !machine->told.contradiction(facts)) {
            if (only)
                return nullptr;
            only = machine;
        }
    return only;
}

void Whose::say(const ReadCommand &read, const std::string &kept, const Contradiction &because)
{
    const LineRange lines = read.command.output;
    const std::string &source = read.command.source->name();
    if (lines.count < 2)
        m_problems.push_back({Sentence::of(
            "{} line {} contradicts line {}: {}. It is kept apart as \"{}\"; a prompt, or a line such as `NAME:` above, would say which machine it is",
            source, lines.first, because.one.line, because.reason, kept)});
    else
        m_problems.push_back({Sentence::of(
            "{} lines {}-{} contradict line {}: {}. They are kept apart as \"{}\"; a prompt, or a line such as `NAME:` above, would say which machine it is",
            source, lines.first, lines.end() - 1, because.one.line, because.reason, kept)});
}

void Whose::sayUnsettled(const ReadCommand &read, const std::string &kept)
{
    m_problems.push_back({Sentence::of(
        "{} line {}: nothing tells to which of the machines before and behind it this output belongs. It is kept apart as \"{}\"; a prompt, or a "
        "line such as `NAME:` above, would say which machine it is",
        read.command.source->name(), read.command.output.first, kept)});
}

void Whose::giveTo(ReadCommand &read, Machine &machine)
{
    const HostFacts told = *ownFacts(read);
    give(read, {.node = machine.node, .pod = {}, .podNamespace = {}, .container = {}}, false);
    tell(machine, told);
}

// Whether nothing but what it printed tells whose it is.
bool Whose::isOpen(const ReadCommand &read) const
{
    const Session &session = read.command.session;
    return (m_presumed || session.node.empty()) && session.pod.empty() && m_place.pod.empty() && ownFacts(read); // NODE/pods/POD.txt
}

// Gives an output to the machine of the text's names that it must be of, if there is one.
void Whose::place(ReadCommand &read, Machine *last)
{
    const HostFacts &facts = *ownFacts(read);
    // A program that nobody knows ran on a machine whose name is among its words.
    if (read.command.elsewhere) {
        for (const ShellCommand &command : readCommandLine(read.command.text).body)
            for (const std::string &word : command.words)
                if (Machine *machine = named(word); machine && !machine->told.contradiction(facts))
                    return giveTo(read, *machine);
        m_open.push_back({.read = &read, .because = {}});
        return;
    }
    if (Machine *same = identified(facts))
        return giveTo(read, *same);
    if (read.doubtful && isOfNamespace(facts))
        return keepApart(read, {});
    Machine *candidate = !read.command.loose ? nullptr : m_named.size() == 1 ? &m_named.front() : last && !read.command.behindProse ? last : nullptr;
    auto because = candidate ? candidate->told.contradiction(facts) : std::nullopt;
    const Likeness like = candidate && read.doubtful ? likenessOf(candidate->told.facts(), facts) : Likeness{};
    // Behind an output that cannot be the candidate's, nothing but its marks tells that one is.
    const bool left = candidate && !m_open.empty() && m_open.back().stretch == m_stretch && m_open.back().because && m_open.back().read->command.loose;
    const bool unlike = (left && !likenessOf(candidate->told.facts(), facts).speaksFor) || (read.doubtful && (like.speaksAgainst || (m_named.size() > 1 && !like.speaksFor)));
    if (candidate && !because && !unlike)
        return giveTo(read, *candidate);
    const bool apart = read.command.loose && !m_named.empty() && (m_open.empty() || m_open.back().stretch < m_stretch);
    const std::size_t run = apart ? ++m_runs : read.command.loose && !m_open.empty() && !m_named.empty() ? m_open.back().run : 0;
    m_open.push_back({.read = &read, .because = std::move(because), .stretch = m_stretch, .run = run});
}

void Whose::keepApart(ReadCommand &read, const std::optional<Contradiction> &because)
{
    const std::string name = fmt::format("machine {}", ++m_unnamed);
    if (because)
        say(read, name, *because);
    else
        sayUnsettled(read, name);
    give(read, {.node = name, .pod = {}, .podNamespace = {}, .container = {}}, true);
}

// What stands behind a gap stays with the machine above it unless it tells of another.
void Whose::doubt(ReadCommand &read, Machine &machine)
{
    const HostFacts &facts = *ownFacts(read);
    const HostFacts &told = machine.told.facts();
    const auto because = machine.told.contradiction(facts);
    const bool foreign = because || likenessOf(told, facts).speaksAgainst || (isOfNamespace(facts) && !sharedIdentity(told, facts));
    if (foreign)
        keepApart(read, because);
    else
        tell(machine, facts);
}

// Machines one behind the other, all reached the same way.
void Whose::settleOpen(const std::vector<Open *> &opens)
{
    std::deque<HostFacts> named; // with the name that another command than `hostname` told
    std::vector<const HostFacts *> outputs;
    for (const Open *open : opens) {
        outputs.push_back(ownFacts(*open->read));
        if (const std::string name = hostTold(open->read->command); !name.empty() && open->read->command.words.front() == "uname") {
            named.push_back(*outputs.back());
            named.back().settings.push_back({"hostname", name, open->read->command.at(open->read->command.output.first)});
            outputs.back() = &named.back();
        }
    }
    const std::vector<Succeeding> all = succession(outputs);
    std::map<std::size_t, std::string> told, names; // by machine
    std::map<std::size_t, std::size_t> counts;
    for (std::size_t i = 0; i < opens.size(); ++i) {
        ++counts[all[i].machine];
        for (const SettingFact &setting : outputs[i]->settings)
            if (setting.name == "hostname" && !isNobodysName(setting.value))
                told.try_emplace(all[i].machine, setting.value);
    }
    // A file is called after the machine that most of it is of.
    const auto most = std::ranges::max_element(counts, {}, [](const auto &count) { return count.second; });
    const bool elsewhere = opens.front()->read->command.elsewhere > 0;
    for (std::size_t i = 0; i < opens.size(); ++i) {
        Open &open = *opens[i];
        std::string &name = names[all[i].machine];
        const bool isNew = name.empty();
        const auto said = told.find(all[i].machine);
        if (isNew && said != told.end() && !elsewhere)
            name = said->second;
        else if (isNew && all[i].machine == most->first && !elsewhere && open.run == 0)
            name = m_place.node;
        // Called as its prompt has it, the first of those that are.
        const std::string &placeholder = open.read->command.placeholder;
        if (name.empty() && !placeholder.empty() && m_placeholders.insert(placeholder).second)
            name = placeholder;
        if (name.empty())
            name = fmt::format("machine {}", ++m_unnamed);
        open.node = name;
        if (open.because)
            say(*open.read, name, *open.because);
        else if (all[i].because)
            say(*open.read, name, *all[i].because);
        else if (all[i].unsettled)
            sayUnsettled(*open.read, name);
        const bool placed = said == told.end() || name != said->second;
        give(*open.read, {.node = name, .pod = {}, .podNamespace = {}, .container = {}}, placed);
    }
}

// Inside a pod: of the machine at which that was typed, as far as that one has a name.
std::string Whose::nodeTypedAt(const ReadCommand &read) const
{
    const std::string *before = nullptr;
    for (const Open &open : m_open) {
        if (open.read->command.elsewhere > 0)
            continue;
        // Between two machines, of neither.
        if (open.read > &read)
            return before && *before != open.node ? std::string() : before ? *before : m_place.node;
        before = &open.node;
    }
    return before ? *before : m_place.node;
}

void Whose::settle(std::vector<ReadCommand> &commands)
{
    gather(commands);
    leaveNamespaces(commands);
    Machine *last = nullptr;
    for (ReadCommand &read : commands) {
        const Session &session = read.command.session;
        if (isOpen(read)) {
            place(read, last);
            continue;
        }
        Machine *machine = named(session.node);
        if (!machine)
            continue;
        if (!read.command.elsewhere) {
            last = machine;
            ++m_stretch;
        }
        if (isDoubted(read) && session.pod.empty() && ownFacts(read))
            doubt(read, *machine);
    }
    std::map<std::pair<std::uint32_t, std::size_t>, std::vector<Open *>> opens; // by where the machine was reached
    for (Open &open : m_open)
        opens[{open.read->command.elsewhere, open.run}].push_back(&open);
    for (const auto &[reached, some] : opens)
        settleOpen(some);
    for (ReadCommand &read : commands) {
        const Session &session = read.command.session;
        if (!session.node.empty())
            continue;
        if (session.pod.empty())
            give(read, m_place, true);
        else if (const std::string node = nodeTypedAt(read); !node.empty())
            give(read, {.node = node, .pod = session.pod, .podNamespace = session.podNamespace, .container = session.container}, true);
    }
}

} // namespace vethscope
