#include "core/snapshot/filenames.h"

#include "core/bytes/lowercase.h"
#include "core/snapshot/hostcommands.h"
#include "core/transcript/machinename.h"
#include "core/transcript/prompt.h"

#include <algorithm>
#include <array>
#include <optional>

namespace vethscope {
namespace {

using Names = std::vector<std::string>;

std::string withoutEndings(std::string name)
{
    for (bool again = true; again;) {
        again = false;
        for (const std::string_view ending : {".gz", ".xz", ".zst", ".bz2", ".tgz", ".tar", ".zip", ".txt", ".json", ".log", ".out", ".yaml", ".yml", ".md", ".stdout", ".cmd"})
            if (name.size() > ending.size() && name.ends_with(ending)) {
                name.erase(name.size() - ending.size());
                again = true;
            }
    }
    return name;
}

// Of an archive in a folder, which is one more folder to those below it.
std::string withoutArchiveEnding(std::string name)
{
    for (const std::string_view ending : {".tar.gz", ".tgz", ".tar", ".tar.xz", ".tar.zst", ".tar.bz2", ".zip"})
        if (name.size() > ending.size() && name.ends_with(ending))
            name.erase(name.size() - ending.size());
    return name;
}

// A part of a name, and where it stands in it.
struct Part {
    std::string text;
    std::size_t begin, end;
};

std::vector<Part> partsOf(const std::string &name, std::string_view separators)
{
    std::vector<Part> parts;
    for (std::size_t begin = 0; begin <= name.size();) {
        const std::size_t end = std::min(name.find_first_of(separators, begin), name.size());
        // Behind a separator a hyphen begins a flag: ip_-d_address
        if (end > begin)
            parts.push_back({name.substr(begin, end - begin), begin, end});
        begin = end + 1;
    }
    return parts;
}

// The words as they are, and with single letters as flags: ip-d-link.
std::optional<Names> commandOf(Names words)
{
    if (commandTyped(words))
        return words;
    for (std::size_t i = 1; i < words.size(); ++i)
        if (words[i].size() == 1)
            words[i] = "-" + words[i];
    return commandTyped(words) ? std::optional(words) : std::nullopt;
}

std::string trimmedOf(std::string text, std::string_view characters)
{
    while (!text.empty() && characters.contains(text.back()))
        text.pop_back();
    text.erase(0, std::min(text.find_first_not_of(characters), text.size()));
    return text;
}

struct Command {
    Names words;
    std::size_t begin;
};

// The longest command that a name ends with: ip-d-link, iptables-save, bridge_fdb_show_dev_flannel.1. Flags and operands belong to it.
std::optional<Command> commandAtEnd(const std::string &stem)
{
    std::optional<Command> longest;
    for (const std::string_view separators : {" _", " _-"}) {
        const std::vector<Part> parts = partsOf(stem, separators);
        for (std::size_t first = 0; first < parts.size() && (!longest || parts[first].begin < longest->begin); ++first) {
            Names words;
            for (std::size_t i = first; i < parts.size(); ++i)
                words.push_back(parts[i].text);
            auto command = commandOf(words);
            if (!command && words.size() > 1) { // iptables-save is one word
                words[0] += "-" + words[1];
                words.erase(words.begin() + 1);
                command = commandOf(words);
            }
            if (command)
                longest = Command{*command, parts[first].begin};
        }
    }
    return longest;
}

// Words that say what output is in a file.
bool isContentWord(std::string_view word)
{
    constexpr auto words = std::to_array<std::string_view>({
        "route", "routes", "routing", "addr", "addrs", "address", "addresses", "link", "links", "interface", "interfaces", "ifaces", "neigh", "neighbors", "neighbours",
        "arp", "fdb", "iptables", "nft", "ipvs", "pods", "nodes", "services", "svc", "endpoints", "network", "networking", "net", "ifconfig", "output", "info", "dump",
        "console", "session", "log", "logs", "bgp", "sysctl", "conntrack", "rules", "tables", "all", "wide", "get", "show", "list", "table", "command", "commands", "cmd", "cmds",
    });
    return std::ranges::find(words, lowerCase(word)) != words.end() || isCommonCommand(word);
}

// 20240611T1403, 2024, 06, 140351Z: times, and not n1
bool isTimePart(std::string_view word)
{
    const auto digits = std::ranges::count_if(word, [](char c) { return c >= '0' && c <= '9'; });
    return digits >= 4 && std::ranges::all_of(word, [](char c) { return (c >= '0' && c <= '9') || c == 'T' || c == 't' || c == 'Z' || c == 'z' || c == ':'; });
}

// 2026-06-11 at the end, or in front
void dropDates(std::vector<Part> &parts)
{
    const auto isDigits = [](std::string_view text, std::size_t size) { return text.size() == size && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; }); };
    const auto isDate = [&](std::size_t first) { return isDigits(parts[first].text, 4) && isDigits(parts[first + 1].text, 2) && isDigits(parts[first + 2].text, 2); };
    if (parts.size() > 3 && isDate(parts.size() - 3))
        parts.erase(parts.end() - 3, parts.end());
    if (parts.size() > 3 && isDate(0))
        parts.erase(parts.begin(), parts.begin() + 3);
    while (parts.size() > 1 && parts.front().text.size() >= 6 && isTimePart(parts.front().text))
        parts.erase(parts.begin());
    while (parts.size() > 1 && parts.back().text.size() >= 6 && isTimePart(parts.back().text))
        parts.pop_back();
}

