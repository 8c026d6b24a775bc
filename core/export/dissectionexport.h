#pragma once

#include "core/columns/columnspec.h"
#include "core/columns/timetext.h"
#include "core/dissect/registry.h"
#include "core/summary/columns.h"

#include <memory>
#include <string>
#include <vector>

namespace vethscope {

/// As which dissected packets are written.
enum class DissectionFormat : std::uint8_t { Text, Csv, Json, Pdml };

/// What of a packet is written as text; the other formats have a form of their own.
struct DissectionParts {
    bool summary = true, details = true, bytes = false;
    bool pageEach = false; // a form feed between packets
};

/// The cells of a packet's line.
struct CellColumns {
    std::vector<ColumnSpec> columns{}; // hidden ones are left out
    std::vector<std::string> titles{}; // of all of them
    TimeStyle time{};
    int timeDigits = TimeStyle::most; // where the style follows the file
};

/// Writes packets one after another, as text that somebody else keeps. The registry outlives it.
class DissectionWriter
{
public:
    virtual ~DissectionWriter() = default;
    virtual void begin(std::string &) { }
    virtual void write(const PacketRow &row, std::string &out) = 0;
    virtual void end(std::string &) { }
};

/// Text and CSV have the cells; only text has parts.
std::unique_ptr<DissectionWriter> dissectionWriter(DissectionFormat format, const CellColumns &cells, const DissectionParts &parts, const Registry &registry);

} // namespace vethscope
