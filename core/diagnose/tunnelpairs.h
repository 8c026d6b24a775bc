#pragma once

#include "core/journey/answers.h"
#include "core/journey/followed.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>

namespace vethscope::diagnose {

/// What is tunnelled from one outer address to another.
struct TunnelPair {
    using FirstRows = std::map<std::uint64_t, std::uint32_t>; // of each value the first row that has it

    IpAddress from{}, to{};
    std::string_view tunnel{};    // vs.tunnel's words
    std::size_t sent = 0;         // packets
    bool arrives = false;         // one was unpacked where others see it, or answered
    bool goesOn = false;          // one was seen at two points behind that, or answered
    std::uint32_t firstRow = 0, lastRow = 0;
    std::map<std::uint16_t, std::uint32_t> seenAt{}; // points, and the first row there
    FirstRows ports{}, vnis{};
    std::map<MacAddress, std::uint32_t> senders{}, receivers{}; // of Ethernet inside, each with its first row
};

/// Tunnels as captures alone show them, without a word of any host: who sends to whom, whether it arrives, and which node an outer address is of, where
/// packets were seen before they were packed or after they were unpacked there.
class TunnelPairs
{
public:
    explicit TunnelPairs(const journey::Followed &followed);

    using Key = std::tuple<IpAddress, IpAddress, std::string_view>;
    const std::map<Key, TunnelPair> &all() const { return m_pairs; }
    /// The other direction; null where nothing was sent there.
    const TunnelPair *backOf(const TunnelPair &pair) const;
    /// Empty where captures do not show it.
    std::string nodeOf(const IpAddress &address) const;
    /// The node, else the address.
    std::string nameOf(const IpAddress &address) const;
    /// The first packet from one to the other, at that point, that was in no tunnel.
    std::optional<std::uint32_t> bareAt(std::uint16_t point, const IpAddress &from, const IpAddress &to) const;

private:
    void add(const journey::Followed &followed, const journey::Journey &journey, journey::Answers &answers);
    TunnelPair *pairOf(const journey::Followed &followed, const journey::JourneyHop &hop);

    std::map<Key, TunnelPair> m_pairs{};
    std::map<IpAddress, std::string> m_nodes{}; // empty: several claim it
    std::map<std::tuple<std::uint16_t, IpAddress, IpAddress>, std::uint32_t> m_bare{};
    Dissection m_packet{};
};

} // namespace vethscope::diagnose
