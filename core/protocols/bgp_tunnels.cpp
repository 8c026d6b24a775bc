#include "core/protocols/bgp_attributes.h"
#include "core/protocols/bgp_fields.h"

// How broadcast and multicast of a VPN travel between its routers. RFC 6514, section 5; EVPN uses it for type 3 routes.

namespace vethscope {
namespace {

constexpr auto &fields = bgpVaryingFields;

enum Tunnel : std::uint8_t { None = 0, SourceTree = 3, IngressReplication = 6 };

} // namespace

std::string_view addBgpMulticastTunnel(BgpUpdate &update, BgpPart contents)
{
    Details &details = update.details;
    const std::uint8_t type = contents.byte(1);
    const std::size_t label = (contents.at + 2) * 8;
    details.add(named(fields, "update.path_attribute.pmsi.tunnel.flags"), contents.message, contents.take(1));
    details.add(named(fields, "update.path_attribute.pmsi.tunnel.type"), contents.message, contents.take(1));
    details.add(named(fields, "update.path_attribute.mpls_label_value_20bits"), contents.message, bits(label, 20));
    if (update.vxlan) // RFC 8365, section 5.1.3: all 24 bits are the VNI then
        details.text(details.format("VNI: {}", readBits(contents.message, bits(label, 24))), bits(label, 24));
    contents.take(3);
    addBgpHolder(details, named(fields, "update.path_attribute.pmsi.tunnel.id"), contents.rest());
    const auto below = details.below();
    if (type == None) {
        addBgpHolder(details, named(fields, "update.path_attribute.pmsi.tunnel_id.not_present"), contents.rest());
    } else if (type == IngressReplication && contents.left() == 4) {
        details.add(named(fields, "update.path_attribute.pmsi.ingress_rep_ip"), contents.message, contents.take(4));
    } else if (type == SourceTree && contents.left() == 8) {
        details.add(named(fields, "update.path_attribute.pmsi.pimssm.root_node"), contents.message, contents.take(4));
        details.add(named(fields, "update.path_attribute.pmsi.pimssm.pmulticast_group"), contents.message, contents.take(4));
    } else if (contents.left() == 16) {
        details.text(bgpAddressText(details, contents.bytes(0, 16)), contents.rest());
    }
    return nameOf(bgpMulticastTunnels, type);
}

} // namespace vethscope
