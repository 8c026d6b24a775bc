#pragma once

#include "core/exchanges/exchange.h"

namespace vethscope {

/// The ping in a header, whose requests and replies have those types; nothing for other messages, and for a request that others are asked as
/// well, who need not answer. A reply with other data than the request's does not answer it.
std::optional<Message> echoAt(const LayerView &view, std::uint8_t requestType, std::uint8_t replyType, bool (*isAskedWithOthers)(const LayerView &request));

/// Adds what is known of a ping: rows of ICMP and ICMPv6.
void addEchoExchange(const Message &message, const Exchanged &exchanged, Details &details);

} // namespace vethscope
