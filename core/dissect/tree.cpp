#include "core/dissect/tree.h"

#include "core/dissect/facts.h"
#include "core/dissect/format.h"
#include "core/dissect/shown.h"

#include <algorithm>

namespace vethscope {
namespace {

BitRange moved(BitRange place, const Layer &layer)
{
    return place.length ? bits(place.offset + layer.offset * 8, place.length) : place;
}

std::string shown(const Field &field, BitRange place, const Value &value)
{
    TextBuffer text;
    printForPeople(text, field, place, value);
    return fmt::to_string(text);
}

std::string scripted(const Field &field, BitRange place, const Value &value)
{
    TextBuffer text;
    printForScripts(text, field, place, value);
    return fmt::to_string(text);
}

TreeNode fieldNode(const LayerView &view, const Field &field, BitRange place, const Value &value, std::uint16_t level)
{
    TreeNode node{.kind = TreeNode::Kind::Field, .scope = view.packet().scope(view.layer()), .label = std::string(field.label)};
    node.depth = view.layer().depth;
    node.level = level;
    node.value = shown(field, place, value);
    node.script = scripted(field, place, value);
    node.protocol = &view.protocol();
    node.field = &field;
    node.layer = static_cast<std::int32_t>(view.index());
    node.place = moved(place, view.layer());
    node.numeric = isNumeric(field.show);
    node.raw = value;
    return node;
}

// Whether `details` says what a zero stands for; of a header that was not read to its end, it cannot.
bool isLeftToDetails(const Field &field, const Protocol &protocol)
{
    return std::ranges::find(protocol.varying, field.name, &Field::name) != protocol.varying.end();
}

void appendTable(std::vector<TreeNode> &tree, const LayerView &view, std::uint16_t level)
{
    const Field *group = nullptr;
    for (const Field &field : view.protocol().fields) {
        if (group && !group->place.contains(field.place))
            group = nullptr;
        if (!view.has(field))
            continue;
        const Value value = readValue(field, view.header(), field.place);
        if (field.silent && value.number == 0 && !(view.isCut() && isLeftToDetails(field, view.protocol())))
            continue;
        tree.push_back(fieldNode(view, field, field.place, value, static_cast<std::uint16_t>(level + (group ? 1 : 0))));
        if (field.group)
            group = &field;
    }
}

void appendItems(std::vector<TreeNode> &tree, const LayerView &view, const Details &details, std::uint16_t level)
{
    static constexpr Field plain{.name = {}, .label = {}};
    for (const Item &item : details.items) {
        TreeNode node = fieldNode(view, item.field ? *item.field : plain, item.place, item.value,
                                  static_cast<std::uint16_t>(level + item.level));
        if (!item.label.empty())
            node.label = shownText(item.label);
        if (!item.field)
            node.field = nullptr;
        node.generated = item.generated;
        // Text that `details` kept goes with it; views into the frame stay.
        const Bytes frame = view.frame().bytes;
        const bool inFrame = !node.raw.bytes.empty() && std::less_equal{}(frame.data(), node.raw.bytes.data())
            && std::less_equal{}(node.raw.bytes.data() + node.raw.bytes.size(), frame.data() + frame.size());
        if (!inFrame)
            node.raw.bytes = {};
        tree.push_back(std::move(node));
    }
}

// Where the payload of a header is shown, when it was put together with others.
void addContinuation(const LayerView &view, Details &details)
{
    if (!view.frame().continued)
        return;
    for (const Splice &splice : view.frame().continued->splices) {
        if (splice.at != view.layer().offset + view.layer().size)
            continue;
        if (splice.pieces > 0)
            details.note(Severity::Note,
                         Sentence::of("what follows was put together from {} pieces, {} bytes", splice.pieces, splice.end - splice.begin));
        else
            details.note(Severity::Note, Sentence::of("what it carries is a piece; the frame that brings the last one shows the whole"));
    }
}

// What of a place was captured: what a note misses may be behind the end of the frame.
BitRange within(BitRange place, const Frame &frame)
{
    const auto size = static_cast<std::uint32_t>(frame.bytes.size() * 8);
    const auto begin = std::min(place.offset, size);
    return place.end() > size ? bits(begin, size - begin) : place;
}

TreeNode noteNode(const LayerView &view, const Note &note, std::uint16_t level)
{
    TreeNode node{.kind = TreeNode::Kind::Note, .scope = view.packet().scope(view.layer()), .label = note.message.english()};
    node.depth = view.layer().depth;
    node.level = level;
    node.message = note.message;
    node.severity = note.severity;
    node.layer = static_cast<std::int32_t>(view.index());
    node.place = within(moved(note.place, view.layer()), view.frame());
    return node;
}

// The row above the headers of one network, of which `first` is the outermost.
TreeNode scopeNode(const Dissection &packet, const Layer &first, std::size_t layer, std::uint16_t level)
{
    TreeNode node{.kind = TreeNode::Kind::Scope, .scope = first.depth > 0 ? Scope::Overlay : Scope::Underlay};
    node.depth = first.depth;
    node.level = level;
    node.label = first.depth == 0 ? "Underlay" : first.depth == 1 ? "Overlay" : fmt::format("Overlay {}", first.depth);
    node.layer = static_cast<std::int32_t>(layer);
    std::uint32_t end = first.offset + first.size;
    for (std::size_t i = layer; i < packet.size() && packet[i].depth == first.depth; ++i)
        end = packet[i].offset + packet[i].size;
    node.place = octets(first.offset, end - first.offset);
    return node;
}

TreeNode stopNode(const Frame &frame, const Dissection &packet, std::uint16_t level)
{
    const Stop &stop = *packet.stop();
    TreeNode node{.kind = TreeNode::Kind::Stop, .scope = Scope::Native};
    if (packet.size() > 0) {
        const Layer &last = packet[packet.size() - 1];
        node.depth = static_cast<std::uint8_t>(last.depth + (last.tunnel ? 1 : 0));
        node.scope = node.depth > 0 ? Scope::Overlay : packet.scope(last);
    }
    node.level = level;
    node.message = stop.message();
    node.severity = stop.cutByCapture ? Severity::Note : Severity::Error;
    node.protocol = stop.protocol;
    node.label = node.message.english();
    node.place = octets(stop.offset, frame.bytes.size() - std::min<std::size_t>(stop.offset, frame.bytes.size()));
    return node;
}

} // namespace

void appendHeader(std::vector<TreeNode> &tree, const LayerView &view, std::uint16_t level)
{
    const Protocol &protocol = view.protocol();
    TreeNode title{.kind = TreeNode::Kind::Header, .scope = view.packet().scope(view.layer()), .label = std::string(protocol.title)};
    title.depth = view.layer().depth;
    title.level = level;
    title.protocol = &protocol;
    title.layer = static_cast<std::int32_t>(view.index());
    title.place = octets(view.layer().offset, view.layer().size);
    TextBuffer summary;
    if (const auto write = protocol.summary ? protocol.summary : protocol.info; write && !view.isCut())
        write(view, summary);
    if (protocol.gist && !view.isCut())
        protocol.gist(view, summary);
    title.value = shownText(viewOf(summary));
    tree.push_back(std::move(title));

    const auto below = static_cast<std::uint16_t>(level + 1);
    appendTable(tree, view, below);
    if (view.isCut())
        return;
    Details details;
    if (protocol.details)
        protocol.details(view, details);
    if (view.frame().facts)
        view.frame().facts->add(view, details);
    appendItems(tree, view, details, below);
    addContinuation(view, details);
    for (const Note &note : details.notes)
        tree.push_back(noteNode(view, note, below));
}

void appendFrame(std::vector<TreeNode> &tree, const Protocol &protocol, const Frame &frame, const Dissection &packet)
{
    const LayerView view(frame, packet, protocol);
    Details details;
    if (protocol.details)
        protocol.details(view, details);
    if (frame.facts)
        frame.facts->add(view, details);
    if (!protocol.details && details.items.empty())
        return; // nobody has told anything of this frame
    TextBuffer summary;
    protocol.summary(view, summary);
    TreeNode title{.kind = TreeNode::Kind::Frame, .scope = Scope::Native, .label = std::string(protocol.title)};
    title.value = shownText(viewOf(summary));
    title.protocol = &protocol;
    tree.push_back(std::move(title));
    appendItems(tree, view, details, 1);
    for (const Note &note : details.notes)
        tree.push_back(noteNode(view, note, 1));
}

std::vector<TreeNode> treeOf(const Frame &frame, const Dissection &packet, const Registry &registry)
{
    std::vector<TreeNode> tree;
    for (const Protocol *protocol : registry.protocols())
        if (!protocol->dissect && protocol->summary)
            appendFrame(tree, *protocol, frame, packet);
    std::uint16_t level = 0;
    int depth = -1;
    // Headers of a tunnelled packet stand below "Underlay" or "Overlay"; a native one needs no such row.
    const auto enter = [&](const LayerView &view) {
        if (packet.depth() == 0 || view.layer().depth == depth)
            return;
        depth = view.layer().depth;
        tree.push_back(scopeNode(packet, view.layer(), view.index(), level));
        ++level;
    };
    for (std::size_t i = 0; i < packet.size(); ++i) {
        const LayerView view(frame, packet, i);
        enter(view);
        appendHeader(tree, view, level);
        if (packet[i].tunnel)
            ++level;
    }
    if (!packet.stop())
        return tree;
    if (const auto cut = LayerView::ofCutHeader(frame, packet)) {
        enter(*cut);
        appendHeader(tree, *cut, level);
        ++level;
    }
    tree.push_back(stopNode(frame, packet, level));
    return tree;
}

std::string textOf(const std::vector<TreeNode> &tree)
{
    std::string text;
    for (const TreeNode &node : tree) {
        text.append(node.level * 2u, ' ');
        if (node.kind == TreeNode::Kind::Note || node.kind == TreeNode::Kind::Stop) {
            text += "! ";
            if (node.kind == TreeNode::Kind::Stop && node.protocol)
                text += std::string(node.protocol->title) + ' ';
        }
        const std::string line = node.value.empty() ? node.label
            : node.label.empty() ? node.value
            : node.label + (node.kind == TreeNode::Kind::Header ? "  " : ": ") + node.value;
        text += node.generated ? '[' + line + ']' : line;
        text += '\n';
    }
    return text;
}

} // namespace vethscope
