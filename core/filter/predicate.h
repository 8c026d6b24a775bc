#pragma once

#include "core/filter/operand.h"
#include "core/filter/relation.h"

#include <memory>

namespace vethscope {

using NodePointer = std::shared_ptr<const FilterNode>;

/// `left relation right`. False when either side has no value in the packet.
NodePointer comparison(OperandPointer left, Relation relation, OperandPointer right, Quantifier quantifier);

/// The field or protocol is there at all.
NodePointer presence(Accessor accessor);

/// The operand has a value that is not zero, or bytes that are not all zero: a bit test.
NodePointer nonZero(OperandPointer operand);

/// One entry of `in {…}`: a value, or a range from `first` to `last`.
struct SetEntry {
    OperandPointer first;
    OperandPointer last; // null for a single value
};
/// Whether one value, or every value, is among the entries.
NodePointer membership(OperandPointer operand, std::vector<SetEntry> entries, Quantifier quantifier);

NodePointer conjunction(NodePointer left, NodePointer right);
NodePointer disjunction(NodePointer left, NodePointer right);
NodePointer exclusion(NodePointer left, NodePointer right);
NodePointer negation(NodePointer operand);

} // namespace vethscope
