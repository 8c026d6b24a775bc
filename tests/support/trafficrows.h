#pragma once

#include "core/address/address.h"
#include "ui/statistics/trafficrow.h"

namespace vethscope::test {

/// Of any kind of address, as it is written.
inline TrafficEnd endOf(const char *address, std::uint16_t port = 0)
{
    TrafficEnd end;
    end.port = port;
    const auto fill = [&](const auto &bytes, std::size_t size) {
        end.size = static_cast<std::uint8_t>(size);
        for (std::size_t i = 0; i < size; ++i)
            end.bytes[i] = std::byte(bytes[i]);
    };
    if (const auto mac = MacAddress::parse(address))
        fill(mac->bytes(), 6);
    else
        fill(IpAddress::parse(address)->bytes(), IpAddress::parse(address)->isV6() ? 16 : 4);
    return end;
}

/// A conversation, or an endpoint when there is no `b`, of which nothing is counted yet.
inline TrafficRow rowOf(TrafficKind kind, Scope scope, std::uint8_t depth, TrafficEnd a, TrafficEnd b = {})
{
    TrafficRow row;
    row.kind = kind;
    row.scope = scope;
    row.depth = depth;
    row.a = a;
    row.b = b;
    return row;
}

} // namespace vethscope::test
