#pragma once

#include <QObject>

namespace vethscope {

class Commands;
class Marks;
class PacketListModel;
class PacketListPanel;
class Selection;

/// What the mark commands do with the list's selected and displayed packets.
class MarkCommands : public QObject
{
    Q_OBJECT

public:
    MarkCommands(Commands &commands, Marks &marks, PacketListModel &model, PacketListPanel &list, const Selection &selection,
                 QObject *parent = nullptr);

private:
    void markDisplayed();
    void move(int (Marks::*neighbour)(int) const);

    Marks &m_marks;
    PacketListModel &m_model;
    PacketListPanel &m_list;
    const Selection &m_selection;
};

} // namespace vethscope
