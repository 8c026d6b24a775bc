#include "ui/mainwindow.h"

#include "ui/columns/columncontroller.h"
#include "ui/columns/timecontroller.h"
#include "ui/find/findcontroller.h"
#include "ui/follow/followmenu.h"
#include "ui/panels/detailpanel.h"
#include "ui/panels/filterbar.h"
#include "ui/panels/messagebar.h"
#include "ui/panels/packetlistpanel.h"
#include "ui/rowmenu.h"
#include "ui/selectionhistory.h"
#include "ui/windows/companionwindows.h"

#include <QMenu>
#include <QTableView>

// How columns, what can be made of a row of the tree, and finding are wired to the window.

namespace vethscope {

void MainWindow::connectRows()
{
    auto *columns = new ColumnController(m_workspace->list(), m_capture.registry(), m_commands, *this);
    auto *rows = new RowMenu(m_selection, this);
    connect(&m_workspace->details(), &DetailPanel::contextMenuAboutToShow, rows,
            [this, rows](QMenu *menu, int node) {
                rows->fill(*menu, node, m_workspace->filterBar().expression());
                FollowMenu::fill(*menu, *m_windows, m_windows->context());
            });
    connect(&m_workspace->list(), &PacketListPanel::contextMenuAboutToShow, this, [this, rows](QMenu *menu) { fillPacketMenu(*menu, *rows); });
    connect(rows, &RowMenu::filterRequested, this, &MainWindow::useFilter);
    connect(rows, &RowMenu::columnRequested, columns, &ColumnController::addColumn);
    connect(&m_commands[Command::ApplyAsColumn], &QAction::triggered, this, [this, rows, columns] {
        const QString expression = rows->columnOf(m_selection.node());
        if (expression.isEmpty())
            m_messages->tell(MessageBar::Kind::Warning, tr("Select a field or a header in the tree first: it becomes a column of the list."));
        else
            columns->addColumn(expression);
    });
    new TimeController(m_commands, m_references, m_model, m_workspace->list(), m_selection, m_preferences, this);
    auto *finds = new FindController(m_workspace->findBar(), m_capture, m_model, m_workspace->list(), m_selection, m_commands, this);
    new SelectionHistory(m_capture, m_selection, m_workspace->list(), m_commands, this);
    connect(finds, &FindController::wanted, this, &MainWindow::showList);
}

// Of the packet that was clicked, and of the cell.
void MainWindow::fillPacketMenu(QMenu &menu, RowMenu &rows)
{
    for (const Command command : {Command::ToggleMark, Command::ToggleReference, Command::CommentPacket})
        menu.addAction(&m_commands[command]);
    menu.addSeparator();
    if (const QModelIndex cell = m_workspace->list().view().currentIndex(); cell.isValid())
        rows.fillCell(menu, m_model.columns().at(cell.column()), m_model.perspective(), m_workspace->filterBar().expression());
    rows.fillConversations(menu);
    FollowMenu::fill(menu, *m_windows, m_windows->context());
    menu.addSeparator();
    menu.addAction(&m_commands[Command::ShowComparison]);
    menu.addSeparator();
    for (const Command command : {Command::DecodeAs, Command::Copy})
        menu.addAction(&m_commands[command]);
}

} // namespace vethscope
