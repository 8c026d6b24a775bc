#include "core/explain/headervalue.h"

#include "core/dissect/format.h"
#include "core/dissect/layerview.h"
#include "core/protocols/protocols.h"

#include <algorithm>

namespace vethscope::explain {
namespace {

std::string_view prefixOf(const Protocol &protocol)
{
    return protocol.fieldPrefix.empty() ? protocol.name : protocol.fieldPrefix;
}

std::optional<std::string> printed(const LayerView &view, std::string_view name)
{
    const auto field = std::ranges::find(view.protocol().fields, name, &vethscope::Field::name);
    if (field == view.protocol().fields.end() || !view.has(*field))
        return std::nullopt;
    TextBuffer text;
    printForScripts(text, *field, field->place, readValue(*field, view.header(), field->place));
    return std::string(viewOf(text));
}

} // namespace

std::optional<std::string> headerValue(const Frame &frame, const Dissection &packet, std::string_view name, std::size_t depth)
{
    const std::size_t dot = name.find('.');
    const std::string_view protocol = name.substr(0, dot), field = name.substr(dot + 1);
    const auto isIt = [&](const Layer &layer) { return !layer.quoted && layer.depth == depth && prefixOf(*layer.protocol) == protocol; };
    for (std::size_t i = 0; i < packet.size(); ++i)
        if (isIt(packet[i]))
            return printed(LayerView(frame, packet, i), field);
    const auto cut = LayerView::ofCutHeader(frame, packet);
    return cut && isIt(cut->layer()) ? printed(*cut, field) : std::nullopt;
}

} // namespace vethscope::explain
