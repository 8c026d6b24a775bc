#include "core/topology/lit.h"

#include <algorithm>

namespace vethscope {

using namespace figure;

namespace {

bool isWire(const Part &part)
{
    return std::ranges::all_of(part.shapes, [](const Shape &shape) { return std::holds_alternative<Line>(shape); });
}

} // namespace

bool stepsBack(const Part &part, const std::set<Subject> &lookedAt)
{
    if (part.subject.kind == Subject::Kind::None)
        return isWire(part);
    return part.subject.kind != Subject::Kind::Node && !lookedAt.contains(part.subject);
}

TopologyFigure withLit(TopologyFigure figure, const std::set<Subject> &lit)
{
    for (Part &part : figure.parts)
        if (lit.contains(part.subject))
            for (Shape &shape : part.shapes)
                shape = emboldened(std::move(shape));
    return figure;
}

} // namespace vethscope
