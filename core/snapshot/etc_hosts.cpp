#include "core/snapshot/hostcommands.h"
#include "core/snapshot/printedfiles.h"
#include "core/snapshot/words.h"

// Names that a host or pod knows without asking: hosts(5). The kubelet writes a pod's own address and name into its file.
// Kept as settings by address: `/etc/hosts 10.244.0.60`.

namespace vethscope {
namespace {

constexpr std::string_view file = "/etc/hosts";

bool typed(const std::vector<std::string> &words)
{
    return printsFile(words, file) && !printsFile(words, "/etc/hosts.");
}

bool looksLike(const Reading &reading)
{
    return reading.line(reading.first()).starts_with("# Kubernetes-managed hosts file");
}

// 10.244.0.60	tea-6fb46d899f-4zkt2
void read(Reading &reading)
{
    for (std::uint32_t line = reading.first(); line < reading.end(); ++line) {
        const std::string_view text = trimmed(reading.line(line));
        const auto words = wordsOf(text.substr(0, text.find('#')));
        if (text.starts_with('#')) {
            reading.understood(line);
            continue;
        }
        const auto address = words.size() > 1 ? IpAddress::parse(words[0]) : std::nullopt;
        if (!address)
            continue;
        std::string names;
        for (std::size_t i = 1; i < words.size(); ++i)
            names += (i > 1 ? " " : "") + std::string(words[i]);
        reading.host().settings.push_back({std::string(file) + ' ' + address->text(), std::move(names), reading.evidence(line)});
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
