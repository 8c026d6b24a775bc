#pragma once

#include <filesystem>
#include <optional>
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

/// A capture as a command line names it: `[NODE:IFACE=]FILE` (contract.md, "Capture points").
struct CaptureArgument {
    std::optional<CapturePoint> point; // where it says one; the node may be a pod, `NAMESPACE/POD`
    std::filesystem::path file;
};

/// A file of the whole name goes before a point in front of one. No device has `:` in its name (dev_valid_name in net/core/dev.c),
/// so the last one in front of `=` ends the node's.
CaptureArgument captureArgument(const std::string &text);

} // namespace vethscope
