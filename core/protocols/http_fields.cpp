#include "core/protocols/http_fields.h"

#include <algorithm>

namespace vethscope {
namespace {

constexpr std::size_t firstHeaderField = 11; // the rows before are those of the start line
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

} // namespace

void addHttpHeaderField(Details &details, std::string_view head, std::size_t offset, std::size_t size, std::string_view line,
                        bool request)
{
    const Field &whole = request ? named(httpVaryingFields, "request.line") : named(httpVaryingFields, "response.line");
    const std::size_t colon = line.find(':');
    details.add(whole, octets(offset, size), head.substr(offset, size));
    if (colon == line.npos)
        return;
    std::size_t valueAt = colon + 1;
    while (valueAt < line.size() && (line[valueAt] == ' ' || line[valueAt] == '\t'))
        ++valueAt;
    const auto below = details.below();
    if (const Field *row = rowOf(line.substr(0, colon)))
        details.add(*row, octets(offset + valueAt, line.size() - valueAt), line.substr(valueAt));
}

} // namespace vethscope
