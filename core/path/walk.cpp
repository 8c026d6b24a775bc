#include "core/path/walk.h"

#include "core/path/staletranslation.h"

namespace vethscope::path {

std::vector<Path> Walk::fromSocket(Trail trail)
{
    m_paths.clear();
    send(std::move(trail));
    return std::move(m_paths);
}

std::vector<Path> Walk::fromOutside(Trail trail)
{
    m_paths.clear();
    enterFromOutside(std::move(trail));
    return std::move(m_paths);
}

// One stands for all beyond those that are followed.
void Walk::end(Trail trail, Ending ending)
{
    if (m_paths.size() > mostBranches)
        return;
    if (m_paths.size() == mostBranches) {
        trail.probability = std::nullopt;
        ending = {Disposition::FactsMissing, Sentence::of("There are more ways than {}: the others are not followed", mostBranches), {}, {}, {}, {}};
    }
    ending = endOfConnection(trail, std::move(ending), m_places.cluster(), m_places.owners());
    if (verdictOf(ending.disposition) == Verdict::Dropped)
        trail.steps.push_back({Step::Kind::Drop, {}, ending.reason, ending.evidence, {}, {}});
    if (trail.hops.empty())
        trail.hops.push_back({trail.place->node, trail.place->pod, {}, SeenOn::Device, {}, {}});
    std::vector<Step> &last = trail.hops.back().steps;
    last.insert(last.end(), trail.steps.begin(), trail.steps.end());
    const bool isOutside = ending.disposition == Disposition::ExitsCluster;
    m_paths.push_back({std::move(trail.hops), std::move(ending), std::move(trail.assumed), std::move(trail.because), trail.probability, std::move(trail.doubts), trail.isCopy,
                       isOutside ? nullptr : trail.place, std::move(trail.packet), std::move(trail.flows)});
}

void Walk::missing(Trail trail, std::string_view ask, Sentence reason, EvidenceList evidence)
{
    const bool isAnywhere = ask.starts_with("kubectl") || ask.starts_with("calicoctl");
    std::string on = isAnywhere ? std::string() : trail.place->name();
    end(std::move(trail), {Disposition::FactsMissing, std::move(reason), {}, std::move(evidence), std::string(ask), std::move(on)});
}

} // namespace vethscope::path
