#include "core/snapshot/hostcommands.h"
#include "core/snapshot/words.h"

// `cat /run/flannel/subnet.env`: what flanneld leased for this node (flannel pkg/subnet/subnet.go: WriteSubnetFile).

namespace vethscope {
namespace {

bool typed(const std::vector<std::string> &words)
{
    return words.size() >= 2 && words[0] == "cat" && words.back().ends_with("subnet.env");
}

bool looksLike(const Reading &reading)
{
    for (std::uint32_t line = reading.first(); line < reading.end(); ++line)
        if (reading.line(line).starts_with("FLANNEL_"))
            return true;
    return false;
}

void read(Reading &reading)
{
    for (std::uint32_t line = reading.first(); line < reading.end(); ++line) {
        const std::string_view text = trimmed(reading.line(line));
        const std::size_t equals = text.find('=');
        if (equals != text.npos && text.starts_with("FLANNEL_"))
            reading.host().settings.push_back({.name = std::string(text.substr(0, equals)), .value = std::string(text.substr(equals + 1)),
                                               .evidence = reading.evidence(line)});
    }
}

} // namespace

constinit const HostCommand commands::flannelSubnetEnv{.name = "cat /run/flannel/subnet.env", .typed = typed, .looksLike = looksLike, .read = read};

} // namespace vethscope
