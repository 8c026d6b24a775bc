#include "core/diagnose/passages.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace vethscope::diagnose {

ForetoldWay::ForetoldWay(const Case &about, const journey::Tuple &tuple)
{
    std::vector<path::Path> ways = about.waysBetween(tuple.source, tuple.destination, tuple.protocol, tuple.hasPorts() ? std::optional(tuple.destinationPort) : std::nullopt);
    if (!ways.empty())
        m_hops = std::move(ways.front().hops);
}

std::vector<Passage> ForetoldWay::passages() const
{
    std::vector<Passage> passages;
    for (std::size_t i = 0; i < m_hops.size(); ++i) {
        const path::Hop &hop = m_hops[i];
        if (isOfNode(i) && (i == 0 || !isOfNode(i - 1) || m_hops[i - 1].node != hop.node)) {
            const std::size_t end = endOfNode(i); // its last device shows that it left, if it was to go on
            passages.push_back({{hop.node, {}, {}}, end < m_hops.size() ? end - 1 : end});
        }
        if (isOfNode(i) && !hop.interface.empty())
            passages.push_back({{hop.node, hop.interface, {}}, i});
        const auto next = std::find_if(m_hops.begin() + static_cast<std::ptrdiff_t>(i) + 1, m_hops.end(), [](const path::Hop &one) { return !one.node.empty(); });
        if (!hop.node.empty() && next != m_hops.end() && next->node != hop.node)
            passages.push_back({{hop.node, {}, next->node}, static_cast<std::size_t>(next - m_hops.begin())});
    }
    return passages;
}

std::size_t ForetoldWay::reach(const Traffic &traffic, const PointsPassed &passed) const
{
    for (std::size_t i = m_hops.size(); i-- > 0;)
        if (std::ranges::any_of(passed, [&](std::uint16_t point) { return journey::Ways::isAt(traffic.points()[point], m_hops[i]); }))
            return i + 1;
    return 0;
}

std::size_t ForetoldWay::endOfNode(std::size_t place) const
{
    const std::string &node = m_hops[place].node;
    while (place < m_hops.size() && isOfNode(place) && m_hops[place].node == node)
        ++place;
    return place;
}

} // namespace vethscope::diagnose
