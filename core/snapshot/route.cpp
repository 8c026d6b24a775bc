#include "core/snapshot/hostcommands.h"
#include "core/snapshot/linkwords.h"
#include "core/snapshot/printing.h"
#include "core/snapshot/words.h"

#include <algorithm>

// The routing table as net-tools' and busybox' `route -n` and `netstat -rn` print it. It knows neither protocol nor source
// address, and shows a blackhole as a route to interface `*`.

namespace vethscope {
namespace {

// Also as a Chinese locale has them.
bool isHeading(const Words &words)
{
    return words[0] == "Kernel" || words[0] == "内核" || words[0] == "Destination" || words[0] == "目标";
}

std::optional<IpAddress> gatewayOf(std::string_view text)
{
    const auto address = IpAddress::parse(text);
    return address && !address->isAny() ? address : std::nullopt;
}

// `!` is a route that refuses; where iproute2 tells the kinds apart, net-tools does not.
std::string typeOf(std::string_view flags, std::string_view interface)
{
    return flags.contains('!') ? "unreachable" : interface == "*" ? "blackhole" : "unicast";
}

// Destination     Gateway         Genmask         Flags Metric Ref    Use Iface
// 10.244.1.0      10.244.1.0      255.255.255.0   UG    0      0        0 flannel.1
std::optional<RouteFact> readRoute(const Words &words, bool hasMetric)
{
    if (words.size() < 8)
        return std::nullopt;
    const auto to = IpAddress::parse(words[0] == "default" ? "0.0.0.0" : words[0]), mask = IpAddress::parse(words[2]);
    const auto prefix = to && mask ? IpPrefix::withMask(*to, *mask) : std::nullopt;
    if (!prefix)
        return std::nullopt;
    RouteFact route;
    route.type = typeOf(words[3], words[7]);
    route.to = *prefix;
    route.via = words[3].contains('G') ? gatewayOf(words[1]) : std::nullopt;
    route.interface = words[7] == "*" || words[7] == "-" ? "" : words[7];
    if (hasMetric)
        route.metric = numberOf<std::uint32_t>(words[4]);
    return route;
}

// Destination                    Next Hop                   Flag Met Ref Use If
// fe80::/64                      ::                         U    256 1      0 v1
std::optional<RouteFact> readRoute6(const Words &words)
{
    if (words.size() < 7 || !words[0].contains(':'))
        return std::nullopt;
    const auto to = IpPrefix::parse(words[0] == "[::]/0" ? "::/0" : words[0]);
    if (!to)
        return std::nullopt;
    RouteFact route;
    route.type = typeOf(words[2], words.back());
    route.to = *to;
    route.via = gatewayOf(words[1]);
    route.interface = words.back();
    route.metric = numberOf<std::uint32_t>(words[3]);
    // Un: the local table's addresses.
    route.table = words[2].contains('n') && route.type == "unicast" ? "local" : "";
    if (!route.table.empty())
        route.type = "local";
    return route;
}

// The kernel's 0 is no metric: iproute2 prints none either.
void add(Reading &reading, RouteFact route, std::uint32_t line)
{
    if (route.metric == 0u)
        route.metric.reset();
    route.saysProtocol = false;
    route.evidence = reading.evidence(line);
    reading.host().routes.push_back(std::move(route));
}

bool typed(const std::vector<std::string> &words)
{
    if (words.front() == "netstat")
        return std::ranges::any_of(words, [](const std::string &word) { return word == "--route" || (word.starts_with('-') && word.contains('r')); });
    const auto changes = [](const std::string &word) { return word == "add" || word == "del"; };
    return words.front() == "route" && std::ranges::none_of(words, changes);
}

bool looksLike(const Reading &reading)
{
    const Words words = wordsOf(reading.line(reading.first()));
    return words.size() > 2 && isHeading(words) && (contains(words, "routing") || contains(words, "Genmask") || contains(words, "路由表"));
}

void read(Reading &reading)
{
    bool hasMetric = true; // netstat has MSS in its place
    for (std::uint32_t line = reading.first(); line < reading.end(); ++line) {
        const Words words = wordsOf(reading.line(line));
        if (words.empty())
            continue;
        if (isHeading(words)) {
            hasMetric = !contains(words, "MSS") || contains(words, "Metric");
            reading.understood(line);
        } else if (auto route = readRoute(words, hasMetric)) {
            add(reading, std::move(*route), line);
        } else if (auto route6 = readRoute6(words)) {
            add(reading, std::move(*route6), line);
        }
    }
}

} // namespace

constinit const HostCommand commands::route{
    .name = "route",
    .typed = typed,
    .looksLike = looksLike,
    .read = read,
    .prints = printsOldRoutes,
};

} // namespace vethscope
