#pragma once

#include "ui/iograph/iographspec.h"

#include <QAbstractTableModel>

namespace vethscope {

class Registry;

/// The rows of an I/O graph as a table that is edited in place. What is wrong with a row is its tool tip and its description.
class IoGraphModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Filter, Colour, Style, Measure, Field, Smoothing, Factor, ColumnCount };

    explicit IoGraphModel(const Registry &registry, QObject *parent = nullptr);

    std::vector<IoGraphSpec> graphs() const;
    void setGraphs(const std::vector<IoGraphSpec> &graphs);
    const IoGraphSpec &graph(int row) const { return m_rows[std::size_t(row)].graph; }
    /// What is measured for a row; null where it is not checked, or something is wrong.
    const IoSeries *series(int row) const;
    /// Empty where nothing is.
    QString problem(int row) const;

    void insert(int row, const IoGraphSpec &graph);
    void remove(int row);
    void move(int row, int to);
    /// All are read again: protocols have changed, the language or the theme.
    void refresh();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

signals:
    /// The user has changed something.
    void edited();

private:
    /// A filter is understood when it is edited, and not each time that it is painted or looked for.
    struct Row {
        IoGraphSpec graph;
        std::expected<IoSeries, QString> series;
    };

    Row rowOf(const IoGraphSpec &graph) const { return {graph, seriesOf(graph, m_registry)}; }
    QString text(const IoGraphSpec &graph, int column) const;

    const Registry &m_registry;
    std::vector<Row> m_rows;
};

} // namespace vethscope
