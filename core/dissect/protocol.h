#pragma once

#include "core/bytes/result.h"
#include "core/dissect/field.h"
#include "core/dissect/layer.h"
#include "core/dissect/textbuffer.h"

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace vethscope {

class Details;
class LayerView;

/// A number by which a lower protocol names the next one.
struct Claim {
    enum Kind : std::uint8_t {
        None,
        LinkType,
        EtherType,
        LlcSap,
        PppProtocol,
        IpProtocol,
        Ipv6NextHeader, // asked before IpProtocol: what means something else behind IPv6 than behind IPv4
        UdpPort,
        TcpPort,
        UdpContent,
        TcpContent,
    };

    Kind kind = None;
    std::uint32_t value = 0;
};

/// What a header does to the packets inside it.
enum class Boundary : std::uint8_t {
    Open,   // nothing: the next header serves the same network
    Tunnel, // ends the underlay and begins the overlay
    Quote,  // what follows is quoted (ICMP errors), not carried
};

/// What one header tells the driver: how long it is, how much it carries and who comes next.
struct Step {
    static constexpr std::size_t everything = SIZE_MAX;

    std::size_t size = 0;
    const Protocol *next = nullptr;
    std::array<Claim, 3> claims{};     // asked in this order when `next` is not set
    std::size_t payload = everything;  // bytes that follow by the header's own length field
    std::size_t trailer = 0;           // bytes behind them, at the end of what is around it, that are this header's too
    Boundary boundary = Boundary::Open;
    bool carries = true;               // whether bytes that nobody claims are shown as data
    const Protocol *instead = nullptr; // these bytes begin with a header of that protocol: all else is not looked at
};

using Dissected = Result<Step, Damage>;

/// How long the message at the front of a TCP stream is.
struct MessageSize {
    static constexpr std::size_t untilEnd = SIZE_MAX; // as long as the stream

    std::size_t bytes = 0; // 0: no message begins here
    bool known = true;     // false: it takes at least so many, more than there are, to tell
};

/// A name that stands for several fields: `ip.addr` is ip.src and ip.dst.
struct Alias {
    enum Kind : std::uint8_t { Own, Whole };

    std::string_view name; // without the protocol's prefix, unless it is whole
    std::string_view label;
    std::array<std::string_view, 2> fields;
    Kind kind = Own;
};

/// A protocol is one file with one table; this is what the file offers. Everything else that knows of
/// the protocol (tree, filter, columns, byte highlights, `-e`) reads it here.
struct Protocol {
    std::string_view name;       // prefix of its filter names
    std::string_view title;      // as the tree writes it
    std::string_view shortTitle; // as the Protocol column and the boxes write it
    std::string_view reference{}; // RFC, IEEE standard or kernel file it follows
    std::string_view fieldPrefix{}; // of its filter names, where it is not `name`: SSDP has HTTP's fields
    std::string_view newName{};  // what later versions of Wireshark call it and its fields; filters understand both
    std::size_t headerSize = 0;  // bytes that are there in every header; the driver promises them
    std::span<const Field> fields{};
    std::span<const Field> varying{};
    std::span<const Field> stateful{}; // rows that only the packets before it can tell: FrameFacts adds them
    std::span<const Alias> aliases{};
    std::span<const Claim> claims{};

    /// Runs for every packet of a capture; allocates nothing. Null for `frame` and its like, which are no header.
    Dissected (*dissect)(Bytes bytes) = nullptr;
    /// Whether bytes behind a claimed port really look like this protocol. Null: they always do.
    bool (*accepts)(Bytes bytes) = nullptr;
    /// Whether bytes are surely this protocol, on whatever port: for protocols that claim UdpContent or TcpContent.
    bool (*recognises)(Bytes bytes) = nullptr;
    /// For protocols over TCP whose messages may lie in several segments. Runs when these are put together.
    MessageSize (*messageSize)(Bytes stream) = nullptr;
    /// Adds what the table cannot say. Runs for packets that are looked at, or whose varying parts are asked for.
    void (*details)(const LayerView &view, Details &details) = nullptr;
    /// What stands beside the title in the tree: the header in a few words.
    void (*summary)(const LayerView &view, TextBuffer &out) = nullptr;
    /// The Info column, when this is the innermost header; the summary where there is none.
    void (*info)(const LayerView &view, TextBuffer &out) = nullptr;
    /// Words behind the Info column's, of which Wireshark says nothing: `: 10.244.1.0/24 via 192.168.10.17`. The classic columns leave them out.
    void (*gist)(const LayerView &view, TextBuffer &out) = nullptr;
    /// Words in front of the Info column, whichever header writes it: `[TCP Retransmission] `.
    void (*remark)(const LayerView &view, TextBuffer &out) = nullptr;

    const Field *source = nullptr; // the address fields that the list shows; inner ones win
    const Field *destination = nullptr;
    const Field *identifier = nullptr; // the number that tells one network of its kind from another: a VNI, a VLAN
    std::string_view tunnel{};       // the value of vs.tunnel, when this header is a seam

    // How frame.protocols speaks of it, where that is not simply its name.
    bool (*throughEtherType)(Bytes header) = nullptr; // whether "ethertype" stands behind it
    bool stack = false;    // headers that follow each other are named once
    bool unnamed = false;  // our own name for what Wireshark has none for: left out
};

} // namespace vethscope
