#pragma once

#include "core/sentence/sentence.h"
#include "core/snapshot/hostcommand.h"
#include "core/snapshot/jsonvalue.h"

#include <limits>

namespace vethscope {

/// An object of a command's JSON while its facts are taken. A member of another type than expected is complained of, with
/// its line, and counts as absent; the rest of the object is read.
class JsonRecord
{
public:
    JsonRecord(Reading &reading, const JsonValue &object) : m_reading(reading), m_object(object) {}

    /// Empty when it is absent.
    std::string text(std::string_view name) const;
    /// What is printed as a word or as a whole number: `"ttl": "inherit"`, `"ttl": 9`. Empty when it is absent.
    std::string word(std::string_view name) const;
    template <typename Number = std::uint32_t>
    std::optional<Number> number(std::string_view name) const
    {
        const auto value = wholeNumber(name, std::numeric_limits<Number>::min(), std::numeric_limits<Number>::max());
        return value ? std::optional(static_cast<Number>(*value)) : std::nullopt;
    }
    std::optional<bool> boolean(std::string_view name) const;
    std::optional<MacAddress> mac(std::string_view name) const;
    std::optional<IpAddress> address(std::string_view name) const;
    /// "10.244.0.0/24", an address alone, or "default", which is of the other family when `v6`.
    std::optional<IpPrefix> prefix(std::string_view name, bool v6 = false) const;
    bool has(std::string_view name) const { return m_object.find(name) != nullptr; }
    /// The strings of a list: "flags".
    std::vector<std::string> texts(std::string_view name) const;
    /// The objects of a list: "addr_info". Empty ones, which iproute2 prints for what a filter left out, are left out.
    std::vector<JsonRecord> records(std::string_view name) const;
    /// A member that is an object; nothing of it can be found when it is none.
    JsonRecord record(std::string_view name) const;

    /// The names of all members, in the text's order.
    std::vector<std::string> names() const;

    std::uint32_t line() const;
    Evidence evidence() const { return m_reading.evidence(line(), m_object.column()); }
    /// The line of a member, or the object's own when it has none of that name.
    Evidence evidenceOf(std::string_view name) const;
    Reading &reading() const { return m_reading; }
    /// Says what is wrong with the object.
    void complain(Sentence message) const { m_reading.complain(line(), std::move(message)); }

private:
    const JsonValue *member(std::string_view name, bool (*isExpected)(const JsonValue &), Sentence expected) const;
    std::optional<std::int64_t> wholeNumber(std::string_view name, std::int64_t least, std::int64_t most) const;
    template <typename Value>
    std::optional<Value> parsed(std::string_view name, Sentence what) const;

    Reading &m_reading;
    const JsonValue &m_object;
};

/// Whether the output is JSON as commands print it: begins with `[` and `{`, or with `{` and a member.
bool isJson(const Reading &reading);

/// Hands each object of what was read to `read`, those of lists one by one; what is none is complained of.
void readRecords(Reading &reading, std::string_view language, const JsonText &text, void (*read)(const JsonRecord &record));

/// Reads output that is JSON: a list of objects, or several of them, each handed to `read`. False when it is no JSON at all.
bool readJsonRecords(Reading &reading, void (*read)(const JsonRecord &record));

/// For looksLike: whether the output is JSON whose first object has all these members.
bool jsonHas(const Reading &reading, std::initializer_list<std::string_view> names);

} // namespace vethscope
