#pragma once

#include "core/columns/columnspec.h"
#include "ui/shared/filteruse.h"

#include <QObject>

class QMenu;

namespace vethscope {

class Selection;

/// What the tree's menu makes of a row: a filter, in the six ways to join it to the one there is, a column, text for the clipboard. Of what only the overlay
/// or only the underlay has, the filter says so; the plain one stands below it.
class RowMenu : public QObject
{
    Q_OBJECT

public:
    explicit RowMenu(Selection &selection, QObject *parent = nullptr) : QObject(parent), m_selection(selection) {}

    /// `current` is the filter that is written now.
    void fill(QMenu &menu, int node, const QString &current);
    /// Of a cell of the list: a filter for what it says.
    void fillCell(QMenu &menu, const ColumnSpec &column, Perspective perspective, const QString &current);
    /// A filter for all packets of the conversation, of each protocol that has ends.
    void fillConversations(QMenu &menu);
    /// A filter for what a row of the tree, or a cell of the list, says; empty where it has no name.
    QString filterOf(int node) const;
    QString filterOfCell(const ColumnSpec &column, Perspective perspective) const;
    /// The tree's row that says what the cell says; -1 where it is none.
    int nodeOf(const ColumnSpec &column, Perspective perspective) const;
    /// What a column of the row says; empty where it has no name.
    QString columnOf(int node) const;

signals:
    void filterRequested(const QString &selected, FilterUse use, FilterStep step);
    void columnRequested(const QString &expression);

private:
    void addFilters(QMenu &menu, int node, const QString &current);
    void addUses(QMenu &menu, const QString &filter, const QString &current, FilterStep step);

    Selection &m_selection;
};

} // namespace vethscope
