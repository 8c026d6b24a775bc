#pragma once

#include "core/explain/explanation.h"

namespace vethscope::explain {

/// Who wrote the line that a field comes from, where a fact one level up explains it: flanneld after a node's annotations (neighbours and
/// forwarding of its tunnel device), bird after a route that BGP taught it and the UPDATE that did, kube-proxy after an endpoint of the service that it translates.
std::optional<WrittenBy> writtenBy(const std::vector<const Facts *> &facts, const std::vector<Announcement> &announcements, const path::Places &places, const FieldExplanation &field);

} // namespace vethscope::explain
