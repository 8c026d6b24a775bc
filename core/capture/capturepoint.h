#pragma once

#include <string>
#include <string_view>

namespace vethscope {

/// Where a capture was taken: on which node (or in which pod) and on which interface. Empty where not known.
struct CapturePoint {
    std::string node;
    std::string interface;
};

/// Reads the point from a pcapng interface name and from a file name such as `master.cni0.pcap`,
/// `master_cni0.pcap` or `pod_tea-1_eth0.pcap` (contract.md, journey).
CapturePoint capturePoint(std::string_view fileName, std::string_view interfaceName);

} // namespace vethscope
