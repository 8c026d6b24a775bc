#include "app/cli/packetjson.h"

namespace vethscope::cli {
namespace {

class JsonWriter final : public DumpWriter
{
public:
    JsonWriter(std::vector<OutputField> fields, const Registry &registry, std::ostream &out)
        : m_fields(std::move(fields)), m_registry(registry), m_out(out)
    {
    }

    void begin() override { m_out << "["; }

    void write(const PacketRow &row, FilterScratch &scratch) override
    {
        const Json packet = packetJson(row, m_fields.empty() ? packetTree(row, m_registry) : chosenFields(m_fields, row, scratch));
        m_out << (m_first ? "\n" : ",\n") << packet.dump(2, ' ', false, Json::error_handler_t::replace);
        m_first = false;
    }

    void end() override { m_out << "\n]\n"; }

private:
    std::vector<OutputField> m_fields;
    const Registry &m_registry;
    std::ostream &m_out;
    bool m_first = true;
};

} // namespace

std::unique_ptr<DumpWriter> makeJsonWriter(std::vector<OutputField> fields, const Registry &registry, std::ostream &out)
{
    return std::make_unique<JsonWriter>(std::move(fields), registry, out);
}

} // namespace vethscope::cli
