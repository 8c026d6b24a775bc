#include "core/testimony/pwruwords.h"

#include "core/address/ipprotocol.h"
#include "core/snapshot/words.h"
#include "core/testimony/dropreason.h"

#include <fmt/format.h>

namespace vethscope::testimony {
namespace {

struct PwruProtocol {
    std::string_view word;
    std::uint8_t number;
};
constexpr auto pwruProtocols = std::to_array<PwruProtocol>({{"tcp", ipprotocol::tcp}, {"udp", ipprotocol::udp}, {"icmp", ipprotocol::icmp}, {"icmp6", ipprotocol::icmpv6}});

bool readEnd(std::string_view text, std::optional<IpAddress> &address, std::optional<std::uint16_t> &port)
{
    const std::size_t colon = text.rfind(':');
    if (colon == text.npos)
        return false;
    port = numberOf<std::uint16_t>(text.substr(colon + 1));
    std::string_view host = text.substr(0, colon);
    if (host.starts_with('[') && host.ends_with(']'))
        host = host.substr(1, host.size() - 2);
    address = IpAddress::parse(host);
    return port.has_value() && (address || host.empty()); // what is not IP has no address
}

// What gives a buffer back, and what is called meanwhile.
bool isFreeing(std::string_view function)
{
    constexpr auto freeing = std::to_array<std::string_view>({"kfree_skb_reason", "sk_skb_reason_drop", "kfree_skb", "consume_skb", "__kfree_skb", "kfree_skbmem", "napi_consume_skb", "kfree_skb_partial"});
    return std::ranges::find(freeing, function) != freeing.end();
}

bool isReleasing(std::string_view function)
{
    return isFreeing(function) || function.starts_with("skb_release") || function.ends_with("_wfree") || function.ends_with("_rfree") || function.starts_with("skb_free");
}

} // namespace

bool readPwruTuple(std::string_view text, ToldPacket &packet)
{
    const std::size_t arrow = text.find("->");
    const std::size_t open = text.rfind('(');
    if (arrow == text.npos || open == text.npos || open < arrow || !text.ends_with(')'))
        return false;
    ToldPacket told;
    if (!readEnd(text.substr(0, arrow), told.source, told.sourcePort) || !readEnd(text.substr(arrow + 2, open - arrow - 2), told.destination, told.destinationPort))
        return false;
    std::string_view word = text.substr(open + 1, text.size() - open - 2);
    word = word.substr(0, word.find(':')); // TCP's flags
    for (const PwruProtocol &known : pwruProtocols)
        if (known.word == word)
            told.protocol = known.number;
    if (told.protocol != ipprotocol::tcp && told.protocol != ipprotocol::udp)
        told.sourcePort = told.destinationPort = std::nullopt; // 0 stands there
    packet = told;
    return true;
}

void readPwruFunction(std::string_view text, Record &record)
{
    const std::size_t open = text.find('(');
    record.function = text.substr(0, open);
    if (open == text.npos || !text.ends_with(')'))
        return;
    const std::string_view inside = text.substr(open + 1, text.size() - open - 2);
    if (inside != "tc" && inside != "xdp")
        record.reason = dropReason(inside.substr(0, inside.find(')')));
}

std::string Buffers::groupOf(std::string_view address, std::string_view function)
{
    auto known = m_known.find(address);
    if (known == m_known.end())
        known = m_known.emplace(address, std::pair(0u, false)).first;
    auto &[uses, isFree] = known->second;
    if (isFree && !isReleasing(function)) {
        ++uses;
        isFree = false;
    }
    isFree = isFree || isFreeing(function);
    return fmt::format("skb {} {}", address, uses);
}

} // namespace vethscope::testimony
