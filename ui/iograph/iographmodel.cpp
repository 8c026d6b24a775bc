#include "ui/iograph/iographmodel.h"

#include "ui/iograph/iocolours.h"
#include "ui/iograph/iowords.h"
#include "ui/theme/palette.h"
#include "ui/topology/figurepainter.h"

#include <algorithm>
#include <array>

namespace vethscope {
namespace {

const std::array<const char *, IoGraphModel::ColumnCount> titles{
    QT_TRANSLATE_NOOP("vethscope::IoGraphModel", "Graph"), QT_TRANSLATE_NOOP("vethscope::IoGraphModel", "Display filter"), QT_TRANSLATE_NOOP("vethscope::IoGraphModel", "Colour"),  QT_TRANSLATE_NOOP("vethscope::IoGraphModel", "Style"),
    QT_TRANSLATE_NOOP("vethscope::IoGraphModel", "Y axis"), QT_TRANSLATE_NOOP("vethscope::IoGraphModel", "Y field"),       QT_TRANSLATE_NOOP("vethscope::IoGraphModel", "Moving average"), QT_TRANSLATE_NOOP("vethscope::IoGraphModel", "Factor")};

QVariant valueOf(const IoGraphSpec &graph, int column)
{
    switch (column) {
    case IoGraphModel::Name: return graph.name;
    case IoGraphModel::Filter: return graph.filter;
    case IoGraphModel::Colour: return graph.colour;
    case IoGraphModel::Style: return int(graph.style);
    case IoGraphModel::Measure: return int(graph.measure);
    case IoGraphModel::Field: return graph.field;
    case IoGraphModel::Smoothing: return graph.smoothing;
    default: return graph.factor;
    }
}

void setValue(IoGraphSpec &graph, int column, const QVariant &value)
{
    switch (column) {
    case IoGraphModel::Name: graph.name = value.toString().trimmed(); break;
    case IoGraphModel::Filter: graph.filter = value.toString().trimmed(); break;
    case IoGraphModel::Colour: graph.colour = value.toString(); break;
    case IoGraphModel::Style: graph.style = IoStyle(value.toInt()); break;
    case IoGraphModel::Measure: graph.measure = IoMeasure(value.toInt()); break;
    case IoGraphModel::Field: graph.field = value.toString().trimmed(); break;
    case IoGraphModel::Smoothing: graph.smoothing = value.toInt(); break;
    default: graph.factor = value.toDouble(); break;
    }
}

bool isAbout(int column) // what is wrong
{
    return column == IoGraphModel::Name || column == IoGraphModel::Filter || column == IoGraphModel::Field;
}

} // namespace

IoGraphModel::IoGraphModel(const Registry &registry, QObject *parent) : QAbstractTableModel(parent), m_registry(registry)
{
}

std::vector<IoGraphSpec> IoGraphModel::graphs() const
{
    std::vector<IoGraphSpec> graphs;
    std::ranges::transform(m_rows, std::back_inserter(graphs), &Row::graph);
    return graphs;
}

void IoGraphModel::setGraphs(const std::vector<IoGraphSpec> &graphs)
{
    beginResetModel();
    m_rows.clear();
    std::ranges::transform(graphs, std::back_inserter(m_rows), [this](const IoGraphSpec &graph) { return rowOf(graph); });
    endResetModel();
}

const IoSeries *IoGraphModel::series(int row) const
{
    const Row &its = m_rows[std::size_t(row)];
    return its.graph.isEnabled && its.series ? &*its.series : nullptr;
}

QString IoGraphModel::problem(int row) const
{
    const auto &series = m_rows[std::size_t(row)].series;
    return series ? QString() : series.error();
}

void IoGraphModel::insert(int row, const IoGraphSpec &graph)
{
    beginInsertRows({}, row, row);
    m_rows.insert(m_rows.begin() + row, rowOf(graph));
    endInsertRows();
    emit edited();
}

void IoGraphModel::remove(int row)
{
    beginRemoveRows({}, row, row);
    m_rows.erase(m_rows.begin() + row);
    endRemoveRows();
    emit edited();
}

void IoGraphModel::move(int row, int to)
{
    if (to < 0 || to >= rowCount() || to == row)
        return;
    beginMoveRows({}, row, row, {}, to > row ? to + 1 : to);
    const Row moved = m_rows[std::size_t(row)];
    m_rows.erase(m_rows.begin() + row);
    m_rows.insert(m_rows.begin() + to, moved);
    endMoveRows();
    emit edited();
}

void IoGraphModel::refresh()
{
    for (Row &row : m_rows)
        row = rowOf(row.graph);
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_rows.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int IoGraphModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int IoGraphModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

Qt::ItemFlags IoGraphModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Qt::ItemFlags usual = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsEditable | Qt::ItemNeverHasChildren;
    return index.column() == Name ? usual | Qt::ItemIsUserCheckable : usual;
}

QString IoGraphModel::text(const IoGraphSpec &graph, int column) const
{
    switch (column) {
    case Name: return titleOf(graph);
    case Filter: return graph.filter;
    case Colour: return ioColourWord(graph.colour);
    case Style: return wordOf(graph.style);
    case Measure: return wordOf(graph.measure);
    case Field: return needsField(graph.measure) ? graph.field : QString();
    case Smoothing: return graph.smoothing > 1 ? tr("%1 intervals").arg(graph.smoothing) : tr("None");
    default: return QString::number(graph.factor);
    }
}

QVariant IoGraphModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const IoGraphSpec &graph = this->graph(index.row());
    switch (role) {
    case Qt::DisplayRole: return text(graph, index.column());
    case Qt::EditRole: return index.column() == Name ? QVariant(titleOf(graph)) : valueOf(graph, index.column());
    case Qt::CheckStateRole: return index.column() == Name ? QVariant(graph.isEnabled ? Qt::Checked : Qt::Unchecked) : QVariant();
    case Qt::DecorationRole: return index.column() == Colour ? QVariant(ioColour(graph.colour, currentColours())) : QVariant();
    case Qt::ToolTipRole:
    case Qt::AccessibleDescriptionRole: return isAbout(index.column()) ? problem(index.row()) : QString();
    case Qt::ForegroundRole: return isAbout(index.column()) && !problem(index.row()).isEmpty() ? QVariant(Palette::current().bad) : QVariant();
    default: return {};
    }
}

bool IoGraphModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!index.isValid() || (role != Qt::EditRole && role != Qt::CheckStateRole))
        return false;
    IoGraphSpec graph = this->graph(index.row());
    if (role == Qt::CheckStateRole)
        graph.isEnabled = value.toInt() == Qt::Checked;
    else if (index.column() != Name || value.toString().trimmed() != titleOf(graph)) // a usual name stays one in every language
        setValue(graph, index.column(), value);
    if (graph == this->graph(index.row()))
        return true;
    m_rows[std::size_t(index.row())] = rowOf(graph);
    emit dataChanged(this->index(index.row(), 0), this->index(index.row(), ColumnCount - 1));
    emit edited();
    return true;
}

QVariant IoGraphModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    return tr(titles[std::size_t(section)]);
}

} // namespace vethscope
