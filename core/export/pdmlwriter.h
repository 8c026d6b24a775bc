#pragma once

#include "core/export/dissectionexport.h"

namespace vethscope {

/// Packet Details Markup Language, in the shape of `tshark -T pdml`: of each header its name, what it says, where it is; of each field the same with its value
/// for scripts and its bytes.
class PdmlPackets final : public DissectionWriter
{
public:
    explicit PdmlPackets(const Registry &registry) : m_registry(registry) { }

    void begin(std::string &out) override;
    void write(const PacketRow &row, std::string &out) override;
    void end(std::string &out) override;

private:
    const Registry &m_registry;
};

} // namespace vethscope
