#pragma once

#include "core/bytes/result.h"
#include "core/session/savedsession.h"

#include <string>
#include <string_view>
#include <vector>

namespace vethscope {

/// session.json: the session without the bytes and texts of its parts. Of what is embedded, the names of its parts.
std::string sessionJson(const SavedSession &session);

/// A session as its session.json has it, and the parts that it speaks of.
struct DescribedSession {
    SavedSession session;
    std::vector<std::string> captureParts;           // one for each capture; empty: not embedded
    std::vector<std::vector<std::string>> textParts; // one for each text of each snapshot
    std::vector<Error> problems;                     // what is of another type than it should be, or leads elsewhere, and was left out
};

/// Reads it as far as it makes sense. Fails when it is no JSON object at all.
Result<DescribedSession> readSessionJson(std::string_view text);

} // namespace vethscope
