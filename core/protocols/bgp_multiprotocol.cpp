#include "core/protocols/bgp_attributes.h"
#include "core/protocols/bgp_fields.h"

// Routes of other address families than IPv4 are attributes of an UPDATE: what is reachable by which next hop, and
// what is not any more. RFC 4760, sections 3 and 4.

namespace vethscope {
namespace {

constexpr auto &fields = bgpVaryingFields;

enum Family : std::uint16_t { Ipv4 = 1, Ipv6 = 2, Layer2Vpn = 25 };

enum Subsequent : std::uint8_t {
    Unicast = 1,
    Multicast = 2,
    LabelledUnicast = 4,
    Evpn = 70,
    VpnUnicast = 128,
    VpnMulticast = 129,
    RouteTargets = 132,
    FlowSpecification = 133,
    VpnFlowSpecification = 134,
};

struct Families {
    std::uint16_t family;
    std::uint8_t subsequent;

    std::size_t addressSize() const { return family == Ipv6 ? 16 : 4; }
    bool isVpn() const { return subsequent == VpnUnicast || subsequent == VpnMulticast; }
};

const Field &prefixField(Families families, bool withdrawn)
{
    if (families.family == Ipv6)
        return withdrawn ? named(fields, "mp_unreach_nlri_ipv6_prefix") : named(fields, "mp_reach_nlri_ipv6_prefix");
    return withdrawn ? named(fields, "mp_unreach_nlri_ipv4_prefix") : named(fields, "mp_reach_nlri_ipv4_prefix");
}

void addRoutes(BgpUpdate &update, BgpPart part, Families families, bool withdrawn)
{
    BgpRouteFormat format{.addressSize = families.addressSize(), .prefix = &prefixField(families, withdrawn), .withdrawn = withdrawn};
    const bool isIp = families.family == Ipv4 || families.family == Ipv6;
    if (families.family == Layer2Vpn && families.subsequent == Evpn)
        return addBgpEvpnRoutes(update, part, withdrawn);
    if (isIp) {
        switch (families.subsequent) {
        case Unicast:
        case Multicast:
            return addBgpRoutes(update, part, format);
        case LabelledUnicast:
            format.kind = BgpRouteFormat::Labelled;
            return addBgpRoutes(update, part, format);
        case VpnUnicast:
        case VpnMulticast:
            format.kind = BgpRouteFormat::Vpn;
            return addBgpRoutes(update, part, format);
        case RouteTargets:
            return addBgpRouteTargets(update, part, withdrawn);
        case FlowSpecification:
        case VpnFlowSpecification:
            return addBgpFlowSpecifications(update, part, families.addressSize(), families.subsequent == VpnFlowSpecification, withdrawn);
        default:
            break;
        }
    }
    if (!part.done())
        update.details.text("Routes of a family that is not decoded", part.rest());
}

std::string_view addAddress(Details &details, BgpPart &part, const Field &field, std::size_t size)
{
    const std::string_view text = bgpAddressText(details, part.bytes(0, size));
    details.add(field, part.message, part.take(size));
    return text;
}

void addDistinguisher(Details &details, BgpPart &part)
{
    details.add(named(fields, "update.path_attribute.mp_reach_nlri.next_hop.rd"), octets(part.at, 8),
                bgpDistinguisher(details, part.bytes(0, 8)));
    part.take(8);
}

// One address, or two of IPv6, the second link-local (RFC 2545); in a VPN each behind a distinguisher of zeros
// (RFC 4659). What it is, its length tells: an IPv4 route may have an IPv6 next hop (RFC 8950).
std::string_view addNextHop(Details &details, BgpPart hop, Families families)
{
    const std::size_t distinguisher = families.isVpn() ? 8 : 0;
    const std::size_t size = hop.left();
    std::string_view text;
    if (size == distinguisher + 4 || size == distinguisher + 16 || size == 2 * (distinguisher + 16)) {
        if (distinguisher > 0)
            addDistinguisher(details, hop);
        text = size == distinguisher + 4
            ? addAddress(details, hop, named(fields, "update.path_attribute.mp_reach_nlri.next_hop.ipv4"), 4)
            : addAddress(details, hop, named(fields, "update.path_attribute.mp_reach_nlri.next_hop.ipv6"), 16);
    }
    if (size == 2 * (distinguisher + 16)) {
        if (distinguisher > 0)
            addDistinguisher(details, hop);
        addAddress(details, hop, named(fields, "update.path_attribute.mp_reach_nlri.next_hop.ipv6.link_local"), 16);
    }
    if (!hop.done())
        details.note(Severity::Warning, Sentence::of("a next hop of {} bytes is no address of its family", size), hop.rest());
    return text;
}

// RFC 2858 had other addresses of the next hop here; RFC 4760 has a byte that is zero.
bool addAttachmentPoints(Details &details, BgpPart &contents)
{
    if (!contents.has(1))
        return false;
    const std::size_t count = contents.byte();
    details.add(named(fields, "update.path_attribute.mp_reach_nlri.nbr_snpa"), contents.message, contents.take(1));
    const auto below = details.below();
    for (std::size_t i = 0; i < count && contents.has(1); ++i) {
        const std::size_t size = (contents.byte() + 1) / 2; // counted in half bytes
        details.add(named(fields, "update.path_attribute.mp_reach_nlri.snpa_length"), contents.message, contents.take(1));
        if (!contents.has(size))
            return false;
        details.add(named(fields, "update.path_attribute.mp_reach_nlri.snpa"), contents.message, contents.take(size));
    }
    return true;
}

Families takeFamilies(Details &details, BgpPart &contents, const Field &family, const Field &subsequent)
{
    const Families families{contents.word(), contents.byte(2)};
    details.add(family, contents.message, contents.take(2));
    details.add(subsequent, contents.message, contents.take(1));
    return families;
}

} // namespace

std::string_view addBgpReachable(BgpUpdate &update, BgpPart contents)
{
    Details &details = update.details;
    const Families families = takeFamilies(details, contents, named(fields, "update.path_attribute.mp_reach_nlri.afi"),
                                           named(fields, "update.path_attribute.mp_reach_nlri.safi"));
    if (!contents.has(1) || !contents.has(1u + contents.byte())) {
        noteBgpLie(details, contents, contents.has(1) ? 1u + contents.byte() : 1u,
                   Sentence::of("the next hop is longer than its attribute, which has {} bytes left", contents.left()));
        return {};
    }
    const std::size_t size = contents.byte();
    details.add(named(fields, "update.path_attribute.mp_reach_nlri.next_hop"), contents.message, octets(contents.at, 1 + size));
    contents.take(1);
    {
        const auto below = details.below();
        const std::string_view hop = addNextHop(details, contents.takePart(size), families);
        if (!hop.empty())
            update.nextHop = hop;
    }
    if (!addAttachmentPoints(details, contents))
        return {};
    addBgpHolder(details, named(fields, "update.path_attribute.mp_reach_nlri"), contents.rest());
    const auto below = details.below();
    addRoutes(update, contents, families, false);
    return {};
}

std::string_view addBgpUnreachable(BgpUpdate &update, BgpPart contents)
{
    Details &details = update.details;
    const Families families = takeFamilies(details, contents, named(fields, "update.path_attribute.mp_unreach_nlri.afi"),
                                           named(fields, "update.path_attribute.mp_unreach_nlri.safi"));
    addBgpHolder(details, named(fields, "update.path_attribute.mp_unreach_nlri"), contents.rest());
    const auto below = details.below();
    addRoutes(update, contents, families, true);
    return {};
}

} // namespace vethscope
