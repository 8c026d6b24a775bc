#pragma once

#include "core/dissect/registry.h"

#include <span>
#include <string>
#include <vector>

namespace vethscope {

/// The protocols that can be left out of the dissection (Dissector::disable): all that are headers, each name once, by name.
std::vector<const Protocol *> protocolsToDisable(const Registry &registry);

/// All that go by these names; of a name that nobody knows there is none.
std::vector<const Protocol *> protocolsCalled(const Registry &registry, std::span<const std::string> names);

} // namespace vethscope
