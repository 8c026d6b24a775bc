#pragma once

#include "core/dissect/layerview.h"

#include <algorithm>
#include <cstddef>
#include <initializer_list>

namespace vethscope {

/// The place of the innermost header of one of these protocols, in the packet that travels: not in one that an ICMP error quotes. noLayer where
/// there is none.
inline std::size_t innermostOf(const Dissection &packet, std::initializer_list<const Protocol *> protocols)
{
    for (std::size_t i = packet.size(); i-- > 0;)
        if (!packet[i].quoted && std::ranges::find(protocols, packet[i].protocol) != protocols.end())
            return i;
    return LayerView::noLayer;
}

} // namespace vethscope
