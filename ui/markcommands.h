#pragma once

#include <QObject>

namespace vethscope {

class Commands;
class Marks;
class PacketListModel;
class PacketListPanel;
class Selection;

/// Selects the nearest one, behind or before, of the displayed packets that are marked; from the one that is selected.
void moveToMarked(const Marks &marks, int (Marks::*neighbour)(int) const, const Selection &selection, const PacketListModel &model, PacketListPanel &list);

/// What the mark commands do with the list's selected and displayed packets.
class MarkCommands : public QObject
{
    Q_OBJECT

public:
    MarkCommands(Commands &commands, Marks &marks, PacketListModel &model, PacketListPanel &list, const Selection &selection,
                 QObject *parent = nullptr);

private:
    void markDisplayed();

    Marks &m_marks;
    PacketListModel &m_model;
    PacketListPanel &m_list;
    const Selection &m_selection;
};

} // namespace vethscope
