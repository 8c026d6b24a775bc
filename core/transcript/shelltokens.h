#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace vethscope {

/// A word or an operator (`|`, `;`, `&&`, `2>`) of a shell's line.
struct ShellToken {
    std::string text;
    bool isOperator = false;
    bool quoted = false; // some of it stood in quotes
};

struct ShellTokens {
    std::vector<ShellToken> tokens;
    bool open = false; // ends within quotes, `$(`, or with a backslash
};

/// Cuts a line as POSIX' shell does (XCU 2.3), without expanding anything.
ShellTokens shellTokens(std::string_view line);

} // namespace vethscope
