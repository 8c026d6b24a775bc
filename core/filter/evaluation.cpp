#include "core/filter/evaluation.h"

#include "core/dissect/facts.h"
#include "core/dissect/layerview.h"

#include <utility>

namespace vethscope {

// Whether the rows are of that layer; if not, they are cleared and become its.
bool FilterScratch::Kept::holds(const LayerView &view)
{
    const void *key = &view.protocol();
    if (layerKey == key && layerIndex == view.index())
        return true;
    rows.clear();
    layerKey = key;
    layerIndex = view.index();
    return false;
}

const Details &FilterScratch::detailsOf(const LayerView &view)
{
    if (!m_details.holds(view) && view.protocol().details)
        view.protocol().details(view, m_details.rows);
    return m_details.rows;
}

const Details &FilterScratch::factsOf(const LayerView &view)
{
    if (!m_facts.holds(view) && view.frame().facts)
        view.frame().facts->add(view, m_facts.rows);
    return m_facts.rows;
}

std::vector<FilterValue> &FilterScratch::takeList()
{
    if (m_taken == m_lists.size())
        m_lists.emplace_back();
    auto &list = m_lists[m_taken++];
    list.clear();
    return list;
}

void FilterScratch::begin()
{
    m_details.layerKey = nullptr;
    m_facts.layerKey = nullptr;
    m_taken = 0;
    m_texts.release();
    m_givenUp += std::exchange(m_gaveUp, false);
}

} // namespace vethscope
