#pragma once

#include "core/diagnose/fault.h"

#include <span>

namespace vethscope::diagnose::faults {

/// Every fault that is looked for, one file each. A new one gets its line here and in faults.cpp.
extern const Fault arpUnanswered;
extern const Fault asymmetricPath;
extern const Fault badChecksumOnWire;
extern const Fault bgpNotification;
extern const Fault bgpRouteAbsent;
extern const Fault bgpSessionDown;
extern const Fault bgpWrongSource;
extern const Fault bridgeNetfilterOff;
extern const Fault bridgeSubnetMismatch;
extern const Fault conntrackFull;
extern const Fault dnsConntrackRace;
extern const Fault dnsSearchAmplification;
extern const Fault dnsUnanswered;
extern const Fault duplicateMac;
extern const Fault duplicatePodIp;
extern const Fault duplicateTunnelIp;
extern const Fault foreignTunnelTraffic;
extern const Fault forwardDrop;
extern const Fault forwardingOff;
extern const Fault hairpinOff;
extern const Fault invalidReplyReset;
extern const Fault masqueradedPodTraffic;
extern const Fault missingFdbEntry;
extern const Fault missingNeighbour;
extern const Fault missingRoute;
extern const Fault mtuBlackHole;
extern const Fault neighbourTableFull;
extern const Fault nextHopNotOnLink;
extern const Fault oneWayTunnel;
extern const Fault overlappingPodCidr;
extern const Fault podTrafficLoop;
extern const Fault policyDrop;
extern const Fault rpFilterDrop;
extern const Fault staleBlackhole;
extern const Fault staleFdb;
extern const Fault staleNeighbour;
extern const Fault staleUdpTranslation;
extern const Fault superFrameLost;
extern const Fault tcpRetransmissions;
extern const Fault tunnelDeviceMissing;
extern const Fault tunnelFragmented;
extern const Fault tunnelMacChanged;
extern const Fault tunnelMtuTooLarge;
extern const Fault tunnelPortBlocked;
extern const Fault userSpaceTunnel;
extern const Fault vethBroken;
extern const Fault vniMismatch;
extern const Fault vxlanPortMismatch;
extern const Fault wrongUnderlayInterface;

/// All of them, by their ids.
extern const std::span<const Fault *const> all;

} // namespace vethscope::diagnose::faults
