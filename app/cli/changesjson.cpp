#include "app/cli/changesjson.h"

#include "app/cli/matrixwriter.h"

namespace vethscope::cli {
namespace {

Json endJson(const std::optional<path::Disposition> &disposition)
{
    return disposition ? Json{{"verdict", nameOf(verdictOf(*disposition))}, {"disposition", nameOf(*disposition)}} : Json(nullptr);
}

void add(Json &list, const EvidenceList &lines, const SnapshotArguments &texts, std::string_view side)
{
    for (const Evidence &line : lines) {
        Json json = evidenceJson(line, texts);
        json["side"] = side;
        list.push_back(std::move(json));
    }
}

Json textOrNothing(const std::optional<std::string> &text)
{
    return text ? Json(*text) : Json(nullptr);
}

} // namespace

Json changesJson(const std::vector<path::ChangedWay> &changes, const SnapshotArguments &before, const SnapshotArguments &after)
{
    return listOf(changes, [&](const path::ChangedWay &change) {
        const auto valueJson = [](const path::ChangedValue &value) {
            return Json{{"field", value.field}, {"node", textOrNull(value.node)}, {"interface", textOrNull(value.interface)}, {"pod", textOrNull(value.pod)},
                        {"before", textOrNothing(value.before)}, {"after", textOrNothing(value.after)}};
        };
        Json evidence = Json::array();
        add(evidence, change.linesBefore, before, "before");
        add(evidence, change.linesAfter, after, "after");
        return Json{{"from", change.from}, {"to", change.to}, {"kind", nameOf(change.kind)}, {"before", endJson(change.before)}, {"after", endJson(change.after)},
                    {"fields", change.fields()}, {"values", listOf(change.values, valueJson)}, {"evidence", std::move(evidence)}};
    });
}

} // namespace vethscope::cli
