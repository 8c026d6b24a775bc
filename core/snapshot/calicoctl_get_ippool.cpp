#include "core/snapshot/calicoctl.h"
#include "core/snapshot/hostcommands.h"
#include "core/snapshot/kubectlcells.h"
#include "core/snapshot/kubernetes_objects.h"
#include "core/snapshot/words.h"

// `calicoctl get ippool [-o wide]`: which addresses pods get, and whether their packets are encapsulated between nodes.

namespace vethscope {
namespace {

bool typed(const std::vector<std::string> &words)
{
    return isCalicoctlGet(words, "ippool", "ippools");
}

std::string modeOf(std::string_view ipip, std::string_view vxlan)
{
    if (!ipip.empty() && ipip != "Never")
        return "ipip " + std::string(ipip);
    if (!vxlan.empty() && vxlan != "Never")
        return "vxlan " + std::string(vxlan);
    return {};
}

bool isMode(std::string_view cell)
{
    return cell == "Never" || cell == "Always" || cell == "CrossSubnet";
}

bool isCidr(std::string_view cell)
{
    return cell.contains('/') && IpPrefix::parse(cell);
}

void readRow(Reading &reading, const PrintedTable::Row &row, std::uint32_t line)
{
    if (const auto cidr = IpPrefix::parse(row["CIDR"]))
        reading.facts().pools.push_back({.name = std::string(row["NAME"]), .cidr = *cidr, .mode = modeOf(row["IPIPMODE"], row["VXLANMODE"]),
                                         .natOutgoing = row["NAT"] == "true", .vni = {}, .port = {}, .evidence = reading.evidence(line)});
}

constexpr auto rules = std::to_array<ColumnRule>({
    {"NAME", kubectl::isName}, {"CIDR", isCidr}, {"NAT", isTrueOrFalse}, {"IPIPMODE", isMode}, {"VXLANMODE", isMode},
    {"SELECTOR", kubectl::isText, 12},
});
constexpr CalicoctlTable table{.column = "CIDR", .rules = rules, .layout = "NAME,CIDR,SELECTOR", .readRow = readRow};

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

constinit const HostCommand commands::calicoctlGetIppool{.name = "calicoctl get ippool", .typed = typed, .looksLike = looksLike, .read = read};

} // namespace vethscope
