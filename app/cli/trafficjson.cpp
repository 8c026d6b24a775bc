#include "app/cli/evidencejson.h"
#include "app/cli/trafficwriter.h"

#include <fmt/ostream.h>

namespace vethscope::cli {
namespace {

std::string_view scopeName(Scope scope)
{
    switch (scope) {
    case Scope::Underlay: return "underlay";
    case Scope::Overlay: return "overlay";
    case Scope::Native:
    case Scope::Tunnel: break;
    }
    return "native";
}

double seconds(std::int64_t nanoseconds)
{
    return static_cast<double>(nanoseconds) / 1e9;
}

// address, port, name, evidence.
Json endJson(TrafficKind kind, const TrafficEnd &end, const NameTable &names)
{
    const Name *name = nameOf(end, names);
    return {
        {"address", addressText(end)},
        {"port", hasPorts(kind) ? Json(end.port) : Json(nullptr)},
        {"name", textOrNull(name ? name->text() : std::string())},
        {"evidence", textOrNull(name ? name->evidence : std::string())},
    };
}

template <typename Traffic>
Json placeJson(const Traffic &traffic)
{
    return {{"kind", nameOf(traffic.kind)}, {"scope", scopeName(traffic.scope)}, {"depth", traffic.depth}};
}

Json jsonOf(const Conversation &conversation, const TrafficReport &report)
{
    Json json = placeJson(conversation);
    json["a"] = endJson(conversation.kind, conversation.a, report.names);
    json["b"] = endJson(conversation.kind, conversation.b, report.names);
    json["packets_a_to_b"] = conversation.fromA.packets;
    json["bytes_a_to_b"] = conversation.fromA.bytes;
    json["packets_b_to_a"] = conversation.fromB.packets;
    json["bytes_b_to_a"] = conversation.fromB.bytes;
    json["start"] = seconds(conversation.first - report.captureStart);
    json["duration"] = seconds(conversation.duration());
    json["first_frame"] = conversation.firstRow + 1;
    return json;
}

Json jsonOf(const TrafficEndpoint &endpoint, const TrafficReport &report)
{
    Json json = placeJson(endpoint);
    json.update(endJson(endpoint.kind, endpoint.end, report.names));
    json["packets"] = endpoint.total().packets;
    json["bytes"] = endpoint.total().bytes;
    json["sent_packets"] = endpoint.sent.packets;
    json["sent_bytes"] = endpoint.sent.bytes;
    json["received_packets"] = endpoint.received.packets;
    json["received_bytes"] = endpoint.received.bytes;
    json["first_frame"] = endpoint.firstRow + 1;
    return json;
}

// One after another: a million of them do not fit into a document.
template <typename Traffic>
void writeList(std::string_view key, const std::vector<Traffic> &traffic, const TrafficReport &report, std::ostream &out)
{
    fmt::print(out, "{{\"{}\": [", key);
    const char *before = "\n";
    for (const Traffic &one : traffic) {
        if (std::ranges::find(report.kinds, one.kind) == report.kinds.end())
            continue;
        fmt::print(out, "{}  {}", before, jsonOf(one, report).dump(-1, ' ', false, Json::error_handler_t::replace));
        before = ",\n";
    }
    fmt::print(out, "\n]}}\n");
}

} // namespace

void writeTrafficJson(const std::vector<Conversation> &conversations, const TrafficReport &report, std::ostream &out)
{
    writeList("conversations", conversations, report, out);
}

void writeTrafficJson(const std::vector<TrafficEndpoint> &endpoints, const TrafficReport &report, std::ostream &out)
{
    writeList("endpoints", endpoints, report, out);
}

} // namespace vethscope::cli
