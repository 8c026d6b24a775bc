#pragma once

#include "core/facts/facts.h"
#include "core/sentence/sentence.h"

#include <cstddef>

namespace vethscope {

/// Says what stands in a drawing in the user's language. Empty: English.
using Words = Sentence::Language;

/// A device's kind and state, as nameOf() has them: "vxlan", "down".
Sentence wordOf(LinkKind kind);
Sentence wordOf(LinkState state);

/// "1 node", "3 nodes".
Sentence nodeCount(std::size_t nodes);
Sentence podCount(std::size_t pods);
Sentence hostPodCount(std::size_t pods);
Sentence subnetCount(std::size_t subnets);
Sentence problemCount(std::size_t problems);

} // namespace vethscope
