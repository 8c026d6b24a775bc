#include "core/snapshot/containers.h"
#include "core/snapshot/hostcommands.h"
#include "core/snapshot/kubectlcells.h"
#include "core/snapshot/printedtable.h"

#include <algorithm>

// `crictl pods`: the sandboxes that the container runtime keeps on this node.

namespace vethscope {
namespace {

bool typed(const std::vector<std::string> &words)
{
    return words.size() >= 2 && words[0] == "crictl" && std::ranges::any_of(words, [](const std::string &word) { return word == "pods" || word == "pod"; });
}

bool isSandboxState(std::string_view cell)
{
    return cell == "Ready" || cell == "NotReady";
}

constexpr auto rules = std::to_array<ColumnRule>({
    {"POD ID", isContainerId}, {"CREATED", isTimeAgo, 5}, {"STATE", isSandboxState}, {"NAME", kubectl::isName}, {"NAMESPACE", kubectl::isName},
});

bool isHeading(std::string_view line)
{
    return line.starts_with("POD ID") && PrintedTable(line, rules).has("NAMESPACE");
}

bool looksLike(const Reading &reading)
{
    return isHeading(reading.line(reading.first()));
}

void read(Reading &reading)
{
    PrintedTable table(std::vector<std::string>{"POD ID", "CREATED", "STATE", "NAME", "NAMESPACE", "ATTEMPT", "RUNTIME"}, rules);
    for (std::uint32_t line = reading.first(); line < reading.end(); ++line) {
        const std::string_view text = reading.line(line);
        if (isHeading(text)) {
            table = PrintedTable(text, rules);
            reading.understood(line);
        } else if (const auto row = table.soundRow(text)) {
            reading.facts().pods.push_back({.podNamespace = std::string((*row)["NAMESPACE"]), .name = std::string((*row)["NAME"]),
                                            .node = reading.host().node, .status = std::string((*row)["STATE"]), .evidence = reading.evidence(line)});
        }
    }
}

} // namespace

constinit const HostCommand commands::crictlPods{.name = "crictl pods", .typed = typed, .looksLike = looksLike, .read = read};

} // namespace vethscope
