#pragma once

#include "core/export/dissectionexport.h"
#include "core/export/packetcells.h"

namespace vethscope {

/// A line of titles, then one a packet: every cell in quotes, as Wireshark writes it.
class CsvPackets final : public DissectionWriter
{
public:
    CsvPackets(const CellColumns &cells, const Registry &registry) : m_cells(cells, registry) { }

    void begin(std::string &out) override;
    void write(const PacketRow &row, std::string &out) override;

private:
    PacketCells m_cells;
};

} // namespace vethscope
