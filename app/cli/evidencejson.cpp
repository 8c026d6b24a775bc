#include "app/cli/evidencejson.h"

namespace vethscope::cli {
namespace {

constexpr std::size_t longestLine = 300;

// The first characters of UTF-8 text.
std::string_view shortened(std::string_view text)
{
    std::size_t characters = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool begins = (static_cast<unsigned char>(text[i]) & 0xc0) != 0x80;
        if (begins && characters++ == longestLine)
            return text.substr(0, i);
    }
    return text;
}

} // namespace

Json evidenceJson(const Evidence &evidence)
{
    return {
        {"source", evidence.source ? evidence.source->name() : std::string()},
        {"line", evidence.line},
        {"text", std::string(shortened(evidence.text()))},
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
