#pragma once

#include "core/kernel/rules.h"
#include "core/kernel/ruleset.h"

namespace vethscope::kernel {

/// A packet as rules are asked about it.
struct Asked {
    const Packet &packet;
    std::string_view outInterface{};   // empty: not yet known, or none
    std::uint32_t unknownMark = 0;     // those bits of the mark that nobody can tell
};

/// Whether a rule of the firewall holds, and the lines of other tables that say so.
struct FirewallVerdict {
    Holds holds = Holds::Yes;
    std::string_view because{}; // of No: what it asks for that the packet is not
    EvidenceList evidence{};
};

/// net/ipv4/netfilter/ip_tables.c ip_packet_match and the matches of net/netfilter/xt_*.c; net/netfilter/nf_tables_core.c nft_do_chain for nftables'. By
/// chance (`statistic`) is not asked here. Maybe: it asks for what is not understood, or for what was not told, and all else holds.
FirewallVerdict firewallVerdict(const Ruleset &rules, const FirewallRuleFact &rule, const Asked &asked);

/// What a map leads to for this packet.
struct MapVerdict {
    Holds holds = Holds::No;
    const FirewallElement *element = nullptr; // of Yes and Maybe; null where the map itself was not printed
};
MapVerdict mapVerdict(const Ruleset &rules, const FirewallRuleFact &rule, const FirewallLookup &lookup, const Asked &asked);

} // namespace vethscope::kernel
