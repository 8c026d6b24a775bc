#include "ui/journey/journeyplayer.h"

namespace vethscope {

void JourneyPlayer::setWay(std::shared_ptr<const Travelled> way, int device)
{
    if (!way && !m_way)
        return;
    m_way = std::move(way);
    begin(device);
}

} // namespace vethscope