bool isBundleWord(std::string_view word)
{
    constexpr auto words = std::to_array<std::string_view>({
        "diag", "diagnostics", "sosreport", "sos", "snapshot", "vethscope", "bundle", "support", "collect", "collected", "report", "reports", "dump", "logs", "log", "backup",
        "capture", "captures", "netinfo",
    });
    return std::ranges::find(words, lowerCase(word)) != words.end();
}

} // namespace

bool isGeneralName(std::string_view name)
{
    constexpr auto names = std::to_array<std::string_view>({
        "hosts", "json", "text", "txt", "nodes", "snapshot", "snapshots", "output", "outputs", "yaml", "pods", "netns", "namespaces", "downloads", "desktop", "documents",
        "tmp", "temp", "home", "root", "var", "logs", "log", "captures", "data", "samples", "out", "transcript", "transcripts", "notes", "readme", "paste", "pasted",
        "terminal", "console", "session", "untitled", "new", "commands", "command", "cmds", "cluster", "stdin", "fd", "test", "tests", "network", "networking", "net",
        "system", "sys", "os", "kernel", "proc", "etc", "kubernetes", "k8s", "kube", "kubectl", "iproute", "iproute2", "iptables", "sos_commands", "support",
        "support-bundle", "bundle", "host", "node", "host-collectors", "cluster-resources", "cluster-scoped-resources", "cluster-info", "cni", "calico", "flannel", "cilium",
        "containers", "container", "docker", "containerd", "crio", "systemd", "journal", "core", "apps", "files", "info", "debug", "diagnostics", "diag", "misc", "services",
        "results", "result", "attachments", "issue", "bug", "report", "reports", "routes", "addresses", "answer", "question", "main", "src", "docs", "doc", "examples",
        "example", "bin", "lib", "usr", "opt", "run", "dev", "collected", "all", "machine", "machines", "server", "servers", "workers", "masters", "events", "version",
    });
    const std::string plain = lowerCase(name);
    return plain.empty() || std::ranges::find(names, plain) != names.end() || plain.contains("notes") || plain.contains("readme") || plain.contains(' ')
        || std::ranges::any_of(plain, [](unsigned char c) { return c >= 0x80; });
}

FileName readFileName(const std::string &name)
{
    const std::string stem = withoutEndings(name);
    FileName read;
    if (const auto words = commandOf({stem})) {
        read.words = *words;
        read.saysContent = true;
        return read;
    }
    // ip_route.n1, n1.ip_route: a dot parts a command from a name; in flannel.1 it does not
    std::size_t longest = 0;
    for (std::size_t dot = stem.find('.'); dot != std::string::npos; dot = stem.find('.', dot + 1))
        for (const bool isFirst : {true, false}) {
            const std::string typed = isFirst ? stem.substr(0, dot) : stem.substr(dot + 1), host = isFirst ? stem.substr(dot + 1) : stem.substr(0, dot);
            const auto command = commandAtEnd(typed);
            const bool isHost = isMachineName(host) && host.find_first_not_of("0123456789") != std::string::npos && !(isFirst && isGeneralName(host));
            if (!command || command->begin > 0 || typed.size() <= longest || !isHost)
                continue;
            longest = typed.size();
            read = {.words = command->words, .host = isGeneralName(host) ? std::string() : host, .saysContent = true};
        }
    if (longest > 0)
        return read;
    if (const auto command = commandAtEnd(stem)) {
        read.words = command->words;
        read.saysContent = true;
        const std::string rest = trimmedOf(stem.substr(0, command->begin), " _-.");
        read.host = isMachineName(rest) && !isGeneralName(rest) ? rest : std::string();
        return read;
    }
    // n1-routes, routes_n1: what says what is in it goes.
    std::vector<Part> parts = partsOf(stem, " _-");
    dropDates(parts);
    const std::size_t before = parts.size();
    while (!parts.empty() && (isContentWord(parts.back().text) || isTimePart(parts.back().text)))
        parts.pop_back();
    while (!parts.empty() && isContentWord(parts.front().text))
        parts.erase(parts.begin());
    read.saysContent = parts.size() < before;
    const std::string rest = parts.empty() ? std::string() : stem.substr(parts.front().begin, parts.back().end - parts.front().begin);
    if (isMachineName(rest) && !isGeneralName(rest))
        read.host = rest;
    return read;
}

std::string hostOfFolder(const std::string &given)
{
    const std::string name = withoutArchiveEnding(given);
    if (isGeneralName(name))
        return {};
    std::vector<Part> parts = partsOf(name, " _-");
    if (parts.empty()) // `_`
        return {};
    dropDates(parts);
    const auto goes = [](const Part &part) { return isTimePart(part.text) || isBundleWord(part.text); };
    const bool bundle = std::ranges::any_of(parts, [](const Part &part) { return isBundleWord(part.text); });
    while (parts.size() > 1 && (goes(parts.back()) && (bundle || parts.back().text.size() >= 6)))
        parts.pop_back();
    const auto isCount = [](const Part &part) { return part.text.find_first_not_of("0123456789") == std::string::npos; };
    while (parts.size() > 1 && bundle && (goes(parts.front()) || isCount(parts.front())))
        parts.erase(parts.begin());
    const std::string rest = name.substr(parts.front().begin, parts.back().end - parts.front().begin);
    return isMachineName(rest) && !isGeneralName(rest) ? rest : std::string();
}

} // namespace vethscope
