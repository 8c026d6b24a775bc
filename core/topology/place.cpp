#include "core/topology/place.h"

#include "core/topology/layout.h"

#include <algorithm>

namespace vethscope {

std::optional<Subject> subjectAt(const Cluster &cluster, const TopologyFigure &figure, const TopologyPlace &place)
{
    const std::string inside = place.pod.empty() ? "interface:" + place.node + "/" + place.interface : "pod:" + place.pod;
    for (const std::string &wanted : {inside, "node:" + place.node}) {
        const auto part = std::ranges::find_if(figure.parts, [&](const Part &one) {
            return one.subject.kind != Subject::Kind::None && identityOf(cluster, figure.links, one.subject) == wanted;
        });
        if (part != figure.parts.end())
            return part->subject;
    }
    return std::nullopt;
}

} // namespace vethscope
