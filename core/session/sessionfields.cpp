#include "core/session/sessionfields.h"

#include <algorithm>
#include <utility>

namespace vethscope {
namespace {

bool isText(const JsonValue &value) { return value.string() != nullptr; }
bool isNumber(const JsonValue &value) { return value.number().has_value(); }
bool isCount(const JsonValue &value) { return value.number().value_or(-1) >= 0; }
bool isFlag(const JsonValue &value) { return value.boolean() != nullptr; }
bool isList(const JsonValue &value) { return value.array() != nullptr; }
bool isObject(const JsonValue &value) { return value.object() != nullptr; }

} // namespace

void SessionFields::complain(Sentence message) const
{
    m_problems.push_back({Sentence::of("session.json line {}: {}", m_object.line(), std::move(message))});
}

void SessionFields::complainOf(const JsonValue &value, std::string_view name, Sentence expected) const
{
    m_problems.push_back(
        {Sentence::of("session.json line {}: {} is {}, not {}, and was left out", value.line(), name, value.kind(), std::move(expected))});
}

const JsonValue *SessionFields::member(std::string_view name, bool (*isExpected)(const JsonValue &), Sentence expected) const
{
    const JsonValue *value = m_object.find(name);
    if (!value || isExpected(*value))
        return value;
    complainOf(*value, name, std::move(expected));
    return nullptr;
}

std::string SessionFields::text(std::string_view name) const
{
    const JsonValue *value = member(name, isText, Sentence::of("a string"));
    return value ? *value->string() : std::string();
}

std::string SessionFields::oneOf(std::string_view name, std::span<const std::string_view> words) const
{
    std::string word = text(name);
    if (word.empty())
        return std::string(words.front());
    if (std::ranges::find(words, word) != words.end())
        return word;
    complain(Sentence::of("{} is {}, which is not known; it was left out", name, word));
    return std::string(words.front());
}

std::int64_t SessionFields::number(std::string_view name) const
{
    const JsonValue *value = member(name, isNumber, Sentence::of("a whole number"));
    return value ? *value->number() : 0;
}

std::uint64_t SessionFields::count(std::string_view name) const
{
    const JsonValue *value = member(name, isCount, Sentence::of("a whole number from 0 on"));
    return value ? static_cast<std::uint64_t>(*value->number()) : 0;
}

std::uint64_t SessionFields::countWithin(std::string_view name, std::uint64_t first, std::uint64_t last) const
{
    const JsonValue *value = member(name, isNumber, Sentence::of("a whole number"));
    if (!value)
        return 0;
    const std::int64_t number = *value->number();
    if (std::cmp_greater_equal(number, first) && std::cmp_less_equal(number, last))
        return static_cast<std::uint64_t>(number);
    complain(Sentence::of("{} is {}, which is not between {} and {}; it was left out", name, number, first, last));
    return 0;
}

bool SessionFields::flag(std::string_view name, bool otherwise) const
{
    const JsonValue *value = member(name, isFlag, Sentence::of("true or false"));
    return value ? *value->boolean() : otherwise;
}

const JsonValue::Array &SessionFields::list(std::string_view name) const
{
    static const JsonValue::Array none;
    const JsonValue *value = member(name, isList, Sentence::of("a list"));
    return value ? *value->array() : none;
}

std::vector<std::string> SessionFields::texts(std::string_view name) const
{
    std::vector<std::string> texts;
    for (const JsonValue &value : list(name)) {
        if (value.string())
            texts.push_back(*value.string());
        else
            complainOf(value, name, Sentence::of("a list of strings there"));
    }
    return texts;
}

std::vector<SessionFields> SessionFields::records(std::string_view name) const
{
    std::vector<SessionFields> records;
    for (const JsonValue &value : list(name)) {
        if (!value.object())
            complainOf(value, name, Sentence::of("a list of objects there"));
        records.emplace_back(value, m_problems); // an empty one keeps the places of those behind it
    }
    return records;
}

std::optional<SessionFields> SessionFields::record(std::string_view name) const
{
    const JsonValue *value = member(name, isObject, Sentence::of("an object"));
    return value ? std::optional(SessionFields(*value, m_problems)) : std::nullopt;
}

std::vector<std::string> SessionFields::othersThan(std::span<const std::string_view> known) const
{
    std::vector<std::string> others;
    for (const auto &[name, value] : *m_object.object())
        if (std::ranges::find(known, name) == known.end())
            others.push_back(name);
    return others;
}

} // namespace vethscope
