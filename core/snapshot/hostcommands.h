#pragma once

#include "core/snapshot/hostcommand.h"

#include <span>

namespace vethscope {

/// Every host command that is read, one file each. A new one gets its line here and in `list`.
namespace commands {

extern const HostCommand arp;
extern const HostCommand brctlShow;
extern const HostCommand brctlShowmacs;
extern const HostCommand brctlShowstp;
extern const HostCommand bridgeFdb;
extern const HostCommand bridgeLink;
extern const HostCommand bridgeVlan;
extern const HostCommand date;
extern const HostCommand etcHosts;
extern const HostCommand ethtoolDriver;
extern const HostCommand ethtoolFeatures;
extern const HostCommand ethtoolStatistics;
extern const HostCommand hostname;
extern const HostCommand ifconfig;
extern const HostCommand ipAddr;
extern const HostCommand ipLink;
extern const HostCommand ipNeigh;
extern const HostCommand ipNetns;
extern const HostCommand ipRoute;
extern const HostCommand ipRule;
extern const HostCommand resolvConf;
extern const HostCommand route;
extern const HostCommand shell;
extern const HostCommand sysClassNet;
extern const HostCommand sysctl;
extern const HostCommand uname;

} // namespace commands

std::span<const HostCommand *const> hostCommands();

/// The command with these words; null when none is known.
const HostCommand *commandTyped(const std::vector<std::string> &words);

/// The command whose output the first lines look like; null when none.
const HostCommand *commandPrinting(const Reading &reading);

} // namespace vethscope
