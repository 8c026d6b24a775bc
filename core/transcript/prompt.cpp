#include "core/transcript/prompt.h"

#include "core/transcript/lines.h"

#include <algorithm>
#include <array>

namespace vethscope {
namespace {

bool isNameCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
}

bool isName(std::string_view text)
{
    return !text.empty() && text.size() <= 253 && std::ranges::all_of(text, isNameCharacter) && text.front() != '-' && text.front() != '.';
}

bool isPath(std::string_view text)
{
    return text.starts_with('/') || text.starts_with('~');
}

// A heading such as "# ip 地址" is no command.
bool isAscii(std::string_view text)
{
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string_view firstWord(std::string_view text)
{
    return text.substr(0, text.find_first_of(" \t;|&"));
}

// What follows the mark (`#`, `$`, `%`): a command, with or without a blank in between, or nothing.
std::optional<std::string_view> behindMark(std::string_view text, std::string_view marks)
{
    if (text.empty() || !marks.contains(text.front()))
        return std::nullopt;
    return withoutBlanks(text.substr(1));
}

// [root@master net]#   [master]#   [~]#   [root@master net]$
std::optional<Prompt> bracketsPrompt(std::string_view line)
{
    const std::size_t close = line.find(']');
    if (!line.starts_with('[') || close == std::string_view::npos || close > 200)
        return std::nullopt;
    const auto typed = behindMark(withoutBlanks(line.substr(close + 1)), "#$%");
    std::string_view inside = withoutBlanks(line.substr(1, close - 1));
    if (!typed || inside.empty())
        return std::nullopt;
    Prompt prompt{.style = PromptStyle::Brackets, .typed = *typed};
    // [Mon Jun 01 10:00:00 root@n2 ~]#
    const std::size_t sign = inside.find('@'), begin = inside.substr(0, sign).find_last_of(' ');
    if (sign != std::string_view::npos && begin != std::string_view::npos)
        inside.remove_prefix(begin + 1);
    const std::string_view who = inside.substr(0, inside.find_first_of(" :"));
    if (const std::size_t at = who.find('@'); at != std::string_view::npos) {
        prompt.user = who.substr(0, at);
        prompt.host = who.substr(at + 1);
        return isName(prompt.user) && isName(prompt.host) ? std::optional(prompt) : std::nullopt;
    }
    // Only who is not the usual user's name can be a host's.
    if (isName(who) && who != "root")
        prompt.host = who;
    else if (!isPath(who) && who != "root")
        return std::nullopt;
    prompt.doubtful = true;
    return prompt;
}

// root@n1:~#   core@n1 ~ $   user@n1:~/x (main)$   admin@n1>
std::optional<Prompt> userHostPrompt(std::string_view line)
{
    const std::size_t at = line.find('@');
    if (at == std::string_view::npos || !isName(line.substr(0, at)))
        return std::nullopt;
    std::size_t end = at + 1;
    while (end < line.size() && isNameCharacter(line[end]))
        ++end;
    Prompt prompt{.style = PromptStyle::UserHost, .user = line.substr(0, at), .host = line.substr(at + 1, end - at - 1)};
    if (!isName(prompt.host))
        return std::nullopt;
    const std::string_view rest = line.substr(end);
    if (const auto typed = behindMark(withoutBlanks(rest), "#$%")) {
        prompt.typed = *typed;
        return prompt;
    }
    if (!rest.starts_with(':') && !rest.starts_with(' '))
        return std::nullopt;
    // The path ends at the first mark that a blank, the line's end or a command follows.
    const std::size_t mark = rest.find_first_of("#$%", 1);
    if (mark == std::string_view::npos || !isPath(withoutBlanks(rest.substr(1, mark - 1))))
        return std::nullopt;
    prompt.typed = withoutBlanks(rest.substr(mark + 1));
    return prompt;
}

// n1:~ #   n1:/etc/cni$   n1#
std::optional<Prompt> hostPathPrompt(std::string_view line)
{
    std::size_t end = 0;
    while (end < line.size() && isNameCharacter(line[end]))
        ++end;
    Prompt prompt{.style = PromptStyle::HostPath, .host = line.substr(0, end), .doubtful = true};
    if (!isName(prompt.host))
        return std::nullopt;
    std::string_view rest = line.substr(end);
    if (rest.starts_with(':')) {
        rest.remove_prefix(1);
        const std::size_t mark = rest.find_first_of("#$");
        if (mark == std::string_view::npos || !isPath(rest) || withoutBlanks(rest.substr(0, mark)).contains(' '))
            return std::nullopt;
        prompt.typed = withoutBlanks(rest.substr(mark + 1));
        return prompt;
    }
    const auto typed = behindMark(rest, "#$");
    if (!typed)
        return std::nullopt;
    prompt.typed = *typed;
    return prompt;
}

// sh-4.4#   bash-5.1$
std::optional<Prompt> shellPrompt(std::string_view line)
{
    for (const std::string_view shell : {"sh-", "bash-"}) {
        if (!line.starts_with(shell))
            continue;
        const std::size_t mark = line.find_first_not_of("0123456789.", shell.size());
        if (mark == std::string_view::npos || mark == shell.size())
            return std::nullopt;
        if (const auto typed = behindMark(line.substr(mark), "#$"))
            return Prompt{.style = PromptStyle::Shell, .typed = *typed};
    }
    return std::nullopt;
}

// / #   ~ $   /etc/cni #
std::optional<Prompt> pathPrompt(std::string_view line)
{
    const std::size_t blank = line.find(' ');
    if (!isPath(line) || blank == std::string_view::npos)
        return std::nullopt;
    const auto typed = behindMark(line.substr(blank + 1), "#$");
    if (!typed || (line.size() > blank + 2 && line[blank + 2] != ' '))
        return std::nullopt;
    return Prompt{.style = PromptStyle::Path, .typed = *typed};
}

// ➜  ~ kubectl get pods   ❯ ip a   PS C:\Users\me> kubectl get pods
std::optional<Prompt> arrowPrompt(std::string_view line)
{
    for (const std::string_view arrow : {"➜", "❯", "λ"}) {
        if (!line.starts_with(arrow))
            continue;
        std::string_view rest = withoutBlanks(line.substr(arrow.size()));
        Prompt prompt{.style = PromptStyle::Arrow};
        if (const std::string_view who = firstWord(rest); who.contains('@') && isName(who.substr(0, who.find('@'))) && isName(who.substr(who.find('@') + 1))) {
            prompt.user = who.substr(0, who.find('@'));
            prompt.host = who.substr(who.find('@') + 1);
        }
        // A folder and a branch may stand in front of the command, and no options of another program: pdsh -a hostname
        const auto behindWord = [](std::string_view text) { return withoutBlanks(text.substr(std::min(text.size(), text.find(' ')))); };
        std::string_view typed = rest;
        for (int words = 0; words < 4 && !typed.empty() && !isCommonCommand(firstWord(typed)) && !firstWord(typed).starts_with('-'); ++words)
            typed = behindWord(typed);
        if (firstWord(typed).starts_with('-'))
            for (typed = rest; firstWord(typed).find_first_of("~/@") == 0 || (typed == rest && !prompt.host.empty()); )
                typed = behindWord(typed);
        prompt.typed = typed;
        return prompt;
    }
    const bool windows = line.starts_with("PS ") || (line.size() > 3 && line.substr(1).starts_with(":\\"));
    const std::size_t mark = line.find('>');
    if (!windows || mark == std::string_view::npos)
        return std::nullopt;
    return Prompt{.style = PromptStyle::Arrow, .typed = withoutBlanks(line.substr(mark + 1))};
}

// + ip addr   (bash -x)   === ip addr ===   --- ip addr ---   ### ip addr
std::optional<Prompt> headingPrompt(std::string_view line)
{
    std::string_view inside = line;
    if (line.starts_with("+ ")) {
        inside = withoutBlanks(line.substr(2));
    } else {
        constexpr std::string_view rulers = "=-#*>";
        if (line.size() < 4 || !rulers.contains(line.front()) || line[1] != line.front())
            return std::nullopt;
        const char ruler = line.front();
        while (inside.starts_with(ruler))
            inside.remove_prefix(1);
        while (inside.ends_with(ruler))
            inside.remove_suffix(1);
        inside = withoutBlanks(inside);
    }
    if (inside.empty())
        return std::nullopt;
    return Prompt{.style = PromptStyle::Heading, .typed = inside, .doubtful = true};
}

std::optional<Prompt> barePrompt(std::string_view line)
{
    if (line != "$" && line != "#" && !line.starts_with("$ ") && !line.starts_with("# "))
        return std::nullopt;
    Prompt prompt{.style = PromptStyle::Bare, .typed = withoutBlanks(line.substr(1)), .doubtful = true};
    // Comments begin with `# `; hardly anything but a prompt begins with `$ `.
    if (line.starts_with("$ ") && !prompt.typed.empty() && (isNameCharacter(prompt.typed.front()) || prompt.typed.front() == '/'))
        prompt.doubtful = false;
    return prompt;
}

constexpr auto styles = std::to_array<std::optional<Prompt> (*)(std::string_view)>({
    bracketsPrompt, userHostPrompt, shellPrompt, pathPrompt, barePrompt, arrowPrompt, headingPrompt, hostPathPrompt,
});

constexpr auto commonCommands = std::to_array<std::string_view>({
    "apt", "apt-get", "arp", "bash", "birdc", "birdcl", "brctl", "bridge", "busybox", "calicoctl", "cat", "cd", "chroot", "conntrack",
    "crictl", "ctr", "curl", "date", "dig", "docker", "echo", "egrep", "ethtool", "exit", "for", "grep", "head", "hostname", "ifconfig",
    "ip", "ip6tables", "ip6tables-save", "iptables", "iptables-save", "ipvsadm", "k", "k3s", "kubectl", "logout", "ls", "lsmod",
    "microk8s", "minikube", "modprobe", "nerdctl", "netstat", "nft", "nsenter", "nslookup", "oc", "ping", "podman", "ps", "route", "sh",
    "ss", "ssh", "su", "sudo", "sysctl", "systemctl", "tail", "tc", "tcpdump", "traceroute", "uname", "wg", "wget", "which", "yum",
});
static_assert(std::ranges::is_sorted(commonCommands)); // it is searched by halves

// A Python environment's name stands in front: (venv) [root@master ~]#
std::string_view withoutEnvironment(std::string_view line)
{
    const std::size_t end = line.starts_with('(') ? line.find(") ") : std::string_view::npos;
    return end < 40 ? withoutBlanks(line.substr(end + 2)) : line;
}

bool isDoubtful(const Prompt &prompt)
{
    if (prompt.doubtful && isCommonCommand(firstWord(prompt.typed)))
        return !isAscii(prompt.typed) && prompt.style != PromptStyle::Brackets;
    return prompt.doubtful;
}

} // namespace

bool isSurePrompt(std::string_view line)
{
    line = withoutEnvironment(withoutBlanks(line));
    const auto inBrackets = bracketsPrompt(line);
    const auto prompt = inBrackets ? inBrackets : userHostPrompt(line);
    return prompt && !isDoubtful(*prompt) && !prompt->host.empty();
}

bool isUpperHalf(std::string_view line)
{
    return line.starts_with("┌─") || line.starts_with("╭─");
}

bool isCommonCommand(std::string_view word)
{
    word = word.substr(word.find_last_of('/') == std::string_view::npos ? 0 : word.find_last_of('/') + 1);
    return std::ranges::binary_search(commonCommands, word);
}

std::optional<Prompt> readPrompt(std::string_view line)
{
    line = withoutEnvironment(withoutBlanks(line));
    for (const auto read : styles) {
        if (auto prompt = read(line)) {
            prompt->doubtful = isDoubtful(*prompt);
            return prompt;
        }
    }
    return std::nullopt;
}

} // namespace vethscope
