#pragma once

#include "core/dissect/field.h"

#include <array>

namespace vethscope {

/// The rows of DNS that only the other messages of a capture can tell. Names and meanings are Wireshark's.
inline constexpr auto dnsStatefulFields = std::to_array<Field>({
    whole(varying("dns.response_in",            "Response in frame",                  Show::Decimal)),
    whole(varying("dns.response_to",            "Request in frame",                   Show::Decimal)),
    whole(varying("dns.time",                   "Time since request",                 Show::Time)),
    whole(varying("dns.unsolicited",            "Response without a request",         Show::Flag)),
    whole(varying("dns.retransmission",         "Retransmission",                     Show::Flag)),
    whole(varying("dns.retransmit_request",     "Request sent again",                 Show::Nothing)),
    whole(varying("dns.retransmit_request_in",  "Sent for the first time in frame",   Show::Decimal)),
    whole(varying("dns.retransmit_response",    "Response sent again",                Show::Nothing)),
    whole(varying("dns.retransmit_response_in", "Answered for the first time in frame", Show::Decimal)),
});

} // namespace vethscope
