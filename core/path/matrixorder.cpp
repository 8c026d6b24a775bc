#include "core/path/matrixorder.h"

#include <algorithm>

namespace vethscope::path {
namespace {

// A host-network pod's place is its node's.
std::string_view nodeOf(const Who &who)
{
    return who.kind == Who::Kind::Node ? std::string_view(who.name) : who.place ? std::string_view(who.place->node) : std::string_view();
}

void order(const std::vector<Who> &all, std::vector<std::size_t> &places, std::vector<MatrixGroup> &groups)
{
    const auto add = [&](MatrixGroup::Kind kind, std::string_view node, auto isIn) {
        MatrixGroup group{kind, std::string(node), places.size(), 0};
        for (std::size_t place = 0; place < all.size(); ++place)
            if (isIn(all[place]))
                places.push_back(place);
        group.count = places.size() - group.first;
        if (group.count > 0)
            groups.push_back(std::move(group));
    };
    std::vector<std::string_view> nodes;
    for (const Who &who : all)
        if (const std::string_view node = nodeOf(who); who.kind == Who::Kind::Node && std::ranges::find(nodes, node) == nodes.end())
            nodes.push_back(node);
    for (const std::string_view node : nodes)
        add(MatrixGroup::Kind::Node, node, [&](const Who &who) { return who.kind != Who::Kind::Service && nodeOf(who) == node; });
    add(MatrixGroup::Kind::Nowhere, {}, [&](const Who &who) { return who.kind != Who::Kind::Service && std::ranges::find(nodes, nodeOf(who)) == nodes.end(); });
    add(MatrixGroup::Kind::Services, {}, [](const Who &who) { return who.kind == Who::Kind::Service; });
}

} // namespace

MatrixOrder orderOf(const Matrix &matrix)
{
    MatrixOrder found;
    order(matrix.rows, found.rows, found.rowGroups);
    order(matrix.columns, found.columns, found.columnGroups);
    return found;
}

} // namespace vethscope::path
