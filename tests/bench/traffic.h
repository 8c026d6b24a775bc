#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace vethscope::bench {

/// One frame of the generated mix, ready to be written again and again with other addresses.
struct Template {
    std::vector<std::uint8_t> bytes;
    std::vector<std::size_t> sourceAt;      // where the last byte of each source address stands
    std::vector<std::size_t> destinationAt; // and of each destination address
    std::vector<std::size_t> internetAt;    // its IPv4 headers, the outer one first
    std::size_t tcpAt = 0;                  // of the innermost packet; 0: it has none
    std::size_t dnsAt = 0;                  // likewise

    std::uint32_t data() const { return static_cast<std::uint32_t>(bytes.size() - tcpAt - 32); } // bytes behind TCP's header
};

/// What a node of a Kubernetes cluster sees: mostly VXLAN with TCP, HTTP and DNS inside, some IPIP,
/// some BGP, some plain pod and node traffic. 300 bytes a frame on average.
std::vector<Template> mixOfTraffic();

/// What tells the packets of real connections apart: TCP's numbers go on, both ways, and each connection opens once; every IPv4 packet and every
/// question has an identification.
class Connections
{
public:
    /// Gives the frame, whose addresses are written, the numbers of the next packet between its ends.
    void number(Template &frame);

private:
    using Ends = std::pair<std::uint64_t, std::uint64_t>; // the lesser first
    struct Numbers {
        std::uint32_t next[2] = {1000, 5000}; // of the lesser end, of the other
        bool isOpen = false;
    };

    std::map<Ends, Numbers> m_all;
    std::uint16_t m_identification = 0;
};

} // namespace vethscope::bench
