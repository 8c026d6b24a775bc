#include "core/journey/clocks.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <span>
#include <utility>

namespace vethscope::journey {
namespace {

constexpr std::int64_t unbounded = std::numeric_limits<std::int64_t>::max() / 4;
constexpr std::int64_t spans = 2048;

} // namespace

// One bound on a clock, by a packet that came from a host whose clock is known, or went there.
struct HostClocks::Meeting {
    std::int64_t time = 0;  // of the known clock, corrected
    std::int64_t own = 0;   // of the other
    std::int64_t ahead = 0; // the other is so much ahead at most, or at least
    bool isMost = false;
};

Crossings::Crossings(std::size_t hosts, std::int64_t begin, std::int64_t end) : m_hosts(hosts), m_begin(begin), m_span((end - begin) / spans + 1), m_departed(begin), m_kept(hosts * hosts) { }

void Crossings::add(const Crossing &crossing)
{
    auto &ofHosts = m_kept[crossing.from * m_hosts + crossing.to];
    if (ofHosts.empty())
        ofHosts.resize(static_cast<std::size_t>(spans));
    auto &kept = ofHosts[spanOf(crossing.departed)];
    if (!kept || std::pair(crossing.took(), crossing.departed) < std::pair(kept->took(), kept->departed))
        kept = crossing;
}

std::size_t Crossings::spanOf(std::int64_t departed)
{
    if (departed != m_departed) {
        m_departed = departed;
        m_spanOfIt = static_cast<std::size_t>((departed - m_begin) / m_span);
    }
    return m_spanOfIt;
}

void Crossings::add(const Crossings &others)
{
    for (const auto &ofHosts : others.m_kept)
        for (const auto &kept : ofHosts)
            if (kept)
                add(*kept);
}

std::vector<Crossing> Crossings::all() const
{
    std::vector<Crossing> all;
    for (const auto &ofHosts : m_kept)
        for (const auto &kept : ofHosts)
            if (kept)
                all.push_back(*kept);
    return all;
}

HostClocks::HostClocks(std::vector<std::string> hosts, const std::vector<Crossing> &crossings, std::int64_t since)
    : m_hosts(std::move(hosts)), m_clocks(m_hosts.size())
{
    if (m_hosts.empty())
        return;
    std::vector<bool> known(m_hosts.size());
    known[0] = true;
    m_clocks[0].interval = ClockInterval{};
    // The one that is known best comes next; what is met one way only comes last.
    for (std::size_t placed = 1; placed < m_hosts.size(); ++placed) {
        std::optional<std::size_t> best;
        Clock clock;
        for (std::size_t host = 1; host < m_hosts.size(); ++host) {
            if (known[host])
                continue;
            Clock one = clockFrom(meetingsOf(host, crossings, known), since);
            if (!best || (one.interval && (!clock.interval || one.interval->width() < clock.interval->width()))) {
                best = host;
                clock = std::move(one);
            }
        }
        if (!clock.interval)
            break;
        known[*best] = true;
        m_clocks[*best] = std::move(clock);
    }
    for (std::size_t host = 1; host < m_hosts.size(); ++host)
        if (!known[host])
            m_clocks[host] = clockOneWay(meetingsOf(host, crossings, known));
}

std::vector<HostClocks::Meeting> HostClocks::meetingsOf(std::size_t host, const std::vector<Crossing> &crossings, const std::vector<bool> &known) const
{
    std::vector<Meeting> meetings;
    for (const Crossing &one : crossings) {
        if (one.to == host && known[one.from]) {
            const std::int64_t time = corrected(one.from, one.departed);
            meetings.push_back({time, one.arrived, one.arrived - time + doubtOf(one.from), true});
        } else if (one.from == host && known[one.to]) {
            const std::int64_t time = corrected(one.to, one.arrived);
            meetings.push_back({time, one.departed, one.departed - time - doubtOf(one.to), false});
        }
    }
    std::ranges::stable_sort(meetings, {}, &Meeting::time);
    return meetings;
}

// As few pieces as there can be: each goes as far as one line does.
HostClocks::Clock HostClocks::clockFrom(const std::vector<Meeting> &meetings, std::int64_t since)
{
    const auto boundsOf = [&](std::size_t begin, std::size_t end) {
        ClockBounds bounds;
        for (const Meeting &one : std::span(meetings).subspan(begin, end - begin))
            one.isMost ? bounds.addMost({one.time, one.ahead}) : bounds.addLeast({one.time, one.ahead});
        return bounds;
    };
    const auto isOneLine = [&](std::size_t begin, std::size_t end) {
        const ClockBounds bounds = boundsOf(begin, end);
        return !bounds.isBothWays() || bounds.fit(since);
    };
    Clock clock;
    clock.pieces.clear();
    for (std::size_t begin = 0; begin < meetings.size();) {
        std::size_t fits = begin + 1, tooFar = meetings.size() + 1;
        while (tooFar - fits > 1) {
            const std::size_t middle = tooFar > meetings.size() ? meetings.size() : fits + (tooFar - fits) / 2;
            (isOneLine(begin, middle) ? fits : tooFar) = middle;
        }
        const ClockBounds bounds = boundsOf(begin, fits);
        if (const auto fit = bounds.isBothWays() ? bounds.fit(since) : std::nullopt) {
            if (!clock.interval)
                clock.interval = fit->interval;
            const auto [first, last] = std::ranges::minmax(std::span(meetings).subspan(begin, fits - begin), {}, &Meeting::own);
            clock.pieces.push_back({first.own, last.own, fit->line});
        }
        begin = fits;
    }
    if (clock.pieces.empty())
        clock.pieces.emplace_back();
    return clock;
}

// One way only: at least no packet arrives before it departed.
HostClocks::Clock HostClocks::clockOneWay(const std::vector<Meeting> &meetings)
{
    Clock clock;
    for (const Meeting &one : meetings) {
        double &ahead = clock.pieces.front().line.ahead;
        ahead = one.isMost ? std::min(ahead, double(one.ahead)) : std::max(ahead, double(one.ahead));
    }
    return clock;
}

std::int64_t HostClocks::corrected(std::size_t host, std::int64_t time) const
{
    const std::vector<Piece> &pieces = m_clocks[host].pieces;
    if (pieces.size() == 1)
        return pieces.front().line.corrected(time);
    const auto away = [&](const Piece &piece) { return std::max({std::int64_t{0}, piece.begin - time, time - piece.end}); };
    return std::ranges::min_element(pieces, {}, away)->line.corrected(time);
}

std::int64_t HostClocks::doubtOf(std::size_t host) const
{
    return m_clocks[host].interval ? m_clocks[host].interval->width() / 2 : unbounded;
}

std::int64_t HostClocks::doubt(std::size_t one, std::size_t other) const
{
    return one == other ? 0 : doubtOf(one) + doubtOf(other);
}

} // namespace vethscope::journey
