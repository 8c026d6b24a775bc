#include "core/capture/owncomments.h"

#include <mutex>

namespace vethscope {

void OwnComments::set(std::size_t row, std::string text)
{
    const std::unique_lock lock(m_mutex);
    if (text.empty())
        m_comments.erase(row);
    else
        m_comments[row] = m_texts.emplace_back(std::move(text));
    m_count.store(m_comments.size(), std::memory_order_release);
}

std::optional<std::string_view> OwnComments::lookUp(std::size_t row) const
{
    const std::shared_lock lock(m_mutex);
    const auto found = m_comments.find(row);
    return found == m_comments.end() ? std::nullopt : std::optional(found->second);
}

std::map<std::size_t, std::string_view> OwnComments::all() const
{
    const std::shared_lock lock(m_mutex);
    return m_comments;
}

} // namespace vethscope
