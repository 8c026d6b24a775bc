#pragma once

#include "ui/shared/worker.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <shared_mutex>

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

    /// Who looks.
    enum class Viewer : unsigned { Panel = 1, Findings = 2 };
    void setActive(Viewer viewer, bool active);
    /// He looks no more; what is done for him alone is stopped, and begins anew when somebody looks.
    void giveUp(Viewer viewer);
    /// Null while nothing is found.
    std::shared_ptr<const FollowedJourneys> found() const { return m_found; }

    /// What is missing for it.
    enum class Lack { Nothing, Capture, EndOfCapture, Start, Result };
    Lack lack() const;
    /// Whether something will be found without anybody's doing.
    bool isBusy() const { return m_viewers != 0 && (lack() == Lack::Result || m_working); }
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
    std::shared_ptr<std::shared_mutex> m_mutex; // of all that read the capture, or have been told to stop and still do
    std::shared_ptr<JourneyReading> m_reading;  // of the capture as it is read now
    unsigned m_viewers = 0;
    bool m_stopped = false;
    bool m_working = false;
    QTimer m_timer;
    Worker m_worker;
};

} // namespace vethscope
