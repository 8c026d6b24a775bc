#include "core/snapshot/hostcommands.h"
#include "core/snapshot/linkwords.h"
#include "core/snapshot/printing.h"
#include "core/snapshot/words.h"

// A bridge's forwarding table by port number: bridge-utils' and busybox' `brctl showmacs`.

namespace vethscope {
namespace {

bool isHeading(const Words &words)
{
    return words.size() > 3 && words[0] == "port" && words[1] == "no" && words[2] == "mac";
}

bool typed(const std::vector<std::string> &words)
{
    return words.front() == "brctl" && words.size() > 1 && words[1] == "showmacs";
}

struct Row {
    std::uint32_t port = 0;
    MacAddress mac{};
    bool local = false;
};

//   3	b2:ad:3a:6e:3a:4f	no		   1.98
std::optional<Row> rowOf(const Words &words)
{
    const auto port = words.size() == 4 ? numberOf<std::uint32_t>(words[0]) : std::nullopt;
    const auto mac = port ? MacAddress::parse(words[1]) : std::nullopt;
    const bool sound = mac && (words[2] == "yes" || words[2] == "no") && numberOf<double>(words[3]);
    return sound ? std::optional(Row{*port, *mac, words[2] == "yes"}) : std::nullopt;
}

bool looksLike(const Reading &reading)
{
    const Words &words = reading.firstWords();
    return isHeading(words) || rowOf(words);
}

void read(Reading &reading)
{
    const std::string bridge = reading.words().size() > 2 ? reading.words()[2] : "";
    for (std::uint32_t line = reading.first(); line < reading.end(); ++line) {
        const Words words = wordsOf(reading.line(line));
        if (isHeading(words))
            reading.understood(line);
        const auto row = rowOf(words);
        if (!row)
            continue;
        FdbFact fact;
        fact.mac = row->mac;
        fact.master = bridge;
        fact.permanent = row->local;
        fact.portNumber = row->port;
        fact.evidence = reading.evidence(line);
        reading.host().fdb.push_back(std::move(fact));
    }
}

} // namespace

constinit const HostCommand commands::brctlShowmacs{
    .name = "brctl showmacs",
    .typed = typed,
    .looksLike = looksLike,
    .read = read,
    .prints = printsSomeForwarding,
};

} // namespace vethscope
