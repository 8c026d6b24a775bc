#pragma once

#include "core/address/address.h"
#include "core/dissect/frame.h"
#include "core/dissect/layer.h"
#include "core/path/tunnelseen.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vethscope::explain {

/// An address that a header of a frame shows.
struct ShownField {
    std::string_view name; // eth.src
    std::size_t depth = 0; // tunnels around its header
    std::optional<MacAddress> mac{};
    std::optional<IpAddress> ip{};

    std::string text() const { return mac ? mac->text() : ip->text(); }
    bool isSource() const { return name.find("src") != name.npos; }
};

/// What explain needs of a captured frame: its addresses, outermost first, and what the innermost packet is.
struct ShownFrame {
    std::vector<ShownField> fields{};
    std::vector<std::string_view> tunnels{}; // outermost first, in vs.tunnel's words
    std::size_t depth = 0;                   // of the innermost header
    std::optional<std::uint8_t> protocol{}, timeToLive{};
    std::optional<std::uint16_t> sourcePort{}, destinationPort{};
    std::optional<std::uint8_t> icmpType{}, tcpFlags{};
    std::optional<std::uint16_t> arpOperation{};
    std::optional<IpAddress> ndpTarget{};    // whom a neighbour solicitation or advertisement is about
    std::optional<std::uint32_t> ifindex{}; // of the device that SLL2 names

    /// Null where the frame has no such header.
    const ShownField *field(std::string_view name, std::size_t depth) const;
    /// Of the innermost IP header; nothing where the frame has none.
    std::optional<IpAddress> source() const { return innermost("ip.src", "ipv6.src"); }
    std::optional<IpAddress> destination() const { return innermost("ip.dst", "ipv6.dst"); }
    /// Whether a field is one of these two.
    bool isInnermostAddress(const ShownField &field) const { return field.ip && field.depth == depth && !arpOperation; }
    path::TunnelSeen tunnelSeen() const;

private:
    std::optional<IpAddress> innermost(std::string_view v4, std::string_view v6) const;
};

/// A packet that an ICMP error quotes does not count.
ShownFrame shownFrame(const Frame &frame, const Dissection &packet);

} // namespace vethscope::explain
