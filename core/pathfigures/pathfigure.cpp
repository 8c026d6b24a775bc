#include "core/pathfigures/pathfigure.h"

#include <algorithm>
#include <cmath>

namespace vethscope {

using namespace figure;

namespace {

constexpr double legWidth = 5;
constexpr double captionHeight = 40; // of a house, where a device that is not drawn is said to be
constexpr double least = 3;    // a shorter piece is none
constexpr double endGap = 2;

struct Place {
    Subject subject{};
    Rect rect{};
    Hue hue = Hue::Underlay;
};

// How far inside a network is: lines have the colour of the inner end.
int innerness(Hue hue)
{
    return hue == Hue::Underlay ? 0 : hue == Hue::Tunnel ? 1 : 2;
}

const Box *boxOf(const Part &part)
{
    for (const Shape &shape : part.shapes)
        if (const auto *box = std::get_if<Box>(&shape))
            return box;
    return nullptr;
}

class PathLayout
{
public:
    PathLayout(const TopologyFigure &figure, const std::vector<PathStop> &stops) : m_figure(figure), m_stops(stops) { }

    PathFigure layout() const
    {
        PathFigure path;
        std::optional<Place> before;
        for (const PathStop &wanted : m_stops) {
            PathFigure::Stop &stop = path.stops.emplace_back();
            const std::optional<Place> here = firstDrawn(wanted.at);
            stop.lit = wanted.along;
            std::vector<Place> way;
            if (before)
                way.push_back(*before);
            for (const Subject &subject : wanted.through) {
                stop.lit.push_back(subject);
                const auto place = subject.kind == Subject::Kind::Unseen ? std::nullopt : placeOf(subject);
                if (place && !isAround(*place, before) && !isAround(*place, here)) // a district has its nodes inside
                    way.push_back(*place);
            }
            if (here) {
                way.push_back(*here);
                stop.place = here->subject;
                stop.lit.push_back(here->subject);
            }
            for (std::size_t i = 1; i < way.size(); ++i)
                addLeg(stop.leg, way[i - 1], way[i]);
            if (here)
                before = here;
        }
        setDots(path);
        return path;
    }

private:
    std::optional<Place> placeOf(const Subject &subject) const
    {
        for (const Part &part : m_figure.parts) {
            const Box *const box = part.subject == subject ? boxOf(part) : nullptr;
            if (!box)
                continue;
            const bool isHouse = subject.kind == Subject::Kind::Node && box->fill == Fill::Window;
            return Place{subject, isHouse ? Rect{box->rect.x, box->rect.y, box->rect.width, std::min(captionHeight, box->rect.height)} : box->rect, box->hue};
        }
        return std::nullopt;
    }

    std::optional<Place> firstDrawn(const std::vector<Subject> &subjects) const
    {
        for (const Subject &subject : subjects)
            if (auto place = placeOf(subject))
                return place;
        return std::nullopt;
    }

    static bool isAround(const Place &outer, const std::optional<Place> &inner) { return inner && outer.rect.contains(inner->rect); }

    void addLeg(std::vector<Line> &leg, const Place &from, const Place &to) const
    {
        if (from.subject == to.subject || from.rect == to.rect)
            return;
        const auto [a, b] = facing(from.rect, to.rect);
        for (auto [begin, end] : uncovered(a, b, from.rect, to.rect))
            leg.push_back({{begin, end}, false, innerness(from.hue) > innerness(to.hue) ? from.hue : to.hue, legWidth});
    }

