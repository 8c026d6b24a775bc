#pragma once

#include "core/bytes/result.h"
#include "core/filter/filter.h"

#include <string>
#include <string_view>
#include <vector>

namespace vethscope {

/// One piece of a filter expression and where it stands.
struct Token {
    enum class Kind : std::uint8_t {
        Word,      // a name, a number, an address: its meaning depends on what stands beside it
        Name,      // .word: surely a field or a protocol
        Literal,   // :word: surely a value
        Text,      // "quoted" or r"raw", escapes resolved
        Character, // 'x'
        Symbol,    // an operator or a bracket, in its canonical spelling
        End,
    };

    Kind kind = Kind::End;
    std::string text;
    std::size_t offset = 0;
    std::size_t length = 0;

    bool is(std::string_view symbol) const { return kind == Kind::Symbol && text == symbol; }
};

/// Splits an expression into tokens, the last of which is End. Words such as `eq`, `and`, `contains`
/// come out as the symbols they stand for. Errors: an unfinished string, a character that means nothing.
Result<std::vector<Token>, FilterError> tokenise(std::string_view expression);

} // namespace vethscope
