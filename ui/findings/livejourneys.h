#pragma once

#include "ui/findings/diagnosisjob.h"

#include <functional>

namespace vethscope {

/// Follows the packets that are in the file of a running capture by now, in a store of their own. Null where `goOn` says no, or nothing of the file can
/// be read yet.
std::shared_ptr<const FollowedJourneys> followLive(const LiveFile &file, std::shared_ptr<const Cluster> cluster, const std::function<bool(double share)> &goOn);

} // namespace vethscope
