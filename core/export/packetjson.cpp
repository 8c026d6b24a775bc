#include "core/export/packetjson.h"

#include "core/dissect/tree.h"

#include <chrono>

#include <fmt/chrono.h>

namespace vethscope {
namespace {

using PacketJson = nlohmann::ordered_json;

void put(PacketJson &object, const std::string &key, PacketJson value)
{
    if (!object.contains(key)) {
        object[key] = std::move(value);
        return;
    }
    PacketJson &present = object[key];
    if (!present.is_array()) {
        PacketJson list = PacketJson::array();
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
PacketJson fieldsBelow(const std::vector<TreeNode> &tree, std::size_t &i, std::size_t level)
{
    PacketJson object = PacketJson::object();
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

} // namespace

std::string indexName(const Frame &frame)
{
    return fmt::format("packets-{:%Y-%m-%d}", fmt::gmtime(static_cast<std::time_t>(frame.time / 1'000'000'000)));
}

PacketJson packetTree(const PacketRow &row, const Registry &registry)
{
    const std::vector<TreeNode> tree = treeOf(row.frame, row.packet, registry);
    PacketJson layers = PacketJson::object();
    for (std::size_t i = 0; i < tree.size();) {
        const TreeNode &node = tree[i++];
        if (node.kind == TreeNode::Kind::Stop)
            put(layers, "_ws.malformed", fmt::format("{} {}", node.protocol->title, node.label));
        if (node.kind == TreeNode::Kind::Header || node.kind == TreeNode::Kind::Frame)
            put(layers, std::string(node.protocol->name), fieldsBelow(tree, i, node.level + 1u));
    }
    return layers;
}

nlohmann::ordered_json packetJson(const PacketRow &row, nlohmann::ordered_json layers)
{
    return {
        {"_index", indexName(row.frame)},
        {"_type", "doc"},
        {"_score", nullptr},
        {"_source", {{"layers", std::move(layers)}}},
    };
}

} // namespace vethscope
