#include "core/snapshot/failure.h"
#include "core/snapshot/hostcommands.h"
#include "core/snapshot/words.h"

#include <algorithm>
#include <array>

// What a shell does itself, and opening one: `kubectl exec -it POD -- sh` greets, `exit` takes its leave, `echo` repeats.

namespace vethscope {
namespace {

bool typed(const std::vector<std::string> &words)
{
    constexpr auto programs = std::to_array<std::string_view>({"sh", "bash", "ash", "dash", "zsh", "su", "exit", "logout", "cd", "clear", "echo", "export", "sleep", "set", "unset", "alias", "true", ":"});
    return std::ranges::find(programs, std::string_view(words.front())) != programs.end();
}

void read(Reading &reading)
{
    // What stands behind it was printed by the next command on the line.
    if (reading.words().front() == "echo") {
        if (reading.first() < reading.end())
            reading.understood(reading.first());
        return;
    }
    for (std::uint32_t line = reading.first(); line < reading.end(); ++line)
        if (!isFailure(reading.line(line)) || reading.words().front() == "exit")
            reading.understood(line);
}

} // namespace

constinit const HostCommand commands::shell{
    .name = "shell",
    .typed = typed,
    .read = read,
};

} // namespace vethscope
