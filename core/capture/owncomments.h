#pragma once

#include <atomic>
#include <cstddef>
#include <deque>
#include <map>
#include <optional>
#include <shared_mutex>
#include <string>
#include <string_view>

namespace vethscope {

/// The user's own comments on packets, by their rows. Any thread may read while another writes; a text that was handed out stays
/// for as long as this object. Costs nothing while there is none.
class OwnComments
{
public:
    /// An empty text takes the comment away.
    void set(std::size_t row, std::string text);
    std::optional<std::string_view> find(std::size_t row) const
    {
        return m_count.load(std::memory_order_acquire) == 0 ? std::nullopt : lookUp(row);
    }
    std::map<std::size_t, std::string_view> all() const;
    std::size_t count() const { return m_count.load(std::memory_order_acquire); }

private:
    std::optional<std::string_view> lookUp(std::size_t row) const;

    std::atomic<std::size_t> m_count = 0;
    mutable std::shared_mutex m_mutex;
    std::map<std::size_t, std::string_view> m_comments;
    std::deque<std::string> m_texts; // all that there ever were
};

} // namespace vethscope
