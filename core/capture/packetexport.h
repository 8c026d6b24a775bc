#pragma once

#include "core/capture/packetstore.h"
#include "core/capture/pcapngwriter.h"

namespace vethscope {

/// Copies packets of a store as pcapng: with their comments and flags, with the names, filters, time resolution and counts of
/// their interfaces, and with the comments and names of addresses that the files have. Sections and files become one; times
/// stay what they are.
class PacketExport
{
public:
    /// `names` are given to addresses in place of the files' own.
    PacketExport(const PacketStore &store, PcapngWriter::Sink sink, std::vector<ResolvedName> names = {});

    /// The file's header; before everything else. False, as everywhere here, when the sink could not keep it.
    bool begin();
    /// Writes the packet in that row of the store.
    bool write(std::size_t row);
    /// What stands behind the last packet: what interfaces counted, and names that came late.
    bool end();

    std::uint64_t written() const { return m_written; }

private:
    bool describeInterfaces();
    bool writeNames();

    const PacketStore &m_store;
    PcapngWriter m_writer;
    std::vector<ResolvedName> m_given;
    std::size_t m_described = 0; // interfaces so far; a store that grows may come to know more
    std::size_t m_named = 0;     // of the store's names
    std::uint64_t m_written = 0;
    std::int64_t m_lastTime = 0;
};

} // namespace vethscope
