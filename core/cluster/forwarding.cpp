#include "core/cluster/tables.h"

#include "core/cluster/told.h"

#include <map>
#include <set>
#include <tuple>

namespace vethscope {
namespace {

using Port = std::pair<std::string, std::uint32_t>; // a bridge and the number of a port of it

// `brctl showmacs` numbers ports. Other commands tell a port's number; and its own address is the local one on it.
std::map<Port, std::string> portNames(const HostList &hosts, const std::vector<JoinedInterface> &interfaces)
{
    std::map<Port, std::string> names;
    std::map<std::pair<std::string, MacAddress>, std::string> byMac;
    for (const JoinedInterface &joined : interfaces)
        if (joined.interface.mac && joined.interface.master)
            byMac.try_emplace({*joined.interface.master, *joined.interface.mac}, joined.interface.name);
    for (const HostFacts *host : hosts) {
        for (const BridgePortFact &port : host->bridgePorts)
            if (port.portNumber)
                names.try_emplace({port.bridge, *port.portNumber}, port.port);
        for (const FdbFact &entry : host->fdb) {
            const auto own = byMac.find({entry.master, entry.mac});
            if (entry.portNumber && entry.permanent && own != byMac.end())
                names.try_emplace({entry.master, *entry.portNumber}, own->second);
        }
    }
    return names;
}

} // namespace

std::vector<ForwardingEntry> joinForwarding(const HostList &hosts, const std::vector<JoinedInterface> &interfaces)
{
    const auto names = portNames(hosts, interfaces);
    std::vector<ForwardingEntry> entries;
    std::map<std::tuple<MacAddress, std::string, std::optional<IpAddress>>, std::size_t> places;
    std::set<std::pair<MacAddress, std::string>> onBridges;
    const auto add = [&](const FdbFact &fact, const std::string &interface) {
        const auto [place, isNew] = places.try_emplace({fact.mac, interface, fact.destination}, entries.size());
        if (isNew)
            entries.push_back({fact.mac, interface, fact.destination, fact.master, fact.vlan, fact.permanent, fact.evidence});
        ForwardingEntry &entry = entries[place->second];
        entry.evidence = plainer(entry.evidence, fact.evidence);
        if (entry.master.empty())
            entry.master = fact.master;
        onBridges.insert({fact.mac, fact.master});
    };
    for (const HostFacts *host : hosts)
        for (const FdbFact &fact : host->fdb)
            if (!fact.interface.empty())
                add(fact, fact.interface);
    for (const HostFacts *host : hosts) {
        for (const FdbFact &fact : host->fdb) {
            if (!fact.interface.empty() || onBridges.contains({fact.mac, fact.master}))
                continue;
            const auto name = fact.portNumber ? names.find({fact.master, *fact.portNumber}) : names.end();
            add(fact, name == names.end() ? std::string() : name->second);
        }
    }
    return entries;
}

} // namespace vethscope
