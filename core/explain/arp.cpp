#include "core/explain/arp.h"

#include "core/explain/onlink.h"
#include "core/kernel/groupmac.h"

namespace vethscope::explain {
namespace {

using path::End;
using path::Places;

constexpr std::uint16_t arpRequest = 1;

} // namespace

ArpExpectation arpExpectation(const Places &places, const path::Whose &whose, const ShownFrame &frame, const Point &point)
{
    const ShownField *const asker = frame.field("arp.src.proto_ipv4", frame.depth), *const asked = frame.field("arp.dst.proto_ipv4", frame.depth);
    ArpExpectation expectation;
    if (!point.isKnown() || !asker || !asked)
        return expectation;
    const Link link = linkOf(places, point);
    expectation.sender = macOnLink(places, whose, link, *asker->ip);
    expectation.target = macOnLink(places, whose, link, *asked->ip);
    if (const auto sender = expectation.sender.value)
        for (const std::string_view name : {"eth.src", "sll.src.eth", "arp.src.hw_mac"})
            expectation.macs[name] = {*sender};
    if (frame.arpOperation == arpRequest) {
        expectation.macs["eth.dst"] = {kernel::broadcastMac()};
        if (const auto target = expectation.target.value)
            expectation.macs["eth.dst"].push_back(*target);
        expectation.macs["arp.dst.hw_mac"] = {MacAddress()};
    } else if (const auto target = expectation.target.value) {
        expectation.macs["eth.dst"] = expectation.macs["arp.dst.hw_mac"] = {*target};
    }
    return expectation;
}

path::Origin calicoGatewayOrigin(const Places &places, const Point &point, const IpAddress &gateway)
{
    path::Origin origin{path::Origin::Kind::LinkLocalGateway, {}, {}, {}, gateway};
    if (!point.place)
        return origin;
    const auto other = places.otherEnd(*point.place, point.interface);
    const End pod = point.place->isPod() || !other ? End{point.place, point.interface, {}} : *other;
    origin.node = pod.place->node;
    origin.interface = pod.interface;
    origin.pod = pod.place->pod;
    return origin;
}

} // namespace vethscope::explain
