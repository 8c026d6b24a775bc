#pragma once

#include "core/address/address.h"

#include <functional>
#include <map>
#include <set>
#include <vector>

namespace vethscope {

/// Values by network; finds those of the longest network that holds an address, as a route lookup does.
template <typename T>
class PrefixTable
{
public:
    void add(const IpPrefix &prefix, T value)
    {
        const IpPrefix network = prefix.network();
        m_lengths[network.address.isV6()].insert(network.length);
        m_values[network].push_back(std::move(value));
    }

    /// The values of the longest network around `address`, in the order they were added; null when there is none.
    const std::vector<T> *longest(const IpAddress &address) const
    {
        for (const int length : m_lengths[address.isV6()])
            if (const auto found = m_values.find(IpPrefix{address, length}.network()); found != m_values.end())
                return &found->second;
        return nullptr;
    }

    /// The values of exactly this network.
    const std::vector<T> *at(const IpPrefix &prefix) const
    {
        const auto found = m_values.find(prefix.network());
        return found == m_values.end() ? nullptr : &found->second;
    }

private:
    std::map<IpPrefix, std::vector<T>> m_values;
    std::array<std::set<int, std::greater<>>, 2> m_lengths; // of IPv4 and IPv6, the longest first
};

} // namespace vethscope
