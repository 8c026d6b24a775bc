#include "ui/flowgraph/floweventsmodel.h"

#include "ui/flowgraph/flowwriting.h"

#include <array>

namespace vethscope {
namespace {

const std::array<const char *, FlowEventsModel::ColumnCount> eventTitles{
    QT_TRANSLATE_NOOP("vethscope::FlowEventsModel", "No."), QT_TRANSLATE_NOOP("vethscope::FlowEventsModel", "Time"),      QT_TRANSLATE_NOOP("vethscope::FlowEventsModel", "From"),
    QT_TRANSLATE_NOOP("vethscope::FlowEventsModel", "Port"), QT_TRANSLATE_NOOP("vethscope::FlowEventsModel", "To"), QT_TRANSLATE_NOOP("vethscope::FlowEventsModel", "Port"),
    QT_TRANSLATE_NOOP("vethscope::FlowEventsModel", "Comment")};

QVariant alignmentOf(int column)
{
    const bool isFigure = column == FlowEventsModel::Number || column == FlowEventsModel::Time || column == FlowEventsModel::FromPort || column == FlowEventsModel::ToPort;
    return QVariant::fromValue((isFigure ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
}

} // namespace

FlowEventsModel::FlowEventsModel(const FlowWriting &writing, QObject *parent) : QAbstractTableModel(parent), m_writing(writing)
{
}

void FlowEventsModel::refresh()
{
    const int rows = int(m_writing.graph().events.size());
    if (rows < m_rows) {
        beginResetModel();
        m_rows = rows;
        endResetModel();
    } else if (rows > m_rows) { // what is current, and seen, stays so while packets come
        beginInsertRows({}, m_rows, rows - 1);
        m_rows = rows;
        endInsertRows();
    }
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (m_rows > 0)
        emit dataChanged(index(0, 0), index(m_rows - 1, ColumnCount - 1));
}

int FlowEventsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

int FlowEventsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant FlowEventsModel::data(const QModelIndex &index, int role) const
{
    const FlowGraph &graph = m_writing.graph();
    if (!index.isValid() || std::size_t(index.row()) >= graph.events.size())
        return {};
    if (role == Qt::TextAlignmentRole)
        return alignmentOf(index.column());
    if (role != Qt::DisplayRole)
        return {};
    const FlowEvent &event = graph.events[std::size_t(index.row())];
    switch (index.column()) {
    case Number: return event.row + 1;
    case Time: return QString::fromStdString(m_writing.words(event).time);
    case From: return m_writing.nameText(graph.addresses[event.from]);
    case To: return m_writing.nameText(graph.addresses[event.to]);
    case FromPort: return event.hasPorts ? QVariant(event.sourcePort) : QVariant();
    case ToPort: return event.hasPorts ? QVariant(event.destinationPort) : QVariant();
    default: return QString::fromStdString(m_writing.words(event).comment);
    }
}

QVariant FlowEventsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return alignmentOf(section);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    return tr(eventTitles[std::size_t(section)]);
}

} // namespace vethscope
