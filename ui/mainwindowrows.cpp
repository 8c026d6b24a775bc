#include "ui/mainwindow.h"

#include "ui/bytes/bytesexport.h"
#include "ui/colours/colourcontroller.h"
#include "ui/columns/columncontroller.h"
#include "ui/columns/timecontroller.h"
#include "ui/filters/filterbar.h"
#include "ui/filters/filterkeeper.h"
#include "ui/find/findcontroller.h"
#include "ui/follow/followmenu.h"
#include "ui/models/packettreemodel.h"
#include "ui/packets/copymenu.h"
#include "ui/packets/rowmenu.h"
#include "ui/panels/detailpanel.h"
#include "ui/panels/packetlistpanel.h"
#include "ui/panels/selectionhistory.h"
#include "ui/shared/messagebar.h"
#include "ui/shared/preferences.h"
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
                m_colours->fillFilter(*menu, rows->filterOf(node));
                FollowMenu::fill(*menu, *m_windows, m_windows->context());
                menu->addAction(&m_commands[Command::ExportBytes]);
                if (node >= 0 && Selection::addressOf(m_selection.tree()[std::size_t(node)]))
                    addEditName(*menu, node);
            });
    connectTree();
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
    connect(&m_commands[Command::EditName], &QAction::triggered, this, [this, rows] {
        editName(m_selection.node() >= 0 ? m_selection.node() : currentNode(*rows));
    });
    new TimeController(m_commands, m_references, m_model, m_workspace->list(), m_selection, m_preferences, this);
    auto *finds = new FindController(m_workspace->findBar(), m_capture, m_model, m_workspace->list(), m_selection, m_commands, this);
    new SelectionHistory(m_capture, m_selection, m_workspace->list(), m_commands, this);
    connect(finds, &FindController::wanted, this, &MainWindow::showList);
}

void MainWindow::connectTree()
{
    DetailPanel &details = m_workspace->details();
    connect(&details, &DetailPanel::linkFollowed, this, &MainWindow::selectPacket);
    connect(&m_commands[Command::GoToLinked], &QAction::triggered, this, [this, &details] {
        if (!details.followLink())
            m_messages->tell(MessageBar::Kind::Warning, tr("The selected row of the tree points to no other packet."));
    });
    QAction &flat = m_commands[Command::FlatTree];
    flat.setChecked(m_preferences.value(preference::flatTree, false).toBool());
    details.setFlat(flat.isChecked());
    connect(&flat, &QAction::toggled, this, [this, &details](bool isFlat) {
        details.setFlat(isFlat);
        m_preferences.setValue(preference::flatTree, isFlat);
    });
    connect(&m_commands[Command::ExportBytes], &QAction::triggered, this, &MainWindow::exportFieldBytes);
    FilterKeeper &keeper = m_workspace->filterBar().keeper();
    connect(&m_commands[Command::DisplayFilters], &QAction::triggered, &keeper, [&keeper] { keeper.manage(KeptFilters::Kind::Saved); });
    connect(&m_commands[Command::FilterButtons], &QAction::triggered, &keeper, [&keeper] { keeper.manage(KeptFilters::Kind::Button); });
}

void MainWindow::exportFieldBytes()
{
    const BitRange place = m_selection.place();
    const Bytes frame = m_selection.isEmpty() ? Bytes() : m_selection.packet().frame.bytes;
    if (place.length == 0 || place.endByte() > frame.size()) {
        m_messages->tell(MessageBar::Kind::Warning, tr("Select a header or a field that is in the bytes first: its bytes are exported."));
        return;
    }
    QStringList proposed{QStringLiteral("packet"), QString::number(m_selection.packet().frame.number)};
    if (const QString name = m_workspace->details().model().fieldName(m_selection.node()); !name.isEmpty()) // a group of headers has none
        proposed << name;
    const BytesExport done = exportBytes(frame.subspan(place.firstByte(), place.byteCount()), proposed.join(QLatin1Char('-')), *this);
    if (!done.problem.isEmpty())
        m_messages->tell(MessageBar::Kind::Error, done.problem);
    else if (!done.path.isEmpty())
        m_messages->tell(MessageBar::Kind::Done, tr("The bytes were written to %1.").arg(done.path));
}

int MainWindow::currentNode(const RowMenu &rows) const
{
    const QModelIndex cell = m_workspace->list().view().currentIndex();
    return cell.isValid() && !m_selection.isEmpty() ? rows.nodeOf(m_model.columns().at(cell.column()), m_model.perspective()) : -1;
}

// The command, of that row of the tree.
void MainWindow::addEditName(QMenu &menu, int node)
{
    connect(menu.addAction(m_commands[Command::EditName].text()), &QAction::triggered, this, [this, node] { editName(node); });
}

// Of the packet that was clicked, and of the cell.
void MainWindow::fillPacketMenu(QMenu &menu, RowMenu &rows)
{
    for (const Command command : {Command::ToggleMark, Command::ToggleIgnore, Command::ToggleReference, Command::TimeShift, Command::CommentPacket})
        menu.addAction(&m_commands[command]);
    addEditName(menu, currentNode(rows));
    menu.addSeparator();
    if (const QModelIndex cell = m_workspace->list().view().currentIndex(); cell.isValid())
        rows.fillCell(menu, m_model.columns().at(cell.column()), m_model.perspective(), m_workspace->filterBar().expression());
    rows.fillConversations(menu);
    m_colours->fillConversation(menu);
    if (const QModelIndex cell = m_workspace->list().view().currentIndex(); cell.isValid())
        m_colours->fillFilter(menu, rows.filterOfCell(m_model.columns().at(cell.column()), m_model.perspective()));
    FollowMenu::fill(menu, *m_windows, m_windows->context());
    menu.addSeparator();
    menu.addAction(&m_commands[Command::ShowComparison]);
    menu.addSeparator();
    m_copyMenu->fill(menu);
    menu.addSeparator();
    for (const Command command : {Command::DecodeAs, Command::ShowPacketWindow})
        menu.addAction(&m_commands[command]);
}

} // namespace vethscope
