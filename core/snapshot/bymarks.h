#pragma once

#include "core/snapshot/likeness.h"

#include <set>
#include <string>
#include <unordered_map>
#include <utility>

namespace vethscope {

/// Finds, among many machines, those that may be the one of an output: that share one of its marks (marksOf).
template <typename Machine>
class ByMarks
{
public:
    void add(const HostFacts &told, Machine machine)
    {
        for (std::string &mark : marksOf(told))
            m_machines[std::move(mark)].insert(machine);
    }

    std::set<Machine> sharing(const HostFacts &facts) const
    {
        std::set<Machine> all;
        for (const std::string &mark : marksOf(facts))
            if (const auto found = m_machines.find(mark); found != m_machines.end())
                all.insert(found->second.begin(), found->second.end());
        return all;
    }

private:
    std::unordered_map<std::string, std::set<Machine>> m_machines;
};

} // namespace vethscope
