#pragma once

#include "core/export/dissectionexport.h"
#include "core/export/packetcells.h"

namespace vethscope {

/// The packet's line of the list, its tree, its bytes: as many of them as are wanted, packets divided by an empty line where one takes several lines.
class PlainTextPackets final : public DissectionWriter
{
public:
    PlainTextPackets(const CellColumns &cells, const DissectionParts &parts, const Registry &registry)
        : m_cells(cells, registry), m_parts(parts), m_registry(registry)
    {
    }

    void begin(std::string &out) override;
    void write(const PacketRow &row, std::string &out) override;

private:
    void putLine(const std::vector<std::string> &cells, std::string &out);

    PacketCells m_cells;
    DissectionParts m_parts;
    const Registry &m_registry;
    bool m_isFirst = true;
};

} // namespace vethscope
