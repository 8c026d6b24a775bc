#pragma once

#include "core/path/matrix.h"
#include "core/path/renaming.h"

#include <functional>
#include <memory>
#include <set>
#include <vector>

namespace vethscope::path {

/// A matrix on its way to be filled: cells that are walked, and such that follow from another of the same classes.
class MatrixSide
{
public:
    MatrixSide(const Predictor &predictor, Walks walks);

    std::size_t size() const { return m_matrix.cells.size(); }
    const Matrix &matrix() const { return m_matrix; }
    std::size_t row(std::size_t cell) const { return cell / m_matrix.columns.size(); }
    std::size_t column(std::size_t cell) const { return cell % m_matrix.columns.size(); }
    /// Of each column, and so of each row, a number that those alike have in common.
    const std::vector<std::size_t> &classes() const { return m_classes; }
    /// Null where `place`, of a row or column, is no pod, or cells are walked one by one.
    const PodMarks *marks(std::size_t place) const;
    /// Whether a row's way to a service is that of no other.
    bool isOwn(std::size_t row, std::size_t column) const;

    CellPlan plan(const std::function<bool(std::size_t cell)> &isWanted) const;
    /// False when it was stopped.
    bool fill(const CellPlan &plan, CellRun &run);

    std::vector<Path> walk(std::size_t cell);
    /// False where it cannot be told from the other one. Then it is as it was.
    bool follow(std::size_t cell, std::size_t model);
    /// What was assumed for a cell is assumed of those in its place: once for all cells that follow have followed.
    void assumeAlike(const std::vector<std::pair<std::size_t, std::size_t>> &followed);

    /// Without cells where it was stopped.
    Matrix take(bool isDone);

private:
    // Of what was assumed for a cell, what speaks of the pod of its row, of its column, of both.
    struct Concerned {
        std::vector<const AssumedFact *> row{}, column{}, both{};
    };

    bool isPod(std::size_t place) const { return place >= m_nodes && place < m_matrix.rows.size(); }
    Renaming renamingOf(std::size_t model, std::size_t cell, bool ofRow, bool ofColumn) const;
    Concerned concernedBy(std::size_t cell) const;
    void assume(const std::vector<const AssumedFact *> &facts, const Renaming &renaming);

    const Predictor &m_predictor;
    Matrix m_matrix;
    std::vector<std::set<AssumedFact>> m_assumed; // of each cell that was walked
    std::size_t m_nodes;
    std::unique_ptr<const Alike> m_alike; // null: cells are walked one by one
    std::vector<std::size_t> m_classes;
};

} // namespace vethscope::path
