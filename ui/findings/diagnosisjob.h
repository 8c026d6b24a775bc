#pragma once

#include "core/capture/capturepoint.h"
#include "core/dissect/registry.h"
#include "ui/findings/diagnosed.h"

#include <atomic>
#include <optional>

namespace vethscope {

class JourneyFollower;
class OpenCapture;
class Snapshots;

/// A diagnosis while it is made.
struct DiagnosisRun {
    std::atomic<bool> cancelled = false;
    std::atomic<int> thousandths = 0; // that are done
};

/// The file of a running capture, as a worker reads it on its own.
struct LiveFile {
    std::vector<CaptureArgument> arguments{};
    Registry registry;
};

/// What is diagnosed: made on the window's thread, done on a worker.
struct DiagnosisJob {
    std::vector<std::shared_ptr<const Snapshot>> snapshots{};
    std::shared_ptr<const Cluster> cluster{};
    std::shared_ptr<const FollowedJourneys> journeys{}; // of the open capture, where it is complete
    std::optional<LiveFile> live{};
    std::shared_ptr<DiagnosisRun> run{};

    /// Of what is open; of a complete capture its journeys are found.
    static DiagnosisJob of(const OpenCapture &capture, const Snapshots &snapshots, const JourneyFollower &follower, std::shared_ptr<DiagnosisRun> run);

    /// Null where it was cancelled, or the capture went in between.
    std::shared_ptr<const Diagnosed> done() const;
};

} // namespace vethscope
