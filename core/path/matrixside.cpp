#include "core/path/matrixside.h"

#include <map>
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

} // namespace

// Nodes and services are each one of its own.
MatrixSide::MatrixSide(const Predictor &predictor, Walks walks) : m_predictor(predictor), m_nodes(predictor.places().cluster().nodes.size())
{
    std::tie(m_matrix.rows, m_matrix.columns) = everybody(predictor.places());
    m_matrix.cells.resize(m_matrix.rows.size() * m_matrix.columns.size());
    m_assumed.resize(m_matrix.cells.size());
    m_classes.resize(m_matrix.columns.size());
    std::iota(m_classes.begin(), m_classes.end(), 0);
    if (walks == Walks::OfCells)
        return;
    m_alike = std::make_unique<Alike>(predictor.places());
    for (std::size_t place = m_nodes; place < m_matrix.rows.size(); ++place)
        m_classes[place] = m_classes.size() + m_alike->classOf(place - m_nodes);
}

const PodMarks *MatrixSide::marks(std::size_t place) const
{
    return m_alike && isPod(place) ? &m_alike->marks(place - m_nodes) : nullptr;
}

bool MatrixSide::isOwn(std::size_t row, std::size_t column) const
{
    const ClusterService *const service = m_matrix.columns[column].service;
    const ClusterService *const first = m_predictor.places().cluster().services.data();
    return m_alike && service && isPod(row) && m_alike->isSpokenOf(row - m_nodes, static_cast<std::size_t>(service - first));
}

CellPlan MatrixSide::plan(const std::function<bool(std::size_t)> &isWanted) const
{
    const std::vector<std::size_t> ofRows(m_classes.begin(), m_classes.begin() + static_cast<std::ptrdiff_t>(m_matrix.rows.size()));
    return CellPlan(ofRows, m_classes, [&](std::size_t row, std::size_t column) {
        if (!isWanted(row * m_classes.size() + column))
            return CellPlan::Kind::Elsewhere;
        return isOwn(row, column) ? CellPlan::Kind::Own : CellPlan::Kind::Shared;
    });
}

bool MatrixSide::fill(const CellPlan &plan, CellRun &run)
{
    std::vector<char> hasFollowed(size(), false);
    const auto walk = [&](std::size_t cell) { this->walk(cell); };
    if (!run.walkEach(plan.walked(), walk) || !run.followEach(plan.following(), [&](std::size_t cell) { hasFollowed[cell] = follow(cell, plan.modelOf(cell)); }))
        return false;
    std::vector<std::size_t> left;
    std::vector<std::pair<std::size_t, std::size_t>> followed;
    for (const std::size_t cell : plan.following()) {
        if (hasFollowed[cell])
            followed.emplace_back(cell, plan.modelOf(cell));
        else
            left.push_back(cell);
    }
    assumeAlike(followed);
    return run.walkEach(left, walk);
}

std::vector<Path> MatrixSide::walk(std::size_t cell)
{
    Question question;
    question.from = m_matrix.rows[row(cell)];
    question.to = m_matrix.columns[column(cell)];
    std::vector<Path> branches = m_predictor.request(question);
    m_matrix.cells[cell] = cellOf(branches, m_assumed[cell]);
    return branches;
}

bool MatrixSide::follow(std::size_t cell, std::size_t model)
{
    const Cell &other = m_matrix.cells[model];
    const Renaming renaming = renamingOf(model, cell, true, true);
    auto evidence = renaming.of(other.evidence);
    if (evidence)
        m_matrix.cells[cell] = {other.disposition, other.definite, renaming.of(other.ask), renaming.ofName(other.askOn), *std::move(evidence)};
    return evidence.has_value();
}

Renaming MatrixSide::renamingOf(std::size_t model, std::size_t cell, bool ofRow, bool ofColumn) const
{
    Renaming renaming(*m_alike);
    if (ofRow && isPod(row(cell)))
        renaming.add(row(model) - m_nodes, row(cell) - m_nodes);
    if (ofColumn && isPod(column(cell)))
        renaming.add(column(model) - m_nodes, column(cell) - m_nodes);
    return renaming;
}

// For each of a row, whatever the column, once; and the other way round.
void MatrixSide::assumeAlike(const std::vector<std::pair<std::size_t, std::size_t>> &followed)
{
    std::map<std::size_t, Concerned> concerned;         // by model
    std::set<std::pair<std::size_t, std::size_t>> seen; // model, and row or column
    for (const auto &[cell, model] : followed) {
        const auto [of, isNew] = concerned.try_emplace(model);
        if (isNew)
            of->second = concernedBy(model);
        if (seen.emplace(model, row(cell)).second)
            assume(of->second.row, renamingOf(model, cell, true, false));
        if (seen.emplace(model, m_matrix.rows.size() + column(cell)).second)
            assume(of->second.column, renamingOf(model, cell, false, true));
        assume(of->second.both, renamingOf(model, cell, true, true));
    }
}

MatrixSide::Concerned MatrixSide::concernedBy(std::size_t cell) const
{
    const auto isOf = [&](std::size_t place, const AssumedFact &fact) { return isPod(place) && concerns(fact, m_alike->marks(place - m_nodes)); };
    Concerned found;
    for (const AssumedFact &fact : m_assumed[cell]) {
        const bool ofRow = isOf(row(cell), fact), ofColumn = isOf(column(cell), fact);
        if (ofRow || ofColumn)
            (ofRow && ofColumn ? found.both : ofRow ? found.row : found.column).push_back(&fact);
    }
    return found;
}

void MatrixSide::assume(const std::vector<const AssumedFact *> &facts, const Renaming &renaming)
{
    for (const AssumedFact *fact : facts)
        m_matrix.assumed.insert(renaming.of(*fact));
}

Matrix MatrixSide::take(bool isDone)
{
    if (!isDone)
        m_matrix.cells.clear();
    for (std::set<AssumedFact> &some : m_assumed)
        m_matrix.assumed.merge(some);
    return std::move(m_matrix);
}

} // namespace vethscope::path
