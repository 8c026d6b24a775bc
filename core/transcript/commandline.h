#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace vethscope {

/// One command of a typed line, and the commands its output went through.
struct ShellCommand {
    std::vector<std::string> words{};
    std::vector<std::vector<std::string>> filters{};
    bool toFile = false; // `> file`: printed nothing here
};

/// A loop over words that only the shell knew: `for i in $(ip netns); do echo $i; ip netns exec $i ip addr; done`.
/// What its `echo` printed tells its rounds apart.
struct ShellLoop {
    std::string variable;              // empty: no such loop, and `body` is all that was typed
    std::vector<ShellCommand> body;
};

/// A typed line as the shell reads it, as far as people type it at nodes: quotes, `\`, pipes, `;`, `&&`, `||`, redirections,
/// comments, variables set in front. `$(…)` and backticks stay text. `for` over plain words and `{1..3}` is unrolled.
/// Nothing is run, and no file name pattern is expanded.
ShellLoop readCommandLine(std::string_view line);

/// Whether the shell waits for more: an open quote, a `\` or a pipe at the end, a `for` without its `done`.
bool isUnfinished(std::string_view line);

/// `text` with `$NAME` and `${NAME}` replaced.
std::string withVariable(std::string_view text, std::string_view name, std::string_view value);

} // namespace vethscope
