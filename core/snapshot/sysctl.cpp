#include "core/snapshot/hostcommands.h"
#include "core/snapshot/printedfiles.h"
#include "core/snapshot/printing.h"
#include "core/snapshot/words.h"

#include <algorithm>
#include <array>

// Kernel settings, from `sysctl` or their files in /proc/sys. Those that decide where packets go are kept; `sysctl -a` has a
// thousand others.

namespace vethscope {
namespace {

constexpr std::string_view folder = "/proc/sys/";

bool matters(std::string_view name)
{
    constexpr auto words = std::to_array<std::string_view>({
        "forward", "rp_filter", "bridge-nf-", "accept_local", "arp_", "proxy_arp", "route_localnet", "src_valid_mark", "disable_ipv6",
        "mtu", "nf_conntrack_max", "nf_conntrack_count", "neigh.default.gc_thresh", "proxy_ndp", "accept_redirects", "send_redirects",
        "disable_policy", "ip_nonlocal_bind", "ip_default_ttl", "hop_limit",
    });
    return name.starts_with("net.") && std::ranges::any_of(words, [&](std::string_view word) { return name.contains(word); });
}

// /proc/sys/net/ipv4/conf/flannel.1/rp_filter is net.ipv4.conf.flannel/1.rp_filter: sysctl(8).
std::string nameOf(std::string_view path)
{
    std::string name(path.substr(folder.size()));
    for (char &c : name)
        c = c == '/' ? '.' : c == '.' ? '/' : c;
    return name;
}

void add(Reading &reading, const std::string &name, std::string_view value, std::uint32_t line, bool asked)
{
    if (asked || matters(name))
        reading.host().settings.push_back({name, std::string(value), reading.evidence(line)});
    else
        reading.understood(line);
}

// net.ipv4.conf.flannel/1.rp_filter
bool isName(std::string_view text)
{
    constexpr std::string_view fits = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-/@:";
    return text.contains('.') && text.find_first_not_of(fits) == text.npos && !text.starts_with('/') && !text.starts_with('.');
}

// The first words of all there are: kernel/sysctl.c, and net, user, sunrpc, dev …
bool isTree(std::string_view name)
{
    constexpr auto trees = std::to_array<std::string_view>({"net.", "kernel.", "vm.", "fs.", "abi.", "debug.", "dev.", "crypto.", "user.", "sunrpc."});
    return std::ranges::any_of(trees, [&](std::string_view tree) { return name.starts_with(tree); });
}

// net.ipv4.ip_forward = 1; what ends in `=` has no value
std::optional<std::pair<std::string_view, std::string_view>> settingOf(std::string_view line)
{
    const std::size_t equals = line.find(" =");
    if (equals == line.npos || (equals + 2 < line.size() && line[equals + 2] != ' '))
        return std::nullopt;
    const std::string_view name = line.substr(0, equals);
    return isName(name) && isTree(name) ? std::optional(std::pair(name, trimmed(line.substr(equals + 2)))) : std::nullopt;
}

bool typed(const std::vector<std::string> &words)
{
    const auto sets = [](const std::string &word) { return word.contains('=') || word == "-w" || word == "-p"; };
    return (words.front() == "sysctl" && std::ranges::none_of(words, sets)) || printsFile(words, folder);
}

bool looksLike(const Reading &reading)
{
    const auto setting = settingOf(trimmed(reading.line(reading.first())));
    return setting && !setting->second.empty();
}

// `sysctl -n A B` prints values alone, one a line.
std::vector<std::string> namesAlone(const std::vector<std::string> &words)
{
    std::vector<std::string> names;
    if (std::ranges::find(words, std::string("-n")) != words.end())
        std::ranges::copy_if(words, std::back_inserter(names), isName);
    return names;
}

void read(Reading &reading)
{
    const auto &words = reading.words();
    const bool all = std::ranges::any_of(words, [](const std::string &word) { return word == "-a" || word == "-A" || word == "--all"; });
    if (printsFile(words, folder)) {
        for (const PrintedLine &printed : printedLines(reading))
            if (printed.path.starts_with(folder) && !printed.path.contains('*'))
                add(reading, nameOf(printed.path), trimmed(printed.text), printed.line, true);
        return;
    }
    const std::vector<std::string> names = namesAlone(words);
    std::size_t next = 0;
    for (std::uint32_t line = reading.first(); line < reading.end(); ++line) {
        const std::string_view text = trimmed(reading.line(line));
        if (const auto setting = settingOf(text))
            add(reading, std::string(setting->first), setting->second, line, !all && !words.empty());
        else if (!text.empty() && next < names.size())
            add(reading, names[next++], text, line, true);
    }
}

} // namespace

constinit const HostCommand commands::sysctl{
    .name = "sysctl",
    .typed = typed,
    .looksLike = looksLike,
    .read = read,
    .prints = printsSettings,
};

} // namespace vethscope
