#pragma once

#include <QObject>

namespace vethscope {

class Commands;
class Marks;
class PacketListModel;
class PacketListPanel;
class Preferences;
class Selection;

/// How the list tells times, and from which packets they count: the commands for both. The style is kept for the next start.
class TimeController : public QObject
{
    Q_OBJECT

public:
    TimeController(Commands &commands, Marks &references, PacketListModel &model, PacketListPanel &list, const Selection &selection, Preferences &preferences, QObject *parent = nullptr);

private:
    void restore(Commands &commands);
    void keep();

    PacketListModel &m_model;
    PacketListPanel &m_list;
    Preferences &m_preferences;
};

} // namespace vethscope
