#include "core/diagnose/finding.h"

#include "core/cluster/told.h"

#include <algorithm>

namespace vethscope::diagnose {

std::string_view nameOf(Confidence confidence)
{
    return confidence == Confidence::Certain ? "certain" : "consistent";
}

void Proof::add(const Evidence &line)
{
    addEvidence(lines, line);
}

void Proof::add(const EvidenceList &more)
{
    addEvidence(lines, more);
}

void Proof::addFrame(std::uint32_t row)
{
    if (std::ranges::find(frames, row) == frames.end())
        frames.push_back(row);
}

} // namespace vethscope::diagnose
