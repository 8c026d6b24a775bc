#include "core/diagnose/faults.h"

#include <array>

namespace vethscope::diagnose {
namespace {

constexpr auto allFaults = std::to_array<const Fault *>({
    &faults::arpUnanswered,
    &faults::asymmetricPath,
    &faults::badChecksumOnWire,
    &faults::bgpNotification,
    &faults::bgpRouteAbsent,
    &faults::bgpSessionDown,
    &faults::bgpWrongSource,
    &faults::bridgeNetfilterOff,
    &faults::bridgeSubnetMismatch,
    &faults::conntrackFull,
    &faults::dnsConntrackRace,
    &faults::dnsSearchAmplification,
    &faults::dnsUnanswered,
    &faults::duplicateMac,
    &faults::duplicatePodIp,
    &faults::duplicateTunnelIp,
    &faults::foreignTunnelTraffic,
    &faults::forwardDrop,
    &faults::forwardingOff,
    &faults::hairpinOff,
    &faults::invalidReplyReset,
    &faults::masqueradedPodTraffic,
    &faults::missingFdbEntry,
    &faults::missingNeighbour,
    &faults::missingRoute,
    &faults::mtuBlackHole,
    &faults::neighbourTableFull,
    &faults::nextHopNotOnLink,
    &faults::oneWayTunnel,
    &faults::overlappingPodCidr,
    &faults::podTrafficLoop,
    &faults::policyDrop,
    &faults::rpFilterDrop,
    &faults::staleBlackhole,
    &faults::staleFdb,
    &faults::staleNeighbour,
    &faults::staleUdpTranslation,
    &faults::superFrameLost,
    &faults::tcpRetransmissions,
    &faults::tunnelDeviceMissing,
    &faults::tunnelFragmented,
    &faults::tunnelMacChanged,
    &faults::tunnelMtuTooLarge,
    &faults::tunnelPortBlocked,
    &faults::userSpaceTunnel,
    &faults::vethBroken,
    &faults::vniMismatch,
    &faults::vxlanPortMismatch,
    &faults::wrongUnderlayInterface,
});

} // namespace

constinit const std::span<const Fault *const> faults::all{allFaults};

} // namespace vethscope::diagnose
