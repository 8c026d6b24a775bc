#pragma once

#include "core/filter/operand.h"
#include "core/filter/tokencursor.h"

#include <initializer_list>
#include <optional>

namespace vethscope {

/// A parsed value: an operand, or a literal whose type the other side decides.
struct ParsedValue {
    OperandPointer operand;
    Token literal;
    std::size_t offset = 0;
    std::size_t length = 0;
};

/// Parses the values that a test compares, by recursive descent. Where one of its functions returns
/// nothing, the cursor holds the error.
///
///     value    = sum { "&" sum }
///     sum      = product { ( "+" | "-" ) product }
///     product  = unit { ( "*" | "/" | "%" ) unit }
///     unit     = ( "-" | "+" ) unit | "{" value "}" | ( name [ "#" layers ] | function "(" value { "," value } ")" ) { slice } | literal
class ValueParser
{
public:
    ValueParser(TokenCursor &cursor, const Registry &registry) : m_cursor(cursor), m_registry(registry) { }

    std::optional<ParsedValue> parse() { return parseOperators({"&"}, &ValueParser::parseSum); }

    /// The operand, or the literal read as a value of that type.
    OperandPointer resolve(const ParsedValue &value, const ValueType &type);
    /// The same for what `contains` looks for.
    OperandPointer resolvePart(const ParsedValue &value, const ValueType &type);

    /// Keeps the error that a literal stands where a field or protocol should, with the nearest names.
    std::nullptr_t failUnknown(const ParsedValue &value);

private:
    using Level = std::optional<ParsedValue> (ValueParser::*)();

    std::optional<ParsedValue> parseSum() { return parseOperators({"+", "-"}, &ValueParser::parseProduct); }
    std::optional<ParsedValue> parseProduct() { return parseOperators({"*", "/", "%"}, &ValueParser::parseUnit); }
    std::optional<ParsedValue> parseOperators(std::initializer_list<std::string_view> symbols, Level next);
    std::optional<ParsedValue> parseUnit();
    std::optional<ParsedValue> parseSign();
    std::optional<ParsedValue> parseFunction(const Token &name);
    std::optional<ParsedValue> parseField(Accessor accessor, const Token &name);
    std::optional<ParsedValue> parseSlices(OperandPointer operand, const Token &name);
    std::optional<ParsedValue> compute(const ParsedValue &left, const Token &symbol, const ParsedValue &right);
    bool parseLayers(Accessor &accessor);

    OperandPointer constant(const Token &token, const ValueType &type, Result<Literal, FilterError> literal);

    TokenCursor &m_cursor;
    const Registry &m_registry;
};

} // namespace vethscope
