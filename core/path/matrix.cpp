#include "core/path/matrix.h"

#include "core/path/matrixside.h"

namespace vethscope::path {

std::pair<std::vector<Who>, std::vector<Who>> everybody(const Places &places)
{
    const Cluster &cluster = places.cluster();
    std::vector<Who> rows;
    for (const ClusterNode &node : cluster.nodes)
        rows.push_back(whoOf(places, node));
    for (const ClusterPod &pod : cluster.pods)
        rows.push_back(whoOf(places, pod));
    std::vector<Who> columns = rows;
    for (const ClusterService &service : cluster.services)
        if (!service.addresses.empty())
            columns.push_back(whoOf(service));
    return {std::move(rows), std::move(columns)};
}

Matrix matrixOf(const Predictor &predictor, const CellProgress &progress, Walks walks)
{
    MatrixSide side(predictor, walks);
    const CellPlan plan = side.plan([](std::size_t) { return true; });
    CellRun run(plan.effort(), progress);
    const bool isDone = side.fill(plan, run);
    return side.take(isDone);
}

} // namespace vethscope::path
