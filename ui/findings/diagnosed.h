#pragma once

#include "core/cluster/cluster.h"
#include "core/diagnose/report.h"
#include "core/sentence/sentence.h"
#include "core/snapshot/snapshot.h"

#include <cstdint>
#include <map>
#include <memory>
#include <vector>

namespace vethscope {

struct FollowedJourneys;

/// What was found wrong, and in what: with all that it refers to but the open capture.
struct Diagnosed {
    /// A frame that is cited, as it stands in its own file, and its capture point among the journeys'.
    struct CitedFrame {
        diagnose::ReportedFrame reported{};
        std::uint16_t point = 0;
    };

    std::vector<std::shared_ptr<const Snapshot>> snapshots{};
    std::shared_ptr<const Cluster> cluster{};           // null without host output
    std::shared_ptr<const FollowedJourneys> journeys{}; // null without a capture
    diagnose::Findings findings{};
    std::vector<diagnose::Suspect> suspects{};
    std::vector<Sentence> doubts{};                     // whether packets and hosts tell one story
    std::map<std::uint32_t, CitedFrame> frames{};       // all that findings cite, by their rows
    std::size_t packets = 0;
    std::size_t hosts = 0;                              // that printed something
    bool isLive = false;                                // more packets may have come since
};

} // namespace vethscope
