#include "core/filter/conversationfilter.h"

#include "core/dissect/format.h"
#include "core/dissect/layerview.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace vethscope {
namespace {

struct Kind {
    std::string_view protocol, source, destination, either; // names of fields
    bool isTransport;
};

constexpr auto kinds = std::to_array<Kind>({{"eth", "src", "dst", "addr", false}, {"ip", "src", "dst", "addr", false}, {"ipv6", "src", "dst", "addr", false},
                                            {"tcp", "srcport", "dstport", "port", true}, {"udp", "srcport", "dstport", "port", true}, {"sctp", "srcport", "dstport", "port", true}});

std::string valueOf(const LayerView &view, std::string_view name)
{
    const auto fields = view.protocol().fields;
    const auto field = std::ranges::find(fields, name, &Field::name);
    if (field == fields.end())
        return {};
    TextBuffer text;
    printForScripts(text, *field, field->place, readValue(*field, view.header(), field->place));
    return std::string(viewOf(text));
}

} // namespace

std::vector<ConversationFilter> conversationFilters(const Frame &frame, const Dissection &packet)
{
    std::vector<ConversationFilter> filters;
    const std::string_view scope = packet.depth() > 0 ? "overlay." : "";
    std::string addresses; // of the network layer above
    for (std::size_t i = 0; i < packet.size(); ++i) {
        const Layer &layer = packet[i];
        const auto kind = std::ranges::find(kinds, layer.protocol->name, &Kind::protocol);
        if (kind == kinds.end() || layer.quoted || layer.depth != packet.depth())
            continue;
        const LayerView view(frame, packet, i);
        const std::string source = valueOf(view, kind->source), destination = valueOf(view, kind->destination);
        if (source.empty() || destination.empty())
            continue;
        std::string filter = fmt::format("{0}{1}.{2} == {3} && {0}{1}.{2} == {4}", scope, kind->protocol, kind->either, source, destination);
        if (kind->isTransport)
            filter = fmt::format("{}{}{}", addresses, addresses.empty() ? "" : " && ", filter);
        else
            addresses = kind->protocol == "eth" ? std::string() : filter;
        filters.push_back({kind->protocol, layer.protocol->title, std::move(filter)});
    }
    return filters;
}

} // namespace vethscope
