#pragma once

#include <cstddef>
#include <functional>
#include <vector>

namespace vethscope::path {

/// Which cells of a matrix are walked, and from which of them each other one follows: rows of a class and columns of a class share one.
/// Columns begin with the rows; where both are the same one, it is walked itself.
class CellPlan
{
public:
    enum class Kind { Shared, Own, Elsewhere }; // Own is walked itself; Elsewhere is not this plan's

    CellPlan(const std::vector<std::size_t> &rowClasses, const std::vector<std::size_t> &columnClasses, const std::function<Kind(std::size_t row, std::size_t column)> &kindOf);

    /// The cell that this one is like; itself where it is walked.
    std::size_t modelOf(std::size_t cell) const { return m_models[cell]; }
    const std::vector<std::size_t> &walked() const { return m_walked; }
    /// All others of this plan.
    const std::vector<std::size_t> &following() const { return m_following; }
    /// How much it is to do, in CellRun's measure.
    std::size_t effort() const;

private:
    std::vector<std::size_t> m_models, m_walked, m_following;
};

/// Hears how much of how much is done, on the thread that waits for it; `false` stops it.
using CellProgress = std::function<bool(std::size_t done, std::size_t all)>;

/// Goes through cells on all cores, in pieces so small that it stops at once.
class CellRun
{
public:
    /// What a cell that is walked counts, beside one that follows.
    static constexpr std::size_t walkEffort = 50;

    /// `all` is the effort of all plans together.
    CellRun(std::size_t all, const CellProgress &progress) : m_all(all), m_progress(progress) {}

    /// False when it was stopped. May be called again for other cells.
    bool walkEach(const std::vector<std::size_t> &cells, const std::function<void(std::size_t cell)> &work) { return forEach(cells, work, walkEffort); }
    bool followEach(const std::vector<std::size_t> &cells, const std::function<void(std::size_t cell)> &work) { return forEach(cells, work, 1); }

private:
    bool forEach(const std::vector<std::size_t> &cells, const std::function<void(std::size_t cell)> &work, std::size_t effort);

    std::size_t m_done = 0; // by runs before
    std::size_t m_all;
    const CellProgress &m_progress;
    bool m_isStopped = false;
};

} // namespace vethscope::path
