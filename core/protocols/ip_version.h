#pragma once

#include "core/protocols/protocols.h"

namespace vethscope {

/// The IP protocol whose version stands in the first four bits, or null: for links and tunnels whose
/// payload begins with an IP header and nothing before it.
inline const Protocol *ipByVersion(Bytes bytes)
{
    if (bytes.empty())
        return nullptr;
    switch (byteAt(bytes, 0) >> 4) {
    case 4: return &protocols::ipv4;
    case 6: return &protocols::ipv6;
    default: return nullptr;
    }
}

} // namespace vethscope
