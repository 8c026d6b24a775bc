#include "core/diagnose/dnsqueries.h"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <utility>

namespace vethscope::diagnose {
namespace {

// Translation may give the client another address or port on the way: what has one id, name and type within a second is one query.
constexpr std::int64_t sameTime = 1'000'000'000;

class QueryCollector
{
public:
    explicit QueryCollector(const Traffic &traffic) : m_traffic(traffic) { }

    void add(const DnsSeen &one)
    {
        DnsQuery *const known = find(one);
        count(one, known);
        DnsQuery *const its = one.isResponse ? nullptr : known ? known : &m_queries.back();
        if (its && !its->reached && !m_traffic.points()[one.point].place.pod.empty() && m_traffic.isOwnPoint(one.point, one.to))
            its->reached = &one;
    }

    std::vector<DnsQuery> take() { return std::move(m_queries); }

private:
    using Message = std::tuple<std::uint16_t, std::string, std::uint16_t>; // id, name, type
    using Client = std::tuple<Message, IpAddress, std::uint16_t>;

    void count(const DnsSeen &one, DnsQuery *known)
    {
        if (one.isResponse) {
            if (known && !known->answer)
                known->answer = &one;
        } else if (!known) {
            begin(one);
        } else if (known->first->point == one.point && known->first->from == one.from && known->first->to == one.to && known->first->depth == one.depth
                   && one.time - known->first->time > sameTime / 2) {
            ++known->times;
            known->again.push_back(one.time);
        }
    }

    void begin(const DnsSeen &one)
    {
        const Message message(one.id, one.name, one.type);
        m_clients.try_emplace(Client(message, one.from, one.fromPort), m_queries.size());
        m_last[message] = m_queries.size();
        m_queries.push_back({&one, nullptr, 1, {}, nullptr});
    }

    // Of that client, else the last one like it, if it is not long ago.
    DnsQuery *find(const DnsSeen &one)
    {
        const Message message(one.id, one.name, one.type);
        const auto client = m_clients.find(Client(message, one.isResponse ? one.to : one.from, one.isResponse ? one.toPort : one.fromPort));
        if (client != m_clients.end())
            return &m_queries[client->second];
        const auto last = m_last.find(message);
        const bool isSame = last != m_last.end() && one.time - m_queries[last->second].first->time < sameTime;
        return isSame ? &m_queries[last->second] : nullptr;
    }

    const Traffic &m_traffic;
    std::vector<DnsQuery> m_queries{};
    std::map<Client, std::size_t> m_clients{};
    std::map<Message, std::size_t> m_last{};
};

} // namespace

bool DnsQuery::wasSentAgainAfter(std::int64_t least, std::int64_t most) const
{
    return std::ranges::any_of(again, [&](std::int64_t time) { return time - first->time > least && time - first->time < most; });
}

std::vector<DnsQuery> dnsQueries(const Traffic &traffic)
{
    QueryCollector collector(traffic);
    for (const DnsSeen &one : traffic.seen().dns)
        collector.add(one);
    return collector.take();
}

} // namespace vethscope::diagnose
