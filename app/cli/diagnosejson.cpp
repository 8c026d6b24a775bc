#include "app/cli/diagnosewriter.h"
#include "app/cli/json.h"

#include <nlohmann/json.hpp>

namespace vethscope::cli {
namespace {

Json proofJson(const DiagnoseReport &report, const diagnose::Proof &proof)
{
    Json list = evidenceJson(proof.lines, report.texts);
    for (const std::uint32_t row : proof.frames) {
        const CitedFrame frame = citedFrame(report, row);
        list.push_back({{"capture", frame.capture}, {"frame", frame.number}});
    }
    return list;
}

Json findingJson(const DiagnoseReport &report, const diagnose::Finding &finding)
{
    const auto excluded = [&](const diagnose::Excluded &one) { return Json{{"look_alike", one.lookAlike}, {"evidence", proofJson(report, one.proof)}}; };
    return {{"id", finding.id}, {"severity", nameOf(finding.severity)}, {"confidence", nameOf(finding.confidence)},
            {"title", finding.title.english()}, {"why", finding.why.english()}, {"fix", finding.fix.english()}, {"confirm", textOrNull(finding.confirm)},
            {"subject", {{"nodes", finding.subject.nodes}, {"pods", finding.subject.pods}, {"interface", textOrNull(finding.subject.interface)}, {"address", textOrNull(finding.subject.address)}}},
            {"excluded", listOf(finding.excluded, excluded)}, {"implies", finding.implies}, {"evidence", proofJson(report, finding.proof)}};
}

Json suspectJson(const diagnose::Suspect &suspect)
{
    return {{"node", suspect.node}, {"interface", textOrNull(suspect.interface)}, {"to_node", textOrNull(suspect.toNode)}, {"failed", suspect.failed}, {"slow", suspect.slow}, {"good", suspect.good}};
}

Json dropsJson(const DiagnoseReport &report, const diagnose::ToldDrops &drops)
{
    return {{"node", textOrNull(drops.node)}, {"tool", drops.tool}, {"function", textOrNull(drops.function)}, {"reason", textOrNull(drops.reason)}, {"packets", drops.packets}, {"evidence", proofJson(report, drops.proof)}};
}

} // namespace

void writeDiagnosisJson(const DiagnoseReport &report, std::ostream &out)
{
    const auto finding = [&](const diagnose::Finding &one) { return findingJson(report, one); };
    const auto drops = [&](const diagnose::ToldDrops &some) { return dropsJson(report, some); };
    out << jsonText({{"findings", listOf(report.findings, finding)}, {"suspects", listOf(report.suspects, suspectJson)}, {"unexplained_drops", listOf(report.unexplained, drops)}}) << '\n';
}

} // namespace vethscope::cli
