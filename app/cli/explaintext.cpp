#include "app/cli/explainwriter.h"
#include "core/facts/shownline.h"

#include <fmt/ranges.h>

namespace vethscope::cli {
namespace {

using explain::FieldExplanation;

std::string pointText(const explain::Point &point)
{
    const std::string machine = point.pod.empty() ? point.node : "the pod " + point.pod;
    if (machine.empty() && point.interface.empty())
        return "captured nobody knows where";
    if (machine.empty() || point.interface.empty())
        return "captured on " + machine + point.interface;
    return fmt::format("captured on {} of {}", point.interface, machine);
}

void writeLines(std::ostream &out, const EvidenceList &lines, std::string_view because = {})
{
    for (const Evidence &line : lines)
        if (line.source)
            out << fmt::format("        {}:{}: {}{}{}\n", line.source->name(), line.line, shownLine(line).text, because.empty() ? "" : "    lost: ", because);
}

std::string verdictText(const FieldExplanation &field)
{
    const auto matches = field.matches();
    if (!matches)
        return "not foretold";
    if (*matches)
        return "as foretold";
    return fmt::format("foretold: {}", fmt::join(field.expected, " or "));
}

void writeField(std::ostream &out, const FieldExplanation &field)
{
    out << fmt::format("{:8}  {:18}  {:17}  {}, {}\n", field.scope, field.name, field.value, nameOf(field.origin.kind), verdictText(field));
    out << fmt::format("    {}\n", field.text.english());
    writeLines(out, field.evidence);
    for (const kernel::Rejected &one : field.rejected)
        writeLines(out, {one.evidence}, one.because);
    if (field.nat)
        out << fmt::format("    before translation: {}\n", field.nat->text());
    if (field.writtenBy) {
        out << fmt::format("    {}\n", field.writtenBy->text.english());
        writeLines(out, field.writtenBy->evidence);
        for (const explain::Announcement &one : field.writtenBy->announced)
            out << fmt::format("        {} frame {}: BGP UPDATE, {} by {}\n", one.capture, one.frame, one.network.text(), one.nextHop->text());
    }
    if (!field.ask.empty())
        out << fmt::format("    not printed: {}{}{}\n", field.ask, field.askOn.empty() ? "" : " on ", field.askOn);
}

} // namespace

void writeExplanationText(const explain::FrameExplanation &explanation, std::uint32_t frame, std::ostream &out)
{
    out << fmt::format("Frame {}, {}", frame, pointText(explanation.point));
    out << fmt::format("{}{}\n", explanation.tunnels.empty() ? "" : ", in ", fmt::join(explanation.tunnels, " in "));
    if (!explanation.unforetold.empty())
        out << fmt::format("Nothing is foretold: {}\n", explanation.unforetold.english());
    for (const FieldExplanation &field : explanation.fields)
        writeField(out, field);
}

} // namespace vethscope::cli
