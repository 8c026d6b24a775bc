#include "core/path/matrix.h"

#include "core/threads/parts.h"

#include <atomic>
#include <thread>
#include <tuple>

namespace vethscope::path {
namespace {

Cell cellOf(const std::vector<Path> &branches, std::set<AssumedFact> &assumed)
{
    const Path &likeliest = branches.front();
    const Ending &ending = likeliest.ending;
    Cell cell{ending.disposition, true, ending.ask, ending.askOn, ending.evidence};
    for (const Path &path : branches) {
        cell.definite = cell.definite && path.assumed.empty() && path.verdict() == likeliest.verdict();
        assumed.insert(path.assumed.begin(), path.assumed.end());
    }
    cell.definite = cell.definite && cell.verdict() != Verdict::Unknown;
    return cell;
}

} // namespace

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

Matrix matrixOf(const Predictor &predictor, const std::function<bool(std::size_t)> &progress)
{
    Matrix matrix;
    std::tie(matrix.rows, matrix.columns) = everybody(predictor.places());
    const std::size_t columns = matrix.columns.size();
    matrix.cells.resize(matrix.rows.size() * columns);
    std::vector<std::set<AssumedFact>> assumed(matrix.rows.size());
    std::atomic<bool> isStopped = false;
    const auto caller = std::this_thread::get_id();
    forEachPart(matrix.rows.size(), [&](std::size_t row) {
        if (progress && !isStopped && std::this_thread::get_id() == caller && !progress(row))
            isStopped = true;
        for (std::size_t column = 0; column < columns && !isStopped; ++column) {
            Question question;
            question.from = matrix.rows[row];
            question.to = matrix.columns[column];
            matrix.cells[row * columns + column] = cellOf(predictor.request(question), assumed[row]);
        }
    });
    for (std::set<AssumedFact> &some : assumed)
        matrix.assumed.merge(some);
    if (isStopped)
        matrix.cells.clear();
    return matrix;
}

} // namespace vethscope::path
