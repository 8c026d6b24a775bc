#include "core/snapshot/sharedwatch.h"

namespace vethscope {

bool SharedWatch::isWanted(std::uint32_t line, std::uint32_t linesBetween)
{
    if (m_watch && m_wanted && std::this_thread::get_id() == m_owner && line >= m_asked + linesBetween) {
        m_asked = line;
        m_wanted = m_watch(line, m_lines);
    }
    return m_wanted;
}

} // namespace vethscope
