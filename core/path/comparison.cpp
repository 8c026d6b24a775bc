#include "core/path/matrixside.h"
#include "core/path/whatif.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <tuple>

namespace vethscope::path {
namespace {

using Counterparts = std::vector<std::optional<std::size_t>>;

// Where those of one list stand in another: who is of the same kind and name, the first of several.
Counterparts counterparts(const std::vector<Who> &all, const std::vector<Who> &others)
{
    std::map<std::pair<Who::Kind, std::string_view>, std::size_t> places;
    for (std::size_t i = 0; i < others.size(); ++i)
        places.try_emplace({others[i].kind, others[i].name}, i);
    Counterparts found;
    std::ranges::transform(all, std::back_inserter(found), [&](const Who &who) {
        const auto place = places.find({who.kind, who.name});
        return place == places.end() ? std::nullopt : std::optional(place->second);
    });
    return found;
}

bool areSame(const PodMarks *one, const PodMarks *other)
{
    return one && other && one->words == other->words && one->node == other->node;
}

// Two sides that are filled together. A way that both have is walked in both and compared; where two alike ways are alike on both sides, and the
// pods have the same marks on both, and nothing differs on the one, nothing does on the other.
class Comparing
{
public:
    Comparing(const Predictor &before, const Predictor &after, const CellProgress &progress, Walks walks)
        : m_before(before, walks), m_after(after, walks), m_changes(m_before.size())
        , m_rows(counterparts(m_before.matrix().rows, m_after.matrix().rows)), m_columns(counterparts(m_before.matrix().columns, m_after.matrix().columns))
        , m_rowsBefore(counterparts(m_after.matrix().rows, m_before.matrix().rows)), m_columnsBefore(counterparts(m_after.matrix().columns, m_before.matrix().columns))
        , m_common(commonPlan()), m_gone(m_before.plan([this](std::size_t cell) { return !then(cell); })), m_new(m_after.plan([this](std::size_t cell) { return isNew(cell); }))
        , m_run(m_common.effort() + m_gone.effort() + m_new.effort(), progress)
    {
    }

    Comparison compare()
    {
        const bool isDone = compareCommon() && m_before.fill(m_gone, m_run) && m_after.fill(m_new, m_run);
        Comparison comparison;
        if (isDone)
            addChanges(comparison.changes);
        comparison.before = m_before.take(isDone);
        comparison.after = m_after.take(isDone);
        return comparison;
    }

private:
    std::optional<std::size_t> then(std::size_t cell) const
    {
        const auto row = m_rows[m_before.row(cell)], column = m_columns[m_before.column(cell)];
        return row && column ? std::optional(*row * m_after.classes().size() + *column) : std::nullopt;
    }

    // Numbers that two places have in common only where they are alike on both sides.
    std::vector<std::size_t> commonClasses() const
    {
        using Key = std::tuple<std::size_t, std::size_t, std::size_t>;
        std::map<Key, std::size_t> known;
        std::vector<std::size_t> classes;
        for (std::size_t place = 0; place < m_columns.size(); ++place) {
            const bool isSame = m_columns[place] && areSame(m_before.marks(place), m_after.marks(*m_columns[place]));
            const Key key = isSame ? Key{m_before.classes()[place], m_after.classes()[*m_columns[place]], m_columns.size()} : Key{0, 0, place};
            classes.push_back(known.try_emplace(key, known.size()).first->second);
        }
        return classes;
    }

    CellPlan commonPlan() const
    {
        const std::vector<std::size_t> ofColumns = commonClasses();
        const std::vector<std::size_t> ofRows(ofColumns.begin(), ofColumns.begin() + static_cast<std::ptrdiff_t>(m_rows.size()));
        return CellPlan(ofRows, ofColumns, [&](std::size_t row, std::size_t column) {
            if (!m_rows[row] || !m_columns[column])
                return CellPlan::Kind::Elsewhere;
            return m_before.isOwn(row, column) || m_after.isOwn(*m_rows[row], *m_columns[column]) ? CellPlan::Kind::Own : CellPlan::Kind::Shared;
        });
    }

    bool compareCommon()
    {
        std::vector<char> hasFollowed(m_before.size(), false);
        const auto walk = [&](std::size_t cell) { this->walk(cell); };
        const auto follow = [&](std::size_t cell) { hasFollowed[cell] = this->follow(cell, m_common.modelOf(cell)); };
        if (!m_run.walkEach(m_common.walked(), walk) || !m_run.followEach(m_common.following(), follow))
            return false;
        std::vector<std::size_t> left;
        std::vector<std::pair<std::size_t, std::size_t>> before, after;
        for (const std::size_t cell : m_common.following()) {
            if (!hasFollowed[cell]) {
                left.push_back(cell);
                continue;
            }
            before.emplace_back(cell, m_common.modelOf(cell));
            after.emplace_back(*then(cell), *then(m_common.modelOf(cell)));
        }
        m_before.assumeAlike(before);
        m_after.assumeAlike(after);
        return m_run.walkEach(left, walk);
    }

    void walk(std::size_t cell)
    {
        const std::vector<Path> was = m_before.walk(cell), is = m_after.walk(*then(cell));
        m_changes[cell] = changeOf(&was.front(), &is.front());
    }

    bool follow(std::size_t cell, std::size_t model)
    {
        return !m_changes[model] && m_before.follow(cell, model) && m_after.follow(*then(cell), *then(model));
    }

    // It has an end that is not there before.
    bool isNew(std::size_t cell) const { return !m_rowsBefore[m_after.row(cell)] || !m_columnsBefore[m_after.column(cell)]; }

    void addChanges(std::vector<ChangedWay> &changes)
    {
        const auto add = [&](ChangedWay change, const MatrixSide &side, std::size_t cell) {
            change.from = side.matrix().rows[side.row(cell)].name;
            change.to = side.matrix().columns[side.column(cell)].name;
            change.kind = side.matrix().columns[side.column(cell)].kind;
            changes.push_back(std::move(change));
        };
        for (std::size_t cell = 0; cell < m_before.size(); ++cell) {
            if (m_changes[cell])
                add(*std::move(m_changes[cell]), m_before, cell);
            else if (const Path was = endedAs(m_before.matrix().cells[cell]); !then(cell))
                add(*changeOf(&was, nullptr), m_before, cell);
        }
        for (std::size_t cell = 0; cell < m_after.size(); ++cell)
            if (const Path is = endedAs(m_after.matrix().cells[cell]); isNew(cell))
                add(*changeOf(nullptr, &is), m_after, cell);
    }

    static Path endedAs(const Cell &cell)
    {
        Path path;
        path.ending.disposition = cell.disposition;
        path.ending.evidence = cell.evidence;
        return path;
    }

    MatrixSide m_before, m_after;
    std::vector<std::optional<ChangedWay>> m_changes; // by the cell of before
    Counterparts m_rows, m_columns;                   // of before in after
    Counterparts m_rowsBefore, m_columnsBefore;       // of after in before
    CellPlan m_common, m_gone, m_new;
    CellRun m_run;
};

} // namespace

Comparison compare(const Predictor &before, const Predictor &after, const CellProgress &progress, Walks walks)
{
    return Comparing(before, after, progress, walks).compare();
}

} // namespace vethscope::path
