#include "core/follow/httpmessages.h"

#include "core/follow/httpbody.h"
#include "core/follow/httphead.h"
#include "core/protocols/protocols.h"

#include <algorithm>
#include <deque>
#include <utility>

namespace vethscope {
namespace {

// A part of a message, and after which chunk of the connection it is there.
struct Part {
    std::size_t chunk;
    std::vector<std::byte> bytes;
    bool isGap = false;
};

// What one side sent, and which chunk brought each byte.
class SentBytes
{
public:
    SentBytes(const FollowedStream &connection, bool fromClient)
    {
        for (std::size_t i = 0; i < connection.chunks.size(); ++i) {
            const StreamChunk &chunk = connection.chunks[i];
            if (chunk.fromClient != fromClient)
                continue;
            const Bytes its = connection.bytesOf(chunk);
            m_marks.push_back({m_bytes.size(), i, chunk.isGap()});
            if (chunk.isGap())
                m_gaps.push_back(m_bytes.size());
            m_bytes.insert(m_bytes.end(), its.begin(), its.end());
        }
    }

    struct Mark {
        std::size_t at;
        std::size_t chunk;
        bool isGap;
    };

    Bytes bytes() const { return m_bytes; }
    const std::vector<Mark> &marks() const { return m_marks; }
    // Where the bytes from there on end, or a gap comes.
    std::size_t wholeTo(std::size_t from) const
    {
        const auto gap = std::ranges::upper_bound(m_gaps, from);
        return gap == m_gaps.end() ? m_bytes.size() : *gap;
    }
    // The chunk that brought the byte.
    std::size_t chunkAt(std::size_t byte) const
    {
        auto mark = std::ranges::upper_bound(m_marks, byte, {}, &Mark::at);
        do
            --mark;
        while (mark->isGap);
        return mark->chunk;
    }

private:
    std::vector<std::byte> m_bytes;
    std::vector<Mark> m_marks;
    std::vector<std::size_t> m_gaps; // where they are
};

// The messages of one side.
class MessageReader
{
public:
    // `asked`: what the other side's requests were, of those that answers come to.
    MessageReader(const SentBytes &sent, std::deque<HttpHead> &asked, std::vector<Part> &parts) : m_sent(sent), m_asked(asked), m_parts(parts) { }

    void read()
    {
        for (const SentBytes::Mark &mark : m_sent.marks())
            if (mark.isGap)
                m_parts.push_back({mark.chunk, {}, true});
        for (std::size_t at = 0; at < m_sent.bytes().size();)
            at = readMessage(at, m_sent.wholeTo(at));
    }

private:
    // Returns where the next one begins.
    std::size_t readMessage(std::size_t at, std::size_t end)
    {
        const Bytes bytes = m_sent.bytes().subspan(at, end - at);
        const std::size_t empty = asText(bytes).find("\r\n\r\n");
        if (m_switched || empty == std::string_view::npos || !protocols::http.recognises(bytes) || protocols::http2.recognises(bytes))
            return putAsSent(at, end);
        const std::size_t bodyAt = at + empty + 4;
        put(at, bodyAt, Bytes(bytes).first(empty + 4));
        HttpHead head = readHttpHead(asText(bytes.first(empty + 4)));
        if (head.isResponse && !asText(bytes).starts_with("HTTP/1.1 100"))
            answer(head);
        else if (!head.isResponse)
            m_asked.push_back(head);
        return readBody(head, bodyAt, end);
    }

    void answer(HttpHead &head)
    {
        if (m_asked.empty())
            return;
        head.hasNoBody = head.hasNoBody || m_asked.front().isHeadRequest;
        head.switches = head.switches || m_asked.front().isConnect;
        m_asked.pop_front();
    }

    std::size_t readBody(const HttpHead &head, std::size_t at, std::size_t end)
    {
        m_switched = head.switches;
        if (head.hasNoBody || head.switches)
            return at;
        const Bytes there = m_sent.bytes().subspan(at, end - at);
        if (head.chunked) {
            const auto body = readChunkedBody(there);
            if (!body)
                return putAsSent(at, end);
            putBody(head, at, at + body->size, body->bytes);
            return at + body->size;
        }
        const std::uint64_t length = head.length.value_or(head.isResponse ? there.size() : 0);
        if (length > there.size())
            return putAsSent(at, end);
        putBody(head, at, at + length, there.first(length));
        return at + length;
    }

    void putBody(const HttpHead &head, std::size_t at, std::size_t end, Bytes body)
    {
        const auto unpacked = head.gzip ? gunzipped(body) : std::nullopt;
        put(at, end, unpacked ? Bytes(*unpacked) : body);
    }

    // What stands for the bytes from `at` to `end`, which are there once the last of them is.
    void put(std::size_t at, std::size_t end, Bytes bytes)
    {
        if (end > at)
            m_parts.push_back({m_sent.chunkAt(end - 1), {bytes.begin(), bytes.end()}});
    }

    std::size_t putAsSent(std::size_t at, std::size_t end)
    {
        while (at < end) {
            const auto next = std::ranges::upper_bound(m_sent.marks(), at, {}, &SentBytes::Mark::at);
            const std::size_t to = next == m_sent.marks().end() ? end : std::min(end, next->at);
            put(at, to, m_sent.bytes().subspan(at, to - at));
            at = to;
        }
        return end;
    }

    const SentBytes &m_sent;
    std::deque<HttpHead> &m_asked;
    std::vector<Part> &m_parts;
    bool m_switched = false;
};

} // namespace

FollowedStream httpMessages(const FollowedStream &connection)
{
    std::vector<Part> parts;
    std::deque<HttpHead> asked;
    for (const bool fromClient : {true, false})
        MessageReader(SentBytes(connection, fromClient), asked, parts).read();
    std::ranges::stable_sort(parts, {}, &Part::chunk);
    FollowedStream messages;
    messages.name = connection.name;
    messages.client.end = connection.client.end;
    messages.server.end = connection.server.end;
    messages.packets = connection.packets;
    for (const Part &part : parts) {
        const StreamChunk &chunk = connection.chunks[part.chunk];
        if (part.isGap)
            messages.addGap(chunk.row, chunk.time, chunk.fromClient, chunk.gap, chunk.size);
        else
            messages.add(chunk.row, chunk.time, chunk.fromClient, part.bytes);
    }
    return messages;
}

} // namespace vethscope
