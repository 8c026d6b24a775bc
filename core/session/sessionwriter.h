#pragma once

#include "core/bytes/result.h"
#include "core/session/savedsession.h"

#include <functional>

namespace vethscope {

/// Told how many bytes of how many are done; false stops the work.
using SessionProgress = std::function<bool(std::uint64_t, std::uint64_t)>;

/// Writes the session; of what is embedded, the bytes of each capture's `file` and the texts of each snapshot. The file appears
/// whole or not at all. An error when anything cannot be read or written; one without a message when it was stopped.
Result<void> writeSession(const SavedSession &session, const std::filesystem::path &path, const SessionProgress &progress = {});

} // namespace vethscope
