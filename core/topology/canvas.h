#pragma once

#include "core/topology/layout.h"

namespace vethscope {

/// Sizes that all drawing files share, in pixels.
namespace measure {

inline constexpr double paper = 24;          // around everything
inline constexpr double deviceWidth = 208;
inline constexpr double titleSize = 18;
inline constexpr double headingSize = 15;    // a node's name
inline constexpr double nameSize = 12.5;     // a device's, a pod's
inline constexpr double addressSize = 11;
inline constexpr double remarkSize = 11;
inline constexpr double lineHeight = 16;     // of addresses below one another
inline constexpr double pillHeight = 22;

} // namespace measure

/// Adds parts to a figure, in the one style of the drawing.
class Canvas
{
public:
    Canvas(TopologyFigure &figure, const Cluster &cluster, const TopologyOptions &options);

    const Cluster &cluster() const { return m_cluster; }
    const TopologyOptions &options() const { return m_options; }
    const ClusterLinks &links() const { return m_figure.links; }
    /// Those that show at a node: places among the cluster's.
    const std::vector<std::size_t> &problems(std::size_t node) const { return m_problems[node]; }
    std::string say(const Sentence &sentence) const { return sentence.in(m_options.words); }

    /// What is drawn from now on belongs to this subject. `name` is said by tooltips and screen readers.
    void begin(const Subject &subject, std::string name = {});
    /// The area of the current part, where it is not just what its shapes cover.
    void setReach(const figure::Rect &reach);

    void box(const figure::Box &box);
    void line(const figure::Line &line);
    void text(figure::Point at, std::string text, double size, figure::Hue hue, figure::Anchor anchor = figure::Anchor::Start,
              bool strong = false, figure::Face face = figure::Face::Sans);

    /// A box with a name and addresses below it, all centred and kept inside: a device, a router.
    void device(const figure::Rect &rect, figure::Hue hue, const std::string &name, const std::vector<std::string> &addresses,
                bool seen = true, bool mono = false);
    /// Words on a rounded ground, centred on a point, so that lines may pass behind.
    figure::Rect pill(figure::Point centre, const std::vector<std::string> &lines, figure::Hue hue, bool mono = false);
    static double pillWidth(const std::string &text, bool mono = false);

    /// A vertical or horizontal line, or one with round corners.
    void wire(std::vector<figure::Point> points, figure::Hue hue, double width = 1.6, figure::Stroke stroke = figure::Stroke::Solid);

private:
    void add(figure::Shape shape);

    TopologyFigure &m_figure;
    const Cluster &m_cluster;
    const TopologyOptions &m_options;
    std::vector<std::vector<std::size_t>> m_problems;
    bool m_fixedReach = false;
};

/// A polyline with its corners rounded, as Béziers.
figure::Line rounded(const std::vector<figure::Point> &points, double radius);

/// The lines of a device's addresses, as its box shows them: the first global address, then the MAC.
std::vector<std::string> addressLines(const NetworkInterface &interface);

} // namespace vethscope
