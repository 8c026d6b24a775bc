#pragma once

#include "core/diagnose/case.h"
#include "core/diagnose/finding.h"

#include <array>
#include <cstdint>
#include <string_view>

namespace vethscope::diagnose {

/// A fault is one file with one row. What it needs it looks for in the Case, and it says nothing where that is not there.
struct Fault {
    enum class Needs : std::uint8_t { Facts, Packets };

    std::string_view id;
    ProblemSeverity severity = ProblemSeverity::Error;
    Needs needs = Needs::Facts;                // without them it is not asked
    std::array<std::string_view, 8> implies{}; // the ids of what it explains
    bool isSymptom = false;                    // it has a cause, which may be on another node
    /// Each of its findings with its own title, subject and proof; one without proof is not told.
    Findings (*find)(const Case &) = nullptr;
};

} // namespace vethscope::diagnose
