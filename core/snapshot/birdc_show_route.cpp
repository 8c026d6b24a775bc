#include "core/snapshot/birdc.h"
#include "core/snapshot/hostcommands.h"
#include "core/snapshot/words.h"

// `birdc show route [all]`: BIRD 2 writes the target's type and puts `via` and `dev` on lines of their own (nest/rt-show.c);
// BIRD 1.6 writes all in one line, `10.244.1.0/24  via 10.0.0.2 on eth0 [Mesh_… 12:00:00 from 10.0.0.2] * (100/0) [i]`.

namespace vethscope {
namespace {

bool typed(const std::vector<std::string> &words)
{
    return isBirdcShow(words, "route");
}

std::optional<IpPrefix> targetOf(std::string_view text)
{
    const auto words = wordsOf(text);
    if (words.empty() || text.starts_with(' ') || text.starts_with('\t') || words[0].find('/') == words[0].npos)
        return std::nullopt;
    return IpPrefix::parse(words[0]);
}

// `[PROTOCOL since] … (preference)` behind the target.
bool hasOrigin(std::string_view text)
{
    const std::size_t open = text.find(" [");
    const std::size_t close = text.find(']', open == text.npos ? text.size() : open);
    return close != text.npos && text.find(" (", close) != text.npos;
}

bool isTableName(std::string_view line)
{
    return line.starts_with("Table ") && line.ends_with(':') && wordsOf(line).size() == 2;
}

bool looksLike(const Reading &reading)
{
    std::uint32_t line = reading.first();
    while (line + 1 < reading.end() && (isBirdsGreeting(reading.line(line)) || isTableName(reading.line(line))))
        ++line;
    return hasOrigin(reading.line(line)) && targetOf(reading.line(line));
}

// `via ADDRESS on DEVICE`, `dev DEVICE`, anywhere in a line.
void takeNextHop(BgpRouteFact &route, const std::vector<std::string_view> &words)
{
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
        if (words[i] == "via" && !route.via) {
            route.via = IpAddress::parse(words[i + 1]);
            if (i + 3 < words.size() && words[i + 2] == "on")
                route.interface = words[i + 3];
        } else if (words[i] == "dev" && route.interface.empty()) {
            route.interface = words[i + 1];
        }
    }
}

void takeAttribute(BgpRouteFact &route, std::string_view key, std::string_view value)
{
    if (key == "BGP.next_hop")
        route.nextHop = IpAddress::parse(wordsOf(value).empty() ? value : wordsOf(value)[0]);
    else if (key == "BGP.originator_id")
        route.originator = IpAddress::parse(value);
    else if (key == "BGP.cluster_list") {
        for (const std::string_view id : wordsOf(value))
            if (const auto address = IpAddress::parse(id))
                route.clusterList.push_back(*address);
    } else if (key == "BGP.as_path") {
        for (const std::string_view number : wordsOf(value))
            if (const auto asn = numberOf<std::uint32_t>(number))
                route.asPath.push_back(*asn);
    }
}

void read(Reading &reading)
{
    auto &routes = reading.host().bgpRoutes;
    bool below = false; // a route, whose details are indented
    std::optional<IpPrefix> target;
    for (std::uint32_t line = reading.first(); line < reading.end(); ++line) {
        const std::string_view text = reading.line(line);
        const auto words = wordsOf(text);
        if (isBirdsGreeting(text) || isTableName(text)) {
            reading.understood(line);
            continue;
        }
        if (const auto named = targetOf(text))
            target = named;
        const std::size_t open = text.find('[');
        const std::size_t close = text.find(']', open == text.npos ? text.size() : open);
        // A second route to the same target begins with blanks in the target's place.
        const bool route = target && hasOrigin(text) && (targetOf(text) || text.starts_with(' ') || text.starts_with('\t'));
        if (route) {
            BgpRouteFact fact{.to = *target, .evidence = reading.evidence(line)};
            const auto inside = wordsOf(text.substr(open + 1, close - open - 1));
            if (!inside.empty())
                fact.protocol = inside[0];
            fact.best = text.find("] * ", open) != text.npos;
            takeNextHop(fact, words);
            routes.push_back(std::move(fact));
            below = true;
        } else if (!text.starts_with('\t') && !text.starts_with(' ')) {
            below = below && (text.empty() || targetOf(text));
        } else if (below) {
            takeNextHop(routes.back(), words);
            if (const std::size_t colon = text.find(':'); colon != text.npos)
                takeAttribute(routes.back(), trimmed(text.substr(0, colon)), trimmed(text.substr(colon + 1)));
            reading.understood(line);
        }
    }
}

} // namespace

constinit const HostCommand commands::birdcShowRoute{.name = "birdc show route", .typed = typed, .looksLike = looksLike, .read = read};

} // namespace vethscope
