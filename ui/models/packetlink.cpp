#include "ui/models/packetlink.h"

#include "core/dissect/registry.h"
#include "core/dissect/tree.h"

#include <algorithm>
#include <array>

namespace vethscope {
namespace {

struct FrameNumber {
    std::string_view field;
    Belonging relation = Belonging::Other;
};

// Wireshark's fields of the type FT_FRAMENUM. Those of protocols that do not tell them yet do no harm.
constexpr auto frameNumbers = std::to_array<FrameNumber>({
    {"tcp.analysis.acks_frame", Belonging::Acknowledged},
    {"tcp.analysis.duplicate_ack_frame"}, {"tcp.analysis.rto_frame"}, {"tcp.reassembled_in"}, {"tcp.segment"},
    {"ip.reassembled_in"}, {"ip.fragment"}, {"ipv6.reassembled.in"}, {"ipv6.fragment"}, {"arp.duplicate-address-frame"},
    {"dns.response_in", Belonging::Response}, {"dns.response_to", Belonging::Request}, {"dns.retransmit_request_in"}, {"dns.retransmit_response_in"},
    {"http.response_in", Belonging::Response}, {"http.request_in", Belonging::Request}, {"http.next_request_in"}, {"http.prev_request_in"},
    {"http.next_response_in"}, {"http.prev_response_in"}, {"http2.response_in", Belonging::Response}, {"http2.request_in", Belonging::Request},
    {"icmp.resp_in", Belonging::Response}, {"icmp.resp_to", Belonging::Request}, {"icmpv6.resp_in", Belonging::Response}, {"icmpv6.resp_to", Belonging::Request},
});

} // namespace

std::optional<PacketLink> linkOf(const TreeNode &node)
{
    if (!node.protocol || !node.field || node.raw.number == 0 || node.raw.number > UINT32_MAX)
        return std::nullopt;
    const std::string name = fullName(*node.protocol, *node.field);
    const auto known = std::ranges::find(frameNumbers, std::string_view(name), &FrameNumber::field);
    return known == frameNumbers.end() ? std::nullopt : std::optional(PacketLink{static_cast<std::uint32_t>(node.raw.number), known->relation});
}

} // namespace vethscope
