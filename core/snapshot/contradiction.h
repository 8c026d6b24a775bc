#pragma once

#include "core/facts/facts.h"
#include "core/sentence/sentence.h"

#include <optional>
#include <string>

namespace vethscope {

/// Why two outputs cannot be of one machine, with a line of each.
struct Contradiction {
    Sentence reason; // "index 2 is eth0 in one and ens3 in the other": words that go on a sentence
    Evidence one, other;
};

/// What forbids that one kernel printed both, in one moment: two host names, an index with two names, a device with two MAC addresses or
/// indexes, a route that leads elsewhere, a next hop, neighbour or BGP peer that is the other's own address, a neighbour with its MAC
/// address, a pod's next hop beside Calico's devices. Nothing where they may be of one machine.
std::optional<Contradiction> contradictionOf(const HostFacts &one, const HostFacts &other);

/// What only one machine has: a card's MAC address or an address of a card, in both. The line of each; nothing where they share none.
std::optional<Contradiction> sharedIdentity(const HostFacts &one, const HostFacts &other);

/// Whether the setting is the own key of a WireGuard device, `wg0 public key`: no other machine has it.
bool isWireguardKey(const SettingFact &setting);

} // namespace vethscope
