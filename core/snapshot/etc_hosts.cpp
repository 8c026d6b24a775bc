#include "core/snapshot/hostcommands.h"
#include "core/snapshot/printedfiles.h"
#include "core/snapshot/soundnames.h"
#include "core/snapshot/words.h"

#include <algorithm>

// Names that a host or pod knows without asking: hosts(5). The kubelet writes a pod's own address and name into its file.
// Kept as settings by address: `/etc/hosts 10.244.0.60`.

namespace vethscope {
namespace {

constexpr std::string_view file = "/etc/hosts";

bool typed(const std::vector<std::string> &words)
{
    return printsFile(words, file) && !printsFile(words, "/etc/hosts.");
}

struct Line {
    IpAddress address;
    std::string names;
};

// 10.244.0.60	tea-6fb46d899f-4zkt2
std::optional<Line> lineOf(std::string_view text)
{
    const auto words = wordsOf(text.substr(0, text.find('#')));
    const auto address = words.size() > 1 ? IpAddress::parse(words[0]) : std::nullopt;
    if (!address || !std::all_of(words.begin() + 1, words.end(), isResolvedName))
        return std::nullopt;
    Line line{*address, {}};
    for (std::size_t i = 1; i < words.size(); ++i)
        line.names += (i > 1 ? " " : "") + std::string(words[i]);
    return line;
}

// Such files begin with the host itself: 127.0.0.1	localhost
bool looksLike(const Reading &reading)
{
    const std::string_view text = trimmed(reading.line(reading.first()));
    const auto line = lineOf(text);
    return text.starts_with("# Kubernetes-managed hosts file") || (line && line->address.isLoopback() && line->names.starts_with("localhost"));
}

void read(Reading &reading)
{
    for (std::uint32_t line = reading.first(); line < reading.end(); ++line) {
        const std::string_view text = trimmed(reading.line(line));
        const auto read = lineOf(text);
        if (read)
            reading.host().settings.push_back({std::string(file) + ' ' + read->address.text(), read->names, reading.evidence(line)});
        else if (text.starts_with("# Kubernetes-managed") || (text.starts_with('#') && !reading.words().empty()))
            reading.understood(line);
    }
}

} // namespace

constinit const HostCommand commands::etcHosts{
    .name = "cat /etc/hosts",
    .typed = typed,
    .looksLike = looksLike,
    .read = read,
};

} // namespace vethscope
