#include "core/snapshot/hostcommands.h"
#include "core/snapshot/iptablesrule.h"
#include "core/snapshot/kube_proxy_rules.h"
#include "core/snapshot/linkwords.h"
#include "core/snapshot/printing.h"
#include "core/snapshot/words.h"

#include <algorithm>
#include <array>

// Rules as `iptables -L` prints them for people (iptables/iptables.c: print_rule), with -n and -v or without. `iptables-save` says more.

namespace vethscope {
namespace {

bool hasLetter(const std::string &word, char letter)
{
    return word.starts_with('-') && !word.starts_with("--") && word.contains(letter);
}

bool typed(const std::vector<std::string> &words)
{
    const bool isTables = words.front() == "iptables" || words.front() == "ip6tables" || words.front().starts_with("iptables-");
    return isTables && std::ranges::any_of(words, [](const std::string &word) { return word == "--list" || hasLetter(word, 'L'); });
}

std::string tableAskedFor(const std::vector<std::string> &words)
{
    for (std::size_t i = 0; i + 1 < words.size(); ++i)
        if (words[i] == "-t" || words[i] == "--table")
            return words[i + 1];
    return "filter";
}

// Chain INPUT (policy ACCEPT 12 packets, 840 bytes)   Chain KUBE-SERVICES (2 references)
bool isChain(const Words &words)
{
    return words.size() > 3 && words[0] == "Chain" && ((words[2] == "(policy" && !words[3].empty()) || (words[2].starts_with('(') && words[3].starts_with("references")));
}

// num pkts bytes target prot opt in out source destination: the numbers with --line-numbers, the counts with -v
bool isHeading(const Words &words)
{
    std::size_t target = !words.empty() && words[0] == "num" ? 1 : 0;
    target += words.size() > target + 2 && words[target] == "pkts" && words[target + 1] == "bytes" ? 2 : 0;
    return words.size() > target + 4 && words[target] == "target" && words[target + 1] == "prot" && words[target + 2] == "opt";
}

bool isProtocol(std::string_view word)
{
    constexpr auto names = std::to_array<std::string_view>({"all", "tcp", "udp", "icmp", "icmpv6", "ipv6-icmp", "sctp", "esp", "ah", "gre", "ipv4", "ipip", "ipencap"});
    return std::ranges::find(names, word) != names.end() || numberOf<std::uint8_t>(word);
}

// 12K   3M: -v shortens large numbers
bool isCount(std::string_view word)
{
    if (word.ends_with('K') || word.ends_with('M') || word.ends_with('G') || word.ends_with('T'))
        word.remove_suffix(1);
    return numberOf<std::uint64_t>(word).has_value();
}

struct End {
    std::optional<IpPrefix> prefix{};
    bool negated = false;
};

// 0.0.0.0/0   !10.244.0.0/16   anywhere: what any address matches says nothing
std::optional<End> endOf(std::string_view word)
{
    End end{.negated = word.starts_with('!')};
    if (end.negated)
        word.remove_prefix(1);
    if (word == "anywhere")
        return end;
    end.prefix = IpPrefix::parse(word);
    if (!end.prefix)
        return std::nullopt;
    if (end.prefix->length == 0)
        end.prefix.reset();
    return end;
}

std::string commentOf(std::string_view line)
{
    const std::size_t begin = line.find("/* "), end = line.find(" */");
    return begin == line.npos || end == line.npos || end < begin + 3 ? std::string() : std::string(line.substr(begin + 3, end - begin - 3));
}

// Of a line that is not blank: [pkts bytes] [target] prot opt [in out] source destination …
std::optional<FirewallRuleFact> ruleOf(Words words, std::string_view line)
{
    const bool verbose = words.size() > 7 && isCount(words[0]) && isCount(words[1]);
    std::size_t place = verbose ? 2 : 0;
    FirewallRuleFact rule;
    if (!isProtocol(words[place]))
        rule.target = words[place++];
    const std::size_t least = place + (verbose ? 6 : 4);
    if (words.size() < least || !isProtocol(words[place]) || (words[place + 1] != "--" && words[place + 1] != "-f" && words[place + 1] != "!f"))
        return std::nullopt;
    if (words[place] != "all" && words[place] != "0")
        rule.protocol = words[place];
    const std::size_t optionsPlace = place + 1;
    place += 2;
    if (verbose) {
        rule.inInterface = words[place] == "*" || words[place] == "any" ? "" : words[place];
        rule.outInterface = words[place + 1] == "*" || words[place + 1] == "any" ? "" : words[place + 1];
        place += 2;
    }
    const auto source = endOf(words[place]), destination = endOf(words[place + 1]);
    if (!source || !destination)
        return std::nullopt;
    rule.source = source->prefix;
    rule.notSource = source->negated;
    rule.destination = destination->prefix;
    rule.notDestination = destination->negated;
    rule.comment = commentOf(line);
    addDetails(rule, line.substr(static_cast<std::size_t>(words[place + 1].data() + words[place + 1].size() - line.data())));
    if (words[optionsPlace] != "--")
        rule.unread.emplace_back(words[optionsPlace]);
    if (!verbose)
        rule.unread.emplace_back("devices"); // only -v tells
    return rule;
}

bool looksLike(const Reading &reading)
{
    return isChain(reading.firstWords());
}

void read(Reading &reading)
{
    const std::string table = tableAskedFor(reading.words());
    const std::string family = !reading.words().empty() && reading.words().front().starts_with("ip6") ? "ip6" : "ip";
    std::vector<FirewallRuleFact> rules;
    std::vector<FirewallChainFact> chains;
    std::string chain;
    bool numbered = false;
    for (std::uint32_t line = reading.first(); line < reading.end(); ++line) {
        Words words = wordsOf(reading.line(line));
        if (words.empty())
            continue;
        if (isHeading(words)) {
            numbered = words[0] == "num";
            reading.understood(line);
            continue;
        }
        if (isChain(words)) {
            chain = words[1];
            numbered = false;
            reading.understood(line);
            if (words[2] == "(policy")
                rules.push_back({.family = family, .table = table, .chain = chain, .target = "policy " + std::string(words[3].substr(0, words[3].find(')'))),
                                 .evidence = reading.evidence(line)});
            else
                chains.push_back({family, table, chain, {reading.command().source, line, 0}});
            continue;
        }
        if (numbered && numberOf<std::uint32_t>(words[0]))
            words.erase(words.begin());
        if (auto rule = chain.empty() || words.empty() ? std::nullopt : ruleOf(words, reading.line(line))) {
            rule->family = family;
            rule->table = table;
            rule->chain = chain;
            rule->evidence = reading.evidence(line);
            rules.push_back(*std::move(rule));
        }
    }
    if (rules.empty())
        return;
    addServicesOfKubeProxy(rules, reading.facts());
    std::ranges::move(rules, std::back_inserter(reading.host().firewall));
    std::ranges::move(chains, std::back_inserter(reading.host().firewallChains));
}

} // namespace

constinit const HostCommand commands::iptablesList{.name = "iptables -L", .typed = typed, .looksLike = looksLike, .read = read, .prints = printsIptables};

} // namespace vethscope
