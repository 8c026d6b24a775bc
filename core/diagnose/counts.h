#pragma once

#include "core/diagnose/finding.h"

#include <array>
#include <cstddef>

namespace vethscope::diagnose {

/// The severities, the worst first.
inline constexpr std::array severities{ProblemSeverity::Error, ProblemSeverity::Warning, ProblemSeverity::Note};

std::size_t countOf(const Findings &findings, ProblemSeverity severity);
/// "Error", "Warning", "Note".
Sentence severityWord(ProblemSeverity severity);
/// What that confidence means.
Sentence confidenceSentence(Confidence confidence);
/// "1 error", "2 errors".
Sentence countSentence(ProblemSeverity severity, std::size_t count);
/// "2 errors, 1 warning": what there is none of is left out. "nothing found" where nothing is.
Sentence countsSentence(const Findings &findings);

} // namespace vethscope::diagnose
