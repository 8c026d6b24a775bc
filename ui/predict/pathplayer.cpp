#include "ui/predict/pathplayer.h"

#include <algorithm>

namespace vethscope {
namespace {

bool isSame(const PathQuestion &one, const PathQuestion &other)
{
    return one.from == other.from && one.to == other.to && one.protocol == other.protocol && one.port == other.port && one.size == other.size
        && one.dontFragment == other.dontFragment;
}

} // namespace

void PathPlayer::setForetold(std::shared_ptr<const Foretold> foretold)
{
    const bool again = m_foretold && foretold && isSame(m_foretold->asked, foretold->asked);
    const int place = again ? hop() : 0;
    const std::size_t way = again ? m_way : 0;
    m_foretold = std::move(foretold);
    m_isAnswer = again && m_isAnswer && hasAnswer();
    m_way = m_foretold ? std::min(way, wayCount() - 1) : 0;
    begin(place);
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

} // namespace vethscope
