#include "tests/fuzz/look.h"

#include "core/dissect/format.h"
#include "core/dissect/tree.h"
#include "core/filter/accessor.h"
#include "core/protocols/protocols.h"
#include "core/summary/boxes.h"
#include "core/summary/columns.h"
#include "tests/fuzz/fuzz.h"

#include <map>
#include <set>

namespace vethscope::fuzz {
namespace {

// RFC 3629: well-formed, shortest, no surrogates. Labels and values go to the window as they are.
bool isUtf8(std::string_view text)
{
    for (std::size_t i = 0; i < text.size();) {
        const auto first = static_cast<unsigned char>(text[i]);
        const std::size_t length = first < 0x80 ? 1 : first >> 5 == 6 ? 2 : first >> 4 == 14 ? 3 : first >> 3 == 30 ? 4 : 0;
        if (length == 0 || i + length > text.size())
            return false;
        std::uint32_t character = length == 1 ? first : first & (0x7fu >> length);
        for (std::size_t j = 1; j < length; ++j) {
            const auto next = static_cast<unsigned char>(text[i + j]);
            if (next >> 6 != 2)
                return false;
            character = character << 6 | (next & 0x3fu);
        }
        constexpr std::uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
        if (character < least[length] || character > 0x10ffff || (character >= 0xd800 && character < 0xe000))
            return false;
        i += length;
    }
    return true;
}

void checkLayers(const Frame &frame, const Dissection &packet)
{
    std::size_t offset = 0;
    for (const Layer &layer : packet.layers()) {
        promise(layer.offset == offset, "a header begins where the one before ended");
        offset += layer.size;
        promise(offset <= frame.bytes.size(), "a header lies within the captured bytes");
        promise(layer.end >= offset, "what a header carries ends behind it");
    }
}

void checkBoxes(const Frame &frame, const Dissection &packet)
{
    std::size_t covered = 0;
    for (const Box &box : boxesOf(frame, packet))
        covered += box.size;
    promise(packet.size() == 0 || covered == frame.bytes.size(), "the boxes cover the frame");
    overheadOf(frame, packet);
}

void checkTree(const Frame &frame, const Dissection &packet)
{
    const std::vector<TreeNode> tree = treeOf(frame, packet, registry());
    for (const TreeNode &node : tree) {
        if (node.place.end() > frame.bytes.size() * 8)
            broken(fmt::format("the row \"{}: {}\" lies within the frame: it has bits {} to {} of {} bytes", node.label, node.value,
                               node.place.offset, node.place.end(), frame.bytes.size()));
        for (const std::string *text : {&node.label, &node.value})
            if (!isUtf8(*text))
                broken(fmt::format("the row \"{}: {}\" is text", node.label, node.value));
    }
    textOf(tree);
}

void checkColumns(const Frame &frame, const Dissection &packet)
{
    PacketRow row;
    row.frame = frame;
    row.packet = packet;
    row.firstTime = frame.time / 2;
    TextBuffer text;
    for (const Perspective perspective : {Perspective::Both, Perspective::Underlay, Perspective::Overlay})
        for (int column = 0; column <= static_cast<int>(Column::ClassicInfo); ++column)
            printColumn(static_cast<Column>(column), row, perspective, text);
}

const std::vector<Accessor> &accessorsOf(const Protocol &protocol)
{
    static std::map<const Protocol *, std::vector<Accessor>> known;
    const auto [place, isNew] = known.try_emplace(&protocol);
    if (isNew)
        for (std::span<const Field> table : {protocol.fields, protocol.varying})
            for (const Field &field : table)
                if (auto accessor = field.name.empty() ? std::nullopt : Accessor::find(fullName(protocol, field), registry()))
                    place->second.push_back(std::move(*accessor));
    return place->second;
}

void askForFields(const Frame &frame, const Dissection &packet)
{
    FilterScratch scratch;
    scratch.begin();
    Evaluation evaluation{frame, packet, scratch};
    TextBuffer text;
    std::set<const Protocol *> asked; // an accessor finds the field in every layer of its protocol
    for (const Layer &layer : packet.layers()) {
        if (!asked.insert(layer.protocol).second)
            continue;
        for (const Accessor &accessor : accessorsOf(*layer.protocol))
            accessor.forEach(evaluation, [&](const Value &value, const Field *row, BitRange place) {
                text.clear();
                if (row)
                    printForScripts(text, *row, place, value);
            });
    }
}

} // namespace

const Registry &registry()
{
    static const Registry shared = protocols::registry();
    return shared;
}

void lookAt(const Frame &frame, const Dissection &packet)
{
    checkLayers(frame, packet);
    checkBoxes(frame, packet);
    checkTree(frame, packet);
    checkColumns(frame, packet);
    askForFields(frame, packet);
}

} // namespace vethscope::fuzz
