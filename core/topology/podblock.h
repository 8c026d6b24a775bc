#pragma once

#include "core/topology/canvas.h"
#include "core/topology/house.h"

namespace vethscope {

/// The pods that hang on one hub, with their veths: few side by side as boxes, many as small cards on rails.
class PodBlock
{
public:
    /// `most` cards are drawn, the rest is a number.
    PodBlock(const Hub &hub, std::size_t node, bool roomy, std::size_t most, bool addresses);

    double width() const { return m_width; }
    double height() const { return m_height; }

    /// Stands upon the hub, whose top is at `bottom`, around `centre`.
    void draw(Canvas &canvas, double centre, double bottom, figure::Hue hue) const;

private:
    void drawRoomy(Canvas &canvas, double left, double bottom, figure::Hue hue) const;
    void drawPod(Canvas &canvas, const PodAndVeth &entry, const figure::Rect &rect, figure::Hue hue) const;
    void drawRails(Canvas &canvas, double left, double bottom, figure::Hue hue) const;
    void drawCard(Canvas &canvas, const PodAndVeth &entry, const figure::Rect &rect, figure::Hue hue) const;
    void drawPair(Canvas &canvas, const PodAndVeth &entry, double x, double top, double bottom, figure::Hue hue) const;

    const Hub &m_hub;
    std::size_t m_node;
    bool m_roomy;
    bool m_addresses;
    std::size_t m_shown;
    std::size_t m_rows = 1;
    double m_width = 0;
    double m_height = 0;
};

/// How many pods of a house stand side by side before they become cards, and how many cards are drawn before a number.
inline constexpr std::size_t mostRoomyPods = 4;
inline constexpr std::size_t mostPodCards = 16;

/// "tea-6fb46d899f-4zkt2", or "?" where nobody has told it.
std::string podTitle(const ClusterPod &pod);

} // namespace vethscope
