#pragma once

#include "core/bytes/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace vethscope {

/// A name that a capture file gives an address (pcapng's Name Resolution Block).
struct ResolvedName {
    std::string address; // 4 bytes of IPv4 or 16 of IPv6, in network order
    std::string name;
};

/// What the capturing program counted at an interface (pcapng's Interface Statistics Block).
/// An interface may have several; each counts from the beginning of the capture.
struct InterfaceStatistics {
    std::uint32_t source = 0; // place of the interface in the capture's list
    std::optional<std::uint64_t> received;
    std::optional<std::uint64_t> dropped;         // by the interface or the capturing program
    std::optional<std::uint64_t> droppedBySystem; // for want of room in the kernel
    std::optional<std::int64_t> begin{}, end{};   // of the capture, nanoseconds since 1970-01-01 UTC
};

/// What a capture file says beside its packets and interfaces, in the order of the file.
struct FileNotes {
    std::vector<std::string> comments; // of sections
    std::vector<ResolvedName> names;
    std::vector<InterfaceStatistics> statistics;
    std::vector<Error> oddities; // what is wrong with it without ending it

    /// Packets that came by and are in no file, as far as the files tell.
    std::uint64_t dropped() const;

    bool empty() const { return comments.empty() && names.empty() && statistics.empty() && oddities.empty(); }
};

} // namespace vethscope
