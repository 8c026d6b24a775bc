#include "core/snapshot/iprulewords.h"

#include "core/snapshot/dsfield.h"
#include "core/snapshot/words.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace vethscope {
namespace {

template <std::size_t size>
bool isAmong(const std::array<std::string_view, size> &list, std::string_view word)
{
    return std::ranges::find(list, word) != list.end();
}

// One rule from left to right.
class RuleReader
{
public:
    explicit RuleReader(const Words &words) : m_words(words)
    {
        while (m_place < m_words.size())
            readOne(take());
    }

    RuleFact rule() && { return std::move(m_rule); }

private:
    std::string_view take() { return m_place < m_words.size() ? m_words[m_place++] : std::string_view{}; }

    void readOne(std::string_view keyword)
    {
        constexpr auto actions = std::to_array<std::string_view>({"nop", "blackhole", "unreachable", "prohibit"});
        // A device that is not there, a goto without its target; who made the rule, and what realm it gives: none asks anything of a packet.
        constexpr auto remarks = std::to_array<std::string_view>({"[detached]", "[unresolved]"});
        constexpr auto others = std::to_array<std::string_view>({"proto", "protocol", "realms"});
        constexpr auto conditions = std::to_array<std::string_view>({
            "uidrange", "sport", "dport", "tun_id", "suppress_ifgroup", "dscp", "flowlabel", "map-to",
        });
        if (keyword == "not")
            m_rule.inverted = true;
        else if (isAmong(actions, keyword))
            m_rule.action = keyword;
        else if (isAmong(others, keyword))
            take();
        else if (isAmong(conditions, keyword))
            leave(keyword, take());
        else if (!isAmong(remarks, keyword) && !readValue(keyword))
            leave(keyword, {});
    }

    // False where the word has no value that is known of here.
    bool readValue(std::string_view keyword)
    {
        if (keyword == "from" || keyword == "to")
            return readPrefix(keyword, take());
        if (keyword == "iif" || keyword == "dev")
            return readName(m_rule.inInterface);
        if (keyword == "oif")
            return readName(m_rule.outInterface);
        if (keyword == "ipproto")
            return readName(m_rule.protocol);
        if (keyword == "fwmark")
            return readMark(take());
        if (keyword == "tos" || keyword == "dsfield")
            return readNumber(keyword, m_rule.tos, dsfieldOf);
        if (keyword == "suppress_prefixlength")
            return readNumber(keyword, m_rule.suppressPrefixLength, numberOf<std::uint32_t>);
        if (keyword == "goto") {
            m_rule.action = keyword;
            m_rule.target = numberOf<std::uint32_t>(take());
            return true;
        }
        return (keyword == "lookup" || keyword == "table") && readTable(take());
    }

    bool readName(std::string &name)
    {
        name = take();
        return true;
    }

    template <typename Number>
    bool readNumber(std::string_view keyword, std::optional<Number> &number, std::optional<Number> (*read)(std::string_view))
    {
        const std::string_view value = take();
        number = read(value);
        if (!number)
            leave(keyword, value);
        return true;
    }

    bool readPrefix(std::string_view keyword, std::string_view value)
    {
        if (value == "all")
            return true;
        auto &prefix = keyword == "from" ? m_rule.from : m_rule.to;
        prefix = IpPrefix::parse(value);
        if (!prefix)
            leave(keyword, value);
        else
            m_rule.v6 = m_rule.v6 || prefix->address.isV6();
        return true;
    }

    // 0x4000/0x4000
    bool readMark(std::string_view value)
    {
        const std::size_t slash = value.find('/');
        const auto mask = slash == std::string_view::npos ? std::optional(0xffffffffU) : hexOrDecimal<std::uint32_t>(value.substr(slash + 1));
        m_rule.mark = mask ? hexOrDecimal<std::uint32_t>(value.substr(0, slash)) : std::nullopt;
        if (m_rule.mark)
            m_rule.markMask = *mask;
        else
            leave("fwmark", value);
        return true;
    }

