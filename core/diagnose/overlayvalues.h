#pragma once

#include "core/diagnose/disagreement.h"
#include "core/diagnose/finding.h"
#include "core/diagnose/overlays.h"
#include "core/diagnose/seenalone.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace vethscope::diagnose {

/// Says that it is not the other value, where both ends have that alike.
template <typename T>
void excludeAlike(Finding &finding, std::string_view lookAlike, const Tunnel &one, const Tunnel &other, Known<T> Tunnel::*value)
{
    if (one.*value && other.*value && *(one.*value) == *(other.*value))
        exclude(finding, lookAlike, {(one.*value).evidence(), (other.*value).evidence()});
}

/// A finding for each two ends of a VXLAN overlay that have different values of what all ends should have alike. `describe(finding, differing,
/// node, other)` says what that means; whose it is and by which lines is told already. `lookAlike` is what `alike` would be if it differed.
template <typename T, typename Other, typename Describe>
Findings differingOverlays(const Case &about, Known<T> Tunnel::*value, std::string_view lookAlike, Known<Other> Tunnel::*alike, Describe describe)
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
            const auto tunnelOf = [&](const Held<T> &held) { return std::ranges::find(overlay, held.node, &TunnelEnd::node)->device->tunnel; };
            excludeAlike(finding, lookAlike, *tunnelOf(*differing.one), *tunnelOf(*differing.other), alike);
            findings.push_back(std::move(finding));
        }
    }
    return findings;
}

/// The same by captures alone, of tunnels that are `ofThese`: two ends send to each other, each with one value only, another one than the other's, and neither is
/// unpacked. `describe(finding, there, back)` says what that means; whose it is and by which frames is told already.
template <typename OfThese, typename Describe>
void addDifferingSeen(const Case &about, TunnelPair::FirstRows TunnelPair::*values, OfThese ofThese, Describe describe, Findings &findings)
{
    for (const SeenAlone &ends : tunnelsSeenAlone(about, false)) {
        const auto there = onlyOne(ends.there->*values), back = onlyOne(ends.back->*values);
        if (!there || !back || *there == *back || !ends.areBothRefused() || !ofThese(ends))
            continue;
        Finding finding;
        nameEnds(about, ends, finding);
        finding.confirm = "ip -d link show type vxlan";
        finding.proof.addFrame(ends.there->firstRow);
        finding.proof.addFrame(ends.back->firstRow);
        describe(finding, *there, *back);
        findings.push_back(std::move(finding));
    }
}

} // namespace vethscope::diagnose
