#pragma once

#include "core/capture/capturepoint.h"
#include "core/capture/packetstore.h"
#include "core/dissect/dissector.h"
#include "core/path/places.h"

#include <optional>
#include <string>

namespace vethscope::explain {

/// Where a frame was captured (contract.md, "Capture points"); what nothing tells is empty.
struct Point {
    std::string node{};
    std::string interface{};
    std::string pod{};                   // its NAMESPACE/NAME, where it is a pod's own device
    const path::Place *place = nullptr;  // null where no snapshot knows the machine

    bool isKnown() const { return place && !interface.empty(); }
    /// Whether it is a device that carries the inside of a tunnel.
    bool isTunnelDevice() const;
};

/// What the command line gave (`given`) goes before pcapng's interface name, the file's name, and the one device whose MAC address is in
/// every unicast frame of the file. `ifindex` is what SLL2 names.
Point pointOf(const path::Places &places, const PacketStore &store, const Dissector &dissector, std::size_t row,
              const std::optional<CapturePoint> &given, std::optional<std::uint32_t> ifindex);

} // namespace vethscope::explain
