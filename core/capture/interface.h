#pragma once

#include <cstdint>
#include <string>

namespace vethscope {

/// One interface of one capture file, or the only one of a file that knows no interfaces (pcap).
struct Interface {
    std::uint32_t file = 0;          // place in the list of opened files
    std::uint32_t id = 0;            // as the file numbers it, anew in each pcapng section
    bool described = false;          // whether the file itself speaks of interfaces
    std::uint32_t linkType = 1;      // LINKTYPE_ value
    bool bigEndian = false;          // byte order of its section
    std::uint64_t unitsPerSecond = 1'000'000;
    std::int64_t timeOffset = 0;     // seconds to add (if_tsoffset)
    std::uint32_t snapLength = 0;    // 0: no limit
    std::string name;                // if_name, else empty
    std::string description;         // if_description
    std::string filter;              // if_filter as it stands: a byte for its kind, then the capture filter
    std::string comment;             // the file's words about the interface
    std::string pointNode;           // the capture point: the node or pod, where the file's name tells it,
    std::string pointInterface;      // and the interface
};

} // namespace vethscope
