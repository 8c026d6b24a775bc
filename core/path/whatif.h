#pragma once

#include "core/path/matrix.h"

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
    EvidenceList causesBefore{}, causesAfter{}; // of the first step that differs, what the other side had not

    /// The headers that differ anywhere, each once.
    std::vector<std::string> fields() const;
};

/// Nothing where nothing differs. Null is what does not exist on that side.
std::optional<ChangedWay> changeOf(const Path *before, const Path *after);

/// The matrices of two snapshots of one cluster, and every way that is not what it was: those of before in the matrix' order, then those that
/// are new. What makes both takes each way of each once.
struct Comparison {
    Matrix before{}, after{};
    std::vector<ChangedWay> changes{};
};
/// Stopped, its matrices have no cells.
Comparison compare(const Predictor &before, const Predictor &after, const CellProgress &progress = {}, Walks walks = Walks::OfClasses);

} // namespace vethscope::path
