#include "core/dissect/details.h"

#include <algorithm>
#include <utility>

namespace vethscope {

std::string_view Details::keep(std::string_view text)
{
    auto *copy = static_cast<char *>(m_texts.allocate(std::max<std::size_t>(text.size(), 1), 1));
    std::ranges::copy(text, copy);
    return {copy, text.size()};
}

void Details::overflow()
{
    if (!std::exchange(m_full, true))
        note(Severity::Warning, Sentence::of("more than {} entries in one header; the rest is not shown", mostItems));
}

void Details::clear()
{
    items.clear();
    notes.clear();
    m_texts.release();
    m_level = 0;
    m_full = false;
}

} // namespace vethscope
