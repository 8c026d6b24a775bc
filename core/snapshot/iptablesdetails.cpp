#include "core/snapshot/iptablesrule.h"

#include "core/snapshot/firewallwords.h"
#include "core/snapshot/words.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace vethscope {
namespace {

// Reads the words one after another.
class Details
{
public:
    Details(FirewallRuleFact &rule, std::string_view text) : m_rule(rule), m_words(wordsOf(text)) {}

    void read()
    {
        while (m_place < m_words.size()) {
            const std::size_t begin = m_place;
            if (readOne())
                continue;
            m_place = begin + 1;
            if (!isNote())
                m_rule.unread.emplace_back(m_words[begin]);
        }
    }

private:
    std::string_view next() { return m_place < m_words.size() ? m_words[m_place++] : std::string_view{}; }

    bool take(std::string_view word)
    {
        const bool is = m_place < m_words.size() && m_words[m_place] == word;
        m_place += is;
        return is;
    }

    // `!80`, `! 0x1`
    bool takeNot()
    {
        if (take("!"))
            return true;
        const bool is = m_place < m_words.size() && m_words[m_place].starts_with('!');
        if (is)
            m_words[m_place].remove_prefix(1);
        return is;
    }

    // Targets that write a line somewhere or change what no rule asks for: how they do it does not matter.
    bool isNote() const
    {
        constexpr auto targets = std::to_array<std::string_view>({"LOG", "NFLOG", "TCPMSS", "TRACE", "CHECKSUM"});
        return std::ranges::find(targets, m_rule.target) != targets.end();
    }

    bool readList(PacketKey key)
    {
        const bool inverted = takeNot();
        m_rule.matches.push_back(listMatch(key, next(), inverted));
        return true;
    }

    bool readPorts(std::string_view word)
    {
        const bool source = word.starts_with("spt");
        std::string_view value = word.substr(word.find(':') + 1);
        const bool inverted = value.starts_with('!');
        value.remove_prefix(inverted);
        if (const auto port = numberOf<std::uint16_t>(value); port && !source && !inverted && !m_rule.destinationPort)
            m_rule.destinationPort = port;
        else if (std::holds_alternative<NumberRange>(packetValue(value)))
            m_rule.matches.push_back(listMatch(source ? PacketKey::SourcePort : PacketKey::DestinationPort, value, inverted));
        else
            return false;
        return true;
    }

    bool readTranslation(std::string_view to)
    {
        m_rule.translatesTo = to;
        return leadsToOne(to);
    }

    bool readMark()
    {
        if (take("match")) {
            const bool inverted = takeNot();
            const auto match = markMatch(next(), inverted);
            if (match)
                m_rule.matches.push_back(*match);
            return match.has_value();
        }
        const std::string_view how = next();
        m_rule.setsMark = m_rule.target == "MARK" ? markChange(how, next()) : std::nullopt;
        return m_rule.setsMark.has_value();
    }

    bool readTypes()
    {
        if (!take("match"))
            return false;
        for (;;) {
            if (take("src-type"))
                readList(PacketKey::SourceType);
            else if (take("dst-type"))
                readList(PacketKey::DestinationType);
            else if (!m_rule.matches.empty() && take("limit-out"))
                m_rule.matches.back().onLeavingDevice = true;
            else if (!m_rule.matches.empty() && take("limit-in"))
                m_rule.matches.back().onEnteringDevice = true;
            else
                return true;
        }
    }

    bool readIcmp()
    {
        const bool inverted = takeNot();
        const auto type = numberOf<std::uint32_t>(next());
        if (!type)
            return false;
        m_rule.matches.push_back({.keys = {PacketKey::IcmpType}, .elements = {{.key = {NumberRange{*type, *type}}}}, .inverted = inverted});
        const auto code = take("code") ? numberOf<std::uint32_t>(next()) : std::nullopt;
        if (code)
            m_rule.matches.push_back({.keys = {PacketKey::IcmpCode}, .elements = {{.key = {NumberRange{*code, *code}}}}});
        return !(code && inverted);
    }

    bool readOne()
    {
        if (take("/*")) {
            while (m_place < m_words.size() && next() != "*/") {}
            return true;
        }
        const std::string_view word = next();
        if (word == "tcp" || word == "udp" || word == "sctp" || word == "icmp" || word == "persistent")
            return true;
        if (word == "[goto]")
            return m_rule.isGoto = true;
        if (word == "random" || word == "random-fully")
            return m_rule.randomPort = true;
        if (word.starts_with("dpt:") || word.starts_with("spt:") || word.starts_with("dpts:") || word.starts_with("spts:"))
            return readPorts(word);
        if (word.starts_with("to:"))
            return readTranslation(word.substr(3));
        if (word == "redir" || word == "masq")
            return next().starts_with("ports") && readTranslation(":" + std::string(next()));
        if (word == "multiport") {
            const std::string_view which = next();
            return (which == "dports" && readList(PacketKey::DestinationPort)) || (which == "sports" && readList(PacketKey::SourcePort)) || (which == "ports" && readList(PacketKey::AnyPort));
        }
        if (word == "ctstate" || word == "state")
            return readList(PacketKey::State);
        if (word == "!" && (take("ctstate") || take("state"))) {
            m_rule.matches.push_back(listMatch(PacketKey::State, next(), true));
            return true;
        }
        if (word == "mark" || word == "MARK")
            return readMark();
        if (word == "ADDRTYPE")
            return readTypes();
        if (word == "icmptype")
            return readIcmp();
        if (word == "statistic" && take("mode") && take("random") && take("probability")) {
            m_rule.probability = std::strtod(std::string(next()).c_str(), nullptr);
            return true;
        }
        if (word == "CONNMARK" && take("save")) {
            m_rule.setsMark = MarkChange{0xffffffff, 0}; // the connection's, not the packet's
            return true;
        }
        if (word == "CONNMARK")
            return take("restore");
        if (word == "reject-with") {
            m_rule.rejectsWith = next();
            return true;
        }
        return false;
    }

    FirewallRuleFact &m_rule;
    std::vector<std::string_view> m_words;
    std::size_t m_place = 0;
};

} // namespace

void addDetails(FirewallRuleFact &rule, std::string_view details)
{
    Details(rule, details).read();
}

} // namespace vethscope
