#pragma once

#include "ui/shared/commands.h"

#include <optional>

namespace vethscope {

class Marks;
class PacketListModel;
class PacketListPanel;
class Selection;

/// The commands for packets that the user marks: as such, as ignored ones, or as those from which times count.
struct MarkCommands {
    Command toggle; // the selected ones
    Command clear;
    std::optional<Command> markDisplayed{};
    std::optional<Command> next{}, previous{}; // selects the nearest one of the displayed
};

/// Lets them do so with the list's packets.
void connectMarkCommands(Commands &commands, const MarkCommands &its, Marks &marks, const PacketListModel &model, PacketListPanel &list, const Selection &selection);

} // namespace vethscope
