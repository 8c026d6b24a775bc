#include "ui/statistics/statisticmodel.h"

#include <QCoreApplication>

namespace vethscope {

StatisticModel::StatisticModel(const char *context, std::span<const char *const> titles, int firstNumber, QObject *parent)
    : QAbstractItemModel(parent), m_context(context), m_titles(titles), m_firstNumber(firstNumber)
{
}

int StatisticModel::alignmentOf(int column) const
{
    return int((column < m_firstNumber ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
}

QVariant StatisticModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    if (role == Qt::DisplayRole)
        return QCoreApplication::translate(m_context, m_titles[std::size_t(section)]);
    return role == Qt::TextAlignmentRole ? QVariant(alignmentOf(section)) : QVariant();
}

} // namespace vethscope
