#pragma once

#include "core/capture/packetstore.h"
#include "core/capture/pcapngwriter.h"

namespace vethscope {

/// Copies packets of a store as pcapng: with their comments and flags, and with the names, filters and time
/// resolution of their interfaces. Sections and files become one; times stay what they are.
class PacketExport
{
public:
    PacketExport(const PacketStore &store, PcapngWriter::Sink sink);

    /// The file's header; before everything else. False, as everywhere here, when the sink could not keep it.
    bool begin();
    /// Writes the packet in that row of the store.
    bool write(std::size_t row);

    std::uint64_t written() const { return m_written; }

private:
    bool describeInterfaces();

    const PacketStore &m_store;
    PcapngWriter m_writer;
    std::size_t m_described = 0; // interfaces so far; a store that grows may come to know more
    std::uint64_t m_written = 0;
};

} // namespace vethscope
