#include "core/snapshot/jsonrecord.h"

#include "core/snapshot/words.h"

#include <algorithm>

#include <fmt/format.h>

namespace vethscope {
namespace {

const JsonValue emptyObject(1, JsonValue::Object{});

std::uint32_t lineOf(const Reading &reading, const JsonValue &value)
{
    return std::min(reading.first() + std::max(value.line(), 1u) - 1, reading.end() - 1);
}

// Enough for the first record; what does not look like JSON costs nothing.
std::string beginning(const Reading &reading)
{
    std::string text;
    for (std::uint32_t line = reading.first(); line < reading.end() && text.size() < 4000; ++line)
        text += std::string(reading.line(line)) + '\n';
    return text;
}

} // namespace

const JsonValue *JsonRecord::member(std::string_view name, bool (*isExpected)(const JsonValue &), Sentence expected) const
{
    const JsonValue *value = m_object.find(name);
    if (!value || value->isNull())
        return nullptr;
    if (isExpected(*value))
        return value;
    m_reading.complain(lineOf(m_reading, *value), Sentence::of("\"{}\" is {}, not {}", name, value->kind(), std::move(expected)));
    return nullptr;
}

std::string JsonRecord::text(std::string_view name) const
{
    const JsonValue *value = member(name, [](const JsonValue &v) { return v.string() != nullptr; }, Sentence::of("a string"));
    return value ? *value->string() : std::string();
}

std::string JsonRecord::word(std::string_view name) const
{
    const JsonValue *value = member(name, [](const JsonValue &v) { return v.string() || v.number(); }, Sentence::of("a string"));
    return !value ? std::string() : value->string() ? *value->string() : std::to_string(*value->number());
}

std::optional<std::int64_t> JsonRecord::wholeNumber(std::string_view name, std::int64_t least, std::int64_t most) const
{
    const JsonValue *value = member(name, [](const JsonValue &v) { return v.number().has_value(); }, Sentence::of("a whole number"));
    if (!value)
        return std::nullopt;
    const std::int64_t number = *value->number();
    if (number >= least && number <= most)
        return number;
    m_reading.complain(lineOf(m_reading, *value), Sentence::of("\"{}\" is {}, which is not between {} and {}", name, number, least, most));
    return std::nullopt;
}

std::optional<bool> JsonRecord::boolean(std::string_view name) const
{
    const JsonValue *value = member(name, [](const JsonValue &v) { return v.boolean() != nullptr; }, Sentence::of("true or false"));
    return value ? std::optional(*value->boolean()) : std::nullopt;
}

template <typename Value>
std::optional<Value> JsonRecord::parsed(std::string_view name, Sentence what) const
{
    const std::string written = text(name);
    if (written.empty())
        return std::nullopt;
    auto value = Value::parse(written);
    if (!value)
        m_reading.complain(lineOf(m_reading, *m_object.find(name)),
                           Sentence::of("\"{}\" is \"{}\", which is no {}", name, fmt::format("{:.60}", written), std::move(what)));
    return value;
}

std::optional<MacAddress> JsonRecord::mac(std::string_view name) const
{
    return parsed<MacAddress>(name, Sentence::of("MAC address"));
}

std::optional<IpAddress> JsonRecord::address(std::string_view name) const
{
    return parsed<IpAddress>(name, Sentence::of("IP address"));
}

std::optional<IpPrefix> JsonRecord::prefix(std::string_view name, bool v6) const
{
    if (v6 && text(name) == "default")
        return IpPrefix{IpAddress::any(true), 0};
    return parsed<IpPrefix>(name, Sentence::of("IP prefix"));
}

std::vector<std::string> JsonRecord::texts(std::string_view name) const
{
    std::vector<std::string> texts;
    if (const JsonValue *value = member(name, [](const JsonValue &v) { return v.array() != nullptr; }, Sentence::of("a list")))
        for (const JsonValue &element : *value->array())
            if (const std::string *text = element.string())
                texts.push_back(*text);
    return texts;
}

std::vector<JsonRecord> JsonRecord::records(std::string_view name) const
{
    std::vector<JsonRecord> records;
    if (const JsonValue *value = member(name, [](const JsonValue &v) { return v.array() != nullptr; }, Sentence::of("a list"))) {
        for (const JsonValue &element : *value->array()) {
            if (!element.object())
                m_reading.complain(lineOf(m_reading, element), Sentence::of("an element of \"{}\" is {}, not an object", name, element.kind()));
            else if (!element.object()->empty())
                records.emplace_back(m_reading, element);
        }
    }
    return records;
}

JsonRecord JsonRecord::record(std::string_view name) const
{
    const JsonValue *value = member(name, [](const JsonValue &v) { return v.object() != nullptr; }, Sentence::of("an object"));
    return {m_reading, value ? *value : emptyObject};
}

std::vector<std::string> JsonRecord::names() const
{
    std::vector<std::string> names;
    if (const JsonValue::Object *members = m_object.object())
        for (const auto &member : *members)
            names.push_back(member.first);
    return names;
}

Evidence JsonRecord::evidenceOf(std::string_view name) const
{
    const JsonValue *value = m_object.find(name);
    const JsonValue &place = value ? *value : m_object;
    return m_reading.evidence(lineOf(m_reading, place), place.column());
}

std::uint32_t JsonRecord::line() const
{
    return lineOf(m_reading, m_object);
}

// What commands print is an object or a list of objects; `[x] done`, `[text](link)` and `{{ name }}` begin alike and are none.
bool isJson(const Reading &reading)
{
    char bracket = 0;
    for (std::uint32_t line = reading.first(); line < reading.end(); ++line) {
        std::string_view text = trimmed(reading.line(line));
        if (text.empty())
            continue;
        if (bracket == 0) {
            bracket = text.front();
            text = trimmed(text.substr(1));
            if (bracket != '[' && bracket != '{')
                return false;
            if (text.empty())
                continue;
        }
        const char next = text.front();
        return bracket == '{' ? next == '"' || next == '}' : next == '{' || text == "]";
    }
    return bracket == '[' || bracket == '{'; // cut behind the bracket
}

void readRecords(Reading &reading, std::string_view language, const JsonText &json, void (*read)(const JsonRecord &record))
{
    const std::uint32_t end = std::min(reading.first() + json.lines, reading.end());
    for (std::uint32_t line = reading.first(); line < end; ++line)
        reading.understood(line);
    const auto readOne = [&](const JsonValue &value) {
        if (!value.object())
            reading.complain(lineOf(reading, value), Sentence::of("this is {}, not an object", value.kind()));
        else if (!value.object()->empty())
            read({reading, value});
    };
    for (const JsonValue &value : json.values) {
        if (!value.array())
            readOne(value);
        else
            for (const JsonValue &element : *value.array())
                readOne(element);
    }
    if (!json.error.empty())
        reading.complain(std::min(end, reading.end() - 1), Sentence::of("the {} cannot be read further: {}", language, json.error));
}

bool readJsonRecords(Reading &reading, void (*read)(const JsonRecord &record))
{
    if (!isJson(reading))
        return false;
    readRecords(reading, "JSON", readJson(reading.text()), read);
    return true;
}

bool jsonHas(const Reading &reading, std::initializer_list<std::string_view> names)
{
    if (!isJson(reading))
        return false;
    // A list of one record may be long; what comes behind it is not needed, so cut it.
    const std::string text = reading.end() - reading.first() < 4 ? reading.text() : beginning(reading);
    if (!std::ranges::all_of(names, [&](std::string_view name) { return text.contains(name); }))
        return false;
    const JsonText json = readJson(text);
    const JsonValue *value = json.values.empty() ? nullptr : &json.values.front();
    if (value && value->array()) {
        const auto found = std::ranges::find_if(*value->array(), [](const JsonValue &v) { return v.object() && !v.object()->empty(); });
        value = found == value->array()->end() ? nullptr : &*found;
    }
    return value && std::ranges::all_of(names, [&](std::string_view name) { return value->find(name) != nullptr; });
}

} // namespace vethscope
