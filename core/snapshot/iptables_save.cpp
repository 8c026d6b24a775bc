#include "core/snapshot/hostcommands.h"
#include "core/snapshot/kube_proxy_rules.h"
#include "core/snapshot/printing.h"
#include "core/snapshot/words.h"
#include "core/transcript/shelltokens.h"

// `iptables-save` and `iptables -S`, `iptables -t nat -S` (iptables/xshared.c: save_rule). What a rule does with packets of pods is read;
// of matches that we do not know the line keeps the words.

namespace vethscope {
namespace {

bool typed(const std::vector<std::string> &words)
{
    if (words.empty() || !words[0].starts_with("ip") || words[0].find("tables") == std::string::npos)
        return false;
    return words[0].ends_with("-save") || std::ranges::any_of(words, [](const std::string &word) { return word == "-S" || word == "--list-rules"; });
}

bool looksLike(const Reading &reading)
{
    bool table = false;
    for (std::uint32_t line = reading.first(); line < reading.end(); ++line) {
        table = table || reading.line(line).starts_with('*');
        if (table && (reading.line(line).starts_with("-A ") || reading.line(line) == "COMMIT"))
            return true;
    }
    return false;
}

std::string tableAskedFor(const std::vector<std::string> &words)
{
    for (std::size_t i = 0; i + 1 < words.size(); ++i)
        if (words[i] == "-t" || words[i] == "--table")
            return words[i + 1];
    return "filter";
}

FirewallRuleFact ruleOf(const std::vector<ShellToken> &words)
{
    FirewallRuleFact rule{.chain = words.size() > 1 ? words[1].text : std::string()};
    bool negated = false;
    for (std::size_t i = 2; i + 1 < words.size(); ++i) {
        const std::string &word = words[i].text;
        const std::string &value = words[i + 1].text;
        if (word == "!") {
            negated = true;
            continue;
        }
        if (word == "-s" || word == "--source") {
            rule.source = IpPrefix::parse(value);
            rule.notSource = negated;
        } else if (word == "-d" || word == "--destination") {
            rule.destination = IpPrefix::parse(value);
            rule.notDestination = negated;
        } else if (word == "-i")
            rule.inInterface = value;
        else if (word == "-o")
            rule.outInterface = value;
        else if (word == "-p")
            rule.protocol = value;
        else if (word == "--dport" && !negated)
            rule.destinationPort = numberOf<std::uint16_t>(value);
        else if (word == "--comment")
            rule.comment = value;
        else if (word == "-j" || word == "-g")
            rule.target = value;
        else if (word == "--to-destination" || word == "--to-source")
            rule.translatesTo = value;
        else {
            negated = false;
            continue;
        }
        negated = false;
        ++i;
    }
    return rule;
}

void read(Reading &reading)
{
    std::string table = tableAskedFor(reading.command().words);
    auto &firewall = reading.host().firewall;
    const std::size_t before = firewall.size();
    for (std::uint32_t line = reading.first(); line < reading.end(); ++line) {
        std::string_view text = reading.line(line);
        if (text.starts_with('[')) // iptables-save -c puts counters in front
            text = trimmed(text.substr(std::min(text.find(']'), text.size() - 1) + 1));
        if (text.starts_with('*')) {
            table = text.substr(1);
            reading.understood(line);
        } else if (text.starts_with(':') || text.starts_with("-P ")) {
            const auto words = wordsOf(text.substr(text.starts_with(':') ? 1 : 3));
            if (words.size() >= 2 && words[1] != "-")
                firewall.push_back({.table = table, .chain = std::string(words[0]), .target = "policy " + std::string(words[1]),
                                    .evidence = reading.evidence(line)});
            reading.understood(line);
        } else if (text.starts_with("-A ")) {
            FirewallRuleFact rule = ruleOf(shellTokens(text).tokens);
            rule.table = table;
            rule.evidence = reading.evidence(line);
            firewall.push_back(std::move(rule));
        } else if (text.starts_with('#') || text == "COMMIT" || text.starts_with("-N ")) {
            reading.understood(line);
        }
    }
    addServicesOfKubeProxy({firewall.begin() + static_cast<std::ptrdiff_t>(before), firewall.end()}, reading.facts());
}

} // namespace

constinit const HostCommand commands::iptablesSave{.name = "iptables-save", .typed = typed, .looksLike = looksLike, .read = read, .prints = printsIptables};

} // namespace vethscope
