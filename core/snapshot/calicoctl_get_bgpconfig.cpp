#include "core/snapshot/calicoctl.h"
#include "core/snapshot/hostcommands.h"
#include "core/snapshot/kubectlcells.h"
#include "core/snapshot/kubernetes_objects.h"
#include "core/snapshot/words.h"

// `calicoctl get bgpconfig [-o wide]`: whether every node talks to every other (the mesh), and their AS number.

namespace vethscope {
namespace {

bool typed(const std::vector<std::string> &words)
{
    return isCalicoctlGet(words, "bgpconfig", "bgpconfigs") || isCalicoctlGet(words, "bgpconfiguration", "bgpconfigurations");
}

bool isTrueFalseOrDash(std::string_view cell)
{
    return isTrueOrFalse(cell) || cell == "-";
}

void readRow(Reading &reading, const PrintedTable::Row &row, std::uint32_t line)
{
    reading.understood(line);
    for (const auto &[column, name] : {std::pair{"MESHENABLED", "nodeToNodeMeshEnabled"}, std::pair{"ASNUMBER", "asNumber"}})
        if (!row[column].empty() && row[column] != "-")
            reading.facts().clusterSettings.push_back({.name = name, .value = std::string(row[column]), .evidence = reading.evidence(line)});
}

constexpr auto rules = std::to_array<ColumnRule>({
    {"NAME", kubectl::isName}, {"MESHENABLED", isTrueFalseOrDash}, {"ASNUMBER", isAsNumber},
});
constexpr CalicoctlTable table{.column = "MESHENABLED", .rules = rules, .layout = "NAME,LOGSEVERITY,MESHENABLED,ASNUMBER", .readRow = readRow};

bool looksLike(const Reading &reading)
{
    return isCalicoctlTable(reading, table);
}

void read(Reading &reading)
{
    if (!readKubernetesObjects(reading))
        readCalicoctlTable(reading, table);
}

} // namespace

constinit const HostCommand commands::calicoctlGetBgpconfig{.name = "calicoctl get bgpconfig", .typed = typed, .looksLike = looksLike, .read = read};

} // namespace vethscope
