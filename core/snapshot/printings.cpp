#include "core/snapshot/birdc.h"
#include "core/snapshot/iproute2.h"
#include "core/snapshot/printing.h"

#include <algorithm>
#include <array>

namespace vethscope {
namespace {

using TypedWords = std::vector<std::string>;

constexpr Families both{.v4 = true, .v6 = true}, v4{.v4 = true, .v6 = false}, v6{.v4 = false, .v6 = true};

bool has(const TypedWords &words, std::string_view word)
{
    return std::ranges::find(words, word) != words.end();
}

// -4, -6 and what else the programs call them; `unless` where none is typed.
Families familiesOf(const TypedWords &words, Families unless)
{
    for (std::size_t i = 1; i < words.size(); ++i) {
        const std::string_view word = words[i];
        const bool named = (word == "-f" || word == "-family" || word == "-A" || word == "--family") && i + 1 < words.size();
        const std::string_view name = named ? std::string_view(words[i + 1]) : word;
        if (name == "-4" || name == "inet" || name == "ipv4" || name == "--inet")
            return v4;
        if (name == "-6" || name == "inet6" || name == "ipv6" || name == "--inet6")
            return v6;
    }
    return unless;
}

// The words that are no options, without the program's name and the families' of net-tools.
TypedWords operandsOf(const TypedWords &words)
{
    TypedWords operands;
    for (std::size_t i = 1; i < words.size(); ++i) {
        if (words[i] == "-A" || words[i] == "-f" || words[i] == "--family")
            ++i;
        else if (!words[i].starts_with('-'))
            operands.push_back(words[i]);
    }
    return operands;
}

// Letters of `-lntup` and the like; a long option counts as its first letter.
bool hasLetter(const TypedWords &words, char letter)
{
    return std::ranges::any_of(words, [&](const std::string &word) {
        if (word.starts_with("--"))
            return word.size() > 2 && word[2] == letter;
        return word.starts_with('-') && word.contains(letter);
    });
}

// Nothing behind `show`, or only what the table has anyway.
bool showsAll(const IpCall &call, std::string_view keyword = {}, std::initializer_list<std::string_view> values = {})
{
    if (call.operands.empty())
        return true;
    return call.operands.size() == 2 && !keyword.empty() && keyword.starts_with(call.operands[0])
        && std::ranges::find(values, call.operands[1]) != values.end();
}

} // namespace

// With a family, `ip addr` leaves out interfaces that have no address of it (ipaddr_list_flush_or_save in iproute2's ipaddress.c).
std::vector<Printing> printsInterfaces(const TypedCommand &command)
{
    const IpCall call = ipCall(command.words);
    const Families families = familiesOf(command.words, both);
    const bool whole = showsAll(call) && call.verb == "show";
    std::vector<Printing> printings{{HostTable::Interfaces, both, whole && families.both()}};
    if (call.object != "link")
        printings.push_back({HostTable::Addresses, families, whole});
    return printings;
}

// Without -a only interfaces that are up are shown.
std::vector<Printing> printsIfconfig(const TypedCommand &command)
{
    const bool whole = has(command.words, "-a") && operandsOf(command.words).empty();
    return {{HostTable::Interfaces, both, whole}, {HostTable::Addresses, both, whole}};
}

std::vector<Printing> printsSomeInterfaces(const TypedCommand &)
{
    return {{HostTable::Interfaces, both, false}};
}

std::vector<Printing> printsBridges(const TypedCommand &command)
{
    return {{HostTable::Interfaces, both, false}, {HostTable::BridgePorts, both, operandsOf(command.words).size() == 1}};
}

std::vector<Printing> printsRoutes(const TypedCommand &command)
{
    const IpCall call = ipCall(command.words);
    if (call.verb == "get")
        return {};
    return {{HostTable::Routes, familiesOf(command.words, v4), showsAll(call, "table", {"main", "254", "all", "0"})}};
}

std::vector<Printing> printsOldRoutes(const TypedCommand &command)
{
    return {{HostTable::Routes, familiesOf(command.words, v4), operandsOf(command.words).empty()}};
}

std::vector<Printing> printsRules(const TypedCommand &command)
{
    return {{HostTable::Rules, familiesOf(command.words, v4), showsAll(ipCall(command.words))}};
}

std::vector<Printing> printsNeighbours(const TypedCommand &command)
{
    return {{HostTable::Neighbours, familiesOf(command.words, both), showsAll(ipCall(command.words), "nud", {"all"})}};
}

std::vector<Printing> printsArp(const TypedCommand &command)
{
    const bool oneDevice = has(command.words, "-i");
    return {{HostTable::Neighbours, v4, !oneDevice && operandsOf(command.words).empty()}};
}

std::vector<Printing> printsForwarding(const TypedCommand &command)
{
    return {{HostTable::Forwarding, both, showsAll(bridgeCall(command.words))}};
}

std::vector<Printing> printsSomeForwarding(const TypedCommand &)
{
    return {{HostTable::Forwarding, both, false}};
}

// BIRD 1 has a daemon for each family; birdc speaks to IPv4's.
std::vector<Printing> printsBirdSessions(const TypedCommand &command)
{
    const auto isSix = [](const std::string &word) { return word.contains("bird6") || word == "birdc6" || word == "birdcl6"; };
    TypedWords operands = operandsOf(command.words);
    if (const auto socket = std::ranges::find(command.words, "-s"); socket != command.words.end() && socket + 1 != command.words.end())
        std::erase(operands, *(socket + 1));
    const bool whole = operands.size() == 2 || (operands.size() == 3 && operands[2] == "all");
    return {{HostTable::Bgp, std::ranges::any_of(command.words, isSix) ? v6 : v4, whole}};
}

std::vector<Printing> printsCalicoSessions(const TypedCommand &)
{
    return {{HostTable::Bgp, both, true}};
}

// iptables-save without -t prints all tables, `iptables -S` one.
std::vector<Printing> printsIptables(const TypedCommand &command)
{
    const std::string_view program = command.words.empty() ? std::string_view() : std::string_view(command.words.front());
    const auto oneTable = [](const std::string &word) { return word.starts_with("-t") || word.starts_with("--table"); };
    return {{HostTable::Firewall, program.starts_with("ip6") ? v6 : v4, program.ends_with("-save") && std::ranges::none_of(command.words, oneTable)}};
}

// nft list ruleset [ip|ip6|inet …]
std::vector<Printing> printsNftables(const TypedCommand &command)
{
    const TypedWords operands = operandsOf(command.words);
    const bool ruleset = operands.size() >= 2 && operands[1] == "ruleset";
    const Families families = has(operands, "ip") ? v4 : has(operands, "ip6") ? v6 : both;
    return {{HostTable::Firewall, families, ruleset && (operands.size() == 2 || !families.both())}};
}

// conntrack(8): without -f, IPv4. /proc has both.
std::vector<Printing> printsConnections(const TypedCommand &command)
{
    if (command.words.empty() || command.words.front() != "conntrack")
        return {{HostTable::Connections, both, true}};
    constexpr auto plain = std::to_array<std::string_view>({"-L", "--dump", "conntrack", "-n", "-o", "--output", "extended", "id", "timestamp", "ktimestamp",
                                                            "labels", "-f", "--family", "ipv4", "ipv6"});
    const bool whole = std::ranges::all_of(command.words, [&](const std::string &word) { return std::ranges::find(plain, word) != plain.end(); });
    return {{HostTable::Connections, familiesOf(command.words, v4), whole}};
}

std::vector<Printing> printsSettings(const TypedCommand &command)
{
    const bool all = !command.words.empty() && command.words.front() == "sysctl" && (has(command.words, "-a") || has(command.words, "-A") || has(command.words, "--all"));
    return {{HostTable::Settings, both, all && operandsOf(command.words).empty()}};
}

// Sockets that listen are shown with -l or -a; -t or -u alone leaves out the other kind.
std::vector<Printing> printsListeners(const TypedCommand &command)
{
    const TypedWords &words = command.words;
    if (!hasLetter(words, 'l') && !hasLetter(words, 'a'))
        return {};
    const bool tcp = hasLetter(words, 't'), udp = hasLetter(words, 'u');
    const bool otherKind = !tcp && !udp && (hasLetter(words, 'x') || hasLetter(words, 'w') || hasLetter(words, 'd'));
    const Families families = hasLetter(words, '4') ? v4 : hasLetter(words, '6') ? v6 : familiesOf(words, both);
    return {{HostTable::Listeners, families, tcp == udp && !otherKind && operandsOf(words).empty()}};
}

} // namespace vethscope
