#include "core/testimony/dropreason.h"

namespace vethscope::testimony {

std::string dropReason(std::string_view word)
{
    constexpr std::string_view prefix = "SKB_DROP_REASON_";
    if (word == "SKB_NOT_DROPPED_YET" || word == "SKB_CONSUMED" || word == "NOT_DROPPED_YET" || word == "CONSUMED")
        return {};
    return std::string(word.starts_with(prefix) ? word.substr(prefix.size()) : word);
}

} // namespace vethscope::testimony
