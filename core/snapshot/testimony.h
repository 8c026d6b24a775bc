#pragma once

#include "core/snapshot/contradiction.h"

#include <optional>
#include <string>
#include <unordered_set>

namespace vethscope {

/// What one machine told so far, as far as another output may agree with it or contradict it. What it told before is not kept again, so
/// an hour of `watch ip neigh` costs as little as one look.
class Testimony
{
public:
    /// Devices, addresses, routes, neighbours, forwarding entries, sessions, namespaces, listeners and the host name; each once.
    const HostFacts &facts() const { return m_facts; }

    void add(const HostFacts &more);

    /// Whether it told all of that before. Then nothing of it can contradict what was taken for the same machine's.
    bool holds(const HostFacts &more) const;

    /// What forbids that an output is this machine's.
    std::optional<Contradiction> contradiction(const HostFacts &other) const;

private:
    HostFacts m_facts;
    std::unordered_set<std::string> m_known;
};

} // namespace vethscope
