#pragma once

#include "core/session/privatefolder.h"
#include "core/session/savedsession.h"
#include "core/session/sessionwriter.h"

#include <memory>
#include <vector>

namespace vethscope {

/// A session that was read, and what of it could not be.
struct ReadSession {
    SavedSession session; // each capture's and snapshot's `file` is where it is now, or empty when it is nowhere
    std::vector<Error> problems;
    std::shared_ptr<const PrivateFolder> folder; // of embedded captures, for as long as they are open; null when there are none
};

/// Whether the file is called or begins like a session.
bool isSession(const std::filesystem::path &path);

/// Reads a session; fails only when nothing of it can be read, or with an error without a message when it was stopped. Embedded
/// captures are unpacked into a private folder, under names made here: no name in the file leads out of it, links and devices are
/// not made. A capture by reference is looked for from the session's folder first, then where it was.
Result<ReadSession> readSession(const std::filesystem::path &path, const SessionProgress &progress = {}, const SessionLimits &limits = {});

} // namespace vethscope
