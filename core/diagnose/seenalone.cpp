#include "core/diagnose/seenalone.h"

#include "core/diagnose/traffic.h"

#include <algorithm>

namespace vethscope::diagnose {

bool SeenAlone::doMeet() const
{
    return std::ranges::any_of(there->seenAt, [&](const auto &one) { return back->seenAt.contains(one.first); });
}

std::vector<SeenAlone> tunnelsSeenAlone(const Case &about, bool bothWays)
{
    std::vector<SeenAlone> found;
    if (!about.traffic())
        return found;
    const TunnelPairs &pairs = about.traffic()->tunnelPairs();
    for (const auto &[key, pair] : pairs.all()) {
        const bool areTold = about.book().owner(pair.from) && about.book().owner(pair.to);
        const TunnelPair *const back = pairs.backOf(pair);
        if (!areTold && back && back != &pair && (bothWays || pair.from < pair.to))
            found.push_back({&pair, back});
    }
    return found;
}

void nameEnds(const Case &about, const SeenAlone &ends, Finding &finding)
{
    const TunnelPairs &pairs = about.traffic()->tunnelPairs();
    finding.subject.nodes = {pairs.nameOf(ends.there->from), pairs.nameOf(ends.there->to)};
}

} // namespace vethscope::diagnose
