#include "tests/support/packets.h"

#include "core/filter/accessor.h"
#include "core/dissect/format.h"
#include "core/protocols/protocols.h"

namespace vethscope::test {

const Registry &registry()
{
    static const Registry shared = protocols::registry();
    return shared;
}

QByteArray fromHex(const QByteArray &digits)
{
    return QByteArray::fromHex(QByteArray(digits).replace(' ', "").replace('\n', ""));
}

Bytes viewOf(const QByteArray &bytes)
{
    return std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(bytes.size())));
}

Frame frameOf(const QByteArray &bytes, std::uint32_t linkType, std::uint32_t originalLength)
{
    Frame frame;
    frame.bytes = viewOf(bytes);
    frame.originalLength = originalLength > 0 ? originalLength : static_cast<std::uint32_t>(bytes.size());
    frame.linkType = linkType;
    return frame;
}

namespace {

std::vector<TreeNode> nodesOf(const Protocol &protocol, const Frame &frame)
{
    const Dissector dissector(registry());
    Dissection packet;
    dissector.dissect(frame, protocol, packet);
    std::vector<TreeNode> tree = vethscope::treeOf(frame, packet, registry());
    // The frame's own rows come first, and depend on time and interface.
    std::size_t own = 0;
    while (own < tree.size() && (tree[own].kind == TreeNode::Kind::Frame || (tree[own].kind == TreeNode::Kind::Field && tree[own].layer < 0)))
        ++own;
    tree.erase(tree.begin(), tree.begin() + static_cast<std::ptrdiff_t>(own));
    return tree;
}

} // namespace

QStringList treeOf(const Protocol &protocol, const QByteArray &hex, std::uint32_t originalLength)
{
    const QByteArray bytes = fromHex(hex);
    return QString::fromStdString(textOf(nodesOf(protocol, frameOf(bytes, 1, originalLength)))).trimmed().split('\n');
}

QString infoOf(const Protocol &protocol, const QByteArray &hex)
{
    const QByteArray bytes = fromHex(hex);
    const Frame frame = frameOf(bytes);
    const Dissector dissector(registry());
    Dissection packet;
    dissector.dissect(frame, protocol, packet);
    TextBuffer out;
    for (std::size_t i = 0; i < packet.size(); ++i)
        if (packet[i].protocol == &protocol && protocol.info && out.size() == 0) {
            protocol.info({frame, packet, i}, out);
            if (protocol.gist)
                protocol.gist({frame, packet, i}, out);
        }
    return QString::fromStdString(fmt::to_string(out));
}

QString valuesOf(const QByteArray &field, const QByteArray &hex, std::uint32_t linkType)
{
    const QByteArray bytes = fromHex(hex);
    const Frame frame = frameOf(bytes, linkType);
    const Dissector dissector(registry());
    const Dissection packet = dissector.dissect(frame);
    FilterScratch scratch;
    Evaluation evaluation{frame, packet, scratch};
    const auto accessor = Accessor::find(std::string_view(field.constData(), static_cast<std::size_t>(field.size())), registry());
    if (!accessor)
        return QStringLiteral("no such field");
    QStringList values;
    accessor->forEach(evaluation, [&](const Value &value, const Field *row, BitRange place) {
        TextBuffer out;
        if (row)
            printForScripts(out, *row, place, value);
        values << QString::fromStdString(fmt::to_string(out));
    });
    return values.join(',');
}

int feedPrefixes(const Protocol &protocol, const QByteArray &hex)
{
    const QByteArray whole = fromHex(hex);
    int tried = 0;
    for (qsizetype length = 0; length <= whole.size(); ++length) {
        // A copy of exactly that size, so that the address sanitizer sees the first byte read too many.
        const QByteArray prefix(whole.constData(), length);
        for (const std::uint32_t original : {static_cast<std::uint32_t>(length), static_cast<std::uint32_t>(whole.size())}) {
            nodesOf(protocol, frameOf(prefix, 1, original));
            infoOf(protocol, prefix.toHex());
            ++tried;
        }
    }
    return tried;
}

} // namespace vethscope::test
