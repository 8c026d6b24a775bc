#pragma once

#include "core/flows/flowpass.h"
#include "core/follow/followedstream.h"
#include "core/statistics/packetpass.h"

#include <optional>

namespace vethscope {

/// Follows one conversation through the packets of a store, also one that still grows; counted() is a FollowedStream. The conversation
/// has to be known to the pass over the flows; none: nothing is followed.
class FollowPass final : public CountingPass
{
public:
    /// Store, dissector and flows outlive it. `threads` 0: one for each processor.
    FollowPass(const PacketStore &store, const Dissector &dissector, const FlowPass &flows, std::optional<StreamName> stream, unsigned threads = 0);

    std::size_t done() const override;
    bool finished() const override { return m_pass.finished() && m_flows.finished(); }
    std::shared_ptr<const void> counted() const override { return followed(); }
    /// The same, typed.
    std::shared_ptr<const FollowedStream> followed() const;
    void waitUntilFinished() const;

private:
    const PacketStore &m_store;
    const FlowPass &m_flows;
    const std::optional<StreamName> m_stream;
    const Endpoints m_ends;
    PacketPass m_pass;
};

/// How many conversations there are that could be followed so.
std::uint32_t streamCount(const FlowPass &flows, StreamContent content);

} // namespace vethscope
