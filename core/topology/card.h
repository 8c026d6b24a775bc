#pragma once

#include "core/topology/housefigure.h"

namespace vethscope {

/// A node folded up: its name, its pods as lit windows, its address.
class NodeCard
{
public:
    NodeCard(const Canvas &canvas, const House &house, figure::Hue podHue);

    double width() const;
    double height() const;
    HouseAnchors draw(Canvas &canvas, figure::Point at) const;

private:
    const House &m_house;
    figure::Hue m_podHue;
    std::vector<PodAndVeth> m_pods;
    bool m_addresses;
};

} // namespace vethscope
