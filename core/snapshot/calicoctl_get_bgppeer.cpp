#include "core/snapshot/calicoctl.h"
#include "core/snapshot/hostcommands.h"
#include "core/snapshot/kubectlcells.h"
#include "core/snapshot/kubernetes_objects.h"
#include "core/snapshot/words.h"

// `calicoctl get bgppeer [-o wide]`: sessions that were asked for beside or instead of the mesh, `(global)` or of one node.

namespace vethscope {
namespace {

bool typed(const std::vector<std::string> &words)
{
    return isCalicoctlGet(words, "bgppeer", "bgppeers");
}

// Peers that a selector finds have no address of their own.
bool isPeer(std::string_view cell)
{
    return cell.empty() || kubectl::isAddresses(cell);
}

void readRow(Reading &reading, const PrintedTable::Row &row, std::uint32_t line)
{
    std::string what(row["PEERIP"]);
    for (const auto &[word, column] : {std::pair{" of ", "NODE"}, std::pair{" AS ", "ASN"}})
        if (!row[column].empty())
            what.append(word).append(row[column]);
    reading.facts().clusterSettings.push_back({.name = "BGPPeer " + std::string(row["NAME"]), .value = what, .evidence = reading.evidence(line)});
}

constexpr auto rules = std::to_array<ColumnRule>({
    {"NAME", kubectl::isName}, {"PEERIP", isPeer}, {"NODE", kubectl::isText, 6}, {"ASN", isAsNumber},
});
constexpr CalicoctlTable table{.column = "PEERIP", .rules = rules, .layout = "NAME,PEERIP,NODE,ASN", .readRow = readRow};

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

constinit const HostCommand commands::calicoctlGetBgppeer{.name = "calicoctl get bgppeer", .typed = typed, .looksLike = looksLike, .read = read};

} // namespace vethscope
