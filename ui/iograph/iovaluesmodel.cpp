#include "ui/iograph/iovaluesmodel.h"

#include <algorithm>

namespace vethscope {
namespace {

constexpr std::int64_t mostRows = 50'000'000; // what a table sensibly scrolls through

int rowsOf(const IoPicture &picture)
{
    return picture.graphs.empty() ? 0 : int(std::clamp<std::int64_t>(picture.extent.size(), 0, mostRows));
}

QVariant ofFigures()
{
    return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
}

} // namespace

IoValuesModel::IoValuesModel(QObject *parent) : QAbstractTableModel(parent)
{
}

void IoValuesModel::setPicture(const IoPicture &picture)
{
    const int before = rowCount(), now = rowsOf(picture);
    if (picture.interval != m_picture.interval || picture.extent.first != m_picture.extent.first || picture.graphs.size() != m_picture.graphs.size() || now < before) {
        beginResetModel();
        m_picture = picture;
        endResetModel();
        return;
    }
    if (now > before) // what is current, and seen, stays so while packets come
        beginInsertRows({}, before, now - 1);
    m_picture = picture;
    if (now > before)
        endInsertRows();
    emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    if (now > 0)
        emit dataChanged(index(0, 0), index(now - 1, columnCount() - 1));
}

void IoValuesModel::setTimeOfDay(bool timeOfDay)
{
    beginResetModel();
    m_timeOfDay = timeOfDay;
    endResetModel();
}

int IoValuesModel::rowOf(std::int64_t place) const
{
    const std::int64_t row = place - m_picture.extent.first;
    return row >= 0 && row < rowCount() ? int(row) : -1;
}

int IoValuesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : rowsOf(m_picture);
}

int IoValuesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : 1 + int(m_picture.graphs.size());
}

QVariant IoValuesModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::TextAlignmentRole)
        return ofFigures();
    if (role != Qt::DisplayRole)
        return {};
    const std::int64_t place = placeOf(index.row());
    if (index.column() == 0)
        return ioTime(m_picture, place, m_timeOfDay);
    const std::optional<double> value = m_picture.graphs[std::size_t(index.column() - 1)].at(place);
    return value ? ioNumber(*value) : QString();
}

QVariant IoValuesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return ofFigures();
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    return section == 0 ? tr("Interval from") : m_picture.graphs[std::size_t(section - 1)].title;
}

} // namespace vethscope
