#include "core/snapshot/calicoctl.h"
#include "core/snapshot/hostcommands.h"
#include "core/snapshot/kubernetes_objects.h"
#include "core/snapshot/printedtable.h"
#include "core/snapshot/words.h"

// `calicoctl get node [-o wide]`: each node's name and BGP address.

namespace vethscope {
namespace {

bool typed(const std::vector<std::string> &words)
{
    return isCalicoctlGet(words, "node", "nodes");
}

void read(Reading &reading)
{
    if (readKubernetesObjects(reading))
        return;
    PrintedTable table(std::vector<std::string>{"NAME", "ASN", "IPV4", "IPV6"});
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
        KubernetesNodeFact node{.name = std::string(row["NAME"]), .calicoAddress = IpPrefix::parse(row["IPV4"]), .evidence = reading.evidence(line)};
        if (node.calicoAddress)
            node.internalAddresses.push_back(node.calicoAddress->address);
        reading.facts().nodes.push_back(std::move(node));
    }
}

} // namespace

constinit const HostCommand commands::calicoctlGetNode{.name = "calicoctl get node", .typed = typed, .read = read};

} // namespace vethscope
