#include "core/snapshot/unnamed.h"

#include "core/snapshot/words.h"
#include "core/transcript/machinename.h"

#include <algorithm>

namespace vethscope {
namespace {

bool isUnnamed(const Session &session)
{
    return session.node.empty() && session.pod.empty();
}

// The name that the first of these tells.
std::string firstTold(std::span<const TypedCommand> commands)
{
    for (const TypedCommand &command : commands)
        if (isUnnamed(command.session) && command.elsewhere == 0)
            if (std::string told = hostTold(command); !told.empty())
                return told;
    return {};
}

// How many stand in front of the first below a label.
std::size_t lengthWithoutLabels(std::span<const TypedCommand> commands)
{
    return static_cast<std::size_t>(std::ranges::find(commands, true, &TypedCommand::labelled) - commands.begin());
}

} // namespace

std::string hostTold(const TypedCommand &command)
{
    const auto &words = command.words;
    if (words.empty())
        return {};
    const bool isHostname = words[0] == "hostname" && (words.size() == 1 || words[1] == "-s" || words[1] == "-f");
    const bool isFile = words[0] == "cat" && words.size() == 2 && words[1] == "/etc/hostname";
    const bool isUname = words[0] == "uname" && words.size() == 2 && (words[1] == "-a" || words[1] == "-n");
    if (command.output.count == 0 || command.filtered() || !(isHostname || isFile || isUname))
        return {};
    const auto told = wordsOf(command.source->line(command.output.first));
    const std::size_t place = isUname && words[1] == "-a" ? 1 : 0;
    return told.size() > place && isMachineName(told[place]) && !isNobodysName(told[place]) ? std::string(told[place]) : std::string();
}

bool nameSessions(std::span<TypedCommand> commands)
{
    const bool presumed = std::ranges::all_of(commands, [](const TypedCommand &command) { return command.session.node.empty(); });
    std::string host = firstTold(commands.first(lengthWithoutLabels(commands)));
    for (std::size_t i = 0; i < commands.size(); ++i) {
        TypedCommand &command = commands[i];
        // Behind another machine's output a bare command is of whatever is told there.
        if (command.labelled && i + 1 < commands.size() && !commands[i + 1].labelled)
            host = firstTold(commands.subspan(i + 1, lengthWithoutLabels(commands.subspan(i + 1))));
        if (!isUnnamed(command.session) || command.elsewhere > 0)
            continue;
        // Another machine's terminal may follow in the same text.
        if (std::string told = hostTold(command); !told.empty())
            host = std::move(told);
        command.session.node = host;
    }
    return presumed;
}

} // namespace vethscope