    // The points of two boxes between which a line joins them.
    static std::pair<Point, Point> facing(const Rect &a, const Rect &b)
    {
        const auto shared = [](double a1, double a2, double b1, double b2) -> std::optional<double> {
            const double low = std::max(a1, b1), high = std::min(a2, b2);
            if (low > high)
                return std::nullopt;
            const double middle = a2 - a1 < b2 - b1 ? (a1 + a2) / 2 : (b1 + b2) / 2; // of the narrower
            return std::clamp(middle, low, high);
        };
        if (const auto x = shared(a.left(), a.right(), b.left(), b.right()))
            return a.centreY() < b.centreY() ? std::pair(Point{*x, a.bottom()}, Point{*x, b.top()}) : std::pair(Point{*x, a.top()}, Point{*x, b.bottom()});
        const bool rightwards = a.centreX() < b.centreX();
        const double from = rightwards ? a.right() : a.left(), to = rightwards ? b.left() : b.right();
        if (const auto y = shared(a.top(), a.bottom(), b.top(), b.bottom()))
            return {{from, *y}, {to, *y}};
        return {{from, a.centreY()}, {to, b.centreY()}};
    }

    // The pieces of a line that no other box covers. Those around both ends do not count.
    std::vector<std::pair<Point, Point>> uncovered(Point a, Point b, const Rect &from, const Rect &to) const
    {
        std::vector<std::pair<double, double>> covered; // shares of the line
        for (const Part &part : m_figure.parts) {
            for (const Shape &shape : part.shapes) {
                const auto *box = std::get_if<Box>(&shape);
                if (!box || box->fill == Fill::None || box->fill == Fill::Window || box->rect.contains(from) || box->rect.contains(to) || from.contains(box->rect) || to.contains(box->rect))
                    continue;
                if (const auto share = shareInside(a, b, box->rect); share.first < share.second)
                    covered.push_back(share);
            }
        }
        std::ranges::sort(covered);
        std::vector<std::pair<Point, Point>> pieces;
        const double length = std::hypot(b.x - a.x, b.y - a.y);
        const auto at = [&](double share) { return Point{a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share}; };
        const auto add = [&](double begin, double end) {
            if ((end - begin) * length >= least)
                pieces.emplace_back(at(begin), at(end));
        };
        double begin = 0;
        for (const auto &[in, out] : covered) {
            add(begin, in);
            begin = std::max(begin, out);
        }
        add(begin, 1);
        return pieces;
    }

    // Liang and Barsky: between which shares of its length a line is inside of a box.
    static std::pair<double, double> shareInside(Point a, Point b, const Rect &box)
    {
        double in = 0, out = 1;
        const auto clip = [&](double start, double step, double low, double high) {
            if (std::abs(step) < 1e-9)
                return start >= low && start <= high;
            const auto [near, far] = std::minmax({(low - start) / step, (high - start) / step});
            in = std::max(in, near);
            out = std::min(out, far);
            return in < out;
        };
        if (clip(a.x, b.x - a.x, box.left(), box.right()) && clip(a.y, b.y - a.y, box.top(), box.bottom()))
            return {in, out};
        return {1, 0};
    }

    void setDots(PathFigure &path) const
    {
        for (std::size_t i = 0; i < path.stops.size(); ++i) {
            PathFigure::Stop &stop = path.stops[i];
            const auto place = stop.place ? placeOf(*stop.place) : std::nullopt;
            const bool leaves = i + 1 < path.stops.size() && !path.stops[i + 1].leg.empty();
            if (leaves)
                stop.dot = path.stops[i + 1].leg.front().points.front();
            else if (!stop.leg.empty())
                stop.dot = stop.leg.back().points.back();
            else if (place)
                stop.dot = {place->rect.centreX(), place->rect.bottom()};
            if (place && i + 1 == path.stops.size())
                path.end = Point{place->rect.right() - endGap, place->rect.top() + endGap};
        }
    }

    const TopologyFigure &m_figure;
    const std::vector<PathStop> &m_stops;
};

} // namespace

std::vector<Subject> PathFigure::all() const
{
    std::vector<Subject> all;
    for (const Stop &stop : stops)
        all.insert(all.end(), stop.lit.begin(), stop.lit.end());
    return all;
}

PathFigure layoutPath(const TopologyFigure &figure, const std::vector<PathStop> &stops)
{
    return PathLayout(figure, stops).layout();
}

} // namespace vethscope
