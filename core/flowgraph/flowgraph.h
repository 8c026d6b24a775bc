#pragma once

#include "core/address/address.h"
#include "core/dissect/layer.h"
#include "core/statistics/packettally.h"
#include "core/summary/columns.h"

#include <cstdint>
#include <map>
#include <optional>
#include <variant>
#include <vector>

namespace vethscope {

/// Which packets a flow graph has.
enum class FlowKind : std::uint8_t { All, Tcp, Icmp };

/// Which addresses its lifelines are of: those of the innermost packet, or those that the nodes see.
enum class FlowAddresses : std::uint8_t { Overlay, Underlay };
Perspective perspectiveOf(FlowAddresses addresses);

/// An end of a packet.
using FlowAddress = std::variant<MacAddress, IpAddress>;
std::string textOf(const FlowAddress &address);

/// A packet from one lifeline to another.
struct FlowEvent {
    std::uint32_t row = 0; // of the store
    std::uint32_t from = 0, to = 0;
    std::uint16_t sourcePort = 0, destinationPort = 0;
    Scope scope = Scope::Native;
    bool hasPorts = false;
};

/// What all packets of one kind do between addresses, in their order; afterwards only read, from any thread.
struct FlowGraph {
    std::vector<FlowAddress> addresses; // in the order in which packets bring them, sources first
    std::vector<FlowEvent> events;      // by their rows
    std::size_t leftOut = 0;            // packets of that kind without two addresses

    /// The first event whose row is not smaller.
    std::size_t placeOf(std::uint32_t row) const;
    /// The place of that row's own event.
    std::optional<std::size_t> find(std::uint32_t row) const;
};

/// Keeps the packets of one kind with their ends.
class FlowTally final : public PacketTally
{
public:
    FlowTally(FlowKind kind, FlowAddresses addresses) : m_kind(kind), m_perspective(perspectiveOf(addresses)) { }

    void count(std::size_t row, const Frame &frame, const Dissection &packet) override;
    void add(const PacketTally &other) override;

    FlowGraph graph() const;

private:
    std::uint32_t placeOf(const FlowAddress &address);

    const FlowKind m_kind;
    const Perspective m_perspective;
    std::map<FlowAddress, std::uint32_t> m_places;
    std::vector<FlowEvent> m_events;
    std::size_t m_leftOut = 0;
};

} // namespace vethscope
