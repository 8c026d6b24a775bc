#include "core/snapshot/hostcommands.h"
#include "core/snapshot/iproute2.h"
#include "core/snapshot/jsonrecord.h"
#include "core/snapshot/printing.h"
#include "core/snapshot/words.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

// Policy routing: iproute2's iprule.c.

namespace vethscope {
namespace {

// Built as iprule.c prints it, so that text and JSON tell the same.
std::string textOf(const JsonRecord &record)
{
    const auto prefix = [&](std::string_view address, std::string_view length) {
        const auto bits = record.number(length);
        return record.text(address) + (bits ? fmt::format("/{}", *bits) : "");
    };
    std::string text = record.has("not") ? "not from " : "from ";
    text += prefix("src", "srclen");
    if (record.has("dst"))
        text += " to " + prefix("dst", "dstlen");
    for (const std::string_view name : {"tos", "fwmark", "iif", "oif", "ipproto"})
        if (const std::string value = record.text(name); !value.empty())
            text += fmt::format(" {} {}", name, value);
    if (const std::string table = record.text("table"); !table.empty())
        text += " lookup " + table;
    if (const std::string action = record.text("action"); !action.empty())
        text += ' ' + action;
    return text;
}

void readRecord(const JsonRecord &record)
{
    const auto priority = record.number("priority");
    if (!priority)
        return record.complain(Sentence::of("a rule without \"priority\""));
    record.reading().host().rules.push_back({.priority = *priority, .text = textOf(record), .evidence = record.evidence()});
}

// What a rule does: print_rule of iprule.c.
bool hasAction(const std::vector<std::string_view> &words)
{
    constexpr auto actions = std::to_array<std::string_view>({"lookup", "table", "goto", "unreachable", "blackhole", "prohibit", "nop", "[l3mdev-table]", "map-to", "masquerade"});
    return std::ranges::any_of(words, [&](std::string_view word) { return std::ranges::find(actions, word) != actions.end(); });
}

// 32766:	from all lookup main
std::optional<RuleFact> readRule(std::string_view line)
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
    return isRule ? std::optional(RuleFact{.priority = *priority, .text = std::string(text), .evidence = {}}) : std::nullopt;
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
        if (auto rule = readRule(reading.line(line))) {
            rule->evidence = reading.evidence(line);
            reading.host().rules.push_back(std::move(*rule));
        }
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
