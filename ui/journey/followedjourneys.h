#pragma once

#include "core/journey/followed.h"

#include <atomic>
#include <memory>
#include <mutex>
#include <vector>

namespace vethscope {

/// The open capture, as a worker reads it: its frames only while it holds the mutex and nothing is gone.
struct JourneyReading {
    std::mutex mutex{};
    std::atomic<bool> gone = false;
    std::atomic<int> thousandths = 0; // that are done
};

/// What was found of the open capture's journeys, with all that this refers to but the capture.
struct FollowedJourneys {
    std::shared_ptr<const Cluster> cluster{}; // without host output an empty one
    bool hasHosts = false;
    std::shared_ptr<JourneyReading> reading{};
    std::unique_ptr<const journey::Followed> followed{};
    std::vector<journey::FlowSegments> flows{};
};

} // namespace vethscope
