#pragma once

#include <cstdint>
#include <map>
#include <vector>

namespace vethscope {

/// How the clock of a capture point is set right: what it showed becomes `to` where it showed `from`, and gains so much in a second from there on.
struct TimeShift {
    std::int64_t from = 0; // nanoseconds since 1970
    std::int64_t to = 0;
    double gain = 0;       // seconds in a second; more than -1

    /// Saturates where a time would leave what 64 bits hold.
    std::int64_t operator()(std::int64_t time) const;

    /// By so many nanoseconds, whenever.
    static TimeShift by(std::int64_t nanoseconds) { return {0, nanoseconds, 0}; }
    /// So that both times become what they should be; the first alone counts where they are one.
    static TimeShift between(std::int64_t first, std::int64_t wantedFirst, std::int64_t second, std::int64_t wantedSecond);

    friend bool operator==(const TimeShift &, const TimeShift &) = default;
};

/// What the user has said of a store's packets against their files: that nobody is to look into some, and that clocks were wrong. Changed only while nobody
/// reads the store.
class Amendments
{
public:
    /// The rows that are ignored, a bit each.
    void setIgnored(std::vector<std::uint64_t> bits) { m_ignored = std::move(bits); }
    bool isIgnored(std::size_t row) const { return row / 64 < m_ignored.size() && (m_ignored[row / 64] >> row % 64 & 1) != 0; }

    /// By the interface's place in the store.
    void setShifts(std::map<std::uint32_t, TimeShift> shifts) { m_shifts = std::move(shifts); }
    bool hasShifts() const { return !m_shifts.empty(); }
    std::int64_t shifted(std::int64_t time, std::uint32_t interface) const
    {
        const auto found = m_shifts.empty() ? m_shifts.end() : m_shifts.find(interface);
        return found == m_shifts.end() ? time : found->second(time);
    }

private:
    std::vector<std::uint64_t> m_ignored;
    std::map<std::uint32_t, TimeShift> m_shifts;
};

} // namespace vethscope
