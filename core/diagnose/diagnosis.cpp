#include "core/diagnose/diagnosis.h"

#include "core/diagnose/faults.h"
#include "core/diagnose/kernelwords.h"
#include "core/diagnose/traffic.h"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace vethscope::diagnose {
namespace {

constexpr std::size_t framesShown = 5; // of one finding: the first

// What of it the row says; and packets that were lost just where its lines foretell it show it as well.
void complete(Finding &finding, const Fault &fault, const Case &about)
{
    const Traffic *const traffic = about.traffic();
    finding.id = fault.id;
    finding.severity = fault.severity;
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

// The same fault at the same place, seen twice: one finding with both proofs.
void addOnce(Findings &findings, Finding finding)
{
    const auto same = std::ranges::find_if(findings, [&](const Finding &one) { return one.id == finding.id && one.subject == finding.subject; });
    if (same == findings.end()) {
        findings.push_back(std::move(finding));
        return;
    }
    same->proof.add(finding.proof.lines);
    for (const std::uint32_t row : finding.proof.frames)
        same->proof.addFrame(row);
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
    const Findings all = findings;
    for (Finding &deeper : findings)
        for (const Finding &finding : all)
            if (explains(deeper, finding))
                std::ranges::copy_if(finding.told, std::back_inserter(deeper.told), [&](std::size_t mark) { return std::ranges::find(deeper.told, mark) == deeper.told.end(); });
    std::erase_if(findings, [&](const Finding &finding) {
        return std::ranges::any_of(all, [&](const Finding &deeper) { return explains(deeper, finding); });
    });
}

} // namespace

Findings findingsOf(const Case &about)
{
    Findings findings;
    for (const Fault *const fault : faults::all) {
        if (fault->needs == Fault::Needs::Packets && !about.traffic())
            continue;
        for (Finding &finding : fault->find(about)) {
            if (finding.proof.empty())
                continue;
            complete(finding, *fault, about);
            addOnce(findings, std::move(finding));
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
