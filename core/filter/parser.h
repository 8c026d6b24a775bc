#pragma once

#include "core/filter/lexer.h"
#include "core/filter/predicate.h"

namespace vethscope {

/// Turns the tokens of an expression into nodes, checking names and types on the way.
/// An expression of no tokens gives a null node: it matches every packet.
Result<NodePointer, FilterError> parseFilter(const std::vector<Token> &tokens, const Registry &registry);

} // namespace vethscope
