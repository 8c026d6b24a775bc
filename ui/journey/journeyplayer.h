#pragma once

#include "ui/predict/hopplayer.h"

#include "core/journeyfigures/travelled.h"

#include <memory>

namespace vethscope {

/// Where the packet is on the way that it has come: a hop is a device.
class JourneyPlayer : public HopPlayer
{
    Q_OBJECT

public:
    using HopPlayer::HopPlayer;

    /// Null: there is none.
    void setWay(std::shared_ptr<const Travelled> way, int device = 0);
    const std::shared_ptr<const Travelled> &way() const { return m_way; }
    int hopCount() const override { return m_way ? int(m_way->path.hops.size()) : 0; }

private:
    std::shared_ptr<const Travelled> m_way;
};

} // namespace vethscope
