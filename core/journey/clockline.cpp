#include "core/journey/clockline.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace vethscope::journey {
namespace {

constexpr double fastest = 100e-6; // what gains or loses more is no crystal's drift
constexpr int halvings = 60;

// Where a function of one hump is highest.
template <typename Function>
double highest(Function function, double from, double to)
{
    for (int i = 0; i < 2 * halvings; ++i) {
        const double third = (to - from) / 3;
        if (function(from + third) < function(to - third))
            from += third;
        else
            to -= third;
    }
    return (from + to) / 2;
}

// How far from `inside`, where it holds, a condition holds towards `outside`.
template <typename Condition>
double reach(Condition condition, double inside, double outside)
{
    if (condition(outside))
        return outside;
    for (int i = 0; i < halvings; ++i) {
        const double middle = (inside + outside) / 2;
        (condition(middle) ? inside : outside) = middle;
    }
    return inside;
}

// Only the corners of the hull bound lines: from below with `sign` 1, from above with -1.
std::vector<ClockBounds::Bound> hullOf(std::vector<ClockBounds::Bound> bounds, double sign)
{
    std::ranges::sort(bounds, {}, &ClockBounds::Bound::time);
    std::vector<ClockBounds::Bound> hull;
    const auto isInside = [&](const ClockBounds::Bound &one, const ClockBounds::Bound &middle, const ClockBounds::Bound &last) {
        const double rise = static_cast<double>(middle.ahead - one.ahead) * static_cast<double>(last.time - one.time);
        return sign * (rise - static_cast<double>(last.ahead - one.ahead) * static_cast<double>(middle.time - one.time)) >= 0;
    };
    for (const ClockBounds::Bound &bound : bounds) {
        while (hull.size() >= 2 && isInside(hull[hull.size() - 2], hull.back(), bound))
            hull.pop_back();
        hull.push_back(bound);
    }
    return hull;
}

double aheadOf(const ClockBounds::Bound &bound, double drift, std::int64_t since)
{
    return static_cast<double>(bound.ahead) - drift * static_cast<double>(bound.time - since);
}

} // namespace

std::int64_t ClockLine::corrected(std::int64_t time) const
{
    if (drift == 0)
        return time - std::llround(ahead);
    const std::int64_t later = time - since - std::llround(ahead);
    return since + later - std::llround(static_cast<double>(later) * drift / (1 + drift));
}

std::optional<ClockBounds::Fit> ClockBounds::fit(std::int64_t since) const
{
    const std::vector<Bound> mosts = hullOf(m_most, 1), leasts = hullOf(m_least, -1);
    const auto most = [&](double drift) {
        double lowest = std::numeric_limits<double>::infinity();
        for (const Bound &bound : mosts)
            lowest = std::min(lowest, aheadOf(bound, drift, since));
        return lowest;
    };
    const auto least = [&](double drift) {
        double topmost = -std::numeric_limits<double>::infinity();
        for (const Bound &bound : leasts)
            topmost = std::max(topmost, aheadOf(bound, drift, since));
        return topmost;
    };
    const auto gap = [&](double drift) { return most(drift) - least(drift); };
    const auto isPossible = [&](double drift) { return gap(drift) >= 0; };
    const double inside = isPossible(0) ? 0 : highest(gap, -fastest, fastest);
    if (!isPossible(inside))
        return std::nullopt;
    const double slowest = reach(isPossible, inside, -fastest), quickest = reach(isPossible, inside, fastest);
    Fit fit;
    fit.interval.most = static_cast<std::int64_t>(std::ceil(most(highest(most, slowest, quickest))));
    fit.interval.least = static_cast<std::int64_t>(std::floor(least(highest([&](double drift) { return -least(drift); }, slowest, quickest))));
    // No drift where there need not be any; of those that keep every packet from arriving before it departed, what is nearest to the middle.
    fit.line.since = since;
    fit.line.drift = inside == 0 ? 0 : (slowest + quickest) / 2;
    fit.line.ahead = std::clamp(static_cast<double>(fit.interval.middle()), least(fit.line.drift), most(fit.line.drift));
    return fit;
}

} // namespace vethscope::journey
