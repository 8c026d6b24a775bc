#pragma once

#include "core/snapshot/hostcommand.h"

#include <span>

namespace vethscope {

/// Every host command that is read, one file each. A new one gets its line here and in `list`.
namespace commands {

extern const HostCommand arp;
extern const HostCommand birdcShowProtocols;
extern const HostCommand birdcShowRoute;
extern const HostCommand brctlShow;
extern const HostCommand brctlShowmacs;
extern const HostCommand brctlShowstp;
extern const HostCommand bridgeFdb;
extern const HostCommand bridgeLink;
extern const HostCommand bridgeVlan;
extern const HostCommand calicoctlGetBgpconfig;
extern const HostCommand calicoctlGetBgppeer;
extern const HostCommand calicoctlGetIppool;
extern const HostCommand calicoctlGetNode;
extern const HostCommand calicoctlNodeStatus;
extern const HostCommand cniNetD;
extern const HostCommand conntrack;
extern const HostCommand crictlInspectp;
extern const HostCommand crictlPods;
extern const HostCommand crictlPs;
extern const HostCommand date;
extern const HostCommand dockerPs;
extern const HostCommand etcHosts;
extern const HostCommand ethtoolDriver;
extern const HostCommand ethtoolFeatures;
extern const HostCommand ethtoolStatistics;
extern const HostCommand flannelNetConf;
extern const HostCommand flannelSubnetEnv;
extern const HostCommand hostname;
extern const HostCommand ifconfig;
extern const HostCommand ipAddr;
extern const HostCommand ipLink;
extern const HostCommand ipNeigh;
extern const HostCommand ipNetns;
extern const HostCommand ipRoute;
extern const HostCommand ipRule;
extern const HostCommand ipTunnel;
extern const HostCommand iptablesList;
extern const HostCommand iptablesSave;
extern const HostCommand ipvsadm;
extern const HostCommand kubectlDescribeNode;
extern const HostCommand kubectlDescribePod;
extern const HostCommand kubectlDescribeService;
extern const HostCommand kubectlGet;
extern const HostCommand nftListRuleset;
extern const HostCommand resolvConf;
extern const HostCommand route;
extern const HostCommand shell;
extern const HostCommand ss;
extern const HostCommand sysClassNet;
extern const HostCommand sysctl;
extern const HostCommand uname;
extern const HostCommand wgShow;

} // namespace commands

std::span<const HostCommand *const> hostCommands();

/// The command with these words; null when none is known.
const HostCommand *commandTyped(const std::vector<std::string> &words);

/// The command whose output the first lines look like; null when none.
const HostCommand *commandPrinting(const Reading &reading);

} // namespace vethscope
