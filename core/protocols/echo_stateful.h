#pragma once

#include "core/dissect/textbuffer.h"
#include "core/dissect/field.h"

#include <array>

namespace vethscope {

class LayerView;

/// The rows of a ping, in ICMP and ICMPv6, that only the other packets of a capture can tell. Names and meanings are Wireshark's, which
/// counts the time in milliseconds.
inline constexpr auto echoStatefulFields = std::to_array<Field>({
    varying("resp_in",        "Response in frame",          Show::Decimal),
    varying("resp_to",        "Request in frame",           Show::Decimal),
    scaled(varying("resptime", "Response time",             Show::Time), 1000),
    varying("no_resp",        "No response seen",           Show::Nothing),
    varying("resp_not_found", "Response not found",         Show::Nothing),
});

/// What the Info column says of it: ` (reply in 12)`.
void printEchoPartner(const LayerView &view, TextBuffer &out);

} // namespace vethscope
