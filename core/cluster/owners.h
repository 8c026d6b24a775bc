#pragma once

#include "core/cluster/cluster.h"

#include <map>
#include <span>

namespace vethscope {

/// Whose an address is, and the line that says so.
struct Owner {
    enum class Kind : std::uint8_t { Node, Pod, Service, Router };

    Kind kind = Kind::Node;
    std::size_t place = 0;                    // in the cluster's list of these
    std::optional<std::size_t> interface = {}; // its place in the namespace; nothing where no command showed the device
    Evidence evidence{};
};

/// Who has an address or a MAC: all that have it, nodes first, then pods, services and routers, each in the cluster's order. What is a
/// node's own (a host-network pod's address) is the node's. Made once from a cluster; afterwards only read, from any thread.
class Owners
{
public:
    Owners() = default;
    explicit Owners(const Cluster &cluster);

    /// Empty where nobody is known to have it.
    std::span<const Owner> of(const IpAddress &address) const;
    std::span<const Owner> of(const MacAddress &address) const;

    const std::map<IpAddress, std::vector<Owner>> &addresses() const { return m_addresses; }
    const std::map<MacAddress, std::vector<Owner>> &macs() const { return m_macs; }

private:
    void addNamespace(Owner owner, const NetworkNamespace &net);
    template <typename Address>
    static void add(std::map<Address, std::vector<Owner>> &all, const Address &address, const Owner &owner);

    std::map<IpAddress, std::vector<Owner>> m_addresses;
    std::map<MacAddress, std::vector<Owner>> m_macs;
};

} // namespace vethscope
