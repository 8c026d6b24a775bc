#include "core/diagnose/commonnode.h"

#include <algorithm>
#include <set>

namespace vethscope::diagnose {

std::string commonNodeOf(const Findings &pairs)
{
    std::set<std::string> all;
    for (const Finding &one : pairs) {
        if (one.subject.nodes.size() != 2)
            return {};
        all.insert(one.subject.nodes.begin(), one.subject.nodes.end());
    }
    if (all.size() < 3)
        return {};
    for (const std::string &node : pairs.front().subject.nodes)
        if (std::ranges::all_of(pairs, [&](const Finding &one) { return std::ranges::find(one.subject.nodes, node) != one.subject.nodes.end(); }))
            return node;
    return {};
}

Finding asOne(Findings findings)
{
    Finding first = std::move(findings.front());
    for (std::size_t i = 1; i < findings.size(); ++i) {
        first.proof.add(findings[i].proof.lines);
        for (const std::uint32_t row : findings[i].proof.frames)
            first.proof.addFrame(row);
    }
    return first;
}

} // namespace vethscope::diagnose
