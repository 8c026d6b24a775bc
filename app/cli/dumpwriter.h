#pragma once

#include "core/bytes/result.h"
#include "core/filter/accessor.h"
#include "core/summary/columns.h"

#include <memory>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

namespace vethscope::cli {

/// One -e of the command line.
struct OutputField {
    std::string name;
    Accessor accessor;
};

/// What the -E options say of `-T fields`, with tshark's words and defaults.
struct FieldsStyle {
    enum class Occurrence : std::uint8_t { First, Last, All };

    std::string separator = "\t";
    std::string aggregator = ",";
    std::string quote;
    bool header = false;
    Occurrence occurrence = Occurrence::All;

    /// Takes one `OPTION=VALUE`; the error names what there is.
    Result<void> set(const std::string &option);
};

/// Writes packets one after another in one of tshark's formats.
class DumpWriter
{
public:
    virtual ~DumpWriter() = default;
    virtual void begin() { }
    virtual void write(const PacketRow &row, FilterScratch &scratch) = 0;
    virtual void end() { }
    /// Another one that writes the same packets' text elsewhere, without what stands before them and after; null where a packet's depends on those before it.
    virtual std::unique_ptr<DumpWriter> another(std::ostream &) const { return nullptr; }
    /// Why not everything could be written.
    virtual std::optional<Error> problem() const { return std::nullopt; }
};

/// One line a packet, columns as `tshark -r` sets them.
std::unique_ptr<DumpWriter> makeTextWriter(std::ostream &out);
/// A line of values a packet, occurrences outermost first.
std::unique_ptr<DumpWriter> makeFieldsWriter(std::vector<OutputField> fields, FieldsStyle style, std::ostream &out);
/// One JSON array of packets in the shape of `tshark -T json`: whole trees, or only the fields named.
std::unique_ptr<DumpWriter> makeJsonWriter(std::vector<OutputField> fields, const Registry &registry, std::ostream &out);
/// Two lines of JSON a packet, for Elasticsearch's bulk API, as `tshark -T ek`.
std::unique_ptr<DumpWriter> makeEkWriter(std::vector<OutputField> fields, const Registry &registry, std::ostream &out);

/// The packets themselves, as pcapng; `-` is standard output. The store outlives the writer.
/// Whether that is one of the files being read.
bool isRead(const std::string &path, const PacketStore &store);
Result<std::unique_ptr<DumpWriter>> makePcapngWriter(const std::string &path, const PacketStore &store);

} // namespace vethscope::cli
