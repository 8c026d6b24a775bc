#pragma once

#include "core/address/address.h"
#include "core/facts/evidence.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace vethscope::testimony {

/// What a tool tells of the packet itself: as much as is there.
struct ToldPacket {
    std::optional<IpAddress> source{}, destination{};
    std::optional<std::uint8_t> protocol{};
    std::optional<std::uint16_t> sourcePort{}, destinationPort{};
    std::optional<std::uint16_t> id{};             // IPv4's
    std::optional<std::uint16_t> echoId{}, echoSequence{};
    std::optional<std::uint32_t> length{};         // of the whole frame

    bool hasAddresses() const { return source && destination; }
};

/// How far a tool tells when it was.
enum class TimeTold : std::uint8_t {
    Not,   // no time, or only one between two records
    Utc,   // nanoseconds since 1970
    Local, // the same by a clock whose zone is not told, read as if it were UTC
    OfDay, // such a clock without its day: nanoseconds since midnight
};

/// One thing that a kernel told of one packet, or of several alike, through one of its tools.
struct Record {
    std::string node{};          // empty where neither the text nor the command line says it
    std::string_view tool{};
    TimeTold timeTold = TimeTold::Not;
    std::int64_t time = 0;
    std::string function{};      // of the kernel, or family, table and chain; empty where not told
    std::string reason{};        // the kernel's skb_drop_reason without its prefix; empty where nothing was dropped, or no reason is told
    ToldPacket packet{};
    std::optional<std::size_t> row{}; // of the captured frame that it stands beside
    std::string group{};         // records of one packet share it; empty where the tool does not tell them apart
    std::uint64_t count = 1;     // packets that it speaks of
    EvidenceList evidence{};
};

} // namespace vethscope::testimony
