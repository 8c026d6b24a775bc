#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace vethscope::bench {

/// One frame of the generated mix, ready to be written again and again with other addresses.
struct Template {
    std::vector<std::uint8_t> bytes;
    std::vector<std::size_t> sourceAt;      // where the last byte of each source address stands
    std::vector<std::size_t> destinationAt; // and of each destination address
};

/// What a node of a Kubernetes cluster sees: mostly VXLAN with TCP, HTTP and DNS inside, some IPIP,
/// some BGP, some plain pod and node traffic. 300 bytes a frame on average.
std::vector<Template> mixOfTraffic();

} // namespace vethscope::bench
