#include "core/protocols/bgp_fields.h"
#include "core/protocols/bgp_routes.h"

// Route target constraints say which VPN routes a router wants at all: an AS and a route target, or the first bits of
// them. RFC 4684, section 4.

namespace vethscope {
namespace {

constexpr auto &fields = bgpVaryingFields;

constexpr std::size_t targetSize = 12;

// As an extended community has it: RFC 4360, section 4.
std::string_view targetText(Details &details, Bytes community)
{
    switch (byteAt(community, 0)) {
    case 1: return details.format("{}:{}", bgpAddressText(details, community.subspan(2, 4)), read16(community, 6));
    case 2: return details.format("{}:{}", read32(community, 2), read16(community, 6));
    default: return details.format("{}:{}", read16(community, 2), read32(community, 4));
    }
}

} // namespace

void addBgpRouteTargets(BgpUpdate &update, BgpPart part, bool withdrawn)
{
    Details &details = update.details;
    BgpRoutes &routes = withdrawn ? update.withdrawn : update.announced;
    while (part.has(1)) {
        const std::size_t length = part.byte();
        const std::size_t size = (length + 7) / 8;
        if (length == 0) {
            details.add(named(fields, "wildcard_route_target"), part.take(1), withdrawn ? "MP Unreach NLRI" : "MP Reach NLRI");
            routes.add("every route target");
            continue;
        }
        if (length < 32 || length > 96)
            return details.note(Severity::Error, Sentence::of("a route target of {} bits at byte {} has none of 0 or 32 to 96", length, part.at),
                                part.rest());
        if (!part.has(1 + size))
            return noteBgpLie(details, part, 1 + size,
                              Sentence::of("a route target of {} bits at byte {} is longer than the list of routes", length, part.at));
        // Of a target, only the first bits may be there; the others count as zero.
        const Bytes whole = keptBgpAddress(details, {part.message, part.at + 1, part.at + 1 + size}, length, targetSize);
        const std::string_view target = targetText(details, whole.subspan(4));
        const std::string_view route = details.format("{}:{}/{}", read32(whole, 0), target, length);
        routes.add(route);
        details.text(route, octets(part.at, 1 + size));
        const auto below = details.below();
        details.add(named(fields, "prefix_length"), part.message, part.take(1));
        details.add(named(fields, "originating_as"), part.message, octets(part.at, 4));
        details.add(named(fields, "community_prefix"), octets(part.at + 4, size - 4), target);
        part.take(size);
    }
}

} // namespace vethscope
