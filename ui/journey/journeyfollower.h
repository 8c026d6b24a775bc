#pragma once

#include "ui/worker.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace vethscope {

class Cluster;
class OpenCapture;
class Snapshots;
struct FollowedJourneys;
struct JourneyReading;

/// Follows all packets of the open capture over its points, on a worker, once somebody looks. What was found of other captures, points or
/// snapshots is dropped, and they are followed again.
class JourneyFollower : public QObject
{
    Q_OBJECT

public:
    JourneyFollower(const OpenCapture &capture, const Snapshots &snapshots, QObject *parent = nullptr);
    ~JourneyFollower() override;

    /// Whether somebody looks.
    void setActive(bool active);
    /// Null while nothing is found.
    std::shared_ptr<const FollowedJourneys> found() const { return m_found; }

    /// What is missing for it.
    enum class Lack { Nothing, Capture, EndOfCapture, Start, Result };
    Lack lack() const;
    /// Whether something will be found without anybody's doing.
    bool isBusy() const { return m_active && (lack() == Lack::Result || m_working); }
    /// Of what is being done.
    int thousandths() const;

    void stop();
    void startAgain();

signals:
    /// found() or lack() is another.
    void changed();
    void progressed();

private:
    void begin();
    void forget();
    void letGo();
    void take(const std::shared_ptr<JourneyReading> &reading, std::shared_ptr<const FollowedJourneys> found);

    const OpenCapture &m_capture;
    const Snapshots &m_snapshots;
    std::shared_ptr<const FollowedJourneys> m_found;
    std::shared_ptr<JourneyReading> m_reading; // of the capture as it is read now
    bool m_active = false;
    bool m_stopped = false;
    bool m_working = false;
    QTimer m_timer;
    Worker m_worker;
};

} // namespace vethscope
