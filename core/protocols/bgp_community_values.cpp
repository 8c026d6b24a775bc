#include "core/protocols/bgp_community_values.h"

#include "core/dissect/format.h"
#include "core/protocols/bgp_fields.h"

#include <bit>

// What extended communities say, subtype by subtype.

namespace vethscope {
namespace {

constexpr auto &fields = bgpVaryingFields;

// RFC 4577, section 4.2.6.
void addOspfRoute(BgpCommunity &community)
{
    community.add(named(fields, "ext_com.value_ospf_rtype.area"), 2, 4);
    community.add(named(fields, "ext_com.value_ospf_rtype.type"), 6, 1);
    community.add(named(fields, "ext_com.value_ospf_rtype.options"), 7, 1);
    {
        const auto below = community.details.below();
        community.addBits(named(fields, "ext_com.value_ospf_rtype.options.mt"), 63, 1);
    }
    print(community.text, "area ");
    printIpv4(community.text, community.value(2, 4));
    print(community.text, ", {}", nameOf(bgpOspfRouteTypes, community.number(6, 1)));
}

void addOspfRouter(BgpCommunity &community)
{
    community.add(named(fields, "ext_com.value_ospf_rid"), 2, 4);
    printIpv4(community.text, community.value(2, 4));
}

// RFC 9012, section 4.1.
void addEncapsulation(BgpCommunity &community)
{
    community.add(named(fields, "ext_com.tunnel_type"), 6, 2);
    const std::string_view word = nameOf(bgpTunnelTypes, community.number(6, 2));
    word.empty() ? print(community.text, "{}", community.number(6, 2)) : print(community.text, word);
}

// draft-ietf-idr-custom-decision: Cisco's cost community.
void addCost(BgpCommunity &community)
{
    community.add(named(fields, "ext_com_cost.poi"), 2, 1);
    community.add(named(fields, "ext_com_cost.cid"), 3, 1);
    {
        const auto below = community.details.below();
        community.addBits(named(fields, "ext_com_cost.cid.use"), 24, 1);
    }
    community.add(named(fields, "ext_com_cost.cost"), 4, 4);
    print(community.text, "{}", community.number(4, 4));
}

// A rate in bytes a second, as an IEEE number of four bytes: draft-ietf-idr-link-bandwidth, RFC 8955, section 7.1.
void addRate(BgpCommunity &community, const Field &field)
{
    const auto rate = std::bit_cast<float>(static_cast<std::uint32_t>(community.number(4, 4)));
    community.add(named(fields, "ext_com.value_as2"), 2, 2);
    community.details.add(field, octets(community.at + 4, 4), community.details.format("{:.6g}", rate));
    print(community.text, "AS {}, {:.3f} Mbit/s", community.number(2, 2), static_cast<double>(rate) * 8 / 1e6);
}

void addLinkBandwidth(BgpCommunity &community) { addRate(community, named(fields, "ext_com.value_link_bw")); }
void addRateLimit(BgpCommunity &community) { addRate(community, named(fields, "ext_com_flow.rate_limit")); }

void addTrafficAction(BgpCommunity &community)
{
    community.add(named(fields, "flowspec_ext_com.emptybytes"), 2, 5);
    community.addBits(named(fields, "ext_com_flow.sample"), 62, 1);
    community.addBits(named(fields, "ext_com_flow.traff_act"), 63, 1);
}

void addRemarking(BgpCommunity &community)
{
    community.addBits(named(fields, "ext_com.value_fs_dscp"), 58, 6);
    print(community.text, "DSCP {}", community.number(7, 1) & 0x3f);
}

// RFC 4761, section 3.2.4.
void addLayer2(BgpCommunity &community)
{
    community.add(named(fields, "ext_com_l2.encaps_type"), 2, 1);
    community.add(named(fields, "ext_com_l2.c_flags"), 3, 1);
    {
        const auto below = community.details.below();
        community.addBits(named(fields, "ext_com_l2.flag_d"), 24, 1);
        community.addBits(named(fields, "ext_com_l2.flag_z1"), 25, 1);
        community.addBits(named(fields, "ext_com_l2.flag_f"), 26, 1);
        community.addBits(named(fields, "ext_com_l2.flag_z345"), 27, 3);
        community.addBits(named(fields, "ext_com_l2.flag_c"), 30, 1);
        community.addBits(named(fields, "ext_com_l2.flag_s"), 31, 1);
    }
    community.add(named(fields, "ext_com_l2.l2_mtu"), 4, 2);
    print(community.text, "MTU {}", community.number(4, 2));
}

// RFC 7432, section 7.7.
void addMacMobility(BgpCommunity &community)
{
    community.add(named(fields, "ext_com_evpn.mmac.flags"), 2, 1);
    {
        const auto below = community.details.below();
        community.addBits(named(fields, "ext_com_evpn.mmac.flags.sticky"), 23, 1);
    }
    community.add(named(fields, "ext_com_evpn.mmac.seq"), 4, 4);
    print(community.text, "{}sequence {}", community.number(2, 1) & 1 ? "sticky, " : "", community.number(4, 4));
}

// RFC 7432, section 7.5.
void addSegmentLabel(BgpCommunity &community)
{
    community.addBits(named(fields, "ext_com_l2.esi_label_flag"), 23, 1);
    community.add(named(fields, "update.path_attribute.mpls_label_value"), 5, 3);
    community.addBits(named(fields, "update.path_attribute.mpls_label_value_20bits"), 40, 20);
    community.addBits(named(fields, "update.path_attribute.mpls_traffic_class"), 60, 3);
    community.addBits(named(fields, "update.path_attribute.mpls_bottom_stack"), 63, 1);
    print(community.text, "label {}", community.number(5, 3) >> 4);
}

void addSegmentImport(BgpCommunity &community)
{
    community.add(named(fields, "ext_com_evpn.esi.rt"), 2, 6);
    printMac(community.text, community.value(2, 6));
}

// RFC 9135, section 8.1.
void addRouterMac(BgpCommunity &community)
{
    community.add(named(fields, "ext_com_evpn.esi.router_mac"), 2, 6);
    printMac(community.text, community.value(2, 6));
}

// RFC 8214, section 3.1.
void addLayer2Attributes(BgpCommunity &community)
{
    community.add(named(fields, "ext_com_evpn.l2attr.flags"), 2, 2);
    {
        const auto below = community.details.below();
        community.addBits(named(fields, "ext_com_evpn.l2attr.flag_reserved"), 16, 11);
        community.addBits(named(fields, "ext_com_evpn.l2attr.flag_ci"), 27, 1);
        community.addBits(named(fields, "ext_com_evpn.l2attr.flag_f"), 28, 1);
        community.addBits(named(fields, "ext_com_evpn.l2attr.flag_c"), 29, 1);
        community.addBits(named(fields, "ext_com_evpn.l2attr.flag_p"), 30, 1);
        community.addBits(named(fields, "ext_com_evpn.l2attr.flag_b"), 31, 1);
    }
    community.add(named(fields, "ext_com_evpn.l2attr.l2_mtu"), 4, 2);
    community.add(named(fields, "ext_com_evpn.l2attr.reserved"), 6, 2);
    print(community.text, "MTU {}", community.number(4, 2));
}

// RFC 8317, section 6.1.
void addTree(BgpCommunity &community)
{
    community.add(named(fields, "ext_com_evpn.etree.flags"), 2, 1);
    {
        const auto below = community.details.below();
        community.addBits(named(fields, "ext_com_evpn.etree.flag_reserved"), 16, 7);
        community.addBits(named(fields, "ext_com_evpn.etree.flag_l"), 23, 1);
    }
    community.add(named(fields, "ext_com_evpn.etree.reserved"), 3, 2);
    community.addBits(named(fields, "update.path_attribute.mpls_label_value_20bits"), 40, 20);
    community.addBits(named(fields, "update.path_attribute.mpls_traffic_class"), 60, 3);
    community.addBits(named(fields, "update.path_attribute.mpls_bottom_stack"), 63, 1);
}

using Add = void (*)(BgpCommunity &community);

struct Special {
    std::uint16_t types; // type and subtype
    Add add;
};

constexpr auto specials = std::to_array<Special>({
    {0x0107, addOspfRouter}, {0x0301, addCost}, {0x0306, addOspfRoute}, {0x030c, addEncapsulation},
    {0x0600, addMacMobility}, {0x0601, addSegmentLabel}, {0x0602, addSegmentImport}, {0x0603, addRouterMac},
    {0x0604, addLayer2Attributes}, {0x0605, addTree}, {0x4004, addLinkBandwidth}, {0x4301, addCost},
    {0x8000, addOspfRoute}, {0x8001, addOspfRouter}, {0x8005, addBgpTwoByteAsValue}, {0x8006, addRateLimit},
    {0x8007, addTrafficAction}, {0x8008, addBgpTwoByteAsValue}, {0x8009, addRemarking}, {0x800a, addLayer2},
    {0x8108, addBgpAddressValue}, {0x8208, addBgpFourByteAsValue},
});

} // namespace

void addBgpTwoByteAsValue(BgpCommunity &community)
{
    community.add(named(fields, "ext_com.value_as2"), 2, 2);
    community.add(named(fields, "ext_com.value_an4"), 4, 4);
    print(community.text, "{}:{}", community.number(2, 2), community.number(4, 4));
}

void addBgpFourByteAsValue(BgpCommunity &community)
{
    community.add(named(fields, "ext_com.value_as4"), 2, 4);
    community.add(named(fields, "ext_com.value_an2"), 6, 2);
    print(community.text, "{}:{}", community.number(2, 4), community.number(6, 2));
}

void addBgpAddressValue(BgpCommunity &community)
{
    community.add(named(fields, "ext_com.value_IP4"), 2, 4);
    community.add(named(fields, "ext_com.value_an2"), 6, 2);
    printIpv4(community.text, community.value(2, 4));
    print(community.text, ":{}", community.number(6, 2));
}

void addBgpRawValue(BgpCommunity &community)
{
    community.add(named(fields, "ext_com.value_raw"), 2, 6);
    print(community.text, "0x{:012x}", community.number(2, 6));
}

bool addBgpSpecialValue(BgpCommunity &community, std::uint16_t typeAndSubtype)
{
    const auto special = std::ranges::find(specials, typeAndSubtype, &Special::types);
    if (special == specials.end())
        return false;
    special->add(community);
    return true;
}

} // namespace vethscope
