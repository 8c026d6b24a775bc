#pragma once

#include "core/flowgraph/flowwords.h"

#include <functional>
#include <string>

namespace vethscope {

/// The graph as text, laid out as `tshark -z flow,any,network` does: a column for each address, two lines for each packet.
/// `words` and `name` are asked for each packet and address; who writes much may take the text in pieces, packets from `begin` to `end`.
std::string flowText(const FlowGraph &graph, std::size_t begin, std::size_t end, const std::function<FlowWords(const FlowEvent &event)> &words,
                     const std::function<std::string(const FlowAddress &address)> &name = static_cast<std::string (*)(const FlowAddress &)>(textOf));

} // namespace vethscope
