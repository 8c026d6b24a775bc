#include "core/snapshot/calicoctl.h"
#include "core/snapshot/hostcommands.h"
#include "core/snapshot/kubectlcells.h"
#include "core/snapshot/kubernetes_objects.h"
#include "core/snapshot/words.h"

// `calicoctl get node [-o wide]`: each node's name and BGP address.

namespace vethscope {
namespace {

bool typed(const std::vector<std::string> &words)
{
    return isCalicoctlGet(words, "node", "nodes");
}

// 172.27.0.11/20, or nothing of a family that the node does not have.
bool isAddress(std::string_view cell)
{
    return cell.empty() || IpPrefix::parse(cell);
}

void readRow(Reading &reading, const PrintedTable::Row &row, std::uint32_t line)
{
    KubernetesNodeFact node{.name = std::string(row["NAME"]), .calicoAddress = IpPrefix::parse(row["IPV4"]), .evidence = reading.evidence(line)};
    if (node.calicoAddress)
        node.internalAddresses.push_back(node.calicoAddress->address);
    reading.facts().nodes.push_back(std::move(node));
}

constexpr auto rules = std::to_array<ColumnRule>({
    {"NAME", kubectl::isName}, {"ASN", isAsNumber}, {"IPV4", isAddress}, {"IPV6", isAddress},
});
constexpr CalicoctlTable table{.column = "IPV4", .rules = rules, .layout = "NAME,ASN,IPV4", .readRow = readRow};

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

constinit const HostCommand commands::calicoctlGetNode{.name = "calicoctl get node", .typed = typed, .looksLike = looksLike, .read = read};

} // namespace vethscope
