#include "core/names/tunnelports.h"

#include "core/protocols/protocols.h"

#include <algorithm>

namespace vethscope {
namespace {

const Protocol *protocolOf(LinkKind kind)
{
    switch (kind) {
    case LinkKind::Vxlan: return &protocols::vxlan;
    case LinkKind::Geneve: return &protocols::geneve;
    default: return nullptr;
    }
}

} // namespace

std::vector<DecodeRule> learntTunnelPorts(const Cluster &cluster, const Registry &registry)
{
    std::vector<DecodeRule> rules;
    for (const ClusterNode &node : cluster.nodes)
        for (const NetworkInterface &interface : node.net.interfaces) {
            const Protocol *protocol = protocolOf(interface.kind);
            if (!protocol || !interface.tunnel || !interface.tunnel->port || *interface.tunnel->port == 0)
                continue;
            const DecodeRule rule{{Claim::UdpPort, *interface.tunnel->port}, protocol};
            if (registry.claimant(rule.claim) != protocol && std::ranges::find(rules, rule) == rules.end())
                rules.push_back(rule);
        }
    return rules;
}

} // namespace vethscope
