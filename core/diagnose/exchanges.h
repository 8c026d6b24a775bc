#pragma once

#include "core/diagnose/traffic.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

namespace vethscope::diagnose {

/// Journeys by what they were called when they arrived, and by what when they were sent: of millions of packets each pair once. The traffic outlives it.
class Exchanges
{
public:
    explicit Exchanges(const Traffic &traffic);

    /// The first that arrived as this.
    std::optional<journey::Journey> arrivedAs(const journey::Tuple &tuple) const;
    /// The first that this address and port sent to the client's, and that came there under another address than `sender`.
    std::optional<journey::Journey> translatedFrom(const IpAddress &sender, std::uint16_t port, const IpAddress &client, std::uint16_t clientPort) const;

private:
    using Ends = std::tuple<IpAddress, std::uint16_t, IpAddress, std::uint16_t>; // as it was sent and where it arrived

    const Traffic &m_traffic;
    std::map<journey::Tuple, std::size_t> m_arrived{};
    std::map<Ends, std::size_t> m_translated{};
};

/// Whether the journey is of a TCP segment with RST and without data.
bool isReset(const Traffic &traffic, const journey::Journey &journey);

/// Calls see(reset, tuple, exchanges) for each that there is, with its first sighting; exchanges are found out for the first of them.
template <typename See>
void forEachReset(const Traffic &traffic, See see)
{
    std::optional<Exchanges> exchanges;
    for (const journey::Journey &journey : traffic.journeys().all) {
        if (!isReset(traffic, journey))
            continue;
        if (!exchanges)
            exchanges.emplace(traffic);
        const journey::Sighting &reset = journey.hops.front().first();
        see(reset, traffic.tupleOf(reset), *exchanges);
    }
}

} // namespace vethscope::diagnose
