#include "app/cli/evidencejson.h"

namespace vethscope::cli {
Json evidenceJson(const Evidence &evidence)
{
    return {
        {"source", evidence.source ? evidence.source->name() : std::string()},
        {"line", evidence.line},
        {"text", std::string(shownOf(evidence.text()))},
    };
}

Json evidenceJson(const EvidenceList &evidence)
{
    Json list = Json::array();
    for (const Evidence &line : evidence)
        if (line.source)
            list.push_back(evidenceJson(line));
    return list;
}

Json textOrNull(const std::string &text)
{
    return text.empty() ? Json(nullptr) : Json(text);
}

std::string jsonText(const Json &json)
{
    return json.dump(2, ' ', false, Json::error_handler_t::replace);
}

} // namespace vethscope::cli
