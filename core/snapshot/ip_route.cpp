#include "core/snapshot/dsfield.h"
#include "core/snapshot/hostcommands.h"
#include "core/snapshot/iproutewords.h"
#include "core/snapshot/jsonrecord.h"
#include "core/snapshot/printing.h"
#include "core/snapshot/words.h"

#include <algorithm>
#include <array>

// Routing tables: iproute2's iproute.c, busybox' libiproute/iproute.c.

namespace vethscope {
namespace {

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

void addRoute(Reading &reading, RouteFact route, Evidence evidence)
{
    route.evidence = std::move(evidence);
    reading.host().routes.push_back(std::move(route));
}

// What is asked of `ip route get` and not answered: `10.244.1.4 from 10.244.0.9 iif cni0 mark 4`.
std::string_view asked(const IpCall &call, std::string_view word)
{
    const auto found = std::ranges::find(call.operands, word);
    return found == call.operands.end() || found + 1 == call.operands.end() ? std::string_view{} : *(found + 1);
}

// `fibmatch` prints the table's own line.
bool isQuestion(const IpCall &call)
{
    return call.verb == "get" && std::ranges::find(call.operands, "fibmatch") == call.operands.end();
}

// Of a socket bound to a device, or of one port, it says nothing about other packets.
bool isParticular(const IpCall &call)
{
    constexpr auto words = std::to_array<std::string_view>({"oif", "dev", "ipproto", "sport", "dport", "uid", "vrf"});
    return call.verb == "get" && std::ranges::any_of(words, [&](std::string_view word) { return !asked(call, word).empty(); });
}

std::optional<IpAddress> unlessAny(std::optional<IpAddress> address)
{
    return address && address->isAny() ? std::nullopt : address;
}

// What `ip route get 10.244.1.4` answers says where one packet would go: no line of a table.
RouteAnswerFact answerOf(const IpCall &call, RouteFact route)
{
    RouteAnswerFact answer;
    answer.to = route.to.address;
    if (call.verb == "get") {
        answer.from = unlessAny(IpAddress::parse(asked(call, "from")));
        answer.inInterface = asked(call, "iif");
        answer.mark = hexOrDecimal<std::uint32_t>(asked(call, "mark"));
        route.tos = dsfieldOf(asked(call, "tos")).value_or(route.tos);
    }
    answer.route = std::move(route);
    return answer;
}

void addAnswer(Reading &reading, const IpCall &call, RouteAnswerFact answer, Evidence evidence)
{
    answer.evidence = answer.route.evidence = std::move(evidence);
    if (!isParticular(call))
        reading.host().answers.push_back(std::move(answer));
}

Words wordsAt(const Reading &reading, std::uint32_t line)
{
    // -o joins lines with a backslash; hops are words like any other.
    const std::string_view text = reading.line(line);
    if (!text.contains('\\'))
        return wordsOf(text);
    Words words;
    for (const std::string_view part : splitAt(text, '\\'))
        std::ranges::copy(wordsOf(part), std::back_inserter(words));
    return words;
}

// Below an answer: `cache`, `cache <local>`, `cache expires 590sec mtu 1400`.
bool isCache(const Words &words)
{
    constexpr auto known = std::to_array<std::string_view>({"expires", "mtu", "users", "iif"});
    return !words.empty() && words[0] == "cache" && (words.size() == 1 || words[1].starts_with('<') || std::ranges::find(known, words[1]) != known.end());
}

class RouteLines
{
public:
    RouteLines(Reading &reading, const IpCall &call) : m_reading(reading), m_asked(askedFor(call)), m_call(call) {}

    void read(std::uint32_t line)
    {
        const Words words = wordsAt(m_reading, line);
        if (words.empty())
            return;
        if (words[0] == "nexthop" && m_multipath)
            readHop(words, line);
        else if (isCache(words))
            m_reading.understood(line);
        else if (!readOneLine(words, line))
            readRoute(words, line);
    }

private:
    void readHop(const Words &words, std::uint32_t line)
    {
        if (auto hop = nextHopWords(words, *m_multipath))
            add(*std::move(hop), line);
    }

    void readRoute(const Words &words, std::uint32_t line)
    {
        auto route = routeWords(words, m_asked, m_call.v6);
        if (!route)
            return;
        const Words below = line + 1 < m_reading.end() ? wordsAt(m_reading, line + 1) : Words();
        if (isQuestion(m_call) || route->answer || isCache(below))
            return readAnswer(*route, below, line);
        m_multipath = route->route;
        if (route->reaches)
            add(*std::move(route), line);
        else if (words.size() > 1 || (!below.empty() && below[0] == "nexthop"))
            m_reading.understood(line);
    }

