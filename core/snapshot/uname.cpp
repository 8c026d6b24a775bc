#include "core/snapshot/hostcommands.h"
#include "core/facts/kubernetesnames.h"
#include "core/snapshot/words.h"

// The kernel, whose version decides what its devices can do.

namespace vethscope {
namespace {

bool typed(const std::vector<std::string> &words)
{
    return words.front() == "uname";
}

bool isWhole(const std::vector<std::string_view> &words)
{
    return words.size() > 5 && words[0] == "Linux" && isHostName(words[1]) && words[2].front() >= '0' && words[2].front() <= '9'
        && words[3].starts_with('#');
}

bool looksLike(const Reading &reading)
{
    if (!reading.line(reading.first()).starts_with("Linux "))
        return false;
    const auto &words = reading.firstWords();
    return isWhole(words) && (words.back().starts_with("GNU") || words.back() == "Linux");
}

// Linux master 6.1.0-18-amd64 #1 SMP … x86_64 GNU/Linux
void read(Reading &reading)
{
    bool whole = false; // behind which nothing else of it follows
    for (std::uint32_t line = reading.first(); line < reading.end(); ++line) {
        const auto words = wordsOf(reading.line(line));
        const bool all = isWhole(words);
        const bool release = words.size() == 1 && reading.words().size() == 2 && reading.words()[1] == "-r";
        if (all || release)
            reading.host().settings.push_back({"kernel", std::string(words[all ? 2 : 0]), reading.evidence(line)});
        else if (words.size() == 1 && !whole)
            reading.understood(line);
        whole = whole || all;
    }
}

} // namespace

constinit const HostCommand commands::uname{
    .name = "uname",
    .typed = typed,
    .looksLike = looksLike,
    .read = read,
};

} // namespace vethscope
