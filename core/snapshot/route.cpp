#include "core/snapshot/hostcommands.h"
#include "core/snapshot/linkwords.h"
#include "core/snapshot/printing.h"
#include "core/snapshot/soundnames.h"
#include "core/snapshot/words.h"

#include <algorithm>

// The routing table as net-tools' and busybox' `route -n` and `netstat -rn` print it. It knows neither protocol nor source
// address, and shows a blackhole as a route to interface `*`.

namespace vethscope {
namespace {

// Kernel IP routing table   Destination     Gateway         Genmask         Flags Metric Ref    Use Iface; also as a Chinese locale has them
bool isHeading(const Words &words)
{
    if (words.size() < 3)
        return false;
    const bool isTitle = words[0] == "Kernel" && words[1].starts_with("IP") && contains(words, "routing");
    const bool isRow = words[0] == "Destination" && (contains(words, "Genmask") || (words[1] == "Next" && words[2] == "Hop"));
    return isTitle || isRow || (words[0] == "内核" && words[1].starts_with("IP")) || (words[0] == "目标" && words.size() > 6);
}

// RTF_UP, RTF_GATEWAY, RTF_HOST … as net-tools' letters; `n` and `!` of IPv6 and of routes that refuse.
bool isFlags(std::string_view word)
{
    return !word.empty() && word.find_first_not_of("UGHRDMACBIeanpc!d") == std::string_view::npos && word.find_first_of("U!") != std::string_view::npos;
}

bool isCounter(std::string_view word)
{
    return word == "-" || word == "-1" || numberOf<std::uint64_t>(word);
}

// The names that /etc/networks of RHEL, SUSE and Debian has, which `route` prints without -n.
std::optional<IpAddress> destinationOf(std::string_view text)
{
    if (text == "default")
        return IpAddress::any(false);
    if (text == "link-local")
        return IpAddress::parse("169.254.0.0");
    return IpAddress::parse(text == "loopback" ? "127.0.0.0" : text);
}

// The next hop; without -n it may be a name, and where people hide addresses something like `*.*.*.1`. False where there should be
// one and is none.
bool readGateway(std::string_view text, RouteFact &route)
{
    const auto address = IpAddress::parse(text);
    if (address && !address->isAny())
        route.via = address;
    else if (!address && (isMasked(text) || isResolvedName(text)))
        route.viaName = text;
    return route.via || !route.viaName.empty();
}

// `!` is a route that refuses; where iproute2 tells the kinds apart, net-tools does not.
std::string typeOf(std::string_view flags, std::string_view interface)
{
    return flags.contains('!') ? "unreachable" : interface == "*" ? "blackhole" : "unicast";
}

bool isInterface(std::string_view word)
{
    return word == "*" || word == "-" || isDeviceName(word);
}

// Destination     Gateway         Genmask         Flags Metric Ref    Use Iface
// 10.244.1.0      10.244.1.0      255.255.255.0   UG    0      0        0 flannel.1
std::optional<RouteFact> readRoute(const Words &words, bool hasMetric)
{
    if (words.size() != 8 || !isFlags(words[3]) || !isInterface(words[7]))
        return std::nullopt;
    const auto to = destinationOf(words[0]), mask = IpAddress::parse(words[2]);
    const auto prefix = to && mask ? IpPrefix::withMask(*to, *mask) : std::nullopt;
    if (!prefix || !isCounter(words[4]) || !isCounter(words[5]) || !isCounter(words[6]))
        return std::nullopt;
    RouteFact route;
    route.type = typeOf(words[3], words[7]);
    route.to = *prefix;
    if (words[3].contains('G') && !readGateway(words[1], route))
        return std::nullopt;
    route.interface = words[7] == "*" || words[7] == "-" ? "" : words[7];
    if (hasMetric)
        route.metric = numberOf<std::uint32_t>(words[4]);
    return route;
}

// Destination                    Next Hop                   Flag Met Ref Use If
// fe80::/64                      ::                         U    256 1      0 v1
std::optional<RouteFact> readRoute6(const Words &words)
{
    if (words.size() != 7 || !words[0].contains(':') || !isFlags(words[2]) || !isInterface(words[6]))
        return std::nullopt;
    const auto to = IpPrefix::parse(words[0] == "[::]/0" ? "::/0" : words[0]);
    if (!to || !isCounter(words[3]) || !isCounter(words[4]) || !isCounter(words[5]))
        return std::nullopt;
    RouteFact route;
    route.type = typeOf(words[2], words.back());
    route.to = *to;
    if (words[2].contains('G') && !readGateway(words[1], route))
        return std::nullopt;
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
        return std::ranges::any_of(words, [](const std::string &word) { return word == "--route" || (word.starts_with('-') && !word.starts_with("--") && word.contains('r')); });
    const auto changes = [](const std::string &word) { return word == "add" || word == "del"; };
    return words.front() == "route" && std::ranges::none_of(words, changes);
}

bool looksLike(const Reading &reading)
{
    const Words &words = reading.firstWords();
    return isHeading(words) || readRoute(words, true) || readRoute6(words);
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
