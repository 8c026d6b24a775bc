#include "core/diagnose/dnsqueries.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace vethscope::diagnose {

std::vector<DnsQuery> dnsQueries(const Traffic &traffic)
{
    using Key = std::tuple<std::uint16_t, std::string, std::uint16_t>; // id, name, type
    std::vector<DnsQuery> queries;
    std::multimap<Key, std::size_t> places;
    // Translation may give the client another address or port on the way: what has one id, name and type within a second is one query.
    constexpr std::int64_t sameTime = 1'000'000'000;
    const auto find = [&](const DnsSeen &one, bool isAnswer) -> DnsQuery * {
        const auto [begin, end] = places.equal_range(Key(one.id, one.name, one.type));
        for (auto at = begin; at != end; ++at) {
            DnsQuery &query = queries[at->second];
            const bool isSamePort = (isAnswer ? one.toPort : one.fromPort) == query.first->fromPort && (isAnswer ? one.to : one.from) == query.first->from;
            if (isSamePort || one.time - query.first->time < sameTime)
                return &query;
        }
        return nullptr;
    };
    for (const DnsSeen &one : traffic.seen().dns) {
        DnsQuery *const known = find(one, one.isResponse);
        if (one.isResponse) {
            if (known && !known->answer)
                known->answer = &one;
        } else if (!known) {
            places.emplace(Key(one.id, one.name, one.type), queries.size());
            queries.push_back({&one, nullptr, 1});
        } else if (known->first->point == one.point && known->first->from == one.from && known->first->to == one.to && known->first->depth == one.depth
                   && one.time - known->first->time > sameTime / 2) {
            ++known->times;
        }
    }
    return queries;
}

} // namespace vethscope::diagnose
