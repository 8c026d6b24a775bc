#include "ui/predict/pathplayer.h"

#include <algorithm>

namespace vethscope {
namespace {

constexpr int stepMilliseconds = 1100; // time enough to read what happened

bool isSame(const PathQuestion &one, const PathQuestion &other)
{
    return one.from == other.from && one.to == other.to && one.protocol == other.protocol && one.port == other.port && one.size == other.size
        && one.dontFragment == other.dontFragment;
}

} // namespace

PathPlayer::PathPlayer(QObject *parent) : QObject(parent)
{
    m_timer.setInterval(stepMilliseconds);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        setHop(m_hop + 1);
        if (isLast())
            pause();
    });
}

void PathPlayer::setForetold(std::shared_ptr<const Foretold> foretold)
{
    const bool again = m_foretold && foretold && isSame(m_foretold->asked, foretold->asked);
    const int hop = again ? m_hop : 0;
    const std::size_t way = again ? m_way : 0;
    m_foretold = std::move(foretold);
    m_isAnswer = again && m_isAnswer && hasAnswer();
    m_way = m_foretold ? std::min(way, wayCount() - 1) : 0;
    m_hop = m_foretold ? std::min(hop, hopCount() - 1) : 0;
    pause();
    emit pathChanged();
}

void PathPlayer::setAnswer(bool isAnswer)
{
    if (isAnswer == m_isAnswer || (isAnswer && !hasAnswer()))
        return;
    m_isAnswer = isAnswer;
    m_way = 0;
    begin();
}

void PathPlayer::setWay(std::size_t way)
{
    if (way == m_way || way >= wayCount())
        return;
    m_way = way;
    begin();
}

void PathPlayer::begin()
{
    pause();
    m_hop = 0;
    emit pathChanged();
}

void PathPlayer::setHop(int hop)
{
    const int wanted = std::clamp(hop, 0, std::max(0, hopCount() - 1));
    if (wanted == m_hop)
        return;
    m_hop = wanted;
    emit hopChanged();
}

void PathPlayer::play()
{
    if (!m_foretold || hopCount() < 2)
        return;
    if (isLast())
        setHop(0);
    m_timer.start();
    emit playingChanged();
}

void PathPlayer::pause()
{
    if (!isPlaying())
        return;
    m_timer.stop();
    emit playingChanged();
}

} // namespace vethscope
