#include "core/snapshot/containers.h"
#include "core/snapshot/hostcommands.h"
#include "core/snapshot/kubectlcells.h"
#include "core/snapshot/printedtable.h"

#include <algorithm>

// `crictl ps`: containers, and from cri-tools 1.24 on the pods that they are in; 1.32 adds the namespace.

namespace vethscope {
namespace {

bool typed(const std::vector<std::string> &words)
{
    return words.size() >= 2 && words[0] == "crictl" && std::ranges::find(words, "ps") != words.end();
}

bool isState(std::string_view cell)
{
    return cell == "Running" || cell == "Exited" || cell == "Created" || cell == "Unknown";
}

constexpr auto rules = std::to_array<ColumnRule>({
    {"CONTAINER", isContainerId}, {"CONTAINER ID", isContainerId}, {"CREATED", isTimeAgo, 5}, {"STATE", isState}, {"NAME", kubectl::isName},
    {"POD ID", isContainerId}, {"POD", kubectl::isName}, {"NAMESPACE", kubectl::isName},
});

bool isHeading(std::string_view line)
{
    const PrintedTable table(line, rules);
    return line.starts_with("CONTAINER") && table.has("ATTEMPT") && table.has("POD ID");
}

bool looksLike(const Reading &reading)
{
    return isHeading(reading.line(reading.first()));
}

void read(Reading &reading)
{
    PrintedTable table(std::vector<std::string>{"CONTAINER", "IMAGE", "CREATED", "STATE", "NAME", "ATTEMPT", "POD ID", "POD"}, rules);
    for (std::uint32_t line = reading.first(); line < reading.end(); ++line) {
        const std::string_view text = reading.line(line);
        if (isHeading(text)) {
            table = PrintedTable(text, rules);
            reading.understood(line);
            continue;
        }
        const auto row = table.soundRow(text);
        if (!row)
            continue;
        reading.host().settings.push_back({"container " + std::string((*row)["NAME"]), std::string((*row)["STATE"]), reading.evidence(line)});
        // What has exited may be a pod's that is long gone.
        if (!(*row)["POD"].empty() && (*row)["STATE"] == "Running")
            reading.facts().pods.push_back({.podNamespace = std::string((*row)["NAMESPACE"]), .name = std::string((*row)["POD"]),
                                            .node = reading.host().node, .evidence = reading.evidence(line)});
    }
}

} // namespace

constinit const HostCommand commands::crictlPs{.name = "crictl ps", .typed = typed, .looksLike = looksLike, .read = read};

} // namespace vethscope
