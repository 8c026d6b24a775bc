#include "ui/matrix/changesmodel.h"

#include "core/facts/shownline.h"
#include "ui/matrix/matrixmodel.h"
#include "ui/theme/palette.h"

#include <QFont>

namespace vethscope {
namespace {

constexpr quintptr top = 0; // else the place of the group, from 1

QString endText(const std::optional<path::Disposition> &end)
{
    if (!end)
        return ChangesModel::tr("is not there");
    const path::Verdict verdict = verdictOf(*end);
    const QString sign = verdict == path::Verdict::Delivered ? QStringLiteral("✓") : verdict == path::Verdict::Dropped ? QStringLiteral("✕") : QStringLiteral("?");
    return sign + QLatin1Char(' ') + QString::fromUtf8(nameOf(*end));
}

} // namespace

void ChangesModel::setResult(std::shared_ptr<const MatrixResult> result)
{
    beginResetModel();
    m_result = std::move(result);
    endResetModel();
}

std::optional<std::size_t> ChangesModel::changeOf(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == top)
        return std::nullopt;
    return m_result->groups[index.internalId() - 1].changes[static_cast<std::size_t>(index.row())];
}

Evidence ChangesModel::lineOf(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    return m_result->groups[index.internalId() == top ? static_cast<std::size_t>(index.row()) : index.internalId() - 1].line;
}

QModelIndex ChangesModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : top);
}

QModelIndex ChangesModel::parent(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == top)
        return {};
    return createIndex(static_cast<int>(index.internalId() - 1), 0, top);
}

int ChangesModel::rowCount(const QModelIndex &parent) const
{
    if (!m_result || parent.column() > 0)
        return 0;
    if (!parent.isValid())
        return static_cast<int>(m_result->groups.size());
    return parent.internalId() == top ? static_cast<int>(m_result->groups[static_cast<std::size_t>(parent.row())].changes.size()) : 0;
}

int ChangesModel::columnCount(const QModelIndex &) const
{
    return 3;
}

QVariant ChangesModel::data(const QModelIndex &index, int role) const
{
    const auto change = changeOf(index);
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole) {
        if (change)
            return changeText(m_result->changes[*change], index.column());
        return index.column() == 0 ? QVariant(groupText(m_result->groups[static_cast<std::size_t>(index.row())])) : QVariant();
    }
    if (role == Qt::FontRole && !change && index.column() == 0)
        return monospaceFont();
    return {};
}

QString ChangesModel::groupText(const path::ChangeGroup &group) const
{
    if (!group.line.source)
        return tr("%1 ways: no line that one of the two has alone").arg(group.changes.size());
    const QString line = QString::fromStdString(shownLine(group.line).text).trimmed();
    return tr("%1 ways: %2").arg(group.changes.size()).arg((group.isAfter ? QStringLiteral("+ ") : QStringLiteral("− ")) + line);
}

QString ChangesModel::changeText(const path::ChangedWay &change, int column) const
{
    if (column == 0)
        return tr("%1 → %2", "from and to").arg(QString::fromStdString(change.from), QString::fromStdString(change.to));
    if (column == 1)
        return tr("%1 → %2", "before and after").arg(endText(change.before), endText(change.after));
    QStringList fields;
    for (const std::string &field : change.fields())
        fields << QString::fromStdString(field);
    return fields.join(QStringLiteral(", "));
}

QVariant ChangesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == 0 ? tr("Line, and the ways that it explains") : section == 1 ? tr("Before → after") : tr("Headers that changed");
}

} // namespace vethscope
