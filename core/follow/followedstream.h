#pragma once

#include "core/flows/flowheader.h"
#include "core/flows/traffic.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace vethscope {

/// What is followed: the bytes of a TCP connection, datagrams, or HTTP's messages in a TCP connection.
enum class StreamContent : std::uint8_t { Tcp, Udp, Http };

/// A conversation, by the number that the pass over the flows has given it: `tcp.stream`, `udp.stream`.
struct StreamName {
    StreamContent content = StreamContent::Tcp;
    std::uint32_t number = 0;

    FlowHeader::Kind kind() const { return content == StreamContent::Udp ? FlowHeader::Kind::Udp : FlowHeader::Kind::Tcp; }
    /// The display filter that lets through its packets.
    std::string filter() const;

    friend bool operator==(const StreamName &, const StreamName &) = default;
};

/// Bytes that one side sent, or a gap in them.
struct StreamChunk {
    /// Why bytes are not there.
    enum class Gap : std::uint8_t {
        None,
        Missing,        // from the capture file, though the other side acknowledged them or what is behind
        Unacknowledged, // and nobody acknowledged what is behind
        Cut,            // the packet is there, but was not captured to its end
        TooMuch,        // more than is kept in memory
    };

    std::uint32_t row = 0; // of the store: the packet that brings it, or shows the gap
    bool fromClient = true;
    Gap gap = Gap::None;
    std::size_t begin = 0;    // in FollowedStream::bytes; of a gap, where it would be
    std::size_t size = 0;     // of bytes, or of the gap
    std::size_t before = 0;   // bytes that this side sent before it
    std::uint32_t number = 0; // chunks with bytes that this side has before it
    std::int64_t time = 0;    // of the packet, in nanoseconds since 1970-01-01 UTC

    bool isGap() const { return gap != Gap::None; }

    friend bool operator==(const StreamChunk &, const StreamChunk &) = default;
};

/// What one side sent.
struct StreamSide {
    TrafficEnd end;
    std::size_t packets = 0; // that bring new bytes
    std::size_t bytes = 0;
    std::size_t missing = 0; // in gaps
};

/// Who sent what in one conversation, in its order: TCP's bytes by their sequence numbers, each once.
struct FollowedStream {
    StreamName name;
    StreamSide client; // who sent the first packet
    StreamSide server;
    std::vector<std::byte> bytes;
    std::vector<StreamChunk> chunks;
    std::size_t packets = 0; // of the conversation, with and without bytes
    std::size_t turns = 0;   // how often the other side begins to speak

    const StreamSide &side(bool ofClient) const { return ofClient ? client : server; }
    Bytes bytesOf(const StreamChunk &chunk) const { return chunk.isGap() ? Bytes() : Bytes(bytes).subspan(chunk.begin, chunk.size); }

    /// Adds bytes, or a gap, at the end.
    void add(std::uint32_t row, std::int64_t time, bool fromClient, Bytes added);
    void addGap(std::uint32_t row, std::int64_t time, bool fromClient, StreamChunk::Gap why, std::size_t size);

private:
    std::optional<bool> m_speaker; // whether the client spoke last
    std::array<std::uint32_t, 2> m_chunks{};
    std::array<std::optional<std::uint32_t>, 2> m_lastRow{};
};

} // namespace vethscope
