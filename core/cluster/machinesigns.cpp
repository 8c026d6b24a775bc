#include "core/cluster/machinesigns.h"

#include <algorithm>

namespace vethscope {
namespace {

// What hosttime and etc_hosts keep among the settings.
bool isDocuments(const SettingFact &setting)
{
    return setting.name == "date" || setting.name.starts_with("/etc/hosts ");
}

} // namespace

bool showsMachine(const HostFacts &host)
{
    return !host.links.empty() || !host.addresses.empty() || !host.routes.empty() || !host.rules.empty() || !host.neighbours.empty()
        || !host.fdb.empty() || !host.bridgePorts.empty() || !host.bridges.empty() || !host.namespaces.empty() || !host.indexes.empty()
        || !std::ranges::all_of(host.settings, isDocuments) || !host.firewall.empty() || !host.listeners.empty() || !host.connections.empty()
        || !host.bgpSessions.empty() || !host.bgpRoutes.empty();
}

} // namespace vethscope
