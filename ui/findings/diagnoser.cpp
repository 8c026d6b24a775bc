#include "ui/findings/diagnoser.h"

#include "ui/findings/diagnosisjob.h"
#include "ui/journey/journeyfollower.h"
#include "ui/shared/opencapture.h"
#include "ui/shared/snapshots.h"

#include <algorithm>

namespace vethscope {
namespace {

constexpr int soonMilliseconds = 60; // one change brings others with it
constexpr int tellAgainMilliseconds = 80;
constexpr int leastRest = 2000; // milliseconds between two looks at a running capture,
constexpr int restTimes = 4;    // and so many times as long as a look takes
constexpr int followedThousandths = 600; // of complete captures, whose journeys others may want as well

} // namespace

Diagnoser::Diagnoser(const OpenCapture &capture, const Snapshots &snapshots, JourneyFollower &follower, QObject *parent)
    : QObject(parent), m_capture(capture), m_snapshots(snapshots), m_follower(follower)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(soonMilliseconds);
    connect(&m_soon, &QTimer::timeout, this, &Diagnoser::begin);
    m_tell.setInterval(tellAgainMilliseconds);
    connect(&m_tell, &QTimer::timeout, this, &Diagnoser::progressed);
    connect(&snapshots, &Snapshots::changed, this, &Diagnoser::startAgain);
    connect(&snapshots, &Snapshots::busyChanged, this, &Diagnoser::await);
    connect(&follower, &JourneyFollower::changed, this, &Diagnoser::await);
    connect(&follower, &JourneyFollower::progressed, this, &Diagnoser::progressed);
    watchCapture();
}

// The journeys that a diagnosis reads go with the capture: it ends by itself then.
void Diagnoser::watchCapture()
{
    for (const auto signal : {&OpenCapture::changed, &OpenCapture::pointsChanged})
        connect(&m_capture, signal, this, &Diagnoser::startAgain);
    connect(&m_capture, &OpenCapture::aboutToChange, this, &Diagnoser::forget);
    connect(&m_capture, &OpenCapture::aboutToReread, this, &Diagnoser::forget);
    connect(&m_capture, &OpenCapture::reread, this, &Diagnoser::startAgain);
    connect(&m_capture, &OpenCapture::progressed, this, &Diagnoser::followLive);
    connect(&m_capture, &OpenCapture::finished, this, [this] {
        m_stale = true;
        m_restUntil = 0;
        await();
    });
}

Diagnoser::~Diagnoser()
{
    if (m_run)
        m_run->cancelled = true;
    m_worker.wait();
}

void Diagnoser::setWatched(bool watched)
{
    m_watched = watched;
    if (watched) // else the window may be about to go
        await();
}

// What is missing for a new look.
Diagnoser::Lack Diagnoser::missing() const
{
    if (m_stopped || (m_capture.isOpen() && m_follower.lack() == JourneyFollower::Lack::Start))
        return Lack::Start;
    if (m_snapshots.isBusy() || (m_capture.isOpen() && !m_capture.isComplete() && !m_capture.isFollowing()))
        return Lack::EndOfReading;
    if (!m_capture.isOpen() && !m_snapshots.cluster())
        return Lack::Input;
    if (m_capture.isOpen() && m_capture.store().size() == 0 && !m_snapshots.cluster())
        return Lack::Packets;
    const bool isMuch = m_capture.isOpen() && m_capture.store().size() > packetsByItself;
    return isMuch && !m_watched ? Lack::Viewer : Lack::Result;
}

int Diagnoser::thousandths() const
{
    const bool isFollowed = m_capture.isOpen() && !m_capture.isFollowing();
    if (!m_working || !m_run)
        return isFollowed ? m_follower.thousandths() * followedThousandths / 1000 : 0;
    return isFollowed ? followedThousandths + m_run->thousandths * (1000 - followedThousandths) / 1000 : m_run->thousandths.load();
}

std::size_t Diagnoser::behind() const
{
    if (!m_found || !m_found->isLive || !m_capture.isOpen())
        return 0;
    return m_capture.store().size() - std::min(m_found->packets, m_capture.store().size());
}

void Diagnoser::cancel()
{
    if (m_run)
        m_run->cancelled = true;
    m_run.reset();
    m_stale = true;
}

// What it was found in is no more, or will be read in another way.
void Diagnoser::forget()
{
    cancel();
    if (!m_found)
        return;
    m_found.reset();
    emit changed();
}

void Diagnoser::startAgain()
{
    m_stopped = false;
    m_restUntil = 0;
    if (m_follower.lack() == JourneyFollower::Lack::Start)
        m_follower.startAgain();
    forget();
    emit changed();
    await();
}

void Diagnoser::stop()
{
    m_stopped = true;
    m_follower.giveUp(JourneyFollower::Viewer::Findings);
    cancel(); // what was found of a running capture before stays
    emit changed();
}

void Diagnoser::await()
{
    if (m_stale && !m_soon.isActive())
        m_soon.start();
    if (!m_found)
        emit changed(); // the reason may be another
}

void Diagnoser::followLive()
{
    if (!m_capture.isFollowing())
        return;
    if (m_found ? behind() > 0 : m_capture.store().size() > 0)
        m_stale = true;
    if (m_stale && !m_soon.isActive())
        m_soon.start();
    emit progressed();
}

// Whether all is there now. Journeys of a complete capture are asked for.
bool Diagnoser::mayBegin()
{
    if (m_working || !m_stale || missing() != Lack::Result)
        return false;
    if (!m_capture.isOpen())
        return true;
    if (m_capture.isFollowing())
        return m_restUntil == 0 || m_since.elapsed() >= m_restUntil;
    m_follower.setActive(JourneyFollower::Viewer::Findings, true);
    return m_follower.found() != nullptr;
}

void Diagnoser::begin()
{
    if (!mayBegin())
        return;
    m_working = true;
    m_stale = false;
    ++m_begun;
    m_since.start();
    m_run = std::make_shared<DiagnosisRun>();
    m_tell.start();
    m_worker.run([this, job = DiagnosisJob::of(m_capture, m_snapshots, m_follower, m_run)] {
        auto found = job.done();
        QMetaObject::invokeMethod(this, [this, run = job.run, found = std::move(found)] { take(run, found); }, Qt::QueuedConnection);
    });
    emit changed();
}

void Diagnoser::take(const std::shared_ptr<DiagnosisRun> &run, std::shared_ptr<const Diagnosed> found)
{
    m_working = false;
    m_tell.stop();
    m_restUntil = std::max<qint64>(leastRest, (restTimes + 1) * m_since.elapsed());
    if (run == m_run && found) {
        m_found = std::move(found);
        m_stale = m_found->isLive && (behind() > 0 || !m_capture.isFollowing());
        emit changed();
    }
    await();
    emit progressed();
}

} // namespace vethscope
