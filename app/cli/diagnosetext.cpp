#include "app/cli/diagnosewriter.h"
#include "core/facts/shownline.h"
#include "core/sentence/visible.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace vethscope::cli {
namespace {

void writeProof(const DiagnoseReport &report, const diagnose::Proof &proof, std::ostream &out)
{
    for (const Evidence &line : proof.lines) {
        const std::string *const snapshot = report.texts.of(line.source.get());
        out << fmt::format("    {}{}:{}: {}\n", snapshot ? *snapshot + ' ' : std::string(), line.source->name(), line.line, shownLine(line).text);
    }
    for (const std::uint32_t row : proof.frames) {
        const CitedFrame frame = citedFrame(report, row);
        out << fmt::format("    {}: frame {}\n", visible(frame.capture), frame.number);
    }
}

void writeFinding(const DiagnoseReport &report, const diagnose::Finding &finding, std::ostream &out)
{
    out << fmt::format("{}: {}\n", nameOf(finding.severity), finding.title.english());
    out << fmt::format("  {}, {}\n", finding.id, finding.confidence == diagnose::Confidence::Certain ? "certain" : "consistent with what is there");
    if (!finding.subject.pods.empty())
        out << fmt::format("  pods: {}\n", fmt::join(finding.subject.pods, ", "));
    out << fmt::format("  {}\n  To do: {}\n", finding.why.english(), finding.fix.english());
    if (!finding.confirm.empty())
        out << fmt::format("  To be sure: {}\n", finding.confirm);
    out << "  Shown by\n";
    writeProof(report, finding.proof, out);
    for (const diagnose::Excluded &excluded : finding.excluded) {
        out << fmt::format("  Not {}, by\n", excluded.lookAlike);
        writeProof(report, excluded.proof, out);
    }
}

void writeUnexplained(const DiagnoseReport &report, std::ostream &out)
{
    for (const diagnose::ToldDrops &drops : report.unexplained) {
        out << fmt::format("  {}{}{}: {} {}{}\n", drops.node, drops.node.empty() ? "" : " ", drops.tool, drops.packets, drops.packets == 1 ? "packet" : "packets", drops.function.empty() ? "" : " in " + drops.function);
        out << fmt::format("    {}\n", drops.reason.empty() ? "no reason is told" : drops.reason);
        writeProof(report, drops.proof, out);
    }
}

} // namespace

void writeDiagnosisText(const DiagnoseReport &report, std::ostream &out)
{
    if (report.findings.empty())
        out << "Nothing was found.\n";
    for (const diagnose::Finding &finding : report.findings) {
        if (&finding != &report.findings.front())
            out << '\n';
        writeFinding(report, finding, out);
    }
    if (!report.suspects.empty())
        out << "\nWhat flows that failed have in common\n";
    for (const diagnose::Suspect &suspect : report.suspects)
        out << fmt::format("  {}: {} failed, {} slow, {} well\n", !suspect.toNode.empty() ? suspect.node + " to " + suspect.toNode : suspect.interface.empty() ? suspect.node : suspect.node + ':' + suspect.interface,
                           suspect.failed, suspect.slow, suspect.good);
    if (!report.unexplained.empty())
        out << "\nDropped, as kernels tell, and explained by nothing above\n";
    writeUnexplained(report, out);
}

} // namespace vethscope::cli
