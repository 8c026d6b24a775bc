#include "app/cli/explainwriter.h"
#include "app/cli/originjson.h"

namespace vethscope::cli {
namespace {

using explain::FieldExplanation;

Json writtenByJson(const explain::WrittenBy &by, const SnapshotArguments &texts)
{
    Json evidence = evidenceJson(by.evidence, texts);
    for (const explain::Announcement &one : by.announced)
        evidence.push_back({{"capture", one.capture}, {"frame", one.frame}});
    return {{"who", by.who}, {"text", by.text.english()}, {"evidence", std::move(evidence)}};
}

Json matchesJson(const FieldExplanation &field)
{
    const auto matches = field.matches();
    return matches ? Json(*matches) : Json(nullptr);
}

Json fieldJson(const FieldExplanation &field, const SnapshotArguments &texts)
{
    Json origin = originJson(field.origin);
    if (field.nat)
        origin["nat"] = field.nat->text();
    if (field.writtenBy)
        origin["written_by"] = writtenByJson(*field.writtenBy, texts);
    Json json{{"scope", field.scope}, {"depth", field.depth}, {"field", field.name}, {"value", field.value}, {"origin", std::move(origin)},
              {"expected", field.expected.size() == 1 ? Json(field.expected.front()) : Json(nullptr)}};
    if (field.expected.size() > 1)
        json["expected_one_of"] = field.expected;
    json["matches"] = matchesJson(field);
    json["text"] = field.text.english();
    json["evidence"] = evidenceJson(field.evidence, texts);
    if (!field.rejected.empty())
        json["rejected"] = listOf(field.rejected, [&](const kernel::Rejected &one) { return Json{{"evidence", evidenceJson(one.evidence, texts)}, {"because", one.because}}; });
    if (!field.ask.empty()) {
        json["ask"] = field.ask;
        json["ask_on"] = textOrNull(field.askOn);
    }
    return json;
}

} // namespace

void writeExplanationJson(const explain::FrameExplanation &explanation, std::uint32_t frame, const SnapshotArguments &texts, std::ostream &out)
{
    const explain::Point &point = explanation.point;
    const auto &tunnels = explanation.tunnels;
    const Json json{{"frame", frame},
                    {"point", {{"node", textOrNull(point.node)}, {"interface", textOrNull(point.interface)}, {"pod", textOrNull(point.pod)}}},
                    {"tunnel", tunnels.empty() ? Json(nullptr) : Json(tunnels.front())},
                    {"tunnels", listOf(tunnels, [](std::string_view tunnel) { return Json(tunnel); })},
                    {"fields", listOf(explanation.fields, [&](const FieldExplanation &field) { return fieldJson(field, texts); })}};
    out << jsonText(json) << '\n';
}

} // namespace vethscope::cli
