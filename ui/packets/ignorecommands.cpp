#include "ui/packets/ignorecommands.h"

#include "ui/commands.h"
#include "ui/marks.h"
#include "ui/models/packetlistmodel.h"
#include "ui/panels/packetlistpanel.h"

namespace vethscope {

IgnoreCommands::IgnoreCommands(Commands &commands, Marks &ignored, PacketListModel &model, PacketListPanel &list, QObject *parent)
    : QObject(parent), m_ignored(ignored), m_model(model), m_list(list)
{
    const auto act = [&](Command command, auto action) { connect(&commands[command], &QAction::triggered, this, action); };
    act(Command::ToggleIgnore, [this] { m_ignored.toggle(m_list.selectedPackets()); });
    act(Command::IgnoreDisplayed, [this] { ignoreDisplayed(); });
    act(Command::UnignoreAll, [this] { m_ignored.clear(); });
}

void IgnoreCommands::ignoreDisplayed()
{
    m_ignored.mark(m_model.shownPackets());
}

} // namespace vethscope
