#pragma once

#include "core/bytes/bytes.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace vethscope {

class FrameFacts;
class PortNaming;
struct Protocol;

/// Where the payload of a header goes on: in bytes that were put together from several frames, or nowhere.
struct Splice {
    std::uint32_t at;     // the payload begins here by the header's own word
    std::uint32_t begin;  // what is read in its place, in the frame's bytes
    std::uint32_t end;
    std::uint32_t pieces; // it was put together from; 0 when it is shown in another frame
    const Protocol *next; // who takes it; null: whoever the header asks for
};

/// A frame's own bytes and, behind them, those in which its payloads go on.
struct Continued {
    std::vector<std::byte> bytes{}; // empty: nothing was put together in this frame
    std::vector<Splice> splices{};  // from the outside in
    std::uint32_t ownSize = 0;
};

/// One captured frame, as its file tells of it; the views live as long as the PacketStore.
struct Frame {
    Bytes bytes;                       // what was captured; with `continued`, what was put together is behind it
    std::uint32_t originalLength = 0;  // what was on the wire, in bytes
    std::uint32_t linkType = 1;        // LINKTYPE_ value of tcpdump.org: 1 Ethernet, 101 raw IP, 113 SLL, 276 SLL2
    std::uint32_t number = 1;          // counts from 1
    std::int64_t time = 0;             // nanoseconds since 1970-01-01 UTC
    bool timed = true;                 // a pcapng Simple Packet Block has no time
    std::int64_t sincePrevious = 0;    // nanoseconds after the frame before it; less than 0 where times run backwards
    std::optional<std::int64_t> sinceDisplayed{}; // after the last one that passed the filter; only who writes one after another knows
    std::int64_t sinceFirst = 0;       // after the capture's first
    std::uint32_t interfaceId = 0;
    bool hasInterface = false;         // pcapng knows interfaces, pcap does not
    std::string_view interfaceName;
    std::string_view pointNode;        // the capture point: node or pod, where known,
    std::string_view pointInterface;   // and interface
    std::string_view comment;
    Bytes options{};                   // what the record says beside the bytes, as a pcapng block has it,
    bool bigEndianOptions = false;     // in its byte order
    std::shared_ptr<const Continued> continued{}; // when payloads are put together and this frame's are
    const FrameFacts *facts = nullptr; // what the packets around it tell, when a pass over the capture was asked for
    const PortNaming *ports = nullptr; // what is written of the frame calls ports so; null: numbers

    /// How many bytes were captured.
    std::size_t captured() const { return continued ? continued->ownSize : bytes.size(); }
};

} // namespace vethscope