    // A VRF's own table is looked up by device: `lookup [l3mdev-table]`.
    bool readTable(std::string_view value)
    {
        if (value.starts_with('['))
            leave("lookup", value);
        else
            m_rule.table = value;
        return true;
    }

    void leave(std::string_view keyword, std::string_view value)
    {
        m_rule.unread.push_back(value.empty() ? std::string(keyword) : fmt::format("{} {}", keyword, value));
    }

    const Words &m_words;
    std::size_t m_place = 0;
    RuleFact m_rule;
};

// The words that text would have.
class RecordWords
{
public:
    explicit RecordWords(const JsonRecord &record) : m_record(record)
    {
        m_text = record.has("not") ? "not" : "";
        addPrefix("from", "src", "srclen");
        addPrefix("to", "dst", "dstlen");
        add("tos", record.text("tos"));
        const std::string mask = record.text("fwmask");
        add("fwmark", record.text("fwmark") + (mask.empty() ? "" : "/" + mask));
        for (const std::string_view name : {"iif", "oif", "ipproto"})
            add(name, record.text(name));
        for (const std::string_view name : {"sport", "dport", "uid"})
            addRange(name);
        addNumber("tun_id", "tun_id");
        add("lookup", record.text("table"));
        addIf("l3mdev", "lookup [l3mdev-table]");
        addNumber("suppress_prefixlength", "suppress_prefixlen");
        add("suppress_ifgroup", record.text("suppress_ifgroup"));
        addNumber("goto", "goto");
        addIf("nop", "nop");
        addIf("masquerade", "masquerade");
        add("map-to", record.text("nat_gateway"));
        if (const std::string action = record.text("action"); !action.empty())
            m_text += ' ' + action;
    }

    std::string_view text() const { return trimmed(m_text); }

private:
    void add(std::string_view word, const std::string &value)
    {
        if (!value.empty())
            m_text += fmt::format(" {} {}", word, value);
    }
    void addIf(std::string_view name, std::string_view words)
    {
        if (m_record.has(name))
            m_text += fmt::format(" {}", words);
    }
    void addNumber(std::string_view word, std::string_view name)
    {
        if (const auto number = m_record.number(name))
            add(word, fmt::format("{}", *number));
    }
    void addPrefix(std::string_view word, std::string_view address, std::string_view length)
    {
        const auto bits = m_record.number(length);
        add(word, m_record.text(address) + (bits ? fmt::format("/{}", *bits) : ""));
    }
    // "dport":80, or "dport_start":80,"dport_end":90; of users always the latter
    void addRange(std::string_view name)
    {
        addNumber(name, name);
        const auto first = m_record.number(fmt::format("{}_start", name));
        const auto last = m_record.number(fmt::format("{}_end", name));
        if (first && last)
            add(name == "uid" ? "uidrange" : name, fmt::format("{}-{}", *first, *last));
    }

    const JsonRecord &m_record;
    std::string m_text;
};

bool isKnownMember(std::string_view name)
{
    constexpr auto names = std::to_array<std::string_view>({
        "priority", "not", "src", "srclen", "dst", "dstlen", "tos", "fwmark", "fwmask", "iif", "iif_detached", "oif", "oif_detached", "ipproto",
        "sport", "sport_start", "sport_end", "dport", "dport_start", "dport_end", "uid_start", "uid_end", "tun_id", "table", "l3mdev",
        "suppress_prefixlen", "suppress_ifgroup", "goto", "unresolved", "nop", "masquerade", "nat_gateway", "action", "protocol", "flow_from", "flow_to",
    });
    return isAmong(names, name);
}

} // namespace

RuleFact ruleOf(const Words &words)
{
    return RuleReader(words).rule();
}

RuleFact ruleOf(const JsonRecord &record)
{
    const RecordWords words(record);
    RuleFact rule = ruleOf(wordsOf(words.text()));
    rule.text = words.text();
    for (const std::string &name : record.names())
        if (!isKnownMember(name))
            rule.unread.push_back(name);
    return rule;
}

} // namespace vethscope
