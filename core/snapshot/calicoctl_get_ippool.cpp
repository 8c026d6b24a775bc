#include "core/snapshot/calicoctl.h"
#include "core/snapshot/hostcommands.h"
#include "core/snapshot/kubernetes_objects.h"
#include "core/snapshot/printedtable.h"
#include "core/snapshot/words.h"

// `calicoctl get ippool [-o wide]`: which addresses pods get, and whether their packets are encapsulated between nodes.

namespace vethscope {
namespace {

bool typed(const std::vector<std::string> &words)
{
    return isCalicoctlGet(words, "ippool", "ippools");
}

bool looksLike(const Reading &reading)
{
    for (std::uint32_t line = reading.first(); line < reading.end(); ++line)
        if (reading.line(line).find("IPIPMODE") != std::string_view::npos)
            return true;
    return false;
}

std::string modeOf(std::string_view ipip, std::string_view vxlan)
{
    if (!ipip.empty() && ipip != "Never")
        return "ipip " + std::string(ipip);
    if (!vxlan.empty() && vxlan != "Never")
        return "vxlan " + std::string(vxlan);
    return {};
}

void read(Reading &reading)
{
    if (readKubernetesObjects(reading))
        return;
    PrintedTable table(std::vector<std::string>{"NAME", "CIDR", "SELECTOR"});
    for (std::uint32_t line = reading.first(); line < reading.end(); ++line) {
        const std::string_view text = reading.line(line);
        if (text.starts_with("NAME")) {
            table = PrintedTable(text);
            reading.understood(line);
            continue;
        }
        const PrintedTable::Row row = table.row(text);
        if (const auto cidr = IpPrefix::parse(row["CIDR"]))
            reading.facts().pools.push_back({.name = std::string(row["NAME"]), .cidr = *cidr, .mode = modeOf(row["IPIPMODE"], row["VXLANMODE"]),
                                             .natOutgoing = row["NAT"] == "true", .vni = {}, .port = {}, .evidence = reading.evidence(line)});
    }
}

} // namespace

constinit const HostCommand commands::calicoctlGetIppool{.name = "calicoctl get ippool", .typed = typed, .looksLike = looksLike, .read = read};

} // namespace vethscope
