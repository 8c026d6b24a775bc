#include "app/cli/dumpwriter.h"

#include "core/dissect/format.h"
#include "core/dissect/tree.h"

#include <chrono>

#include <fmt/chrono.h>
#include <nlohmann/json.hpp>

namespace vethscope::cli {
namespace {

using Json = nlohmann::ordered_json;

void print(std::ostream &out, const TextBuffer &text)
{
    out.write(text.data(), static_cast<std::streamsize>(text.size()));
}

// One line a packet, columns as `tshark -r` sets them.
class TextWriter final : public DumpWriter
{
public:
    explicit TextWriter(std::ostream &out) : m_out(out) { }

    void write(const PacketRow &row, FilterScratch &) override
    {
        const auto text = [&](Column column) {
            m_cell.clear();
            printColumn(column, row, Perspective::Both, m_cell);
            return viewOf(m_cell);
        };
        m_line.clear();
        vethscope::print(m_line, "{:>5} ", text(Column::Number));
        vethscope::print(m_line, "{:>10} ", text(Column::Time));
        vethscope::print(m_line, "{:>12} → ", text(Column::Source));
        vethscope::print(m_line, "{:<12} ", text(Column::Destination));
        vethscope::print(m_line, "{} ", text(Column::Protocol));
        vethscope::print(m_line, "{} ", text(Column::Length));
        m_cell.clear();
        printColumn(Column::Info, row, Perspective::Both, m_cell);
        printText(m_line, viewOf(m_cell));
        m_line.push_back('\n');
        print(m_out, m_line);
    }

private:
    std::ostream &m_out;
    TextBuffer m_line;
    TextBuffer m_cell;
};

// Tabs between fields, commas between occurrences, outermost first.
class FieldsWriter final : public DumpWriter
{
public:
    FieldsWriter(std::vector<OutputField> fields, std::ostream &out) : m_fields(std::move(fields)), m_out(out) { }

    void write(const PacketRow &row, FilterScratch &scratch) override
    {
        scratch.begin();
        Evaluation evaluation{row.frame, row.packet, scratch};
        m_line.clear();
        for (const OutputField &field : m_fields) {
            if (&field != m_fields.data())
                m_line.push_back('\t');
            bool first = true;
            field.accessor.forEach(evaluation, [&](const Value &value, const Field *tableRow, BitRange place) {
                if (!first)
                    m_line.push_back(',');
                first = false;
                tableRow ? printForScripts(m_line, *tableRow, place, value) : vethscope::print(m_line, field.name);
            });
        }
        m_line.push_back('\n');
        print(m_out, m_line);
    }

private:
    std::vector<OutputField> m_fields;
    std::ostream &m_out;
    TextBuffer m_line;
};

// A field that comes again becomes a list, as with tshark's --no-duplicate-keys.
void put(Json &object, const std::string &key, Json value)
{
    if (!object.contains(key)) {
        object[key] = std::move(value);
        return;
    }
    Json &present = object[key];
    if (!present.is_array())
        present = Json::array({std::move(present)});
    present.push_back(std::move(value));
}

// An array of packets in the shape of `tshark -T json`.
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
        const auto day = std::chrono::floor<std::chrono::seconds>(std::chrono::sys_time<std::chrono::nanoseconds>(std::chrono::nanoseconds(row.frame.time)));
        Json packet{
            {"_index", fmt::format("packets-{:%Y-%m-%d}", fmt::gmtime(std::chrono::system_clock::to_time_t(day)))},
            {"_type", "doc"},
            {"_score", nullptr},
            {"_source", {{"layers", m_fields.empty() ? wholeTree(row) : chosenFields(row, scratch)}}},
        };
        m_out << (m_first ? "\n" : ",\n") << packet.dump(2, ' ', false, Json::error_handler_t::replace);
        m_first = false;
    }

    void end() override { m_out << "\n]\n"; }

private:
    Json chosenFields(const PacketRow &row, FilterScratch &scratch) const
    {
        scratch.begin();
        Evaluation evaluation{row.frame, row.packet, scratch};
        Json layers = Json::object();
        for (const OutputField &field : m_fields)
            field.accessor.forEach(evaluation, [&](const Value &value, const Field *tableRow, BitRange place) {
                layers[field.name].push_back(tableRow ? text(*tableRow, place, value) : field.name);
            });
        return layers;
    }

    Json wholeTree(const PacketRow &row) const
    {
        const std::vector<TreeNode> tree = treeOf(row.frame, row.packet, m_registry);
        Json layers = Json::object();
        for (std::size_t i = 0; i < tree.size();) {
            const bool header = tree[i].kind == TreeNode::Kind::Header || tree[i].kind == TreeNode::Kind::Frame;
            if (!header) {
                if (tree[i].kind == TreeNode::Kind::Stop)
                    put(layers, "_ws.malformed", tree[i].label);
                ++i;
                continue;
            }
            const std::string name(tree[i].protocol->name);
            const std::size_t below = tree[i].level + 1u;
            put(layers, name, fieldsBelow(tree, ++i, below));
        }
        return layers;
    }

    // The rows from `i` on that stand at `level` or deeper; a row with rows below it gets a `_tree` beside it.
    static Json fieldsBelow(const std::vector<TreeNode> &tree, std::size_t &i, std::size_t level)
    {
        Json object = Json::object();
        while (i < tree.size() && tree[i].level >= level && tree[i].kind == TreeNode::Kind::Field) {
            const TreeNode &node = tree[i];
            const bool named = node.field && !node.field->name.empty();
            const std::string key = named ? fullName(*node.protocol, *node.field) : node.label;
            ++i;
            const bool parent = i < tree.size() && tree[i].level > level && tree[i].kind == TreeNode::Kind::Field;
            if (named)
                put(object, key, node.script);
            if (parent)
                put(object, named ? key + "_tree" : key, fieldsBelow(tree, i, level + 1));
        }
        while (i < tree.size() && tree[i].level >= level && tree[i].kind == TreeNode::Kind::Note) {
            put(object, "_ws.expert.message", tree[i].label);
            ++i;
        }
        return object;
    }

    static std::string text(const Field &field, BitRange place, const Value &value)
    {
        TextBuffer out;
        printForScripts(out, field, place, value);
        return fmt::to_string(out);
    }

    std::vector<OutputField> m_fields;
    const Registry &m_registry;
    std::ostream &m_out;
    bool m_first = true;
};

} // namespace

std::unique_ptr<DumpWriter> makeDumpWriter(const std::string &format, std::vector<OutputField> fields,
                                           const Registry &registry, std::ostream &out)
{
    if (format == "fields")
        return std::make_unique<FieldsWriter>(std::move(fields), out);
    if (format == "json")
        return std::make_unique<JsonWriter>(std::move(fields), registry, out);
    return std::make_unique<TextWriter>(out);
}

} // namespace vethscope::cli
