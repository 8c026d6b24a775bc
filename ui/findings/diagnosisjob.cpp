#include "ui/findings/diagnosisjob.h"

#include "core/capture/filenumbers.h"
#include "core/cluster/latest.h"
#include "core/diagnose/diagnosis.h"
#include "core/diagnose/traffic.h"
#include "core/journey/doubts.h"
#include "core/summary/columns.h"
#include "ui/findings/livejourneys.h"
#include "ui/journey/filepoint.h"
#include "ui/journey/followedjourneys.h"
#include "ui/journey/journeyfollower.h"
#include "ui/shared/opencapture.h"
#include "ui/shared/snapshots.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <set>

namespace vethscope {
namespace {

using diagnose::GoOn;

// Shares of the time, about: what is left is for asking the faults.
constexpr double liveFollowed = 0.5, trafficSeen = 0.7, rehearsed = 0.8, suspectsFound = 0.9;

/// What is done from one share to another, as a part of all.
GoOn between(const GoOn &goOn, double from, double to)
{
    return [&goOn, from, to](double share) { return goOn(from + (to - from) * share); };
}

std::string infoOf(const journey::Followed &followed, std::uint32_t row)
{
    const PacketRow packet(followed.store(), followed.dissector(), row);
    std::string text;
    for (const Column column : {Column::Protocol, Column::Source, Column::Destination, Column::Info}) {
        TextBuffer printed;
        printColumn(column, packet, Perspective::Both, printed);
        if (printed.size() > 0)
            text += (text.empty() ? "" : column == Column::Destination ? " → " : " ") + fmt::to_string(printed);
    }
    return text;
}

void addFrames(const journey::Followed &followed, Diagnosed &found)
{
    const PacketStore &store = followed.store();
    const std::vector<std::uint32_t> numbers = numbersInFiles(store);
    const auto add = [&](const diagnose::Proof &proof) {
        for (const std::uint32_t row : proof.frames)
            found.frames[row] = {{store.paths()[store.interfaceOf(row).file].string(), numbers[row], infoOf(followed, row)}, followed.points().of(store, row)};
    };
    for (const diagnose::Finding &finding : found.findings) {
        add(finding.proof);
        for (const diagnose::Excluded &excluded : finding.excluded)
            add(excluded.proof);
    }
}

std::size_t hostsIn(const std::vector<std::shared_ptr<const Snapshot>> &snapshots)
{
    std::set<std::string> names;
    for (const auto &snapshot : snapshots)
        for (const ImportedCommand &command : snapshot->report.commands)
            if (!command.node.empty() && command.facts > 0)
                names.insert(command.node);
    return names.size();
}

} // namespace

DiagnosisJob DiagnosisJob::of(const OpenCapture &capture, const Snapshots &snapshots, const JourneyFollower &follower, std::shared_ptr<DiagnosisRun> run)
{
    DiagnosisJob job;
    job.cluster = snapshots.cluster();
    for (const LoadedSnapshot &one : snapshots.loaded())
        if (one.chosen)
            job.snapshots.push_back(one.snapshot);
    if (capture.isOpen() && capture.isFollowing())
        job.live = LiveFile{captureArgumentsOf(capture), capture.registry()};
    else if (capture.isOpen())
        job.journeys = follower.found();
    job.run = std::move(run);
    return job;
}

std::shared_ptr<const Diagnosed> DiagnosisJob::done() const
{
    std::shared_ptr<const FollowedJourneys> packets = journeys;
    const GoOn goOn = [&](double share) {
        run->thousandths = int(std::lround(1000 * share));
        return !run->cancelled && !(packets && packets->reading->gone);
    };
    auto found = std::make_shared<Diagnosed>();
    found->snapshots = snapshots;
    found->hosts = hostsIn(snapshots);
    found->cluster = cluster;
    found->isLive = live.has_value();
    if (live)
        packets = followLive(*live, cluster, between(goOn, 0, liveFollowed));
    std::vector<const Snapshot *> chosen;
    std::ranges::transform(snapshots, std::back_inserter(chosen), [](const auto &one) { return one.get(); });
    const Facts facts = latestFacts(chosen).facts;
    const std::shared_ptr<const Cluster> known = cluster ? cluster : std::make_shared<const Cluster>();
    const path::Predictor predictor(*known);
    std::shared_lock<std::shared_mutex> reading;
    if (packets)
        reading = std::shared_lock(*packets->reading->mutex);
    if (!goOn(live ? liveFollowed : 0))
        return {};
    std::unique_ptr<const diagnose::Traffic> traffic;
    if (packets)
        traffic = diagnose::Traffic::of({packets, packets->followed.get()}, between(goOn, live ? liveFollowed : 0, trafficSeen));
    if (packets && !traffic)
        return {};
    const diagnose::Case about(facts, predictor, traffic.get(), {}, between(goOn, trafficSeen, rehearsed));
    found->suspects = suspectsOf(about, between(goOn, rehearsed, suspectsFound));
    found->findings = findingsOf(about, between(goOn, suspectsFound, 1));
    if (!goOn(1))
        return {};
    found->journeys = packets;
    if (packets) {
        found->packets = packets->followed->store().size();
        addFrames(*packets->followed, *found);
        found->doubts = doubtsOf(*packets->followed, facts);
    }
    return found;
}

} // namespace vethscope
