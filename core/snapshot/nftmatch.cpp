#include "core/snapshot/nftmatch.h"

#include "core/snapshot/firewallwords.h"
#include "core/snapshot/nftselector.h"
#include "core/snapshot/words.h"

namespace vethscope {
namespace {

std::string textOf(const PacketValue &value)
{
    const auto *text = std::get_if<std::string>(&value);
    return text ? *text : std::string();
}

class NftMatch
{
public:
    NftMatch(NftCursor &words, FirewallRuleFact &rule, const NftContext &context) : m_words(words), m_rule(rule), m_context(context) {}

    bool read()
    {
        const auto selector = readSelector(m_words);
        if (!selector)
            return false;
        require(*selector);
        if (m_words.take("vmap")) {
            FirewallLookup lookup{.keys = selector->keys, .chances = selector->chances};
            const bool isRead = readMap(m_words, lookup);
            m_rule.lookup = std::move(lookup);
            return isRead;
        }
        if (selector->chances > 0)
            return readChance(selector->chances);
        if (selector->keys.front() == PacketKey::Mark && m_context.marks)
            return false; // after it was changed by the same rule
        return selector->keys.size() == 1 ? readValue(selector->keys.front()) : readValues({.keys = selector->keys});
    }

private:
    void addMatch(FirewallMatch match) { m_rule.matches.push_back(std::move(match)); }

    // What a selector takes for granted.
    void require(const NftSelector &selector)
    {
        if (!selector.protocol.empty() && m_rule.protocol.empty())
            m_rule.protocol = selector.protocol;
        else if (!selector.protocol.empty() && m_rule.protocol != selector.protocol)
            addMatch({.keys = {PacketKey::Protocol}, .elements = {{.key = {selector.protocol}}}});
        if (m_context.isInet && (selector.onlyV4 || selector.onlyV6))
            addMatch({.keys = {PacketKey::Family}, .elements = {{.key = {std::string(selector.onlyV6 ? "ipv6" : "ipv4")}}}});
        if (selector.isIndex && m_words.peek().find_first_not_of("0123456789") == std::string_view::npos)
            m_rule.unread.emplace_back("device"); // a number whose device is gone
    }

    // numgen random mod 100 < 33   numgen random mod 3 0
    bool readChance(std::uint32_t chances)
    {
        const bool below = m_words.take("<");
        if (!below)
            m_words.take("==");
        const auto number = numberOf<std::uint32_t>(m_words.next());
        if (!number || m_rule.probability)
            return false;
        m_rule.probability = below ? double(*number) / chances : *number < chances ? 1.0 / chances : 0.0;
        return true;
    }

    bool readValue(PacketKey key)
    {
        FirewallMatch match{.keys = {key}};
        const bool masks = m_words.peek() == "&" || m_words.peek() == "and";
        if (masks) {
            m_words.next();
            const auto mask = hexOrDecimal<std::uint32_t>(m_words.next());
            if (key != PacketKey::Mark || !mask)
                return false;
            match.mask = *mask;
        }
        if (key == PacketKey::TcpFlags)
            return readFlags(match);
        if (!masks && setsField(key))
            return true;
        return readValues(std::move(match));
    }

    // syn / fin,syn,rst,ack
    bool readFlags(FirewallMatch &match)
    {
        match.inverted = m_words.take("!=");
        const auto flags = tcpFlags(m_words.next());
        const auto mask = m_words.take("/") ? tcpFlags(m_words.next()) : std::nullopt;
        if (!flags || !mask)
            return false;
        match.mask = *mask;
        match.elements.push_back({.key = {NumberRange{*flags, *flags}}});
        addMatch(std::move(match));
        return true;
    }

