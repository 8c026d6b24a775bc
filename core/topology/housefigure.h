#pragma once

#include "core/topology/podblock.h"

#include <map>
#include <vector>

namespace vethscope {

/// How high each storey of a house is, from its roof down. Houses that stand side by side share them, so that like stands
/// next to like.
struct Storeys {
    double header = 0;
    double pods = 0;
    double hub = 0;
    double routing = 0;    // a bar that joins several hubs
    double routes = 0;     // from the hub down, with the route's words beside the line
    double tunnel = 0;
    double tunnelFoot = 0; // from the tunnel device down to the uplink
    double uplink = 0;
    double footer = 0;     // what stands aside, and the space to the floor

    double height() const;
    void raiseTo(const Storeys &other);
};

/// Where lines from outside come to.
struct HouseAnchors {
    figure::Rect wall;
    std::map<std::size_t, figure::Rect> devices; // tunnel devices and uplinks, by their place among the node's interfaces

    /// Of a device, or of the whole house where it is folded.
    figure::Rect of(std::size_t interface) const;
};

/// By which wall tunnels leave a house: there, nothing else stands beside the tunnel device.
enum class TunnelSide : std::uint8_t { Left, Right };

/// One node, drawn whole.
class HouseFigure
{
public:
    HouseFigure(const Canvas &canvas, const House &house, figure::Hue podHue, TunnelSide side = TunnelSide::Right);

    double width() const { return m_width; }
    /// Where its uplinks begin and end, from the left wall.
    double uplinksLeft() const;
    double uplinksRight() const { return uplinksLeft() + m_columnsWidth; }
    const Storeys &storeys() const { return m_storeys; }
    HouseAnchors draw(Canvas &canvas, figure::Point at, const Storeys &storeys) const;

private:
    struct Way {
        std::size_t tunnel;
        std::vector<std::size_t> routes;
        double offset; // of its line, from the uplink's left
        double left;   // of its device
    };
    struct Column {
        std::size_t interface;
        std::vector<Way> ways;
        std::vector<std::size_t> defaultRoutes;
        double width;
    };

    void plan(const Canvas &canvas, TunnelSide side);
    void drawWalls(Canvas &canvas, const figure::Rect &wall) const;
    void drawHubs(Canvas &canvas, const figure::Rect &inside, const Storeys &storeys) const;
    std::vector<figure::Rect> hubRects(const figure::Rect &inside, double top, bool addresses) const;
    double columnsLeft(const figure::Rect &inside) const;
    void drawHub(Canvas &canvas, const Hub &hub, const figure::Rect &rect) const;
    void drawColumns(Canvas &canvas, const figure::Rect &inside, const Storeys &storeys, HouseAnchors &anchors) const;
    void drawWay(Canvas &canvas, const Column &column, const Way &way, double left, double top, const Storeys &storeys, HouseAnchors &anchors) const;
    void drawRoutes(Canvas &canvas, const Way &way, figure::Point at) const;
    void drawAside(Canvas &canvas, const figure::Rect &inside, const Storeys &storeys) const;
    std::vector<std::string> asideLines(const Canvas &canvas) const;

    const House &m_house;
    figure::Hue m_podHue;
    std::vector<PodBlock> m_blocks;
    std::vector<double> m_hubWidths;
    std::vector<Column> m_columns;
    Storeys m_storeys;
    double m_width = 0;
    double m_columnsWidth = 0;
    bool m_besideUplink = false; // what is aside stands left of the uplink, else below it
};

/// The node's name, its role, marks and the sign that folds it: the same for a house and a card.
void drawHeading(Canvas &canvas, std::size_t node, const figure::Rect &wall, double baseline, double size, bool withRole);

} // namespace vethscope
