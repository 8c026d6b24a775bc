#include "core/snapshot/containers.h"
#include "core/snapshot/hostcommands.h"
#include "core/snapshot/words.h"

// `docker ps`, nerdctl's and podman's too: containers whose names tell which pods the kubelet made them for.

namespace vethscope {
namespace {

bool typed(const std::vector<std::string> &words)
{
    const bool program = words[0] == "docker" || words[0] == "nerdctl" || words[0] == "podman";
    const bool list = words.size() >= 2 && (words[1] == "ps" || (words.size() >= 3 && words[1] == "container" && (words[2] == "ls" || words[2] == "ps")));
    return program && list;
}

bool isHeading(std::string_view line)
{
    const auto words = wordsOf(line);
    return line.starts_with("CONTAINER ID") && words.size() >= 8 && words[2] == "IMAGE" && words[3] == "COMMAND" && words.back() == "NAMES";
}

bool looksLike(const Reading &reading)
{
    return isHeading(reading.line(reading.first()));
}

// An id first, an image, a command in quotes, times, and names last; ports may be missing between.
bool isRow(const std::vector<std::string_view> &words, std::string_view line)
{
    return words.size() >= 6 && isContainerId(words[0]) && line.find(" ago ") != line.npos;
}

void read(Reading &reading)
{
    for (std::uint32_t line = reading.first(); line < reading.end(); ++line) {
        const std::string_view text = reading.line(line);
        const auto words = wordsOf(text);
        if (isHeading(text))
            reading.understood(line);
        if (!isRow(words, text))
            continue;
        const bool runs = text.find(" Up ") != text.npos;
        reading.host().settings.push_back({"container " + std::string(words.back()), runs ? "Up" : "Exited", reading.evidence(line)});
        if (!runs)
            continue;
        if (auto pod = podOfContainer(words.back())) {
            pod->node = reading.host().node;
            pod->evidence = reading.evidence(line);
            reading.facts().pods.push_back(*std::move(pod));
        }
    }
}

} // namespace

constinit const HostCommand commands::dockerPs{.name = "docker ps", .typed = typed, .looksLike = looksLike, .read = read};

} // namespace vethscope
