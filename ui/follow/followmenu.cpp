#include "ui/follow/followmenu.h"

#include "core/dissect/layerview.h"
#include "core/flows/flowpass.h"
#include "core/protocols/protocols.h"
#include "ui/follow/followwindow.h"
#include "ui/shared/commands.h"
#include "ui/shared/opencapture.h"
#include "ui/shared/selection.h"
#include "ui/theme/palette.h"
#include "ui/windows/companionwindows.h"

#include <QMenu>

namespace vethscope {

void FollowMenu::fill(QMenu &menu, CompanionWindows &windows, const WindowContext &context)
{
    QMenu *all = menu.addMenu(Commands::title(CommandGroup::Follow));
    if (!context.selection.isEmpty()) {
        const PacketRow &packet = context.selection.packet();
        for (std::size_t i = packet.packet.size(); i-- > 0;) { // the innermost first: its keys are those of the menu
            const auto header = packet.packet[i].quoted ? std::nullopt : flowHeaderAt({packet.frame, packet.packet, i});
            if (!header)
                continue;
            const std::uint32_t number = context.capture.flows().streamOf(*header);
            const auto add = [&](const char *kind) {
                const QString title = Commands::bare(windows.action(kind).text());
                const QString scope = scopeName(packet.packet.scopeOf(i), packet.packet[i].depth);
                QAction *action = all->addAction(tr("%1 · %2", "stream, and in which network").arg(title, scope), &windows,
                                                 [&windows, kind, number] { static_cast<FollowWindow &>(windows.show(kind)).follow(number); });
                action->setEnabled(number != ConversationTable::none); // not known yet
            };
            if (header->kind == FlowHeader::Kind::Udp) {
                add("followUdp");
                continue;
            }
            add("followTcp");
            add("followHttp");
        }
    }
    all->setEnabled(!all->isEmpty());
}

} // namespace vethscope
