#pragma once

#include "core/bytes/result.h"
#include "core/filter/lexer.h"
#include "core/filter/valuetype.h"

#include <cstdint>
#include <vector>

namespace vethscope {

/// A constant of a filter, read as the type of the field it is compared with.
struct Literal {
    std::int64_t number = 0;
    std::vector<std::byte> bytes{};
    int prefixBits = -1; // of an address with a prefix length; -1: all bits count
};

/// Reads a token as a value of that type: numbers in decimal, hexadecimal, octal or binary, or by
/// their words; addresses with or without a prefix length; MACs with `:`, `-` or `.`; bytes in
/// hexadecimal or as text; days and times. The error says what the type expects.
Result<Literal, FilterError> readLiteral(const Token &token, const ValueType &type);

/// Reads what `contains` looks for in a value of that type: of an address, some of its bytes.
Result<Literal, FilterError> readPart(const Token &token, const ValueType &type);

} // namespace vethscope
