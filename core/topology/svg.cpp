#include "core/topology/svg.h"

#include "core/figure/svgwriter.h"
#include "core/topology/lit.h"

#include <fmt/format.h>

#include <map>

namespace vethscope {

std::string topologySvg(const Cluster &cluster, const TopologyFigure &figure, const Colours &colours)
{
    const Colours behind = faded(colours, faintness);
    figure::SvgWriter writer({figure.width, figure.height, figure.title, figure.caption}, colours);
    std::map<std::string, int> used;
    for (const Part &part : figure.parts) {
        std::string id = identityOf(cluster, figure.links, part.subject);
        if (id.empty())
            id = "figure";
        if (const int times = ++used[id]; times > 1)
            id += fmt::format("#{}", times);
        writer.group(id, part.name);
        writer.setColours(part.faint ? behind : colours);
        for (const figure::Shape &shape : part.shapes)
            writer.add(shape);
    }
    return writer.finish();
}

} // namespace vethscope
