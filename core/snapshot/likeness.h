#pragma once

#include "core/facts/facts.h"

#include <string>
#include <vector>

namespace vethscope {

/// What neither joins nor forbids, but tells for one machine or against it where two are known to be there: devices and namespaces whose
/// names were drawn by lot, subnets that one node has, MAC addresses of devices, sessions with an own address.
struct Likeness {
    bool speaksFor = false;
    bool speaksAgainst = false;
};

/// Whether an output shows what a pod or container has and a host has not: no device but one end of a veth called as a card is, or the
/// next hop that Calico gives to pods.
bool isOfNamespace(const HostFacts &host);

/// Whether an output shows the host's end of a pod's veth.
bool hasHostsDevice(const HostFacts &host);

Likeness likenessOf(const HostFacts &one, const HostFacts &other);

/// What may speak for one machine, each as a text: two that share none have no likeness that speaks for them, and no identity
/// (sharedIdentity). For finding the like among many.
std::vector<std::string> marksOf(const HostFacts &host);

} // namespace vethscope
