#include "core/snapshot/hostcommands.h"
#include "core/snapshot/iproute2.h"
#include "core/snapshot/jsonrecord.h"
#include "core/snapshot/linkwords.h"
#include "core/snapshot/printing.h"
#include "core/snapshot/words.h"

// Forwarding tables of bridges and VXLAN devices: iproute2's bridge/fdb.c.

namespace vethscope {
namespace {

// Asked for one port, bridge leaves its name out.
void add(Reading &reading, FdbFact fact, std::uint32_t line)
{
    const IpCall call = bridgeCall(reading.words());
    if (fact.interface.empty())
        fact.interface = !call.operand("dev").empty() ? call.operand("dev") : call.operand("brport");
    fact.evidence = reading.evidence(line);
    reading.host().fdb.push_back(std::move(fact));
}

// 2a:3c:a0:e1:a9:b6 dev flannel.1 dst 172.27.16.10 self permanent
std::optional<FdbFact> readEntry(const Words &words)
{
    const auto mac = words.size() > 1 ? MacAddress::parse(words[0]) : std::nullopt;
    const bool says = contains(words, "dev") || contains(words, "self") || contains(words, "master") || contains(words, "dst");
    if (!mac || !says)
        return std::nullopt;
    FdbFact fact;
    fact.mac = *mac;
    fact.interface = behind(words, "dev");
    fact.destination = IpAddress::parse(behind(words, "dst"));
    fact.master = behind(words, "master");
    fact.vlan = numberOf<std::uint16_t>(behind(words, "vlan"));
    fact.permanent = contains(words, "permanent");
    return fact;
}

void readRecord(const JsonRecord &record)
{
    const auto mac = record.mac("mac");
    if (!mac)
        return record.has("mac") ? void() : record.complain("an entry without \"mac\"");
    FdbFact fact;
    fact.mac = *mac;
    fact.interface = record.text("ifname");
    fact.destination = record.address("dst");
    fact.master = record.text("master");
    fact.vlan = record.number<std::uint16_t>("vlan");
    fact.permanent = record.text("state") == "permanent";
    add(record.reading(), std::move(fact), record.line());
}

bool typed(const std::vector<std::string> &words)
{
    return isBridgeShow(words, "fdb");
}

bool looksLike(const Reading &reading)
{
    return isJson(reading) ? jsonHas(reading, {"mac", "ifname"}) : readEntry(wordsOf(reading.line(reading.first()))).has_value();
}

void read(Reading &reading)
{
    if (readJsonRecords(reading, readRecord))
        return;
    for (std::uint32_t line = reading.first(); line < reading.end(); ++line)
        if (auto fact = readEntry(wordsOf(reading.line(line))))
            add(reading, std::move(*fact), line);
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
