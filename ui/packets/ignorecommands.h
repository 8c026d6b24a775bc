#pragma once

#include <QObject>

namespace vethscope {

class Commands;
class Marks;
class PacketListModel;
class PacketListPanel;

/// What the commands for ignored packets do with the list's selected and displayed packets.
class IgnoreCommands : public QObject
{
    Q_OBJECT

public:
    IgnoreCommands(Commands &commands, Marks &ignored, PacketListModel &model, PacketListPanel &list, QObject *parent = nullptr);

private:
    void ignoreDisplayed();

    Marks &m_ignored;
    PacketListModel &m_model;
    PacketListPanel &m_list;
};

} // namespace vethscope
