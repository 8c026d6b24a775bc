#include "app/cli/predictwriter.h"
#include "core/facts/shownline.h"

#include <fmt/ranges.h>

namespace vethscope::cli {
namespace {

std::string placeText(const path::Hop &hop)
{
    if (hop.node.empty() && hop.pod.empty())
        return "a router";
    const std::string where = hop.pod.empty() ? hop.node : "pod " + hop.pod;
    return hop.interface.empty() ? where : fmt::format("{} of {}", hop.interface, where);
}

// One line a scope: `U 172.27.0.11 → 172.27.16.10 ttl 64, 52:54… → fe:ee…`.
std::string headersText(const std::vector<path::Field> &fields, std::size_t depth)
{
    const auto valueOf = [&](std::string_view name) -> std::string {
        for (const path::Field &field : fields)
            if (field.depth == depth && field.name == name)
                return field.value.value_or("?");
        return {};
    };
    const auto either = [&](std::string_view v4, std::string_view v6) { return valueOf(v4).empty() ? valueOf(v6) : valueOf(v4); };
    std::vector<std::string> words{fmt::format("{} → {}", either("ip.src", "ipv6.src"), either("ip.dst", "ipv6.dst"))};
    if (const std::string ttl = either("ip.ttl", "ipv6.hlim"); !ttl.empty())
        words.push_back("ttl " + ttl);
    if (!valueOf("eth.src").empty() || !valueOf("eth.dst").empty())
        words.push_back(fmt::format("{} → {}", valueOf("eth.src").empty() ? "?" : valueOf("eth.src"), valueOf("eth.dst").empty() ? "?" : valueOf("eth.dst")));
    if (const std::string vni = valueOf("vxlan.vni"); !vni.empty())
        words.push_back(fmt::format("VXLAN port {} VNI {}", valueOf("udp.dstport"), vni));
    return fmt::format("{}", fmt::join(words, ", "));
}

void writeLine(std::ostream &out, std::string_view indent, const Evidence &line)
{
    if (line.source)
        out << fmt::format("{}{}:{}: {}\n", indent, line.source->name(), line.line, shownLine(line).text);
}

void writeHop(std::ostream &out, const path::Hop &hop, std::size_t number)
{
    for (const path::Step &step : hop.steps) {
        if (step.kind == path::Step::Kind::Deliver || step.kind == path::Step::Kind::Drop)
            continue;
        out << fmt::format("    {}\n", step.text.english());
        for (const Evidence &line : step.evidence)
            writeLine(out, "        ", line);
        for (const path::Change &change : step.changes)
            out << fmt::format("        {} {} → {}\n", change.field, change.from.value_or("–"), change.to.value_or("–"));
    }
    out << fmt::format("{:2}  {}\n", number, placeText(hop));
    const std::vector<path::Field> fields = hop.fields();
    const std::size_t depths = hop.packet ? hop.packet->scopes.size() : 0;
    for (std::size_t depth = 0; depth < depths; ++depth) {
        for (const path::Field &field : fields) {
            if (field.depth == depth) {
                out << fmt::format("      {:8}  {}\n", field.scope, headersText(fields, depth));
                break;
            }
        }
    }
}

void writePath(std::ostream &out, const path::Path &path)
{
    for (std::size_t i = 0; i < path.hops.size(); ++i)
        writeHop(out, path.hops[i], i + 1);
    const path::Ending &ending = path.ending;
    out << fmt::format("{}: {} ({}{}{})\n", nameOf(path.verdict()), ending.reason.english(), nameOf(ending.disposition), ending.kernelReason.empty() ? "" : ", ", ending.kernelReason);
    for (const Evidence &line : ending.evidence)
        writeLine(out, "    ", line);
    if (path.verdict() == path::Verdict::Unknown && !ending.ask.empty())
        out << fmt::format("    ask{}: {}\n", ending.askOn.empty() ? "" : " " + ending.askOn, ending.ask);
    if (path.assumed.empty())
        return;
    out << "Taken as Kubernetes and the CNI leave it, since nobody printed it:\n";
    for (const path::AssumedFact &fact : path.assumed)
        out << fmt::format("    {}: {}\n", fact.pod.empty() ? fact.node : fact.pod, fact.ask);
}

void writeBranches(std::ostream &out, const path::Prediction &prediction)
{
    for (std::size_t i = 1; i < prediction.branches.size(); ++i) {
        const path::Path &path = prediction.branches[i];
        const std::string chance = path.probability ? fmt::format(" with probability {:.3g}", *path.probability) : std::string();
        out << fmt::format("\nOr{}, {}:\n", chance, path.because.english());
        writePath(out, path);
    }
}

} // namespace

void writePredictionText(const path::Prediction &prediction, std::ostream &out)
{
    writePath(out, prediction.likeliest());
    writeBranches(out, prediction);
    if (!prediction.back)
        return;
    out << "\nThe answer:\n";
    writePath(out, prediction.back->likeliest());
    writeBranches(out, *prediction.back);
}

void writeChangesText(const std::vector<path::ChangedWay> &changes, std::ostream &out)
{
    const auto ended = [](const std::optional<path::Disposition> &disposition) { return disposition ? nameOf(*disposition) : std::string_view("not there"); };
    out << fmt::format("\n{} ways differ\n", changes.size());
    for (const path::ChangedWay &change : changes) {
        out << fmt::format("{} to {}: {}{}\n", change.from, change.to, ended(change.before),
                   change.before == change.after ? std::string() : fmt::format(" → {}", ended(change.after)));
        for (const path::ChangedValue &value : change.values)
            out << fmt::format("    {} at {} of {}: {} → {}\n", value.field, value.interface, value.pod.empty() ? value.node : value.pod, value.before.value_or("–"), value.after.value_or("–"));
        for (const Evidence &line : change.linesBefore)
            writeLine(out, "    before  ", line);
        for (const Evidence &line : change.linesAfter)
            writeLine(out, "    after   ", line);
    }
}

} // namespace vethscope::cli
