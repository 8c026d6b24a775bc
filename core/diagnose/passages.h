#pragma once

#include "core/diagnose/case.h"
#include "core/diagnose/traffic.h"

#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <tuple>
#include <vector>

namespace vethscope::diagnose {

/// What packets pass: a device, or without `interface` the link to another node, or without either a node.
using Element = std::tuple<std::string, std::string, std::string>; // node, interface, node at the other end
using PointsPassed = std::set<std::uint16_t>;

/// What a packet should pass, and the first device of its way that shows that it did.
struct Passage {
    Element element{};
    std::size_t shownBy = 0;
};

/// The likeliest way of a packet, as hosts' output foretells it; empty where it does not.
class ForetoldWay
{
public:
    ForetoldWay(const Case &about, const journey::Tuple &tuple);

    std::vector<Passage> passages() const;
    /// How many of its devices a packet has passed for sure that was seen at these points: the last of them, and all before it.
    std::size_t reach(const Traffic &traffic, const PointsPassed &passed) const;

private:
    bool isOfNode(std::size_t place) const { return !m_hops[place].node.empty() && m_hops[place].pod.empty(); }
    std::size_t endOfNode(std::size_t place) const;

    std::vector<path::Hop> m_hops{};
};

} // namespace vethscope::diagnose
