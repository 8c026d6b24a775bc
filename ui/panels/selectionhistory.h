#pragma once

#include <QObject>

#include <vector>

namespace vethscope {

class Commands;
class OpenCapture;
class PacketListPanel;
class Selection;

/// The packets that were selected, one after the other, to go back to and on again, as a browser does. Packets that are passed on the way with the arrow keys
/// count as one step.
class SelectionHistory : public QObject
{
    Q_OBJECT

public:
    SelectionHistory(const OpenCapture &capture, const Selection &selection, PacketListPanel &list, Commands &commands, QObject *parent = nullptr);

private:
    void add(int row);
    void go(int step);
    void enable();

    const Selection &m_selection;
    PacketListPanel &m_list;
    Commands &m_commands;
    std::vector<int> m_rows; // of the store
    std::size_t m_at = 0;    // where we are
    bool m_isGoing = false;
};

} // namespace vethscope
