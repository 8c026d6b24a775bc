#include "core/filter/rowfilter.h"

#include <fmt/format.h>

namespace vethscope {
namespace {

// As the language reads it again (wireshark-filter(4), "Strings").
std::string inQuotes(std::string_view text)
{
    std::string all = "\"";
    for (const char one : text) {
        const auto byte = static_cast<unsigned char>(one);
        if (one == '"' || one == '\\')
            all += '\\';
        if (byte < 0x20 || byte == 0x7f)
            all += fmt::format("\\x{:02x}", byte);
        else
            all += one;
    }
    return all + '"';
}

std::string withColons(Bytes bytes)
{
    std::string text;
    for (const std::byte byte : bytes)
        text += fmt::format("{}{:02x}", text.empty() ? "" : ":", std::to_integer<unsigned>(byte));
    return text;
}

} // namespace

std::string filterLiteral(const Field &field, const Value &raw, const std::string &script)
{
    switch (field.show) {
    case Show::Nothing: return {};
    case Show::Text: return inQuotes({reinterpret_cast<const char *>(raw.bytes.data()), raw.bytes.size()});
    case Show::Raw: return raw.bytes.size() == 1 ? fmt::format("{:02x}", std::to_integer<unsigned>(raw.bytes[0])) : withColons(raw.bytes);
    case Show::Date: return inQuotes(script);
    default: return script;
    }
}

RowName rowName(const TreeNode &row, std::size_t tunnels)
{
    RowName name;
    if (!row.protocol)
        return name;
    if (row.field && !row.field->name.empty())
        name.plain = fullName(*row.protocol, *row.field);
    else if (!row.field && (row.kind == TreeNode::Kind::Header || row.kind == TreeNode::Kind::Frame))
        name.plain = row.protocol->name;
    name.scoped = name.plain;
    if (name.plain.empty() || tunnels == 0 || !row.protocol->dissect) // frame and its like are of no header
        return name;
    if (row.scope == Scope::Underlay && row.depth == 0)
        name.scoped = "underlay." + name.plain;
    else if (row.scope == Scope::Overlay && row.depth == tunnels)
        name.scoped = "overlay." + name.plain;
    return name;
}

std::string rowFilter(const TreeNode &row, const std::string &name)
{
    const std::string literal = row.field ? filterLiteral(*row.field, row.raw, row.script) : std::string();
    return literal.empty() ? name : fmt::format("{} == {}", name, literal);
}

} // namespace vethscope
