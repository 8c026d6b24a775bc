#pragma once

#include "core/diagnose/disagreement.h"
#include "core/diagnose/finding.h"
#include "core/diagnose/overlays.h"

namespace vethscope::diagnose {

/// A finding for each two ends of a VXLAN overlay that have different values of what all ends should have alike. `describe(finding, differing,
/// node, other)` says what that means; whose it is and by which lines is told already.
template <typename T, typename Describe>
Findings differingOverlays(const Case &about, Known<T> Tunnel::*value, Describe describe)
{
    Findings findings;
    for (const std::vector<TunnelEnd> &overlay : vxlanOverlays(about)) {
        std::vector<Held<T>> values;
        for (const TunnelEnd &end : overlay)
            if (end.device->tunnel && (*end.device->tunnel).*value)
                values.push_back({end.node, end.device->name, *((*end.device->tunnel).*value), ((*end.device->tunnel).*value).evidence()});
        for (const auto &differing : disagreements(values)) {
            Finding finding;
            describe(finding, differing, about.nodes()[differing.one->node].name, about.nodes()[differing.other->node].name);
            finding.confirm = "ip -d link show " + differing.one->interface;
            finding.subject.interface = differing.one->interface;
            for (const std::size_t place : differing.nodes())
                finding.subject.nodes.push_back(about.nodes()[place].name);
            finding.proof.add(differing.lines());
            findings.push_back(std::move(finding));
        }
    }
    return findings;
}

} // namespace vethscope::diagnose
