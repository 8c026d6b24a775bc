#pragma once

#include "core/kernel/answer.h"
#include "core/kernel/packet.h"
#include "core/kernel/ruleset.h"

#include <optional>
#include <string>
#include <vector>

namespace vethscope::kernel {

/// Where a packet meets the rules: the hook, the device it leaves by and the next hop, as far as a route was chosen by then.
struct Crossing {
    Hook hook = Hook::Prerouting;
    std::string outInterface{};
    std::optional<IpAddress> nextHop{};
};

/// What becomes of a packet; Unknown: by a rule of which nobody can tell what it does.
enum class Verdict : std::uint8_t { Accept, Drop, Reject, Unknown };

/// One way that a packet may go through rules. Which of several it takes is chance, or not known.
struct Passage {
    Packet packet{};                         // as it goes on: its mark, its translated addresses
    Verdict verdict = Verdict::Accept;
    std::optional<double> probability = 1.0; // nothing: what it depends on is not known
    std::uint32_t unknownMark = 0;           // the bits of its mark that nobody can tell
    std::string rejectsWith{};               // of Reject: icmp-port-unreachable, tcp-reset …
    std::string ask{};                       // of Unknown: the command that would tell, where one would
    bool isTranslated = false;               // a rule or an entry of conntrack changed an address or port
    EvidenceList doubts{};                   // of no probability: the rules of which nobody knows whether they hold
    EvidenceList evidence{};                 // the lines that decided, in the order they were asked
    std::vector<Rejected> rejected{};        // those that lost, the nearest first
};

inline constexpr std::size_t mostPassages = 1024; // beyond, one stands for the rest, and is Unknown

} // namespace vethscope::kernel
