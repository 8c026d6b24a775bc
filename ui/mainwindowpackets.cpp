#include "ui/mainwindow.h"

#include "ui/colours/colourcontroller.h"
#include "ui/colours/colourrules.h"
#include "ui/models/relatedpackets.h"
#include "ui/packets/amender.h"
#include "ui/packets/copymenu.h"
#include "ui/packets/markcommands.h"
#include "ui/packets/namedialog.h"
#include "ui/packets/packetwindows.h"
#include "ui/packets/timeshiftdialog.h"
#include "ui/panels/packetlistpanel.h"
#include "ui/panels/statuspanel.h"
#include "ui/shared/messagebar.h"

#include <QTableView>

// How colours of the packet list, what the user says of packets, and windows of single packets are wired to the window.

namespace vethscope {

void MainWindow::connectPackets()
{
    PacketListPanel &list = m_workspace->list();
    auto *rules = new ColourRules(m_model, m_capture.registry(), m_preferences, this);
    m_colours = new ColourController(*rules, m_selection, m_capture.registry(), m_commands, *this);
    connect(rules, &ColourRules::skipped, this, [this](int count, const QString &name, const QString &why) {
        m_messages->tell(MessageBar::Kind::Warning, count == 1 ? tr("The colour rule “%1” is skipped: %2").arg(name, why)
                                                               : tr("%1 colour rules are skipped; of “%2”: %3").arg(count).arg(name, why));
    });
    m_model.setRelated(*new RelatedPackets(m_capture, m_selection, this));
    m_copyMenu = new CopyMenu(m_capture, list, this);

    m_model.setIgnored(m_ignored);
    m_amender = new Amender(m_capture, m_ignored, this);
    connectMarkCommands(m_commands, {Command::ToggleIgnore, Command::UnignoreAll, Command::IgnoreDisplayed}, m_ignored, m_model, list, m_selection);
    connect(&m_ignored, &Marks::changed, this, [this] { m_status->setIgnored(m_ignored.count()); });
    connect(&m_commands[Command::TimeShift], &QAction::triggered, this, &MainWindow::shiftTimes);

    m_packetWindows = new PacketWindows(m_capture, this);
    const auto openWindow = [this] {
        if (!m_selection.isEmpty())
            m_packetWindows->show(m_selection.row());
    };
    connect(&m_commands[Command::ShowPacketWindow], &QAction::triggered, this, openWindow);
    connect(&list.view(), &QTableView::doubleClicked, this, openWindow);
}

void MainWindow::shiftTimes()
{
    if (m_selection.isEmpty())
        return;
    TimeShiftDialog dialog(m_capture, m_selection.row(), !m_amender->shifts().empty(), this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    if (const auto shift = dialog.shift())
        m_amender->shift(dialog.interface(), *shift);
    else
        m_amender->undoShifts({});
}

// Of the address that this row of the tree has, or that of another header of the packet.
void MainWindow::editName(int node)
{
    if (m_selection.isEmpty())
        return;
    const std::vector<IpAddress> addresses = addressesIn(m_selection, node);
    if (addresses.empty())
        return m_messages->tell(MessageBar::Kind::Warning, tr("The selected packet has no IP address that could be given a name."));
    NameDialog dialog(m_capture, addresses, this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    m_capture.nameAddress(dialog.address(), dialog.name());
    m_commands[Command::ResolveNetwork].setChecked(true); // or nothing would be seen of it
}

} // namespace vethscope
