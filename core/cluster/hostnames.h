#pragma once

#include "core/cluster/interfaces.h"

#include <map>

namespace vethscope {

/// Which addresses names stand for on one machine, by what its commands and Kubernetes tell: /etc/hosts, `arp -a`, and `arp` beside
/// `arp -n`, where a name and an address have one MAC address on one device and no other address has it there; a node of that name.
class HostNames
{
public:
    HostNames(const HostList &hosts, std::span<const KubernetesNodeFact> nodes);

    /// Nothing where nobody tells, or two tell differently.
    std::optional<IpAddress> addressOf(const std::string &name) const;

private:
    void add(const std::string &name, const IpAddress &address);
    void addNamesInFiles(const HostFacts &host);
    void addNeighbours(const HostList &hosts);

    std::map<std::string, std::optional<IpAddress>> m_addresses; // nothing where two were told
};

/// systemd's and RHEL's resolvers call the default route's next hop so (nss-myhostname).
bool isGatewayName(std::string_view name);

} // namespace vethscope
