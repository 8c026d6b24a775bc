#include "app/cli/packetjson.h"

#include <algorithm>

namespace vethscope::cli {
namespace {

std::string underscored(std::string name)
{
    std::ranges::replace(name, '.', '_');
    return name;
}

void append(Json &out, const std::string &key, const Json &value)
{
    if (!out.contains(key)) {
        out[key] = value;
        return;
    }
    Json &present = out[key];
    if (!present.is_array()) {
        Json list = Json::array();
        list.push_back(present);
        present = std::move(list);
    }
    present.push_back(value);
}

// Elasticsearch takes dots for paths: `ip.src` below `ip` becomes `ip_ip_src`, and no tree is nested.
void flatten(const Json &object, const std::string &prefix, Json &out)
{
    for (const auto &[key, value] : object.items()) {
        if (value.is_object()) {
            flatten(value, prefix, out);
            continue;
        }
        if (value.is_array()) {
            for (const Json &one : value)
                one.is_object() ? flatten(one, prefix, out) : append(out, prefix + underscored(key), one);
            continue;
        }
        append(out, prefix + underscored(key), value);
    }
}

Json flattened(const Json &layers)
{
    Json out = Json::object();
    for (const auto &[protocol, content] : layers.items()) {
        const std::string prefix = underscored(protocol) + "_";
        const auto one = [&](const Json &header) {
            Json fields = Json::object();
            flatten(header, prefix, fields);
            return fields;
        };
        if (content.is_object()) {
            out[underscored(protocol)] = one(content);
        } else if (content.is_array()) {
            for (const Json &header : content)
                out[underscored(protocol)].push_back(header.is_object() ? one(header) : header);
        } else {
            out[underscored(protocol)] = content;
        }
    }
    return out;
}

class EkWriter final : public DumpWriter
{
public:
    EkWriter(std::vector<OutputField> fields, const Registry &registry)
        : m_fields(std::move(fields)), m_registry(registry)
    {
    }

    void write(const PacketRow &row, FilterScratch &scratch, TextBuffer &out) override
    {
        Json layers = Json::object();
        if (m_fields.empty()) {
            layers = flattened(packetTree(row, m_registry));
        } else {
            const Json chosen = chosenFields(m_fields, row, scratch);
            for (const auto &[name, values] : chosen.items())
                layers[underscored(name)] = values;
        }
        line(out, {{"index", {{"_index", indexName(row.frame)}, {"_type", "doc"}}}});
        line(out, {{"timestamp", std::to_string(row.frame.time / 1'000'000)}, {"layers", std::move(layers)}});
    }
    // A whole packet has the time since the one written before it.
    std::unique_ptr<DumpWriter> another() const override { return m_fields.empty() ? nullptr : std::make_unique<EkWriter>(m_fields, m_registry); }

private:
    static void line(TextBuffer &out, const Json &json)
    {
        print(out, json.dump(-1, ' ', false, Json::error_handler_t::replace));
        out.push_back('\n');
    }

    std::vector<OutputField> m_fields;
    const Registry &m_registry;
};

} // namespace

std::unique_ptr<DumpWriter> makeEkWriter(std::vector<OutputField> fields, const Registry &registry)
{
    return std::make_unique<EkWriter>(std::move(fields), registry);
}

} // namespace vethscope::cli
