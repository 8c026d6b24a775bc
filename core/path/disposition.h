#pragma once

#include <cstdint>
#include <string_view>

namespace vethscope::path {

/// What becomes of a packet: the contract's dispositions.
enum class Disposition : std::uint8_t {
    Delivered, ExitsCluster, FactsMissing, NoRoute, Blackhole, Unreachable, Prohibited, NeighbourFailed, NoFdbEntry, VniUnknown,
    PortMismatch, WrongTunnelMac, Filtered, RpFilter, ForwardingOff, DeviceDown, TtlExceeded, Loop, TooBig, StaleTranslation, NoEndpoints,
    HairpinOff, AnswerUntranslated, TunnelDeviceMissing, Martian, LeavesCluster, DuplicateAddress,
};

enum class Verdict : std::uint8_t { Delivered, Dropped, Unknown };

/// `neighbour-failed`.
std::string_view nameOf(Disposition disposition);
std::string_view nameOf(Verdict verdict);
Verdict verdictOf(Disposition disposition);

} // namespace vethscope::path
