#pragma once

#include "core/cluster/cluster.h"

#include <string>

// What made clusters are put together of.

namespace vethscope::test::made {

/// A value without the line that says it.
template <typename T>
Known<T> told(T value)
{
    return Known<T>(std::move(value), Evidence{});
}

IpAddress ip(const std::string &address);
IpPrefix prefix(const std::string &text);
/// 02:00 and the number's four bytes.
MacAddress mac(std::uint32_t number);
/// One that is up; without an address where that is empty.
NetworkInterface device(const std::string &name, std::uint32_t index, LinkKind kind, const std::string &address, std::uint32_t macNumber);
Route route(const std::string &to, const std::string &via, const std::string &interface);
/// So many pods with their veths, on cni0 or, not bridged, Calico's. `number` tells one node's from another's.
void addPods(Cluster &cluster, ClusterNode &node, std::size_t number, std::size_t pods, bool bridged);
/// The subnets in which default routes lead out, with their gateways.
void addSubnets(Cluster &cluster);

} // namespace vethscope::test::made
