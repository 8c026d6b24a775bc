#pragma once

#include "core/bytes/result.h"
#include "core/session/savedsession.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vethscope {

/// Walks the parts of a session's archive, whole or cut. Complains once of each part that is no plain file, leads out of the
/// archive or comes twice, and hands on the others.
class SessionArchive
{
public:
    /// Takes a piece of a part; false when it wants no more of it.
    using Take = std::function<bool(std::string_view)>;
    /// Told of each part: who takes its bytes, or nobody.
    using Choose = std::function<Take(const std::string &part)>;

    SessionArchive(std::filesystem::path path, const SessionLimits &limits, std::vector<Error> &problems)
        : m_path(std::move(path)), m_limits(limits), m_problems(problems) { }

    /// Until `stop` says so. An error when not a single part can be read.
    std::optional<Error> walk(const Choose &choose, const std::function<bool()> &stop);

private:
    void complain(Sentence message);

    const std::filesystem::path m_path;
    const SessionLimits m_limits;
    std::vector<Error> &m_problems;
    bool m_walked = false; // and what is wrong with its parts was said
};

} // namespace vethscope
