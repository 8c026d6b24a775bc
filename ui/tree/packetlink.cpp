#include "ui/tree/packetlink.h"

#include "core/dissect/registry.h"
#include "core/dissect/tree.h"

#include <algorithm>
#include <array>

namespace vethscope {
namespace {

// Wireshark's fields of the type FT_FRAMENUM. Those of protocols that do not tell them yet do no harm.
constexpr auto frameNumbers = std::to_array<std::string_view>({
    "tcp.analysis.acks_frame", "tcp.analysis.duplicate_ack_frame", "tcp.analysis.rto_frame", "tcp.reassembled_in", "tcp.segment", "ip.reassembled_in", "ip.fragment",
    "ipv6.reassembled.in", "ipv6.fragment", "dns.response_in", "dns.response_to", "dns.retransmit_request_in", "dns.retransmit_response_in", "http.request_in",
    "http.response_in", "http.next_request_in", "http.prev_request_in", "http.next_response_in", "http.prev_response_in", "icmp.resp_in", "icmp.resp_to",
    "icmpv6.resp_in", "icmpv6.resp_to", "arp.duplicate-address-frame", "http2.response_in", "http2.request_in",
});

} // namespace

std::optional<std::uint32_t> linkedPacket(const TreeNode &node)
{
    if (!node.protocol || !node.field || node.raw.number == 0 || node.raw.number > UINT32_MAX)
        return std::nullopt;
    const std::string name = fullName(*node.protocol, *node.field);
    return std::ranges::find(frameNumbers, std::string_view(name)) == frameNumbers.end() ? std::nullopt : std::optional(static_cast<std::uint32_t>(node.raw.number));
}

} // namespace vethscope
