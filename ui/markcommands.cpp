#include "ui/markcommands.h"

#include "ui/commands.h"
#include "ui/marks.h"
#include "ui/panels/packetlistpanel.h"
#include "ui/selection.h"

namespace vethscope {

MarkCommands::MarkCommands(Commands &commands, Marks &marks, PacketListModel &model, PacketListPanel &list, const Selection &selection,
                           QObject *parent)
    : QObject(parent), m_marks(marks), m_model(model), m_list(list), m_selection(selection)
{
    const auto act = [&](Command command, auto action) { connect(&commands[command], &QAction::triggered, this, action); };
    act(Command::ToggleMark, [this] { m_marks.toggle(m_list.selectedPackets()); });
    act(Command::MarkDisplayed, [this] { markDisplayed(); });
    act(Command::UnmarkAll, [this] { m_marks.clear(); });
    act(Command::NextMark, [this] { move(&Marks::next); });
    act(Command::PreviousMark, [this] { move(&Marks::previous); });
}

void MarkCommands::markDisplayed()
{
    std::vector<int> packets;
    packets.reserve(static_cast<std::size_t>(m_model.rowCount()));
    for (int row = 0; row < m_model.rowCount(); ++row)
        packets.push_back(m_model.displayed(row));
    m_marks.mark(packets);
}

// Among those that are displayed.
void MarkCommands::move(int (Marks::*neighbour)(int) const)
{
    for (int packet = (m_marks.*neighbour)(m_selection.row()); packet >= 0; packet = (m_marks.*neighbour)(packet))
        if (m_model.rowOf(packet) >= 0)
            return m_list.moveToPacket(packet);
}

} // namespace vethscope
