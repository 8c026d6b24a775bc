#pragma once

#include "core/dissect/dissector.h"

#include <string>
#include <string_view>
#include <vector>

namespace vethscope {

/// The display filter for all packets between the two ends of one packet, both ways.
struct ConversationFilter {
    std::string_view protocol; // `eth`, `ip`, `ipv6`, `tcp`, `udp`, `sctp`
    std::string_view title;    // as the protocol's
    std::string filter;
};

/// Of the innermost headers that have two ends, the lowest first: inside a tunnel what is carried (`overlay.ip.addr`), of a transport with its addresses.
std::vector<ConversationFilter> conversationFilters(const Frame &frame, const Dissection &packet);

} // namespace vethscope
