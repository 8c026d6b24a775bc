#include "core/snapshot/iplinkheading.h"

#include "core/snapshot/soundnames.h"
#include "core/snapshot/words.h"

#include <algorithm>
#include <array>

namespace vethscope {
namespace {

// print_link_flags of iproute2's ipaddress.c.
bool isFlag(std::string_view word)
{
    constexpr auto flags = std::to_array<std::string_view>({
        "NO-CARRIER", "LOOPBACK", "BROADCAST", "POINTOPOINT", "MULTICAST", "NOARP", "ALLMULTI", "PROMISC", "MASTER", "SLAVE", "DEBUG", "DYNAMIC",
        "AUTOMEDIA", "PORTSEL", "NOTRAILERS", "UP", "LOWER_UP", "DORMANT", "ECHO", "M-DOWN", "RUNNING",
    });
    return std::ranges::find(flags, word) != flags.end();
}

// What stands around the flags; nothing where the word has no brackets.
std::optional<std::string_view> withoutBrackets(std::string_view word)
{
    constexpr auto pairs = std::to_array<std::pair<std::string_view, std::string_view>>({
        {"<", ">"}, {"&lt;", "&gt;"}, {"\\<", "\\>"}, {"\\<", ">"}, {"[", "]"}, {"{", "}"}, {"(", ")"},
    });
    constexpr std::string_view marks = "-|*"; // put there by hand: -{UP}---
    while (!word.empty() && marks.contains(word.front()))
        word.remove_prefix(1);
    while (!word.empty() && marks.contains(word.back()))
        word.remove_suffix(1);
    for (const auto &[open, close] : pairs)
        if (word.starts_with(open) && word.ends_with(close) && word.size() >= open.size() + close.size())
            return word.substr(open.size(), word.size() - open.size() - close.size());
    return std::nullopt;
}

std::optional<std::uint32_t> indexOf(std::string_view word)
{
    const auto index = word.ends_with(':') ? numberOf<std::uint32_t>(word.substr(0, word.size() - 1)) : std::nullopt;
    return index == 0u ? std::nullopt : index;
}

bool isPart(std::string_view word)
{
    return word == "inet" || word == "inet6" || word.starts_with("link/");
}

} // namespace

std::optional<Words> linkFlags(std::string_view word)
{
    const auto inside = withoutBrackets(word);
    if (!inside)
        return std::nullopt;
    Words flags = splitAt(*inside, ',');
    if (inside->empty())
        return word.starts_with('[') || word.starts_with('{') || word.starts_with('(') ? std::nullopt : std::optional(Words());
    return std::ranges::all_of(flags, isFlag) ? std::optional(std::move(flags)) : std::nullopt;
}

void readLinkFlags(const Words &flags, LinkFact &link)
{
    link.pointToPoint = contains(flags, "POINTOPOINT");
    link.bondPort = contains(flags, "SLAVE");
    if (contains(flags, "LOOPBACK"))
        link.kind = LinkKind::Loopback;
    // A VRF is a master as well, but has NOARP: drivers/net/vrf.c.
    if (contains(flags, "MASTER") && !contains(flags, "NOARP"))
        link.kind = LinkKind::Bond;
}

bool isLinkState(std::string_view word)
{
    constexpr auto states = std::to_array<std::string_view>({"UP", "DOWN", "UNKNOWN", "LOWERLAYERDOWN", "DORMANT", "NOTPRESENT", "TESTING"});
    return std::ranges::find(states, word) != states.end();
}

std::optional<LinkHeading> linkHeading(const Words &words)
{
    if (words.size() < 2)
        return std::nullopt;
    LinkHeading heading;
    heading.link.ifindex = indexOf(words[0]);
    std::string_view name = words[1];
    const bool hasColon = name.ends_with(':');
    if (hasColon)
        name.remove_suffix(1);
    if (!heading.link.ifindex || !isDeviceWithPeer(name))
        return std::nullopt;
    setName(heading.link, name);
    heading.words = 2;
    if (words.size() == 2)
        return heading;
    if (!hasColon)
        return isPart(words[2]) ? std::optional(heading) : std::nullopt;
    const auto flags = linkFlags(words[2]);
    const std::size_t place = flags ? 3 : 2;
    const auto mtu = words.size() > place + 1 && words[place] == "mtu" ? numberOf<std::uint32_t>(words[place + 1]) : std::nullopt;
    if (!mtu && !(flags && words.size() == place)) // awk and cut leave no more
        return std::nullopt;
    const auto end = std::ranges::find_if(words, isPart);
    const Words own(words.begin(), end);
    heading.words = own.size();
    heading.link.mtu = mtu;
    heading.state = behind(own, "state");
    if (const std::string_view master = behind(own, "master"); isDeviceName(master))
        heading.link.master = master;
    if (flags)
        readLinkFlags(*flags, heading.link);
    if (isLinkState(heading.state) || (flags && heading.state.empty()))
        heading.link.state = linkState(heading.state, flags.value_or(Words()));
    return heading;
}

} // namespace vethscope
