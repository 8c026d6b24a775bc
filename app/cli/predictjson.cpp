#include "app/cli/assumedjson.h"
#include "app/cli/originjson.h"
#include "app/cli/predictwriter.h"

namespace vethscope::cli {
namespace {

// A prediction as JSON. Evidence names its snapshot where there are several.
class PredictionJson
{
public:
    explicit PredictionJson(const SnapshotArguments &texts) : m_texts(texts) {}

    Json prediction(const path::Prediction &prediction, bool isAnswer) const
    {
        Json json = pathJson(prediction.likeliest());
        if (prediction.branches.size() > 1)
            json["branches"] = listOf(prediction.branches, [&](const path::Path &path) { return branchJson(path); });
        if (!isAnswer)
            json["return"] = prediction.back ? this->prediction(*prediction.back, true) : Json(nullptr);
        return json;
    }

private:
    Json fieldJson(const path::Field &field, const path::Hop &hop) const
    {
        Json json{{"scope", field.scope}, {"depth", field.depth}, {"field", field.name}, {"value", field.value ? Json(*field.value) : Json(nullptr)},
                  {"origin", originJson(field.origin)}, {"evidence", evidenceJson(field.evidence, m_texts)}};
        if (!field.value) {
            json["ask"] = field.ask;
            json["ask_on"] = textOrNull(hop.pod.empty() ? hop.node : hop.pod);
        }
        return json;
    }

    Json rejectedJson(const kernel::Rejected &rejected) const
    {
        return {{"evidence", evidenceJson(rejected.evidence, m_texts)}, {"because", rejected.because}};
    }

    Json stepJson(const path::Step &step) const
    {
        const auto changeJson = [](const path::Change &change) {
            return Json{{"field", change.field}, {"from", change.from ? Json(*change.from) : Json(nullptr)}, {"to", change.to ? Json(*change.to) : Json(nullptr)}};
        };
        return {{"kind", nameOf(step.kind)}, {"key", step.key}, {"text", step.text.english()}, {"evidence", evidenceJson(step.evidence, m_texts)},
                {"rejected", listOf(step.rejected, [&](const kernel::Rejected &one) { return rejectedJson(one); })}, {"changes", listOf(step.changes, changeJson)}};
    }

    Json hopJson(const path::Hop &hop) const
    {
        const auto tunnel = hop.tunnel();
        return {{"node", textOrNull(hop.node)}, {"interface", textOrNull(hop.interface)}, {"pod", textOrNull(hop.pod)},
                {"tunnel", tunnel ? Json(nameOf(*tunnel)) : Json(nullptr)},
                {"fields", listOf(hop.fields(), [&](const path::Field &field) { return fieldJson(field, hop); })},
                {"steps", listOf(hop.steps, [&](const path::Step &step) { return stepJson(step); })}};
    }

    Json pathJson(const path::Path &path) const
    {
        const path::Ending &ending = path.ending;
        Json json{{"path", listOf(path.hops, [&](const path::Hop &hop) { return hopJson(hop); })},
                  {"verdict", nameOf(path.verdict())}, {"disposition", nameOf(ending.disposition)}, {"reason", ending.reason.english()},
                  {"kernel_reason", ending.kernelReason.empty() ? Json(nullptr) : Json(ending.kernelReason)},
                  {"evidence", evidenceJson(ending.evidence, m_texts)}, {"assumed", listOf(path.assumed, assumedJson)}};
        if (path.verdict() == path::Verdict::Unknown) {
            json["ask"] = ending.ask;
            json["ask_on"] = textOrNull(ending.askOn);
        }
        return json;
    }

    Json branchJson(const path::Path &path) const
    {
        Json json{{"because", path.because.english()}, {"probability", numberOrNull(path.probability)}};
        json.update(pathJson(path));
        return json;
    }

    const SnapshotArguments &m_texts;
};

} // namespace

void writePredictionJson(const path::Prediction &prediction, const SnapshotArguments &texts, std::optional<Json> changes, std::ostream &out)
{
    Json json = PredictionJson(texts).prediction(prediction, false);
    if (changes)
        json["changes"] = std::move(*changes);
    out << jsonText(json) << '\n';
}

} // namespace vethscope::cli
