#include "app/cli/packetjson.h"

#include "core/dissect/format.h"
#include "core/dissect/tree.h"

#include <chrono>

#include <fmt/chrono.h>

namespace vethscope::cli {
namespace {

void put(Json &object, const std::string &key, Json value)
{
    if (!object.contains(key)) {
        object[key] = std::move(value);
        return;
    }
    Json &present = object[key];
    if (!present.is_array()) {
        Json list = Json::array();
        list.push_back(std::move(present));
        present = std::move(list);
    }
    present.push_back(std::move(value));
}

bool isField(const std::vector<TreeNode> &tree, std::size_t i, std::size_t level)
{
    return i < tree.size() && tree[i].level >= level && tree[i].kind == TreeNode::Kind::Field;
}

// The rows from `i` on that stand at `level` or deeper.
Json fieldsBelow(const std::vector<TreeNode> &tree, std::size_t &i, std::size_t level)
{
    Json object = Json::object();
    while (isField(tree, i, level)) {
        const TreeNode &node = tree[i];
        const bool named = node.field && !node.field->name.empty();
        const std::string key = named ? fullName(*node.protocol, *node.field) : node.label;
        if (named)
            put(object, key, node.script);
        ++i;
        if (isField(tree, i, level + 1))
            put(object, named ? key + "_tree" : key, fieldsBelow(tree, i, level + 1));
    }
    for (; i < tree.size() && tree[i].level >= level && tree[i].kind == TreeNode::Kind::Note; ++i)
        put(object, "_ws.expert.message", tree[i].label);
    return object;
}

// JSON has an escape of its own for what a line of text cannot hold: text goes into it as it is.
std::string valueText(const OutputField &field, const Value &value, const Field *tableRow, BitRange place)
{
    if (!tableRow)
        return field.name;
    if (tableRow->show == Show::Text)
        return std::string(asText(value.bytes));
    TextBuffer text;
    printForScripts(text, *tableRow, place, value);
    return fmt::to_string(text);
}

} // namespace

std::string indexName(const Frame &frame)
{
    return fmt::format("packets-{:%Y-%m-%d}", fmt::gmtime(static_cast<std::time_t>(frame.time / 1'000'000'000)));
}

Json chosenFields(const std::vector<OutputField> &fields, const PacketRow &row, FilterScratch &scratch)
{
    scratch.begin();
    Evaluation evaluation{row.frame, row.packet, scratch};
    Json layers = Json::object();
    for (const OutputField &field : fields)
        field.accessor.forEach(evaluation, [&](const Value &value, const Field *tableRow, BitRange place) {
            layers[field.name].push_back(valueText(field, value, tableRow, place));
        });
    return layers;
}

Json wholeTree(const PacketRow &row, const Registry &registry)
{
    const std::vector<TreeNode> tree = treeOf(row.frame, row.packet, registry);
    Json layers = Json::object();
    for (std::size_t i = 0; i < tree.size();) {
        const TreeNode &node = tree[i++];
        if (node.kind == TreeNode::Kind::Stop)
            put(layers, "_ws.malformed", fmt::format("{} {}", node.protocol->title, node.label));
        if (node.kind == TreeNode::Kind::Header || node.kind == TreeNode::Kind::Frame)
            put(layers, std::string(node.protocol->name), fieldsBelow(tree, i, node.level + 1u));
    }
    return layers;
}

} // namespace vethscope::cli
