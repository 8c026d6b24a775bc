#include "core/flows/traffic.h"

#include "core/flows/endpoints.h"

#include <algorithm>
#include <unordered_map>

namespace vethscope {
namespace {

struct Place { // whose an end is
    TrafficKind kind;
    Scope scope;
    std::uint8_t depth;
    TrafficEnd end;

    friend bool operator==(const Place &, const Place &) = default;
};

struct PlaceHash {
    std::size_t operator()(const Place &place) const
    {
        Endpoints ends;
        ends.lowAddress = place.end.bytes;
        ends.addressSize = place.end.size;
        ends.lowPort = place.end.port;
        ends.highPort = static_cast<std::uint16_t>(place.depth << 8 | int(place.scope) << 4 | int(place.kind));
        return ends.hash();
    }
};

// Finds the endpoint of an end, or adds it.
class EndpointTable
{
public:
    TrafficEndpoint &at(const Conversation &conversation, const TrafficEnd &end)
    {
        const auto [place, isNew] = m_places.try_emplace({conversation.kind, conversation.scope, conversation.depth, end}, m_endpoints.size());
        if (isNew)
            m_endpoints.push_back({conversation.kind, conversation.scope, conversation.depth, end, {}, {}, conversation.firstRow});
        TrafficEndpoint &endpoint = m_endpoints[place->second];
        endpoint.firstRow = std::min(endpoint.firstRow, conversation.firstRow);
        return endpoint;
    }

    std::vector<TrafficEndpoint> take()
    {
        std::ranges::stable_sort(m_endpoints, {}, &TrafficEndpoint::firstRow);
        return std::move(m_endpoints);
    }

private:
    std::vector<TrafficEndpoint> m_endpoints;
    std::unordered_map<Place, std::size_t, PlaceHash> m_places;
};

} // namespace

std::vector<TrafficEndpoint> endpointsOf(const std::vector<Conversation> &conversations)
{
    EndpointTable table;
    for (const Conversation &conversation : conversations) {
        TrafficEndpoint &a = table.at(conversation, conversation.a);
        a.sent += conversation.fromA;
        a.received += conversation.fromB;
        TrafficEndpoint &b = table.at(conversation, conversation.b);
        b.sent += conversation.fromB;
        b.received += conversation.fromA;
    }
    return table.take();
}

} // namespace vethscope
