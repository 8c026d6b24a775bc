#pragma once

#include "core/filter/accessor.h"
#include "core/summary/columns.h"

#include <memory>
#include <ostream>
#include <string>
#include <vector>

namespace vethscope::cli {

/// One -e of the command line.
struct OutputField {
    std::string name;
    Accessor accessor;
};

/// Writes packets one after another in one of tshark's formats.
class DumpWriter
{
public:
    virtual ~DumpWriter() = default;
    virtual void begin() { }
    virtual void write(const PacketRow &row, FilterScratch &scratch) = 0;
    virtual void end() { }
};

/// `format` is text, fields or json.
std::unique_ptr<DumpWriter> makeDumpWriter(const std::string &format, std::vector<OutputField> fields,
                                           const Registry &registry, std::ostream &out);

} // namespace vethscope::cli
