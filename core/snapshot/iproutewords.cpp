#include "core/snapshot/iproutewords.h"

#include "core/snapshot/dsfield.h"
#include "core/snapshot/soundnames.h"
#include "core/snapshot/words.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace vethscope {
namespace {

constexpr auto types = std::to_array<std::string_view>({
    "unicast", "local", "broadcast", "multicast", "anycast", "blackhole", "unreachable", "prohibit", "throw", "nat",
});

// Words that stand alone, and words with one value that we do not need.
constexpr auto routeFlags = std::to_array<std::string_view>({
    "linkdown", "pervasive", "offload", "trap", "rt_offload", "rt_trap", "offload_failed", "notify", "unresolved", "cloned", "tos_offload",
});
constexpr auto otherKeywords = std::to_array<std::string_view>({
    "advmss", "expires", "error", "initcwnd", "initrwnd", "window", "rtt", "rttvar", "hoplimit", "realm", "realms", "congctl",
    "ssthresh", "cwnd", "rto_min", "quickack", "features", "nhid", "pref", "age", "users", "used", "iif", "ttl-propagate", "reordering",
});

template <std::size_t size>
bool isIn(const std::array<std::string_view, size> &list, std::string_view word)
{
    return std::ranges::find(list, word) != list.end();
}

bool isKeyword(std::string_view word)
{
    constexpr auto keywords = std::to_array<std::string_view>({"via", "dev", "proto", "scope", "src", "metric", "mtu", "table", "weight", "onlink", "encap", "uid",
                                                               "dead", "tos", "dsfield", "from", "mark"});
    return isIn(keywords, word) || isIn(routeFlags, word) || isIn(otherKeywords, word);
}

// `# the gateway`, `<-- this one`, `// why?`, `(wrong)`, `← here`
bool beginsRemark(std::string_view word)
{
    constexpr auto marks = std::to_array<std::string_view>({"#", "<-", "<=", "//", "(", "←", "=>", "**"});
    return std::ranges::any_of(marks, [&](std::string_view mark) { return word.starts_with(mark); });
}

// One line from left to right.
class RouteReader
{
public:
    RouteReader(const Words &words, RouteWords &read, bool v6) : m_words(words), m_read(read), m_route(read.route), m_v6(v6) {}

    bool readDestination()
    {
        if (isIn(types, word()))
            m_route.type = m_words[m_place++];
        const auto to = IpPrefix::parse(word());
        if (!to)
            return false;
        m_isDefault = word() == "default";
        m_route.to = *to;
        ++m_place;
        return true;
    }

    bool readRest()
    {
        bool printsProtocol = false;
        while (m_place < m_words.size() && !beginsRemark(word())) {
            const std::string_view keyword = m_words[m_place++];
            printsProtocol = printsProtocol || keyword == "proto";
            if (!readOne(keyword))
                return false;
        }
        if (!printsProtocol && m_route.protocol.empty())
            m_route.protocol = "boot"; // iproute.c prints every protocol but this one
        // `via inet6` is a next hop of the other family.
        const bool ofV6 = m_v6 || m_says6 || (m_route.via && m_route.via->isV6() && !m_otherFamily);
        if (m_isDefault && ofV6)
            m_route.to = {IpAddress::any(true), 0};
        m_read.reaches = m_route.via || !m_route.viaName.empty() || !m_route.interface.empty() || m_route.type != "unicast";
        return true;
    }

    void skip(std::size_t words) { m_place += words; }

private:
    std::string_view word() const { return m_place < m_words.size() ? m_words[m_place] : std::string_view{}; }

    bool readOne(std::string_view keyword)
    {
        if (keyword == "via")
            return readVia();
        if (keyword == "onlink")
            return m_route.onlink = true;
        if (keyword == "dead")
            return m_route.dead = true;
        if (isIn(routeFlags, keyword))
            return true;
        if (keyword == "encap") { // of varying words, up to the next hop
            while (m_place < m_words.size() && word() != "via" && word() != "dev")
                ++m_place;
            return true;
        }
        if (keyword == "mtu" && word() == "lock")
            ++m_place;
        if (word().empty() || isKeyword(word()))
            return false;
        const std::string_view value = m_words[m_place++];
        m_says6 = m_says6 || keyword == "pref";
        m_read.answer = m_read.answer || keyword == "uid";
        return readValue(keyword, value);
    }

    bool readValue(std::string_view keyword, std::string_view value)
    {
        if (keyword == "dev") {
            m_route.interface = value;
            return isDeviceName(value);
        }
        if (keyword == "proto" || keyword == "scope" || keyword == "table") {
            std::string &to = keyword == "proto" ? m_route.protocol : keyword == "scope" ? m_route.scope : m_route.table;
            to = keyword == "table" && value == "main" ? std::string_view{} : value;
            return isResolvedName(value) || numberOf<std::uint32_t>(value);
        }
        if (keyword == "src") {
            m_route.source = IpAddress::parse(value);
            if (!m_route.source)
                m_read.complaint = Sentence::of("\"src {}\" is no address", fmt::format("{:.60}", value));
            return m_route.source || isMasked(value);
        }
        if (keyword == "metric" || keyword == "mtu" || keyword == "weight") {
            auto &to = keyword == "metric" ? m_route.metric : keyword == "mtu" ? m_route.mtu : m_route.weight;
            to = numberOf<std::uint32_t>(value);
            return to.has_value();
        }
        if (keyword == "tos" || keyword == "dsfield") {
            const auto tos = dsfieldOf(value);
            m_route.tos = tos.value_or(0);
            return tos.has_value();
        }
        if (keyword == "from") { // also of routes, by IPv6 source: a prefix
            m_read.from = IpAddress::parse(value);
            return IpPrefix::parse(value) || isMasked(value);
        }
        if (keyword == "mark") {
            m_read.mark = hexOrDecimal<std::uint32_t>(value);
            return m_read.mark.has_value();
        }
        return keyword == "uid" ? numberOf<std::uint32_t>(value).has_value() : isIn(otherKeywords, keyword);
    }

    // via 10.0.0.1   via inet6 fe80::1   via _gateway   via x.x.x.1
    bool readVia()
    {
        m_otherFamily = word() == "inet6" || word() == "inet";
        m_place += m_otherFamily ? 1 : 0;
        if (word().empty() || isKeyword(word()))
            return false;
        const std::string_view hop = m_words[m_place++];
        m_route.via = IpAddress::parse(hop);
        m_route.viaName = m_route.via ? std::string_view{} : hop;
        // Prose has a `via` as well: "default via the gateway".
        return m_route.via || ((isResolvedName(hop) || isMasked(hop)) && (word() == "dev" || (word().empty() && !m_route.interface.empty())));
    }

    const Words &m_words;
    RouteWords &m_read;
    RouteFact &m_route;
    bool m_v6;
    std::size_t m_place = 0;
    bool m_isDefault = false;
    bool m_otherFamily = false;
    bool m_says6 = false; // only IPv6 routes have a preference
};

} // namespace

std::optional<RouteWords> routeWords(const Words &words, RouteFact route, bool v6)
{
    RouteWords read{.route = std::move(route)};
    RouteReader reader(words, read, v6);
    return reader.readDestination() && reader.readRest() ? std::optional(std::move(read)) : std::nullopt;
}

std::optional<RouteWords> nextHopWords(const Words &words, const RouteFact &route)
{
    RouteWords read{.route = route};
    RouteReader reader(words, read, false);
    reader.skip(1);
    return words[0] == "nexthop" && reader.readRest() ? std::optional(std::move(read)) : std::nullopt;
}

} // namespace vethscope
