#include "core/transcript/commandflags.h"
#include "core/transcript/unwrappers.h"

#include <algorithm>
#include <array>

namespace vethscope {

std::string baseName(const std::string &word)
{
    return word.substr(word.find_last_of('/') == std::string::npos ? 0 : word.find_last_of('/') + 1);
}

void dropFirst(Words &words, std::size_t count)
{
    words.erase(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(std::min(count, words.size())));
}

bool unwrapIpNetns(Unwrapped &typed)
{
    Words &words = typed.command.words;
    if (words.front() != "ip" || words.size() < 4 || !std::string_view("netns").starts_with(words[1]) || words[1].size() < 3 || words[2] != "exec")
        return false;
    typed.session.pod = words[3];
    typed.session.podNamespace.clear();
    typed.session.container.clear();
    dropFirst(words, 4);
    return true;
}

bool unwrapNetnsOption(Unwrapped &typed)
{
    Words &words = typed.command.words;
    if (words.front() != "ip" && words.front() != "bridge" && words.front() != "tc" && words.front() != "ss")
        return false;
    for (std::size_t i = 1; i + 1 < words.size() && words[i].starts_with('-'); ++i) {
        if (words[i] != "-n" && words[i] != "-netns" && words[i] != "--netns" && words[i] != "-N" && words[i] != "--net")
            continue;
        if (words.front() == "ss" && words[i] == "-n") // numbers, not names
            continue;
        typed.session.pod = words[i + 1];
        words.erase(words.begin() + static_cast<std::ptrdiff_t>(i), words.begin() + static_cast<std::ptrdiff_t>(i) + 2);
        return true;
    }
    return false;
}

bool unwrapNsenter(Unwrapped &typed)
{
    Words &words = typed.command.words;
    constexpr auto valued = std::to_array<std::string_view>({"-t", "--target", "-S", "--setuid", "-G", "--setgid"});
    if (words.front() != "nsenter")
        return false;
    // -n/run/netns/NAME has its value joined, and -n alone has none.
    for (std::string &word : words)
        if (word.starts_with("-n/"))
            word = "--net=" + word.substr(2);
    CommandFlags flags(words, 1, valued);
    dropFirst(words, 1);
    const std::string target = flags.valueOf("-t", "--target");
    std::string file = flags.valueOf("-n", "--net");
    const bool entersNetwork = flags.has("-n", "--net") || flags.has("-a", "--all") || !file.empty();
    // Process 1 is the machine itself.
    if (entersNetwork && target != "1" && (!target.empty() || !file.empty()))
        typed.session = {.node = typed.session.node, .pod = file.empty() ? "pid " + target : baseName(file), .podNamespace = {}, .container = {}};
    if (words.empty())
        words = {"sh"};
    return true;
}

} // namespace vethscope
