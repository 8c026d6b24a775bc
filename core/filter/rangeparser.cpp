#include "core/filter/rangeparser.h"

namespace vethscope {
namespace {

using Part = SliceOperand::Part;

std::optional<Part> parseLength(TokenCursor &cursor, std::int64_t start)
{
    if (cursor.peek().is("]") || cursor.peek().is(","))
        return Part{start, Part::toTheEnd};
    const Token &at = cursor.peek();
    const auto length = cursor.takeInteger();
    if (!length)
        return std::nullopt;
    if (*length <= 0) {
        cursor.fail(at, Sentence::of("a length of {} cuts out nothing", *length));
        return std::nullopt;
    }
    return Part{start, *length};
}

std::optional<Part> parseEnd(TokenCursor &cursor, std::int64_t start)
{
    const Token &at = cursor.peek();
    const auto end = cursor.takeInteger();
    if (!end)
        return std::nullopt;
    if ((start < 0) != (*end < 0) || *end < start) {
        cursor.fail(at, Sentence::of("a range from {} to {} holds nothing", start, *end));
        return std::nullopt;
    }
    return Part{start, *end - start + 1};
}

std::optional<Part> parseRange(TokenCursor &cursor)
{
    if (cursor.accept(":")) {
        if (cursor.peek().is("]") || cursor.peek().is(",")) {
            cursor.missing(Sentence::of("a number"));
            return std::nullopt;
        }
        return parseLength(cursor, 0);
    }
    const auto start = cursor.takeInteger();
    if (!start)
        return std::nullopt;
    if (cursor.accept(":"))
        return parseLength(cursor, *start);
    if (cursor.accept("-"))
        return parseEnd(cursor, *start);
    return Part{*start, 1};
}

} // namespace

std::optional<std::vector<Part>> parseRanges(TokenCursor &cursor)
{
    std::vector<Part> parts;
    do {
        const auto part = parseRange(cursor);
        if (!part)
            return std::nullopt;
        parts.push_back(*part);
    } while (cursor.accept(","));
    if (!cursor.accept("]")) {
        cursor.missing(Sentence::of("a closing bracket"));
        return std::nullopt;
    }
    return parts;
}

} // namespace vethscope
