#pragma once

#include <QCoreApplication>

class QMenu;

namespace vethscope {

class CompanionWindows;
struct WindowContext;

/// "Follow" in the menus of packets: an entry for each conversation that the selected packet is of, of the underlay and the overlay alike.
class FollowMenu
{
    Q_DECLARE_TR_FUNCTIONS(vethscope::FollowMenu)

public:
    static void fill(QMenu &menu, CompanionWindows &windows, const WindowContext &context);
};

} // namespace vethscope
