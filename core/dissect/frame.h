#pragma once

#include "core/bytes/bytes.h"

#include <cstdint>
#include <string_view>

namespace vethscope {

/// One captured frame, as its file tells of it; the views live as long as the PacketStore.
struct Frame {
    Bytes bytes;                       // what was captured
    std::uint32_t originalLength = 0;  // what was on the wire, in bytes
    std::uint32_t linkType = 1;        // LINKTYPE_ value of tcpdump.org: 1 Ethernet, 101 raw IP, 113 SLL, 276 SLL2
    std::uint32_t number = 1;          // counts from 1
    std::int64_t time = 0;             // nanoseconds since 1970-01-01 UTC
    bool timed = true;                 // a pcapng Simple Packet Block has no time
    std::uint32_t interfaceId = 0;
    bool hasInterface = false;         // pcapng knows interfaces, pcap does not
    std::string_view interfaceName;
    std::string_view pointNode;        // the capture point: node or pod, where known,
    std::string_view pointInterface;   // and interface
    std::string_view comment;
};

} // namespace vethscope
