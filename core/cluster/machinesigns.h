#pragma once

#include "core/facts/facts.h"

namespace vethscope {

/// Whether a command printed there what only a running network stack tells: links, addresses, routes, neighbours, rules, sysctls and the like.
/// A clock, /etc/hosts, /etc/resolv.conf and answers of the cluster's API stand in any document, so they are no sign of a machine.
bool showsMachine(const HostFacts &host);

/// Whether the name, of a file or a folder, is all that speaks for a machine or a pod there.
inline bool isNamedInVain(const HostFacts &host)
{
    return host.placed && !showsMachine(host);
}

} // namespace vethscope
