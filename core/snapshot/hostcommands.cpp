#include "core/snapshot/hostcommands.h"

#include <algorithm>
#include <array>

namespace vethscope {
namespace {

// The first that knows the words, or likes the look of the lines, reads them.
constexpr auto allCommands = std::to_array<const HostCommand *>({
    &commands::ipAddr,
    &commands::ipLink,
    &commands::ipRoute,
    &commands::ipRule,
    &commands::ipNeigh,
    &commands::ipNetns,
    &commands::ipTunnel,
    &commands::ifconfig,
    &commands::arp,
    &commands::route,
    &commands::brctlShow,
    &commands::brctlShowmacs,
    &commands::brctlShowstp,
    &commands::bridgeLink,
    &commands::bridgeFdb,
    &commands::bridgeVlan,
    &commands::kubectlGet,
    &commands::kubectlDescribePod,
    &commands::kubectlDescribeService,
    &commands::kubectlDescribeNode,
    &commands::calicoctlNodeStatus,
    &commands::calicoctlGetNode,
    &commands::calicoctlGetIppool,
    &commands::calicoctlGetBgppeer,
    &commands::calicoctlGetBgpconfig,
    &commands::birdcShowProtocols,
    &commands::birdcShowRoute,
    &commands::crictlPods,
    &commands::crictlPs,
    &commands::dockerPs,
    &commands::crictlInspectp,
    &commands::wgShow,
    &commands::iptablesSave,
    &commands::iptablesList,
    &commands::nftListRuleset,
    &commands::ipvsadm,
    &commands::conntrack,
    &commands::ss,
    &commands::flannelSubnetEnv,
    &commands::flannelNetConf,
    &commands::cniNetD,
    &commands::ethtoolStatistics,
    &commands::ethtoolFeatures,
    &commands::ethtoolDriver,
    &commands::sysClassNet,
    &commands::sysctl,
    &commands::resolvConf,
    &commands::etcHosts,
    &commands::hostname,
    &commands::uname,
    &commands::date,
    &commands::shell,
});

} // namespace

std::span<const HostCommand *const> hostCommands()
{
    return allCommands;
}

const HostCommand *commandTyped(const std::vector<std::string> &words)
{
    if (words.empty())
        return nullptr;
    const auto found = std::ranges::find_if(allCommands, [&](const HostCommand *command) { return command->typed(words); });
    return found == allCommands.end() ? nullptr : *found;
}

const HostCommand *commandPrinting(const Reading &reading)
{
    const auto found = std::ranges::find_if(allCommands, [&](const HostCommand *command) { return command->looksLike && command->looksLike(reading); });
    return found == allCommands.end() ? nullptr : *found;
}

} // namespace vethscope
