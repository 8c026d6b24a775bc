#pragma once

#include "core/protocols/bgp_community_fields.h"
#include "core/protocols/bgp_flowspec_fields.h"
#include "core/protocols/bgp_service_fields.h"
#include "core/protocols/bgp_session_fields.h"
#include "core/protocols/bgp_update_fields.h"

#include <algorithm>

namespace vethscope {

/// Several tables as one: a protocol has a single table of rows whose place varies, and rows are told apart by
/// where they stand in it.
template <std::size_t... Sizes>
consteval auto joined(const std::array<Field, Sizes> &...tables)
{
    std::array<Field, (Sizes + ...)> all{};
    auto *next = all.data();
    ((next = std::ranges::copy(tables, next).out), ...);
    return all;
}

/// The rows of a BGP message whose place depends on the message.
inline constexpr auto bgpVaryingFields = joined(bgpOpenFields, bgpNotificationFields, bgpRefreshFields, bgpUpdateFields,
                                                bgpRouteFields, bgpCommunityFields, bgpEvpnFields, bgpFlowFields,
                                                bgpSegmentRoutingFields);

} // namespace vethscope