    void readAnswer(const RouteWords &read, const Words &below, std::uint32_t line)
    {
        RouteAnswerFact answer = answerOf(m_call, read.route);
        if (const auto from = unlessAny(read.from))
            answer.from = from;
        if (read.mark)
            answer.mark = read.mark;
        if (isCache(below) && contains(below, "iif"))
            answer.inInterface = behind(below, "iif");
        addAnswer(m_reading, m_call, std::move(answer), m_reading.evidence(line));
    }

    // `default proto static nexthop via 10.0.0.2 dev eth0 weight 1 nexthop via …` of -o
    bool readOneLine(const Words &words, std::uint32_t line)
    {
        auto hop = std::ranges::find(words, "nexthop");
        const auto route = hop == words.end() ? std::nullopt : routeWords(Words(words.begin(), hop), m_asked, m_call.v6);
        if (!route)
            return false;
        m_multipath = route->route;
        while (hop != words.end()) {
            const auto next = std::find(hop + 1, words.end(), "nexthop");
            readHop(Words(hop, next), line);
            hop = next;
        }
        return true;
    }

    void add(RouteWords read, std::uint32_t line)
    {
        addRoute(m_reading, std::move(read.route), m_reading.evidence(line));
        if (!read.complaint.empty())
            m_reading.complain(line, std::move(read.complaint));
    }

    Reading &m_reading;
    RouteFact m_asked;
    const IpCall &m_call;
    std::optional<RouteFact> m_multipath; // waits for its next hops
};

void readHopRecord(const JsonRecord &record, RouteFact &route)
{
    if (record.has("gateway"))
        route.via = record.address("gateway");
    else if (record.has("via"))
        route.via = record.record("via").address("host");
    if (record.has("dev"))
        route.interface = record.text("dev");
    route.weight = record.number("weight");
    const std::vector<std::string> flags = record.texts("flags");
    route.onlink = std::ranges::find(flags, "onlink") != flags.end();
    route.dead = std::ranges::find(flags, "dead") != flags.end();
}

void addJsonAnswer(const JsonRecord &record, const IpCall &call, RouteFact route)
{
    RouteAnswerFact answer = answerOf(call, std::move(route));
    if (record.has("from"))
        answer.from = unlessAny(record.address("from"));
    if (record.has("iif"))
        answer.inInterface = record.text("iif");
    addAnswer(record.reading(), call, std::move(answer), record.evidence());
}

void readRecord(const JsonRecord &record)
{
    const IpCall call = ipCall(record.reading().words());
    RouteFact route = askedFor(call);
    readHopRecord(record, route);
    // A next hop of the other family is called "via", not "gateway".
    const bool v6 = call.v6 || (route.via && route.via->isV6() && record.has("gateway")) || record.has("pref");
    const auto to = record.prefix("dst", v6);
    if (!to)
        return record.has("dst") ? void() : record.complain(Sentence::of("a route without \"dst\""));
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
    if (record.has("tos"))
        route.tos = dsfieldOf(record.text("tos")).value_or(0);
    if (isQuestion(call) || record.has("uid") || record.has("cache"))
        return addJsonAnswer(record, call, std::move(route));
    const std::vector<JsonRecord> hops = record.records("nexthops");
    for (const JsonRecord &hop : hops) {
        RouteFact one = route;
        readHopRecord(hop, one);
        addRoute(record.reading(), std::move(one), hop.evidence());
    }
    if (hops.empty())
        addRoute(record.reading(), std::move(route), record.evidence());
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
    const Words words = wordsAt(reading, reading.first());
    const auto route = words.size() > 2 ? routeWords(words, {}, false) : std::nullopt;
    const bool refuses = words.size() == 2 && words[1].contains('/')
        && std::ranges::any_of(std::array{"blackhole", "unreachable", "prohibit", "throw"}, [&](std::string_view type) { return words[0] == type; });
    if (refuses && IpPrefix::parse(words[1]))
        return true;
    if (!route || !route->reaches)
        return false;
    const bool isOther = route->route.type != "unicast";
    return (isOther || contains(words, "dev"))
        && std::ranges::any_of(std::array{"via", "scope", "proto", "metric", "src", "table", "onlink"}, [&](std::string_view word) { return contains(words, word); });
}

void read(Reading &reading)
{
    const IpCall call = ipCall(reading.words());
    if (readJsonRecords(reading, readRecord))
        return;
    RouteLines lines(reading, call);
    for (std::uint32_t line = reading.first(); line < reading.end(); ++line)
        lines.read(line);
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
