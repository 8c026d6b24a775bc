#include "core/snapshot/firewallwords.h"
#include "core/snapshot/hostcommands.h"
#include "core/snapshot/nftrule.h"
#include "core/snapshot/nftwords.h"
#include "core/snapshot/printing.h"
#include "core/snapshot/words.h"

// `nft list ruleset` (nftables src/rule.c): tables hold sets, maps and chains, chains hold a hook with a policy and rules.

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
    return words.size() >= 4 && words[0] == "table" && words[3] == "{" && std::ranges::find(families, words[1]) != families.end();
}

bool looksLike(const Reading &reading)
{
    return isTable(reading.firstWords());
}

// filter + 1, dstnat, -110 (nftables src/rule.c, std_prios)
std::int32_t priorityOf(std::string_view text, std::string_view family)
{
    struct Name {
        std::string_view name;
        std::int32_t priority;
    };
    constexpr auto names = std::to_array<Name>({{"raw", -300}, {"mangle", -150}, {"dstnat", -100}, {"filter", 0}, {"security", 50}, {"srcnat", 100}});
    constexpr auto bridgeNames = std::to_array<Name>({{"dstnat", -300}, {"filter", -200}, {"out", 100}, {"srcnat", 300}});
    const auto words = wordsOf(text);
    std::int32_t priority = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const auto find = [&](const auto &list) {
            const auto found = std::ranges::find(list, words[i], &Name::name);
            return found == list.end() ? numberOf<std::int32_t>(words[i]).value_or(0) : found->priority;
        };
        const std::int32_t number = family == "bridge" ? find(bridgeNames) : find(names);
        priority += i > 0 && words[i - 1] == "-" ? -number : number;
    }
    return priority;
}

std::string_view behind(std::string_view text, std::string_view word)
{
    const std::size_t begin = text.find(word);
    return begin == text.npos ? std::string_view{} : trimmed(text.substr(begin + word.size(), text.find(';', begin) - begin - word.size()));
}

class NftReader
{
public:
    explicit NftReader(Reading &reading) : m_reading(reading) {}

    void read()
    {
        for (m_line = m_reading.first(); m_line < m_reading.end(); ++m_line)
            readLine(trimmed(m_reading.line(m_line)));
        if (!m_chains.empty())
            std::ranges::move(m_chains, std::back_inserter(m_reading.host().firewallChains));
    }

private:
    void readLine(std::string_view text)
    {
        const auto words = wordsOf(text);
        if (words.empty())
            return;
        const std::string_view first = words[0];
        if (isTable(words)) {
            m_family = words[1];
            m_table = words[2];
            m_chain.clear();
            m_set.reset();
        } else if (m_table.empty()) {
            if (!text.starts_with("# Warning: "))
                return;
        } else if (m_set) {
            readSetLine(text);
        } else if (first == "chain" && words.size() >= 3 && words[2] == "{") {
            m_chain = words[1];
            m_chains.push_back({m_family, m_table, m_chain, {m_reading.command().source, m_line, 0}});
        } else if ((first == "set" || first == "map" || first == "meter") && words.size() >= 3 && words[2] == "{") {
            m_set = FirewallSetFact{.family = m_family, .table = m_table, .name = std::string(words[1]), .evidence = m_reading.evidence(m_line)};
        } else if (text == "}") {
            close();
        } else if (text.ends_with('{')) {
            ++m_otherBlocks;
        } else if (m_otherBlocks == 0 && !m_chain.empty()) {
            readChainLine(text, first);
        } else if (m_otherBlocks == 0 && first != "comment" && first != "flags" && !text.starts_with('#')) {
            return;
        }
        m_reading.understood(m_line);
    }

    void close()
    {
        if (m_otherBlocks > 0)
            --m_otherBlocks;
        else if (!m_chain.empty())
            m_chain.clear();
        else
            m_table.clear();
    }

    void readChainLine(std::string_view text, std::string_view first)
    {
        if (first == "comment" || text.starts_with('#'))
            return;
        FirewallRuleFact rule;
        if (first == "type") {
            const std::string_view policy = behind(text, "policy ");
            rule.target = "policy " + (policy.empty() ? "ACCEPT" : upperCase(policy));
            const auto words = wordsOf(text);
            rule.hook = ChainHook{.type = std::string(words.size() > 1 ? words[1] : ""), .hook = std::string(wordsOf(behind(text, "hook ") ).empty() ? "" : wordsOf(behind(text, "hook ")).front()),
                                  .priority = priorityOf(behind(text, "priority "), m_family)};
        } else {
            rule = nftRuleOf(text, m_family);
        }
        rule.family = m_family;
        rule.table = m_table;
        rule.chain = m_chain;
        rule.evidence = m_reading.evidence(m_line);
        m_reading.host().firewall.push_back(std::move(rule));
    }

    // type ipv4_addr . inet_service : verdict   flags interval   elements = { 10.0.0.1 . 80 : accept,
    void readSetLine(std::string_view text)
    {
        const bool begins = text.starts_with("elements = {");
        if (begins)
            m_inElements = true;
        if (m_inElements) {
            readElementLine(trimmed(begins ? text.substr(12) : text));
        } else if (text == "}") {
            m_reading.host().firewallSets.push_back(*std::move(m_set));
            m_set.reset();
        }
    }

    void readElementLine(std::string_view text)
    {
        NftCursor words(nftWords(text));
        while (!words.atEnd() && m_inElements) {
            if (words.take("}")) {
                m_inElements = false;
            } else if (auto element = readElement(words)) {
                element->evidence = m_reading.evidence(m_line);
                m_set->elements.push_back(*std::move(element));
                words.take(",");
            } else {
                m_set->unread.emplace_back(text);
                m_inElements = !text.ends_with('}');
                return;
            }
        }
    }

    Reading &m_reading;
    std::uint32_t m_line = 0;
    std::string m_family, m_table, m_chain;
    std::vector<FirewallChainFact> m_chains;
    std::optional<FirewallSetFact> m_set;
    bool m_inElements = false;
    std::uint32_t m_otherBlocks = 0; // counters, flow tables and what else stands in braces
};

void read(Reading &reading)
{
    NftReader(reading).read();
}

} // namespace

constinit const HostCommand commands::nftListRuleset{.name = "nft list ruleset", .typed = typed, .looksLike = looksLike, .read = read, .prints = printsNftables};

} // namespace vethscope
