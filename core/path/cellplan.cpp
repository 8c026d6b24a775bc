#include "core/path/cellplan.h"

#include "core/threads/parts.h"

#include <algorithm>
#include <atomic>
#include <map>
#include <thread>

namespace vethscope::path {

CellPlan::CellPlan(const std::vector<std::size_t> &rowClasses, const std::vector<std::size_t> &columnClasses, const std::function<bool(std::size_t, std::size_t)> &isOwn)
{
    std::map<std::pair<std::size_t, std::size_t>, std::size_t> models;
    for (std::size_t row = 0; row < rowClasses.size(); ++row) {
        for (std::size_t column = 0; column < columnClasses.size(); ++column) {
            const std::size_t cell = m_models.size();
            const bool isAlone = row == column || isOwn(row, column);
            const std::size_t model = isAlone ? cell : models.try_emplace({rowClasses[row], columnClasses[column]}, cell).first->second;
            m_models.push_back(model);
            if (model == cell)
                m_walked.push_back(cell);
        }
    }
}

std::vector<std::size_t> CellPlan::others() const
{
    std::vector<std::size_t> cells;
    for (std::size_t cell = 0; cell < m_models.size(); ++cell)
        if (m_models[cell] != cell)
            cells.push_back(cell);
    return cells;
}

bool CellRun::forEach(const std::vector<std::size_t> &cells, const std::function<void(std::size_t)> &work)
{
    constexpr std::size_t piece = 8;
    std::atomic<bool> isStopped = m_isStopped;
    std::atomic<std::size_t> done = m_done;
    const auto caller = std::this_thread::get_id();
    forEachPart((cells.size() + piece - 1) / piece, [&](std::size_t part) {
        if (m_progress && std::this_thread::get_id() == caller && !isStopped && !m_progress(done, m_all))
            isStopped = true;
        const std::size_t end = std::min(cells.size(), (part + 1) * piece);
        for (std::size_t i = part * piece; i < end && !isStopped; ++i) {
            work(cells[i]);
            ++done;
        }
    });
    m_done = done;
    m_isStopped = isStopped;
    return !m_isStopped;
}

} // namespace vethscope::path
