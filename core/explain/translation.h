#pragma once

#include "core/explain/expectation.h"

namespace vethscope::explain {

/// An innermost address before the last translation on the way to the capture point.
struct Translated {
    IpAddress before{};
    EvidenceList evidence{};
};

/// Only what a conntrack entry proves, or what all ways that were foretold agree on.
std::optional<Translated> translationOf(const path::Places &places, const ShownFrame &frame, const ShownField &field, const Expectation &expectation);

} // namespace vethscope::explain
