#include "core/snapshot/failedcommand.h"

#include "core/snapshot/failure.h"
#include "core/transcript/labels.h"
#include "core/transcript/lines.h"

#include <algorithm>

namespace vethscope {
namespace {

// "msg": "Failed to connect to the host via ssh: …",
std::string reasonOf(const TypedCommand &command)
{
    const std::uint32_t first = std::max(1u, command.output.first - 1);
    for (std::uint32_t line = first; line < command.output.end(); ++line)
        if (command.source->line(line).contains("\"msg\": "))
            return std::string(withoutBlanks(command.source->line(line)));
    return std::string(withoutBlanks(command.source->line(labelIn(command.source->line(first)) ? first : command.output.first)));
}

} // namespace

bool didNotRun(const TypedCommand &command)
{
    if (!command.labelled)
        return false;
    const auto saysSo = [&](std::uint32_t line) {
        const auto label = line > 0 && line <= command.source->size() ? labelIn(command.source->line(line)) : std::nullopt;
        return label && label->failed;
    };
    return saysSo(command.output.first - 1) || saysSo(command.output.first);
}

std::string failureIn(const TypedCommand &command)
{
    for (std::uint32_t line = command.output.first; line < command.output.end(); ++line)
        if (isFailure(command.source->line(line)) && !didNotRun(command))
            return std::string(withoutBlanks(command.source->line(line)));
    return didNotRun(command) ? reasonOf(command) : std::string();
}

} // namespace vethscope
