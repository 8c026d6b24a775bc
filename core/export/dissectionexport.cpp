#include "core/export/dissectionexport.h"

#include "core/export/csvwriter.h"
#include "core/export/packetjson.h"
#include "core/export/pdmlwriter.h"
#include "core/export/plaintextwriter.h"

#include <nlohmann/json.hpp>

namespace vethscope {
namespace {

class JsonPackets final : public DissectionWriter
{
public:
    explicit JsonPackets(const Registry &registry) : m_registry(registry) { }

    void begin(std::string &out) override { out += '['; }
    void write(const PacketRow &row, std::string &out) override
    {
        out += m_isFirst ? "\n" : ",\n";
        out += packetJson(row, packetTree(row, m_registry)).dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
        m_isFirst = false;
    }
    void end(std::string &out) override { out += "\n]\n"; }

private:
    const Registry &m_registry;
    bool m_isFirst = true;
};

} // namespace

std::unique_ptr<DissectionWriter> dissectionWriter(DissectionFormat format, const CellColumns &cells, const DissectionParts &parts, const Registry &registry)
{
    switch (format) {
    case DissectionFormat::Csv:
        return std::make_unique<CsvPackets>(cells, registry);
    case DissectionFormat::Json:
        return std::make_unique<JsonPackets>(registry);
    case DissectionFormat::Pdml:
        return std::make_unique<PdmlPackets>(registry);
    case DissectionFormat::Text:
        break;
    }
    return std::make_unique<PlainTextPackets>(cells, parts, registry);
}

} // namespace vethscope
