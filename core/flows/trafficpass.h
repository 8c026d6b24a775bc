#pragma once

#include "core/flows/traffic.h"
#include "core/statistics/packetpass.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace vethscope {

/// Counts the conversations of a store on several threads. Without rows it follows a store that still grows; what is counted can be
/// had at any time. Destroying it cancels it at once.
class TrafficPass
{
public:
    /// `rows`: only these of the store, those that a filter let through for instance; nothing: all of them, and those that come.
    /// `threads` 0: one for each processor. Store and dissector outlive the pass.
    TrafficPass(const PacketStore &store, const Dissector &dissector, std::optional<std::vector<std::uint32_t>> rows = {},
                unsigned threads = 0);

    /// The conversations among the packets that are counted so far, in the order in which they first appear.
    std::vector<Conversation> conversations() const;

    /// How many rows have been counted.
    std::size_t done() const { return m_pass.done(); }
    bool finished() const { return m_pass.finished(); }
    void waitUntilFinished() const { m_pass.waitUntilFinished(); }

private:
    PacketPass m_pass;
};

} // namespace vethscope
