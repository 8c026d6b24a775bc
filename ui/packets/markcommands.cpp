#include "ui/packets/markcommands.h"

#include "ui/models/packetlistmodel.h"
#include "ui/panels/packetlistpanel.h"
#include "ui/shared/marks.h"
#include "ui/shared/selection.h"

namespace vethscope {

void connectMarkCommands(Commands &commands, const MarkCommands &its, Marks &marks, const PacketListModel &model, PacketListPanel &list, const Selection &selection)
{
    const auto act = [&](std::optional<Command> command, auto action) {
        if (command)
            QObject::connect(&commands[*command], &QAction::triggered, &list, action);
    };
    const auto moveBy = [&](int (Marks::*neighbour)(int) const) {
        return [&, neighbour] {
            for (int packet = (marks.*neighbour)(selection.row()); packet >= 0; packet = (marks.*neighbour)(packet))
                if (model.rowOf(packet) >= 0)
                    return list.moveToPacket(packet);
        };
    };
    act(its.toggle, [&] { marks.toggle(list.selectedPackets()); });
    act(its.markDisplayed, [&] { marks.mark(model.shownPackets()); });
    act(its.clear, [&] { marks.clear(); });
    act(its.next, moveBy(&Marks::next));
    act(its.previous, moveBy(&Marks::previous));
}

} // namespace vethscope
