#include "ui/markcommands.h"

#include "ui/commands.h"
#include "ui/marks.h"
#include "ui/panels/packetlistpanel.h"
#include "ui/selection.h"

namespace vethscope {

void moveToMarked(const Marks &marks, int (Marks::*neighbour)(int) const, const Selection &selection, const PacketListModel &model, PacketListPanel &list)
{
    for (int packet = (marks.*neighbour)(selection.row()); packet >= 0; packet = (marks.*neighbour)(packet))
        if (model.rowOf(packet) >= 0)
            return list.moveToPacket(packet);
}

MarkCommands::MarkCommands(Commands &commands, Marks &marks, PacketListModel &model, PacketListPanel &list, const Selection &selection,
                           QObject *parent)
    : QObject(parent), m_marks(marks), m_model(model), m_list(list), m_selection(selection)
{
    const auto act = [&](Command command, auto action) { connect(&commands[command], &QAction::triggered, this, action); };
    act(Command::ToggleMark, [this] { m_marks.toggle(m_list.selectedPackets()); });
    act(Command::MarkDisplayed, [this] { markDisplayed(); });
    act(Command::UnmarkAll, [this] { m_marks.clear(); });
    act(Command::NextMark, [this] { moveToMarked(m_marks, &Marks::next, m_selection, m_model, m_list); });
    act(Command::PreviousMark, [this] { moveToMarked(m_marks, &Marks::previous, m_selection, m_model, m_list); });
}

void MarkCommands::markDisplayed()
{
    m_marks.mark(m_model.shownPackets());
}

} // namespace vethscope
