#include "ui/columns/columncontroller.h"

#include "ui/columns/columndialog.h"
#include "ui/columns/columnsdialog.h"
#include "ui/models/listcolumns.h"
#include "ui/panels/packetlistpanel.h"
#include "ui/shared/commands.h"

#include <QActionGroup>
#include <QHeaderView>
#include <QMenu>
#include <QTableView>

#include <algorithm>

namespace vethscope {

ColumnController::ColumnController(PacketListPanel &list, const Registry &registry, Commands &commands, QWidget &window)
    : QObject(&window), m_list(list), m_registry(registry), m_window(window)
{
    QHeaderView &header = *list.view().horizontalHeader();
    header.setContextMenuPolicy(Qt::CustomContextMenu);
    connect(&header, &QWidget::customContextMenuRequested, this, &ColumnController::showMenu);
    connect(&header, &QHeaderView::sectionHandleDoubleClicked, &list, &PacketListPanel::fitColumn);
    connect(&commands[Command::EditColumns], &QAction::triggered, this, &ColumnController::editAll);
    connect(&commands[Command::FitColumns], &QAction::triggered, &list, &PacketListPanel::fitColumns);
}

void ColumnController::addColumn(const QString &expression)
{
    ListColumns &columns = m_list.columnSet();
    const std::string wanted = expression.toStdString();
    const auto there = std::ranges::find_if(columns.all(), [&](const ColumnSpec &one) { return one.column == Column::Field && one.expression == wanted; });
    int place = int(there - columns.all().begin());
    if (there == columns.all().end())
        place = columns.insert({.expression = wanted});
    else
        change(place, [](ColumnSpec &one) { one.isHidden = false; });
    m_list.view().scrollTo(m_list.view().model()->index(std::max(m_list.view().currentIndex().row(), 0), place));
}

void ColumnController::showMenu(const QPoint &position)
{
    const QHeaderView &header = *m_list.view().horizontalHeader();
    QMenu menu(&m_window);
    fillMenu(menu, header.logicalIndexAt(position));
    menu.exec(header.viewport()->mapToGlobal(position));
}

void ColumnController::fillMenu(QMenu &menu, int place)
{
    if (place >= 0) {
        addOrders(menu, place);
        menu.addSeparator();
        addSides(menu, place);
        menu.addSeparator();
    }
    menu.addAction(tr("Column &Preferences…"), this, &ColumnController::editAll);
    if (place >= 0) {
        menu.addAction(tr("&Edit Column…"), this, [this, place] { edit(place); });
        menu.addAction(tr("Resize to &Contents"), &m_list, [this, place] { m_list.fitColumn(place); });
    }
    menu.addSeparator();
    addShown(menu);
    if (place < 0 || m_list.columnSet().count() < 2)
        return;
    menu.addSeparator();
    menu.addAction(tr("&Remove this Column"), this, [this, place] { m_list.columnSet().remove(place); });
}

void ColumnController::addOrders(QMenu &menu, int place)
{
    PacketListModel &model = m_list.model();
    menu.addAction(tr("Sort &Ascending"), &model, [&model, place] { model.sortBy(place, Qt::AscendingOrder); });
    menu.addAction(tr("Sort &Descending"), &model, [&model, place] { model.sortBy(place, Qt::DescendingOrder); });
    menu.addAction(tr("&No Sorting"), &model, [&model] { model.sortBy(-1, Qt::AscendingOrder); })->setEnabled(model.sortColumn() >= 0);
}

void ColumnController::addSides(QMenu &menu, int place)
{
    auto *group = new QActionGroup(&menu);
    const std::pair<ColumnSpec::Side, QString> sides[] = {{ColumnSpec::Side::Left, tr("Align &Left")}, {ColumnSpec::Side::Centre, tr("Align &Centre")},
                                                         {ColumnSpec::Side::Right, tr("Align R&ight")}};
    for (const auto &[side, title] : sides) {
        QAction *action = menu.addAction(title, this, [this, place, side = side] { change(place, [side](ColumnSpec &one) { one.side = side; }); });
        action->setCheckable(true);
        action->setChecked(m_list.columnSet().at(place).side == side);
        group->addAction(action);
    }
}

// All of them, those in sight checked; the last that is to be seen stays.
void ColumnController::addShown(QMenu &menu)
{
    const ListColumns &columns = m_list.columnSet();
    const auto shown = std::ranges::count(columns.all(), false, &ColumnSpec::isHidden);
    for (int place = 0; place < columns.count(); ++place) {
        QAction *action = menu.addAction(columns.title(place), this, [this, place] { change(place, [](ColumnSpec &one) { one.isHidden = !one.isHidden; }); });
        action->setCheckable(true);
        action->setChecked(!columns.at(place).isHidden);
        action->setEnabled(shown > 1 || columns.at(place).isHidden);
    }
}

void ColumnController::change(int place, const std::function<void(ColumnSpec &)> &how)
{
    ColumnSpec column = m_list.columns()[std::size_t(place)];
    how(column);
    m_list.columnSet().change(place, std::move(column));
}

void ColumnController::edit(int place)
{
    ColumnDialog dialog(m_list.columns()[std::size_t(place)], m_registry, &m_window);
    if (dialog.exec() == QDialog::Accepted)
        m_list.columnSet().change(place, dialog.column());
}

void ColumnController::editAll()
{
    ColumnsDialog dialog(m_list.columns(), m_registry, &m_window);
    if (dialog.exec() == QDialog::Accepted)
        m_list.setColumns(dialog.columns());
}

} // namespace vethscope
