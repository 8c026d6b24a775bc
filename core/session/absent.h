#pragma once

#include "core/session/savedsession.h"

namespace vethscope {

/// What a session refers to and is not there now, with its marks and comments: it stays in the session when that is saved again.
/// `present`: for each capture, whether it is there.
SavedSession absentOf(const SavedSession &session, const std::vector<bool> &present);

/// Puts that behind what is there. `folder` is where the session is written to.
void addAbsent(SavedSession &session, const SavedSession &absent, const std::filesystem::path &folder);

} // namespace vethscope
