#include "ui/matrix/matrixmodel.h"

#include <algorithm>

namespace vethscope {

MatrixModel::MatrixModel(QObject *parent) : QAbstractTableModel(parent) {}

void MatrixModel::setResult(std::shared_ptr<const MatrixResult> result)
{
    beginResetModel();
    m_result = std::move(result);
    m_isAfter = m_isAfter && m_result && m_result->after;
    showSections();
    endResetModel();
}

void MatrixModel::setAfter(bool isAfter)
{
    if (isAfter == m_isAfter)
        return;
    beginResetModel();
    m_isAfter = isAfter;
    showSections();
    endResetModel();
}

void MatrixModel::setSearch(const QString &text)
{
    beginResetModel();
    m_search = text.trimmed();
    showSections();
    endResetModel();
}

void MatrixModel::setOnlyFailing(bool only)
{
    beginResetModel();
    m_onlyFailing = only;
    showSections();
    endResetModel();
}

void MatrixModel::setOnlyChanged(bool only)
{
    beginResetModel();
    m_onlyChanged = only;
    showSections();
    endResetModel();
}

bool MatrixModel::isWanted(std::size_t cell) const
{
    if (m_onlyChanged && m_result->after && !isChanged(cell))
        return false;
    return !m_onlyFailing || table().matrix.cells[cell].verdict() != path::Verdict::Delivered;
}

// A name is looked for among those who send; where none of them has it, among those who are sent to.
void MatrixModel::showSections()
{
    m_rows.clear();
    m_columns.clear();
    if (!m_result)
        return;
    const path::Matrix &matrix = table().matrix;
    std::vector<char> rows(matrix.rows.size(), true), columns(matrix.columns.size(), true);
    if (m_onlyFailing || (m_onlyChanged && m_result->after)) {
        std::ranges::fill(rows, false);
        std::ranges::fill(columns, false);
        for (std::size_t cell = 0; cell < matrix.cells.size(); ++cell)
            if (isWanted(cell))
                rows[cell / matrix.columns.size()] = columns[cell % matrix.columns.size()] = true;
    }
    const auto isFound = [&](const path::Who &who) { return QString::fromStdString(who.name).contains(m_search, Qt::CaseInsensitive); };
    if (!m_search.isEmpty() && std::ranges::any_of(matrix.rows, isFound)) {
        for (std::size_t row = 0; row < rows.size(); ++row)
            rows[row] = rows[row] && isFound(matrix.rows[row]);
    } else if (!m_search.isEmpty()) {
        for (std::size_t column = 0; column < columns.size(); ++column)
            columns[column] = columns[column] && isFound(matrix.columns[column]);
    }
    const path::MatrixOrder &order = table().order;
    m_rows = sections(order.rows, order.rowGroups, rows);
    m_columns = sections(order.columns, order.columnGroups, columns);
    if (m_rows.empty() || m_columns.empty())
        m_rows = m_columns = {};
}

std::vector<MatrixModel::Section> MatrixModel::sections(const std::vector<std::size_t> &places, const std::vector<path::MatrixGroup> &groups, const std::vector<char> &isWanted) const
{
    std::vector<Section> shown;
    for (std::size_t group = 0; group < groups.size(); ++group)
        for (std::size_t i = groups[group].first; i < groups[group].first + groups[group].count; ++i)
            if (isWanted[places[i]])
                shown.push_back({places[i], group});
    return shown;
}

std::size_t MatrixModel::cell(const QModelIndex &index) const
{
    return m_rows[static_cast<std::size_t>(index.row())].place * table().matrix.columns.size() + m_columns[static_cast<std::size_t>(index.column())].place;
}

QModelIndex MatrixModel::indexOf(std::size_t cell) const
{
    if (!m_result)
        return {};
    const std::size_t columns = table().matrix.columns.size();
    const auto row = std::ranges::find(m_rows, cell / columns, &Section::place);
    const auto column = std::ranges::find(m_columns, cell % columns, &Section::place);
    return row == m_rows.end() || column == m_columns.end() ? QModelIndex() : index(static_cast<int>(row - m_rows.begin()), static_cast<int>(column - m_columns.begin()));
}

CellLook MatrixModel::lookOf(std::size_t cell) const
{
    const path::Cell &one = table().matrix.cells[cell];
    if (one.verdict() == path::Verdict::Unknown)
        return CellLook::Unknown;
    return one.verdict() == path::Verdict::Dropped ? CellLook::Dropped : one.definite ? CellLook::Arrives : CellLook::Assumed;
}

const path::Who &MatrixModel::who(int section, Qt::Orientation orientation) const
{
    const bool isRow = orientation == Qt::Vertical;
    const Section &one = (isRow ? m_rows : m_columns)[static_cast<std::size_t>(section)];
    return (isRow ? table().matrix.rows : table().matrix.columns)[one.place];
}

bool MatrixModel::beginsGroup(int section, Qt::Orientation orientation) const
{
    const std::vector<Section> &sections = orientation == Qt::Vertical ? m_rows : m_columns;
    const auto place = static_cast<std::size_t>(section);
    return place == 0 || sections[place].group != sections[place - 1].group;
}

QString MatrixModel::groupName(int section, Qt::Orientation orientation) const
{
    const bool isRow = orientation == Qt::Vertical;
    const path::MatrixOrder &order = table().order;
    const path::MatrixGroup &group = (isRow ? order.rowGroups : order.columnGroups)[(isRow ? m_rows : m_columns)[static_cast<std::size_t>(section)].group];
    if (group.kind == path::MatrixGroup::Kind::Services)
        return tr("Services");
    return group.kind == path::MatrixGroup::Kind::Nowhere ? tr("Node not known") : QString::fromStdString(group.node);
}

int MatrixModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int MatrixModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QVariant MatrixModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const std::size_t at = cell(index);
    switch (role) {
    case Look: return static_cast<int>(lookOf(at));
    case Changed: return isChanged(at);
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole: {
        const QString text = tr("%1 → %2: %3").arg(whoText(who(index.row(), Qt::Vertical)), whoText(who(index.column(), Qt::Horizontal)), lookText(lookOf(at)));
        return isChanged(at) ? tr("%1; changed").arg(text) : text;
    }
    default: return {};
    }
}

QVariant MatrixModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (!m_result || section >= (orientation == Qt::Vertical ? rowCount() : columnCount()))
        return {};
    const path::Who &one = who(section, orientation);
    switch (role) {
    case Qt::DisplayRole: return QString::fromStdString(one.name);
    case Qt::ToolTipRole: return whoText(one);
    case GroupFirst: return beginsGroup(section, orientation);
    case GroupName: return groupName(section, orientation);
    case GroupNode: return one.kind == path::Who::Kind::Node;
    default: return {};
    }
}

QString lookText(CellLook look)
{
    switch (look) {
    case CellLook::Arrives: return MatrixModel::tr("arrives");
    case CellLook::Assumed: return MatrixModel::tr("arrives, if what nobody printed is as usual");
    case CellLook::Dropped: return MatrixModel::tr("does not arrive");
    case CellLook::Unknown: break;
    }
    return MatrixModel::tr("not known");
}

QString whoText(const path::Who &who)
{
    const QString name = QString::fromStdString(who.name);
    switch (who.kind) {
    case path::Who::Kind::Pod: return MatrixModel::tr("pod %1").arg(name);
    case path::Who::Kind::Node: return MatrixModel::tr("node %1").arg(name);
    case path::Who::Kind::Service: return MatrixModel::tr("service %1").arg(name);
    case path::Who::Kind::Outside: break;
    }
    return name;
}

} // namespace vethscope
