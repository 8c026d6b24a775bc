#pragma once

#include "core/capture/capturepoint.h"
#include "core/capture/packetstore.h"
#include "core/dissect/dissector.h"
#include "core/path/places.h"

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

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
    /// `underlay`, `overlay` or `native`: of a header with so many tunnels around it, in a frame with or without tunnels (contract.md, `explain`).
    std::string_view scopeAt(std::size_t depth, bool isTunnelled) const;
};

/// Which MAC addresses stand in every unicast frame of an interface of a capture. What has been read is remembered: who asks again, of
/// another frame or when there are more, waits only for the rest.
class CommonMacs
{
public:
    /// Both outlive it.
    CommonMacs(const PacketStore &store, const Dissector &dissector) : m_store(store), m_dissector(dissector) {}

    const PacketStore &store() const { return m_store; }
    const Dissector &dissector() const { return m_dissector; }
    /// `goOn` is asked now and then; where it says no, nothing is known for now.
    std::set<MacAddress> of(std::uint32_t interface, const std::function<bool()> &goOn = {});

private:
    struct Interface {
        std::optional<std::set<MacAddress>> common{}; // nothing before the first frame
        std::size_t read = 0;                         // rows of the store
    };

    void add(Interface &interface, const Frame &frame);

    const PacketStore &m_store;
    const Dissector &m_dissector;
    Dissection m_packet;
    std::map<std::uint32_t, Interface> m_interfaces;
};

/// What the command line gave (`given`) goes before pcapng's interface name, the file's name, and the one device whose MAC address is in
/// every unicast frame of the file. `interface` is its place in the store; it may have no frame at all. `ifindex` is what SLL2 names.
Point pointOfInterface(const path::Places &places, CommonMacs &macs, std::uint32_t interface, const std::optional<CapturePoint> &given,
                       std::optional<std::uint32_t> ifindex, const std::function<bool()> &goOn = {});
/// Of the frame in that row.
Point pointOf(const path::Places &places, CommonMacs &macs, std::size_t row, const std::optional<CapturePoint> &given,
              std::optional<std::uint32_t> ifindex, const std::function<bool()> &goOn = {});

} // namespace vethscope::explain
