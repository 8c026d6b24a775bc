#pragma once

#include "core/filter/operand.h"
#include "core/filter/predicate.h"

#include <optional>

namespace vethscope {

/// A field against a constant, the commonest of all tests: values are read one after the other where they
/// stand, up to the first that decides. Nothing is kept, nothing is called through a pointer.
NodePointer fieldComparison(const Accessor &accessor, Relation relation, const Literal &constant, Quantifier quantifier);

/// A constant, or all from `first` to `last`, both included.
struct ConstantRange {
    Literal first;
    std::optional<Literal> last;
};
NodePointer fieldMembership(const Accessor &accessor, std::vector<ConstantRange> ranges, Quantifier quantifier);

} // namespace vethscope
