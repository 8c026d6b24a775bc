#include "core/snapshot/hostcommands.h"
#include "core/snapshot/iproute2.h"
#include "core/snapshot/iprulewords.h"
#include "core/snapshot/jsonrecord.h"
#include "core/snapshot/printing.h"
#include "core/snapshot/words.h"

#include <algorithm>
#include <array>

// Policy routing: iproute2's iprule.c.

namespace vethscope {
namespace {

// A rule without an address is of the family that was asked for.
void add(Reading &reading, RuleFact rule, std::uint32_t priority, Evidence evidence)
{
    rule.priority = priority;
    rule.v6 = rule.v6 || ipCall(reading.words()).v6;
    rule.evidence = std::move(evidence);
    reading.host().rules.push_back(std::move(rule));
}

void readRecord(const JsonRecord &record)
{
    const auto priority = record.number("priority");
    if (!priority)
        return record.complain(Sentence::of("a rule without \"priority\""));
    add(record.reading(), ruleOf(record), *priority, record.evidence());
}

// What a rule does: print_rule of iprule.c.
bool hasAction(const std::vector<std::string_view> &words)
{
    constexpr auto actions = std::to_array<std::string_view>({"lookup", "table", "goto", "unreachable", "blackhole", "prohibit", "nop", "[l3mdev-table]", "map-to", "masquerade"});
    return std::ranges::any_of(words, [&](std::string_view word) { return std::ranges::find(actions, word) != actions.end(); });
}

struct RuleLine {
    std::uint32_t priority;
    std::string_view text;
};

// 32766:	from all lookup main
std::optional<RuleLine> readRule(std::string_view line)
{
    const std::size_t colon = line.find(':');
    const auto priority = numberOf<std::uint32_t>(trimmed(line.substr(0, colon)));
    if (!priority || colon == std::string_view::npos)
        return std::nullopt;
    const std::string_view text = trimmed(line.substr(colon + 1));
    const auto words = wordsOf(text);
    const auto from = std::ranges::find(words, "from");
    const bool isFirst = from == words.begin() || (from == words.begin() + 1 && words[0] == "not");
    const bool isRule = isFirst && words.end() - from > 2 && (*(from + 1) == "all" || IpPrefix::parse(*(from + 1))) && hasAction(words);
    return isRule ? std::optional(RuleLine{*priority, text}) : std::nullopt;
}

bool typed(const std::vector<std::string> &words)
{
    return isIpShow(words, "rule");
}

bool looksLike(const Reading &reading)
{
    return isJson(reading) ? jsonHas(reading, {"priority", "src"}) : readRule(reading.line(reading.first())).has_value();
}

void read(Reading &reading)
{
    if (readJsonRecords(reading, readRecord))
        return;
    for (std::uint32_t line = reading.first(); line < reading.end(); ++line) {
        const auto printed = readRule(reading.line(line));
        if (!printed)
            continue;
        RuleFact rule = ruleOf(wordsOf(printed->text));
        rule.text = printed->text;
        add(reading, std::move(rule), printed->priority, reading.evidence(line));
    }
}

} // namespace

constinit const HostCommand commands::ipRule{
    .name = "ip rule",
    .typed = typed,
    .looksLike = looksLike,
    .read = read,
    .prints = printsRules,
};

} // namespace vethscope
