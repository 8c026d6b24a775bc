#include "core/snapshot/hostcommands.h"
#include "core/snapshot/iproute2.h"
#include "core/snapshot/jsonrecord.h"
#include "core/snapshot/linkwords.h"
#include "core/snapshot/printing.h"
#include "core/snapshot/soundnames.h"
#include "core/snapshot/words.h"

#include <algorithm>
#include <array>

// Forwarding tables of bridges and VXLAN devices: iproute2's bridge/fdb.c.

namespace vethscope {
namespace {

// Asked for one port, bridge leaves its name out.
void add(Reading &reading, FdbFact fact, Evidence evidence)
{
    const IpCall call = bridgeCall(reading.words());
    if (fact.interface.empty())
        fact.interface = !call.operand("dev").empty() ? call.operand("dev") : call.operand("brport");
    fact.evidence = std::move(evidence);
    reading.host().fdb.push_back(std::move(fact));
}

bool isFlag(std::string_view word)
{
    constexpr auto flags = std::to_array<std::string_view>({"self", "permanent", "extern_learn", "offload", "sticky", "stale", "router", "static", "locked", "added_by_user"});
    return std::ranges::find(flags, word) != flags.end();
}

bool takeValue(std::string_view name, std::string_view value, FdbFact &fact)
{
    if (name == "dev" || name == "master") {
        (name == "dev" ? fact.interface : fact.master) = value;
        return isDeviceName(value);
    }
    if (name == "dst") {
        fact.destination = IpAddress::parse(value);
        return fact.destination.has_value();
    }
    if (name == "vlan") {
        fact.vlan = numberOf<std::uint16_t>(value);
        return fact.vlan.has_value();
    }
    return !value.empty() && (name == "vni" || name == "src_vni" || name == "port" || name == "via" || name == "link-netnsid" || name == "used" || name == "nhid");
}

// 2a:3c:a0:e1:a9:b6 dev flannel.1 dst 172.27.16.10 self permanent
std::optional<FdbFact> readEntry(const Words &words)
{
    const auto mac = words.size() > 1 ? MacAddress::parse(words[0]) : std::nullopt;
    if (!mac)
        return std::nullopt;
    FdbFact fact;
    fact.mac = *mac;
    for (std::size_t i = 1; i < words.size(); ++i) {
        if (isFlag(words[i]))
            continue;
        const std::string_view name = words[i];
        if (!takeValue(name, ++i < words.size() ? words[i] : std::string_view{}, fact))
            return std::nullopt;
    }
    fact.permanent = contains(words, "permanent");
    return fact;
}

void readRecord(const JsonRecord &record)
{
    const auto mac = record.mac("mac");
    if (!mac)
        return record.has("mac") ? void() : record.complain(Sentence::of("an entry without \"mac\""));
    FdbFact fact;
    fact.mac = *mac;
    fact.interface = record.text("ifname");
    fact.destination = record.address("dst");
    fact.master = record.text("master");
    fact.vlan = record.number<std::uint16_t>("vlan");
    fact.permanent = record.text("state") == "permanent";
    add(record.reading(), std::move(fact), record.evidence());
}

bool typed(const std::vector<std::string> &words)
{
    return isBridgeShow(words, "fdb");
}

bool looksLike(const Reading &reading)
{
    return isJson(reading) ? jsonHas(reading, {"mac", "ifname"}) : readEntry(reading.firstWords()).has_value();
}

void read(Reading &reading)
{
    if (readJsonRecords(reading, readRecord))
        return;
    for (std::uint32_t line = reading.first(); line < reading.end(); ++line)
        if (auto fact = readEntry(wordsOf(reading.line(line))))
            add(reading, std::move(*fact), reading.evidence(line));
}

} // namespace

constinit const HostCommand commands::bridgeFdb{
    .name = "bridge fdb",
    .typed = typed,
    .looksLike = looksLike,
    .read = read,
    .prints = printsForwarding,
};

} // namespace vethscope
