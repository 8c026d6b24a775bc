#pragma once

#include "core/bytes/result.h"
#include "core/snapshot/jsonvalue.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vethscope {

/// An object of session.json while it is read. A member of another type than expected is complained of, with its line, and
/// counts as absent.
class SessionFields
{
public:
    SessionFields(const JsonValue &object, std::vector<Error> &problems) : m_object(object), m_problems(problems) { }

    bool has(std::string_view name) const { return m_object.find(name) != nullptr; }
    /// Empty when it is absent.
    std::string text(std::string_view name) const;
    /// One of these words; the first when it is absent.
    std::string oneOf(std::string_view name, std::span<const std::string_view> words) const;
    std::int64_t number(std::string_view name) const;
    /// Not below 0.
    std::uint64_t count(std::string_view name) const;
    /// Between these, both included; 0 when it is absent or beyond them.
    std::uint64_t countWithin(std::string_view name, std::uint64_t first, std::uint64_t last) const;
    bool flag(std::string_view name, bool otherwise) const;
    std::vector<std::string> texts(std::string_view name) const;
    /// As many as the list has elements: of what is no object, nothing can be found.
    std::vector<SessionFields> records(std::string_view name) const;
    std::optional<SessionFields> record(std::string_view name) const;

    /// The members that are none of these.
    std::vector<std::string> othersThan(std::span<const std::string_view> known) const;
    void complain(Sentence message) const;

private:
    const JsonValue *member(std::string_view name, bool (*isExpected)(const JsonValue &), Sentence expected) const;
    const JsonValue::Array &list(std::string_view name) const;
    void complainOf(const JsonValue &value, std::string_view name, Sentence expected) const;

    const JsonValue &m_object;
    std::vector<Error> &m_problems;
};

} // namespace vethscope
