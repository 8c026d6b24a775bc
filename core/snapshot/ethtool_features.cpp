#include "core/snapshot/ethtoolwords.h"
#include "core/snapshot/hostcommands.h"
#include "core/snapshot/words.h"

// Offloads of an interface, kept as settings by their own name: `eth0 tx-checksum-ip-generic`.

namespace vethscope {
namespace {

constexpr std::string_view heading = "Features for ";

bool typed(const std::vector<std::string> &words)
{
    return isEthtool(words, "-k", "--show-features") || isEthtool(words, "-k", "--show-offload");
}

bool looksLike(const Reading &reading)
{
    const std::string_view line = reading.line(reading.first());
    return line.starts_with(heading) && line.ends_with(':');
}

//	tx-checksum-ip-generic: off [requested on]
void read(Reading &reading)
{
    std::string interface = ethtoolInterface(reading.words());
    for (std::uint32_t line = reading.first(); line < reading.end(); ++line) {
        const std::string_view text = trimmed(reading.line(line));
        if (text.starts_with(heading) && text.ends_with(':')) {
            interface = text.substr(heading.size(), text.size() - heading.size() - 1);
            reading.understood(line);
            continue;
        }
        const std::size_t colon = text.find(':');
        const auto words = wordsOf(text.substr(colon == std::string_view::npos ? text.size() : colon + 1));
        const bool isFeature = !words.empty() && (words[0] == "on" || words[0] == "off");
        if (isFeature && !interface.empty())
            reading.host().settings.push_back({interface + ' ' + std::string(text.substr(0, colon)), std::string(words[0]), reading.evidence(line)});
    }
}

} // namespace

constinit const HostCommand commands::ethtoolFeatures{
    .name = "ethtool -k",
    .typed = typed,
    .looksLike = looksLike,
    .read = read,
};

} // namespace vethscope
