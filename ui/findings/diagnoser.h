#pragma once

#include "ui/shared/worker.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <cstddef>
#include <memory>

namespace vethscope {

class JourneyFollower;
class OpenCapture;
class Snapshots;
struct Diagnosed;
struct DiagnosisRun;

/// Finds what is wrong in what is open, captures, host output or both, on a worker: by itself of what takes no time, of more once somebody looks. It
/// begins anew when captures, their points or snapshots are others, and never else. What a running capture has brought so far is looked at now and then.
class Diagnoser : public QObject
{
    Q_OBJECT

public:
    /// That many packets at the most take no time.
    static constexpr std::size_t packetsByItself = 100'000;

    Diagnoser(const OpenCapture &capture, const Snapshots &snapshots, JourneyFollower &follower, QObject *parent = nullptr);
    ~Diagnoser() override;

    /// Whether somebody looks.
    void setWatched(bool watched);
    /// Null while nobody has looked at what is open now.
    std::shared_ptr<const Diagnosed> found() const { return m_found; }

    /// Why nothing is found yet.
    enum class Lack { Nothing, Input, Packets, EndOfReading, Viewer, Start, Result };
    Lack lack() const { return m_found ? Lack::Nothing : missing(); }
    /// Whether something is being found, or will be without anybody's doing.
    bool isBusy() const { return m_working || (m_stale && missing() == Lack::Result); }
    /// Somebody has stopped it, or the following of packets that it needs.
    bool isStopped() const { return m_stale && missing() == Lack::Start; }
    /// Of what is being done.
    int thousandths() const;
    /// Packets of a running capture that came since.
    std::size_t behind() const;

    /// How often diagnoses were begun.
    int begun() const { return m_begun; }

    void stop();
    void startAgain();

signals:
    /// found() or lack() is another.
    void changed();
    /// thousandths() or behind() are others.
    void progressed();

private:
    void watchCapture();
    Lack missing() const;
    void cancel();
    void forget();
    void await();
    void followLive();
    void begin();
    bool mayBegin();
    void take(const std::shared_ptr<DiagnosisRun> &run, std::shared_ptr<const Diagnosed> found);

    const OpenCapture &m_capture;
    const Snapshots &m_snapshots;
    JourneyFollower &m_follower;
    std::shared_ptr<const Diagnosed> m_found;
    std::shared_ptr<DiagnosisRun> m_run;
    bool m_watched = false;
    bool m_stopped = false;
    bool m_stale = false; // what is open was not looked at, or not all of it
    bool m_working = false;
    int m_begun = 0;
    QElapsedTimer m_since; // the last one was begun
    qint64 m_restUntil = 0; // by that clock: so that live captures cost a part of the time only
    QTimer m_soon;
    QTimer m_tell;
    Worker m_worker;
};

} // namespace vethscope