    // One address, device, protocol or port has a place of its own.
    bool setsField(PacketKey key)
    {
        const bool inverted = m_words.peek() == "!=";
        const std::string_view value = m_words.peek(inverted);
        const auto prefix = IpPrefix::parse(value);
        const auto port = numberOf<std::uint16_t>(value);
        if (value.starts_with('@') || value.starts_with('{'))
            return false;
        std::optional<IpPrefix> *const place = key == PacketKey::Source ? &m_rule.source : key == PacketKey::Destination ? &m_rule.destination : nullptr;
        std::string *const name = key == PacketKey::InInterface ? &m_rule.inInterface : key == PacketKey::OutInterface ? &m_rule.outInterface : key == PacketKey::Protocol ? &m_rule.protocol : nullptr;
        if (place && prefix && !*place) {
            *place = prefix;
            (key == PacketKey::Source ? m_rule.notSource : m_rule.notDestination) = inverted;
        } else if (name && name->empty() && value.find(',') == value.npos) {
            *name = (inverted ? "!" : "") + deviceOf(textOf(packetValue(value)));
            if (*name == (inverted ? "!" : ""))
                *name += value;
        } else if (key == PacketKey::DestinationPort && port && !inverted && !m_rule.destinationPort) {
            m_rule.destinationPort = port;
        } else {
            return false;
        }
        m_words.goTo(m_words.place() + 1 + inverted);
        return true;
    }

    // b* is b+ in iptables.
    static std::string deviceOf(std::string name)
    {
        if (name.ends_with('*'))
            name.back() = '+';
        return name;
    }

    bool readValues(FirewallMatch match)
    {
        match.inverted = m_words.take("!=");
        if (!match.inverted)
            m_words.take("==");
        const std::string_view word = m_words.peek();
        if (word.starts_with('@')) {
            match.set = m_words.next().substr(1);
        } else if (word == "{") {
            if (!readElements(m_words, match.elements))
                return false;
        } else if (word.empty() || word == "<" || word == ">" || word == "<=" || word == ">=" || word == "set") {
            return false;
        } else if (match.keys.size() == 1) {
            const bool isState = match.keys.front() == PacketKey::State; // of which several may be set
            if (isState && m_words.peek(1) == "|")
                match.elements.push_back({.key = {allOf()}});
            else
                for (const std::string_view value : isState ? splitAt(m_words.next(), ',') : std::vector{m_words.next()})
                    match.elements.push_back({.key = {packetValue(value)}});
        } else {
            FirewallElement element;
            do
                element.key.push_back(packetValue(m_words.next()));
            while (m_words.take("."));
            match.elements.push_back(std::move(element));
        }
        return fitWords(match) && (addMatch(std::move(match)), true);
    }

    // `established | related`: these bits and no others, as nft prints what was written as != established,related
    std::string allOf()
    {
        std::string words(m_words.next());
        while (m_words.take("|"))
            words += "|" + std::string(m_words.next());
        return words;
    }

    // ICMP's types have numbers.
    static bool fitWords(FirewallMatch &match)
    {
        for (FirewallElement &element : match.elements) {
            for (std::size_t i = 0; i < element.key.size() && i < match.keys.size(); ++i) {
                auto *const text = std::get_if<std::string>(&element.key[i]);
                if (!text)
                    continue;
                const PacketKey key = match.keys[i];
                if (key == PacketKey::IcmpType) {
                    const auto number = icmpTypeNumber(*text);
                    if (!number)
                        return false;
                    element.key[i] = NumberRange{*number, *number};
                }
                if (key == PacketKey::IcmpCode || key == PacketKey::Mark || key == PacketKey::SourcePort || key == PacketKey::DestinationPort)
                    return false; // a name, whose number nobody told
            }
        }
        return true;
    }

    NftCursor &m_words;
    FirewallRuleFact &m_rule;
    const NftContext &m_context;
};

} // namespace

bool readMatch(NftCursor &words, FirewallRuleFact &rule, const NftContext &context)
{
    return NftMatch(words, rule, context).read();
}

bool readMap(NftCursor &words, FirewallLookup &lookup)
{
    if (!words.peek().starts_with('@'))
        return readElements(words, lookup.elements);
    lookup.map = words.next().substr(1);
    return true;
}

} // namespace vethscope
