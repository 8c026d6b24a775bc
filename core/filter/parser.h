#pragma once

#include "core/filter/lexer.h"
#include "core/filter/predicate.h"

namespace vethscope {

/// The nodes of an expression, and what is doubtful in how it is written.
struct ParsedFilter {
    NodePointer root; // null for an expression of no tokens: it matches every packet
    std::vector<FilterError> doubts{};
};

/// Turns the tokens of an expression into nodes, checking names and types on the way.
Result<ParsedFilter, FilterError> parseFilter(const std::vector<Token> &tokens, const Registry &registry);

} // namespace vethscope
