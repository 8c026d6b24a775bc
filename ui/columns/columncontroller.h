#pragma once

#include "core/columns/columnspec.h"

#include <QObject>
#include <QPoint>

#include <functional>

class QMenu;

namespace vethscope {

class Commands;
class PacketListPanel;
class Registry;

/// What can be done with the columns of the packet list: their header's menu, and the commands that make and arrange them.
class ColumnController : public QObject
{
    Q_OBJECT

public:
    ColumnController(PacketListPanel &list, const Registry &registry, Commands &commands, QWidget &window);

    /// A column of what the expression says; where there is one already, that one is shown.
    void addColumn(const QString &expression);
    /// What the header's menu has for the column at that place.
    void fillMenu(QMenu &menu, int place);

private:
    void showMenu(const QPoint &position);
    void addOrders(QMenu &menu, int place);
    void addSides(QMenu &menu, int place);
    void addShown(QMenu &menu);
    void change(int place, const std::function<void(ColumnSpec &)> &how);
    void edit(int place);
    void editAll();

    PacketListPanel &m_list;
    const Registry &m_registry;
    QWidget &m_window;
};

} // namespace vethscope
