#pragma once

#include "core/path/prediction.h"

#include <optional>
#include <string>
#include <vector>

namespace vethscope::path {

/// A header's value that differs where both ways pass.
struct ChangedValue {
    std::string field{}; // `underlay ip.dst`
    std::string node{}, interface{}, pod{};
    std::optional<std::string> before{}, after{};
};

/// What differs between two snapshots on the likeliest way from one to another.
struct ChangedWay {
    std::string from{}, to{};
    Who::Kind kind = Who::Kind::Pod;              // of `to`
    std::optional<Disposition> before{}, after{}; // nothing: one of the two did not exist then
    std::vector<ChangedValue> values{};
    EvidenceList linesBefore{}, linesAfter{};

    /// The headers that differ anywhere, each once.
    std::vector<std::string> fields() const;
};

/// Nothing where nothing differs. Null is what does not exist on that side.
std::optional<ChangedWay> changeOf(const Path *before, const Path *after);

/// Every way of every node and pod to every node, pod and service that is not what it was: those of before in the matrix' order, then those that are new.
std::vector<ChangedWay> changesBetween(const Predictor &before, const Predictor &after);

} // namespace vethscope::path
