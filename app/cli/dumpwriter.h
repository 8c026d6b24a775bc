#pragma once

#include "core/bytes/result.h"
#include "core/filter/accessor.h"
#include "core/summary/columns.h"

#include <memory>
#include <optional>
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

/// Writes packets one after another in one of tshark's formats: appends them to a text.
class DumpWriter
{
public:
    virtual ~DumpWriter() = default;
    virtual void begin(TextBuffer &) { }
    virtual void write(const PacketRow &row, FilterScratch &scratch, TextBuffer &out) = 0;
    virtual void end(TextBuffer &) { }
    /// Another one that writes the same packets, for another thread; null where what is written of a packet depends on those before it.
    virtual std::unique_ptr<DumpWriter> another() const { return nullptr; }
    /// Why not everything could be written.
    virtual std::optional<Error> problem() const { return std::nullopt; }
};

/// One line a packet, columns as `tshark -r` sets them.
std::unique_ptr<DumpWriter> makeTextWriter();
/// A line of values a packet, occurrences outermost first.
std::unique_ptr<DumpWriter> makeFieldsWriter(std::vector<OutputField> fields, FieldsStyle style);
/// One JSON array of packets in the shape of `tshark -T json`: whole trees, or only the fields named.
std::unique_ptr<DumpWriter> makeJsonWriter(std::vector<OutputField> fields, const Registry &registry);
/// Two lines of JSON a packet, for Elasticsearch's bulk API, as `tshark -T ek`.
std::unique_ptr<DumpWriter> makeEkWriter(std::vector<OutputField> fields, const Registry &registry);

/// The packets themselves, as pcapng; `-` is standard output. The store outlives the writer.
/// Whether that is one of the files being read.
bool isRead(const std::string &path, const PacketStore &store);
Result<std::unique_ptr<DumpWriter>> makePcapngWriter(const std::string &path, const PacketStore &store);

} // namespace vethscope::cli
