#pragma once

#include "core/bytes/bytes.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace vethscope {

/// What somebody decided about a packet, as pcapng's epb_verdict has it: a number of BPF's programs, or bytes.
struct PacketVerdict {
    std::uint8_t kind = 0;
    std::optional<std::uint64_t> number{};
    Bytes bytes{};
};

/// What the file says of a packet beside its bytes: every comment, the link layer's flags (epb_flags), packets that were dropped before it,
/// its number at other interfaces, the queue that it came by, what was decided about it.
struct PacketRemarks {
    std::vector<std::string_view> comments{};
    std::optional<std::uint32_t> flags{};
    std::optional<std::uint64_t> dropCount{};
    std::optional<std::uint64_t> id{};
    std::optional<std::uint32_t> queue{};
    std::vector<PacketVerdict> verdicts{};
};

} // namespace vethscope
