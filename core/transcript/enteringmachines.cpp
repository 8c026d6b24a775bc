#include "core/transcript/machinename.h"
#include "core/transcript/outputshapes.h"
#include "core/transcript/unwrappers.h"
#include "core/transcript/wrapping.h"

#include <algorithm>
#include <array>

namespace vethscope {
namespace {

// Programs of one machine that have words of other commands among their own.
bool staysHere(const std::string &program)
{
    constexpr auto programs = std::to_array<std::string_view>({
        "echo", "printf", "man", "which", "type", "alias", "history", "vi", "vim", "nano", "ls", "cd", "apt", "apt-get", "yum", "dnf", "git", "grep", "egrep",
        "for", "while", "if", "cat", "less", "head", "tail", "sed", "awk", "diff", "tee", "ps", "pgrep", "rpm", "dpkg", "whatis", "apropos", "help", "ping",
    });
    return std::ranges::find(programs, std::string_view(program)) != programs.end();
}

// ops@n1   fedora@vmi/n1   node/n1
std::string_view machineIn(std::string_view word)
{
    if (const std::size_t at = word.find('@'); at != std::string_view::npos)
        word.remove_prefix(at + 1);
    else if (!word.starts_with("node/") && !word.starts_with("nodes/") && !word.starts_with("vm/") && !word.starts_with("vmi/"))
        return {};
    word.remove_prefix(word.find('/') == std::string_view::npos ? 0 : word.find('/') + 1);
    return isMachineName(word) ? word : std::string_view{};
}

// Flags that such programs name a machine by.
bool namesMachine(std::string_view flag)
{
    constexpr auto flags = std::to_array<std::string_view>({
        "-n", "--node", "--nodes", "-H", "--host", "--hosts", "--on", "--target", "-t", "--name", "--vm", "--machine", "-m", "--server", "--instance", "-w", "-l", "--limit",
    });
    return std::ranges::find(flags, flag) != flags.end();
}

} // namespace

// Whom the words in front of a command name: somebody at a machine, a flag's value, or the last word that is no flag's.
std::string machineNamed(const Words &around)
{
    for (const std::string &word : around)
        if (const std::string_view name = machineIn(word); !name.empty())
            return std::string(name);
    for (std::size_t i = 0; i < around.size(); ++i) {
        const std::string_view word = around[i];
        const std::size_t equals = word.find('=');
        if (word.starts_with("--") && equals != std::string_view::npos && namesMachine(word.substr(0, equals)) && isMachineName(word.substr(equals + 1)))
            return std::string(word.substr(equals + 1));
        if (namesMachine(word) && i + 1 < around.size() && isMachineName(around[i + 1]))
            return around[i + 1];
    }
    // limactl shell n1; a program and what it shall do are no machine
    std::string last;
    for (std::size_t i = 2; i < around.size(); ++i)
        if (!around[i].starts_with('-') && !around[i - 1].starts_with('-') && isMachineName(around[i]))
            last = around[i];
    if (last.empty() && around.size() > 2 && around[1].starts_with('-') && isMachineName(around[2]))
        last = around[2];
    return last;
}

std::vector<Unwrapped> ranElsewhere(const ShellCommand &command, const OutputShapes &shapes)
{
    const Words &words = command.words;
    if (words.empty() || staysHere(words.front()) || !shapes.named(words).empty())
        return {};
    const auto isKnown = [&](const Unwrapped &one) { return !one.command.words.empty() && !shapes.named(one.command.words).empty(); };
    for (std::size_t first = 1; first < words.size(); ++first) {
        // A quoted command is one word: -c 'ip r', --command='ip r'. Of others the rest of the line is the command.
        const std::size_t equals = words[first].starts_with("--") ? words[first].find('=') : std::string::npos;
        const std::string_view whole = equals == std::string::npos ? std::string_view(words[first]) : std::string_view(words[first]).substr(equals + 1);
        std::vector<ShellCommand> inside;
        if (whole.contains(' '))
            inside = readCommandLine(whole).body;
        else if (equals == std::string::npos)
            inside = {{.words = Words(words.begin() + static_cast<std::ptrdiff_t>(first), words.end()), .filters = {}, .toFile = false}};
        std::vector<Unwrapped> all;
        for (ShellCommand &one : inside) {
            one.filters.insert(one.filters.end(), command.filters.begin(), command.filters.end());
            for (Unwrapped &unwrapped : unwrap({}, one))
                all.push_back(std::move(unwrapped));
        }
        if (!std::ranges::any_of(all, isKnown))
            continue;
        Words around(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(first));
        if (whole.contains(' ')) // az … --scripts 'ip r' --query x
            around.insert(around.end(), words.begin() + static_cast<std::ptrdiff_t>(first) + 1, words.end());
        const std::string machine = machineNamed(around);
        for (Unwrapped &one : all) {
            if (one.session.node.empty())
                one.session.node = machine;
            one.elsewhere = true;
            one.samePrompt = false;
        }
        return all;
    }
    return {};
}

} // namespace vethscope
