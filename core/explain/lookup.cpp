#include "core/explain/lookup.h"

#include <algorithm>

namespace vethscope::explain {
namespace {

using namespace path;
using path::Step;

std::vector<const Step *> stepsTo(const Sighting &sighting)
{
    std::vector<const Step *> steps;
    for (std::size_t i = 0; i <= sighting.hop; ++i)
        for (const Step &step : sighting.path->hops[i].steps)
            steps.push_back(&step);
    return steps;
}

bool says(const Step &step, const Evidence &line)
{
    return std::ranges::find(step.evidence, line) != step.evidence.end();
}

void add(EvidenceList &lines, const EvidenceList &more)
{
    for (const Evidence &line : more)
        if (line.source && std::ranges::find(lines, line) == lines.end())
            lines.push_back(line);
}

} // namespace

Lookup lookupOf(const Sighting &sighting, const path::Field &field)
{
    if (field.evidence.empty())
        return {};
    Lookup lookup{field.evidence, {}};
    const auto steps = stepsTo(sighting);
    const auto isLookup = [](const Step &step) { return step.kind == Step::Kind::Neighbour || step.kind == Step::Kind::Fdb || step.kind == Step::Kind::Route; };
    for (std::size_t i = steps.size(); i-- > 0;) {
        if (!isLookup(*steps[i]) || !says(*steps[i], field.evidence.front()))
            continue;
        lookup.rejected = steps[i]->rejected;
        const bool hasRoute = field.origin.kind == Origin::Kind::GatewayNeighbour || field.origin.kind == Origin::Kind::LinkLocalGateway;
        while (hasRoute && i-- > 0) {
            if (steps[i]->kind != Step::Kind::Route)
                continue;
            add(lookup.evidence, steps[i]->evidence);
            lookup.rejected.insert(lookup.rejected.end(), steps[i]->rejected.begin(), steps[i]->rejected.end());
            break;
        }
        return lookup;
    }
    return lookup;
}

} // namespace vethscope::explain
