#include "core/path/matrix.h"

#include "core/path/renaming.h"

#include <algorithm>
#include <memory>
#include <numeric>
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

// Classes as Alike has them of pods; nodes and services are each one of its own.
class Filling
{
public:
    Filling(const Predictor &predictor, const CellProgress &progress, Walks walks) : m_predictor(predictor)
    {
        std::tie(m_matrix.rows, m_matrix.columns) = everybody(predictor.places());
        m_matrix.cells.resize(m_matrix.rows.size() * m_matrix.columns.size());
        m_assumed.resize(m_matrix.cells.size());
        m_nodes = predictor.places().cluster().nodes.size();
        if (walks == Walks::OfClasses)
            m_alike = std::make_unique<Alike>(predictor.places());
        m_run = std::make_unique<CellRun>(m_matrix.cells.size(), progress);
    }

    Matrix fill()
    {
        const CellPlan plan(classes(m_matrix.rows.size()), classes(m_matrix.columns.size()), [&](std::size_t row, std::size_t column) { return isOwn(row, column); });
        const auto walk = [&](std::size_t cell) { this->walk(cell); };
        std::vector<char> isFilled(plan.size(), true);
        const auto follow = [&](std::size_t cell) { isFilled[cell] = this->follow(cell, plan.modelOf(cell)); };
        bool isDone = m_run->forEach(plan.walked(), walk) && m_run->forEach(plan.others(), follow);
        std::vector<std::size_t> left;
        for (std::size_t cell = 0; cell < isFilled.size(); ++cell)
            if (!isFilled[cell])
                left.push_back(cell);
        isDone = isDone && m_run->forEach(left, walk);
        if (!isDone)
            m_matrix.cells.clear();
        for (std::set<AssumedFact> &some : m_assumed)
            m_matrix.assumed.merge(some);
        return std::move(m_matrix);
    }

private:
    std::size_t row(std::size_t cell) const { return cell / m_matrix.columns.size(); }
    std::size_t column(std::size_t cell) const { return cell % m_matrix.columns.size(); }
    bool isPod(std::size_t place) const { return place >= m_nodes && place < m_matrix.rows.size(); }

    std::vector<std::size_t> classes(std::size_t count) const
    {
        std::vector<std::size_t> all(count);
        std::iota(all.begin(), all.end(), m_matrix.columns.size());
        for (std::size_t place = 0; m_alike && place < count; ++place)
            if (isPod(place))
                all[place] = m_alike->classOf(place - m_nodes) + 2 * m_matrix.columns.size();
        return all;
    }

    bool isOwn(std::size_t row, std::size_t column) const
    {
        if (!m_alike || !isPod(row) || column < m_matrix.rows.size())
            return false;
        const std::vector<ClusterService> &services = m_predictor.places().cluster().services;
        return m_alike->isSpokenOf(row - m_nodes, static_cast<std::size_t>(m_matrix.columns[column].service - services.data()));
    }

    void walk(std::size_t cell)
    {
        Question question;
        question.from = m_matrix.rows[row(cell)];
        question.to = m_matrix.columns[column(cell)];
        m_matrix.cells[cell] = cellOf(m_predictor.request(question), m_assumed[cell]);
    }

    // False where it cannot be told from the other one.
    bool follow(std::size_t cell, std::size_t model)
    {
        Renaming renaming(*m_alike);
        if (isPod(row(cell)))
            renaming.add(row(model) - m_nodes, row(cell) - m_nodes);
        if (isPod(column(cell)))
            renaming.add(column(model) - m_nodes, column(cell) - m_nodes);
        const Cell &other = m_matrix.cells[model];
        auto evidence = renaming.of(other.evidence);
        if (!evidence)
            return false;
        m_matrix.cells[cell] = {other.disposition, other.definite, renaming.of(other.ask), renaming.ofName(other.askOn), *std::move(evidence)};
        for (const AssumedFact &fact : m_assumed[model])
            m_assumed[cell].insert(renaming.of(fact));
        return true;
    }

    const Predictor &m_predictor;
    Matrix m_matrix;
    std::vector<std::set<AssumedFact>> m_assumed; // of each cell
    std::size_t m_nodes = 0;
    std::unique_ptr<const Alike> m_alike;
    std::unique_ptr<CellRun> m_run;
};

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

Matrix matrixOf(const Predictor &predictor, const CellProgress &progress, Walks walks)
{
    return Filling(predictor, progress, walks).fill();
}

} // namespace vethscope::path
