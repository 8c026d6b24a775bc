#pragma once

#include "ui/predict/predictions.h"

#include <QTimer>

namespace vethscope {

/// Where somebody is on a foretold path: which way of several, there or back, at which hop. Steps through it by itself when it plays.
class PathPlayer : public QObject
{
    Q_OBJECT

public:
    explicit PathPlayer(QObject *parent = nullptr);

    /// Null: there is no path. Of the same question asked again the place is kept as far as it is there.
    void setForetold(std::shared_ptr<const Foretold> foretold);
    const Foretold *foretold() const { return m_foretold.get(); }

    bool hasAnswer() const { return m_foretold && m_foretold->prediction.back; }
    bool isAnswer() const { return m_isAnswer; }
    void setAnswer(bool isAnswer);

    /// All ways of the request, or of the answer; none without a path.
    std::size_t wayCount() const { return m_foretold ? prediction().branches.size() : 0; }
    const path::Path &way(std::size_t index) const { return prediction().branches[index]; }
    std::size_t currentWay() const { return m_way; }
    void setWay(std::size_t way);

    /// The way that is shown, or null.
    const path::Path *path() const { return m_foretold ? &way(m_way) : nullptr; }
    int hopCount() const { return m_foretold ? int(path()->hops.size()) : 0; }
    /// Counts from 0.
    int hop() const { return m_hop; }
    void setHop(int hop);
    const path::Hop &currentHop() const { return path()->hops[std::size_t(m_hop)]; }
    /// Null at the first.
    const path::Hop *hopBefore() const { return m_hop > 0 ? &path()->hops[std::size_t(m_hop - 1)] : nullptr; }
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

private:
    const path::Prediction &prediction() const { return m_isAnswer ? *m_foretold->prediction.back : m_foretold->prediction; }
    void begin();

    std::shared_ptr<const Foretold> m_foretold;
    bool m_isAnswer = false;
    std::size_t m_way = 0;
    int m_hop = 0;
    QTimer m_timer;
};

} // namespace vethscope
