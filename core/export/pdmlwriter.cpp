#include "core/export/pdmlwriter.h"

#include "core/bytes/dumptext.h"
#include "core/dissect/tree.h"

#include <fmt/format.h>

namespace vethscope {
namespace {

// XML 1.0 has no character for most control characters, not even as a reference.
void putEscaped(std::string_view text, std::string &out)
{
    for (const char letter : text)
        switch (letter) {
        case '&': out += "&amp;"; break;
        case '<': out += "&lt;"; break;
        case '>': out += "&gt;"; break;
        case '"': out += "&quot;"; break;
        case '\'': out += "&#39;"; break;
        default: out += static_cast<unsigned char>(letter) < 0x20 ? fmt::format("\\x{:02x}", static_cast<unsigned>(letter)) : std::string(1, letter);
        }
}

void putAttribute(std::string_view name, std::string_view value, std::string &out)
{
    out.append(" ").append(name).append("=\"");
    putEscaped(value, out);
    out += '"';
}

// The bytes in which the row's bits are; none where it is not in the frame.
Bytes bytesOf(const Frame &frame, BitRange place)
{
    if (place.length == 0 || place.firstByte() + place.byteCount() > frame.bytes.size())
        return {};
    return frame.bytes.subspan(place.firstByte(), place.byteCount());
}

// Whether the row says something of the bytes at its place, which are another row's.
bool hasBytes(const TreeNode &node)
{
    return node.place.length > 0 && !node.generated;
}

// What is in no byte stands where its header begins.
void putPlace(const TreeNode &node, std::uint32_t header, std::string &out)
{
    putAttribute("size", std::to_string(hasBytes(node) ? node.place.byteCount() : 0), out);
    putAttribute("pos", std::to_string(node.place.length > 0 ? node.place.firstByte() : header), out);
}

// Bytes are written with colons in here, without them for -T fields; what only holds others has no value.
std::string shownValue(const TreeNode &node)
{
    if (node.field->show == Show::Nothing)
        return {};
    if (node.field->show != Show::Raw || node.script.size() % 2 != 0 || node.script.find_first_not_of("0123456789abcdef") != std::string::npos)
        return node.script;
    std::string pairs;
    for (std::size_t at = 0; at < node.script.size(); at += 2)
        pairs.append(at ? ":" : "").append(node.script, at, 2);
    return pairs;
}

// Of a part of bytes, its own bits and the bytes around it: tshark's `value` and `unmaskedvalue`.
void putValue(const Frame &frame, const TreeNode &node, std::string &out)
{
    const Bytes bytes = hasBytes(node) ? bytesOf(frame, node.place) : Bytes();
    if (node.field && node.field->show == Show::Nothing)
        return putAttribute("value", "", out);
    if (bytes.empty())
        return;
    if (node.place.wholeBytes() || node.place.length > 64)
        return putAttribute("value", hexStream(bytes), out);
    putAttribute("value", fmt::format("{:X}", readBits(frame.bytes, node.place)), out);
    putAttribute("unmaskedvalue", hexStream(bytes), out);
}

void putField(const Frame &frame, const TreeNode &node, std::uint32_t header, std::string &out)
{
    const bool isNamed = node.field && !node.field->name.empty();
    const std::string shown = node.value.empty() ? node.label : node.label + ": " + node.value;
    out += "<field";
    putAttribute("name", isNamed ? fullName(*node.protocol, *node.field) : std::string(), out);
    if (isNamed)
        putAttribute("showname", shown, out);
    putPlace(node, header, out);
    putAttribute("show", isNamed ? shownValue(node) : shown, out);
    putValue(frame, node, out);
}

void putNote(const TreeNode &node, std::string &out)
{
    out += "<field name=\"_ws.expert\"";
    putAttribute("showname", node.label, out);
    out += " size=\"0\" pos=\"0\" show=\"\" value=\"\"/>\n";
}

// The fields from `i` on that stand at `level` or deeper, those of a group within it.
void putFields(const Frame &frame, const std::vector<TreeNode> &tree, std::size_t &i, std::size_t level, std::uint32_t header, std::string &out)
{
    const auto isBelow = [&](std::size_t at, std::size_t least) {
        return at < tree.size() && tree[at].level >= least && (tree[at].kind == TreeNode::Kind::Field || tree[at].kind == TreeNode::Kind::Note);
    };
    while (isBelow(i, level)) {
        const TreeNode &node = tree[i++];
        if (node.kind == TreeNode::Kind::Note) {
            putNote(node, out);
            continue;
        }
        putField(frame, node, header, out);
        if (!isBelow(i, level + 1)) {
            out += "/>\n";
            continue;
        }
        out += ">\n";
        putFields(frame, tree, i, level + 1, header, out);
        out += "</field>\n";
    }
}

// What is known of the packet beside its bytes, in the order in which tshark has it.
void putGeneral(const Frame &frame, std::string &out)
{
    const auto number = [&out](const char *name, const char *title, std::uint64_t value, std::size_t size) {
        out += fmt::format("<field name=\"{}\" pos=\"0\" show=\"{}\" showname=\"{}\" value=\"{:x}\" size=\"{}\"/>\n", name, value, title, value, size);
    };
    const std::size_t size = frame.captured();
    out += fmt::format("<proto name=\"geninfo\" pos=\"0\" showname=\"General information\" size=\"{}\">\n", size);
    number("num", "Number", frame.number, size);
    number("len", "Frame Length", frame.originalLength, size);
    number("caplen", "Captured Length", size, size);
    out += "</proto>\n";
}

} // namespace

void PdmlPackets::begin(std::string &out)
{
    out += "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<pdml version=\"0\" creator=\"vethscope\">\n";
}

void PdmlPackets::write(const PacketRow &row, std::string &out)
{
    const std::vector<TreeNode> tree = treeOf(row.frame, row.packet, m_registry);
    out += "<packet>\n";
    putGeneral(row.frame, out);
    for (std::size_t i = 0; i < tree.size();) {
        const TreeNode &node = tree[i++];
        if (node.kind == TreeNode::Kind::Stop) {
            out += "<proto name=\"_ws.malformed\"";
            putAttribute("showname", fmt::format("[{} {}]", node.protocol->title, node.label), out);
            out += " size=\"0\" pos=\"0\"/>\n";
        }
        if (node.kind != TreeNode::Kind::Header && node.kind != TreeNode::Kind::Frame)
            continue;
        out += "<proto";
        putAttribute("name", node.protocol->name, out);
        putAttribute("showname", node.value.empty() ? node.label : node.label + ", " + node.value, out);
        if (node.kind == TreeNode::Kind::Frame)
            out += fmt::format(" size=\"{}\" pos=\"0\"", row.frame.captured());
        else
            putPlace(node, 0, out);
        out += ">\n";
        putFields(row.frame, tree, i, node.level + 1u, node.place.firstByte(), out);
        out += "</proto>\n";
    }
    out += "</packet>\n\n";
}

void PdmlPackets::end(std::string &out)
{
    out += "</pdml>\n";
}

} // namespace vethscope
