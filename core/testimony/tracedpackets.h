#pragma once

#include "core/testimony/tracereading.h"

#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>

namespace vethscope::testimony {

/// The packets of a trace of the firewall: each is told again at every hook, and then what the rules there decided. The kernel's number of a packet is made
/// from where it lies in memory, so later ones have it again.
class TracedPackets
{
public:
    explicit TracedPackets(TraceReading &reading) : m_reading(reading) { }

    /// The packet as it comes to a hook.
    void see(std::string_view id, const ToldPacket &packet, std::uint32_t line);
    /// What was decided about it: the record's function is the chain.
    void tell(std::string_view id, Record &record);

private:
    struct Seen {
        ToldPacket packet{};
        std::uint32_t line = 0;
        unsigned use = 0;               // of that number
        bool isFresh = false;           // no chain has told of it yet
        std::set<std::string> chains{}; // that it came to first at a hook
    };

    void startAnew(Seen &seen);

    TraceReading &m_reading;
    std::map<std::string, Seen, std::less<>> m_seen{};
};

} // namespace vethscope::testimony
