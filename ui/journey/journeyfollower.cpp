#include "ui/journey/journeyfollower.h"

#include "core/cluster/latest.h"
#include "core/journey/doubts.h"
#include "ui/journey/filepoint.h"
#include "ui/journey/followedjourneys.h"
#include "ui/shared/opencapture.h"
#include "ui/shared/snapshots.h"

#include <algorithm>
#include <iterator>

namespace vethscope {
namespace {

constexpr int tellMilliseconds = 80;

using SharedSnapshots = std::vector<std::shared_ptr<const Snapshot>>;

SharedSnapshots chosenOf(const Snapshots &snapshots)
{
    SharedSnapshots chosen;
    for (const LoadedSnapshot &one : snapshots.loaded())
        if (one.chosen)
            chosen.push_back(one.snapshot);
    return chosen;
}

void addDoubts(const SharedSnapshots &snapshots, FollowedJourneys &found)
{
    std::vector<const Snapshot *> chosen;
    std::ranges::transform(snapshots, std::back_inserter(chosen), [](const auto &one) { return one.get(); });
    found.doubts = doubtsOf(*found.followed, latestFacts(chosen).facts);
    found.limits = doubtOfOnePoint(*found.followed);
}

// None where the capture went in between, or somebody stopped it.
std::shared_ptr<const FollowedJourneys> follow(const PacketStore &store, const Dissector &dissector, std::shared_ptr<const Cluster> cluster, const SharedSnapshots &snapshots,
                                               const std::vector<CaptureArgument> &arguments, const std::shared_ptr<JourneyReading> &reading)
{
    const std::shared_lock lock(*reading->mutex);
    if (reading->gone)
        return {};
    auto found = std::make_shared<FollowedJourneys>();
    found->hasHosts = cluster != nullptr;
    found->cluster = cluster ? std::move(cluster) : std::make_shared<const Cluster>();
    found->reading = reading;
    found->followed = journey::Followed::of(store, dissector, *found->cluster, arguments, [&](double share) {
        reading->thousandths = static_cast<int>(1000 * share);
        return !reading->gone;
    });
    if (!found->followed)
        return {};
    found->flows = found->followed->segments();
    addDoubts(snapshots, *found);
    return reading->gone ? nullptr : found;
}

} // namespace

JourneyFollower::JourneyFollower(const OpenCapture &capture, const Snapshots &snapshots, QObject *parent) : QObject(parent), m_capture(capture), m_snapshots(snapshots), m_mutex(std::make_shared<std::shared_mutex>())
{
    m_timer.setInterval(tellMilliseconds);
    connect(&m_timer, &QTimer::timeout, this, &JourneyFollower::progressed);
    connect(&capture, &OpenCapture::aboutToChange, this, &JourneyFollower::letGo);
    connect(&capture, &OpenCapture::aboutToReread, this, &JourneyFollower::letGo);
    for (const auto signal : {&OpenCapture::changed, &OpenCapture::pointsChanged})
        connect(&capture, signal, this, &JourneyFollower::startAgain);
    connect(&capture, &OpenCapture::reread, this, &JourneyFollower::startAgain);
    connect(&capture, &OpenCapture::finished, this, &JourneyFollower::begin);
    connect(&snapshots, &Snapshots::changed, this, &JourneyFollower::startAgain);
    connect(&snapshots, &Snapshots::busyChanged, this, &JourneyFollower::begin);
}

JourneyFollower::~JourneyFollower()
{
    forget(); // whoever looked may be gone
    m_worker.wait();
}

void JourneyFollower::setActive(Viewer viewer, bool active)
{
    const unsigned viewers = active ? m_viewers | unsigned(viewer) : m_viewers & ~unsigned(viewer);
    if (viewers == m_viewers)
        return;
    m_viewers = viewers;
    begin();
}

void JourneyFollower::giveUp(Viewer viewer)
{
    setActive(viewer, false);
    if (m_viewers != 0 || !m_working || m_found)
        return;
    forget();
    emit changed();
}

JourneyFollower::Lack JourneyFollower::lack() const
{
    if (m_found)
        return Lack::Nothing;
    if (!m_capture.isOpen())
        return Lack::Capture;
    if (m_capture.isFollowing())
        return Lack::EndOfCapture;
    return m_stopped ? Lack::Start : Lack::Result;
}

int JourneyFollower::thousandths() const
{
    return m_working && m_reading ? m_reading->thousandths.load() : 0;
}

// Whoever still reads ends soon; nobody waits for it here.
void JourneyFollower::forget()
{
    if (m_reading)
        m_reading->gone = true;
    m_reading.reset();
    m_found.reset();
}

// The packets are about to go: whoever reads them must have seen it, those as well that were told before.
void JourneyFollower::letGo()
{
    forget();
    emit changed(); // nobody looks at the packets any more
    const std::lock_guard lock(*m_mutex);
}

void JourneyFollower::stop()
{
    if (!m_working || m_found)
        return;
    m_stopped = true;
    forget();
    emit changed();
}

void JourneyFollower::startAgain()
{
    m_stopped = false;
    forget();
    emit changed();
    begin();
}

void JourneyFollower::begin()
{
    if (m_viewers == 0 || m_working || lack() != Lack::Result || !m_capture.isComplete() || m_snapshots.isBusy())
        return;
    m_working = true;
    m_reading = std::make_shared<JourneyReading>();
    m_reading->mutex = m_mutex;
    m_timer.start();
    m_worker.run([this, &store = m_capture.store(), &dissector = m_capture.dissector(), cluster = m_snapshots.cluster(), snapshots = chosenOf(m_snapshots), arguments = captureArgumentsOf(m_capture), reading = m_reading] {
        auto found = follow(store, dissector, cluster, snapshots, arguments, reading);
        QMetaObject::invokeMethod(this, [this, reading, found = std::move(found)] { take(reading, found); }, Qt::QueuedConnection);
    });
    emit changed();
}

void JourneyFollower::take(const std::shared_ptr<JourneyReading> &reading, std::shared_ptr<const FollowedJourneys> found)
{
    m_working = false;
    m_timer.stop();
    if (reading == m_reading && found) {
        m_found = std::move(found);
        emit changed();
    }
    begin();
    emit progressed();
}

} // namespace vethscope
