#include "core/transcript/wrapping.h"

#include "core/transcript/commandflags.h"
#include "core/transcript/unwrappers.h"

#include <algorithm>
#include <array>
#include <span>

namespace vethscope {
namespace {

constexpr int deepest = 8; // wrappings inside one another

bool isShell(const std::string &word)
{
    constexpr auto shells = std::to_array<std::string_view>({"sh", "bash", "ash", "dash", "zsh", "ksh"});
    return std::ranges::find(shells, baseName(word)) != shells.end();
}

// sudo -E, time, nice -n 5, timeout 5, busybox, env A=b, watch -n 1
bool helperProgram(Unwrapped &typed)
{
    Words &words = typed.command.words;
    struct Helper {
        std::string_view name;
        std::size_t operands;
        std::array<std::string_view, 5> flagsWithValue;
    };
    constexpr auto helpers = std::to_array<Helper>({
        {"sudo", 0, {"-u", "-g", "-C", "-p", "-h"}}, {"time", 0, {}},   {"nice", 0, {"-n"}}, {"timeout", 1, {"-s", "-k"}},
        {"busybox", 0, {}},                          {"exec", 0, {}},   {"command", 0, {}},  {"env", 0, {"-u"}},
        {"stdbuf", 0, {}},                           {"nohup", 0, {}},  {"watch", 0, {"-n", "--interval"}},
    });
    const auto helper = std::ranges::find(helpers, std::string_view(words.front()), &Helper::name);
    if (helper == helpers.end() || words.size() < 2)
        return false;
    const bool toShell = helper->name == "sudo" && (words[1] == "-i" || words[1] == "-s");
    CommandFlags flags(words, 1, helper->flagsWithValue);
    dropFirst(words, 1 + helper->operands);
    while (helper->name == "env" && !words.empty() && words.front().contains('='))
        dropFirst(words, 1);
    if (words.empty() && toShell)
        words = {"sh"};
    if (helper->name == "watch" && words.size() == 1)
        words = {"sh", "-c", words.front()};
    return true;
}

// `sh`, `bash -l`, `su - root`; with -c the text is read again by unwrap().
bool shell(Unwrapped &typed)
{
    Words &words = typed.command.words;
    const bool isSu = words.front() == "su";
    if (!isSu && !isShell(words.front()))
        return false;
    const bool interactive = isSu ? std::ranges::find(words, std::string("-c")) == words.end()
                                  : std::ranges::all_of(words.begin() + 1, words.end(), [](const auto &word) { return word.starts_with('-') && word != "-c"; });
    if (!interactive)
        return false;
    typed.opensShell = true;
    return false; // stays what it is: `sh`
}

// ssh [-p 22] [root@]HOST [COMMAND]
bool ssh(Unwrapped &typed)
{
    Words &words = typed.command.words;
    constexpr auto valued = std::to_array<std::string_view>({"-p", "-i", "-l", "-o", "-J", "-F", "-L", "-R", "-D", "-b", "-c", "-E", "-S", "-W"});
    if (words.front() != "ssh")
        return false;
    CommandFlags flags(words, 1, valued);
    if (words.size() < 2) // to nowhere
        return false;
    dropFirst(words, 1);
    const std::string target = words.front();
    dropFirst(words, 1);
    CommandFlags behind(words, 0, valued);
    typed.session = {.node = target.substr(target.find('@') == std::string::npos ? 0 : target.find('@') + 1), .pod = {}, .podNamespace = {}, .container = {}};
    typed.samePrompt = false;
    // The remote shell reads the words once more.
    std::string text;
    for (const std::string &word : words)
        text += (text.empty() ? "" : " ") + word;
    words = words.empty() ? Words{"sh"} : Words{"sh", "-c", text};
    return true;
}

// chroot /host ip addr, as in a node's debug pod
bool chroot(Unwrapped &typed)
{
    Words &words = typed.command.words;
    if (words.front() != "chroot" || words.size() < 2)
        return false;
    dropFirst(words, 2);
    typed.samePrompt = false;
    if (words.empty())
        words = {"sh"};
    return true;
}

constexpr auto takers = std::to_array<bool (*)(Unwrapped &)>({
    helperProgram, shell, unwrapKubectl, unwrapContainerRuntime, unwrapIpNetns, unwrapNetnsOption, unwrapNsenter, ssh, chroot,
});

// The text behind `sh -c`.
const std::string *shellText(const Words &words)
{
    if (words.empty() || (!isShell(words.front()) && words.front() != "su"))
        return nullptr;
    for (std::size_t i = 1; i + 1 < words.size(); ++i)
        if (words[i].starts_with('-') && !words[i].starts_with("--") && words[i].ends_with('c'))
            return &words[i + 1];
    return nullptr;
}

std::vector<Unwrapped> unwrapped(Unwrapped typed, int depth)
{
    for (int i = 0; i < deepest && !typed.command.words.empty(); ++i) {
        typed.command.words.front() = baseName(typed.command.words.front());
        if (!std::ranges::any_of(takers, [&](bool (*take)(Unwrapped &)) { return !typed.command.words.empty() && take(typed); }))
            break;
    }
    const std::string *text = shellText(typed.command.words);
    if (!text || depth == deepest)
        return {std::move(typed)};
    std::vector<Unwrapped> all;
    for (ShellCommand &command : readCommandLine(*text).body) {
        // What the outer line pipes its output through comes last.
        command.filters.insert(command.filters.end(), typed.command.filters.begin(), typed.command.filters.end());
        for (Unwrapped &one : unwrapped({.session = typed.session, .command = std::move(command)}, depth + 1))
            all.push_back(std::move(one));
    }
    return all;
}

} // namespace

std::vector<Unwrapped> unwrap(const Session &session, const ShellCommand &command)
{
    return unwrapped({.session = session, .command = command}, 0);
}

} // namespace vethscope
