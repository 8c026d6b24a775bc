#include "core/snapshot/calicoctl.h"
#include "core/snapshot/hostcommands.h"
#include "core/snapshot/kubernetes_objects.h"
#include "core/snapshot/printedtable.h"
#include "core/snapshot/words.h"

// `calicoctl get bgppeer [-o wide]`: sessions that were asked for beside or instead of the mesh, `(global)` or of one node.

namespace vethscope {
namespace {

bool typed(const std::vector<std::string> &words)
{
    return isCalicoctlGet(words, "bgppeer", "bgppeers");
}

bool looksLike(const Reading &reading)
{
    for (std::uint32_t line = reading.first(); line < reading.end(); ++line)
        if (reading.line(line).find("PEERIP") != std::string_view::npos)
            return true;
    return false;
}

void read(Reading &reading)
{
    if (readKubernetesObjects(reading))
        return;
    PrintedTable table(std::vector<std::string>{"NAME", "PEERIP", "NODE", "ASN"});
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
        std::string what(row["PEERIP"]);
        for (const auto &[word, column] : {std::pair{" of ", "NODE"}, std::pair{" AS ", "ASN"}})
            if (!row[column].empty())
                what.append(word).append(row[column]);
        reading.facts().clusterSettings.push_back({.name = "BGPPeer " + std::string(row["NAME"]), .value = what, .evidence = reading.evidence(line)});
    }
}

} // namespace

constinit const HostCommand commands::calicoctlGetBgppeer{.name = "calicoctl get bgppeer", .typed = typed, .looksLike = looksLike, .read = read};

} // namespace vethscope
