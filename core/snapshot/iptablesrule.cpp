#include "core/snapshot/iptablesrule.h"

#include "core/snapshot/firewallwords.h"
#include "core/snapshot/words.h"

#include <algorithm>
#include <cstdlib>

namespace vethscope {
namespace {

// One option of a rule with what stands behind it.
struct Option {
    std::string_view name;
    std::span<const ShellToken> values;
    bool inverted = false;

    std::string_view value(std::size_t place = 0) const { return place < values.size() ? std::string_view(values[place].text) : std::string_view{}; }
    std::string text() const
    {
        std::string words = (inverted ? "! " : "") + std::string(name);
        for (const ShellToken &word : values)
            words += " " + word.text;
        return words;
    }
};

// A value may begin with a hyphen only in quotes.
bool isOption(const ShellToken &word)
{
    return !word.quoted && word.text.size() > 1 && word.text[0] == '-' && (word.text[1] < '0' || word.text[1] > '9');
}

std::vector<Option> optionsOf(std::span<const ShellToken> words)
{
    std::vector<Option> options;
    bool inverted = false;
    for (std::size_t i = 0; i < words.size();) {
        if (words[i].text == "!" && !words[i].quoted) {
            inverted = true;
            ++i;
            continue;
        }
        std::size_t end = i + 1;
        while (end < words.size() && !isOption(words[end]) && words[end].text != "!")
            ++end;
        options.push_back({words[i].text, words.subspan(i + 1, end - i - 1), inverted});
        inverted = false;
        i = end;
    }
    return options;
}

std::string withNot(const Option &option)
{
    return (option.inverted ? "!" : "") + std::string(option.value());
}

// Whether a prefix is read; 10.0.0.0/255.0.255.0 is none.
bool setPrefix(std::optional<IpPrefix> &prefix, bool &negated, const Option &option)
{
    prefix = IpPrefix::parse(option.value());
    negated = option.inverted;
    return prefix.has_value();
}

bool addIcmp(FirewallRuleFact &rule, const Option &option)
{
    const std::string_view value = option.value();
    const std::size_t slash = value.find('/');
    const auto type = icmpTypeNumber(value.substr(0, slash));
    const auto code = numberOf<std::uint32_t>(slash == value.npos ? std::string_view{} : value.substr(slash + 1));
    if (value == "any" || value == "255") // extensions/libipt_icmp.c: all of them
        return !option.inverted;
    if (!type || (slash != value.npos && (!code || option.inverted)))
        return false;
    rule.matches.push_back({.keys = {PacketKey::IcmpType}, .elements = {{.key = {NumberRange{*type, *type}}}}, .inverted = option.inverted});
    if (code)
        rule.matches.push_back({.keys = {PacketKey::IcmpCode}, .elements = {{.key = {NumberRange{*code, *code}}}}});
    return true;
}

bool addTcpFlags(FirewallRuleFact &rule, const Option &option)
{
    const auto mask = tcpFlags(option.value()), flags = tcpFlags(option.value(1));
    if (mask && flags)
        rule.matches.push_back({.keys = {PacketKey::TcpFlags}, .elements = {{.key = {NumberRange{*flags, *flags}}}}, .inverted = option.inverted, .mask = *mask});
    return mask && flags;
}

bool addMark(FirewallRuleFact &rule, const Option &option, std::string_view module)
{
    const auto match = module == "mark" ? markMatch(option.value(), option.inverted) : std::nullopt; // not connmark's
    if (match)
        rule.matches.push_back(*match);
    return match.has_value();
}

bool setDestinationPort(FirewallRuleFact &rule, const Option &option)
{
    const auto port = option.inverted || rule.destinationPort ? std::nullopt : numberOf<std::uint16_t>(option.value());
    if (port)
        rule.destinationPort = port;
    else
        rule.matches.push_back(listMatch(PacketKey::DestinationPort, option.value(), option.inverted));
    return true;
}

// What a rule asks for; false where it is not understood.
bool addMatch(FirewallRuleFact &rule, const Option &option, std::string_view module)
{
    const std::string_view name = option.name;
    if (name == "-s" || name == "--source")
        return setPrefix(rule.source, rule.notSource, option);
    if (name == "-d" || name == "--destination")
        return setPrefix(rule.destination, rule.notDestination, option);
    if (name == "-i")
        rule.inInterface = withNot(option);
    else if (name == "-o")
        rule.outInterface = withNot(option);
    else if (name == "-p")
        rule.protocol = withNot(option);
    else if (name == "--comment")
        rule.comment = option.value();
    else if (name == "--dport")
        return setDestinationPort(rule, option);
    else if (name == "--sport" || name == "--sports")
        rule.matches.push_back(listMatch(PacketKey::SourcePort, option.value(), option.inverted));
    else if (name == "--dports")
        rule.matches.push_back(listMatch(PacketKey::DestinationPort, option.value(), option.inverted));
    else if (name == "--ports")
        rule.matches.push_back(listMatch(PacketKey::AnyPort, option.value(), option.inverted));
    else if (name == "--ctstate" || name == "--state")
        rule.matches.push_back(listMatch(PacketKey::State, option.value(), option.inverted));
    else if (name == "--mark")
        return addMark(rule, option, module);
    else if (name == "--src-type" || name == "--dst-type")
        rule.matches.push_back(listMatch(name == "--src-type" ? PacketKey::SourceType : PacketKey::DestinationType, option.value(), option.inverted));
    else if ((name == "--limit-iface-out" || name == "--limit-iface-in") && !rule.matches.empty())
        (name == "--limit-iface-out" ? rule.matches.back().onLeavingDevice : rule.matches.back().onEnteringDevice) = true;
    else if (name == "--src-range" || name == "--dst-range")
        rule.matches.push_back(listMatch(name == "--src-range" ? PacketKey::Source : PacketKey::Destination, option.value(), option.inverted));
    else if (name == "--icmp-type" || name == "--icmpv6-type")
        return addIcmp(rule, option);
    else if (name == "--tcp-flags")
        return addTcpFlags(rule, option);
    else if (name == "--syn")
        rule.matches.push_back({.keys = {PacketKey::TcpFlags}, .elements = {{.key = {NumberRange{2, 2}}}}, .inverted = option.inverted, .mask = 0x17});
    else if (name == "--probability" && !option.inverted)
        rule.probability = std::strtod(std::string(option.value()).c_str(), nullptr);
    else
        return name == "--mode" && option.value() == "random";
    return true;
}

// What the target does with the packet; false where it is not understood. Of those that only note something nothing needs to be.
bool addEffect(FirewallRuleFact &rule, const Option &option)
{
    const std::string_view name = option.name;
    if (name == "--to-destination" || name == "--to-source") {
        rule.translatesTo = option.value();
        return leadsToOne(rule.translatesTo);
    }
    if (name == "--to-ports") {
        rule.translatesTo = ":" + std::string(option.value());
        return leadsToOne(rule.translatesTo);
    }
    if (name == "--notrack" && rule.target == "CT")
        rule.target = "NOTRACK"; // what it was called before
    else if (rule.target == "CONNMARK" && (name == "--save-mark" || name.starts_with("--set-")))
        rule.setsMark = MarkChange{0xffffffff, 0}; // the connection's, not the packet's
    else if (name == "--reject-with")
        rule.rejectsWith = option.value();
    else if (name == "--random" || name == "--random-fully")
        rule.randomPort = true;
    else if (rule.target == "MARK" && name.starts_with("--")) {
        const std::string_view how = name == "--set-xmark" ? "xset" : name.substr(2, name.ends_with("-mark") ? name.size() - 7 : 0);
        rule.setsMark = markChange(how, option.value());
        return rule.setsMark.has_value();
    } else
        return name == "--persistent" || (rule.target != "DNAT" && rule.target != "SNAT" && rule.target != "MASQUERADE" && rule.target != "REDIRECT");
    return true;
}

} // namespace

FirewallRuleFact ruleOfOptions(std::span<const ShellToken> words)
{
    FirewallRuleFact rule{.chain = words.size() > 1 ? words[1].text : std::string()};
    std::string_view module;
    for (const Option &option : optionsOf(words.subspan(std::min<std::size_t>(2, words.size())))) {
        if (option.name == "-m")
            module = option.value();
        else if (option.name == "-j" || option.name == "-g") {
            rule.target = option.value();
            rule.isGoto = option.name == "-g";
        } else if (!addMatch(rule, option, module) && (rule.target.empty() || !addEffect(rule, option)))
            rule.unread.push_back(option.text());
    }
    return rule;
}

} // namespace vethscope
