#include "ui/predict/hopplayer.h"

#include <algorithm>

namespace vethscope {
namespace {

constexpr int stepMilliseconds = 1100; // time enough to read what happened

} // namespace

HopPlayer::HopPlayer(QObject *parent) : QObject(parent)
{
    m_timer.setInterval(stepMilliseconds);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        setHop(m_hop + 1);
        if (isLast())
            pause();
    });
}

void HopPlayer::begin(int hop)
{
    pause();
    m_hop = std::clamp(hop, 0, std::max(0, hopCount() - 1));
    emit pathChanged();
}

void HopPlayer::setHop(int hop)
{
    const int wanted = std::clamp(hop, 0, std::max(0, hopCount() - 1));
    if (wanted == m_hop)
        return;
    m_hop = wanted;
    emit hopChanged();
}

void HopPlayer::play()
{
    if (hopCount() < 2)
        return;
    if (isLast())
        setHop(0);
    m_timer.start();
    emit playingChanged();
}

void HopPlayer::pause()
{
    if (!isPlaying())
        return;
    m_timer.stop();
    emit playingChanged();
}

} // namespace vethscope
