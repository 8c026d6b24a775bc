#include "core/filter/tokencursor.h"

#include <charconv>
#include <utility>

namespace vethscope {
namespace {

constexpr int deepest = 200;

} // namespace

std::optional<std::int64_t> TokenCursor::takeInteger()
{
    const bool negative = accept("-");
    const Token &token = peek();
    std::int64_t value = 0;
    const char *end = token.text.data() + token.text.size();
    const auto [stop, error] = std::from_chars(token.text.data(), end, value);
    if (token.kind != Token::Kind::Word || stop != end || error != std::errc{}) {
        missing(Sentence::of("a number"));
        return std::nullopt;
    }
    ++m_at;
    return negative ? -value : value;
}

std::nullptr_t TokenCursor::fail(std::size_t offset, std::size_t length, Sentence message)
{
    if (!m_error)
        m_error = FilterError{std::move(message), offset, std::max<std::size_t>(length, 1)};
    return nullptr;
}

std::nullptr_t TokenCursor::missing(Sentence what)
{
    const Token &token = peek();
    return fail(token, token.kind == Token::Kind::End ? Sentence::of("the expression ends where {} is expected", std::move(what))
                                                      : Sentence::of("{} is expected here, not \"{}\"", std::move(what), token.text));
}

bool TokenCursor::Depth::sound() const
{
    if (m_cursor.m_depth <= deepest)
        return true;
    m_cursor.fail(m_cursor.peek(), Sentence::of("more than {} levels of nesting", deepest));
    return false;
}

} // namespace vethscope
