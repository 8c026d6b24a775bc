#include "core/protocols/http_fields.h"

#include <algorithm>
#include <charconv>

namespace vethscope {
namespace {

constexpr std::size_t firstHeaderField = 18; // the rows before are those of the start line
static_assert(httpVaryingFields[firstHeaderField].name == "host");

char lower(char character)
{
    return character >= 'A' && character <= 'Z' ? static_cast<char>(character + 32) : character;
}

// Names of header fields are case-insensitive (RFC 9110, section 5.1).
const Field *rowOf(std::string_view name)
{
    for (const Field &field : std::span(httpVaryingFields).subspan(firstHeaderField))
        if (std::ranges::equal(field.label, name, {}, lower, lower))
            return &field;
    return nullptr;
}

void addLength(Details &details, std::string_view value)
{
    std::uint64_t length = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), length);
    if (error == std::errc() && end != value.data() && length <= INT64_MAX)
        details.generate(named(httpVaryingFields, "content_length"), length);
}

std::size_t valueBehind(std::string_view line, std::size_t colon)
{
    return std::min(line.find_first_not_of(" \t", colon + 1), line.size());
}

} // namespace

std::optional<std::string_view> httpValue(std::string_view line, std::string_view name)
{
    const std::size_t colon = line.find(':');
    if (colon == line.npos || !std::ranges::equal(line.substr(0, colon), name, {}, lower))
        return std::nullopt;
    return line.substr(valueBehind(line, colon));
}

void addHttpHeaderField(Details &details, std::string_view head, std::size_t offset, std::size_t size, std::string_view line,
                        const Field *row, HttpFraming &framing)
{
    const std::size_t colon = line.find(':');
    if (row)
        details.add(*row, octets(offset, size), head.substr(offset, size));
    else
        details.text(line, octets(offset, size));
    if (colon == line.npos)
        return;
    const std::size_t valueAt = valueBehind(line, colon);
    const auto below = details.below();
    const Field *known = rowOf(line.substr(0, colon));
    if (!known)
        return;
    const std::string_view value = line.substr(valueAt);
    details.add(*known, octets(offset + valueAt, value.size()), value);
    if (known == &named(httpVaryingFields, "host"))
        framing.host = value;
    else if (known == &named(httpVaryingFields, "transfer_encoding"))
        framing.chunked = std::ranges::equal(value, std::string_view("chunked"), {}, lower, lower);
    else if (known == &named(httpVaryingFields, "content_length_header"))
        addLength(details, value);
}

} // namespace vethscope
