#include "core/snapshot/firewallwords.h"

#include "core/bytes/lowercase.h"
#include "core/snapshot/words.h"

#include <algorithm>
#include <array>

namespace vethscope {
namespace {

struct NamedNumber {
    std::string_view name;
    std::uint32_t number;
};

constexpr auto flagNames = std::to_array<NamedNumber>({{"fin", 1}, {"syn", 2}, {"rst", 4}, {"psh", 8}, {"ack", 16}, {"urg", 32}, {"none", 0}, {"all", 63}});

constexpr auto icmpNames = std::to_array<NamedNumber>({
    {"echo-reply", 0}, {"destination-unreachable", 3}, {"source-quench", 4}, {"redirect", 5}, {"echo-request", 8}, {"router-advertisement", 9},
    {"router-solicitation", 10}, {"time-exceeded", 11}, {"parameter-problem", 12}, {"timestamp-request", 13}, {"timestamp-reply", 14},
    {"packet-too-big", 2}, {"nd-router-solicit", 133}, {"nd-router-advert", 134}, {"nd-neighbor-solicit", 135}, {"nd-neighbor-advert", 136}, {"nd-redirect", 137},
});

template <std::size_t count>
std::optional<std::uint32_t> numberOfName(const std::array<NamedNumber, count> &names, std::string_view name)
{
    const auto found = std::ranges::find(names, name, &NamedNumber::name);
    return found == names.end() ? std::nullopt : std::optional(found->number);
}

std::string_view unquoted(std::string_view word)
{
    return word.size() > 1 && word.front() == '"' && word.back() == '"' ? word.substr(1, word.size() - 2) : word;
}

std::optional<AddressRange> addressRange(std::string_view word)
{
    const std::size_t dash = word.find('-');
    if (dash != word.npos) {
        const auto first = IpAddress::parse(word.substr(0, dash)), last = IpAddress::parse(word.substr(dash + 1));
        return first && last ? std::optional(AddressRange{*first, *last}) : std::nullopt;
    }
    const auto prefix = word.find_first_of(".:") == word.npos ? std::nullopt : IpPrefix::parse(word);
    if (!prefix)
        return std::nullopt;
    AddressRange range{prefix->network().address, prefix->network().address};
    auto bytes = range.last.bytes();
    for (int bit = prefix->length; bit < range.last.width(); ++bit)
        bytes[static_cast<std::size_t>(bit / 8)] |= static_cast<std::uint8_t>(0x80 >> bit % 8);
    range.last = *IpAddress::fromBytes(std::as_bytes(std::span(bytes)).first(static_cast<std::size_t>(range.last.width() / 8)));
    return range;
}

std::optional<NumberRange> numberRange(std::string_view word)
{
    const std::size_t dash = word.find_first_of("-:");
    const auto first = hexOrDecimal<std::uint32_t>(word.substr(0, dash));
    const auto last = dash == word.npos ? first : hexOrDecimal<std::uint32_t>(word.substr(dash + 1));
    return first && last ? std::optional(NumberRange{*first, *last}) : std::nullopt;
}

struct MaskedMark {
    std::uint32_t value = 0, mask = 0xffffffff;
};

std::optional<MaskedMark> maskedMark(std::string_view text)
{
    const std::size_t slash = text.find('/');
    const auto value = hexOrDecimal<std::uint32_t>(text.substr(0, slash));
    const auto mask = slash == text.npos ? std::optional(0xffffffffU) : hexOrDecimal<std::uint32_t>(text.substr(slash + 1));
    return value && mask ? std::optional(MaskedMark{*value, *mask}) : std::nullopt;
}

} // namespace

PacketValue packetValue(std::string_view word)
{
    if (const auto addresses = addressRange(word))
        return *addresses;
    if (const auto numbers = numberRange(word))
        return *numbers;
    return std::string(unquoted(word));
}

FirewallMatch listMatch(PacketKey key, std::string_view list, bool inverted)
{
    FirewallMatch match{.keys = {key}, .inverted = inverted};
    for (const std::string_view word : splitAt(list, ','))
        match.elements.push_back({.key = {packetValue(lowerCase(word))}});
    return match;
}

std::optional<FirewallMatch> markMatch(std::string_view text, bool inverted)
{
    const auto mark = maskedMark(text);
    if (!mark)
        return std::nullopt;
    return FirewallMatch{.keys = {PacketKey::Mark}, .elements = {{.key = {NumberRange{mark->value, mark->value}}}}, .inverted = inverted, .mask = mark->mask};
}

std::optional<MarkChange> markChange(std::string_view how, std::string_view text)
{
    const auto mark = maskedMark(text);
    if (!mark)
        return std::nullopt;
    if (how == "or")
        return MarkChange{~mark->value, mark->value};
    if (how == "and")
        return MarkChange{mark->value, 0};
    if (how == "xor")
        return MarkChange{0xffffffff, mark->value};
    if (how == "xset")
        return MarkChange{~mark->mask, mark->value};
    return how == "set" ? std::optional(MarkChange{~(mark->mask | mark->value), mark->value}) : std::nullopt;
}

std::optional<std::uint32_t> tcpFlags(std::string_view list)
{
    std::uint32_t flags = 0;
    for (const std::string_view word : splitAt(list, ',')) {
        const auto flag = numberOfName(flagNames, lowerCase(word));
        if (!flag)
            return std::nullopt;
        flags |= *flag;
    }
    return flags;
}

std::optional<std::uint32_t> icmpTypeNumber(std::string_view name)
{
    const auto number = numberOfName(icmpNames, name);
    return number ? number : numberOf<std::uint32_t>(name);
}

bool leadsToOne(std::string_view translatesTo)
{
    const auto target = addressAndPort(translatesTo);
    return IpAddress::parse(translatesTo) || (target && (target->address.empty() || IpAddress::parse(target->address)));
}

std::string upperCase(std::string_view text)
{
    std::string upper(text);
    for (char &letter : upper)
        letter = static_cast<char>(letter >= 'a' && letter <= 'z' ? letter - 'a' + 'A' : letter);
    return upper;
}

} // namespace vethscope
