#include "core/snapshot/hostcommands.h"
#include "core/snapshot/words.h"

// `cat /run/flannel/subnet.env`: what flanneld leased for this node (flannel pkg/subnet/subnet.go: WriteSubnetFile).

namespace vethscope {
namespace {

bool typed(const std::vector<std::string> &words)
{
    return words.size() >= 2 && words[0] == "cat" && words.back().ends_with("subnet.env");
}

// A script that sets a variable of its own by such a name does not print these values.
bool isSound(std::string_view name, std::string_view value)
{
    if (name == "FLANNEL_MTU")
        return numberOf<std::uint16_t>(value).has_value();
    if (name == "FLANNEL_IPMASQ")
        return value == "true" || value == "false";
    if (name == "FLANNEL_NETWORK" || name == "FLANNEL_SUBNET" || name == "FLANNEL_IPV6_NETWORK" || name == "FLANNEL_IPV6_SUBNET")
        return std::ranges::all_of(splitAt(value, ','), [](std::string_view one) { return IpPrefix::parse(one).has_value(); });
    return false;
}

std::optional<std::pair<std::string_view, std::string_view>> variableOf(std::string_view line)
{
    const std::string_view text = trimmed(line);
    const std::size_t equals = text.find('=');
    if (equals == text.npos || !isSound(text.substr(0, equals), text.substr(equals + 1)))
        return std::nullopt;
    return std::pair{text.substr(0, equals), text.substr(equals + 1)};
}

bool looksLike(const Reading &reading)
{
    return variableOf(reading.line(reading.first())).has_value();
}

void read(Reading &reading)
{
    for (std::uint32_t line = reading.first(); line < reading.end(); ++line)
        if (const auto variable = variableOf(reading.line(line)))
            reading.host().settings.push_back({.name = std::string(variable->first), .value = std::string(variable->second), .evidence = reading.evidence(line)});
}

} // namespace

constinit const HostCommand commands::flannelSubnetEnv{.name = "cat /run/flannel/subnet.env", .typed = typed, .looksLike = looksLike, .read = read};

} // namespace vethscope
