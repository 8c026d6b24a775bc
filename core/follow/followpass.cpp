#include "core/follow/followpass.h"

#include "core/follow/httpmessages.h"
#include "core/follow/streamtally.h"
#include "core/follow/tcpassembly.h"

#include <algorithm>
#include <tuple>

namespace vethscope {
namespace {

const ConversationTable &tableOf(const FlowPass &flows, FlowHeader::Kind kind)
{
    return kind == FlowHeader::Kind::Tcp ? flows.tcp() : flows.udp();
}

TrafficEnd endOf(const Endpoints &ends, bool low)
{
    return {low ? ends.lowAddress : ends.highAddress, ends.addressSize, low ? ends.lowPort : ends.highPort};
}

// Those of the conversation among those between its ends, in the order of capture.
std::vector<StreamSegment> ordered(std::vector<StreamSegment> segments, const FlowPass &flows, const Endpoints &ends, StreamName stream)
{
    FlowHeader header;
    header.kind = stream.kind();
    header.ends = ends;
    header.hash = ends.hash();
    std::erase_if(segments, [&](const StreamSegment &segment) {
        header.row = segment.row;
        header.nth = segment.nth;
        return flows.streamOf(header) != stream.number;
    });
    std::ranges::sort(segments, {}, [](const StreamSegment &segment) { return std::tuple(segment.row, segment.nth); });
    return segments;
}

} // namespace

FollowPass::FollowPass(const PacketStore &store, const Dissector &dissector, const FlowPass &flows, std::optional<StreamName> stream, unsigned threads)
    : m_store(store), m_flows(flows), m_stream(stream), m_ends(stream ? tableOf(flows, stream->kind())[stream->number] : Endpoints()),
      m_pass(store, dissector, [this] { return std::make_unique<StreamTally>(m_stream ? m_stream->kind() : FlowHeader::Kind::Tcp, m_ends); },
             stream ? std::nullopt : std::optional(std::vector<std::uint32_t>()), threads)
{
}

std::size_t FollowPass::done() const
{
    if (!m_stream)
        return m_store.size();
    const bool complete = finished(); // asked first
    const std::size_t both = std::min(m_pass.done(), m_flows.done());
    return complete || !m_store.finished() ? both : std::min(both, std::max<std::size_t>(m_store.size(), 1) - 1); // not all before it is finished
}

void FollowPass::waitUntilFinished() const
{
    m_flows.waitUntilFinished();
    m_pass.waitUntilFinished();
}

std::shared_ptr<const FollowedStream> FollowPass::followed() const
{
    auto stream = std::make_shared<FollowedStream>();
    if (!m_stream)
        return stream;
    stream->name = *m_stream;
    const auto tally = m_pass.tally();
    const std::vector<StreamSegment> segments = ordered(static_cast<const StreamTally &>(*tally).segments(), m_flows, m_ends, *m_stream);
    if (segments.empty())
        return stream;
    const bool lowIsClient = segments.front().fromLow;
    stream->client.end = endOf(m_ends, lowIsClient);
    stream->server.end = endOf(m_ends, !lowIsClient);
    std::vector<Frame> held; // of frames that were put together, whose bytes would go with them
    TcpAssembly assembly(*stream);
    for (const StreamSegment &segment : segments) {
        const Frame frame = m_store.frame(segment.row);
        const bool fromClient = segment.fromLow == lowIsClient;
        const Bytes data = frame.bytes.subspan(std::min<std::size_t>(segment.payloadAt, frame.bytes.size())).first(segment.captured);
        if (frame.continued)
            held.push_back(frame);
        if (m_stream->content != StreamContent::Udp)
            assembly.see({segment.row, frame.time, fromClient, segment.sequence, segment.length, segment.acknowledges, segment.acknowledgment, data});
        else {
            ++stream->packets;
            stream->add(segment.row, frame.time, fromClient, data);
        }
    }
    assembly.finish();
    return m_stream->content == StreamContent::Http ? std::make_shared<FollowedStream>(httpMessages(*stream)) : stream;
}

std::uint32_t streamCount(const FlowPass &flows, StreamContent content)
{
    return static_cast<std::uint32_t>(tableOf(flows, StreamName{content, 0}.kind()).size());
}

} // namespace vethscope
