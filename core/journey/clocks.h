#pragma once

#include "core/journey/clockline.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace vethscope::journey {

/// A packet that went from one host to another, by both clocks.
struct Crossing {
    std::size_t from = 0, to = 0;           // hosts
    std::int64_t departed = 0, arrived = 0; // nanoseconds

    std::int64_t took() const { return arrived - departed; }
};

/// Of many crossings those that tell most: between each two hosts, each way, the quickest of each of some thousand spans of time; of equally
/// quick ones the first.
class Crossings
{
public:
    /// Of captures of so many hosts that last from `begin` to `end`.
    Crossings(std::size_t hosts, std::int64_t begin, std::int64_t end);

    void add(const Crossing &crossing);
    /// What others told, between the same hosts at the same time.
    void add(const Crossings &others);
    /// In the order of their departures, from one host to another after the other.
    std::vector<Crossing> all() const;

private:
    std::size_t spanOf(std::int64_t departed);

    std::size_t m_hosts;
    std::int64_t m_begin, m_span;
    std::int64_t m_departed = 0; // the last that was asked for, and its span: a packet crosses in several ways
    std::size_t m_spanOfIt = 0;
    std::vector<std::vector<std::optional<Crossing>>> m_kept; // by hosts, then by span; nothing between hosts that had none
};

/// The clocks of all hosts, told by packets that cross from one to another: first of those that meet the first host both ways, then of those
/// that meet these.
class HostClocks
{
public:
    HostClocks() = default;
    /// Intervals are of the time `since`, by the first host's clock.
    HostClocks(std::vector<std::string> hosts, const std::vector<Crossing> &crossings, std::int64_t since);

    const std::vector<std::string> &hosts() const { return m_hosts; }
    /// Nothing where no packets join the host to the first one both ways. Of a clock that was set: before it was.
    const std::optional<ClockInterval> &interval(std::size_t host) const { return m_clocks[host].interval; }
    /// Seconds that it gains in a second.
    double drift(std::size_t host) const { return m_clocks[host].pieces.front().line.drift; }
    /// Whether it was set in between: crossings contradict each other.
    bool wasSet(std::size_t host) const { return m_clocks[host].pieces.size() > 1; }
    /// By the first host's clock, as well as it is known.
    std::int64_t corrected(std::size_t host, std::int64_t time) const;
    /// How far two corrected times of these hosts may be off.
    std::int64_t doubt(std::size_t one, std::size_t other) const;

private:
    // From one setting to the next, by its own time.
    struct Piece {
        std::int64_t begin = 0, end = 0;
        ClockLine line{};
    };
    struct Clock {
        std::optional<ClockInterval> interval{};
        std::vector<Piece> pieces{Piece{}}; // one at least
    };
    struct Meeting;

    std::vector<Meeting> meetingsOf(std::size_t host, const std::vector<Crossing> &crossings, const std::vector<bool> &known) const;
    std::int64_t doubtOf(std::size_t host) const;
    static Clock clockFrom(const std::vector<Meeting> &meetings, std::int64_t since);
    static Clock clockOneWay(const std::vector<Meeting> &meetings);

    std::vector<std::string> m_hosts;
    std::vector<Clock> m_clocks;
};

} // namespace vethscope::journey
