#pragma once

#include "ui/shared/worker.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace vethscope {

class CountingPass;
class Dissector;
class OpenCapture;
class PacketListModel;
class PacketStore;

/// Lets a pass count the packets of the open capture while somebody looks: all of them, those of a running capture as they come, or
/// those that the display filter lets through. The window never waits for it.
class PacketCounter : public QObject
{
    Q_OBJECT

public:
    /// Begins to count these rows of the store; nothing: all, and those that come.
    using MakePass = std::function<std::unique_ptr<CountingPass>(const PacketStore &store, const Dissector &dissector, std::optional<std::vector<std::uint32_t>> rows)>;

    PacketCounter(MakePass make, const OpenCapture &capture, const PacketListModel &list, QObject *parent = nullptr);
    ~PacketCounter() override;

    /// What the pass has counted so far, at most a second old; null when nothing is. The type is the one that the pass makes.
    template <typename Counts>
    std::shared_ptr<const Counts> counts() const { return std::static_pointer_cast<const Counts>(m_counts); }

    /// Whether somebody looks; who does not look lets nobody count.
    void setActive(bool active);
    bool isActive() const { return m_active; }
    /// Whether only displayed packets count.
    void setLimited(bool limited);
    bool isLimitWanted() const { return m_limited; }
    /// Whether they do now: there is a display filter.
    bool isLimited() const;

    /// Whether packets that are there still have to be counted.
    bool isCounting() const;
    std::size_t done() const;
    std::size_t total() const;

    /// Ends the counting; what is counted stays.
    void stop();
    bool isStopped() const { return m_stopped; }
    void countAnew();

signals:
    /// There are other counts.
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
    void take(std::shared_ptr<const void> counts, std::size_t done, bool complete);
    bool isListReady() const;
    bool isOutdated() const;

    const MakePass m_make;
    const OpenCapture &m_capture;
    const PacketListModel &m_list;
    std::shared_ptr<const void> m_counts;
    bool m_active = false;
    bool m_limited = false;
    bool m_stopped = false;
    bool m_collecting = false;
    bool m_complete = false;      // all that the pass counts is there
    int m_listed = 0;             // rows of the list that the pass counts
    std::size_t m_collected = 0;  // packets in the counts
    std::size_t m_counted = 0;    // when it was stopped
    quint64 m_generation = 0;     // what an earlier pass counted is not taken any more
    qint64 m_cost = 0;            // milliseconds that the last counts took
    QElapsedTimer m_sinceCollected;
    QTimer m_timer;
    std::unique_ptr<CountingPass> m_pass;
    Worker m_worker; // reads the pass, so gone before it
};

} // namespace vethscope
