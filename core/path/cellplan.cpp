#include "core/path/cellplan.h"

#include "core/threads/parts.h"

#include <algorithm>
#include <atomic>
#include <map>
#include <thread>

namespace vethscope::path {

CellPlan::CellPlan(const std::vector<std::size_t> &rowClasses, const std::vector<std::size_t> &columnClasses, const std::function<Kind(std::size_t, std::size_t)> &kindOf)
{
    std::map<std::pair<std::size_t, std::size_t>, std::size_t> models;
    for (std::size_t row = 0; row < rowClasses.size(); ++row) {
        for (std::size_t column = 0; column < columnClasses.size(); ++column) {
            const std::size_t cell = m_models.size();
            const Kind kind = kindOf(row, column);
            const bool isShared = kind == Kind::Shared && row != column;
            m_models.push_back(isShared ? models.try_emplace({rowClasses[row], columnClasses[column]}, cell).first->second : cell);
            if (kind != Kind::Elsewhere)
                (m_models.back() == cell ? m_walked : m_following).push_back(cell);
        }
    }
}

std::size_t CellPlan::effort() const
{
    return m_walked.size() * CellRun::walkEffort + m_following.size();
}

bool CellRun::forEach(const std::vector<std::size_t> &cells, const std::function<void(std::size_t)> &work, std::size_t effort)
{
    constexpr std::size_t piece = 8;
    std::atomic<bool> isStopped = m_isStopped;
    std::atomic<std::size_t> done = m_done;
    const auto caller = std::this_thread::get_id();
    forEachPart((cells.size() + piece - 1) / piece, [&](std::size_t part) {
        if (m_progress && std::this_thread::get_id() == caller && !isStopped && !m_progress(std::min<std::size_t>(done, m_all), m_all))
            isStopped = true;
        const std::size_t end = std::min(cells.size(), (part + 1) * piece);
        for (std::size_t i = part * piece; i < end && !isStopped; ++i) {
            work(cells[i]);
            done += effort;
        }
    });
    m_done = done;
    m_isStopped = isStopped;
    return !m_isStopped;
}

} // namespace vethscope::path
