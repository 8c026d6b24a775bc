#include "core/diagnose/faults.h"
#include "core/diagnose/traffic.h"

#include <algorithm>
#include <iterator>
#include <set>

// Requests that come to a node by other devices than answers leave it by. Firewalls and NAT on the way see half of a connection; a strict
// rp_filter would drop it: that is rp-filter-drop.

namespace vethscope::diagnose {
namespace {

// The node's own devices that a way passes, but for pods' veths and bridges, which are there both ways.
std::set<std::string> devicesPassed(const path::Path &way, const ClusterNode &node)
{
    std::set<std::string> devices;
    for (const path::Hop &hop : way.hops) {
        const NetworkInterface *const device = hop.node == node.name && hop.pod.empty() ? node.net.interface(hop.interface) : nullptr;
        if (device && device->kind != LinkKind::Veth && device->kind != LinkKind::Bridge && device->kind != LinkKind::Loopback)
            devices.insert(device->name);
    }
    return devices;
}

// What a pod itself looked up is the same both ways.
EvidenceList routesTaken(const path::Path &way, const std::string &node)
{
    EvidenceList lines;
    for (const path::Hop &hop : way.hops)
        for (const path::Step &step : hop.steps)
            if (step.kind == path::Step::Kind::Route && hop.node == node && hop.pod.empty())
                lines.insert(lines.end(), step.evidence.begin(), step.evidence.end());
    return lines;
}

std::string joinedNames(const std::set<std::string> &devices)
{
    std::string text;
    for (const std::string &device : devices)
        text += (text.empty() ? "" : ", ") + device;
    return text;
}

// The kernel takes the greater one of `all` and the device's; 1 is strict (Documentation/networking/ip-sysctl.rst).
void excludeStrictFilter(const ClusterNode &node, const std::set<std::string> &there, const std::set<std::string> &back, Finding &finding)
{
    const Known<std::string> all = node.net.setting("net.ipv4.conf.all.rp_filter");
    if (!all || *all == "1")
        return;
    EvidenceList lines{all.evidence()};
    std::set<std::string> devices = there;
    devices.insert(back.begin(), back.end());
    for (const std::string &device : devices) {
        const Known<std::string> own = node.net.setting("net.ipv4.conf." + device + ".rp_filter");
        if (*all != "2" && (!own || *own == "1"))
            return;
        if (own)
            lines.push_back(own.evidence());
    }
    exclude(finding, "rp-filter-drop", lines);
}

// What the sender sent and the receiver's node saw come in by a device that the answer does not leave by, where it was captured.
void addOneSided(const Traffic &traffic, const Rehearsed &one, const std::string &node, const std::set<std::string> &other, Proof &proof)
{
    const auto has = [](const ClusterPod &pod, const IpAddress &address) { return std::ranges::any_of(pod.addresses, [&](const Said<IpAddress> &own) { return static_cast<const IpAddress &>(own) == address; }); };
    for (const journey::Journey &journey : traffic.journeys().all) {
        const journey::Tuple &tuple = traffic.tupleOf(journey.hops.front().first());
        if (!has(*one.from, tuple.source) || !has(*one.to, tuple.destination))
            continue;
        for (const journey::JourneyHop &hop : journey.hops) {
            const explain::Point &point = traffic.points()[hop.point].place;
            if (point.node == node && point.pod.empty() && other.contains(point.interface)) {
                proof.addFrame(hop.rows.front());
                return;
            }
        }
    }
}

Findings findAsymmetricPaths(const Case &about)
{
    Findings findings;
    for (const Rehearsed &one : about.rehearsed()) {
        const bool isDelivered = one.isAnswer() && one.way->ending.disposition == path::Disposition::Delivered && one.way->doubts.empty() && one.before->doubts.empty();
        if (!isDelivered || !one.to || one.to->node == one.from->node)
            continue;
        for (const std::string &name : {one.from->node, one.to->node}) {
            const ClusterNode *const node = about.cluster().node(name);
            if (!node)
                continue;
            const auto there = devicesPassed(*one.before, *node), back = devicesPassed(*one.way, *node);
            if (there == back)
                continue;
            Finding finding;
            finding.title = Sentence::of("Between {} and {}, requests pass {} on {}, answers {}", one.from->node, one.to->node, joinedNames(there), name, joinedNames(back));
            finding.why = Sentence::of("Firewalls and NAT on the way see half of each connection, and a strict rp_filter would drop it.");
            finding.fix = Sentence::of("Make the routes of both nodes lead the same way.");
            finding.confirm = "ip route get " + one.from->addresses.front().text();
            finding.subject = {{one.from->node, one.to->node}, {}, {}, {}};
            finding.proof.add(routesTaken(*one.before, one.from->node));
            finding.proof.add(routesTaken(*one.way, one.to->node));
            std::set<std::string> oneWay; // devices passed there and not back
            std::ranges::set_difference(there, back, std::inserter(oneWay, oneWay.end()));
            excludeStrictFilter(*node, there, back, finding);
            if (about.traffic())
                addOneSided(*about.traffic(), one, name, oneWay, finding.proof);
            findings.push_back(std::move(finding));
            break;
        }
    }
    return findings;
}

} // namespace

constinit const Fault faults::asymmetricPath{
    .id = "asymmetric-path",
    .severity = ProblemSeverity::Warning,
    .find = findAsymmetricPaths,
};

} // namespace vethscope::diagnose
