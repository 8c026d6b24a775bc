#pragma once

#include <QtGlobal>

#include <functional>
#include <optional>

namespace vethscope {

class Commands;
class Marks;
class OpenCapture;
class PacketListModel;
class Preferences;
class Selection;
class Snapshots;

/// What of the main window a window beside it may use; all of it outlives the window.
struct WindowContext {
    OpenCapture &capture;
    PacketListModel &list;
    Selection &selection;
    Marks &marks;
    Snapshots &snapshots;
    Commands &commands;
    Preferences &preferences;
    /// How many packets the live capture that runs could not keep; nothing when none does.
    std::function<std::optional<quint64>()> dropped;
};

} // namespace vethscope
