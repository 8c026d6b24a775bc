#pragma once

#include "core/journey/followed.h"
#include "core/sentence/sentence.h"

#include <atomic>
#include <memory>
#include <shared_mutex>
#include <vector>

namespace vethscope {

/// The open capture, as workers read it: its frames only while they hold the mutex, which all of them share, and nothing is gone.
struct JourneyReading {
    std::shared_ptr<std::shared_mutex> mutex = std::make_shared<std::shared_mutex>();
    std::atomic<bool> gone = false;
    std::atomic<int> thousandths = 0; // that are done
};

/// What was found of a capture's journeys, with all that this refers to but the capture, if that is the open one.
struct FollowedJourneys {
    std::shared_ptr<const void> capture{};    // another than the open one; gone last
    std::shared_ptr<const Cluster> cluster{}; // without host output an empty one
    bool hasHosts = false;
    std::shared_ptr<JourneyReading> reading{};
    std::unique_ptr<const journey::Followed> followed{};
    std::vector<journey::FlowSegments> flows{};
    std::vector<Sentence> doubts{}; // whether all this tells one story
    std::vector<Sentence> limits{}; // what captures at one point cannot tell
};

} // namespace vethscope
