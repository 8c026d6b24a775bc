#pragma once

#include "core/bytes/bytes.h"
#include "core/dissect/protocol.h"

#include <optional>

namespace vethscope {

/// A domain name read from a message.
struct DnsName {
    std::size_t size = 0;   // bytes it takes up where it stands; a pointer takes two
    std::size_t length = 0; // characters of its written form
    std::size_t labels = 0;
};

/// Writes the name at `offset` with dots, following compression pointers (RFC 1035, section 4.1.4);
/// the root is "<Root>", as Wireshark writes it. Nothing when it runs out of the message, points
/// forwards or at itself, or has more than 255 characters.
std::optional<DnsName> readDnsName(Bytes message, std::size_t offset, TextBuffer &out);

} // namespace vethscope
