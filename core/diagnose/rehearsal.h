#pragma once

#include "core/diagnose/goon.h"
#include "core/path/prediction.h"

#include <cstddef>
#include <vector>

namespace vethscope::diagnose {

/// A packet of a pod, foretold from what hosts printed: one way that it, or the answer to it, may take.
struct Rehearsed {
    const ClusterPod *from = nullptr;
    const ClusterPod *to = nullptr;             // null: the service
    const ClusterService *service = nullptr;
    std::shared_ptr<const path::Path> way{};    // of the request or of the answer
    std::shared_ptr<const path::Path> before{}; // of an answer: the request's; else null
    bool isAnswer() const { return before != nullptr; }
};

/// TCP between one pod of each node and one of each other, and within each node; and to services that have an endpoint beside the pod
/// or in it. With more than 16 nodes each asks its next ones alone: what one kernel does shows all the same.
std::vector<Rehearsed> rehearsalOf(const path::Predictor &predictor, const GoOn &goOn = {});

} // namespace vethscope::diagnose
