#include "core/names/trafficnames.h"

#include "core/bytes/csvtext.h"
#include "core/flows/trafficwords.h"
#include "core/dissect/scopewords.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

namespace vethscope {
namespace {

using Json = nlohmann::ordered_json;

double seconds(std::int64_t nanoseconds)
{
    return static_cast<double>(nanoseconds) / 1e9;
}

// address, port, name, evidence.
Json endJson(TrafficKind kind, const TrafficEnd &end, const NameTable &names, const SnapshotArguments &snapshots)
{
    const Name *name = nameOf(end, names);
    const bool isNamed = name && !name->text().empty();
    return {
        {"address", addressText(end)},
        {"port", hasPorts(kind) ? Json(end.port) : Json(nullptr)},
        {"name", isNamed ? Json(name->text()) : Json(nullptr)},
        {"evidence", isNamed && name->evidence.source ? evidenceJson(name->evidence, snapshots) : Json(nullptr)},
    };
}

template <typename Traffic>
Json placeJson(const Traffic &traffic)
{
    return {{"kind", nameOf(traffic.kind)}, {"scope", nameOf(traffic.scope)}, {"depth", traffic.depth}};
}

Json jsonOf(const Conversation &conversation, const NameTable &names, std::int64_t start, const SnapshotArguments &snapshots)
{
    Json json = placeJson(conversation);
    json["a"] = endJson(conversation.kind, conversation.a, names, snapshots);
    json["b"] = endJson(conversation.kind, conversation.b, names, snapshots);
    json["packets_a_to_b"] = conversation.fromA.packets;
    json["bytes_a_to_b"] = conversation.fromA.bytes;
    json["packets_b_to_a"] = conversation.fromB.packets;
    json["bytes_b_to_a"] = conversation.fromB.bytes;
    json["start"] = seconds(conversation.first - start);
    json["duration"] = seconds(conversation.duration());
    json["first_frame"] = conversation.firstRow + 1;
    return json;
}

Json jsonOf(const TrafficEndpoint &endpoint, const NameTable &names, const SnapshotArguments &snapshots)
{
    Json json = placeJson(endpoint);
    json.update(endJson(endpoint.kind, endpoint.end, names, snapshots));
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

// A value in a cell.
std::string cellOf(const Json &value)
{
    if (value.is_null())
        return {};
    if (value.is_object()) // evidence
        return cellOf(fmt::format("{}:{}: {}", value["source"].get<std::string>(), value["line"].get<std::uint32_t>(), value["text"].get<std::string>()));
    if (!value.is_string())
        return value.dump();
    return csvText(value.get_ref<const std::string &>());
}

// The cells of `a` and `b`, and of what stands beside them; or the names of their columns.
std::vector<std::string> rowOf(const Json &json, bool heading)
{
    std::vector<std::string> row;
    for (const auto &[key, value] : json.items()) {
        if (key != "a" && key != "b") {
            row.push_back(heading ? key : cellOf(value));
            continue;
        }
        for (const auto &[part, inner] : value.items())
            row.push_back(heading ? key + '.' + part : cellOf(inner));
    }
    return row;
}

template <typename Traffic, typename JsonOf>
void writeRows(const std::vector<Traffic> &traffic, const Traffic &example, JsonOf jsonOfOne, std::ostream &out)
{
    out << fmt::format("{}\n", fmt::join(rowOf(jsonOfOne(example), true), ","));
    for (const Traffic &one : traffic)
        out << fmt::format("{}\n", fmt::join(rowOf(jsonOfOne(one), false), ","));
}

} // namespace

const Name *nameOf(const TrafficEnd &end, const NameTable &names)
{
    return names.isEmpty() ? nullptr : names.find(end.address());
}

void writeTrafficJson(const std::vector<Conversation> &conversations, const NameTable &names, std::int64_t start, std::ostream &out,
                      const SnapshotArguments &snapshots)
{
    writeList("conversations", conversations, [&](const Conversation &one) { return jsonOf(one, names, start, snapshots); }, out);
}

void writeTrafficJson(const std::vector<TrafficEndpoint> &endpoints, const NameTable &names, std::ostream &out, const SnapshotArguments &snapshots)
{
    writeList("endpoints", endpoints, [&](const TrafficEndpoint &one) { return jsonOf(one, names, snapshots); }, out);
}

void writeTrafficCsv(const std::vector<Conversation> &conversations, const NameTable &names, std::int64_t start, std::ostream &out)
{
    Conversation example;
    example.a.size = example.b.size = 6;
    writeRows(conversations, example, [&](const Conversation &one) { return jsonOf(one, names, start, {}); }, out);
}

void writeTrafficCsv(const std::vector<TrafficEndpoint> &endpoints, const NameTable &names, std::ostream &out)
{
    TrafficEndpoint example;
    example.end.size = 6;
    writeRows(endpoints, example, [&](const TrafficEndpoint &one) { return jsonOf(one, names, {}); }, out);
}

} // namespace vethscope
