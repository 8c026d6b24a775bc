#include "core/follow/followedstream.h"

#include <fmt/format.h>

namespace vethscope {
namespace {

constexpr std::size_t mostKept = std::size_t{256} << 20; // bytes of one stream that are held in memory

} // namespace

std::string StreamName::filter() const
{
    return fmt::format("{}.stream == {}", content == StreamContent::Udp ? "udp" : "tcp", number);
}

void FollowedStream::add(std::uint32_t row, std::int64_t time, bool fromClient, Bytes added)
{
    const std::size_t kept = std::min(added.size(), mostKept - std::min(mostKept, bytes.size()));
    StreamSide &its = fromClient ? client : server;
    if (kept > 0) {
        if (m_speaker != fromClient)
            ++turns;
        m_speaker = fromClient;
        chunks.push_back({row, fromClient, StreamChunk::Gap::None, bytes.size(), kept, its.bytes, m_chunks[fromClient]++, time});
        bytes.insert(bytes.end(), added.begin(), added.begin() + static_cast<std::ptrdiff_t>(kept));
        its.bytes += kept;
        its.packets += m_lastRow[fromClient] != row;
        m_lastRow[fromClient] = row;
    }
    if (kept < added.size())
        addGap(row, time, fromClient, StreamChunk::Gap::TooMuch, added.size() - kept);
}

void FollowedStream::addGap(std::uint32_t row, std::int64_t time, bool fromClient, StreamChunk::Gap why, std::size_t size)
{
    StreamSide &its = fromClient ? client : server;
    its.missing += size;
    if (!chunks.empty() && chunks.back().gap == why && chunks.back().fromClient == fromClient && why == StreamChunk::Gap::TooMuch)
        chunks.back().size += size;
    else
        chunks.push_back({row, fromClient, why, bytes.size(), size, its.bytes, m_chunks[fromClient], time});
}

} // namespace vethscope
