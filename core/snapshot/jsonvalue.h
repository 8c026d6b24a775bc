#pragma once

#include "core/sentence/sentence.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace vethscope {

/// A JSON value that knows the line it begins on.
class JsonValue
{
public:
    using Array = std::vector<JsonValue>;
    using Object = std::vector<std::pair<std::string, JsonValue>>; // in the text's order; of equal names the last counts

    JsonValue() = default;
    JsonValue(std::uint32_t line, auto value, std::uint32_t column = 0) : m_line(line), m_column(column), m_value(std::move(value)) {}

    /// Counts from 1 within the text that was read.
    std::uint32_t line() const { return m_line; }
    /// The byte of the line with which an object, a list or a string begins, from 1; 0 where it is not known.
    std::uint32_t column() const { return m_column; }
    bool isNull() const { return std::holds_alternative<std::monostate>(m_value); }
    const std::string *string() const { return std::get_if<std::string>(&m_value); }
    const bool *boolean() const { return std::get_if<bool>(&m_value); }
    const Array *array() const { return std::get_if<Array>(&m_value); }
    const Object *object() const { return std::get_if<Object>(&m_value); }
    /// Nothing when it is no whole number.
    std::optional<std::int64_t> number() const;

    Array *array() { return std::get_if<Array>(&m_value); }
    Object *object() { return std::get_if<Object>(&m_value); }

    /// A member of an object; null when there is none, or this is none.
    const JsonValue *find(std::string_view name) const;
    /// What it is, for messages: "a string", "an object".
    Sentence kind() const;

private:
    std::uint32_t m_line = 0;
    std::uint32_t m_column = 0;
    std::variant<std::monostate, bool, std::int64_t, double, std::string, Array, Object> m_value;
};

/// One or several JSON values, as `ip -j` or a loop around it prints them.
struct JsonText {
    std::vector<JsonValue> values;
    std::uint32_t lines = 0;  // as many, from the first on, are read
    Sentence error;           // why it went no further; empty when the text ended where a value did
};

/// Reads values until the text ends or is no JSON. A text cut in the middle keeps the elements and members that were whole;
/// of a record that was cut, nothing. Numbers that do not fit 64 bits are no numbers. At most 100 levels deep.
JsonText readJson(std::string_view text);

} // namespace vethscope
