#pragma once

#include "core/exchanges/exchange.h"

namespace vethscope {

/// The number of a ping's exchange: its identifier, its sequence number and the checksum that the reply has. `requestType` and `replyType`
/// are the first two bytes of the messages. A reply with other data than the request's does not answer it.
std::uint64_t echoNumber(Bytes header, bool answers, std::uint16_t requestType, std::uint16_t replyType);

/// Adds what is known of a ping: rows of ICMP and ICMPv6.
void addEchoExchange(const Message &message, const Exchanged &exchanged, Details &details);

} // namespace vethscope
