#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace vethscope::journey {

/// How a host's clock stands against the first host's, in nanoseconds: what must be taken off its times lies in between.
struct ClockInterval {
    std::int64_t least = 0, most = 0;

    std::int64_t middle() const { return least + (most - least) / 2; }
    std::int64_t width() const { return most - least; }
};

/// A clock that was ahead of another by `ahead` nanoseconds at `since`, and gains `drift` seconds a second. Times are the other's.
struct ClockLine {
    std::int64_t since = 0;
    double ahead = 0, drift = 0;

    /// What the other one showed.
    std::int64_t corrected(std::int64_t time) const;
};

/// What packets tell of two clocks. Each bounds how far one was ahead on one side: none arrives before it departed. What lies between the
/// lower hull of the delays one way and that of those back is possible, as far as clocks drift (V. Paxson, On Calibrating Measurements of
/// Packet Transit Times, 1998; S. Moon, Estimation and Removal of Clock Skew, 1999).
class ClockBounds
{
public:
    struct Bound {
        std::int64_t time = 0, ahead = 0;
    };
    struct Fit {
        ClockLine line{};
        ClockInterval interval{}; // of all possible lines where they begin
    };

    /// At most so much ahead at that time of the other clock; at least so much.
    void addMost(Bound bound) { m_most.push_back(bound); }
    void addLeast(Bound bound) { m_least.push_back(bound); }
    bool isBothWays() const { return !m_most.empty() && !m_least.empty(); }

    /// Nothing where no line lies between them: the clock was set. There are bounds both ways.
    std::optional<Fit> fit(std::int64_t since) const;

private:
    std::vector<Bound> m_most, m_least;
};

} // namespace vethscope::journey
