#include "app/cli/packetjson.h"

namespace vethscope::cli {
namespace {

class JsonWriter final : public DumpWriter
{
public:
    JsonWriter(std::vector<OutputField> fields, const Registry &registry)
        : m_fields(std::move(fields)), m_registry(registry)
    {
    }

    void begin(TextBuffer &out) override { out.push_back('['); }

    void write(const PacketRow &row, FilterScratch &scratch, TextBuffer &out) override
    {
        const Json packet = packetJson(row, m_fields.empty() ? packetTree(row, m_registry) : chosenFields(m_fields, row, scratch));
        print(out, m_first ? "\n" : ",\n");
        print(out, packet.dump(2, ' ', false, Json::error_handler_t::replace));
        m_first = false;
    }

    void end(TextBuffer &out) override { print(out, "\n]\n"); }

private:
    std::vector<OutputField> m_fields;
    const Registry &m_registry;
    bool m_first = true;
};

} // namespace

std::unique_ptr<DumpWriter> makeJsonWriter(std::vector<OutputField> fields, const Registry &registry)
{
    return std::make_unique<JsonWriter>(std::move(fields), registry);
}

} // namespace vethscope::cli
