#include "core/facts/evidencejson.h"

#include "core/facts/shownline.h"

#include <nlohmann/json.hpp>

namespace vethscope {

using Json = nlohmann::ordered_json;

Json evidenceJson(const Evidence &evidence, const SnapshotArguments &snapshots)
{
    ShownLine shown = shownLine(evidence);
    Json json{
        {"source", evidence.source ? evidence.source->name() : std::string()},
        {"line", evidence.line},
        {"text", std::move(shown.text)},
    };
    if (shown.column)
        json["column"] = *shown.column;
    if (const std::string *argument = snapshots.of(evidence.source.get()))
        json["snapshot"] = *argument;
    return json;
}

Json evidenceJson(const EvidenceList &evidence, const SnapshotArguments &snapshots)
{
    Json list = Json::array();
    for (const Evidence &line : evidence)
        if (line.source)
            list.push_back(evidenceJson(line, snapshots));
    return list;
}

} // namespace vethscope
