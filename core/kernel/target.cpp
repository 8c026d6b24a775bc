#include "core/kernel/target.h"

#include "core/kernel/natsource.h"
#include "core/kernel/packetkey.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace vethscope::kernel {
namespace {

// net/netfilter/xt_*.c and net/ipv4/netfilter/ipt_*.c that return XT_CONTINUE and leave what rules ask for as it is.
constexpr auto notes = std::to_array<std::string_view>({"LOG", "NFLOG", "ULOG", "TRACE", "AUDIT", "CHECKSUM", "TCPMSS", "TCPOPTSTRIP", "TOS", "DSCP", "ECN", "TTL", "HL",
                                                        "CLASSIFY", "TEE", "SET", "CT", "RATEEST", "IDLETIMER", "LED", "SECMARK", "CONNSECMARK"});
bool isNote(std::string_view name)
{
    return std::ranges::find(notes, name) != notes.end();
}

struct Target {
    std::optional<IpAddress> address{};
    std::optional<std::uint16_t> port{};
};

// 10.244.1.3:80   :8080   10.244.1.3   [fd00::3]:80; nothing for a range.
std::optional<Target> targetOf(std::string_view text)
{
    Target target;
    target.address = IpAddress::parse(text);
    if (target.address)
        return target;
    const std::size_t colon = text.rfind(':');
    if (colon == text.npos)
        return std::nullopt;
    std::uint16_t port = 0;
    const auto [end, error] = std::from_chars(text.data() + colon + 1, text.data() + text.size(), port);
    std::string_view address = text.substr(0, colon);
    if (address.starts_with('[') && address.ends_with(']'))
        address = address.substr(1, address.size() - 2);
    target.address = IpAddress::parse(address);
    if (error != std::errc{} || end != text.data() + text.size() || (!address.empty() && !target.address))
        return std::nullopt;
    target.port = port;
    return target;
}

Deed setDestination(Passage &passage, const IpAddress &address, std::optional<std::uint16_t> port)
{
    Packet &packet = passage.packet;
    const Packet before = packet;
    packet.destination = address;
    if (port && hasPorts(packet.protocol))
        packet.destinationPort = port;
    passage.isTranslated = true;
    packet.connection.destinationTranslated = packet.destination != before.destination || packet.destinationPort != before.destinationPort;
    return Deed::End;
}

Deed setSource(Passage &passage, const IpAddress &address, std::optional<std::uint16_t> port, bool randomPort)
{
    Packet &packet = passage.packet;
    const Packet before = packet;
    packet.source = address;
    if (hasPorts(packet.protocol) && (port || randomPort))
        packet.sourcePort = port;
    passage.isTranslated = true;
    packet.connection.sourceTranslated = packet.source != before.source || packet.sourcePort != before.sourcePort;
    return Deed::End;
}

// An address that is looked for in another table.
template <typename Set>
Deed withAddress(const Answer<IpAddress> &address, Passage &passage, Set set)
{
    passage.evidence.insert(passage.evidence.end(), address.evidence.begin(), address.evidence.end());
    if (address.isNone()) {
        passage.verdict = Verdict::Drop;
        return Deed::End;
    }
    passage.ask = address.ask;
    return address.isFound() ? set(*address) : Deed::Unknown;
}

Deed translate(const Ruleset &rules, const FirewallRuleFact &fact, std::string_view to, const Crossing &crossing, Passage &passage)
{
    const auto target = to.empty() ? std::optional(Target{}) : targetOf(to);
    const bool isOut = crossing.hook == Hook::Postrouting || crossing.hook == Hook::Input;
    const bool changesSource = fact.target == "SNAT" || fact.target == "MASQUERADE";
    if (!target || crossing.hook == Hook::Forward || changesSource != isOut || ((fact.target == "DNAT" || fact.target == "SNAT") && to.empty()))
        return Deed::Unknown;
    if (fact.target == "DNAT")
        return setDestination(passage, target->address.value_or(passage.packet.destination), target->port);
    if (fact.target == "SNAT")
        return setSource(passage, target->address.value_or(passage.packet.source), target->port, fact.randomPort);
    if (fact.target == "REDIRECT")
        return withAddress(redirectDestination(rules.space(), passage.packet), passage, [&](const IpAddress &own) { return setDestination(passage, own, target->port); });
    return withAddress(masqueradeSource(rules.space(), passage.packet, crossing), passage, [&](const IpAddress &own) { return setSource(passage, own, target->port, fact.randomPort); });
}

void mark(Passage &passage, const MarkChange &change)
{
    passage.packet.mark = (passage.packet.mark & change.keeps) ^ change.flips;
    passage.unknownMark &= change.keeps;
}

Deed end(Passage &passage, Verdict verdict)
{
    passage.verdict = verdict;
    return Deed::End;
}

} // namespace

Deed carryOut(const Ruleset &rules, const ChainedRule &rule, const FirewallElement *element, const Crossing &crossing, Passage &passage)
{
    const FirewallRuleFact &fact = *rule.fact;
    const bool elementDecides = element && !element->target.empty();
    const std::string_view target = elementDecides ? element->target : fact.target;
    if (fact.setsMark)
        mark(passage, *fact.setsMark);
    if (target.empty() || target == "MARK" || isNote(target))
        return Deed::GoOn;
    if (target == "ACCEPT")
        return end(passage, Verdict::Accept);
    if (target == "DROP")
        return end(passage, Verdict::Drop);
    if (target == "REJECT") {
        passage.rejectsWith = fact.rejectsWith;
        return end(passage, Verdict::Reject);
    }
    if (target == "RETURN")
        return Deed::Return;
    if (target == "DNAT" || target == "SNAT" || target == "MASQUERADE" || target == "REDIRECT")
        return translate(rules, fact, element ? element->translatesTo : fact.translatesTo, crossing, passage);
    if (target == "NOTRACK") {
        passage.packet.connection.state = ConnectionState::Untracked;
        return Deed::GoOn;
    }
    if (target == "CONNMARK") {
        passage.unknownMark = fact.setsMark ? passage.unknownMark : 0xffffffff;
        return Deed::GoOn;
    }
    const RuleChain *const chain = elementDecides ? rules.chain(fact, target) : rule.target;
    if (!chain) // not printed, or another extension: QUEUE, TPROXY, NETMAP
        return Deed::Unknown;
    return (elementDecides ? element->isGoto : fact.isGoto) ? Deed::Goto : Deed::Jump;
}

} // namespace vethscope::kernel
