#include "core/snapshot/nftrule.h"

#include "core/snapshot/firewallwords.h"
#include "core/snapshot/nftmatch.h"
#include "core/snapshot/nftselector.h"
#include "core/snapshot/words.h"

#include <algorithm>
#include <array>

namespace vethscope {
namespace {

class NftRule
{
public:
    NftRule(std::string_view line, std::string_view family) : m_words(nftWords(line)), m_isInet(family == "inet") {}

    FirewallRuleFact read()
    {
        bool isKnown = true;
        while (!m_words.atEnd()) {
            const std::size_t begin = m_words.place();
            if (readStatement() || readMatch(m_words, m_rule, {m_isInet, m_marks}))
                continue;
            m_words.goTo(begin);
            isKnown = leaveUnread() && isKnown;
        }
        if (!isKnown)
            m_rule.target = "set"; // and what the packet is then, nobody knows
        return std::move(m_rule);
    }

private:
    // All up to the next statement that is known: what stands there may be part of it. False where it changes the packet.
    bool leaveUnread()
    {
        constexpr auto statements = std::to_array<std::string_view>({"accept", "drop", "return", "continue", "jump", "goto", "reject", "counter", "log", "comment", "masquerade", "snat", "dnat", "redirect"});
        const std::string_view first = m_words.next();
        std::string words(first);
        bool changes = first == "set";
        while (!m_words.atEnd() && std::ranges::find(statements, m_words.peek()) == statements.end()) {
            changes = changes || m_words.peek() == "set";
            words += " " + std::string(m_words.next());
        }
        m_rule.unread.push_back(words);
        return !changes;
    }

    // accept, dnat to 10.0.0.1:80, meta mark set meta mark | 0x4000 …
    bool readStatement()
    {
        if (readVerdict(m_words, m_rule.target, m_rule.isGoto) || readTranslation() || readMarkChange())
            return true;
        const std::string_view word = m_words.peek();
        if (word == "reject")
            return readReject();
        if (word == "counter") {
            const bool counts = m_words.peek(1) == "packets";
            m_words.goTo(m_words.place() + (counts ? 5 : m_words.peek(1) == "name" ? 3 : 1));
            return true;
        }
        if (word == "comment") {
            m_rule.comment = m_words.peek(1).substr(1, std::max<std::size_t>(2, m_words.peek(1).size()) - 2);
            m_words.goTo(m_words.place() + 2);
            return true;
        }
        if (word == "log")
            return passLog();
        if (word == "notrack") {
            m_rule.target = "NOTRACK";
            m_words.next();
            return true;
        }
        if (word == "ct" && m_words.peek(1) == "mark" && m_words.peek(2) == "set")
            return passConnectionMark();
        return (word == "update" || word == "add") && m_words.peek(1).starts_with('@') && passBraces();
    }

    // ct mark set meta mark & 0xff: of no concern to the packet
    bool passConnectionMark()
    {
        m_words.goTo(m_words.place() + 3);
        const auto isPart = [](std::string_view word) { return word == "meta" || word == "ct" || word == "mark" || word == "and" || word == "or" || word == "xor" || word.size() == 1 || word.starts_with("0x"); };
        while (!m_words.atEnd() && isPart(m_words.peek()))
            m_words.next();
        return true;
    }

    bool passLog()
    {
        m_words.next();
        while (m_words.peek() == "prefix" || m_words.peek() == "level" || m_words.peek() == "flags" || m_words.peek() == "group")
            m_words.goTo(m_words.place() + 2);
        return true;
    }

    // update @affinity { ip saddr }
    bool passBraces()
    {
        while (!m_words.atEnd() && m_words.next() != "}") {}
        return true;
    }

    bool readReject()
    {
        m_words.next();
        m_rule.target = "REJECT";
        m_rule.rejectsWith = "icmp-port-unreachable";
        if (!m_words.take("with"))
            return true;
        m_rule.rejectsWith = m_words.next();
        m_words.take("type");
        if (!m_words.atEnd() && m_words.peek() != "comment")
            m_rule.rejectsWith += "-" + std::string(m_words.next());
        return true;
    }

    // dnat ip to 10.0.0.1:80   masquerade to :1024 fully-random   dnat ip addr . port to numgen random mod 2 map { … }
    bool readTranslation()
    {
        constexpr auto words = std::to_array<std::string_view>({"dnat", "snat", "masquerade", "redirect"});
        const std::string_view word = m_words.peek();
        if (std::ranges::find(words, word) == words.end())
            return false;
        m_rule.target = upperCase(m_words.next());
        if (m_words.peek() == "ip" || m_words.peek() == "ip6")
            m_words.next();
        if (m_words.peek() == "addr")
            m_words.goTo(m_words.place() + 3);
        if (m_words.take("to") && !readTarget())
            return false;
        while (m_words.peek().find("random") != std::string_view::npos || m_words.peek() == "persistent")
            m_rule.randomPort = m_words.next().find("random") != std::string_view::npos || m_rule.randomPort;
        return true;
    }

    bool readTarget()
    {
        if (const auto selector = readSelector(m_words)) {
            FirewallLookup lookup{.keys = selector->keys, .chances = selector->chances};
            const bool isRead = m_words.take("map") && readMap(m_words, lookup);
            m_rule.lookup = std::move(lookup);
            return isRead;
        }
        m_rule.translatesTo = m_words.next();
        if (!leadsToOne(m_rule.translatesTo))
            m_rule.unread.push_back("to " + m_rule.translatesTo);
        return true;
    }

    // meta mark set meta mark & 0xff ^ 0x3; older: mark set mark and 0xff xor 0x3, and or 0x4000
    bool readMarkChange()
    {
        const std::size_t begin = m_words.place();
        m_words.take("meta");
        if (!m_words.take("mark") || !m_words.take("set")) {
            m_words.goTo(begin);
            return false;
        }
        m_marks = true;
        MarkChange change;
        const std::size_t value = m_words.place();
        m_words.take("meta");
        if (m_words.take("mark"))
            change.keeps = 0xffffffff;
        else
            m_words.goTo(value);
        if (change.keeps == 0) {
            const auto number = hexOrDecimal<std::uint32_t>(m_words.next());
            if (!number)
                return false;
            change.flips = *number;
        }
        while (readMarkStep(change)) {}
        m_rule.setsMark = change;
        return true;
    }

    bool readMarkStep(MarkChange &change)
    {
        constexpr std::string_view steps = "&|^";
        constexpr auto names = std::to_array<std::string_view>({"and", "or", "xor"});
        const std::string_view word = m_words.peek();
        const auto number = hexOrDecimal<std::uint32_t>(m_words.peek(1));
        const std::size_t step = word.size() == 1 ? steps.find(word) : static_cast<std::size_t>(std::ranges::find(names, word) - names.begin());
        if (!number || step >= names.size())
            return false;
        m_words.goTo(m_words.place() + 2);
        if (step == 0)
            change = {change.keeps & *number, change.flips & *number};
        else if (step == 1)
            change = {change.keeps & ~*number, change.flips | *number};
        else
            change.flips ^= *number;
        return true;
    }

    NftCursor m_words;
    bool m_isInet;
    bool m_marks = false;
    FirewallRuleFact m_rule;
};

} // namespace

FirewallRuleFact nftRuleOf(std::string_view line, std::string_view family)
{
    return NftRule(line, family).read();
}

} // namespace vethscope
