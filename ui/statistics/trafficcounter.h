#pragma once

#include "ui/statistics/trafficrow.h"
#include "ui/worker.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <memory>

namespace vethscope {

class OpenCapture;
class PacketListModel;
class TrafficPass;

/// Counts the conversations of the open capture while somebody looks: all packets, those of a running capture as they come, or those
/// that the display filter lets through. The window never waits for it.
class TrafficCounter : public QObject
{
    Q_OBJECT

public:
    TrafficCounter(TrafficSubject subject, const OpenCapture &capture, const PacketListModel &list, QObject *parent = nullptr);
    ~TrafficCounter() override;

    /// What is counted so far, at most a second old; never null.
    std::shared_ptr<const TrafficTables> tables() const { return m_tables; }

    /// Whether somebody looks; who does not look lets nobody count.
    void setActive(bool active);
    /// Whether only displayed packets count.
    void setLimited(bool limited);
    bool isLimitWanted() const { return m_limited; }
    /// Whether they do now: there is a display filter.
    bool isLimited() const;

    /// Whether packets that are there still have to be counted.
    bool isCounting() const;
    std::size_t done() const;
    std::size_t total() const;

    /// Ends the counting; what the tables have stays.
    void stop();
    bool isStopped() const { return m_stopped; }
    void countAnew();

signals:
    /// There are other tables.
    void counted();
    /// The counting has got further, or is done.
    void progressed();

private:
    void wake();
    void letGo();
    void forget();
    void restart();
    void begin();
    void look();
    void collect();
    void take(std::shared_ptr<const TrafficTables> tables, std::size_t done, bool complete);
    bool isListReady() const;
    bool isOutdated() const;

    const TrafficSubject m_subject;
    const OpenCapture &m_capture;
    const PacketListModel &m_list;
    std::shared_ptr<const TrafficTables> m_tables;
    bool m_active = false;
    bool m_limited = false;
    bool m_stopped = false;
    bool m_collecting = false;
    bool m_complete = false;      // all that the pass counts is in the tables
    int m_listed = 0;             // rows of the list that the pass counts
    std::size_t m_collected = 0;  // packets in the tables
    std::size_t m_counted = 0;    // when it was stopped
    quint64 m_generation = 0;     // what an earlier pass counted is not taken any more
    qint64 m_cost = 0;            // milliseconds that the last tables took
    QElapsedTimer m_sinceCollected;
    QTimer m_timer;
    std::unique_ptr<TrafficPass> m_pass;
    Worker m_worker; // reads the pass, so gone before it
};

} // namespace vethscope
