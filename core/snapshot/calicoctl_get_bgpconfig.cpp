#include "core/snapshot/calicoctl.h"
#include "core/snapshot/hostcommands.h"
#include "core/snapshot/kubernetes_objects.h"
#include "core/snapshot/printedtable.h"
#include "core/snapshot/words.h"

// `calicoctl get bgpconfig [-o wide]`: whether every node talks to every other (the mesh), and their AS number.

namespace vethscope {
namespace {

bool typed(const std::vector<std::string> &words)
{
    return isCalicoctlGet(words, "bgpconfig", "bgpconfigs") || isCalicoctlGet(words, "bgpconfiguration", "bgpconfigurations");
}

bool looksLike(const Reading &reading)
{
    for (std::uint32_t line = reading.first(); line < reading.end(); ++line)
        if (reading.line(line).find("MESHENABLED") != std::string_view::npos)
            return true;
    return false;
}

void read(Reading &reading)
{
    if (readKubernetesObjects(reading))
        return;
    PrintedTable table(std::vector<std::string>{"NAME", "LOGSEVERITY", "MESHENABLED", "ASNUMBER"});
    for (std::uint32_t line = reading.first(); line < reading.end(); ++line) {
        const std::string_view text = reading.line(line);
        if (trimmed(text).empty())
            continue;
        if (text.starts_with("NAME")) {
            table = PrintedTable(text);
            reading.understood(line);
            continue;
        }
        const PrintedTable::Row row = table.row(text);
        for (const auto &[column, name] : {std::pair{"MESHENABLED", "nodeToNodeMeshEnabled"}, std::pair{"ASNUMBER", "asNumber"}})
            if (!row[column].empty() && row[column] != "-")
                reading.facts().clusterSettings.push_back({.name = name, .value = std::string(row[column]), .evidence = reading.evidence(line)});
    }
}

} // namespace

constinit const HostCommand commands::calicoctlGetBgpconfig{.name = "calicoctl get bgpconfig", .typed = typed, .looksLike = looksLike, .read = read};

} // namespace vethscope
