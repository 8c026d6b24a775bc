#pragma once

#include <QObject>
#include <QTimer>

namespace vethscope {

/// Where somebody is on a path of hops, foretold or travelled. Steps through it by itself when it plays.
class HopPlayer : public QObject
{
    Q_OBJECT

public:
    explicit HopPlayer(QObject *parent = nullptr);

    /// 0: there is no path.
    virtual int hopCount() const = 0;
    /// Counts from 0.
    int hop() const { return m_hop; }
    void setHop(int hop);
    bool isLast() const { return m_hop + 1 == hopCount(); }

    bool isPlaying() const { return m_timer.isActive(); }
    /// From the first hop, where the last one is reached.
    void play();
    void pause();
    void setInterval(int milliseconds) { m_timer.setInterval(milliseconds); }

signals:
    void pathChanged();
    void hopChanged();
    void playingChanged();

protected:
    /// There is another path, and somebody is at that hop of it.
    void begin(int hop = 0);

private:
    int m_hop = 0;
    QTimer m_timer;
};

} // namespace vethscope
