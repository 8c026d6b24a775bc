#include "core/colours/colourrulesfile.h"

#include "core/colours/colourtext.h"
#include "core/transcript/listedlines.h"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace vethscope {
namespace {

using RulesJson = nlohmann::ordered_json;

// An @ ends a name and, as `@[`, a filter: of Wireshark's raw operator there may be some within.
std::optional<ColourRule> ruleOfLine(std::string_view line)
{
    ColourRule rule;
    rule.isEnabled = !line.starts_with('!');
    if (!rule.isEnabled)
        line.remove_prefix(1);
    const auto afterName = line.find('@', 1);
    const auto afterFilter = line.rfind("@[");
    if (!line.starts_with('@') || afterName == line.npos || afterFilter == line.npos || afterFilter <= afterName)
        return std::nullopt;
    const std::string_view colours = line.substr(afterFilter + 1);
    const auto between = colours.find("][");
    if (between == colours.npos)
        return std::nullopt;
    const auto background = colourOfText(colours.substr(0, between + 1)), foreground = colourOfText(colours.substr(between + 1));
    if (!background || !foreground)
        return std::nullopt;
    rule.name = line.substr(1, afterName - 1);
    rule.filter = line.substr(afterName + 1, afterFilter - afterName - 1);
    rule.background = *background;
    rule.foreground = *foreground;
    return rule;
}

ColourRulesRead readLines(std::string_view text)
{
    ColourRulesRead read;
    forEachListed(text, [&](std::size_t number, std::string_view line) {
        if (auto rule = ruleOfLine(line))
            read.rules.push_back(*std::move(rule));
        else
            read.problems.push_back(Sentence::of("line {} is no colour rule: {}", number, line.substr(0, 60)));
    });
    return read;
}

std::optional<Rgb> colourIn(const RulesJson &value)
{
    return value.is_string() ? colourOfText(value.get<std::string>()) : value.is_array() ? colourOfText(value.dump()) : std::nullopt;
}

std::optional<ColourRule> ruleOfJson(const RulesJson &one)
{
    const auto text = [&](const char *key) { return one.contains(key) && one[key].is_string() ? std::optional(one[key].get<std::string>()) : std::nullopt; };
    const auto flag = [&](const char *key, bool otherwise) { return one.contains(key) && one[key].is_boolean() ? one[key].get<bool>() : otherwise; };
    if (!one.is_object() || !text("name") || !text("filter") || !one.contains("background") || !one.contains("foreground"))
        return std::nullopt;
    const auto background = colourIn(one["background"]), foreground = colourIn(one["foreground"]);
    if (!background || !foreground)
        return std::nullopt;
    return ColourRule{*text("name"), *text("filter"), *foreground, *background, flag("enabled", true) && !flag("disabled", false)};
}

// The rules themselves, or what they stand in.
const RulesJson *listIn(const RulesJson &all)
{
    if (all.is_array())
        return &all;
    if (all.is_object())
        for (const RulesJson &value : all)
            if (value.is_array())
                return &value;
    return nullptr;
}

ColourRulesRead readObjects(std::string_view text)
{
    const RulesJson all = RulesJson::parse(text, nullptr, false, true);
    const RulesJson *const list = all.is_discarded() ? nullptr : listIn(all);
    if (!list)
        return {{}, {all.is_discarded() ? Sentence::of("the colour rules are no sound JSON") : Sentence::of("the JSON has no list of colour rules")}};
    ColourRulesRead read;
    for (std::size_t i = 0; i < list->size(); ++i) {
        if (auto rule = ruleOfJson((*list)[i]))
            read.rules.push_back(*std::move(rule));
        else
            read.problems.push_back(Sentence::of("entry {} of the list is no colour rule", i + 1));
    }
    return read;
}

bool isJson(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t\r\n");
    return first != text.npos && (text[first] == '{' || text[first] == '[' || text[first] == '/');
}

std::string inLine(std::string text, bool isName)
{
    std::ranges::replace_if(text, [isName](char character) { return character == '\n' || character == '\r' || (isName && character == '@'); }, isName ? '_' : ' ');
    return text;
}

} // namespace

ColourRulesRead readColourRules(std::string_view text)
{
    text = withoutByteOrderMark(text);
    return isJson(text) ? readObjects(text) : readLines(text);
}

std::string colourRulesText(const std::vector<ColourRule> &rules)
{
    std::string text = "# Colouring rules, first match first; written by Vethscope\n";
    for (const ColourRule &rule : rules)
        text += fmt::format("{}@{}@{}@{}{}\n", rule.isEnabled ? "" : "!", inLine(rule.name, true), inLine(rule.filter, false), sixteenBits(rule.background), sixteenBits(rule.foreground));
    return text;
}

std::string colourRulesJson(const std::vector<ColourRule> &rules)
{
    RulesJson list = RulesJson::array();
    for (const ColourRule &rule : rules)
        list.push_back({{"disabled", !rule.isEnabled}, {"name", rule.name}, {"filter", rule.filter}, {"foreground", hexadecimalBits(rule.foreground)}, {"background", hexadecimalBits(rule.background)}});
    return RulesJson{{"coloringrules", std::move(list)}}.dump(2, ' ', false, RulesJson::error_handler_t::replace) + '\n';
}

} // namespace vethscope
