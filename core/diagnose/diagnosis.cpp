#include "core/diagnose/diagnosis.h"

#include "core/diagnose/faults.h"
#include "core/diagnose/kernelwords.h"
#include "core/diagnose/traffic.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <tuple>

namespace vethscope::diagnose {
namespace {

constexpr std::size_t framesShown = 5; // of one finding: the first

// What of it the row says; and packets that were lost just where its lines foretell it show it as well.
void complete(Finding &finding, const Fault &fault, const Case &about)
{
    const Traffic *const traffic = about.traffic();
    finding.id = fault.id;
    finding.severity = finding.isByDesign ? ProblemSeverity::Note : fault.severity;
    finding.isSymptom = fault.isSymptom;
    std::ranges::copy_if(fault.implies, std::back_inserter(finding.implies), [](std::string_view id) { return !id.empty(); });
    if (traffic && fault.needs == Fault::Needs::Facts)
        for (const std::uint32_t row : traffic->lostBy(finding.proof.lines))
            finding.proof.addFrame(row);
    // Packets tell a direction; without them a pair stands in the nodes' order.
    if (finding.proof.frames.empty())
        std::ranges::sort(finding.subject.nodes, {}, [&](const std::string &name) { return std::ranges::find(about.nodes(), name, &ClusterNode::name) - about.nodes().begin(); });
    const bool isCertain = !finding.proof.lines.empty() && !finding.proof.frames.empty();
    finding.confidence = isCertain ? Confidence::Certain : Confidence::Consistent;
}

using FindingPlaces = std::map<std::tuple<std::string_view, ProblemSeverity, Subject>, std::size_t>;

// The same fault at the same place, seen twice: one finding with both proofs.
void addOnce(Findings &findings, FindingPlaces &places, Finding finding)
{
    const auto [place, isNew] = places.try_emplace({finding.id, finding.severity, finding.subject}, findings.size());
    if (isNew) {
        findings.push_back(std::move(finding));
        return;
    }
    Finding &same = findings[place->second];
    if (same.proof.frames.empty() && !finding.proof.frames.empty())
        same.title = finding.title; // of what was seen
    same.proof.add(finding.proof.lines);
    for (const std::uint32_t row : finding.proof.frames)
        same.proof.addFrame(row);
}

template <typename Name>
bool share(const std::vector<Name> &one, const std::vector<Name> &other)
{
    return std::ranges::find_first_of(one, other) != one.end();
}

bool explains(const Finding &deeper, const Finding &finding)
{
    return std::ranges::find(deeper.implies, finding.id) != deeper.implies.end() && (finding.isSymptom || share(deeper.subject.nodes, finding.subject.nodes) || share(deeper.subject.nodes, finding.alsoOf));
}

// What kernels told of it goes to the deeper ones.
void dropImplied(Findings &findings)
{
    std::vector<Finding *> deepers;
    for (Finding &finding : findings)
        if (!finding.implies.empty())
            deepers.push_back(&finding);
    std::vector<bool> isImplied;
    for (const Finding &finding : findings) {
        isImplied.push_back(false);
        for (Finding *const deeper : deepers) {
            if (!explains(*deeper, finding))
                continue;
            isImplied.back() = true;
            std::ranges::copy_if(finding.told, std::back_inserter(deeper->told), [&](std::size_t mark) { return std::ranges::find(deeper->told, mark) == deeper->told.end(); });
        }
    }
    std::size_t place = 0;
    std::erase_if(findings, [&](const Finding &) { return isImplied[place++]; });
}

} // namespace

Findings findingsOf(const Case &about, const GoOn &goOn)
{
    Findings findings;
    double asked = 0;
    FindingPlaces places;
    for (const Fault *const fault : faults::all) {
        if (!goesOn(goOn, asked++ / static_cast<double>(faults::all.size())))
            break;
        if (fault->needs == Fault::Needs::Packets && !about.traffic())
            continue;
        for (Finding &finding : fault->find(about)) {
            if (finding.proof.empty())
                continue;
            complete(finding, *fault, about);
            addOnce(findings, places, std::move(finding));
        }
    }
    addKernelWords(about, findings);
    dropImplied(findings);
    for (Finding &finding : findings) {
        citeKernelWords(about, finding);
        if (finding.proof.frames.size() > framesShown)
            finding.proof.frames.resize(framesShown);
    }
    std::ranges::stable_sort(findings, {}, [](const Finding &one) {
        return std::tuple(-static_cast<int>(one.severity), one.id, one.subject);
    });
    return findings;
}

} // namespace vethscope::diagnose
