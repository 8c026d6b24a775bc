#include "core/cluster/told.h"
#include "core/kernel/forwarding.h"
#include "core/kernel/pathmtu.h"
#include "core/kernel/reversepath.h"
#include "core/kernel/setting.h"
#include "core/path/walk.h"

namespace vethscope::path {

// Whether the way back to the source is one that rp_filter accepts; where it is not, the walk has ended.
bool Walk::passesReversePath(Trail &trail, std::string_view outInterface)
{
    const auto verdict = kernel::reversePath(*trail.place->net, trail.packet.seenBy(trail.inInterface), outInterface);
    if (verdict.isUnseen()) {
        const bool isRoute = verdict.ask.starts_with("ip ");
        trail.assume(isRoute ? HostTable::Routes : HostTable::Settings, verdict.ask);
        return true;
    }
    trail.assume(verdict.assumed);
    if (verdict->empty()) {
        // The look-up of the way back comes before the route that was found is taken.
        if (const auto mode = kernel::greaterSetting(*trail.place->net, trail.inInterface, "rp_filter"); mode.isFound() && *mode != 0 && !trail.steps.empty()) {
            const IpAddress source = trail.packet.outer().ip.source.value;
            EvidenceList lines = mode.evidence;
            addEvidence(lines, verdict.evidence);
            trail.steps.insert(trail.steps.end() - 1, {Step::Kind::Filter, source.text(), Sentence::of("rp_filter lets {} in by {}: there is a way back", source.text(), trail.inInterface),
                                                       std::move(lines), verdict.rejected, {}});
        }
        return true;
    }
    const Sentence reason = *verdict == "IP_RPFILTER"
        ? Sentence::of("The way back to {} is not by {}, where it came in, and rp_filter is on", trail.packet.outer().ip.source.value.text(), trail.inInterface)
        : Sentence::of("{} is no source that {} accepts by {}", trail.packet.outer().ip.source.value.text(), trail.place->name(), trail.inInterface);
    const Disposition disposition = *verdict == "IP_RPFILTER" ? Disposition::RpFilter : Disposition::Martian;
    end(std::move(trail), {disposition, reason, *verdict, verdict.evidence, {}, {}});
    return false;
}

void Walk::forward(Trail trail, const Route &route)
{
    const bool v6 = trail.packet.outer().ip.destination.value.isV6();
    const auto forwards = kernel::forwardsFrom(*trail.place->net, trail.inInterface, v6);
    if (!forwards.isFound()) {
        trail.assume(HostTable::Settings, forwards.ask);
    } else if (!*forwards) {
        const Sentence reason = Sentence::of("{} forwards nothing that comes in by {}", trail.place->name(), trail.inInterface);
        return end(std::move(trail), {Disposition::ForwardingOff, reason, "IP_INADDRERRORS", forwards.evidence, {}, {}});
    }
    if (!passesReversePath(trail, route.interface))
        return;
    Traced<std::optional<std::uint8_t>> &timeToLive = trail.packet.outer().ip.timeToLive;
    if (timeToLive.value) {
        if (kernel::isLastHop(trail.packet.seenBy(trail.inInterface))) {
            const Sentence reason = Sentence::of("{} has no hop left to give it", trail.place->name());
            return end(std::move(trail), {Disposition::TtlExceeded, reason, "IP_INHDR", {}, {}, {}});
        }
        const std::string before = std::to_string(*timeToLive.value);
        timeToLive.value = static_cast<std::uint8_t>(*timeToLive.value - 1);
        trail.steps.back().changes.push_back({v6 ? "ipv6.hlim" : "ip.ttl", before, std::to_string(*timeToLive.value)});
    }
    for (Trail &branch : pass(std::move(trail), kernel::Hook::Forward, route.interface))
        output(std::move(branch), route);
}

} // namespace vethscope::path
