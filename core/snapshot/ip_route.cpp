#include "core/snapshot/hostcommands.h"
#include "core/snapshot/iproute2.h"
#include "core/snapshot/jsonrecord.h"
#include "core/snapshot/linkwords.h"
#include "core/snapshot/printing.h"
#include "core/snapshot/words.h"

#include <algorithm>
#include <array>

// Routing tables: iproute2's iproute.c, busybox' libiproute/iproute.c.

namespace vethscope {
namespace {

constexpr auto types = std::to_array<std::string_view>({
    "unicast", "local", "broadcast", "multicast", "anycast", "blackhole", "unreachable", "prohibit", "throw", "nat",
});

bool isType(std::string_view word)
{
    return std::ranges::find(types, word) != types.end();
}

// What `ip route show table local proto bird dev eth0` asked for, the answer leaves out.
RouteFact askedFor(const IpCall &call)
{
    RouteFact route;
    route.interface = call.operand("dev");
    route.protocol = call.operand("proto");
    const std::string_view table = call.operand("table");
    if (table != "all" && table != "main")
        route.table = table;
    return route;
}

void readHop(const Words &words, RouteFact &route)
{
    // A gateway of the other family: via inet6 fe80::1
    std::string_view via = behind(words, "via");
    if (via == "inet6" || via == "inet")
        via = behind(words, via);
    if (const auto address = IpAddress::parse(via))
        route.via = address;
    if (const std::string_view device = behind(words, "dev"); !device.empty())
        route.interface = device;
    route.onlink = contains(words, "onlink");
}

std::optional<RouteFact> readRoute(const Words &words, RouteFact route, bool v6)
{
    std::size_t place = 0;
    if (isType(words[0]))
        route.type = words[place++];
    if (place >= words.size())
        return std::nullopt;
    const auto to = IpPrefix::parse(words[place]);
    if (!to)
        return std::nullopt;
    route.to = *to;
    readHop(words, route);
    if (const std::string_view table = behind(words, "table"); !table.empty() && table != "main")
        route.table = table;
    if (const std::string_view protocol = behind(words, "proto"); !protocol.empty())
        route.protocol = protocol;
    else if (route.protocol.empty())
        route.protocol = "boot"; // iproute.c prints every protocol but this one
    route.scope = behind(words, "scope");
    route.source = IpAddress::parse(behind(words, "src"));
    route.metric = numberOf<std::uint32_t>(behind(words, "metric"));
    // `mtu lock 1400`
    const std::string_view mtu = behind(words, "mtu");
    route.mtu = numberOf<std::uint32_t>(mtu == "lock" ? behind(words, "lock") : mtu);
    if (words[place] == "default" && (v6 || contains(words, "pref") || (route.via && route.via->isV6())))
        route.to = {IpAddress::any(true), 0};
    return route;
}

void add(Reading &reading, RouteFact route, std::uint32_t line)
{
    route.evidence = reading.evidence(line);
    reading.host().routes.push_back(std::move(route));
}

// `ip route get 10.244.1.4` asks the kernel where one packet would go: an answer, not a line of a table.
void readAnswer(Reading &reading)
{
    for (std::uint32_t line = reading.first(); line < reading.end(); ++line) {
        const Words words = wordsOf(reading.line(line));
        if (words.empty())
            continue;
        const std::string_view to = isType(words[0]) && words.size() > 1 ? words[1] : words[0];
        if (IpAddress::parse(to) && words.size() > 2)
            reading.host().settings.push_back({"route to " + std::string(to), std::string(trimmed(reading.line(line))), reading.evidence(line)});
        else if (words[0] == "cache" || words[0] == "RTNETLINK")
            reading.understood(line);
    }
}

void readLines(Reading &reading, const IpCall &call)
{
    const RouteFact asked = askedFor(call);
    std::optional<RouteFact> multipath; // waits for its next hops
    for (std::uint32_t line = reading.first(); line < reading.end(); ++line) {
        // -o joins lines with a backslash; hops are words like any other.
        std::string text(reading.line(line));
        std::ranges::replace(text, '\\', ' ');
        const Words words = wordsOf(text);
        if (words.empty())
            continue;
        if (words[0] == "nexthop" && multipath) {
            RouteFact hop = *multipath;
            readHop(words, hop);
            add(reading, std::move(hop), line);
        } else if (auto route = readRoute(words, asked, call.v6)) {
            multipath = route;
            const bool reaches = route->via || !route->interface.empty() || route->type != "unicast";
            if (reaches)
                add(reading, std::move(*route), line);
            else if (words.size() > 1)
                reading.understood(line);
        } else if (words[0] == "cache") {
            reading.understood(line);
        }
    }
}

void readHopRecord(const JsonRecord &record, RouteFact &route)
{
    if (record.has("gateway"))
        route.via = record.address("gateway");
    else if (record.has("via"))
        route.via = record.record("via").address("host");
    if (record.has("dev"))
        route.interface = record.text("dev");
    const std::vector<std::string> flags = record.texts("flags");
    route.onlink = std::ranges::find(flags, "onlink") != flags.end();
}

void readRecord(const JsonRecord &record)
{
    const IpCall call = ipCall(record.reading().words());
    RouteFact route = askedFor(call);
    readHopRecord(record, route);
    const bool v6 = call.v6 || (route.via && route.via->isV6()) || record.has("pref");
    const auto to = record.prefix("dst", v6);
    if (!to)
        return record.has("dst") ? void() : record.complain("a route without \"dst\"");
    route.to = *to;
    if (record.has("type"))
        route.type = record.text("type");
    if (record.has("protocol"))
        route.protocol = record.text("protocol");
    else if (route.protocol.empty())
        route.protocol = "boot";
    if (const std::string table = record.text("table"); !table.empty() && table != "main")
        route.table = table;
    route.scope = record.text("scope");
    route.source = record.address("prefsrc");
    route.metric = record.number("metric");
    for (const JsonRecord &metrics : record.records("metrics"))
        route.mtu = metrics.number("mtu");
    const std::vector<JsonRecord> hops = record.records("nexthops");
    for (const JsonRecord &hop : hops) {
        RouteFact one = route;
        readHopRecord(hop, one);
        add(record.reading(), std::move(one), hop.line());
    }
    if (hops.empty())
        add(record.reading(), std::move(route), record.line());
}

bool typed(const std::vector<std::string> &words)
{
    const IpCall call = ipCall(words);
    return call.object == "route" && (call.verb == "show" || call.verb == "get");
}

bool looksLike(const Reading &reading)
{
    if (isJson(reading))
        return jsonHas(reading, {"dst"}) && !jsonHas(reading, {"lladdr"}) && !jsonHas(reading, {"state"});
    const Words words = wordsOf(reading.line(reading.first()));
    return words.size() > 2 && !contains(words, "lladdr") && (contains(words, "dev") || isType(words[0]))
        && readRoute(words, {}, false).has_value() && (words.size() > 3 || contains(words, "dev"))
        && (contains(words, "via") || contains(words, "scope") || contains(words, "proto") || contains(words, "metric"));
}

void read(Reading &reading)
{
    const IpCall call = ipCall(reading.words());
    if (call.verb == "get" && !isJson(reading))
        readAnswer(reading);
    else if (!readJsonRecords(reading, readRecord))
        readLines(reading, call);
}

} // namespace

constinit const HostCommand commands::ipRoute{
    .name = "ip route",
    .typed = typed,
    .looksLike = looksLike,
    .read = read,
    .prints = printsRoutes,
};

} // namespace vethscope
