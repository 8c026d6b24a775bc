#pragma once

#include "core/follow/followedstream.h"

#include <array>
#include <map>
#include <vector>

namespace vethscope {

/// Puts the data of a TCP connection in order by its sequence numbers, each byte once: what comes again is left out, what comes too early
/// waits, and what never comes is a gap as soon as the other side acknowledges what is behind it.
class TcpAssembly
{
public:
    struct Segment {
        std::uint32_t row;
        std::int64_t time;
        bool fromClient;
        std::uint32_t sequence; // of its first byte of data
        std::uint32_t length;   // by its headers' word
        bool acknowledges;
        std::uint32_t acknowledgment;
        Bytes data; // as far as it was captured; lives as long as the assembly
    };

    explicit TcpAssembly(FollowedStream &stream) : m_stream(stream) { }

    /// The next segment in the order of capture.
    void see(const Segment &segment);
    /// There are no more: what waits comes out behind its gaps.
    void finish();

private:
    // Numbers are counted on beyond 32 bits, so that they are never before where they are behind.
    struct Piece {
        std::uint32_t row;
        std::int64_t time;
        std::int64_t begin;
        std::int64_t end;
        Bytes data;
    };
    struct Side {
        bool known = false;
        std::int64_t next = 0; // the number of the first byte that has not come out
        std::multimap<std::int64_t, Piece> waiting;
    };

    static std::int64_t unwrapped(const Side &side, std::uint32_t number);
    void take(bool fromClient, Piece piece);
    void takeWaiting(bool fromClient);
    void acknowledge(bool ofClient, const Segment &segment);

    FollowedStream &m_stream;
    std::array<Side, 2> m_sides{}; // of the server, and of the client
};

} // namespace vethscope
