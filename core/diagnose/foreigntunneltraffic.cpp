#include "core/diagnose/faults.h"
#include "core/diagnose/traffic.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <tuple>

// Something else than the tunnel on the tunnel's UDP port: another program, or another network's packets. What is a frame in VXLAN by its content counts as
// VXLAN, whatever its flags are.

namespace vethscope::diagnose {
namespace {

Findings findForeignTraffic(const Case &about)
{
    Findings findings;
    std::map<std::tuple<IpAddress, IpAddress, std::uint16_t>, std::size_t> places; // in the findings
    for (const ForeignSeen &one : about.traffic()->seen().foreign) {
        const auto [place, isNew] = places.try_emplace({one.from, one.to, one.port}, findings.size());
        if (!isNew) {
            findings[place->second].proof.addFrame(one.row);
            continue;
        }
        const auto to = about.book().owner(one.to);
        const std::string receiver = to ? about.nodes()[to->node].name : one.to.text();
        Finding finding;
        finding.title = Sentence::of("{} sends to UDP port {} of {} what is no tunnelled packet", one.from.text(), one.port, receiver);
        finding.why = Sentence::of("The port is a tunnel's. Either another program uses it, or packets of another kind arrive there; the tunnel's device drops them.");
        finding.fix = Sentence::of("Look which program listens on or sends to that port, and give it or the tunnel another one.");
        finding.confirm = "ss -ulnp sport = :" + std::to_string(one.port);
        finding.subject.address = one.to.text();
        if (to)
            finding.subject.nodes = {receiver};
        finding.proof.addFrame(one.row);
        if (to)
            for (const NetworkInterface &device : about.nodes()[to->node].net.interfaces)
                if (device.tunnel && device.tunnel->port && *device.tunnel->port == one.port) // it is this tunnel's own
                    exclude(finding, "vxlan-port-mismatch", {device.tunnel->port.evidence()});
        if (to)
            for (const ListenerFact &listener : about.nodes()[to->node].net.listeners)
                if (!listener.tcp && listener.port == one.port)
                    finding.proof.add(listener.evidence);
        findings.push_back(std::move(finding));
    }
    return findings;
}

} // namespace

constinit const Fault faults::foreignTunnelTraffic{
    .id = "foreign-tunnel-traffic",
    .needs = Fault::Needs::Packets,
    .find = findForeignTraffic,
};

} // namespace vethscope::diagnose
