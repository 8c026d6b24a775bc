#pragma once

#include "core/bytes/result.h"
#include "core/filter/predicate.h"

#include <string>

namespace vethscope {

/// `operand matches "pattern"`: a Perl-compatible regular expression that ignores case, as in
/// Wireshark. Matching gives up on a value after a bounded number of steps; such a value does not match.
/// The error is PCRE2's sentence with the place in the pattern.
Result<NodePointer> patternMatch(OperandPointer operand, const std::string &pattern, Quantifier quantifier);

} // namespace vethscope
