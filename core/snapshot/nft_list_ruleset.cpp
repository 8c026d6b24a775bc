#include "core/snapshot/hostcommands.h"
#include "core/snapshot/printing.h"
#include "core/snapshot/words.h"

// `nft list ruleset` (nftables src/rule.c): tables hold chains, chains hold a hook with a policy and rules. Masquerade, DNAT and verdicts
// are read; sets, maps and other expressions keep their words.

namespace vethscope {
namespace {

bool typed(const std::vector<std::string> &words)
{
    return words.size() >= 3 && words[0] == "nft" && std::ranges::find(words, "list") != words.end();
}

// table ip nat {
bool isTable(const std::vector<std::string_view> &words)
{
    constexpr auto families = std::to_array<std::string_view>({"ip", "ip6", "inet", "arp", "bridge", "netdev"});
    return words.size() >= 4 && words[0] == "table" && words.back() == "{" && std::ranges::find(families, words[1]) != families.end();
}

bool looksLike(const Reading &reading)
{
    return isTable(reading.firstWords());
}

FirewallRuleFact ruleOf(const std::vector<std::string_view> &words)
{
    FirewallRuleFact rule;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const bool negated = i + 1 < words.size() && words[i + 1] == "!=";
        const std::size_t at = i + (negated ? 2 : 1);
        const std::string_view value = at < words.size() ? words[at] : std::string_view{};
        if (words[i] == "saddr") {
            rule.source = IpPrefix::parse(value);
            rule.notSource = negated;
        } else if (words[i] == "daddr") {
            rule.destination = IpPrefix::parse(value);
            rule.notDestination = negated;
        } else if (words[i] == "dport" && !negated) {
            rule.destinationPort = numberOf<std::uint16_t>(value);
            rule.protocol = i > 0 ? words[i - 1] : std::string_view{};
        } else if (words[i] == "oifname" && !negated) {
            rule.outInterface = value.size() > 1 && value.starts_with('"') ? value.substr(1, value.size() - 2) : value;
        } else if (words[i] == "iifname" && !negated) {
            rule.inInterface = value.size() > 1 && value.starts_with('"') ? value.substr(1, value.size() - 2) : value;
        } else if (words[i] == "masquerade") {
            rule.target = "MASQUERADE";
        } else if ((words[i] == "dnat" || words[i] == "snat") && i + 2 < words.size()) {
            rule.target = words[i] == "dnat" ? "DNAT" : "SNAT";
            rule.translatesTo = words[i + 1] == "to" ? words[i + 2] : words[std::min(i + 3, words.size() - 1)]; // `dnat ip to`
        } else if (words[i] == "accept" || words[i] == "drop" || words[i] == "reject" || words[i] == "return") {
            for (const char letter : words[i])
                rule.target += static_cast<char>(letter - 'a' + 'A');
        } else if ((words[i] == "jump" || words[i] == "goto") && i + 1 < words.size()) {
            rule.target = words[i + 1];
        }
    }
    return rule;
}

void read(Reading &reading)
{
    std::string table, chain;
    std::uint32_t otherBlocks = 0; // sets, maps and what else stands in braces
    for (std::uint32_t line = reading.first(); line < reading.end(); ++line) {
        const std::string_view text = trimmed(reading.line(line));
        const auto words = wordsOf(text);
        if (words.empty())
            continue;
        if (isTable(words)) {
            table = words[2];
            reading.understood(line);
        } else if (!table.empty() && words[0] == "chain" && words.size() == 3 && words[2] == "{") {
            chain = words[1];
            reading.understood(line);
        } else if (text == "}" && !table.empty()) {
            if (otherBlocks > 0)
                --otherBlocks;
            else if (!chain.empty())
                chain.clear();
            else
                table.clear();
            reading.understood(line);
        } else if (!table.empty() && text.ends_with('{')) {
            ++otherBlocks;
            reading.understood(line);
        } else if (otherBlocks > 0 || text.starts_with("# Warning: ")) {
            reading.understood(line);
        } else if (!chain.empty() && words[0] == "type") {
            if (const std::size_t policy = text.find("policy "); policy != text.npos) {
                std::string verdict;
                for (const char letter : text.substr(policy + 7, text.find(';', policy) - policy - 7))
                    verdict += static_cast<char>(letter >= 'a' && letter <= 'z' ? letter - 'a' + 'A' : letter);
                reading.host().firewall.push_back({.table = table, .chain = chain, .target = "policy " + verdict, .evidence = reading.evidence(line)});
            }
            reading.understood(line);
        } else if (!chain.empty()) {
            FirewallRuleFact rule = ruleOf(words);
            rule.table = table;
            rule.chain = chain;
            rule.evidence = reading.evidence(line);
            reading.host().firewall.push_back(std::move(rule));
        }
    }
}

} // namespace

constinit const HostCommand commands::nftListRuleset{.name = "nft list ruleset", .typed = typed, .looksLike = looksLike, .read = read, .prints = printsNftables};

} // namespace vethscope
