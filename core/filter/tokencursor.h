#pragma once

#include "core/filter/lexer.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vethscope {

/// Goes through the tokens of an expression and keeps the first error: everything after it is a consequence.
class TokenCursor
{
public:
    explicit TokenCursor(const std::vector<Token> &tokens) : m_tokens(tokens) { }

    const Token &peek(std::size_t ahead = 0) const { return m_tokens[std::min(m_at + ahead, m_tokens.size() - 1)]; }
    const Token &take() { return m_tokens[std::min(m_at++, m_tokens.size() - 1)]; }
    const Token &last() const { return m_tokens[m_at - 1]; }
    bool accept(std::string_view symbol)
    {
        if (!peek().is(symbol))
            return false;
        ++m_at;
        return true;
    }

    /// A whole number, perhaps negative: in slices and behind `#`.
    std::optional<std::int64_t> takeInteger();

    /// Keep the error and return what every parsing function returns when it fails.
    std::nullptr_t fail(std::size_t offset, std::size_t length, Sentence message);
    std::nullptr_t fail(const Token &token, Sentence message) { return fail(token.offset, token.length, std::move(message)); }
    /// `what` is expected where the cursor stands.
    std::nullptr_t missing(Sentence what);

    const std::optional<FilterError> &error() const { return m_error; }

    /// Counts nesting while a function that may call itself runs.
    class Depth
    {
    public:
        explicit Depth(TokenCursor &cursor) : m_cursor(cursor) { ++m_cursor.m_depth; }
        ~Depth() { --m_cursor.m_depth; }
        Depth(const Depth &) = delete;
        Depth &operator=(const Depth &) = delete;
        /// False, with an error, when the expression is an attack on the stack rather than a question.
        bool sound() const;

    private:
        TokenCursor &m_cursor;
    };

private:
    const std::vector<Token> &m_tokens;
    std::size_t m_at = 0;
    int m_depth = 0;
    std::optional<FilterError> m_error;
};

} // namespace vethscope
