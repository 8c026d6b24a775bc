#include "core/snapshot/jsonvalue.h"

#include <algorithm>

#include <nlohmann/json.hpp>

namespace vethscope {
namespace {

constexpr std::size_t deepest = 100;

// Hands the text to the parser and counts its lines.
class CountingInput
{
public:
    using difference_type = std::ptrdiff_t;
    using value_type = char;
    using pointer = const char *;
    using reference = const char &;
    using iterator_category = std::input_iterator_tag;

    struct Place {
        std::size_t offset = 0;
        std::uint32_t line = 1;       // of the character in front of `offset`
        std::uint32_t lineBefore = 1; // of the one in front of that
        std::size_t lineBegin = 0;    // the offset at which that line begins
    };

    CountingInput(std::string_view text, std::size_t offset, Place *place) : m_text(text), m_offset(offset), m_place(place) {}

    reference operator*() const { return m_text[m_offset]; }
    CountingInput &operator++()
    {
        m_place->lineBefore = m_place->line;
        if (m_text[m_offset] == '\n') {
            ++m_place->line;
            m_place->lineBegin = m_offset + 1;
        }
        m_place->offset = ++m_offset;
        return *this;
    }
    bool operator==(const CountingInput &other) const { return m_offset == other.m_offset; }
    bool operator!=(const CountingInput &other) const { return m_offset != other.m_offset; }

private:
    std::string_view m_text;
    std::size_t m_offset;
    Place *m_place;
};

// Builds values from what the parser meets.
class Builder
{
public:
    explicit Builder(const CountingInput::Place &place) : m_place(place) {}

    bool null() { return add(JsonValue(line(), std::monostate{})); }
    bool boolean(bool value) { return add(JsonValue(line(), value)); }
    bool number_integer(std::int64_t value) { return add(JsonValue(line(), value)); }
    bool number_unsigned(std::uint64_t value)
    {
        return value <= INT64_MAX ? number_integer(static_cast<std::int64_t>(value)) : number_float(static_cast<double>(value), {});
    }
    bool number_float(double value, const std::string &) { return add(JsonValue(line(), value)); }
    bool string(std::string &value)
    {
        const std::uint32_t begin = column(value.size() + 2);
        return add(JsonValue(line(), std::move(value), begin));
    }
    bool binary(std::vector<std::uint8_t> &) { return false; }
    bool start_object(std::size_t) { return open(JsonValue(line(), JsonValue::Object{}, column(1))); }
    bool start_array(std::size_t) { return open(JsonValue(line(), JsonValue::Array{}, column(1))); }
    bool key(std::string &name)
    {
        m_open.back().name = std::move(name);
        return true;
    }
    bool end_object() { return close(); }
    bool end_array() { return close(); }
    bool parse_error(std::size_t, const std::string &, const nlohmann::json::exception &)
    {
        dropCutNumber();
        return false;
    }

    // What was whole when the text ended.
    std::optional<JsonValue> result()
    {
        while (!m_root && !m_open.empty()) {
            Open cut = std::move(m_open.back());
            m_open.pop_back();
            // A record in a list, half of it: what is missing might be what matters.
            const bool record = cut.value.object() && !m_open.empty() && m_open.back().value.array();
            if (!record)
                add(std::move(cut.value));
        }
        return std::move(m_root);
    }
    bool tooDeep() const { return m_tooDeep; }

private:
    struct Open {
        JsonValue value;
        std::string name; // of the member under way
    };

    // The parser has read one character too many behind a number: the line end, perhaps.
    std::uint32_t line() const { return m_place.lineBefore; }
    // Of a token of this length that was just read; escapes within a string make it seem shorter than it is.
    std::uint32_t column(std::size_t length) const
    {
        const std::size_t behind = m_place.offset - m_place.lineBegin;
        return static_cast<std::uint32_t>(behind - std::min(length, behind) + 1);
    }

    bool add(JsonValue value)
    {
        if (m_open.empty())
            m_root = std::move(value);
        else if (JsonValue::Array *array = m_open.back().value.array())
            array->push_back(std::move(value));
        else
            m_open.back().value.object()->emplace_back(std::move(m_open.back().name), std::move(value));
        m_numberEnd = m_place.offset;
        return true;
    }

    bool open(JsonValue value)
    {
        m_tooDeep = m_open.size() >= deepest;
        if (!m_tooDeep)
            m_open.push_back({std::move(value), {}});
        return !m_tooDeep;
    }

    bool close()
    {
        Open closed = std::move(m_open.back());
        m_open.pop_back();
        return add(std::move(closed.value));
    }

    // 145 of 1450: the text ended within a number, as it seems.
    void dropCutNumber()
    {
        if (m_open.empty() || m_numberEnd != m_place.offset)
            return;
        if (JsonValue::Array *array = m_open.back().value.array(); array && !array->empty() && array->back().number())
            array->pop_back();
        if (JsonValue::Object *object = m_open.back().value.object(); object && !object->empty() && object->back().second.number())
            object->pop_back();
    }

    const CountingInput::Place &m_place;
    std::vector<Open> m_open;
    std::optional<JsonValue> m_root;
    std::size_t m_numberEnd = 0;
    bool m_tooDeep = false;
};

} // namespace

std::optional<std::int64_t> JsonValue::number() const
{
    const auto *number = std::get_if<std::int64_t>(&m_value);
    return number ? std::optional(*number) : std::nullopt;
}

const JsonValue *JsonValue::find(std::string_view name) const
{
    const Object *members = object();
    if (!members)
        return nullptr;
    const auto found = std::find_if(members->rbegin(), members->rend(), [&](const auto &member) { return member.first == name; });
    return found == members->rend() ? nullptr : &found->second;
}

Sentence JsonValue::kind() const
{
    if (isNull())
        return Sentence::verbatim("null"); // JSON's own word
    if (boolean())
        return Sentence::of("true or false");
    if (string())
        return Sentence::of("a string");
    if (array())
        return Sentence::of("a list");
    return object() ? Sentence::of("an object") : Sentence::of("a number");
}

JsonText readJson(std::string_view text)
{
    JsonText read;
    CountingInput::Place place;
    const auto skipBlanks = [&] {
        CountingInput input(text, place.offset, &place);
        while (place.offset < text.size() && std::string_view(" \t\r\n").contains(text[place.offset]))
            ++input;
    };
    for (skipBlanks(); place.offset < text.size(); skipBlanks()) {
        // Prose behind a value is no broken value.
        if (!read.values.empty() && text[place.offset] != '[' && text[place.offset] != '{')
            break;
        Builder builder(place);
        const bool whole = nlohmann::json::sax_parse(CountingInput(text, place.offset, &place), CountingInput(text, text.size(), &place), &builder,
                                                     nlohmann::json::input_format_t::json, false);
        const bool cut = place.offset >= text.size();
        if (auto value = builder.result(); value && (whole || value->array() || value->object()))
            read.values.push_back(std::move(*value));
        if (!whole) {
            read.error = builder.tooDeep() ? Sentence::of("more than 100 levels deep")
                : cut                      ? Sentence::of("the text ends in the middle")
                                           : Sentence::of("this is no JSON from here on");
            read.lines = place.lineBefore - 1;
            return read;
        }
        read.lines = place.line;
    }
    return read;
}

} // namespace vethscope
