#include "core/testimony/tracedpackets.h"

#include <fmt/format.h>

namespace vethscope::testimony {
namespace {

// Whether both may be one packet: addresses and ports may be translated in between.
bool mayBeSame(const ToldPacket &one, const ToldPacket &other)
{
    return one.id == other.id && one.echoSequence == other.echoSequence && one.protocol == other.protocol;
}

} // namespace

void TracedPackets::startAnew(Seen &seen)
{
    ++seen.use;
    seen.chains.clear();
}

void TracedPackets::see(std::string_view id, const ToldPacket &packet, std::uint32_t line)
{
    const auto [place, isNew] = m_seen.try_emplace(std::string(id));
    Seen &seen = place->second;
    if (!isNew && !mayBeSame(seen.packet, packet))
        startAnew(seen);
    seen.packet = packet;
    seen.line = line;
    seen.isFresh = true;
}

void TracedPackets::tell(std::string_view id, Record &record)
{
    const auto known = m_seen.find(id);
    record.group = fmt::format("trace {} {}", id, known == m_seen.end() ? 0 : known->second.use);
    if (known == m_seen.end())
        return;
    Seen &seen = known->second;
    if (seen.isFresh) {
        if (!seen.chains.insert(record.function).second) { // no packet comes to a hook's chain twice
            startAnew(seen);
            seen.chains.insert(record.function);
        }
        seen.isFresh = false;
        record.group = fmt::format("trace {} {}", id, seen.use);
    }
    record.packet = seen.packet;
    record.evidence.push_back(m_reading.evidence(seen.line));
}

} // namespace vethscope::testimony
