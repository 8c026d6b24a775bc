#include "core/names/trafficnames.h"

#include "core/flows/trafficwords.h"
#include "core/dissect/scopewords.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace vethscope {
namespace {

using Json = nlohmann::ordered_json;

double seconds(std::int64_t nanoseconds)
{
    return static_cast<double>(nanoseconds) / 1e9;
}

Json orNull(const std::string &text)
{
    return text.empty() ? Json(nullptr) : Json(text);
}

// address, port, name, evidence.
Json endJson(TrafficKind kind, const TrafficEnd &end, const NameTable &names)
{
    const Name *name = nameOf(end, names);
    const bool isNamed = name && !name->text().empty();
    return {
        {"address", addressText(end)},
        {"port", hasPorts(kind) ? Json(end.port) : Json(nullptr)},
        {"name", isNamed ? Json(name->text()) : Json(nullptr)},
        {"evidence", isNamed ? orNull(name->evidence) : Json(nullptr)},
    };
}

template <typename Traffic>
Json placeJson(const Traffic &traffic)
{
    return {{"kind", nameOf(traffic.kind)}, {"scope", nameOf(traffic.scope)}, {"depth", traffic.depth}};
}

Json jsonOf(const Conversation &conversation, const NameTable &names, std::int64_t start)
{
    Json json = placeJson(conversation);
    json["a"] = endJson(conversation.kind, conversation.a, names);
    json["b"] = endJson(conversation.kind, conversation.b, names);
    json["packets_a_to_b"] = conversation.fromA.packets;
    json["bytes_a_to_b"] = conversation.fromA.bytes;
    json["packets_b_to_a"] = conversation.fromB.packets;
    json["bytes_b_to_a"] = conversation.fromB.bytes;
    json["start"] = seconds(conversation.first - start);
    json["duration"] = seconds(conversation.duration());
    json["first_frame"] = conversation.firstRow + 1;
    return json;
}

Json jsonOf(const TrafficEndpoint &endpoint, const NameTable &names)
{
    Json json = placeJson(endpoint);
    json.update(endJson(endpoint.kind, endpoint.end, names));
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
template <typename Traffic, typename JsonOf>
void writeList(std::string_view key, const std::vector<Traffic> &traffic, JsonOf jsonOfOne, std::ostream &out)
{
    out << fmt::format("{{\"{}\": [", key);
    const char *before = "\n";
    for (const Traffic &one : traffic) {
        out << fmt::format("{}  {}", before, jsonOfOne(one).dump(-1, ' ', false, Json::error_handler_t::replace));
        before = ",\n";
    }
    out << "\n]}\n";
}

} // namespace

const Name *nameOf(const TrafficEnd &end, const NameTable &names)
{
    return names.isEmpty() ? nullptr : names.find(addressText(end));
}

void writeTrafficJson(const std::vector<Conversation> &conversations, const NameTable &names, std::int64_t start, std::ostream &out)
{
    writeList("conversations", conversations, [&](const Conversation &one) { return jsonOf(one, names, start); }, out);
}

void writeTrafficJson(const std::vector<TrafficEndpoint> &endpoints, const NameTable &names, std::ostream &out)
{
    writeList("endpoints", endpoints, [&](const TrafficEndpoint &one) { return jsonOf(one, names); }, out);
}

} // namespace vethscope
