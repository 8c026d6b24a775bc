#include "app/cli/marksjson.h"

#include "app/cli/journeywriter.h"

namespace vethscope::cli {

Json marksJson(std::span<const testimony::Mark> marks, const SnapshotArguments &texts)
{
    Json json = Json::array();
    for (const testimony::Mark &mark : marks) {
        const testimony::Record &record = *mark.record;
        Json one{{"node", textOrNull(record.node)}, {"tool", record.tool}, {"time", mark.time ? Json(epochText(*mark.time)) : Json(nullptr)}, {"function", textOrNull(record.function)},
                 {"reason", textOrNull(record.reason)}, {"journey", numberOrNull(mark.journey)}, {"evidence", evidenceJson(record.evidence, texts)}};
        if (record.count != 1)
            one["packets"] = record.count;
        json.push_back(std::move(one));
    }
    return json;
}

} // namespace vethscope::cli
