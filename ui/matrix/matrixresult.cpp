#include "ui/matrix/matrixresult.h"

#include <algorithm>
#include <map>

namespace vethscope {
namespace {

// Of several of one name the first: a name stands for one only.
class Names
{
public:
    explicit Names(const std::vector<path::Who> &all)
    {
        for (std::size_t i = 0; i < all.size(); ++i) {
            m_ofKind.try_emplace({all[i].kind, all[i].name}, i);
            m_any.try_emplace(all[i].name, i);
        }
    }
    std::optional<std::size_t> of(path::Who::Kind kind, const std::string &name) const
    {
        const auto found = m_ofKind.find({kind, name});
        return found == m_ofKind.end() ? std::nullopt : std::optional(found->second);
    }
    std::optional<std::size_t> of(const std::string &name) const
    {
        const auto found = m_any.find(name);
        return found == m_any.end() ? std::nullopt : std::optional(found->second);
    }

private:
    std::map<std::pair<path::Who::Kind, std::string>, std::size_t> m_ofKind;
    std::map<std::string, std::size_t> m_any;
};

void arrange(MatrixTable &table, const std::vector<path::ChangedWay> &changes)
{
    table.order = orderOf(table.matrix);
    const Names rows(table.matrix.rows), columns(table.matrix.columns);
    for (std::size_t i = 0; i < changes.size(); ++i) {
        const auto row = rows.of(changes[i].from), column = columns.of(changes[i].kind, changes[i].to);
        if (row && column)
            table.changes.try_emplace(*row * table.matrix.columns.size() + *column, i);
    }
}

} // namespace

void arrange(MatrixResult &result)
{
    arrange(result.before, result.changes);
    if (result.after)
        arrange(*result.after, result.changes);
    result.groups = groupsOf(result.changes);
}

std::optional<std::size_t> cellOf(const path::Matrix &matrix, const path::ChangedWay &change)
{
    const auto row = Names(matrix.rows).of(change.from), column = Names(matrix.columns).of(change.kind, change.to);
    return row && column ? std::optional(*row * matrix.columns.size() + *column) : std::nullopt;
}

} // namespace vethscope
