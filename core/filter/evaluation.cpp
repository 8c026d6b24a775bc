#include "core/filter/evaluation.h"

#include "core/dissect/layerview.h"

namespace vethscope {

const Details &FilterScratch::detailsOf(const LayerView &view)
{
    const void *key = &view.protocol();
    if (m_layerKey == key && m_layerIndex == view.index())
        return m_details;
    m_details.clear();
    if (view.protocol().details)
        view.protocol().details(view, m_details);
    m_layerKey = key;
    m_layerIndex = view.index();
    return m_details;
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
    m_layerKey = nullptr;
    m_taken = 0;
    m_texts.release();
}

} // namespace vethscope
