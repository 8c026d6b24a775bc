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

    const std::vector<IoGraphSpec> &graphs() const { return m_graphs; }
    void setGraphs(std::vector<IoGraphSpec> graphs);
    /// Of a row; empty where nothing is wrong.
    QString problem(int row) const { return problemOf(m_graphs[std::size_t(row)], m_registry); }
    const Registry &registry() const { return m_registry; }

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
    QString text(const IoGraphSpec &graph, int column) const;

    const Registry &m_registry;
    std::vector<IoGraphSpec> m_graphs;
};

} // namespace vethscope
