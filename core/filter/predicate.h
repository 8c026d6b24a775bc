#pragma once

#include "core/filter/operand.h"

#include <memory>

namespace vethscope {

/// How two values may stand to each other.
enum class Relation : std::uint8_t { Equal, NotEqual, Greater, Less, GreaterOrEqual, LessOrEqual, Contains };

/// Whether one pair of values is enough, or every pair has to satisfy the relation.
enum class Quantifier : std::uint8_t { Any, All };

using NodePointer = std::shared_ptr<const FilterNode>;

/// `left relation right`. False when either side has no value in the packet.
NodePointer comparison(OperandPointer left, Relation relation, OperandPointer right, Quantifier quantifier);

/// The field or protocol is there at all.
NodePointer presence(Accessor accessor);

/// The operand has a value that is not zero: a bit test.
NodePointer nonZero(OperandPointer operand);

/// One entry of `in {…}`: a value, or a range from `first` to `last`.
struct SetEntry {
    OperandPointer first;
    OperandPointer last; // null for a single value
};
NodePointer membership(OperandPointer operand, std::vector<SetEntry> entries);

NodePointer conjunction(NodePointer left, NodePointer right);
NodePointer disjunction(NodePointer left, NodePointer right);
NodePointer exclusion(NodePointer left, NodePointer right);
NodePointer negation(NodePointer operand);

} // namespace vethscope
