#include "core/diagnose/finding.h"

#include "core/cluster/told.h"

#include <algorithm>
#include <utility>

namespace vethscope::diagnose {

std::string_view nameOf(Confidence confidence)
{
    return confidence == Confidence::Certain ? "certain" : "consistent";
}

void exclude(Finding &finding, std::string_view lookAlike, const EvidenceList &lines, const std::vector<std::uint32_t> &frames)
{
    Proof proof;
    proof.add(lines);
    for (const std::uint32_t row : frames)
        proof.addFrame(row);
    if (proof.empty())
        return;
    const auto known = std::ranges::find(finding.excluded, lookAlike, &Excluded::lookAlike);
    if (known == finding.excluded.end()) {
        finding.excluded.push_back({lookAlike, std::move(proof)});
        return;
    }
    known->proof.add(proof.lines);
    for (const std::uint32_t row : proof.frames)
        known->proof.addFrame(row);
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
    constexpr std::size_t few = 64;
    if (frames.size() < few) {
        if (std::ranges::find(frames, row) == frames.end())
            frames.push_back(row);
        return;
    }
    if (known.size() != frames.size())
        known = {frames.begin(), frames.end()};
    if (known.insert(row).second)
        frames.push_back(row);
}

} // namespace vethscope::diagnose
