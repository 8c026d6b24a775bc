#include "core/kernel/sourceaddress6.h"

#include <algorithm>
#include <array>

namespace vethscope::kernel {
namespace {

// RFC 4291, section 2.7: the scope of a multicast address is its fourth hexadecimal digit; unicast addresses have the same numbers.
int scopeOf(const IpAddress &address)
{
    if (address.isMulticast())
        return address.bytes()[1] & 0x0f;
    const bool isSite = IpPrefix{*IpAddress::parse("fec0::"), 10}.contains(address);
    return address.isLinkLocal() || address.isLoopback() ? 2 : isSite ? 5 : 14;
}

struct Label {
    std::string_view prefix;
    int label;
};

// net/ipv6/addrlabel.c ip6addrlbl_init_table, the longest prefix first.
constexpr auto labels = std::to_array<Label>({
    {"::1/128", 0}, {"::ffff:0:0/96", 4}, {"::/96", 3}, {"2001::/32", 6}, {"2001:10::/28", 7}, {"3ffe::/16", 12}, {"2002::/16", 2},
    {"fec0::/10", 11}, {"fc00::/7", 5}, {"::/0", 1},
});

int labelOf(const IpAddress &address)
{
    const auto found = std::ranges::find_if(labels, [&](const Label &label) { return IpPrefix::parse(label.prefix)->contains(address); });
    return found->label;
}

struct Candidate {
    const InterfaceAddress *address;
    std::array<int, 4> score; // of rules 1, 2, 5 and 6; the greater is preferred
};

// Rule 2: a scope that reaches as far as the destination's before one that does not; of those the narrowest, of the others the widest.
int scopeScore(int own, int wanted)
{
    return own >= wanted ? 100 - own : own - 100;
}

Candidate candidate(const InterfaceAddress &address, bool outgoing, const IpAddress &destination)
{
    const IpAddress &own = address.address;
    return {&address, {own == destination, scopeScore(scopeOf(own), scopeOf(destination)), outgoing, labelOf(own) == labelOf(destination)}};
}

// What goes no farther than its link, and multicast, has a source of the link.
bool isOfOneLink(const IpAddress &destination)
{
    return destination.isMulticast() || destination.isLinkLocal();
}

} // namespace

Answer<IpAddress> source6(const NetworkNamespace &space, const Route &route, const IpAddress &destination)
{
    using Found = Answer<IpAddress>;
    std::vector<Candidate> candidates;
    for (const NetworkInterface &device : space.interfaces) {
        const bool outgoing = device.name == route.interface;
        for (const InterfaceAddress &address : device.addresses)
            if (address.address.isV6() && (outgoing || !isOfOneLink(destination)))
                candidates.push_back(candidate(address, outgoing, destination));
    }
    const bool whole = space.printed.of(HostTable::Addresses, true) == Extent::Whole;
    if (candidates.empty())
        return whole ? Found::none() : Found::unseen(space.printed.ask(HostTable::Addresses, true));
    std::ranges::stable_sort(candidates, std::ranges::greater(), &Candidate::score);
    const Candidate &best = candidates.front();
    const bool isTie = candidates.size() > 1 && candidates[1].score == best.score;
    if (isTie || (!whole && !best.score[2]))
        return Found::unseen("ip route get " + destination.text());
    return Found::found(best.address->address, best.address->evidence);
}

} // namespace vethscope::kernel
